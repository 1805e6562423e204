"""Names that every file system takes."""

from __future__ import annotations

import pytest

from pipeline.feedback.names import Taken, file_name, folder_name


@pytest.mark.parametrize(
    ("unit", "folder"),
    [
        ("机械工程学院党总支", "机械工程学院党总支"),
        ("教学/科研：一支部?", "教学／科研：一支部？"),
        ("../../etc", "／..／etc"),
        ("支部... ", "支部"),
        ("CON", "_CON"),
        ("com1.备份", "_com1.备份"),
        ("～$锁\x00\n", "～$锁"),
        (" . ", "未命名"),
        ("长" * 300, "长" * 40),
    ],
)
def test_folders(unit: str, folder: str) -> None:
    assert folder_name(unit) == folder


@pytest.mark.parametrize(
    ("original", "suffix", "name"),
    [
        ("箱.zip/内/承诺书.doc", ".docx", "承诺书.docx"),
        ("甲\\乙.PDF", ".pdf", "乙.pdf"),
        ("没有后缀", ".docx", "没有后缀.docx"),
        ("2012.3.10承诺书", ".docx", "2012.3.10承诺书.docx"),
        (".docx", ".docx", "docx.docx"),
        ("nul.docx", ".docx", "_nul.docx"),
    ],
)
def test_files(original: str, suffix: str, name: str) -> None:
    assert file_name(original, suffix) == name


def test_no_two_alike_whatever_the_file_system_thinks_of_case() -> None:
    taken = Taken("审核意见.docx")
    names = [taken.distinct(n) for n in ("A.docx", "a.docx", "Ａ.docx", "审核意见.docx")]
    assert names == ["A.docx", "a_2.docx", "Ａ_3.docx", "审核意见_2.docx"]
