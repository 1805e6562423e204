"""S08: approved before it was signed."""

from __future__ import annotations

from collections.abc import Iterator

from rules.facts import FormFacts
from rules.looking import chinese_day, place_hit
from rules.model import Hit, Rule, Scope
from rules.packs import Pack


class ApprovedBeforeSigning(Rule):
    """审定日期是否早于签署日期。两个日期都印出来才比较，同一天不算矛盾。

    依据: 先提出承诺事项，再由上一级党组织审定（csust-2012 二（二）（三），xinbei-2010 五2、3）。
    反例: 3月10日签署，审定日期为3月5日。
    正例: 3月10日签署，3月12日审定。通知先排审核、后排填表的（campus-2010），在审核那一步里审定的不算矛盾。
    """

    code = "S08"
    scope = Scope.FORM
    says = ("signed", "approved")

    def check(self, facts: FormFacts, pack: Pack) -> Iterator[Hit]:
        signed, approval = facts.form.signing.date.day, facts.form.approval
        approved = approval.date.day
        reviewed = pack.stage(pack.rule(self.code).params.get("reviewed_in", ""))
        if approved and reviewed and reviewed.holds(approved):
            return
        if signed and approved and approved < signed:
            values = (("signed", chinese_day(signed)), ("approved", chinese_day(approved)))
            yield place_hit(facts, approval.date.passage or approval.passage, values=values)
