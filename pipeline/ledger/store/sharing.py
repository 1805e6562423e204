"""Whether a folder lies on another computer: SQLite's write-ahead log needs memory that all its users share."""

from __future__ import annotations

import sys
from pathlib import Path

NETWORK = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afpfs", "fuse.sshfs", "fuse.davfs", "glusterfs", "fuse.glusterfs", "ceph"})
"""File systems of Linux and macOS that lie elsewhere."""
_REMOTE = 4


def on_network(path: Path) -> bool:
    """Whether the file or folder lies on a network share; False where the system does not tell."""
    return _elsewhere(str(path.resolve()))


if sys.platform == "win32":

    def _elsewhere(place: str) -> bool:
        import ctypes

        drive = place.removeprefix("\\\\?\\")
        return drive.startswith(("\\\\", "UNC\\")) or ctypes.windll.kernel32.GetDriveTypeW(drive[:3]) == _REMOTE

else:

    def _elsewhere(place: str) -> bool:
        import psutil

        mounts = [m for m in psutil.disk_partitions(all=True) if Path(place).is_relative_to(m.mountpoint)]
        return bool(mounts) and max(mounts, key=lambda m: len(m.mountpoint)).fstype.lower() in NETWORK
