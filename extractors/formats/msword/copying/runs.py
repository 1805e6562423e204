"""Runs as WordprocessingML: look, text, pictures, references to notes, text boxes."""

from __future__ import annotations

import re
from collections.abc import Callable

from extractors.formats.msword.copying.xml import attribute, text
from extractors.formats.msword.layout import Image, Run
from extractors.formats.msword.properties import CharacterProperties
from extractors.formats.ooxml.symbols import is_symbolic

_BREAKS = re.compile("([\t\n])")
_MARKS = {"\t": "<w:tab/>", "\n": "<w:br/>"}
_EMU = 12700
_USUAL_POINTS = 72.0
_LARGEST_POINTS = 1584.0
"""22 inches: the largest page that Word knows."""


def run(found: Run, fonts: tuple[str, ...], note: str, picture: Callable[[Image], str]) -> str:
    """The run. `note` is the XML of the reference, "" for none; `picture` embeds an image and gives its relationship."""
    props = _look(found.look, fonts)
    parts = [f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>{note}</w:r>'] if note else []
    if found.image is not None and (relation := picture(found.image)):
        parts.append(f"<w:r>{_drawing(found.image, relation)}</w:r>")
    if found.text:
        parts.append(f"<w:r>{props}{_text(found.text)}</w:r>")
    return "".join(parts)


def _text(value: str) -> str:
    pieces = (
        _MARKS.get(piece) or f'<w:t xml:space="preserve">{text(piece)}</w:t>' for piece in _BREAKS.split(value) if piece
    )
    return "".join(pieces)


def _look(look: CharacterProperties, fonts: tuple[str, ...]) -> str:
    names = {
        slot: fonts[number]
        for slot, number in (("ascii", look.font), ("hAnsi", look.font), ("eastAsia", look.font_east))
        if 0 <= number < len(fonts) and fonts[number] and not is_symbolic(fonts[number])  # the text has letters for the signs
    }
    parts = [f"<w:rFonts {' '.join(f'w:{slot}={attribute(name)}' for slot, name in names.items())}/>"] if names else []
    parts += [tag for tag, on in (("<w:b/>", look.bold), ("<w:i/>", look.italic)) if on]
    if 2 <= look.size <= 3276:
        parts.append(f'<w:sz w:val="{look.size}"/>')
    if look.underline:
        parts.append('<w:u w:val="single"/>')
    return f"<w:rPr>{''.join(parts)}</w:rPr>" if parts else ""


def _drawing(image: Image, relation: str) -> str:
    width, height = (int(min(n or _USUAL_POINTS, _LARGEST_POINTS) * _EMU) for n in (image.width, image.height))
    size = f'cx="{width}" cy="{height}"'
    number = int(relation.removeprefix("rId"))
    return (
        f'<w:drawing><wp:inline><wp:extent {size}/><wp:docPr id="{number}" name="picture {number}"/><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="{number}" name="picture {number}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        f'<a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>'
        f'<a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )


def text_box(content: str) -> str:
    """A run with a text box in the line that grows with its text."""
    return (
        '<w:r><w:pict><v:shape style="width:220pt;height:40pt" filled="f" stroked="t" path="m,l,21600r21600,l21600,xe" '
        'coordsize="21600,21600"><v:textbox style="mso-fit-shape-to-text:t"><w:txbxContent>'
        f"{content}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
