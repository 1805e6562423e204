"""Publication: what is approved goes up, masked; too few days are flagged; then the promises are under way."""

from __future__ import annotations

from datetime import date
from html.parser import HTMLParser
from pathlib import Path

from extractors.reading import read
from pipeline.ledger.book.life import State
from pipeline.ledger.book.year import Publication
from pipeline.ledger.store.ledger import Which, open_ledger
from tests.year.hand import item, run, small, who


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [name for name, _ in attrs]


def approved(root: Path, notice: str = "csust-2012") -> dict[str, list[int]]:
    return small(root, notice, state=State.APPROVED)


def test_each_unit_gets_its_sheets_and_nothing_private(tmp_path: Path) -> None:
    approved(tmp_path)
    told = run("publish", "start", "--out", tmp_path, "--today", "2012-03-26", "--channel", "公开栏")
    assert "登记公示 3 批、7 项" in told.text
    root = tmp_path / "文书" / "公示"
    assert sorted(p.relative_to(root).as_posix() for p in root.rglob("*.*")) == [
        "试后勤支部/上墙.docx", "试后勤支部/党员公开承诺公示.docx", "试后勤支部/党组织公开承诺公示.docx", "试后勤支部/公开承诺公示.html",
        "试机电支部/党组织公开承诺公示.docx", "试机电支部/公开承诺公示.html",
    ]  # fmt: skip
    people = read(root / "试后勤支部" / "党员公开承诺公示.docx").text
    assert people.index("孙示例（党支部书记）") < people.index("钱样本") < people.index("李样本")
    assert "公示时间：2012年3月26日至2012年4月1日（7天）" in people
    for path in root.rglob("*.docx"):
        assert "13800000000" not in read(path).text
    html = (root / "试后勤支部" / "公开承诺公示.html").read_text("utf-8")
    assert "138******00" in html
    assert "更换二食堂36盏灯" in html


def test_the_page_is_one_file_and_fetches_nothing(tmp_path: Path) -> None:
    ids = approved(tmp_path)
    with open_ledger(tmp_path) as ledger, ledger.act(who(), "改") as act:
        act.change("item", ids["org"][0], {"text": '<script src="http://x.example/y.js">修灯</script>&"'})
    run("publish", "start", "--out", tmp_path, "--today", "2012-03-26")
    html = (tmp_path / "文书" / "公示" / "试后勤支部" / "公开承诺公示.html").read_text("utf-8")
    tags = Tags()
    tags.feed(html)
    assert set(tags.tags) & {"script", "link", "img", "iframe"} == set()
    assert set(tags.attributes) & {"src", "href", "onload"} == set()
    assert "&lt;script src=" in html


def test_too_few_days_keep_it_up_unless_a_reason_is_given(tmp_path: Path) -> None:
    ids = approved(tmp_path, "campus-2010")
    with open_ledger(tmp_path) as ledger, ledger.act(who(), "改") as act:
        for form in range(1, 6):
            act.change("form", form, {"year": 2010})
    refused = run("publish", "start", "--out", tmp_path, "--today", "2010-10-27", "--days", "5")
    assert "不少于7天" in refused.text
    run("publish", "start", "--out", tmp_path, "--today", "2010-10-27")
    assert item(tmp_path, ids["org"][0]).state is State.PUBLISHED
    early = run("publish", "end", "--out", tmp_path, "--today", "2010-11-01", "--unit", "机电")
    assert early.code == 1
    assert "试机电支部的《党组织公开承诺公示》自2010-10-27起公示6天，通知要求不少于7天。（四（一）4）" in early.text
    assert item(tmp_path, ids["other"][0]).state is State.PUBLISHED
    forced = run("publish", "end", "--out", tmp_path, "--today", "2010-11-01", "--unit", "机电", "--short", "停电撤展")
    assert "2 项转入“践诺中”" in forced.text
    done = run("publish", "end", "--out", tmp_path, "--today", "2010-11-02")
    assert (done.code, "公示结束 2 批，5 项转入“践诺中”" in done.text) == (0, True)
    assert (item(tmp_path, ids["org"][0]).state, item(tmp_path, ids["org"][0]).since) == (State.UNDER_WAY, date(2010, 11, 2))
    listed = run("publish", "list", "--out", tmp_path, "--today", "2010-11-05")
    assert "已于2010-11-01结束，6天，不足7天" in listed.text
    assert "理由：停电撤展" in listed.text


def test_what_was_approved_later_is_put_up_for_itself(tmp_path: Path) -> None:
    ids = approved(tmp_path)
    with open_ledger(tmp_path) as ledger, ledger.act(who(), "退回") as act:
        act.move(ids["other"][1], State.RETURNED, "太空")
    first = run("publish", "start", "--out", tmp_path, "--today", "2012-03-26")
    assert "还有 1 项没有审定" in first.text
    with open_ledger(tmp_path) as ledger, ledger.act(who(date(2012, 4, 1)), "审定") as act:
        act.move(ids["other"][1], State.WAITING)
        act.move(ids["other"][1], State.APPROVED)
    again = run("publish", "start", "--out", tmp_path, "--today", "2012-04-02")
    assert "登记公示 1 批、1 项" in again.text
    with open_ledger(tmp_path) as ledger:
        last = ledger.all(Publication)[-1]
    assert (last.items, last.start, last.until) == ([ids["other"][1]], date(2012, 4, 2), date(2012, 4, 8))


def test_an_item_taken_back_while_it_hung_does_not_begin(tmp_path: Path) -> None:
    ids = approved(tmp_path)
    run("publish", "start", "--out", tmp_path, "--today", "2012-03-26")
    with open_ledger(tmp_path) as ledger, ledger.act(who(date(2012, 3, 28)), "异议") as act:
        act.move(ids["other"][0], State.RETURNED, "群众有异议")
    told = run("publish", "end", "--out", tmp_path, "--today", "2012-04-02")
    assert "6 项转入" in told.text
    assert item(tmp_path, ids["other"][0]).state is State.RETURNED


def test_what_comes_down_before_the_day_on_the_sheet_is_asked_about(tmp_path: Path) -> None:
    """The notice names no number of days; the sheet on the board does."""
    approved(tmp_path)
    run("publish", "start", "--out", tmp_path, "--start", "2012-03-26", "--today", "2012-03-26")
    slip = run("publish", "end", "--out", tmp_path, "--end", "2021-04-01")
    assert "--end 写的 2021-04-01 与2012年度相差太远" in slip.text
    before = run("publish", "end", "--out", tmp_path, "--end", "2012-03-20")
    assert "2012-03-26才开始公示" in before.text
    early = run("publish", "end", "--out", tmp_path, "--end", "2012-03-30")
    assert (early.code, "公示5天，公示表上写的是公示到2012-04-01，还没有期满" in early.text) == (1, True)
    assert run("publish", "end", "--out", tmp_path, "--end", "2012-04-01").code == 0
    assert "没有正在公示的事项" in run("publish", "end", "--out", tmp_path, "--end", "2012-04-02").text


def test_the_sheets_of_the_year_before_stay(tmp_path: Path) -> None:
    ids = approved(tmp_path)
    run("publish", "start", "--out", tmp_path, "--start", "2012-03-26", "--today", "2012-03-26")
    with open_ledger(tmp_path) as ledger, ledger.act(who(date(2013, 2, 1)), "登记") as act:
        form = ledger.lines(Which(ids=[ids["other"][0]])).__next__().form
        new = act.add("form", {"unit": form.unit, "kind": "org", "year": 2013, "form_index": 0, "drafts": 1, "file": "新.docx"})
        act.add("item", {"form": new, "n": 1, "text": "建阅览室1间", "state": State.APPROVED, "since": date(2013, 2, 1), "extra": {}})
    told = run("publish", "start", "--out", tmp_path, "--start", "2013-03-01", "--today", "2013-03-01", "--year", "2013")
    assert "登记公示 1 批、1 项" in told.text
    root = tmp_path / "文书"
    assert "建阅览室" in read(root / "2013年" / "公示" / "试机电支部" / "党组织公开承诺公示.docx").text
    assert "建阅览室" not in read(root / "公示" / "试机电支部" / "党组织公开承诺公示.docx").text


def test_each_sheet_tells_its_own_days(tmp_path: Path) -> None:
    ids = small(tmp_path, state=State.APPROVED)
    later = [*ids["head"], *ids["钱样本"], *ids["李样本"]]
    with open_ledger(tmp_path) as ledger, ledger.act(who(), "退回") as act:
        for number in later:
            act.move(number, State.WAITING, "还没有审定")
    run("publish", "start", "--out", tmp_path, "--today", "2012-03-26")
    with open_ledger(tmp_path) as ledger, ledger.act(who(), "审定") as act:
        for number in later:
            act.move(number, State.APPROVED)
    run("publish", "start", "--out", tmp_path, "--today", "2012-03-30")
    root = tmp_path / "文书" / "公示" / "试后勤支部"
    assert "公示时间：2012年3月26日至2012年4月1日" in read(root / "党组织公开承诺公示.docx").text
    assert "公示时间：2012年3月30日至2012年4月5日" in read(root / "党员公开承诺公示.docx").text
