"""Putting a finished file in its place, in one step."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

TRIES, PAUSE = 8, 0.15
"""On Windows a virus scanner or the index looks into every new file, and for that moment nobody may rename it."""


def put(source: Path, target: Path) -> None:
    """Rename `source` to `target`, in the place of what was there. Raises OSError: PermissionError on Windows where another
    program has either of them open and does not let go."""
    for left in range(TRIES if sys.platform == "win32" else 1, 0, -1):
        try:
            os.replace(source, target)
        except PermissionError:
            if left == 1:
                raise
            time.sleep(PAUSE)
        else:
            return
