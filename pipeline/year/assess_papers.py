"""The sheets of a round: one a unit for those who judge alone, slips to tick, count and cut apart for those who vote."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from pipeline.feedback import fill, page
from pipeline.wording import chinese_day
from pipeline.year.judged import WORDS, Subject, round_of, subjects
from pipeline.year.office import Names, Office, YearError
from rules.year_settings import PartData, RoundData

FOLDER = "评议"
BOX = "□"
PAGE_CM, SLIP_CM, ROW_CM, MOST_SLIPS = 22.5, 2.1, 0.7, 6
"""Of a page: what slips may fill, what each takes beside its rows, what a row takes; and so many slips at most."""
MOST_ON_A_SLIP = 24
CUT = "- " * 60
HOW = "请在每行的一个格内打“√”。不签名。一行打两个以上或没有打的，该行作废。"


def write_papers(office: Office, name: str) -> list[Path]:
    """Write all sheets of a round. Raises YearError, OutputError."""
    told = round_of(office, name)
    judged = subjects(office, told.of)
    if not judged:
        raise YearError(f"台账中没有“{name}”要评议的对象（{'、'.join(WORDS[kind] for kind in told.of)}）。")
    by_unit: dict[int, list[Subject]] = {}
    for one in judged:
        by_unit.setdefault(one.unit.id, []).append(one)
    papers = []
    root = office.papers_of_year / FOLDER / name
    for part, data in told.parts.items():
        names = Names()
        for theirs in by_unit.values():
            target = root / f"{part}{'票' if data.votes else '表'}" / f"{names.of(theirs[0].unit.name)}.docx"
            write = partial(write_slips if data.votes else write_sheet, office=office, name=name, part=part, judged=theirs)
            papers.append(office.out.write(target, write))
    return papers


def write_sheet(target: Path, office: Office, name: str, part: str, judged: Sequence[Subject]) -> None:
    """Write the sheet of one who judges alone (自评, 领导点评): an opinion and a mark for each."""
    told, options = round_of(office, name), list(office.pack.assessment.options_of(name))
    document = page.new_page("")
    page.title(document, f"{told.title}　{part}表")
    page.line(document, f"单位：{judged[0].unit.name}　　评价人：{told.parts[part].by or '____________'}", indent=False)
    if days := _days(told):
        page.line(document, days, indent=False)
    widths = (1.2, 3.0, 1.6, 4.6, *[_wide(options)] * len(options))
    rows = [(str(n), s.name, WORDS[s.judged], "", *[BOX] * len(options)) for n, s in enumerate(judged, start=1)]
    fill.table(document, ("序号", "评价对象", "类别", "评语", *options), widths, rows, 1.8)
    fill.centre_from(document, 4)
    fill.small(document, "请对照承诺事项逐项看是否兑现，在一个格内打“√”，写一两句评语。")
    page.signature(document, "评价人（签名）：________________", "　　年　　月　　日")
    page.save(document, target, office.pack.office, title=f"{part}表")


def write_slips(target: Path, office: Office, name: str, part: str, judged: Sequence[Subject]) -> None:
    """Write a page of slips for those who vote; to be copied as often as needed."""
    told, options = round_of(office, name), list(office.pack.assessment.options_of(name))
    document = page.new_page("")
    groups = [judged[at : at + MOST_ON_A_SLIP] for at in range(0, len(judged), MOST_ON_A_SLIP)]
    for n, group in enumerate(groups):
        slips = max(1, min(MOST_SLIPS, int(PAGE_CM / (SLIP_CM + ROW_CM * len(group)))))
        for slip in range(slips):
            if slip:
                fill.small(document, CUT)
            elif n:
                fill.new_leaf(document)
            _slip(document, f"{told.title}　{part}票", told.parts[part], options, group)
    page.save(document, target, office.pack.office, title=f"{part}票")


def _slip(document: object, title: str, part: PartData, options: Sequence[str], group: Sequence[Subject]) -> None:
    fill.small(document, f"{title}　　{group[0].unit.name}{f'　　（{part.by}填）' if part.by else ''}", keep=True)
    widths = (1.2, 4.4, 1.8, *[8.6 / len(options)] * len(options))
    rows = [(str(n), s.name, WORDS[s.judged], *[BOX] * len(options)) for n, s in enumerate(group, start=1)]
    fill.table(document, ("序号", "评价对象", "类别", *options), widths, rows, ROW_CM)
    fill.centre_from(document, 3)
    fill.small(document, HOW)


def _wide(options: Sequence[str]) -> float:
    return 5.6 / len(options)


def _days(told: RoundData) -> str:
    if not (told.start and told.end):
        return ""
    end = chinese_day(told.end)
    return f"时间：{chinese_day(told.start)}至{end.partition('年')[2] if told.end.year == told.start.year else end}"
