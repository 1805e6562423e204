"""S07: the day of approval is blank or does not exist."""

from __future__ import annotations

from collections.abc import Iterator

from rules.facts import FormFacts
from rules.looking import place_hit
from rules.model import Hit, Rule, Scope
from rules.packs import Pack
from rules.paper import BLANK


class ApprovalDate(Rule):
    """审定日期是否在日历上存在；登记为签章件的文件，审定日期是否填写完整。电子版空着的由 S05 合并说明。

    依据: 承诺书样式的审定意见栏印有年月日（xinbei-2010 附件1、附件2，henu-2010 附件2）。
    反例: 2012年2月30日；签章件的审定日期空白。
    正例: 2012年3月12日。
    """

    code = "S07"
    scope = Scope.FORM
    on_paper = True

    def check(self, facts: FormFacts, pack: Pack) -> Iterator[Hit]:
        approval = facts.form.approval
        printed = approval.date
        passage = printed.passage or approval.passage
        if printed.state == "impossible":
            yield place_hit(facts, passage, variant="impossible")
        elif approval.printed and facts.signed_copy and printed.day is None and printed.state in BLANK:
            yield place_hit(facts, passage)
