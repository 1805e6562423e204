"""What only the whole batch shows: near copies, items left open last year, leaders beside members."""

from pathlib import Path

import docx
import openpyxl

from pipeline.batch import BatchResult, Settings, run_batch
from pipeline.ledger.workbook import write_workbook
from pipeline.outputs import OutputFolder
from pipeline.records import FindingRecord, FormRecord, from_line
from pipeline.rosters.roster import OpenLine, Roster
from rules.facts import PersonFacts, UnitFacts
from rules.packs import load_pack

UNITS = (
    UnitFacts("u0", "土木学院党总支", "校党委", "党总支"),
    UnitFacts("u1", "结构教研室党支部", "土木学院党总支", "党支部"),
    UnitFacts("u2", "测量教研室党支部", "土木学院党总支", "党支部"),
)
PEOPLE = tuple(
    PersonFacts(f"p{n}", name, unit.name, leader=name == "甲首长")
    for n, (name, unit) in enumerate([("甲首长", UNITS[1]), ("乙一", UNITS[1]), ("丙二", UNITS[1]), ("丁三", UNITS[1]), ("戊四", UNITS[2])])
)
MINE = (
    "每周到学生宿舍走访2次，帮助经济困难的学生联系勤工岗位。",
    "6月底前把钢结构课程的习题集重新编写一遍，发给全班学生。",
    "每月第一个周三下午在结构实验室值班，解答学生毕业设计中的问题。",
)
OTHERS = (
    "4月底前为测量实习更换全站仪脚架12副，由实验员逐副验收。",
    "每学期邀请两位工程师到课堂讲施工放样，讲义汇编成册。",
    "9月底前完成校园控制网复测，成果交基建处使用。",
)


def form(path: Path, name: str, items: tuple[str, ...], unit: str) -> None:
    made = docx.Document()
    made.add_paragraph("党员公开承诺书" if name else "基层党组织公开承诺书")
    promises = "\n".join(f"{n}、{text}" for n, text in enumerate(items, 1))
    labels = ("党员姓名", "所在党支部") if name else ("党组织名称", "党组织负责人")
    table = made.add_table(rows=2, cols=4)
    for cell, text in zip(table.rows[0].cells, (labels[0], name or unit, labels[1], unit if name else "某某"), strict=True):
        cell.text = text
    table.cell(1, 0).text = "承诺事项"
    table.cell(1, 1).merge(table.cell(1, 3)).text = f"{promises}\n签名（盖章）：\n2012年3月10日"
    path.parent.mkdir(exist_ok=True)
    made.save(str(path))


def run(inbox: Path, notice: str = "csust-2012", left_open: tuple[OpenLine, ...] = ()) -> tuple[BatchResult, dict[str, FormRecord]]:
    roster = Roster(UNITS, PEOPLE, left_open=left_open)
    result = run_batch(Settings(inbox, notice, roster, workers=1), OutputFolder(inbox.parent / "out"), lambda *_: None)
    records = (from_line(line) for line in result.results.read_text("utf-8").splitlines())
    return result, {r.file: r for r in records if isinstance(r, FormRecord)}


def of(record: FormRecord, code: str) -> list[FindingRecord]:
    return [f for f in record.findings if f.code == code]


def test_two_people_who_say_the_same_are_shown_to_each_other(tmp_path: Path) -> None:
    inbox = tmp_path / "收件"
    form(inbox / "乙一.docx", "乙一", MINE, UNITS[1].name)
    form(inbox / "戊四.docx", "戊四", (MINE[0].replace("2次", "3次"), *MINE[1:]), UNITS[2].name)
    form(inbox / "丙二.docx", "丙二", OTHERS, UNITS[1].name)
    result, found = run(inbox)
    (one,) = of(found["乙一.docx"], "B04")
    assert (one.scope, one.verdict, one.severity) == ("batch", "deficient", "建议修改")
    assert "测量教研室党支部戊四的承诺文字相近" in one.message
    assert "请核对是否结合本人实际" in one.message
    assert of(found["戊四.docx"], "B04")
    assert not any(of(r, "B03") for r in found.values())  # said once, for the whole form
    assert not of(found["丙二.docx"], "B04")
    assert [r.items for r in result.alike] == [(0, 0), (1, 1), (2, 2), (3, 3)]
    assert {r.members for r in result.alike} == {"结构教研室党支部乙一 ~ 测量教研室党支部戊四"}


def test_one_promise_alone_is_told_at_its_place(tmp_path: Path) -> None:
    inbox = tmp_path / "收件"
    form(inbox / "乙一.docx", "乙一", (OTHERS[0], MINE[0], OTHERS[1]), UNITS[1].name)
    form(inbox / "戊四.docx", "戊四", (MINE[0], MINE[1], MINE[2]), UNITS[2].name)
    result, found = run(inbox)
    (told,) = of(found["乙一.docx"], "B03")
    item = found["乙一.docx"].items[1]
    assert (told.item_id, told.anchor, told.severity) == (item.item_id, item.anchor, "提示")
    assert [r.items for r in result.alike] == [(2, 1)]
    codes = [f.code for f in found["乙一.docx"].findings]
    assert codes == sorted(codes)


def test_versions_of_ones_own_and_kin_are_no_copies(tmp_path: Path) -> None:
    inbox = tmp_path / "收件"
    form(inbox / "总支.docx", "", MINE, UNITS[0].name)
    form(inbox / "支部.docx", "", MINE, UNITS[1].name)
    form(inbox / "乙一旧.docx", "乙一", OTHERS, UNITS[1].name)
    form(inbox / "乙一新.docx", "乙一", OTHERS, UNITS[1].name)
    result, found = run(inbox)
    assert len(found) == 4
    assert not any(of(r, code) for r in found.values() for code in ("B03", "B04"))
    assert {r.relation for r in result.alike} == {"上下级"}  # shown, not remarked on


def test_the_same_inbox_gives_the_same_bytes_and_a_sheet(tmp_path: Path) -> None:
    texts = []
    for name in ("甲", "乙"):
        inbox = tmp_path / name / "收件"
        inbox.parent.mkdir()
        form(inbox / "乙一.docx", "乙一", MINE, UNITS[1].name)
        form(inbox / "戊四.docx", "戊四", MINE, UNITS[2].name)
        result, _ = run(inbox)
        texts.append(result.results.read_bytes())
    written = [line.replace(f'"sha256":"{line.split("sha256")[1][3:67]}"', "") for text in texts for line in text.decode().splitlines()]
    assert written[:2] == written[2:]
    write_workbook(tmp_path / "台账.xlsx", result.results, result.status, load_pack("csust-2012"), Roster(UNITS, PEOPLE), alike=result.alike)
    rows = list(openpyxl.load_workbook(tmp_path / "台账.xlsx")["文字相近"].iter_rows(min_row=2, values_only=True))
    assert rows[0][1:6:2] == ("结构教研室党支部乙一 ~ 测量教研室党支部戊四", "整份", "测量教研室党支部戊四")
    assert rows[1][4] == rows[1][7] == MINE[0]
    assert len(rows) == 1 + len(MINE)


def test_what_was_left_open_is_looked_for(tmp_path: Path) -> None:
    inbox = tmp_path / "收件"
    form(inbox / "支部.docx", "", OTHERS, UNITS[2].name)
    lines = (
        OpenLine(UNITS[2].name, "", "为测量实习更换全站仪脚架"),
        OpenLine(UNITS[2].name, "", "建成党员活动室并对师生开放"),
        OpenLine(UNITS[2].name, "", "修好教研室门前路灯", "2012年2月支部大会已说明"),
        OpenLine(UNITS[1].name, "", "别的支部的事项"),
    )
    _, found = run(inbox, left_open=lines)
    (told,) = of(found["支部.docx"], "B06")
    assert told.verdict == "unknown"
    assert "建成党员活动室并对师生开放" in told.message


def test_a_leader_stands_beside_the_members_of_the_branch(tmp_path: Path) -> None:
    inbox = tmp_path / "收件"
    form(inbox / "甲首长.docx", "甲首长", ("带头加强学习，不断提高自身素质。", "严格遵守学校的各项规定。"), UNITS[1].name)
    for name in ("乙一", "丙二", "丁三"):
        form(inbox / f"{name}.docx", name, OTHERS, UNITS[1].name)
    _, found = run(inbox, "xinbei-2010")
    (told,) = of(found["甲首长.docx"], "B07")
    assert (told.verdict, told.severity) == ("deficient", "提示")
    assert "（3份）" in told.message
    assert not any(of(found[f"{name}.docx"], "B07") for name in ("乙一", "丙二", "丁三"))
