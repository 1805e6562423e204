"""List definitions as WordprocessingML: lists that count together share one definition."""

from __future__ import annotations

from collections.abc import Mapping

from extractors.formats.msword.copying.xml import SPACES, attribute
from extractors.formats.ooxml.numbering import Level, Num
from extractors.formats.ooxml.symbols import list_bullet


def numbering(lists: Mapping[int, Num]) -> str:
    """The numbering part for the lists that the copy uses, by number."""
    shared: dict[str, tuple[int, tuple[Level, ...]]] = {}
    for number in sorted(lists):
        shared.setdefault(lists[number].abstract, (len(shared), lists[number].levels))
    abstracts = "".join(_abstract(number, levels) for number, levels in shared.values())
    nums = "".join(_num(number, lists[number], *shared[lists[number].abstract]) for number in sorted(lists))
    return f"<w:numbering {SPACES}>{abstracts}{nums}</w:numbering>"


def _abstract(number: int, levels: tuple[Level, ...]) -> str:
    written = "".join(_level(n, level) for n, level in enumerate(levels))
    return f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>{written}</w:abstractNum>'


def _num(number: int, num: Num, abstract: int, levels: tuple[Level, ...]) -> str:
    overrides = [_override(n, level, num, levels) for n, level in enumerate(num.levels)]
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{"".join(overrides)}</w:num>'


def _override(n: int, level: Level, num: Num, levels: tuple[Level, ...]) -> str:
    """What this list changes of the shared definition's level, "" for nothing."""
    start = f'<w:startOverride w:val="{num.overrides[n]}"/>' if n in num.overrides else ""
    changed = _level(n, level) if n >= len(levels) or levels[n] != level else ""
    return f'<w:lvlOverride w:ilvl="{n}">{start}{changed}</w:lvlOverride>' if start or changed else ""


def _level(n: int, level: Level) -> str:
    text = list_bullet(level.text) if level.style == "bullet" else level.text
    restart = "" if level.restart is None else f'<w:lvlRestart w:val="{level.restart}"/>'
    legal = "<w:isLgl/>" if level.legal else ""
    return (
        f'<w:lvl w:ilvl="{n}"><w:start w:val="{level.start}"/><w:numFmt w:val="{level.style}"/>{restart}{legal}'
        f'<w:suff w:val="{level.suffix}"/><w:lvlText w:val={attribute(text)}/><w:lvlJc w:val="left"/></w:lvl>'
    )
