"""Letters and tables that were put up in public, through real Word files: `cases/public.yaml`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from extractors.forms import find_forms
from extractors.items import split
from extractors.reading import read
from tests.gold.render import render

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "cases" / "public.yaml").read_bytes())


@pytest.mark.parametrize("case", [pytest.param(c, id=c["name"]) for c in CASES])
def test_whose_promises_they_are(case: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "form.docx"
    render(case, path)
    (form,) = find_forms(read(path))
    assert (form.kind.value, form.unit, len(split(form))) == (case["kind"], case.get("unit", ""), case["promises"])


def test_a_place_to_sign_by_hand_is_no_empty_field(tmp_path: Path) -> None:
    path = tmp_path / "form.docx"
    blocks = [{"p": "党员承诺书"}, {"p": "我郑重承诺："}, {"p": "1、每周清扫楼道两次。"}, {"p": "2、年内读书4本。"}, {"p": "承诺人（签名）："}]
    render({"blocks": blocks}, path)
    (form,) = find_forms(read(path))
    assert form.fields == ()


def test_a_ledger_to_tick_off_is_a_form_until_it_is_filled_in(tmp_path: Path) -> None:
    rows = [["序号", "承诺事项", "完成时限", "完成情况", "是否销号"], ["1", "淘深六口井", "6月底", "", ""], ["2", "修井栏", "3月底", "", ""]]
    path = tmp_path / "form.docx"
    render({"blocks": [{"p": "水井站党支部承诺事项销号台账"}, {"table": rows}]}, path)
    (form,) = find_forms(read(path))
    assert len(split(form)) == 2


def test_who_signs_as_guarantor_is_the_person(tmp_path: Path) -> None:
    path = tmp_path / "form.docx"
    blocks = [{"p": "党员保证书"}, {"p": "1、保证每天清洗井台。"}, {"p": "2、保证井绳当天换新。"}, {"p": "保证人：景小槐　2015年3月8日"}]
    render({"blocks": blocks}, path)
    (form,) = find_forms(read(path))
    assert (form.person, form.kind.value) == ("景小槐", "member")
