"""Word files in one XML: Flat OPC and WordprocessingML of 2003. Damage to the text of the XML, or to its elements."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from benchmarks.fuzz.damage import mutated, xml_damaged, xml_smaller
from benchmarks.fuzz.kinds import of_suffix
from benchmarks.fuzz.lessening import without_pieces
from benchmarks.fuzz.marking import use_word
from extractors.formats import wordxml

SUFFIX = ".xml"
_WORDS = (b"<w:p>", b"</w:p>", b"<w:tbl/>", b"<w:tc>", b"&x;", b"&#0;", b"<![CDATA[", b'w:val="-1"', b"<", b">", b"\0", b"\xff", b"<!DOCTYPE a>", "诺".encode())


def seeds(folder: Path | None) -> list[bytes]:
    return [data for data in of_suffix(folder, ".xml", ".doc", ".fopc") if wordxml.sniff(data)]


def damaged(data: bytes, dice: random.Random) -> bytes:
    return mutated(data, _WORDS, dice) if dice.random() < 0.15 else xml_damaged(data, dice)


def use(data: bytes, marked: bool) -> None:
    if wordxml.sniff(data):
        use_word(data, marked, SUFFIX)


def smaller(data: bytes) -> Iterator[bytes]:
    yield from xml_smaller(data)
    yield from without_pieces(data)
