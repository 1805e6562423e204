"""F04: joined the Party before the age of eighteen."""

from __future__ import annotations

from collections.abc import Iterator

from rules.checks.f14_grown_up import born_later
from rules.facts import FormFacts
from rules.looking import field_hit
from rules.model import Hit, Rule, Scope, Verdict
from rules.packs import Pack
from rules.values import DateState, FieldDate, field_date


class JoiningAge(Rule):
    """入党时间与出生年月是否矛盾：按所填日期推算，入党时是否年满十八岁。

    依据: 党章规定年满十八岁方可申请入党；两栏均为承诺书样式所印（xinbei-2010 附件2）。
    反例: 出生年月1990年5月，入党时间2005年7月。
    正例: 出生年月1971年，入党时间1990年；只差月份而没有填到月的，从宽。建国初期以前入党的情况特殊，只提示核对。
    """

    code = "F04"
    scope = Scope.FIELD
    says = ("label", "birth", "joined", "age")

    def check(self, facts: FormFacts, pack: Pack) -> Iterator[Hit]:
        params = pack.rule(self.code).params
        birth, joined = facts.form.field("birth"), facts.form.field("joined")
        if not (birth and joined and birth.value and joined.value) or born_later(facts, birth):
            return
        age = _oldest(field_date(birth.text), field_date(joined.text))
        if age is None or age >= params.get("age", 18):
            return
        early = (field_date(joined.text).year or 0) < params.get("since", 1956)
        yield field_hit(
            joined,
            verdict=Verdict.UNKNOWN if early else Verdict.DEFICIENT,
            variant="early" if early else "",
            values=(("birth", birth.text.strip()), ("joined", joined.text.strip()), ("age", str(max(age, 0)))),
        )


def _oldest(birth: FieldDate, joined: FieldDate) -> int | None:
    """The greatest age in whole years that the two dates allow; None where one of them is no date."""
    if DateState.VALID not in (birth.state, joined.state) or birth.state is not joined.state:
        return None
    if birth.year is None or joined.year is None:
        return None
    first = (birth.month or 1, birth.day or 1)
    last = (joined.month or 12, joined.day or 31)
    return joined.year - birth.year - (last < first)
