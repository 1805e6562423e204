"""Automatic numbering: the ordinal that Word shows before a paragraph (ISO/IEC 29500-1, 17.9)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from extractors.formats.ooxml.names import ALTERNATE, VAL, W
from extractors.formats.ooxml.numerals import numeral
from extractors.formats.ooxml.styles import Styles
from extractors.formats.ooxml.symbols import list_bullet
from extractors.formats.ooxml.tree import parse, switched_on, whole
from extractors.model.value_class import value_class

_HOLE = re.compile(r"%([1-9])")


@value_class
class Level:
    """One level of a list. `restart` is the number of the level (from 1) that makes it begin again, 0 for never."""

    start: int = 1
    style: str = "decimal"
    text: str = ""
    legal: bool = False
    suffix: str = "tab"
    restart: int | None = None
    linked_style: str = ""


@value_class
class Num:
    """A `w:num`: paragraphs of the same `abstract` count on; `overrides` are levels that begin anew with this num;
    counters in words are in `language`."""

    abstract: str
    levels: tuple[Level, ...]
    overrides: Mapping[int, int] = field(default_factory=dict)
    language: str = ""

    def level_of_style(self, style_id: str) -> int:
        """The level that the list gives to paragraphs of that style, else the first."""
        return next((i for i, level in enumerate(self.levels) if level.linked_style == style_id), 0)


@value_class
class Ordinal:
    """What stands before the paragraph: `text` ("" for no visible mark), the `gap` after it, the list level."""

    text: str
    gap: str
    level: int


@dataclass(slots=True)
class Counters:
    """How far the lists of one story have counted."""

    values: dict[str, dict[int, int]] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)

    def step(self, num_id: str, num: Num, at: int) -> Ordinal | None:
        """Count a paragraph of that list level and give its ordinal; None where the list has no such level."""
        if at >= len(num.levels):
            return None
        values = self.values.setdefault(num.abstract, {})
        level = num.levels[at]
        if at not in values or (at in num.overrides and (num_id, at) not in self.begun):
            values[at] = num.overrides.get(at, level.start)
        else:
            values[at] += 1
        self.begun.add((num_id, at))
        for upper in range(at):  # a point below one that was never printed counts as its first
            values.setdefault(upper, num.overrides.get(upper, num.levels[upper].start))
        for deeper in [d for d in values if d > at and _restarts(num, d, at)]:
            del values[deeper]
        return Ordinal(_print(num, at, values), "" if level.suffix == "nothing" else " ", at)


def _restarts(num: Num, deeper: int, at: int) -> bool:
    restart = num.levels[deeper].restart if deeper < len(num.levels) else None
    return restart is None or at < restart


def _print(num: Num, at: int, values: Mapping[int, int]) -> str:
    level = num.levels[at]
    if level.style == "bullet":
        return list_bullet(level.text)

    def fill(hole: re.Match[str]) -> str:
        shown = int(hole.group(1)) - 1
        if shown >= len(num.levels):
            return ""
        other = num.levels[shown]
        return numeral(values.get(shown, other.start), "decimal" if level.legal else other.style, num.language)

    return _HOLE.sub(fill, level.text)


def read_numbering(data: bytes, styles: Styles) -> Mapping[str, Num]:
    """The lists of a `numbering.xml` by `w:numId`. Raises Corrupt."""
    root = parse(data)
    abstracts = {node.get(W + "abstractNumId", ""): node for node in root.iterchildren(W + "abstractNum")}
    nums = {node.get(W + "numId", ""): node for node in root.iterchildren(W + "num")}
    return {name: _num(node, nums, abstracts, styles) for name, node in nums.items()}


def _num(
    node: etree._Element,
    nums: Mapping[str, etree._Element],
    abstracts: Mapping[str, etree._Element],
    styles: Styles,
) -> Num:
    abstract = _value(node, "abstractNumId")
    link = _value(abstracts.get(abstract), "numStyleLink")
    if link and styles.get(link).num_id in nums:
        abstract = _value(nums[styles.get(link).num_id], "abstractNumId")
    levels: dict[int, Level] = {}
    if abstract in abstracts:
        levels = {_index(found): _level(found) for found in abstracts[abstract].iterchildren(W + "lvl")}
    overrides: dict[int, int] = {}
    for override in node.iterchildren(W + "lvlOverride"):
        replaced, start = override.find(W + "lvl"), _value(override, "startOverride")
        if replaced is not None:
            levels[_index(override)] = _level(replaced)
        if start:
            overrides[_index(override)] = whole(start, 1)
    dense = tuple(levels.get(i, Level()) for i in range(max(levels, default=-1) + 1))
    return Num(abstract, dense, overrides, styles.language)


def _level(node: etree._Element) -> Level:
    text = node.find(W + "lvlText")
    style = node.find(W + "numFmt")
    if style is None:
        style = node.find(f"{ALTERNATE}//{W}numFmt")
    format_ = "decimal" if style is None else style.get(VAL, "decimal")
    if style is not None and format_ == "custom":
        format_ = style.get(W + "format", "").partition(",")[0].strip()  # 001, 002, 003, ...
    restart = _value(node, "lvlRestart")
    return Level(
        start=whole(_value(node, "start"), 0),
        style=format_,
        text="" if text is None or switched_on(node.find(f"{W}rPr/{W}vanish")) else text.get(VAL, ""),
        legal=switched_on(node.find(W + "isLgl")),
        suffix=_value(node, "suff") or "tab",
        restart=whole(restart, 0) if restart else None,
        linked_style=_value(node, "pStyle"),
    )


def _index(node: etree._Element) -> int:
    return min(whole(node.get(W + "ilvl", ""), 0), 8)


def _value(parent: etree._Element | None, child: str) -> str:
    found = parent.find(W + child) if parent is not None else None
    return "" if found is None else found.get(VAL, "")
