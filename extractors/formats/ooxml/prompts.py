"""Prompts: what a blank form says where something is to be written (单击此处输入文字). The page shows them, and they are no
writing: they are read beside the text and not in it."""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree

from extractors.formats.ooxml.names import SDT_CONTENT, SDT_PR, T, W
from extractors.formats.ooxml.tree import switched_on

_PROMPT = re.compile(r"单击|点击|轻触|选择一项|请(?:在此|选择|输入|填写|录入)|Click|Tap|Choose|Enter ", re.IGNORECASE)
_LONGEST_PROMPT = 60
"""Characters. Templates hold whole printed sentences in controls that still count as prompts; those are text."""
_BUTTON = re.compile(r"\s*(?:MACROBUTTON|GOTOBUTTON)\s+\S+\s+(.+)", re.IGNORECASE | re.DOTALL)


def written_content(sdt: etree._Element, told: Callable[[str], None]) -> etree._Element | None:
    """What a content control holds, None where that is nothing or a prompt, which is `told`."""
    content = next(sdt.iterchildren(SDT_CONTENT), None)
    if content is None:
        return None
    prompt = _control_prompt(sdt, content)
    if not prompt:
        return content
    told(prompt)
    return None


def _control_prompt(sdt: etree._Element, content: etree._Element) -> str:
    """The prompt that a content control shows, "" where it holds writing."""
    props = next(sdt.iterchildren(SDT_PR), None)
    mark = props.find(W + "showingPlcHdr") if props is not None else None
    if not switched_on(mark):
        return ""
    text = "".join(t.text or "" for t in content.iter(T))
    return text if len(text) <= _LONGEST_PROMPT and _PROMPT.search(text) else ""


def button_prompt(instruction: str) -> str:
    """What a field shows that is a button and has no result: templates use it as a place to type."""
    found = _BUTTON.match(instruction)
    return found.group(1).strip() if found else ""
