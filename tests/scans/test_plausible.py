"""Values that were read from a picture and cannot be what their field asks for are in doubt, however sure each character is."""

from __future__ import annotations

import pytest

from extractors.forms import find_forms
from extractors.forms.plausible import plausible
from extractors.model import Document, Paragraph, Passage
from tests.scans.test_unsure import read_line


@pytest.mark.parametrize(("key", "value"), [
    ("phone", "0731-85550145"), ("phone", "85550145"), ("phone", "13800000012"), ("phone", "0731-85550105转8003"), ("phone", "0731-85550145/13800000012"),
    ("head", "申小满"), ("name", "阿依古丽·示例"), ("gender", "女"), ("birth", "1991-02"), ("org_name", "人事处党支部"), ("org_name", "样例县虚构镇机关党委"),
    ("branch", "桥梁学院学生第一党支部"), ("post", "党支部书记"), ("member_count", "46"),
])  # fmt: skip
def test_what_fields_hold(key: str, value: str) -> None:
    assert plausible(key, value)


@pytest.mark.parametrize(("key", "value"), [
    ("org_name", "人事处党支部党员人数"), ("head", "申小满联系电话"), ("org_name", "附属"), ("branch", "桥梁学院学"), ("phone", "0731-85550105转"), ("phone", "0731-8555"),
    ("phone", "0731-xxxxxxx"), ("birth", "1991"), ("post", "学生入党时间"), ("org_name", "外语学院党总支党员人数:96党组织负责人:夏至轩"), ("head", "麦"),
])  # fmt: skip
def test_what_is_half_a_cell_or_two_cells(key: str, value: str) -> None:
    assert not plausible(key, value)


def test_such_a_value_is_in_doubt_where_a_picture_was_read_and_not_in_print() -> None:
    lines = ("2012年度党员公开承诺书", "姓名：示例甲乙丙丁", "性别：男", "一、6月底前走访困难群众12户。", "承诺人：示例甲", "2012年3月8日")
    seen = Document("pdf", tuple(Paragraph(read_line(n, text, "")) for n, text in enumerate(lines)))
    printed = Document("pdf", tuple(Paragraph(Passage(text)) for text in lines))
    sure = [{f.key: f.confidence for f in form.fields} for document in (seen, printed) for form in find_forms(document)]
    assert sure[0]["name"] < 0.9 <= sure[0]["gender"]
    assert sure[1]["name"] == 1.0
