"""L05: nothing was heard of a promise for months."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.model import Anchor
from rules.facts import LedgerFacts
from rules.model import Hit, LedgerRule, Verdict
from rules.packs import Pack


class Silent(LedgerRule):
    """承诺事项没有办结，连续几个月（lights.silent_months，一般三个月）没有登记进展，应当督查。有进展而没有写日期的，记为无法判定。

    依据: 建立台账，动态管理，督促兑现（csust-2012 三（三），N0.10）；对承诺事项跟踪检查督促（xinbei-2010 五5，N1.11）；定期检查践诺情况
    （campus-2010 五（二），N2.7）；确保承诺事项逐项落实（henu-2010 附件1三、二，N3.3）。
    反例: 3月20日开始践诺，6月25日查看，三个月没有任何进展。
    正例: 3月20日开始践诺，5月30日登记了进展，6月25日查看不到一个月。
    """

    code = "L05"
    says = ("months",)

    def check_ledger(self, facts: LedgerFacts, pack: Pack) -> Iterator[Hit]:
        told = facts.promise
        if told is None or told.silent < pack.lights.silent_months:
            return
        values = (("months", str(told.silent)),)
        if told.undated:
            yield Hit(Anchor(), verdict=Verdict.UNKNOWN, variant="undated", values=values)
        else:
            yield Hit(Anchor(), values=values)
