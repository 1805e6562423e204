"""Whether every label of this folder is printed in its Word file: `python tests/layouts/fresh/fresh_check.py`."""

from __future__ import annotations

import re
import sys
import unicodedata
import zipfile
from pathlib import Path

import yaml
from lxml import etree

HERE = Path(__file__).parent
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
KEYS = [
    "id",
    "kind",
    "dimension_set",
    "layout",
    "reference_date",
    "year",
    "fields",
    "sign_date",
    "approval_date",
    "items",
]
FIELDS = {
    "org_name",
    "member_count",
    "head",
    "phone",
    "name",
    "gender",
    "birth",
    "ethnicity",
    "post",
    "joined",
    "education",
}
FIELDS |= {"branch", "class", "grade", "tenure_start"}


def printed(path: Path) -> str:
    """All words of the body, the fallback of a drawing left out, without blanks."""
    root = etree.fromstring(zipfile.ZipFile(path).read("word/document.xml"))
    for old in root.iter("{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"):
        old.clear()
    return bare("".join(t.text or "" for t in root.iter(f"{W}t")))


def bare(text: str) -> str:
    """Half width, without blanks."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def main() -> int:
    """Print what is wrong."""
    wrong, files, items = [], 0, 0
    for path in sorted(HERE.glob("*/*.yaml")):
        gold = yaml.safe_load(path.read_text(encoding="utf-8"))
        text = printed(path.with_name(f"{path.stem.split('-')[0]}.docx"))
        files += 1
        if list(gold) != KEYS or set(gold["fields"]) - FIELDS:
            wrong.append(f"{path.stem}: keys {set(gold['fields']) - FIELDS}")
        if not gold["items"]:
            wrong.append(f"{path.stem}: no promise")
        for key, value in gold["fields"].items():
            if (
                value is not None
                and not re.fullmatch(r"\d{4}-\d\d(-\d\d)?", str(value))
                and bare(str(value)) not in text
            ):
                wrong.append(f"{path.stem}: {key} {value}")
        for item in gold["items"]:
            items += 1
            wrong += [
                f"{path.stem}: not printed: {line}" for line in item["text"].split("\n") if bare(line) not in text
            ]
            if item["ordinal"] and re.search(r"[\[@{]", item["ordinal"]):
                wrong.append(f"{path.stem}: mark in {item['ordinal']}")
            if re.search(r"\[\[|\]\]|\{\{|@[#=]|_\[|\]_", item["text"]):
                wrong.append(f"{path.stem}: mark in {item['text']}")
        if re.search(r"\[\[|\]\]|\{\{|\}\}|@[#=]|_\[|\]_|%\[", text):
            wrong.append(f"{path.stem}: mark printed")
        wrong += [f"{path.stem}: heading {h}" for i in gold["items"] for h in i["headings"] if bare(h) not in text]
    print(*wrong, sep="\n")
    print(f"{files} labels, {items} promises, {len(wrong)} wrong")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
