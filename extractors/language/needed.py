"""The characters of which a match of a pattern needs one, read off the pattern itself: without them it need not be tried."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

Characters = frozenset[int]
"""Their codes."""

_MOST = 1500
"""A pattern that needs one of more characters than this finds one in any text."""
_BASIC = 0x10000
_COMMON = (
    "不的一党人学员上每到在工生年为会家班子全和前个教事办用月成作行心开务次业部老做公好把自组发里让分出实大以带民时支村师理户小课有名给由下收当来管记规新我"
    "三度报进法手建动中长天本门校先项头群守后律过电水日机制完请干单定点接对区提内费通两任书车主期科众讲得保习底打口级委同交要场政院件周高位力清病看服职加织入"
)
"""What stands in most promises, the commonest first: such a character tells little."""
_RANK = {ord(char): len(_COMMON) - n for n, char in enumerate(_COMMON)}


def needed(pattern: str, flags: int = 0) -> Characters | None:
    """The set of characters, the rarest of several, of which every match of `pattern` (or what it looks at) holds one; None
    where there is none, as for a pattern that may match nothing."""
    parser: Any = re._parser  # type: ignore[attr-defined]  # nothing public says what a pattern is made of
    return _rarest(_all_of(parser.parse(pattern, flags)))


def _rarest(sets: Sequence[Characters]) -> Characters | None:
    return min(sets, key=_commonness, default=None)


def _commonness(characters: Characters) -> float:
    return sum([_RANK.get(code, 0) + 1 for code in characters])


def _all_of(parts: Iterable[tuple[Any, Any]]) -> list[Characters]:
    """What the parts of a sequence need: one of each of these sets."""
    return [one for kind, said in parts for one in _one(str(kind), said) if len(one) <= _MOST]


def _one(kind: str, said: Any) -> list[Characters]:
    match kind:
        case "LITERAL":
            return [frozenset((said,))]
        case "IN":
            return _in(said)
        case "BRANCH":
            ways = [_rarest(_all_of(way)) for way in said[1]]
            known = [way for way in ways if way is not None]
            return [frozenset().union(*known)] if len(known) == len(ways) else []
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            return _all_of(said[2]) if said[0] else []
        case "SUBPATTERN":
            return _all_of(said[3])
        case "ASSERT":
            return _all_of(said[1])
        case "ATOMIC_GROUP":
            return _all_of(said)
    return []


def _in(said: Sequence[tuple[Any, Any]]) -> list[Characters]:
    """The characters between square brackets; nothing where all others are meant."""
    found: set[int] = set()
    for kind, what in said:
        match str(kind), str(what):
            case "LITERAL", _:
                found.add(what)
            case "RANGE", _:
                found.update(range(what[0], min(what[1], what[0] + _MOST + 1) + 1))
            case "CATEGORY", "CATEGORY_DIGIT" | "CATEGORY_SPACE":
                found.update(_category(r"\d" if "DIGIT" in str(what) else r"\s"))
            case _:
                return []
    return [frozenset(found)]


@cache
def _category(sign: str) -> Characters:
    """The characters of the basic plane that `sign` stands for; what lies beyond it is said to hold everything (see `signs`)."""
    return frozenset(map(ord, re.findall(sign, "".join(map(chr, range(_BASIC))))))
