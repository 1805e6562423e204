"""The answers that the office filled into 待确认: read from every workbook in the results, and kept for ever after."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from itertools import islice
from pathlib import Path

from pipeline.answering import NOT, assent, bare, heading, says_nothing
from pipeline.ledger.review.which_books import HEADING_ROWS, books
from pipeline.ledger.sheets.questions import OUTSIDE, RIGHT, TITLES
from pipeline.putting import put
from pipeline.rosters.roster import PARTY, Answer, Roster

KEPT = Path(".chengnuo") / "answers.json"
_KEY = re.compile(r"([0-9a-f]{64})#(\d+)")
_BEFORE_NAME = re.compile("(?:写错了?|错了|不对)?[，,；;]?(?:实际)?(?:应该?|就)?(?:改)?[是为属](?:于)?")
_OUT = re.compile(f"(?:此人|该人|该单位)?{NOT}(?:在|列入|见于)?(?:本?名册|册)(?:上|中|里|内)?|名册(?:上|中|里|内)?{NOT}(?:有|此人|查到|找到|列入)?|名册(?:以|之)?外|{NOT}在册")
_MUST = frozenset(("确认", "暂按"))
"""Headings that make a sheet one of doubts."""
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
    for book in sorted(books(out, _MUST), key=lambda p: p.stat().st_mtime):
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
        yield from _rows(sheet.iter_rows(values_only=True))
    opened.close()


def _rows(rows: Iterator[Sequence[object]]) -> Iterator[tuple[_Key, Answer | str]]:
    """The rows below the headings, which may stand below a title; a clerk may have taken out columns."""
    heads = next((named for row in islice(rows, HEADING_ROWS) if set(named := [heading(v) for v in row]) >= _MUST), [])
    if not heads:
        return
    at = [heads.index(title) if title in heads else len(heads) for title in TITLES]
    for row in rows:
        verdict, unit, person, taken, key = (_cell(row[n]) if n < len(row) else "" for n in at)
        file = row[heads.index("文件")] if "文件" in heads else ""
        found = _KEY.fullmatch(key)
        if not found:
            if verdict or unit or person:
                yield (key or str(file), 0), f"“待确认”里“{file}”填写的没有采用：这一行的隐藏编号没有了，或者被改动过。请在新的台账里重新填写。"
            continue
        told = _answer(verdict, unit, person, taken)
        if isinstance(told, Answer):
            yield (found[1], int(found[2])), replace(told, sha256=found[1], index=int(found[2]))
        elif told:
            yield (found[1], int(found[2])), f"“待确认”里“{file}”{told}"


def _cell(value: object) -> str:
    """A cell without blanks, but for the wide one between a unit and a person."""
    return "".join("".join(str(value or "").split(" ")).splitlines())


def _answer(verdict: str, unit: str, person: str, taken: str) -> Answer | str:
    """What a row says, "" where nothing was filled in, else why it says nothing that can be taken."""
    word, unit, person = bare(verdict), _name(unit), _name(person)
    out = word == OUTSIDE or bool(_OUT.fullmatch(word))
    if unit or person:
        if out:
            return f"选了“{OUTSIDE}”，又填写了“{unit}{person}”，没有采用。请只填一样。"
        return _named(unit, person)
    if out:
        return Answer("", 0, outside=True)
    if word == RIGHT or assent(word):
        return _named(taken, "") if taken else _problem(verdict)
    name = _name(verdict)
    return _named(name, "") if PARTY.search(name) or "　" in name else _problem(verdict) if word else ""


def _named(unit: str, person: str) -> Answer:
    """A name that was copied from the candidates has unit and person in one."""
    home, _, name = unit.partition("　")
    return Answer("", 0, home.strip(), person or name.strip())


def _name(typed: str) -> str:
    """A name without 应为 before it, quotes around it and signs behind it; "" where it says that there is none (无、/)."""
    name = typed.strip("“”\"'《》。．.，,；;！!、　")
    if (said := _BEFORE_NAME.match(name)) is not None and PARTY.search(name):
        name = name[said.end() :]
    return "" if says_nothing(name) or name in ("无", "没有", "暂缺") else name


def _problem(verdict: str) -> str:
    """Why a word in 确认 says nothing, and what to write instead."""
    if bare(verdict) == RIGHT or assent(verdict):
        return f"填了“{verdict}”，但“暂按”一栏是空的，没有采用。请填写名册上正确的单位和姓名，或者选“{OUTSIDE}”。"
    if assent(verdict) is False:
        return f"填了“{verdict}”，没有写是谁的，没有采用。请填写名册上正确的单位和姓名，或者选“{OUTSIDE}”。"
    return f"填写的“{verdict}”认不出，没有采用。只能是：{RIGHT}、{OUTSIDE}，或者在右边填写正确的单位和姓名。"


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
