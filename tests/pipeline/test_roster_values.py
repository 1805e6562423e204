"""What people write into the cells and headings of a roster."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from pipeline.rosters.book import read_roster
from pipeline.rosters.branches import section, titled
from pipeline.rosters.columns import recognised
from pipeline.rosters.values import Frame, count, day_of, person_name, unit_name
from pipeline.rosters.whose import Whose
from rules.facts import UnitFacts
from tests.pipeline.test_roster import workbook


@pytest.mark.parametrize(("text", "name"), [("张　三", "张三"), ("李四（兼）", "李四"), ("王五(女)", "王五"), ("赵六（大）", "赵六（大）"), ("（暂缺）", ""), ("—", ""), ("John Smith", "John Smith")])
def test_names_of_people(text: str, name: str) -> None:
    assert person_name(text) == name


@pytest.mark.parametrize(("text", "name"), [("渡口 党支部", "渡口党支部"), ("渡口公司党支部（含门市部）", "渡口公司党支部"), ("渡口（集团）公司党委", "渡口（集团）公司党委"), ("渡口学院党委（筹）", "渡口学院党委")])
def test_names_of_organisations(text: str, name: str) -> None:
    assert unit_name(text) == name


@pytest.mark.parametrize(("text", "number"), [("46", 46), ("46.0", 46), ("２３人", 23), ("十二", 12), ("23名（含预备2名）", 23), ("两份", 2), ("十几", None), ("约30", None), ("8~9人", None), ("", None)])
def test_counts(text: str, number: int | None) -> None:
    assert count(text) == number


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2012.3.5", date(2012, 3, 5)), ("2012年3月5日", date(2012, 3, 5)), ("20120305", date(2012, 3, 5)), (40973, date(2012, 3, 5)), ("40973", date(2012, 3, 5)),
        (datetime(2012, 3, 5, 9), date(2012, 3, 5)), ("3月5日", date(2012, 3, 5)), ("3.5", date(2012, 3, 5)), ("3月上旬", None), ("2012-13-40", None), (7, None), (True, None),
    ],
)  # fmt: skip
def test_days(value: object, day: date | None) -> None:
    assert day_of(value, Frame(2012)) == day


def test_a_day_without_its_year_needs_one() -> None:
    assert day_of("3月5日") is None


@pytest.mark.parametrize(
    ("heads", "kind", "uses"),
    [
        (["党组织代码", "党组织全称", "支委会书记", "党员总数"], "党组织名册", {"name": 1, "secretary": 2, "member_count": 3}),
        (["隶属党委", "支部全称", "副书记", "联络员", "单位性质"], "党组织名册", {"name": 1, "parent": 0, "contact": 3, "category": 4}),
        (["党总支", "支部", "姓名", "行政职务或职称", "党内职务"], "党员名册", {"name": 2, "branch": 1, "post": 3, "parent": 0}),
        (["报送单位", "承诺人", "收件日期", "纸质件"], "收件登记", {"unit": 0, "person": 1, "day": 2, "paper": 3}),
        (["责任单位", "未兑现承诺事项", "未完成原因"], "上年未完成事项", {"unit": 0, "text": 1, "explained": 2}),
    ],
)
def test_headings_in_other_words(heads: list[str], kind: str, uses: dict[str, int]) -> None:
    taken = recognised(heads)
    assert taken is not None
    assert (taken.kind.name, dict(taken.columns)) == (kind, uses)


def test_lists_side_by_side_and_a_column_for_each_document() -> None:
    beside = recognised(["序号", "姓名", "支部", "", "序号", "姓名", "支部"])
    assert beside is not None
    assert (dict(beside.columns), [dict(b) for b in beside.beside]) == ({"name": 1, "branch": 2}, [{"name": 5, "branch": 6}])
    wide = recognised(["单位", "实施方案", "活动总结"], "配套材料")
    assert wide is not None
    assert dict(wide.documents) == {"实施方案": {"": 1}, "活动总结": {"": 2}}
    assert recognised(["单位", "姓名", "电话"], "通讯录") is None


UNITS = [UnitFacts("1", "桑田学院第一党支部", "桑田学院党总支"), UnitFacts("2", "沧海学院第一党支部", "沧海学院党总支"), UnitFacts("3", "桑田学院第十一党支部", "桑田学院党总支"),
         UnitFacts("4", "中共南柯县交通运输局机关支部委员会"), UnitFacts("5", "老干部党支部")]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "parent", "found"),
    [("一支部", "桑田学院党总支", "1"), ("第1党支部", "沧海学院", "2"), ("一支部", "", None), ("十一支部", "", "3"), ("交通运输局机关党支部", "", "4"), ("某局老干部支部", "", "5"), ("党支部", "", None), ("医院党支部", "", None),
     ("交通运输局机关", "", "4")],
)
def test_short_names_mean_one_organisation_or_none(name: str, parent: str, found: str | None) -> None:
    unit = Whose(UNITS).one_below(name, parent)
    assert (unit.roster_id if unit else None) == found


def test_lines_over_rows_and_titles() -> None:
    assert section(["一、乌有县直机关党委（5个）"]) == "乌有县直机关党委"
    assert section(["以下各支部免报"]) == ""
    assert section(["渡口党支部", "12"]) == ""
    assert (section(["渡口镇党委"], listed=True), section(["一、渡口镇党委"], listed=True)) == ("", "渡口镇党委")
    assert titled("广莫大学航海系教师第一党支部党员名册") == "广莫大学航海系教师第一党支部"
    assert titled("各支部党员骨干名单（部分）") == ""


def test_units_and_members_in_one_list(tmp_path: Path) -> None:
    rows = [["支部", "书记", "党员人数", "姓名", "职务"], ["渡口党支部", "谷雨生", 2, "谷雨生", "摆渡工"], [None, None, None, "白露霜", "会计"], [None, None, None, "寒露", "出纳"],
            ["石桥党支部", "秋分", 1, "秋分", "教师"], [None, None, None, "冬至", "教师"]]  # fmt: skip
    roster = read_roster(workbook(tmp_path, 党员=rows)).roster
    assert [(u.name, u.secretary, u.member_count) for u in roster.units] == [("渡口党支部", "谷雨生", 2), ("石桥党支部", "秋分", 1)]
    assert [(p.name, p.branch) for p in roster.people][1:4] == [("白露霜", "渡口党支部"), ("寒露", "渡口党支部"), ("秋分", "石桥党支部")]


def test_a_blank_branch_among_filled_ones_is_named_and_not_filled(tmp_path: Path) -> None:
    rows = [["姓名", "所在党支部"], ["谷雨生", "渡口党支部"], ["白露霜", None], ["秋分", "石桥党支部"]]
    found = read_roster(workbook(tmp_path, 党员=rows))
    assert [p.branch for p in found.roster.people] == ["渡口党支部", "", "石桥党支部"]
    assert any(p.startswith("党员!B3（第3行）") for p in found.problems)


def test_members_are_counted_with_those_on_probation(tmp_path: Path) -> None:
    rows = [["党组织名称", "正式党员", "预备党员"], ["渡口党支部", 12, 2], ["石桥党支部", 7, None]]
    assert [u.member_count for u in read_roster(workbook(tmp_path, 党组织=rows)).roster.units] == [14, 7]


def test_figures_of_a_chart_make_no_second_list(tmp_path: Path) -> None:
    counts = [["单位", "党员"], ["渡口党支部", 14], ["没有的党支部", 3]]
    rows = [["党组织名称", "书记"], ["渡口党支部", "谷雨生"]]
    found = read_roster(workbook(tmp_path, 统计图=counts, 党组织=rows))
    assert [u.name for u in found.roster.units] == ["渡口党支部"]
    assert any("统计图" in p and "未采用" in p for p in found.problems)
    assert [u.member_count for u in read_roster(workbook(tmp_path, 支部=counts)).roster.units] == [14, 3]


def test_documents_of_nobody_are_named(tmp_path: Path) -> None:
    rows = [["单位", "实施方案", "活动总结"], ["渡口党支部", "√", "√"], [None, "√", None]]
    assert any(p.startswith("配套材料!A3") for p in read_roster(workbook(tmp_path, 配套材料=rows)).problems)


def test_a_column_for_each_document_and_a_line_that_waits(tmp_path: Path) -> None:
    units = [["党组织名称", "书记"], ["渡口党支部", "谷雨生"], ["石桥党支部", "秋分"]]
    documents = [["单位", "实施方案", "活动总结"], ["渡口党支部", "2012-03-05", "√"], ["石桥党支部", None, "免报"]]
    register = [["单位", "收到日期", "份数"], ["渡口党支部", "2012-03-05", "两份"], ["石桥党支部", None, None]]
    roster = read_roster(workbook(tmp_path, 党组织=units, 配套材料=documents, 收件登记=register)).roster
    assert [(c.unit, c.name, c.day, c.file, c.exempt) for c in roster.companions] == [
        ("渡口党支部", "实施方案", date(2012, 3, 5), "", ""), ("渡口党支部", "活动总结", None, "√", ""),
        ("石桥党支部", "实施方案", None, "", ""), ("石桥党支部", "活动总结", None, "", "免报"),
    ]  # fmt: skip
    assert [(r.key, r.paper) for r in roster.receipts] == [("渡口党支部", 2)]


def test_days_without_a_year_take_that_of_their_column_and_faults_are_told_once(tmp_path: Path) -> None:
    rows = [["文件名", "收到日期"], ["1.docx", "3月12日"], ["2.docx", "2012.3.14"], ["3.docx", "三月上旬"], ["4.docx", "三月上旬"]]
    book = read_roster(workbook(tmp_path, 收件登记=rows))
    assert [r.day for r in book.roster.receipts] == [date(2012, 3, 12), date(2012, 3, 14), None, None]
    assert [p for p in book.problems if "收到日期" in p] == ["收件登记!B4（第4行）、收件登记!B5（第5行）：收到日期“三月上旬”认不出，请写成 2012-03-14 的样子。"]


def test_a_head_who_stands_in_the_second_level_unit_itself(tmp_path: Path) -> None:
    units = [["党组织名称", "上级党组织", "书记"], ["甲局党委", None, "甲试"], ["一支部", "甲局党委", "乙试"]]
    people = [["姓名", "所在党支部", "一把手"], ["甲试", "甲局党委", "是"], ["乙试", "一支部", "是"]]
    book = read_roster(workbook(tmp_path, 党组织=units, 党员=people))
    assert [p.head_of for p in book.roster.people] == ["甲局党委", "甲局党委"]
