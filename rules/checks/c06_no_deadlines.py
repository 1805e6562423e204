"""C06: no promise of the form has a usable limit."""

from __future__ import annotations

from collections.abc import Iterator

from rules.elements import promises
from rules.facts import FormFacts
from rules.looking import EXAMPLE, example, example_day, first_deed, form_hit
from rules.model import Hit, Rule, Scope, Verdict
from rules.packs import Pack
from rules.timing import may_be_limited


class NoDeadlines(Rule):
    """全表有没有任何一项写明了能检查的完成时限。一项都没有的，整表无法督促和评议。

    各项都算在内，空泛、等同一般要求的也算；还留着待填内容的不算（F07）。各项的 C04 照常提示。

    依据: 审核标准“有完成时限”（csust-2012 三（二），N0.9）；栏目名为“公开承诺事项及完成时限”（xinbei-2010 附件1、附件2）。
    反例: 五项承诺都没有时限，或都写“尽快”“x月x日”。
    正例: 五项中有一项写明6月底前完成（其余各项由 C04 提示）。
    """

    code = "C06"
    scope = Scope.FORM
    whole = True
    says = ("count", *EXAMPLE)

    def check(self, facts: FormFacts, pack: Pack) -> Iterator[Hit]:
        told = promises(facts, pack)
        deadlines = [note.deadline for _, _, note in told]
        if not deadlines or any(d.usable for d in deadlines) or any(may_be_limited(item, note, pack) for _, item, note in told):
            return
        unsure = any(d.ambiguous for d in deadlines)
        values = (("count", str(len(deadlines))), *example(example_day(facts, pack), *first_deed(facts)))
        verdict = Verdict.UNKNOWN if unsure else Verdict.DEFICIENT
        yield form_hit(facts, verdict=verdict, variant="unsure" if unsure else "", values=values)
