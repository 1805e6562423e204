"""Spot checks: a draw that anybody can repeat, sheets with what the program can tell, results back."""

from __future__ import annotations

import hashlib
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractors.reading import read
from pipeline.ledger.book.things import Unit
from pipeline.ledger.book.year import Spot
from pipeline.ledger.store.ledger import open_ledger
from pipeline.year.spot_draw import draw
from tests.year.hand import run, small


def units(sizes: dict[str, int]) -> list[Unit]:
    names = [(kind, f"{kind}{n}") for kind, size in sizes.items() for n in range(size)]
    return [Unit(id=i, version=1, name=name, category=kind) for i, (kind, name) in enumerate(names, start=1)]


def test_a_draw_can_be_worked_out_by_hand() -> None:
    found = draw(units({"院部": 10, "机关": 3}), "类别", 0.2, 1, None, 7)
    expected = sorted((f"院部{n}" for n in range(10)), key=lambda name: hashlib.sha256(f"7|{name}".encode()).hexdigest())[:2]
    assert [d.unit.name for d in found if d.stratum == "院部"] == expected
    assert len([d for d in found if d.stratum == "机关"]) == 1
    assert found == draw(list(reversed(units({"院部": 10, "机关": 3}))), "类别", 0.2, 1, None, 7)
    assert found != draw(units({"院部": 10, "机关": 3}), "类别", 0.2, 1, None, 8)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no fault
@given(st.dictionaries(st.sampled_from("甲乙丙丁"), st.integers(1, 30), min_size=1), st.integers(1, 60), st.integers(0, 99))
def test_a_size_is_shared_out_fairly(sizes: dict[str, int], size: int, seed: int) -> None:
    found = draw(units(sizes), "类别", 0.2, 1, size, seed)
    total = sum(sizes.values())
    assert len(found) == min(size, total)
    assert len({d.unit.id for d in found}) == len(found)
    for kind, number in sizes.items():
        fair = min(size, total) * number / total
        assert abs(sum(d.stratum == kind for d in found) - fair) < 1


def test_every_unit_comes_up_about_as_often() -> None:
    often = {unit.name: 0 for unit in units({"甲": 10})}
    for seed in range(600):
        for one in draw(units({"甲": 10}), "类别", 0.2, 1, None, seed):
            often[one.unit.name] += 1
    assert sum(often.values()) == 1200
    assert min(often.values()) > 80
    assert max(often.values()) < 160


def filled(path: Path, verdicts: list[str]) -> None:
    document = docx.Document(str(path))
    for row, word in zip(document.tables[0].rows[1:], verdicts, strict=False):
        row.cells[-2].text, row.cells[-3].text = word, "看了现场"
    document.save(str(path))


def test_a_check_from_draw_to_result(tmp_path: Path) -> None:
    ids = small(tmp_path)
    told = run("spotcheck", "open", "--seed", 2012, "--out", tmp_path, "--today", "2012-03-25")
    assert "第1次抽查，种子 2012，按类别抽取 2 个单位" in told.text
    root = tmp_path / "文书" / "抽查" / "2012年第1次"
    text = read(root / "试后勤支部.docx").text
    assert "无法判定" in text
    assert "请现场了解" in text
    assert "13800000000" not in text
    filled(root / "试后勤支部.docx", ["合格", "需整改"])
    filled(root / "试机电支部.docx", ["合 格", "不知道"])
    taken = run("spotcheck", "take", root, "--out", tmp_path, "--today", "2012-03-28")
    assert taken.code == 1
    assert f"试后勤支部：需整改 1 项，编号 {ids['org'][1]}" in taken.text
    assert "“不知道”不认得" in taken.text
    listed = run("spotcheck", "list", "--out", tmp_path, "--today", "2012-03-29")
    assert "查看5项，合格1项，需整改1项" in listed.text
    assert "检查表还没有收回" in listed.text
    with open_ledger(tmp_path) as ledger:
        answers = ledger.all(Spot)[0].answers if ledger.all(Spot)[0].checked else ledger.all(Spot)[1].answers
    assert answers[str(ids["org"][1])]["检查意见"] == "看了现场"


@pytest.mark.parametrize("seed", [1, 99])
def test_the_same_seed_draws_the_same_again(tmp_path: Path, seed: int) -> None:
    small(tmp_path)
    first = run("spotcheck", "open", "--seed", seed, "--size", 1, "--out", tmp_path, "--today", "2012-03-25").text
    second = run("spotcheck", "open", "--seed", seed, "--size", 1, "--out", tmp_path, "--today", "2012-03-26").text
    assert first.splitlines()[1] == second.splitlines()[1]
    assert "第2次" in second


def test_sheets_as_inspectors_fill_them(tmp_path: Path) -> None:
    """Other words for the verdict, the day on the sheet, a number that was wiped, a row too many."""
    ids = small(tmp_path)
    run("spotcheck", "open", "--seed", 2012, "--out", tmp_path, "--today", "2012-03-25")
    root = tmp_path / "文书" / "抽查" / "2012年第1次"
    filled(root / "试后勤支部.docx", ["符合", "限期整改", "合格"])
    sheet = docx.Document(str(root / "试后勤支部.docx"))
    sheet.tables[0].rows[2].cells[-1].text = ""
    row = sheet.tables[0].add_row()
    row.cells[2].text, row.cells[-2].text = "另外看了食堂后厨的卫生", "合格"
    day = next(p for p in sheet.paragraphs if "抽查日期" in p.text)
    day.runs[0].text = day.text.replace("____年__月__日", "2012年3月27日")
    sheet.save(str(root / "试后勤支部.docx"))
    filled(root / "试机电支部.docx", ["√", "基本合格"])
    taken = run("spotcheck", "take", root, "--out", tmp_path, "--today", "2012-03-28")
    assert f"试后勤支部：需整改 1 项，编号 {ids['org'][1]}" in taken.text
    assert "对不上这个单位的事项：另外看了食堂后厨的卫生" in taken.text
    assert "第1行的“√”、第2行的“基本合格”不认得" in taken.text
    listed = run("spotcheck", "list", "--out", tmp_path, "--today", "2012-03-29")
    assert "2012-03-27查，查看5项，合格2项，需整改1项" in listed.text


def test_a_row_without_its_number_is_found_by_its_words_or_told(tmp_path: Path) -> None:
    ids = small(tmp_path)
    run("spotcheck", "open", "--seed", 2012, "--out", tmp_path, "--today", "2012-03-25")
    path = tmp_path / "文书" / "抽查" / "2012年第1次" / "试后勤支部.docx"
    document = docx.Document(str(path))
    rows = document.tables[0].rows
    for row, (verdict, number, text) in zip(rows[1:], [("合格", "", ""), ("需整改", "9" * 30, ""), ("需整改", str(ids["other"][0]), ""), ("合格", "", "种了一片树")], strict=False):
        row.cells[-2].text, row.cells[-1].text = verdict, number
        if text:
            row.cells[2].text = text
    document.save(str(path))
    taken = run("spotcheck", "take", path, "--out", tmp_path, "--today", "2012-03-28")
    assert f"试后勤支部：需整改 2 项，编号 {ids['org'][1]} {ids['head'][0]}" in taken.text
    assert "种了一片树" in taken.text
    listed = run("spotcheck", "list", "--out", tmp_path, "--today", "2012-03-29")
    assert "查看4项，合格1项，需整改2项" in listed.text
