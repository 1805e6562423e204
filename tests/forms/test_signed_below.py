"""Who signs below a form's table, or in a row across it: a name or an organisation there is the signature and no field."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from forms_paper import document, wide

from extractors.forms import find_forms
from extractors.model import Form, Presence

DAY = "2013年2月26日"
PROMISES = ["承诺事项", wide("1、每周走访2户困难群众。\n2、6月底前修好村口水渠。", 3)]
ORG = [["党组织名称", "柿树岭村党支部", "党员人数", "31"], PROMISES]
MEMBER = [["姓名", "涂某", "职务", "教师"], PROMISES]
OPINION = ["支部意见", wide("同意\n支部书记：鲁某\n2013年3月1日", 3)]


def only(*entries: Any) -> Form:
    (form,) = find_forms(document(*entries))
    return form


@pytest.mark.parametrize("lines", [["柿树岭村党支部", DAY], ["", "柿树岭村党支部", DAY, "监督电话：0731-5550000"]])
def test_an_organisation_below_its_table(lines: list[str]) -> None:
    signing = only("党支部公开承诺书", ORG, *lines).signing
    assert (signing.signer, signing.date.day) == ("柿树岭村党支部", date(2013, 2, 26))


@pytest.mark.parametrize("lines", [["承诺人：涂某", DAY], ["承诺人：涂某　　联系电话：13800000000", DAY]])
def test_a_member_below_his_table(lines: list[str]) -> None:
    signing = only("党员公开承诺书", MEMBER, *lines).signing
    assert (signing.signer, signing.date.day) == ("涂某", date(2013, 2, 26))


@pytest.mark.parametrize("between", [OPINION, ["联系电话", wide("13800000000", 3)]])
@pytest.mark.parametrize("signed", [f"承诺人：涂某\n{DAY}", f"承诺人：涂某　　　{DAY}"])
def test_a_row_across_the_table(between: list[Any], signed: str) -> None:
    signing = only("党员公开承诺书", [*MEMBER, between, [wide(signed, 4)]]).signing
    assert (signing.signer, signing.date.day) == ("涂某", date(2013, 2, 26))


@pytest.mark.parametrize("form", [["党员公开承诺书", MEMBER], ["党员公开承诺书", "姓名：涂某　　职务：教师", "1、每周走访2户困难群众。", "2、学好业务。"]])
def test_the_secretary_signs_beside_a_member(form: list[Any]) -> None:
    found = only(*form, "支部书记：鲁某", DAY)
    assert (found.signing.signer, found.signing.signed, found.approval.date.day) == ("", Presence.UNKNOWN, date(2013, 2, 26))


def test_promises_and_their_heading_below_a_table_of_fields() -> None:
    form = only("党员公开承诺书", [["姓名", "涂某", "职务", "教师"]], "联系电话：13800000000", "承诺事项：", "1、每周走访2户困难群众。", "2、学好业务。", "承诺人：涂某", DAY)
    assert (form.signing.signer, {f.key: f.value for f in form.fields}) == ("涂某", {"name": "涂某", "post": "教师", "phone": "13800000000"})
    assert [b.text for b in form.body] == ["1、每周走访2户困难群众。", "2、学好业务。"]
