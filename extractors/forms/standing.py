"""A date by its own words: whether it stands by itself, or in a sentence that tells of signing or approval, or only names a day."""

from __future__ import annotations

import re

from extractors.forms.claims import Claim, Claimant, claims
from extractors.forms.dates import DateHit
from extractors.forms.signlines import PERSON
from extractors.forms.text import has_ordinal, label_key, squeeze
from extractors.forms.vocabulary import Role, exact

_LIMIT = re.compile(r"\s*(?:[前底起至到止—~～\-－–]|之?[前内后]|以[前内来]|期间|[,，、])")
_RANGE = re.compile(r"\s*(?:[前底起至到止—~～\-－–]|之?[前内后]|以[前内来])")
_AFTER = re.compile(r"[\s_]*(?:[上下]午|[(（]?(?:星期|周)[一二三四五六日天][)）]?)?[\s_]*(?:[立签订书写敬谨]{0,2}$|[。.;；)）】\]/／]|于|[(（【\[])")
_BEFORE = frozenset(":：。；;！!，,)）(（【[/／_于在")
_SAID = re.compile("同意|属实|合格|通过|批准|可行|[已审核]阅|准予|符合|认可|无异议|可以")
PROSE = re.compile("[。；;！!，,？?]")
"""A stop of sentences, which no label has."""
_APPROVED = re.compile("经[^。；;]{0,24}(?:审[核批定查议]|研究|讨论|同意|批准|通过)|审[核批定查][^。；;]{0,12}(?:同意|通过|合格)")
_PROMISED = re.compile("[^。；;]{0,8}(?:作出|做出|签[名字订署]|立下|郑重|宣读|承诺)")
_SIGNED_ON = re.compile("(?:签[名字订署]|宣读|承诺(?!期|时限))[^。；;]{0,6}(?:时间|日期)?[是为于在:：]?$")
"""What a sentence says around the day on which its promises were given."""
SHORT = 30
"""Letters of a line that is no sentence, or of a label's cell, at most."""
LONGEST_NAME = 14
"""The name of a day has fewer letters."""


def names_day(text: str, hit: DateHit) -> bool:
    """Whether an empty date is the label of one (出生年月, 年月日：)."""
    if hit.state == "blank" and text[hit.end : hit.end + 1] in (":", "："):
        return True
    if hit.state != "blank" or len(squeeze(text)) >= LONGEST_NAME:
        return False
    known = exact(label_key(text))
    return "年月" in text[hit.start : hit.end] or (known is not None and known.role is Role.FIELD)


def label_behind(text: str, hit: DateHit) -> Claim | None:
    """The label in brackets right behind a date (2012年3月5日（某支部公章）) that has none before it."""
    if text[hit.end : hit.end + 1] not in ("(", "（") or any(c.start < hit.start and c.who is not Claimant.NOBODY for c in claims(text)):
        return None
    return next((c for c in claims(text) if c.start >= hit.end and c.who is not Claimant.NOBODY), None)


def told(text: str, hit: DateHit) -> Claim | None:
    """Whose a date within a sentence is that tells of signing or approval; None where it tells of neither."""
    if hit.day is None or has_ordinal(text) or _RANGE.match(text, hit.end):
        return None
    before, after = re.split("[。；;]", text[: hit.start])[-1], re.split("[。；;]", text[hit.end :])[0]
    if _SIGNED_ON.search(before) or _PROMISED.match(after):
        return Claim(Claimant.OWN, "", 0)
    if _APPROVED.search(f"{before} {after}"):
        return Claim(Claimant.UPPER, squeeze(before + after), 0)
    return None


def stands(text: str, hit: DateHit) -> bool:
    """Whether a date stands by itself: no time limit, and no part of a sentence."""
    if _LIMIT.match(text, hit.end) or (hit.start and text[hit.start - 1] in "至到自从以—~～"):
        return False
    before, rest = text[: hit.start].rstrip(" _\t\u3000"), text[hit.end :]
    parted = not before or len(before) < hit.start or before[-1] in _BEFORE or _SAID.search(before[-4:]) is not None
    short = len(squeeze(text)) <= SHORT and not PROSE.search(text.rstrip("。；; "))
    ends = _AFTER.match(rest) is not None or PERSON.fullmatch(squeeze(rest)) is not None or rest[:1] in " \t\u3000_"
    return ends and (parted or short)
