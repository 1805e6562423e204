"""What many rules share when they look at a form: hits at items, fields and the whole form, and the terms they quote."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from extractors.model import Annotation, CommitmentItem, FormField, FormKind, Passage, Span, TargetKind
from rules.facts import FormFacts, Peer
from rules.model import Hit, Verdict
from rules.packs import Pack

Values = tuple[tuple[str, str], ...]

SUBJECT = 28
"""Longest own-words subject of a promise in a suggestion, in characters."""
TELLING = 4
"""Fewest characters of a project by which people know the promise again (按月交, not 交)."""

_CLAUSE = re.compile(r"(?:[^，。；！,;：:\n《“]+|《[^》\n]{,60}》|“[^”\n]{,60}”|[《“]|(?<=\d)[:：](?=\d)|(?<!.{4})[，。；！,;：:\n])+")
"""The text up to its first punctuation outside quotes; a clock time (7:20) has none, and a few letters before it are no clause yet."""
_RESPECT = re.compile("(?:[^，。；！,;：:（(\n]{2,8}(?:方面|部分|承诺|事项|内容|项目)|[一-龥]{2})[：:](?=.{4})")
_CATCHWORD = re.compile("[^，。；！,;：:（(\\d\n]{2,16}[：:](?=[^：:]{4})")
"""What a promise calls itself before a colon: in what respect it promises (工作方面：, 创新：), or anything that may be a catchword (抓学习：)."""
_SPACE = re.compile(r"\s")
_PRIVATE = re.compile(r"\d{11,}[Xx]?")  # a mobile or identity number is not to be repeated in an example
_EACH_TIME = re.compile(r"每次|随[到时叫]|提前|超过|时(?!间)|(?<![以今])后(?![勤备续台期])")
_OCCASION = re.compile(r"接到|收到|遇到?|凡|每逢|发生")
_STRIVEN = re.compile("(?:我|我们|支部)?(?:努力)?(?:力争|力求|尽量|尽可能|争取(?=在|于|把|将|使|[^，。；]{0,12}(?:[前内完]|进入|达到|取得|通过)))(?=[^，。；]{4})")
_INNER_QUOTES = str.maketrans("“”", "‘’")  # it will itself be quoted
_STATE = re.compile(r"^(?:无|零|不|没有?|杜绝|避免)|[率度](?:达到?|保持|稳定|不低于|不少于)?在?[\d百]|以[上内下]$|可以")
"""What is to be so, and not to be done: it is not done with on a day (仪器完好率95%以上)."""
_DONE = re.compile(r"^(?:完成|办结|建成|开工|争取完成|如期完成)|(?:完成|办结|建成|完工|竣工)$")


def numbered(facts: FormFacts) -> Iterator[tuple[int, CommitmentItem, Annotation]]:
    """Each promise with its index and what was understood of it."""
    return zip(range(len(facts.items)), facts.items, facts.annotations, strict=True)


def item_hit(
    facts: FormFacts,
    index: int,
    spans: Sequence[Span] = (),
    *,
    verdict: Verdict = Verdict.DEFICIENT,
    variant: str = "",
    values: Values = (),
) -> Hit:
    """A hit at the first of `spans` in a promise, at the whole promise where there is none. The evidence is the text
    at the anchor, word for word."""
    item = facts.items[index]
    if not spans:
        return Hit(item.anchor, item.text, verdict, item=index, variant=variant, values=values)
    start, end = spans[0]
    anchor = item.passage.anchor(start, end)
    return Hit(anchor, item.text[start:end], verdict, item=index, variant=variant, values=values)


def field_hit(
    found: FormField, *, verdict: Verdict = Verdict.DEFICIENT, variant: str = "", values: Values = ()
) -> Hit:
    """A hit at a field: at its value, or at its label where it is blank."""
    passage = found.passage
    return Hit(
        passage.anchor(), passage.text, verdict, field=found.key, variant=variant, values=(("label", found.label), *values)
    )


def place_hit(
    facts: FormFacts,
    passage: Passage,
    *,
    verdict: Verdict = Verdict.DEFICIENT,
    variant: str = "",
    values: Values = (),
) -> Hit:
    """A hit at a passage of the form (signature, approval …); at the form itself where it was not printed."""
    anchor = passage.anchor()
    if not anchor:
        return form_hit(facts, verdict=verdict, variant=variant, values=values)
    return Hit(anchor, passage.text, verdict, variant=variant, values=values)


def form_hit(
    facts: FormFacts, *, verdict: Verdict = Verdict.DEFICIENT, variant: str = "", values: Values = ()
) -> Hit:
    """A hit about the form as a whole."""
    return Hit(facts.form.anchor, "", verdict, variant=variant, values=values)


def subject(item: CommitmentItem, annotation: Annotation) -> str:
    """What a promise is about, in its own words: its project where that says enough to be known again, else its first clause
    behind a catchword; at most SUBJECT characters."""
    spans = annotation.project.spans
    if _telling(annotation):
        return _subject(item.text[spans[0].start : spans[0].end], _RESPECT)
    return _subject(item.text, _CATCHWORD)


def _telling(annotation: Annotation) -> bool:
    """Whether the project can be quoted for the promise."""
    spans = annotation.project.spans
    return bool(spans) and spans[0].end - spans[0].start >= TELLING


@lru_cache(maxsize=512)
def _subject(text: str, called: re.Pattern[str]) -> str:
    """Several rules name the same promise. `called` is what it may call itself before it says anything."""
    said = _behind(_STRIVEN, _behind(called, text.strip()))
    said = clipped(_PRIVATE.sub("…", first_clause(said)), SUBJECT)
    return said.translate(_INNER_QUOTES) if "“" in said or "”" in said else said


def _behind(head: re.Pattern[str], text: str) -> str:
    found = head.match(text)
    return text[found.end() :].lstrip() if found else text


def first_clause(text: str) -> str:
    """The text up to its first punctuation, without a bracket that goes on behind it (修好路灯（责任人：…）)."""
    found = _CLAUSE.match(text)
    clause = found.group() if found else text
    opened = max(clause.rfind("（"), clause.rfind("("))
    return clause[:opened] if opened > max(0, clause.rfind("）"), clause.rfind(")")) else clause


def clipped(text: str, limit: int) -> str:
    """The text on one line, at most `limit` characters, … where some were cut off."""
    line = "".join(text.split()) if _SPACE.search(text) else text
    return line if len(line) <= limit else line[: limit - 1] + "…"


EXAMPLE = ("project", "led", "quoted", "by", "dated")
"""What `example` brings for the wording of a suggestion."""


def example(by: str, item: CommitmentItem | None, annotation: Annotation | None, *, finite: bool = False) -> Values:
    """What a suggestion may quote of a promise. `led` (“修好路灯，”), `quoted` and `dated` name its project, and are without
    it where the promise has none that could stand there: see `deed`. `finite` is about `dated` and `led`."""
    named = whole = done = ""
    if item is not None and annotation is not None:
        named, whole = subject(item, annotation), deed(item, annotation)
        done = whole if not finite or (whole and _ends(whole, annotation)) else ""
    if _EACH_TIME.search(done) or (annotation and annotation.deadline.phrase and annotation.deadline.phrase in done):
        done = ""  # its own words of time would stand beside the example's
    quoted, led = f"“{whole}”" if whole else "", f"{done}，" if done else ""
    return ("project", named), ("led", led), ("quoted", quoted), ("by", by), ("dated", dated(done, by))


def deed(item: CommitmentItem, annotation: Annotation, *, finite: bool = False) -> str:
    """The project of a promise, where it can be quoted as a thing to be done: no attitude and no ordinary duty. With
    `finite` only where it is known what being done with it means, and nothing done each time that something happens."""
    wording = annotation.wording
    if not _telling(annotation) or wording.vague or wording.routine:
        return ""
    named = subject(item, annotation)
    if _OCCASION.match(named):
        return ""
    return named if not finite or _ends(named, annotation) else ""


def _ends(named: str, annotation: Annotation) -> bool:
    """Whether it is known what being done with a project means."""
    told = annotation.target.kind in (TargetKind.CLEAR, TargetKind.QUANTIFIED)
    return told and not _EACH_TIME.search(named) and not _STATE.search(named)


_examples: list[Any] = [None, None, {}]
"""The form and the pack whose examples were asked for last, and these, by promise and `finite`."""


def example_at(facts: FormFacts, pack: Pack, index: int, *, finite: bool = False) -> Values:
    """What a suggestion on a promise may quote of it; several rules ask it of the same promise, one after the other."""
    if _examples[0] is not facts or _examples[1] is not pack:
        _examples[:] = facts, pack, {}
    kept: dict[tuple[int, bool], Values] = _examples[2]
    found = kept.get((index, finite))
    if found is None:
        found = kept[index, finite] = example(example_day(facts, pack), facts.items[index], facts.annotations[index], finite=finite)
    return found


def first_deed(facts: FormFacts) -> tuple[CommitmentItem, Annotation] | tuple[None, None]:
    """The first promise of the form that a suggestion on the whole form may quote."""
    found = ((item, note) for _, item, note in numbered(facts) if deed(item, note, finite=True))
    return next(found, (None, None))


def dated(project: str, by: str) -> str:
    """A promise with a limit as an example: the limit in front where the promise itself speaks of its completion, the
    limit alone where there is no project to name."""
    if not project:
        return f"{by}完成"
    return f"{by}{project}" if _DONE.search(project) else f"{project}，于{by}完成"


def example_day(facts: FormFacts, pack: Pack) -> str:
    """A day that could stand as an example of a limit, as it would be printed (6月30日前): the first end of a quarter that
    leaves two months from signing, within the notice's period."""
    begin = facts.reference_date or pack.calendar.hand_in_for(facts.form.year) or date(facts.form.year or 2000, 1, 1)
    return _example_day(begin, pack.period.end if pack.period else None)


@lru_cache(maxsize=512)
def _example_day(begin: date, last: date | None) -> str:
    soonest = begin + timedelta(days=60)
    ends = (date(soonest.year, month, day) for month, day in ((3, 31), (6, 30), (9, 30), (12, 31)))
    day = next(d for d in ends if d >= soonest)
    if last and begin <= last < day:
        day = last
    return f"{day.month}月{day.day}日前" if day.year == begin.year else f"{day.year}年{day.month}月{day.day}日前"


def chinese_day(day: date) -> str:
    """2012年3月15日."""
    return f"{day.year}年{day.month}月{day.day}日"


def spared(annotation: Annotation, faults: Sequence[str]) -> bool:
    """Whether a promise has one of the wording faults for which the pack spares it further remarks."""
    wording = annotation.wording
    for fault in faults:  # noqa: SIM110  any() over a generator takes three times as long
        if getattr(wording, fault):
            return True
    return False


def may_be_spared(annotation: Annotation, faults: Sequence[str]) -> float:
    """How likely it is that a promise has one of these faults though none was said."""
    return annotation.wording.chance if "vague" in faults or "routine" in faults else 0.0


def missing_elements(annotation: Annotation) -> str:
    """The elements that a promise certainly lacks, as a list for people."""
    lacking = (
        (annotation.target.kind is TargetKind.NONE, "目标"),
        (not annotation.project.spans and annotation.project.sure, "具体项目"),
        (not annotation.measures.spans and annotation.measures.sure, "措施"),
        (not annotation.deadline.usable and not annotation.deadline.ambiguous, "完成时限"),
    )
    return "、".join(name for lacks, name in lacking if lacks)


MOST_PEERS = 2


def named_peers(peers: Sequence[Peer]) -> str:
    """Whose forms say nearly the same, the likest first; only the first few by name."""
    names = list(dict.fromkeys(p.whose for p in sorted(peers, key=lambda p: (-p.likeness, p.whose))))
    more = f"等{len(names)}份" if len(names) > MOST_PEERS else ""
    return "、".join(names[:MOST_PEERS]) + more


def own_words(kind: FormKind) -> str:
    """Whose circumstances a form should fit: 本单位 for an organisation's, else 本人."""
    return "本单位" if kind is FormKind.ORG else "本人"
