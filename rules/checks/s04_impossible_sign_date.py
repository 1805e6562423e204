"""S04: the day of signing does not exist."""

from __future__ import annotations

from collections.abc import Iterator

from rules.facts import FormFacts
from rules.looking import place_hit
from rules.model import Hit, Rule, Scope
from rules.packs import Pack


class ImpossibleSignDate(Rule):
    """签署日期在日历上是否存在。印出来的日期以所印为准，电子版也判定。

    依据: 承诺书样式在签名（盖章）处印有年月日（xinbei-2010 附件1、附件2，henu-2010 附件2）。
    反例: 2012年2月30日；2012年13月5日。
    正例: 2012年2月29日。
    """

    code = "S04"
    scope = Scope.FORM

    def check(self, facts: FormFacts, pack: Pack) -> Iterator[Hit]:
        printed = facts.form.signing.date
        if printed.state == "impossible":
            yield place_hit(facts, printed.passage or facts.form.signing.passage)
