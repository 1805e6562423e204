"""The pages for people say what is so: commands, options, links, reasons, headings of the roster, keys of a pack."""

import re
import shlex
from pathlib import Path
from urllib.parse import unquote

import click
import pytest
from pydantic import BaseModel

from extractors import errors
from pipeline.cli.main import COMMANDS, cli
from pipeline.cli.run import command as run_command
from pipeline.ledger.sheets.problems import DECISIONS, REACHES
from pipeline.rosters import columns as roster_columns
from pipeline.status import State
from rules import own_settings, packs, settings, year_settings

ROOT = Path(__file__).parents[2]
MANUAL = (ROOT / "docs" / "手册.md").read_text("utf-8")
YEAR = (ROOT / "docs" / "全年工作.md").read_text("utf-8")
PACKS = (ROOT / "docs" / "packs.md").read_text("utf-8")
PAGES = sorted([*ROOT.glob("README*.md"), ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")])
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")


def blocks(text: str) -> list[tuple[str, str]]:
    """Every fenced block: its language and its lines."""
    return re.findall(r"^```(\w*)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def commands_of(text: str) -> list[str]:
    fenced = [line for _, block in blocks(text) for line in block.splitlines()]
    indented = [line.strip() for line in text.splitlines() if line.startswith("    ")]
    return [line for line in [*fenced, *indented] if line.startswith("chengnuo ")]


def context_of(words: list[str]) -> tuple[click.Command, list[str]]:
    """The command that a line calls, and what follows its name."""
    if words[0].startswith("-"):
        return cli, words
    found = cli.get_command(click.Context(cli), words[0])
    assert found is not None, f"no such command: {words[0]}"
    if isinstance(found, click.Group) and words[1:2] and words[1] in found.list_commands(click.Context(found)):
        rest = words[1:]
        while isinstance(found, click.Group) and rest and (below := found.get_command(click.Context(found), rest[0])) is not None:
            found, rest = below, rest[1:]
        return found, rest
    takes_words = words[0] == "notices"  # a notice's id stands where a command could
    assert not isinstance(found, click.Group) or takes_words or not words[1:] or words[1].startswith("-"), f"no such command: {' '.join(words[:2])}"
    return found, words[1:]


def names_of(command: click.Command) -> set[str]:
    options = [p for p in command.get_params(click.Context(command)) if isinstance(p, click.Option)]
    return {name for option in options for name in (*option.opts, *option.secondary_opts)} | {"-h", "--help"}


def unknown_options(line: str) -> list[str]:
    words = [w for w in shlex.split(line)[1:] if w != "…"]
    command, rest = context_of(words)
    return [w for w in rest if w.startswith("-") and w.partition("=")[0] not in names_of(command)]


def slugs_of(page: Path) -> set[str]:
    """The anchors of a page's headings, as the usual hosts of Markdown make them."""
    heads = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.strip().lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("page", [p for p in PAGES if p.name != "cli.md"], ids=lambda p: p.name)
def test_every_command_and_option_named_exists(page):
    for line in commands_of(page.read_text("utf-8")):
        assert not unknown_options(line.partition("#")[0]), line


def test_a_wrong_option_would_be_noticed():
    assert unknown_options("chengnuo run 收件箱 --notise x") == ["--notise"]
    assert unknown_options("chengnuo decide dismiss 结果 3f2a9c1b --raeson x") == ["--raeson"]
    for wrong in ("chengnuo audit 收件箱", "chengnuo decide forget 结果"):
        with pytest.raises(AssertionError, match="no such command"):
            unknown_options(wrong)


def test_the_manual_shows_every_command():
    shown = {shlex.split(line)[1] for line in commands_of(MANUAL + YEAR)}
    assert set(COMMANDS) <= shown


def test_the_manual_shows_every_command_of_a_group():
    shown = {tuple(shlex.split(line)[1:3]) for line in commands_of(MANUAL + YEAR)}
    for name in COMMANDS:
        found = cli.get_command(click.Context(cli), name)
        inner = found.commands if isinstance(found, click.Group) else {}
        assert {(name, sub) for sub in inner} <= shown


def test_the_manual_explains_every_option_of_run():
    table = MANUAL.partition("全部选项：")[2].partition("例如：")[0]
    told = set(re.findall(r"`(-[\w-]+)`", table))
    assert told == names_of(run_command) - {"-h", "--help"}


def test_inputs_of_the_examples_exist():
    named = [w for line in commands_of(MANUAL) for w in shlex.split(line) if w.startswith("samples/")]
    assert named
    assert [n for n in named if not (ROOT / n).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_links_lead_somewhere(page):
    for target in LINK.findall(page.read_text("utf-8")):
        path, _, anchor = unquote(target).partition("#")
        if "://" in path:
            continue
        linked = page.parent / path if path else page
        assert linked.exists(), f"{page.name}: {target}"
        assert not anchor or anchor in slugs_of(linked), f"{page.name}: {target}"


def test_every_reason_for_not_reading_has_its_row():
    kinds = [k for k in vars(errors).values() if isinstance(k, type) and issubclass(k, errors.DocumentError)]
    chapter = MANUAL.partition("\n## 八、")[2].partition("\n## 九、")[0]
    rows = set(re.findall(r"^\| `(\w+)` \|", chapter, re.MULTILINE))
    assert rows == {kind.reason for kind in kinds}


@pytest.mark.parametrize(
    ("title", "columns"),
    [
        ("党组织", roster_columns.UNIT_COLUMNS),
        ("党员", roster_columns.PERSON_COLUMNS),
        ("收件登记", roster_columns.RECEIPT_COLUMNS),
        ("配套材料", roster_columns.COMPANION_COLUMNS),
        ("上年未完成事项", roster_columns.OPEN_COLUMNS),
    ],
)
def test_headings_of_the_roster_are_those_recognised(title, columns):
    table = MANUAL.partition(f"\n**{title}**")[2].split("\n\n")[1]
    told = [tuple(row.split("、")) for row in re.findall(r"^\| [^|]+ \| ([^|]+) \|", table, re.MULTILINE)[1:]]
    assert told == list(columns.values())


def test_states_and_decisions_are_explained():
    assert [s.value for s in State if s.value not in MANUAL] == []
    assert [d for d in (*DECISIONS, *REACHES) if f"**{d}**" not in MANUAL] == []


def test_every_key_of_a_pack_is_explained():
    modules = (packs, settings, own_settings, year_settings)
    named = [m for module in modules for m in vars(module).values() if isinstance(m, type) and issubclass(m, BaseModel)]
    models = [m for m in named if m is not BaseModel]
    keys = {key for model in models for key in model.model_fields}
    assert {"extends", "severities", "publish_days"} <= keys
    assert sorted(key for key in keys if f"`{key}`" not in PACKS and key not in inline_keys()) == []


def inline_keys() -> set[str]:
    """Keys shown as `{start, end}`."""
    return {key for group in re.findall(r"\{([\w, ]+)\}", PACKS) for key in re.split(r",\s*", group)}


def test_every_parameter_of_a_rule_is_explained():
    used = {key for rule in packs.load_pack("base").rules.values() for key in rule.params}
    for name in packs.pack_ids():
        used |= {key for rule in packs.load_pack(name).rules.values() for key in rule.params}
    assert sorted(key for key in used if f"`{key}`" not in PACKS) == []


def test_chapters_of_the_manual_are_in_order():
    numerals = re.findall(r"^## ([一二三四五六七八九十]+)、", MANUAL, re.MULTILINE)
    order = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四"]
    assert numerals == order


def test_pictures_are_light():
    pictures = list((ROOT / "docs" / "pictures").glob("*.png"))
    assert {"marked-up.png", "ledger.png"} <= {p.name for p in pictures}
    assert [p.name for p in pictures if p.stat().st_size > 300_000] == []
