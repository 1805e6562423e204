"""The result of a round: a table that is made public."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from pipeline.feedback import fill, page
from pipeline.ledger.book.year import Ballot
from pipeline.year.assess_book import ballots
from pipeline.year.grades import UNKNOWN, Result, result
from pipeline.year.judged import WORDS, Subject, round_of, subjects
from pipeline.year.office import Office, YearError

NAME = "评议结果"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One that was judged and what came out."""

    subject: Subject
    result: Result


def outcomes(office: Office, name: str) -> list[Outcome]:
    """The results of all that are judged, also of those of whom nothing came. Raises YearError."""
    told, found = round_of(office, name), ballots(office, name)
    if not found:
        raise YearError(f"“{name}”还没有登记结果。请先填写录入表，再运行 chengnuo assess take {name} 录入表。")
    by_subject: dict[tuple[str, int, int | None], dict[str, Ballot]] = {}
    for one in found:
        by_subject.setdefault((one.judged, one.unit, one.person), {})[one.part] = one
    judged = subjects(office, told.of)
    return [Outcome(s, result(office.pack.assessment, name, by_subject.get((s.judged.value, s.unit.id, s.person), {}))) for s in judged]


def write_result(target: Path, office: Office, name: str, found: list[Outcome]) -> None:
    """Write the public table."""
    told = round_of(office, name)
    parts = list(told.parts)
    document = page.new_page("草稿，待审定后公布")
    page.title(document, f"{office.year}年{told.title}结果")
    page.line(document, _counted(office, name, found))
    score = "满意率" if told.satisfied else "综合分"
    wide = min(5.2 / len(parts), 2.0)
    left = 10.4 - wide * len(parts)
    widths = (1.2, left * 0.55, left * 0.45, 1.8, *[wide] * len(parts), 1.4, 1.8)
    rows = [_cells(n, one) for n, one in enumerate(found, start=1)]
    page.table(document, ("序号", "单位", "评价对象", "类别", *parts, score, "等次"), widths, rows)
    fill.centre_from(document, 3)
    if notes := _notes(found):
        page.heading(document, "说明")
        for note in notes:
            page.line(document, note)
    page.signature(document, office.pack.office or "（主管单位）", "　　年　　月　　日")
    page.save(document, target, office.pack.office, title=NAME)


def shown(score: float | None) -> str:
    """A score as it is printed."""
    return "—" if score is None else f"{score:.1f}"


def _cells(n: int, one: Outcome) -> tuple[str, ...]:
    subject, found = one.subject, one.result
    scores = (shown(part.score) for part in found.parts)
    return str(n), subject.unit.name, subject.name, WORDS[subject.judged], *scores, shown(found.score), found.grade


def _notes(found: list[Outcome]) -> list[str]:
    """What is to be said, once for all of a unit of whom the same is to be said."""
    said: dict[tuple[str, str], list[str]] = {}
    for one in found:
        if one.result.remarks:
            said.setdefault((one.subject.unit.name, "；".join(one.result.remarks)), []).append(one.subject.name)
    return [f"{_whose(unit, names)}：{remarks}。" for (unit, remarks), names in said.items()]


def _whose(unit: str, names: list[str]) -> str:
    return unit if names == [unit] else f"{unit}（{'、'.join(names)}）"


def _counted(office: Office, name: str, found: list[Outcome]) -> str:
    told, count = round_of(office, name), Counter(one.result.grade for one in found)
    words = ["达标", "未达标"] if told.threshold is not None else list(office.pack.assessment.grades_of(name))
    weights = "、".join(f"{part}{data.weight:g}%" for part, data in told.parts.items()) if len(told.parts) > 1 else ""
    ask = f"满意率不低于{told.threshold:g}%为达标。" if told.threshold is not None else ""
    rest = f"，{UNKNOWN}{count[UNKNOWN]}个（原因见说明）" if count[UNKNOWN] else ""
    told_weights = f"综合分按{weights}计算。" if weights else ""
    return f"评议对象{len(found)}个：{'、'.join(f'{word}{count[word]}个' for word in words)}{rest}。{told_weights}{ask}"
