"""F13: the name at the signature is not the name on the form."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.model import FormKind
from rules.facts import FormFacts
from rules.looking import place_hit
from rules.model import Hit, Rule, Scope, Verdict
from rules.packs import Pack

_NAME = re.compile(r"[\u4e00-\u9fff]{2,4}")


class Signer(Rule):
    """落款处打印的姓名与表内姓名是否一致。同音字、异体字和程序误读都有可能，所以只提示核对。

    依据: 承诺书由本人签名（xinbei-2010 附件2，N1.15；henu-2010 附件2，N3.7）。
    反例: 无。本条从不判为不合格。
    正例: 姓名栏与落款都是同一人；落款空着或不是姓名的，不作判断。
    """

    code = "F13"
    scope = Scope.FORM
    says = ("name", "signer")

    def check(self, facts: FormFacts, pack: Pack) -> Iterator[Hit]:
        form = facts.form
        name, signer = "".join(form.person.split()), "".join(form.signing.signer.split())
        if form.kind is FormKind.ORG or not _NAME.fullmatch(name) or not _NAME.fullmatch(signer):
            return
        if name not in signer and signer not in name:
            values = (("name", name), ("signer", signer))
            yield place_hit(facts, form.signing.passage, verdict=Verdict.UNKNOWN, variant="other", values=values)
