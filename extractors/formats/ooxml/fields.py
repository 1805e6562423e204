"""Fields: which text is an instruction and which a result, and form fields that show something without text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from extractors.formats.ooxml.instructions import shown_by
from extractors.formats.ooxml.names import VAL, W
from extractors.formats.ooxml.prompts import button_prompt
from extractors.formats.ooxml.tree import switched_on, whole

_LONGEST = 4096


@dataclass(slots=True)
class _Open:
    """A field whose end has not come. `before` is how many pieces of text stood before its result, where that is known."""

    state: str = ""
    instruction: str = ""
    before: int | None = None
    in_result: bool = False


class Fields:
    """The fields that are open at this point of a story; `quiet` while an instruction runs. `prompt` is told what buttons say."""

    __slots__ = ("_open", "_prompt", "quiet")

    def __init__(self, prompt: Callable[[str], None] | None = None) -> None:
        self._open: list[_Open] = []
        self._prompt = prompt
        self.quiet = False

    def meet(self, kind: str, said: int | None = None, state: str = "") -> str:
        """A field begins (`begin`), turns from instruction to result (`separate`), or ends (`end`); `said` counts the pieces of
        text that the paragraph has shown: without it, a result counts as text. `state` is what a form field says of itself.
        Returns at its end what a field shows that has no text for a result."""
        ended = None
        if kind == "begin":
            self._open.append(_Open(state))
        elif self._open and kind == "separate":
            self._open[-1].before, self._open[-1].in_result = said, True
        elif self._open and kind == "end":
            ended = self._open.pop()
        self.quiet = not all(field.in_result for field in self._open)
        if ended is None or self.quiet or (ended.in_result and (said is None or ended.before != said)):
            return ""
        if self._prompt is not None:
            self._prompt(button_prompt(ended.instruction))
        return ended.state or shown_by(ended.instruction)

    def instruct(self, text: str) -> None:
        """A part of the innermost instruction."""
        if self._open and not self._open[-1].in_result and len(self._open[-1].instruction) < _LONGEST:
            self._open[-1].instruction += text[:_LONGEST]

    @property
    def innermost_only(self) -> bool:
        """Whether only the innermost field is in its instruction."""
        return all(field.in_result for field in self._open[:-1])

    def end_paragraph(self) -> None:
        """An instruction ends with its paragraph at the latest: a field that a broken file never closes hides no more."""
        if self.quiet:
            self._open = [_Open(in_result=True) for _ in self._open]
            self.quiet = False


def form_field(mark: etree._Element) -> str:
    """The state of a check box, or the chosen entry of a drop-down list, by the mark that begins an old form field; else ""."""
    box = mark.find(f"{W}ffData/{W}checkBox")
    if box is not None:
        state = box.find(W + "checked")
        return "☑" if switched_on(state if state is not None else box.find(W + "default")) else "☐"
    menu = mark.find(f"{W}ffData/{W}ddList")
    if menu is None:
        return ""
    chosen = next((found for name in ("result", "default") if (found := menu.find(W + name)) is not None), None)
    index = whole(chosen.get(VAL), 0) if chosen is not None else 0
    entries = [entry.get(VAL, "") for entry in menu.iterchildren(W + "listEntry")]
    return entries[index] if index < len(entries) else ""
