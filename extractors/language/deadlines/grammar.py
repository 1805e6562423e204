"""All constructs over one text, in the order in which they may claim words. `docs/deadlines.md` shows them as a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extractors.language.deadlines import (
    absolute,
    distractors,
    festivals,
    free_occasions,
    lasting,
    masks,
    occasions,
    plans,
    recurring,
    seasons,
    service,
)
from extractors.language.deadlines.calendar import Calendar
from extractors.language.deadlines.candidate import Candidate, Weight
from extractors.language.signs import ALL, PLAIN

# Without one of these no construct but `lasting` can find anything: most texts end here.
_TRIGGER = PLAIN.gate(r"[年月日旬季周天晚内前底末期节时分钟旦至逢岁场]|\d[./-]\d")
# The few times without one of those letters.
_RARE = PLAIN.gate(
    r"[假忙闲抢夏秋伏收播耕运冬礼夜各来到报接办春](?:(?<=[暑寒]假)|(?<=假)(?=期)|(?<=农[忙闲])|(?<=双抢)|(?<=[三入今][夏秋伏冬])|(?<=[秋夏麦]收)|(?<=[春秋]播)"
    r"|(?<=春[耕运])|(?<=礼)(?=拜)|(?<=[过隔]夜)|(?<=晚各)|(?<=[即随][来到报接])|(?<=就办)|(?<=明春))"
)
_UNTIL = PLAIN.gate(f"[五六七八十]一|国庆|端午|清明|五四|三八|[{free_occasions.AFTER_ENDS}]后|立等|之际|下一?[次回届轮]|一直|直[到至]|[待等到至]|开春|秋后|过完年|夜夜|顿顿|餐餐|班一|长假")
_CALENDAR = PLAIN.gate(r"[年月旬季岁]|\d[./-]\d")


def read(text: str, calendar: Calendar, signs: int = ALL) -> list[Candidate]:
    """What the plain `text` says about time, in order of its words; no two overlap, look-alikes are left out. `signs` tell
    which patterns it may match."""
    claimed: list[Candidate] = []
    taken: list[tuple[int, int]] = []
    if _may_tell(text, signs) and (found := list(_constructs(text, calendar, signs))):
        taken += distractors.find(text)
        _claim(claimed, taken, found)
    # A time line of its own (时限：逐步完成) rules whatever else the item says.
    if ":" in text or not claimed or max([c.weight for c in claimed]) <= Weight.LASTING:
        _claim(claimed, taken, lasting.find(text, signs))
    if len(claimed) > 1:
        claimed.sort(key=lambda c: c.start)
    return [c for c in claimed if c.weight is not Weight.NOTHING] if claimed else claimed


def _may_tell(text: str, signs: int) -> bool:
    """Whether the text has a word that speaks of time: most have none."""
    if signs & _TRIGGER.sign and _TRIGGER.search(text):
        return True
    return bool((signs & _RARE.sign and _RARE.search(text)) or (signs & _UNTIL.sign and _UNTIL.search(text)))


def _constructs(text: str, calendar: Calendar, signs: int) -> Iterator[Candidate]:
    """Everything that looks like a time; of overlapping finds the earlier construct keeps the words."""
    if signs & masks.QUICK.sign and masks.QUICK.search(text):
        yield from masks.find(text)
    if festivals.names_one(text, calendar):
        yield from festivals.find_named(text, calendar)
    yield from recurring.find(text, signs)
    yield from occasions.find(text, calendar, signs)
    if signs & seasons.QUICK.sign and seasons.QUICK.search(text):
        yield from seasons.find(text)
    yield from service.find(text, calendar, signs)
    if "五" in text or "两年" in text:
        yield from plans.find(text, calendar)
    yield from festivals.find(text, calendar, signs)
    if signs & _CALENDAR.sign and _CALENDAR.search(text):
        yield from absolute.find(text, calendar)
    yield from free_occasions.find(text, signs)


def _claim(claimed: list[Candidate], taken: list[tuple[int, int]], found: Iterable[Candidate]) -> None:
    """Add to `claimed` what overlaps nothing of `taken`, which grows with it."""
    for candidate in found:
        start, end = candidate.start, candidate.end
        for low, high in taken:
            if start < high and low < end:
                break
        else:
            claimed.append(candidate)
            taken.append((start, end))
