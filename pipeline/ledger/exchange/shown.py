"""Values as a line for a person shows them."""

from __future__ import annotations

from typing import Any

LONG = 40


def shown(value: Any) -> str:
    """A value in quotation marks, shortened; （空） for none."""
    text = str(value[0]) if isinstance(value, list) and value else "" if value is None else str(value)
    text = " ".join(text.split())
    return f"“{text[:LONG]}……”" if len(text) > LONG else f"“{text}”" if text else "（空）"
