"""K07: a member without a post who takes none on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.model import Part
from rules.facts import FormFacts
from rules.looking import form_hit
from rules.model import Hit, Rule, Scope, Verdict
from rules.packs import Pack


class NoPost(Rule):
    """表上写明没有职务的党员，承诺是否结合设岗定责、义工服务。只看职务栏写明无职、退休、务农等的党员。

    依据: 无职党员要结合党员设岗定责、义工服务等开展承诺（xinbei-2010 二2，N1.2）。
    反例: 职务栏填“无”，各项承诺只有学习和守纪，没有认领岗位，也没有志愿服务。
    正例: 认领卫生监督岗，每周巡查一次。承诺了为群众服务的具体事项而没有写岗位的，只提示核对；在职党员不作判断。
    """

    code = "K07"
    scope = Scope.FORM
    whole = True
    says = ("post",)

    def check(self, facts: FormFacts, pack: Pack) -> Iterator[Hit]:
        params = pack.rule(self.code).params
        found = facts.form.field("post")
        post = found.value or "" if found else ""
        if not facts.items or not re.fullmatch("|".join(params.get("posts", ())) or "(?!)", post):
            return
        texts = "\n".join([line for item in facts.items for line in (item.text, *item.headings)])
        if any(word in texts for word in params.get("words", ())):
            return
        near = any(a.part in (Part.DEED, Part.POST, Part.OTHER) and not a.wording.vague for a in facts.annotations)
        verdict = Verdict.UNKNOWN if near else Verdict.DEFICIENT
        yield form_hit(facts, verdict=verdict, variant="near" if near else "", values=(("post", post),))
