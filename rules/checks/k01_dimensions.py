"""K01: dimensions of the notice that no promise serves."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.model import FormKind
from rules.facts import FormFacts
from rules.looking import form_hit
from rules.model import Hit, Rule, Scope, Verdict
from rules.packs import Pack


class Dimensions(Rule):
    """承诺是否覆盖通知所列的各个方面（党组织“五个好”，党员“五带头”）。有的承诺看不出属于哪一方面时，不作判断；
    有承诺可能属于某一方面的（possible），不说缺这一方面。

    依据: 按照“五个好”“五带头”的要求作出承诺（csust-2012 一，N0.2；xinbei-2010 四；campus-2010 二（一）、三）。
    反例: 党支部的各项承诺都是服务群众，没有一项涉及领导班子、党员队伍、工作机制。
    正例: 各方面都有承诺；通知没有提出方面划分的（henu-2010），不作判断。
    """

    code = "K01"
    scope = Scope.FORM
    whole = True
    says = ("set", "missing", "unplaced", "such")

    def check(self, facts: FormFacts, pack: Pack) -> Iterator[Hit]:
        wanted = pack.dimension_set(facts.form.kind)
        if wanted is None or not facts.items:
            return
        covered = {d.label for a in facts.annotations for d in a.dimensions}
        covered.update(label for a in facts.annotations for label in a.possible)
        missing = [label for label in wanted.labels if label not in covered]
        if not missing:
            return
        unplaced = [str(i.n) for i, a in zip(facts.items, facts.annotations, strict=True) if not a.dimensions]
        values = (("set", wanted.name), ("missing", "、".join(missing)), ("unplaced", "、".join(unplaced)), ("such", _such(missing, pack)))
        if unplaced:
            yield form_hit(facts, verdict=Verdict.UNKNOWN, variant="unplaced", values=values)
        elif facts.form.kind is FormKind.MEMBER:
            yield form_hit(facts, variant="member", values=values)
        else:
            narrow = 2 * len(missing) > len(wanted.labels)
            yield form_hit(facts, variant="narrow" if narrow else "", values=values)


def _such(missing: list[str], pack: Pack) -> str:
    """A promise of one of the missing dimensions as an example, from the pack's examples; "" where there is none."""
    examples = pack.rule(Dimensions.code).params.get("examples", {})
    return next((f"，如“{examples[label]}”" for label in missing if label in examples), "")
