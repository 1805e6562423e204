"""审核意见.docx: the letter that goes with a unit's marked-up forms; one A4 page where that can be."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

from pipeline.feedback import page
from pipeline.feedback.letter_content import Letter, Point
from pipeline.feedback.letter_text import closing, doubts, overall, received
from pipeline.wording import DRAFT
from rules.packs import Pack

FILE_NAME = "审核意见.docx"
NO_DAY = "　　年　　月　　日"
HEADINGS = ("序号", "位置", "问题", "依据", "修改建议")
WIDTHS_CM = (1.2, 2.7, 4.9, 1.7, 5.7)
NUMERALS = "一二三四五六"
OPENING = "你单位报送的公开承诺书收悉。经对照通知要求审核，现将意见反馈如下。"
FEWEST_ROWS = 4


def write_letter(target: Path, letter: Letter, pack: Pack, due: date | None = None) -> None:
    """Write the letter. `due` is the day by which mended forms come back (else the notice's own, else left blank).

    The office adds its date and, after review, takes the draft mark off. Same input, same bytes."""
    above = [("收到材料", received(letter)), ("总体情况", overall(letter))]
    below = [("由我办核对的事项", doubts(letter)), ("报送要求", closing(letter, pack, due))]
    sections = [*above, ("修改意见", _intro(letter, pack)), *(section for section in below if section[1])]
    opening = pack.letter.get("opening", OPENING) if letter.points else OPENING
    shown = _fitting(letter.points, _room(sections, opening))
    document = page.new_page(DRAFT)
    page.title(document, "关于公开承诺书的审核意见")
    page.line(document, f"{letter.unit}：", indent=False)
    page.line(document, opening)
    for numeral, (heading, lines) in zip(NUMERALS, sections, strict=False):
        page.heading(document, f"{numeral}、{heading}")
        for text in lines:
            page.line(document, text)
        if heading == "修改意见" and shown:
            page.table(document, HEADINGS, WIDTHS_CM, _rows(shown))
            _rest(document, letter.points, shown)
    page.signature(document, pack.office or "（审核单位）", NO_DAY)
    page.save(document, target, pack.office)


def _intro(letter: Letter, pack: Pack) -> list[str]:
    if letter.points:
        where = "具体位置见下表" if all(point.only_here for point in letter.points) else "具体位置见各承诺书批注"
        return [f"{where}，“依据”指{pack.short or '通知'}的条款。"]
    return ["经审核，未发现需要修改的问题。" if letter.forms else "待重新报送后提出。"]


def _rows(shown: list[Point]) -> list[tuple[str, ...]]:
    """The table's rows: points by form, each form below its name."""
    points = sorted(shown, key=lambda p: (p.rank, p.group))
    rows: list[tuple[str, ...]] = [(points[0].group,)]
    for number, (before, point) in enumerate(pairwise([points[0], *points]), start=1):
        if point.group != before.group:
            rows.append((point.group,))
        rows.append((str(number), *_cells(point)))
    return rows


def _cells(point: Point) -> tuple[str, str, str, str]:
    return point.places, f"【{point.severity}】{point.message}", point.clause, point.suggestion


def _rest(document: object, points: list[Point], shown: list[Point]) -> None:
    left = sum(p.count for p in points) - sum(p.count for p in shown)
    if left:
        page.line(document, f"其余{left}处见各承诺书批注。")


def _room(sections: list[tuple[str, list[str]]], opening: str) -> float:
    """Points of height that the text leaves for the table on one page."""
    lines = 2 + page.lines_of(opening)  # the unit's line, and the one that says how many more there are
    for _, texts in sections:
        lines += 1 + sum(page.lines_of(text) for text in texts)
    return page.room_for_table(lines)


def _fitting(points: list[Point], room: float) -> list[Point]:
    """The weightiest points that fit, always some, and all that no copy says."""
    shown: list[Point] = []
    groups: set[str] = set()
    for point in points:
        room -= page.row_height(_cells(point), WIDTHS_CM[1:])
        if point.group not in groups:
            room -= page.row_height(("",), (1.0,))
        if room < 0 and len(shown) >= FEWEST_ROWS and not point.only_here:
            continue
        groups.add(point.group)
        shown.append(point)
    return shown
