"""An inbox of made forms with its roster, results and status."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from handmade.forms import Made, gold, make, write_pdf, write_word
from pipeline.batch import BatchResult
from pipeline.records import FormRecord, PdfPlaceRecord, UnreadableRecord, to_line
from pipeline.rosters.roster import Roster
from pipeline.status import FormSummary, reckon, summarise
from rules.facts import PersonFacts, UnitFacts

CONTACT = "李文静（2618123）"
UNITS = (
    UnitFacts("u1", "机械工程学院党总支", "校党委", "二级党组织", "院部", "沈柏年", 46, contact=CONTACT),
    UnitFacts("u2", "机械工程学院教工第一党支部", "机械工程学院党总支", "党支部", "院部", contact=CONTACT),
    UnitFacts("u3", "图书馆党总支", "校党委", "二级党组织", "教辅和后勤", contact="周立群（2618456）"),
    UnitFacts("u4", "机关第三党支部", "机关党委", "党支部", "机关", contact="周立群（2618456）"),
    UnitFacts("u5", "离退休工作处党总支", "校党委", "二级党组织", "机关", exempt="经批准免报"),
)


@dataclass(frozen=True)
class Inbox:
    folder: Path
    results: Path
    batch: BatchResult
    roster: Roster
    made: tuple[Made, ...]


def small_inbox(root: Path, *, extra: tuple[Made, ...] = (), files: bool = True, broken: Mapping[str, bytes] = {}) -> Inbox:
    """Four units, some forty forms, one that cannot be read, one of an unknown unit, one in two drafts;
    `broken` has the bytes of files that could be read once and cannot be commented on."""
    made = [*_made(), *extra]
    made = [_as_pdf(m) if m.record.format == "pdf" else m for m in made]
    people = tuple(
        PersonFacts(f"p{n}", m.record.person or "", "机械工程学院教工第一党支部")
        for n, m in enumerate(made) if m.record.kind == "member" and m.record.person
    )  # fmt: skip
    roster = Roster(UNITS, (*people, PersonFacts("px", "赵守诚", "机关第三党支部"), PersonFacts("py", "钱永年", "机关第三党支部", oral=True, oral_note="2012年3月2日支部大会同意口头承诺")))  # fmt: skip
    bad = (UnreadableRecord(file="图书馆党总支/图书馆党总支书记.docx", sha256="0" * 64, format="unknown", reason="encrypted",
                            message="文件设了打开密码，程序无法读取。", next_step="请与报送单位联系，取消密码后重新报送。"),)  # fmt: skip
    folder = root / "收件"
    sources = {m.record.file: folder / m.record.file for m in made}
    if files:
        for m in made:
            (write_pdf if m.record.format == "pdf" else write_word)(sources[m.record.file], m.lines)
        for name, data in broken.items():
            (folder / name).write_bytes(data)
        made = [_as_written(m, sources[m.record.file]) for m in made]
    results = root / "results.jsonl"
    records: list[FormRecord | UnreadableRecord] = sorted([*(m.record for m in made), *bad], key=lambda r: (r.file, getattr(r, "form_index", -1)))  # fmt: skip
    results.parent.mkdir(parents=True, exist_ok=True)
    results.write_text("".join(to_line(r) + "\n" for r in records), "utf-8", newline="\n")
    forms: tuple[FormSummary, ...] = tuple(summarise(r, roster) for r in records if isinstance(r, FormRecord))
    status = reckon(forms, bad, roster, lambda _: date(2012, 3, 15))
    return Inbox(folder, results, BatchResult(results, status, forms, bad, (), 0, sources), roster, tuple(made))


def _as_written(made: Made, path: Path) -> Made:
    """With the digest of the file itself: comments go into no other."""
    return Made(made.record.model_copy(update={"sha256": hashlib.sha256(path.read_bytes()).hexdigest()}), made.lines)


def _made() -> list[Made]:
    kinds: dict[str, list[dict[str, object]]] = {"org": [], "secretary": [], "member": []}
    for form in gold():
        kinds[form["kind"]].append(form)
    early, late = date(2012, 3, 12), date(2012, 3, 19)
    made = [
        make(kinds["org"][0], unit="机械工程学院党总支", unit_id="u1", file="机械工程学院党总支/承诺书.docx", received=early),
        make(kinds["secretary"][0], unit="机械工程学院党总支", unit_id="u1", file="机械工程学院党总支/书记.pdf", file_format="pdf", received=early),
        make(kinds["org"][1], unit="机械工程学院教工第一党支部", unit_id="u2", file="机械一支部/承诺书.docx", received=late),
        make(kinds["org"][2], unit="图书馆党总支", unit_id="u3", file="图书馆党总支/承诺书.docx", received=early, codes=False),
        make(kinds["org"][3], unit="机关第三党支部", unit_id="u4", file="机关/承诺书.docx", received=early),
        make(kinds["org"][4], unit="机关第三党支部", unit_id="u4", file="机关/承诺书（改）.docx", received=late, version=2),
        make(kinds["org"][5], unit="", unit_id=None, file="无名.docx"),
    ]
    for n, form in enumerate(kinds["member"]):
        made.append(make(form, unit="机械工程学院教工第一党支部", unit_id="u2", file=f"机械一支部/党员{n:02d}/承诺书.docx", received=early))
    return made


def _as_pdf(made: Made) -> Made:
    """The same record with its anchors on the lines of the PDF."""
    lines = {line: n for n, line in enumerate(made.lines)}

    def placed(anchor: object, text: str) -> dict[str, object]:
        top = 780 - 20 * lines.get(text, 0)
        place = PdfPlaceRecord(page=0, boxes=((60.0, top - 3.0, 60.0 + 11 * min(len(text), 45), top + 10.0),))
        return {"places": [place.model_dump()]}

    data = made.record.model_dump()
    texts = {i["item_id"]: i["text"].replace("\n", "") for i in data["items"]}
    for item in data["items"]:
        item["anchor"] = placed(item["anchor"], texts[item["item_id"]])
    for n, field in enumerate(data["fields"].values(), start=1):
        field["anchor"] = placed(field["anchor"], made.lines[n])
    for finding in data["findings"]:
        if finding["item_id"]:
            finding["anchor"] = placed(finding["anchor"], texts[finding["item_id"]])
    return Made(FormRecord.model_validate(data), made.lines)
