"""Numbers as people write them in forms."""

from __future__ import annotations

_CN = "〇○◯零一二三四五六七八九"
_DIGIT = {c: str(max(0, i - 3)) for i, c in enumerate(_CN)} | {"O": "0", "o": "0", "Ο": "0", "О": "0"}


def number(text: str) -> int | None:
    """An Arabic or Chinese numeral up to 9999 (46, 四十六, 二〇一二, 一百零三) as an int; None for anything else."""
    if text.isascii() and text.isdigit():
        return int(text)
    if text and all(c in _DIGIT or c in "0123456789" for c in text):
        return int("".join(_DIGIT.get(c, c) for c in text))
    return _counted(text)


def _counted(text: str) -> int | None:
    total, digit = 0, 0
    for c in text.replace("廿", "二十").replace("卅", "三十"):
        if c in _DIGIT:
            digit = int(_DIGIT[c])
        elif c in "十百千":
            total += (digit or 1) * {"十": 10, "百": 100, "千": 1000}[c]
            digit = 0
        else:
            return None
    return total + digit if text else None
