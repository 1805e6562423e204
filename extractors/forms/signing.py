"""What the lines at the end of a form amount to: who has signed, on which day, in which year."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.forms.dates import find_dates
from extractors.forms.signlines import SIGNER, UPPER, YEARLESS_END, SignLine, promises
from extractors.forms.text import half, squeeze
from extractors.forms.titles import org_name
from extractors.model import FormKind, Passage, Presence, PrintedDate, Signing

_DECEMBER = 12
_AGREES = re.compile("同意|属实|批准")
"""What a superior says, and nobody is called."""


def signing(lines: Sequence[SignLine], day: PrintedDate, kind: FormKind, person: str) -> Signing:
    """Signature, seal and date as far as print can tell: a typed name is a signature, a blank place is 无法判定. Where a member
    (`person`) promises, the secretary of his branch only signs beside him."""
    if not lines:
        return Signing(date=day, passage=day.passage)
    signer = signer_line([line for line in lines if not countersigns(line.label, kind) or line.person == person])
    name = (signer.person or squeeze(signer.rest)) if signer else ""
    passage = Passage.join(line.passage.strip() for line in lines)
    return Signing(Presence.PRESENT if name else Presence.UNKNOWN, Presence.UNKNOWN, day, name, passage)


_OF_BRANCH = re.compile("(?:支部|总支|党委|党组织)书记")
"""The secretary of the branch by his whole office; a bare 书记： may be how whoever promises calls himself."""


def countersigns(label: str, kind: FormKind) -> bool:
    """Whether a label is that of the secretary (党支部书记签字) where a member promises."""
    return kind is FormKind.MEMBER and _OF_BRANCH.search(label) is not None


def day_of_year(lines: Sequence[SignLine], year: int | None) -> PrintedDate:
    """The day that the end prints without its year, in the year of the title; one in December may be of the year before."""
    found = (yearless_day(line.passage, year) for line in reversed(lines) if not UPPER.search(line.label))
    return next((day for day in found if day.day is not None and day.day.month < _DECEMBER), PrintedDate())


def yearless_day(line: Passage, year: int | None) -> PrintedDate:
    """The day at the end of a line that has no year of its own, in that year; none where there is no such day."""
    found = YEARLESS_END.search(half(line.text)) if year is not None else None
    whole = next(iter(find_dates(f"{year}年{found['day']}")), None) if found is not None else None
    if found is None or whole is None or whole.day is None:
        return PrintedDate()
    return PrintedDate(whole.day, whole.state, line.slice(*found.span("day")))


def without_day(opinion: str) -> str:
    """An opinion without the day at its end that has no year."""
    found = YEARLESS_END.search(half(opinion))
    return opinion[: found.start()].rstrip() if found is not None else opinion


def signer_line(lines: Sequence[SignLine]) -> SignLine | None:
    """The line that names the signer: a person at a signature place, else any person, else an organisation."""
    best, highest = None, 0
    for line in lines:
        if (rank := _rank(line)) > highest:
            best, highest = line, rank
    return best


def _rank(line: SignLine) -> int:
    """How much a line's words look like the signature; 0 where it names nobody."""
    if not line.rest or _AGREES.search(line.rest):
        return 0
    if line.person:
        if promises(line.label):
            return 4
        return 3 if line.mark or (line.label and SIGNER.search(line.label)) else 2
    return 1 if org_name(line.rest) or line.mark or line.label else 0


def year_of(lines: Sequence[SignLine]) -> int | None:
    """The year under the signature, also where month or day is missing."""
    return next((h.year for line in reversed(lines) for h in reversed(line.dates) if h.year), None)
