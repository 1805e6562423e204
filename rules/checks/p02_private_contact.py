"""P02: a private telephone number or home address in what will be published."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rules.facts import FormFacts
from rules.model import Hit, Rule, Scope, Verdict
from rules.packs import Pack
from rules.private import homes, mobiles
from rules.published import hits, margins, prose, running_text, text_hits


class PrivateContact(Rule):
    """承诺事项和其他正文里是否写有个人手机号、家庭住址。作为服务热线公开的手机号只提示核对；固定电话不受影响。

    依据: 承诺书向党员和群众公布（csust-2012 二（四），N0.6；xinbei-2010 五4，N1.10；campus-2010 四（一）4）。
    反例: 结对帮扶张某，家住幸福小区3栋2单元501室。
    正例: 公开服务热线85550132；结对帮扶退休教师2名。“联系电话”一栏不公示，不在此列。
    """

    code = "P02"
    scope = Scope.FORM
    says = ("label", "masked")

    def check(self, facts: FormFacts, pack: Pack) -> Iterator[Hit]:
        text = prose(facts)
        numbers, places = any(mobiles(text)), any(homes(text))
        public = pack.rule(self.code).params.get("public", ())
        if numbers:
            yield from self._numbers(facts, public)
        if places:
            yield from hits(facts, homes, variant="home")
        if numbers:
            yield from self._elsewhere(facts, public)
        if places:
            yield from text_hits(facts, homes, running_text(facts), variant="home_text")

    def _numbers(self, facts: FormFacts, public: Sequence[str]) -> Iterator[Hit]:
        """Numbers in the promises themselves."""
        for hit in hits(facts, mobiles, variant="mobile"):
            text = facts.items[hit.item or 0].text
            if any(word in text for word in public):
                hit = replace(hit, verdict=Verdict.UNKNOWN, variant="public")
            yield hit

    def _elsewhere(self, facts: FormFacts, public: Sequence[str]) -> Iterator[Hit]:
        """Numbers in the text around the promises; in the margins only a number that is offered to the public, for
        what the form asks of its writer is not published."""
        text = running_text(facts)
        offered = [p for p in text + margins(facts) if any(word in p.text for word in public)]
        plain = [p for p in text if p not in offered]
        yield from text_hits(facts, mobiles, plain, variant="mobile_text")
        for hit in text_hits(facts, mobiles, offered, variant="public_text"):
            yield replace(hit, verdict=Verdict.UNKNOWN)
