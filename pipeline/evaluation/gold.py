"""Labelled forms, as tests/gold/FORMAT.md writes them down: one YAML file a form, or one JSON object a line that names
the form's file. A line of results.jsonl that a person put right is such a line too."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from pipeline.evaluation.corrected import labels_of


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
    """One labelled form; `file` is the Word or PDF file that it labels, `form_index` which form of it, `unasked` what an office's own
    line says nothing of (a blank is `null`), so that nothing is counted for it."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str
    file: str = ""
    form_index: int = 0
    kind: Literal["org", "member", "secretary", "unknown"]
    unasked: frozenset[str] = frozenset()
    year: int | None = None
    fields: dict[str, str | None] = {}
    sign_date: str | None = None
    approval_date: str | None = None
    items: tuple[GoldItem, ...] = ()


def load_gold(folder: Path) -> list[GoldForm]:
    """The labelled forms of a folder of YAML files, by name."""
    return [GoldForm.model_validate(_strings(_load(path))) for path in sorted(folder.glob("*.yaml"))]


class GoldError(ValueError):
    """A file of labels that cannot be used; the text says in Chinese which line and why."""


def load_lines(path: Path) -> list[GoldForm]:
    """The labelled forms of a JSON Lines file, in order; their files are found beside it. Raises GoldError, OSError."""
    forms = []
    for number, line in enumerate(path.read_text(encoding="utf-8-sig").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            data = json.loads(line)
            if data.get("record", "form") == "form":  # results.jsonl has other lines too: files that could not be read
                forms.append(_of_line(data, path.parent))
        except json.JSONDecodeError as error:
            raise GoldError(f"第 {number} 行不是完整的 JSON（第 {error.colno} 列附近），请核对引号和括号。") from error
        except ValidationError as error:
            first = error.errors()[0]
            may = f"只能写 {first['ctx']['expected'].replace(' or ', '、').replace(', ', '、')}" if first["type"] == "literal_error" else "请对照格式说明修改"
            raise GoldError(f"第 {number} 行“{'.'.join(map(str, first['loc']))}”的值不合要求，{may}。") from error
        except (KeyError, TypeError, AttributeError) as error:
            raise GoldError(f"第 {number} 行缺少“{error.args[0] if error.args else ''}”等必需的内容，请对照格式说明补充。") from error
    return forms


def _of_line(data: dict[str, Any], beside: Path) -> GoldForm:
    labelled = labels_of(data) if data.get("record") == "form" else data
    file = str(labelled["file"])
    found = file if Path(file).is_absolute() else str(beside / file)
    index = labelled.get("form_index", 0)
    name = labelled.get("id") or (f"{file}#{index + 1}" if index else file)
    unasked = frozenset({"year", "sign_date", "approval_date"} - labelled.keys())
    return GoldForm.model_validate(_strings({**labelled, "id": str(name), "file": found, "unasked": unasked}))


def _load(path: Path) -> dict[str, Any]:
    import yaml

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
