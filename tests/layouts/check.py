"""Whether the forms of this folder are sound: keys, literal texts, regular tables, and that each renders.

    python tests/layouts/check.py
"""

from __future__ import annotations

import datetime
import re
import sys
import tempfile
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "gold"))

from render import render  # type: ignore[import-not-found]  # noqa: E402

KEYS = {"id", "kind", "dimension_set", "layout", "reference_date", "year", "blocks", "fields", "sign_date", "approval_date", "items"}
FIELDS = {"org_name", "member_count", "head", "phone", "name", "gender", "birth", "ethnicity", "post", "joined", "education"}
FIELDS |= {"branch", "class", "grade", "tenure_start"}


def printed(form: dict[str, Any]) -> list[str]:
    """Every paragraph and cell of the form, in reading order."""
    texts: list[str] = []
    for block in form["blocks"]:
        if "table" in block:
            texts += [str(c["t"] if isinstance(c, dict) else c) for row in block["table"] for c in row]
        else:
            texts.append(str(block["p"] or ""))
    return texts


def row_lengths(table: list[list[Any]]) -> set[int]:
    """Widths of the rows; a table whose spans fit has one."""
    taken: dict[int, int] = {}
    for r, row in enumerate(table):
        for cell in row:
            cols, rows = (cell.get("cols", 1), cell.get("rows", 1)) if isinstance(cell, dict) else (1, 1)
            for i in range(rows):
                taken[r + i] = taken.get(r + i, 0) + cols
    return set(taken.values()) | ({-1} if len(taken) != len(table) else set())


def faults(form: dict[str, Any]) -> list[str]:
    """What is wrong with one form, in words."""
    whole, found = "\n".join(printed(form)), []
    found += [f"key {k}" for k in KEYS ^ set(form)] + [f"field {k}" for k in set(form["fields"]) - FIELDS]
    for item in form["items"]:
        if set(item) != {"text", "ordinal", "headings"}:
            found.append(f"item keys {set(item)}")
        found += [f"not printed: {line}" for line in item["text"].split("\n") if line not in whole]
        found += [f"heading not printed: {h}" for h in item["headings"] if h not in whole]
        if item["ordinal"] and item["ordinal"] not in whole:
            found.append(f"ordinal not printed: {item['ordinal']}")
        if item["text"] != item["text"].strip() or not item["text"]:
            found.append(f"blanks: {item['text']!r}")
    for key, value in form["fields"].items():
        if value is not None and re.search(r"\s|[０-９]", str(value)):
            found.append(f"normal form of {key}: {value}")
    found += [f"date {form[k]}" for k in ("sign_date", "approval_date") if not isinstance(form[k], datetime.date | None)]
    found += [f"table rows differ: {row_lengths(b['table'])}" for b in form["blocks"] if "table" in b and len(row_lengths(b["table"])) != 1]
    return found


def main() -> int:
    """Prints the faults of every form and the numbers of forms and items; 1 where there is a fault."""
    bad = forms = items = 0
    with tempfile.TemporaryDirectory() as out:
        for path in sorted(HERE.glob("t*/*.yaml")):
            form = yaml.safe_load(path.read_text(encoding="utf-8"))
            found = faults(form) + ([] if form["id"] == path.stem else ["id is not the file's name"])
            render(form, Path(out) / "form.docx")
            forms, items, bad = forms + 1, items + len(form["items"]), bad + len(found)
            for fault in found:
                print(f"{path.stem}: {fault}")
    print(f"{forms} forms, {items} items, {bad} faults")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
