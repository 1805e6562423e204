"""C07: no promise of the form has a target."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.model import TargetKind
from rules.elements import all_filled, may_be_counted
from rules.facts import FormFacts
from rules.looking import form_hit
from rules.model import Hit, Rule, Scope, Verdict
from rules.packs import Pack


class NoTargets(Rule):
    """全表有没有任何一项写明了目标。一项都没有的，到期无从评议是否兑现。

    各项都算在内，空泛、等同一般要求的也算。有的项还留着待填内容的（F07），填好再看。各项的 C01 照常提示。

    依据: 审核标准“有明确目标”（csust-2012 三（二），N0.9）；个个有目标（csust-2012 二〇一二年工作要点一3，N4.2）。
    反例: 各项都是“加强学习”“提高服务水平”。
    正例: 其中一项写明“走访困难学生20名”。
    """

    code = "C07"
    scope = Scope.FORM
    whole = True
    says = ("count",)

    def check(self, facts: FormFacts, pack: Pack) -> Iterator[Hit]:
        told = all_filled(facts, pack)
        if any(may_be_counted(item, note, pack) for _, item, note in told):
            return
        kinds, values = {note.target.kind for _, _, note in told}, (("count", str(len(told))),)
        if kinds == {TargetKind.NONE}:
            yield form_hit(facts, values=values)
        elif kinds and kinds <= {TargetKind.NONE, TargetKind.UNKNOWN}:
            yield form_hit(facts, verdict=Verdict.UNKNOWN, variant="unsure", values=values)
