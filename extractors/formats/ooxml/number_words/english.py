"""English counters."""

from __future__ import annotations

_UNITS = ["Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve",
          "Thirteen", "Fourteen", "Fifteen", "Sixteen", "Seventeen", "Eighteen", "Nineteen"]  # fmt: skip
_TENS = ["Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety"]
_IRREGULAR = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
              "twelve": "twelfth"}  # fmt: skip


def cardinal(number: int) -> str:
    """One hundred twenty-one; "" beyond a million."""
    return _words(number) if 0 < number < 1_000_000 else ""


def nth(number: int) -> str:
    """One hundred twenty-first; "" beyond a million."""
    words = cardinal(number)
    at = max(words.rfind(" "), words.rfind("-")) + 1
    last = words[at:]
    if not last:
        return ""
    ordinal = _IRREGULAR.get(last.lower()) or (last[:-1] + "ieth" if last.endswith("y") else last + "th")
    return words[:at] + ordinal if at else ordinal.capitalize()


def short(number: int) -> str:
    """21st."""
    last = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{last}"


def _words(number: int) -> str:
    for size, name in ((1000, " thousand"), (100, " hundred")):
        if number >= size:
            rest = number % size
            return _words(number // size) + name + (" " + _words(rest).lower() if rest else "")
    if number < 20:
        return _UNITS[number]
    return _TENS[number // 10 - 2] + ("-" + _UNITS[number % 10].lower() if number % 10 else "")
