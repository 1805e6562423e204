"""Labels and values that stand together in one line: 姓名：张某  性别：男  出生年月：1975年8月."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.forms.text import half, is_blank, label_key, tabbed
from extractors.forms.vocabulary import UNITS, Label, Role, exact, meaning, vocabulary
from extractors.model import Passage
from extractors.model.value_class import value_class
from extractors.numerals import CENTURY, NUMERALS

_TOKEN = re.compile(r"[^\s_:：;；,，。、]+")
_PARTED = re.compile(r"[;；,，。]|[^\s]{2}\s{2,}[^\s]")
"""Two words that are no single label."""
_WIDE = re.compile(r"\s{2,}|_{2,}")
_PEOPLE = re.compile(r"\s*(?:共|共有|现有)?\s*(?:\d+|[一二三四五六七八九十百]+)\s*[人名]?(?=[\s,，。;；]|$)")
_PERSON = re.compile(r"\s*[一-鿿]{2,3}(?=\s|$)")
_HEAD = re.compile(r"[^\s:]{2,8}:\s*")
"""A word before the fields of a line (基本情况：姓名 张某、性别 男)."""
_BRACKETED = re.compile(r"[(]\s*(?P<label>[一-鿿]{2,8})\s*[)]")
_FRAME = re.compile("【(?P<label>[一-鿿]{2,8})】:?")
_FRAMES = ("【", "|", "｜")
_WORDS = re.compile(r"[一-鿿]{2,8}")
_BREAKS = re.compile(r"[\s_]|(?<=[:,。;是])")
_STRANGER = re.compile(r"(?:\s{2,}|\t\s*|_+\s*|[;,]\s*)(?:[一-鿿]{2,6}\s?|[一-鿿][ \u3000]{1,4}[一-鿿]\s{0,2})(?::|_{2,})")
"""A label of an unknown field behind a value, its letters perhaps spaced out (年　龄：24)."""
_AFTER_NAME = re.compile(r"(?P<name>[一-鿿·]{2,12})\s+[一-鿿]{2,8}\s?:")
"""A person's name before a label that nobody knows, a single blank between them."""
_AFTER_ONE = re.compile(r"(?P<value>[^\s:]{1,24})\s[一-鿿]{2,8}:\s?[^\s]")
"""A value of one word before a label that nobody knows, a single blank between them (男 年龄:48)."""
_FOREIGN = re.compile(r"\s*(?:[一-鿿]{2,6}:[^\s:]+\s+){1,3}")
"""Labels that nobody knows with their values, before others that are known."""
_NAMES = UNITS | {"name", "head"}
_AGREES = re.compile(r"(?:经[^，。]{0,10}[，,])?(?:情况)?(?:同意|属实|不同意|通过)")
"""What an organisation says as an opinion (支部：同意)."""
_DATED = re.compile(rf"\s*(?:\d{{4}}|{CENTURY}..)\s*[年./-]\s*(?:\d|[{NUMERALS}])")
"""A date where a name should stand."""
_SEAL = re.compile(r"[(（【\[][^()（）]{0,6}章\s*[)）】\]]")
_DATE_BEHIND = re.compile(rf"\s{{2,}}(?=\d{{4}}\s*[年./-]\s*\d|{CENTURY}..年)")
_GAP = re.compile(r"(?:\s{2,}|_{2,}\s*)(?P<label>[一-鿿]{2,6})(?:\s+|_+)(?=[^\s_:])")
_MEMBERS = re.compile(r"\s(?P<label>(?:共有|现有|正式|在册)?党员(?:人数|总数)?)\s?(?=(?:共|共有)?\s?(?:\d+|[一二三四五六七八九十百]+)\s?[名人](?:[\s;,]|$))")
"""The number of members behind a blank (党组织：某支部　　党员23名)."""
_MEMBER = re.compile(r"\s*党员\s{2,}(?![〇零一二三四五六七八九十百]+[人名])[一-鿿·]{2,4}\s{2,}")
"""A member's name in columns that nobody ruled (党员　　张某　　岗位　　教师)."""
_PERSONAL = frozenset({"branch", "post", "joined", "birth", "education", "ethnicity", "gender", "phone"})
"""Fields that may stand alone behind a label that nobody knows."""
_STRANGE_FIRST = re.compile(r"\s*(?:[一-鿿]{2,4}|[一-鿿]{2,3}/[一-鿿]{2,3})\s{2,}[^\s]{2,16}\s{2,}")
"""A label that nobody knows with its value, before a line's known ones, wide blanks between them."""
_STEPS, _LONGEST = 6, 30
"""A label is of so many words, and so many letters, at most."""
_COUNTED = frozenset(("党员", "正式党员", "共有党员", "现有党员"))
_LONGEST_COUNTED = 8
"""What is counted is called in so many letters at most (本支部在册党员)."""
_SHORT = 6
"""A label behind a single blank has so many letters at most."""
_CLOSED = re.compile(r"(?:姓\s*名|承诺人|党员)\s*:\s*[一-鿿·]{2,12}\s$")
"""A name that a blank ends: what follows is another label."""


@value_class
class Pair:
    """A label at `[start, …)` of its line and the value after it; `first` where nothing stands before the label. `rest` is
    what follows the value under labels that nobody knows."""

    text: str
    label: Label
    value: Passage
    start: int
    first: bool
    rest: Passage = Passage()


@value_class
class _Found:
    text: str
    label: Label
    start: int
    end: int


def read_pairs(line: Passage) -> tuple[Pair, ...]:
    """The labelled values of a line, in order; labels are known by their colon, or by wide blanks where there is none."""
    text = _unwrapped(tabbed(line.text))
    if "【" in text or "|" in text:
        text = _framed(text)
    slashed = [] if ":" in text else _by_slash(text)
    found = _by_colon(text) if ":" in text else slashed or _by_blanks(text)
    if not found and (head := _HEAD.match(text)):
        text = " " * head.end() + text[head.end() :]
        found = _by_blanks(text)
    if not found:
        return _by_brackets(line, text) if text.count("(") > 1 else ()
    ends = [f.start for f in found[1:]] + [len(text)]
    if slashed:
        ends = [min(end, text.find("/", f.end) % (len(text) + 1)) for f, end in zip(found, ends, strict=True)]
    pairs = tuple(_pair(line, text, f, end) for f, end in zip(found, ends, strict=True))
    if (len(pairs) > 1 or _reached(text, pairs[0])) and not pairs[0].first and (_FOREIGN.fullmatch(text, 0, found[0].start) or _STRANGE_FIRST.fullmatch(text, 0, found[0].start)):
        pairs = (replace(pairs[0], first=True), *pairs[1:])
    return pairs


def _reached(text: str, pair: Pair) -> bool:
    """Whether the only known label of a line counts though another word stands first: a telephone, a name with more behind it, a
    field of a person behind wide blanks."""
    if pair.label.key in _PERSONAL:
        return pair.label.key == "phone" or ":" not in text or text[: pair.start].endswith("  ")
    return pair.label.key == "name" and bool(pair.rest.text)


def _unwrapped(text: str) -> str:
    """Without the brackets around a whole line of fields: blanks in their places."""
    bare = text.strip()
    if bare[:1] != "(" or bare[-1:] != ")" or bare.count("(") > 1:
        return text
    return text.replace("(", " ", 1)[: text.rindex(")")] + " " + text[text.rindex(")") + 1 :]


def _framed(text: str) -> str:
    """With a colon for the frame around each label (【支部】某支部【书记】张某), and blanks for the strokes between fields."""
    labels = [exact(label_key(m["label"])) for m in _FRAME.finditer(text)]
    if len(labels) > 1 and any(label is not None and label.role is Role.FIELD for label in labels):
        text = _FRAME.sub(lambda m: f" {m['label']}:", text)
    return text.replace(" | ", "   ")


def _pair(line: Passage, text: str, found: _Found, end: int) -> Pair:
    stop = _value_end(text, found.end, end, found.label.key in ("name", "head"))
    value, rest = line.slice(found.end, stop).strip(), line.slice(stop, end).strip()
    if value.text[-1:] in _FRAMES:
        value = value.slice(0, len(value.text) - 1).strip()
    rest = Passage() if rest.text in _FRAMES else rest
    if value.text[-1:] in (")", "）") and "(" not in half(value.text):
        value = value.slice(0, len(value.text) - 1)  # of a bracket around the whole line
    label = found.label
    if label.key in UNITS and _AGREES.match(value.text):
        label = Label(Role.APPROVAL)
    elif label.key in _NAMES and _signed(found.text, value.text):
        label = Label(Role.SIGNING)
    return Pair(found.text, label, value, found.start, not text[: found.start].strip(), rest)


def _signed(printed: str, value: str) -> bool:
    """Whether a label is the place of a seal: 承诺党支部（章） with a date or nothing behind it."""
    sealed = _SEAL.search(printed) is not None and label_key(printed).startswith("承诺")
    return _DATED.match(value) is not None or (sealed and is_blank(value)) or _SEAL.fullmatch(value.strip()) is not None


def _value_end(text: str, start: int, end: int, named: bool = False) -> int:
    """Where a value ends before a label that nobody knows (性别：女　年龄：34 and 性别__女__ 年龄__34__)."""
    value = text[start:end]
    begin = len(value) - len(value.lstrip(" _"))
    if (one := _AFTER_ONE.match(value, begin)) is not None:
        return start + one.end("value")
    behind = (found.start() for p in (_STRANGER, _DATE_BEHIND) if (found := p.search(value, begin)))
    stop = min(behind, default=len(value))
    if named and (after := _AFTER_NAME.match(value, begin)) is not None:
        stop = min(stop, after.end("name"))
    return end if is_blank(value[:stop]) else start + stop


def _by_colon(text: str) -> list[_Found]:
    found: list[_Found] = []
    colon = text.find(":")
    while colon >= 0:
        low = found[-1].end if found else 0
        if (label := _before(text, low, colon)) is not None:
            found.append(label)
        colon = text.find(":", colon + 1)
    ends = [*(f.start for f in found[1:]), len(text)] if found else []
    return [one for f, end in zip(found, ends, strict=True) for one in (f, *_by_gap(text, f.end, end))]


def _by_slash(text: str) -> list[_Found]:
    """单位/某支部　书记/某人: two labels or more with a slash for the colon."""
    found = _by_colon(text.replace("/", ":")) if text.count("/") > 1 else []
    return found if len(found) > 1 and not text[: found[0].start].strip() else []


def _by_brackets(line: Passage, text: str) -> tuple[Pair, ...]:
    """Labels in brackets behind their values (我是　某支部　（所在支部）党员　某人　（姓名）): the word before a bracket."""
    found: list[Pair] = []
    for bracket in _BRACKETED.finditer(text):
        label = exact(label_key(bracket["label"]))
        if label is None or label.role is not Role.FIELD:
            continue
        before = text[: bracket.start()].rstrip(" _")
        start = max((m.end() for m in _BREAKS.finditer(before)), default=0)
        if start < len(before):
            found.append(Pair(bracket["label"], label, line.slice(start, len(before)), start, not found))
    return tuple(found) if len(found) > 1 else ()


def _by_gap(text: str, start: int, end: int) -> list[_Found]:
    """Known labels without a colon behind a wide blank in a value (负责人：张某　　联系电话 0736-7000123)."""
    found = []
    if (members := _MEMBERS.search(text, start, end)) is not None and not is_blank(text[start : members.start()]):
        found.append(_Found(members["label"], Label(Role.FIELD, "member_count"), members.start("label"), members.end("label")))
    for gap in _GAP.finditer(text, start, end):
        label = exact(label_key(gap["label"]))
        if label is not None and label.role is Role.FIELD and not is_blank(text[start : gap.start()]):
            found.append(_Found(gap["label"], label, gap.start("label"), gap.end()))
    return found


def _before(text: str, low: int, colon: int) -> _Found | None:
    """The longest known label that ends at a colon; its letters may be spaced out."""
    near = max(low, colon - 2 * _LONGEST)
    tokens = list(_TOKEN.finditer(text, near, colon))[-_STEPS:]
    if not tokens or text[tokens[-1].end() : colon].strip():
        return None
    for token in tokens:
        raw = text[token.start() : colon]
        if len(raw) > _LONGEST or _PARTED.search(raw) or ("\t" in raw and label_key(raw) not in vocabulary().names):
            continue
        label = _counted(raw, text, colon) or _named(raw, text, colon) or _label(raw) or _alike(raw, text[max(0, token.start() - 2 * _LONGEST) : token.start()])
        if label is not None:
            return _Found(raw.strip(), label, token.start(), colon + 1)
    return None


def _counted(raw: str, text: str, colon: int) -> Label | None:
    """党员：28人 and 支部党员：28名 count the members; before a name the same words name one."""
    key = label_key(raw)
    named = key.endswith("党员") and (key == raw or key in _COUNTED) and len(key) <= _LONGEST_COUNTED
    if not named or _PEOPLE.match(text, colon + 1) is None:
        return None
    return Label(Role.FIELD, "member_count")


def _named(raw: str, text: str, colon: int) -> Label | None:
    """党员：张某 names one."""
    if label_key(raw) != "党员" or _PERSON.match(text, colon + 1) is None:
        return None
    return Label(Role.FIELD, "name")


_TO_SIGN = re.compile(r"[(（][^)）]*[签章]")
"""A label that asks for a signature."""


def _alike(raw: str, before: str) -> Label | None:
    """A field's name with a word in front (窗口负责人), where nothing but a label can stand: at the start or behind a wide blank."""
    key = label_key(raw)
    closed = ":" in before and len(key) <= _SHORT and _CLOSED.search(before) is not None
    if before.strip() and not before.endswith(("  ", "_")) and not closed:
        return None
    label = meaning(key) if _WORDS.fullmatch(key) and not re.search("[0-9_]", raw) else None
    if label is not None and label.key in ("name", "head") and _TO_SIGN.search(raw):
        return Label(Role.SIGNING)
    return label if label is not None and label.role is Role.FIELD and label.confidence > 0.8 else None


def _label(raw: str) -> Label | None:
    key = label_key(raw)
    label = exact(key)
    if label is not None and label.role is Role.COMMITMENT and not vocabulary().generic.search(key):
        return None
    if label is not None and label.key in ("name", "head") and _TO_SIGN.search(raw):
        return Label(Role.SIGNING)
    return label


def _by_blanks(text: str) -> list[_Found]:
    """Labels without colons: two known ones in the line, or one with a wide blank after it."""
    if not _WIDE.search(text.strip()) and " " not in text.strip() and "\t" not in text.strip():
        return []
    tokens = list(_TOKEN.finditer(text))
    if _is_spread(text, tokens):
        return []
    found: list[_Found] = []
    i = 0
    while i < len(tokens) and len(tokens) < 40:
        step = _spaced(text, tokens, i)
        if step and found and _names_office(text, found[-1], tokens[i].start(), tokens[i + step - 1].end()):
            step = 0
        if not step and found and label_key(tokens[i].group()) == "党员" and _PEOPLE.match(text, tokens[i].end()):
            found.append(_Found(tokens[i].group(), Label(Role.FIELD, "member_count"), tokens[i].start(), tokens[i].end()))
        if not step and not i and _MEMBER.match(text) and len(tokens) > 3:
            found.append(_Found(tokens[i].group(), Label(Role.FIELD, "name"), tokens[i].start(), tokens[i].end()))
        if not step and found and _labels_more(tokens, i, found[-1].end):
            step = 1
        if step:
            start, end = tokens[i].start(), tokens[i + step - 1].end()
            label = meaning(label_key(text[start:end]))
            assert label is not None
            found.append(_Found(text[start:end], label, start, end))
        i += step or 1
    wide = found and (text[found[0].end : found[0].end + 1] == "\t" or _WIDE.match(text, found[0].end) or (len(tokens) == 2 and len(label_key(found[0].text)) > 2))
    if found and (len(found) > 1 or (wide and found[0].label.key in _PERSONAL)) and _STRANGE_FIRST.fullmatch(text, 0, found[0].start):
        return found
    return found if found and not text[: found[0].start].strip() and (len(found) > 1 or wide) else []


def _is_spread(text: str, tokens: Sequence[re.Match[str]]) -> bool:
    """Whether the letters of a single word are spread over the width of its cell (岗　位　牌　号): one blank of the same width between all."""
    if len(tokens) < 3 or any(len(t.group()) > 1 for t in tokens):  # 姓　名 is a label with no value, whatever its blanks
        return False
    return len({text[a.end() : b.start()] for a, b in pairwise(tokens)}) == 1


def _names_office(text: str, label: _Found, start: int, end: int) -> bool:
    """Whether a word right behind a label is its value though it is a label elsewhere (职务　　党委书记、镇长; 职务　　支部书记)."""
    if text[label.end : start].strip(" _\t"):
        return False
    return text[end : end + 1] == "、" or (label.label.key == "post" and text[start:end].endswith("书记"))


def _labels_more(tokens: list[re.Match[str]], i: int, after: int) -> bool:
    """Whether a word behind the value that begins at `after` is a field's name with a word in front (科室职务), a value behind it."""
    key = label_key(tokens[i].group())
    if not 3 <= len(key) <= _SHORT or i + 1 == len(tokens) or tokens[i - 1].start() < after:
        return False
    label = meaning(key)
    return label is not None and label.role is Role.FIELD and label.confidence > 0.8 and label.key in ("post", "phone", "branch")


def _spaced(text: str, tokens: list[re.Match[str]], i: int) -> int:
    """How many tokens from the i-th on spell a known field label (出生年 月 is two)."""
    for step in range(min(4, len(tokens) - i), 0, -1):
        raw = text[tokens[i].start() : tokens[i + step - 1].end()]
        label = exact(label_key(raw)) if len(raw) <= 24 else None
        if label is not None and label.role is Role.FIELD:
            return step
    return 0
