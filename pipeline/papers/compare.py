"""A form that came again beside the one before: which findings were mended, which were not, which are new."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.copies.grams import bare
from pipeline.likeness import dice
from pipeline.records import FindingRecord, FormRecord, ItemRecord

MENDED, GONE, LEFT, NEW, OPEN = "已改", "已改（原事项已删去或重写）", "未改", "新增", "待我办核对"
_SAME = 0.4
"""Share of letter pairs in common from which a promise counts as the other one rewritten."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A finding and what became of it. `before` is the promise's number in the earlier form, `now` in this one (0: none)."""

    finding: FindingRecord
    state: str
    before: int
    now: int


def compare(earlier: FormRecord, later: FormRecord) -> list[Outcome]:
    """Every finding of the earlier form, in its order, with what became of it; then the new ones of the later form."""
    pairs = matched(earlier.items, later.items)
    numbers = {i.item_id: i.n for i in earlier.items}, {i.item_id: i.n for i in later.items}
    before = [f for f in earlier.findings if f.verdict == "deficient"]
    still = _followed(before, later.findings, pairs)
    found: list[Outcome] = []
    for n, finding in enumerate(before):
        item = pairs.get(finding.item_id) if finding.item_id else None
        place = numbers[0].get(finding.item_id or "", 0), numbers[1].get(item or "", 0)
        if finding.item_id and item is None:
            found.append(Outcome(finding, GONE, *place))
        elif n in still:
            now = later.findings[still[n]]
            found.append(Outcome(now, LEFT if now.verdict == "deficient" else OPEN, *place))
        else:
            found.append(Outcome(finding, MENDED, *place))
    fresh = (f for n, f in enumerate(later.findings) if n not in still.values() and f.verdict == "deficient")
    return found + [Outcome(f, NEW, 0, numbers[1].get(f.item_id or "", 0)) for f in fresh]


def _followed(before: Sequence[FindingRecord], later: Sequence[FindingRecord], pairs: Mapping[str | None, str]) -> dict[int, int]:
    """Which finding of the later form each one of before is, by their places in the lists: one to one; of several by one rule in
    one promise (two telephone numbers) those on the same words first."""
    waiting: dict[tuple[str, str | None, str | None], list[int]] = defaultdict(list)
    for n, finding in enumerate(later):
        waiting[finding.code, finding.item_id, finding.field].append(n)
    found: dict[int, int] = {}
    for same in (True, False):
        for n, finding in enumerate(before):
            item = pairs.get(finding.item_id) if finding.item_id else None
            there = waiting[finding.code, item, finding.field] if n not in found and not (finding.item_id and item is None) else []
            chosen = next((m for m in there if not same or later[m].evidence == finding.evidence), None)
            if chosen is not None:
                found[n] = chosen
                there.remove(chosen)
    return found


def matched(earlier: tuple[ItemRecord, ...], later: tuple[ItemRecord, ...]) -> dict[str | None, str]:
    """The item of the later form that each one of the earlier became: the likest pairs first, each item once."""
    scored = sorted(
        ((alike(a.text, b.text), -abs(a.n - b.n), -a.n, -b.n, a.item_id, b.item_id) for a in earlier for b in later),
        reverse=True,
    )
    found: dict[str | None, str] = {}
    taken: set[str] = set()
    for score, _, _, _, old, new in scored:
        if score >= _SAME and old not in found and new not in taken:
            found[old] = new
            taken.add(new)
    return found


def alike(one: str, other: str) -> float:
    """Dice's measure over letter pairs, 0 to 1; numbers count as alike, as a mended limit is another number."""
    return dice(bare(one), bare(other)) or float(one == other)
