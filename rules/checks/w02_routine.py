"""W02: a promise of what is duty anyway."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.model import TargetKind
from rules.elements import promises
from rules.facts import FormFacts
from rules.looking import item_hit, subject
from rules.model import Hit, Rule, Scope
from rules.packs import Pack


class Routine(Rule):
    """承诺是否等同于一般性的工作和纪律要求：党章、法律、职业规范本来就要求做到的。与空泛（W01）的分别见 W01，两条可以并存。

    依据: 防止把承诺等同于一般性的工作和纪律要求（xinbei-2010 二1，N1.1）；防止标准过低（campus-2010 二（二），N2.1）。
    反例: 遵守法律法规和校纪校规；不收受红包。
    正例: 在处室门口公开收费依据和监督电话，每季度向服务对象征求一次意见。虽属常规工作、但写明了超出常规的数量的，改用较轻的说法。
    """

    code = "W02"
    scope = Scope.ITEM
    says = ("project",)

    def check(self, facts: FormFacts, pack: Pack) -> Iterator[Hit]:
        for index, item, annotation in promises(facts, pack):
            if annotation.wording.routine:
                measured = annotation.target.kind is TargetKind.QUANTIFIED
                values = (("project", subject(item, annotation)),)
                spans = annotation.wording.routine_evidence
                yield item_hit(facts, index, spans, variant="measured" if measured else "", values=values)
