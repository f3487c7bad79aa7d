"""Files written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO


@contextmanager
def replacing(path: str, encoding: str = "utf-8", newline: str = "\n") -> Iterator[TextIO]:
    """A file to write that takes the place of `path` when it is whole; a device or pipe is written as it stands. Raises OSError.

    A link stays a link: the file it leads to is replaced. The mode of a file that was there is kept.
    """
    target = os.path.realpath(path)
    if os.path.exists(target) and not os.path.isfile(target):
        with open(path, "w", encoding=encoding, errors="backslashreplace", newline=newline) as out:
            yield out
        return
    draft = f"{target}.{os.getpid()}.tmp"
    try:
        with open(draft, "x", encoding=encoding, errors="backslashreplace", newline=newline) as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        if os.path.exists(target):
            os.chmod(draft, os.stat(target).st_mode & 0o7777)
        os.replace(draft, target)
    except BaseException:
        if os.path.exists(draft):
            os.unlink(draft)
        raise
