"""Word's fields: which text is an instruction and which a result, and form fields that show something without text."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from extractors.formats.ooxml.names import VAL, W
from extractors.formats.ooxml.prompts import button_prompt
from extractors.formats.ooxml.tree import switched_on

_KIND = W + "fldCharType"


class Fields:
    """The complex fields that are open at this point of the story; `quiet` while an instruction runs. `prompt` is told
    what buttons say."""

    __slots__ = ("_instruction", "_open", "_prompt", "quiet")

    def __init__(self, prompt: Callable[[str], None]) -> None:
        self._open: list[bool] = []
        self._instruction = ""
        self._prompt = prompt
        self.quiet = False

    def meet(self, mark: etree._Element) -> str:
        """Take note of a `w:fldChar`; returns what a form field shows there."""
        kind = mark.get(_KIND)
        if kind == "begin":
            self._open.append(False)
            self._instruction = ""
        elif self._open and kind == "separate":
            self._open[-1] = True
        elif self._open and kind == "end" and not self._open.pop():
            self._prompt(button_prompt(self._instruction))
        self.quiet = not all(self._open)
        return _shown(mark) if kind == "begin" and len(mark) else ""

    def instruct(self, text: str) -> None:
        """A part of an instruction."""
        self._instruction += text

    def end_paragraph(self) -> None:
        """An instruction ends with its paragraph at the latest: a field that a broken file never closes hides no more."""
        if self.quiet:
            self._open = [True] * len(self._open)
            self.quiet = False


def _shown(mark: etree._Element) -> str:
    """The state of a check box, or the chosen entry of a drop-down list, of the old form fields."""
    box = mark.find(f"{W}ffData/{W}checkBox")
    if box is not None:
        state = box.find(W + "checked")
        return "☑" if switched_on(state if state is not None else box.find(W + "default")) else "☐"
    menu = mark.find(f"{W}ffData/{W}ddList")
    if menu is None:
        return ""
    chosen = menu.find(W + "result")
    index = chosen.get(VAL, "0") if chosen is not None else "0"
    entries = [entry.get(VAL, "") for entry in menu.iterchildren(W + "listEntry")]
    return entries[int(index)] if index.isdecimal() and int(index) < len(entries) else ""
