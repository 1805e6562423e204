"""Every label of the three printed forms (notices 001 附件1 and 附件2, 003 附件2) is found, blank or filled."""

from __future__ import annotations

from typing import Any

import pytest
from forms_paper import document, wide

from extractors.forms import find_forms
from extractors.model import FormKind, Presence

ORG: list[Any] = [
    "        年度基层党组织公开承诺书",
    [
        ["党组织名称", "", "党员人数", ""],
        ["党组织负责人", "", "联系电话", ""],
        ["公开承诺事项及完成时  限", wide("（盖章）\n年   月   日", 3)],
        ["上一级党组织审定意  见", wide("（盖章）\n                               年   月   日", 3)],
    ],
    "注：“公开承诺事项及完成时限”栏目写不下的，可另附纸；承诺书一式三份，上一级党组织存一份，基层党组织存一份，另一份用于公示。",
]
MEMBER: list[Any] = [
    "        年度党员公开承诺书",
    [
        ["党员姓名", "", "性别", "", "出生年 月", "", "民 族", ""],
        ["职务或职业", "", "入党时 间", wide("", 2), "文化程 度", wide("", 2)],
        ["所在党支部", wide("", 7)],
        ["公开承诺事项及完成时限", wide("（签名）\n年   月   日", 7)],
        ["党支部\n审定意见", wide("（盖章）\n                        年   月   日", 7)],
    ],
    "注：“公开承诺事项及完成时限”栏目写不下的，可另附纸；承诺书一式三份，所在党组织存一份，承诺人存一份，另一份用于公示。",
]
SECRETARY: list[Any] = [
    "　　　　　党组织书记公开承诺书",
    [
        ["姓名", "", "性别", "", "出生年月", ""],
        ["职务", "", "任职\n时间", "", "联系方式", ""],
        ["党组织名称", wide("", 5)],
        ["公\n开\n承\n诺\n事\n项", wide("(签字)        \n年    月    日    ", 5)],
        ["上一级\n党组织\n审定意\n见", wide("(盖章)       \n  年    月    日    ", 5)],
    ],
    "  注：承诺书一式四份，本级组织存一份，公示一份，上报两份。",
]
FORMS = [
    (ORG, "org-2010", FormKind.ORG, ["org_name", "member_count", "head", "phone"]),
    (MEMBER, "member-2010", FormKind.MEMBER, ["name", "gender", "birth", "ethnicity", "post", "joined", "education", "branch"]),
    (SECRETARY, "secretary-2010", FormKind.SECRETARY, ["name", "gender", "birth", "post", "tenure_start", "phone", "org_name"]),
]


@pytest.mark.parametrize(("blocks", "template", "kind", "keys"), FORMS, ids=[f[1] for f in FORMS])
def test_every_label_of_the_blank_form_is_found(blocks: list[Any], template: str, kind: FormKind, keys: list[str]) -> None:
    (form,) = find_forms(document(*blocks))
    assert (form.template, form.kind, form.year) == (template, kind, None)
    assert [f.key for f in form.fields] == keys
    assert all(f.value is None and f.confidence == 1.0 and f.passage.anchor() for f in form.fields)
    assert form.body == ()
    assert form.signing.signed is Presence.UNKNOWN
    assert form.signing.date.state == "blank"
    assert form.approval.printed
    assert (form.approval.opinion, form.approval.date.state) == ("", "blank")
    assert form.title.text.strip() == blocks[0].strip()
    assert any("一式" in note.text for note in form.unread)


def test_attached_blank_forms_of_a_notice_count_but_its_text_does_not() -> None:
    notice = ["关于做好公开承诺工作的通知", "各直属党组织：", "　　一、目的意义", "公开承诺是重要方式。", "附件：1.基层党组织公开承诺书", "　　2.党员公开承诺书"]
    forms = find_forms(document(*notice, "附件1：", *ORG, "附件2：", *MEMBER))
    assert [(f.index, f.template) for f in forms] == [(0, "org-2010"), (1, "member-2010")]
    assert all(f.body == () for f in forms)


def test_values_beside_their_labels() -> None:
    filled = [row[:] for row in MEMBER[1]]
    filled[0] = ["党员姓名", "厉 大 山", "性别", "男", "出生年 月", "1969.7", "民 族", "汉"]
    filled[1] = ["职务或职业", "党支部书记", "入党时 间", wide("二〇〇三年六月", 2), "文化程 度", wide("高中", 2)]
    (form,) = find_forms(document("2012年度党员公开承诺书", filled))
    values = {f.key: f.value for f in form.fields}
    assert values == {
        "name": "厉大山", "gender": "男", "birth": "1969-07", "ethnicity": "汉", "post": "党支部书记",
        "joined": "2003-06", "education": "高中", "branch": None,
    }
    assert form.field("name") is not None
    assert form.field("name").text == "厉 大 山"  # type: ignore[union-attr]
    assert (form.kind, form.year, form.person) == (FormKind.MEMBER, 2012, "厉大山")
