"""What is said where the roster and the ledger of a folder of results may mean one unit by two names. A person decides."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.cli.console import say

if TYPE_CHECKING:
    from pipeline.rosters.roster import Roster

MOST = 10


def say_renamed(out: Path, roster: Roster) -> bool:
    """Ask about each unit that looks renamed or merged; nothing is written. Returns whether there is one. Raises StoreError."""
    from pipeline.ledger.register.run import renamed
    from pipeline.ledger.store.ledger import open_ledger
    from pipeline.ledger.store.opening import store_exists

    if not store_exists(out):
        return False
    with open_ledger(out) as ledger:
        found = renamed(ledger, roster)
    for one in found[:MOST]:
        number = f"，已列为问题 {one.question}" if one.question else ""
        say(f"请确认：台账里的“{one.row['name']}”名册里没有了，名册新有“{one.unit.name}”，是改名、并入，还是另一个单位{number}？")
    if len(found) > MOST:
        say(f"  ……其余 {len(found) - MOST} 个登记以后见 chengnuo ledger questions。")
    if found:
        say("改名的用 chengnuo ledger unit rename 旧名 新名，并入的用 merge；不办理的，登记时列为问题，请那时答复。")
    return bool(found)
