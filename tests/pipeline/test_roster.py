"""The roster as offices write it, and whose form a form is."""

from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from extractors.model import Form, FormKind, Passage
from pipeline.rosters.book import RosterBook, RosterError, read_roster
from pipeline.rosters.roster import Owner, Receipt, Roster
from pipeline.status import State, reckon
from rules.facts import PersonFacts, UnitFacts
from rules.packs import load_pack

UNITS = [
    ["党组织情况一览表"],
    [],
    ["序号", "类 别", "党支部名称", "所属总支", "书记", "党员人数", "窗口", "联系人", "免报原因"],
    [1, "院部", "机电工程学院党总支", "", "甄样例", 46.0, "否", "贾联系", None],
    [2, "院部", "教工第一党支部", "机电工程学院党总支", "钱样本", "12人", None, None, None],
    [3, "教辅后勤", "教工第一党支部", "图书馆党总支", "孙例文", "好多", "是", None, None],
    [4, "机关", "离退休党支部", "机关党总支", None, None, None, None, "经批准免报"],
]
PEOPLE = [
    ["姓名", "所在党支部", "职务", "承诺方式", "支部研究日期", "类别"],
    ["李一", "机电工程学院党总支", "院长", None, None, "教师"],
    ["李一", "离退休党支部", None, "口头", datetime(2012, 3, 1), "离退休"],
    ["周二", "离退休党支部", None, None, None, "入党积极分子"],
]
RECEIPTS = [["文件名", "收到日期", "签字盖章件"], ["甲.docx", datetime(2012, 3, 14), "是"], ["乙.docx", "2012.3.20", None], ["丙.docx", "月底", None]]


@pytest.fixture
def book(tmp_path: Path) -> RosterBook:
    work = Workbook()
    for name, rows in (("党组织", UNITS), ("党员", PEOPLE), ("收件登记", RECEIPTS)):
        sheet = work.create_sheet(name)
        for row in rows:
            sheet.append(row)
    work.save(tmp_path / "名册.xlsx")
    return read_roster(tmp_path / "名册.xlsx")


def form(kind: FormKind, unit: str = "", person: str = "") -> Form:
    return Form(kind, "t", 0, Passage(), None, (), (), unit=unit, person=person)


def owner(book: RosterBook, made: Form, name: str = "x.docx") -> Owner:
    return book.roster.match(made, name)


def test_columns_are_found_in_any_order_below_a_title(book: RosterBook) -> None:
    first, second, *_ = book.roster.units
    assert (first.name, first.category, first.secretary, first.member_count, first.window) == ("机电工程学院党总支", "院部", "甄样例", 46, False)
    assert (second.parent, second.member_count, second.contact) == ("机电工程学院党总支", 12, "")
    assert book.roster.units[3].exempt == "经批准免报"
    assert len({u.roster_id for u in book.roster.units}) == 4


def test_people_have_posts_and_oral_commitments(book: RosterBook) -> None:
    leader, oral, applicant = book.roster.people
    assert leader.leader
    assert oral.oral
    assert oral.oral_note == "2012-03-01"
    assert applicant.applicant


def test_what_looks_wrong_is_named_by_row(book: RosterBook) -> None:
    assert any("第6行" in p and "好多" in p for p in book.problems)
    assert any("第4行" in p and "月底" in p for p in book.problems)


def test_receipts_by_file_name(book: RosterBook) -> None:
    nobody = Owner()
    assert book.roster.receipt("子目录/甲.docx", nobody).day == date(2012, 3, 14)
    assert book.roster.receipt("甲.docx", nobody).signed_copy
    assert book.roster.receipt("乙.docx", nobody).day == date(2012, 3, 20)
    assert book.roster.receipt("没登记.docx", nobody).day is None


def test_an_exact_name_is_exact(book: RosterBook) -> None:
    found = owner(book, form(FormKind.ORG, "机电工程学院 党总支"))
    assert found.unit
    assert (found.unit.name, found.how) == ("机电工程学院党总支", "exact")


def test_a_name_with_its_superior_is_exact(book: RosterBook) -> None:
    found = owner(book, form(FormKind.ORG, "图书馆党总支教工第一党支部"))
    assert found.unit
    assert (found.unit.parent, found.how) == ("图书馆党总支", "exact")


def test_two_units_of_one_name_are_not_guessed(book: RosterBook) -> None:
    assert owner(book, form(FormKind.ORG, "教工第一党支部")).how == "none"


def test_the_file_name_helps_where_the_form_is_silent(book: RosterBook) -> None:
    found = owner(book, form(FormKind.ORG), "上报/离退休党支部承诺书（定稿）.docx")
    assert found.unit
    assert (found.unit.name, found.how) == ("离退休党支部", "likely")


def test_the_file_name_helps_where_the_form_names_the_house_only(book: RosterBook) -> None:
    found = owner(book, form(FormKind.ORG, "某某老干部活动中心"), "离退休党支部.docx")
    assert found.unit
    assert (found.unit.name, found.how) == ("离退休党支部", "likely")


def test_the_file_name_does_not_overrule_the_form(book: RosterBook) -> None:
    assert owner(book, form(FormKind.ORG, "某某学院党总支"), "离退休党支部.docx").unit is None


def test_namesakes_are_told_apart_by_branch(book: RosterBook) -> None:
    found = owner(book, form(FormKind.MEMBER, "离退休党支部", "李一"))
    assert found.person
    assert found.person.oral
    assert owner(book, form(FormKind.MEMBER, "", "李一")).person is None


def test_a_secretary_without_a_unit_is_found_by_name(book: RosterBook) -> None:
    found = owner(book, form(FormKind.SECRETARY, "", "甄样例"))
    assert found.unit
    assert found.unit.name == "机电工程学院党总支"


def test_the_command_lines_day_holds_where_the_register_is_silent() -> None:
    roster = Roster(default_day=date(2012, 3, 9), all_signed=True)
    assert roster.receipt("x.docx", Owner()).day == date(2012, 3, 9)
    assert roster.receipt("x.docx", Owner()).signed_copy


@pytest.mark.parametrize("data", [b"", b"not a workbook"])
def test_a_file_that_is_no_workbook(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "名册.xlsx").write_bytes(data)
    with pytest.raises(RosterError, match="打不开"):
        read_roster(tmp_path / "名册.xlsx")


def test_a_workbook_without_known_headings(tmp_path: Path) -> None:
    work = Workbook()
    work.active.append(["随便", "什么"])  # type: ignore[union-attr]
    work.save(tmp_path / "名册.xlsx")
    with pytest.raises(RosterError, match="没有认出"):
        read_roster(tmp_path / "名册.xlsx")


REGISTER = [
    ["文件名", "报送单位", "姓名", "收到日期", "签字盖章件"],
    ["甲.docx", "机电工程学院党总支", None, datetime(2012, 3, 14), None],
    [None, "机电工程学院党总支", None, datetime(2012, 3, 19), "是"],
    ["", "机电工程学院党总支", None, datetime(2012, 3, 16), None],
    [None, "离退休党支部", "李一", datetime(2012, 3, 17), None],
    [None, None, "周二", datetime(2012, 3, 18), None],
    [None, None, None, datetime(2012, 3, 20), None],
]


@pytest.fixture
def register(tmp_path: Path) -> RosterBook:
    work = Workbook()
    for name, rows in (("党组织", UNITS), ("党员", PEOPLE), ("收件登记", REGISTER)):
        sheet = work.create_sheet(name)
        for row in rows:
            sheet.append(row)
    work.save(tmp_path / "名册.xlsx")
    return read_roster(tmp_path / "名册.xlsx")


def received(book: RosterBook, made: Form, file: str = "x.docx") -> date | None:
    return book.roster.receipt(file, owner(book, made, file)).day


def test_a_line_without_a_file_name_counts_for_the_units_form(register: RosterBook) -> None:
    school = form(FormKind.ORG, "机电工程学院党总支")
    assert received(register, school) == date(2012, 3, 16), "the day on which it first came"
    assert received(register, school, "甲.docx") == date(2012, 3, 14), "the line with the file's name comes first"


def test_a_line_about_the_unit_says_nothing_of_its_members_and_its_secretary(register: RosterBook) -> None:
    assert received(register, form(FormKind.MEMBER, "机电工程学院党总支", "外来人")) is None
    assert received(register, form(FormKind.SECRETARY, "机电工程学院党总支", "甄样例")) is None


def test_a_line_without_a_file_name_counts_for_the_person(register: RosterBook) -> None:
    assert received(register, form(FormKind.MEMBER, "离退休党支部", "李一")) == date(2012, 3, 17)
    assert received(register, form(FormKind.MEMBER, "机电工程学院党总支", "李一")) is None, "a namesake"
    assert received(register, form(FormKind.MEMBER, "离退休党支部", "周二")) == date(2012, 3, 18)


def test_a_line_about_paper_does_not_make_the_file_the_signed_copy(register: RosterBook) -> None:
    assert not register.roster.receipt("x.docx", owner(register, form(FormKind.ORG, "机电工程学院党总支"))).signed_copy


def test_an_empty_line_of_the_register_is_named(register: RosterBook) -> None:
    assert any("收件登记!D7（第7行）" in p and "已跳过" in p for p in register.problems)


def workbook(folder: Path, **sheets: list[list[object]]) -> Path:
    work = Workbook()
    for name, rows in sheets.items():
        sheet = work.create_sheet(name)
        for row in rows:
            sheet.append(row)
    work.save(folder / "名册.xlsx")
    return folder / "名册.xlsx"


def test_a_sheet_that_lacks_its_columns_stops_the_run(tmp_path: Path) -> None:
    """A list of members without their branches would list nobody as missing."""
    lacking = [["姓名", "电话", "人员类别", "支部决定"], ["李一", "1", "教师", "2012-03-01"]]
    path = workbook(tmp_path, 党组织=UNITS, 党员=lacking)
    with pytest.raises(RosterError, match=r"工作表“党员”没有认出所需的列（姓名、所在党支部）.*请补上表头"):
        read_roster(path)


def test_what_a_missing_sheet_costs_is_said(tmp_path: Path) -> None:
    assert [p for p in read_roster(workbook(tmp_path, 党组织=UNITS)).problems if "--received" in p]
    assert [p for p in read_roster(workbook(tmp_path, 收件登记=RECEIPTS)).problems if "列不出未报名单" in p]
    said = read_roster(workbook(tmp_path, 党组织=UNITS, 收件登记=RECEIPTS, 备忘=[["今天", "开会"]])).problems
    assert [p for p in said if "工作表“备忘”没有认出用途" in p]


def test_merged_cells_and_two_rows_of_headings(tmp_path: Path) -> None:
    work = Workbook()
    sheet = work.active
    sheet.title = "党组织"
    for row in [
        ["示例大学基层党组织一览表", None, None, None, None],
        ["所属总支", "*党支部全称", "党员情况", None, "备注"],
        [None, None, "党员人数", "其中预备", None],
        ["机关党总支", "教务处党支部", 16, 1, None],
        [None, "财务处党支部", 12, None, None],
        ["后勤党总支所属支部", None, None, None, None],
        ["后勤党总支", "饮食中心党支部", 9, None, None],
        ["后勤党总支", "饮食中心党支部", 9, None, None],
        ["合计", None, 37, 1, None],
    ]:
        sheet.append(row)
    for merged in ("A1:E1", "A2:A3", "B2:B3", "C2:D2", "E2:E3", "A4:A5", "A6:E6"):
        sheet.merge_cells(merged)
    sheet["B2"] = "党支部名称"
    work.save(tmp_path / "名册.xlsx")
    book = read_roster(tmp_path / "名册.xlsx")
    assert [(u.parent, u.name, u.member_count) for u in book.roster.units] == [
        ("机关党总支", "教务处党支部", 16),
        ("机关党总支", "财务处党支部", 12),
        ("后勤党总支", "饮食中心党支部", 9),
    ]
    (taken,) = book.sheets
    assert (taken.kind, taken.header, taken.rows) == ("党组织名册", 3, 4)
    assert ("党组织名称", "B列“党支部名称”") in taken.columns
    assert ("预备党员", "D列“其中预备”") in taken.columns
    assert taken.left == ("E列“备注”",)
    assert any("党组织!B8（第8行）" in p and "第7行重复" in p for p in book.problems)


def test_other_lists_of_the_office(tmp_path: Path) -> None:
    work = Workbook()
    for name, rows in (
        ("党组织", UNITS[2:]),
        ("党员", [["党员姓名", "所在支部", "党政一把手"], ["李一", "离退休党支部", "是"], ["周二", "离退休党支部", "否"]]),
        ("材料", [["报送单位", "材料名称", "收到日期"], ["机电工程学院党总支", "实施方案", datetime(2012, 3, 14)]]),
        ("上年未完成事项", [["单位", "姓名", "未完成事项", "说明情况"], ["离退休党支部", None, "修好活动室", None], ["没有的支部", "甲", "乙", "无"]]),
    ):
        sheet = work.create_sheet(name)
        for row in rows:
            sheet.append(row)
    work.save(tmp_path / "名册.xlsx")
    book = read_roster(tmp_path / "名册.xlsx")
    roster = book.roster
    assert [p.head_of for p in roster.people] == ["机关党总支", ""]
    assert [(c.unit, c.name, c.day) for c in roster.companions] == [("机电工程学院党总支", "实施方案", date(2012, 3, 14))]
    retired = roster.unit("离退休党支部")
    assert retired is not None
    assert [line.text for line in roster.left_open_of(retired.roster_id)] == ["修好活动室"]
    assert roster.left_open[1].explained == ""
    assert any("“没有的支部”不在党组织名册中" in p for p in book.problems)


def test_no_row_of_a_long_list_is_lost(tmp_path: Path) -> None:
    work = Workbook()
    work.active.append(["党组织名称", "书记"])
    for n in range(40):
        work.active.append([f"第{n}党支部", "某某"])
    work.save(tmp_path / "名册.xlsx")
    assert [u.name for u in read_roster(tmp_path / "名册.xlsx").roster.units] == [f"第{n}党支部" for n in range(40)]


def test_a_longer_heading_is_not_taken_for_another_column(tmp_path: Path) -> None:
    work = Workbook()
    work.active.append(["基层党支部名称", "上级党组织名称", "预备党员人数", "现任党组织书记"])
    work.active.append(["教务处党支部", "机关党总支", 2, "某某"])
    work.save(tmp_path / "名册.xlsx")
    (unit,) = read_roster(tmp_path / "名册.xlsx").roster.units
    assert (unit.name, unit.parent, unit.member_count, unit.secretary) == ("教务处党支部", "机关党总支", None, "某某")


def test_an_office_that_receives_leaders_only_misses_nobody_else(tmp_path: Path) -> None:
    work = Workbook()
    for row in (["姓名", "所在党支部", "职务", "报送本级"], ["甲", "一支部", "副处长", None], ["乙", "一支部", "讲师", None], ["丙", "一支部", "讲师", "是"], ["丁", "一支部", "科长", "否"]):
        work.active.append(row)
    work.save(tmp_path / "名册.xlsx")
    roster = read_roster(tmp_path / "名册.xlsx").roster
    assert [p.due_here for p in roster.received_by("all").people] == [True, True, True, False]
    assert [p.due_here for p in roster.received_by("leaders").people] == [True, False, True, False]
    status = reckon((), (), roster.received_by(load_pack("campus-2010").receives.persons), lambda _: date(2010, 11, 5))
    assert [r.person for r in status.rows if r.state is State.MISSING] == ["甲", "丙"]


def test_lines_of_the_register_that_match_nothing() -> None:
    people = (PersonFacts("p1", "甲某", "一支部"), PersonFacts("p2", "乙某", "一支部"))
    names = {"甲.docx": "", "一支部": "u1", "乙某": "p2", "一支部甲某": "p1", "学生支部.zip": "", "没有这个.docx": "", "二支部": ""}
    roster = Roster((UnitFacts("u1", "一支部"),), people, tuple(Receipt(name, date(2012, 3, 9), owner=owner) for name, owner in names.items()))
    assert roster.unmatched(["机关/甲.docx", "学生支部.zip/丙.docx"]) == ["没有这个.docx", "二支部"]


def test_what_came_in_an_archive_came_when_the_archive_did() -> None:
    roster = Roster(receipts=(Receipt("学生支部.zip", date(2012, 3, 9), signed_copy=True, paper=3), Receipt("乙.docx", date(2012, 3, 12))))
    packed = roster.receipt("机电/学生支部.zip/学生/甲.docx", Owner())
    assert (packed.day, packed.signed_copy, packed.paper) == (date(2012, 3, 9), False, None)
    assert roster.receipt("机电/学生支部.zip/乙.docx", Owner()).day == date(2012, 3, 12)
    assert roster.receipt("学生支部/甲.docx", Owner()).day is None


def test_a_secretary_whose_form_names_no_organisation_is_at_home_in_the_branch() -> None:
    roster = Roster((UnitFacts("u1", "一支部"),), (PersonFacts("p1", "甲某", "一支部"),))
    owner = roster.match(form(FormKind.SECRETARY, person="甲某"), "1.docx")
    assert owner.unit is not None
    assert (owner.unit.name, owner.person, owner.how) == ("一支部", roster.people[0], "likely")
    assert roster.match(form(FormKind.SECRETARY, "某某镇党委", "甲某"), "1.docx").unit is None
