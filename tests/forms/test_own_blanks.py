"""What offices make of their blanks: promises within an appeal, papers named by all steps of the year, ends inside the ledger's columns."""

from __future__ import annotations

from typing import Any

import pytest
from forms_paper import document, wide

from extractors.errors import NoFormFound
from extractors.forms import find_forms
from extractors.forms.dates import find_dates
from extractors.forms.titles import title_line
from extractors.items import split
from extractors.model import Form, FormKind

END = ("松果乡卫生院党支部", "2019年6月3日")
DEEDS = ("▲七月底前把发热门诊的雨棚搭好。", "▲每周三下村为行动不便的老人量血压。", "▲不推诿任何一位病人。")


def one(*entries: Any) -> Form:
    (form,) = find_forms(document(*entries))
    return form


def values(form: Form) -> dict[str, str | None]:
    return {f.key: f.value for f in form.fields}


@pytest.mark.parametrize(
    "letter",
    [
        pytest.param(["守护健康  你我同行", "——致全乡居民的一封信", "亲爱的乡亲：", "秋风渐起，请您勤开窗。", "请您做到的，我们先做到。乡卫生院党支部在此承诺：", *DEEDS], id="open letter"),
        pytest.param(["无烟院区倡议", "各科室党小组、同志们：", "烟头虽小，事关大家。", "院党支部率先响应，现向全院公开承诺如下：", "一是七月底前撤掉全部烟灰缸，二是每天两次巡查楼梯间，三是发现吸烟当面劝阻。"], id="appeal"),
        pytest.param(["告全体业主", "各位业主：", "电梯久修不好，我们心里不安。", "为此我们郑重承诺：", *DEEDS], id="notice to owners"),
        pytest.param(["乡亲们：", "按照乡党委对各党支部的要求我支部向全乡公开承诺如下：", *DEEDS], id="as others were asked"),
        pytest.param(["致病友们", "响应开展优质服务年活动的号召我支部全体党员郑重承诺：", *DEEDS], id="on a call"),
        pytest.param(["乡亲们：", "党员就必须走在前面，我支部九名党员郑重承诺：", *DEEDS], id="a duty of one's own"),
    ],
)
def test_an_appeal_that_promises_is_a_form(letter: list[str]) -> None:
    form = one(*letter, *END)
    assert (form.kind, form.unit, str(form.signing.date.day)) == (FormKind.ORG, END[0], "2019-06-03")
    assert len(split(form)) == 3


@pytest.mark.parametrize(
    "letter",
    [
        pytest.param(["无烟院区倡议", "亲爱的同志们：", "烟头虽小，事关大家。", "我们倡议每名党员公开承诺：", *DEEDS, *END], id="asked of others"),
        pytest.param(["各科室党小组：", "请于月底前组织党员公开承诺：", *DEEDS, *END], id="a notice"),
        pytest.param(["雨棚终于搭好了", "本报记者", "雨季说来就来。", "病人排队不再淋雨。", "搭棚的师傅忙了三天。", "围观的人不少。", "上周的会上，院党支部郑重承诺：", *DEEDS, "如今，这些都已兑现。"], id="a report that nobody signs"),
    ],
)
def test_an_appeal_to_others_is_none(letter: list[str]) -> None:
    with pytest.raises(NoFormFound):
        find_forms(document(*letter))


@pytest.mark.parametrize("title", ["松果乡党组织承诺践诺评诺表", "党员承诺、审诺、践诺、评诺登记卡", "2019年党支部承诺践诺督诺台账"])
def test_titles_name_all_steps_of_the_year(title: str) -> None:
    assert title_line(title) is not None


@pytest.mark.parametrize("title", ["党员承诺践诺评诺情况汇总表", "松果乡评诺结果登记表", "承诺践诺评诺工作总结"])
def test_titles_of_what_comes_after(title: str) -> None:
    assert title_line(title) is None


HEADED = [["类别", wide("承诺内容", 3)], ["实事", wide("八月前给村口安一盏路灯", 3)], ["制度", wide("每月十日公布村务账目", 3)]]


@pytest.mark.parametrize(
    "end",
    [
        pytest.param([["承诺党组织", "松果村党支部（章）\n2019年3月2日", "镇党委审核意见", "同意公示\n2019年3月9日"]], id="organisation beside opinion"),
        pytest.param([["党支部（盖章）", "（章）\n2019年3月2日", "镇党委审定", "同意公示\n（章）\n2019年3月9日"]], id="seal in its cell"),
        pytest.param([[wide("承诺人：柏木清  2019年3月2日", 2), wide("镇党委意见：同意公示 2019年3月9日", 2)], ["1月", "2月—5月", "6月", "7月—12月"], ["", "", "", ""]], id="in one cell, months below"),
    ],
)
def test_a_ledger_ends_where_somebody_signs(end: list[Any]) -> None:
    form = one("松果村党支部承诺公示表", [["支部名称", "松果村党支部", "党员数", "31"], *HEADED, *end])
    assert (str(form.signing.date.day), str(form.approval.date.day), form.approval.opinion[:4]) == ("2019-03-02", "2019-03-09", "同意公示")
    assert [item.text for item in split(form)] == ["八月前给村口安一盏路灯", "每月十日公布村务账目"]


@pytest.mark.parametrize(
    ("line", "count"),
    [("党组织：松果村党支部    党员23名    书记：柏木清", "23"), ("支部名称：松果村党支部 现有党员四十一人", "41"), ("支部名称：松果村党支部　党员共9名；联系电话：5550000", "9")],
)
def test_members_are_counted_without_a_colon(line: str, count: str) -> None:
    found = values(one("党支部公开承诺书", line, "一、六月底前修好水渠300米。", "二、每月公布账目。", "2019年3月2日"))
    assert (found["org_name"], found["member_count"]) == ("松果村党支部", count)


@pytest.mark.parametrize(("value", "key", "said"), [("柏木清", "name", "柏木清"), ("二十三名", "member_count", "23"), ("23", "member_count", "23")])
def test_one_label_names_a_member_or_counts_them(value: str, key: str, said: str) -> None:
    form = one("公开承诺书", [["党员", value, "岗位", "出纳"], ["承诺内容", wide("1.每日下班前对账一次。\n2.不代客户保管存折。", 3)]])
    assert values(form)[key] == said


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("二〇一九年三月初六（公历四月十日）", "2019-04-10"), ("农历二〇一八年腊月廿三", "2019-01-28"), ("2018年腊月二十（阳历1月25日）", "2019-01-25"), ("2019年4月10日（农历三月初六）", "2019-04-10"),
    ],
)
def test_days_of_the_old_calendar(printed: str, day: str) -> None:
    form = one("致全村父老的公开承诺信", "今年村里要办两件事。", "（一）路通。后山机耕路秋收前推通。", "（二）账清。每月初五在祠堂念账。", f"柏木清\n{printed}")
    assert str(form.signing.date.day) == day


@pytest.mark.parametrize("printed", ["2012年3月初", "2019年正月三十五"])
def test_no_day_of_the_old_calendar(printed: str) -> None:
    assert all(hit.day is None for hit in find_dates(printed))


@pytest.mark.parametrize(
    ("end", "signed", "approved"),
    [
        (["2019年3月1日", "厂党委意见：可以公示。  桑田  3月4日"], "2019-03-01", "2019-03-04"), (["承诺人：柏木清  2018年12月28日", "（厂党委审核：同意　1月5日）"], "2018-12-28", "2019-01-05"),
        (["承诺人：柏木清    3月1日", "支部意见：同意。 3月4日"], "2019-03-01", "2019-03-04"), (["承诺人：柏木清  2019年3月1日", "支部意见：请于3月4日前公示"], "2019-03-01", "None"),
    ],
)
def test_days_without_their_year(end: list[str], signed: str, approved: str) -> None:
    form = one("2019年选煤车间党支部书记公开承诺", "一、四月底前给浴室换锅炉。", "二、每季度通报一次煤质奖金。", *end)
    assert (str(form.signing.date.day), str(form.approval.date.day)) == (signed, approved)
    assert "4日" not in form.approval.opinion or approved == "None"


def test_fields_in_columns_that_nobody_ruled() -> None:
    form = one(
        "党员先锋岗承诺书", "岗位牌号                 承诺年度   2014年", "党员     柏木清           岗位     综合柜员", "网点/部门   钟鼓楼支行         党支部    城区联合党支部",
        "入党日期   2012年6月30日      工号", "1. 日均业务笔数保持在130笔以上。", "2. 不代客户保管存折、密码。", "承诺人签名：柏木清        2014年4月18日",
    )  # fmt: skip
    assert values(form) == {"name": "柏木清", "post": "综合柜员", "branch": "城区联合党支部", "joined": "2012-06-30"}
    assert len(split(form)) == 2


def test_the_second_party_of_an_agreement_promises() -> None:
    lines = ["甲方（盖章）              乙方（盖章）", "代表：桑田                代表：柏木清", "2018年3月22日            2018年3月20日"]
    form = one("党建工作承诺责任书", "甲方：松果街道党工委", "乙方：松果社区党总支", "第一条 五月底前建好党群服务站。", "第二条 全年发展党员两名。", *lines)
    assert str(form.signing.date.day) == "2018-03-20"
