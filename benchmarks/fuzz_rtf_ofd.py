"""Mutated RTF and OFD files through the readers: `python -m benchmarks.fuzz_rtf_ofd --seconds 300 FOLDER …`.

Seeds are the .rtf and .ofd files of the folders. A finding is any exception that is no DocumentError, or a file that takes
longer than ten seconds; each is written to --keep, to be made smaller and kept as a test."""

from __future__ import annotations

import argparse
import io
import random
import time
import traceback
import zipfile
from collections import Counter
from pathlib import Path

from extractors.errors import DocumentError
from extractors.reading import read_bytes

SLOW = 10.0
LARGEST_SEED = 400_000
RTF_WORDS = (
    rb"\par ", rb"\cell ", rb"\row ", rb"\nestcell ", rb"\nestrow ", rb"\trowd", rb"\cellx99", rb"\intbl", rb"\itap3", rb"\pard",
    rb"{\*\shpinst", rb"{\shptxt ", rb"{\footnote ", rb"{\header ", rb"{\field", rb"{\*\fldinst ", rb"{\fldrslt ", rb"{", rb"}",
    rb"\bin7 ", rb"\u-10179", rb"\uc0", rb"\'81", rb"{\listtext ", rb"{\upr", rb"{\*\ud ", rb"{\*\listtable{\list{\listlevel",
    rb"\ls1", rb"\clvmrg", rb"\clmrg", rb"{\*\nesttableprops", rb"{\fonttbl", rb"\f9", rb"\\", b"\x81", b"\0",
)  # fmt: skip
XML_WORDS = (
    b'"0"', b'"-1"', b'"1e308"', b'"nan"', b'"g 99 1"', b'"', b"<", b">", b"/>", b"</ofd:Layer>", b"<ofd:Layer>", b"&amp;", b"&x;",
    b'CTM="0 1 -1 0 5 5"', b'Boundary="0 0 0 0"', b"M 0 0 L", b" C ", b"A 1 2 3", b"\xff", b"\0", "诺".encode(), b" ",
)  # fmt: skip


def mutated(data: bytes, words: tuple[bytes, ...], chance: random.Random) -> bytes:
    """The data with a few pieces cut, doubled, moved, replaced or put in."""
    out = bytearray(data)
    for _ in range(chance.choice((1, 2, 4, 8, 30))):
        at = chance.randrange(len(out) + 1)
        size = chance.choice((1, 1, 2, 5, 20, 200, 2000))
        match chance.randrange(6):
            case 0:
                del out[at : at + size]
            case 1:
                out[at:at] = out[at : at + size]
            case 2:
                out[at : at + 1] = bytes([chance.randrange(256)])
            case 3:
                out[at:at] = chance.choice(words)
            case 4:
                out[at : at + size] = chance.choice(words)
            case _:
                other = chance.randrange(len(out) + 1)
                out[at:at] = out[other : other + size]
    return bytes(out)


def mutated_ofd(data: bytes, chance: random.Random) -> bytes:
    """The package with one XML part changed, now and then the zip itself."""
    if chance.random() < 0.1:
        return mutated(data, (b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"), chance)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        names = [name for name in dict.fromkeys(old.namelist()) if name.endswith(".xml")]
        chosen = chance.choice(names)
        for name in names:
            part = old.read(name)
            new.writestr(name, mutated(part, XML_WORDS, chance) if name == chosen else part)
    return out.getvalue()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--seconds", type=float, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, default=Path("fuzz-findings"))
    given = parser.parse_args()
    seeds = [p.read_bytes() for f in given.folders for p in sorted(f.rglob("*")) if p.suffix.lower() in (".rtf", ".ofd")]
    seeds = [data for data in seeds if 0 < len(data) <= LARGEST_SEED and (data[:2] != b"PK" or zipfile.is_zipfile(io.BytesIO(data)))]
    chance = random.Random(given.seed)
    ended: Counter[str] = Counter()
    slowest = 0.0
    end = time.monotonic() + given.seconds
    while time.monotonic() < end:
        data = chance.choice(seeds)
        data = mutated_ofd(data, chance) if data[:2] == b"PK" else mutated(data, RTF_WORDS, chance)
        start, found = time.process_time(), ""
        try:
            read_bytes(data)
            ended["read"] += 1
        except DocumentError as error:
            ended[type(error).__name__] += 1
        except Exception as error:
            found = f"{type(error).__name__} at {traceback.extract_tb(error.__traceback__)[-1]}"
        slowest = max(slowest, spent := time.process_time() - start)
        found = found or (f"{spent:.0f} s" if spent > SLOW else "")
        if found:
            ended[f"FINDING {found}"] += 1
            given.keep.mkdir(parents=True, exist_ok=True)
            (given.keep / f"{given.seed}-{sum(ended.values())}.bin").write_bytes(data)
    print(f"{sum(ended.values())} files from {len(seeds)} seeds, slowest {slowest:.1f} s of CPU")
    for name, count in ended.most_common():
        print(f"{count:8} {name}")


if __name__ == "__main__":
    main()
