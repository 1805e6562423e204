"""What the office adds below a signature or a table: whom to call, how long the paper was shown, how it was judged, a remark."""

import pytest
from forms_paper import document

from extractors.forms import find_forms
from extractors.items import split
from extractors.model import Form

PROMISES = ("一、每日清洗公用水井的井台一次。", "二、井绳断了当天换新。")
END = ("承诺人：景小槐", "2012年3月5日")
TABLE = [["姓名", "景小槐", "所在党支部", "水井村党支部"], ["承诺事项", {"t": "1.每日清洗井台一次\n2.井绳断了当天换新", "cols": 3}], ["承诺人", "景小槐", "承诺时间", "2012年3月5日"]]
FEET = (
    ("监督电话：5550199　　电子邮箱：suijing@example.com",), ("举报电话：5550199　　举报邮箱：suijing@example.com",), ("群众监督电话：5550199（工作时间）",), ("警务电话：5550199（24小时）",),
    ("备注：承诺期满后由党支部组织评议。",), ("公示地点：村部宣传栏　　　党支部（章）",), ("公示时间：2012年4月5日至2012年4月11日",), ("群众评议：满意□　基本满意□　不满意□",), ("年终兑现情况：",),
    ("填写说明：", "1.本表由承诺人如实填写。", "2.承诺事项要写明完成时限。"), ("注：本表一式三份。", "监督电话：5550199"),
)  # fmt: skip


def read(*entries: object) -> Form:
    (form,) = find_forms(document(*entries))
    return form


@pytest.mark.parametrize("foot", FEET)
@pytest.mark.parametrize("whole", [("党员承诺书", *PROMISES, *END), ("党员公开承诺书", {"table": TABLE})])
def test_it_changes_nothing_of_the_form(whole: tuple[object, ...], foot: tuple[str, ...]) -> None:
    plain, form = read(*whole), read(*whole, *foot)
    assert [(f.key, f.value) for f in form.fields] == [(f.key, f.value) for f in plain.fields]
    assert (form.kind, form.signing.date.day, form.signing.signer) == (plain.kind, plain.signing.date.day, plain.signing.signer)
    assert [i.text for i in split(form)] == [i.text for i in split(plain)]
    assert form.approval.date.day == plain.approval.date.day


def test_the_promisers_own_telephone_at_the_foot_is_his() -> None:
    form = read("党支部承诺书", *PROMISES, "水井村党支部", "2012年3月5日", "支部电话：5550199")
    assert [f.value for f in form.fields if f.key == "phone"] == ["5550199"]


@pytest.mark.parametrize(("label", "theirs"), [("联系电话", True), ("服务电话", True), ("监督电话", False), ("举报投诉电话", False)])
def test_only_a_telephone_for_complaints_is_nobodys_among_the_fields(label: str, theirs: bool) -> None:
    form = read("党支部承诺书", f"党组织：水井村党支部　　{label}：5550199", *PROMISES)
    assert [f.value for f in form.fields if f.key == "phone"] == ["5550199"] * theirs


def test_a_remark_of_a_promise_stays_with_it() -> None:
    form = read("党支部承诺书", "一、井绳断了当天换新。", "备注：绳子由村里买。", "二、每日清洗井台一次。", "备注：雨天除外。")
    assert "雨天除外" in form.body[-1].text  # type: ignore[union-attr]


@pytest.mark.parametrize("promises", [PROMISES, ("◆ 每日清洗公用水井的井台一次", "◆ 井绳断了当天换新")])
def test_numbered_lines_below_the_signature_speak_of_the_paper(promises: tuple[str, ...]) -> None:
    letter = ("党支部公开承诺书", *promises, "水井村党支部（印章）", "2012年3月5日")
    form = read(*letter, "① 换绳的日子每月初在井边预告。", "② 本承诺书由党支部负责解释。")
    assert [i.text for i in split(form)] == [i.text for i in split(read(*letter))]
    assert "① 换绳的日子每月初在井边预告。" in [line.text for line in form.unread]


def test_a_list_below_a_day_at_the_head_is_that_of_the_promises() -> None:
    form = read("党支部公开承诺书", "水井村党支部", "2012年3月5日", *PROMISES)
    assert len(split(form)) == 2


def test_lines_beside_a_photograph_are_promises_where_there_are_no_others() -> None:
    person = "（贴照片处）\n姓名：景小槐\n岗位：看井人\n入党时间：2009年11月"
    lines = "每日清洗井台一次。\n井绳断了当天换新。\n按月交纳党费，参加支部活动！\n承诺人签字：景小槐\n2012年3月5日"
    form = read("党员亮承诺", {"table": [[person, lines]]})
    assert [i.text for i in split(form)] == ["每日清洗井台一次。", "井绳断了当天换新。", "按月交纳党费，参加支部活动！"]
    assert str(form.signing.date.day) == "2012-03-05"


@pytest.mark.parametrize("after", [("二、岗位承诺", "1.雨后清淤。", "2.每周查一次井绳。"), ("1.雨后清淤。", "2.每周查一次井绳。")])
def test_a_list_that_goes_on_below_a_signature_is_no_note(after: tuple[str, ...]) -> None:
    form = read("党支部公开承诺书", "一、共性承诺", "1.每日清洗井台一次。", "2.井绳断了当天换新。", "水井村党支部", "2012年3月5日", *after)
    assert not {line.text for line in form.unread} & {*after}
