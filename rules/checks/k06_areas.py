"""K06: the areas that the notice lists for organisations of this level."""

from __future__ import annotations

from collections.abc import Iterator

from rules.categories import level_of
from rules.facts import FormFacts
from rules.looking import form_hit
from rules.model import Hit, Rule, Scope, Verdict
from rules.packs import Pack


class Areas(Rule):
    """党组织的承诺是否覆盖通知对本级党组织列出的各个方面。措辞千差万别，没有一点线索的方面才列出。
    看不出属于哪一方面的具体承诺足以补上所缺各方面的，只提示核对。

    依据: 分党委（党总支）八个方面、党支部三个方面（campus-2010 三（一），N2.4）。
    反例: 党支部承诺书没有办实事方面的内容。
    正例: 中心工作、办实事、自身建设三方面都有承诺。有的承诺看不出属于哪一方面时，只提示核对。
    """

    code = "K06"
    scope = Scope.FORM
    whole = True
    says = ("level", "missing", "unplaced")

    def check(self, facts: FormFacts, pack: Pack) -> Iterator[Hit]:
        areas = [t for t in pack.topics if t.levels and not t.categories]
        if not facts.items or not areas:
            return
        level = level_of(facts, pack)
        touched = {topic for a in facts.annotations for topic in a.topics}
        wanted = [t.name for t in areas if level in t.levels]
        missing = [name for name in wanted if name not in touched]
        unplaced = [
            str(item.n)
            for item, a in zip(facts.items, facts.annotations, strict=True)
            if not touched_by(a.topics, wanted) and not a.wording.vague
        ]
        values = (("level", level), ("missing", "；".join(missing)), ("unplaced", "、".join(unplaced)))
        if missing and len(unplaced) >= len(missing):  # each of them may be about one of the areas
            yield form_hit(facts, verdict=Verdict.UNKNOWN, variant="unplaced", values=values)
        elif missing:
            yield form_hit(facts, values=values)


def touched_by(topics: tuple[str, ...], wanted: list[str]) -> bool:
    """Whether a promise's topics place it in one of the wanted areas."""
    return any(name in topics for name in wanted)
