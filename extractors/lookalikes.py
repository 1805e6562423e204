"""Characters that look like an ideograph or a stop and are another one: radicals, strokes, compatibility ideographs, half-width
stops, blanks of other kinds. PDF writers emit them where a font shares one glyph, and text that is copied out of a PDF brings them into Word: 6⽉底前
is no date, ⼀、 no number, as long as they stay. Signs that do not show at all (zero-width blanks and joiners, soft hyphens, marks of
direction, variation selectors), which copies of web pages and chats bring along, are taken out.

Source: Unicode's table of equivalent unified ideographs for the radicals, its compatibility decompositions for the others, its
property Default_Ignorable_Code_Point for the signs that do not show."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from extractors.model import Block, Cell, Document, Paragraph, Passage, Table

RANGES = "\u2e80-\u2fd5\u31c0-\u31e3\uf900-\ufaff\uff61-\uff65\U0002f800-\U0002fa1d"
"""As the inside of a character class; none of them belongs into Chinese text that was typed."""

_UNSEEN = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]+")
_BLANKS = dict.fromkeys([0xA0, 0x2000, 0x2002, *range(0x2004, 0x200B), 0x202F, 0x205F], " ") | dict.fromkeys([0x2001, 0x2003], "\u3000")
"""Blanks of other widths and those at which no line ends."""
_FOUND = re.compile(f"[{RANGES}\u00a0\u2000-\u200a\u202f\u205f]|{_UNSEEN.pattern}")
_RADICALS = str.maketrans(
    "⺁⺄⺈⺊⺌⺍⺎⺒⺓⺗⺜⺝⺟⺠⺧⺩⺪⺫⺬⺮⺶⺷⺻⺼⺽⻁⻄⻅⻆⻉⻊⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳㇐㇑㇔㇠⼾⾭⿈",
    "厂乙刀卜小小兀巳幺心日月母民牛王疋目示竹羊羊聿肉臼虎西见角贝足车长长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙龟一丨丶乙户青黄",
)
"""The last three have another form in Unicode's tables (戶, 靑, 黃) than in the fonts of simplified Chinese."""
_STOPS = str.maketrans("｡｢｣､･", "。「」、·")


@cache
def forms() -> Mapping[int, str]:
    """What is meant by each of them, one character by one."""
    found: dict[int, str] = {}
    for code in (*range(0x2F00, 0x2FD6), *range(0xF900, 0xFB00), *range(0x2F800, 0x2FA1E)):
        normal = unicodedata.normalize("NFKC", chr(code))
        if len(normal) == 1:
            found[code] = normal
    return found | {key: chr(int(value)) for key, value in (_RADICALS | _STOPS).items()} | _BLANKS


def plain(text: str) -> str:
    """A text with the characters that were meant and without signs that do not show."""
    return _UNSEEN.sub("", text).translate(forms())


def as_meant(document: Document) -> Document:
    """The document with the characters that were meant, each with its own place in the file; nearly always the document as it is."""
    if not _FOUND.search(document.text):
        return document
    return replace(document, blocks=tuple(_block(block) for block in document.blocks))


def _block(block: Block) -> Block:
    if isinstance(block, Table):
        return replace(block, cells=tuple(_cell(cell) for cell in block.cells))
    return _paragraph(block)


def _cell(cell: Cell) -> Cell:
    return replace(cell, blocks=tuple(_block(block) for block in cell.blocks))


def _paragraph(paragraph: Paragraph) -> Paragraph:
    passage = _seen(paragraph.passage)
    return replace(paragraph, passage=replace(passage, text=passage.text.translate(forms())))


def _seen(passage: Passage) -> Passage:
    """The passage without signs that do not show."""
    hits = list(_UNSEEN.finditer(passage.text))
    if not hits:
        return passage
    ends = [0, *(end for hit in hits for end in hit.span()), len(passage.text)]
    return Passage.join((passage.slice(start, end) for start, end in zip(ends[::2], ends[1::2], strict=True)), "")
