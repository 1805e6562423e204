"""What is wrong with a pack, for its author: file, line, key and reason in Chinese."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from rules.pack_files import line_of

MOST = 12
"""So many mistakes at most are told at once."""

REASONS = {
    "missing": "缺少这一项，请补上",
    "string_type": "应为文字；看上去像数字或日期的请加引号",
    "bool_type": "只能写 true 或 false",
    "bool_parsing": "只能写 true 或 false",
    "int_type": "应为整数",
    "int_parsing": "应为整数",
    "int_from_float": "应为整数",
    "dict_type": "应为“键: 值”的形式",
    "model_type": "应为“键: 值”的形式",
    "model_attributes_type": "应为“键: 值”的形式",
    "tuple_type": "应为列表，如 [甲, 乙]",
    "list_type": "应为列表，如 [甲, 乙]",
    "frozen_set_type": "应为列表，如 [甲, 乙]",
    "too_short": "不能是空的",
    "string_too_short": "不能是空的",
    "date_type": "应为日历上有的日期，写成 2012-03-15 的样子",
    "date_parsing": "应为日历上有的日期，写成 2012-03-15 的样子",
    "date_from_datetime_parsing": "应为日历上有的日期，写成 2012-03-15 的样子",
    "date_from_datetime_inexact": "应为日期，不要写钟点",
    "union_tag_not_found": "缺少 check，请写明是哪一种规则",
}


def explain(files: list[Path], error: ValidationError, model: type[BaseModel]) -> str:
    """The message about a pack whose data do not fit. `files`: the pack's own and those of what it extends."""
    mistakes = error.errors()
    lines = [_line(files, mistake, model) for mistake in mistakes[:MOST]]
    more = [f"（另有 {len(mistakes) - MOST} 处没有列出。）"] if len(mistakes) > MOST else []
    return "\n".join([*lines, *more])


def _line(files: list[Path], mistake: Mapping[str, Any], model: type[BaseModel]) -> str:
    place = mistake["loc"]
    return f"{at(files, place)}：{_shown(place)}{_reason(mistake, model)}。"


def at(files: list[Path], place: tuple[str | int, ...]) -> str:
    """File and line of a place: in the nearest file that has most of it."""
    found = [(line_of(path, place), path) for path in files]
    (_, line), path = max(found, key=lambda f: (f[0][0], -files.index(f[1])))
    return f"{path} 第{line}行"


def _shown(place: tuple[str | int, ...]) -> str:
    named = ".".join(str(part + 1) if isinstance(part, int) else part for part in place if part != "[key]")
    return f"“{named}”" if named else ""


def _reason(mistake: Mapping[str, Any], model: type[BaseModel]) -> str:
    kind, context = mistake["type"], mistake.get("ctx", {})
    if kind == "extra_forbidden":
        return "不是认得的键" + _meant(str(mistake["loc"][-1]), model)
    if kind in ("enum", "literal_error"):
        return f"只能是 {str(context.get('expected', '')).replace(' or ', '、').replace(chr(39), '')}"
    if kind == "union_tag_invalid":
        return f"的 check 只能是 {str(context.get('expected_tags', '')).replace(chr(39), '')}"
    if kind in ("greater_than_equal", "less_than_equal"):
        return f"应{'不小于' if kind[0] == 'g' else '不大于'} {context.get('ge', context.get('le'))}"
    if kind == "value_error":
        return str(context["error"])
    return REASONS.get(kind, f"不符合要求（{mistake['msg']}）")


def _meant(key: str, model: type[BaseModel]) -> str:
    """The known key that is nearest to a mistyped one."""
    known = {name for schema in _schemas(model) for name in schema.get("properties", {})}
    near = get_close_matches(key, sorted(known), n=1, cutoff=0.7)
    return f"，是不是 {near[0]}？" if near else "，请核对 docs/packs.md 中的键名"


def _schemas(model: type[BaseModel]) -> list[dict[str, Any]]:
    """The schema of the pack and of everything in it."""
    whole = model.model_json_schema()
    return [whole, *whole.get("$defs", {}).values()]
