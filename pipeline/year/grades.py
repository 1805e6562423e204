"""From counts to a grade. Where a part is missing or too few voted, the grade is given only if it is the same whatever that
part would have said; else it cannot be told, and the reason is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.ledger.book.year import Ballot
from rules.year_settings import AssessmentData, PartData, RoundData

UNKNOWN = "无法定等"
_CLOSE = 1e-9


@dataclass(frozen=True, slots=True)
class PartResult:
    """A part's score (0 to 100), None where it tells nothing; `why` says so, or what is doubtful of it."""

    name: str
    score: float | None
    valid: int
    why: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """What came out: `score` where all parts are there, `low` and `high` its bounds, the grade, and what has to be said."""

    parts: tuple[PartResult, ...]
    score: float | None
    low: float
    high: float
    grade: str
    remarks: tuple[str, ...]


def result(assessment: AssessmentData, name: str, ballots: Mapping[str, Ballot]) -> Result:
    """The result of one that is judged; `ballots` by part."""
    told, options = assessment.rounds[name], assessment.options_of(name)
    parts = tuple(_part(part, data, ballots.get(part), told, options, assessment) for part, data in told.parts.items())
    least, most = _range(told, options)
    total = sum(data.weight for data in told.parts.values())
    low, high = (_sum(parts, told, total, bound) for bound in (least, most))
    whole = all(part.score is not None for part in parts)
    grade = _grade(told, assessment.grades_of(name), low, high)
    return Result(parts, low if whole else None, low, high, grade, tuple(_remarks(parts, told, grade, whole)))


def _part(
    name: str, data: PartData, ballot: Ballot | None, told: RoundData, options: Mapping[str, float], assessment: AssessmentData
) -> PartResult:  # fmt: skip
    valid = sum(ballot.counts.values()) if ballot else 0
    if ballot is None or not valid:
        return PartResult(name, None, 0, f"缺{name}")
    if data.votes and valid < assessment.least_votes:
        return PartResult(name, None, valid, f"{name}只有{valid}张有效票，少于{assessment.least_votes}张，不计")
    if data.votes and ballot.handed_out and valid / ballot.handed_out < assessment.least_returned:
        return PartResult(name, None, valid, f"{name}发出{ballot.handed_out}张，有效{valid}张，不到{assessment.least_returned:.0%}，不计")
    return PartResult(name, _score(ballot.counts, told, options), valid, _doubt(name, data, ballot, valid))


def _doubt(name: str, data: PartData, ballot: Ballot, valid: int) -> str:
    if not data.votes:
        return ""
    if ballot.handed_out is None:
        return f"{name}没有填发出票数"
    return f"{name}未收回或作废{ballot.handed_out - valid}张" if ballot.handed_out > valid else ""


def _score(counts: Mapping[str, int], told: RoundData, options: Mapping[str, float]) -> float:
    valid = sum(counts.values())
    if told.satisfied:
        return 100 * sum(counts.get(word, 0) for word in told.satisfied) / valid
    return sum(number * options.get(word, 0) for word, number in counts.items()) / valid


def _range(told: RoundData, options: Mapping[str, float]) -> tuple[float, float]:
    return (0, 100) if told.satisfied else (min(options.values()), max(options.values()))


def _sum(parts: Sequence[PartResult], told: RoundData, total: float, bound: float) -> float:
    return sum(told.parts[p.name].weight * (bound if p.score is None else p.score) for p in parts) / total


def _grade(told: RoundData, grades: Mapping[str, float], low: float, high: float) -> str:
    if told.threshold is not None:
        grades = {"达标": told.threshold, "未达标": 0}
    bands = [next((word for word, least in grades.items() if score + _CLOSE >= least), "") for score in (low, high)]
    return bands[0] if bands[0] == bands[1] and bands[0] else UNKNOWN


def _remarks(parts: Sequence[PartResult], told: RoundData, grade: str, whole: bool) -> list[str]:
    said = [part.why for part in parts if part.why]
    if not whole and grade != UNKNOWN:
        said.append("所缺部分无论如何评，等次不变")
    scores = {part.name: part.score for part in parts if part.score is not None}
    if told.apart is not None and len(scores) == len(parts) and max(scores.values()) - min(scores.values()) > told.apart:
        high, low = max(scores, key=lambda n: scores[n]), min(scores, key=lambda n: scores[n])
        said.append(f"{high}与{low}相差{scores[high] - scores[low]:.1f}分，请了解原因")
    return said
