"""S05: the superior organisation has not approved, as far as the file shows."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.model import Approval, Presence
from rules.facts import FormFacts
from rules.looking import place_hit
from rules.model import Hit, Rule, Scope, Verdict
from rules.packs import Pack
from rules.paper import BLANK


class ApprovalOpinion(Rule):
    """上一级党组织的审定意见是否填写。审定意见由上级在纸上填写，电子版中意见、公章、日期凡有空着的，合并为一条无法判定。

    依据: 上一级党组织审定把关（csust-2012 二（三），xinbei-2010 五3），承诺书样式印有审定意见栏。
    反例: 登记为签章件的文件，审定意见栏空白。
    正例: 同意。（盖章）2012年3月12日。
    """

    code = "S05"
    scope = Scope.FORM
    on_paper = True
    says = ("parts",)

    def check(self, facts: FormFacts, pack: Pack) -> Iterator[Hit]:
        approval = facts.form.approval
        if not approval.printed:
            if pack.rule(self.code).params.get("expect_place"):
                yield place_hit(facts, approval.passage, verdict=Verdict.UNKNOWN, variant="unprinted", values=(("parts", ""),))
        elif facts.signed_copy:
            if not approval.opinion.strip():
                yield place_hit(facts, approval.passage, values=(("parts", "审定意见"),))
        elif parts := _blank(approval):
            yield place_hit(facts, approval.passage, verdict=Verdict.UNKNOWN, variant="paper", values=(("parts", parts),))


def _blank(approval: Approval) -> str:
    """What the file does not show, as a list for people."""
    parts = (
        (not approval.opinion.strip(), "意见"),
        (approval.seal is not Presence.PRESENT, "公章"),
        (approval.date.day is None and approval.date.state in BLANK, "日期"),
    )
    return "、".join(name for blank, name in parts if blank)
