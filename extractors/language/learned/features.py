"""What the other components found, as names of yes/no features. A name starts with `@` (item), `&` (clause) or
`heading:` and is longer than any n-gram of a clause.

Names from a closed set are made once: a string that is kept has its hash with it, which a new one has to be given."""

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


_ROLE, _WEIGHT, _LENGTH, _DUE, _HAS = (_Names(f"&{head}") for head in ("role=", "weight=", "length=", "due=", "has "))
_BEFORE, _AFTER = _Names("&before "), _Names("&after ")
_PROJECTS_BEFORE, _PROJECTS_AFTER = _Names("&projects before="), _Names("&projects after=")
_ITEM_HAS, _MAIN = _Names("@has "), _Names("@main ")
_BOTH = (False, True)
_TRULY = tuple(f" {truly}" for truly in _BOTH)
_MEASURES, _VAGUE, _ROUTINE = (tuple(f"@{head}={truly}" for truly in _BOTH) for head in ("measures", "vague", "routine"))
_PROJECT, _WORDING, _DIGITS = (
    tuple(tuple(f"@{head}={first} {second}" for second in _BOTH) for first in _BOTH) for head in ("project", "wording", "digits")
)
_NTH_DIMENSION = ("@dimension 0=", "@dimension 1=")
_BEST, _WORST, _CLAUSES, _ITEM_LENGTH, _AMOUNTS = (_Names(f"@{head}=") for head in ("best", "worst", "clauses", "length", "amounts"))


@dataclass(slots=True)
class ClauseFeatures:
    """A clause with the names of its yes/no features; `shared` are those that its neighbours know of it too."""

    clause: Clause
    names: list[str]
    shared: list[str]

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
    shared = ["&verb=none" if verb is None else "&verb=soft" if verb.soft else "&verb=single" if verb.single else "&verb=act"]
    shared += [name for name, spans in marks if _touch(spans, low, high)]
    if sheet.prohibited[order]:
        shared.append("&prohibited")
    if ENUMERATED.match(text):
        shared.append("&enumerated")
    names = [_WEIGHT[_step(sheet.weights[order], 0.6, 5)], _LENGTH[min(len(text) // 4, 6)]]
    (shared if role in _SHARED_ROLES else names).append(_ROLE[role])
    due = sheet.deadline.span
    if due and due.start < high and low < due.end:
        names.append(_DUE[_step((high - low) - (due.end - due.start), 3, 3)])
    names += shared
    names += [_HAS[category] for category in hits]
    return ClauseFeatures(clause, names, shared)


def _touch(spans: Iterable[Span], low: int, high: int) -> bool:
    for start, end in spans:  # noqa: SIM110  any() over a generator takes three times as long
        if start < high and low < end:
            return True
    return False


def _tell_neighbours(told: list[ClauseFeatures]) -> None:
    """Add to the names of each clause what its neighbours are and where it stands among them."""
    of, before = len(told), 0
    after = sum(["&project" in one.shared for one in told])
    for n, one in enumerate(told):
        is_project = "&project" in one.shared
        after -= is_project
        if n:
            one.names += [_BEFORE[name] for name in told[n - 1].shared]
        if n + 1 < of:
            one.names += [_AFTER[name] for name in told[n + 1].shared]
        one.names += (_PROJECTS_BEFORE[min(2, before)], _PROJECTS_AFTER[min(2, after)], *_place(n, of))
        before += is_project


@lru_cache(maxsize=256)
def _place(n: int, of: int) -> tuple[str, str]:
    return f"&place={min(n, 3)}", f"&place={min(n, 2)} of {min(of, 4)}"


def of_item(sheet: Sheet) -> list[str]:
    """What is known of the item as a whole."""
    found = ["@kind=" + sheet.kind]
    found += _answers(sheet)
    found += _shape(sheet)
    found += [_ITEM_HAS[category] for category in sheet.hits.by_category]
    main = _main(sheet)
    if main:
        found += [_MAIN[category] for category in main.hits]
    if sheet.item.headings:
        found += _heading(sheet.item.headings[-1])
    return found


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


def _shape(sheet: Sheet) -> list[str]:
    body, prohibited = sheet.body, sheet.prohibited
    weights = [sheet.weights[c.order] for c in body if not prohibited[c.order]]
    stops = len(body) - len(weights)
    return [
        _BEST[_step(max(weights), 0.6, 5) if weights else "none"],
        _WORST[_step(min(weights), 0.6, 5) if weights else "none"],
        "@prohibited=none" if not stops else "@prohibited=some" if weights else "@prohibited=all",
        _CLAUSES[min(len(body), 5)],
        _ITEM_LENGTH[min(len(sheet.text) // 10, 7)],
        _AMOUNTS[min(2, len(sheet.amounts))],
        _DIGITS[any(map(str.isdigit, sheet.text))][bool(sheet.amounts)],
    ]


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
