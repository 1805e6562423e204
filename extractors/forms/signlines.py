"""One line of the end of a form: what it prints of a signature, a seal and a date, and who stands there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from extractors.forms.dates import DateHit, find_dates
from extractors.forms.text import half, has_ordinal, is_blank, squeeze
from extractors.forms.titles import org_name
from extractors.houses import BEFORE_NAME
from extractors.model import Passage
from extractors.model.value_class import value_class
from extractors.numerals import NUMERALS
from extractors.offices import LED, POSTS
from extractors.surnames import COMPOUND, SURNAMES

MARK = r"(?:[(（【\[]\s*[^()（）【】\[\]。；;]{0,8}?(?:盖\s*章|公\s*章|签\s*[名字章]|印\s*章|手\s*印|章)[^()（）【】\[\]。；;]{0,4}[)）】\]]|[(（]\s*印\s*[)）])"
_WHO = r"[承立许践亮证监审]\s*诺\s*人|保\s*证\s*人|立状人|承诺(?:方|单位|党员|党组织|支部|党支部|集体|者)|签\s*[名字章]|盖\s*章|书\s*记|负责人|监督人|见证人|审[核批定查](?:人|单位|部门)?|党\s*员|本\s*人|主\s*任|委\s*员|校\s*长|院\s*长|处\s*长|代\s*表|[一-鿿]{2,6}(?=[(（](?:共产)?党员[)）])"
PROMISES = ("承诺人", "承诺者", "承诺党员", "立诺人", "许诺人", "亮诺人", "践诺人", "保证人", "立状人")
"""Labels of whoever promises himself."""
_ASKED = re.compile(r"(?:签[名字章]|手印)+$")
_LATIN = r"\s*[A-Za-z][A-Za-z .']{1,24}"
"""The same label in English behind it."""
_LABEL = re.compile(rf"(?P<who>[^\s：:。；;，,、（(]{{0,14}}(?:{_WHO}|(?:单位|党组织|支部|党委|总支)(?:名称)?(?=\s*{MARK}\s*[：:]))(?:姓名|签名|签字|签章)?)\s*(?P<mark>{MARK})?(?:[(（][^()（）]{{1,8}}[)）]|{_LATIN})?\s*(?:[：:]|(?<=承诺人)\s(?=\s*[一-鿿]))")
_DAY_LABEL = re.compile(rf"(?:[承立许践亮公]诺|签[名字订署约]|填[表写报]|[申上]报|报送|审[核批定查])?(?:日\s*期|时\s*间|年月日)(?:{_LATIN})?\s*[：:]")
_OF_DAY = re.compile(r"(?:(?<=[时期]限)|日期|时间|年月)\s?:\s*(?=[\d一二〇])")
"""What makes the words before it the label of a day."""
_NAME = re.compile(f"[{SURNAMES}][一-鿿]{{1,2}}|(?:{COMPOUND})[一-鿿]{{1,2}}")
_OF_DAYS = re.compile("毕业|任[职期]|从[业教警军]|[应入]伍|解除|施工|安装|应聘|计划|时限|期限")
"""What days are called that begin with a letter of surnames."""
_MARKS = re.compile(MARK)
# A telephone that shares the line of a signature says nothing of it.
_PHONE = re.compile(r"(?:[一-鿿]{0,4}电\s*话|手\s*机(?:号码?)?|联系方式)\s*[：:]?\s*[\d(（][\d\-—－()（）转、/ ]{5,}\d|(?:[一-鿿]{0,4}电\s*话|手\s*机(?:号码?)?|联系方式)\s*[：:]\s*$")
_CONSUMED = re.compile(r"[年电方手]|\d{4}")
"""A letter of what may hold an ordinal and be no sentence: a date, a telephone."""
PERSON = re.compile(r"[一-鿿㐀-䶿]{2,4}|[一-鿿]{1,8}·[一-鿿·]{1,10}")
# What stands before （盖章） where nobody has written a name.
_PLACE = re.compile(r"(?:承诺|报送|填报)?(?:单位|党支部|支部|党委|党总支|总支|党组织|组织|党组|学院|部门|本人)(?:意见|名称)?|(?:[填制][表报]|经办)人")
# An office and a name whose blank was lost on the way (县水务局办公室柏青梧).
_GLUED = re.compile(rf"[^\s]{{0,20}}(?:{POSTS}|[老教]师|[{LED}]长|党员|(?<=[^\s])[{BEFORE_NAME}])(?P<name>[一-鿿]{{2,3}})")
_OFFICE = re.compile(r"(?:党员|书记|副书记|委员|支书|主任|组长|[甲乙丙双]方)$")
_NOTED = re.compile(r"(?<=[一-鿿])\s?[(（][一-鿿]{2,6}[)）]$")
"""What is said of somebody in brackets behind his name (张某（党员）)."""
_OPENING = re.compile("[(\\[（【［]")
_SEALED = re.compile(r"[(\[【](?P<house>[^\s()]{4,30})\s*(?:盖?章|公章|印章|印)[)\]】]\s*")
"""An organisation with its seal in brackets ((中共某村支部委员会　章))."""
_NO_YEAR = rf"(?:\d{{1,2}}|[{NUMERALS}]{{1,2}})\s?月\s?(?:\d{{1,2}}|[{NUMERALS}]{{1,3}})\s?[日号]"
_YEARLESS = re.compile(rf"\s*{_NO_YEAR}\s*")
"""A line that is a day without its year."""
YEARLESS_END = re.compile(rf"(?:(?<=[\s:,。;)])|^)(?P<day>{_NO_YEAR})[\s)\]。]*(?:[(][^()]{{0,6}}章[)]\s*)?$")
"""Such a day at the end of a line."""
_AROUND = " _\t:：-—"
"""What may stand around the words beside a label."""
_SENTENCE = re.compile(r"[。；;！!，,？?：:]")
_SET_DOWN = frozenset(("立", "签", "订", "书", "写", "立书", "签订", "敬立", "谨立", "立此为据"))
"""What stands behind the day on which something was written."""
GROUP = re.compile("[一-鿿()]{2,20}(?:先锋队|服务队|突击队|小组|班组|党员|业主|团队|志愿者|职工|教师|师生)")
"""People who sign together above a date."""
SIGNER = re.compile(r"承诺|签|本人|党员|书记|负责人")
SEES = re.compile(r"[证监]\s*诺|见证|监督|证明人")
"""Who has seen it and approves nothing."""
UPPER = re.compile(rf"审[核批定查诺]|批准|{SEES.pattern}")
"""Whoever signs below the promiser with a day of his own."""


@value_class
class SignLine:
    """One line of the end of a form. `rest` is what remains beside labels, marks and dates: a name, an organisation;
    `label` the printed label (承诺人), `mark` whether a place for a signature or seal is printed."""

    passage: Passage
    dates: tuple[DateHit, ...]
    label: str
    mark: bool
    rest: str
    rest_start: int = 0

    @property
    def firm(self) -> bool:
        """Whether the line shows by itself that it belongs to the end."""
        return bool(self.dates or self.mark or self.label)

    @property
    def person(self) -> str:
        """The name of a person in the signature place, else ""."""
        return _person(self.rest) if self.rest else ""


@lru_cache(maxsize=2048)
def _person(rest: str) -> str:
    """The name among the words beside a signature's label, else ""."""
    if GROUP.fullmatch(squeeze(rest)):
        return ""
    words = _NOTED.sub("", rest).split()
    spaced = len(words) > 1 and (len(words[-1]) == 1 or len(words[0]) == 1)
    name = "".join(words) if spaced else words[-1] if words else ""
    if glued := _GLUED.fullmatch(name):
        name = glued["name"]
    return name if PERSON.fullmatch(name) and not (org_name(name) or _OFFICE.fullmatch(name)) else ""


def sign_line(passage: Passage) -> SignLine | None:
    """The line as a signature, seal or date line; None where it says more than such a line does."""
    if _says_more(passage.text):
        return None
    text = half(passage.text)
    if "月" in text and _YEARLESS.fullmatch(text):
        return SignLine(passage, (), "", True, "")
    if is_blank(text):
        return None
    if text[:1] in "([【" and (sealed := _SEALED.fullmatch(text)) is not None and org_name(sealed["house"]):
        return SignLine(passage, (), "", True, sealed["house"], sealed.start("house"))
    telling = ":" in text or "承诺人" in text
    if not telling and has_ordinal(text) and not _CONSUMED.search(text):
        return None  # neither date nor label nor telephone takes the ordinal away
    dates = tuple([h for h in find_dates(text) if h.state != "partial" or h.year or h.month is None])
    rest = _without(text, [(h.start, h.end) for h in dates]) if dates else text
    bare = _PHONE.sub(_blanks, rest) if "电" in rest or "方式" in rest or "手" in rest else rest
    phoned, rest = bare != rest, bare
    mark = _MARKS.search(rest) if _OPENING.search(rest) else None
    # Without a colon only 承诺人 is a label; the pattern is slow to find that out.
    labels = list(_LABEL.finditer(rest)) if telling and (":" in rest or "承诺人" in rest) else []
    rest = _without(rest, [m.span() for m in labels])
    rest = _MARKS.sub(_blanks, rest) if mark else rest
    yearless = YEARLESS_END.search(rest) if not dates and "月" in rest and (mark or labels) else None
    if yearless is not None:
        rest = _without(rest, [yearless.span("day")])
    rest = _DAY_LABEL.sub(_blanks, rest) if dates or labels or mark else rest
    words = _words(rest, dated=bool(dates), claimed=mark is not None or bool(labels), marked=mark is not None)
    if words is None or (words and has_ordinal(text)):
        return None
    if words and telling and not (labels or mark) and _labels_day(text, words):
        return SignLine(passage, (), "", True, "")
    first = next((m for m in labels if SIGNER.search(m["who"])), labels[0] if labels else None)
    if first is not None and len(labels) > 1:
        words = _between(rest, first, labels)
    start = rest.find(words) if words else 0
    label = squeeze(first["who"]) if first else ""
    marked = mark is not None or any(m["mark"] for m in labels)
    if phoned and not (dates or marked or label):
        return None  # a line of its own for complaints or questions
    return SignLine(passage, dates, label, marked, words, start)


def promises(label: str) -> bool:
    """Whether a label is that of whoever promises himself; it may ask for his signature (承诺人签名)."""
    return _ASKED.sub("", label).endswith(PROMISES)


def _labels_day(text: str, words: str) -> bool:
    """Whether words that would be a name are the label of a day (践诺时限：2018年12月31日, 退役时间：2013.12)."""
    last = words.split()[-1]
    if org_name(last) or _OF_DAY.match(text, text.find(last) + len(last)) is None:
        return False
    return _OF_DAYS.match(last) is not None or _NAME.fullmatch(last) is None


def _says_more(text: str) -> bool:
    """Whether a line cannot be one of the end: neither dates nor marks nor labels hold a semicolon, and a comma that stands in no
    mark makes a sentence."""
    if len(text) > 140 or len(text.strip()) > 70 or "；" in text or ";" in text:
        return True
    return ("，" in text or "," in text) and not _OPENING.search(text)


def _words(rest: str, dated: bool, claimed: bool, marked: bool) -> str | None:
    """What stands beside dates, marks and labels; None where that is a sentence, or beside a date nobody's name."""
    words = rest.strip(_AROUND).strip()
    if (dated and words in _SET_DOWN) or (marked and _PLACE.fullmatch(squeeze(words))):
        words = ""
    if _SENTENCE.search(words.rstrip("。")) or len(squeeze(words)) > 26:
        return None
    return None if words and dated and not claimed and not nameable(words) else words


def _between(rest: str, own: re.Match[str], labels: Sequence[re.Match[str]]) -> str:
    """Where two people sign on one line, the words between the promiser's label and the next one are the promiser's."""
    until = min((m.start() for m in labels if m.start() > own.start()), default=len(rest))
    return rest[own.end() : until].strip(_AROUND)


def _without(text: str, places: Sequence[tuple[int, int]]) -> str:
    """The text with blanks in these places."""
    for start, end in places:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _blanks(found: re.Match[str]) -> str:
    return " " * len(found.group())


def shouts(words: str) -> bool:
    """Whether words are phrases of four letters side by side, as slogans are and names are not (微笑服务　文明礼貌)."""
    phrases = words.split()
    return len(phrases) > 1 and all(len(p) == _PHRASE and p[:2] not in _DOUBLES for p in phrases)


_PHRASE = 4
_DOUBLES = frozenset(COMPOUND.split("|"))


def nameable(words: str) -> bool:
    """Whether words are nothing but names of people and organisations, an office beside them or not."""
    if shouts(words):
        return False
    words = " ".join(w if PERSON.fullmatch(w) else _OFFICE.sub("", w).removesuffix("全体") for w in words.split())
    return bool(org_name(words)) or all(PERSON.fullmatch(w) or org_name(w) for w in words.split()) or PERSON.fullmatch(squeeze(words)) is not None
