"""RTF and OFD files: pieces of the text, or of one XML part of the package, changed."""

from __future__ import annotations

import random
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import is_zipfile

from benchmarks.fuzz.damage import NO_PACKAGE, mutated, package_smaller, unzipped, zipped
from benchmarks.fuzz.kinds import of_suffix
from benchmarks.fuzz.lessening import without_pieces
from extractors.reading import read_bytes

SUFFIX = ".bin"
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


def seeds(folder: Path | None) -> list[bytes]:
    return [data for data in of_suffix(folder, ".rtf", ".ofd") if data[:2] != b"PK" or is_zipfile(BytesIO(data))]


def use(data: bytes, marked: bool) -> None:
    """Only read: copies of RTF are commented on among the .doc, an OFD gets no comments."""
    read_bytes(data)


def smaller(data: bytes) -> Iterator[bytes]:
    return package_smaller(data) if data[:2] == b"PK" else without_pieces(data)


def damaged(data: bytes, dice: random.Random) -> bytes:
    return mutated_ofd(data, dice) if data[:2] == b"PK" else mutated(data, RTF_WORDS, dice)


def mutated_ofd(data: bytes, dice: random.Random) -> bytes:
    """The package with one XML part changed, now and then the zip itself."""
    if dice.random() < 0.1:
        return mutated(data, (b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"), dice)
    try:
        parts = {name: part for name, part in unzipped(data).items() if name.endswith(".xml")}
    except NO_PACKAGE:
        return mutated(data, XML_WORDS, dice)
    chosen = dice.choice(list(parts))
    return zipped(parts | {chosen: mutated(parts[chosen], XML_WORDS, dice)})
