"""C04: a promise without a limit in time."""

from __future__ import annotations

from extractors.model import Annotation, CommitmentItem
from rules.elements import ElementRule
from rules.model import Verdict
from rules.packs import Pack
from rules.timing import may_be_limited, said_otherwise


class DeadlineStated(ElementRule):
    """每项承诺有没有完成时限。写明日期、起止、频次、长期坚持或随某事完成的都算有。

    写成“x月x日”的由 D03、日期不存在的由 D04、写“尽快”“逐步”的由 D06 提示，同一项不再重复；时限一栏空着的由本条提示。
    文字中有表示时间的词（下班前、随时、逢节假日、凡……一律）而程序没有认出时限的，不提示。

    依据: 审核标准“有完成时限”（csust-2012 三（二），N0.9）；栏目名为“公开承诺事项及完成时限”（xinbei-2010 附件1、附件2）；承诺书要明确完成时限（campus-2010 四（一）3）。
    反例: 为学生宿舍安装直饮水机36台。
    正例: 6月底前安装36台；每季度走访一次；由开头“2012年底前完成以下事项”统领的各项。
    """

    code = "C04"
    finite = True

    def verdict(self, item: CommitmentItem, annotation: Annotation, pack: Pack) -> Verdict:
        deadline = annotation.deadline
        if said_otherwise(annotation) or may_be_limited(item, annotation, pack):
            return Verdict.OK
        accepted = pack.rule(self.code).params.get("accept")
        if deadline.usable and (accepted is None or deadline.kind.value in accepted):
            return Verdict.OK
        return Verdict.UNKNOWN if deadline.ambiguous else Verdict.DEFICIENT
