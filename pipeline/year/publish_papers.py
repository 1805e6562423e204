"""What hangs on the board: a sheet in Word, a page for the web, a sheet for the wall of a window. Private data are masked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.feedback import fill, page
from pipeline.feedback.web_page import Section, write_page
from pipeline.ledger.book.things import Item
from pipeline.ledger.book.year import Publication
from pipeline.wording import chinese_day
from pipeline.year.office import Office
from pipeline.year.owners import Owner
from rules.private import hidden

HEADINGS = ("序号", "承诺事项", "完成时限", "责任人")
WIDTHS_CM = (1.4, 7.8, 4.5, 2.5)
BOARD_PT = 12
WALL_PT, WALL_TITLE_PT, WALL_MOST = 22, 40, 8
WATCH = "请党员、群众监督。"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its title, the forms on it, and the publication that it belongs to."""

    title: str
    owners: tuple[Owner, ...]
    hanging: Publication | None


def write_sheet(target: Path, office: Office, sheet: Sheet) -> None:
    """Write the Word sheet; the forms of a branch's members stand together."""
    document = page.new_page("")
    first = sheet.owners[0]
    page.title(document, f"{first.unit.name}{_year(office)}{sheet.title}")
    page.line(document, _span(sheet.hanging), indent=False)
    for owner in sheet.owners:
        if owner.personal:
            page.heading(document, _who(owner))
        page.table(document, HEADINGS, WIDTHS_CM, _rows(owner))
        fill.enlarge(document, BOARD_PT)
    page.line(document, office.pack.publication.watch or WATCH)
    page.signature(document, first.unit.name, chinese_day(sheet.hanging.start) if sheet.hanging else "　　年　　月　　日")
    page.save(document, target, first.unit.name, title=sheet.title)


def write_web(target: Path, office: Office, sheets: Sequence[Sheet]) -> None:
    """Write the page of a unit: its own promises, then those of its members."""
    unit = sheets[0].owners[0].unit
    sections = []
    for sheet in sheets:
        people = [o for o in sheet.owners if o.personal]
        sections.append(Section(sheet.title.removesuffix("公示"), "", HEADINGS, [] if people else _rows(sheet.owners[0])))
        sections += [Section(_who(o), "", HEADINGS, _rows(o), small=True) for o in people]
    notes = [_span(sheets[0].hanging)]
    write_page(target, f"{unit.name}{_year(office)}公开承诺公示", notes, sections, office.pack.publication.watch or WATCH)


def write_wall(target: Path, office: Office, owners: Sequence[Owner]) -> None:
    """Write the sheet for the wall of a window: the unit's own promises in large letters, else its people's."""
    unit = owners[0].unit
    document = page.new_page("")
    fill.landscape(document)
    fill.large(document, "公 开 承 诺", WALL_TITLE_PT, centred=True, font=page.TITLE_FONT)
    fill.large(document, unit.name, WALL_PT, centred=True, font=page.HEAD_FONT)
    own = [o for o in owners if not o.personal] or list(owners)
    items = [item for owner in own for item in owner.items]
    for n, item in enumerate(items[:WALL_MOST], start=1):
        fill.large(document, f"{n}. {_one_line(item)}", WALL_PT if len(items) <= 5 else WALL_PT - 4)
    if len(items) > WALL_MOST:
        fill.large(document, f"其余{len(items) - WALL_MOST}项见公示表。", WALL_PT - 6)
    fill.large(document, office.pack.publication.watch or WATCH, WALL_PT - 8, centred=True)
    fill.large(document, "监督电话：________________", WALL_PT - 6, centred=True)
    page.save(document, target, unit.name, title="公开承诺")


def _rows(owner: Owner) -> list[Sequence[str]]:
    return [(str(n), hidden(i.text), _limit(i), hidden(i.responsible) or (owner.name if owner.personal else "")) for n, i in enumerate(owner.items, start=1)]


def _one_line(item: Item) -> str:
    return hidden(" ".join(item.text.split()))


def _limit(item: Item) -> str:
    return chinese_day(item.due) if item.due else item.due_words or "—"


def _who(owner: Owner) -> str:
    post = owner.person.post if owner.person else "党支部书记"
    return f"{owner.name}（{post}）" if post else owner.name


def _span(hanging: Publication | None) -> str:
    if hanging is None:
        return "公示时间：____年__月__日至____年__月__日"
    return f"公示时间：{chinese_day(hanging.start)}至{chinese_day(hanging.until)}（{hanging.days(hanging.until)}天）"


def _year(office: Office) -> str:
    return f"{office.year}年度"
