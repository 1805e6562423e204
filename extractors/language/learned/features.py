"""What the other components found, as names of yes/no features. A name starts with `@` (item), `&` (clause) or
`heading:` and is longer than any n-gram of a clause."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extractors.language.clauses import ENUMERATED
from extractors.language.learned.grams import grams
from extractors.language.lexicon import store
from extractors.language.sheet import Clause, Sheet
from extractors.model import Span

_ROLES = ("text", "project", "target", "measures")
_BEFORE, _AFTER = "&before ", "&after "
_SHARED = frozenset(
    ("&project", "&measure", "&target", "&responsible", "&prohibited", "&enumerated", "&verb=none", "&verb=soft",
     "&verb=single", "&verb=act", "&role=project", "&role=target", "&role=measures")
)  # fmt: skip
"""What a clause also knows of its neighbours."""


@dataclass(frozen=True, slots=True)
class ClauseFeatures:
    """A clause with its n-grams and the names of its yes/no features."""

    clause: Clause
    grams: set[str]
    names: tuple[str, ...]


def of_clauses(sheet: Sheet) -> list[ClauseFeatures]:
    """The clauses that say what is promised or how, in order."""
    told = [c for c in sheet.clauses if c.role in _ROLES]
    plain = [list(_alone(sheet, c)) for c in told]
    projects = ["&project" in names for names in plain]
    return [
        ClauseFeatures(c, grams(c.text), (*plain[n], *_around(plain, projects, n), *_place(n, len(told))))
        for n, c in enumerate(told)
    ]


def _alone(sheet: Sheet, clause: Clause) -> Iterator[str]:
    """What is known of the clause itself."""
    span, verb = clause.span, sheet.verbs[clause.order]
    yield f"&role={clause.role}"
    yield f"&weight={_step(sheet.weights[clause.order], 0.6, 5)}"
    yield f"&length={_step(len(clause.text), 4, 6)}"
    if sheet.prohibited[clause.order]:
        yield "&prohibited"
    if ENUMERATED.match(clause.text):
        yield "&enumerated"
    yield "&verb=" + ("none" if verb is None else "soft" if verb.soft else "single" if verb.single else "act")
    for name, spans in (("project", sheet.project.spans), ("measure", sheet.measures.spans), ("target", sheet.target.spans),
                        ("responsible", sheet.responsible.spans)):
        if any(s.start < span.end and span.start < s.end for s in spans):
            yield f"&{name}"
    due = sheet.deadline.span
    if due and due.start < span.end and span.start < due.end:
        yield f"&due={_step((span.end - span.start) - (due.end - due.start), 3, 3)}"
    for category in clause.hits:
        yield f"&has {category}"


def _around(plain: list[list[str]], projects: list[bool], n: int) -> Iterator[str]:
    """What the neighbours are."""
    if n:
        yield from map(_BEFORE.__add__, filter(_SHARED.__contains__, plain[n - 1]))
    if n + 1 < len(plain):
        yield from map(_AFTER.__add__, filter(_SHARED.__contains__, plain[n + 1]))
    yield f"&projects before={min(2, projects[:n].count(True))}"
    yield f"&projects after={min(2, projects[n + 1 :].count(True))}"


def _place(n: int, of: int) -> Iterator[str]:
    yield f"&place={min(n, 3)}"
    yield f"&place={min(n, 2)} of {min(of, 4)}"


def of_item(sheet: Sheet) -> list[str]:
    """What is known of the item as a whole."""
    found = [f"@kind={sheet.kind.value}"]
    found += _answers(sheet)
    found += _shape(sheet)
    found += (f"@has {category}" for category in sheet.hits.by_category)
    main = _main(sheet)
    if main:
        found += (f"@main {category}" for category in sheet.hits.inside(main))
    found += _headings(sheet)
    return found


def _answers(sheet: Sheet) -> Iterator[str]:
    """What the lexicons and grammars say."""
    for n, label in enumerate(sheet.dimensions):
        yield f"@dimension {n}={label.label}"
        if not n:
            yield f"@dimension={label.label} {_step(label.confidence, 0.3, 3)}"
    yield f"@part={sheet.part.value}"
    yield f"@target={sheet.target.kind.value}"
    yield f"@target={sheet.target.kind.value} {sheet.target.hedged}"
    yield f"@project={bool(sheet.project.spans)} {sheet.project.sure}"
    yield f"@measures={bool(sheet.measures.spans)}"
    yield f"@wording={sheet.wording.vague} {sheet.wording.routine}"
    yield f"@vague={sheet.wording.vague}"
    yield f"@routine={sheet.wording.routine}"
    yield f"@deadline={sheet.deadline.kind.value}"
    yield f"@deadline={sheet.deadline.kind.value} {sheet.deadline.source.value}"
    for value in sheet.target.values:
        yield f"@unit={value.unit}"


def _shape(sheet: Sheet) -> Iterator[str]:
    body = sheet.body()
    weights = [sheet.weights[c.order] for c in body if not sheet.prohibited[c.order]]
    stops = sum(sheet.prohibited[c.order] for c in body)
    yield f"@best={_step(max(weights), 0.6, 5) if weights else 'none'}"
    yield f"@worst={_step(min(weights), 0.6, 5) if weights else 'none'}"
    yield f"@prohibited={'none' if not stops else 'all' if stops == len(body) else 'some'}"
    yield f"@clauses={min(len(body), 5)}"
    yield f"@length={_step(len(sheet.text), 10, 7)}"
    yield f"@amounts={min(2, len(sheet.amounts))}"
    yield f"@digits={any(map(str.isdigit, sheet.text))} {bool(sheet.amounts)}"


def _main(sheet: Sheet) -> Span | None:
    """The clause of the project, else the first one."""
    body = sheet.body()
    if not body:
        return None
    at = sheet.project.spans[0].start if sheet.project.spans else body[0].span.start
    return next((c.span for c in body if c.span.start <= at < c.span.end), body[0].span)


def _headings(sheet: Sheet) -> Iterator[str]:
    if not sheet.item.headings:
        return
    heading = sheet.item.headings[-1]
    yield from (f"heading:{gram}" for gram in grams(heading) if len(gram) <= 3)
    hits = store().headings.find(heading)
    yield from (f"@heading {category}" for category in hits.by_category)


def _step(value: float, width: float, most: int) -> int:
    """Which step of `width` a value stands on, at most `most` away from 0."""
    return max(-most, min(most, int(value // width)))

