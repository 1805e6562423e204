"""What lends an item its time, where an item stands, and that no body breaks the splitter."""

import time
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from extractors.items import split
from extractors.model import (
    Block,
    CommitmentItem,
    FrameKind,
    Paragraph,
    Passage,
    Place,
    Table,
    WordParagraph,
)
from extractors.model.document import paragraphs
from tests.items.bodies import Body


def frames(item: CommitmentItem) -> list[tuple[FrameKind, str]]:
    return [(f.kind, f.passage.text) for f in item.frames]


@pytest.mark.parametrize(
    "aside",
    ["上年承诺完成情况\n1.2012年6月底修好桥一座。", "保障措施\n1.成立领导小组。\n2.3月底前制定方案。", "我们倡议：\n1.请您5月底前交回问卷。"],
)
def test_what_stands_aside_lends_no_time(aside: str) -> None:
    """A report of the year before, how the promises are kept, and what is asked of others."""
    lines = f"一、承诺内容\n1.修好水渠2公里。\n2.办夜校两期。\n二、{aside}"
    items = split(Body().lines(lines).form("党支部承诺书"))
    assert [i.text for i in items] == ["修好水渠2公里。", "办夜校两期。"]
    assert {kind for item in items for kind, _ in frames(item)} == {FrameKind.TITLE}


def test_a_section_about_time_lends_it() -> None:
    lines = "一、承诺内容\n1.修好水渠2公里。\n2.办夜校两期。\n二、时间安排\n1.3月至11月全部办完。"
    first, _ = split(Body().lines(lines).form("党支部承诺书"))
    assert frames(first)[0] == (FrameKind.CLOSING, "3月至11月全部办完。")


def test_a_line_about_what_became_of_promises_lends_no_time() -> None:
    (item,) = split(Body().lines("1.修好水渠2公里。\n完成情况：2012年6月底已办。").form("党支部承诺书"))
    assert {kind for kind, _ in frames(item)} == {FrameKind.TITLE}


def test_frames_run_from_the_nearest_to_the_farthest() -> None:
    body = Body().lines(
        "我于1999年入党。2012年，我支部承诺：\n一、6月底前的事项\n1.修桥。\n二、学习方面\n1.读书。\n以上事项年底前完成。"
    )
    bridge, books = split(body.form("2012年度承诺书"))
    assert frames(bridge) == [
        (FrameKind.HEADING, "6月底前的事项"),
        (FrameKind.PREAMBLE, "2012年，我支部承诺："),
        (FrameKind.CLOSING, "以上事项年底前完成。"),
        (FrameKind.TITLE, "2012年度承诺书"),
    ]
    assert [k for k, _ in frames(books)] == [FrameKind.PREAMBLE, FrameKind.CLOSING, FrameKind.TITLE]
    assert (bridge.level, bridge.n, books.n) == (2, 1, 2)


def test_a_heading_without_an_end_frames_its_points() -> None:
    body = Body().lines("一、上半年完成\n1.清淤河道。\n2.翻新祠堂。\n二、长期坚持\n1.轮流坐班。\n2.帮办白事。")
    assert [[f for f in frames(i) if f[0] is FrameKind.HEADING] for i in split(body.form())] == [
        [(FrameKind.HEADING, "上半年完成")]] * 2 + [[(FrameKind.HEADING, "长期坚持")]] * 2


def test_ditto_points_to_the_time_above_however_often_it_is_said() -> None:
    rows = [["序号", "承诺事项", "完成时限"], ["1", "修路", "6月"], ["2", "架桥", "同上"], ["3", "通水", "〃"]]
    items = split(Body().table(rows).form())
    assert [[f for f in frames(i) if f[0] is FrameKind.ABOVE] for i in items] == [
        [], [(FrameKind.ABOVE, "6月")], [(FrameKind.ABOVE, "6月")],
    ]
    assert items[2].text == "通水\n〃"


def test_time_beside_a_list_frames_each_point() -> None:
    rows = [["承诺事项", "1.编书。\n2.开课。"], ["完成时限", "2013年底"]]
    items = split(Body().table(rows).form())
    assert [frames(i) for i in items] == [[(FrameKind.HEADING, "2013年底")]] * 2


def test_one_time_line_below_the_list_frames_all() -> None:
    items = split(Body().lines("1、刷墙。\n2、装灯。\n完成时限：10月底前").form())
    assert [frames(i) for i in items] == [[(FrameKind.CLOSING, "完成时限：10月底前")]] * 2


def test_automatic_ordinals_are_believed() -> None:
    body = Body()
    for ordinal, text in (("1.", "5公里水渠清淤"), ("", "其中支渠两公里。"), ("", "请监督。")):
        passage = body.passage(text)
        moved = tuple(p.moved(len(ordinal)) for p in passage.pieces)
        body.blocks.append(Paragraph(Passage(ordinal + text, moved), ordinal=ordinal))
    (item,) = split(body.form())
    assert (item.ordinal, item.text) == ("1.", "5公里水渠清淤\n其中支渠两公里。")


def test_headers_and_footers_promise_nothing() -> None:
    body = Body().lines("1.种树。\n2.修渠。")
    body.blocks = [replace(b, place=Place.FOOTER) if i else b for i, b in enumerate(body.blocks)]
    assert [i.text for i in split(body.form())] == ["种树。"]


def test_nested_tables_are_read() -> None:
    inner = Body().table([["承诺事项", "完成时限"], ["修井", "5月"]]).blocks[0]
    body = Body().table([["x"]])
    outer = body.blocks[0]
    assert isinstance(outer, Table)
    body.blocks = [Table((replace(outer.cells[0], blocks=(inner,)),))]
    assert [i.text for i in split(body.form())] == ["修井\n5月"]


def test_empty_tables_and_bodies_give_nothing() -> None:
    assert split(Body().form()) == ()
    assert split(Body().table([[""]]).form()) == ()
    body = Body()
    body.blocks = [Table(())]
    assert split(body.form()) == ()


PIECES = ["一、", "（一）", "1.", "1、", "2", "①", "（2）", "一是", "承诺如下：", "学习方面", "：", "。", "；", "、", "\n", " ",
          "　", "修路2公里", "每月", "加强学习", "目标：", "时限：", "同上", "××××", "2012年", "以上承诺", "请监督", "“", "”", "（", "）", "★", "a"]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=14).map("".join) | st.text(max_size=30)
JOINS = ("", "\n", "：", "。")
"""What may stand between two pieces of a passage: a line break, or what parts a label from its words."""
WORDS = st.sampled_from(["序号", "承诺事项", "完成时限", "责任人", "目标", "类别", "1", "2", "", "同上", "修路"]) | TEXTS


def _said(blocks: tuple[Block, ...]) -> Iterator[tuple[WordParagraph, str]]:
    for paragraph in paragraphs(blocks):
        for piece in paragraph.passage.pieces:
            assert isinstance(piece.source, WordParagraph)
            yield piece.source, paragraph.text


def _in_place(passages: list[Passage], body: Body) -> None:
    said = dict(_said(tuple(body.blocks)))
    for passage in passages:
        behind = 0
        for piece in passage.pieces:
            assert isinstance(piece.source, WordParagraph)
            at = said[piece.source][piece.at : piece.at + piece.end - piece.start]
            assert passage.text[piece.start : piece.end] == at
            assert passage.text[behind : piece.start] in JOINS
            behind = piece.end
        assert passage.text[behind:] in JOINS


@settings(max_examples=80, deadline=None)
@example(["一、时限：一、", "一、（一）一、\n一、", "一、一、"])
@given(st.lists(TEXTS, max_size=8))
def test_any_lines_are_split_in_place(lines: list[str]) -> None:
    body = Body().lines("\n".join(lines))
    items = split(body.form())
    _in_place([i.passage for i in items] + [f.passage for i in items for f in i.frames], body)
    assert all(i.text == i.text.strip() and i.text for i in items)


@settings(max_examples=50, deadline=None)
@given(st.integers(1, 5).flatmap(lambda n: st.lists(st.lists(WORDS, min_size=n, max_size=n), min_size=1, max_size=6)))
def test_any_table_is_split_in_place(rows: list[list[str]]) -> None:
    body = Body().table(rows)
    items = split(body.form())
    _in_place([i.passage for i in items], body)
    for item in items:
        assert all(0 <= a <= b <= len(item.text) for spans in item.columns.values() for a, b in spans)


def test_long_lines_take_no_long_time() -> None:
    begun = time.process_time()
    for words in ("请", "自觉接受", "为", "承诺", "一、", "我", "继续", "（", "1.", "如有", "、", "在工作上", " ", "第一"):
        split(Body().lines(words * 3000).form())
        split(Body().lines("1." + words * 3000 + "\n2." + words * 3000).form())
    assert time.process_time() - begun < 8


@pytest.mark.parametrize("column", ["厂党委意见", "互评", "完成情况"])
def test_what_others_say_of_a_row_is_no_part_of_it(column: str) -> None:
    rows = [["序号", "承诺事项", "完成时限", column], ["1", "修好水渠2公里", "6月底", "同意"], ["2", "每月走访困难户", "全年", "同意"]]
    assert [i.text for i in split(Body().table(rows).form())] == ["修好水渠2公里\n6月底", "每月走访困难户\n全年"]


def test_who_asks_others_to_trust_and_watch_him_promises_nothing() -> None:
    lines = "本人承诺如下：\n隔天到校门口护送一次放学。\n清明节前把两百本书捐给图书室。\n我身体还行，请组织放心，也请老同事们看着我。"
    assert [i.text for i in split(Body().lines(lines).form())] == ["隔天到校门口护送一次放学。", "清明节前把两百本书捐给图书室。"]
