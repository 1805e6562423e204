"""Running lines → parts of a form: fields at the head, promises, opinions, signature and notes at the end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.forms.bylines import is_byline
from extractors.forms.dates import find_dates
from extractors.forms.endings import cut_ending
from extractors.forms.feet import drop_foot, drop_notes, is_hotline
from extractors.forms.opinions import is_promise_label, opinions
from extractors.forms.pairs import Pair, read_pairs
from extractors.forms.parts import Parts
from extractors.forms.sides import take_sides
from extractors.forms.signblock import take_bare_name, take_sign_block
from extractors.forms.signlines import SignLine, sign_line
from extractors.forms.text import ORDINAL, has_ordinal, is_blank, label_key, squeeze
from extractors.forms.titles import is_generic, is_slogan, org_name
from extractors.forms.vocabulary import Role, exact
from extractors.model import Block, Paragraph, Passage, Table
from extractors.numerals import CENTURY

_SUBTITLE = re.compile(rf"\s*(?:[(（\[][^()（）]{{1,40}}[)）\]]|[—–\-]{{1,2}}[^：:；;。]{{2,30}}|(?:\d{{4}}|{CENTURY}..)年度?(?:第.季度)?|[A-Za-z][A-Za-z ,.'&-]{{3,60}})\s*")

_GREETING = re.compile(r"\s*(?!所[在属]|承诺|隶属|联系|入党)[一-鿿 \u3000]{0,16}(?:组织|支部|委|总支|党组|书记|领导|部门|单位)\s*[：:]\s*")
_READERS = re.compile(r"\s*(?:(?:尊敬|敬爱|亲爱)的|各位|全体|广大)[^。；;：:]{1,24}[：:]\s*")
_PROSE = re.compile("[，,。！!].*[，,。！!：:；;]")
_WIDE = ("  ", "\u3000\u3000", "\t")
_FULL_LINE = 26
_AHEAD = 120
"""Lines that the head is read by at most: a list of people who promise is none."""
_HEADING = 14
"""Letters of a heading over fields at most."""
_TOLD = re.compile("[，,；;。]")
_UNITS = frozenset({"org_name", "branch", "unit"})
_PARTICULARS = re.compile("情况|信息|资料|概况|身份|档案")
_OWN_FIELDS = frozenset({"name", "gender", "birth", "ethnicity", "org_name", "unit", "branch", "phone", "joined", "education", "class", "grade"})
"""Fields that a number may stand before (1.姓名：……): of the others a promise may begin with the name, unless two fields stand
above."""
_STRANGE = re.compile(r"\s*[一-鿿]{2,6}\s*[：:][^。；;，,：:]{2,24}")
_COLUMNS = re.compile(r"\s*[一-鿿]{2,6}(?:(?:\s{2,}|\t)[^\s，,。；;：:]{1,12}){1,5}\s*")
"""Labels and values in columns that nobody ruled."""
_SHORTEST = "承诺"
"""The label of promises in its shortest form."""
_OPENING = frozenset({"name", "org_name", "unit", "branch"})
_REMARKS, _REMARK = 3, 60
"""Lines below a signature that are no promises, letters of each, at most."""
_SLOGAN = re.compile(r"\s*[一-鿿]{3,12}(?:\s+[一-鿿]{3,12}){1,3}\s*")
_LABELLED = re.compile(r"^[^。；;，,：:]{2,14}[：:]")

def read_lines(blocks: Sequence[Block]) -> Parts:
    """The parts of a stretch of text without a form's table; a table in it is a ledger of promises."""
    parts = Parts()
    _body(_tail(opinions(_head(_without_foot(blocks, parts), parts), parts), parts), parts)
    return parts


def read_below(blocks: Sequence[Block]) -> Parts:
    """The parts of a stretch of text under a form's table: whoever signs there is no head of what stands between."""
    parts = Parts()
    _body(_head(_tail(opinions(_without_foot(blocks, parts), parts), parts), parts), parts)
    return parts


def _without_foot(blocks: Sequence[Block], parts: Parts) -> list[Block]:
    return take_sides(drop_foot(drop_notes(blocks, parts), parts), parts)


def _head(blocks: list[Block], parts: Parts) -> list[Block]:
    """Fields, subtitles and the label of the promises before the text begins."""
    rest = list(blocks)
    caption = _caption(rest)
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
        if _salutation(block, after[:2], parts):
            break
        if _greets_over_fields(block, after):
            parts.keep(block.passage)
            del rest[0]
            continue
        if _numbered_head(block, after[:2], parts) or _strange_field(block, after, parts):
            del rest[0]
            continue
        if _labels_each(block, after):
            parts.promised = True
            break
        if _one_of_many(block, after):
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


def _labels_each(block: Paragraph, after: Sequence[Block]) -> bool:
    """Whether the label of the promises comes again below, before each of them (承诺事项：……, 承诺时限：……, 承诺事项：……; 承诺：…… 承诺：……)."""
    label, colon, value = block.text.replace(":", "：").partition("：")
    if not colon or is_blank(value) or "诺" not in label or not (is_promise_label(label) or label_key(label) == _SHORTEST):
        return False
    return any(isinstance(b, Paragraph) and b.text.replace(":", "：").strip().startswith(f"{label.strip()}：") for b in after)


def _one_of_many(block: Paragraph, after: Sequence[Block]) -> bool:
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


def _strange_field(block: Paragraph, after: Sequence[Block], parts: Parts) -> bool:
    """Whether a line is a field that nobody knows (甲方：某街道) over one that says who promises, or below known ones over a table."""
    if not (_STRANGE.fullmatch(block.text) or _COLUMNS.fullmatch(block.text)) or read_pairs(block.passage):
        return False
    if not (_names_promiser(after[:2]) or (parts.fields and _over_table(after))):
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


def _names_promiser(after: Sequence[Block]) -> bool:
    below = next((b for b in after if isinstance(b, Table) or not is_blank(b.text)), None)
    pairs = read_pairs(below.passage) if isinstance(below, Paragraph) and not has_ordinal(below.text) else ()
    return bool(pairs) and pairs[0].first and pairs[0].label.role is Role.FIELD and pairs[0].label.key in _OPENING and not is_blank(pairs[0].value.text)


def _numbered_head(block: Paragraph, after: Sequence[Block], parts: Parts) -> bool:
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


def _salutation(block: Paragraph, after: Sequence[Block], parts: Parts) -> bool:
    """Whether a line greets the readers of a letter (敬爱的党组织：, 党支部：): no empty field of a form that has no others."""
    found = _GREETING.fullmatch(block.text)
    if found is None or any(f.value is not None for f in parts.fields):
        return False
    below = next((b for b in after if isinstance(b, Table) or not is_blank(b.text)), None)
    return isinstance(below, Paragraph) and not read_pairs(below.passage) and _PROSE.search(below.text) is not None


def _greets_over_fields(block: Paragraph, after: Sequence[Block]) -> bool:
    """Whether a line greets readers (各位领导：) right over a line of fields, which are the promiser's all the same."""
    below = next((b for b in after if isinstance(b, Table) or not is_blank(b.text)), None)
    if _READERS.fullmatch(block.text) is None or not isinstance(below, Paragraph):
        return False
    pairs = read_pairs(below.passage)
    return bool(pairs) and pairs[0].first and pairs[0].label.role is Role.FIELD and not is_blank(pairs[0].value.text)


def _caption(blocks: Sequence[Block]) -> Passage | None:
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
        if pairs[0].label.key in _UNITS and _TOLD.search(pairs[0].value.text.rstrip("；;，, ")) and org_name(pairs[0].text) and not is_generic(squeeze(pairs[0].text)):
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


def _tail(blocks: list[Block], parts: Parts) -> list[Block]:
    """Signature lines, and fields printed among them (联系电话 under the date)."""
    rest = list(blocks)
    while rest:
        ending = cut_ending(rest)
        parts.signs[:0] = ending.lines
        rest = list(ending.blocks)
        if taken := take_sign_block(rest, parts):
            del rest[-taken:]
        elif rest and (above := _without_fields(rest[-1], parts)) is not None:
            rest[-1:] = above
        elif below := _below_signature(rest):
            for block in rest[-below:]:
                parts.keep_block(block)
            del rest[-below:]
        else:
            break
    if not parts.signs and (taken := take_bare_name(rest, parts)):
        del rest[-taken:]
    return rest


def _below_signature(blocks: Sequence[Block]) -> int:
    """How many lines at the end stand below a dated signature and are no promises: what a witness, a printer or the office adds."""
    for count in range(1, min(_REMARKS, len(blocks) - 2) + 1):
        block = blocks[-count]
        if isinstance(block, Table) or has_ordinal(block.text) or len(block.text) > _REMARK:
            return 0
        above = blocks[-count - 1]
        line = sign_line(list(above.passage.lines())[-1]) if isinstance(above, Paragraph) and not is_blank(above.text) else None
        if line is not None and any(h.day or h.state == "blank" for h in line.dates) and (line.label or line.mark or line.rest or _names_signer(blocks[: -count - 1])):
            numbered = sum(isinstance(b, Table) or has_ordinal(b.text) for b in blocks[: -count - 1])
            return count if numbered else 0
    return 0


def _names_signer(blocks: Sequence[Block]) -> bool:
    """Whether the last line says who signs, over a day alone."""
    last = next((b for b in reversed(blocks) if isinstance(b, Table) or not is_blank(b.text)), None)
    line = sign_line(last.passage) if isinstance(last, Paragraph) else None
    return line is not None and bool(line.label or line.mark or org_name(line.rest))


def _without_fields(block: Block, parts: Parts) -> list[Block] | None:
    """The block without its last line where that is one of fields only; None where it is none."""
    if isinstance(block, Table) or "\n" not in block.text:
        return [] if _tail_fields(block, parts) else None
    at = block.text.rstrip().rfind("\n")
    last = block.passage.slice(at + 1)
    if not _tail_fields(replace(block, passage=last), parts):
        return None
    return [replace(block, passage=block.passage.slice(0, at))] if at > 0 else []


def _tail_fields(block: Block, parts: Parts) -> bool:
    """Whether the block is a line of fields only, which are then added."""
    if isinstance(block, Table) or len(block.text) > 80 or has_ordinal(block.text) or "。" in block.text:
        return False
    pairs = read_pairs(block.passage)
    if pairs and pairs[0].first and len(pairs) == 1 and pairs[0].label.role is Role.SIGN_DATE:
        parts.keep(block.passage)  # a time that is no day (承诺时间：2014年3月起)
        return True
    # 岗位：…… and 负责人：…… may belong to a promise; behind a name, and a unit that stands alone by its name, they do not.
    named = bool(pairs) and pairs[0].label.key == "name" and pairs[0].value.text != ""
    known = [p for p in pairs if p.label.role is Role.FIELD and (named or (p.label.key not in ("head", "post") and (p.label.key not in _UNITS or org_name(p.value.text))))]
    if not known or not pairs[0].first or len(known) < len(pairs):
        return False
    for pair in known:
        if pair.label.key == "phone" and is_hotline(pair.text):
            parts.keep(block.passage.slice(pair.start, block.passage.text.find(pair.value.text, pair.start) + len(pair.value)))
            continue
        parts.add_field(pair.label, pair.text, pair.value, block.passage.strip())
        parts.keep(pair.rest)
    return True


def _body(blocks: Sequence[Block], parts: Parts) -> None:
    for block in blocks:
        if isinstance(block, Paragraph):
            if is_blank(block.text):
                continue
            if not has_ordinal(block.text) and is_promise_label(block.text):
                parts.promised = True
                if not any(isinstance(b, Paragraph) and has_ordinal(b.text) for b in parts.body):
                    continue
                block = replace(block, head=True)  # behind others, it names promises of its own
        else:
            parts.ledger = True
        parts.body.append(block)
