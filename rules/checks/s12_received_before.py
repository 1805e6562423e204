"""S12: signed or approved after the file came in."""

from __future__ import annotations

from collections.abc import Iterator

from rules.facts import FormFacts
from rules.looking import chinese_day, place_hit
from rules.model import Hit, Rule, Scope, Verdict
from rules.packs import Pack
from rules.years import hand_in, signing_clashes


class ReceivedBefore(Rule):
    """收件时还没有到签署、审定的日期吗。收到的是签章件的，先后矛盾；收到的是电子版的，可能先报电子版后签字，只提示核对。

    依据: 先签署、审定，再报送（csust-2012 二（二）（三）、三（三），campus-2010 四（一），N2.6）。
    反例: 登记为签章件的文件3月12日收到，签署日期为3月14日。
    正例: 3月10日签署、12日审定、14日收到。超过报送期限才签署的由 S09 说明（通知启用 S09 时）。
    """

    code = "S12"
    scope = Scope.FORM
    says = ("day", "received")

    def check(self, facts: FormFacts, pack: Pack) -> Iterator[Hit]:
        form, received = facts.form, facts.received
        if received is None or signing_clashes(form):
            return
        signed, approved, last = form.signing.date, form.approval.date, hand_in(facts, pack)
        told = pack.rule("S09").on and last and signed.day and signed.day > last
        if signed.day and signed.day > received and not told:
            values = (("day", chinese_day(signed.day)), ("received", chinese_day(received)))
            unsure = not facts.signed_copy
            verdict = Verdict.UNKNOWN if unsure else Verdict.DEFICIENT
            yield place_hit(facts, signed.passage, verdict=verdict, variant="draft" if unsure else "", values=values)
        elif approved.day and approved.day > received:
            values = (("day", chinese_day(approved.day)), ("received", chinese_day(received)))
            verdict, variant = (Verdict.DEFICIENT, "approved") if facts.signed_copy else (Verdict.UNKNOWN, "foreseen")
            yield place_hit(facts, approved.passage or form.approval.passage, verdict=verdict, variant=variant, values=values)
