"""The main job through the command line, on the samples: what a clerk gets, and gets again."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from jsonschema import Draft202012Validator
from lxml import etree
from openpyxl import load_workbook

from tests.delivery.golden import GOLDEN, SAMPLES

ROOT = Path(__file__).parents[2]


def chengnuo(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from pipeline.cli.main import main; main()", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", timeout=600)


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    out = tmp_path_factory.mktemp("job") / "结果"
    arguments = ("--notice", "csust-2012", "--roster", str(SAMPLES / "roster.xlsx"), "--out", str(out))
    done = chengnuo("run", str(SAMPLES / "inbox"), *arguments)
    assert done.returncode == 0, done.stdout + done.stderr
    return out, done.stdout + done.stderr


@pytest.fixture(scope="module")
def records(ran: tuple[Path, str]) -> list[dict]:
    return [json.loads(line) for line in (ran[0] / "results.jsonl").read_text("utf-8").splitlines()]


def test_the_results_are_the_accepted_ones(records: list[dict]) -> None:
    def told(found: list[dict]) -> dict[str, list[dict]]:
        by_file: dict[str, list[dict]] = {}
        for record in found:
            by_file.setdefault(record["file"], []).append(record)
        return by_file

    ours, accepted = told(records), told([json.loads(line) for line in GOLDEN.read_text("utf-8").splitlines()])
    assert ours.keys() == accepted.keys()
    different = [name for name in accepted if ours[name] != accepted[name]]
    assert not different, f"differ from samples/golden: {different}; read the difference, then `make golden`"


def test_every_line_has_the_published_shape(records: list[dict]) -> None:
    schema = json.loads((ROOT / "docs" / "results.schema.json").read_text("utf-8"))
    validator = Draft202012Validator(schema)
    assert not [error.message for record in records for error in validator.iter_errors(record)]
    assert [r["file"] for r in records] == sorted(r["file"] for r in records)


def test_spans_and_evidence_lie_in_the_text(records: list[dict]) -> None:
    for item in (i for r in records if r["record"] == "form" for i in r["items"]):
        size = len(item["text"])
        spans = [*item["target"]["spans"], *item["project"]["spans"], *item["measures"]["spans"]]
        spans += [item["deadline"]["span"]] if item["deadline"]["span"] else []
        assert all(0 <= a < b <= size for a, b in spans), item


def test_every_file_of_the_inbox_is_in_the_status_sheet(ran: tuple[Path, str]) -> None:
    sheet = load_workbook(ran[0] / "台账.xlsx", read_only=True)["报送情况"]
    text = "\n".join(str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell)
    files = [p for p in (SAMPLES / "inbox").rglob("*") if p.is_file()]
    assert len(files) >= 60
    missing = [p.name for p in files if p.name not in text]
    assert not missing


def test_the_sheets_that_an_office_expects(ran: tuple[Path, str]) -> None:
    book = load_workbook(ran[0] / "台账.xlsx")
    assert book.sheetnames == ["汇总", "承诺事项台账", "问题清单", "五个好覆盖", "报送情况", "党员参与", "文字相近", "待确认", "复核记录"]


def test_every_readable_file_comes_back_with_comments(ran: tuple[Path, str], records: list[dict]) -> None:
    forms = [r for r in records if r["record"] == "form"]
    returned = [p for p in (ran[0] / "反馈").rglob("*") if p.suffix in (".docx", ".pdf") and p.name != "审核意见.docx"]
    assert len(returned) >= len({r["file"] for r in forms})
    faulty = {Path(r["file"]).name for r in forms for f in r["findings"] if f["verdict"] == "deficient" and f["evidence"]}
    for path in returned:
        if path.suffix == ".docx":
            with ZipFile(path) as package:
                assert "word/comments.xml" in package.namelist(), path
        else:  # a form without faults has a note that says so
            kinds = (b"/Highlight",) if path.name in faulty else (b"/Highlight", b"/Subtype /Text")
            assert any(kind in path.read_bytes() for kind in (*kinds, b"/ObjStm")), path


def commented(path: Path) -> Iterator[tuple[str, str]]:
    """Every comment of a Word file: the words it covers and what it says, read from the XML alone."""
    with ZipFile(path) as package:
        document = etree.fromstring(package.read("word/document.xml"))
        comments = etree.fromstring(package.read("word/comments.xml"))
    covered: dict[str, list[str]] = {}
    now: set[str] = set()
    for node in document.iter("{*}commentRangeStart", "{*}commentRangeEnd", "{*}t"):
        number = next((v for k, v in node.attrib.items() if k.endswith("}id")), "")
        match etree.QName(node).localname:
            case "commentRangeStart":
                now.add(number)
                covered[number] = []
            case "commentRangeEnd":
                now.discard(number)
            case _:
                for open_ in now:
                    covered[open_].append(node.text or "")
    for comment in comments:
        number = next(v for k, v in comment.attrib.items() if k.endswith("}id"))
        yield "".join(covered.get(number, [])), "".join(comment.itertext("{*}t"))


def bare(text: str) -> str:
    return "".join(text.split())


def test_a_comment_stands_on_its_promise(ran: tuple[Path, str], records: list[dict]) -> None:
    """The commented words are the promise, or the words of it that the finding gives as evidence; where Word allows no
    comment at the place itself (in a block content control), the comment beside it quotes them."""
    forms: dict[str, list[dict]] = {}
    for record in (r for r in records if r["record"] == "form" and r["format"] == "docx"):
        forms.setdefault(Path(record["file"]).stem, []).append(record)
    exact = loose = 0
    for path in (ran[0] / "反馈").rglob("*.docx"):
        found = forms.get(path.stem, [])
        if len(found) != 1:
            continue
        items = {i["n"]: i for i in found[0]["items"]}
        for words, said in commented(path):
            if not (number := re.search(r"第(\d+)项", said)) or "【" not in said:
                continue
            item = items[int(number[1])]
            evidence = {bare(f["evidence"]) for f in found[0]["findings"] if f["item_id"] == item["item_id"]}
            allowed = {bare(item["text"])} | evidence
            exact += bare(words) in allowed
            loose += bare(words) not in allowed
            told = any(a and (a in bare(words) or a in bare(said)) for a in allowed)
            assert told, f"{path.name}: {words!r} for {item['text']!r}"
    assert exact > 100
    assert loose <= exact / 20, f"{loose} comments cover more than their words"


def test_originals_are_untouched(ran: tuple[Path, str]) -> None:
    changed = subprocess.run(["git", "status", "--porcelain", "samples/inbox"], cwd=ROOT, capture_output=True, text=True)
    assert changed.returncode != 0 or not changed.stdout.strip()


def test_the_summary_counts_what_the_sheets_list(ran: tuple[Path, str], records: list[dict]) -> None:
    forms = sum(r["record"] == "form" for r in records)
    assert f"读出承诺书 {forms} 份" in ran[1]
    assert "未报 11 个" in ran[1]
    assert "迟报 4 个" in ran[1]


@pytest.fixture
def small(tmp_path: Path) -> Path:
    inbox = tmp_path / "收件"
    inbox.mkdir()
    shutil.copy(SAMPLES / "inbox" / "机电学院" / "教师" / "孙例文.docx", inbox)
    return inbox


def test_an_edited_ledger_is_kept(small: Path, tmp_path: Path) -> None:
    out = tmp_path / "结果"
    arguments = ("run", str(small), "--notice", "csust-2012", "--out", str(out), "-q")
    assert chengnuo(*arguments).returncode == 0
    book = load_workbook(out / "台账.xlsx")
    book["问题清单"]["B3"] = "人工写的"
    book.save(out / "台账.xlsx")
    before = (out / "台账.xlsx").read_bytes()
    again = chengnuo(*arguments)
    assert again.returncode == 0
    assert "没有覆盖" in again.stdout
    assert (out / "台账.xlsx").read_bytes() == before
    assert (out / "台账(2).xlsx").exists()


def test_exit_codes_of_check(tmp_path: Path) -> None:
    (tmp_path / "空.docx").write_bytes(b"")
    assert chengnuo("check", str(tmp_path / "空.docx")).returncode == 2
    assert chengnuo("check", str(tmp_path / "没有.docx")).returncode == 2
    template = SAMPLES / "inbox" / "机电学院" / "教师" / "郑模板.docx"
    must = chengnuo("check", str(template), "--notice", "csust-2012", "--format", "json")
    assert must.returncode == 1
    assert json.loads(must.stdout.splitlines()[0])["record"] == "form"


def test_a_supplement_is_checked_as_one() -> None:
    done = chengnuo("check", str(SAMPLES / "inbox/后勤集团/水电中心补充：维修时限表.docx"), "--notice", "csust-2012")
    assert done.returncode == 0
    assert "按补充检查" in done.stdout
    assert "K03" not in done.stdout
    assert "C04" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("run", "没有这个文件夹", "--notice", "base", "--out", "{out}"), "找不到"),
        (("run", "samples/inbox", "--notice", "没有", "--out", "{out}"), "没有名为"),
        (("run", "samples/inbox", "--notice", "base", "--roster", "没有.xlsx", "--out", "{out}"), "找不到名册"),
        (("run", "samples", "--notice", "base", "--out", "samples/out"), "在收件文件夹里面"),
        (("run", "samples/inbox", "--notice", "base", "--out", "samples"), "在结果文件夹“samples”里面"),
        (("run", "samples/inbox", "--notice", "base", "--out", "samples/inbox"), "不能是同一个"),
        (("run", "samples/inbox", "--notice", "base", "--out", "README.md"), "无法写入（路径中有一段是文件"),
        (("run", "samples/inbox", "--notice", "base", "--out", "README.md/out"), "无法写入（路径中有一段是文件"),
        (("check",), "缺少参数"),
        (("check", "a.docx", "--format", "xml"), "值不对"),
        (("check", "samples/inbox"), "整个文件夹请用 chengnuo run"),
        (("show", "samples/inbox"), "整个文件夹请用 chengnuo run"),
        (("show", "samples/inbox/机电学院/教师/孙例文.docx", "--picture", "{out}.png"), "--picture 只用于 PDF"),
        (("造反",), "没有“造反”这个命令"),
    ],
)
def test_wrong_use_is_said_in_chinese(arguments: tuple[str, ...], said: str, tmp_path: Path) -> None:
    done = chengnuo(*(a.format(out=tmp_path / "o") for a in arguments))
    assert done.returncode == 2
    assert said in done.stderr
    assert re.search(r"请|可用的|用 --help", done.stderr), "says what to do"
    assert not re.search("Traceback|Error|Errno", done.stderr)
    assert not (tmp_path / "o").exists(), "wrong use leaves nothing behind"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root writes everywhere")
def test_an_output_folder_that_cannot_be_written(small: Path, tmp_path: Path) -> None:
    closed = tmp_path / "锁"
    closed.mkdir(mode=0o500)
    done = chengnuo("run", str(small), "--notice", "base", "--out", str(closed / "o"))
    assert done.returncode == 2
    assert "无法写入" in done.stderr
