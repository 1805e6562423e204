"""Forms side by side, second forms and papers under strange titles; fields in odd places, and what is no value of theirs."""

from __future__ import annotations

from typing import Any

import pytest
from forms_paper import document, wide

from extractors.errors import NoFormFound
from extractors.forms import find_forms
from extractors.items import split
from extractors.model import FormKind

DAY = "2014年3月4日"
PROMISES = ["1．为楼栋三户独居老人每周买菜一次。", "2．六月底前把巷口坏灯换掉。", "3．每季度讲一次党课。"]
TEXT = "\n".join(PROMISES)


def fields(*entries: Any) -> dict[str, str | None]:
    (form,) = find_forms(document(*entries))
    assert len(split(form)) == 3
    return {f.key: f.value for f in form.fields}


def in_table(*rows: list[Any]) -> dict[str, str | None]:
    return fields("共产党员公开承诺书", [*rows, ["承诺事项", wide(TEXT, 3)], ["承诺人签名", "桑某", "日期", DAY]])


def test_cards_side_by_side_are_forms_of_their_own() -> None:
    cards = [f"党员承诺书\n姓名：{name}\n支部：西巷支部\n{TEXT}\n承诺人：{name}\n{DAY}" for name in ("桑某", "柳某")]
    forms = find_forms(document([cards]))
    assert [(f.person, str(f.signing.date.day), len(split(f))) for f in forms] == [(n, "2014-03-04", 3) for n in ("桑某", "柳某")]


def test_a_second_form_under_a_short_title_behind_a_signature() -> None:
    own = ["书记个人承诺", "姓名：桑某    职务：支部书记", *PROMISES, f"承诺人：桑某  {DAY}"]
    forms = find_forms(document("西巷幼儿园党支部公开承诺", "支部承诺如下：", "1．每天消毒两遍。", "西巷幼儿园党支部", DAY, *own))
    assert [(f.kind, len(split(f))) for f in forms] == [(FormKind.ORG, 1), (FormKind.SECRETARY, 3)]


@pytest.mark.parametrize("title", ["党员教师承诺问答卡", "西巷社区党委2014年承诺事项分季推进表", "党员岗位承诺审批表"])
def test_a_paper_of_which_nobody_has_heard(title: str) -> None:
    (form,) = find_forms(document(title, "姓名：桑某    支部：西巷支部", *PROMISES, f"承诺人：桑某  {DAY}"))
    assert (form.title.text, len(split(form))) == (title, 3)


def test_a_list_of_members_is_their_organisations() -> None:
    rows = [["序号", "姓名", "承诺事项", "完成时间"], ["1", "桑某", "每周扫三条巷子", "全年"], ["2", "柳某", "晚上巡逻一小时", "年底"]]
    (form,) = find_forms(document("西巷村党员设岗定责承诺公示表", "单位：西巷村党总支", rows, DAY))
    assert (form.kind, form.unit) == (FormKind.ORG, "西巷村党总支")


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([["姓名", "桑某", "党组织关系", "西巷图书馆党支部"]], {"name": "桑某", "branch": "西巷图书馆党支部"}),
        ([["单位", "西巷支队党支部", "姓名", "桑某"]], {"name": "桑某", "branch": "西巷支队党支部"}),
        ([["姓名", "桑某", "性别", "照片"]], {"name": "桑某", "gender": None}),
        ([["姓名", "桑某", "联系方式", "手机：13800000001"]], {"name": "桑某", "phone": "13800000001"}),
        ([["姓名", "桑某", "监督电话", "000-1234567"]], {"name": "桑某"}),
        ([["姓名", "桑某", "民族/籍贯", "汉族/某县"]], {"name": "桑某", "ethnicity": "汉族"}),
        ([["摊主", "桑某", "性别", "男"]], {"name": "桑某", "gender": "男"}),
    ],
)
def test_fields_of_a_member(rows: list[Any], said: dict[str, str | None]) -> None:
    assert in_table(*rows) == said


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([["窗口名称", "西巷窗口党支部", "首席代表（支部书记）", "柳某"]], {"org_name": "西巷窗口党支部", "head": "柳某"}),
        ([["承诺科室", "西巷医院党支部（党员17人）", "书记姓名及电话", "柳某 000-1234567"]], {"org_name": "西巷医院党支部", "head": "柳某", "phone": "000-1234567"}),
    ],
)
def test_fields_of_an_organisation(rows: list[Any], said: dict[str, str | None]) -> None:
    found = fields("党支部公开承诺书", [*rows, ["承诺事项", wide(TEXT, 3)], ["承诺单位（公章）", wide(DAY, 3)]])
    assert {key: found.get(key) for key in said} == said


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["一、基本情况", "姓名：桑某　支部：西巷支部", "二、承诺内容", *PROMISES, "三、签名", f"桑某　{DAY}"], {"name": "桑某", "branch": "西巷支部"}),
        (["1.姓名：桑某", "2.所在支部：西巷支部", "3.承诺内容：", *PROMISES, f"承诺人：桑某 {DAY}"], {"name": "桑某", "branch": "西巷支部"}),
        (["学校   西巷中学    姓名   桑某    支部   西巷支部", *PROMISES, f"承诺人 桑某 {DAY}"], {"name": "桑某", "branch": "西巷支部"}),
        (["姓名\t桑某\t支部\t西巷支部", *PROMISES, f"承诺人：桑某 {DAY}"], {"name": "桑某", "branch": "西巷支部"}),
        (["姓名：桑某", "车号：某A-05517     所属支部：西巷支部", *PROMISES, f"承诺人：桑某 {DAY}"], {"name": "桑某", "branch": "西巷支部"}),
        ([*PROMISES, "姓名：桑某", "所在支部：西巷支部", f"承诺时间：{DAY}"], {"name": "桑某", "branch": "西巷支部"}),
        (["本人__桑某__，职业__摊主__，联系电话______，系__西巷支部__党员，现承诺如下：", *PROMISES, f"承诺人：桑某 {DAY}"],
         {"name": "桑某", "post": "摊主", "phone": None, "branch": "西巷支部"}),
        (["我叫  桑某  ， 女 ， 1980年4月 出生，组织关系在 西巷支部 。我承诺：", *PROMISES, f"承诺人：桑某 {DAY}"],
         {"name": "桑某", "gender": "女", "birth": "1980-04", "branch": "西巷支部"}),
    ],
)  # fmt: skip
def test_fields_in_lines(lines: list[str], said: dict[str, str | None]) -> None:
    assert fields("共产党员公开承诺书", *lines) == said


def test_promises_that_somebody_signed_need_no_title() -> None:
    lines = ["说到做到", "今年的三件事先写在这里，请邻居们看着。", *PROMISES]
    (form,) = find_forms(document(*lines, f"承诺人：桑某  {DAY}"))
    assert (form.person, len(split(form))) == ("桑某", 3)
    with pytest.raises(NoFormFound):
        find_forms(document(*lines, f"记录人：桑某  {DAY}"))


def test_promises_beside_the_parts_of_the_year() -> None:
    rows = [["承诺事项", "1—3月", "4—6月", "7—9月"], ["修路2公里", "勘测", "开工", "通车"], ["装路灯30盏", "", "招标", "安装"]]
    (form,) = find_forms(document("西巷村党支部承诺推进表", rows, "西巷村党支部", DAY))
    assert [i.text for i in split(form)] == ["修路2公里\n勘测\n开工\n通车", "装路灯30盏\n招标\n安装"]


def test_one_table_a_promise_with_two_elements_in_a_row() -> None:
    tables = [[["事项", wide(what, 3)], ["目标", wide("全部完成", 3)], ["时限", day, "责任人", "桑某"], ["完成情况", wide("", 3)]] for what, day in (("修路2公里", "2014年8月25日"), ("装路灯30盏", "年底"))]
    (form,) = find_forms(document("西巷村党支部承诺登记表", f"填表日期：{DAY}", "承诺事项一", tables[0], "承诺事项二", tables[1]))
    assert [(i.ordinal, i.text) for i in split(form)] == [("承诺事项一", "修路2公里\n全部完成\n2014年8月25日\n桑某"), ("承诺事项二", "装路灯30盏\n全部完成\n年底\n桑某")]
    assert str(form.signing.date.day) == "2014-03-04"


def test_promises_in_the_columns_of_a_table() -> None:
    rows = [["", "承诺一", "承诺二"], ["做什么", "每周扫街", "帮扶1户"], ["怎样做", "排班", "结对"], ["兑现情况", "", "已办"]]
    (form,) = find_forms(document("党员承诺栏", rows, "姓名：桑某　科室职务：保管员", f"本人签字：桑某　{DAY}"))
    assert [(i.ordinal, i.text) for i in split(form)] == [("承诺一", "每周扫街\n排班"), ("承诺二", "帮扶1户\n结对")]
    assert {f.key: f.value for f in form.fields} == {"name": "桑某", "post": "保管员"}


def test_a_ticked_post_is_promised_and_no_post_of_a_person() -> None:
    rows = [["姓名", "桑某", "认领岗位（打√）", "☑巡逻岗：每周两次晚上七点到九点\n□宣讲岗：每月一次"], ["承诺事项", wide(TEXT, 3)], ["承诺人签名", "桑某", "日期", DAY]]
    (form,) = find_forms(document("共产党员公开承诺书", rows))
    assert {f.key: f.value for f in form.fields} == {"name": "桑某"}
    assert [i.text for i in split(form)] == ["巡逻岗：每周两次晚上七点到九点", *(p[2:] for p in PROMISES)]


def test_chosen_posts_and_own_promises() -> None:
    rows = [["姓名", "桑某"], ["认领岗位（打√）", "☑巡逻岗：每周二晚上巡逻\n□宣讲岗：每月宣讲一次\n□调解岗：调解邻里纠纷"], ["自选承诺", "1、教孩子写字。\n2、年底办个展览。"]]
    (form,) = find_forms(document("无职党员设岗定责承诺书", rows, f"承诺人：桑某　{DAY}"))
    assert [i.text for i in split(form)] == ["巡逻岗：每周二晚上巡逻", "教孩子写字。", "年底办个展览。"]


def test_a_signature_behind_the_last_stop() -> None:
    (form,) = find_forms(document("西巷村党支部承诺书", "1．修路2公里。", f"2．装路灯30盏。西巷村党支部　{DAY}"))
    assert ([i.text for i in split(form)], str(form.signing.date.day)) == (["修路2公里。", "装路灯30盏。"], "2014-03-04")


def test_a_second_form_named_by_its_promiser() -> None:
    forms = find_forms(document("西巷村党支部的承诺", *PROMISES, "西巷村党支部", DAY, "桑某的承诺", "我是村支书，我承诺：", "1．每周扫街。", "2．帮扶1户。", DAY))
    assert [len(split(f)) for f in forms] == [3, 2]


def test_cards_of_two_elements_a_row() -> None:
    cards = [[[wide(n, 4)], ["承诺事项", what, "时限", "6月底"], ["措施", "村民投工", "责任人", "桑某"]] for n, what in (("第一项", "修路2公里"), ("第二项", "装灯30盏"))]
    (form,) = find_forms(document("西巷村党支部承诺", *cards, "西巷村党支部", DAY))
    assert [(i.ordinal, i.text) for i in split(form)] == [("第一项", "修路2公里\n6月底\n村民投工\n桑某"), ("第二项", "装灯30盏\n6月底\n村民投工\n桑某")]


def test_a_day_behind_a_promise_above_the_signature_stays() -> None:
    (form,) = find_forms(document("西巷村党支部承诺书", "1．修路2公里。", "2．建好阵地。镇党委　2014年6月30日", "西巷村党支部", DAY))
    assert ("6月30日" in split(form)[1].text, str(form.signing.date.day)) == (True, "2014-03-04")


@pytest.mark.parametrize("word", ["践", "亮", "立"])
def test_forms_called_by_the_keeping_or_showing_of_promises(word: str) -> None:
    (form,) = find_forms(document(f"党员{word}诺书", "姓名：桑某", *PROMISES, f"{word}诺人：桑某  {DAY}"))
    assert (form.kind, len(split(form)), str(form.signing.date.day)) == (FormKind.MEMBER, 3, "2014-03-04")
