"""PDF files: read by pdfium in a process of its own, since such a file can be built to crash a reader, or to take all memory or hours."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.util import find_spec

from ..document import Document, Part
from ..errors import Fault, UserError

# For the process that reads: seconds, and bytes of memory, with what a larger file may take more.
SECONDS, SECONDS_PER_MIB = 60, 5
MEMORY, MEMORY_PER_BYTE = 2**30, 4


def read_pdf(data: bytes, name: str) -> Document:
    """The document of a PDF: lines joined to paragraphs, without headers, footers and page numbers. Raises UserError."""
    if not _installed():
        raise UserError(Fault("is a PDF; to read it install pypdfium2 (pip install pypdfium2)", name))
    seconds = SECONDS + SECONDS_PER_MIB * len(data) // 2**20
    # Nothing is imported from the folder of the report (-P).
    command = [sys.executable, "-P", "-m", "factcheck.reading.pdfium", str(MEMORY + MEMORY_PER_BYTE * len(data))]
    paths = os.pathsep.join(path for path in sys.path if path)
    try:
        done = subprocess.run(command, input=data, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=seconds, env=os.environ | {"PYTHONPATH": paths}, check=False)
    except subprocess.TimeoutExpired:
        raise UserError(Fault(f"takes more than {seconds} seconds to read: is it made to? Print or save it again", name)) from None
    try:
        said = json.loads(done.stdout)
    except ValueError:
        raise UserError(Fault("is damaged, or takes more memory than a report does: print or save it again", name)) from None
    if "fault" in said:
        raise UserError(Fault(said["fault"], name))
    return Document(name, said["text"], parts=tuple(Part(start, f"line {line}", page) for start, line, page in said["parts"]), wrapped=False)


def _installed() -> bool:
    try:
        return find_spec("pypdfium2") is not None
    except ValueError:
        return False
