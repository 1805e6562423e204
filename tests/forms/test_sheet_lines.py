"""Lines that a program or a clerk puts on the sheet are no part of the form."""

from __future__ import annotations

import pytest

from extractors.forms.text import is_sheet_line


@pytest.mark.parametrize("line", [
    "第1页 共1页", "— 2 —", "第 1 页 共 1 页  打印日期：2012-3-14", "第2页，共4页 打印时间：2014年5月6日 09:30", "附件2：", "（接下页）",
])  # fmt: skip
def test_of_the_sheet(line: str) -> None:
    assert is_sheet_line(line)


@pytest.mark.parametrize("line", ["第1条 每页写清日期", "打印宣传单300份，5月6日前发完", "2012年3月14日", "第1页台账3月底前补齐", "附件2：机电学院党总支公开承诺书"])
def test_of_the_form(line: str) -> None:
    assert not is_sheet_line(line)
