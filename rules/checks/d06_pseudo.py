"""D06: words of haste in the place of a limit."""

from __future__ import annotations

from extractors.model import DeadlineReason
from rules.timing import UnusableDeadline


class PseudoDeadline(UnusableDeadline):
    """是否用“尽快”“逐步”“及时”代替完成时限。整项已判为空泛或等同一般要求的，不再单独提示。

    依据: 有完成时限（csust-2012 三（二），N0.9；campus-2010 四（一）3）。
    反例: 尽快为学生宿舍安装直饮水机36台。
    正例: 5月底前为学生宿舍安装直饮水机36台。
    """

    code = "D06"
    reason = DeadlineReason.PSEUDO
