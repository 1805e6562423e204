"""RTF as tokens: braces, control words, control symbols, bytes of text (RTF Specification 1.9.1, "RTF Syntax")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum

_PLAIN = rb"[^\\{}\r\n]+"
_DOUBLE = rb"(?:[\x81-\xfe][\x40-\x7e\x80-\xfe]|[^\\{}\r\n\x81-\xfe]+|[\x81-\xfe])+"
_REST = rb"\\([a-zA-Z]{1,40})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|([\r\n]+|\\)|("
_BRACES = re.compile(rb"[{}]|\\bin(\d{1,10})(?!\d) ?|\\.", re.DOTALL)


class Kind(IntEnum):
    """What a token is; the number of its group in the pattern."""

    WORD = 1
    NUMBER = 2
    HEX = 3
    SYMBOL = 4
    BRACE = 5
    BREAK = 6
    TEXT = 7


class Tokens:
    """The tokens of a file from first to last, binary data left out. `double` tells of a code page whose characters
    take two bytes: a brace or backslash may then be the second half of one. `cut` is set where binary data is announced
    that the file does not have."""

    def __init__(self, data: bytes, double: bool) -> None:
        self._data = data
        self._pattern = re.compile(_REST + (_DOUBLE if double else _PLAIN) + rb")", re.DOTALL)
        self._at = 0
        self.cut = False

    def __iter__(self) -> Iterator[re.Match[bytes]]:
        """Each token as a match: `lastindex` is its Kind (a control word with a parameter has NUMBER)."""
        match, data = self._pattern.match, self._data
        while found := match(data, self._at):
            self._at = found.end()
            yield found

    def skip_binary(self, size: int) -> bytes:
        """Leave out so many bytes after a `\\bin`; returns them."""
        start = self._at
        self.cut |= start + size > len(self._data)
        self._at = min(start + max(size, 0), len(self._data))
        return self._data[start : self._at]

    def skip_group(self) -> None:
        """Go on at the brace that closes the innermost open group, or at the end of the file."""
        depth = 1
        data = self._data
        while found := _BRACES.search(data, self._at):
            mark = found[0]
            if mark == b"{":
                depth += 1
            elif mark == b"}":
                depth -= 1
                if not depth:
                    self._at = found.start()
                    return
            self._at = found.end()
            if found[1]:
                self.skip_binary(int(found[1]))
        self._at = len(data)
