"""Copies on paper: what the register says came, against what the notice has handed in."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook
from pydantic import ValidationError

from extractors.model import FormKind
from pipeline.paper_copies import told_by_unit, with_paper
from pipeline.papers.reminder import owed
from pipeline.rosters.book import read_roster
from pipeline.rosters.roster import Owner, Receipt, Roster
from pipeline.status import Paper, State, Status, StatusRow
from rules.facts import PersonFacts, UnitFacts
from rules.packs import Copies, load_pack

A, B = UnitFacts("u1", "甲支部"), UnitFacts("u2", "乙支部")
PEOPLE = (PersonFacts("p1", "赵一", "甲支部"), PersonFacts("p2", "钱二", "甲支部"), PersonFacts("p3", "钱二", "乙支部"))
PACK = load_pack("csust-2012")
HENU = load_pack("henu-2010")


def row(unit: str, person: str = "", *, state: State = State.ON_TIME, file: str = "", kind: str = "", must: int = 0, note: str = "") -> StatusRow:
    what = "个人承诺书" if person else "党组织承诺书"
    files = (file,) if file else ()
    return StatusRow(what, unit, "", "", person, state, None, files, must, note, kind or ("member" if person else "org"), file)


def settled(*rows: StatusRow, receipts: tuple[Receipt, ...], pack: object = PACK) -> list[StatusRow]:
    return list(with_paper(Status(rows), Roster((A, B), PEOPLE, receipts), pack).rows)  # type: ignore[arg-type]


def test_short_only_where_somebody_counted() -> None:
    none, less, enough = settled(
        row("甲支部", file="a.docx"), row("乙支部", file="b.docx"), row("乙支部", file="c.docx"),
        receipts=(Receipt("b.docx", paper=0), Receipt("c.docx", paper=3)),
    )  # fmt: skip
    assert (none.paper, none.paper.short, none.note) == (Paper(None, 1), 0, "")
    assert (less.paper, less.paper.short, less.note) == (Paper(0, 1), 1, "纸质件还差1份")
    assert (enough.paper.short, enough.note) == (0, "")


def test_nothing_is_owed_where_the_notice_does_not_say() -> None:
    (member,) = settled(row("甲支部", "赵一", file="a.docx"), receipts=(Receipt("a.docx", paper=0),))
    assert member.paper == Paper(0, None)
    assert not member.note
    (secretary,) = settled(row("甲支部", "赵一", file="a.docx", kind="secretary"), receipts=(Receipt("a.docx", paper=1),), pack=HENU)
    assert (secretary.paper, secretary.note) == (Paper(1, 2), "纸质件还差1份")


def test_lines_by_file_and_by_owner_are_counted_together() -> None:
    roster = Roster((A, B), PEOPLE, (Receipt("a.docx", paper=1), Receipt("甲支部", paper=2, owner="u1"), Receipt("甲支部钱二", paper=1, owner="p2"), Receipt("钱二", paper=4)))
    assert roster.paper("收件/a.docx", Owner(A, units_own=True)) == 3
    assert roster.paper("", Owner(A, units_own=True)) == 2
    assert roster.paper("a.docx", Owner(B, units_own=True)) == 1
    assert roster.paper("", Owner(A, PEOPLE[1])) == 1
    assert roster.paper("", Owner(B, PEOPLE[2])) is None, "a name that two people bear"


def test_a_number_beside_a_file_of_several_people_is_nobodys() -> None:
    rows = settled(
        row("甲支部", "赵一", file="全体.docx", kind="secretary"), row("甲支部", "钱二", file="全体.docx", kind="secretary"),
        receipts=(Receipt("全体.docx", paper=2), Receipt("赵一", paper=2, owner="p1")), pack=HENU,
    )  # fmt: skip
    assert [r.paper for r in rows] == [Paper(2, 2), Paper(None, 2)]


def test_a_form_of_which_only_paper_came_says_so_and_stays_missing() -> None:
    (missing,) = settled(row("甲支部", state=State.MISSING), receipts=(Receipt("甲支部", paper=3, owner="u1"),))
    assert (missing.state, missing.note) == (State.MISSING, "收件登记有纸质件3份，电子版没有收到")
    (exempt,) = settled(row("甲支部", state=State.EXEMPT, note="经批准"), receipts=(Receipt("甲支部", paper=0, owner="u1"),))
    assert (exempt.paper, exempt.note) == (Paper(), "经批准")


def test_the_letter_and_the_reminder_ask_for_what_is_short() -> None:
    short = replace(row("甲支部", file="a.docx"), paper=Paper(0, 1))
    told = told_by_unit(Status((short, replace(row("甲支部", "赵一", file="b.docx"), paper=Paper(1, 2)))))
    assert "党组织承诺书应交本级1份，已收0份，还差1份；赵一的承诺书应交本级2份，已收1份，还差1份" in told["甲支部", ""]
    roster = Roster((A, B), PEOPLE)
    assert owed(Status((short,)), roster) == {"甲支部": [short]}
    assert owed(Status((replace(short, must=1),)), roster) == {}, "it comes again anyway, mended"


def test_a_branch_is_not_asked_for_what_its_namesake_owes() -> None:
    ours, theirs = (replace(row("甲支部", file=f"{parent}.docx"), parent=parent, paper=Paper(came, 1)) for parent, came in (("一总支", 1), ("二总支", 0)))
    assert list(told_by_unit(Status((ours, theirs)))) == [("甲支部", "二总支")]


@pytest.mark.parametrize(("typed", "came"), [(0, 0), (1, 1), ("2份", 2), ("无", 0), ("有", None), ("", None), ("若干", None)])
def test_the_registers_column_is_read_from_a_workbook(tmp_path: Path, typed: object, came: int | None) -> None:
    work = Workbook()
    for name, rows in (
        ("党组织", [["党组织名称", "书记"], ["甲支部", "赵一"]]),
        ("收件登记", [["文件名", "收到日期", "纸质份数"], ["a.docx", datetime(2012, 3, 1), typed]]),
    ):
        sheet = work.create_sheet(name)
        for cells in rows:
            sheet.append(cells)
    work.save(tmp_path / "名册.xlsx")
    book = read_roster(tmp_path / "名册.xlsx")
    assert book.roster.paper("a.docx", Owner(book.roster.unit("甲支部"), units_own=True)) == came
    assert any("不是数字" in p for p in book.problems) is (typed == "若干")


def test_no_more_come_here_than_there_are() -> None:
    with pytest.raises(ValidationError, match="多于 total"):
        Copies(total=2, hand_in=3)
    assert {kind: c.hand_in for kind, c in load_pack("xinbei-2010").copies.items()} == {FormKind.ORG: 1, FormKind.MEMBER: 0}
