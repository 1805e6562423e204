"""K03: a branch that sets up no rule of work."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.model import Part
from rules.categories import level_of
from rules.elements import holds
from rules.facts import FormFacts
from rules.looking import form_hit, spared
from rules.model import Hit, Rule, Scope, Verdict
from rules.packs import Pack


class BranchRule(Rule):
    """党支部有没有承诺建立至少一项务实管用的制度。只对党支部作要求；看不出是不是党支部的，不判为不合格。

    建立、修订一项说得出内容的制度都算，有书名号、写明公布或施行的也算；只说遵守、落实已有制度的，笼统写“健全各项制度”的，和不叫制度而像
    制度的（领用账、党员活动日、签到），提示核对。

    依据: 党支部至少建立一项务实管用的创先争优制度（csust-2012 一，N0.3；2012年工作要点 四11、六16，N4.4）。
    反例: 党支部承诺书中没有一项涉及建立制度。
    正例: 建立党员联系班级制度，4月底前印发并上墙。
    """

    code = "K03"
    scope = Scope.FORM
    whole = True
    once = True

    def check(self, facts: FormFacts, pack: Pack) -> Iterator[Hit]:
        params = pack.rule(self.code).params
        level = level_of(facts, pack)
        if not facts.items or (level and level not in params.get("levels", ())):
            return
        if any(a.part is Part.RULE and not spared(a, params.get("spare", ())) for a in facts.annotations):
            return
        if (named := params.get("named")) and any(map(re.compile(named).search, [item.text for item in facts.items])):
            return
        near = any(a.part is Part.RULE for a in facts.annotations)
        texts = "\n".join([item.text for item in facts.items])
        near = near or any(word in texts for word in params.get("words", ())) or holds(texts, tuple(params.get("near", ())))
        if level and not near:
            yield form_hit(facts)
        else:
            variant = "near" if near else "level"
            yield form_hit(facts, verdict=Verdict.UNKNOWN, variant=variant)
