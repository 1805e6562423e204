"""The .doc, .dot, .wps and .rtf files of a folder. Half of the damage is done inside the streams that hold text and tables, a
byte or a two- or four-byte number at a time, so that the container still opens."""

from __future__ import annotations

import random
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from benchmarks.fuzz.damage import mutated
from benchmarks.fuzz.kinds import of_suffix
from benchmarks.fuzz.kinds.rtf_ofd import RTF_WORDS
from benchmarks.fuzz.lessening import without_pieces
from benchmarks.fuzz.marking import use_word
from extractors.formats import doc, rtf

SUFFIX = ".doc"
_STREAMS = ("WordDocument", "0Table", "1Table", "Data")
_ODD = (
    b"\xff\xff\xff\xff", b"\x00\x00\x00\x00", b"\xff\xff\xff\x7f", b"\x01\x00", b"\xff\x7f", b"\x07", b"\x13", b"\x14", b"\x15", b"\r",
)  # fmt: skip
_HEAD = 0x600
"""Bytes of the main stream in which the file says where everything is."""


def seeds(folder: Path | None) -> list[bytes]:
    return [data for data in of_suffix(folder, ".doc", ".dot", ".wps", ".rtf") if _is_old(data)]


def use(data: bytes, marked: bool) -> None:
    if _is_old(data):
        use_word(data, marked, SUFFIX)


def smaller(data: bytes) -> Iterator[bytes]:
    """A container is not made smaller: every sector has its place."""
    return without_pieces(data) if rtf.sniff(data) else iter(())


def damaged(data: bytes, dice: random.Random) -> bytes:
    if rtf.sniff(data):
        return mutated(data, RTF_WORDS, dice)
    if dice.random() < 0.5:
        return mutated(data, _ODD, dice)
    import olefile

    draft = BytesIO(data)
    try:
        with olefile.OleFileIO(draft, write_mode=True) as ole:
            names = [name for name in _STREAMS if ole.exists(name)]
            for name in dice.sample(names, dice.randint(1, len(names))):
                ole.write_stream(name, _stream_damaged(ole, name, dice))
            return draft.getvalue()
    except Exception:  # a seed whose container is broken already
        return mutated(data, _ODD, dice)


def _is_old(data: bytes) -> bool:
    return doc.sniff(data) or rtf.sniff(data)


def _stream_damaged(ole: Any, name: str, dice: random.Random) -> bytes:
    """The stream with some numbers changed, of the same length."""
    content = bytearray(ole.openstream(name).read())
    for _ in range(dice.choice((1, 1, 2, 4, 16))):
        limit = min(_HEAD, len(content)) if name == "WordDocument" and dice.random() < 0.5 else len(content)
        at = dice.randrange(max(limit, 1))
        word = dice.choice(_ODD) if dice.random() < 0.5 else dice.randbytes(dice.choice((1, 1, 2, 4)))
        content[at : at + len(word)] = word[: max(len(content) - at, 0)]
    return bytes(content)
