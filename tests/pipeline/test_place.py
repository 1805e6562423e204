"""Where the results lie: one way to say it in every command, the old one still understood; and the database of the settings."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from handmade.postgres import Server

from pipeline.cli.main import cli
from pipeline.ledger.store.opening import ADDRESS, store_file
from tests.year.hand import run, small

SAMPLES = Path(__file__).parents[2] / "samples"
SETTINGS = "通知: csust-2012\n结果文件夹: 结果\n"


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a ledger, and one stands in it."""
    small(tmp_path / "结果")
    (tmp_path / "设置.yaml").write_text(SETTINGS, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def commands(group: click.Command, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    if isinstance(group, click.Group):
        context = click.Context(group)
        for name in group.list_commands(context):
            below = group.get_command(context, name)
            assert below is not None
            yield from commands(below, (*path, name))
    else:
        yield path, group


def test_every_command_that_needs_the_results_takes_out() -> None:
    """No command has the folder of results as a word of its own; diff compares two of them."""
    for path, command in commands(cli):
        words = [p for p in command.params if isinstance(p, click.Argument) and p.metavar == "结果文件夹"]
        assert not words, path
    taking = {path[0] for path, command in commands(cli) if any("--out" in p.opts and "-o" in p.opts for p in command.params)}
    assert {"run", "ledger", "papers", "release", "decide", "publish", "report", "assess", "due", "rectify", "spotcheck", "rollover"} <= taking


@pytest.mark.parametrize(
    "words",
    [
        ("ledger", "show", "--items"),
        ("ledger", "history", "1"),
        ("ledger", "move", "已兑现", "1", "--evidence", "验收单"),
        ("ledger", "unit", "rename", "试机电支部", "试电机支部"),
        ("ledger", "unit", "list", "机电"),
        ("ledger", "export", "--unit", "机电"),
        ("ledger", "questions",),
        ("ledger", "db"),
    ],
)
def test_three_ways_to_say_where_come_to_the_same(office: Path, words: tuple[str, ...]) -> None:
    """In the working folder nothing need be said; `--out` before or behind; and the old way, the folder as the first word."""
    count = 3 if words[1] == "unit" else 2
    told = []
    for line in (words, (*words, "--out", "结果"), (*words[:count], "-o", "结果", *words[count:]), (*words[:count], "结果", *words[count:])):
        kept = office.parent / "kept"
        shutil.copytree(office / "结果", kept)
        done = run(*line)
        assert done.code == 0, done.text
        told.append(done.text)
        shutil.rmtree(office / "结果")
        shutil.move(kept, office / "结果")
    assert len(set(told)) == 1


def test_away_from_a_working_folder_the_old_way_works_and_nothing_at_all_is_explained(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    small(tmp_path / "结果")
    monkeypatch.chdir(tmp_path)
    assert run("ledger", "show", tmp_path / "结果").code == 0
    assert run("ledger", "move", tmp_path / "结果", "已兑现", 1, "--evidence", "验收单").code == 0
    for words in (("ledger", "show"), ("ledger", "unit", "rename", "甲", "乙"), ("release",), ("due",)):
        told = run(*words)
        assert told.code == 2
        assert "用 --out 写明结果文件夹" in told.text
    missing = run("ledger", "show", "没有的文件夹")
    assert missing.code == 1
    assert "没有“没有的文件夹”这个文件夹" in missing.text


def test_the_database_of_the_settings_is_used_by_run_and_by_every_other_command(
    tmp_path: Path, postgres: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "工作"
    assert run("init", folder, "--notice", "csust-2012").code == 0
    text = (folder / "设置.yaml").read_text("utf-8-sig")
    assert "数据库:" in text
    assert "结果/.chengnuo/台账.db" in text
    (folder / "设置.yaml").write_text(text.replace("数据库:", f"数据库: {postgres.new_database()}", 1), "utf-8-sig")
    shutil.copy(SAMPLES / "inbox" / "机关" / "教务处" / "魏试填.docx", folder / "收件")
    shutil.copy(SAMPLES / "roster.xlsx", folder / "名册.xlsx")
    monkeypatch.chdir(folder)
    assert run("run", "--quiet", "-j", "1").code == 0
    assert run("ledger", "register").code == 0
    assert "postgresql" in run("ledger", "db").text
    assert (folder / "结果" / ADDRESS).exists()
    assert not store_file(folder / "结果").exists()
    assert "共 0 项" not in run("ledger", "show").text


def test_a_database_named_later_takes_the_file_along(office: Path, postgres: Server) -> None:
    url = postgres.new_database()
    before = run("ledger", "show", "--items").text
    (office / "设置.yaml").write_text(f"{SETTINGS}数据库: {url}\n", "utf-8")
    assert run("ledger", "show", "--items").text == before
    assert (office / "结果" / ADDRESS).read_text("utf-8").strip() == url
    (office / "设置.yaml").write_text(f"{SETTINGS}数据库: mysql://x/y\n", "utf-8")
    refused = run("ledger", "show")
    assert refused.code == 1
    assert "已经在用数据库" in refused.text
