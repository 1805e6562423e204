"""Every rule is explained, tried and worded; every pack says where its notice asks for it."""

from __future__ import annotations

import inspect
import re
from pathlib import Path
from string import Formatter

import pytest
import yaml

from rules.engine import all_rules
from rules.model import Rule
from rules.packs import Pack, load_pack, pack_ids

CASES = Path(__file__).parent / "cases"
COMMON = {"n", "where", "evidence", "quote", "reason"}
RULES = [pytest.param(rule, id=rule.code) for rule in all_rules()]
NOTICES = [name for name in pack_ids() if name != "base"]


def test_the_five_packs_are_there() -> None:
    assert pack_ids() == ["base", "campus-2010", "csust-2012", "henu-2010", "xinbei-2010"]


def test_codes_are_unique_and_name_their_file() -> None:
    codes = [rule.code for rule in all_rules()]
    assert len(codes) == len(set(codes)) >= 50
    for rule in all_rules():
        assert type(rule).__module__.rsplit(".", 1)[1].startswith(rule.code.lower() + "_")


@pytest.mark.parametrize("rule", RULES)
def test_docstring_has_its_sections(rule: Rule) -> None:
    text = inspect.getdoc(type(rule)) or ""
    places = [text.find(f"\n{section}: ") for section in ("依据", "反例", "正例")]
    assert 0 < places[0] < places[1] < places[2]
    assert len(text[: places[0]].strip()) >= 10


@pytest.mark.parametrize("rule", RULES)
def test_has_cases(rule: Rule) -> None:
    cases = yaml.safe_load((CASES / f"{rule.code}.yaml").read_text("utf-8"))
    assert len(cases["ok"]) >= 3
    never = "反例: 无。本条从不判为不合格" in (inspect.getdoc(type(rule)) or "")
    assert len(cases["unknown" if never else "deficient"]) >= 3
    assert not (never and cases["deficient"])
    source = inspect.getsource(inspect.getmodule(type(rule)))  # type: ignore[arg-type]
    if "UNKNOWN" in source:
        assert cases["unknown"]


def test_no_cases_without_a_rule() -> None:
    assert {path.stem for path in CASES.glob("*.yaml")} == {rule.code for rule in all_rules()}


@pytest.mark.parametrize("rule", RULES)
def test_is_worded_in_base(rule: Rule) -> None:
    settings = load_pack("base").rules[rule.code]
    assert settings.title
    source = inspect.getsource(inspect.getmodule(type(rule)))  # type: ignore[arg-type]
    if "反例: 无" not in (inspect.getdoc(type(rule)) or ""):
        assert settings.words
        assert all(words.message and words.suggestion for words in settings.words.values())
    for variant in re.findall(r'verdict=Verdict\.UNKNOWN, variant="(\w+)"', source):
        assert variant in settings.reasons


@pytest.mark.parametrize("name", pack_ids())
def test_placeholders_are_known(name: str) -> None:
    pack = load_pack(name)
    for rule in all_rules():
        settings = pack.rule(rule.code)
        texts = [settings.unknown, *settings.reasons.values()]
        texts += [t for words in settings.words.values() for t in (words.message, words.suggestion)]
        used = {field for text in texts for _, field, _, _ in Formatter().parse(text) if field is not None}
        assert used <= COMMON | set(rule.says), rule.code


@pytest.mark.parametrize("name", NOTICES)
def test_every_rule_has_its_clause(name: str) -> None:
    pack = load_pack(name)
    assert set(pack.rules) == {rule.code for rule in all_rules()}
    for code in pack.rules:
        clause = pack.clause(code)
        assert clause.notice == name
        assert clause.ref
        assert re.fullmatch(r"N[0-4]\.\d+", clause.id)


@pytest.mark.parametrize("name", NOTICES)
def test_calendar_dimensions_and_topics_hold_together(name: str) -> None:
    pack = load_pack(name)
    assert pack.calendar.hand_in or pack.calendar.hand_in_by_year
    assert set(pack.dimension_sets.values()) <= set(pack.dimensions)
    for dimensions in pack.dimensions.values():
        assert set(dimensions.aliases.values()) <= set(dimensions.labels)
    for stage in pack.calendar.stages:
        assert not (stage.start and stage.end) or stage.start <= stage.end
    assert_topics(pack)
    assert pack.copied_shingles


def assert_topics(pack: Pack) -> None:
    categories = {*pack.categories, *pack.member_categories}
    names = [t.name for t in pack.topics]
    assert len(names) == len(set(names))
    for topic in pack.topics:
        assert topic.ref
        assert topic.id
        assert set(topic.categories) <= categories
        assert set(topic.levels) <= set(pack.levels)
    assert categories <= {c for t in pack.topics for c in t.categories}
