"""F02: telephone numbers that cannot be dialled."""

from __future__ import annotations

from collections.abc import Iterator

from rules.facts import FormFacts
from rules.looking import field_hit
from rules.model import Hit, Rule, Scope, Verdict
from rules.packs import Pack
from rules.phones import PhoneState, phone_state


class Phone(Rule):
    """联系电话是否是能拨通的号码。手机、带或不带区号的固定电话、分机、几个号码并列都可以。

    依据: 承诺书样式的“联系电话”“联系方式”栏（xinbei-2010 附件1，henu-2010 附件2）。
    反例: 1380013800（手机号少一位）。
    正例: 0731-85550132；13800138000；85550132转8012。内线短号、隐去中间几位的号码不判为错，提示核对。
    """

    code = "F02"
    scope = Scope.FIELD
    says = ("label",)

    def check(self, facts: FormFacts, pack: Pack) -> Iterator[Hit]:
        found = facts.form.field("phone")
        if not found or not found.value:
            return
        state = phone_state(found.text or found.value)
        if state is PhoneState.MALFORMED:
            yield field_hit(found)
        elif state is PhoneState.UNSURE:
            yield field_hit(found, verdict=Verdict.UNKNOWN, variant="unsure")
