"""Which organisation of the roster a form names: the ways in which people write a name, the surest first, and what else speaks for one
of several.

A name that is the roster's but for 中共, 党, numerals and the like is that organisation's. So is one with its superior or a place of the
roster before it, or without them, and the house alone, as long as one fits. Short names (人社局, 疾控中心) are likely. The secretary who
signs makes a likely one sure, also with a letter wrong; he, the superior's name or the folder tell which of several is meant. A place of
another name (the neighbouring town) speaks against it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from rules.facts import UnitFacts
from rules.unit_names import ends_with, unit_key

_LEVEL = re.compile(r"\d{0,2}(?:支部|总支|委)$")
_BEGINS_WITH_LEVEL = re.compile("^(?:总支|委)(?=.)")
_PLACE = re.compile(r"(?:[一-鿿]{2,3}[省市州])?(?P<name>[一-鿿]{1,4}?)(?P<kind>县|区|镇|乡|街道)")
_GENERIC = frozenset("县市区镇乡局院校厂站所省部委")
"""What may be left out or put before a name in a place of one of each."""
_NUMBER = re.compile(r"\d+|十")
_NTH = re.compile(r"第(?=[\d十])")
_NUMERALS = str.maketrans("一二三四五六七八九", "123456789")
_APART = frozenset("大小东西南北上下前后新老中外内")
"""What tells one place from its neighbour."""
_LEAST, _END = 2, 3
"""Letters of a short name at the least; its last letter is one of so many at the end of the whole."""
_SHORTEST, _SHORTEST_NUMBERED = 4, 3
"""Letters of a name's end that tell an organisation (工会支部, 1支部)."""
_SLIP = 4
"""Letters of a name at the least in which one may be wrong."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a form says of its organisation: the name, who signs as its head, and the path of its file."""

    name: str
    head: str = ""
    path: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """The organisation, and whether nobody need be asked."""

    unit: UnitFacts | None = None
    sure: bool = False


Row = tuple[UnitFacts, str, str]
"""An organisation, its key, and the house of its superior."""


@dataclass
class Whose:
    """Finds the organisations of one roster."""

    units: Sequence[UnitFacts]
    _known: dict[str, tuple[Sequence[UnitFacts], bool]] = field(default_factory=dict, repr=False)

    @cached_property
    def _keys(self) -> list[Row]:
        return [(u, key_of(u.name), house_of(key_of(u.parent))) for u in self.units]

    @cached_property
    def _by_key(self) -> dict[str, list[UnitFacts]]:
        found: dict[str, list[UnitFacts]] = {}
        for unit, key, _ in self._keys:
            found.setdefault(key, []).append(unit)
        return found

    @cached_property
    def _by_head(self) -> dict[str, list[Row]]:
        found: dict[str, list[Row]] = {}
        for row in self._keys:
            found.setdefault(name_of(row[0].secretary), []).append(row)
        return found

    @cached_property
    def _places(self) -> frozenset[str]:
        """The kinds of place with which names of the roster begin."""
        return frozenset(place["kind"] for word in self._words.split("\n") if (place := _PLACE.match(word)))

    @cached_property
    def _words(self) -> str:
        """All names of the roster: what stands in them belongs to the place."""
        return "\n".join(key_of(name) for unit in self.units for name in (unit.name, unit.parent) if name)

    def find(self, told: Told) -> Found:
        """The organisation that a form names; none where several fit and nothing tells which."""
        key = key_of(told.name)
        if not key or not self.units:
            return Found()
        near, sure = self._near(key)
        found = self._of(near, told, sure) if near else Found()
        return found if found.unit else self._headed(key, told)

    def one_below(self, name: str, parent: str = "") -> UnitFacts | None:
        """The one organisation that a short name means, below `parent` where this is told; none where several fit."""
        key, above = key_of(name), house_of(key_of(parent))
        near, _ = self._near(key) if key else ((), False)
        near = [u for u in near if not above or _tells_of(house_of(key_of(u.parent)), above)]
        return near[0] if len(near) == 1 else None

    def _headed(self, key: str, told: Told) -> Found:
        """The organisation whose secretary signs, where its name is the form's with letters left out or one letter wrong."""
        house = house_of(key)
        if not told.head or len(house) < _LEAST or not (signed := self._by_head.get(name_of(told.head))) or self._elsewhere(key):
            return Found()
        near = [unit for unit, known, _ in signed if digits_of(key) == digits_of(known) and (in_order(*sorted((house, house_of(known)), key=len)) or _slipped(key, known))]
        return Found(near[0], sure=True) if len(near) == 1 else Found()

    def _near(self, key: str) -> tuple[Sequence[UnitFacts], bool]:
        """Those that a name fits in the surest of the ways; most forms print one of few names, which are looked for once."""
        if key not in self._known:
            self._known[key] = self._looked_for(key)
        return self._known[key]

    def _looked_for(self, key: str) -> tuple[Sequence[UnitFacts], bool]:
        if same := self._by_key.get(key):
            return same, True
        if self._elsewhere(key):
            return (), False
        rows = self._alike(key)
        for fits, sure in ((_below, True), (self._around, True), (_around_anything, False), (_house_alone, True), (_house_ends, False), (_shortened, False)):
            if near := [unit for unit, known, above in rows if fits(key, known, above)]:
                return near, sure
        return (), False

    def _alike(self, key: str) -> list[Row]:
        """The rows that a name can fit: their houses end with the same letters, or begin with the same one, or have hardly any."""
        if len(house_of(key)) < _LEAST:
            return self._keys
        places = {at for edge in ("", *_edges(key)) for at in self._by_edge.get(edge, ())}
        return [self._keys[at] for at in sorted(places)]

    @cached_property
    def _by_edge(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for at, (_, known, _) in enumerate(self._keys):
            for edge in _edges(known) if len(house_of(known)) >= _LEAST else ("",):
                found.setdefault(edge, []).append(at)
        return found

    def _of(self, near: Sequence[UnitFacts], told: Told, sure: bool) -> Found:
        """The one of several that the secretary, the superior or the folder tells."""
        signed = [u for u in near if told.head and name_of(u.secretary) == name_of(told.head)]
        if len(signed) == 1:
            return Found(signed[0], sure=True)
        if len(near) == 1:
            return Found(near[0], sure)
        where = key_of(f"{told.name}{told.path}")
        below = [u for u in near if (above := house_of(key_of(u.parent))) and above in where]
        return Found(below[0], sure) if len(below) == 1 else Found()

    def _elsewhere(self, key: str) -> bool:
        """Whether the name begins with a place that the roster does not know, which has one of that kind under another name."""
        found = _PLACE.match(key)
        return found is not None and found["kind"] in self._places and f"{found['name']}{found['kind']}" not in self._words

    def _around(self, key: str, known: str, above: str) -> bool:
        """The name with words before it that the roster has elsewhere, or without words that stand before others too."""
        if not _around_anything(key, known, above):
            return False
        more = key.removesuffix(known) if len(key) > len(known) else known.removesuffix(key)
        return more in _GENERIC or (len(more) > 1 and (more in above if len(key) > len(known) else self._words.count(more) > 1 or (len(key) > len(known) and more in self._words)))


def house_of(key: str) -> str:
    """A key without what kind of Party organisation it is."""
    return _LEVEL.sub("", key)


def _edges(key: str) -> tuple[str, str]:
    """How the house of a key ends, and with what letter it begins."""
    house = house_of(key)
    return house[-_LEAST:], house.removeprefix("县")[:1] + "…"


def _tells_of(one: str, other: str) -> bool:
    """Whether one house is the other, or ends with it (学院 before 某大学 or without)."""
    return one == other or (bool(one) and (one.endswith(other) or other.endswith(one)))


def name_of(text: str) -> str:
    """A person's name without blanks and without a note behind it."""
    return re.sub(r"[（(].*$|\s", "", text)


def _below(key: str, known: str, above: str) -> bool:
    """The roster's name with its superior's before it, with or without what the superior is (图书馆党总支教工一支部)."""
    if not above or not key.startswith(above):
        return False
    return _BEGINS_WITH_LEVEL.sub("", key.removeprefix(above)) in (known, known.removeprefix(above))


def _around_anything(key: str, known: str, above: str) -> bool:
    """One name ends with the other: the school's name before it, or the superior's left out; 小王庄 is not 王庄."""
    more = key.removesuffix(known) if len(key) > len(known) else known.removesuffix(key)
    return more not in _APART and ((_tells(known) and ends_with(key, known)) or (_tells(key) and ends_with(above + known, key)))


def _tells(key: str) -> bool:
    """Whether the end of a name is long enough to tell an organisation."""
    return len(key) >= (_SHORTEST_NUMBERED if key[:1].isdecimal() else _SHORTEST)


def _house_alone(key: str, known: str, above: str) -> bool:
    """The name of the house without 党支部, alone or below its superior."""
    return _LEVEL.search(key) is None and _NUMBER.search(known) is None and len(key) >= _SHORTEST_NUMBERED and house_of(known) in (key, key.removeprefix(above))


def _house_ends(key: str, known: str, above: str) -> bool:
    """The end of the name of the house without 党支部 (办公室, 镇中心小学)."""
    return _LEVEL.search(key) is None and _NUMBER.search(known) is None and len(key) >= _SHORTEST_NUMBERED and ends_with(house_of(above + known), key)


def _shortened(key: str, known: str, above: str) -> bool:
    """Whether one name is the other with letters left out, its first letter (but for 县) and one of its last kept (人社局, 二中, 残联)."""
    del above
    if (_LEVEL.search(key) and level_of(key) != level_of(known)) or digits_of(key) != digits_of(known):
        return False
    short, whole = sorted((house_of(key).removeprefix("县"), house_of(known).removeprefix("县")), key=len)
    return len(short) >= _LEAST and short[0] == whole[0] and short[-1] in whole[-_END:] and in_order(short, whole)


def digits_of(key: str) -> list[str]:
    """The numbers in a key."""
    return _NUMBER.findall(key)


def level_of(key: str) -> str:
    """What kind of Party organisation a key names (支部); "" where it names none."""
    found = _LEVEL.search(key)
    return found.group().lstrip("0123456789") if found else ""


def in_order(short: str, whole: str) -> bool:
    """Whether all letters of a short name stand in the whole one in their order."""
    letters = iter(whole)
    return all(letter in letters for letter in short)


def _slipped(key: str, known: str) -> bool:
    """Whether one letter of a name is another."""
    return len(key) == len(known) >= _SLIP and sum(a != b for a, b in zip(key, known, strict=True)) == 1


def key_of(name: str) -> str:
    """The key of a name with all numerals as digits, without 第 before them (金工二车间, 金工第2车间)."""
    return _NTH.sub("", unit_key(name).translate(_NUMERALS))
