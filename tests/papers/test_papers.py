"""The papers of a round: what they say, whom they name, and what became of each finding of a form that came again."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest
from handmade.forms import Made, gold, make
from handmade.inbox import small_inbox
from handmade.pack import small_pack

from pipeline.outputs import OutputFolder
from pipeline.papers.compare import GONE, LEFT, MENDED, NEW, OPEN, compare
from pipeline.papers.gather import gather
from pipeline.papers.make import make_papers
from pipeline.papers.reminder import owed
from pipeline.records import AnchorRecord, ClauseRecord, FindingRecord, FormRecord, ItemRecord
from pipeline.rosters.roster import Roster
from pipeline.status import State, Status, StatusRow
from rules.facts import UnitFacts

DUE = date(2012, 3, 25)


def text_of(path: Path) -> str:
    made = docx.Document(str(path))
    rows = [" ".join(cell.text for cell in row.cells) for table in made.tables for row in table.rows]
    return "\n".join([*(p.text for p in made.paragraphs), *rows])


@pytest.fixture
def out(tmp_path: Path) -> tuple[Path, Roster]:
    inbox = small_inbox(tmp_path, files=False)
    return tmp_path, inbox.roster


def papers(out: tuple[Path, Roster], *, names: bool = False) -> Path:
    folder, roster = out
    make_papers(OutputFolder(folder), roster, small_pack(), DUE, names=names)
    return folder / "文书"


def test_the_bulletin_has_its_parts_in_their_order(out: tuple[Path, Roster]) -> None:
    text = text_of(papers(out) / "审核情况通报.docx")
    heads = ["一、报送情况", "二、总体情况", "三、存在的主要问题", "四、整改要求", "五、回头看"]
    places = [text.find(h) for h in heads]
    assert -1 not in places
    assert places == sorted(places)
    assert "于2012年3月25日前重新报送" in text
    assert "部分承诺" in text or "个别承诺" in text or "多数承诺" in text


def test_nobody_is_named_but_by_the_option(out: tuple[Path, Roster]) -> None:
    _, roster = out
    everybody = [p.name for p in roster.people] + [u.name for u in roster.units]
    plain = text_of(papers(out) / "审核情况通报.docx")
    assert [n for n in everybody if n in plain] == []
    named = text_of(papers(out, names=True) / "审核情况通报.docx")
    assert "机关第三党支部赵守诚" in named
    assert "未报个人承诺书的有：" in named


def test_what_people_dismissed_is_in_no_paper(out: tuple[Path, Roster]) -> None:
    results = out[0] / "results.jsonl"
    before = text_of(papers(out) / "审核情况通报.docx")
    decided = {"state": "dismissed", "scope": "rule", "reason": "不必提", "words": None, "by": "某甲", "on": "2012-03-20", "carried": False}
    records = [json.loads(line) for line in results.read_text("utf-8").splitlines()]
    for finding in (f for r in records for f in r.get("findings", ())):
        finding["decision"] = decided
    results.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records), "utf-8")
    after = text_of(papers(out) / "审核情况通报.docx")
    problems = [line for line in before.split("三、存在的主要问题")[1].split("四、整改要求")[0].splitlines() if line]
    assert problems
    assert [line for line in problems if line in after] == []


def test_the_same_results_give_the_same_bytes(out: tuple[Path, Roster]) -> None:
    first = {p.name: p.read_bytes() for p in papers(out).rglob("*.docx")}
    assert first == {p.name: p.read_bytes() for p in papers(out).rglob("*.docx")}
    assert not list((out[0] / "文书").rglob("*(2)*"))


def test_a_paper_that_was_edited_is_left_alone(out: tuple[Path, Roster]) -> None:
    bulletin = papers(out) / "审核情况通报.docx"
    edited = docx.Document(str(bulletin))
    edited.add_paragraph("已送领导审阅")
    edited.save(str(bulletin))
    papers(out)
    assert "已送领导审阅" in text_of(bulletin)
    assert (bulletin.parent / "审核情况通报(2).docx").exists()


def test_branches_of_one_name_are_counted_apart(out: tuple[Path, Roster]) -> None:
    folder, roster = out
    namesakes = replace(roster, units=tuple(replace(u, name="图书馆党总支") if u.roster_id == "u4" else u for u in roster.units))
    one, other = (gather(folder / "results.jsonl", r, small_pack()).tally for r in (roster, namesakes))
    assert {"图书馆党总支（校党委）", "图书馆党总支（机关党委）"} <= other.coverage["units"].keys()
    assert len(other.coverage["units"]) == len(one.coverage["units"])
    assert {f.code: f.units for f in other.faults()} == {f.code: f.units for f in one.faults()}


def row(state: State, unit: str, parent: str = "", person: str = "", note: str = "") -> StatusRow:
    return StatusRow("个人承诺书" if person else "党组织承诺书", unit, parent, "", person, state, None, (), 0, note)


def test_a_superior_is_told_what_is_owed_below_it() -> None:
    roster = Roster((UnitFacts("u1", "甲总支", "校党委"), UnitFacts("u2", "甲一支部", "甲总支"), UnitFacts("u3", "乙总支", "校党委")))
    status = Status((
        row(State.MISSING, "甲一支部", "甲总支"),
        row(State.MISSING, "甲一支部", "甲总支", "某甲", "收到的“1.pdf”无法读取，请重新报送"),
        row(State.UNREADABLE, "甲一支部", "甲总支", "某甲", "文件已损坏。"),
        row(State.ORAL, "甲一支部", "甲总支", "某乙", "2012-03-01"),
        row(State.ORAL, "甲一支部", "甲总支", "某丙", "名册没有写明支部研究情况，请核实"),
        row(State.LATE, "乙总支", "校党委"),
        row(State.EXEMPT, "乙总支", "校党委", "某丁"),
    ), (row(State.MISSING, "乙总支", "校党委"), row(State.UNCLEAR, "乙总支", "校党委")))  # fmt: skip
    told = owed(status, roster)
    assert list(told) == ["甲总支", "乙总支"]
    assert [(r.person, r.state) for r in told["甲总支"]] == [("", State.MISSING), ("某甲", State.MISSING), ("某丙", State.ORAL)]
    assert len(told["乙总支"]) == 1


def test_reminders_are_written_for_those_who_owe(out: tuple[Path, Roster]) -> None:
    folder = papers(out) / "催报通知"
    text = text_of(folder / "机关第三党支部.docx")
    assert "赵守诚 个人承诺书 尚未收到" in text
    assert "钱永年" not in text  # oral, with the branch's decision
    assert "请于2012年3月25日前补报" in text
    assert not (folder / "离退休工作处党总支.docx").exists()


def finding(record: FormRecord, code: str, n: int = 0, verdict: str = "deficient", field: str | None = None) -> FindingRecord:
    return FindingRecord.model_validate({
        "code": code, "verdict": verdict, "severity": "建议修改", "scope": "item" if n else "form",
        "item_id": record.items[n - 1].item_id if n else None, "field": field, "evidence": "",
        "clause": ClauseRecord(notice="x", ref="一", id="N0.9"), "message": f"{code}的意见", "suggestion": "请修改", "decision": None,
        "anchor": AnchorRecord(),
    })  # fmt: skip


def version(texts: list[str], file: str) -> FormRecord:
    base = gold()[0]
    items = [{**base["items"][0], "text": t, "target_spans": [], "project_spans": [], "measure_spans": []} for t in texts]
    made: Made = make({**base, "items": items}, unit="甲支部", unit_id=None, file=file)
    ids = [i.model_copy(update={"item_id": f"{file}{i.n}"}) for i in made.record.items]
    return made.record.model_copy(update={"items": tuple(ids), "findings": ()})


OLD = ["组织党员到社区走访困难群众12户。", "加强学习，不断提高自身素质。", "每月检修一次学生公寓的水电。", "办好食堂。"]
NOW = ["每月检修两次学生公寓的水电，有记录。", "6月底前组织党员到社区走访困难群众20户。", "9月底前编印水电检修手册一本。"]


def test_each_finding_is_followed_to_the_promise_that_it_became() -> None:
    old, now = version(OLD, "旧"), version(NOW, "新")
    old = old.model_copy(update={"findings": (
        finding(old, "C04", 1), finding(old, "W01", 2), finding(old, "C03", 3), finding(old, "C01", 4),
        finding(old, "F01", field="phone"), finding(old, "S03"), finding(old, "S01", verdict="unknown"),
    )})  # fmt: skip
    now = now.model_copy(update={"findings": (
        finding(now, "C03", 1), finding(now, "C03", 3), finding(now, "F01", field="phone"), finding(now, "S03", verdict="unknown"),
    )})  # fmt: skip
    assert [(o.finding.code, o.state, o.before, o.now) for o in compare(old, now)] == [
        ("C04", MENDED, 1, 2),
        ("W01", GONE, 2, 0),
        ("C03", LEFT, 3, 1),
        ("C01", GONE, 4, 0),
        ("F01", LEFT, 0, 0),
        ("S03", OPEN, 0, 0),
        ("C03", NEW, 0, 3),
    ]


def test_two_findings_of_one_rule_in_one_promise_are_followed_one_by_one() -> None:
    old, now = version(OLD, "旧"), version(OLD, "新")
    one, other, more = (finding(old, "P01", 1).model_copy(update={"evidence": words}) for words in ("13800000001", "13800000002", "13800000003"))
    old = old.model_copy(update={"findings": (one, other)})
    left = [f.model_copy(update={"item_id": now.items[0].item_id}) for f in (other, more, one)]
    states = [[o.state for o in compare(old, now.model_copy(update={"findings": tuple(found)}))] for found in ([], left[:1], left[:2], left)]
    assert states == [[MENDED, MENDED], [MENDED, LEFT], [LEFT, LEFT], [LEFT, LEFT, NEW]]


def test_a_slogan_in_other_words_is_not_called_mended(tmp_path: Path) -> None:
    from pipeline.papers.second import write_second

    old, now = version(["加强作风建设，密切联系群众。"], "旧"), version(["大力加强作风建设，同群众密切联系。"], "新")
    bare = {"target": {"kind": "none", "spans": (), "values": ()}, "deadline": {"kind": "none"}}
    old, now = (r.model_copy(update={"items": tuple(_without(i, bare) for i in r.items)}) for r in (old, now))
    old = old.model_copy(update={"findings": (finding(old, "W01", 1),)})
    assert [o.state for o in compare(old, now)] == [OPEN]
    write_second(tmp_path / "复审.docx", "甲支部", old, now, small_pack(), DUE)
    assert "核对后另行告知是否需要再次报送" in text_of(tmp_path / "复审.docx")


def _without(item: ItemRecord, bare: dict[str, dict[str, object]]) -> ItemRecord:
    """The promise without any element."""
    parts = {name: getattr(item, name).model_copy(update=values) for name, values in bare.items()}
    return item.model_copy(update={**parts, "project": item.project.model_copy(update={"spans": ()}), "measures": item.measures.model_copy(update={"spans": ()})})


def test_the_second_opinion_says_it_item_by_item(tmp_path: Path) -> None:
    from pipeline.papers.second import write_second

    old, now = version(OLD, "旧.docx"), version(NOW, "新.docx")
    old = old.model_copy(update={"findings": (finding(old, "C04", 1), finding(old, "C03", 3))})
    now = now.model_copy(update={"findings": (finding(now, "C03", 1), finding(now, "C03", 3))})
    write_second(tmp_path / "复审.docx", "甲支部", old, now, small_pack(), DUE)
    text = text_of(tmp_path / "复审.docx")
    assert "上次提出意见2处，已改1处，未改1处；本次新发现1处。" in text
    assert "第1项（原第3项） 【建议修改】C03的意见。 未改 请修改" in text
    assert "于2012年3月25日前修改后再次报送" in text


def test_a_clean_second_version_needs_nothing_more(tmp_path: Path) -> None:
    from pipeline.papers.second import write_second

    old, now = version(OLD, "旧.docx"), version(NOW, "新.docx")
    old = old.model_copy(update={"findings": (finding(old, "C04", 1),)})
    write_second(tmp_path / "复审.docx", "甲支部", old, now, small_pack(), DUE)
    assert "已改1处，未改0处，没有发现新的问题" in text_of(tmp_path / "复审.docx")
    assert "不需要再次报送电子版" in text_of(tmp_path / "复审.docx")
