"""Which of the notice's categories and levels a unit or member belongs to: the roster says it, else the name shows it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from extractors.model import FormKind
from rules.facts import FormFacts
from rules.packs import Pack

DECISIVE = 1000


def category_of(facts: FormFacts, pack: Pack) -> str:
    """The notice's category of the form's owner, "" where neither roster nor name tells. A member has a category of
    the member's own where the notice has such; the branch's otherwise."""
    if facts.form.kind is FormKind.MEMBER and pack.member_categories:
        return _member_category(facts, pack)
    unit = facts.unit
    return _category(pack, unit.category if unit else "", unit.name if unit else "", facts.form.unit)


def level_of(facts: FormFacts, pack: Pack) -> str:
    """党支部, 党总支 or 党委 (the keys of the pack's `levels`), "" where it cannot be told."""
    unit = facts.unit
    return _level(pack, unit.level if unit else "", facts.form.unit, unit.name if unit else "")


@lru_cache(maxsize=4096)
def _category(pack: Pack, given: str, *names: str) -> str:
    return named_category(pack.categories, given, *names)


@lru_cache(maxsize=4096)
def _level(pack: Pack, given: str, *names: str) -> str:
    return named_category(pack.levels, given, *names)


def named_category(categories: Mapping[str, tuple[str, ...]], given: str, *names: str) -> str:
    """`given` where it is (or names) a category; else that of the first name in which one of the words stands."""
    if given in categories:
        return given
    for name in dict.fromkeys((given, *names)):
        if name and (found := _by_words(categories, name)):
            return found
    return ""


def _member_category(facts: FormFacts, pack: Pack) -> str:
    person = facts.person
    if person and person.leader and "干部" in pack.member_categories:
        return "干部"
    post = facts.form.field("post")
    return named_category(
        pack.member_categories,
        person.category if person else "",
        person.post if person else "",
        (post.value or "") if post else "",
        facts.form.unit,
    )


def _by_words(categories: Mapping[str, tuple[str, ...]], name: str) -> str:
    """The category of the longest word in the name; the first such category where two are equal. A word with ! before
    it decides over all others (!民办)."""
    best, length = "", 0
    for category, words in categories.items():
        for word in words:
            decisive = word[0] == "!"
            weight = DECISIVE if decisive else len(word)
            if weight > length and word[decisive:] in name:
                best, length = category, weight
    return best
