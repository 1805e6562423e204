"""Keys of content, and how much alike two texts are."""

from __future__ import annotations

import hashlib
import re
import unicodedata

from pipeline.likeness import dice

_NUMBER = re.compile(r"[0-9]+|[〇零一二三四五六七八九十百千万亿两]+")


def digest(*parts: str) -> str:
    """Sixteen hexadecimal digits for these parts."""
    return hashlib.blake2b("\x1f".join(parts).encode(), digest_size=8).hexdigest()


def plain(text: str) -> str:
    """The letters and digits alone: blanks, punctuation and their widths do not make another text."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text))


def numbers(text: str) -> list[str]:
    """The numbers of a text in their order, Chinese numerals as written."""
    return _NUMBER.findall(plain(text))


def alike(one: str, other: str) -> float:
    """Dice's measure over pairs of letters, 0 to 1; 1 for texts that differ in blanks and punctuation only."""
    one, other = plain(one), plain(other)
    return 1.0 if one == other else dice(one, other)
