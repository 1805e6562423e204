"""Whose form it is, as a careful clerk says: the half of the cases that later mending may look at; none of them is taken for
another's without a question."""

from __future__ import annotations

from collections import Counter

import pytest

from benchmarks.matching import judged
from pipeline.rosters.whose import Told, Whose
from rules.facts import UnitFacts

UNITS = [
    UnitFacts("1", "县人力资源和社会保障局机关第一党支部", "县人力资源和社会保障局党总支", secretary="谭样例"), UnitFacts("2", "小王庄村党支部", "柳河镇党委"),
    UnitFacts("3", "下坪村党支部", "柳河镇党委"), UnitFacts("4", "教工第二党支部", "计算机学院党总支"), UnitFacts("5", "教工第二党支部", "外国语学院党总支", secretary="方范本"),
    UnitFacts("6", "县第二中学党支部"), UnitFacts("7", "县残联党支部"), UnitFacts("8", "县审计局党支部", secretary="阮例文"), UnitFacts("9", "金工二车间党支部"),
]  # fmt: skip


def test_the_looked_at_half_is_read_as_the_clerk_reads_it() -> None:
    counts = Counter(verdict for *_, verdict in judged("tune"))
    assert counts["wrong"] == counts["rash"] == 0
    assert counts["right"] >= 0.87 * counts.total()


@pytest.mark.parametrize(
    ("told", "unit", "sure"),
    [
        (Told("人社局机关一支部"), "1", False), (Told("人社局机关一支部", head="谭样例"), "1", True), (Told("人社局机关三支部"), None, False),
        (Told("王庄村党支部"), None, False), (Told("柳林镇下坪村党支部"), None, False), (Told("柳河镇下坪村党支部"), "3", True), (Told("下坪村"), "3", True),
        (Told("教工第二党支部"), None, False), (Told("教工二支部", path="外国语学院党总支/承诺书.docx"), "5", True), (Told("教工第2党支部", head="方　范本"), "5", True),
        (Told("县二中党支部"), "6", False), (Told("县一中党支部"), None, False), (Told("县残疾人联合会党支部"), "7", False), (Told("县文联党支部"), None, False),
        (Told("县审汁局党支部"), None, False), (Told("县审汁局党支部", head="阮例文"), "8", True), (Told("金工2车间支部"), "9", True), (Told(""), None, False),
    ],
)  # fmt: skip
def test_ways_in_which_people_write_a_name(told: Told, unit: str | None, sure: bool) -> None:
    found = Whose(UNITS).find(told)
    assert (found.unit.roster_id if found.unit else None, found.sure) == (unit, sure)
