"""What the stories of one Word file share: styles and lists (opened when first asked for), pictures, notes, warnings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Generic, TypeVar

from extractors.errors import Corrupt
from extractors.formats.ooxml.numbering import Num, read_numbering
from extractors.formats.ooxml.package import Package
from extractors.formats.ooxml.styles import PLAIN, Style, Styles, read_styles
from extractors.model import Picture, WordPlace

_Read = TypeVar("_Read")


class _Memory(Generic[_Read]):
    """What was made of the last few parts, by their packed bytes: the forms of one batch mostly carry the same styles,
    and to know them again is cheaper than to unpack them. They are compared one by one, the last one first: to hash them
    takes longer."""

    def __init__(self) -> None:
        self._known: list[tuple[tuple[bytes, ...], _Read]] = []

    def get(self, key: tuple[bytes, ...], make: Callable[[], _Read]) -> _Read:
        """The remembered value, or what `make` gives."""
        at = next((n for n, (known, _) in enumerate(self._known) if known == key), None)
        value = make() if at is None else self._known.pop(at)[1]
        if sum(map(len, key)) <= _REMEMBERED_SIZE:
            self._known.insert(0, (key, value))
            del self._known[_REMEMBERED_PARTS:]
        return value


_REMEMBERED_SIZE = 256 * 1024
_REMEMBERED_PARTS = 4
_styles: _Memory[Styles] = _Memory()
_lists: _Memory[Mapping[str, Num]] = _Memory()


class Shelf:
    """Looks things up for the stories and collects what they meet beside text."""

    def __init__(self, package: Package, main: str, depth: int = 0) -> None:
        self.package = package
        self.main = main
        self.depth = depth
        self.pictures: list[Picture] = []
        self._set_down = 0
        self.warnings: list[str] = []
        self.notes: list[tuple[str, str]] = []
        self.prompts: list[str] = []
        self._styles: Styles | None = None
        self._nums: Mapping[str, Num] | None = None

    def style(self, style_id: str | None) -> Style:
        """The style, a plain one where the file does not know it."""
        if not style_id:
            return PLAIN
        styles = self._styles
        return (self._all_styles() if styles is None else styles).by_id[style_id]

    def hides_by_style(self) -> bool:
        """Whether some style hides text."""
        return self._all_styles().hiding

    def num(self, num_id: str) -> Num | None:
        """The list of that id, None where the file does not know it."""
        if self._nums is None:
            self._nums = self._all_nums()
        return self._nums.get(num_id)

    def set_down(self, place: WordPlace) -> None:
        """The pictures that were met since the last call stand there."""
        while self._set_down < len(self.pictures):
            self.pictures[self._set_down] = replace(self.pictures[self._set_down], place=place)
            self._set_down += 1

    def warn(self, sentence: str) -> None:
        """Keep a Chinese sentence about text that could not be read for sure, once."""
        if sentence not in self.warnings:
            self.warnings.append(sentence)

    def prompt(self, text: str) -> None:
        """Keep what the page shows as a place to write."""
        if text:
            self.prompts.append(text)

    def _all_styles(self) -> Styles:
        if self._styles is None:
            part = self.package.related(self.main, "styles")
            try:
                self._styles = _styles.get(self._key(part), lambda: read_styles(self._bytes(part))) if part else Styles()
            except Corrupt:
                self.warn("文件的样式定义已损坏，自动编号可能缺失。")
                self._styles = Styles()
        return self._styles

    def _all_nums(self) -> Mapping[str, Num]:
        part = self.package.related(self.main, "numbering")
        if part is None:
            return {}
        styles = self._all_styles()
        try:
            key = self._key(part) + self._key(self.package.related(self.main, "styles"))
            return _lists.get(key, lambda: read_numbering(self._bytes(part), styles))
        except Corrupt:
            self.warn("文件的编号定义已损坏，自动编号可能缺失。")
            return {}

    def _key(self, part: str | None) -> tuple[bytes, ...]:
        return (self.package.packed(part) or b"",) if part else ()

    def _bytes(self, part: str | None) -> bytes:
        data = self.package.read(part) if part else None
        if not data:
            raise Corrupt
        return data
