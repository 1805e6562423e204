"""Which promise of a new draft is which promise of the ledger: by their words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.pairing import EQUAL, PIECE, PLACE, Drafts, Pair, paired

SURE = 0.75
"""From this share of both texts on two are the same promise, reworded; about what is less alike a person is asked."""
AGAIN = 0.6
"""The same, or of the shorter text, where one draft follows the other."""
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


def match(known: Mapping[int, str], draft: Sequence[str], *, again: bool = False) -> Matched:
    """Items by id with their texts, and the texts of a draft. Each is used once; equal texts go in their order. `again`: the draft is
    one of the very form that the items came in, so that what is alike at all and nothing else comes near is the same."""
    ids, texts = list(known), list(known.values())
    drafts = Drafts(texts, draft)
    pairs = [p for p in paired(texts, draft) if p.how != PIECE and (again or p.how != PLACE)]
    rivals = drafts.candidates()
    found = Matched()
    for pair in pairs:
        sure = pair.how == EQUAL or ((pair.score >= AGAIN if again else pair.like >= SURE) and _clear(pair, rivals, pairs))
        (found.same if sure else found.doubtful).append((ids[pair.before], pair.now))
    settled = {i for i, _ in found.same}, {p for _, p in found.same}
    found.new = [n for n in range(len(draft)) if n not in settled[1]]
    found.gone = sorted(i for i in ids if i not in settled[0])
    found.same.sort(key=lambda pair: pair[1])
    likes = {(ids[p.before], p.now): p.score for p in pairs}
    found.doubtful.sort(key=lambda pair: (-likes[pair], pair))
    return found


def _clear(pair: Pair, rivals: Sequence[Pair], pairs: Sequence[Pair]) -> bool:
    """Whether nothing that is not the same word for word as something else comes near it."""
    settled = [(p.before, p.now) for p in pairs if p.how == EQUAL]
    gone, taken = {i for i, _ in settled}, {j for _, j in settled}
    near = (p for p in rivals if (p.before == pair.before) != (p.now == pair.now) and p.before not in gone and p.now not in taken)
    return all(p.like <= pair.like - CLEAR for p in near)
