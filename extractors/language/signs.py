"""Which patterns a text cannot match, told for all texts of a document at once by the characters that they need.

Most patterns find nothing in most clauses. To try one costs more than all that this does for it: every character has a
bit for each gate that it opens, and the bits of a text's characters are its signs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from typing import Any

import numpy as np

from extractors.language.needed import Characters, needed

ALL = -1
"""The signs of a text that nobody has looked at: they open every gate."""
_PLANE = 0x10000
_BITS = 63
_ANY = 1 << _BITS
"""The bit of every text: of the gates that are always open."""


class Gate:
    """A pattern and its `sign`: where `signs & gate.sign` is 0, its searches find nothing."""

    __slots__ = ("alphabet", "finditer", "match", "pattern", "search", "sign")

    def __init__(self, alphabet: Alphabet, pattern: re.Pattern[str], sign: int) -> None:
        self.alphabet, self.pattern, self.sign = alphabet, pattern, sign
        self.search, self.match, self.finditer = pattern.search, pattern.match, pattern.finditer


class Alphabet:
    """The gates of the texts that are spelled in one way."""

    def __init__(self) -> None:
        self._bits: dict[Characters, int] = {}

    def gate(self, pattern: str, flags: int = 0) -> Gate:
        """The gate of a pattern."""
        characters = needed(pattern, flags)
        return Gate(self, re.compile(pattern, flags), _ANY if characters is None else self._bit(characters))

    def _bit(self, characters: Characters) -> int:
        """Gates that open to the same characters have one bit; when there is none left, a gate stays open."""
        if characters not in self._bits:
            if len(self._bits) == _BITS:
                return _ANY
            self._bits[characters] = 1 << len(self._bits)
            self.__dict__.pop("_table", None)
        return self._bits[characters]

    @cached_property
    def _table(self) -> Any:
        """The bits of each character. All have those that no gate has yet: it may be made while the text is being read. One
        beyond the plane has them all, and stands at its end."""
        free = 2 * _ANY - 1 - sum(self._bits.values())
        table = np.full(_PLANE + 1, free, np.uint64)
        for characters, bit in self._bits.items():
            table[[code for code in characters if code < _PLANE]] |= np.uint64(bit)
        table[_PLANE] = 2 * _ANY - 1
        return table

    def read(self, text: str) -> Any:
        """The bits of each character of a document, and those of its end."""
        codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")
        return self._table.take(np.append(codes, 0), mode="clip")


def signs(bits: Any, stretches: Sequence[int]) -> list[int]:
    """The signs of stretches of a document with these `bits`, of which the starts and ends are given in turns."""
    if not stretches:
        return []
    found: list[int] = np.bitwise_or.reduceat(bits, stretches)[::2].tolist()
    return found


TEXT = Alphabet()
"""Of texts in half width, as the components read them."""
PLAIN = Alphabet()
"""Of texts in plain signs, as deadlines are read in them."""
TYPED = Alphabet()
"""Of texts as they were typed."""
