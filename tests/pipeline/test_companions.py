"""What units hand in beside their forms, and who of the two heads is missing."""

from datetime import date

from pipeline.companions import HEADS, with_companions
from pipeline.records import UnreadableRecord
from pipeline.rosters.roster import CompanionLine, Receipt, Roster
from pipeline.status import State, Status, StatusRow
from rules.facts import PersonFacts, UnitFacts
from rules.packs import load_pack

PACK = load_pack("csust-2012")
A, B = (UnitFacts(f"u{n}", name, "校党委", "党总支", secretary=who) for n, (name, who) in enumerate([("土木学院党总支", "甲书记"), ("机关党总支", "乙书记")]))
C = UnitFacts("u2", "结构教研室党支部", "土木学院党总支", "党支部")
PLAN, SITE = "实施方案", "示范点创建工作实施方案"


def no_form(file: str, begins: str = "") -> UnreadableRecord:
    message = f"文件可以读取，但没有找到公开承诺书（开头为“{begins}”）。"
    return UnreadableRecord(file=file, sha256="0" * 64, format="docx", reason="no_form", message=message, next_step="")


def checked(roster: Roster, *files: UnreadableRecord, rows: tuple[StatusRow, ...] = ()) -> dict[tuple[str, str, str], StatusRow]:
    found = with_companions(Status(rows), files, roster, PACK)
    return {(r.what, r.unit, r.person): r for r in found.companions}


def test_only_second_level_units_owe_them_and_missing_is_said() -> None:
    rows = checked(Roster((A, B, C)))
    assert {u for _, u, _ in rows} == {A.name, B.name}
    assert {rows[w, u.name, ""].state for w in (PLAN, SITE) for u in (A, B)} == {State.MISSING}


def test_a_file_is_known_by_what_it_says_before_its_name() -> None:
    rows = checked(
        Roster((A, B)),
        no_form("机关党总支/1.docx", "土木学院党总支实行公开承诺实施方案"),
        no_form("机关党总支示范点创建工作实施方案.docx", "关于印发方案的通知"),
    )
    assert rows[PLAN, A.name, ""].files == ("机关党总支/1.docx",)
    assert rows[PLAN, A.name, ""].state is State.UNDATED
    assert rows[PLAN, B.name, ""].state is State.MISSING
    assert rows[SITE, B.name, ""].state is State.UNDATED


def test_late_by_the_register_or_the_offices_list() -> None:
    plan = no_form("方案.docx", "土木学院党总支公开承诺实施方案")
    receipts = (Receipt("方案.docx", date(2012, 3, 16)),)
    listed = (CompanionLine(B.name, "公开承诺实施方案", date(2012, 3, 15)), CompanionLine(B.name, SITE, exempt="不是示范点"))
    rows = checked(Roster((A, B), receipts=receipts, companions=listed), plan)
    assert rows[PLAN, A.name, ""].state is State.LATE
    assert (rows[PLAN, B.name, ""].state, rows[PLAN, B.name, ""].received) == (State.ON_TIME, date(2012, 3, 15))
    assert (rows[SITE, B.name, ""].state, rows[SITE, B.name, ""].note) == (State.EXEMPT, "不是示范点")


def test_both_heads_or_that_the_roster_does_not_name_them() -> None:
    people = (PersonFacts("p1", "甲书记", C.name), PersonFacts("p2", "丙院长", C.name, head_of=A.name))
    came = StatusRow("个人承诺书", C.name, A.name, "", "甲书记", State.LATE, date(2012, 3, 20), ("甲.docx",), 2, "")
    missing = StatusRow("个人承诺书", C.name, A.name, "", "丙院长", State.MISSING, None, (), 0, "")
    rows = checked(Roster((A, B, C), people), rows=(came, missing))
    assert (rows[HEADS, A.name, "甲书记"].state, rows[HEADS, A.name, "甲书记"].must) == (State.LATE, 2)
    assert rows[HEADS, A.name, "丙院长"].state is State.MISSING
    assert rows[HEADS, B.name, "乙书记"].state is State.MISSING
    assert rows[HEADS, B.name, ""].state is State.UNCLEAR  # never guessed from a post


def test_the_file_is_no_longer_said_to_be_no_form() -> None:
    plan = no_form("方案.docx", "土木学院党总支公开承诺实施方案")
    row = StatusRow("", "", "", "", "", State.NO_FORM, None, ("方案.docx",), 0, "请核对是否放错文件")
    other = StatusRow("", "", "", "", "", State.NO_FORM, None, ("别的.docx",), 0, "请核对是否放错文件")
    status = with_companions(Status((row, other)), [plan], Roster((A,)), PACK)
    assert [r.state for r in status.rows] == [State.COMPANION, State.NO_FORM]
    assert status.count(State.MISSING) == 0  # companions are counted for themselves


def test_nothing_is_asked_where_the_notice_asks_for_nothing() -> None:
    assert with_companions(Status(()), [], Roster((A,)), load_pack("xinbei-2010")).companions == ()


def test_a_secretary_who_is_named_as_head_himself_is_both() -> None:
    people = (PersonFacts("p1", "甲书记", A.name, head_of=A.name),)
    rows = checked(Roster((A, B), people))
    assert [person for what, unit, person in rows if what == HEADS and unit == A.name] == ["甲书记"]
