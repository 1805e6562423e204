"""Break archives at random and open them: nothing may raise, hang or leave a member unaccounted for.

    python -m benchmarks.fuzz_archives [--minutes 5] [--seed N] [--keep DIR]

What fails is kept, and goes to `tests/archives/failures` once it is understood; the tests open everything there."""

from __future__ import annotations

import argparse
import hashlib
import io
import random
import signal
import sys
import tarfile
import tempfile
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.archives.model import Bounds
from tests.archives.opening import FILES, unpacked

BOUNDS = Bounds(members=200, member_bytes=2**20, total_bytes=8 * 2**20, header_bytes=2**20, window=2**24)
SECONDS = 20
WORDS = (b"\xff\xff\xff\xff", b"\x00\x00\x00\x00", b"\xff\xff\xff\x7f", b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06", b"\x01", b"\x80")


def seeds() -> list[tuple[str, bytes]]:
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


def broken(data: bytes, dice: random.Random) -> bytes:
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


def main() -> int:
    """Open broken archives until the time is over."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=5)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    parser.add_argument("--keep", type=Path, default=Path("fuzz-failures"))
    given = parser.parse_args()
    print(f"seed {given.seed}", flush=True)
    dice, wholes, count, failed, slowest = random.Random(given.seed), seeds(), 0, 0, 0.0
    until = time.monotonic() + 60 * given.minutes
    with tempfile.TemporaryDirectory() as folder:
        while time.monotonic() < until:
            suffix, whole = dice.choice(wholes)
            data, start = broken(whole, dice), time.process_time()
            try:
                with _limited():
                    unpacked(data, Path(folder), suffix, BOUNDS)
            except Exception as error:  # whatever it is, it is what we look for
                failed += 1
                given.keep.mkdir(exist_ok=True)
                name = f"{hashlib.sha256(data).hexdigest()[:12]}.{suffix}"
                (given.keep / name).write_bytes(data)
                print(f"{name}: {error!r:.200}", flush=True)
            count, slowest = count + 1, max(slowest, time.process_time() - start)
    print(f"{count} archives, {failed} failed, slowest {slowest:.2f} s of CPU")
    return 1 if failed else 0


@contextmanager
def _limited() -> Iterator[None]:
    def late(*_: object) -> None:
        raise TimeoutError

    if hasattr(signal, "SIGALRM"):
        signal.signal(signal.SIGALRM, late)
        signal.alarm(SECONDS)
    try:
        yield
    finally:
        if hasattr(signal, "SIGALRM"):
            signal.alarm(0)


if __name__ == "__main__":
    sys.exit(main())
