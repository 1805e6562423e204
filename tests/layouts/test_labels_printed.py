"""What a label of a Word file says is printed in that file: promises, headings, names and telephones."""

from __future__ import annotations

import re
import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import etree

HERE = Path(__file__).parent
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FOLDERS = sorted(path for path in HERE.glob("fresh*/*") if path.is_dir() and path.name in ("tune", "test"))
NUMBER = re.compile(r"^(?:[（(]?[\d一二三四五六七八九十]+[)）]?[、.．]?|第[一二三四五六七八九十]+[条项])")
"""What Word may have put before a line by itself."""
TOLD = {"birth", "joined", "tenure_start", "member_count", "grade", "phone"}
"""Fields whose normal form is not what is printed."""


def squeeze(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def printed(path: Path) -> str:
    """All letters of body, margins and boxes, a box's copy for old programs left out."""
    found: list[str] = []
    with zipfile.ZipFile(path) as parts:
        for name in parts.namelist():
            if re.fullmatch(r"word/(?:document|header\d*|footer\d*)\.xml", name):
                root = etree.fromstring(parts.read(name))
                found += [t.text or "" for t in root.iter(f"{W}t") if not any(str(a.tag).endswith("}Fallback") for a in t.iterancestors())]
    return squeeze("".join(found))


def missing(label: dict[str, Any], text: str) -> Iterator[str]:
    for item in label["items"]:
        for line in [*item["text"].split("\n"), *item["headings"]]:
            bare = squeeze(line)
            if bare not in text and NUMBER.sub("", bare) not in text:
                yield line
    for key, value in label["fields"].items():
        if value and key not in TOLD and not any(squeeze(v) in text for v in (value, value.removeprefix("中共"))):
            yield f"{key} {value}"


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: "/".join(path.parts[-2:]))
def test_every_label_is_printed_in_its_file(folder: Path) -> None:
    bad: dict[str, list[str]] = {}
    labels = sorted(folder.glob("*.yaml"))
    for path in labels:
        form = path.with_name(f"{path.stem.partition('-')[0]}.docx")
        if form.exists() and (lost := list(missing(yaml.safe_load(path.read_bytes()), printed(form)))):
            bad[path.stem] = lost if folder.name == "tune" else [f"{len(lost)}"]  # the other half is looked at by nobody
    assert labels
    assert not bad
