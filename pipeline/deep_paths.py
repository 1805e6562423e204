"""Folders as Windows has them: paths beyond 260 characters, and junctions, links that pass for folders."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

_VERBATIM = "\\\\?\\"


def deep(path: Path) -> Path:
    """The path in the form in which Windows reads below it as deep as it goes; elsewhere the path itself. A folder whose path is
    too long would else be passed over in silence, as if nothing were in it."""
    return Path(verbatim(os.path.normpath(path.absolute()))) if sys.platform == "win32" else path


def verbatim(path: str) -> str:
    """An absolute Windows path that is taken to the letter, whatever its length."""
    if path.startswith(_VERBATIM):
        return path
    return f"{_VERBATIM}UNC{path[1:]}" if path.startswith("\\\\") else f"{_VERBATIM}{path}"


def leads_elsewhere(path: Path) -> bool:
    """Whether a folder is a link to another: a symbolic link, or a junction, which Python 3.11 takes for a folder."""
    try:
        about = path.lstat()
    except OSError:
        return False
    return stat.S_ISLNK(about.st_mode) or getattr(about, "st_reparse_tag", 0) == getattr(stat, "IO_REPARSE_TAG_MOUNT_POINT", -1)
