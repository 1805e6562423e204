"""D07: a limit that can be read in two ways."""

from __future__ import annotations

from collections.abc import Iterator

from rules.facts import FormFacts
from rules.looking import chinese_day, numbered
from rules.model import Hit, Rule, Scope, Verdict
from rules.packs import Pack
from rules.timing import deadline_hit


class AmbiguousDeadline(Rule):
    """完成时限有两种读法时（“5月前”可指4月底或5月底，“年前”可指年底或春节），说明程序按哪一种登记，请人工核对。
    这样的时限不再判已过（D01）或超出承诺期（D02）。

    依据: 有完成时限，便于督促兑现（csust-2012 三（二），N0.9）。
    反例: 无。本条从不判为不合格。
    正例: 2012年6月30日前。
    """

    code = "D07"
    scope = Scope.ITEM
    says = ("phrase", "reading")

    def check(self, facts: FormFacts, pack: Pack) -> Iterator[Hit]:
        for index, _, annotation in numbered(facts):
            deadline = annotation.deadline
            if deadline.ambiguous and deadline.usable:
                reading = chinese_day(deadline.end) if deadline.end else deadline.note or "待定"
                values = (("phrase", deadline.phrase), ("reading", reading))
                yield deadline_hit(facts, index, verdict=Verdict.UNKNOWN, variant="ambiguous", values=values)
