"""The head of running lines: the fields, subtitles and the label of the promises before the text begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.forms.bylines import is_byline
from extractors.forms.dates import find_dates
from extractors.forms.opinions import is_promise_label
from extractors.forms.over_fields import (
    caption_of,
    greets_over_fields,
    labels_each,
    numbered_head,
    one_of_many,
    salutation,
    strange_field,
)
from extractors.forms.pairs import Pair, read_pairs
from extractors.forms.parts import Parts
from extractors.forms.signlines import SignLine, sign_line
from extractors.forms.text import ORDINAL, has_ordinal, is_blank, label_key, squeeze
from extractors.forms.titles import is_generic, is_slogan, org_name
from extractors.forms.vocabulary import UNITS, Role, exact
from extractors.model import Block, Paragraph, Passage, Table
from extractors.numerals import CENTURY

_SUBTITLE = re.compile(rf"\s*(?:[(（\[][^()（）]{{1,40}}[)）\]]|[—–\-]{{1,2}}[^：:；;。]{{2,30}}|(?:\d{{4}}|{CENTURY}..)年度?(?:第.季度)?|[A-Za-z][A-Za-z ,.'&-]{{3,60}})\s*")
_WIDE = ("  ", "\u3000\u3000", "\t")
_FULL_LINE = 26
_AHEAD = 120
"""Lines that the head is read by at most: a list of people who promise is none."""
_TOLD = re.compile("[，,；;。]")
_OWN_FIELDS = frozenset({"name", "gender", "birth", "ethnicity", "org_name", "unit", "branch", "phone", "joined", "education", "class", "grade"})
"""Fields that a number may stand before (1.姓名：……): of the others a promise may begin with the name, unless two fields stand
above."""
_SLOGAN = re.compile(r"\s*[一-鿿]{3,12}(?:\s+[一-鿿]{3,12}){1,3}\s*")
_LABELLED = re.compile(r"^[^。；;，,：:]{2,14}[：:]")


def read_head(blocks: list[Block], parts: Parts) -> list[Block]:
    """Fields, subtitles and the label of the promises before the text begins."""
    rest = list(blocks)
    caption = caption_of(rest)
    if caption is None and len(rest) > 1 and isinstance(first := rest[0], Paragraph) and _SLOGAN.fullmatch(first.text) and is_slogan(first.text):
        caption = first.passage.strip()
    if caption is not None:
        parts.subtitles.append(caption)
        del rest[0]
    while rest:
        block, after = rest[0], rest[1:_AHEAD]
        if isinstance(block, Table):
            break
        if "\n" in block.text and _head_line(next(block.passage.lines()), Parts()) is not None:
            rest[:1] = [replace(block, passage=line) for line in block.passage.lines()]
            continue
        if salutation(block, after[:2], parts):
            break
        if greets_over_fields(block, after):
            parts.keep(block.passage)
            del rest[0]
            continue
        if numbered_head(block, after[:2], parts) or strange_field(block, after, parts):
            del rest[0]
            continue
        if labels_each(block, after):
            parts.promised = True
            break
        if one_of_many(block, after):
            break
        line = _rejoined(block, after[:2])
        left = _head_line(line, parts)
        if left is None:
            break
        del rest[: 1 + (line is not block.passage)]
        if left.text:
            rest.insert(0, replace(block, passage=left))
            break
    return rest


def _rejoined(block: Paragraph, after: Sequence[Block]) -> Passage:
    """The block's line, with the value of its last label where the paper's edge left that for the next line."""
    line = block.passage
    if line.text.rstrip()[-1:] not in ("：", ":") or not after:
        return line
    value = after[0]
    if isinstance(value, Table) or len(value.text) > _FULL_LINE or re.search(r"[：:。；;，,]", value.text) or has_ordinal(value.text):
        return line
    pairs = read_pairs(line)
    if not pairs or not pairs[0].first or not is_blank(pairs[-1].value.text) or pairs[-1].label.role is not Role.FIELD:
        return line
    if len(pairs) == 1 and (is_blank(value.text) or exact(label_key(value.text)) is not None or read_pairs(value.passage)):
        return line  # an empty field over the next label
    if len(pairs) == 1 and not (len(after) > 1 and isinstance(after[1], Paragraph) and _LABELLED.search(after[1].text)):
        return line  # an empty field over the text
    full = len(pairs) > 1 and len(line.text) >= _FULL_LINE
    return Passage.join((line, value.passage.strip()), "") if full or len(pairs) == 1 else line


def _head_line(line: Passage, parts: Parts) -> Passage | None:
    """Reads one line of the head: what is left of it as body text (nothing, or the promises behind their label);
    None where the line is not of the head."""
    if not any(map(str.isalnum, line.text)):  # nothing, or a rule between the parts of the page
        return Passage()
    if (number := ORDINAL.match(line.text)) is not None and sign_line(line) is None:
        line = line.slice(number.end())
        first = next(iter(read_pairs(line)), None)
        known = first is not None and first.first and (first.label.key in _OWN_FIELDS or (first.label.role is Role.FIELD and len(parts.fields) > 1))
        if not known or len(line.text) > _FULL_LINE:
            return None
    pairs = read_pairs(line)
    if (signed := _signed(line, pairs)) is not None:
        parts.signs.append(signed)
        return Passage()
    if pairs and pairs[0].first:
        if pairs[0].label.key in UNITS and _TOLD.search(pairs[0].value.text.rstrip("；;，, ")) and org_name(pairs[0].text) and not is_generic(squeeze(pairs[0].text)):
            return None  # an organisation's name over what it promises
        return _head_pairs(line, pairs, parts)
    if pairs and org_name(line.text[: pairs[0].start]) and line.text[: pairs[0].start].endswith(_WIDE):
        parts.subtitles.append(line.slice(0, pairs[0].start).strip())  # 某支部　　书记：张某
        return _head_line(line.slice(pairs[0].start), parts)
    if is_promise_label(line.text):
        parts.promised = True
        return Passage()
    if (found := sign_line(line)) is not None and found.dates and not found.rest:
        parts.signs.append(found)
        return Passage()
    if _SUBTITLE.fullmatch(line.text) or org_name(line.text) or is_byline(line.text):
        parts.subtitles.append(line.strip())
        return Passage()
    return None


def _signed(line: Passage, pairs: Sequence[Pair]) -> SignLine | None:
    """承诺人：张某　2020年3月6日: name and date make a signature of what would else be a field."""
    if not pairs or pairs[0].label.key != "name" or any(p.label.role is not Role.SIGN_DATE for p in pairs[1:]):
        return None
    if not find_dates(f"{pairs[-1].value.text} {pairs[-1].rest.text}"):
        return None
    found = sign_line(line)
    return found if found is not None and found.dates and found.person else None


def dated_rest(pair: Pair, pairs: Sequence[Pair]) -> SignLine | None:
    """The date behind the last field of a line that the promiser signs (承诺人：张某　电话：……　2014年2月27日)."""
    if pairs[0].label.key != "name" or not find_dates(pair.rest.text):
        return None
    return sign_line(pair.rest)


def _head_pairs(line: Passage, pairs: Sequence[Pair], parts: Parts) -> Passage | None:
    role = pairs[0].label.role
    if role is Role.COMMITMENT:
        parts.promised = True
        return pairs[0].value if len(pairs) == 1 and is_blank(pairs[0].rest.text) else line.slice(pairs[0].start + len(pairs[0].text) + 1)
    if role is Role.APPROVAL:
        return None
    parts.keep(line.slice(0, pairs[0].start))
    for pair, end in zip(pairs, [*(p.start for p in pairs[1:]), len(line)], strict=True):
        if (signed := dated_rest(pair, pairs)) is not None:
            parts.signs.append(signed)
        else:
            parts.keep(pair.rest)
        if pair.label.role is Role.FIELD:
            parts.add_field(pair.label, pair.text, pair.value, line.strip())
        elif pair.label.role in (Role.SIGN_DATE, Role.SIGNING):
            dated = pair.label.role is Role.SIGN_DATE
            found = sign_line(pair.value if dated else line.slice(pair.start, end))
            if found is not None:
                parts.signs.append(found)
    return Passage()
