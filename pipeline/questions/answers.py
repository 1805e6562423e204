"""The answers that the office filled into 待确认: read from every workbook in the results, and kept for ever after."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from pathlib import Path

from pipeline.ledger.sheets.questions import NAME, OUTSIDE, RIGHT, TITLES
from pipeline.putting import put
from pipeline.rosters.roster import Answer, Roster

KEPT = Path(".chengnuo") / "answers.json"
_KEY = re.compile(r"([0-9a-f]{64})#(\d+)")
_SIGNS = "。．.，,；;！!"
"""What people put behind a word that they type."""
_Key = tuple[str, int]
"""A form: its file's digest and its number in it."""


def read_answers(out: Path) -> tuple[Answer, ...]:
    """What was ever answered in a folder of results, the latest workbook's answer before an older one's, those of the
    workbooks before what was kept. An answer holds for the file's content, wherever it lies."""
    found, _ = _read(out)
    return tuple(found[key] for key in sorted(found))


def _read(out: Path) -> tuple[dict[_Key, Answer], dict[_Key, str]]:
    """The answers, and what is wrong with rows that were filled in and answer nothing."""
    found = {(a.sha256, a.index): a for a in _kept(out / KEPT)}
    unread: dict[_Key, str] = {}
    books = [p for p in sorted(out.glob("台账*.xlsx")) if not p.name.startswith("~$")]
    for book in sorted(books, key=lambda p: p.stat().st_mtime):
        for key, told in _answers_in(book):
            if isinstance(told, Answer):
                found[key] = told
            else:
                unread[key] = told
    return found, unread


def with_answers(roster: Roster, out: Path) -> tuple[Roster, tuple[str, ...]]:
    """The roster with the answers that fit it, and what is wrong with the others. All are kept in the folder."""
    found, unread = _read(out)
    answers = tuple(found[key] for key in sorted(found))
    if answers:
        _keep(out / KEPT, answers)
    good, wrong = [], [problem for key, problem in sorted(unread.items()) if key not in found]
    for answer in answers:
        unit = roster.unit(answer.unit)
        if answer.unit and unit is None:
            wrong.append(f"“待确认”填写的单位“{answer.unit}”不在党组织名册中，没有采用。")
        elif answer.person and roster.person(answer.person, unit) is None:
            wrong.append(f"“待确认”填写的“{answer.unit}{answer.person}”不在党员名册中，没有采用。")
        else:
            good.append(answer)
    return replace(roster, answers=tuple(good)), tuple(wrong)


def _answers_in(book: Path) -> Iterator[tuple[_Key, Answer | str]]:
    """The answers of one workbook, or why a row is none; one that cannot be opened is being written or broken, and has none."""
    from openpyxl import load_workbook

    try:
        opened = load_workbook(book, read_only=True, data_only=True)
    except Exception:  # openpyxl lets zipfile, XML and key errors through
        return
    for sheet in opened.worksheets:
        if sheet.title.startswith(NAME):
            yield from _rows(list(sheet.iter_rows(values_only=True)))
    opened.close()


def _rows(rows: Sequence[Sequence[object]]) -> Iterator[tuple[_Key, Answer | str]]:
    heads = [str(v or "") for v in rows[0]] if rows else []
    if not set(TITLES) <= set(heads):
        return
    at = [heads.index(title) for title in TITLES]
    for row in rows[1:]:
        verdict, unit, person, taken, key = ("".join(str(row[n] or "").split(" ")) if n < len(row) else "" for n in at)
        found = _KEY.fullmatch(key)
        if not found:
            continue
        verdict, digest, index = verdict.strip(_SIGNS), found[1], int(found[2])
        if answer := _answer(verdict, unit, person, taken):
            yield (digest, index), replace(answer, sha256=digest, index=index)
        elif verdict:
            file = row[heads.index("文件")] if "文件" in heads else ""
            yield (digest, index), f"“待确认”里“{file}”{_problem(verdict)}"


def _answer(verdict: str, unit: str, person: str, taken: str) -> Answer | None:
    """None where nothing was filled in. A name that was copied from the candidates has unit and person in one."""
    if unit or person:
        home, _, name = unit.partition("　")
        return Answer("", 0, home.strip(), person or name.strip())
    if verdict == OUTSIDE:
        return Answer("", 0, outside=True)
    if verdict == RIGHT and taken:
        home, _, name = taken.partition("　")
        return Answer("", 0, home.strip(), name.strip())
    return None


def _problem(verdict: str) -> str:
    """Why a word in 确认 says nothing, and what to write instead."""
    if verdict == RIGHT:
        return f"选了“{RIGHT}”，但“暂按”一栏是空的，没有采用。请填写名册上正确的单位和姓名，或者选“{OUTSIDE}”。"
    return f"填写的“{verdict}”认不出，没有采用。只能是：{RIGHT}、{OUTSIDE}。"


def _kept(path: Path) -> list[Answer]:
    try:
        return [Answer(**told) for told in json.loads(path.read_text("utf-8"))]
    except (OSError, ValueError, TypeError):
        return []


def _keep(path: Path, answers: Sequence[Answer]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_suffix(".part")
    temporary.write_text(json.dumps([asdict(a) for a in answers], ensure_ascii=False, indent=0), "utf-8", newline="\n")
    put(temporary, path)
