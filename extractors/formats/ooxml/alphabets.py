"""Counters in the scripts of other languages: ISO/IEC 29500-1, 17.18.59 ST_NumberFormat. Letters of alphabets that come round
again are doubled, then tripled (aa, bbb), as Latin ones are; Japanese and Korean syllables begin anew."""

from __future__ import annotations

from collections.abc import Callable

_AIUEO = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
_IROHA = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン"
_HALF = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"
_HEBREW = "אבגדהוזחטיכלמנסעפצקרשת"
_HEBREW_VALUES = (*range(1, 11), *range(20, 100, 10), *range(100, 500, 100))
_ARABIC = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_ABJAD = "ابجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_THAI = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
_DEVANAGARI, _THAI_DIGITS = "०१२३४५६७८९", "๐๑๒๓๔๕๖๗๘๙"
_KOREAN_ONES = ("", "하나", "둘", "셋", "넷", "다섯", "여섯", "일곱", "여덟", "아홉")
_KOREAN_TENS = ("", "열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔")
_VIETNAMESE = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")


def _repeated(letters: str) -> Callable[[int], str]:
    def write(number: int) -> str:
        return letters[(number - 1) % len(letters)] * ((number - 1) // len(letters) + 1) if 0 < number <= 32767 else ""

    return write


def _cycled(letters: str) -> Callable[[int], str]:
    return lambda number: letters[(number - 1) % len(letters)] if number > 0 else ""


def _digits(digits: str) -> Callable[[int], str]:
    return lambda number: "".join(digits[int(d)] for d in str(number))


def _hebrew(number: int) -> str:
    """Letters whose values add up; 15 and 16 are 9 + 6 and 9 + 7."""
    text, left = "", number
    for letter, value in reversed(list(zip(_HEBREW, _HEBREW_VALUES, strict=True))) if 0 < number < 1000 else ():
        if left in (15, 16):
            return text + "ט" + ("ו" if left == 15 else "ז")
        text += letter * (left // value)
        left %= value
    return text


def _korean(number: int) -> str:
    return _KOREAN_TENS[number // 10] + _KOREAN_ONES[number % 10] if 0 < number < 100 else ""


def _vietnamese(number: int) -> str:
    if not 0 < number < 100:
        return ""
    if number <= 10:
        return _VIETNAMESE[number]
    tens, unit = divmod(number, 10)
    one = "mốt" if unit == 1 and tens > 1 else "lăm" if unit == 5 else _VIETNAMESE[unit]
    return ("mười" if tens == 1 else f"{_VIETNAMESE[tens]} mươi") + (f" {one}" if unit else "")


ALPHABETS: dict[str, Callable[[int], str]] = {
    "chicago": _repeated("*†‡§"),
    "aiueo": _cycled(_HALF),
    "aiueoFullWidth": _cycled(_AIUEO),
    "iroha": _cycled("".join(_HALF[_AIUEO.index(kana)] if kana in _AIUEO else kana for kana in _IROHA)),
    "irohaFullWidth": _cycled(_IROHA),
    "ganada": _cycled("가나다라마바사아자차카타파하"),
    "chosung": _cycled("ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"),
    "koreanLegal": _korean,
    "vietnameseCounting": _vietnamese,
    "russianLower": _repeated(_RUSSIAN),
    "russianUpper": _repeated(_RUSSIAN.upper()),
    "hebrew1": _hebrew,
    "hebrew2": _repeated(_HEBREW),
    "arabicAlpha": _repeated(_ARABIC),
    "arabicAbjad": _repeated(_ABJAD),
    "hindiNumbers": _digits(_DEVANAGARI),
    "thaiLetters": _repeated(_THAI),
    "thaiNumbers": _digits(_THAI_DIGITS),
}
