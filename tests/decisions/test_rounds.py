"""Whole rounds by the commands that a clerk uses: run, decide, run again, release, mend, run, release again, compare."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pytest

from tests.decisions.office import code, fill, rows

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples" / "inbox" / "机电学院" / "教师"
NAMES = ("冯拟稿.docx", "吴范文-承诺书终稿2.docx", "孙例文.docx")


def chengnuo(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from pipeline.cli.main import main; main()", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", timeout=300)


class Desk:
    def __init__(self, root: Path) -> None:
        self.inbox, self.out = root / "收件箱", root / "结果"

    def run(self, code: int = 0) -> str:
        roster = ROOT / "samples" / "roster.xlsx"
        done = chengnuo("run", self.inbox, "-n", "csust-2012", "-r", roster, "-o", self.out, "-q", "-j", "1")
        assert done.returncode == code, done.stdout + done.stderr
        return done.stdout + done.stderr

    def ask(self, *arguments: str | Path, code: int = 0) -> str:
        done = chengnuo(arguments[0], *([arguments[1], self.out] if arguments[0] == "decide" else [self.out]), *arguments[2 if arguments[0] == "decide" else 1 :])
        assert done.returncode == code, done.stdout + done.stderr
        return done.stdout + done.stderr

    def book(self) -> Path:
        return max(self.out.glob("台账*.xlsx"), key=lambda p: p.stat().st_mtime_ns)

    def words(self) -> str:
        """Everything that goes to branches: letters and comments."""
        return "".join(text_of(path) for path in (self.out / "反馈").rglob("*.docx"))

    def files(self) -> dict[str, str]:
        found = (p for p in self.out.rglob("*") if p.is_file() and ".chengnuo" not in p.parts)
        return {p.relative_to(self.out).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in found}


def text_of(path: Path) -> str:
    with zipfile.ZipFile(path) as parts:
        names = [n for n in parts.namelist() if n.startswith("word/") and n.endswith(".xml")]
        return "".join(docx.oxml.parse_xml(parts.read(n)).xpath("string()") for n in names)


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("desk")
    (root / "收件箱").mkdir()
    for name in NAMES:
        shutil.copy(SAMPLES / name, root / "收件箱")
    Desk(root).run()
    return root


@pytest.fixture
def desk(ran: Path, tmp_path: Path) -> Desk:
    """A working folder after its first run; it may be moved and copied."""
    shutil.copytree(ran, tmp_path / "desk")
    return Desk(tmp_path / "desk")


def first(desk: Desk, rule: str, **other: str) -> dict[str, object]:
    return next(r for r in rows(desk.book()) if r["代码"] == rule and all(r[k] == v for k, v in other.items()))


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


def mend(path: Path, old: str, new: str) -> None:
    """Change words of a form, as its owner would."""
    document = docx.Document(str(path))
    cells = [p for t in document.tables for row in t.rows for c in row.cells for p in c.paragraphs] + document.paragraphs
    found = [p for p in cells if old in p.text]
    assert found
    for paragraph in found:
        text = paragraph.text.replace(old, new)
        for run in paragraph.runs[1:]:
            run.text = ""
        paragraph.runs[0].text = text
    document.save(str(path))


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
