"""C01: a promise without a target."""

from __future__ import annotations

from extractors.model import Annotation, CommitmentItem, TargetKind
from rules.elements import ElementRule, may_be_counted
from rules.model import Verdict
from rules.packs import Pack


class TargetStated(ElementRule):
    """每项承诺有没有明确目标：做到什么程度、多少数量算兑现。已判为空泛、等同一般要求或照搬的，不再逐项提示；
    像有目标而看不准的、多半就是空泛的，不提示；没有数量而写到做完为止、逐个做到的（修好、一户一档、每户发一张），也不提示。

    依据: 审核标准“有明确目标”（csust-2012 三（二），N0.9）；承诺事项明确（xinbei-2010 五2），承诺要明确（campus-2010 二（二））。
    反例: 为学生宿舍安装直饮水机，6月底前完成（没有数量，也看不出覆盖范围）。
    正例: 为学生宿舍3栋安装直饮水机36台；6月底前印发《支部联系班级办法》。
    """

    code = "C01"

    def verdict(self, item: CommitmentItem, annotation: Annotation, pack: Pack) -> Verdict:
        told = annotation.target.kind is not TargetKind.NONE or may_be_counted(item, annotation, pack)
        return Verdict.OK if told else Verdict.DEFICIENT
