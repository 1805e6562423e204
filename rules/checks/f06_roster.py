"""F06: the form's owner is not in the roster."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.model import FormKind
from rules.facts import FormFacts
from rules.looking import field_hit, form_hit
from rules.model import Hit, Rule, Scope, Verdict
from rules.packs import Pack


class InRoster(Rule):
    """名册中能否找到这份承诺书的单位或党员。找不到可能是名称写法不同，也可能是名册不全，所以只提示核对。

    依据: 应报对象以办公室的名册为准（各通知报送要求）。
    反例: 无。本条从不判为不合格。
    正例: “机关一支部”与名册一致；没有提供名册时不作判断；表上没有名称的，由 F01、F10 说明。
    """

    code = "F06"
    scope = Scope.FIELD
    says = ("label", "name")

    def check(self, facts: FormFacts, pack: Pack) -> Iterator[Hit]:
        if not facts.roster_known or facts.match in ("exact", "asked"):
            return
        member = facts.form.kind is FormKind.MEMBER
        missing_person = member and facts.person is None
        if facts.match == "likely" and not missing_person:
            return
        form = facts.form
        name = (form.person if member and form.person else form.unit) or form.person
        if not name:
            return
        found = form.field("name" if missing_person else "org_name") or form.field("branch")
        variant = "person" if missing_person and facts.unit else "unit"
        if found and found.value:
            yield field_hit(found, verdict=Verdict.UNKNOWN, variant=variant, values=(("name", name),))
        else:
            yield form_hit(facts, verdict=Verdict.UNKNOWN, variant=variant, values=(("name", name), ("label", "")))
