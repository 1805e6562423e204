"""Cells that hold several labels, labels made of two names, values that are labels elsewhere, and opinions inside a cell or below a ledger."""

from __future__ import annotations

from typing import Any

from forms_paper import document, wide

from extractors.forms import find_forms
from extractors.items import split
from extractors.model import Form, Table


def one(*entries: Any) -> Form:
    (form,) = find_forms(document(*entries))
    return form


def values(form: Form) -> dict[str, str | None]:
    return {f.key: f.value for f in form.fields}


PROMISES = ["承诺事项", wide("1.每天早到十分钟擦净柜台。\n2.七月前理清三年旧账。", 3)]


def test_labels_one_a_line_beside_values_one_a_line() -> None:
    form = one("党员公开承诺书", [["姓名", "芦苇青", "所在支部", "供销社党支部"], ["性别\n民族", "女\n苗族", "入党时间\n电话", "2003年7月\n"], PROMISES])
    assert values(form) == {"name": "芦苇青", "branch": "供销社党支部", "gender": "女", "ethnicity": "苗族", "joined": "2003-07", "phone": None}


def test_a_label_over_its_value_in_one_cell_still_is_one() -> None:
    form = one("党员公开承诺书", [["姓名\n芦苇青", "职务\n支部书记", "所在支部", "供销社党支部"], PROMISES])
    assert values(form) == {"name": "芦苇青", "post": "支部书记", "branch": "供销社党支部"}


def test_a_label_of_two_names_for_one_field() -> None:
    form = one("党员公开承诺书", [[wide("所在支部：供销社党支部", 2), wide("姓名：芦苇青", 2)], [wide("现任职务或从事职业：柜台营业员", 4)], PROMISES])
    assert values(form) == {"branch": "供销社党支部", "name": "芦苇青", "post": "柜台营业员"}


def test_a_value_that_is_a_label_elsewhere_and_the_first_of_a_list() -> None:
    form = one("党组织书记公开承诺书", "姓名\u3000\u3000芦苇青\u3000\u3000性别\u3000女\u3000", "现任职务\u3000\u3000党委书记、镇长\u3000\u3000任现职时间\u30002009.3\u3000", [PROMISES])
    assert values(form) == {"name": "芦苇青", "gender": "女", "post": "党委书记、镇长", "tenure_start": "2009-03"}


def test_opinions_side_by_side_in_a_table_within_a_cell() -> None:
    inside = [["党员大会评议", "镇党委意见"], ["到会三十人，都赞成。\n2013年4月6日", "同意公示。\n2013年4月9日"]]
    form = one("党员公开承诺书", [["姓名", "芦苇青", "所在支部", "供销社党支部"], PROMISES, [wide("承诺人：芦苇青\n2013年4月2日", 4)], [{"t": [inside], "cols": 4}]])
    assert (str(form.signing.date.day), form.approval.opinion, str(form.approval.date.day)) == ("2013-04-02", "同意公示。", "2013-04-09")
    assert not any(isinstance(b, Table) for b in form.body)


def test_what_is_told_below_a_ledger_is_no_promise() -> None:
    form = one(
        "党支部公开承诺书",
        [
            ["党支部名称", wide("供销社党支部", 2), "党员人数", "12"],
            ["序号", "承诺事项", "目标", "完成时限", "责任人"],
            ["1", "理清旧账", "三年账册全部核对", "7月底", "芦苇青"],
            ["2", "送货下乡", "每月两趟", "全年", "水葱绿"],
            ["大会通过情况", wide("2013年4月1日经支部大会讨论，到会十二人，一致通过。", 4)],
            ["承诺变更说明", wide("第二项因修路改为每月一趟。", 4)],
            ["镇党委意见", wide("同意。2013年4月9日", 4)],
        ],
    )
    assert [i.text for i in split(form)] == ["理清旧账\n三年账册全部核对\n7月底\n芦苇青", "送货下乡\n每月两趟\n全年\n水葱绿"]
    assert str(form.approval.date.day) == "2013-04-09"


def test_names_of_promises_over_columns_and_of_elements_down_the_side() -> None:
    form = one(
        "党员公开承诺书",
        [["姓名", "芦苇青"], ["所在支部", "供销社党支部"], ["电话", "0731-7001237"]],
        [["项目", "理旧账", "送货", "带徒弟"], ["目标", "三年账册全部核对", "每月两趟", "带出一人"], ["办法", "晚上加班", "", "每周一课"], ["期限", "7月底", "全年", ""]],
    )
    assert [i.text for i in split(form)] == ["理旧账\n三年账册全部核对\n晚上加班\n7月底", "送货\n每月两趟\n全年", "带徒弟\n带出一人\n每周一课"]


def test_an_empty_label_of_the_last_promise_is_no_signature() -> None:
    form = one(
        "党支部公开承诺书", "党支部名称：供销社党支部　　党员人数：12", "承诺事项：", "一、理清旧账", "时限：7月底", "落实人：芦苇青", "二、送货下乡", "时限：全年", "落实人：水葱绿",
        "三、修缮库房", "时限：9月", "落实人：", "供销社党支部（章）", "2013年4月2日",
    )
    assert [i.text for i in split(form)][-1] == "修缮库房\n时限：9月\n落实人："
    assert str(form.signing.date.day) == "2013-04-02"


def test_leads_that_nobody_went_on_with_are_no_promises() -> None:
    form = one(
        "党支部公开承诺书", "党支部名称：供销社党支部　　党员人数：12", "承诺事项：", "一、今年要办的实事是：给乡里装三块电子屏。", "二、在进货上：不进陈货。", "三、在学习上：______", "四、其他：",
        "供销社党支部（章）", "2013年4月2日",
    )
    assert [i.text for i in split(form)] == ["今年要办的实事是：给乡里装三块电子屏。", "在进货上：不进陈货。"]


def test_of_printed_words_the_ticked_one_is_the_value() -> None:
    form = one("党员公开承诺书", [["姓名", "芦苇青", "性别", "□男　☑女"], ["岗位", "柜台（　）　采购（√）　仓管（　）", "文化程度", "□大专　□本科"], PROMISES])
    assert values(form) == {"name": "芦苇青", "gender": "女", "post": "采购", "education": None}


def test_promises_beside_those_of_a_ledger() -> None:
    form = one(
        "党员公开承诺书",
        [
            ["姓名", "芦苇青", "支部", wide("供销社党支部", 2)],
            ["工作目标", "具体措施", "完成期限", "责任人", "备注"],
            ["旧账全部核对", "晚上加班", "7月底", "本人", ""],
            ["每月下乡两趟", "自带干粮", "全年", "本人", ""],
            ["其他承诺", wide("不收乡亲的谢礼，不卖陈货。", 4)],
            ["承诺人", wide("芦苇青　2013年4月2日", 4)],
        ],
    )
    assert [(i.text, i.headings) for i in split(form)] == [
        ("旧账全部核对\n晚上加班\n7月底\n本人", ()), ("每月下乡两趟\n自带干粮\n全年\n本人", ()), ("不收乡亲的谢礼，不卖陈货。", ("其他承诺",)),
    ]


def test_an_office_right_behind_its_label_is_its_value() -> None:
    form = one("党组织书记公开承诺书", "姓名\u3000\u3000芦苇青\u3000\u3000性别\u3000女", "现任职务\u3000\u3000党支部书记\u3000\u3000任现职时间\u30002009.3", [PROMISES])
    assert values(form) == {"name": "芦苇青", "gender": "女", "post": "党支部书记", "tenure_start": "2009-03"}


def test_days_below_the_places_of_signature_side_by_side() -> None:
    form = one("党员公开承诺书", [["姓名", "芦苇青", "支部", "供销社党支部"], PROMISES, ["承诺人签名", "芦苇青", "支部书记签名", "水葱绿"], ["日期", "2013年4月2日", "日期", "2013年4月5日"]])
    assert (str(form.signing.date.day), str(form.approval.date.day)) == ("2013-04-02", "2013-04-05")


def test_a_kind_of_promise_that_goes_without_the_word() -> None:
    form = one(
        "党员公开承诺书",
        [["姓名", "芦苇青", "支部", "供销社党支部"], ["岗位承诺\n（2至3项）", wide("七月前理清三年旧账。\n每月下乡两趟。", 3)], ["为民实事\n（1项）", wide("替八户老人送盐送油，逢五送到。", 3)], ["承诺人", wide("芦苇青　2013年4月2日", 3)]],
    )
    assert [i.text for i in split(form)] == ["七月前理清三年旧账。", "每月下乡两趟。", "替八户老人送盐送油，逢五送到。"]


def test_wants_beside_the_promises_are_no_ledger() -> None:
    form = one(
        "党员公开承诺书",
        [["姓名", "芦苇青", "支部", "供销社党支部"], ["今年承诺事项", PROMISES[1]], ["需要组织帮助解决的问题", wide("调整盘点时间，方便接送孩子。", 3)], ["承诺人", wide("芦苇青　2013年4月2日", 3)]],
    )
    assert [i.text for i in split(form)] == ["每天早到十分钟擦净柜台。", "七月前理清三年旧账。"]


def test_fields_in_a_table_within_a_cell() -> None:
    form = one("党员公开承诺书", [["基本情况", {"t": [[["姓名", "芦苇青"], ["支部", "供销社党支部"]]]}], ["承诺事项", "1.每天早到十分钟擦净柜台。"], ["签名", "芦苇青　2013年4月2日"]])
    assert values(form) == {"name": "芦苇青", "branch": "供销社党支部"}


def test_counted_promises_side_by_side() -> None:
    form = one("党员公开承诺书", [["姓名", "芦苇青", "支部", "供销社党支部"], [wide("第一件事", 2), wide("第二件事", 2)], [wide("七月前理清三年旧账。", 2), wide("每月下乡两趟。", 2)]])
    assert [(i.ordinal, i.text) for i in split(form)] == [("第一件事", "七月前理清三年旧账。"), ("第二件事", "每月下乡两趟。")]


def test_numbered_lines_of_fields_go_on_with_any_field() -> None:
    form = one("党员公开承诺书", "一、姓名：芦苇青", "二、所在支部：供销社党支部", "三、职务：柜台组长", "四、承诺事项", "（一）七月前理清三年旧账。", "（二）每月下乡两趟。", "五、承诺人：芦苇青", "2013年4月2日")
    assert values(form) == {"name": "芦苇青", "branch": "供销社党支部", "post": "柜台组长"}
    assert [i.text for i in split(form)] == ["七月前理清三年旧账。", "每月下乡两趟。"]


def test_a_lead_over_an_empty_rule_and_a_last_call_are_no_promises() -> None:
    form = one("党员公开承诺书", "姓名：芦苇青　支部：供销社党支部", "学习上，我要　_读完两本账务书_　", "作风上，我要　________________　", "服务上，我要　_每月下乡两趟_　", "承诺人：芦苇青 2013年4月2日")
    assert len(split(form)) == 2
    form = one("党员公开承诺书", "姓名：芦苇青　支部：供销社党支部", "我郑重承诺：", "七月前理清三年旧账。", "每月下乡两趟。", "不忘本色，争当乡亲信得过的好柜员！", "承诺人：芦苇青 2013年4月2日")
    assert [i.text for i in split(form)] == ["七月前理清三年旧账。", "每月下乡两趟。"]


def test_what_is_asked_of_whoever_fills_in_is_no_promise() -> None:
    form = one("党员公开承诺书", [["姓名", "芦苇青", "支部", "供销社党支部"], PROMISES, ["承诺人", wide("芦苇青　2013年4月2日", 3)]], "填表要求：1．写明时限；2．每人不少于两条；3．字迹清楚。")
    assert len(split(form)) == 2


def test_plain_words_for_fields() -> None:
    form = one("党员公开承诺书", [["姓名", "芦苇青", "男或女", "女"], ["何年何月生", "1970年5月", "干什么工作", "站柜台"], PROMISES])
    assert values(form) == {"name": "芦苇青", "gender": "女", "birth": "1970-05", "post": "站柜台"}
