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
