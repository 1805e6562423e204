"""Cases of rules in YAML: reading them, and whether a rule says of each what it should.

    given: {…}          holds for every case of the file; `pack` names the notice where it is not the folder's own
    ok: [case, …]       the rule says nothing; `deficient` and `unknown`: it says that
    a case              form, facts, items (see `case_facts`) or batch (`case_batch`) or ledger (`case_ledger`), params (of the rule, in place of the pack's), and what the finding must be: count, on (numbers of items),
                        weight, evidence, says, unsaid (of suggestions)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from extractors.model import WordPlace
from pipeline.notices.case_batch import batch_facts_of
from pipeline.notices.case_facts import Page, read_facts_of
from pipeline.notices.case_ledger import ledger_facts_of
from rules.engine import judge, judge_batch, judge_ledger
from rules.model import Finding, Verdict
from rules.packs import Pack, PackError, load_pack
from rules.private import hidden

OUTCOMES = {"ok": "合格", "deficient": "不合格", "unknown": "无法判定"}


@dataclass(frozen=True, slots=True)
class Case:
    """One case: `code` of the rule, `outcome` (a key of OUTCOMES), `pack` by id or path, `name` for reports."""

    code: str
    outcome: str
    pack: str
    name: str
    data: Mapping[str, Any]


def cases_in(folder: Path, pack: str) -> list[Case]:
    """The cases of every `<CODE>.yaml` in a folder, judged by `pack` where they name no other. Raises PackError for a
    file that is not YAML of that shape."""
    return [case for path in sorted(folder.glob("*.yaml")) for case in _of_file(path, pack)]


def mistakes(case: Case) -> list[str]:
    """What is not as the case says, in Chinese; empty where all is well."""
    try:
        pack = _with(_alone(case.pack, case.code), case.code, case.data.get("params"))
        found, page = _judged(case.data, pack)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        return [f"用例的写法不对：{type(error).__name__} {error}"]
    return [*_outcome(case, found), *_details(case.data, found), *_texts(found, page)]


def _judged(case: Mapping[str, Any], pack: Pack) -> tuple[tuple[Finding, ...], Page]:
    if "ledger" in case:
        return judge_ledger(ledger_facts_of(case["ledger"]), pack), Page()
    if "batch" in case:
        whole, page = batch_facts_of(case)
        return judge_batch(whole, pack), page
    facts, page = read_facts_of(case, pack)
    return judge(facts, pack), page


def _of_file(path: Path, pack: str) -> Iterator[Case]:
    try:
        data = yaml.safe_load(path.read_text("utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise PackError(f"{path}：不是有效的 YAML。{error}") from error
    if not isinstance(data, dict) or not set(data) <= {"given", *OUTCOMES}:
        raise PackError(f"{path}：只能有 given、{'、'.join(OUTCOMES)} 几个键。")
    for outcome in OUTCOMES:
        for number, own in enumerate(data.get(outcome) or (), 1):
            whole = _merged(data.get("given") or {}, own)
            yield Case(path.stem, outcome, whole.get("pack", pack), f"{path.stem}-{outcome}-{number}", whole)


def _merged(base: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    result = dict(base)
    for key, value in own.items():
        old = result.get(key)
        result[key] = _merged(old, value) if isinstance(old, Mapping) and isinstance(value, Mapping) else value
    return result


@lru_cache(maxsize=128)
def _alone(name: str, code: str) -> Pack:
    """The pack with this one rule switched on; the others keep their settings, which some rules share."""
    pack = load_pack(name)
    if code in pack.own_rules:
        return pack.model_copy(update={"rules": {}, "own_rules": {code: pack.own_rules[code]}})
    alone = {other: settings.model_copy(update={"on": other == code}) for other, settings in pack.rules.items()}
    return pack.model_copy(update={"rules": alone, "own_rules": {}})


def _with(pack: Pack, code: str, params: dict[str, Any] | None) -> Pack:
    """The pack with other numbers and lists for the rule."""
    if not params or code not in pack.rules:
        return pack
    settings = pack.rule(code)
    other = settings.model_copy(update={"params": {**settings.params, **params}})
    return pack.model_copy(update={"rules": {**pack.rules, code: other}})


def _outcome(case: Case, found: tuple[Finding, ...]) -> Iterator[str]:
    said = "；".join(f"{f.code} {f.message}" for f in found) or "没有意见"
    if {f.code for f in found} - {case.code}:
        yield f"规则出错：{said}"
    if {f.verdict for f in found} != {Verdict(case.outcome)} - {Verdict.OK}:
        yield f"应为{OUTCOMES[case.outcome]}，实为：{said}"


def _details(case: Mapping[str, Any], found: tuple[Finding, ...]) -> Iterator[str]:
    if "count" in case and len(found) != case["count"]:
        yield f"应有 {case['count']} 条，实有 {len(found)} 条"
    if "on" in case and [f.item for f in found] != [n - 1 for n in case["on"]]:
        yield f"应在第 {'、'.join(map(str, case['on']))} 项"
    if "weight" in case and {f.severity.value for f in found} != {case["weight"]}:
        yield f"轻重应为{case['weight']}，实为{'、'.join(f.severity.value for f in found)}"
    if "evidence" in case and [f.evidence for f in found] != [case["evidence"]]:
        yield f"依据的原文应为“{case['evidence']}”，实为“{'、'.join(f.evidence for f in found)}”"
    for words in case.get("says", ()):
        if not any(words in f.message + f.suggestion for f in found):
            yield f"意见中应有“{words}”"
    for words in case.get("unsaid", ()):
        if any(words in f.suggestion for f in found):
            yield f"建议中不该有“{words}”"


def _texts(found: tuple[Finding, ...], page: Page) -> Iterator[str]:
    """The evidence stands at the anchor word for word, and no placeholder is left in what people read."""
    for finding in found:
        if hidden(_printed(finding, page)) != finding.evidence:
            yield f"依据的原文“{finding.evidence}”与所在位置不符"
        text = finding.message + finding.suggestion
        if "{" in text or "None" in text or not finding.message:
            yield f"意见没有写完整：{text}"


def _printed(finding: Finding, page: Page) -> str:
    """What stands at the finding's anchor; nothing for a remark on the whole form."""
    places = [p for p in finding.anchor.places if isinstance(p, WordPlace)]
    if not finding.evidence:
        return ""
    return "\n".join(page.texts[p.paragraph][p.start : p.end] for p in places)
