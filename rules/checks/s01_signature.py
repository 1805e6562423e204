"""S01: the promiser's signature."""

from __future__ import annotations

from collections.abc import Iterator

from rules.facts import FormFacts
from rules.model import Hit, Rule, Scope
from rules.packs import Pack
from rules.paper import presence_hits


class Signature(Rule):
    """承诺人是否签名。电子版看不出纸上的签名，只有登记为签章件的文件才判定有无。

    依据: 党员、书记承诺书样式印有签名处（xinbei-2010 附件2，henu-2010 附件2）。
    反例: 登记为签章件的扫描件，签名处空白。
    正例: 签名处有签名；电子版签名处空白的，记为无法判定。
    """

    code = "S01"
    scope = Scope.FORM
    on_paper = True

    def check(self, facts: FormFacts, pack: Pack) -> Iterator[Hit]:
        signing = facts.form.signing
        yield from presence_hits(facts, signing.signed, signing.passage)
