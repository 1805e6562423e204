"""The recipes of CONTRIBUTING.md, followed in a copy of the packages: each works and touches nothing else."""

import shutil
import subprocess
import sys
from pathlib import Path

import docx
import pytest

ROOT = Path(__file__).parents[2]
RULE = '''"""W99: shouting."""

from __future__ import annotations

from collections.abc import Iterator

from rules.facts import FormFacts
from rules.model import Hit, Rule, Scope
from rules.packs import Pack


class Shouting(Rule):
    """承诺里不用感叹号。

    依据: 测试用。
    反例: 一定办好！
    正例: 6月底前办好。
    """

    code = "W99"
    scope = Scope.ITEM

    def check(self, facts: FormFacts, pack: Pack) -> Iterator[Hit]:
        for n, item in enumerate(facts.items):
            if "！" in item.text:
                yield Hit(item.passage.anchor(), evidence="！", item=n)
'''
PACK = """
id: test-notice
title: 测试通知
extends: base
rules:
  W99:
    severity: 提示
    ref: 一
    title: 感叹号
    words:
      "": {message: "第{n}项有感叹号。", suggestion: 请删去。}
"""
TEMPLATE = """
id: pledge-card
kind: member
titles: [践诺登记卡]
fields: {name: 立诺人, branch: 归口支部}
commitment: 我的诺言
approval: 支部把关
means: {}
"""


@pytest.fixture
def house(tmp_path: Path) -> Path:
    for package in ("extractors", "rules", "pipeline"):
        shutil.copytree(ROOT / package, tmp_path / "house" / package, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path / "house"


def chengnuo(house: Path, *arguments: str) -> str:
    command = [sys.executable, "-c", "from pipeline.cli.main import main; main()", *arguments]
    done = subprocess.run(command, cwd=house, capture_output=True, text=True, encoding="utf-8", timeout=120)
    assert done.returncode in (0, 1), done.stdout + done.stderr
    return done.stdout


def form(path: Path, rows: list[tuple[str, str]], title: str) -> Path:
    document = docx.Document()
    document.add_paragraph(title)
    table = document.add_table(rows=0, cols=2)
    for label, value in rows:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = label, value
    document.save(str(path))
    return path


def test_a_rule_and_a_notice_by_path(house: Path, tmp_path: Path) -> None:
    (house / "rules" / "checks" / "w99_shouting.py").write_text(RULE, "utf-8")
    notice = tmp_path / "notice"
    notice.mkdir()
    (notice / "pack.yaml").write_text(PACK, "utf-8")
    rows = [("党组织名称", "示例党支部"), ("公开承诺事项及完成时限", "一、6月底前安装路灯12盏！\n二、年底前修路2公里。")]
    path = form(tmp_path / "a.docx", rows, "2012年度基层党组织公开承诺书")
    said = chengnuo(house, "check", str(path), "--notice", str(notice))
    assert "W99 第1项有感叹号。" in said
    assert "第2项有感叹号" not in said
    assert "W99" in chengnuo(house, "rules", "W99", "--notice", str(notice))


def test_a_form(house: Path, tmp_path: Path) -> None:
    rows = [("立诺人", "甄样例"), ("归口支部", "示例党支部"), ("我的诺言", "一、每月走访住户2次。\n二、6月底前读书3本。"), ("支部把关", "")]
    path = form(tmp_path / "a.docx", rows, "践诺登记卡")
    (house / "extractors" / "forms" / "templates" / "pledge-card.yaml").write_text(TEMPLATE, "utf-8")
    said = chengnuo(house, "show", str(path))
    assert "样式 pledge-card" in said
    assert "立诺人：甄样例" in said
    assert "承诺事项：2 项" in said
