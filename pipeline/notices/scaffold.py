"""A new pack from the few things in which notices differ; the rest it takes from `base`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from rules.packs import PackError, load_pack

FILE = "pack.yaml"


@dataclass(frozen=True, slots=True)
class Sketch:
    """What a new notice says of itself. `dimensions`: name of the set and its labels, used for organisations, members or
    both as `sets` says (kind → name); `categories`: name → words in units' names; `topics`: name → words."""

    id: str
    title: str
    short: str
    office: str
    year: int | None
    hand_in: date | None
    copies: int = 0
    dimensions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sets: Mapping[str, str] = field(default_factory=dict)
    topics: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    clause: str = "三"


def write_pack(folder: Path, sketch: Sketch) -> list[Path]:
    """Write pack.yaml and a first case; the written files. The pack loads and its case passes. Raises PackError where
    the folder holds a pack already, or for an id that cannot be one."""
    if (folder / FILE).exists():
        raise PackError(f"{folder / FILE} 已经有了，没有改动。请换一个文件夹，或直接修改该文件。")
    if not is_id(sketch.id):
        raise PackError(f"代号“{sketch.id}”只能用小写字母、数字和短横线，如 qinghe-2023。")
    (folder / "cases").mkdir(parents=True, exist_ok=True)
    pack, case = folder / FILE, folder / "cases" / "N01.yaml"
    pack.write_text(pack_text(sketch), "utf-8", newline="\n")
    case.write_text(CASES, "utf-8", newline="\n")
    try:
        load_pack(str(folder))
    except PackError:
        pack.unlink()  # what cannot be used would only stand in the way of the next attempt
        case.unlink()
        raise
    return [pack, case]


def is_id(text: str) -> bool:
    """Whether a text can be the id of a pack."""
    return re.fullmatch(r"[a-z0-9][a-z0-9-]*", text) is not None


def pack_text(sketch: Sketch) -> str:
    """The pack as YAML, with notes on what to look at next."""
    parts = [_head(sketch), _days(sketch), _dimensions(sketch), _topics(sketch), _rules(sketch)]
    return "\n".join(part for part in parts if part)


def _head(s: Sketch) -> str:
    lines = [
        "# 各键的含义见 docs/packs.md；没有写的都照 base。改好后运行 chengnuo notices test 本文件夹",
        f"id: {s.id}",
        "extends: base",
        f"title: {_quoted(s.title)}",
        *([f"short: {_quoted(s.short)}"] if s.short else []),
        *([f"office: {_quoted(s.office)}"] if s.office else []),
    ]
    return "\n".join([*lines, *([f"year: {s.year}", *_period(s.year)] if s.year else [])]) + "\n"


def _period(year: int) -> list[str]:
    return [f"period: {{start: {year}-01-01, end: {year}-12-31}}    # 承诺期；通知没有说的删去这一行"]


def _days(s: Sketch) -> str:
    lines = ["calendar:", f"  hand_in: {s.hand_in}", "  stages:", f"    - {{name: 报送, end: {s.hand_in}}}"] if s.hand_in else []
    if s.copies:
        lines += ["copies:", *(f"  {kind}: {{total: {s.copies}, text: 按通知分别留存、公示。}}" for kind in ("org", "member"))]
    return "\n".join(lines) + "\n" if lines else ""


def _dimensions(s: Sketch) -> str:
    lines = [f"  {_quoted(name)}: {{labels: {_listed(labels)}}}" for name, labels in s.dimensions.items()]
    lines = ["dimensions:", *lines] if lines else []
    if s.sets:
        sets = ", ".join(f"{kind}: {_quoted(name)}" for kind, name in s.sets.items())
        lines.append(f"dimension_sets: {{{sets}}}")
    return "\n".join(lines) + "\n" if lines else ""


def _topics(s: Sketch) -> str:
    lines = [f"  - {{name: {_quoted(n)}, ref: {_quoted(s.clause)}, words: {_listed(w)}}}" for n, w in s.topics.items()]
    return "\n".join(["topics:", *lines]) + "\n" if lines else ""


def _rules(s: Sketch) -> str:
    switched = [
        "rules:    # 程序的规则：开关、轻重、条款。全部代码见 chengnuo rules",
        f"  C01: {{ref: {_quoted(s.clause)}}}",
        f"  C04: {{ref: {_quoted(s.clause)}}}",
    ]
    if s.year:
        switched.append(f"  F08: {{params: {{notice_years: [{s.year}]}}}}    # 别的年度的承诺书会指出来")
    if s.hand_in:
        switched += [f"  B02: {{on: true, ref: {_quoted(s.clause)}}}", f"  S09: {{on: true, ref: {_quoted(s.clause)}}}"]
    own = [
        "own_rules:    # 本通知自己的规则，六种写法见 docs/packs.md；这一条是例子",
        "  N01:",
        "    check: count",
        "    title: 承诺项数",
        f"    ref: {_quoted(s.clause)}",
        "    severity: 提示",
        "    least: 2",
        "    message: 全表只有{count}项承诺。",
        "    suggestion: 请结合实际再补一项能检查的承诺。",
    ]
    return "\n".join([*switched, "", *own]) + "\n"


CASES = """# 一条规则的用例：合格的、不合格的、无法判定的。运行：chengnuo notices test 上一级文件夹
ok:
  - items: [6月底前走访困难群众12户, 每季度集中学习一次]
  - items: []
deficient:
  - items: [6月底前走访困难群众12户]
    says: [只有1项]
"""


def _quoted(text: str) -> str:
    """A text that YAML reads as text, whatever is in it."""
    plain = re.fullmatch(r"[\u4e00-\u9fff《》〔〕（）、，“”·][\w\u4e00-\u9fff《》〔〕（）、，“”·]*", text)
    return text if plain else "'" + text.replace("'", "''") + "'"


def _listed(words: tuple[str, ...]) -> str:
    return "[" + ", ".join(map(_quoted, words)) + "]"
