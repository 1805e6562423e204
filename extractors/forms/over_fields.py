"""What stands over and among the fields of a head and is none of them: captions, greetings, numbered headings, labels that nobody knows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.forms.opinions import is_promise_label
from extractors.forms.pairs import read_pairs
from extractors.forms.parts import Parts
from extractors.forms.text import ORDINAL, has_ordinal, is_blank, label_key
from extractors.forms.vocabulary import Role, exact
from extractors.model import Block, Paragraph, Passage, Table

_GREETING = re.compile(r"\s*(?!所[在属]|承诺|隶属|联系|入党)[一-鿿 \u3000]{0,16}(?:组织|支部|委|总支|党组|书记|领导|部门|单位)\s*[：:]\s*")
_READERS = re.compile(r"\s*(?:(?:尊敬|敬爱|亲爱)的|各位|全体|广大)[^。；;：:]{1,24}[：:]\s*")
_PROSE = re.compile("[，,。！!].*[，,。！!：:；;]")
_HEADING = 14
"""Letters of a heading over fields at most."""
_PARTICULARS = re.compile("情况|信息|资料|概况|身份|档案")
_STRANGE = re.compile(r"\s*[一-鿿](?:[ \u3000]{0,4}[一-鿿]){1,5}\s*[：:][^。；;，,：:]{2,24}")
_COLUMNS = re.compile(r"\s*[一-鿿]{2,6}(?:(?:\s{2,}|\t)[^\s，,。；;：:]{1,12}){1,5}\s*")
"""Labels and values in columns that nobody ruled."""
_STRANGERS, _LINE = 3, 40
"""So many lines from one that nobody knows stands the next field, of so many letters, at most."""
_SHORTEST = "承诺"
"""The label of promises in its shortest form."""
_OPENING = frozenset({"name", "org_name", "unit", "branch"})


def labels_each(block: Paragraph, after: Sequence[Block]) -> bool:
    """Whether the label of the promises comes again below, before each of them (承诺事项：……, 承诺时限：……, 承诺事项：……; 承诺：…… 承诺：……)."""
    label, colon, value = block.text.replace(":", "：").partition("：")
    if not colon or is_blank(value) or "诺" not in label or not (is_promise_label(label) or label_key(label) == _SHORTEST):
        return False
    return any(isinstance(b, Paragraph) and b.text.replace(":", "：").strip().startswith(f"{label.strip()}：") for b in after)


def one_of_many(block: Paragraph, after: Sequence[Block]) -> bool:
    """Whether a line names one of several people whose promises stand below one another (姓名：张某 …… 姓名：李某): nobody's field."""
    label, colon, value = block.text.replace(":", "：").strip().partition("：")
    known = exact(label_key(label)) if colon and len(label) <= _HEADING and not is_blank(value) else None
    if known is None or known.key != "name":
        return False
    others = (b.text.replace(":", "：").strip().partition("：") for b in after if isinstance(b, Paragraph))
    return any(label_key(name) == label_key(label) and not _same_person(told, value) and not is_blank(told) for name, _, told in others)


def _same_person(one: str, other: str) -> bool:
    """Whether two values begin or end with the same name; an office may stand before one (社区主任　张某)."""
    return one.split()[:1] == other.split()[:1] or one.split()[-1:] == other.split()[-1:]


def strange_field(block: Paragraph, after: Sequence[Block], parts: Parts) -> bool:
    """Whether a line is a field that nobody knows (甲方：某街道) over one that says who promises, or below known ones over a table."""
    if not (_STRANGE.fullmatch(block.text) or _COLUMNS.fullmatch(block.text)) or read_pairs(block.passage):
        return False
    if not (_names_promiser(after[:2]) or (parts.fields and (_over_table(after) or _over_field(after[:_STRANGERS])))):
        return False
    parts.keep(block.passage)
    return True


def _over_table(after: Sequence[Block]) -> bool:
    """Whether nothing but more fields stands between here and a table."""
    for block in after:
        if isinstance(block, Table):
            return True
        if not (is_blank(block.text) or _STRANGE.fullmatch(block.text) or any(p.first for p in read_pairs(block.passage))):
            return False
    return False


def _over_field(after: Sequence[Block]) -> bool:
    """Whether below more such lines at most stands another field of a person (年龄：39 / 党龄：15 / 岗位：网格员)."""
    for block in after:
        if isinstance(block, Table) or has_ordinal(block.text):
            return False
        if (pairs := read_pairs(block.passage)) and pairs[0].first:
            return pairs[0].label.role is Role.FIELD and len(block.text) <= _LINE and not is_blank(pairs[0].value.text)
        if not _STRANGE.fullmatch(block.text):
            return False
    return False


def _names_promiser(after: Sequence[Block]) -> bool:
    below = next((b for b in after if isinstance(b, Table) or not is_blank(b.text)), None)
    pairs = read_pairs(below.passage) if isinstance(below, Paragraph) and not has_ordinal(below.text) else ()
    return bool(pairs) and pairs[0].first and pairs[0].label.role is Role.FIELD and pairs[0].label.key in _OPENING and not is_blank(pairs[0].value.text)


def numbered_head(block: Paragraph, after: Sequence[Block], parts: Parts) -> bool:
    """Whether a line is a numbered heading of the fields below it (一、基本情况) or of the promises below these (二、承诺内容)."""
    number = ORDINAL.match(block.text)
    if number is None or len(block.text) > _HEADING:
        return False
    if is_promise_label(block.text[number.end() :]) and parts.fields:
        parts.promised = True
        return True
    if not _PARTICULARS.search(block.text) or not _names_promiser(after):
        return False
    parts.keep(block.passage)
    return True


def salutation(block: Paragraph, after: Sequence[Block], parts: Parts) -> bool:
    """Whether a line greets the readers of a letter (敬爱的党组织：, 党支部：): no empty field of a form that has no others."""
    found = _GREETING.fullmatch(block.text)
    if found is None or any(f.value is not None for f in parts.fields):
        return False
    below = next((b for b in after if isinstance(b, Table) or not is_blank(b.text)), None)
    return isinstance(below, Paragraph) and not read_pairs(below.passage) and _PROSE.search(below.text) is not None


def greets_over_fields(block: Paragraph, after: Sequence[Block]) -> bool:
    """Whether a line greets readers (各位领导：) right over a line of fields, which are the promiser's all the same."""
    below = next((b for b in after if isinstance(b, Table) or not is_blank(b.text)), None)
    if _READERS.fullmatch(block.text) is None or not isinstance(below, Paragraph):
        return False
    pairs = read_pairs(below.passage)
    return bool(pairs) and pairs[0].first and pairs[0].label.role is Role.FIELD and not is_blank(pairs[0].value.text)


def caption_of(blocks: Sequence[Block]) -> Passage | None:
    """A short line without a stop or a label over a line of fields, or two of one each: a title that was not seen as one."""
    if len(blocks) < 2 or not isinstance(blocks[0], Paragraph) or not isinstance(blocks[1], Paragraph):
        return None
    line = blocks[0].passage.strip()
    if not 2 <= len(line.text) <= 24 or has_ordinal(line.text) or re.search(r"[：:。；;，,]", line.text) or read_pairs(line):
        return None
    pairs = read_pairs(blocks[1].passage)
    one = len(pairs) == 1 and pairs[0].first and pairs[0].label.key in _OPENING and len(blocks) > 2
    below = read_pairs(blocks[2].passage) if one and isinstance(blocks[2], Paragraph) else ()
    return line if len(pairs) > 1 or (below and below[0].first and below[0].label.role is Role.FIELD) else None
