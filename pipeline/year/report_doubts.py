"""What of a report that came back is not taken, and would be lost without a word: rows and columns that were taken out, columns that were
added, a limit that was changed where the program prints it."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from datetime import date

from pipeline.ledger.book.life import RUNNING
from pipeline.ledger.book.things import Line
from pipeline.wording import tidy
from pipeline.year.filled import FilledRow, matched
from pipeline.year.report_open import HEADINGS, limit_words

LIMIT, MOST = "完成时限", 5
ENTRIES = HEADINGS[3:7]


def doubts(rows: Sequence[FilledRow], found: Container[int], lines: Sequence[Line], opened: date) -> Iterator[str]:
    """Each for a person to look at, with what to do. `opened` is the day on which the form was written."""
    running = [line.item for line in lines if line.item.state in RUNNING and line.item.since <= opened]
    missing = [item for item in running if item.id not in found]
    if missing:
        yield f"表里没有编号{_numbers([item.id for item in missing])}的行，没有登记。漏填的请补上再收一次。"
    gone = [title for title in ENTRIES if not any(title in row.heads for row in rows)]
    if gone:
        yield f"表里没有{'、'.join(f'“{title}”' for title in gone)}一栏（可能改了表头），这一栏没有登记。请照原来的表头改回再收一次。"
    others = list(dict.fromkeys(title for row in rows for title in row.beside))
    for title in others:
        words = next(row.beside[title] for row in rows if title in row.beside)
        where = f"另有“{title}”一栏" if title else "表格右边没有表头的地方"
        yield f"{where}填了“{words[:20]}”等，没有登记。要登记的请写进“{ENTRIES[0]}”。"
    yield from _limits(rows, lines)


def _limits(rows: Sequence[FilledRow], lines: Sequence[Line]) -> Iterator[str]:
    texts = {line.item.id: line.item.text for line in lines}
    printed = {line.item.id: limit_words(line.item) for line in lines}
    for row in rows:
        number, said = matched(row, HEADINGS[1], texts), tidy(row.get(LIMIT))
        if number is not None and said and _figures(said) != _figures(printed[number]):
            yield f"编号{number}的“{LIMIT}”写的是“{said}”，台账里是“{printed[number]}”，这一栏由程序填写，没有登记。要延期的请写在“下步完成时限”。"


def _figures(text: str) -> list[int] | str:
    """A day as its figures, however it is written; other words as they are."""
    figures = [int(n) for n in re.findall(r"\d+", text)]
    return figures or tidy(text)


def _numbers(ids: Sequence[int]) -> str:
    return "、".join(map(str, ids[:MOST])) + (f"等{len(ids)}项" if len(ids) > MOST else "")
