"""K04: one of the three parts of a form's content is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.model import Annotation, CommitmentItem, Part
from rules.categories import category_of
from rules.elements import promises
from rules.facts import FormFacts
from rules.looking import form_hit, numbered
from rules.model import Hit, Rule, Scope, Verdict
from rules.packs import Pack

_OWN_LABEL = re.compile(r"^[^\u4e00-\u9fff]*[（(【\[〔]([\u4e00-\u9fff]{2,6})[）)】\]〕]|^[^\u4e00-\u9fff]*在?([\u4e00-\u9fff]{2,6}(?=[:：])|[\u4e00-\u9fff]{2,6}(?=(?:方面|部分)[，,:：]))")
"""What an item prints before its promise: （共性）, 创新：, 共性承诺方面，."""
_LONGEST_LABEL = 14
_WORK = (Part.POST, Part.DEED, Part.RULE)


class Parts(Rule):
    """承诺内容是否包括共性、岗位、创新三部分。实事、制度都算岗位部分；小标题写明的从小标题。

    依据: 承诺内容一般分三部分（xinbei-2010 四，N1.6）。“一般”两字从宽，只作提示；该段不针对局机关和民办单位。
    反例: 只有遵章守纪的共性内容，没有结合岗位的事项，也没有创新内容。
    正例: 分“共性承诺”“岗位承诺”“创新承诺”三部分填写。
    """

    code = "K04"
    scope = Scope.FORM
    whole = True
    says = ("missing",)

    def check(self, facts: FormFacts, pack: Pack) -> Iterator[Hit]:
        params = pack.rule(self.code).params
        if not promises(facts, pack) or category_of(facts, pack) in params.get("not_for", ()):
            return
        there: set[str] = set()
        for _, item, annotation in numbered(facts):
            there |= _parts(item, annotation)
        missing = [name for name in params.get("parts", ()) if name not in there]
        values = (("missing", "、".join(missing)),)
        if missing and any(a.part is Part.OTHER for a in facts.annotations):
            yield form_hit(facts, verdict=Verdict.UNKNOWN, variant="unplaced", values=values)
        elif missing:
            yield form_hit(facts, values=values)


def _own_label(text: str) -> tuple[str, ...]:
    found = _OWN_LABEL.match(text[:_LONGEST_LABEL])
    return (found[1] or found[2],) if found else ()


def _parts(item: CommitmentItem, annotation: Annotation) -> set[str]:
    printed = (*item.headings, *_own_label(item.text))
    named = {p.value for p in (Part.COMMON, Part.POST, Part.NOVEL) if any(p.value in h for h in printed)}
    return named | {Part.POST.value if annotation.part in _WORK else annotation.part.value}
