"""The scorer on labels whose right figures are known by counting them by hand."""

import json

import pytest

from pipeline.evaluation.due import same_norm
from pipeline.evaluation.figures import f1, figures, precision, recall
from pipeline.evaluation.gold import GoldError, load_lines
from pipeline.evaluation.match import pair_up
from pipeline.evaluation.tally import Tally


def _tally(**counts: int) -> Tally:
    tally = Tally()
    for name, count in counts.items():
        tally.counts["x", name] = count
    return tally


def _named(found, name):
    return next(f for f in found if f.name == name)


def test_counts_of_forms_are_added_before_dividing():
    found = figures([_tally(tp=1), _tally(tp=1, fp=2), _tally(fn=4)])
    assert _named(found, "x P").value == pytest.approx(2 / 4)
    assert _named(found, "x R").value == pytest.approx(2 / 6)
    assert _named(found, "x F1").value == pytest.approx(2 * 2 / (4 + 6))
    assert _named(found, "x F1").of == 6


def test_intervals_are_wider_the_fewer_forms_there_are():
    few = _named(figures([_tally(right=1, all=1), _tally(all=1)] * 3), "x accuracy")
    many = _named(figures([_tally(right=1, all=1), _tally(all=1)] * 60), "x accuracy")
    assert few.value == many.value == 0.5
    assert few.low <= many.low < 0.5 < many.high <= few.high
    assert few.high - few.low > 2 * (many.high - many.low)


def test_nothing_said_is_precise_and_nothing_asked_is_complete():
    empty = figures([Tally()])
    assert empty == []
    tally = _tally(fn=1)
    assert precision(tally.counts) == recall(tally.counts) == 1.0
    assert f1(_tally().counts) == 1.0


def test_macro_weighs_every_label_alike():
    tally = Tally()
    for _ in range(9):
        tally.labels("dims", ["often"], ["often"])
    tally.labels("dims", ["rare"], ["often"])
    found = figures([tally])
    assert _named(found, "dims F1").value == pytest.approx(2 * 9 / (10 + 10))
    assert _named(found, "dims macro F1").value == pytest.approx((2 * 9 / 19 + 0) / 2)


@pytest.mark.parametrize(
    ("gold", "read", "same"),
    [
        ("2012-06-30", "2012-06-30", True),
        ("2012-06-30", "2012-06-29", False),
        ("event:开学后两周", "event:开学后两周内", True),
        ("event:汛期", "event:节前", False),
        ("event:汛期", "ongoing", False),
        ("term", "event:本学期内", True),
        ("event:三年任期", "term", True),
        ("term", "event:汛期", False),
        ("", "null:pseudo", False),
    ],
)
def test_events_have_loose_edges_and_days_have_none(gold, read, same):
    assert same_norm(gold, read) is same


def test_each_text_is_paired_once_and_the_nearest_wins():
    gold = ["为学生宿舍安装直饮水机36台", "每季度召开一次师生座谈会"]
    read = ["每季度召开一次师生座谈会。", "为学生宿舍安装直饮水机36台，6月底前完成", "为学生宿舍安装直饮水机36台"]
    assert pair_up(gold, read) == [(0, 2), (1, 0)]


def test_lines_name_files_beside_them(tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({"file": "甲.docx", "kind": "org", "items": []}) + "\n\n", encoding="utf-8")
    [form] = load_lines(path)
    assert (form.id, form.file, form.kind, form.items) == ("甲.docx", str(tmp_path / "甲.docx"), "org", ())


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('{"file": "甲.docx", "kind": "org"', "第 2 行不是完整的 JSON"),
        ('{"kind": "org"}', "第 2 行缺少“file”"),
        ('{"file": "甲.docx", "kind": "org", "items": [{"text": "学", "target": "some"}]}', "第 2 行“items.0.target”"),
        ("[1]", "第 2 行缺少"),
    ],
)
def test_a_line_that_cannot_be_used_is_named(tmp_path, line, said):
    path = tmp_path / "gold.jsonl"
    path.write_text(f"\n{line}\n", encoding="utf-8")
    with pytest.raises(GoldError, match=said):
        load_lines(path)
