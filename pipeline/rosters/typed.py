"""Which organisation of the roster a clerk means by what he types at the counter. A register is about those on the roster, and short names
are its rule: one that fits a single organisation, or a single one below its superior, is that one (土木院, 二小, 教一 below 食品学院)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from pipeline.rosters.roster import plain
from pipeline.rosters.whose import Found, digits_of, house_of, in_order, key_of, level_of, name_of
from rules.facts import UnitFacts

_PARTY = re.compile("党?(?:支部|总支|委)(?:部|委员会|支部)?$")
_LEVEL = re.compile("(?:支部|总支|委)$")
_KIND = re.compile("(?:学院|社区|公司|单位|[科部处院所站室局系厂村队会办])$")
"""What a house is, which people add or leave out."""
_LEAST = 2


@dataclass(frozen=True, slots=True)
class _Row:
    unit: UnitFacts
    key: str
    core: str
    above: str
    whole: str


@dataclass(frozen=True, slots=True)
class _Typed:
    key: str
    core: str
    whole: str


_Near = tuple[_Row, bool]
"""A row that a name fits, and whether it needs no second look."""


@dataclass
class Typed:
    """Finds the organisations of one roster by typed names."""

    units: Sequence[UnitFacts]
    _known: dict[tuple[str, str], tuple[list[_Near], list[_Near]]] = field(default_factory=dict, repr=False)
    _superiors: dict[str, frozenset[str]] = field(default_factory=dict, repr=False)

    @cached_property
    def _rows(self) -> list[_Row]:
        return [_Row(u, key := key_of(u.name), _core(key), house_of(key_of(u.parent)), _whole(u.name)) for u in self.units]

    def _houses_of(self, parent: str) -> frozenset[str]:
        """The superiors on the list that a name means."""
        if parent not in self._superiors:
            above = house_of(key_of(parent))
            self._superiors[parent] = frozenset(row.above for row in self._rows if above and same_house(above, row.above))
        return self._superiors[parent]

    @cached_property
    def _led(self) -> dict[str, list[UnitFacts]]:
        found: dict[str, list[UnitFacts]] = {}
        for unit in self.units:
            found.setdefault(name_of(unit.secretary), []).append(unit)
        return found

    @cached_property
    def _with(self) -> dict[str, set[int]]:
        """The places of the rows that have a letter, and of those that have just these numbers."""
        found: dict[str, set[int]] = {}
        for at, row in enumerate(self._rows):
            for sign in {*row.above, *row.core, *row.whole, _numbers(row.core)}:
                found.setdefault(sign, set()).add(at)
        return found

    def _possible(self, typed: _Typed) -> list[_Row]:
        """The rows that have all letters of a name, and its numbers: no other can fit it, and a roster has thousands."""
        letters = {*_KIND.sub("", typed.core)} & {*_KIND.sub("", typed.whole)} or {*typed.core}
        numbers = {_numbers(typed.core)} if digits_of(typed.core) else set()
        found = sorted((self._with.get(sign, set()) for sign in letters | numbers), key=len)
        return [self._rows[at] for at in sorted(set.intersection(*found))] if found else []

    def find(self, name: str, parent: str = "", head: str = "") -> Found:
        """The organisation that a name means; `parent` is the superior beside it, `head` who brought the paper."""
        below, near = self._fitting(name, parent)
        led = self._led.get(name_of(head), []) if head else []
        found = _one_of(below or near, led)
        if found is None:
            alike = len(led) == 1 and set(_core(key_of(name))) & set(key_of(led[0].name))
            return Found(led[0]) if alike else Found()
        theirs = self._houses_of(parent)
        return replace(found, sure=found.sure and (not theirs or house_of(key_of(found.unit.parent)) in theirs)) if found.unit else found

    def fitting(self, name: str, parent: str = "") -> list[UnitFacts]:
        """The organisations that a name may mean."""
        below, near = self._fitting(name, parent)
        return [row.unit for row, _ in below or near]

    def _fitting(self, name: str, parent: str) -> tuple[list[_Near], list[_Near]]:
        """Those that a name fits below the superior, else anywhere; registers name the same ones again and again."""
        if (name, parent) not in self._known:
            typed, theirs = _Typed(key := key_of(name), _core(key), _whole(name)), self._houses_of(parent)
            rows = self._possible(typed) if key else []
            below = _near(typed, [row for row in rows if row.above in theirs])
            self._known[name, parent] = below, [] if below else _near(typed, rows)
        return self._known[name, parent]


def _one_of(near: Sequence[_Near], led: Sequence[UnitFacts]) -> Found | None:
    """The one of several that the bringer leads; none of several where nothing tells, None where there are none."""
    if not near:
        return None
    ours = [row.unit for row, _ in near if any(row.unit is unit for unit in led)]
    if len(ours) == 1:
        return Found(ours[0], sure=True)
    return Found(near[0][0].unit, near[0][1]) if len(near) == 1 else Found()


def _near(typed: _Typed, rows: Sequence[_Row]) -> list[_Near]:
    """Those that a name fits in the surest of the ways, and whether it needs no second look."""
    for fits in (_same, _same_core, _part, _with_kind, _letters_from_first, _letters, _other_kind):
        near = [row for row in rows if fits(typed, row)]
        exact = [row for row in near if digits_of(typed.core) == digits_of(row.core)]
        if near := exact or ([] if digits_of(typed.core) else near):
            alike = [row for row in near if row.core[-_LEAST:] == typed.core[-_LEAST:]]
            near = alike if len(alike) == 1 else near
            level = level_of(typed.key)
            return [(row, (not level or level == level_of(row.key)) and fits is not _other_kind and row in exact) for row in near]
    return []


def _numbers(core: str) -> str:
    """The numbers of a name as one sign, unlike any letter."""
    return "#" + "#".join(digits_of(core))


def _same(typed: _Typed, row: _Row) -> bool:
    return typed.key == row.key


def _same_core(typed: _Typed, row: _Row) -> bool:
    return typed.core in (row.core, row.above + row.core) or row.above + typed.core == row.core


def _part(typed: _Typed, row: _Row) -> bool:
    """A stretch of the name (内科一 of 内科第一党支部, 城关所 of 城关派出所 is none)."""
    return len(typed.core) >= _LEAST and typed.core in row.above + row.core


def _letters_from_first(typed: _Typed, row: _Row) -> bool:
    """Letters of the name in their order, its first one first, 党 counted as one (党办 of 党委办公室党支部)."""
    pairs = ((typed.core, row.core), (typed.whole, row.whole))
    return any(len(short) >= _LEAST and short[0] == long[:1] and in_order(short, long) for short, long in pairs)


def _letters(typed: _Typed, row: _Row) -> bool:
    """Letters of the name in their order, the first of them anywhere (计生局 of 人口和计划生育局)."""
    return len(typed.core) >= _LEAST and in_order(typed.core, row.above + row.core)


def _with_kind(typed: _Typed, row: _Row) -> bool:
    """The name with what the house is behind it (急诊科 of 急诊党支部)."""
    return len(row.core) >= _LEAST and _KIND.sub("", typed.core) == row.core


def _other_kind(typed: _Typed, row: _Row) -> bool:
    """The name but for what the house is (网安科 of 网安大队)."""
    bare = _KIND.sub("", typed.core)
    return bare != typed.core and len(bare) >= _LEAST and in_order(bare, row.core) and bare[0] == row.core[0]


def same_house(one: str, other: str) -> bool:
    """Whether one is the other, or short for it (食品 for 食品学院)."""
    return bool(one) and bool(other) and (one in other or other in one or (one[0] == other[0] and in_order(one, other)))


def _whole(name: str) -> str:
    """A name as it is printed, without what kind of Party organisation it is."""
    return _PARTY.sub("", plain(name))


def _core(key: str) -> str:
    """A key without what kind of Party organisation it is; its number stays."""
    return _LEVEL.sub("", key).removeprefix("县")
