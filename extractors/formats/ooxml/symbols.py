"""Characters of the symbol fonts (Wingdings and the like), which Word keeps as code points of the private use area."""

from __future__ import annotations

import re

from lxml import etree

_WINGDINGS = {
    0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x70: "□", 0x71: "❑", 0x72: "❒", 0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x78: "☒",
    0x77: "◆", 0x9E: "·", 0x9F: "•", 0xA1: "○", 0xA7: "▪", 0xA8: "□", 0xAA: "✦", 0xAB: "★", 0xD8: "➢", 0xDF: "←",
    0xE0: "→", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
    **{0x80 + n: "⓪①②③④⑤⑥⑦⑧⑨⑩"[n] for n in range(11)},
    **{0x8B + n: "⓿❶❷❸❹❺❻❼❽❾❿"[n] for n in range(11)},
}  # fmt: skip
_WINGDINGS_2 = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x2A: "□", 0xA3: "□", 0x98: "●"}
_WEBDINGS = {0x61: "✓", 0x63: "□", 0x67: "■", 0x6E: "●", 0x72: "✗"}
_GREEK = (
    "!∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼",
    "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪",
    "〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭",
)
"""The font Symbol from 0x21, 0xA0 and 0xF1 on (Adobe's encoding)."""
_SYMBOL = {start + n: c for start, run in zip((0x21, 0xA0, 0xF1), _GREEK, strict=True) for n, c in enumerate(run)}
_LETTER = re.compile("[A-Za-z\xa1-\xb6\xb8-\xff]")
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "webdings": _WEBDINGS, "symbol": _SYMBOL}


def is_symbolic(font: str) -> bool:
    """Whether the characters of that font are signs."""
    return font.lower() in _FONTS


def sign_font(properties: etree._Element, namespace: str) -> str:
    """The symbol font that Western letters of a run of Word's XML are set in, "" for none."""
    fonts = properties.find(namespace + "rFonts")
    name = "" if fonts is None else fonts.get(namespace + "ascii") or fonts.get(namespace + "hAnsi") or ""
    return name if is_symbolic(name) else ""


def typed(font: str, text: str) -> str:
    """What text shows that is typed in a symbol font, one sign for each character: people type R in Wingdings 2 for a ticked box.
    Characters that the font lacks come from another one."""
    signs = _FONTS.get(font.lower())
    if signs is None:
        return text
    return "".join(signs.get(ord(c) & 0xFF, c) if c < "\u0100" or "\uf000" <= c <= "\uf0ff" else c for c in text)


def symbol(font: str, code: str) -> str:
    """What a `w:sym` shows: `code` is hexadecimal, symbol fonts add 0xF000. A shape that no letter stands for keeps its
    private code point, so that it is not lost; "" for a code that is none."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    if 0xF000 <= number <= 0xF0FF or number < 0x100:
        known = _FONTS.get(font.lower(), {}).get(number & 0xFF)
        if known or number < 0x20:
            return known or ""
    return chr(number) if 0x20 <= number < 0xD800 or 0xE000 <= number < 0x110000 else ""


def bullet(text: str) -> str:
    """A bullet as printed; a dot for the shapes that symbol fonts draw, and for the letter o, Word's ring."""
    shown = "".join("•" if "\ue000" <= c <= "\uf8ff" else c for c in text).strip()
    return "•" if shown == "o" else shown


def list_bullet(text: str) -> str:
    """The same of a level of a list that says that it has bullets: a letter there is a shape of a symbol font."""
    return "•" if _LETTER.fullmatch(text) else bullet(text)
