"""Whose each date of a form is: the promiser's, his superior's, a witness's or nobody's, wherever it stands."""

from __future__ import annotations

from typing import Any

import pytest
from forms_paper import document, wide

from extractors.forms import find_forms
from extractors.forms.claims import Claimant, claims
from extractors.items import split
from extractors.model import Document, Paragraph, Place

SIGNED, APPROVED = "2014-03-04", "2014-03-11"
S, A = "2014年3月4日", "2014年3月11日"
TITLE, OF_UNIT = "共产党员公开承诺书", "党支部公开承诺书"
PROMISES = ["1．为楼栋三户独居老人每周买菜一次。", "2．六月底前把巷口坏灯换掉。", "3．每季度讲一次党课。"]
TEXT = "\n".join(PROMISES)
WHO = ["姓名", "桑某", "所在支部", "西巷支部"]


def days(*entries: Any) -> tuple[str, str, int]:
    (form,) = find_forms(document(*entries))
    return str(form.signing.date.day), str(form.approval.date.day), len(split(form))


@pytest.mark.parametrize(
    "end",
    [
        pytest.param([[["承诺人", "桑某", "日期", "2014", "年", "3", "月", "4", "日"]]], id="parts of a date in cells"),
        pytest.param(["承诺人：桑某", "2014年", "3月", "4日"], id="parts of a date on lines"),
        pytest.param([S, "桑某（签名）"], id="name below the day"),
        pytest.param([f"承诺人：桑某  {S}", "公示时间：2014年3月20日至2014年3月27日"], id="a day of publicity"),
        pytest.param([f"承诺人：桑某  {S}", "收到日期：2014年3月20日（党办填写）"], id="a day of receipt"),
        pytest.param([f"承诺人：桑某  {S}", "街道党工委组织科2013年12月印制"], id="a printer's line"),
        pytest.param(["桑某", S, "以上承诺于2014年12月31日前兑现。"], id="a time limit below"),
        pytest.param(["承诺人：桑某    见证人：柳某", f"{S}    2014年3月8日"], id="a witness beside"),
        pytest.param(["承诺人：桑某", S, "见证人：柳某", "2014年3月8日"], id="a witness below"),
        pytest.param(["承诺人签名：", [["桑某", "柳某", "蒲某"], ["桂某", "榆某", ""]], S], id="names in a table"),
        pytest.param([f"承诺人：桑某 {S}", [["践诺情况", "已完成"], ["评议时间", "2014年12月20日"]]], id="rows for the end of the year"),
        pytest.param(["三、签名", f"桑某　{S}"], id="a numbered heading"),
    ],
)
def test_only_the_promisers_day_counts(end: list[Any]) -> None:
    assert days(TITLE, *PROMISES, *end) == (SIGNED, "None", 3)


@pytest.mark.parametrize(
    "end",
    [
        pytest.param(["承诺人：桑某", f"时间：{S}", "党支部书记签字：柳某", f"时间：{A}"], id="an office above a member"),
        pytest.param(["承诺人：桑某", S, "见证人：柳某", "2014年3月8日", "党支部（盖章）", A], id="witness and seal"),
        pytest.param(["签名/日期：桑某/2014.3.4", "审核/日期：柳某/2014.3.11"], id="slashes"),
        pytest.param([f"承诺人签字 桑某 签字日期 {S}", f"审核人签字 柳某 审核日期 {A}"], id="no colons"),
        pytest.param([f"承诺人：桑某（{S}）", f"（党支部审核：同意，柳某，{A}）"], id="brackets"),
        pytest.param([f"承诺人：桑某    {S}", f"经{A}支部大会审议通过。"], id="a sentence"),
        pytest.param([f"{S}（本人签名）", f"{A}（街道党工委公章）"], id="marks behind"),
        pytest.param([f"审核人：柳某　{A}", f"承诺人：桑某　{S}"], id="the superior first"),
        pytest.param([[["角色", "姓名", "日期", "备注"], ["承诺人", "桑某", S, ""], ["审核人", "柳某", A, ""]]], id="a row a signer"),
        pytest.param([[["", "承诺方", "审核方"], ["签字", "桑某", "柳某"], ["日期", S, A]]], id="a column a signer"),
        pytest.param([[["承诺人签字", "日期", "审核人签字", "日期"], ["桑某", S, "柳某", A]]], id="days beside their labels' columns"),
        pytest.param([[["承诺人：桑某", "见证：居民代表", "审定：街道党工委"], [S, "2014年3月8日", A]]], id="three columns"),
    ],
)
def test_the_promisers_and_his_superiors_day(end: list[Any]) -> None:
    assert days(TITLE, *PROMISES, *end) == (SIGNED, APPROVED, 3)


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([["本人签名", wide(f"桑某  {S}", 3)], ["支部意见", wide(f"同意。负责人：柳某\n{A}", 3)]], id="two rows"),
        pytest.param([["承诺人", f"桑某 {S}", "支部意见", f"同意 {A}"], ["兑现情况", "一季度", "已办", "2014年4月2日"], ["", "二季度", "已办", "2014年7月2日"]], id="checks"),
        pytest.param([["承诺人", "桑某", "日期", S], ["党小组长签名", "蒲某", "日期", "2014年3月6日"], ["支部审核人签名", "柳某", "日期", A]], id="three signers"),
        pytest.param([["本人签字", wide(S, 3)], ["支部审核", wide(f"同意 {A}", 3)], ["公示情况", wide("公示无异议。2014年3月19日", 3)]], id="publicity"),
    ],
)
def test_days_in_the_forms_table(rows: list[Any]) -> None:
    assert days(TITLE, [WHO, ["承诺事项", wide(TEXT, 3)], *rows]) == (SIGNED, APPROVED, 3)


def test_of_two_organisations_the_higher_one_approves() -> None:
    end = [["支部盖章", f"西巷党支部\n{S}"], ["党工委盖章", f"槐树街道\n{A}"]]
    assert days(OF_UNIT, [["党支部", "西巷党支部"], ["承诺事项", TEXT], *end]) == (SIGNED, APPROVED, 3)


@pytest.mark.parametrize("said", ["同意公示。", ""])
@pytest.mark.parametrize("second", [A, "　　年　月　日"])
def test_the_opinion_below_a_seal_and_its_day_has_a_day_of_its_own(said: str, second: str) -> None:
    approved = APPROVED if second == A else "None"
    assert days(OF_UNIT, *PROMISES, "（盖章）", S, f"上一级党组织审定意见：{said}", "（盖章）", second)[:2] == (SIGNED, approved)


def test_a_signature_at_the_foot_of_the_page() -> None:
    body = document(TITLE, *PROMISES)
    foot = Paragraph(document(f"承诺人：桑某    {S}").blocks[0].passage, Place.FOOTER)  # type: ignore[union-attr]
    (form,) = find_forms(Document("docx", (*body.blocks, foot)))
    assert (form.signing.signer, str(form.signing.date.day), len(split(form))) == ("桑某", SIGNED, 3)


def test_a_time_limit_that_is_also_the_day_of_signing() -> None:
    rows = [["序号", "承诺事项", "完成时限"], ["1", "换坏灯四盏", S], ["2", "每周扫街两次", "2014年12月31日"]]
    assert days(OF_UNIT, rows, "西巷党支部", S)[:2] == (SIGNED, "None")


def test_a_day_that_is_not_there_is_not_found_elsewhere() -> None:
    assert days(TITLE, "党员承诺期限：2014年1月1日至2014年12月31日", *PROMISES, "承诺人：桑某", "登记时间：2014年3月20日")[0] == "None"


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("承诺人（签字）：", [Claimant.OWN]),
        ("审核人：柳某　日期：", [Claimant.UPPER, Claimant.NOBODY]),
        ("支部：同意", [Claimant.UPPER]),
        ("街道党工委　同意", [Claimant.UPPER]),
        ("西巷党支部（盖章）", [Claimant.UNIT]),
        ("支部书记（签字）：柳某", [Claimant.LEADS]),
        ("见证人：柳某", [Claimant.SEES]),
        ("完成时限：", [Claimant.OTHER]),
        ("监督电话：000-1234567", []),
        ("请党组织和群众监督。", []),
    ],
)
def test_whom_a_label_speaks_of(line: str, who: list[Claimant]) -> None:
    assert [claim.who for claim in claims(line)] == who


def test_two_labels_over_two_bare_days_have_one_each() -> None:
    assert days(TITLE, [*WHO], [["承诺事项", TEXT], [wide(f"承诺人：桑某　　　　党支部审核：同意\n日期：{S}　　　　　日期：{A}", 2)]])[:2] == (SIGNED, APPROVED)


def test_a_judgement_between_takes_the_day_below_it() -> None:
    assert days(OF_UNIT, *PROMISES, "承诺党组织：西巷支部", "负责人签字：桑某", S, "党员大会评议意见：一致通过。", "2014年3月1日", f"党委审批意见：同意。　{A}")[:2] == (SIGNED, APPROVED)


def test_the_day_under_a_seal_is_that_of_signing_though_promises_go_on_below() -> None:
    table = [["党组织名称", "西巷支部"], ["承诺事项", f"1．每季度讲一次党课。\n（盖章）\n{S}"], ["上级意见", "同意"]]
    assert days(OF_UNIT, {"table": table}, "附页", "2．换掉坏灯。", "3．看望独居老人。")[0] == SIGNED


def test_the_name_of_a_day_spread_over_its_cell_is_no_empty_day() -> None:
    table = [["姓　名", "桑某", "出　生　年　月", "1980.5"], ["承诺事项", wide(TEXT, 3)], [wide(f"签字：桑某　{S}", 4)]]
    assert days(TITLE, {"table": table})[0] == SIGNED


@pytest.mark.parametrize("end", [["党支部书记签字：柳大堤　　　2014年3月11日"], ["党支部书记（签字）：柳大堤", A]])
def test_a_day_under_the_secretarys_hand_is_not_the_members(end: list[str]) -> None:
    assert days(TITLE, "姓名：桑某", *PROMISES, *end) == ("None", APPROVED, 3)
    assert days(TITLE, "姓名：桑某", *PROMISES, f"承诺人：桑某　　{S}", *end) == (SIGNED, APPROVED, 3)


def test_a_form_signed_in_its_cell_has_its_day_though_more_promises_are_attached() -> None:
    rows = [["单位名称", "西巷支部", "支部书记", "桑某"], ["承诺事项", wide(f"{TEXT}\n\n西巷支部（盖章）\n{S}", 3)], ["上级意见", wide(f"同意。\n（盖章）\n{A}", 3)]]
    ledger = [["序号", "项目名称", "内容及标准", "完成时间"], ["1", "修补巷口路面", "80平方米", "7月底"], ["2", "更换楼道灯", "24盏", "9月底"]]
    assert days(OF_UNIT, rows, "附件", "为民办实事项目清单", ledger)[:2] == (SIGNED, APPROVED)
