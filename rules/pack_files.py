"""The files of a pack: finding the folder, reading the YAML, merging in what it extends, and on which line a key stands."""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

PACKS = Path(__file__).parent / "packs"
CHECKS = Path(__file__).parent / "checks"
FILE = "pack.yaml"


class PackError(Exception):
    """A pack that cannot be used; the message (Chinese) names the file, the line, the place and what to do."""


class Repeated(yaml.constructor.ConstructorError):
    """A key that stands twice in a mapping; `problem` says so in Chinese."""


class PlainLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """YAML in which only true and false are truth values: to a pack's author `on:` is a key and 是/no are words. A key
    that stands twice is an error: YAML would silently keep the last one."""

    yaml_implicit_resolvers = {
        letter: [(tag, pattern) for tag, pattern in rules if tag != "tag:yaml.org,2002:bool"]
        for letter, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        """As YAML does it, without repeats."""
        seen: set[str] = set()
        for key, _ in node.value:
            if key.tag != "tag:yaml.org,2002:merge" and str(key.value) in seen:
                raise Repeated(None, None, f"键“{key.value}”写了两次", key.start_mark)
            seen.add(str(key.value))
        made: dict[Hashable, Any] = super().construct_mapping(node, deep=deep)
        return made


def _day(loader: Any, node: yaml.ScalarNode) -> Any:
    """A date; what looks like one and is none (2012-02-30) stays text, which the schema refuses with the line."""
    try:
        return loader.construct_yaml_timestamp(node)
    except ValueError:
        return node.value


PlainLoader.add_constructor("tag:yaml.org,2002:timestamp", _day)
PlainLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"true|false", re.IGNORECASE), list("tTfF"))


def pack_ids() -> list[str]:
    """The ids of the packs that came with the program."""
    return sorted(p.parent.name for p in PACKS.glob(f"*/{FILE}"))


def pack_folder(name: str) -> Path:
    """The folder of the pack of that id, or at that path (the folder or its pack.yaml). Raises PackError without one."""
    path = Path(name)
    for folder in (PACKS / name, path, path.parent):
        if (folder / FILE).is_file() and (folder != path.parent or path.name == FILE):
            return folder
    raise PackError(f"没有名为“{name}”的通知。可用的有：{'、'.join(pack_ids())}；自己编写的请给出文件夹路径。")


def merged(folder: Path, seen: tuple[Path, ...] = ()) -> dict[str, Any]:
    """The data of a pack with those of what it extends under it."""
    if folder in seen:
        raise PackError(f"{folder / FILE}：extends 循环引用，请检查。")
    own = read(folder / FILE)
    parent = own.get("extends")
    if not parent:
        return own
    return merge(merged(_parent(folder, str(parent)), (*seen, folder)), own)


def lineage(folder: Path) -> list[Path]:
    """The pack's file and those of what it extends, from the nearest on."""
    files, parent = [folder / FILE], read(folder / FILE).get("extends")
    return files + (lineage(_parent(folder, str(parent))) if parent else [])


def read(path: Path) -> dict[str, Any]:
    """The mapping in a YAML file. Raises PackError with the line where it is none."""
    try:
        data = yaml.load(path.read_bytes(), Loader=PlainLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        raise PackError(f"{path}{f' 第{mark.line + 1}行' if mark else ''}：不是有效的 YAML。{_trouble(error)}") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise PackError(f"{path}：不是有效的 YAML，请存为 UTF-8 文本。{error}") from error
    if not isinstance(data, dict):
        raise PackError(f"{path}：内容应为“键: 值”的形式。")
    return data


def merge(base: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Mappings merge key by key, everything else is replaced."""
    made = dict(base)
    for key, value in own.items():
        old = made.get(key)
        made[key] = merge(old, value) if isinstance(old, Mapping) and isinstance(value, Mapping) else value
    return made


def read_shingles(folder: Path, name: str) -> list[int]:
    """The hashes in a shingle file of the pack's folder."""
    path = folder / name
    if not path.is_file():
        raise PackError(f"{path}：找不到 shingles 所指的文件。")
    return [int(line, 16) for line in path.read_text("ascii").split()]


def line_of(path: Path, place: Sequence[str | int]) -> tuple[int, int]:
    """How deep a place is found in a file, and the line of the deepest key that is: keys of the place that the file does
    not have (the schema's own words, what is missing) are passed over."""
    node, line, depth = yaml.compose(path.read_bytes(), Loader=PlainLoader), 1, 0
    for step in place:
        child = _child(node, step)
        if child is not None:
            node, line, depth = child[1], child[0].start_mark.line + 1, depth + 1
    return depth, line


def _parent(folder: Path, name: str) -> Path:
    """A parent is an id, or a path from the pack's own folder or from where the program was started."""
    beside = folder / name
    return beside if (beside / FILE).is_file() else pack_folder(name)


def _child(node: Any, step: str | int) -> tuple[Any, Any] | None:
    """The node of a key (or index) with the node that shows its line."""
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step], node.value[step]
    if isinstance(node, yaml.MappingNode):
        return next(((key, value) for key, value in node.value if str(key.value) == str(step)), None)
    return None


def _trouble(error: yaml.MarkedYAMLError) -> str:
    problem = error.problem or ""
    if isinstance(error, Repeated):
        return problem + "，请合并为一处。"
    if "found character '\\t'" in problem or "cannot start any token" in problem:
        return "这里有不能用的字符（如制表符、未加引号的 @ 或 `）。"
    return "请检查缩进、冒号后的空格、括号和引号是否成对。"
