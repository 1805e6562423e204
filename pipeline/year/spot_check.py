"""抽查: a draw, a check sheet for each unit, and what was found there."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path

from extractors.errors import DocumentError
from extractors.reading import read
from pipeline.feedback import fill, page
from pipeline.intake import collect
from pipeline.ledger.book.things import Item, Unit
from pipeline.ledger.book.year import Spot
from pipeline.ledger.store.ledger import Which
from pipeline.rosters.values import day_of
from pipeline.submission import Submission
from pipeline.wording import chinese_day, tidy
from pipeline.year.filled import FilledRow, filled_rows, matched, says_anything
from pipeline.year.office import Names, Office, YearError
from pipeline.year.owners import Owner, owners
from pipeline.year.spot_draw import Drawn, draw, lot
from pipeline.year.spot_points import Findings, findings, points
from pipeline.year.spot_verdict import BAD, GOOD, verdict_of
from rules.private import hidden

FOLDER, UNPACKED = "抽查", Path(".chengnuo") / "抽查"
PEOPLE = 5
"""Members whose forms are looked at in each unit, drawn by the same seed."""
KEY, REMARK, VERDICT = "承诺事项", "检查意见", "结论"
_CODE = re.compile(r"(20\d\d)-C-([a-z0-9]{6})-(\d+)")


@dataclass(frozen=True, slots=True)
class Opened:
    """A draw: which one of the year, by which seed, the units, the sheets."""

    draw: int
    seed: int
    drawn: tuple[Drawn, ...]
    papers: tuple[Path, ...]


@dataclass(slots=True)
class Taken:
    """What came back: units with the items that are to be put right, and files that were not registered, with the reason. `doubts` pairs
    a file with rows that somebody has to look at."""

    units: list[tuple[str, list[int]]] = field(default_factory=list)
    doubts: list[tuple[str, str]] = field(default_factory=list)
    bad: list[tuple[str, str]] = field(default_factory=list)


def open_check(office: Office, by: str, size: int | None, seed: int) -> Opened:
    """Draw among the units with promises in the year, register the draw, write the sheets. Raises YearError, OutputError."""
    rules = office.pack.spot_check
    by_unit: dict[int, list[Owner]] = {}
    for owner in owners(office.ledger.lines(Which(year=office.year))):
        by_unit.setdefault(owner.unit.id, []).append(owner)
    if not by_unit:
        raise YearError(f"台账中没有{office.year}年度的承诺事项，没有可抽查的单位。")
    drawn = draw([theirs[0].unit for theirs in by_unit.values()], by, rules.share, rules.least, size, seed)
    number = 1 + max((s.draw for s in office.ledger.all(Spot) if s.year == office.year), default=0)
    with office.ledger.act(office.who(), "抽查") as act:
        ids = [act.add("spot", {
            "year": office.year, "draw": number, "seed": seed, "unit": d.unit.id, "stratum": d.stratum, "drawn": office.today, "answers": {},
        }) for d in drawn]  # fmt: skip
    names, found, papers = Names(), findings(office.out.root / "results.jsonl"), []
    for one, spot in zip(drawn, ids, strict=True):
        target = office.root / FOLDER / f"{office.year}年第{number}次" / f"{names.of(one.unit.name)}.docx"
        write = partial(write_sheet, office=office, unit=one.unit, spot=spot, theirs=_looked_at(by_unit[one.unit.id], seed), found=found)
        papers.append(office.out.write(target, write))
    return Opened(number, seed, tuple(drawn), tuple(papers))


def write_sheet(target: Path, office: Office, unit: Unit, spot: int, theirs: Sequence[Owner], found: Findings) -> None:
    """Write the check sheet of a unit, the five points filled where the program can tell."""
    asked = office.pack.spot_check.points
    document = page.new_page(f"抽查编号：{office.year}-C-{office.ledger.tag()}-{spot}")
    fill.landscape(document)
    page.title(document, f"公开承诺抽查表（{unit.name}）")
    page.line(document, f"抽查日期：____年__月__日　　检查人：________________　　抽取日期：{chinese_day(office.today)}", indent=False)
    wide = 10.5 / max(len(asked), 1)
    widths = (1.1, 2.2, 6.0, *[wide] * len(asked), 3.2, 1.8, 1.3)
    rows = [_row(n, o, i, found, office) for n, (o, i) in enumerate(((o, i) for o in theirs for i in o.items), start=1)]
    fill.table(document, (*HEAD[:3], *asked, *HEAD[3:]), widths, rows, 1.0)
    told = "；".join(f"{name}：{point.asks}" for name, point in asked.items())
    fill.small(document, f"{told}。各栏已填的是程序从文字上看出的线索，请核实改正；“结论”填“{GOOD}”或“{BAD}”。请不要改动“编号”栏。")
    page.signature(document, "被查单位负责人（签名）：________________　　检查人（签名）：________________", "　　年　　月　　日")
    page.save(document, target, office.pack.office, title="抽查表")


HEAD = ("序号", "承诺主体", KEY, REMARK, VERDICT, "编号")


def take(office: Office, folder: Path) -> Taken:
    """Register filled sheets. A file that cannot be read or set to a unit is told and left. Raises FileNotFoundError."""
    came = collect(folder, office.out.root / UNPACKED)
    taken = Taken(bad=[(one.file, one.message + one.next_step) for one in came.refused])
    spots = {spot.id: spot for spot in office.ledger.all(Spot)}
    units = {unit.id: unit for unit in office.ledger.all(Unit)}
    for source in came.submissions:
        try:
            answer = _read(office, source, spots)
            answers = _answers(office, source, answer.rows, _texts(office, answer.spot, units), taken)
        except DocumentError as error:
            taken.bad.append((source.name, error.message + error.next_step))
        except YearError as error:
            taken.bad.append((source.name, str(error)))
        else:
            taken.units.append((units[answer.spot.unit].name, _register(office, source, answer, answers)))
    return taken


@dataclass(frozen=True, slots=True)
class _Answer:
    """A sheet that came back: whose, its rows, and the day that the inspector wrote on it."""

    spot: Spot
    rows: list[FilledRow]
    day: date | None


def _read(office: Office, source: Submission, spots: dict[int, Spot]) -> _Answer:
    document = read(source.path)
    code = next((found for line in document.text.splitlines() if (found := _CODE.search(tidy(line)))), None)
    if code is None:
        raise YearError("看不出是哪个单位的抽查表（表头的抽查编号不见了）。请在程序生成的表上填写。")
    if code[2] != office.ledger.tag() or int(code[3]) not in spots:
        raise YearError("抽查编号不是本台账的。请核对。")
    rows = [row for row in filled_rows(document, (*HEAD, *office.pack.spot_check.points), KEY) if says_anything(row, KEY)]
    odd = [f"第{n}行的“{tidy(row.get(VERDICT))}”" for n, row in enumerate(rows, start=1) if verdict_of(row.get(VERDICT)) is None]
    if odd:
        raise YearError(f"“{VERDICT}”栏{'、'.join(odd)}不认得，请填“{GOOD}”或“{BAD}”。")
    if not any(verdict_of(row.get(VERDICT)) for row in rows):
        raise YearError(f"“{VERDICT}”栏都没有填。")
    said = next((found[1] for line in document.text.splitlines() if (found := _DAY.search(tidy(line)))), "")
    return _Answer(spots[int(code[3])], rows, day_of(said))


_DAY = re.compile(r"抽查日期：(20\d\d年\d{1,2}月\d{1,2}日|20\d\d[-./]\d{1,2}[-./]\d{1,2})")


def _texts(office: Office, spot: Spot, units: Mapping[int, Unit]) -> dict[int, str]:
    """The promises of the unit that was drawn, wherever it went since."""
    homes = [spot.unit]
    while (into := units[homes[-1]].merged_into) and into not in homes:
        homes.append(into)
    return {line.item.id: line.item.text for line in office.ledger.lines(Which(year=spot.year, units=homes, all_states=True))}


def _answers(office: Office, source: Submission, rows: Sequence[FilledRow], texts: Mapping[int, str], taken: Taken) -> dict[str, dict[str, str]]:
    """By item, what was written of it; rows that belong to no item of the unit are told. Raises YearError where all are such."""
    found: dict[str, dict[str, str]] = {}
    for row in rows:
        number = matched(row, KEY, texts)
        if number is not None and str(number) not in found:
            found[str(number)] = _answer(row, office)
        else:
            taken.doubts.append((source.name, f"有一行没有登记，对不上这个单位的事项：{row.get(KEY) or row.get(REMARK) or row.get('编号')}"))
    if not found:
        raise YearError("没有一行对得上该单位在台账里的事项。请在程序生成的表上填写。")
    if blank := [number for number, answer in found.items() if not answer[VERDICT]]:
        taken.doubts.append((source.name, f"编号{'、'.join(blank)}没有填“{VERDICT}”。填好再收一次。"))
    return found


def _register(office: Office, source: Submission, answer: _Answer, answers: dict[str, dict[str, str]]) -> list[int]:
    """Keep what was found of the items; returns those that are to be put right."""
    bad = [int(number) for number, told in answers.items() if told[VERDICT] == BAD]
    good = sum(told[VERDICT] == GOOD for told in answers.values())
    conclusion = f"查看{len(answers)}项，{GOOD}{good}项，{BAD}{len(bad)}项"
    with office.ledger.act(office.who(source.name), "抽查结果") as act:
        act.change("spot", answer.spot.id, {"checked": answer.day or office.today, "answers": answers, "conclusion": conclusion, "file": source.name})
    return bad


def _answer(row: FilledRow, office: Office) -> dict[str, str]:
    return {VERDICT: verdict_of(row.get(VERDICT)) or "", REMARK: row.get(REMARK), **{name: row.get(name) for name in office.pack.spot_check.points}}


def _looked_at(theirs: Sequence[Owner], seed: int) -> list[Owner]:
    """The forms of the organisation and its secretary, and of some members."""
    members = sorted((o for o in theirs if o.form.kind == "member"), key=lambda o: (lot(f"{o.unit.name}{o.name}", seed), o.form.id))
    return [o for o in theirs if o.form.kind != "member"] + members[:PEOPLE]


def _row(n: int, owner: Owner, item: Item, found: Findings, office: Office) -> tuple[str, ...]:
    told = points(item, owner.form, found, office.pack)
    return str(n), owner.name, hidden(item.text), *told.values(), "", "", str(item.id)
