"""Russian counters: masculine, in the nominative."""

from __future__ import annotations

_SMALL = (
    "", "один", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять", "десять", "одиннадцать", "двенадцать", "тринадцать",
    "четырнадцать", "пятнадцать", "шестнадцать", "семнадцать", "восемнадцать", "девятнадцать",
)  # fmt: skip
_TENS = ("", "", "двадцать", "тридцать", "сорок", "пятьдесят", "шестьдесят", "семьдесят", "восемьдесят", "девяносто")
_HUNDREDS = ("", "сто", "двести", "триста", "четыреста", "пятьсот", "шестьсот", "семьсот", "восемьсот", "девятьсот")
_NTH_SMALL = ("", "первый", "второй", "третий", "четвёртый", "пятый", "шестой", "седьмой", "восьмой")
_NTH_TENS = {4: "сороковой", 5: "пятидесятый", 6: "шестидесятый", 7: "семидесятый", 8: "восьмидесятый", 9: "девяностый"}
_NTH_HUNDREDS = ("", "сотый", "двухсотый", "трёхсотый", "четырёхсотый", "пятисотый", "шестисотый", "семисотый", "восьмисотый", "девятисотый")


_GENITIVE = ("", "", "двух", "трёх", "четырёх", "пяти", "шести", "семи", "восьми", "девяти")


def cardinal(number: int) -> str:
    """Двадцать один; "" beyond a million."""
    return " ".join(_cut(number)).capitalize() if 0 < number < 1_000_000 else ""


def nth(number: int) -> str:
    """Двадцать первый: only the last word is an ordinal; "" for whole thousands from ten on."""
    if 0 < number < 10_000 and number % 1000 == 0:
        return (_GENITIVE[number // 1000] + "тысячный").capitalize()
    words = _cut(number) if 0 < number < 1_000_000 and number % 1000 else []
    return " ".join([*words[:-1], _ordinal(number % 1000)]).capitalize() if words else ""


def short(number: int) -> str:
    """1-й."""
    return f"{number}-й"


def _cut(number: int) -> list[str]:
    thousands, number = divmod(number, 1000)
    if thousands:
        return [*_thousands(thousands), *_cut(number)]
    below = number % 100
    tens, unit = (0, below) if below < 20 else divmod(below, 10)
    return [word for word in (_HUNDREDS[number // 100], _TENS[tens], _SMALL[unit]) if word]


def _thousands(count: int) -> list[str]:
    """A thousand is feminine, and bends after its number."""
    words, unit = _cut(count), 0 if 10 < count % 100 < 20 else count % 10
    if unit in _FEMININE:
        words[-1] = _FEMININE[unit]
    return [*words, "тысяча" if unit == 1 else "тысячи" if 1 < unit < 5 else "тысяч"]


_FEMININE = {1: "одна", 2: "две"}


def _ordinal(number: int) -> str:
    """The ordinal of the number's last word."""
    below = number % 100
    unit = below if below < 20 else below % 10
    if not below:
        return _NTH_HUNDREDS[number // 100]
    if unit:
        return _NTH_SMALL[unit] if unit < len(_NTH_SMALL) else _SMALL[unit].removesuffix("ь") + "ый"
    return _NTH_TENS.get(below // 10, _TENS[below // 10].removesuffix("ь") + "ый")
