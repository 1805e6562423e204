"""The tuning forms through real Word files: fields, dates, kind and year as their readers wrote them down; no promise lost."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest
import yaml

from extractors.forms import find_forms
from extractors.model import Form
from extractors.model.document import paragraphs
from extractors.reading import read
from tests.gold.render import render

GOLD = Path(__file__).parents[1] / "gold"
# Where a reader wrote down something else than the record means. u006: the preamble promises for 2011 and was signed in
# December 2010 (`Form.year`: title, preamble, signature). u030: the reader left out a part of the printed name. u018: a
# 年级 stands as it is printed (w027 has it so).
APART: dict[str, dict[str, Any]] = {
    "u006": {"year": 2011}, "u030": {"org_name": "中共松溪县驻东莞务工人员流动党支部"}, "u018": {"grade": "2020级"},
}
# The readers of these three wrote down printed labels only; the form also tells who promises in a sentence.
TOLD: dict[str, dict[str, str]] = {
    "t010": {"name": "莫大川"},
    "v007": {"org_name": "中共江陵师范学院文学院学生第二支部", "member_count": "31"},
    "v011": {"post": "竹园社区党委书记", "org_name": "竹园社区党委", "name": "苏爱莲", "tenure_start": "2010-07"},
}
FILES = sorted((GOLD / "tune").glob("*.yaml"))


@pytest.mark.parametrize("path", FILES, ids=[p.stem for p in FILES])
def test_form_is_read_as_its_readers_read_it(path: Path, tmp_path: Path) -> None:
    gold = yaml.safe_load(path.read_text(encoding="utf-8"))
    target = tmp_path / "form.docx"
    render(gold, target)
    (form,) = find_forms(read(target))
    assert _facts(form) == _wanted(gold)
    body = _plain("".join(p.text for p in paragraphs(form.body)))
    lost = [line for item in gold["items"] for line in item["text"].split("\n") if _plain(line) not in body]
    assert lost == []


def _facts(form: Form) -> dict[str, Any]:
    return {
        "kind": form.kind.value, "year": form.year, "sign": form.signing.date.day, "approval": form.approval.date.day,
        "fields": {f.key: f.value for f in form.fields},
    }


def _wanted(gold: dict[str, Any]) -> dict[str, Any]:
    # The tuning set writes 任职时间 as `tenure`; the record calls it tenure_start.
    fields = {{"tenure": "tenure_start"}.get(k, k): _half(v) for k, v in (gold.get("fields") or {}).items()}
    fields |= {k: v for k, v in APART.get(gold["id"], {}).items() if k in fields}
    fields |= TOLD.get(gold["id"], {})
    year = APART.get(gold["id"], {}).get("year", gold["year"])
    return {"kind": gold["kind"], "year": year, "sign": gold["sign_date"], "approval": gold["approval_date"], "fields": fields}


def _half(value: str | None) -> str | None:
    """Field values are half width, without blanks (GUIDELINE); some readers left full-width brackets."""
    return None if value is None else _plain(unicodedata.normalize("NFKC", value))


def _plain(text: str) -> str:
    return re.sub(r"\s", "", text)
