"""Every case of cases.yaml and tables.yaml: texts, ordinals and headings are exactly those decided by the guideline."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from extractors.items import split
from tests.items.bodies import Body

HERE = Path(__file__).parent
CASES = [c for name in ("cases.yaml", "tables.yaml") for c in yaml.load((HERE / name).read_text("utf-8"), yaml.BaseLoader)]


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["name"])
def test_case(case: dict[str, Any]) -> None:
    body = Body()
    if case.get("body"):
        body.lines(case["body"])
    if case.get("rows"):
        body.table(case["rows"])
    if case.get("after"):
        body.lines(case["after"])
    items = split(body.form())
    wanted = [("" if i[0] == "null" else i[0], i[1], tuple(i[2]) if len(i) > 2 else ()) for i in case["items"]]
    assert [(i.ordinal, i.text, i.headings) for i in items] == wanted
    for columns, item in zip(case.get("columns", ()), items, strict=False):
        assert {k: [item.text[a:b] for a, b in v] for k, v in item.columns.items()} == columns
    for word in case.get("drop", ()):
        assert not any(word in i.text for i in items)
