"""Findings → what is written beside the promises: one comment an item, the weightiest fault first.

What nobody can tell from the electronic copy (无法判定) is the office's to check and is not said to the branch here."""

from __future__ import annotations

from collections.abc import Iterable

from extractors.model import Anchor, PdfPlace, WordPlace
from pipeline.feedback.remark import Remark
from pipeline.records import AnchorRecord, FindingRecord, FormRecord, PdfPlaceRecord, WordPlaceRecord
from pipeline.wording import WEIGHT, clause, sentence
from rules.engine import paper_codes
from rules.packs import Pack, load_pack

CLEAN = "经审核，未发现需要修改的问题。"
CLEAN_BUT = "经审核，未发现需要修改的问题；另有{n}，本表{yet}无需修改。"


def remarks(record: FormRecord, pack: Pack | None = None) -> tuple[Remark, ...]:
    """The comments for one form, on the form and its fields first, then item by item. `pack` gives the notice its
    name; without it the one that the record names is loaded (raises PackError where there is none)."""
    notice = pack or load_pack(record.notice)
    made = [_gathered(record, group, notice) for group in _groups(record)]
    return tuple(made) or (_praise(record),)


def deficient(record: FormRecord) -> list[FindingRecord]:
    """What the submitter should mend, weightiest first."""
    found = (f for f in record.findings if f.verdict == "deficient")
    return sorted(found, key=lambda f: (WEIGHT[f.severity], f.code))


def _groups(record: FormRecord) -> list[list[FindingRecord]]:
    """Findings that share a comment: those of one item; those on the form or its fields that point to one place."""
    order = {item.item_id: item.n for item in record.items}
    groups: dict[tuple[int, str], list[FindingRecord]] = {}
    for finding in deficient(record):
        key = (order[finding.item_id], "") if finding.item_id in order else (0, finding.anchor.model_dump_json())
        groups.setdefault(key, []).append(finding)
    return [groups[key] for key in sorted(groups, key=lambda k: k[0])]


def _gathered(record: FormRecord, findings: list[FindingRecord], pack: Pack) -> Remark:
    lines = dict.fromkeys(_line(finding, pack) for finding in findings)
    return Remark(_anchor(record, findings), "\n".join(lines))


def _line(finding: FindingRecord, pack: Pack) -> str:
    where = clause(finding, pack)
    advice = f" 建议：{sentence(finding.suggestion)}" if finding.suggestion.strip() else ""
    basis = f"（依据：{where}）" if where else ""
    return f"【{finding.severity}】{sentence(finding.message)}{advice}{basis}"


def _anchor(record: FormRecord, findings: list[FindingRecord]) -> Anchor:
    """Exactly the words in question where all findings agree on them, else the whole item."""
    places = {f.anchor for f in findings}
    if len(places) == 1 and (only := places.pop()).places:
        return to_anchor(only)
    whole = next((i.anchor for i in record.items if i.item_id == findings[0].item_id), AnchorRecord())
    return to_anchor(whole) if whole.places else _top(record)


def _praise(record: FormRecord) -> Remark:
    paper = sum(f.code in paper_codes() for f in record.findings)
    other = len(record.findings) - paper
    counted = [f"{paper}处由我办核对纸质件"] if paper else []
    counted += [f"{other}处由我办研究后再定"] if other else []
    return Remark(_top(record), CLEAN_BUT.format(n="、".join(counted), yet="暂" if other else "") if counted else CLEAN)


def _top(record: FormRecord) -> Anchor:
    """The place of a remark on the whole form. The first form of a file begins where the file does; the others are
    known by the topmost thing that was read of them."""
    if record.form_index == 0:
        return Anchor()
    anchors = [f.anchor for f in record.fields.values()] + [i.anchor for i in record.items]
    topmost = min((place for a in anchors for place in a.places), key=_position, default=None)
    return to_anchor(AnchorRecord(places=(topmost,) if topmost else ()))


def _position(place: WordPlaceRecord | PdfPlaceRecord) -> tuple[float, float]:
    if isinstance(place, WordPlaceRecord):
        return place.paragraph, place.start
    return place.page, -max((box[3] for box in place.boxes), default=0.0)


def to_anchor(anchor: AnchorRecord) -> Anchor:
    """An anchor as the program holds it."""
    return Anchor(tuple(_places(anchor.places)))


def _places(places: Iterable[WordPlaceRecord | PdfPlaceRecord]) -> Iterable[WordPlace | PdfPlace]:
    for place in places:
        if isinstance(place, WordPlaceRecord):
            yield WordPlace(place.part, place.paragraph, place.start, place.end)
        else:
            yield PdfPlace(place.page, place.boxes)
