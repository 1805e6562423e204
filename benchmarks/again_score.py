"""One later form beside its labels."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from benchmarks.again_labels import Case, Labelled, Remark
from pipeline.evaluation.match import pair_up
from pipeline.evaluation.tally import Miss, Tally
from pipeline.papers.compare import GONE, LEFT, MENDED, NEW, Outcome, compare, matched, unchanged
from pipeline.records import FormRecord

UNLABELLED = frozenset({"K05", "K07", "N01", "B03", "B04", "S01", "S02", "S05", "S06", "S07"})
TOLD = {MENDED: "mended", GONE: "mended", LEFT: "left"}
Pairs = set[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Seen:
    """What a run shows of a later form: it and the one before, whether 复审意见 compares them, the ledger's items (id → words) before and
    after, and the pairs of items about which a person is asked."""

    earlier: FormRecord | None
    later: FormRecord | None
    opinion: bool
    before: Mapping[int, str]
    after: Mapping[int, str]
    asked: list[tuple[int, int]]


def score(case: Case, n: int, seen: Seen) -> Tally:
    """Count the form in place `n` of a case."""
    tally = Tally()
    old, new = case.forms[n - 1], case.forms[n]
    name = f"{case.name}-{n + 1}"
    if n == len(case.forms) - 1:
        told = _told(seen)
        tally.equal("what it is", told == case.version)
        _miss(tally, name, "what it is", told == case.version, case.version, told)
    if seen.earlier is None or seen.later is None:
        return tally
    places = _places(old, [(i.n, i.text) for i in seen.earlier.items]), _places(new, [(i.n, i.text) for i in seen.later.items])
    _pairs(tally, name, new, seen, places)
    _ledger(tally, name, old, new, seen)
    outcomes = compare(seen.earlier, seen.later) if seen.opinion else []
    _remarks_told(tally, name, old, outcomes, places[0])
    _remarks_given(tally, name, "first remarks" if n == 1 else "", old, seen.earlier, places[0], beside=case.version == "supplement")
    _remarks_given(tally, name, "later remarks", new, seen.later, places[1])
    _new_ones(tally, name, new, outcomes, places[1])
    return tally


def _told(seen: Seen) -> str:
    if seen.later is None:
        return "not read"
    if seen.later.addition != "no":
        return "supplement" if seen.later.addition == "yes" else "unsure"
    if not seen.opinion or seen.earlier is None:
        return "nothing"
    return "unchanged" if unchanged(seen.earlier, seen.later) else "new_version"


def _places(form: Labelled, read: Iterable[tuple[int, str]]) -> dict[int, int]:
    """Number read → number labelled."""
    left, found = dict(read), dict[int, int]()
    for bare in (False, True):
        open_ = [p for p in form.promises if p.n not in found.values()]
        rows = list(left.items())
        for g, r in pair_up([p.bare if bare else p.text for p in open_], [text for _, text in rows]):
            found[rows[r][0]] = open_[g].n
            del left[rows[r][0]]
    return found


def _pairs(tally: Tally, name: str, new: Labelled, seen: Seen, places: tuple[dict[int, int], dict[int, int]]) -> None:
    """Which promise became which, as 复审意见 has it."""
    assert seen.earlier is not None
    assert seen.later is not None
    numbers = {i.item_id: i.n for i in seen.earlier.items}, {i.item_id: i.n for i in seen.later.items}
    found = matched(seen.earlier.items, seen.later.items).items() if seen.opinion else ()
    read = {(places[0].get(numbers[0][a or ""], 0), places[1].get(numbers[1][b], 0)) for a, bs in found for b in bs}
    _count(tally, name, "pairs in the opinion", _wanted(new), read)


def _wanted(new: Labelled) -> tuple[Pairs, Pairs]:
    """Pairs (before, now), and those that may as well be none."""
    every = {(n, p.n) for p in new.promises for n in p.came}
    either = {(n, p.n) for p in new.promises for n in p.came if p.either}
    return every, either


def _count(tally: Tally, name: str, measure: str, wanted: tuple[Pairs, Pairs], read: Pairs, spared: Pairs | None = None) -> None:
    every, either = wanted
    for pair in sorted(every | read):
        state = "tp" if pair in every and pair in read else "fp" if pair in read else "fn"
        if state == "fn" and pair in either | (spared or set()):
            continue
        tally.counts[measure, state] += 1
        _miss(tally, name, measure, state == "tp", str(pair in every), str(pair in read), f"{pair[0]} → {pair[1]}")


def _ledger(tally: Tally, name: str, old: Labelled, new: Labelled, seen: Seen) -> None:
    """Items that go on under their id, and those about which a person is asked."""
    before, now = _places(old, seen.before.items()), _places(new, seen.after.items())
    kept = {(before[i], now[i]) for i in before if i in now}
    asked = {(before[i], now[j]) for i, j in seen.asked if i in before and j in now}
    wanted = _wanted(new)
    _count(tally, name, "ids that go on", wanted, kept, asked)
    for pair in asked:
        tally.equal("ids asked about", pair in wanted[0])
        _miss(tally, name, "ids asked about", pair in wanted[0], "no", "asked", f"{pair[0]} → {pair[1]}")


def _remarks_told(tally: Tally, name: str, old: Labelled, outcomes: list[Outcome], places: Mapping[int, int]) -> None:
    """What 复审意见 says of each remark of the form before that the program made too."""
    told = [(places.get(o.before, 0), o.finding.code, TOLD.get(o.state, "open")) for o in outcomes if o.state != NEW]
    for n, remark in _all(old):
        same = next((t for t in told if (not n or t[0] == n) and t[1] in remark.codes), None)
        if remark.doubt or remark.mended is None:
            continue
        tally.equal("remarks said again", same is not None)
        if same is None:
            continue
        told.remove(same)
        _state(tally, name, f"{'/'.join(sorted(remark.codes))} on {n}", "mended" if remark.mended else "left", same[2])


def _state(tally: Tally, name: str, what: str, wanted: str, told: str) -> None:
    for state in ("mended", "left"):
        if state in (wanted, told):
            tally.counts[f"told as {state}", "tp" if wanted == told else "fp" if told == state else "fn"] += 1
    _miss(tally, name, "told as", wanted == told, wanted, told, what)


def _all(form: Labelled) -> list[tuple[int, Remark]]:
    """All remarks with the number of their promise; 0: of the form."""
    return [(0, r) for r in form.remarks] + [(p.n, r) for p in form.promises for r in p.remarks]


def _remarks_given(tally: Tally, name: str, measure: str, form: Labelled, record: FormRecord, places: Mapping[int, int], *, beside: bool = False) -> None:
    """The faults that a form is said to have beside those that a reviewer has; `beside` a supplement those that this mended are no more."""
    if not measure:
        return
    numbers = {i.item_id: places.get(i.n, -1) for i in record.items}
    given = [(numbers.get(f.item_id or "", 0), f.code) for f in record.findings if f.verdict == "deficient" and f.code not in UNLABELLED]
    for n, remark in _all(form):
        same = next((g for g in given if (not n or g[0] == n) and g[1] in remark.codes), None)
        given = [g for g in given if not (same and g[0] in (same[0], 0) and g[1] in remark.codes)]
        if not remark.doubt and not (beside and remark.mended):
            tally.counts[measure, "tp" if same else "fn"] += 1
            _miss(tally, name, measure, same is not None, "/".join(sorted(remark.codes)), "—", str(n))
    for n, code in given:
        if code not in _maybe(form, n):
            tally.counts[measure, "fp"] += 1
            _miss(tally, name, measure, False, "—", code, str(n))


def _maybe(form: Labelled, n: int) -> frozenset[str]:
    return next((p.maybe for p in form.promises if p.n == n), frozenset()) if n else form.maybe


def _new_ones(tally: Tally, name: str, form: Labelled, outcomes: list[Outcome], places: Mapping[int, int]) -> None:
    """Whether what is said to be newly found is a fault."""
    for o in outcomes:
        n = places.get(o.now, 0) if o.now else 0
        if o.state != NEW or o.finding.code in UNLABELLED or o.finding.code in _maybe(form, n):
            continue
        right = any(o.finding.code in r.codes for m, r in _all(form) if m == n)
        tally.equal("told as newly found", right)
        _miss(tally, name, "told as newly found", right, "—", o.finding.code, str(n))


def _miss(tally: Tally, name: str, measure: str, right: bool, gold: str, read: str, text: str = "") -> None:
    if not right:
        tally.misses.append(Miss(name, measure, text, gold, read))
