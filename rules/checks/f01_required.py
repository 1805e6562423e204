"""F01: fields that the form prints and nobody filled."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.model import Form, FormField, FormKind, Presence
from rules.facts import FormFacts
from rules.looking import field_hit, form_hit
from rules.model import Hit, Rule, Scope, Verdict
from rules.packs import Pack

_APPLICANT = re.compile("积极分子|发展对象|(?:入党|培养|考察)(?:申请人|对象)")


class RequiredFields(Rule):
    """表上印有的必填栏目是否都已填写；没有表格的承诺书，是否看得出是谁的承诺。

    依据: 通知所附承诺书样式印有的栏目都要填写（xinbei-2010 附件1、附件2，henu-2010 附件2）。
    反例: “联系电话”一栏空白；“党组织名称”一栏只划了横线。
    正例: 党组织名称、党员人数、负责人、联系电话逐栏填写；样式上没有印的栏目不作要求；全文没有印出单位或姓名的，可能写在签名、公章处，记为无法判定。
    """

    code = "F01"
    scope = Scope.FIELD
    whole = True
    says = ("label", "labels", "count")

    def check(self, facts: FormFacts, pack: Pack) -> Iterator[Hit]:
        params = pack.rule(self.code).params
        required = params.get("required", {}).get(facts.form.kind.value, ())
        blank = [f for key in required if (f := facts.form.field(key)) and not f.value and not _excused(facts, f)]
        if len(blank) >= params.get("gather_from", 4):
            values = (("labels", "、".join(f"“{f.label}”" for f in blank)), ("count", str(len(blank))), ("label", ""))
            yield Hit(blank[0].passage.anchor(), blank[0].passage.text, field=blank[0].key, variant="many", values=values)
        else:
            for found in blank:
                variant = "owner" if found.key in ("org_name", "name") else ""
                yield field_hit(found, variant=variant, values=(("labels", found.label), ("count", "1")))
        if _nameless(facts.form):
            yield form_hit(facts, verdict=Verdict.UNKNOWN, variant="nameless")


def _excused(facts: FormFacts, found: FormField) -> bool:
    """An applicant who takes part of free will (002 二（三）) has no day of joining yet."""
    if found.key != "joined":
        return False
    form = facts.form
    told = (form.title.text, form.signing.passage.text, facts.file_name, *(f.text for f in form.fields))
    return bool(facts.person and facts.person.applicant) or any(map(_APPLICANT.search, told))


def _nameless(form: Form) -> bool:
    """No name in a form without a place for one. It may be written or stamped on the paper: the clerk looks."""
    if form.kind is FormKind.MEMBER:
        printed = form.person or form.signing.signer or form.field("name") or form.signing.signed is Presence.PRESENT
    elif form.kind is FormKind.SECRETARY:
        printed = form.person or form.unit or form.field("name") or form.field("org_name") or form.signing.signer
    else:
        printed = form.unit or form.field("org_name") or form.signing.signer or form.signing.seal is Presence.PRESENT
    return not printed
