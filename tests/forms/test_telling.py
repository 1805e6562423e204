"""Fields told in a sentence of the opening: what each wording tells, and what tells nothing of the promiser."""

from __future__ import annotations

import pytest
from forms_paper import document

from extractors.forms import find_forms
from extractors.model import Form, FormKind


def letter(*lines: str, title: str = "党员承诺书", end: tuple[str, ...] = ("2019年4月8日",)) -> Form:
    (form,) = find_forms(document(title, *lines, "一、每月给独居老人送菜两次，全年不少于20次。", "二、6月底前修好活动室门窗8扇。", *end))
    return form


def values(form: Form) -> dict[str, str | None]:
    return {f.key: f.value for f in form.fields}


@pytest.mark.parametrize(
    ("opening", "told"),
    [
        ("我叫山月明，是粮油公司第二党支部的一名党员，现任仓库保管员。", {"name": "山月明", "branch": "粮油公司第二党支部", "post": "仓库保管员"}),
        ("本人山月明，女，苗族，1981年5月出生，2005年6月加入中国共产党，现任小学语文教师。我承诺：",
         {"name": "山月明", "gender": "女", "ethnicity": "苗族", "birth": "1981-05", "joined": "2005-06", "post": "小学语文教师"}),
        ("我叫山月明，2011年11月入的党，组织关系在桥北社区党支部，电话13000000001。今年我保证：",
         {"name": "山月明", "joined": "2011-11", "branch": "桥北社区党支部", "phone": "13000000001"}),
        ("本人山月明（男，1970年3月生，大专学历），系供水站党支部党员，目前担任班长。特承诺如下：",
         {"name": "山月明", "gender": "男", "birth": "1970-03", "education": "大专", "branch": "供水站党支部", "post": "班长"}),
        ("我是桥北社区党支部党员山月明，现为社区网格员。", {"name": "山月明", "branch": "桥北社区党支部", "post": "社区网格员"}),
        ("我，山月明，男，2011年7月入党，所在党支部是桥北社区党支部。", {"name": "山月明", "gender": "男", "joined": "2011-07", "branch": "桥北社区党支部"}),
    ],
)  # fmt: skip
def test_a_member_introduces_himself(opening: str, told: dict[str, str]) -> None:
    assert values(letter(opening)) == told


@pytest.mark.parametrize(
    ("opening", "told"),
    [
        ("我叫山月明，2016年9月起任榆树沟村党支部书记。", {"name": "山月明", "tenure_start": "2016-09", "post": "榆树沟村党支部书记", "org_name": "榆树沟村党支部"}),
        ("我叫山月明，现任榆树沟村党总支书记，2016年9月到任。", {"name": "山月明", "post": "榆树沟村党总支书记", "org_name": "榆树沟村党总支", "tenure_start": "2016-09"}),
        ("我是榆树沟村党支部书记山月明，我的手机13000000002。", {"name": "山月明", "post": "榆树沟村党支部书记", "org_name": "榆树沟村党支部", "phone": "13000000002"}),
    ],
)
def test_a_secretary_introduces_himself(opening: str, told: dict[str, str]) -> None:
    assert values(letter(opening, title="党支部书记承诺书")) == told


@pytest.mark.parametrize(
    ("opening", "told"),
    [
        ("榆树沟村党支部现有党员41名，支部书记山月明。今年承诺如下：", {"org_name": "榆树沟村党支部", "member_count": "41", "head": "山月明"}),
        ("我支部共有党员二十三人（其中预备党员2人），负责人山月明。", {"member_count": "23", "head": "山月明"}),
        ("本支部有36名党员，书记为山月明同志，联系电话000-5550101。", {"member_count": "36", "head": "山月明", "phone": "000-5550101"}),
    ],
)
def test_an_organisation_is_introduced(opening: str, told: dict[str, str]) -> None:
    assert values(letter(opening, title="党支部公开承诺书")) == told


@pytest.mark.parametrize(
    "opening",
    [
        "我父亲叫山老根，1950年3月出生，1972年7月入党，现任村会计。今天我也来承诺：",
        "我是一名党员，现任何时候都不能忘本。",
        "本人郑重承诺，认真履行职责：",
        "作为支部的一名党员，我会干好本职工作。",
        "现为人民服务，是党员的本分。",
        "我1998年入党，入党二十一年了，心里一直记着誓词。",
        "本人自愿，向支部承诺：",
    ],
)
def test_nothing_is_told(opening: str) -> None:
    assert values(letter(opening)) == {}


@pytest.mark.parametrize(
    "opening",
    ["本支部党员大会讨论通过，书记带头，党员12名参加，现公开承诺如下：", "我支部书记负总责，全体党员共同承诺：", "支部书记山月明带头，今年帮扶困难党员6名。"],
)
def test_nothing_is_told_of_an_organisation(opening: str) -> None:
    assert values(letter(opening, title="党支部公开承诺书")) == {}


def test_a_printed_field_outweighs_a_sentence() -> None:
    form = letter("姓名：山月明　　职务：站长", "我叫山小明，现任副站长，2011年7月入党。")
    assert values(form) == {"name": "山月明", "post": "站长", "joined": "2011-07"}


def test_promises_tell_nothing() -> None:
    form = letter("请大家监督。", "一、我叫得应，2015年5月入党，现任组长，每天早到半小时。")
    assert values(form) == {}


def test_told_values_keep_their_places() -> None:
    line = "　　我叫山月明，是粮油公司党支部的党员，现任保管员。"
    form = letter(line)
    for key, printed in (("name", "山月明"), ("branch", "粮油公司党支部"), ("post", "保管员")):
        field = form.field(key)
        assert field is not None
        (place,) = field.passage.anchor().places
        assert line[place.start : place.end] == printed  # type: ignore[union-attr]
        assert field.confidence < 1


@pytest.mark.parametrize("greeting", ["敬爱的党组织：", "党支部：", "尊敬的村党支部：", "各位领导：", "敬爱的支部书记："])
def test_a_greeting_is_no_empty_field(greeting: str) -> None:
    form = letter(greeting, "春天到了，我把今年想做的几件事写在这里，请大家看着我做。", end=("承诺人：山月明", "2019年4月8日"))
    assert values(form) == {"name": "山月明"}


@pytest.mark.parametrize("label", ["所在党支部：", "承诺党组织："])
def test_an_empty_field_is_no_greeting(label: str) -> None:
    form = letter(label, "春天到了，我把今年想做的几件事写在这里，请大家看着我做。")
    assert [f.value for f in form.fields] == [None]


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("职  务：保管员\t年  龄：41", "保管员"), ("职务：保管员\t工龄：12年", "保管员"), ("职务：保管员　　政治 面貌：党员", "保管员　　政治 面貌:党员"),
        ("职务：保管员　　属 相：牛", "保管员"), ("职务：保管员\t籍贯：某县", "保管员"),
    ],
)  # fmt: skip
def test_a_value_ends_before_an_unknown_label(line: str, value: str) -> None:
    form = letter("姓  名：山月明", line)
    found = form.field("post")
    assert found is not None
    assert found.value == "".join(value.split())


@pytest.mark.parametrize(
    ("end", "owner", "day"),
    [
        (("承诺单位：榆树沟村党支部", "2019年4月8日"), "榆树沟村党支部", "2019-04-08"),
        (("承诺党组织：榆树沟村党支部（盖章）　2019年4月8日",), "榆树沟村党支部", "2019-04-08"),
        (("承诺党支部（章）：　　　2019年4月8日",), None, "2019-04-08"),
        (("承诺单位（盖章）：", "2019年4月8日"), None, "2019-04-08"),
        (("承诺党组织：（公章）", "2019年4月8日"), None, "2019-04-08"),
    ],
)
def test_the_owner_of_an_organisations_form(end: tuple[str, ...], owner: str | None, day: str) -> None:
    form = letter("今年支部要办好下面几件事。", title="基层党组织承诺书", end=end)
    assert (values(form).get("org_name"), str(form.signing.date.day)) == (owner, day)


def test_a_byline_below_the_title_names_the_promiser() -> None:
    form = letter("榆树沟镇党委书记 山月明", "（2011年2月18日）", "同志们：", title="在全镇干部大会上的公开承诺", end=())
    assert (form.kind, values(form)) == (FormKind.SECRETARY, {"post": "榆树沟镇党委书记", "name": "山月明"})


@pytest.mark.parametrize("words", ["本人山月明，系榆树沟镇粮站保管员、中共党员，在此我承诺：", "我叫山月明，现任榆树沟镇粮站第一仓库保管员，所在党组织为粮站党支部。"])
def test_name_and_post_told_in_the_opening(words: str) -> None:
    found = values(letter(words))
    assert (found["name"], (found["post"] or "")[-3:]) == ("山月明", "保管员")


@pytest.mark.parametrize("line", ["姓名：山月明　科室职务：粮站保管员", "姓名：山月明 所在科室：粮站"])
def test_a_name_ends_before_the_next_label(line: str) -> None:
    assert values(letter(line))["name"] == "山月明"


@pytest.mark.parametrize(("title", "day"), [("榆树沟村党支部2013年公开承诺书", "2013-03-05"), ("榆树沟村党支部公开承诺书", "None")])
def test_a_day_without_its_year_is_of_the_titles(title: str, day: str) -> None:
    form = letter("今年支部要办好下面几件事。", title=title, end=("榆树沟村党支部全体党员", "3月5日"))
    assert str(form.signing.date.day) == day
    assert not any("全体党员" in b.text for b in form.body)


def test_labels_between_single_blanks() -> None:
    found = values(letter("姓名 山月明 科室职务 粮站保管员 支部 粮站党支部"))
    assert found == {"name": "山月明", "post": "粮站保管员", "branch": "粮站党支部"}


@pytest.mark.parametrize("line", ["榆树沟村党支部　书记　山月明", "——榆树沟村党支部书记　山月明", "山月明（榆树沟村党支部书记）"])
def test_bylines_head_no_promises(line: str) -> None:
    form = letter(line, title="党组织书记履职承诺书")
    assert values(form) == {"post": "榆树沟村党支部书记", "name": "山月明"}
    assert not any("山月明" in b.text for b in form.body)


def test_the_class_of_a_student() -> None:
    assert values(letter("我叫山月明，是外国语学院英语0602班学生，2007年12月入党。我承诺："))["class"] == "外国语学院英语0602班"
    assert "class" not in values(letter("我叫山月明，现任维修三班班长。我承诺："))


@pytest.mark.parametrize(("said", "post"), [("我是青石派出所民警山月明，", "青石派出所民警"), ("我是青石村的山月明，", None), ("我是青石村山月明，", None)])
def test_the_office_before_the_signers_name(said: str, post: str | None) -> None:
    assert values(letter(f"{said}现向群众承诺：", end=("承诺人：山月明", "2019年4月8日"))).get("post") == post


def test_what_we_call_ourselves_is_the_name_of_our_branch() -> None:
    form = letter("我们老干部第三党支部共有党员二十九名。支部承诺：", title="党支部公开承诺", end=("局老干部第三党支部", "2019年4月8日"))
    assert values(form)["org_name"] == "老干部第三党支部"


def test_a_house_to_which_members_go_promises_nothing() -> None:
    (form,) = find_forms(document("在职党员进社区承诺卡", [["姓名", "山月明", "工作单位", "青石县档案局"], ["服务承诺", {"t": "1.每月值班一次\n2.走访一户", "cols": 3}]]))
    assert form.kind is FormKind.MEMBER


def test_letters_of_one_word_are_no_labels_with_values() -> None:
    table = [["岗　位　牌　号", "", "任　教　学　科", "物理"], ["姓　名", "山月明", "岗　位", "柜员"], ["承诺事项", {"t": "1.每月值班一次\n2.走访一户", "cols": 3}]]
    (form,) = find_forms(document("党员公开承诺书", {"table": table}))
    assert values(form) == {"name": "山月明", "post": "柜员"}


@pytest.mark.parametrize("label", ["承诺者：", "承诺人（签章）：", "承诺人签字（手印）：", "承诺党员："])
def test_whoever_signs_is_named_by_it(label: str) -> None:
    assert values(letter("我郑重承诺：", end=(f"{label}山月明", "2019年4月8日")))["name"] == "山月明"


def test_a_place_for_the_day_is_as_good_as_a_day() -> None:
    (form,) = find_forms(document("垃圾分类　你我同行", "——青石社区党总支致居民的公开信", "请您做到的，我们先做到。社区党总支在此承诺：", "▲每个投放点装上洗手池和遮雨棚。", "▲厨余垃圾每天清运，臭味投诉当天上门。", "青石社区党总支　　　　年　　月　　日"))
    assert (form.kind, form.unit) == (FormKind.ORG, "青石社区党总支")


@pytest.mark.parametrize(
    "house",
    ["青石（集团）公司三车间党支部", "青石县驻长沙流动党员党支部", "中国共产党青石镇水井村总支部委员会", "中共青石镇委员会", "青石二中高三年级党支部", "青石镇水井村、柳岸村联合党支部"],
)
def test_houses_of_every_kind(house: str) -> None:
    told = values(letter(f"我叫山月明，是{house}的一名党员。我承诺："))
    assert told.get("branch") in (house.replace("（", "(").replace("）", ")"), None if "、" in house else house)
    (form,) = find_forms(document(f"{house}2012年公开承诺书", "支部承诺：", "一、每月给独居老人送菜两次。", "二、6月底前修好活动室门窗8扇。", house, "2012年3月5日"))
    assert form.kind is FormKind.ORG
    assert form.unit == house.replace("（", "(").replace("）", ")")


@pytest.mark.parametrize("name", ["欧阳青山", "阿依古丽·买买提江", "江河村", "段山"])
def test_names_of_every_kind(name: str) -> None:
    assert values(letter(f"我叫{name}，今年六十九，是水井村党支部的党员。我承诺：", end=()))["name"] == name


def test_a_bracket_behind_a_name_tells_of_the_person() -> None:
    told = values(letter("我叫山月明（女），现任青石公司会计，是水井村党支部的一名党员。我承诺："))
    assert (told["name"], told["branch"]) == ("山月明", "水井村党支部")
