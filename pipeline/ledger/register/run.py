"""`chengnuo ledger register`: the results of a run into the ledger, in one transaction."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from pipeline.ledger.book.history import Who
from pipeline.ledger.register.drafts import Left, Times, drafts
from pipeline.ledger.register.forms import NAME, Registrar
from pipeline.ledger.register.owners import Owners, maybe_renamed
from pipeline.ledger.register.renames import Maybe
from pipeline.ledger.store.ledger import Ledger
from pipeline.ledger.store.snapshot import Snapshot
from pipeline.rosters.roster import Roster

WAITS = "“{name}”可能是台账里的单位改名或合并的，请先答复问题 {question}（chengnuo ledger questions），再登记一次"


@dataclass(frozen=True, slots=True)
class Registered:
    """What became of the forms; `left` are those that could not be registered. Where units with forms are `gone` from
    the roster while others are `new` in it, without a sign that they are the same, both are named."""

    counts: Counter[str]
    left: tuple[Left, ...]
    new: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


def renamed(ledger: Ledger, roster: Roster) -> list[Maybe]:
    """Units of the roster that may be units of the ledger under another name; nothing is written. Raises StoreError."""
    with ledger.store.reading() as connection:
        return maybe_renamed(Snapshot(connection), roster)


def register(ledger: Ledger, results: Path, roster: Roster, year: int | None, who: Who) -> Registered:
    """Take the forms of a results.jsonl in. `year` is the notice's, for forms that name none. The same results again
    change nothing. Raises StoreError; then nothing was registered."""
    left: list[Left] = []
    with ledger.act(who, NAME) as act:
        owners, registrar = Owners(act, roster), Registrar(act, Times(results))
        owners.take_roster()
        for draft in drafts(results, roster, year):
            if isinstance(draft, Left):
                left.append(draft)
                continue
            if question := owners.waits(draft.owner.unit):
                left.append(Left(draft.newest.name, WAITS.format(name=draft.owner.unit, question=question)))
                continue
            unit = owners.unit(draft.owner.unit, draft.owner.unit_id)
            registrar.take(draft, unit, owners.person(draft.owner, unit))
        new, gone = owners.strange()
    return Registered(registrar.counts, tuple(left), *((new, gone) if new and gone else ()))
