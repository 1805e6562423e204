"""Lines of registers: whom a clerk means by what he types, days and copies as he writes them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from pipeline.rosters.book import RosterBook, read_roster
from pipeline.rosters.branches import superior
from pipeline.rosters.typed import Typed
from pipeline.rosters.values import Frame, day_in, day_of, day_over
from rules.facts import UnitFacts

UNITS = [
    ["党组织名称", "上级党组织", "书记"],
    ["机关第一党支部", "样例大学党委", "甲样例"], ["机关第二党支部", "样例大学党委", "乙样例"], ["土木工程学院党总支", "样例大学党委", "丙样例"],
    ["教工第一党支部", "食品学院党总支", "丁样例"], ["教工第一党支部", "纺织学院党总支", "戊样例"], ["经济学院党总支", "样例大学党委", "己样例"],
    ["管理学院党总支", "样例大学党委", "庚样例"], ["急诊党支部", "样例大学党委", "辛样例"],
]  # fmt: skip
ROWS = [UnitFacts(f"u{n}", str(row[0]), str(row[1]), secretary=str(row[2])) for n, row in enumerate(UNITS[1:])]
PEOPLE = [["姓名", "所在党总支", "所在支部"], ["张样例", "食品学院党总支", "教工第一党支部"], ["张样例", "纺织学院党总支", "教工第一党支部"], ["李样例", "", "急诊"]]
FRAME = Frame(2012, 3)


def read(folder: Path, rows: list[list[object]], title: str = "收件登记") -> RosterBook:
    work = Workbook()
    work.remove(work.active)  # type: ignore[arg-type]
    for name, lines in (("党组织", UNITS), ("党员", PEOPLE), (title, rows)):
        sheet = work.create_sheet(name)
        for line in lines:
            sheet.append(line)
    work.save(folder / "名册.xlsx")
    return read_roster(folder / "名册.xlsx")


def told(book: RosterBook) -> list[tuple[str, str, date | None, int | None]]:
    """Unit, person, day and copies of each line."""
    roster, found = book.roster, []
    for line in book.roster.receipts:
        person = roster.person_by_id(line.owner)
        unit = roster.home(person) if person else roster.unit_by_id(line.owner.partition("/")[0])
        found.append((f"{unit.parent[:2]}{unit.name}" if unit else "", person.name if person else line.owner.partition("/")[2], line.day, line.paper))
    return found


@pytest.mark.parametrize(
    ("name", "parent", "head", "unit", "sure"),
    [
        ("土木院", "", "", "u2", True), ("机关二", "", "", "u1", True), ("机关", "", "", None, False), ("教一", "食品学院", "", "u3", True), ("教一", "", "", None, False),
        ("教工一支部", "", "戊样例", "u4", True), ("经管院", "", "", None, False), ("急诊科", "", "", "u7", True), ("机关三", "", "", None, False), ("团委", "", "", None, False),
        ("土木党支部", "", "", "u2", False), ("上木学院", "", "丙样例", "u2", False), ("", "", "", None, False),
    ],
)  # fmt: skip
def test_short_names_of_the_counter(name: str, parent: str, head: str, unit: str | None, sure: bool) -> None:
    found = Typed(ROWS).find(name, parent, head)
    assert (found.unit.roster_id if found.unit else None, found.sure) == (unit, sure)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("3月6日上午", (3, 6)), ("二月二十一日", (2, 21)), ("3月7日（星期三）", (3, 7)), ("5日", (3, 5)), ("12.3.7", (3, 7)), ("11.3.7", None), ("3.5 9:30", (3, 5)),
        ("二〇一二年三月五日", (3, 5)), ("2012-3-14 08:30", (3, 14)), ("2月30日", None), ("3月上旬", None),
    ],
)  # fmt: skip
def test_days_of_a_register(text: str, day: tuple[int, int] | None) -> None:
    assert day_of(text, FRAME) == (date(2012, *day) if day else None)


def test_a_day_among_other_words() -> None:
    assert day_in("3月5日，2份", FRAME) == day_in("2份（3.5）", FRAME) == day_over("一、3月5日（星期一）收到5件", FRAME) == date(2012, 3, 5)
    assert day_in("3月5日、3月6日", FRAME) is None
    assert day_in("31份", FRAME) is None


def test_a_line_over_rows_names_a_superior() -> None:
    parents = {"食品学院党总支", "纺织学院党总支", "样例大学党委", ""}
    assert superior("二、食品学院（3个支部）：", parents) == "食品学院党总支"
    assert superior("学院", parents) == superior("合计", parents) == ""


def test_a_register_by_days_with_several_in_a_cell(tmp_path: Path) -> None:
    book = read(tmp_path, [
        ["2012年承诺书收件登记"], ["单位", "份数", "送件人"], ["3月7日"], ["机关一、二", "各2份", None], ["土木院", "3份", "丙样例"], ["3月8日"],
        ["经济、管理", "共4份", None], ["〃", "1份", None], ["教工一支部", 2, "丁样例"], ["校办", 1, None],
    ])  # fmt: skip
    first, second = date(2012, 3, 7), date(2012, 3, 8)
    assert told(book) == [
        ("样例机关第一党支部", "", first, 2), ("样例机关第二党支部", "", first, 2), ("样例土木工程学院党总支", "", first, 3), ("样例经济学院党总支", "", second, None),
        ("样例管理学院党总支", "", second, None), ("样例经济学院党总支", "", second, None), ("样例管理学院党总支", "", second, None),
        ("食品教工第一党支部", "", second, 2), ("", "", second, 1),
    ]  # fmt: skip
    assert any("收件登记!A10" in problem and "“校办”不在党组织名册中" in problem for problem in book.problems)


def test_columns_of_documents_with_their_days_and_copies(tmp_path: Path) -> None:
    book = read(tmp_path, [
        ["2012年纸质件登记"], ["单位", "党组织承诺书", "党组织承诺书", "书记承诺书", "实施方案"], [None, "份数", "日期", None, None],
        ["土木院", 3, "3.5", "√", "免（不是示范点）"], ["机关二", "2份", "3.6", "未", "3月6日"], ["合计", 5, None, None, None],
    ], "纸质件")  # fmt: skip
    assert told(book) == [
        ("样例土木工程学院党总支", "", date(2012, 3, 5), 3), ("样例土木工程学院党总支", "secretary", None, None), ("样例机关第二党支部", "", date(2012, 3, 6), 2),
    ]  # fmt: skip
    odd = read(tmp_path, [["2012年收件登记"], ["单位", "党组织承诺书", "实施方案"], ["土木院", "3月上旬", "√"], ["机关二", "3.6", "2月30日"]], "收件")
    assert [any(f"“{said}”认不出" in problem and f"收件!{cell}" in problem for problem in odd.problems) for said, cell in (("3月上旬", "B3"), ("2月30日", "C4"))] == [True, True]
    assert [(c.name, c.day, c.exempt) for c in book.roster.companions] == [("实施方案", None, "免（不是示范点）"), ("实施方案", date(2012, 3, 6), "")]


def test_a_title_that_names_the_round_names_no_other_paper(tmp_path: Path) -> None:
    book = read(tmp_path, [["2012年公开承诺收件登记"], ["单位", "收到日期", "份数"], ["土木院", "3月5日", 2], ["已收", None, 2], ["未交：机关一", None, None]])
    assert told(book) == [("样例土木工程学院党总支", "", date(2012, 3, 5), 2)]
    assert not book.roster.companions
    plans = read(tmp_path, [["2012年公开承诺实施方案收件情况"], ["单位", "收到日期", "份数"], ["土木院", "3月5日", 1]])
    assert [(c.name, c.day) for c in plans.roster.companions] == [("公开承诺实施方案", date(2012, 3, 5))]


def test_people_of_branches_of_one_name(tmp_path: Path) -> None:
    book = read(tmp_path, [["党总支", "支部", "姓名", "材料", "收到日期"], ["纺织学院", "教工一", "张样例", "个人承诺书", "2012.3.5"], ["食品", "教一", "张样例", "学习心得", "2012.3.5"],
                           ["", "", "张样例", "个人承诺书", "2012.3.6"]])  # fmt: skip
    assert told(book) == [("纺织教工第一党支部", "张样例", date(2012, 3, 5), None), ("", "", date(2012, 3, 6), None)]
    assert [c.name for c in book.roster.companions] == ["学习心得"]
    assert [p.home != q.home for p, q in zip(book.roster.people[:1], book.roster.people[1:2], strict=True)] == [True]


def test_days_on_the_first_row_only_and_a_log(tmp_path: Path) -> None:
    rows = [["收到日期", "单位", "份数"], ["2012.3.5", "土木院", 1], [None, "机关一", 1], [None, "机关二", 1], ["2012.3.6", "经济学院", 1], [None, "管理学院", None]]
    assert [day.day if day else None for *_, day, _ in told(read(tmp_path, rows))] == [5, 5, 5, 6]
    log = read(tmp_path, [["收件记事（2012年）"], ["时间", "记事"], ["3月5日", "土木院承诺书2份、机关二1份（学生送来）"], ["3月6日", "管理学院送来3份，另名单1份"]])
    assert ("土木院", "土木工程学院党总支") in log.short
    lost = read(tmp_path, [["收件记事（2012年）"], ["时间", "记事"], ["3月5日", "土木院2份、音乐院2份"], ["3月6日", "管理学院3份"]])
    assert any("“音乐院”不在党组织名册中" in problem for problem in lost.problems), "a unit of a log that nobody knows is told"
    assert told(log) == [("样例土木工程学院党总支", "", date(2012, 3, 5), 2), ("样例机关第二党支部", "", date(2012, 3, 5), 1), ("样例管理学院党总支", "", date(2012, 3, 6), 3)]
