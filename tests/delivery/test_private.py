"""What is handed out or printed shows no identity number, private telephone or home; the mark still stands on it."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from lxml import etree
from openpyxl import load_workbook

ROOT = Path(__file__).parents[2]
NUMBER, PHONE, HOME = "11010519491231002X", "13800138000", "幸福小区3栋2单元501室"
SECRETS = (NUMBER, PHONE, HOME)


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("私")
    (root / "收件").mkdir()
    made = docx.Document()
    for line in (
        "党员公开承诺书", f"1、本人身份证{NUMBER}，每月走访困难户2户。", f"2、结对帮扶李某，手机{PHONE}。",
        f"3、看望家住{HOME}的老党员。", "4、加强学习。", "承诺人：钱样本", "2012年3月10日",
    ):  # fmt: skip
        made.add_paragraph(line)
    made.save(str(root / "收件" / "钱样本承诺书.docx"))
    shutil.copy(ROOT / "samples/inbox/机关/财务处/谢副本承诺书3.12.docx", root / "收件")
    program = "from pipeline.cli.main import main; main()"
    arguments = ["run", str(root / "收件"), "--notice", "csust-2012", "--roster", "samples/roster.xlsx", "--out", str(root / "结果"), "-q"]
    subprocess.run([sys.executable, "-c", program, *arguments], cwd=ROOT, check=True, capture_output=True, timeout=120)
    return root / "结果"


def shown(out: Path) -> str:
    book = load_workbook(out / "台账.xlsx", read_only=True)
    cells = (str(c) for sheet in book for row in sheet.iter_rows(values_only=True) for c in row if c is not None)
    letters = (p.text for f in out.rglob("审核意见.docx") for p in docx.Document(str(f)).element.body.iter("{*}t"))
    return "\n".join([*cells, *(text or "" for text in letters)])


def comments(path: Path) -> list[tuple[str, str]]:
    """Words and comment of each comment."""
    with ZipFile(path) as package:
        document = etree.fromstring(package.read("word/document.xml"))
        said = etree.fromstring(package.read("word/comments.xml"))
    key = next(k for k in said[0].attrib if k.endswith("}id"))
    found = []
    for comment in said:
        on, words = False, ""
        for node in document.iter("{*}commentRangeStart", "{*}commentRangeEnd", "{*}t"):
            if node.get(key) == comment.get(key):
                on = node.tag.endswith("Start")
            elif on and node.tag.endswith("}t"):
                words += node.text or ""
        found.append((words, "".join(comment.itertext("{*}t"))))
    return found


def test_the_workbook_and_the_letters_hide_them(out: Path) -> None:
    text = shown(out)
    assert "走访困难户2户" in text
    assert "138******00" in text
    assert not [secret for secret in SECRETS if secret in text]
    assert not re.search(r"900000197008010014|13800004404", text)


def test_the_comments_hide_them_and_stand_on_them(out: Path) -> None:
    found = comments(next(out.rglob("钱样本承诺书.docx")))
    assert not [said for _, said in found for secret in SECRETS if secret in said]
    by_fault = {secret: said for words, said in found for secret in SECRETS if secret in words}
    assert set(by_fault) == set(SECRETS)
    assert "身份证号（110*" in by_fault[NUMBER]


def test_the_findings_hide_them(out: Path) -> None:
    lines = (out / "results.jsonl").read_text("utf-8").splitlines()
    findings = [line.partition('"findings":')[2] for line in lines]
    assert all(findings)
    assert not [secret for text in findings for secret in SECRETS if secret in text]
