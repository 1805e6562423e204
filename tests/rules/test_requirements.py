"""Every clause of the notices in scope has a rule or command and a test, and all that is named exists."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import click
import pytest
import yaml

from extractors.model import FormKind
from pipeline.cli.main import cli
from pipeline.notices.case_facts import read_facts_of
from pipeline.reference.requirements_page import Row, requirements_page, rows
from rules.engine import all_rules
from rules.packs import load_pack, pack_ids

ROOT = Path(__file__).parents[2]
ROWS = rows()
LAST = {0: 13, 1: 15, 2: 11, 3: 7, 4: 7}
"""Rows of each notice."""
SCOPES = ("now", "later")


def faults(row: Row) -> list[str]:
    found = [f"scope {row.scope}"] if row.scope not in SCOPES else []
    if row.scope == "now" and not (row.rules or row.commands):
        found.append("nothing sees to it")
    if row.scope == "now" and not row.tests:
        found.append("no test")
    if row.scope != "now" and not row.note:
        found.append("not said why it is left")
    found += [f"no rule {code}" for code in row.rules if not is_rule(code)]
    found += [f"no command {name}" for name in row.commands if not is_command(name)]
    return found + [f"no test {test}" for test in row.tests if not is_test(test)]


def is_rule(code: str) -> bool:
    pack, _, own = code.rpartition(" ")
    return own in load_pack(pack).own_rules if pack else code in {rule.code for rule in all_rules()}


def is_command(name: str) -> bool:
    found: click.Command | None = cli
    for word in name.split():
        if not isinstance(found, click.Group) or word not in found.list_commands(click.Context(found)):
            return False
        found = found.get_command(click.Context(found), word)
    return found is not None


def is_test(name: str) -> bool:
    path, _, function = name.partition("::")
    if not (ROOT / path).is_file():
        return False
    return not function or bool(re.search(rf"^def {function}\(", (ROOT / path).read_text("utf-8"), re.MULTILINE))


@pytest.mark.parametrize("row", [pytest.param(row, id=row.id) for row in ROWS])
def test_a_row_is_seen_to(row: Row) -> None:
    assert faults(row) == []


def test_every_row_of_every_notice_is_there() -> None:
    assert [row.id for row in ROWS] == [f"N{notice}.{n}" for notice, last in LAST.items() for n in range(1, last + 1)]
    cited = {s.id for name in pack_ids() for s in (*load_pack(name).rules.values(), *load_pack(name).own_rules.values()) if s.id}
    cited |= {topic.id for name in pack_ids() for topic in load_pack(name).topics}
    assert cited <= {row.id for row in ROWS}
    assert all(f"| {row.id} | " in requirements_page() for row in ROWS)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"rules": ("C99",)}, "no rule C99"),
        ({"rules": ("campus-2010 N99",)}, "no rule campus-2010 N99"),
        ({"rules": (), "commands": ()}, "nothing sees to it"),
        ({"commands": ("audit",)}, "no command audit"),
        ({"commands": ("notices audit",)}, "no command notices audit"),
        ({"tests": ()}, "no test"),
        ({"tests": ("tests/rules/test_engine.py::test_nothing",)}, "no test tests/rules/test_engine.py::test_nothing"),
        ({"tests": ("tests/rules/cases/C99.yaml",)}, "no test tests/rules/cases/C99.yaml"),
        ({"scope": "later", "note": ""}, "not said why"),
        ({"scope": "soon"}, "scope soon"),
        ({"scope": "batch", "note": "not yet"}, "scope batch"),
    ],
)
def test_what_is_amiss_would_be_noticed(change: dict[str, object], said: str) -> None:
    (good,) = [row for row in ROWS if row.id == "N0.9"]
    assert any(fault.startswith(said) for fault in faults(replace(good, **change)))  # type: ignore[arg-type]


def test_a_row_holds_nothing_that_nobody_reads() -> None:
    """A comma in a text without quotes would end it, and the rest would be keys of their own."""
    data = yaml.safe_load((ROOT / "rules" / "requirements.yaml").read_text("utf-8"))
    assert {key for row in data.values() for key in row} <= {"text", "scope", "note", "rules", "commands", "tests"}


def test_topics_that_are_only_labels_are_found() -> None:
    pack = load_pack("csust-2012")
    promises = ["每月读书1本", "6月底前完成教学课题1项", "到课率达到98%", "走访困难群众12户"]
    facts, _ = read_facts_of({"read": True, "form": {"kind": FormKind.MEMBER, "year": 2012}, "items": promises}, pack)
    found = {topic for a in facts.annotations for topic in a.topics}
    assert {topic.name for topic in pack.topics if topic.id == "N4.1"} <= found
