"""What a unit's letter says, gathered from its records before anything is laid out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from pipeline.by_unit import Entry
from pipeline.decisions.effect import as_decided
from pipeline.feedback.remark import NO_COMMENTS
from pipeline.feedback.remarks import deficient
from pipeline.records import FindingRecord, FormRecord, UnreadableRecord
from pipeline.wording import ELEMENTS, FORM_NAME, WEIGHT, clause_number, elements, place, sentence, short
from rules.engine import INTERNAL_ERROR, paper_codes
from rules.packs import Pack
from rules.private import hidden

LONGEST_QUOTE = 16
"""Characters of the words that a place is shown by."""
FEW_MEMBERS = 3
"""Up to so many members' forms are treated one by one; more are treated together, fault by fault."""
RANK = {"org": 0, "secretary": 1, "member": 2, "unknown": 3}
AGAIN = {
    "encrypted": "请取消打开密码后重新报送",
    "empty": "请重新发送",
    "scan": "请补报 Word 电子版",
    "no_form": "请核对是否放错文件，并按通知所附样式填写后重新报送",
    "lock_file": "请报送同名的正式文件",
    "too_large": "请压缩其中图片后重新报送",
    "corrupt": "请用 Word 或 WPS 打开，另存后重新报送",
}
ADDS = {"no": "", "yes": "", "unsure": "是补充还是新稿请告知，暂按补充"}
AGAIN_USUALLY = "请用 Word 或 WPS 打开，另存为 .docx 后重新报送"


@dataclass(frozen=True, slots=True)
class Received:
    """A file that came; `note` says what is special about it, `adds` that it adds to another."""

    file: str
    kind: str
    person: str
    day: date | None
    note: str = ""
    adds: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """A row of the table: one kind of fault in one form (or in all members' forms), and how to mend it. `only_here` where
    a file's comments could not be written, so that no copy says it."""

    group: str
    rank: int
    code: str
    severity: str
    places: str
    message: str
    clause: str
    suggestion: str
    count: int
    only_here: bool = False


@dataclass(slots=True)
class Letter:
    """One unit's letter. Doubts by the rule's short name: `paper_doubts`, which the paper copy settles, and `doubts` count
    forms, `item_doubts` items. `paper` says which copies on paper are still owed."""

    unit: str
    contact: str = ""
    paper: str = ""
    received: list[Received] = field(default_factory=list)
    unreadable: list[tuple[str, str]] = field(default_factory=list)
    points: list[Point] = field(default_factory=list)
    paper_doubts: Counter[str] = field(default_factory=Counter)
    doubts: Counter[str] = field(default_factory=Counter)
    item_doubts: Counter[str] = field(default_factory=Counter)
    forms: Counter[str] = field(default_factory=Counter)
    items: int = 0
    good_items: int = 0
    clean_forms: int = 0
    complete: int = 0
    with_element: Counter[str] = field(default_factory=Counter)
    severities: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class _Seen:
    """A finding with the form it was made on."""

    form: str
    owner: str
    file: str
    number: int
    where: str
    finding: FindingRecord
    only_here: bool


def gather(
    unit: str, contact: str, entries: Iterable[tuple[Entry, FormRecord | UnreadableRecord]], pack: Pack,
    unmarked: Callable[[str], bool],
) -> Letter:  # fmt: skip
    """Read a unit's records into its letter. `unmarked` tells of a file whose comments could not be written."""
    letter = Letter(unit, contact)
    seen: dict[str, list[_Seen]] = defaultdict(list)
    for entry, record in entries:
        name = entry.file.rpartition("/")[2]
        if isinstance(record, UnreadableRecord):
            letter.unreadable.append(
                (name, f"{record.message.rstrip('。')}，{AGAIN.get(record.reason, AGAIN_USUALLY)}")
            )
            continue
        note = "" if entry.newest else "已有新稿，以新稿为准"
        note = note or (f"{NO_COMMENTS.get(entry.format, '未能写入批注')}，意见见本函" if unmarked(entry.file) else "")
        note = note or ADDS[entry.addition]
        letter.received.append(
            Received(name, record.kind, record.person or "", record.received, note, entry.addition != "no")
        )
        if entry.newest:
            record = as_decided(record)
            _count(letter, record, pack, whole=entry.addition == "no")
            seen[record.kind] += _look(record, name, "" if entry.addition == "no" else "补充", unmarked(entry.file))
    letter.points = _points(seen, letter.forms["member"] > FEW_MEMBERS, pack)
    return letter


def _title(record: FormRecord) -> str:
    name = FORM_NAME[record.kind]
    return f"{name}（{record.person}）" if record.person and record.kind != "org" else name


def _count(letter: Letter, record: FormRecord, pack: Pack, *, whole: bool) -> None:
    wrong = {f.item_id for f in record.findings if f.verdict == "deficient"}
    letter.forms[record.kind] += whole
    letter.items += len(record.items)
    letter.clean_forms += whole and not wrong
    letter.good_items += sum(item.item_id not in wrong for item in record.items)
    for item in record.items:
        present = elements(item)
        letter.complete += all(present)
        letter.with_element.update(name for name, here in zip(ELEMENTS, present, strict=True) if here)
    for f in record.findings:
        if f.verdict == "deficient":
            letter.severities[f.severity] += 1
        elif f.code != INTERNAL_ERROR:
            _doubts_of(letter, f)[short(f.code, pack)] += 1


def _doubts_of(letter: Letter, finding: FindingRecord) -> Counter[str]:
    if finding.code in paper_codes():
        return letter.paper_doubts
    return letter.item_doubts if finding.item_id else letter.doubts


def _look(record: FormRecord, file: str, what: str, only_here: bool) -> list[_Seen]:
    numbers = {item.item_id: item.n for item in record.items}
    owner = record.person or record.unit.name
    return [
        _Seen(_title(record) + what, owner, file, numbers.get(f.item_id or "", 0), place(record, f), f, only_here)
        for f in deficient(record)
    ]


def _points(seen: dict[str, list[_Seen]], together: bool, pack: Pack) -> list[Point]:
    groups: dict[tuple[int, str, str, str, str], list[_Seen]] = defaultdict(list)
    for kind, found in seen.items():
        for one in found:
            joined = kind == "member" and together
            owner = (FORM_NAME[kind], "") if joined else (one.form, one.file)
            groups[RANK[kind], *owner, one.finding.severity, one.finding.code].append(one)
    points = [
        _point(key[1], key[0], found, bool(key[0] == RANK["member"] and together), pack)
        for key, found in groups.items()
    ]
    return sorted(points, key=lambda p: (WEIGHT[p.severity], p.rank, -p.count, p.code, p.group))


def _point(group: str, rank: int, found: list[_Seen], together: bool, pack: Pack) -> Point:
    first = found[0]
    alike = len({_bare(one) for one in found}) == 1
    message = _bare(first) if alike and not together else f"{short(first.finding.code, pack)}（共{len(found)}处）"
    advice = sentence(first.finding.suggestion)
    if advice and len({one.finding.suggestion for one in found}) > 1:
        advice += f"（以{first.owner if together else ''}{first.where}为例，其余见批注）"
    return Point(
        group, rank, first.finding.code, first.finding.severity, _people(found) if together else _places(found),
        sentence(message), clause_number(first.finding, pack), advice, len(found), any(one.only_here for one in found),
    )  # fmt: skip


def _bare(one: _Seen) -> str:
    """The message without the place that the next column names."""
    return one.finding.message.removeprefix(one.where).lstrip("，：: ")


def _places(found: list[_Seen]) -> str:
    """第1—3、5项, or the field's name; with the words meant where no comment stands beside them."""
    if found[0].only_here:
        return "、".join(dict.fromkeys(one.where + _quote(one.finding) for one in found))
    numbers = runs(sorted({one.number for one in found if one.number}))
    others = list(dict.fromkeys(one.where for one in found if not one.number))
    listed = [f"第{'、'.join(numbers)}项"] if numbers else []
    return "、".join(others + listed)


def _quote(finding: FindingRecord) -> str:
    """The words that the finding is about, "" where its message says them."""
    words = " ".join(finding.evidence.split())
    if not words or words in finding.message:
        return ""
    return f"“{hidden(words if len(words) <= LONGEST_QUOTE else words[:LONGEST_QUOTE] + '…')}”"


def runs(numbers: list[int]) -> list[str]:
    """1, 2, 3, 5 → 1—3 and 5."""
    found: list[list[int]] = []
    for n in numbers:
        if found and n == found[-1][-1] + 1:
            found[-1].append(n)
        else:
            found.append([n])
    return [str(run[0]) if len(run) == 1 else f"{run[0]}{'—' if len(run) > 2 else '、'}{run[-1]}" for run in found]


def _people(found: list[_Seen]) -> str:
    """单玉莲、厉大山等9人."""
    names = list(dict.fromkeys(one.owner for one in found))
    return "、".join(names) if len(names) <= 2 else f"{'、'.join(names[:2])}等{len(names)}人"
