"""A form that came again beside the one before: which findings were mended, which were not, which are new."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.decisions.text import plain
from pipeline.pairing import paired
from pipeline.records import FindingRecord, FormRecord, ItemRecord
from pipeline.wording import elements

MENDED, GONE, LEFT, NEW, OPEN = "已改", "已改（原事项已删去或重写）", "未改", "新增", "待我办核对"
ASKED = {"C01": (0,), "C02": (1,), "C03": (2,), "C04": (3,), "W01": (0, 1, 2, 3), "W02": (0, 1, 2, 3)}
"""What mends a remark, as places in `ELEMENTS`: the one that it misses, or of several one that the promise lacked."""
Stems = Mapping[str | None, tuple[str, ...]]
"""The items of the later form that stem from each one of the earlier."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A finding and what became of it. `before` is the promise's number in the earlier form, `now` in this one (0: none), `more` those of
    the other parts where it was taken apart."""

    finding: FindingRecord
    state: str
    before: int
    now: int
    more: tuple[int, ...] = ()


def compare(earlier: FormRecord, later: FormRecord) -> list[Outcome]:
    """Every finding of the earlier form, in its order, with what became of it; then the new ones of the later form."""
    stems = matched(earlier.items, later.items)
    before = [f for f in earlier.findings if f.verdict == "deficient"]
    still = _followed(before, later.findings, stems)
    numbers = {i.item_id: i.n for i in later.items}
    found = [_outcome(f, later.findings[still[n]] if n in still else None, earlier, later, stems) for n, f in enumerate(before)]
    fresh = (f for n, f in enumerate(later.findings) if n not in still.values() and f.verdict == "deficient")
    return found + [Outcome(f, NEW, 0, numbers.get(f.item_id or "", 0)) for f in fresh]


def _outcome(finding: FindingRecord, now: FindingRecord | None, earlier: FormRecord, later: FormRecord, stems: Stems) -> Outcome:
    """What became of a finding; `now` is the one of the later form that it is, if any."""
    old = next((i for i in earlier.items if i.item_id == finding.item_id), None) if finding.item_id else None
    new = [i for i in later.items if old and i.item_id in stems.get(old.item_id, ())]
    if now is not None:
        new.sort(key=lambda i: i.item_id != now.item_id)
    place = old.n if old else 0, new[0].n if new else 0, () if now else tuple(i.n for i in new[1:])
    if now is not None:
        return Outcome(now, LEFT if now.verdict == "deficient" else OPEN, *place)
    if finding.item_id and not new:
        return Outcome(finding, GONE, *place)
    asked = ASKED.get(finding.code, ())
    idle = bool(asked) and old is not None and not any(_gained(old, i, asked) for i in new)
    return Outcome(finding, OPEN if idle else MENDED, *place)


def _gained(old: ItemRecord, new: ItemRecord, asked: Sequence[int]) -> bool:
    """Whether a promise has the element that a remark misses, or one of several that it lacked."""
    before, now = elements(old), elements(new)
    return any(now[n] and (len(asked) == 1 or not before[n]) for n in asked)


def _followed(before: Sequence[FindingRecord], later: Sequence[FindingRecord], stems: Stems) -> dict[int, int]:
    """Which finding of the later form each one of before is, by their places in the lists: of one promise (two telephone numbers) one to
    one, those on the same words first; of two promises that were put together both may be the same."""
    waiting: dict[tuple[str, str | None, str | None], list[int]] = defaultdict(list)
    for n, finding in enumerate(later):
        waiting[finding.code, finding.item_id, finding.field].append(n)
    found: dict[int, int] = {}
    used: set[tuple[str | None, int]] = set()
    for same in (True, False):
        for n, finding in enumerate(before):
            items = stems.get(finding.item_id, ()) if finding.item_id else (None,)
            there = [m for item in items for m in waiting[finding.code, item, finding.field]] if n not in found else []
            free = (m for m in there if (finding.item_id, m) not in used and (not same or later[m].evidence == finding.evidence))
            if (chosen := next(free, None)) is not None:
                found[n] = chosen
                used.add((finding.item_id, chosen))
    return found


def matched(earlier: Sequence[ItemRecord], later: Sequence[ItemRecord]) -> dict[str | None, tuple[str, ...]]:
    """The items of the later form that each one of the earlier became: one, or several where it was taken apart."""
    found: dict[str | None, tuple[str, ...]] = {}
    for pair in paired([i.text for i in earlier], [i.text for i in later]):
        old = earlier[pair.before].item_id
        found[old] = (*found.get(old, ()), later[pair.now].item_id)
    return found


def unchanged(earlier: FormRecord, later: FormRecord) -> bool:
    """Whether no word of a promise and no field differs; the day of signing may."""
    words = [[plain(i.text) for i in form.items] for form in (earlier, later)]
    fields = [{key: plain(f.value or f.text) for key, f in form.fields.items()} for form in (earlier, later)]
    return words[0] == words[1] and fields[0] == fields[1]
