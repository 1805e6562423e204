"""B04: the promises of a form, taken together, say nearly the same as those of somebody else's form."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.model import Anchor
from rules.facts import BatchFacts
from rules.looking import named_peers, own_words
from rules.model import BatchRule, Hit
from rules.packs import Pack


class FormsAlike(BatchRule):
    """整份承诺与别人的是否文字相近。只说文字相近、请核对，不说谁抄谁。

    依据: 结合本单位、本岗位实际（csust-2012 二（二），N0.9；xinbei-2010 五2，N1.9；campus-2010 四（一）2，N2.10）。
    反例: 两位党员的表，各项只有个别字词和数字不同。
    正例: 只有一两项相近；只有共同的套话和通知原文相同。
    """

    code = "B04"
    says = ("whose", "own", "likeness")

    def check_batch(self, facts: BatchFacts, pack: Pack) -> Iterator[Hit]:
        if facts.peers:
            most = max(peer.likeness for peer in facts.peers)
            values = (("whose", named_peers(facts.peers)), ("own", own_words(facts.kind)), ("likeness", f"{most:.0%}"))
            yield Hit(Anchor(), values=values)
