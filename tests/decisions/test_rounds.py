"""Whole rounds by the commands that a clerk uses: run, decide, run again, mend, run."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.decisions.desk import ROOT, Desk, first, mend
from tests.decisions.office import code, fill, rows


def test_what_was_dismissed_is_not_said_and_what_was_reworded_is_said_so(desk: Desk) -> None:
    gone, other = first(desk, "D04"), first(desk, "S04")
    assert str(gone["问题"]) in desk.words()
    must = next(r["必须修改（处）"] for r in rows(desk.book(), "报送情况") if "冯拟稿" in str(r["文件"]))
    fill(desk.book(), lambda r: r["finding_key"] == gone["finding_key"], "不采纳", "原件写的是2月28日")
    fill(desk.book(), lambda r: r["finding_key"] == other["finding_key"], "改写", "落款日期请按实际签字日写。")
    told = desk.run()
    assert "读回复核意见 2 条" in told
    assert "不采纳 1 处，改写 1 处" in told
    words = desk.words()
    assert str(gone["问题"]) not in words
    assert str(other["问题"]) not in words
    assert words.count("落款日期请按实际签字日写。") == 2, "the comment and the letter"
    assert "原件写的是2月28日" not in words, "reasons are for the office"
    assert next(r["必须修改（处）"] for r in rows(desk.book(), "报送情况") if "冯拟稿" in str(r["文件"])) == must - 1
    overview = "".join(str(v) for r in rows(desk.book(), "汇总") for v in r.values() if v)
    assert "另有1处经复核不采纳或已改，不计入问题" in overview
    records = [json.loads(line) for line in (desk.out / "results.jsonl").read_text("utf-8").splitlines()]
    decided = [f for r in records for f in r.get("findings", ()) if f["decision"]]
    assert {f["code"]: f["decision"]["state"] for f in decided} == {"D04": "dismissed", "S04": "reworded"}


def test_same_decisions_same_bytes_run_after_run(desk: Desk) -> None:
    fill(desk.book(), code("D04"), "不采纳", "已核实")
    desk.run()
    before = desk.files()
    desk.run()
    assert desk.files() == before


def test_a_mistake_in_the_workbook_stops_the_run_before_anything_changes(desk: Desk) -> None:
    fill(desk.book(), code("D04"), "不采纳")
    before = desk.files()
    told = desk.run(code=2)
    assert "请在复核说明中写上理由" in told
    assert desk.files() == before


def test_decisions_by_command(desk: Desk) -> None:
    listed = desk.ask("decide", "list", "--code", "D04")
    number = listed[:8]
    assert "D04 必须修改" in listed
    desk.ask("decide", "dismiss", number, "--reason", "已核实", "--by", "王敏")
    assert "不采纳（本项）已核实" in desk.ask("decide", "list", "--code", "D04")
    desk.run()
    assert str(first(desk, "D04")["问题"]) not in desk.words()
    (audit,) = rows(desk.book(), "复核记录")
    assert (audit["复核人"], audit["来源"]) == ("王敏", "命令")
    desk.ask("decide", "undo", number)
    desk.run()
    assert str(first(desk, "D04")["问题"]) in desk.words()
    assert [r["复核意见"] for r in rows(desk.book(), "复核记录")] == ["不采纳", "（撤销）"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("confirm", "ffffffff"), "没有编号为"),
        (("confirm", "第3项"), "不是问题编号"),
        (("undo", "{n}"), "还没有复核意见"),
        (("dismiss", "{n}", "--reason", " "), "请写明理由"),
        (("dismiss", "{n}"), "缺少参数 --reason"),
        (("dismiss", "{n}", "ffffffff", "--reason", "x"), "什么也没有记下"),
    ],
)
def test_a_wrong_command_records_nothing(desk: Desk, arguments: tuple[str, ...], said: str) -> None:
    number = desk.ask("decide", "list", "--code", "D04")[:8]
    assert said in desk.ask("decide", *(a.replace("{n}", number) for a in arguments), code=2)
    assert "→" not in desk.ask("decide", "list", "--hints")


@pytest.mark.parametrize(
    ("old", "new", "holds", "standing"),
    [
        ("暑假到企业锻炼", "寒假到企业锻炼", True, "生效"),
        ("第一年的课程", "第一年课程", True, "沿用1处"),
        ("2月30日", "2月31日", False, "待确认"),
        ("完成博士第一年的课程学习", "发表论文两篇", False, "这次没有再出现"),
    ],
)
def test_a_form_that_comes_again(desk: Desk, old: str, new: str, holds: bool, standing: str) -> None:
    """Another promise was mended; a word of this one; its day; the whole of it."""
    kept = first(desk, "D04")
    fill(desk.book(), lambda r: r["finding_key"] == kept["finding_key"], "不采纳", "已核实")
    desk.run()
    mend(desk.inbox / "冯拟稿.docx", old, new)
    told = desk.run()
    assert ("不采纳 1 处" in told) is holds
    assert ("没有沿用原意见" in told) is (standing == "待确认")
    assert str(first(desk, "D04")["问题"] in desk.words()) == str(not holds)
    (audit,) = rows(desk.book(), "复核记录")
    assert str(audit["状况"]).startswith(standing)


def test_a_run_killed_after_it_heard_the_workbook_loses_nothing(desk: Desk) -> None:
    fill(desk.book(), code("D04"), "不采纳", "已核实")
    program = (
        "import os, pipeline.batch as b\n"
        "b._settle = lambda *a: os._exit(9)\n"
        "from pipeline.cli.main import main\nmain()"
    )
    arguments = ["run", str(desk.inbox), "-n", "csust-2012", "-r", str(ROOT / "samples" / "roster.xlsx"), "-o", str(desk.out), "-q", "-j", "1"]
    assert subprocess.run([sys.executable, "-c", program, *arguments], cwd=ROOT, check=False).returncode == 9
    assert "上次运行没有做完" in desk.ask("release", code=2)
    told = desk.run()
    assert "不采纳 1 处" in told
    assert len(rows(desk.book(), "复核记录")) == 1
