"""Printed values → normal forms; labels → meanings; titles → year, kind and unit; templates are checked."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.forms.templates import TemplateError, load, templates
from extractors.forms.text import has_ordinal, label_key
from extractors.forms.titles import title_kind, title_line, title_unit, title_year
from extractors.forms.values import normalise
from extractors.forms.vocabulary import Role, exact, meaning
from extractors.model import FormKind


@pytest.mark.parametrize(
    ("key", "printed", "value"),
    [
        ("member_count", "46人", "46"), ("member_count", "四十六", "46"), ("member_count", " １８ 名", "18"), ("member_count", "一百零三人", "103"), ("member_count", "  人", None),
        ("birth", "1975.08", "1975-08"), ("birth", "1975年8月", "1975-08"), ("birth", "75年8月", "1975-08"), ("birth", "1975-8", "1975-08"), ("birth", "197508", "1975-08"),
        ("birth", "1943年", "1943"), ("birth", "１９９１．２", "1991-02"), ("birth", "年  月", None), ("joined", "2003.6.18", "2003-06-18"), ("joined", "二〇〇三年六月", "2003-06"),
        ("joined", "2003年6月18日", "2003-06-18"), ("joined", "1998年入党", "1998"), ("tenure_start", "一九九八年十二月", "1998-12"),
        ("phone", "8822 1106", "88221106"), ("phone", "0451—55501867", "0451-55501867"), ("post", "学生（食品0902班班长）", "学生(食品0902班班长)"),
        ("name", "厉 大 山", "厉大山"), ("org_name", "　", None), ("head", "____", None), ("org_name", "（盖章）", None), ("name", "×××", None),
        ("grade", "2020级", "2020级"), ("grade", "2020 年级", "2020年级"), ("grade", "三年级", "三年级"),
    ],
)
def test_value(key: str, printed: str, value: str | None) -> None:
    assert normalise(key, printed).text == value


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("出生年\n月", "birth"), ("职务（职称）：", "post"), ("职 务/职 称", "post"), ("入党时间（年月）", "joined"), ("党支部联系电话", "phone"), ("手　机", "phone"),
        ("书记姓名", "head"), ("专业班级", "class"), ("所属党组织", "branch"), ("支部书记：", "head"),
    ],
)
def test_label(printed: str, key: str) -> None:
    found = meaning(label_key(printed))
    assert found is not None
    assert (found.role, found.key) == (Role.FIELD, key)


@pytest.mark.parametrize(
    ("printed", "role"),
    [
        ("公\n开\n承\n诺\n事\n项", Role.COMMITMENT), ("承诺内容及完成时限", Role.COMMITMENT), ("岗位承诺", Role.COMMITMENT), ("上一级\n党组织\n审定意\n见", Role.APPROVAL),
        ("党总支审批意见", Role.APPROVAL), ("承诺人签名", Role.SIGNING), ("承诺日期", Role.SIGN_DATE),
    ],
)
def test_role(printed: str, role: Role) -> None:
    found = exact(label_key(printed))
    assert found is not None
    assert found.role is role


@pytest.mark.parametrize("printed", ["群众意见", "征求意见", "承诺类别", "兑现情况", "介绍人姓名", "党员公开承诺书", "中共党员"])
def test_no_such_label(printed: str) -> None:
    found = meaning(label_key(printed))
    assert found is None or found.role is Role.OTHER


@pytest.mark.parametrize(
    ("title", "year", "kind", "unit"),
    [
        ("2012年度基层党组织公开承诺书", 2012, FormKind.ORG, ""), ("       年度党员公开承诺书", None, FormKind.MEMBER, ""), ("二○一二年度党支部公开承诺书", 2012, FormKind.ORG, ""),
        ("党组织书记公开承诺书（2011年度）", 2011, FormKind.SECRETARY, ""), ("机电学院党总支2012年度公开承诺书", 2012, FormKind.ORG, "机电学院党总支"),
        ("青石桥村党支部2011年公开承诺书", 2011, FormKind.ORG, "青石桥村党支部"), ("机关第一党支部党员公开承诺书", None, FormKind.MEMBER, "机关第一党支部"),
        ("北苑师范学院机关党委“我为群众办实事”承诺清单", None, FormKind.ORG, "北苑师范学院机关党委"), ("夹河镇党委2012年度公开承诺事项公示", 2012, FormKind.ORG, "夹河镇党委"),
        ("2025年度党员承诺践诺书", 2025, FormKind.MEMBER, ""), ("党员践诺书", None, FormKind.MEMBER, ""),
    ],
)
def test_title(title: str, year: int | None, kind: FormKind, unit: str) -> None:
    found = title_line(title)
    assert found is not None
    assert found.strong
    assert (title_year(title), title_kind(title), title_unit(title)) == (year, kind, unit)


@pytest.mark.parametrize(
    "line",
    [
        "关于做好公开承诺工作的通知", "公开承诺工作实施方案", "1.基层党组织公开承诺书", "2、《党组织书记公开承诺书》（参考式样）", "附件：党员公开承诺书", "现作如下承诺", "我支部郑重承诺：",
        "党员公开承诺情况汇总表", "一、共性承诺", "承诺人：张三", "公开承诺内容",
    ],
)
def test_no_title(line: str) -> None:
    assert title_line(line) is None


@pytest.mark.parametrize("line", ["一、建", "1、建", "1.建", "2.4月承办", "（1）爱", "①做", "第一，勤", "一是修", "1打扫", "7．开", "⑴甲"])
def test_ordinal(line: str) -> None:
    assert has_ordinal(line)


@pytest.mark.parametrize("line", ["2012年3月10日", "2012.3.10", "二〇一二年三月", "10月底前", "3.5万元", "98%以上", "一户一表"])
def test_no_ordinal(line: str) -> None:
    assert not has_ordinal(line)


def test_templates_are_those_of_the_notices() -> None:
    assert {t.id for t in templates()} == {"org-2010", "member-2010", "secretary-2010", "free"}


@pytest.mark.parametrize(("change", "message"), [("kind: org", "kind"), ("fields:", "felder"), ("means:", "unknown"), ("titles: []", "诺")])
def test_a_wrong_template_is_refused_with_its_name(tmp_path: Path, change: str, message: str) -> None:
    text = 'id: x\nkind: org\ntitles: []\nfields: {org_name: 名称}\ncommitment: ""\napproval: ""\nmeans: {}\n'
    assert load(_written(tmp_path, text)).id == "x"
    replacement = {"kind: org": "kind: nobody", "fields:": "felder:", "means:": "labels: {}\nmeans:", "titles: []": "titles: [公开保证书]"}[change]
    with pytest.raises(TemplateError, match=message) as caught:
        load(_written(tmp_path, text.replace(change, replacement)))
    assert "wrong.yaml" in str(caught.value)


def _written(folder: Path, text: str) -> Path:
    path = folder / "wrong.yaml"
    path.write_text(text, encoding="utf-8")
    return path
