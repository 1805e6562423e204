"""The end of a form: signature, seal and date lines, told apart from the promises above them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.forms.dates import DateHit, find_dates
from extractors.forms.text import ORDINAL, half, has_ordinal, is_blank, is_own_label, squeeze
from extractors.forms.titles import house_name, org_name
from extractors.model import Block, Paragraph, Passage, Presence, PrintedDate, Signing, Table
from extractors.model.value_class import value_class

MARK = r"(?:[(（【\[]\s*[^()（）【】\[\]。；;]{0,8}?(?:盖\s*章|公\s*章|签\s*[名字章]|印\s*章|手\s*印|章)[^()（）【】\[\]。；;]{0,4}[)）】\]]|[(（]\s*印\s*[)）])"
_WHO = r"[承立许践亮证监审]\s*诺\s*人|保\s*证\s*人|立状人|承诺(?:方|单位|党员|党组织|支部|党支部|集体|者)|签\s*[名字章]|盖\s*章|书\s*记|负责人|监督人|见证人|审核人|审批人|审定人|审[核批定查](?:单位|部门)|党\s*员|本\s*人|主\s*任|校\s*长|院\s*长|处\s*长"
PROMISES = ("承诺人", "保证人", "立状人")
"""Labels of whoever promises himself."""
_LATIN = r"\s*[A-Za-z][A-Za-z .']{1,24}"
"""The same label in English behind it."""
_LABEL = re.compile(rf"(?P<who>[^\s：:。；;，,、（(]{{0,14}}(?:{_WHO}|(?:单位|党组织|支部|党委|总支)(?:名称)?(?=\s*{MARK}\s*[：:]))(?:姓名|签名|签字|签章)?)\s*(?P<mark>{MARK})?(?:[(（][^()（）]{{1,8}}[)）]|{_LATIN})?\s*(?:[：:]|(?<=承诺人)\s(?=\s*[一-鿿]))")
_DAY_LABEL = re.compile(rf"(?:承诺|签[名字订]|填[表写报]|[申上]报|报送|审[核批定查])?(?:日\s*期|时\s*间|年月日)(?:{_LATIN})?\s*[：:]")
_MARKS = re.compile(MARK)
# A telephone that shares the line of a signature says nothing of it.
_PHONE = re.compile(r"(?:[一-鿿]{0,4}电\s*话|手\s*机(?:号码?)?|联系方式)\s*[：:]?\s*[\d(（][\d\-—－()（）转、/ ]{5,}\d|(?:[一-鿿]{0,4}电\s*话|手\s*机(?:号码?)?|联系方式)\s*[：:]\s*$")
_CONSUMED = re.compile(r"[年电方手]|\d{4}")
"""A letter of what may hold an ordinal and be no sentence: a date, a telephone."""
PERSON = re.compile(r"[一-鿿㐀-䶿]{2,4}|[一-鿿]{1,8}·[一-鿿·]{1,10}")
# What stands before （盖章） where nobody has written a name.
_PLACE = re.compile(r"(?:承诺|报送|填报)?(?:单位|党支部|支部|党委|党总支|总支|党组织|组织|党组|学院|部门|本人)(?:意见|名称)?")
# An office and a name whose blank was lost on the way (县水务局办公室柏青梧).
_GLUED = re.compile(r"[^\s]{0,20}(?:书记|主任|委员|[老教]师|[科处院校所站队]长|党员|[室科处部局院系所站队组班司厂])(?P<name>[一-鿿]{2,3})")
_OFFICE = re.compile(r"(?:党员|书记|副书记|委员|支书|主任|组长|[甲乙丙双]方)$")
_OPINION = re.compile(r"同意|属实|合格|通过|批准|可行|已?阅|准予|符合|认可|无异议|可以")
_AFTER_DATE = re.compile(r"[\s。.)）]*")
_OPENING = re.compile("[(\\[（【［]")
_SEALED = re.compile(r"[(\[【](?P<house>[^\s()]{4,30})\s*(?:盖?章|公章|印章|印)[)\]】]\s*")
"""An organisation with its seal in brackets ((中共某村支部委员会　章))."""
_STOPS = frozenset("。；;，,！!、)）")
_NO_YEAR = r"(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})[日号]"
_YEARLESS = re.compile(rf"\s*{_NO_YEAR}\s*")
"""A line that is a day without its year."""
_YEARLESS_END = re.compile(rf"(?:(?<=[\s:,。;)])|^)(?P<day>{_NO_YEAR})[\s)\]。]*(?:[(][^()]{{0,6}}章[)]\s*)?$")
"""Such a day at the end of a line."""
_DECEMBER = 12
_DAY = re.compile(r"[日号]\s*$|\d\s*$")
_SENTENCE = re.compile(r"[。；;！!，,？?：:]")
_TAIL = re.compile(rf"(?:{MARK}|(?:(?<=[。；;！!\s])|^)(?:承\s*诺\s*人|签\s*名|签\s*字)\s*(?:{MARK})?\s*[：:])")
_SET_DOWN = frozenset(("立", "签", "订", "书", "写", "立书", "签订", "敬立", "谨立", "立此为据"))
"""What stands behind the day on which something was written."""
_GROUP = re.compile("[一-鿿()]{2,20}(?:先锋队|服务队|突击队|小组|班组|党员|业主|团队|志愿者|职工|教师|师生)")
"""People who sign together above a date."""
_SIGNER = re.compile(r"承诺|签|本人|党员|书记|负责人")
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
        if not self.rest or _GROUP.fullmatch(squeeze(self.rest)):
            return ""
        words = self.rest.split()
        spaced = len(words) > 1 and (len(words[-1]) == 1 or len(words[0]) == 1)
        name = "".join(words) if spaced else words[-1] if words else ""
        if glued := _GLUED.fullmatch(name):
            name = glued["name"]
        return name if PERSON.fullmatch(name) and not (org_name(name) or _OFFICE.fullmatch(name)) else ""


@value_class
class Ending:
    """Blocks without their end, and the lines of that end from top to bottom."""

    blocks: tuple[Block, ...]
    lines: tuple[SignLine, ...]


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
    yearless = _YEARLESS_END.search(rest) if not dates and "月" in rest and (mark or labels) else None
    if yearless is not None:
        rest = _without(rest, [yearless.span("day")])
    rest = _DAY_LABEL.sub(_blanks, rest) if dates or labels or mark else rest
    words = _words(rest, dated=bool(dates), claimed=mark is not None or bool(labels), marked=mark is not None)
    if words is None or (words and has_ordinal(text)):
        return None
    first = next((m for m in labels if _SIGNER.search(m["who"])), labels[0] if labels else None)
    if first is not None and len(labels) > 1:
        # Two people sign on one line: the words between the promiser's label and the next one are the promiser's.
        until = min((m.start() for m in labels if m.start() > first.start()), default=len(rest))
        words = rest[first.end() : until].strip(" _\t:：-—")
    start = rest.find(words) if words else 0
    label = squeeze(first["who"]) if first else ""
    marked = mark is not None or any(m["mark"] for m in labels)
    if phoned and not (dates or marked or label):
        return None  # a line of its own for complaints or questions
    return SignLine(passage, dates, label, marked, words, start)


def _says_more(text: str) -> bool:
    """Whether a line cannot be one of the end: neither dates nor marks nor labels hold a semicolon, and a comma that stands in no
    mark makes a sentence."""
    if len(text) > 140 or len(text.strip()) > 70 or "；" in text or ";" in text:
        return True
    return ("，" in text or "," in text) and not _OPENING.search(text)


def _words(rest: str, dated: bool, claimed: bool, marked: bool) -> str | None:
    """What stands beside dates, marks and labels; None where that is a sentence, or beside a date nobody's name."""
    words = rest.strip(" _\t:：-—")
    if (dated and words in _SET_DOWN) or (marked and _PLACE.fullmatch(squeeze(words))):
        words = ""
    if _SENTENCE.search(words.rstrip("。")) or len(squeeze(words)) > 26:
        return None
    return None if words and dated and not claimed and not _nameable(words) else words


def _without(text: str, places: Sequence[tuple[int, int]]) -> str:
    """The text with blanks in these places."""
    for start, end in places:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _blanks(found: re.Match[str]) -> str:
    return " " * len(found.group())


def _nameable(words: str) -> bool:
    words = " ".join(w if PERSON.fullmatch(w) else _OFFICE.sub("", w).removesuffix("全体") for w in words.split())
    return bool(org_name(words)) or all(PERSON.fullmatch(w) or org_name(w) for w in words.split()) or PERSON.fullmatch(squeeze(words)) is not None


def cut_ending(blocks: Sequence[Block]) -> Ending:
    """The blocks without the signature, seal and date lines at their end. A line that merely looks like a name or an
    organisation belongs to the end only above (or beside) one that shows it."""
    kept = list(blocks)
    taken: list[SignLine] = []
    while kept:
        last = kept[-1]
        if isinstance(last, Table):
            lines = _signed_table(last) or (_names(last) if len(kept) > 1 and _asks(kept[-2]) else [])
            if not lines:
                break
            taken += reversed(lines)
            kept.pop()
            continue
        if last.text.rstrip().endswith(("：", ":")) and is_own_label(last.text, (b.text for b in kept[:-1] if isinstance(b, Paragraph))):
            break
        kept.pop()
        rest = _pop_lines(last, taken)
        if rest is not None:
            kept.append(rest)
            break
    return Ending(tuple(kept), tuple(reversed(taken)))


def _signed_table(table: Table) -> list[SignLine]:
    """The lines of a table that holds nothing but signatures and dates (承诺人：张某 | 2012年3月5日), else []."""
    found: list[SignLine] = []
    for cell in table.cells:
        for printed in cell.passage.lines():
            if is_blank(printed.text):
                continue
            line = sign_line(printed)
            if line is None or not (line.firm or line.person):
                return []
            found.append(line)
    return found if any(line.label or line.mark for line in found) else []


def _names(table: Table) -> list[SignLine]:
    """The names of a table that holds nothing else, a name a cell, else []."""
    filled = [cell.passage for cell in table.cells if not is_blank(cell.text)]
    if not filled or not all(len(p.text) < 10 and PERSON.fullmatch(squeeze(p.text)) for p in filled):
        return []
    return [SignLine(p, (), "", False, p.text.strip()) for p in filled]


def _asks(block: Block) -> bool:
    """Whether a line asks for signatures and names nobody (承诺人签名：)."""
    line = sign_line(block.passage) if isinstance(block, Paragraph) else None
    return line is not None and bool(line.label or line.mark) and not line.rest


def _pop_lines(paragraph: Paragraph, taken: list[SignLine]) -> Paragraph | None:
    """Takes lines off the end of a paragraph; None where nothing is left of it."""
    lines = list(paragraph.passage.lines())
    changed = False
    while lines:
        line = lines[-1]
        if not is_blank(line.text):
            found = sign_line(line) or (_heading(line) if taken else None)
            if not _belongs(found, taken):
                break
            assert found is not None
            taken.append(found)
        lines.pop()
        changed = True
    if not lines:
        return None
    cut = _tail(lines[-1]) or (None if any(t.dates for t in taken) else _behind_stop(lines[-1]))
    if cut is not None:
        head, found = cut
        taken.append(found)
        lines[-1] = head
        changed = True
    return replace(paragraph, passage=Passage.join(lines)) if changed else paragraph


_HEADED = re.compile(rf"{ORDINAL.pattern}\s*(?:(?:承诺人|本人|党员)?(?:签名|签字|签章|盖章|签署)|落款|署名)\s*[：:]?\s*")


def _heading(line: Passage) -> SignLine | None:
    """A numbered heading of the signature (三、签名)."""
    return SignLine(line, (), "", True, "") if len(line.text) < 16 and _HEADED.fullmatch(line.text) else None


def _belongs(found: SignLine | None, taken: Sequence[SignLine]) -> bool:
    """A line of the end; one that only looks like a name or a unit needs a firm line below it."""
    if found is None:
        return False
    if found.firm:
        # A second bare date above a dated end is a time limit of the text.
        bare = not (found.label or found.mark or found.rest)
        theirs = bool(taken) and UPPER.search(taken[-1].label) is not None
        return not (bare and any(t.dates for t in taken)) or theirs
    if taken and taken[-1].dates and not taken[-1].rest and _GROUP.fullmatch(squeeze(found.rest)):
        return True
    return (any(t.firm for t in taken) and (_nameable(found.rest) or house_name(found.rest) != "")) or bool(not taken and org_name(found.rest))


def _tail(line: Passage) -> tuple[Passage, SignLine] | None:
    """A promise with the signature place on its own line: cut before the place."""
    text = line.text
    for found in _TAIL.finditer(half(text)):
        end = sign_line(line.slice(found.start()))
        if end is not None and end.firm and found.start() > 0:
            return line.slice(0, found.start()), end
    return None


def _behind_stop(line: Passage) -> tuple[Passage, SignLine] | None:
    """A promise with a name or an organisation and a day behind its last stop (……30盏。某支部　2014年3月4日)."""
    text = line.text
    at = text.rfind("。", 0, max(len(text) - 1, 0)) + 1
    end = sign_line(line.slice(at)) if at and _DAY.search(text, at) else None
    if end is None or not end.rest or not any(h.day for h in end.dates) or not _nameable(end.rest):
        return None
    return line.slice(0, at), end


def all_sign_lines(blocks: Sequence[Block]) -> Ending:
    """As cut_ending, for an approval cell: every signature, seal and date line goes, wherever it stands."""
    kept: list[Block] = []
    taken: list[SignLine] = []
    for block in blocks:
        if isinstance(block, Table):
            kept.append(block)
            continue
        lines: list[Passage] = []
        for line in block.passage.lines():
            found = sign_line(line)
            if found is not None and found.firm:
                taken.append(found)
                if (opinion := _opinion_words(found)) is not None:
                    lines.append(opinion)
            elif (cut := _tail(line)) is not None:
                lines.append(cut[0])
                taken.append(cut[1])
            elif (dated := _dated(line)) is not None:
                lines.append(dated[0])
                taken.append(dated[1])
            elif not is_blank(line.text):
                lines.append(line)
        if lines:
            kept.append(replace(block, passage=Passage.join(lines)))
    return Ending(tuple(kept), tuple(taken))


def _dated(line: Passage) -> tuple[Passage, SignLine] | None:
    """An opinion with the date behind its last stop or blank (经审核，同意。2012年6月14日); a date within it stays."""
    text = line.text
    hit = next(reversed(find_dates(text)), None)
    if hit is None or hit.state == "partial" or not _AFTER_DATE.fullmatch(text, hit.end):
        return None
    head = text[: hit.start].rstrip()
    parted = len(head) < hit.start or head[-1:] in _STOPS or _OPINION.search(head, max(0, len(head) - 3))
    date_line = sign_line(line.slice(hit.start)) if head and parted else None
    return (line.slice(0, len(head)), date_line) if date_line is not None else None


def _opinion_words(line: SignLine) -> Passage | None:
    """The opinion that shares its line with the seal or the date (同意（盖章） 2012年3月6日)."""
    before = not is_blank(line.passage.text[: line.rest_start])
    if not line.rest or line.label or before or not _OPINION.search(line.rest):
        return None
    return line.passage.slice(line.rest_start, line.rest_start + len(line.rest))


def signing(lines: Sequence[SignLine], day: PrintedDate) -> Signing:
    """Signature, seal and date as far as print can tell: a typed name is a signature, a blank place is 无法判定."""
    if not lines:
        return Signing(date=day, passage=day.passage)
    signer = signer_line(lines)
    name = (signer.person or squeeze(signer.rest)) if signer else ""
    passage = Passage.join(line.passage.strip() for line in lines)
    return Signing(Presence.PRESENT if name else Presence.UNKNOWN, Presence.UNKNOWN, day, name, passage)


def day_of_year(lines: Sequence[SignLine], year: int | None) -> PrintedDate:
    """The day that the end prints without its year, in the year of the title; one in December may be of the year before."""
    found = (yearless_day(line.passage, year) for line in reversed(lines) if not UPPER.search(line.label))
    return next((day for day in found if day.day is not None and day.day.month < _DECEMBER), PrintedDate())


def yearless_day(line: Passage, year: int | None) -> PrintedDate:
    """The day at the end of a line that has no year of its own, in that year; none where there is no such day."""
    found = _YEARLESS_END.search(half(line.text)) if year is not None else None
    whole = next(iter(find_dates(f"{year}年{found['day']}")), None) if found is not None else None
    if found is None or whole is None or whole.day is None:
        return PrintedDate()
    return PrintedDate(whole.day, whole.state, line.slice(*found.span("day")))


def without_day(opinion: str) -> str:
    """An opinion without the day at its end that has no year."""
    found = _YEARLESS_END.search(half(opinion))
    return opinion[: found.start()].rstrip() if found is not None else opinion


def signer_line(lines: Sequence[SignLine]) -> SignLine | None:
    """The line that names the signer: a person at a signature place, else any person, else an organisation."""
    best, highest = None, 0
    for line in lines:
        if (rank := _rank(line)) > highest:
            best, highest = line, rank
    return best


def _rank(line: SignLine) -> int:
    """How much a line's words look like the signature; 0 where it names nobody."""
    if not line.rest:
        return 0
    if line.person:
        if line.label.endswith(PROMISES):
            return 4
        return 3 if line.mark or (line.label and _SIGNER.search(line.label)) else 2
    return 1 if org_name(line.rest) or line.mark or line.label else 0


def year_of(lines: Sequence[SignLine]) -> int | None:
    """The year under the signature, also where month or day is missing."""
    return next((h.year for line in reversed(lines) for h in reversed(line.dates) if h.year), None)
