"""K05: the focus that the notice sets for this category of unit or member."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.model import Annotation
from rules.categories import category_of
from rules.facts import FormFacts
from rules.looking import form_hit
from rules.model import Hit, Rule, Scope, Verdict
from rules.packs import Pack, TopicData


class FocusTopics(Rule):
    """承诺有没有触及通知对本类单位、本类党员提出的重点。触及其中一个即可；看不出类别的，触及任一类的重点也可以。
    有具体承诺看不出属于哪个重点的，不作判断：没有出现重点的字样，不等于没有触及。

    依据: 分类提出重点（csust-2012 一，N0.1；xinbei-2010 四，N1.5；campus-2010 三，N2.4、N2.5）。
    反例: 院部党支部的承诺没有一项与学风、教风、学术道德、服务师生有关。
    正例: 院部党支部承诺每学期组织两次学风检查。
    """

    code = "K05"
    scope = Scope.FORM
    whole = True
    says = ("category", "topics")

    def check(self, facts: FormFacts, pack: Pack) -> Iterator[Hit]:
        asked = [t for t in pack.topics if t.categories and (not t.kinds or facts.form.kind in t.kinds)]
        if not facts.items or not asked:
            return
        category = category_of(facts, pack)
        wanted = [t for t in asked if category in t.categories] if category else asked
        touched = {topic for a in facts.annotations for topic in a.topics}
        if not wanted or any(t.name in touched for t in wanted) or any(_unplaced(a) for a in facts.annotations):
            return
        values = (("category", category), ("topics", _names(wanted)))
        if category:
            yield form_hit(facts, values=values)
        else:
            yield form_hit(facts, verdict=Verdict.UNKNOWN, variant="category", values=values)


def _unplaced(annotation: Annotation) -> bool:
    return not annotation.topics and not annotation.wording.vague


def _names(topics: list[TopicData]) -> str:
    return "；".join(dict.fromkeys(t.name for t in topics))
