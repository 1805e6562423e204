"""What a suggestion quotes of a promise."""

from __future__ import annotations

import pytest

from rules.looking import first_clause


@pytest.mark.parametrize(("text", "quoted"), [
    ("工作方面：开出3次开放实验，请实验员协助。", "开出3次开放实验"), ("创新部分：试行错题门诊，每天半小时。", "试行错题门诊"), ("修好路灯，6月底前完成。", "修好路灯"),
    ("给一线职工办实事：6月底前办理保险。", "给一线职工办实事"), ("工作方面：好", "工作方面"),
])
def test_what_it_is_about_is_no_clause(text: str, quoted: str) -> None:
    assert first_clause(text) == quoted
