"""Which promise of a new draft is which promise of the ledger: by their words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.decisions.text import alike, plain

SURE, MAYBE = 0.75, 0.45
"""From `SURE` on two texts are the same promise, reworded; from `MAYBE` on a person is asked."""
CLEAR = 0.1
"""So much nearer than the next one has a candidate to be, where it is not word for word the same."""


@dataclass(slots=True)
class Matched:
    """`same` pairs an item with the place of its text in the draft; `doubtful` does so where a person is to be asked, the
    likeliest first; `new` are places that belong to no item, `gone` items that the draft has not. A doubtful text is
    in `new` and its item in `gone` as well: they are two until somebody says that they are one."""

    same: list[tuple[int, int]] = field(default_factory=list)
    doubtful: list[tuple[int, int]] = field(default_factory=list)
    new: list[int] = field(default_factory=list)
    gone: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True, order=True)
class _Pair:
    score: float
    item: int
    place: int


def match(known: Mapping[int, str], draft: Sequence[str]) -> Matched:
    """Items by id with their texts, and the texts of a draft. Each is used once; equal texts go in their order."""
    found = Matched()
    left, open_ = dict(known), dict(enumerate(draft))
    _equal(found, left, open_)
    bare = {p: _bare(words) for p, words in open_.items()}
    pairs = [_Pair(alike(_bare(text), words), i, p) for i, text in left.items() for p, words in bare.items()]
    pairs = sorted((p for p in pairs if p.score >= MAYBE), key=lambda p: (-p.score, p.item, p.place))
    for pair in pairs:
        if pair.item in left and pair.place in open_ and pair.score >= SURE and _clear(pair, pairs, left, open_):
            _pair(found, left, open_, pair.item, pair.place)
    asked: set[int] = set()
    for pair in pairs:
        if pair.item in left and pair.place in open_ and not {pair.item, -1 - pair.place} & asked:
            found.doubtful.append((pair.item, pair.place))
            asked |= {pair.item, -1 - pair.place}
    found.new, found.gone = sorted(open_), sorted(left)
    found.same.sort(key=lambda pair: pair[1])
    return found


def _bare(text: str) -> str:
    """The text with every amount the same: amounts are what a new draft changes most."""
    return re.sub(r"\d+", "0", plain(text))


def _equal(found: Matched, left: dict[int, str], open_: dict[int, str]) -> None:
    """Word for word the same, blanks and punctuation left out."""
    places: dict[str, list[int]] = {}
    for place, words in open_.items():
        places.setdefault(plain(words), []).append(place)
    for item, text in list(left.items()):
        if waiting := places.get(plain(text)):
            _pair(found, left, open_, item, waiting.pop(0))


def _clear(pair: _Pair, pairs: Sequence[_Pair], left: Mapping[int, str], open_: Mapping[int, str]) -> bool:
    """Whether nothing that is still free comes near it."""
    rivals = (p for p in pairs if (p.item == pair.item) != (p.place == pair.place) and p.item in left and p.place in open_)
    return all(p.score <= pair.score - CLEAR for p in rivals)


def _pair(found: Matched, left: dict[int, str], open_: dict[int, str], item: int, place: int) -> None:
    found.same.append((item, place))
    del left[item], open_[place]
