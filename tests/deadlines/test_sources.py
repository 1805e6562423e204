"""Where a deadline comes from: the item's words, a table column, the row above, a frame; and where it stands."""

from datetime import date

import pytest

from extractors.language.deadlines import find_deadline, norm
from extractors.model import (
    CommitmentItem,
    Deadline,
    DeadlineKind,
    DeadlineReason,
    DeadlineSource,
    Frame,
    FrameKind,
    Passage,
    ReadingContext,
    Span,
)

CONTEXT = ReadingContext(2012, date(2012, 3, 10))
PLAIN_ITEM = "为楼道加装扶手。"


def framed(kind: FrameKind, words: str, text: str = PLAIN_ITEM, context: ReadingContext = CONTEXT) -> Deadline:
    return find_deadline(CommitmentItem(1, Passage(text), frames=(Frame(kind, Passage(words)),)), context)


def cell(text: str, printed: str, above: str = "") -> Deadline:
    start = text.rindex(printed)
    frames = (Frame(FrameKind.ABOVE, Passage(above)),) if above else ()
    columns = {"deadline": (Span(start, start + len(printed)),)}
    return find_deadline(CommitmentItem(1, Passage(text), frames=frames, columns=columns), CONTEXT)


LENDING = [
    (FrameKind.PREAMBLE, "2012年，我支部向党员群众承诺如下：", "2012-12-31", "2012年"),
    (FrameKind.PREAMBLE, "现就2012年度抓党建工作承诺如下：", "2012-12-31", "2012年度"),
    (FrameKind.PREAMBLE, "我支部就2012年的工作向全体村民郑重承诺如下：", "2012-12-31", "2012年"),
    (FrameKind.PREAMBLE, "今年内，本人将办好以下实事：", "2012-12-31", None),
    (FrameKind.PREAMBLE, "在三年任期内，我向大家承诺：", "term", "三年任期内"),
    (FrameKind.PREAMBLE, "2012年3月至2013年2月，本人承诺：", "2012-03-01/2013-02-28", "2012年3月至2013年2月"),
    (FrameKind.PREAMBLE, "本人承诺自即日起至年底做到以下几点：", "2012-12-31", None),
    (FrameKind.HEADING, "二、6月底前完成的事项", "2012-06-30", "6月底前"),
    (FrameKind.HEADING, "上半年", "2012-06-30", "上半年"),
    (FrameKind.HEADING, "（三）长期坚持的事项", "ongoing", None),
    (FrameKind.CLOSING, "以上事项于2012年12月20日前全部落实到位，由工会监督。", "2012-12-20", "2012年12月20日前"),
    (FrameKind.PREAMBLE, "6月20日离校以前，下面五件一件不落：", "2012-06-20", "6月20日离校以前"),
    (FrameKind.PREAMBLE, "离校前，给学弟学妹留下几样东西：", "event:离校前", None),
    (FrameKind.PREAMBLE, "趁暑假把下面几件事做了：", "event:暑假", None),
    (FrameKind.PREAMBLE, "今年里，我把这四件办下来：", "2012-12-31", None),
    (FrameKind.CLOSING, "各项都以6月30日为限。", "2012-06-30", "6月30日"),
    (FrameKind.CLOSING, "期限：2012年12月31日。", "2012-12-31", None),
    (FrameKind.CLOSING, "以上事项长期坚持。", "ongoing", None),
    (FrameKind.CLOSING, "以上四条，做到毕业离校那天。", "event:离校那天", None),
    (FrameKind.CLOSING, "上述事项均在“七一”前办完。", "2012-07-01", "“七一”前"),
]


@pytest.mark.parametrize(("kind", "words", "wanted", "phrase"), LENDING, ids=[w for _, w, _, _ in LENDING])
def test_frame_lends(kind, words, wanted, phrase):
    found = framed(kind, words)
    assert norm(found) == wanted
    assert found.source is DeadlineSource.INHERITED
    assert found.span is None
    assert found.phrase in words
    assert phrase is None or found.phrase == phrase


NOT_LENDING = [
    (FrameKind.TITLE, "2012年度基层党组织公开承诺书"),
    (FrameKind.PREAMBLE, "2012年是党的十八大召开之年，我支部承诺如下："),
    (FrameKind.PREAMBLE, "根据《关于2012年度公开承诺工作的通知》要求，本人承诺："),
    (FrameKind.PREAMBLE, "按照校党字〔2010〕77号文件精神，现承诺如下："),
    (FrameKind.PREAMBLE, "2009年以来，大厅累计办件3.2万件，我支部承诺："),
    (FrameKind.PREAMBLE, "我今年46岁，1998年入党，2006年回村，现承诺如下："),
    (FrameKind.PREAMBLE, "为迎接2012年度检查，院党总支现作如下承诺："),
    (FrameKind.PREAMBLE, "1976.08"),
    (FrameKind.CLOSING, "承诺人：莫大川 2012年3月6日"),
    (FrameKind.CLOSING, "请各位领导、同事监督。"),
    (FrameKind.PREAMBLE, "每月5日为接待日，我承诺："),
    (FrameKind.CLOSING, "以上承诺，年底请大家评议。"),
    (FrameKind.CLOSING, "有困难的同志可随时来电。"),
    (FrameKind.PREAMBLE, "暑假里我到过三个村，深受教育。"),
    (FrameKind.PREAMBLE, "新学期开始了，本园党支部向您郑重承诺："),
]


@pytest.mark.parametrize(("kind", "words"), NOT_LENDING, ids=[w for _, w in NOT_LENDING])
def test_frame_does_not_lend(kind, words):
    assert framed(kind, words) == Deadline()


@pytest.mark.parametrize(
    ("title", "signed", "wanted"),
    [
        ("2011—2012学年党支部公开承诺书", date(2011, 9, 10), "2012-06-30"), ("2011—2012学年党支部公开承诺书", date(2012, 3, 10), "2012-06-30"),
        ("2010—2012年任期公开承诺书", date(2011, 3, 10), "2011-06-30"), ("2012年度公开承诺书", date(2012, 7, 10), "2012-06-30"),
    ],
)  # fmt: skip
def test_a_title_of_several_years_frames_the_next_such_day(title, signed, wanted):
    context = ReadingContext(int(title[:4]), signed)
    assert norm(framed(FrameKind.TITLE, title, "6月底前走访12户。", context)) == wanted


def test_own_words_do_not_inherit():
    found = framed(FrameKind.PREAMBLE, "2012年，我承诺：", "每月走访一户。")
    assert (norm(found), found.source) == ("recurring:monthly", DeadlineSource.INLINE)


def test_a_soft_word_is_an_own_word():
    found = framed(FrameKind.PREAMBLE, "2012年，我承诺：", "尽快修好路灯。")
    assert (found.kind, found.reason) == (DeadlineKind.NONE, DeadlineReason.PSEUDO)


def test_nearest_frame_wins():
    frames = (
        Frame(FrameKind.HEADING, Passage("一、上半年")),
        Frame(FrameKind.PREAMBLE, Passage("2012年，我支部承诺：")),
    )
    assert norm(find_deadline(CommitmentItem(1, Passage(PLAIN_ITEM), frames=frames), CONTEXT)) == "2012-06-30"


@pytest.mark.parametrize(
    ("printed", "wanted"),
    [
        ("9月底", "2012-09-30"), ("长期", "ongoing"), ("长期坚持", "ongoing"), ("全年", "2012-12-31"), ("每季度末", "recurring:quarterly"),
        ("2012/6/30", "2012-06-30"), ("x月x日", "null:masked"), ("**年**月", "null:masked"), ("尽快解决", "null:pseudo"),
        ("秋季开学前", "event:秋季开学前"), ("2012年", "2012-12-31"), ("端午节", "2012-06-23"), ("2012.3-2012.11", "2012-03-01/2012-11-30"),
        ("6.30", "2012-06-30"), ("“七一”", "2012-07-01"), ("一年", None), ("60分钟", "event:60分钟"), ("3个工作日", "event:3个工作日"), ("约两小时", "event:约两小时"), ("2012.6.30\n前", "2012-06-30"),
    ],
)  # fmt: skip
def test_column(printed, wanted):
    text = f"改造旧房\n更换14个单元门\n{printed}\n邵立冬"
    found = cell(text, printed)
    assert norm(found) == wanted
    if wanted:
        assert found.source is DeadlineSource.COLUMN
        assert text[slice(*found.span)] == found.phrase
        assert found.phrase in printed


def test_column_before_the_items_own_words():
    found = cell("每月走访一次\n12月底\n邵立冬", "12月底")
    assert (norm(found), found.source) == ("2012-12-31", DeadlineSource.COLUMN)


def test_own_words_before_an_unusable_column():
    found = cell("6月底前改造旧房\n尽快\n邵立冬", "尽快")
    assert (norm(found), found.source) == ("2012-06-30", DeadlineSource.INLINE)


def test_same_as_above():
    text = "修补路面\n无坑洼\n同上\n邵立冬"
    found = cell(text, "同上", above="6月30日前")
    assert (norm(found), found.source, found.phrase) == ("2012-06-30", DeadlineSource.COLUMN, "同上")
    assert text[slice(*found.span)] == "同上"


def test_same_as_above_without_a_row_above():
    assert cell("修补路面\n同上\n邵立冬", "同上") == Deadline()


def test_both_readings_of_a_month_with_before_are_told():
    found = find_deadline(CommitmentItem(1, Passage("6月前竣工")), CONTEXT)
    assert found.ambiguous
    assert "6月前" in found.note
    assert not find_deadline(CommitmentItem(1, Passage("6月底前竣工")), CONTEXT).ambiguous


def test_a_title_with_the_year_keeps_past_days_in_it():
    context = ReadingContext(2010, date(2010, 11, 20))
    title = Frame(FrameKind.TITLE, Passage("2010年度党员公开承诺书"))
    item = CommitmentItem(1, Passage("3月底前完成采购"), frames=(title,))
    assert find_deadline(item, context).end == date(2010, 3, 31)
    assert find_deadline(CommitmentItem(1, Passage("3月底前完成采购")), context).end == date(2011, 3, 31)


def test_end_of_term_is_filled_in():
    found = find_deadline(CommitmentItem(1, Passage("本学期末完成评比")), CONTEXT)
    assert (found.event, found.end) == ("本学期末", date(2012, 7, 10))


def test_span_of_wide_and_blank_print():
    text = "于２０１２ 年 ６ 月 底 前，建成书屋"
    found = find_deadline(CommitmentItem(1, Passage(text)), CONTEXT)
    assert text[slice(*found.span)] == "２０１２ 年 ６ 月 底 前"


@pytest.mark.parametrize(
    ("written", "period", "doubtful"),
    [
        (date(2012, 3, 10), None, True),
        (date(2012, 1, 10), None, False),
        (date(2012, 11, 20), None, False),
        (date(2012, 3, 10), (date(2012, 1, 1), date(2013, 5, 31)), False),
    ],
)
def test_a_feast_that_is_just_over_may_be_last_years_draft(written, period, doubtful):
    found = find_deadline(CommitmentItem(1, Passage("春节前看望老党员")), ReadingContext(2012, written, period))
    assert found.ambiguous is doubtful
