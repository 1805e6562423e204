"""D04: a limit that is no day of the calendar."""

from __future__ import annotations

from extractors.model import DeadlineReason
from rules.timing import UnusableDeadline


class ImpossibleDeadline(UnusableDeadline):
    """完成时限在日历上是否存在。

    依据: 有完成时限（csust-2012 三（二），N0.9；campus-2010 四（一）3）。
    反例: 2月30日前完成；13月底前完成。
    正例: 2月29日前完成（2012年）。
    """

    code = "D04"
    reason = DeadlineReason.IMPOSSIBLE
