"""S06: the superior organisation's seal on a signed copy."""

from __future__ import annotations

from collections.abc import Iterator

from rules.facts import FormFacts
from rules.model import Hit, Rule, Scope
from rules.packs import Pack
from rules.paper import presence_hits


class ApprovalSeal(Rule):
    """登记为签章件的文件，审定意见处是否有上一级党组织的公章。电子版由 S05 合并说明，这里不重复。

    依据: 承诺书样式的审定意见栏印有盖章处（xinbei-2010 附件1、附件2，henu-2010 附件2）。
    反例: 签章件的审定意见栏写有“同意”，没有公章。
    正例: 审定意见栏有公章；电子版看不出是否盖章的，记为无法判定。
    """

    code = "S06"
    scope = Scope.FORM
    on_paper = True

    def check(self, facts: FormFacts, pack: Pack) -> Iterator[Hit]:
        approval = facts.form.approval
        if approval.printed and facts.signed_copy:
            yield from presence_hits(facts, approval.seal, approval.passage)
