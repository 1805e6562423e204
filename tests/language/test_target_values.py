"""The values of a target: number, unit, relation and baseline, as `results.jsonl` writes them."""

from __future__ import annotations

import pytest

from extractors.language import annotate
from extractors.model import CommitmentItem, FormKind, Passage, ReadingContext

VALUES = [
    ("等候时间不超过15分钟", [(15, "分钟", "≤", None)]),
    ("差错率不高于1%", [(1, "%", "≤", None)]),
    ("化肥用量不得超过20公斤", [(20, "公斤", "≤", None)]),
    ("答复时限不能超过三个工作日", [(3, "个工作日", "≤", None)]),
    ("能耗控制在5%以内", [(5, "%", "≤", None)]),
    ("慰问困难党员不少于三十户", [(30, "户", "≥", None)]),
    ("培训不能少于3次", [(3, "次", "≥", None)]),
    ("出勤率不低于98%", [(98, "%", "≥", None)]),
    ("新增绿地超过300平方米", [(300, "平方米", "≥", None)]),
    ("走访50余户", [(50, "户", "≥", None)]),
    ("由3起减少到1起", [(1, "起", "≤", 3)]),
    ("村集体收入由8万元增加到12万元", [(120000, "元", "=", 80000)]),
    ("把平均办理时间从7个工作日压缩到3个工作日", [(3, "个工作日", "≤", 7)]),
    ("信访量同比下降20%", [(20, "%", "-", None)]),
    ("粮食亩产增加50公斤", [(50, "公斤", "+", None)]),
    ("发展党员2至3名", [(3, "名", "~", 2)]),
    ("误差率控制在千分之三以内", [(3, "‰", "≤", None)]),
    ("合格率达百分之九十八点五", [(98.5, "%", "=", None)]),
    ("收缴率达百分之95以上", [(95, "%", "≥", None)]),
    ("四分之三的会议并入月会", [(75, "%", "=", None)]),
    ("8月底前100%完成数据录入", [(100, "%", "=", None)]),
    ("教学评价进入前10%", [(10, "%", "≤", None)]),
    ("6月前30名党员完成培训", [(30, "名", "=", None)]),
    ("实现零事故、零上访", [(0, "事故", "=", None), (0, "上访", "=", None)]),
    ("修建蓄水池两口、机耕道3.5公里", [(2, "口", "=", None), (3.5, "公里", "=", None)]),
]
"""What a promise says, and its values."""


@pytest.mark.parametrize(("text", "values"), VALUES, ids=[text for text, _ in VALUES])
def test_an_amount_keeps_number_unit_and_relation(text: str, values: list[tuple[float, str, str, float | None]]) -> None:
    (found,) = annotate([CommitmentItem(1, Passage(text))], FormKind.ORG, ReadingContext(year=2012))
    assert [(v.number, v.unit, v.relation, v.baseline) for v in found.target.values] == values


def test_a_quorum_is_no_target() -> None:
    (found,) = annotate([CommitmentItem(1, Passage("村里大事经三分之二以上村民代表同意后再办"))], FormKind.ORG, ReadingContext())
    assert not found.target.values
