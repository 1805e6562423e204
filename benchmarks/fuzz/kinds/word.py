"""Word files of the zip kind: damage to bytes of the zip, to whole parts, to the XML of a part."""

from __future__ import annotations

import random
from pathlib import Path

from benchmarks.fuzz.damage import NO_PACKAGE, Parts, package_smaller, unzipped, xml_damaged, zipped
from benchmarks.fuzz.kinds import of_suffix
from benchmarks.fuzz.marking import use_word as use

__all__ = ["SUFFIX", "damaged", "seeds", "smaller", "use"]

SUFFIX = ".docx"
smaller = package_smaller


def seeds(folder: Path | None) -> list[bytes]:
    return [data for data in of_suffix(folder, ".docx", ".docm", ".dotx", ".dotm") if data.startswith(b"PK")]


def damaged(data: bytes, dice: random.Random) -> bytes:
    way = dice.random()
    if way < 0.15:
        return bytes_damaged(data, dice)
    try:
        parts = unzipped(data)
    except NO_PACKAGE:
        return bytes_damaged(data, dice)
    for _ in range(dice.randint(1, 4)):
        (_part_damaged if way < 0.3 else _xml_damaged)(parts, dice)
    return zipped(parts)


def bytes_damaged(data: bytes, dice: random.Random) -> bytes:
    """A few bytes of the zip changed, now and then the rest cut off."""
    draft = bytearray(data)
    for _ in range(dice.randint(1, 8)):
        at = dice.randrange(len(draft))
        draft[at : at + dice.choice((0, 1, 1, 4))] = dice.randbytes(dice.choice((0, 1, 1, 4)))
    return bytes(draft[: dice.randrange(1, len(draft))] if dice.random() < 0.1 else draft)


def _part_damaged(parts: Parts, dice: random.Random) -> None:
    name = dice.choice(list(parts))
    content = parts[name]
    parts[name] = dice.choice((b"", content[: len(content) // 2], b"\xff\xfe" + content, content * 2, b"<a/>"))
    if dice.random() < 0.4:
        moved = parts.pop(name)
        if dice.random() < 0.5:
            parts[dice.choice((name.upper(), name.replace("/", "\\"), "/" + name, name + "x"))] = moved


def _xml_damaged(parts: Parts, dice: random.Random) -> None:
    name = "word/document.xml" if dice.random() < 0.6 and "word/document.xml" in parts else dice.choice(list(parts))
    parts[name] = xml_damaged(parts[name], dice)
