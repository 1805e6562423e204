"""K01: dimensions of the notice that no promise serves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from math import prod

from extractors.model import Annotation, FormKind
from rules.elements import all_filled
from rules.facts import FormFacts
from rules.looking import form_hit
from rules.model import Hit, Rule, Scope, Verdict
from rules.packs import Pack


class Dimensions(Rule):
    """承诺是否覆盖通知所列的各个方面（党组织“五个好”，党员“五带头”）。

    一项承诺可以属于几个方面。把各项可能属于某一方面的程度合起来看：多半有一项属于的，不说缺这一方面；是否真缺一个方面把握不够的，不作提示；
    有的话可以算作某一方面的（支委轮流接访、义务献血），也不说缺这一方面；确有方面缺少，而有的承诺属于哪一方面一点也看不出的，记为无法判定。有的项还留着待填内容的（F07），填好再看。

    依据: 按照“五个好”“五带头”的要求作出承诺（csust-2012 一，N0.2；xinbei-2010 四；campus-2010 二（一）、三）。
    反例: 党支部的各项承诺都是服务群众，没有一项涉及领导班子、党员队伍、工作机制。
    正例: 各方面都有承诺；通知没有提出方面划分的（henu-2010），不作判断。
    """

    code = "K01"
    scope = Scope.FORM
    whole = True
    says = ("set", "missing", "unplaced", "such")

    def check(self, facts: FormFacts, pack: Pack) -> Iterator[Hit]:
        wanted, told = pack.dimension_set(facts.form.kind), all_filled(facts, pack)
        if wanted is None or not told:
            return
        params, notes = pack.rule(self.code).params, [note for _, _, note in told]
        texts, serving = "\n".join([item.text for _, item, _ in told]), params.get("may_serve", {})
        open_to = {label: uncovered(label, notes) for label in wanted.labels}
        if max(open_to.values()) <= params.get("likely", 0):
            return
        chances = {label: chance and (0.0 if _may_serve(texts, serving.get(label)) else chance) for label, chance in open_to.items()}
        missing = [label for label, chance in chances.items() if chance > params.get("likely", 0)]
        if not missing or 1 - prod(1 - chance for chance in chances.values()) < params.get("sure", 0):
            return
        unplaced = [str(item.n) for _, item, note in told if not note.dimensions]
        values = (("set", wanted.name), ("missing", "、".join(missing)), ("unplaced", "、".join(unplaced)), ("such", _such(missing, pack)))
        if unplaced:
            yield form_hit(facts, verdict=Verdict.UNKNOWN, variant="unplaced", values=values)
        elif facts.form.kind is FormKind.MEMBER:
            yield form_hit(facts, variant="member", values=values)
        else:
            narrow = 2 * len(missing) > len(wanted.labels)
            yield form_hit(facts, variant="narrow" if narrow else "", values=values)


def _may_serve(texts: str, pattern: str | None) -> bool:
    """Whether the promises have words that a reader may take for the dimension (支委轮流接访: 领导班子好), whatever else they are about."""
    return pattern is not None and re.search(pattern, texts) is not None


def uncovered(label: str, notes: Sequence[Annotation]) -> float:
    """How likely it is that none of the promises serves the dimension; 0 where one is said to."""
    for note in notes:
        for served in note.dimensions:
            if served.label == label:
                return 0.0
    return prod(1 - d.confidence for a in notes for d in a.possible if d.label == label)


def _such(missing: list[str], pack: Pack) -> str:
    """A promise of one of the missing dimensions as an example, from the pack's examples; "" where there is none."""
    examples = pack.rule(Dimensions.code).params.get("examples", {})
    return next((f"，如“{examples[label]}”" for label in missing if label in examples), "")
