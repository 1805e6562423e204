"""A person's name behind an office or a unit: 村主任田光辉, 技术处卞超 → the name alone."""

from __future__ import annotations

import re

from extractors.language.signs import TEXT
from extractors.model import Span
from extractors.offices import TITLES
from extractors.surnames import COMPOUND, SURNAMES

# Surnames that as often open a common word (全 时 成 水 文 安 高 …) need a name that is none (see _WORDS).
_OFFICE = (
    f"{TITLES}|代表|党员|中心|支部|总支|支委|党委|小组|班组|"
    "[长员师科处部局办组队会站所室院校村社股厂区乡镇段班总]"
)
_NAMED = re.compile(rf"(?P<post>[^\s]+(?:{_OFFICE}))(?P<name>(?:{COMPOUND})[一-龥]{{1,2}}|[{SURNAMES}][一-龥]{{1,2}})")
# What looks like a name behind a unit and is an office, a part of it or a common word.
_WORDS = re.compile(
    r".*[员长师科处室部局院所站队组会委班任记席门家]$|(?:全|成|安|文|高|常|平|时|相|有|支|管|应|解|计|利|步|门|路|能|关|双|别|从|国|广|东|初|才|代|班|连|户|修|展|原|习|终|居|权|明|万|车|农|边|包|单)"
    r"(?:体|部|员|全|保|书|层|务|规|关|应|理|用|决|划|益|骤|卫|系|方|力|心|外|家|大|部门|期|表|班|队|续|主|工|开|现|习|点|委会|利|确|辆|业|民|境|位|片|户|各|月|周|日|年)"
)


def name_of(printed: str) -> str:
    """The person's name where office or unit stands before it, else the words as they are."""
    if len(printed) < 4:
        return printed
    found = _NAMED.fullmatch(printed)
    if found is None or len(found["post"]) < 2 or _WORDS.match(found["name"]):
        return printed
    return found["name"]


_ALONE = re.compile(rf"(?:{COMPOUND})[一-龥]{{1,2}}|[{SURNAMES}][一-龥]{{1,2}}")
CALLED = TEXT.gate(
    rf"(?:^|[，。；：:])[^，。；的]{{0,8}}(?<![古最衰养敬])(?P<name>[老小][{SURNAMES}])(?=[盯抓管带跟守看记值牵收发签验教领负][^，。；]|[^，。；]{{0,2}}盯)"
)


def is_name(printed: str) -> bool:
    """Whether a word may be a person's whole name and is no common word that begins with a surname."""
    return _ALONE.fullmatch(printed) is not None and _WORDS.match(printed) is None


def somebody(text: str) -> Span | None:
    """Who is called as colleagues do, heads a clause and does something (总务科老梁盯现场); None where nobody is."""
    found = CALLED.search(text)
    return Span(*found.span("name")) if found else None
