"""B06: a promise of last year that was not kept is neither listed again nor explained."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.model import Anchor
from rules.facts import BatchFacts, OpenItem
from rules.looking import clipped
from rules.model import BatchRule, Hit, Verdict
from rules.packs import Pack

_LONGEST = 40


class LeftOpen(BatchRule):
    """名册“上年未完成事项”和台账里上年没有完成的各项，今年是否列入或作了说明。写明已说明的，不作判断；台账已经转入
    今年的，即使作了说明，今年的表上没有找到也记为无法判定，请核对。

    通知要求必须列入的（params.must_list），没有列入即为缺；只要求说明或列入的，说明不一定写在表上，记为无法判定。

    依据: 未兑现事项要说明原因或继续列入（csust-2012 一，N0.4）；学习实践活动未解决的问题要列入（xinbei-2010 五2，N1.8）。
    反例: 名册有“修缮二号楼屋面”未完成，通知要求列入，今年各项都没有提到。
    正例: 今年第2项写“6月底前完成二号楼屋面修缮”；名册“说明情况”写了已在支部大会说明。
    """

    code = "B06"
    says = ("open", "near")

    def check_batch(self, facts: BatchFacts, pack: Pack) -> Iterator[Hit]:
        params = pack.rule(self.code).params
        for item in facts.left_open:
            if item.likeness < params["listed"] and (item.carried or not item.explained):
                yield self._hit(item, maybe=item.likeness >= params["maybe"], must=params["must_list"])

    def _hit(self, item: OpenItem, *, maybe: bool, must: bool) -> Hit:
        values = (("open", clipped(item.text, _LONGEST)), ("near", str(item.nearest)))
        if maybe:
            return Hit(Anchor(), verdict=Verdict.UNKNOWN, variant="maybe", values=values)
        if item.explained:
            return Hit(Anchor(), verdict=Verdict.UNKNOWN, variant="carried", values=values)
        if not must:
            return Hit(Anchor(), verdict=Verdict.UNKNOWN, variant="absent", values=values)
        return Hit(Anchor(), values=values)
