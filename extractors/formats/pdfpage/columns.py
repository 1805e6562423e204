"""Running text set in columns side by side, which is read down one column and then down the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from extractors.formats.pdfpage.content import BLANKS, Run
from extractors.formats.pdfpage.letters import bare_number, ordinal
from extractors.formats.pdfpage.lines import Line, set_lines

_GUTTER = 1.0
"""Ems between two columns at the least."""

_ROWS = 6
"""Lines that each column has at the least."""

_NARROWEST = 9.0
"""Ems: what is narrower is a list of names or dates, and read across."""

_POINTS = 2
"""Points of a list at the least."""

_FULL = 0.5
"""The share of a column's lines that reach its right edge where it is running text and not entries of a form."""


@dataclass(slots=True)
class Column:
    """The lines of one column and its edges."""

    x0: float
    x1: float
    lines: list[Line]


@dataclass(slots=True)
class Columns:
    """Columns side by side, in reading order. `xs` are their edges, as a table has them; `runs_on` tells that a sentence which one
    column leaves open goes on in the next."""

    columns: list[Column]
    xs: tuple[float, ...]
    top: float
    bottom: float
    runs_on: bool = False


class _Segment(NamedTuple):
    """Runs of one baseline without a wide gap between them."""

    y: float
    em: float
    x0: float
    x1: float
    runs: list[Run]


def columns(runs: Sequence[Run], page: int, low: float, high: float) -> tuple[Sequence[Run], Columns | None]:
    """The text between the heights `low` and `high` that stands in two columns, and the runs that do not. None on
    almost every page: both sides must be running text, or lists that count on by themselves, clear of one another over several
    lines."""
    if not _begins_on_the_right(runs):
        return runs, None
    segments = _segments([run for run in runs if low < run.y < high])
    for gutter in _gutters(segments):
        for block in _stretches(segments, gutter):
            left, right = [s for s in block if s.x1 <= gutter], [s for s in block if s.x1 > gutter]
            if (_prose(left) and _prose(right) and not _reads_across(left, right)) or (_counts_on(left) and _counts_on(right)):
                return _parted(runs, left, right, page)
    return runs, None


def _begins_on_the_right(runs: Sequence[Run]) -> bool:
    """Whether enough lines begin in the right part of the text for a second column; a look that costs little."""
    if len(runs) < 2 * _ROWS:
        return False
    left, right = min([run.xs[0] for run in runs]), max([run.xs[-1] for run in runs])
    middle = left + 0.3 * (right - left)
    begun, y, end = 0, None, 0.0
    for run in runs:
        if run.xs[0] > middle and (run.y != y or run.xs[0] - end > _GUTTER * run.em):
            begun += 1
        y, end = run.y, run.xs[-1]
    return begun >= _ROWS


def _segments(runs: Sequence[Run]) -> list[_Segment]:
    found: list[_Segment] = []
    for run in sorted((run for run in runs if run.text not in BLANKS), key=lambda run: (-run.y, run.xs[0])):
        last = found[-1] if found else None
        if last is not None and last.y == run.y and run.xs[0] - last.x1 < _GUTTER * run.em:
            last.runs.append(run)
            found[-1] = last._replace(x1=max(last.x1, run.xs[-1]))
        else:
            found.append(_Segment(run.y, run.em, run.xs[0], run.xs[-1], [run]))
    return found


def _gutters(segments: Sequence[_Segment]) -> list[float]:
    """Where a gutter may lie: just left of where many segments begin, the most frequent first."""
    starts: dict[int, int] = {}
    for segment in segments:
        starts[round(segment.x0 / 3)] = starts.get(round(segment.x0 / 3), 0) + 1
    likely = sorted((s for s, count in starts.items() if count >= _ROWS - 2), key=lambda s: -starts[s])
    em = sorted(segment.em for segment in segments)[len(segments) // 2] if segments else 1.0
    return [s * 3 - 0.4 * em for s in likely[:6]]


def _stretches(segments: Sequence[_Segment], gutter: float) -> list[list[_Segment]]:
    """The segments between those that cross the gutter."""
    found: list[list[_Segment]] = [[]]
    for segment in segments:
        if segment.x0 < gutter < segment.x1:
            found.append([])
        else:
            found[-1].append(segment)
    return [stretch for stretch in found if len(stretch) >= 2 * _ROWS]


def _prose(column: Sequence[_Segment]) -> bool:
    rows = {segment.y for segment in column}
    if len(rows) < _ROWS or len(column) > 1.2 * len(rows):
        return False
    x0, x1 = min(s.x0 for s in column), max(s.x1 for s in column)
    em = sorted(s.em for s in column)[len(column) // 2]
    full = sum(1 for s in column if s.x1 > x1 - 2.2 * em)
    return x1 - x0 > _NARROWEST * em and full >= _FULL * len(column)


def _counts_on(column: Sequence[_Segment]) -> bool:
    """Whether most points of a column are followed by the next number below them: of a list that is read across it has every other
    number. What a wrapped line begins with (10元) may stand between."""
    if not column or max(s.x1 for s in column) - min(s.x0 for s in column) < _NARROWEST * column[0].em:
        return False
    numbers = _numbers(column)
    followed = sum(number + 1 in numbers[at + 1 :] for at, number in enumerate(numbers))
    return len(numbers) >= _POINTS and 2 * followed >= len(numbers)


def _reads_across(left: Sequence[_Segment], right: Sequence[_Segment]) -> bool:
    """Whether each side has every other point of a list (1、…　2、… over 3、…　4、…)."""
    odd, even = _numbers(left), _numbers(right)
    return len(odd) >= _POINTS and [number + 1 for number in odd[: len(even)]] == even


def _numbers(column: Sequence[_Segment]) -> list[int]:
    """The numbers with which the lines of a column begin, from top to bottom."""
    texts = ("".join(run.text for run in segment.runs) for segment in sorted(column, key=lambda segment: -segment.y))
    return [number for text in texts if (number := bare_number(text) or _number(text))]


def _number(text: str) -> int:
    found = ordinal(text)
    return found.number if found else 0


def _parted(
    runs: Sequence[Run], left: list[_Segment], right: list[_Segment], page: int
) -> tuple[Sequence[Run], Columns | None]:
    if min(s.x0 for s in right) - max(s.x1 for s in left) < _GUTTER * 0.8 * left[0].em:
        return runs, None
    top, bottom = max(s.y for s in (*left, *right)), min(s.y for s in (*left, *right))
    made = []
    for side in (left, right):
        lines = set_lines([run for segment in side for run in segment.runs], page)
        made.append(Column(min(s.x0 for s in side), max(s.x1 for s in side), lines))
    taken = {id(run) for segment in (*left, *right) for run in segment.runs}
    rest = [run for run in runs if id(run) not in taken and not (run.text in BLANKS and bottom <= run.y <= top)]
    return rest, Columns(made, (made[0].x0, made[0].x1, made[1].x0, made[1].x1), top, bottom)
