"""F09: a form without a promise."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.model import Block, Table
from rules.elements import points_elsewhere
from rules.facts import FormFacts
from rules.looking import form_hit
from rules.model import Hit, Rule, Scope, Verdict
from rules.packs import Pack

_PRINTED = re.compile(r"（[^）]{0,12}）|\([^)]{0,12}\)|[×xX＿_…\s\d年月日、.．:：]+")
_NOTE = re.compile(r"\s*(?:注|备注|附注|说明|附件\d*)\s*[:：]")
_ELSEWHERE = re.compile(r"附件|附后|附页|附表|另附|续表|另纸")
_POINTS = re.compile(r"[见另]附|附后|另纸")
"""What points to other sheets, where it stands outside the column: right above the signature, for one."""
_ENOUGH = 10


class NoPromise(Rule):
    """承诺书里有没有承诺事项。有文字而程序没有认出承诺事项的，如实说明，请人工查看。

    依据: 承诺书的主体是承诺事项（各通知所附样式）。
    反例: “公开承诺事项及完成时限”一栏空白，或只有×××。
    正例: 至少写有一项承诺。写“见附件”的，记为无法判定。
    """

    code = "F09"
    scope = Scope.FORM

    def check(self, facts: FormFacts, pack: Pack) -> Iterator[Hit]:
        if facts.items:
            if all(points_elsewhere(item.text) for item in facts.items):
                yield form_hit(facts, verdict=Verdict.UNKNOWN, variant="elsewhere")
            return
        written = list(_texts(facts.form.body))
        loose = [passage.text for passage in facts.form.unread if not _NOTE.match(passage.text)]
        letters = sum(len(_PRINTED.sub("", text)) for text in (*written, *loose))
        elsewhere = any(_ELSEWHERE.search(_PRINTED.sub("", text)) for text in written)
        elsewhere = elsewhere or any(map(_POINTS.search, (facts.form.signing.passage.text, *loose)))
        if letters >= _ENOUGH or elsewhere:
            yield form_hit(facts, verdict=Verdict.UNKNOWN, variant="unsplit")
        else:
            yield form_hit(facts)


def _texts(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Table):
            for cell in block.cells:
                yield from _texts(cell.blocks)
        else:
            yield block.text
