"""The entry point; starts nothing that the command at hand does not need."""

from __future__ import annotations

import sys


def main() -> None:
    if sys.argv[1:] == ["--version"]:
        from . import __version__

        print(f"factcheck {__version__}")
        return
    import gc

    # A run is short and frees little: collecting in between only costs time.
    gc.freeze()
    gc.disable()
    from .cli import run

    run()


if __name__ == "__main__":
    main()
