"""C05: a promise of an organisation that names nobody."""

from __future__ import annotations

from extractors.model import Annotation, CommitmentItem
from rules.elements import ElementRule, holds
from rules.model import Verdict
from rules.packs import Pack


class ResponsibleNamed(ElementRule):
    """党组织的每项承诺有没有责任人或责任单位。党员、书记本人的承诺，责任人就是本人，不作要求。

    写出姓名、职务、科室或小组的都算（由学工办牵头，责任人为某某）；“专人”“全体党员”“有关人员”谁都可以是，不算。
    写了由谁做（由邻居送学上门、采编组长盯进度）而程序没有认出是谁的，不提示。

    依据: 实行目标责任制、兑现销号（campus-2010 四（二），N2.7）。
    反例: 6月底前修缮教职工活动室。
    正例: 6月底前修缮教职工活动室，责任人：李明。
    """

    code = "C05"

    def verdict(self, item: CommitmentItem, annotation: Annotation, pack: Pack) -> Verdict:
        named = annotation.responsible.names or holds(item.text, tuple(pack.rule(self.code).params.get("may_name", ())))
        return Verdict.OK if named else Verdict.DEFICIENT
