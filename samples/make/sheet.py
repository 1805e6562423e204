"""An entry → the printed sheet: title, table, notes. The labels are those of the blank forms in the notices."""

from __future__ import annotations

from dataclasses import dataclass

from samples.make.entries import Entry

NO_DATE = "年   月   日"
WIDTH = 16.0
"""Width of the table in cm on A4."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its lines, how many columns it spans, whether it is a printed label. `closing` lines stand to the right."""

    lines: tuple[str, ...]
    cols: int = 1
    label: bool = False
    closing: tuple[str, ...] = ()
    ledger: tuple[tuple[str, ...], ...] = ()
    promises: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row and its least height in cm."""

    cells: tuple[Cell, ...]
    height: float = 1.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole form. `widths` are the columns in cm; no rows for a free layout, whose text is `body`."""

    title: str
    widths: tuple[float, ...] = ()
    rows: tuple[Row, ...] = ()
    body: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()
    note: str = ""


def lay_out(entry: Entry) -> Sheet:
    """The sheet of an entry."""
    if entry.kind in ("free", "text"):
        return Sheet(entry.title, body=tuple(entry.lines), closing=entry.signing)
    return {"org": _org, "member": _member, "secretary": _secretary}[entry.kind](entry)


def _org(entry: Entry) -> Sheet:
    f = entry.fields
    rows = (
        Row((_label(entry, "党组织名称"), _value(f["org_name"]), _label(entry, "党员人数"), _value(f["member_count"]))),
        Row((_label(entry, "党组织负责人"), _value(f["head"]), _label(entry, "联系电话"), _value(f["phone"]))),
        Row((_label(entry, "公开承诺事项及完成时  限"), _promises(entry, "（盖章）", 3)), 11.0),
        Row((_label(entry, "上一级党组织审定意  见"), _opinion(entry, 3)), 3.4),
    )
    note = "注：承诺书一式三份，本组织存一份，上一级党组织存一份，公示一份。"
    return Sheet(entry.title or "2012年度基层党组织公开承诺书", (3.2, 5.8, 3.0, 4.0), rows, note=note)


def _member(entry: Entry) -> Sheet:
    f = entry.fields
    first = [("党员姓名", "name"), ("性别", "gender"), ("出生年 月", "birth"), ("民 族", "ethnicity")]
    second = [("职务或职业", "post", 2), ("入党时 间", "joined", 1), ("文化程 度", "education", 2)]
    rows = (
        Row(tuple(c for label, key in first for c in (_label(entry, label), _value(f[key]))), 1.2),
        Row(tuple(c for label, key, cols in second for c in (_label(entry, label), _value(f[key], cols))), 1.2),
        Row((_label(entry, "所在党支部"), _value(f["branch"], 7))),
        Row((_label(entry, "公开承诺事项及完成时限"), _promises(entry, f"（签名）{entry.signer}", 7)), 10.5),
        Row((_label(entry, "党支部\n审定意见"), _opinion(entry, 7)), 3.2),
    )
    note = "注：承诺书一式三份，所在党支部存一份，承诺人存一份，公示一份。"
    return Sheet(entry.title or "2012年度党员公开承诺书", (2.4, 2.2, 1.5, 1.5, 1.7, 2.9, 1.5, 2.3), rows, note=note)


def _secretary(entry: Entry) -> Sheet:
    f = entry.fields
    first = [("姓名", "name"), ("性别", "gender"), ("出生年月", "birth")]
    second = [("职务", "post"), ("任职\n时间", "tenure_start"), ("联系方式", "phone")]
    rows = (
        Row(tuple(c for label, key in first for c in (_label(entry, label), _value(f[key])))),
        Row(tuple(c for label, key in second for c in (_label(entry, label), _value(f[key]))), 1.4),
        Row((_label(entry, "党组织名称"), _value(f["org_name"], 5))),
        Row((_label(entry, "公\n开\n承\n诺\n事\n项"), _promises(entry, f"(签字){entry.signer}", 5)), 11.0),
        Row((_label(entry, "上一级\n党组织\n审定意\n见"), _opinion(entry, 5)), 3.2),
    )
    note = "注：承诺书一式四份，本级组织存一份，公示一份，上报两份。"
    return Sheet(entry.title or "党组织书记公开承诺书", (2.4, 3.2, 1.8, 2.8, 2.3, 3.5), rows, note=note)


def _label(entry: Entry, text: str) -> Cell:
    letters = text.replace(" ", "").replace("\n", "")
    if "vertical_labels" in entry.make and len(letters) >= 5:
        text = "\n".join(letters)
    elif "broken_labels" in entry.make and len(letters) >= 4:
        half = (len(letters) + 1) // 2
        text = " ".join(letters[:half]) + "\n" + "　".join(letters[half:])
    return Cell(tuple(text.split("\n")), label=True)


def _value(text: str, cols: int = 1) -> Cell:
    return Cell((text,), cols)


def _promises(entry: Entry, sign: str, cols: int) -> Cell:
    return Cell(tuple(entry.lines), cols, closing=(sign, entry.sign or NO_DATE), ledger=entry.ledger, promises=True)


def _opinion(entry: Entry, cols: int) -> Cell:
    return Cell((entry.opinion,), cols, closing=("（盖章）", entry.approved or NO_DATE))
