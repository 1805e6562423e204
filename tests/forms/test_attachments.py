"""Sheets attached to a form: its promises once more, more of them, the promises of others, and the list of what is enclosed."""

from __future__ import annotations

from typing import Any

from forms_paper import document

from extractors.forms import find_forms
from extractors.items import split
from extractors.model import Form

TITLE = "中共石桥镇委员会2012年公开承诺书"
OPENING = "石桥镇党委公开承诺如下："
SAID = ["一、投入资金改造背街小巷8条，11月底前完工。", "二、新建社区办公用房3处，年底前投用。"]
SIGNED = ["中共石桥镇委员会", "2012年3月6日"]
LEDGER = [["序号", "承诺事项", "责任领导", "完成时限"], ["1", "改造小巷8条", "谷某", "11月底"], ["2", "新建办公用房3处", "白某", "12月底"]]
OTHERS = [["序号", "承诺事项", "责任领导", "完成时限"], ["1", "慰问老党员九十名", "谷某", "七一前"], ["2", "清淤河道两公里", "白某", "12月底"]]
MEMBERS = [["序号", "姓名", "承诺事项", "完成时限"], ["1", "谷某", "每月走访困难户两户", "每月"], ["2", "白某", "帮种粮户联系农机", "5月底"]]


def forms(*entries: Any) -> tuple[Form, ...]:
    return find_forms(document(*entries))


def sheet(name: str) -> dict[str, str]:
    return {"p": name, "style": "title"}


def test_promises_said_again_are_no_form_and_no_promises() -> None:
    (form,) = forms(TITLE, OPENING, *SAID, *SIGNED, "附件", sheet("公开承诺事项责任分解表"), LEDGER)
    assert [i.text for i in split(form)] == [line[2:] for line in SAID]
    assert "改造小巷8条" in [p.text for p in form.unread]


def test_other_promises_are_the_forms() -> None:
    (form,) = forms(TITLE, OPENING, *SAID, *SIGNED, "附件1", sheet("公开承诺事项一览表"), OTHERS)
    assert [i.text.split("\n")[0] for i in split(form)] == [*(line[2:] for line in SAID), "慰问老党员九十名", "清淤河道两公里"]


def test_promises_that_stand_in_the_attachment_alone() -> None:
    (form,) = forms(TITLE, "石桥镇党委紧紧围绕中心工作，向全镇群众作出公开承诺，具体事项见附件，请予监督。", *SIGNED, "附件：", sheet("石桥镇党委公开承诺事项表"), OTHERS)
    assert (len(split(form)), form.unit, form.year) == (2, "中共石桥镇委员会", 2012)


def test_the_promises_of_others_stay_a_form() -> None:
    assert len(forms(TITLE, OPENING, *SAID, *SIGNED, "附件2", sheet("党员公开承诺事项汇总表"), MEMBERS)) == 2
    assert len(forms(TITLE, OPENING, *SAID, *SIGNED, "附件2", sheet("水蚤村党支部公开承诺事项表"), OTHERS)) == 2


def test_what_is_enclosed_is_no_promise() -> None:
    for end in (["附件：1.责任分解表　　2.党员承诺汇总表"], ["附件：1．公开承诺责任分解表", "　　　2．党员公开承诺汇总表"], ["附：承诺事项照片三张"]):
        (form,) = forms(TITLE, OPENING, *SAID, *end, *SIGNED)
        assert [i.text for i in split(form)] == [line[2:] for line in SAID]
