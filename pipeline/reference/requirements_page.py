"""docs/requirements.md: what each clause of the notices asks, and the rules, commands and tests that see to it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

import rules
from rules.packs import load_pack, pack_ids

HEAD = """# What the notices ask, and what sees to it

<!-- made by python -m pipeline.reference from rules/requirements.yaml and the packs; do not edit -->

`now`: in scope. `later`: not served yet, with the reason. A rule stands in a row where a pack cites the row for it, or where
`rules/requirements.yaml` says so; every rule has its cases in `tests/rules/cases/`, a notice's own (N01 …) beside its pack.

| id | asks | scope | rules | commands | tests |
|---|---|---|---|---|---|"""


@dataclass(frozen=True, slots=True)
class Row:
    """A clause. `rules` holds codes, a notice's own as `notice N01`; `tests` paths, with `::test` where it is one test."""

    id: str
    text: str
    scope: str
    note: str
    rules: tuple[str, ...]
    commands: tuple[str, ...]
    tests: tuple[str, ...]


def rows() -> list[Row]:
    """Every clause, with what the packs cite it for."""
    path = Path(rules.__file__).parent / "requirements.yaml"
    data = yaml.safe_load(path.read_text("utf-8"))
    return [_row(name, given) for name, given in data.items()]


def requirements_page() -> str:
    """The page as Markdown."""
    lines = [HEAD]
    for row in rows():
        text = row.text + (f" ({row.note})" if row.note else "")
        commands = ", ".join(f"`chengnuo {name}`" for name in row.commands)
        lines.append(f"| {row.id} | {text} | {row.scope} | {', '.join(row.rules)} | {commands} | {', '.join(map(_short, row.tests))} |")
    return "\n".join(lines) + "\n"


def _row(name: str, given: dict[str, object]) -> Row:
    def listed(key: str) -> list[str]:
        found = given.get(key, [])
        return [str(value) for value in found] if isinstance(found, list) else []

    codes = sorted({*listed("rules"), *_cited(name)})
    cases = [f"tests/rules/cases/{code}.yaml" for code in codes if " " not in code]
    cases += ["rules/packs/{}/cases/{}.yaml".format(*code.split()) for code in codes if " " in code]
    tests = (*cases, *listed("tests"))
    text, scope, note = (str(given.get(key, "")) for key in ("text", "scope", "note"))
    return Row(name, text, scope, note, tuple(codes), tuple(listed("commands")), tests)


def _cited(name: str) -> set[str]:
    """Rules that some pack switches on and cites the row for."""
    packs = [load_pack(pack) for pack in pack_ids()]
    known = {code for pack in packs for code, settings in pack.rules.items() if settings.on and settings.id == name}
    own = {f"{pack.id} {code}" for pack in packs for code, rule in pack.own_rules.items() if rule.on and rule.id == name}
    return known | own


def _short(test: str) -> str:
    """A rule's cases by their code alone: the rule stands beside it."""
    return Path(test).stem if test.endswith(".yaml") else f"`{test.removeprefix('tests/')}`"
