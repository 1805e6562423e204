"""L04: a round of evaluation is over, and there is no result of one that is judged in it."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.model import Anchor
from rules.facts import Evaluated, LedgerFacts
from rules.looking import chinese_day
from rules.model import Hit, LedgerRule, Verdict
from rules.packs import Pack


class NotEvaluated(LedgerRule):
    """通知规定的一轮评议结束后，评议对象没有登记任何一部分的结果，或者缺其中几部分。整轮都没有登记的，可能评过而没有录入；票数太少的，
    评过而定不了；通知没有写明截止日期的，看不出是否结束：都记为无法判定。

    依据: 采用“一会四评”，在“七一”前和年底进行（csust-2012 三（三），N0.11）；年底自查和评议（xinbei-2010 五6，N1.12）；五月集中考核评议，结果公开
    （campus-2010 四（三），N2.8）；双向监督考评（henu-2010 附件1三、三，N3.5）。
    反例: 七一前评议6月30日结束，别的支部都有结果，某支部自评、互评、领导点评、群众测评一项也没有。
    正例: 七一前评议6月30日结束，某支部四项结果齐全；或者6月20日查看，评议还没有结束。
    """

    code = "L04"
    says = ("title", "end", "missing")

    def check_ledger(self, facts: LedgerFacts, pack: Pack) -> Iterator[Hit]:
        del pack
        told = facts.evaluated
        if told is None or (told.end and told.end >= told.today):
            return
        lacking = told.missing or told.few
        values = (
            ("title", told.title),
            ("end", chinese_day(told.end) if told.end else ""),
            ("missing", "、".join(lacking)),
        )
        if not lacking or not (told.begun or told.end):
            return
        if doubt := _doubt(told):
            yield Hit(Anchor(), verdict=Verdict.UNKNOWN, variant=doubt, values=values)
        else:
            yield Hit(Anchor(), variant="" if set(told.missing) >= set(told.parts) else "part", values=values)


def _doubt(told: Evaluated) -> str:
    if not told.begun:
        return "unheard"
    if told.end is None:
        return "endless"
    return "" if told.missing else "few"
