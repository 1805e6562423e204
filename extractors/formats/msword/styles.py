"""The style sheet: what each style lends to paragraphs and characters ([MS-DOC] 2.9.271)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors.formats.msword.binary import u16
from extractors.formats.msword.properties import (
    PLAIN_CHARACTERS,
    PLAIN_PARAGRAPH,
    CharacterProperties,
    ParagraphProperties,
    characters,
    paragraph,
)
from extractors.model.value_class import value_class

_PARAGRAPH, _CHARACTER = 1, 2
_NO_STYLE = 0x0FFF
_DEEPEST = 40
"""Styles based on one another. Word itself stops at 11."""
_MOST = 5000
"""Styles. Word itself stops at 4079."""


@value_class
class Style:
    """A style with what it inherits."""

    paragraph: ParagraphProperties = PLAIN_PARAGRAPH
    characters: CharacterProperties = PLAIN_CHARACTERS


PLAIN = Style()


@value_class
class _Written:
    """A style as the file has it: its kind, the style it is based on, its operations."""

    kind: int
    base: int
    paragraph: bytes
    characters: bytes


@dataclass(slots=True)
class Styles:
    """Styles by number; worked out when first asked for. `raw` are the styles as the file has them (empty where a number
    has none), `fixed` the length of what each begins with."""

    raw: Sequence[bytes] = ()
    fixed: int = 0
    _known: dict[int, Style] = field(default_factory=dict)

    def get(self, number: int) -> Style:
        """The style, a plain one where the file does not have it."""
        if number not in self._known:
            self._known[number] = self._resolve(number)
        return self._known[number]

    def _resolve(self, number: int) -> Style:
        """A loop of styles ends where it closes."""
        chain: list[_Written] = []
        seen: set[int] = set()
        while number not in seen and len(seen) < _DEEPEST and (style := self._written(number)) is not None:
            seen.add(number)
            chain.append(style)
            number = style.base
        found = PLAIN
        for style in reversed(chain):
            pap = paragraph(found.paragraph, 0, style.paragraph)
            found = Style(pap, characters(found.characters, style.characters))
        return found

    def _written(self, number: int) -> _Written | None:
        std = self.raw[number] if 0 <= number < len(self.raw) else b""
        return _style(std, self.fixed) if std else None

    def character_operations(self, number: int) -> bytes:
        """The operations of a character style with those that it is based on, outermost first."""
        found = b""
        seen: set[int] = set()
        while number not in seen and len(seen) < _DEEPEST and (style := self._written(number)) is not None:
            if style.kind != _CHARACTER:
                break
            seen.add(number)
            found = style.characters + found
            number = style.base
        return found


def read_styles(data: bytes) -> Styles:
    """The styles of an STSH; those that are cut off are left out."""
    at = 2 + u16(data, 0)
    count, fixed = min(u16(data, 2), _MOST), u16(data, 4)
    raw: list[bytes] = []
    for _ in range(count):
        size = u16(data, at)
        raw.append(data[at + 2 : at + 2 + size])
        at += 2 + size
        if at >= len(data):
            break
    return Styles(raw, fixed)


def _style(std: bytes, fixed: int) -> _Written:
    kind, base = u16(std, 2) & 0xF, u16(std, 2) >> 4
    at = fixed + 2 + 2 * u16(std, fixed) + 2
    parts: list[bytes] = []
    for _ in range(u16(std, 4) & 0xF):
        at += at % 2
        size = u16(std, at)
        parts.append(std[at + 2 : at + 2 + size])
        at += 2 + size
    first = parts[0] if parts else b""
    if kind == _CHARACTER:
        return _Written(kind, base, b"", first)
    if kind == _PARAGRAPH:
        return _Written(kind, base, first[2:], parts[1] if len(parts) > 1 else b"")
    return _Written(kind, _NO_STYLE, b"", b"")
