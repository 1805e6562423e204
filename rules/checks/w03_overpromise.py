"""W03: a promise too high to be kept."""

from __future__ import annotations

from collections.abc import Iterator

from rules.facts import FormFacts
from rules.looking import item_hit, numbered, subject
from rules.model import Hit, Rule, Scope
from rules.packs import Pack


class Overpromise(Rule):
    """承诺是否过高，难以兑现：绝对化、包揽一切、超出本支部或本人能力。

    依据: 防止承诺标准过高，难以兑现（campus-2010 二（二），N2.1）；承诺办得到的事（xinbei-2010 二3，N1.3）；便于兑现落实（csust-2012 二（三））。
    反例: 彻底解决群众的一切困难；确保师生百分之百满意。
    正例: 对师生提出的问题，5个工作日内答复。
    """

    code = "W03"
    scope = Scope.ITEM
    says = ("project",)

    def check(self, facts: FormFacts, pack: Pack) -> Iterator[Hit]:
        for index, item, annotation in numbered(facts):
            if annotation.wording.overpromise:
                spans = annotation.wording.overpromise_evidence
                yield item_hit(facts, index, spans, values=(("project", subject(item, annotation)),))
