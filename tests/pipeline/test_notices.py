"""Commands for a notice's author: a new pack loads and passes, its cases are run, a page tells what it asks."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import jsonschema
import pytest
import yaml
from click.testing import CliRunner, Result

from extractors.model import FormKind
from pipeline.cli import notices_new
from pipeline.cli.notices import command
from pipeline.cli.rules import command as rules_command
from pipeline.notices.explain import explained
from pipeline.reference.schema import pack_schema
from rules.pack_files import PACKS, merged
from rules.packs import load_pack, pack_ids

OPTIONS = [
    "--yes", "--title", "关于做好“双评”公开承诺工作的通知: 第1号", "--short", "双评通知", "--office", "青河镇党委", "--year", "2023",
    "--hand-in", "2023-03-20", "--copies", "2", "--org-set", "五个好", "--member-set", "四优=政治素质优、岗位业绩优，服务作风优 群众评价优",
    "--topic", "乡村治理=治理、村规民约", "--topic", "富民增收=增收、合作社",
]  # fmt: skip


def notices(*arguments: str | Path, typed: str | None = None) -> Result:
    return CliRunner().invoke(command, [str(a) for a in arguments], input=typed)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "qinghe-2023"
    done = notices("new", made, *OPTIONS)
    assert done.exit_code == 0, done.output
    assert f"已写好 {made / 'pack.yaml'}" in done.output
    return made


def test_a_new_pack_loads_and_passes_its_case(folder: Path) -> None:
    pack = load_pack(str(folder))
    assert (pack.id, pack.title, pack.short) == ("qinghe-2023", OPTIONS[2], "双评通知")
    assert (pack.year, pack.calendar.hand_in, pack.office) == (2023, date(2023, 3, 20), "青河镇党委")
    assert pack.dimensions["四优"].labels == ("政治素质优", "岗位业绩优", "服务作风优", "群众评价优")
    assert {k.value: v for k, v in pack.dimension_sets.items()} == {"org": "五个好", "secretary": "五个好", "member": "四优"}
    assert [t.name for t in pack.topics] == ["乡村治理", "富民增收"]
    assert pack.rule("C05").on is False
    tried = notices("test", folder)
    assert tried.exit_code == 0
    assert "用例 3 个，不符 0 个" in tried.output


def test_somebody_at_a_terminal_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notices_new, "_at_a_terminal", lambda: True)
    made = tmp_path / "a"
    typed = "\n".join(["", "公开承诺通知", "", "镇党委", "2023", "2023-03-20", "2", "五个好", "四优=甲、乙、丙、丁"]) + "\n"
    done = notices("new", made, typed=typed)
    assert done.exit_code == 0, done.output
    assert "承诺年度" in done.output
    pack = load_pack(str(made))
    assert (pack.id, pack.title, pack.year, pack.calendar.hand_in) == ("a", "公开承诺通知", 2023, date(2023, 3, 20))
    assert pack.dimensions["四优"].labels == ("甲", "乙", "丙", "丁")
    refused = notices("new", tmp_path / "b", "--year", "今年")
    assert refused.exit_code != 0
    assert not (tmp_path / "b" / "pack.yaml").exists()


def test_an_answer_that_cannot_be_is_asked_again_and_nothing_is_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notices_new, "_at_a_terminal", lambda: True)
    made = tmp_path / "我的通知"
    answers = ["我的", "", "关于公开承诺的通知", "", "党委办", "今年", "2023年", "三月", "2023.3.20", "两", "十个好", "四强：甲、乙", "四优=丙、丁"]
    done = notices("new", made, typed="\n".join(answers) + "\n")
    assert done.exit_code == 0, done.output
    for said in ("代号“我的”只能用", "承诺年度“今年”不是数字", "日期“三月”请写成", "“十个好”没有写明有哪几个方面"):
        assert said in done.output
    pack = load_pack(str(made))
    assert (pack.id, pack.year, pack.calendar.hand_in) == ("tongzhi-2023", 2023, date(2023, 3, 20))
    assert pack.dimensions["四强"].labels == ("甲", "乙")
    assert pack.copies[FormKind.ORG].total == 2


def test_a_form_of_another_year_is_told_by_a_new_notice(folder: Path) -> None:
    assert load_pack(str(folder)).rule("F08").params["notice_years"] == [2023]


def test_how_many_copies_a_new_notice_wants_is_told(folder: Path) -> None:
    assert "份数：一式2份，按通知分别留存、公示。" in notices(str(folder)).output


def test_questions_alone_are_left_blank_by_a_script(tmp_path: Path) -> None:
    made = tmp_path / "bare"
    assert notices("new", made).exit_code == 0
    assert load_pack(str(made)).title == "bare"
    assert notices("test", made).exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--yes", "--id", "青河"], "代号“青河”"),
        (["--yes", "--org-set", "九个好"], "九个好"),
        (["--yes", "--hand-in", "2023-02-30"], "--hand-in"),
    ],
)
def test_what_cannot_be_is_said_and_leaves_nothing(tmp_path: Path, arguments: list[str], said: str) -> None:
    refused = notices("new", tmp_path / "a", *arguments)
    assert refused.exit_code != 0
    assert said in refused.output
    assert not (tmp_path / "a" / "pack.yaml").exists()


def test_a_pack_that_is_there_is_not_overwritten(folder: Path) -> None:
    before = (folder / "pack.yaml").read_bytes()
    again = notices("new", folder, "--yes", "--title", "另一个")
    assert again.exit_code != 0
    assert "已经有了" in again.output
    assert (folder / "pack.yaml").read_bytes() == before


def test_a_case_that_does_not_hold_is_told(folder: Path) -> None:
    (folder / "cases" / "N01.yaml").write_text("ok:\n  - items: [走访5户]\n", "utf-8")
    tried = notices("test", folder)
    assert tried.exit_code == 1
    assert "N01-ok-1：应为合格" in tried.output
    (folder / "cases" / "N01.yaml").write_text("fine: []\n", "utf-8")
    assert "只能有 given" in notices("test", folder).output
    (folder / "cases" / "N01.yaml").unlink()
    assert "没有用例的规则：N01" in notices("test", folder).output


def test_all_packs_of_the_program_pass() -> None:
    tried = notices("test")
    assert tried.exit_code == 0
    assert [line.partition("：")[0] for line in tried.output.splitlines()] == pack_ids()


def test_a_word_that_is_no_command_is_a_notice(folder: Path) -> None:
    assert "报送截止：2012-03-15" in notices("csust-2012").output
    assert "N01  承诺项数（提示，三）" in notices(folder).output
    assert "没有名为“无”的通知" in notices("无").output
    assert notices().output.count("\n") == len(pack_ids())


def test_own_rules_are_listed_and_explained_like_others(folder: Path) -> None:
    listed = CliRunner().invoke(rules_command, ["--notice", str(folder)]).output
    assert "N01  承诺项数（整份承诺书，提示）" in listed
    told = CliRunner().invoke(rules_command, ["n01", "--notice", str(folder)]).output
    assert "依据：三" in told
    assert "全表只有×项承诺。" in told


def test_the_page_tells_dates_focus_and_wording(folder: Path) -> None:
    page = explained(load_pack("csust-2012"))
    for said in ("**报送截止**　2012-03-15", "窗口单位群众满意度测评　2012-05-01 至 2012-05-31", "一式三份", "| 学风建设 | 院部、学生支部 | 一 |"):
        assert said in page
    assert "第×项没有完成时限。" in page
    assert "依据：三（二）；党员为建议修改。" in page.partition("### C06")[2].partition("###")[0]
    assert "{" not in page
    own = notices("explain", folder).output
    assert "### N01　承诺项数" in own
    assert "全表只有×项承诺。请结合实际再补一项能检查的承诺。" in own


@pytest.mark.parametrize("name", pack_ids())
def test_packs_have_the_published_shape(name: str) -> None:
    data = json.loads(json.dumps(merged(PACKS / name), default=str))
    jsonschema.Draft202012Validator(json.loads(pack_schema()), format_checker=None).validate(data)


def test_the_published_shape_refuses_what_the_loader_refuses() -> None:
    schema = jsonschema.Draft202012Validator(json.loads(pack_schema()))
    rule = {"check": "phrase", "title": "甲", "ref": "一", "message": "乙", "phrases": ["丙"]}
    good = {"id": "a", "title": "甲", "own_rules": {"N01": rule}}
    assert schema.is_valid(good)
    for bad in (
        {**good, "own_rules": {"X01": rule}},
        {**good, "own_rules": {"N01": {**rule, "check": "frase"}}},
        {**good, "own_rules": {"N01": {**rule, "phrases": []}}},
        {**good, "hand_in": "2023-03-20"},
        {"id": "a"},
    ):
        assert not schema.is_valid(bad), yaml.safe_dump(bad)
