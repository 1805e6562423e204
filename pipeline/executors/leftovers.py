"""What a run that was killed leaves in the temporary folder: the sockets of its server of workers (`pymp-…`)."""

from __future__ import annotations

import os
import shutil
import socket
import stat
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

_OLD = 3600.0
"""Seconds. A server that has just made its folder does not answer yet."""


def sweep_sockets() -> None:
    """Remove those folders of this user in which nothing is but sockets that nobody listens at any more."""
    if sys.platform != "win32":  # there, pipes are in place of sockets, and there is no server of workers
        for folder in Path(tempfile.gettempdir()).glob("pymp-*"):
            with suppress(OSError):  # somebody else's, or gone meanwhile
                if _is_left(folder):
                    shutil.rmtree(folder, ignore_errors=True)


if sys.platform != "win32":

    def _is_left(folder: Path) -> bool:
        about = folder.lstat()
        if not stat.S_ISDIR(about.st_mode) or about.st_uid != os.getuid() or time.time() - about.st_mtime < _OLD:
            return False
        inside = list(folder.iterdir())
        return bool(inside) and all(stat.S_ISSOCK(entry.lstat().st_mode) and not _answers(entry) for entry in inside)

    def _answers(path: Path) -> bool:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as caller:
            caller.settimeout(1.0)
            try:
                caller.connect(str(path))
            except ConnectionRefusedError:
                return False
            except OSError:
                return True
        return True
