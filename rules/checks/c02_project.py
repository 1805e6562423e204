"""C02: a promise without a project."""

from __future__ import annotations

from extractors.model import Annotation, CommitmentItem, TargetKind
from rules.elements import ElementRule, may_be_there
from rules.model import Verdict
from rules.packs import Pack


class ProjectStated(ElementRule):
    """每项有数量目标的承诺有没有具体项目：做成一件什么事，别人能不能找到、看到。没有目标的由 C01 提示，这里不重复；写了怎么做的、算不算
    一件具体的事看不准的，不提示。只承诺不出事（教学事故为零）的，做到本身就是事项，也不提示。

    依据: 审核标准“有具体项目”（csust-2012 三（二），N0.9）；内容具体（xinbei-2010 五2）。
    反例: 全年提高工作效率20%（没有说是哪项工作）。
    正例: 为退休教师建立健康档案；每月开展一次义务维修。
    """

    code = "C02"

    def verdict(self, item: CommitmentItem, annotation: Annotation, pack: Pack) -> Verdict:
        named = annotation.project.spans or annotation.measures.spans or not annotation.project.sure or _is_abstention(annotation)
        return Verdict.OK if named or annotation.target.kind is not TargetKind.QUANTIFIED else Verdict.DEFICIENT

    def in_doubt(self, annotation: Annotation, pack: Pack) -> bool:
        return may_be_there(annotation.project, self.code, pack) or super().in_doubt(annotation, pack)


def _is_abstention(annotation: Annotation) -> bool:
    """Whether nothing is promised but that something does not happen (教学事故为零): what is done for it is the conduct itself."""
    return bool(annotation.target.values) and all(value.number == 0 for value in annotation.target.values)
