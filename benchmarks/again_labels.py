"""The labels of `tests/again` as they are scored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parents[1] / "tests" / "again"
HALVES = ("tune", "test")
TWINS = {"W01": "W02", "W02": "W01"}
FILES = ("first", "second", "third")


@dataclass(frozen=True, slots=True)
class Remark:
    """What a reviewer says; any of `codes` says it. `mended` is None in the last form, `doubt` where it is said as 无法判定 only."""

    codes: frozenset[str]
    mended: bool | None
    doubt: bool = False


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise of a form; `text` with its cells, `bare` without; `came` are the places in the form before from which it stems, `either` where new is right as well."""

    n: int
    text: str
    bare: str
    remarks: tuple[Remark, ...]
    maybe: frozenset[str]
    came: tuple[int, ...] = ()
    either: bool = False


@dataclass(frozen=True, slots=True)
class Labelled:
    """One form of a case. `remarks` and `maybe` are those of the form as a whole."""

    file: str
    received: date | None
    remarks: tuple[Remark, ...]
    maybe: frozenset[str]
    promises: tuple[Promise, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """A form that came again, with its files in their order; `version` is what the last one is to the one before."""

    name: str
    folder: Path
    notice: str
    unit: str
    level: str
    person: str
    version: str
    forms: tuple[Labelled, ...]

    def file(self, n: int) -> str:
        """The name of a file in the inbox."""
        return f"{self.name}/{self.name}-{n + 1}{Path(self.forms[n].file).suffix}"


def load(half: str) -> list[Case]:
    """The cases of a half."""
    return [_case(path) for path in sorted((FOLDER / half).glob("*/labels.yaml"))]


def _case(path: Path) -> Case:
    told = yaml.safe_load(path.read_bytes())
    forms = tuple(_form(told[name]) for name in FILES if name in told)
    person = told.get("name") or ""
    return Case(path.parent.name, path.parent, told["notice"], told["unit"], told.get("level") or "", person, told["version"], forms)


def _form(told: dict[str, Any]) -> Labelled:
    received = date.fromisoformat(str(told["received"])) if told.get("received") else None
    promises = tuple(
        Promise(p["n"], _text(p), p["text"], _remarks(p["remarks"]), frozenset(p.get("maybe") or ()), tuple(p.get("from") or ()), bool(p.get("or_new")))
        for p in told["promises"]
    )
    return Labelled(told["file"], received, _remarks(told["form_remarks"]), frozenset(told.get("form_maybe") or ()), promises)


def _text(promise: dict[str, Any]) -> str:
    """The words with those of the cells beside them."""
    return "\n".join([promise["text"], *(str(cell) for cell in (promise.get("columns") or {}).values() if cell)])


def _remarks(rows: list[dict[str, Any]]) -> tuple[Remark, ...]:
    return tuple(
        Remark(frozenset({r["code"], *(r.get("or") or ())} | {TWINS[c] for c in (r["code"],) if c in TWINS}), r.get("mended"), bool(r.get("unknown")))
        for r in rows
    )
