"""F14: by the birth that is filled in, nobody of that age could have signed or held the post."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from extractors.model import FormField
from rules.facts import FormFacts
from rules.looking import field_hit
from rules.model import Hit, Rule, Scope
from rules.packs import Pack
from rules.values import field_date


class GrownUp(Rule):
    """按出生年月推算，签署时或任职时的年龄是否合理：不满规定年龄的，或大得不可能的，其中一栏填错了。

    依据: 承诺书样式的“出生年月”“任职时间”栏（xinbei-2010 附件2，henu-2010 附件2）；年满十八岁才能申请入党。
    反例: 2012年签署，出生年月填“2002年5月”；出生年月填“1885年5月”；出生1980年5月，1990年任职。
    正例: 1985年6月出生，2012年签署。没有签署日期和年度的，不作判断。
    """

    code = "F14"
    scope = Scope.FIELD
    says = ("label", "birth", "tenure", "years")

    def check(self, facts: FormFacts, pack: Pack) -> Iterator[Hit]:
        birth, tenure = facts.form.field("birth"), facts.form.field("tenure_start")
        born, took = _year(birth), _year(tenure)
        if birth is None or born is None or born_later(facts, birth):
            return
        params = pack.rule(self.code).params
        lowest, highest = params.get("age", 18), params.get("oldest", 105)
        values = (("birth", birth.text.strip()), ("tenure", tenure.text.strip() if tenure else ""))
        year = _written(facts)
        if year and not lowest <= year - born <= highest:
            variant = "young" if year - born < lowest else ""
            yield field_hit(birth, variant=variant, values=(*values, ("years", str(year - born))))
        elif tenure and took and took - born < lowest:
            yield field_hit(tenure, variant="tenure", values=(*values, ("years", str(took - born))))


def born_later(facts: FormFacts, birth: FormField) -> bool:
    """Whether the birth is after the signature: F03 says so, and what else it contradicts follows from that."""
    day, written = field_date(birth.text).earliest, facts.reference_date
    return bool(day and written and day > written)


def _written(facts: FormFacts) -> int | None:
    """The year in which it was written: of the signature or receipt; else the form's."""
    day: date | None = facts.reference_date
    return day.year if day else facts.form.year


def _year(found: FormField | None) -> int | None:
    first = field_date(found.text).earliest if found and found.value else None
    return first.year if first else None
