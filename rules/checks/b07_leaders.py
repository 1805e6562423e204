"""B07: the form of a leader holds fewer concrete promises than those of ordinary members in the branch."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from extractors.model import Anchor
from rules.facts import BatchFacts
from rules.model import BatchRule, Hit, Verdict
from rules.packs import Pack


class Leaders(BatchRule):
    """领导干部的承诺标准是否高于普通党员。程序只数有目标、有项目、有时限的事项，与本支部普通党员的中位数相比；标准高低由人判断，所以只作提示。

    本支部普通党员的表太少（params.fewest）的，记为无法判定。

    依据: 领导干部的承诺应高于普通党员（xinbei-2010 二2，N1.2；campus-2010 二（三），N2.2）。
    反例: 支部书记的表没有一项写明目标和时限，本支部五名党员一般有三项。
    正例: 具体事项不少于本支部党员的中位数。
    """

    code = "B07"
    says = ("mine", "middle", "count")

    def check_batch(self, facts: BatchFacts, pack: Pack) -> Iterator[Hit]:
        if facts.others is None:
            return
        fewest = pack.rule(self.code).params["fewest"]
        middle = median(facts.others) if facts.others else 0
        values = (("mine", str(facts.concrete)), ("middle", f"{middle:g}"), ("count", str(len(facts.others))))
        if len(facts.others) < fewest:
            yield Hit(Anchor(), verdict=Verdict.UNKNOWN, variant="few", values=values)
        elif facts.concrete < middle:
            yield Hit(Anchor(), values=values)
