"""The pdfium library, loaded once, and the calls that are made for every character or object."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from functools import cache
from typing import Any

from extractors.model.value_class import value_class


class Handle(ctypes.c_void_p):
    """A pointer that stays one when a call returns it (ctypes turns a plain void pointer into a number)."""


@value_class
class Calls:
    """The library, and the functions that are called for every character or object, without checks of their arguments (a
    quarter of the cost): handles and references must be ctypes objects already."""

    raw: Any
    text: Callable[[Any, int, int, Any], int]
    origin: Callable[[Any, int, Any, Any], int]
    loose_box: Callable[[Any, int, Any], int]
    matrix: Callable[[Any, int, Any], int]
    generated: Callable[[Any, int], int]
    text_object: Callable[[Any, int], Any]
    render_mode: Callable[[Any], int]
    font: Callable[[Any], Any]
    fill: Callable[[Any, Any, Any, Any, Any], int]
    kind: Callable[[Any], int]
    nth: Callable[[Any, int], Any]
    bounds: Callable[[Any, Any, Any, Any, Any], int]


@cache
def calls() -> Calls:
    """The library, loaded once."""
    import pypdfium2  # noqa: F401  (initialises the library)
    import pypdfium2.raw as raw

    bare = ctypes.PYFUNCTYPE(ctypes.c_int)
    pointer = ctypes.PYFUNCTYPE(Handle)
    return Calls(
        raw,
        text=bare(address(raw.FPDFText_GetText)),
        origin=bare(address(raw.FPDFText_GetCharOrigin)),
        loose_box=bare(address(raw.FPDFText_GetLooseCharBox)),
        matrix=bare(address(raw.FPDFText_GetMatrix)),
        generated=bare(address(raw.FPDFText_IsGenerated)),
        text_object=pointer(address(raw.FPDFText_GetTextObject)),
        render_mode=bare(address(raw.FPDFTextObj_GetTextRenderMode)),
        font=pointer(address(raw.FPDFTextObj_GetFont)),
        fill=bare(address(raw.FPDFPageObj_GetFillColor)),
        kind=bare(address(raw.FPDFPageObj_GetType)),
        nth=pointer(address(raw.FPDFPage_GetObject)),
        bounds=bare(address(raw.FPDFPageObj_GetBounds)),
    )


def address(pointer: Any) -> int:
    """Where a pdfium handle or function points to."""
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0
