"""D02: a limit outside the time that the notice covers."""

from __future__ import annotations

from collections.abc import Iterator

from rules.facts import FormFacts
from rules.looking import EXAMPLE, chinese_day, example, example_day, numbered
from rules.model import Hit, Rule, Scope
from rules.packs import Pack
from rules.timing import deadline_hit, ends


class OutsidePeriod(Rule):
    """完成时限是否超出通知规定的承诺期。跨期的事项可以承诺，但要写明期内做到哪一步，便于期末评议。时限有两种读法的由 D07 提示。

    依据: 年度承诺（csust-2012 标题），承诺期到2011年5月（campus-2010 四（二），N2.11）。
    反例: 2012年度承诺书写“2013年6月底前建成”。
    正例: 写“2012年12月底前完成主体工程”。通知没有规定承诺期的，不作判断。
    """

    code = "D02"
    scope = Scope.ITEM
    says = ("phrase", "end", "start", "last", *EXAMPLE)

    def check(self, facts: FormFacts, pack: Pack) -> Iterator[Hit]:
        period, year = pack.period, facts.form.year
        if period is None or (year and not period.start.year <= year <= period.end.year):
            return
        for index, item, annotation in numbered(facts):
            end = ends(annotation.deadline)
            if end and end > period.end and not annotation.deadline.ambiguous:
                values = (
                    ("phrase", annotation.deadline.phrase),
                    ("end", chinese_day(end)),
                    ("start", chinese_day(period.start)),
                    ("last", chinese_day(period.end)),
                    *example(example_day(facts, pack), item, annotation),
                )
                yield deadline_hit(facts, index, values=values)
