"""The words of RTF about sections and pages."""

from __future__ import annotations

from extractors.formats.richtext.reader import Reader, Word

_PAGE = {"paperw": "width", "paperh": "height", "margl": "left", "margr": "right", "margt": "top", "margb": "bottom"}
_OWN = {
    "pgwsxn": "width", "pghsxn": "height", "marglsxn": "left", "margrsxn": "right", "margtsxn": "top", "margbsxn": "bottom",
}  # fmt: skip
_BREAKS = {"sbknone": 0, "sbkcol": 1, "sbkpage": 2, "sbkeven": 3, "sbkodd": 4}


def _usual(name: str) -> Word:
    return lambda reader, number: reader.sections.usual.set(name, number or 0)


def _own(name: str) -> Word:
    return lambda reader, number: reader.sections.page.set(name, number or 0)


def _kind(code: int) -> Word:
    def begin(reader: Reader, _: int | None) -> None:
        reader.sections.kind = code

    return begin


def _across(reader: Reader, _: int | None) -> None:
    reader.sections.usual.landscape = True


def _own_across(reader: Reader, _: int | None) -> None:
    reader.sections.page.landscape = True


def _title_page(reader: Reader, _: int | None) -> None:
    reader.sections.title_page = True


def _facing_pages(reader: Reader, _: int | None) -> None:
    reader.sections.facing_pages = True


def _reset(reader: Reader, _: int | None) -> None:
    reader.sections.reset()


SECTION_WORDS: dict[str, Word] = {
    **{word: _usual(name) for word, name in _PAGE.items()},
    **{word: _own(name) for word, name in _OWN.items()},
    **{word: _kind(code) for word, code in _BREAKS.items()},
    "landscape": _across, "lndscpsxn": _own_across, "titlepg": _title_page, "facingp": _facing_pages, "sectd": _reset,
}  # fmt: skip
