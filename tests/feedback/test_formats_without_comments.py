"""RTF and OFD forms go all the way: judged; RTF comes back as a .docx copy with comments, OFD as it came, with the reason where
people look and the places quoted in the letter."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import docx
import pytest
from formats_word.wordmaker import commented

from samples.make.ofd import from_pdf

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples"
FORM = SAMPLES / "inbox" / "机关" / "苗范例同志承诺书.pdf"
RTF = (
    r"{\rtf1\ansi\ansicpg936{\fonttbl{\f0\fcharset134 SimSun;}}\qc 党员公开承诺书\par\pard "
    r"\trowd\cellx2000\cellx4000\cellx6000\cellx8000\pard\intbl 姓名\cell 孙例文\cell 所在党支部\cell 机械设计教研室教师党支部\cell\row "
    r"\trowd\cellx2000\cellx8000\pard\intbl 公开承诺内容\cell 1、认真学习。\par 2、6月底前听课10次。\cell\row\pard\par}"
)


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("formats")
    inbox = root / "收件"
    inbox.mkdir()
    (inbox / "书记.ofd").write_bytes(from_pdf(FORM.read_bytes()))
    (inbox / "孙例文.doc").write_bytes(RTF.encode("gb18030"))
    command = [
        sys.executable,
        "-c",
        "from pipeline.cli.main import main; main()",
        "run",
        str(inbox),
        "--notice",
        "csust-2012",
    ]
    done = subprocess.run([*command, "--roster", str(SAMPLES / "roster.xlsx"), "--out", str(root / "结果")], cwd=ROOT,
                          capture_output=True, text=True, encoding="utf-8", timeout=600)  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert "书记.ofd：OFD 文件不加批注" in done.stdout
    return root / "结果"


def forms(out: Path) -> dict[str, dict]:
    return {r["file"]: r for r in map(json.loads, (out / "results.jsonl").read_text("utf-8").splitlines())}


def test_an_ofd_form_is_judged_as_the_same_form_in_pdf(out: Path) -> None:
    golden = (SAMPLES / "golden" / "results.jsonl").read_text("utf-8").splitlines()
    (pdf,) = [record for record in map(json.loads, golden) if record["file"].endswith(FORM.name)]
    ofd = forms(out)["书记.ofd"]
    assert ofd["format"] == "ofd"
    assert [i["text"] for i in ofd["items"]] == [i["text"] for i in pdf["items"]]
    assert len(ofd["items"]) > 2
    assert {k: f["value"] for k, f in ofd["fields"].items()} == {k: f["value"] for k, f in pdf["fields"].items()}


def test_an_rtf_form_under_the_name_doc_is_judged(out: Path) -> None:
    found = forms(out)["孙例文.doc"]
    assert (found["format"], found["person"], found["kind"]) == ("rtf", "孙例文", "member")
    assert [i["text"] for i in found["items"]] == ["认真学习。", "6月底前听课10次。"]
    assert found["items"][1]["anchor"]["places"] == [
        {"part": "word/document.xml", "paragraph": 7, "start": 2, "end": 12}
    ]


def test_an_rtf_form_comes_back_as_a_copy_with_comments(out: Path) -> None:
    (copy,) = (out / "反馈").rglob("孙例文.docx")
    assert not list((out / "反馈").rglob("*.rtf"))
    covered = commented(copy)
    assert "认真学习" in covered.values()
    assert next(p.text for p in docx.Document(str(copy)).paragraphs) == "党员公开承诺书"


def test_an_ofd_form_comes_back_as_it_came_and_the_letter_says_so(out: Path) -> None:
    (copy,) = (out / "反馈").rglob("书记（未加批注）.ofd")
    assert copy.read_bytes() == from_pdf(FORM.read_bytes())
    letter = docx.Document(str(copy.with_name("审核意见.docx")))
    assert "书记.ofd[OFD 文件不加批注，意见见本函]" in "\n".join(p.text for p in letter.paragraphs)
    cells = "\n".join(cell.text for table in letter.tables for row in table.rows for cell in row.cells)
    found = [f for f in forms(out)["书记.ofd"]["findings"] if f["verdict"] == "deficient" and f["evidence"]]
    assert len(found) >= 3
    assert [f["evidence"] for f in found if f["evidence"][:16] not in cells] == []
    assert "具体位置见下表" in "\n".join(p.text for p in letter.paragraphs)
