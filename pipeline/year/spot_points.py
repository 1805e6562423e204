"""What the program can tell of the five points of review: from the findings of the last run."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.decisions.effect import as_decided
from pipeline.ledger.book.things import Form, Item
from pipeline.records import FindingRecord, FormRecord, from_line
from rules.packs import Pack

ASK, UNSEEN, UNKNOWN, DOUBT = "请现场了解", "未见问题", "无法判定", "需核："


@dataclass(slots=True)
class Findings:
    """The findings of the last run that people let stand, by item, and by form where they are about more than an item."""

    by_item: dict[str, list[FindingRecord]] = field(default_factory=lambda: defaultdict(list))
    by_form: dict[tuple[str, int], list[FindingRecord]] = field(default_factory=lambda: defaultdict(list))
    known: set[str] = field(default_factory=set)


def findings(results: Path) -> Findings:
    """Read them from results.jsonl; nothing is known where there is none."""
    found = Findings()
    if not results.exists():
        return found
    with results.open("rb") as lines:
        for line in lines:
            record = from_line(line)
            if isinstance(record, FormRecord):
                found.known.update(item.item_id for item in record.items)
                for one in as_decided(record).findings:
                    place = found.by_item[one.item_id] if one.item_id else found.by_form[record.sha256, record.form_index]
                    place.append(one)
    return found


def points(item: Item, form: Form, found: Findings, pack: Pack) -> Mapping[str, str]:
    """What can be said of each point, before anybody went there."""
    if item.content_id not in found.known:
        return {name: UNKNOWN if point.codes else ASK for name, point in pack.spot_check.points.items()}
    about = [*found.by_item.get(item.content_id, ()), *found.by_form.get((form.sha256, form.form_index), ())]
    return {name: _said(point.codes, about, pack) for name, point in pack.spot_check.points.items()}


def _said(codes: tuple[str, ...], about: list[FindingRecord], pack: Pack) -> str:
    if not codes:
        return ASK
    if not any(pack.rule(code).on for code in codes):
        return UNKNOWN
    mine = [one for one in about if one.code in codes]
    wrong = dict.fromkeys(pack.rule(one.code).title or one.code for one in mine if one.verdict == "deficient")
    if wrong:
        return DOUBT + "、".join(wrong)
    return UNKNOWN if mine else UNSEEN
