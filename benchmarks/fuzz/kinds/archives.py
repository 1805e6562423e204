"""Archives broken at random: nothing may raise, hang or leave a member unaccounted for. What fails goes to `tests/archives/failures`
once it is understood; the tests open everything there."""

from __future__ import annotations

import io
import random
import tarfile
import tempfile
import zipfile
from pathlib import Path

from benchmarks.fuzz.lessening import without_pieces
from pipeline.archives.model import Bounds
from tests.archives.opening import FILES, unpacked

BOUNDS = Bounds(members=200, member_bytes=2**20, total_bytes=8 * 2**20, header_bytes=2**20, window=2**24)
SECONDS = 20
SUFFIX = ".archive"
smaller = without_pieces
WORDS = (b"\xff\xff\xff\xff", b"\x00\x00\x00\x00", b"\xff\xff\xff\x7f", b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06", b"\x01", b"\x80")


def seeds(folder: Path | None = None) -> list[bytes]:
    """Whole archives, made here."""
    return [data for _, data in wholes()]


def wholes() -> list[tuple[str, bytes]]:
    """Whole archives with their suffixes."""
    found = [(path.suffix[1:], path.read_bytes()) for path in sorted(FILES.iterdir()) if path.suffix in (".7z", ".rar")]
    text = "承诺事项，走访群众12户。".encode() * 40
    for method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", method) as archive:
            for n in range(3):
                archive.writestr(f"夹/{n}.docx", text + bytes([n]), compress_type=method)
            archive.writestr("内.zip", found[0][1])
        found.append(("zip", buffer.getvalue()))
    for mode in ("w", "w:gz", "w:xz"):
        buffer = io.BytesIO()
        with tarfile.open(fileobj=buffer, mode=mode) as tar:  # type: ignore[call-overload]
            for n in range(3):
                info = tarfile.TarInfo("长" * 60 + f"{n}.docx")
                info.size = len(text)
                tar.addfile(info, io.BytesIO(text))
        found.append(("tar", buffer.getvalue()))
    return found


def damaged(data: bytes, dice: random.Random) -> bytes:
    """The archive with a few faults: bits, bytes, pieces cut out, doubled, moved or cut off."""
    told = bytearray(data)
    for _ in range(dice.choice((1, 1, 2, 4, 16))):
        if not told:
            break
        at, size = dice.randrange(len(told)), dice.choice((1, 2, 4, 8, 64))
        match dice.randrange(7):
            case 0:
                told[at] ^= 1 << dice.randrange(8)
            case 1:
                told[at : at + size] = dice.randbytes(size)
            case 2:
                del told[at : at + size]
            case 3:
                told[at:at] = told[at : at + size]
            case 4:
                word = dice.choice(WORDS)
                told[at : at + len(word)] = word
            case 5:
                other = dice.randrange(len(told))
                told[at : at + size] = told[other : other + size]
            case _:
                del told[max(at, len(told) // 3) :]
    return bytes(told)


def use(data: bytes, marked: bool) -> None:
    """Unpacked as the kind that it begins like."""
    suffix = next((suffix for magic, suffix in _MAGIC.items() if data.startswith(magic)), "tar")
    with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:
        unpacked(data, Path(folder), suffix, BOUNDS)


_MAGIC = {b"PK": "zip", b"Rar!": "rar", b"7z": "7z"}
