"""D03: a limit whose month or day was left open."""

from __future__ import annotations

from extractors.model import DeadlineReason
from rules.timing import UnusableDeadline


class MaskedDeadline(UnusableDeadline):
    """完成时限是否还留着空（x月x日、**年底、空白的年月日）。时限一栏什么也没有写的由 C04 提示。

    依据: 有完成时限（csust-2012 三（二），N0.9；campus-2010 四（一）3）。
    反例: x月x日前完成；    年  月底前完成。
    正例: 6月30日前完成。
    """

    code = "D03"
    reason = DeadlineReason.MASKED
