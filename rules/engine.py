"""Run a notice's rules over one form. A rule that crashes costs itself: its place is taken by an internal-error finding."""

from __future__ import annotations

import importlib
import logging
import pkgutil
from dataclasses import field, replace
from functools import lru_cache

import rules.checks
from extractors.model import Anchor, FormKind
from extractors.model.value_class import value_class
from rules import unsure
from rules.facts import BatchFacts, FormFacts, LedgerFacts
from rules.looking import clipped
from rules.model import BatchRule, Clause, Finding, Hit, LedgerRule, Rule, Scope, Severity, Verdict
from rules.own.build import own_rules
from rules.packs import Pack, RuleSettings, Words
from rules.private import all_hidden, hidden

INTERNAL_ERROR = "X00"
QUOTE = 24
log = logging.getLogger(__name__)


@lru_cache(maxsize=1)
def all_rules() -> tuple[Rule, ...]:
    """Every rule of the folder `checks/`, one instance each, by code."""
    found: list[Rule] = []
    for module in pkgutil.iter_modules(rules.checks.__path__):
        loaded = importlib.import_module(f"rules.checks.{module.name}")
        found.extend(
            value()
            for value in vars(loaded).values()
            if isinstance(value, type) and issubclass(value, Rule) and value.__module__ == loaded.__name__
        )
    return tuple(sorted(found, key=lambda rule: rule.code))


def rules_of(pack: Pack) -> tuple[Rule, ...]:
    """The rules of the program and the notice's own, by code."""
    return tuple(sorted((*all_rules(), *own_rules(pack)), key=lambda rule: rule.code))


@lru_cache(maxsize=1)
def whole_form_codes() -> frozenset[str]:
    """Codes of the rules that look at a form as a whole; what only adds to a form is not held to them."""
    return frozenset(rule.code for rule in all_rules() if rule.whole)


@lru_cache(maxsize=1)
def in_time_codes() -> frozenset[str]:
    """Codes of the rules that ask whether a form came, and was signed, in time; a mended form is not held to them where its
    first version was."""
    return frozenset(rule.code for rule in all_rules() if rule.in_time)


@lru_cache(maxsize=1)
def once_codes() -> frozenset[str]:
    """Codes of the rules that one promise meets, be it in a supplement."""
    return frozenset(rule.code for rule in all_rules() if rule.once)


@lru_cache(maxsize=1)
def paper_codes() -> frozenset[str]:
    """Codes of the rules whose doubts the paper copy settles."""
    return frozenset(rule.code for rule in all_rules() if rule.on_paper)


def judge(facts: FormFacts, pack: Pack) -> tuple[Finding, ...]:
    """The findings of one form, in the order of rule codes, then of the form.

    Facts are not changed; the result depends on nothing but the two arguments."""
    findings: list[Finding] = []
    for asked in _asked_of_form(pack, facts.form.kind):
        try:
            if hits := list(asked.rule.check(facts, pack)):
                findings += [_judged(asked, hit, facts, pack) for hit in hits]
        except Exception as error:  # the design's third failure tier: a bug in a rule must not cost the form
            findings.append(_internal_error(asked.rule, error, facts.file_name, pack))
    if facts.form.scan is not None:
        findings += _to_verify(facts, pack)
    if facts.form.warnings:
        findings += _warned(facts, pack)
    return tuple(findings)


def judge_batch(facts: BatchFacts, pack: Pack) -> tuple[Finding, ...]:
    """The findings that the rest of the batch brings to one form, in the order of rule codes, then of the form."""
    findings: list[Finding] = []
    for asked in _asked(pack, facts.kind):
        if not isinstance(asked.rule, BatchRule):
            continue
        try:
            hits = list(asked.rule.check_batch(facts, pack))
            findings += [_word(asked, h, _batch_values(asked.settings, h, facts), facts.kind, pack) for h in hits]
        except Exception as error:  # as above
            findings.append(_internal_error(asked.rule, error, facts.file_name, pack))
    return tuple(findings)


def judge_ledger(facts: LedgerFacts, pack: Pack) -> tuple[Finding, ...]:
    """The findings on what the ledger knows, in the order of rule codes."""
    findings: list[Finding] = []
    for asked in _asked(pack, facts.kind):
        if not isinstance(asked.rule, LedgerRule):
            continue
        try:
            hits = list(asked.rule.check_ledger(facts, pack))
            findings += [_word(asked, h, _filled(asked.settings, h, "", ""), facts.kind, pack) for h in hits]
        except Exception as error:  # as above
            findings.append(_internal_error(asked.rule, error, "", pack))
    return tuple(findings)


@value_class
class _Asked:
    """A rule as a notice uses it for one kind of form. `said` fills as the rule speaks: weight and words by verdict
    and variant."""

    rule: Rule
    settings: RuleSettings
    clause: Clause
    said: dict[tuple[Verdict, str], tuple[Severity, Words]] = field(default_factory=dict, compare=False)

    def says(self, hit: Hit, pack: Pack, kind: FormKind) -> tuple[Severity, Words]:
        """How much the hit weighs, and the text bank's words for it; a doubt is a hint and suggests nothing."""
        found = self.said.get((hit.verdict, hit.variant))
        if found is None:
            weight = Severity.HINT if hit.verdict is Verdict.UNKNOWN else self.settings.weight(hit.variant, kind)
            found = weight, pack.words(self.rule.code, hit.verdict, hit.variant)
            self.said[hit.verdict, hit.variant] = found
        return found


@lru_cache(maxsize=64)
def _asked(pack: Pack, kind: FormKind) -> tuple[_Asked, ...]:
    """The rules that the notice asks of that kind of form, with its settings."""
    asked = (_Asked(rule, pack.rule(rule.code), pack.clause(rule.code)) for rule in rules_of(pack))
    return tuple(a for a in asked if a.settings.on and kind in a.settings.kinds)


@lru_cache(maxsize=64)
def _asked_of_form(pack: Pack, kind: FormKind) -> tuple[_Asked, ...]:
    """Those of them that can tell something from the form alone."""
    return tuple(a for a in _asked(pack, kind) if not isinstance(a.rule, (BatchRule, LedgerRule)) or _looks_at_forms(a.rule))


def _looks_at_forms(rule: Rule) -> bool:
    """Whether a rule of the batch or the ledger looks at forms too."""
    return type(rule).check not in (BatchRule.check, LedgerRule.check)


def _judged(asked: _Asked, hit: Hit, facts: FormFacts, pack: Pack) -> Finding:
    """The hit in words; a fault that may come of a misread scan is none that anybody can be told of."""
    said = _word(asked, hit, _values(asked.settings, hit, facts), facts.form.kind, pack)
    if hit.verdict is not Verdict.DEFICIENT:
        return said
    if facts.form.scan is not None and unsure.clouds(asked.rule.code, hit, facts):
        message = hidden(unsure.LOWERED.format(where=_where(hit, facts) or "本表", title=asked.settings.title or asked.rule.code))
    elif unsure.not_whole(hit, facts):
        message = unsure.NOT_WHOLE.format(title=asked.settings.title or asked.rule.code)
    else:
        return said
    return replace(said, verdict=Verdict.UNKNOWN, severity=Severity.HINT, message=message, suggestion="")


def _to_verify(facts: FormFacts, pack: Pack) -> tuple[Finding, ...]:
    """What of a scanned form was read without being sure of it."""
    return tuple(
        Finding(
            code=unsure.CODE, verdict=Verdict.UNKNOWN, severity=Severity.HINT, scope=doubt.scope, item=doubt.item,
            field=doubt.field, evidence=hidden(doubt.words), clause=Clause(pack.id, "", ""), message=hidden(doubt.message),
            suggestion="", anchor=doubt.anchor,
        )
        for doubt in unsure.doubts(facts)
    )  # fmt: skip


def _warned(facts: FormFacts, pack: Pack) -> tuple[Finding, ...]:
    """What the reader could not read for sure, so that a person looks."""
    return tuple(
        Finding(
            code=unsure.WARNED, verdict=Verdict.UNKNOWN, severity=Severity.HINT, scope=Scope.FORM, item=None, field=None, evidence="",
            clause=Clause(pack.id, "", ""), message=unsure.WARNING.format(sentence=sentence), suggestion="", anchor=facts.form.anchor,
        )
        for sentence in facts.form.warnings
    )  # fmt: skip


def _word(asked: _Asked, hit: Hit, values: dict[str, str], kind: FormKind, pack: Pack) -> Finding:
    weight, words = asked.says(hit, pack, kind)
    evidence, message, suggestion = all_hidden(hit.evidence, words.message.format_map(values), words.suggestion.format_map(values))
    return Finding(
        code=asked.rule.code,
        verdict=hit.verdict,
        severity=weight,
        scope=asked.rule.scope,
        item=hit.item,
        field=hit.field,
        evidence=evidence,
        clause=asked.clause,
        message=message,
        suggestion=suggestion,
        anchor=hit.anchor,
    )


def _values(settings: RuleSettings, hit: Hit, facts: FormFacts) -> dict[str, str]:
    """What fills the placeholders; the reason of a doubt is the pack's text for its variant."""
    number = "" if hit.item is None else str(facts.items[hit.item].n)
    return _filled(settings, hit, number, _where(hit, facts))


def _batch_values(settings: RuleSettings, hit: Hit, facts: BatchFacts) -> dict[str, str]:
    number = "" if hit.item is None else str(facts.promises[hit.item].n)
    return _filled(settings, hit, number, f"第{number}项" if number else "")


def _filled(settings: RuleSettings, hit: Hit, number: str, where: str) -> dict[str, str]:
    evidence = hit.evidence
    values = {"evidence": evidence, "quote": clipped(evidence, QUOTE) if evidence else "", "where": where, "n": number}
    values.update(hit.values)
    reason = settings.reasons.get(hit.variant)
    values["reason"] = reason.format_map(values) if reason else hit.reason
    return values


def _where(hit: Hit, facts: FormFacts) -> str:
    if hit.item is not None:
        return f"第{facts.items[hit.item].n}项"
    found = facts.form.field(hit.field) if hit.field else None
    return f"“{found.label}”栏" if found else ""


def _internal_error(rule: Rule, error: Exception, file_name: str, pack: Pack) -> Finding:
    log.error("rule %s on %s", rule.code, file_name, exc_info=error)
    return Finding(
        code=INTERNAL_ERROR,
        verdict=Verdict.UNKNOWN,
        severity=Severity.HINT,
        scope=Scope.FORM,
        item=None,
        field=None,
        evidence="",
        clause=Clause(pack.id, "", ""),
        message=f"规则 {rule.code} 运行出错（{type(error).__name__}），本表该项无法判定，请人工核对并反馈给程序维护者。",
        suggestion="",
        anchor=Anchor(),
    )
