"""Signature, seal and date lines at the end; what only looks like one stays a promise."""

from __future__ import annotations

from datetime import date

import pytest
from forms_paper import document
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.forms import find_forms
from extractors.forms.dates import find_dates
from extractors.model import Form, Paragraph, Presence


def ending(*lines: str) -> Form:
    (form,) = find_forms(document("党员公开承诺书", "一、为社区老人义诊四次，六月底前完成。", *lines))
    return form


def texts(form: Form) -> list[str]:
    return [b.text for b in form.body if isinstance(b, Paragraph)]


@pytest.mark.parametrize(
    ("printed", "state", "day"),
    [
        ("2012年3月10日", "day", date(2012, 3, 10)),
        ("２０１２年３月１０日", "day", date(2012, 3, 10)),
        ("二○一二年三月十日", "day", date(2012, 3, 10)),
        ("二〇一二年十二月三十一日", "day", date(2012, 12, 31)),
        ("2012 年 3 月 10 号", "day", date(2012, 3, 10)),
        ("2012.3.10", "day", date(2012, 3, 10)),
        ("2012-03-10", "day", date(2012, 3, 10)),
        ("2012/3/10", "day", date(2012, 3, 10)),
        ("2012年2月30日", "impossible", None),
        ("2012年  月  日", "partial", None),
        ("二〇一二年五月", "partial", None),
        ("    年   月   日", "blank", None),
        ("20  年  月  日", "blank", None),
    ],
)
def test_date_line(printed: str, state: str, day: date | None) -> None:
    form = ending("承诺人：张三", printed)
    assert (form.signing.date.state, form.signing.date.day) == (state, day)
    assert texts(form) == ["一、为社区老人义诊四次，六月底前完成。"]


@pytest.mark.parametrize(
    ("lines", "signer"),
    [
        (("承诺人：张三", "2012年3月1日"), "张三"),
        (("承诺人（签字）：  厉 大 山   2012年3月1日",), "厉大山"),
        (("（签名）覃一舟", "2012年3月1日"), "覃一舟"),
        (("承诺人：县水务局办公室  柏青梧", "2012年3月1日"), "柏青梧"),
        (("承诺人：县水务局办公室柏青梧", "2012年3月1日"), "柏青梧"),
        (("承诺人：张三    监督人：李四", "2012年3月1日"), "张三"),
        (("机电学院党总支（盖章）", "2012年3月1日"), "机电学院党总支"),
        (("中共杏溪镇青石桥村支部委员会", "二〇一一年三月八日"), "中共杏溪镇青石桥村支部委员会"),
    ],
)
def test_signer(lines: tuple[str, ...], signer: str) -> None:
    form = ending(*lines)
    assert (form.signing.signer, form.signing.signed) == (signer, Presence.PRESENT)
    assert len(form.body) == 1


@pytest.mark.parametrize("lines", [("（盖章）", "年   月   日"), ("承诺人：", "年 月 日"), ("党支部（盖章）", "2012年3月1日"), ("单位（盖章）：",)])
def test_blank_place_is_unknown_never_absent(lines: tuple[str, ...]) -> None:
    form = ending(*lines)
    assert (form.signing.signer, form.signing.signed, form.signing.seal) == ("", Presence.UNKNOWN, Presence.UNKNOWN)


@pytest.mark.parametrize(
    "promise",
    [
        "二、组织诚信考试签名活动。", "2.2012年12月31日前建成资料室。", "三、完成时限：2012年6月30日", "4签名承诺不作弊", "二、签订盖章手续当日办结。",
        "目标：零投诉。", "时限：2012年12月20日。", "责任人：各队支部书记。", "建立支部QQ群",
    ],
)
def test_a_promise_that_mentions_a_date_or_signature_stays(promise: str) -> None:
    form = ending(promise, "承诺人：张三", "2012年3月1日")
    assert texts(form)[-1] == promise


def test_a_bare_date_under_a_heading_is_a_time_limit() -> None:
    form = ending("二、完成时限", "2012年12月31日", "数学系党支部", "2012年3月")
    assert texts(form)[-1] == "2012年12月31日"
    assert form.signing.date.day is None


def test_signature_place_on_the_line_of_the_last_promise() -> None:
    form = ending("二、建立支部服务队一支。（签名）张三 2012年3月1日")
    assert texts(form)[-1] == "二、建立支部服务队一支。"
    assert str(form.signing.date.day) == "2012-03-01"


def test_line_breaks_inside_a_paragraph() -> None:
    form = ending("二、办讲座4场。\n承诺人：张三\n2012年3月1日")
    assert texts(form)[-1] == "二、办讲座4场。"
    assert (form.signing.signer, str(form.signing.date.day)) == ("张三", "2012-03-01")


def test_anchors_point_into_the_paragraph_they_were_cut_from() -> None:
    form = ending("二、办讲座4场。\n承诺人：张三\n2012年3月1日")
    (place,) = form.signing.date.passage.anchor().places
    whole = "二、办讲座4场。\n承诺人：张三\n2012年3月1日"
    assert whole[place.start : place.end] == "2012年3月1日"  # type: ignore[union-attr]


@settings(deadline=None)
@given(st.dates(date(1990, 1, 1), date(2039, 12, 31)), st.sampled_from(["{}年{}月{}日", "{}.{}.{}", "{}-{}-{}", " {} 年 {} 月 {} 日", "{}/{}/{}"]))
def test_every_calendar_day_is_read(day: date, shape: str) -> None:
    (hit,) = find_dates(shape.format(day.year, day.month, day.day))
    assert hit.day == day


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(st.characters(categories=["Lo"]), min_size=30, max_size=60), min_size=1, max_size=5))
def test_no_numbered_line_is_ever_swallowed(promises: list[str]) -> None:
    lines = [f"{n}、{text}。" for n, text in enumerate(promises, start=1)]
    form = ending(*lines, "承诺人：张三", "2012年3月1日")
    assert texts(form)[1:] == lines


@pytest.mark.parametrize("hotline", ["监督电话：0571-85220110", "投诉举报电话：85220110", "服务电话：　85220110"])
def test_a_line_for_complaints_at_the_end_is_no_field(hotline: str) -> None:
    form = ending("二、办讲座4场。", "承诺人：张三", hotline, "2012年3月1日")
    assert (form.field("phone"), texts(form)[-1], form.signing.signer) == (None, "二、办讲座4场。", "张三")
    assert any(hotline in u.text for u in form.unread)


@pytest.mark.parametrize("line", ["联系电话：85220110", "联系方式：85220110   监督电话：85220111"])
def test_a_telephone_of_the_promiser_at_the_end_is_a_field(line: str) -> None:
    found = ending("二、办讲座4场。", line, "2012年3月1日").field("phone")
    assert found is not None
    assert found.value == "85220110"


@pytest.mark.parametrize(
    ("printed", "opinion", "day"),
    [
        ("同意。2012年6月14日", "同意。", date(2012, 6, 14)),
        ("经审核，同意公示。 2012年6月14日", "经审核，同意公示。", date(2012, 6, 14)),
        ("同意2012.6.14", "同意", date(2012, 6, 14)),
        ("同意。   年  月  日", "同意。", None),
        ("请将第二项时限改至2012年6月14日", "请将第二项时限改至2012年6月14日", None),
    ],
)
def test_opinion_and_date_on_one_line(printed: str, opinion: str, day: date | None) -> None:
    form = ending("张三（签名） 2012年6月11日", f"上一级党组织审定意见：{printed}")
    assert (form.approval.opinion, form.approval.date.day, form.signing.date.day) == (opinion, day, date(2012, 6, 11))


@pytest.mark.parametrize("line", ["（接下页）", "（见续页）", "（转下页）", "未完，接下一页", "（见背面）"])
def test_a_line_that_only_tells_where_the_paper_goes_on(line: str) -> None:
    assert texts(ending("二、办讲座4场。", line, "承诺人：张三", "2012年3月1日"))[-1] == "二、办讲座4场。"
