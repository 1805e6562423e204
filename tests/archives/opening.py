"""Opening an archive as a worker does, in this process."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from pipeline.archives.model import Bounds
from pipeline.archives.told import read_told
from pipeline.archives.unpack import Packed, unpack
from pipeline.submission import Submission

FILES = Path(__file__).parent / "files"


@dataclass(frozen=True)
class Opened:
    """What came out: bytes by name, reasons by name, system files."""

    files: dict[str, bytes]
    refused: dict[str, str]
    ignored: tuple[str, ...]
    messages: dict[str, str]

    @property
    def names(self) -> list[str]:
        return sorted([*self.files, *self.refused, *self.ignored])


def opened(path: Path, scratch: Path, bounds: Bounds | None = None) -> Opened:
    """What comes out of an archive; names are those within it, "" is the archive itself."""
    folder = scratch / "unpacked"
    archive = Submission(path.name, path, hashlib.sha256(path.read_bytes()).hexdigest())
    unpack(Packed(archive, folder, bounds or Bounds()))
    told = read_told(folder)
    assert not told.open, "every member came to an end"
    assert all(s.path.resolve().parent == folder.resolve() for s in told.submissions)
    assert all(hashlib.sha256(s.path.read_bytes()).hexdigest() == s.sha256 for s in told.submissions)
    on_disk = {p.name for p in folder.iterdir()} - {"told.jsonl"}
    assert on_disk == {s.path.name for s in told.submissions}, "nothing is left of what was refused"
    assert all(r.message and r.next_step for r in told.refused)
    start = len(path.name) + 1
    return Opened(
        {s.name[start:]: s.path.read_bytes() for s in told.submissions},
        {r.file[start:]: r.reason for r in told.refused},
        tuple(name[start:] for name in told.ignored),
        {r.file[start:]: r.message for r in told.refused},
    )


def unpacked(data: bytes, scratch: Path, suffix: str = "zip", bounds: Bounds | None = None) -> Opened:
    """The same for an archive that is only bytes so far."""
    path = scratch / f"包.{suffix}"
    path.write_bytes(data)
    return opened(path, scratch, bounds)
