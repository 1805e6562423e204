"""Forms of members and secretaries as many hands type them, whole and through real Word files: `cases/members.yaml`."""

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

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "cases" / "members.yaml").read_bytes())


@pytest.mark.parametrize("case", [pytest.param(c, id=c["name"]) for c in CASES])
def test_what_the_form_says(case: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "form.docx"
    render(case, path)
    (form,) = find_forms(read(path))
    said = _said(form)
    asked = {key: case[key] for key in case if key not in ("name", "blocks", "fields")}
    assert {key: said[key] for key in asked} == asked
    fields = {f.key: f.value for f in form.fields}
    assert {key: fields.get(key) for key in case.get("fields") or {}} == (case.get("fields") or {})


def _said(form: Form) -> dict[str, Any]:
    items = split(form)
    return {
        "kind": form.kind.value, "person": form.person, "unit": form.unit, "year": form.year, "signed": form.signing.date.day, "approved": form.approval.date.day,
        "opinion": form.approval.opinion, "items": [i.text for i in items], "headings": ["/".join(i.headings) for i in items], "ordinals": [i.ordinal for i in items],
    }  # fmt: skip
