"""The learned heads: the file fits the data, packed rows add up, and what is printed or amounts to nothing keeps its say."""

from __future__ import annotations

import random
from datetime import date

import numpy as np
import pytest

from benchmarks.language.promises import fingerprint, sources
from extractors.language import annotate
from extractors.language.learned.clause_features import NOBODY, NUMBERED, PROJECT, around_names, own_names
from extractors.language.learned.grams import grams, longer
from extractors.language.learned.heads import HEADS
from extractors.language.learned.item_features import DIGIT
from extractors.language.learned.table import SCALE, VERSION, Header, Model, dump, model, pack, parse
from extractors.model import Annotation, CommitmentItem, FormKind, Part, Passage, ReadingContext, TargetKind

INTERCEPTS = (0.0, 0.5, 0.0)
CONTEXT = ReadingContext(year=2012, reference_date=date(2012, 3, 10))


def read(text: str, kind: FormKind, *headings: str) -> Annotation:
    return annotate([CommitmentItem(0, Passage(text), headings=headings)], kind, CONTEXT)[0]


def test_the_model_was_trained_from_the_data_that_stand_here() -> None:
    assert model().header.data == fingerprint(sources()), "run: python -m benchmarks.train_language"
    assert model().header.heads == HEADS


@pytest.mark.parametrize("count", [1, 2, 40, 3000])
def test_rows_add_up_field_by_field(count: int) -> None:
    dice = random.Random(count)
    rows = [[dice.uniform(-9, 9) for _ in range(3)] for _ in range(count)]
    header = Header(VERSION, "", ("a", "b", "c"), INTERCEPTS, {})
    packed = {f"@feature {n}": pack(row) for n, row in enumerate(rows)} | {"党": pack([1, 2, -3]), "党员": pack([-4, 0, 7])}
    again = parse(dump(Model(header, packed)))
    total = again.add(packed)
    wanted = np.array([sum(round(row[place] * SCALE) for row in rows) / SCALE for place in range(3)])
    spotted = again.spot(["党员 党", "无", "党"])
    grams = np.array([-3, 2, 4]) * 0.5**0.5, np.zeros(3), np.array([-2, 4, 1]) * 3**-0.5
    found = again.scores(spotted, [total, 0, 0], [0, 1, 2, 3], 3)
    assert found == pytest.approx(np.array([wanted + grams[0], grams[1], [1, 2, -3]]) + np.array(INTERCEPTS))
    assert again.scores(spotted, [0, total], [0, 0, 3], 2) == pytest.approx(np.array([[0, 0], wanted[:2] + grams[2][:2]]) + np.array(INTERCEPTS[:2]))
    assert [again.shares(spotted, head, 0, 3) for head in "ac"] == [[-3 * SCALE, 0, SCALE], [4 * SCALE, 0, -3 * SCALE]]


TEXTS = ["修路12公里，修 路", "三会一课", "党", "^党$", "组织 党员  学习", "", "\U00020000党员", "2012年\n全年"]


@pytest.mark.parametrize("texts", [TEXTS, TEXTS[3:], [""], []])
def test_n_grams_are_found_as_they_would_be_looked_up(texts: list[str]) -> None:
    known = model().known
    found = model().spot(texts)
    for n, text in enumerate(texts):
        ours = [known[gram] for gram in found.grams[found.bounds[n] : found.bounds[n + 1]]]
        assert len(ours) == len(set(ours))
        assert set(ours) == (grams(text) | longer(text)) & model().rows.keys() - {"^", "$"}


def test_a_look_for_a_digit_finds_what_isdigit_finds() -> None:
    assert [code for code in range(0x110000) if chr(code).isdigit() != bool(DIGIT.search(chr(code)))] == []


def test_what_is_in_a_state_has_the_sum_of_its_names() -> None:
    names = own_names(2 | PROJECT | NUMBERED, 1, 3, None)
    assert names == ("&verb=single", "&project", "&enumerated", "&role=text", "&weight=1", "&length=3")
    assert model().sums(own_names)[2 | PROJECT | NUMBERED, 1, 3, None] == model().add(names) != 0
    around = around_names(0, NOBODY, 1, 0, 1, 2)
    assert around[:2] == ("&before &verb=none", "&projects before=1")


def test_a_file_of_another_version_is_refused() -> None:
    text = dump(Model(Header(VERSION, "", ("a",), (0.0,), {}), {"f": 1})).replace(f'"version": {VERSION}', '"version": 99')
    with pytest.raises(ValueError, match="version 99"):
        parse(text)


def test_numbers_are_alike_and_ends_are_marked() -> None:
    assert grams("修路12公里") == grams("修路3.5公里")
    assert {"^修", "里$", "0公", "路"} <= grams("修路12公里")
    assert "0公里" in longer("修路12公里")
    assert "^公" not in grams("修路12公里")


@pytest.mark.parametrize(("text", "kind", "dimension", "part", "vague", "routine"), [
    ("为西苑小区楼道换装声控灯60盏，国庆节前亮灯。", FormKind.ORG, "群众反映好", Part.DEED, False, False),
    ("出台《车间工具借用管理办法》，5月底前执行。", FormKind.ORG, "工作机制好", Part.RULE, False, False),
    ("开拓创新，努力推动支部各项工作迈上新的台阶。", FormKind.SECRETARY, "工作业绩好", Part.COMMON, True, False),
    ("不收学生家长的红包和购物卡。", FormKind.MEMBER, "带头遵纪守法", Part.COMMON, False, True),
    ("年内在核心期刊上发表论文2篇。", FormKind.MEMBER, "带头争创佳绩", Part.POST, False, False),
])
def test_fixed_promises(text: str, kind: FormKind, dimension: str, part: Part, vague: bool, routine: bool) -> None:
    found = read(text, kind)
    assert found.dimensions[0].label == dimension
    assert (found.part, found.wording.vague, found.wording.routine) == (part, vague, routine)


def test_confidence_is_a_probability_with_the_words_that_made_it() -> None:
    first = read("为西苑小区楼道换装声控灯60盏，国庆节前亮灯。", FormKind.ORG).dimensions[0]
    assert 0.5 < first.confidence < 1
    assert first.evidence


def test_the_means_after_the_project_is_its_measure() -> None:
    text = "为三个村民小组修机耕道2公里，由村两委干部轮流到现场监工。"
    found = read(text, FormKind.ORG)
    assert [text[s.start : s.end] for s in found.measures.spans] == ["由村两委干部轮流到现场监工"]
    assert "修机耕道" in text[found.project.spans[0].start : found.project.spans[0].end]


def test_a_printed_heading_outweighs_the_model() -> None:
    text = "为西苑小区楼道换装声控灯60盏，国庆节前亮灯。"
    found = read(text, FormKind.ORG, "三、工作机制好")
    assert [d.label for d in found.dimensions] == ["工作机制好"]
    assert read(text, FormKind.ORG, "创新承诺").part is Part.NOVEL


def test_nothing_is_quantified_without_an_amount() -> None:
    assert read("本年向上争取资金若干，到位率以拨款单为准。", FormKind.ORG).target.kind is not TargetKind.QUANTIFIED


@pytest.mark.parametrize("text", ["打造文明科室。", "节约用纸用电。", "抓好年终总结工作。", "健全车间各项制度。"])
def test_one_direction_and_nothing_else_is_a_slogan(text: str) -> None:
    found = read(text, FormKind.ORG)
    assert found.wording.vague or found.wording.routine


@pytest.mark.parametrize("text", ["逐步完善操场排水设施。", "打造12个样板菜园。", "6月底前健全采购制度。"])
def test_a_thing_an_amount_or_a_day_is_more_than_a_slogan(text: str) -> None:
    assert not read(text, FormKind.ORG).wording.vague


@pytest.mark.parametrize(("text", "kind"), [
    ("数据平台三季度末上线运行，与厂家驻场人员每日碰头，先在两个车间试点，旧台账保留两个月对照。", TargetKind.CLEAR),
    ("汛期前东沟挡墙全部完工，夜里加两班，石料从采石场拉。", TargetKind.CLEAR),
    ("安装路灯40盏，由两名支委盯着施工。", TargetKind.QUANTIFIED),
])
def test_amounts_beside_what_is_promised_are_no_target(text: str, kind: TargetKind) -> None:
    assert read(text, FormKind.ORG).target.kind is kind


def test_own_means_may_be_measures_and_an_end_is_none() -> None:
    own, plain, ended = (read(text, FormKind.ORG).measures for text in (
        "下乡演出5场，道具自带。", "下乡演出5场。", "维修宿舍屋面6栋，国庆节前完工。"))
    assert own.spans or own.chance > 0.3
    assert max(plain.chance, ended.chance) < 0.1


def test_more_texts_than_narrow_numbers_hold_are_told_apart() -> None:
    times, three = 180_000, ["党", "", "员"]
    one, found = model().spot(three), model().spot(three * times)
    assert (found.grams.reshape(times, -1) == one.grams).all()
    assert (found.bounds[:-1].reshape(times, 3)[-1] == one.bounds[:-1] + (times - 1) * len(one.grams)).all()


@pytest.mark.parametrize("text", [
    "结对帮扶学习困难学生2名，通过每两周个别辅导1次，使其期末补考科目全部通过。", "青年教师3名由教授结对指导，每学期听课不少于8节，6月底前各上一堂汇报课。",
    "分三步走，年底前实现全校46间教室多媒体全覆盖。", "与附近派出所说好，每天放学安排2名民警在校门口站岗。", "把候诊时间压到20分钟以内，加开2个诊室。",
])
def test_how_it_is_gone_about_may_be_a_measure(text: str) -> None:
    found = read(text, FormKind.ORG).measures
    assert found.spans or found.chance >= 0.5


@pytest.mark.parametrize("text", ["年底前毕业生就业率达到92%，毕业率达到98%。", "6月底前更换节能灯300盏，改善照明条件。", "每位教师联系2个寝室，每月走访1次。"])
def test_a_bare_deed_has_no_measure(text: str) -> None:
    found = read(text, FormKind.ORG).measures
    assert not found.spans
    assert found.chance < 0.5
