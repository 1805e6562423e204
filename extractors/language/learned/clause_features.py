"""What the other components found in each clause, as states of which the names of yes/no features are made (see `names`)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from extractors.language.clauses import ENUMERATED
from extractors.language.learned.grams import grams, longer
from extractors.language.learned.names import step
from extractors.language.sheet import Clause, Sheet

_ROLES = {"text": 0, "project": 1, "target": 2, "measures": 3}
_VERBS = ("&verb=none", "&verb=soft", "&verb=single", "&verb=act")
_MARKS = ("&project", "&measure", "&target", "&responsible", "&prohibited", "&enumerated")
PROJECT, MEASURE, TARGET, RESPONSIBLE, PROHIBITED, NUMBERED = (4 << n for n in range(len(_MARKS)))
_ROLE_BIT = 4 << len(_MARKS)
NOBODY = -1
"""The shared code of a neighbour that is not there."""
HAS = "&has "

Own = tuple[int, int, int, int | None]
"""The shared code, steps of weight and length, and how much of the clause its deadline leaves (None where it has none)."""
Around = tuple[int, int, int, int, int, int]
"""The codes of the neighbours, how many projects stand before and after, and which of how many clauses this is."""
_ALONE = (NOBODY, NOBODY, 0, 0, 0, 1)
"""Of the only clause."""


@dataclass(slots=True)
class ClauseFeatures:
    """A clause with the states of its yes/no features: what it is and what is around it. The shared code is what its
    neighbours know of it too: its verb in two bits, a bit for each of `_MARKS`, then its role."""

    clause: Clause
    own: Own
    around: Around = (NOBODY, NOBODY, 0, 0, 0, 0)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all of them: what it is, what words it has, what is around it."""
        return (*own_names(*self.own), *(HAS + category for category in self.clause.hits), *around_names(*self.around))

    @property
    def grams(self) -> set[str]:
        """Its n-grams, and the longer strings of which the model may know some."""
        return grams(self.clause.text) | longer(self.clause.text)


def of_clauses(sheet: Sheet) -> list[ClauseFeatures]:
    """The clauses that say what is promised or how, in order."""
    named = ((PROJECT, sheet.project.spans), (MEASURE, sheet.measures.spans), (TARGET, sheet.target.spans), (RESPONSIBLE, sheet.responsible.spans))
    marks = [mark for mark in named if mark[1]]
    verbs, weights, prohibited, due = sheet.verbs, sheet.weights, sheet.prohibited, sheet.deadline.span
    told: list[ClauseFeatures] = []
    for clause in sheet.clauses:
        (low, high), role, order, text, _, signs = clause
        if role not in _ROLES:
            continue
        verb = verbs[order]
        code = _ROLE_BIT * _ROLES[role] + (0 if verb is None else 1 if verb.soft else 2 if verb.single else 3)
        for bit, spans in marks:
            for start, end in spans:
                if start < high and low < end:
                    code |= bit
                    break
        if prohibited[order]:
            code |= PROHIBITED
        if signs & ENUMERATED.sign and ENUMERATED.match(text):
            code |= NUMBERED
        free = step((high - low) - (due.end - due.start), 3, 3) if due and due.start < high and low < due.end else None
        told.append(ClauseFeatures(clause, (code, step(weights[order], 0.6, 5), min(len(text) // 4, 6), free)))
    _tell_neighbours(told)
    return told


def _tell_neighbours(told: list[ClauseFeatures]) -> None:
    """Fill `around` of each clause."""
    if len(told) == 1:
        told[0].around = _ALONE
        return
    codes = [one.own[0] for one in told]
    of, before, last = min(4, len(told)), 0, NOBODY
    after = sum([1 for code in codes if code & PROJECT])
    for n, (one, code, following) in enumerate(zip(told, codes, [*codes[1:], NOBODY], strict=False)):
        is_project = 1 if code & PROJECT else 0
        after -= is_project
        one.around = (last, following, min(2, before), min(2, after), min(3, n), of)
        before += is_project
        last = code


@lru_cache(maxsize=1024)
def _shared(code: int) -> tuple[str, ...]:
    """The names of a shared code; nothing where nobody is there."""
    if code == NOBODY:
        return ()
    marks = [name for n, name in enumerate(_MARKS) if code & 4 << n]
    role = next(name for name, number in _ROLES.items() if number == code // _ROLE_BIT)
    return (_VERBS[code & 3], *marks, *(("&role=" + role,) if role != "text" else ()))


def own_names(code: int, weight: int, length: int, free: int | None) -> tuple[str, ...]:
    """What the clause is."""
    role = () if code // _ROLE_BIT else ("&role=text",)
    due = () if free is None else (f"&due={free}",)
    return (*_shared(code), *role, f"&weight={weight}", f"&length={length}", *due)


def around_names(last: int, following: int, before: int, after: int, n: int, of: int) -> tuple[str, ...]:
    """What is around the clause."""
    return (
        *(f"&before {name}" for name in _shared(last)),
        *(f"&after {name}" for name in _shared(following)),
        f"&projects before={before}",
        f"&projects after={after}",
        f"&place={n}",
        f"&place={min(n, 2)} of {of}",
    )
