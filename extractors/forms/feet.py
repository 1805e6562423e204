"""What stands below the promises and is none of the form's: how to fill it in, whom to call, how long it was shown, how it was judged."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.forms.opinions import OTHERS
from extractors.forms.parts import Parts
from extractors.forms.signlines import sign_line
from extractors.forms.text import ORDINAL, half, has_ordinal, is_blank, is_sheet_line, label_key
from extractors.forms.vocabulary import exact, vocabulary
from extractors.model import Block, Paragraph, Place, Table

_REMARK = 60
"""Letters of such a line at most."""
_FOOT = re.compile(r"\s*[※*★]?\s*(?P<label>[^\s:。;,]{1,12})\s*:")
_SHOWN_FOR = re.compile("公示(?:时间|日期|期|期限|时限|地点|地址|位置|范围|方式|形式)")
_LIST = 2
"""So many promises make a list, at least."""
_BULLET = re.compile(r"\s*[•·–—←-⯿]")
"""Signs of lists: dashes, dots, arrows, shapes, ticks."""
_FIRST = re.compile(r"\s*[（(]?[1１一①⑴⒈㈠](?![\d一二三四五六七八九十])")
_LINES = frozenset(("电话", "热线", "号码"))

# 监督电话 and the like: a field where it stands among fields, a remark where it ends a letter.
_HOTLINE = re.compile(r"(?:监督|投诉|举报|服务|咨询|反映)+")
_TELEPHONE = "电话"
_REACHED = 4
"""Letters of the names by which somebody himself is reached (联系电话, 办公电话)."""


def is_hotline(label: str) -> bool:
    """Whether a telephone at the end of a form is one for the public (监督电话, 警务电话) and not the promiser's own: his label says so,
    or names him (支部电话, 书记电话)."""
    key = label_key(label)
    if _HOTLINE.search(key):
        return True
    whose = key.removesuffix(_TELEPHONE)
    return whose != key and exact(key) is None and exact(whose) is None and exact(key[-_REACHED:]) is None


_ENCLOSED = re.compile(r"\s*附\s*件?\s*[:：]\s*(?:(?P<first>[1１])\s*[.．、]\s*)?\S")
"""What is handed in with the form, named below it (附件：1.责任分解表)."""
_NUMBER = re.compile(r"\s*(?P<n>\d{1,2})\s*[.．、]")


def is_note(text: str) -> bool:
    """Whether a line tells how to fill in or copy the form (注：承诺书一式三份……)."""
    words = vocabulary()
    found = words.note_start.match(text)
    if found is None:
        return False
    plain_note = "注" in found.group() and "备" not in found.group()
    return plain_note or words.note_words.search(text) is not None or is_blank(text[found.end() :])


def drop_notes(blocks: Sequence[Block], parts: Parts) -> list[Block]:
    """Notes go to the unread text; a note that opens a list takes the rest with it."""
    kept: list[Block] = []
    until = 0
    for i, block in enumerate(blocks):
        if i < until:
            parts.keep_block(block)
        elif isinstance(block, Paragraph) and "附" in block.text and (enclosed := _enclosed(blocks[i:])):
            parts.keep(block.passage)
            until = i + enclosed
        elif isinstance(block, Paragraph) and is_note(block.text):
            parts.keep(block.passage)
            if is_blank("".join(re.split("[:：]", block.text, maxsplit=1)[1:])):
                for other in blocks[i + 1 :]:
                    if other.place is Place.FOOTER:  # whoever signs at the foot of the page
                        kept.append(other)
                    else:
                        parts.keep_block(other)
                return kept
        elif not (isinstance(block, Paragraph) and is_sheet_line(block.text)):
            kept.append(block)
    return kept


def _enclosed(blocks: Sequence[Block]) -> int:
    """How many lines name what is handed in with the form (附件：1.责任分解表 over 2.汇总表); none right over the sheet itself."""
    first = _ENCLOSED.match(blocks[0].text) if isinstance(blocks[0], Paragraph) and len(blocks[0].text) <= _REMARK else None
    if first is None:
        return 0
    count = 1
    for block in blocks[1:] if first["first"] else ():
        number = _NUMBER.match(block.text) if isinstance(block, Paragraph) and len(block.text) <= _REMARK else None
        if number is None or int(number["n"]) != count + 1:
            break
        count += 1
    below = next((b for b in blocks[count:] if isinstance(b, Table) or not is_blank(b.text)), None)
    return 0 if isinstance(below, Table) else count


def drop_foot(blocks: list[Block], parts: Parts) -> list[Block]:
    """The blocks without what the office adds below the signature or the table: whom to call, how long the paper was shown, how it
    was judged, a remark."""
    last = next((n for n in range(len(blocks), 0, -1) if blocks[n - 1].place is not Place.FOOTER), 0)
    start = last
    while start and isinstance(block := blocks[start - 1], Paragraph) and (is_blank(block.text) or _of_foot(block.text)):
        start -= 1
    start = _notes_from(blocks, start)
    if start == last:
        return blocks
    signed = not start or isinstance(above := blocks[start - 1], Table) or last < len(blocks) or _signs(above)
    foot = [b for b in blocks[start:last] if isinstance(b, Paragraph) and (signed or is_blank(b.text) or _for_public(b.text))]
    for block in foot:
        parts.keep_block(block)
    return [b for b in blocks if b not in foot]


def _notes_from(blocks: Sequence[Block], end: int) -> int:
    """Where numbered lines begin that stand right below the signature of a list of promises and are numbered from one in a style of
    their own: they speak of the paper. In the style of the list they may be promises that go on."""
    start = end
    while start and isinstance(block := blocks[start - 1], Paragraph) and (is_blank(block.text) or has_ordinal(block.text)):
        start -= 1
    if start == end or not start or not (isinstance(above := blocks[start - 1], Paragraph) and _signs(above)):
        return end
    listed = [style for b in blocks[:start] if isinstance(b, Paragraph) and (style := _style(b.text))]
    below = next(b.text for b in blocks[start:end] if isinstance(b, Paragraph) and not is_blank(b.text))
    own = _FIRST.match(below) is not None and _style(below) not in listed
    return start if own and len(listed) >= _LIST else end


def _style(text: str) -> str:
    """How a line is numbered, by its signs and the kind of its numeral; "" where it is not."""
    if bullet := _BULLET.match(text):
        return bullet.group().strip()
    found = ORDINAL.match(text) if has_ordinal(text) else None
    return "".join("1" if c.isdecimal() else "①" if c.isdigit() else "一" if c.isnumeric() else c for c in found.group().strip()) if found else ""


def _signs(block: Paragraph) -> bool:
    """Whether the last line of a paragraph is one of a signature."""
    line = sign_line(list(block.passage.lines())[-1])
    return line is not None and line.firm


def _of_foot(text: str) -> bool:
    """Whether a line has a label that no promiser signs under."""
    found = _FOOT.match(half(text)) if len(text) <= _REMARK else None
    if found is None:
        return False
    if vocabulary().note_start.match(text) is not None or _for_public(text):
        return True
    return OTHERS.match(text) is not None and exact(label_key(found["label"])) is None


def _for_public(text: str) -> bool:
    """Whether a line tells the public whom to call, or how long it may object."""
    found = _FOOT.match(half(text)) if not has_ordinal(text) else None
    key = label_key(found["label"]) if found is not None else ""
    return _SHOWN_FOR.fullmatch(key) is not None or (key[-2:] in _LINES and is_hotline(key))
