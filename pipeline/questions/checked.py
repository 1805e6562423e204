"""What the office found of texts that are alike (核对情况 of 文字相近): read from every workbook in the results, kept for ever after."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path

from pipeline.answering import heading
from pipeline.decisions.text import digest, plain
from pipeline.ledger.review.which_books import HEADING_ROWS, books
from pipeline.putting import put

KEPT = Path(".chengnuo") / "checked.json"
CHECKED = "核对情况"
PAIR = ("甲", "甲的文字", "乙", "乙的文字")
_MUST = frozenset((CHECKED, *PAIR))


def pair_key(one: str, text: str, other: str, text_of_other: str) -> str:
    """What two texts side by side are known by, whichever stands first."""
    return digest(*sorted((f"{plain(one)}|{plain(text)}", f"{plain(other)}|{plain(text_of_other)}")))


def read_checked(out: Path) -> Mapping[str, str]:
    """What was ever filled in, by `pair_key`; the latest workbook's word before an older one's. It is kept in the folder."""
    before = _kept(out / KEPT)
    found = dict(before)
    for book in sorted(books(out, _MUST), key=lambda p: p.stat().st_mtime):
        found |= dict(_filled(book))
    if found != before:
        (out / KEPT).parent.mkdir(parents=True, exist_ok=True)
        part = (out / KEPT).with_suffix(".part")
        part.write_text(json.dumps(dict(sorted(found.items())), ensure_ascii=False, indent=0), "utf-8", newline="\n")
        put(part, out / KEPT)
    return found


def _filled(book: Path) -> Iterator[tuple[str, str]]:
    from openpyxl import load_workbook

    try:
        opened = load_workbook(book, read_only=True, data_only=True)
    except Exception:  # openpyxl lets zipfile, XML and key errors through; the run tells of such a workbook where it reads 问题清单
        return
    for sheet in opened.worksheets:
        yield from _rows(sheet.iter_rows(values_only=True))
    opened.close()


def _rows(rows: Iterator[tuple[object, ...]]) -> Iterator[tuple[str, str]]:
    heads = next((named for row in islice(rows, HEADING_ROWS) if set(named := [heading(v) for v in row]) >= _MUST), [])
    if not heads:
        return
    at, checked = [heads.index(title) for title in PAIR], heads.index(CHECKED)
    for row in rows:
        if checked < len(row) and (said := str(row[checked] or "").strip()):
            yield pair_key(*(str(row[n] or "") for n in at)), said


def _kept(path: Path) -> dict[str, str]:
    try:
        told = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(key): str(said) for key, said in told.items()} if isinstance(told, dict) else {}
