"""K05: the focus that the notice sets for this category of unit or member."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from rules.categories import category_of, level_of
from rules.elements import all_filled
from rules.facts import FormFacts
from rules.looking import form_hit, spared
from rules.model import Hit, Rule, Scope, Verdict
from rules.packs import Pack, TopicData


class FocusTopics(Rule):
    """承诺有没有触及通知对本类单位、本类党员提出的重点。触及其中一个即可；看不出类别的，触及任一类的重点也可以。
    有具体承诺看不出属于哪个重点的，不作判断：没有出现重点的字样，不等于没有触及。重点是对某一级党组织提出的，不对别的级。

    依据: 分类提出重点（csust-2012 一，N0.1；xinbei-2010 四，N1.5；campus-2010 三，N2.4、N2.5）。
    反例: 院部党支部的承诺没有一项与学风、教风、学术道德、服务师生有关。
    正例: 院部党支部承诺每学期组织两次学风检查。
    """

    code = "K05"
    scope = Scope.FORM
    whole = True
    says = ("category", "topics")

    def check(self, facts: FormFacts, pack: Pack) -> Iterator[Hit]:
        notes = [note for _, _, note in all_filled(facts, pack)]
        focused, spare = _focused(pack), pack.rule(self.code).params.get("spare", ())
        if not notes or any(focused.isdisjoint(a.topics) and not spared(a, spare) for a in notes):
            return  # of what such a one is about is not known
        asked = [t for t in pack.topics if t.categories and (not t.kinds or facts.form.kind in t.kinds)]
        category, level = category_of(facts, pack), level_of(facts, pack)
        wanted = [t for t in asked if (not category or category in t.categories) and (not level or not t.levels or level in t.levels)]
        touched = {topic for a in notes for topic in a.topics}
        if not wanted or any(t.name in touched for t in wanted):
            return
        values = (("category", category), ("topics", _names(wanted)))
        if category:
            yield form_hit(facts, values=values)
        else:
            yield form_hit(facts, verdict=Verdict.UNKNOWN, variant="category", values=values)


@lru_cache(maxsize=16)
def _focused(pack: Pack) -> frozenset[str]:
    """The topics that tell what a promise is about: all but the areas of K06, which are wider than a focus."""
    return frozenset(t.name for t in pack.topics if t.categories or not t.levels)


def _names(topics: list[TopicData]) -> str:
    return "；".join(dict.fromkeys(t.name for t in topics))
