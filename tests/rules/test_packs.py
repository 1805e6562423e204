"""Loading a notice: inheritance, mistakes explained, categories from names, shingles that the language room knows again."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from extractors.language.shingles import copied
from pipeline.notice_shingles import main, shingle_lines
from rules.categories import named_category
from rules.model import Severity
from rules.packs import PACKS, PackError, load_pack

NOTICE = (
    "关于某项工作的通知\n\n各支部应当在每年春季学期开学后的两周之内把全年计划张贴在公告栏里，并在学期末逐条说明办理结果。\n"
    "一、时间安排\n各单位收到本通知以后请及时转发所属支部，并将联系人名单一并报送办公室登记备案。\n"
)


def write(folder: Path, text: str) -> str:
    folder.mkdir(exist_ok=True)
    (folder / "pack.yaml").write_text(text, "utf-8")
    return str(folder)


@pytest.mark.parametrize("path", sorted(PACKS.rglob("*.yaml")), ids=lambda path: "/".join(path.parts[-2:]))
def test_packs_are_read_without_the_fast_library_too(path: Path) -> None:
    """The reader written in Python refuses what the one written in C lets pass; a machine may have the first one only."""
    assert yaml.load(path.read_text("utf-8"), Loader=yaml.SafeLoader) is not None


def test_a_pack_changes_only_what_it_names(tmp_path: Path) -> None:
    pack = load_pack(write(tmp_path / "a", "id: a\ntitle: 甲\nextends: base\nrules:\n  C03: {severity: 必须修改, ref: 一}\n"))
    base = load_pack("base")
    assert pack.rule("C03").severity is Severity.MUST
    assert pack.rule("C03").words == base.rule("C03").words
    assert pack.rule("C04") == base.rule("C04")
    assert pack.events == base.events


def test_on_is_a_key_and_not_a_truth_value(tmp_path: Path) -> None:
    pack = load_pack(write(tmp_path / "a", "id: a\ntitle: 甲\nextends: base\nrules: {K03: {on: true}, C01: {on: false}}\n"))
    assert pack.rule("K03").on
    assert not pack.rule("C01").on


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("id: a\ntitle: 甲\nrules: {C01: {severity: 很重}}\n", "rules.C01.severity"),
        ("id: a\ntitle: 甲\nhand_in: 2012-03-15\n", "hand_in"),
        ("id: [a\n", "YAML"),
        ("- a\n", "键: 值"),
        ("id: a\ntitle: 甲\nextends: 没有的\n", "没有名为"),
        ("id: a\ntitle: 甲\nshingles: 无.txt\n", "shingles"),
    ],
)
def test_a_mistake_is_explained(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(PackError, match=said):
        load_pack(write(tmp_path / "a", text))


def test_packs_that_extend_each_other_are_refused(tmp_path: Path) -> None:
    first = write(tmp_path / "a", f"id: a\ntitle: 甲\nextends: {tmp_path / 'b'}\n")
    write(tmp_path / "b", f"id: b\ntitle: 乙\nextends: {tmp_path / 'a'}\n")
    with pytest.raises(PackError, match="循环"):
        load_pack(first)


@pytest.mark.parametrize(
    ("pack", "name", "category"),
    [
        ("csust-2012", "机电学院学生第二党支部", "学生支部"),
        ("csust-2012", "学生工作处党支部", "机关"),
        ("csust-2012", "土木学院教工第一党支部", "院部"),
        ("csust-2012", "后勤处饮食中心党支部", "教辅后勤"),
        ("csust-2012", "图书馆党支部", "教辅后勤"),
        ("csust-2012", "人事处党支部", "机关"),
        ("csust-2012", "第二组", ""),
        ("xinbei-2010", "民办育才小学党支部", "民办学校医院"),
        ("xinbei-2010", "罗溪卫生院党支部", "学校医院"),
        ("xinbei-2010", "局机关党支部", "局机关"),
        ("campus-2010", "保卫处党支部", "管理服务"),
    ],
)
def test_category_from_a_name(pack: str, name: str, category: str) -> None:
    assert named_category(load_pack(pack).categories, "", name) == category


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("机关一支部", "党支部"), ("图书馆直属党支部", "党支部"), ("外国语学院党总支", "党总支"), ("中共某院总支部委员会", "党总支"),
        ("化学化工学院党委", "党委"), ("中共某市第三医院委员会", "党委"), ("中共青石桥村支部委员会", "党支部"), ("某院分党委", "党委"),
        ("第二组", ""),
    ],
)  # fmt: skip
def test_level_from_a_name(name: str, level: str) -> None:
    assert named_category(load_pack("base").levels, "", name) == level


def test_shingles_of_a_notice_are_known_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "通知.txt").write_text(NOTICE, "utf-8")
    assert main([str(tmp_path / "通知.txt")]) == 0
    lines = capsys.readouterr().out
    assert lines == shingle_lines(NOTICE)
    folder = write(tmp_path / "a", "id: a\ntitle: 甲\nshingles: s.txt\n")
    (tmp_path / "a" / "s.txt").write_text(lines, "ascii")
    known = load_pack(folder).copied_shingles
    assert copied("在每年春季学期开学后的两周之内把全年计划张贴在公告栏里。", known)
    assert not copied("4月底前把支部全年计划贴在三号楼一层公告栏，每季度更新一次。", known)


def test_shingles_need_a_notice(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "用法" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["csust-2012", "xinbei-2010", "campus-2010", "henu-2010"])
def test_shingle_files_are_sorted_and_without_repeats(name: str) -> None:
    lines = (PACKS / name / "shingles.txt").read_text("ascii").split()
    assert lines == sorted(set(lines))
    assert all(len(line) == 8 for line in lines)


def test_a_pack_elsewhere_keeps_the_shingles_of_what_it_extends(tmp_path: Path) -> None:
    ours = load_pack(write(tmp_path / "a", "id: a\ntitle: 甲\nextends: csust-2012\n"))
    assert ours.copied_shingles
    assert ours.copied_shingles == load_pack("csust-2012").copied_shingles
