"""RTF and OFD forms go all the way: judged, handed out as they came, named with the reason where people look."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import docx
import pytest

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
    command = [sys.executable, "-c", "from pipeline.cli.main import main; main()", "run", str(inbox), "--notice", "csust-2012"]
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
    assert found["items"][1]["anchor"]["places"] == [{"part": "rtf", "paragraph": 7, "start": 2, "end": 12}]


def test_the_files_come_back_as_they_came_and_the_letter_says_so(out: Path) -> None:
    (copy,) = (out / "反馈").rglob("书记（未加批注）.ofd")
    assert copy.read_bytes() == from_pdf(FORM.read_bytes())
    (rtf,) = (out / "反馈").rglob("孙例文（未加批注）.rtf")
    assert rtf.read_bytes() == RTF.encode("gb18030")
    for path, words in ((copy, "书记.ofd[OFD 文件不加批注，意见见本函]"), (rtf, "孙例文.doc[RTF 文件不加批注，意见见本函]")):
        letter = docx.Document(str(path.with_name("审核意见.docx")))
        assert words in "\n".join(p.text for p in letter.paragraphs)
    letter = docx.Document(str(rtf.with_name("审核意见.docx")))
    assert "认真学习" in "\n".join(cell.text for table in letter.tables for row in table.rows for cell in row.cells)
