"""典型经验: promises that were kept in a way that others can learn from, marked in the ledger and reported up as a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.feedback import page
from pipeline.ledger.book.life import Illegal, State
from pipeline.ledger.book.things import Item
from pipeline.ledger.store.ledger import Which
from pipeline.wording import chinese_day
from pipeline.year.office import Office
from pipeline.year.owners import Owner, owners
from rules.private import hidden

NAME = "典型经验"
LIVED = (State.UNDER_WAY, State.KEPT, State.CLOSED)
"""States of a promise of which there is something to learn: it is being kept, or was."""
MARKED = "典型经验"
MOST_TOLD = 20


@dataclass(frozen=True, slots=True)
class Examples:
    """The forms with their exemplary items; `early` counts items that are marked and have nothing to show yet."""

    owners: tuple[Owner, ...]
    early: tuple[int, ...]

    @property
    def count(self) -> int:
        """How many items go up."""
        return sum(len(owner.items) for owner in self.owners)


def mark(office: Office, numbers: Sequence[int], text: str) -> int:
    """Say of these items what is exemplary in them; an empty text takes it back. All or none; returns how many changed.
    Raises Illegal with the reason."""
    changed = 0
    with office.ledger.act(office.who(), MARKED) as act:
        rows = {row["id"]: row for row in act.rows("item", id=list(numbers))}
        if odd := [str(n) for n in numbers if n not in rows or rows[n]["same_as"] is not None]:
            raise Illegal(f"台账里没有这几项，或已并入别的事项：{'、'.join(odd[:MOST_TOLD])}")
        if text and (early := [f"{row['id']}（{row['state']}）" for row in rows.values() if row["state"] not in LIVED]):
            raise Illegal(f"只有{'、'.join(LIVED)}的事项可以列为典型经验，这几项不是：{'、'.join(early[:MOST_TOLD])}")
        for number, row in rows.items():
            changed += act.change("item", number, {"example": text}, known=row)
    return changed


def examples(office: Office, unit: str = "") -> Examples:
    """What is marked, of units with these letters in their name."""
    lines = [line for line in office.ledger.lines(Which(year=office.year, unit=unit)) if line.item.example]
    early = tuple(line.item.id for line in lines if line.item.state not in LIVED)
    return Examples(tuple(owners(line for line in lines if line.item.state in LIVED)), early)


def write_examples(target: Path, office: Office, found: Examples) -> None:
    """Write the list in Word: whose promise, how it was kept, what came of it. Private data is masked."""
    document = page.new_page("草稿，待审核后上报")
    page.title(document, f"{office.year}年度公开承诺典型经验")
    page.line(document, f"从台账中选出典型经验{found.count}项，涉及承诺书{len(found.owners)}份，现予上报。")
    n = 0
    for owner in found.owners:
        for item in owner.items:
            n += 1
            page.heading(document, f"{n}. {owner.unit.name}{_who(owner)}")
            for told in _told(item):
                page.line(document, told)
    page.signature(document, "（报送单位盖章）", "　　年　　月　　日")
    page.save(document, target, office.pack.office, title=NAME)


def _who(owner: Owner) -> str:
    return f"　{owner.name}" if owner.personal else ""


def _told(item: Item) -> list[str]:
    done = f"，{chinese_day(item.done_on)}兑现" if item.done_on else ""
    said = [f"承诺事项：{_line(item.text)}（编号{item.id}，{item.state.value}{done}）", f"做法和经验：{_line(item.example)}"]
    effect = item.evidence or item.progress
    proof = f"（佐证材料：{hidden(item.evidence_file)}）" if item.evidence_file else ""
    return [*said, f"成效：{_line(effect)}{proof}"] if effect else said


def _line(text: str) -> str:
    return hidden(" ".join(text.split()))
