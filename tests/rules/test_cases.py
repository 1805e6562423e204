"""Every case of `cases/*.yaml`: what a rule says of a form. `given` of a file holds for all of its cases."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from extractors.model import WordPlace
from rules.engine import judge, judge_batch
from rules.model import Finding, Verdict
from rules.packs import Pack, load_pack
from rules.private import hidden
from tests.rules.build import Page, batch_facts_of, facts_of

CASES = Path(__file__).parent / "cases"
OUTCOMES = ("ok", "deficient", "unknown")


def merged(base: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    result = dict(base)
    for key, value in own.items():
        old = result.get(key)
        result[key] = merged(old, value) if isinstance(old, Mapping) and isinstance(value, Mapping) else value
    return result


def cases() -> Iterator[Any]:
    for path in sorted(CASES.glob("*.yaml")):
        data = yaml.safe_load(path.read_text("utf-8"))
        for outcome in OUTCOMES:
            for number, case in enumerate(data.get(outcome, ()), 1):
                whole = merged(data.get("given", {}), case)
                yield pytest.param(path.stem, outcome, whole, id=f"{path.stem}-{outcome}-{number}")


@lru_cache
def pack_with(name: str, code: str) -> Pack:
    """The pack with this one rule, switched on."""
    pack = load_pack(name)
    return pack.model_copy(update={"rules": {code: pack.rule(code).model_copy(update={"on": True})}})


@pytest.mark.parametrize(("code", "outcome", "case"), list(cases()))
def test_case(code: str, outcome: str, case: Mapping[str, Any]) -> None:
    pack = pack_with(case.get("pack", "base"), code)
    found, page = judged(case, pack)
    assert {f.code for f in found} <= {code}, [f.message for f in found]
    assert {f.verdict for f in found} == ({Verdict(outcome)} - {Verdict.OK}), [f.message for f in found]
    check_details(found, case)
    for finding in found:
        assert hidden(printed(finding, page)) == finding.evidence
        assert "{" not in finding.message + finding.suggestion
        assert "None" not in finding.message + finding.suggestion


def judged(case: Mapping[str, Any], pack: Pack) -> tuple[tuple[Finding, ...], Page]:
    if "batch" in case:
        whole, page = batch_facts_of(case)
        return judge_batch(whole, pack), page
    facts, page = facts_of(case)
    return judge(facts, pack), page


def check_details(found: tuple[Finding, ...], case: Mapping[str, Any]) -> None:
    if "count" in case:
        assert len(found) == case["count"]
    if "on" in case:
        assert [f.item for f in found] == [n - 1 for n in case["on"]]
    if "weight" in case:
        assert {f.severity.value for f in found} == {case["weight"]}
    if "evidence" in case:
        assert [f.evidence for f in found] == [case["evidence"]]
    for words in case.get("says", ()):
        assert any(words in f.message + f.suggestion for f in found), [f.message + f.suggestion for f in found]


    for words in case.get("unsaid", ()):
        assert not any(words in f.suggestion for f in found), [f.suggestion for f in found]


def printed(finding: Finding, page: Page) -> str:
    """What stands at the finding's anchor; nothing for a remark on the whole form."""
    places = [p for p in finding.anchor.places if isinstance(p, WordPlace)]
    if not finding.evidence:
        return ""
    return "\n".join(page.texts[p.paragraph][p.start : p.end] for p in places)
