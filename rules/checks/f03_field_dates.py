"""F03: birth, joining and tenure dates that are no dates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from extractors.model import FormField
from rules.checks.f07_left_over import left_over
from rules.facts import FormFacts
from rules.looking import field_hit
from rules.model import Hit, Rule, Scope, Verdict
from rules.packs import Pack
from rules.values import DateState, field_date


class FieldDates(Rule):
    """出生年月、入党时间、任职时间是否是成立的年月。只写年份、写到日、年份写两位都不算错。

    依据: 承诺书样式的“出生年月”“入党时间”“任职时间”栏（xinbei-2010 附件2，henu-2010 附件2）。
    反例: 1985年13月；出生年月填“42岁”；入党时间晚于签名日期；任职时间比签名日期晚一个月以上。
    正例: 1985年6月；1985.06；1971年。入党时间填“预备党员”“积极分子”的，提示核对，不判为错。
    """

    code = "F03"
    scope = Scope.FIELD
    says = ("label",)

    def check(self, facts: FormFacts, pack: Pack) -> Iterator[Hit]:
        params = pack.rule(self.code).params
        for key in params.get("fields", ()):
            found = facts.form.field(key)
            if found and found.value and not left_over(found.text, pack):
                yield from _look(facts, found, params.get("stages", ()))


def _look(facts: FormFacts, found: FormField, stages: tuple[str, ...]) -> Iterator[Hit]:
    text = found.text
    read = field_date(text)
    if read.state is DateState.MALFORMED:
        stage = any(word in text for word in stages)
        yield field_hit(found, verdict=Verdict.UNKNOWN, variant="stage") if stage else field_hit(found)
    elif read.state is DateState.IMPOSSIBLE:
        yield field_hit(found, variant="impossible")
    elif _after(facts, text, _SOON if found.key == "tenure_start" else timedelta()):
        yield field_hit(found, variant="future")


_SOON = timedelta(days=31)
"""Who signs for a post may enter upon it in the next weeks."""


def _after(facts: FormFacts, text: str, grace: timedelta) -> bool:
    """Whether somebody was born or joined after signing, or came into office more than `grace` after it."""
    day, signed = field_date(text).earliest, facts.reference_date
    return bool(day and signed and day > signed + grace)
