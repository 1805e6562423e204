"""Signature, seal, opinion and their days in many layouts, through real Word files: `cases/ends.yaml`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from extractors.forms import find_forms
from extractors.items import split
from extractors.model import Form
from extractors.reading import read
from tests.gold.render import render

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "cases" / "ends.yaml").read_bytes())


@pytest.mark.parametrize("case", [pytest.param(c, id=c["name"]) for c in CASES])
def test_who_signed_and_when(case: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "form.docx"
    render(case, path)
    (form,) = find_forms(read(path))
    asked = {key: case[key] for key in case if key not in ("name", "blocks", "fields")}
    said = _said(form)
    assert {key: said[key] for key in asked} == asked
    fields = {f.key: f.value for f in form.fields}
    assert {key: fields.get(key) for key in case.get("fields") or {}} == (case.get("fields") or {})


def _said(form: Form) -> dict[str, Any]:
    return {
        "kind": form.kind.value, "signer": form.signing.signer, "signed": form.signing.date.day, "approved": form.approval.date.day,
        "opinion": form.approval.opinion, "promises": len(split(form)),
    }  # fmt: skip
