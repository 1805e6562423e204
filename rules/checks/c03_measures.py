"""C03: a promise without measures."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.model import Annotation, CommitmentItem
from rules.elements import ElementRule, may_be_there, measures_told, no_measures, promises
from rules.facts import FormFacts
from rules.model import Hit, Verdict
from rules.packs import Pack


class MeasuresStated(ElementRule):
    """每项承诺有没有管用措施：除事项本身之外，怎么做、靠什么保证。多数承诺只写事项，所以一般只作提示。

    全表各项都没有措施的，由 C08 合并为一条（通知启用 C08 时）。可能有措施的（没有的把握不到 sure），不作提示；办法写明另见方案、
    计划而表上没有的，记为无法判定。

    依据: 审核标准“有管用措施”（csust-2012 三（二），N0.9）；措施实在（xinbei-2010 五2）；实事要有具体措施（campus-2010 三（一）2（2））。
    反例: 安装路灯40盏。
    正例: 安装路灯40盏，由支部牵头筹资，每周检查进度。
    """

    code = "C03"

    def check(self, facts: FormFacts, pack: Pack) -> Iterator[Hit]:
        gathers = pack.rule(self.code).params.get("gathered_by", "")
        told = promises(facts, pack) if pack.rule(gathers).on else ()
        if not told or no_measures(told, pack, gathers) is Verdict.OK:
            yield from super().check(facts, pack)

    def verdict(self, item: CommitmentItem, annotation: Annotation, pack: Pack) -> Verdict:
        chance = measures_told(item, annotation, pack.rule(self.code).params.get("elsewhere", ()))
        return Verdict.UNKNOWN if chance is None else Verdict.OK if chance == 1 else Verdict.DEFICIENT

    def in_doubt(self, annotation: Annotation, pack: Pack) -> bool:
        return may_be_there(annotation.measures, self.code, pack) or super().in_doubt(annotation, pack)
