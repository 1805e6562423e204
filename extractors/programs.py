"""Finding a program of the computer by its name."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def program(name: str) -> str | None:
    """Where the program lies on the search path, None where it does not. Unlike Windows' own search, never in the folder
    that one stands in: that may be the inbox, and a file that came in must not be run."""
    suffixes = os.environ.get("PATHEXT", ".COM;.EXE;.BAT;.CMD").split(os.pathsep) if sys.platform == "win32" else [""]
    for folder in os.environ.get("PATH", "").split(os.pathsep):
        place = Path(folder.strip('"'))
        for suffix in suffixes if place.is_absolute() else ():
            if (found := place / f"{name}{suffix}").is_file() and os.access(found, os.X_OK):
                return str(found)
    return None
