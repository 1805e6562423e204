"""French counters, with hyphens throughout as the spelling of 1990 has them."""

from __future__ import annotations

import re

_SMALL = ("", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze",
          "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf")  # fmt: skip
_TENS = ("", "", "vingt", "trente", "quarante", "cinquante", "soixante", "soixante", "quatre-vingt", "quatre-vingt")
_PLURAL = re.compile("(?<=cent|ingt)s$")
_STEMS = {"cinq": "cinqu", "neuf": "neuv", "vingts": "vingt", "cents": "cent"}


def cardinal(number: int) -> str:
    """Vingt-et-un; "" beyond a million."""
    return _words(number).capitalize() if 0 < number < 1_000_000 else ""


def nth(number: int) -> str:
    """Vingt-et-unième; "" beyond a million."""
    if number == 1:
        return "Premier"
    head, dash, last = cardinal(number).rpartition("-")
    if not last:
        return ""
    stem = _STEMS.get(last.lower(), last.lower().removesuffix("e"))
    return (head + dash + stem + "ième").capitalize()


def short(number: int) -> str:
    """1er, 2e."""
    return f"{number}er" if number == 1 else f"{number}e"


def _words(number: int) -> str:
    """The number without a capital; hundreds and four twenties have an s only at the end."""
    if number >= 1000:
        thousands, rest = divmod(number, 1000)
        return _joined("" if thousands == 1 else _PLURAL.sub("", _words(thousands)), "mille", _words(rest))
    if number >= 100:
        hundreds, rest = divmod(number, 100)
        many = "" if hundreds == 1 else _SMALL[hundreds]
        return _joined(many, "cent" if rest or not many else "cents", _words(rest))
    if number < 20:
        return _SMALL[number]
    tens, unit = divmod(number, 10)
    unit += 10 if tens in (7, 9) else 0
    and_ = "et" if unit in (1, 11) and tens < 8 else ""
    return "quatre-vingts" if number == 80 else _joined(_TENS[tens], and_, _SMALL[unit])


def _joined(*words: str) -> str:
    return "-".join(filter(None, words))
