"""What a suggestion quotes of a promise."""

from __future__ import annotations

import pytest

from extractors.model import Annotation, CommitmentItem, Elements, Passage, Span, Target, TargetKind
from rules.looking import deed, subject


def told(text: str, project: str = "") -> str:
    """The subject of a promise of which this part is its project."""
    start = text.find(project)
    spans = (Span(start, start + len(project)),) if project else ()
    return subject(CommitmentItem(1, Passage(text)), Annotation(project=Elements(spans)))


@pytest.mark.parametrize(("text", "quoted"), [
    ("工作方面：开出3次开放实验，请实验员协助。", "开出3次开放实验"), ("创新部分：试行错题门诊，每天半小时。", "试行错题门诊"), ("修好路灯，6月底前完成。", "修好路灯"),
    ("工作方面：力争开出3次开放实验。", "开出3次开放实验"), ("工作方面：好", "工作方面"), ("创新：推出方便门诊。", "推出方便门诊"), ("门诊早上7:40开诊，中午不关窗。", "门诊早上7:40开诊"), ("收看《身边，你我》专题片，写体会。", "收看《身边，你我》专题片"),
    ("丰富居民文化生活（责任人：文艺队；时限：长期）", "丰富居民文化生活"), ("修好路灯（12盏）；装好护栏", "修好路灯（12盏）"), ("保安全，早点名", "保安全，早点名"),
])
def test_it_is_the_first_clause_of_what_is_promised(text: str, quoted: str) -> None:
    assert told(text) == told(text, text) == quoted


def test_a_catchword_is_passed_over_where_no_project_was_found() -> None:
    assert told("给一线职工办实事：6月底前办理保险。") == "6月底前办理保险"
    assert told("给一线职工办实事：6月底前办理保险。", "给一线职工办实事：6月底前办理保险") == "给一线职工办实事"


@pytest.mark.parametrize(("text", "ends"), [("修好路灯12盏", True), ("仪器完好率95%以上", False), ("无食物中毒、无走失事故", False), ("就业率达到93%", False), ("有困难可以打我手机", False)])
def test_a_state_is_not_done_with_on_a_day(text: str, ends: bool) -> None:
    note = Annotation(project=Elements((Span(0, len(text)),)), target=Target(TargetKind.QUANTIFIED))
    assert bool(deed(CommitmentItem(1, Passage(text)), note, finite=True)) is ends


def test_a_project_too_short_to_be_known_again_is_quoted_with_its_clause() -> None:
    assert told("党费按月交，腿脚不好就叫孙子送去。", "交") == "党费按月交"
    assert told("坚持每天读报，写好笔记。", "读报") == "坚持每天读报"
    assert told("走访五保户，送去棉被。", "走访五保户") == "走访五保户"
