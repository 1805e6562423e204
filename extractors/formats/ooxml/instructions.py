"""Fields whose instruction is what they show: EQ (characters in a ring, with pinyin, one over the other) and SYMBOL."""

from __future__ import annotations

import re

from extractors.formats.ooxml.symbols import symbol

_SYMBOL = re.compile(r'\s*SYMBOL\s+(?:0x([0-9A-F]{1,6})|(\d{1,7}))\b(?:.*?\\f\s*"?([^"\\]+)"?)?', re.IGNORECASE | re.DOTALL)
_EQUATION = re.compile(r"\s*EQ\s", re.IGNORECASE)
_FORMAT = re.compile(r'\\\*\s*("[^"]*"|\S+)')
_SWITCH = re.compile(r"\\([a-z]+)\s*([0-9]*)\s*", re.IGNORECASE)
_RINGS = "○〇◯□△◇"
_IN_BOX = dict.fromkeys("√✓✔", "☑") | dict.fromkeys("×✗✘", "☒")
_CONTROLS = re.compile("[\x00-\x1f]")
_DEEPEST = 12
_LONGEST = 2000


def shown_by(instruction: str) -> str:
    """What a field without a result shows; "" for fields that show nothing."""
    if len(instruction) > _LONGEST:
        return ""
    if _EQUATION.match(instruction):
        return _evaluate(_FORMAT.sub("", _CONTROLS.sub("", instruction).strip()[2:]).strip(), 0)
    found = _SYMBOL.match(instruction)
    if not found:
        return ""
    return symbol((found[3] or "Symbol").strip(), found[1] or f"{int(found[2]):X}")


def _evaluate(text: str, depth: int) -> str:
    """The characters that an expression prints, without their arrangement."""
    if depth > _DEEPEST:
        return ""
    parts: list[str] = []
    at, names = 0, []
    while at < len(text):
        switch = _SWITCH.match(text, at)
        if switch:
            names.append(switch[1].lower())
            at = switch.end()
        elif text[at] == "\\":  # the next character stands for itself
            parts.append(text[at + 1 : at + 2])
            at += 2
        elif text[at] == "(" and names:
            arguments, at = _arguments(text, at + 1)
            parts.append(_joined(names[0], arguments, depth))
            names = []
        else:
            parts.append(text[at])
            at += 1
    return "".join(parts)


def _arguments(text: str, at: int) -> tuple[list[str], int]:
    """The arguments up to the bracket that closes them, and where it ends."""
    found, open_, start = [], 0, at
    while at < len(text):
        c = text[at]
        if c == "\\":
            at += 1
        elif c == "(":
            open_ += 1
        elif c == ")" and open_ == 0:
            break
        elif c == ")":
            open_ -= 1
        elif c in ",;" and open_ == 0:
            found.append(text[start:at])
            start = at + 1
        at += 1
    return [*found, text[start:at]], at + 1


def _joined(kind: str, arguments: list[str], depth: int) -> str:
    values = [_evaluate(argument.strip(), depth + 1) for argument in arguments]
    if kind == "f" and len(values) == 2:
        return "/".join(values)
    if kind != "o" or len(values) < 2:
        return "".join(values)
    if values[0] and values[0] in _RINGS:
        return _in_ring(values[0], values[-1])
    above_text = arguments[0].lstrip().lower().startswith("\\s") and not arguments[-1].lstrip().startswith("\\")
    return values[-1] if above_text else "".join(values)


def _in_ring(ring: str, text: str) -> str:
    """①–⑳, ☑ and ☒ where there is such a character, the ring alone where nothing is in it, else the text."""
    if not text or (ring == "□" and text in _IN_BOX):
        return _IN_BOX.get(text, ring)
    number = int(text) if text.isdecimal() and len(text) < 3 else 0
    return chr(ord("①") + number - 1) if 1 <= number <= 20 else text
