"""D01: a limit that was past when the form was signed."""

from __future__ import annotations

from collections.abc import Iterator

from rules.facts import FormFacts
from rules.looking import EXAMPLE, chinese_day, example, example_day, numbered
from rules.model import Hit, Rule, Scope, Verdict
from rules.packs import Pack
from rules.timing import deadline_hit, ends
from rules.years import signing_clashes

_BEGINS = ("起", "开始", "起执行", "起施行", "起实行")
"""What has begun goes on: 3月1日起实行首问责任制, signed on the 10th, is nothing that is over."""


class PastDeadline(Rule):
    """完成时限是否在签署承诺书之前就已过去；签署当天到期的不算过。没有签署日期而只有收件日期的，只提示核对。

    只写节日、没有写年份的（春节前），按签署以后的下一个计，不判已过；写从哪天起的（3月1日起实行），做下去就是，也不判；超出承诺期的由 D02 提示。

    依据: 承诺是将要兑现的事项，有完成时限（csust-2012 三（二），N0.9）。
    反例: 3月10日签署的承诺书写“2月底前完成”。
    正例: 3月10日签署，写“3月底前完成”。时限有两种读法的由 D07 提示；标题年度与签署日期矛盾的由 F08 提示。
    """

    code = "D01"
    scope = Scope.ITEM
    says = ("phrase", "end", "signed", *EXAMPLE)

    def check(self, facts: FormFacts, pack: Pack) -> Iterator[Hit]:
        signed, day = facts.form.signing.date.day, facts.reference_date
        if day is None or signing_clashes(facts.form):
            return
        for index, item, annotation in numbered(facts):
            deadline = annotation.deadline
            end = ends(deadline)
            if end and end < day and not deadline.ambiguous and not deadline.phrase.endswith(_BEGINS):
                values = (
                    ("phrase", deadline.phrase),
                    ("end", chinese_day(end)),
                    ("signed", chinese_day(day)),
                    *example(example_day(facts, pack), item, annotation),
                )
                verdict = Verdict.DEFICIENT if signed else Verdict.UNKNOWN
                yield deadline_hit(facts, index, verdict=verdict, variant="" if signed else "unsigned", values=values)
