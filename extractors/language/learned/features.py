"""What the other components found, as names of yes/no features. A name starts with `@` (item), `&` (clause) or
`heading:` and is longer than any n-gram of a clause.

What can be in few states is named once a state: the same tuple of names comes again and again, and with it, in
`Model.add_kept`, the sum of its rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from extractors.language.clauses import ENUMERATED
from extractors.language.learned.grams import grams
from extractors.language.lexicon import store
from extractors.language.sheet import Clause, Sheet
from extractors.model import Span

_ROLES = ("text", "project", "target", "measures")
_SHARED_ROLES = ("project", "target", "measures")


class _Names(dict[object, str]):
    """Names that differ in what stands behind their head, by that."""

    def __init__(self, head: str) -> None:
        super().__init__()
        self._head = head

    def __missing__(self, key: object) -> str:
        name = self[key] = f"{self._head}{key}"
        return name


_HAS, _ITEM_HAS, _MAIN = _Names("&has "), _Names("@has "), _Names("@main ")
_BOTH = (False, True)
_TRULY = tuple(f" {truly}" for truly in _BOTH)
_MEASURES, _VAGUE, _ROUTINE = (tuple(f"@{head}={truly}" for truly in _BOTH) for head in ("measures", "vague", "routine"))
_PROJECT, _WORDING = (
    tuple(tuple(f"@{head}={first} {second}" for second in _BOTH) for first in _BOTH) for head in ("project", "wording")
)
_NTH_DIMENSION = ("@dimension 0=", "@dimension 1=")


@dataclass(slots=True)
class ClauseFeatures:
    """A clause with the names of its yes/no features: what it is, what words it has, what is around it. `shared` is what
    its neighbours know of it too."""

    clause: Clause
    shared: tuple[str, ...]
    own: tuple[str, ...]
    words: list[str]
    around: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """All of them."""
        return (*self.own, *self.words, *self.around)

    @property
    def grams(self) -> set[str]:
        """Its n-grams."""
        return grams(self.clause.text)


def of_clauses(sheet: Sheet) -> list[ClauseFeatures]:
    """The clauses that say what is promised or how, in order."""
    marks = [
        (name, spans)
        for name, spans in (("&project", sheet.project.spans), ("&measure", sheet.measures.spans),
                            ("&target", sheet.target.spans), ("&responsible", sheet.responsible.spans))
        if spans
    ]  # fmt: skip
    told = [_alone(sheet, clause, marks) for clause in sheet.clauses if clause.role in _ROLES]
    _tell_neighbours(told)
    return told


def _alone(sheet: Sheet, clause: Clause, marks: list[tuple[str, tuple[Span, ...]]]) -> ClauseFeatures:
    """What is known of the clause itself."""
    (low, high), role, order, text, hits = clause
    verb = sheet.verbs[order]
    found = ["&verb=none" if verb is None else "&verb=soft" if verb.soft else "&verb=single" if verb.single else "&verb=act"]
    found += [name for name, spans in marks if _touch(spans, low, high)]
    if sheet.prohibited[order]:
        found.append("&prohibited")
    if ENUMERATED.match(text):
        found.append("&enumerated")
    if role != "text":
        found.append("&role=" + role)
    shared, due, free = tuple(found), sheet.deadline.span, None
    if due and due.start < high and low < due.end:
        free = _step((high - low) - (due.end - due.start), 3, 3)
    own = _own(shared, _step(sheet.weights[order], 0.6, 5), min(len(text) // 4, 6), free)
    return ClauseFeatures(clause, shared, own, [_HAS[category] for category in hits])


@lru_cache(maxsize=4096)
def _own(shared: tuple[str, ...], weight: int, length: int, free: int | None) -> tuple[str, ...]:
    """`free` is how much of the clause its deadline leaves, None where it has none."""
    role = () if any(name.startswith("&role=") for name in shared) else ("&role=text",)
    due = () if free is None else (f"&due={free}",)
    return (*shared, *role, f"&weight={weight}", f"&length={length}", *due)


def _touch(spans: Iterable[Span], low: int, high: int) -> bool:
    for start, end in spans:  # noqa: SIM110  any() over a generator takes three times as long
        if start < high and low < end:
            return True
    return False


def _tell_neighbours(told: list[ClauseFeatures]) -> None:
    """Fill `around` of each clause."""
    of, before = len(told), 0
    after = ["&project" in one.shared for one in told].count(True)
    for n, one in enumerate(told):
        is_project = "&project" in one.shared
        after -= is_project
        last, following = told[n - 1].shared if n else (), told[n + 1].shared if n + 1 < of else ()
        one.around = _around(last, following, min(2, before), min(2, after), min(3, n), min(4, of))
        before += is_project


@lru_cache(maxsize=8192)
def _around(last: tuple[str, ...], following: tuple[str, ...], before: int, after: int, n: int, of: int) -> tuple[str, ...]:
    """What the neighbours are, how many projects stand `before` and `after`, and which of how many clauses this is."""
    return (
        *(f"&before {name}" for name in last),
        *(f"&after {name}" for name in following),
        f"&projects before={before}",
        f"&projects after={after}",
        f"&place={n}",
        f"&place={min(n, 2)} of {of}",
    )


@dataclass(slots=True)
class ItemFeatures:
    """The names of an item's yes/no features: what was found in it, its shape, what its heading says."""

    found: list[str]
    shape: tuple[str, ...]
    heading: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """All of them."""
        return (*self.found, *self.shape, *self.heading)


def of_item(sheet: Sheet) -> ItemFeatures:
    """What is known of the item as a whole."""
    found = ["@kind=" + sheet.kind]
    found += _answers(sheet)
    found += [_ITEM_HAS[category] for category in sheet.hits.by_category]
    main = _main(sheet)
    if main:
        found += [_MAIN[category] for category in main.hits]
    headings = sheet.item.headings
    return ItemFeatures(found, _shape_of(sheet), _heading(headings[-1]) if headings else ())


def _answers(sheet: Sheet) -> list[str]:
    """What the lexicons and grammars say."""
    wording, target, due = sheet.wording, "@target=" + sheet.target.kind, "@deadline=" + sheet.deadline.kind
    names = [
        "@part=" + sheet.part, target, target + _TRULY[sheet.target.hedged], due, f"{due} {sheet.deadline.source}",
        _PROJECT[bool(sheet.project.spans)][sheet.project.sure], _MEASURES[bool(sheet.measures.spans)],
        _WORDING[wording.vague][wording.routine], _VAGUE[wording.vague], _ROUTINE[wording.routine],
    ]  # fmt: skip
    for n, label in enumerate(sheet.dimensions):
        names.append(_NTH_DIMENSION[n] + label.label)
        if not n:
            names.append(f"@dimension={label.label} {_step(label.confidence, 0.3, 3)}")
    names += ["@unit=" + value.unit for value in sheet.target.values]
    return names


def _shape_of(sheet: Sheet) -> tuple[str, ...]:
    """How long and how concrete an item is."""
    body, prohibited = sheet.body, sheet.prohibited
    weights = [sheet.weights[c.order] for c in body if not prohibited[c.order]]
    return _shape(
        _step(max(weights), 0.6, 5) if weights else None,
        _step(min(weights), 0.6, 5) if weights else None,
        len(weights) < len(body),
        min(len(body), 5),
        min(len(sheet.text) // 10, 7),
        min(2, len(sheet.amounts)),
        any(map(str.isdigit, sheet.text)),
    )


@lru_cache(maxsize=8192)
def _shape(best: int | None, worst: int | None, stops: bool, clauses: int, length: int, amounts: int, digits: bool) -> tuple[str, ...]:
    return (
        f"@best={'none' if best is None else best}",
        f"@worst={'none' if worst is None else worst}",
        f"@prohibited={'none' if not stops else 'all' if best is None else 'some'}",
        f"@clauses={clauses}",
        f"@length={length}",
        f"@amounts={amounts}",
        f"@digits={digits} {amounts > 0}",
    )


def _main(sheet: Sheet) -> Clause | None:
    """The clause of the project, else the first one."""
    body = sheet.body
    if not body:
        return None
    at = sheet.project.spans[0].start if sheet.project.spans else body[0].span.start
    return next((c for c in body if c.span.start <= at < c.span.end), body[0])


@lru_cache(maxsize=1024)
def _heading(heading: str) -> tuple[str, ...]:
    """What a heading says; the items below ask for it again and again."""
    said = [f"heading:{gram}" for gram in grams(heading) if len(gram) <= 3]
    return (*said, *(f"@heading {category}" for category in store().headings.find(heading).by_category))


def _step(value: float, width: float, most: int) -> int:
    """Which step of `width` a value stands on, at most `most` away from 0."""
    step = int(value // width)
    return most if step > most else -most if step < -most else step
