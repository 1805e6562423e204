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


def test_rows_beside_numbered_ones_are_promises_too() -> None:
    table = [
        ["党员姓名", "苏某", "所在党支部", "图书馆第一党支部"], [wide("公开承诺事项及完成时限", 4)], ["带头学习提高", wide("上半年读完一本专业书，作一次交流。", 3)],
        ["带头争创佳绩", wide("1、还书上架不过夜。\n2、在校级刊物发表论文1篇。", 3)], ["带头服务群众", wide("为考研学生设爱心座位30个。", 3)], ["签名", "苏某", "日期", "2012年3月6日"],
    ]
    items = split(one("2012年度党员公开承诺书", table))
    assert [(i.text, i.headings) for i in items] == [
        ("上半年读完一本专业书，作一次交流。", ("带头学习提高",)), ("还书上架不过夜。", ("带头争创佳绩",)), ("在校级刊物发表论文1篇。", ("带头争创佳绩",)), ("为考研学生设爱心座位30个。", ("带头服务群众",)),
    ]


def test_words_that_go_on_below_a_named_row_stay_with_it() -> None:
    table = [
        ["党员姓名", "苏某", "所在党支部", "图书馆第一党支部"], [wide("公开承诺事项及完成时限", 4)], ["带头学习提高", wide("上半年读完一本专业书。", 3)],
        ["", wide("下半年给支部讲一次读书心得。", 3)], ["带头争创佳绩", wide("1、还书上架不过夜。\n2、发表论文1篇。", 3)], ["签名", "苏某", "日期", "2012年3月6日"],
    ]
    assert [i.text for i in split(one("2012年度党员公开承诺书", table))] == ["上半年读完一本专业书。", "下半年给支部讲一次读书心得。", "还书上架不过夜。", "发表论文1篇。"]


def test_duties_of_a_post_in_a_cell_of_their_own_are_not_promised() -> None:
    table = [["姓名", "苏某", "所在党支部", "东塘村党支部"], [wide("岗位职责：\n1.宣讲政策\n2.巡查水渠\n3.上报险情", 4)], ["承诺事项", wide("1.每周巡查水渠2次。\n2.险情当天上报。", 3)]]
    assert [i.text for i in split(one("无职党员承诺书", table, "承诺人：苏某　2014年3月4日"))] == ["每周巡查水渠2次。", "险情当天上报。"]


def test_a_board_of_lists_side_by_side() -> None:
    table = [
        ["【一老一小】\n1社区食堂6月1日前开张\n2课堂周一至周五免费开放", "【安居环境】\n3新增充电口120个\n4小区垃圾日产日清"],
        ["【阵地队伍】\n5书记每周三上午坐班\n6在职党员进社区报到", "社区党委书记：苏某\n2023年3月1日"],
    ]
    items = split(one("虹桥湾社区党委2023年公开承诺", table))
    assert [(i.text, i.headings) for i in items][:3] == [("社区食堂6月1日前开张", ("一老一小",)), ("课堂周一至周五免费开放", ("一老一小",)), ("新增充电口120个", ("安居环境",))]
    assert len(items) == 6


DEED_ROWS = [["序号", "办实事项目", "具体措施", "完成时限", "责任人"], ["1", "维修路灯26盏", "村集体出资", "7月底", "苏某"], ["2", "疏通三组排水沟", "", "汛期前", "苏某"]]


def test_a_list_of_deeds_promises_without_saying_so() -> None:
    form = one("晴川村党支部“我为群众办实事”项目清单", "填报单位：晴川村党支部　　填报时间：2021年6月10日", DEED_ROWS, "支部书记（签字）：苏某")
    assert [i.ordinal for i in split(form)] == ["1", "2"]
    done = [[*row, told] for row, told in zip(DEED_ROWS, ("进展情况", "已完成", ""), strict=True)]
    with pytest.raises(NoFormFound):
        one("晴川村党支部“我为群众办实事”项目清单", "填报单位：晴川村党支部　　填报时间：2021年6月10日", done, "支部书记（签字）：苏某")
    with pytest.raises(NoFormFound):
        one("晴川村党支部“我为群众办实事”完成情况统计", "填报单位：晴川村党支部　　填报时间：2021年6月10日", DEED_ROWS, "支部书记（签字）：苏某")


@pytest.mark.parametrize("opinion", ["支部意见：同意承诺，张榜公布。", "支部意见：同意该支部承诺。"])
def test_an_opinion_on_promises_begins_no_letter(opinion: str) -> None:
    lines = ["我郑重承诺：一是每天看一小时医书；二是半夜叫门也出诊。", "承诺人：苏某", "2015年3月16日", opinion, "后山村党支部（章）　2015年3月20日"]
    assert str(one("党员承诺书", *lines).approval.date.day) == "2015-03-20"


def test_a_paragraph_that_begins_with_at_the_same_time_goes_on_from_nothing() -> None:
    lines = ["2025年，我承诺：每天巡查网格一遍；每年帮助10名居民找到工作。", "同时，遵守社区各项规章制度；对居民的诉求耐心倾听。", "承诺人：苏某", "2025.2.17"]
    assert [i.text for i in split(one("党员公开承诺书", *lines))][1:3] == ["每年帮助10名居民找到工作", "遵守社区各项规章制度"]


@pytest.mark.parametrize("below", ["填表日期：2015年4月1日", "报送日期：2015年4月1日"])
def test_the_day_of_the_paper_is_not_the_day_of_signing(below: str) -> None:
    lines = ["一、每天看一小时医书。", "二、半夜叫门也出诊。"]
    assert str(one("党员承诺书", *lines, "承诺人：苏某", "2015年3月16日", below).signing.date.day) == "2015-03-16"
    assert str(one("党员承诺书", *lines, "承诺人：苏某", below).signing.date.day) == "2015-04-01"
