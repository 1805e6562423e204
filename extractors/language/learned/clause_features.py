"""What the other components found in each clause, as names of yes/no features (see `names`)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from extractors.language.clauses import ENUMERATED
from extractors.language.learned.grams import grams, longer
from extractors.language.learned.names import Names, step
from extractors.language.sheet import Clause, Sheet
from extractors.model import Span

_ROLES = ("text", "project", "target", "measures")
_HAS = Names("&has ")


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
        """Its n-grams, and the longer strings of which the model may know some."""
        return grams(self.clause.text) | longer(self.clause.text)


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
        free = step((high - low) - (due.end - due.start), 3, 3)
    own = _own(shared, step(sheet.weights[order], 0.6, 5), min(len(text) // 4, 6), free)
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
