"""Paragraphs become lines; each line keeps the ordinal that the sequence of its neighbours confirms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.items.headings import asks
from extractors.items.ordinals import BOXES, COUNTING, Ordinal, Style, candidates, counted, half_width
from extractors.items.sentences import without_turn
from extractors.model import Paragraph, Passage

# What is left of a year or a decimal when its first digit is taken for an ordinal.
_KIN = BOXES | {"■"}
"""Boxes, and what stands for a ticked one beside them."""
_PARTS = frozenset(" \u3000\t；;，,、。")
"""What stands before a box that begins another option."""
_SPLIT_NUMBER = re.compile(r"0|[.．]\d|\d{0,2}[年%％]|\d{3}年")


_ALONE = 6
"""A number alone on its line has so many letters at most."""


@dataclass(slots=True)
class Row:
    """A printed line: `text` is half-width for matching, `passage` is as printed. `numbered` is the ordinal at its
    beginning, None where there is none; `sure` says that Word itself numbered it."""

    passage: Passage
    text: str
    begin: int
    numbered: Ordinal | None = None
    sure: bool = False
    bold: bool = False
    head: bool = False


def rows_of(paragraphs: Iterable[Paragraph]) -> list[Row]:
    """All lines that hold text, with their ordinals decided."""
    rows: list[Row] = []
    asked = False
    for paragraph in paragraphs:
        automatic = paragraph.ordinal
        for passage in _lines(paragraph):
            passage = without_turn(passage)
            text = half_width(passage.text)
            begin = len(text) - len(text.lstrip())
            if (asked := asked or asks(text[begin:])) and (answer := _ANSWER.match(text, begin)) is not None:
                begin = answer.end()
            if begin == len(text) or _is_rule(text) or _PAGE.fullmatch(text, begin):
                continue
            row = Row(passage, text, begin, bold=paragraph.bold, head=paragraph.head)
            if automatic and text.startswith(half_width(automatic.strip()), begin):
                row.numbered, row.sure = _automatic(row, automatic.strip()), True
            automatic = ""
            rows.append(row)
    _number(rows)
    return rows


_PAGE = re.compile(r"[-—–·•~]\s?\d{1,3}\s?[-—–·•~]\s*|第?\s?\d{1,3}\s?页?\s?[/／]\s?共?\s?\d{1,3}\s?页?\s*")
"""The number of a page that was typed (·2·, 2 / 3)."""


def _is_rule(text: str) -> bool:
    """Whether a line consists of several signs and has no letter (★ ★ ★), as rules between the parts of a page have."""
    return not text.lstrip()[:1].isalnum() and len(signs := text.split()) + len(signs[0]) > 2 and not any(map(str.isalnum, text))


_ANSWER = re.compile("(?:我们?|支部|党支部|党员)?(?:答|答复|回应|办|改)[：:]")
# A sentence that announces a list behind another list of one paragraph.
_SECOND = re.compile(r"(?<=[。；;！])(?=[^。；;！：:]{2,40}(?:承诺|保证|做到|如下|以下)[^。；;！：:]{0,10}[：:]\s*(?:1[、.．]|一是|[（(][1一][）)]|①))")


def _lines(paragraph: Paragraph) -> Iterable[Passage]:
    """A paragraph's printed lines; one that holds several lists is parted before each."""
    passage = paragraph.passage
    if len(found := _BOXED.findall(passage.text)) > 1 and set(found) != {"■"}:
        return [option for line in passage.lines() for option in _options(line)]
    if "\n" in passage.text:
        return passage.lines()
    if len(passage) < 40 or not any(mark in passage.text for mark in "：:"):
        return (passage,)
    found = [m.start() for m in _SECOND.finditer(passage.text)]
    return [passage.slice(a, b) for a, b in pairwise((0, *found, len(passage)))] if found else (passage,)


_BOXED = re.compile(f"[{''.join(sorted(BOXES))}■]|[（(][ \u3000]*[√✓✔]?[ \u3000]*[）)]")
"""A box to tick; brackets are one as well, and a black square beside an empty one."""


def _options(line: Passage) -> Iterable[Passage]:
    """A line that begins with a box is parted before each further one (☑文明劝导　□治安巡逻), one that ends with a box behind each."""
    text = line.text
    if not _BOXED.match(text.lstrip()):
        ends = [m.end() for m in _BOXED.finditer(text)]
        if len(ends) < 2 or text[ends[-1] :].strip():
            return [line]
        return [line.slice(a, b).strip() for a, b in pairwise((0, *ends))]
    starts = [m.start() for m in _BOXED.finditer(text) if m.start() == 0 or text[m.start() - 1] in _PARTS]
    return [line.slice(a, b).strip() for a, b in pairwise((0, *starts[bool(starts and not text[: starts[0]].strip()) :], len(text)))]


def _automatic(row: Row, printed: str) -> Ordinal:
    """The ordinal that Word shows, read in the style that it looks like."""
    end = row.begin + len(printed)
    content = end + len(row.text[end:]) - len(row.text[end:].lstrip())
    for found in candidates(f"{row.text[:end]} ", row.begin):  # what follows is no part of it: 2. before 4月
        if found.end >= end or found.printed == printed:
            return Ordinal(found.style, found.number, printed, found.variant, row.begin, content)
    return Ordinal(Style.BULLET, 0, printed, printed, row.begin, content)


def _number(rows: Sequence[Row]) -> None:
    before_row = ["", *(row.text.rstrip() for row in rows)]
    options = [() if row.sure or _enumerates(above) else tuple(candidates(row.text, row.begin, row.passage.text)) for above, row in zip(before_row, rows, strict=False)]
    last: dict[tuple[Style, str], Ordinal] = {}
    before: Ordinal | None = None
    for i, row in enumerate(rows):
        if row.numbered is None:
            row.numbered = next((o for o in options[i] if _confirmed(o, i, rows, options, last) or _slips(o, before, row)), None)
        if row.numbered is not None:
            last[_key(row.numbered)] = before = row.numbered


def _enumerates(above: str) -> bool:
    """Whether a line ends inside an enumeration (每周一、 / 三、五下午) or a number (第 / 一、二支部); a number alone on its line does not."""
    return above[-1:] in ("、", "第") and len(above) > _ALONE


def _slips(found: Ordinal, before: Ordinal | None, row: Row) -> bool:
    """Whether digits without a mark go on from the number of another style right before."""
    if before is None or found.style not in COUNTING or before.style not in COUNTING or found.number != before.number + 1:
        return False
    return before.number > 1 and not counted(row.text, found.end) and not _SPLIT_NUMBER.match(row.text, found.end)


def _key(ordinal: Ordinal) -> tuple[Style, str]:
    """What numbers one sequence; the mark after an Arabic digit changes too easily to tell sequences apart."""
    return ordinal.style, ordinal.variant if ordinal.style in (Style.DOTTED, Style.BULLET, Style.IS, Style.NAMED) else ""


def _confirmed(
    found: Ordinal,
    i: int,
    rows: Sequence[Row],
    options: Sequence[tuple[Ordinal, ...]],
    last: dict[tuple[Style, str], Ordinal],
) -> bool:
    if not found.weak:
        return True
    key = _key(found)
    if found.style is Style.BULLET:
        boxed = found.variant in BOXES and (any(k[1] in _KIN for k in last) or any(o.variant in _KIN for later in options[i + 1 :] for o in later))
        return boxed or key in last or any(_key(o) == key for later in options[i + 1 :] for o in later)
    amount = found.style is Style.ARABIC and counted(rows[i].text, found.end)
    before = last.get(key)
    if amount and not found.variant and ((before and before.variant) or _SPLIT_NUMBER.match(rows[i].text, found.end)):
        return False
    if before is not None and found.number == before.number + 1:
        return not amount or not _again(found, key, options[i + 1 :])
    if found.number == 1 and not amount and _counted_so(found, before):
        return True
    if found.variant == "word" and before is not None and found.number > before.number:
        return True
    return found.number == 1 and _runs(key, options[i + 1 :], 2 if amount and not found.variant else 1)


def _counted_so(found: Ordinal, before: Ordinal | None) -> bool:
    """Whether several were counted with the same mark (1， 2，), so that one alone below the next heading may be."""
    return before is not None and before.number > 1 and found.style in (Style.ARABIC, Style.CHINESE) and found.printed[-1:] == before.printed[-1:]


def _again(found: Ordinal, key: tuple[Style, str], later: Sequence[tuple[Ordinal, ...]]) -> bool:
    """Whether a later line takes the same number before the sequence starts anew: then this line is no member."""
    for options in later:
        numbers = [o.number for o in options if _key(o) == key]
        if found.number in numbers and all(not o.weak or o.variant for o in options if o.number == found.number):
            return True
        if found.number + 1 in numbers or 1 in numbers:
            return False
    return False


def _runs(key: tuple[Style, str], later: Sequence[tuple[Ordinal, ...]], length: int) -> bool:
    """Whether 2 (and 3 … as `length` asks) follow in later lines."""
    wanted = 2
    for options in later:
        numbers = [o.number for o in options if _key(o) == key]
        if wanted in numbers or (key == (Style.NTH, "") and any(n > 1 for n in numbers)):
            wanted += 1
            if wanted - 2 >= length:
                return True
        elif 1 in numbers and wanted == 2:
            return False
    return False
