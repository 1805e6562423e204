"""F10: a form that does not show who promises."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.model import FormKind
from rules.facts import FormFacts
from rules.looking import form_hit
from rules.model import Hit, Rule, Scope, Verdict
from rules.packs import Pack


class Kind(Rule):
    """看得出是党组织、党员还是党组织书记的承诺书吗。看不出时，按对象区分的各条都不作判断，只作说明。

    依据: 通知对党组织、党员、书记的承诺要求不同（csust-2012 一，campus-2010 三，henu-2010 一）。
    反例: 无。本条从不判为不合格。
    正例: 标题为“党员公开承诺书”，或表中印有“党组织名称”。
    """

    code = "F10"
    scope = Scope.FORM
    whole = True

    def check(self, facts: FormFacts, pack: Pack) -> Iterator[Hit]:
        if facts.form.kind is FormKind.UNKNOWN:
            yield form_hit(facts, verdict=Verdict.UNKNOWN, variant="kind")
