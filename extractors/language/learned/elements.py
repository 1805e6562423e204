"""Project and measures by the clause head: which clauses say what is done, which say how.

Columns and labelled lines stay as they are given. The edges of a span are those of the other components where they
found one in the same clause."""

from __future__ import annotations

from extractors.language import project
from extractors.language.learned.heads import Reading
from extractors.language.sheet import Clause, Sheet
from extractors.model import Elements, Span

SHORTEST = 4
"""A clause with fewer characters is neither."""
_ABSENT, _DOUBTFUL = Elements(), Elements(sure=False)


def revise(sheet: Sheet, reading: Reading) -> None:
    """Decide both elements anew from the probabilities of the clauses."""
    told = [(one.clause, chances) for one, chances in zip(reading.clauses, reading.of_clauses(), strict=True)]
    limits = reading.model.header.thresholds
    roles = [clause.role for clause in sheet.clauses]
    if "project" not in roles:
        projects = [(clause, chances[0]) for clause, chances in told if clause.role == "text"]
        sheet.project = _chosen(sheet, projects, sheet.project, limits["project"], limits["no project"])
    if "measures" not in roles:
        measures = [(clause, chances[1]) for clause, chances in told if clause.role in ("text", "project")]
        sheet.measures = _chosen(sheet, measures, sheet.measures, limits["measure"], limits["no measure"])


def _chosen(sheet: Sheet, chances: list[tuple[Clause, float]], read: Elements, yes: float, no: float) -> Elements:
    """The clauses at least as likely as `yes`; without any, sure only where none is likelier than `no`."""
    best = max([likely for _, likely in chances], default=0.0)
    if best < yes:
        return _ABSENT if best < no else _DOUBTFUL
    spans: list[Span] = []
    for clause, likely in chances:
        if likely >= yes and len(clause.text) >= SHORTEST:
            spans += _in_clause(sheet, clause, read)
    return Elements(tuple(dict.fromkeys(spans)))


def _in_clause(sheet: Sheet, clause: Clause, read: Elements) -> list[Span]:
    """The spans that were read inside the clause, else the clause without its deadline."""
    low, high = clause.span
    return [s for s in read.spans if s.start < high and low < s.end] or [project.without_deadline(sheet, clause)]
