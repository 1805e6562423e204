"""审核表: the notice's points of review, form by form, with what the program saw and room for the reviewer's own judgement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from pipeline.by_unit import Entry
from pipeline.feedback import page
from pipeline.feedback.letter_content import runs
from pipeline.records import FindingRecord, FormRecord
from pipeline.wording import FORM_NAME, place, short
from rules.packs import Pack, ReviewPoint

NAME = "审核表"
DRAFT = "程序填写的仅供参考，以审核人意见为准"
HEADINGS = ("序号", "审核要点", "程序查看的情况", "审核意见")
WIDTHS_CM = (1.1, 3.9, 7.0, 4.2)
TICK = "□符合　□需改"
NOTHING, PERSON = "没有查出问题", "程序不查，请审核人填写"
Reviewed = tuple[Entry, FormRecord]


def write_review(target: Path, unit: str, forms: Iterable[Reviewed], pack: Pack) -> None:
    """Write a unit's sheet. `forms` are those that count, findings as people decided on them. What the program saw is told
    as that and nothing more: a point without a finding is not said to be met."""
    document = page.new_page(DRAFT)
    page.title(document, "公开承诺书审核表")
    page.line(document, f"单位：{unit}", indent=False)
    page.line(document, f"审核要点见《{pack.title}》{_clauses(pack)}。请对照承诺书逐项填写审核意见。")
    page.table(document, HEADINGS, WIDTHS_CM, list(_rows(forms, pack)))
    for text in _notes(pack):
        page.line(document, text)
    page.line(document, "审核人：　　　　　　　　　　　　审核日期：　　　　年　　月　　日", indent=False)
    page.save(document, target, pack.office, title=NAME)


def _clauses(pack: Pack) -> str:
    return "、".join(dict.fromkeys(point.ref for point in pack.review if point.ref))


def _rows(forms: Iterable[Reviewed], pack: Pack) -> Iterator[tuple[str, ...]]:
    for entry, record in forms:
        yield (_heading(entry, record),)
        asked = [p for p in pack.review if not p.kinds or record.kind in {kind.value for kind in p.kinds}]
        for n, point in enumerate(asked, start=1):
            yield str(n), point.name, seen(point, record, pack), TICK


def _heading(entry: Entry, record: FormRecord) -> str:
    whose = f"{record.person} " if record.person and record.kind != "org" else ""
    added = "（补充）" if entry.addition != "no" else ""
    return f"{whose}{FORM_NAME[record.kind]}{added}，承诺事项{len(record.items)}项（{PurePosixPath(record.file).name}）"


def seen(point: ReviewPoint, record: FormRecord, pack: Pack) -> str:
    """What the program found on a point: faults, then what it could not tell; that there is neither; or that it does not
    look at the point at all, as no rule for it is on for such forms."""
    if not _looks(point, record, pack):
        return PERSON
    faults, doubts = (
        _listed([f for f in record.findings if f.code in point.rules and f.verdict == verdict], record, pack)
        for verdict in ("deficient", "unknown")
    )
    told = [*([f"查出：{faults}"] if faults else []), *([f"无法判定：{doubts}"] if doubts else [])]
    return "。".join(told) or NOTHING


def _looks(point: ReviewPoint, record: FormRecord, pack: Pack) -> list[str]:
    settings = {code: pack.rule(code) for code in point.rules}
    return [code for code, s in settings.items() if s.on and record.kind in {kind.value for kind in s.kinds}]


def _listed(findings: list[FindingRecord], record: FormRecord, pack: Pack) -> str:
    """缺完成时限（第1—3、5项）；…, rule by rule."""
    numbers = {item.item_id: item.n for item in record.items}
    told = []
    for code in dict.fromkeys(f.code for f in findings):
        ours = [f for f in findings if f.code == code]
        items = sorted({numbers[f.item_id] for f in ours if f.item_id in numbers})
        spots = [f"第{'、'.join(runs(items))}项"] if items else []
        spots += dict.fromkeys(where for f in ours if f.item_id not in numbers and (where := place(record, f)) != "全表")
        told.append(short(code, pack) + (f"（{'、'.join(spots)}）" if spots else ""))
    return "；".join(told)


def _notes(pack: Pack) -> Iterator[str]:
    """What the program looks for on each point, once for the sheet."""
    told = []
    for point in pack.review:
        titles = [short(code, pack) for code in point.rules if pack.rule(code).on]
        if titles:
            told.append(f"“{point.name}”查{'、'.join(titles)}")
    yield f"注：程序查看的情况依次为：{'；'.join(told)}。" if told else "注：以上各点程序都不查。"
    yield "“没有查出问题”不等于符合；“无法判定”的请对照原件和实际情况。"
