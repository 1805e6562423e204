"""Labelled forms, as tests/gold/FORMAT.md writes them down."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict


class GoldItem(BaseModel):
    """One labelled promise; spans are substrings of `text`."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    text: str
    ordinal: str | None = None
    headings: tuple[str, ...] = ()
    target: Literal["none", "clear", "quantified"] = "none"
    target_spans: tuple[str, ...] = ()
    project_spans: tuple[str, ...] = ()
    measure_spans: tuple[str, ...] = ()
    deadline_kind: str = "none"
    deadline_norm: str | None = None
    deadline_phrase: str | None = None
    deadline_source: str = "none"
    responsible: tuple[str, ...] = ()
    dims: tuple[str, ...] = ()
    part: str = "other"
    vague: bool = False
    routine: bool = False


class GoldForm(BaseModel):
    """One labelled form."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str
    kind: str
    year: int | None = None
    fields: dict[str, str | None] = {}
    sign_date: str | None = None
    approval_date: str | None = None
    items: tuple[GoldItem, ...] = ()


def load_gold(folder: Path) -> list[GoldForm]:
    """The labelled forms of a folder of YAML files, by name."""
    return [GoldForm.model_validate(_strings(_load(path))) for path in sorted(folder.glob("*.yaml"))]


def _load(path: Path) -> dict[str, Any]:
    data: dict[str, Any] = yaml.load(path.read_bytes(), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return data


def _strings(data: dict[str, Any]) -> dict[str, Any]:
    """YAML turns bare dates and numbers into values of their own; labels are strings."""

    def text(value: Any) -> Any:
        return None if value is None else str(value)

    data = dict(data)
    data["fields"] = {k: text(v) for k, v in (data.get("fields") or {}).items()}
    for key in ("sign_date", "approval_date"):
        data[key] = text(data.get(key))
    items = []
    for item in data.get("items") or ():
        item = {k: v for k, v in item.items() if v is not None}
        for key in ("text", "ordinal", "deadline_norm", "deadline_phrase"):
            if key in item:
                item[key] = str(item[key])
        for key in ("responsible", "headings", "target_spans", "project_spans", "measure_spans", "dims"):
            item[key] = [str(x) for x in item.get(key) or ()]
        items.append(item)
    data["items"] = items
    return data
