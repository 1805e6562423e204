"""The scores as a clerk reads them: three tables and the worst examples."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from pipeline.evaluation.figures import Figure
from pipeline.evaluation.run import Confusion, Scores, Wrong

MEASURES = {
    "items": "承诺事项切分", "target": "目标有无", "target kind": "目标类型", "project": "项目有无", "measures": "措施有无",
    "deadline": "时限有无", "deadline kind": "时限类型", "deadline norm": "时限取值", "deadline source": "时限出处",
    "responsible": "责任人有无", "responsible names": "责任人姓名", "dimensions": "五个好/五带头", "dimensions macro": "五个好/五带头（各维度平均）",
    "part": "类别", "vague": "空泛", "routine": "等同一般要求", "target spans": "目标文字", "project spans": "项目文字",
    "measure spans": "措施文字", "headings": "所属标题", "fields": "表头栏目", "kind": "承诺书种类", "year": "年度",
    "sign date": "签署日期", "approval date": "审定日期",
}  # fmt: skip
"""Measure → what it is called, in the order of the report."""
VALUES = {
    "none": "无", "clear": "明确", "quantified": "量化", "unknown": "无法判定", "by_date": "截止日期", "range": "起止日期",
    "recurring": "定期", "ongoing": "长期", "event": "随事件", "invalid": "无效", "inline": "本项写明", "inherited": "承上",
    "column": "时限栏", "other": "其他", "True": "是", "False": "否", "org": "党组织", "member": "党员", "secretary": "书记", "None": "无", "item": "有这一项",
}  # fmt: skip
LONGEST = 60


def lines(scores: Scores, worst: int) -> Iterator[str]:
    """The report, line by line; `worst` is how many of the worst examples it shows."""
    yield f"共 {scores.forms} 份承诺书、{scores.items} 项承诺。"
    for form, reason in scores.unread:
        yield f"  未能读取：{form}：{reason}"
    yield "\n【准确率】括号内为 95% 置信区间"
    yield from _figures(scores.figures)
    for confusion in scores.confusions:
        yield f"\n【{called(confusion.measure)}：标注（行）与读取（列）】"
        yield from _table(confusion)
    if worst and scores.worst:
        yield f"\n【差异最大的 {min(worst, len(scores.worst))} 项】"
        for wrong in scores.worst[:worst]:
            yield from _example(wrong)


def called(measure: str) -> str:
    """The Chinese name of a measure; the label of `dimensions:群众反映好` stands behind it."""
    name, _, label = measure.partition(":")
    return MEASURES.get(name, name) + (f"·{VALUES.get(label, label)}" if label else "")


def _figures(figures: Sequence[Figure]) -> Iterator[str]:
    for measure, group in groupby(sorted(figures, key=_place), key=_measure):
        found = {f.name.rpartition(" ")[2]: f for f in group}
        main = found.get("F1") or found["accuracy"]
        exact = f"查准 {found['P'].value:.3f}　查全 {found['R'].value:.3f}　" if "P" in found else ""
        kind = "F1" if "F1" in found else "准确率"
        yield f"  {called(measure)}：{exact}{kind} {main.value:.3f}（{main.low:.3f}–{main.high:.3f}）　标注 {main.of} 处"


def _measure(figure: Figure) -> str:
    return figure.name.rpartition(" ")[0]


def _place(figure: Figure) -> tuple[int, str]:
    name = _measure(figure)
    return [*MEASURES].index(name.partition(":")[0]), name


def _table(confusion: Confusion) -> Iterator[str]:
    columns = sorted({read for row in confusion.counts.values() for read in row})
    yield "  " + "　".join(["标注＼读取", *(VALUES.get(c, c) for c in columns)])
    for label, row in sorted(confusion.counts.items()):
        yield "  " + "　".join([VALUES.get(label, label), *(str(row.get(c, 0)) for c in columns)])


def _example(wrong: Wrong) -> Iterator[str]:
    text = " ".join(wrong.text.split())
    yield f"  {wrong.form}：{text if len(text) <= LONGEST else text[:LONGEST] + '……'}"
    for miss in wrong.misses:
        yield f"      {called(miss.measure)}：标注“{_value(miss.gold)}”，读取“{_value(miss.read)}”"


def _value(value: str) -> str:
    return VALUES.get(value, value) or "无"
