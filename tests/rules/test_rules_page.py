"""The page of rules shows every rule, its sections and its weight in each notice."""

from __future__ import annotations

from pipeline.reference.rules_page import rules_page
from rules.engine import all_rules
from rules.packs import load_pack, pack_ids


def test_every_rule_is_on_the_page() -> None:
    page = rules_page()
    for rule in all_rules():
        assert f"\n### {rule.code}　{load_pack('base').rule(rule.code).title}\n" in page
    assert page.count("- **依据**　") == page.count("- **反例**　") == page.count("- **正例**　") == len(all_rules())


def test_weights_are_those_of_the_packs() -> None:
    row = next(line for line in rules_page().splitlines() if line.startswith("| C06 |"))
    cells = [cell.strip() for cell in row.strip("|").split("|")][2:]
    assert dict(zip(pack_ids(), cells, strict=True)) == {
        "base": "建议修改",
        "campus-2010": "必须修改（建议修改）",
        "csust-2012": "必须修改（建议修改）",
        "henu-2010": "建议修改",
        "xinbei-2010": "建议修改",
    }
    assert next(line for line in rules_page().splitlines() if line.startswith("| K04 |")).count("—") == 4
