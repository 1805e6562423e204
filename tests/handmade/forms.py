"""Records as the pipeline would write them, made from the labelled tuning forms, with the Word files they came from."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from handmade.pack import RULES
from pipeline import records as r

GOLD = Path(__file__).parents[1] / "gold" / "tune"
SAYS = {
    "C01": ("第{n}项没有写明做到什么程度。", "请写明数量或可以检查的结果，如“安装30台”“6月底前开通”"),
    "C03": ("第{n}项没有写明怎么做。", "请补充具体措施"),
    "C04": ("第{n}项没有写明完成时限。", "请写明具体日期、时间段或频次，如“9月底前”“每季度一次”"),
    "W01": ("第{n}项内容空泛，到期难以检查。", "请改写为具体事项"),
    "W02": ("第{n}项属于日常职责或纪律要求。", "请结合岗位提出高于一般要求的内容"),
    "F02": ("“联系电话”栏号码位数不对。", "请核对后补全"),
    "K01": ("各项承诺没有涉及“工作机制好”。", "可结合实际补充"),
}


@dataclass(frozen=True)
class Made:
    record: r.FormRecord
    lines: tuple[str, ...]


@cache
def gold() -> tuple[dict[str, Any], ...]:
    """The first 36 labelled forms: the set grows, what these tests expect must not."""
    files = (GOLD / f"t{n:03d}.yaml" for n in range(1, 37))
    return tuple(yaml.load(p.read_text("utf-8"), Loader=yaml.CSafeLoader) for p in files)


def make(
    form: dict[str, Any], *, unit: str, unit_id: str | None, file: str, file_format: str = "docx", received: date | None = None,
    index: int = 0, version: int = 1, codes: bool = True,
) -> Made:  # fmt: skip
    """A record of a labelled form. Its lines are the paragraphs of the file: title, one per field, one per item."""
    fields = form.get("fields") or {}
    lines = ["公开承诺书", *(f"{key}：{value or ''}" for key, value in fields.items())]
    person = fields.get("name") or fields.get("head") if form["kind"] != "org" else None
    records = {
        key: r.FieldRecord(label=LABELS.get(key, key), value=value, text=value or "", confidence=1.0, anchor=_anchor(n, lines[n]))
        for n, (key, value) in enumerate(fields.items(), start=1)
    }
    items, findings = [], []
    for n, item in enumerate(form["items"], start=1):
        lines.append(item["text"].replace("\n", ""))
        made = _item(n, item, f"{file}#{index}#{n}", _anchor(len(lines) - 1, lines[-1]))
        items.append(made)
        if codes:
            findings += _findings(made, item)
    if codes and form["kind"] == "org":
        findings.append(_finding("K01", None, None, _anchor(0, lines[0]), ""))
    findings.append(_doubt("S01", "电子版无法看出是否签字盖章，需核对纸质件。"))
    record = r.FormRecord(
        file=file, sha256=hashlib.sha256(file.encode()).hexdigest(), format=file_format, form_index=index,
        form_id=hashlib.blake2b(f"{file}{index}".encode(), digest_size=8).hexdigest(), kind=form["kind"],
        template="org-2010", notice="small-2012", year=2012,
        unit=r.UnitRecord(name=unit, roster_id=unit_id, match="exact" if unit_id else "none"), person=person,
        received=received, version=version, fields=records,
        sign=r.SignRecord(signed="unknown", seal="unknown", date=None, anchor=r.AnchorRecord()),
        approval=r.ApprovalRecord(opinion="", seal="unknown", date=None, anchor=r.AnchorRecord()),
        items=tuple(items), findings=tuple(findings),
    )  # fmt: skip
    return Made(record, tuple(lines))


LABELS = {"org_name": "党组织名称", "member_count": "党员人数", "head": "党组织负责人", "phone": "联系电话", "name": "姓名",
          "gender": "性别", "birth": "出生年月", "post": "职务", "branch": "所在支部"}  # fmt: skip


def _anchor(paragraph: int, text: str) -> r.AnchorRecord:
    place = r.WordPlaceRecord(part="word/document.xml", paragraph=paragraph, start=0, end=len(text))
    return r.AnchorRecord(places=(place,))


def _spans(text: str, parts: list[str]) -> tuple[tuple[int, int], ...]:
    return tuple((text.index(p), text.index(p) + len(p)) for p in parts if p in text)


def _item(n: int, item: dict[str, Any], seed: str, anchor: r.AnchorRecord) -> r.ItemRecord:
    text = item["text"]
    return r.ItemRecord(
        item_id=hashlib.blake2b(seed.encode(), digest_size=8).hexdigest(), n=n, ordinal=item["ordinal"] or "", level=1,
        headings=tuple(item["headings"] or ()), text=text, anchor=anchor,
        target=r.TargetRecord(kind=item["target"], spans=_spans(text, item["target_spans"]), values=(), hedged=False),
        project=r.SpansRecord(spans=_spans(text, item["project_spans"])),
        measures=r.SpansRecord(spans=_spans(text, item["measure_spans"])),
        deadline=_deadline(item), responsible=r.ResponsibleRecord(names=tuple(item["responsible"]), spans=()),
        dimensions=tuple(r.DimensionRecord(label=d, evidence=(), confidence=1.0) for d in item["dims"]),
        part=item["part"], topics=(),
        wording=r.WordingRecord(vague=item["vague"], routine=item["routine"], overpromise=False, copied=False, evidence={}),
    )  # fmt: skip


def _deadline(item: dict[str, Any]) -> r.DeadlineRecord:
    norm = str(item["deadline_norm"] or "null")
    days = norm.split("/") if item["deadline_kind"] in ("by_date", "range") else []
    return r.DeadlineRecord.model_validate({
        "kind": item["deadline_kind"], "reason": norm[5:] if norm.startswith("null:") else None,
        "phrase": item["deadline_phrase"] or "", "span": None,
        "start": days[0] if len(days) == 2 else None, "end": days[-1] if days else None,
        "period": norm[10:] if norm.startswith("recurring:") else None,
        "event": norm[6:] if norm.startswith("event:") else None,
        "source": item["deadline_source"] or "none", "ambiguous": False,
    })  # fmt: skip


def _findings(made: r.ItemRecord, item: dict[str, Any]) -> list[r.FindingRecord]:
    wrong = {
        "W02": item["routine"], "W01": item["vague"], "C03": not item["measure_spans"],
        "C01": item["target"] == "none", "C04": item["deadline_kind"] in ("none", "invalid"),
    }  # fmt: skip
    return [_finding(code, made, None, made.anchor, item["text"][:20]) for code, bad in sorted(wrong.items()) if bad]


def _finding(
    code: str, item: r.ItemRecord | None, field: str | None, anchor: r.AnchorRecord, evidence: str
) -> r.FindingRecord:
    _, severity, ref, clause = RULES[code]
    message, suggestion = SAYS[code]
    return r.FindingRecord.model_validate({
        "code": code, "verdict": "deficient", "severity": severity, "scope": "item" if item else "form",
        "item_id": item.item_id if item else None, "field": field, "evidence": evidence,
        "clause": {"notice": "small-2012", "ref": ref, "id": clause},
        "message": message.format(n=item.n if item else ""), "suggestion": suggestion, "anchor": anchor,
    })  # fmt: skip


def _doubt(code: str, message: str) -> r.FindingRecord:
    _, _, ref, clause = RULES[code]
    return r.FindingRecord.model_validate({
        "code": code, "verdict": "unknown", "severity": "提示", "scope": "form", "item_id": None, "field": None,
        "evidence": "", "clause": {"notice": "small-2012", "ref": ref, "id": clause}, "message": message,
        "suggestion": "", "anchor": r.AnchorRecord(),
    })  # fmt: skip


def write_word(target: Path, lines: tuple[str, ...]) -> None:
    """The Word file of a made form: one paragraph a line."""
    import docx

    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    target.parent.mkdir(parents=True, exist_ok=True)
    document.save(str(target))


def write_pdf(target: Path, lines: tuple[str, ...]) -> None:
    """The PDF of a made form: one line a paragraph, the first at the top."""
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    target.parent.mkdir(parents=True, exist_ok=True)
    canvas = Canvas(str(target), pagesize=A4)
    canvas.setFont("STSong-Light", 11)
    for n, line in enumerate(lines):
        canvas.drawString(60, 780 - 20 * n, line[:45])
    canvas.save()
