"""What goes out and what changed: release, mend, run, release again, compare."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import zipfile

import docx
from handmade.commands import chengnuo

from tests.decisions.desk import ROOT, Desk, first, text_of
from tests.decisions.office import code, fill, rows


def unit_of(desk: Desk) -> str:
    return str(first(desk, "D04")["单位"])


def test_release_packs_what_was_reviewed_and_records_it(desk: Desk) -> None:
    unit = unit_of(desk)
    waiting = desk.ask("release", code=1)
    assert f"{unit}：还有" in waiting
    assert not (desk.out / "发出" / "第1次" / unit).exists()
    packed = desk.ask("release", "--unit", unit, "--accept-rest", "--by", "王敏")
    assert "已登记" in packed
    (folder,) = (desk.out / "发出").glob(f"*/{unit}")
    names = {p.name for p in folder.iterdir()}
    assert {"返回说明.docx", "审核意见.docx", "冯拟稿.docx"} <= names
    letter = text_of(folder / "审核意见.docx")
    assert "草稿" not in letter
    assert "　　年　　月　　日" not in letter
    assert "草稿" in text_of(desk.out / "反馈" / unit / "审核意见.docx"), "the draft stays a draft"
    assert (folder / "冯拟稿.docx").read_bytes() == (desk.out / "反馈" / unit / "冯拟稿.docx").read_bytes()
    note = text_of(folder / "返回说明.docx")
    assert "请修改后重新报送的：冯拟稿.docx" in note
    listed = desk.ask("release", "--list")
    for path in folder.iterdir():
        assert hashlib.sha256(path.read_bytes()).hexdigest() in listed
    assert "王敏" in listed


def test_a_second_release_says_what_changed(desk: Desk) -> None:
    unit = unit_of(desk)
    desk.ask("release", "--unit", unit, "--accept-rest")
    assert "没有变化" in desk.ask("release", "--unit", unit, "--accept-rest")
    gone = first(desk, "D04")
    number = desk.ask("decide", "list", "--code", "D04")[:8]
    desk.ask("decide", "dismiss", number, "--reason", "已核实")
    assert "还没有用到结果里" in desk.ask("release", code=2)
    assert "草稿" in text_of_book(desk)
    desk.run()
    told = desk.ask("release", "--unit", unit, "--accept-rest")
    assert "撤回：" in told
    note = text_of(sorted((desk.out / "发出").glob(f"*/{unit}"))[-1] / "返回说明.docx")
    assert "撤回：" in note
    assert str(gone["问题"]).split("“")[1][:6] in note
    assert "发出的相比" in note


def text_of_book(desk: Desk) -> str:
    return "".join(str(v) for r in rows(desk.book(), "汇总") for v in r.values() if v)


def test_the_summary_says_draft_until_all_went_out(desk: Desk) -> None:
    assert "草稿，待复核后发出" in text_of_book(desk)
    desk.ask("release", "--accept-rest")
    desk.run()
    assert "草稿" not in text_of_book(desk)
    assert "发出" in text_of_book(desk)


def test_unread_words_in_the_workbook_stop_a_release(desk: Desk) -> None:
    fill(desk.book(), code("D04"), "不采纳", "已核实")
    assert "还没有读回" in desk.ask("release", "--accept-rest", code=2)


def test_a_put_off_finding_stops_its_unit_even_so(desk: Desk) -> None:
    fill(desk.book(), code("D04"), "待定", "等书记回话")
    desk.run()
    assert "待定" in desk.ask("release", "--unit", unit_of(desk), "--accept-rest", code=1)


def test_a_copy_that_lies_there_twice_is_not_guessed(desk: Desk) -> None:
    unit = unit_of(desk)
    folder = desk.out / "反馈" / unit
    edited = docx.Document(str(folder / "冯拟稿.docx"))
    edited.add_paragraph("经办人另记")
    edited.save(str(folder / "冯拟稿.docx"))
    (folder / "情况说明.txt").write_text("随附", "utf-8")
    desk.run()
    assert "有2份" in desk.ask("release", "--unit", unit, "--accept-rest", code=1)
    (folder / "冯拟稿(2).docx").unlink()
    desk.ask("release", "--unit", unit, "--accept-rest", "--zip")
    (packed,) = (desk.out / "发出").rglob("*.zip")
    with zipfile.ZipFile(packed) as parts:
        assert f"{unit}/情况说明.txt" in parts.namelist()
        assert parts.read(f"{unit}/冯拟稿.docx") == (folder / "冯拟稿.docx").read_bytes()


def test_a_release_killed_at_the_last_moment_is_not_recorded(desk: Desk) -> None:
    program = (
        "import os, pipeline.release.pack as p\n"
        "move = p._move\n"
        "p._move = lambda a, b: (move(a, b), os._exit(9))\n"
        "from pipeline.cli.main import main\nmain()"
    )
    arguments = ["release", str(desk.out), "--accept-rest"]
    assert subprocess.run([sys.executable, "-c", program, *arguments], cwd=ROOT, check=False).returncode == 9
    assert "还没有发出过" in desk.ask("release", "--list")
    assert "第1次(2)" in desk.ask("release", "--accept-rest")


def test_diff_tells_what_a_changed_run_brought(desk: Desk) -> None:
    assert "只有一次结果" in desk.ask("diff", code=2)
    old = desk.out.parent / "旧.jsonl"
    shutil.copy(desk.out / "results.jsonl", old)
    (desk.inbox / "孙例文.docx").unlink()
    number = desk.ask("decide", "list", "--code", "D04")[:8]
    desk.ask("decide", "dismiss", number, "--reason", "已核实")
    desk.run()
    told = desk.ask("diff", code=1)
    assert "消失" in told
    assert "【变化】D04" in told
    assert "复核：（无） → 不采纳 已核实" in told
    assert told == chengnuo("diff", old, desk.out).stdout
    assert chengnuo("diff", old, old).returncode == 0
    lines = chengnuo("diff", old, desk.out, "--format", "json", "--code", "D04").stdout.splitlines()
    assert [json.loads(line)["kind"] for line in lines] == ["变化"]


def test_a_file_that_cannot_be_read_is_news(desk: Desk) -> None:
    unit = unit_of(desk)
    desk.ask("release", "--unit", unit, "--accept-rest")
    (desk.inbox / unit).mkdir()
    bad = desk.inbox / unit / "补报.docx"
    bad.write_bytes(b"PK\x03\x04 cut off")
    desk.run()
    desk.ask("release", "--unit", unit, "--accept-rest")
    note = text_of(sorted((desk.out / "发出").glob(f"*/{unit}"))[-1] / "返回说明.docx")
    assert "请重新报送的：补报.docx" in note
    assert "新增：“补报.docx”没有读出" in note
    assert "没有变化" in desk.ask("release", "--unit", unit, "--accept-rest")
    bad.unlink()
    desk.run()
    desk.ask("release", "--unit", unit, "--accept-rest")
    assert "撤回：“补报.docx”没有读出" in text_of(sorted((desk.out / "发出").glob(f"*/{unit}"))[-1] / "返回说明.docx")
