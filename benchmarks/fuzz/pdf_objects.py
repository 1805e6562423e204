"""Damage to what a PDF is built of: page trees, boxes, fonts, forms in forms, notes, pictures, references between objects."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

_ODD_NUMBERS = (0, -1, 1, 45, 90, 180, 270, 1e-30, 1e9, 1e30, -1e30, 2**31, 75000)
_KEYS = (
    "Type", "Subtype", "Kids", "Parent", "Count", "MediaBox", "CropBox", "Rotate", "UserUnit", "Contents", "Resources", "Font", "XObject",
    "Annots", "AP", "N", "Rect", "Encoding", "ToUnicode", "DescendantFonts", "W", "DW", "Widths", "FirstChar", "FontMatrix", "CharProcs", "FontFile2",
    "BBox", "Matrix", "Width", "Height", "BitsPerComponent", "ColorSpace", "SMask", "Filter", "DecodeParms", "Length", "AcroForm", "Fields", "V",
)  # fmt: skip
_FORMS, _TWICE = 40, 8
"""Forms in forms at most; every so many draws the one in it twice (more often, and all of the time goes into one file)."""
_RULES = 4000


def built_anew(document: Any, dice: random.Random) -> None:
    """A few faults in the open document (pikepdf's). What pikepdf itself refuses to write raises."""
    for _ in range(dice.choice((1, 1, 2, 3, 6))):
        dice.choice(_WAYS)(document, dice)


def _page(document: Any, dice: random.Random) -> Any:
    return document.pages[dice.randrange(len(document.pages))].obj


def _dictionaries(document: Any) -> list[Any]:
    import pikepdf

    return [item for item in document.objects if isinstance(item, pikepdf.Dictionary | pikepdf.Stream)]


def _odd(document: Any, dice: random.Random) -> Any:
    """A value that stands anywhere else in the file, or one that makes no sense."""
    import pikepdf

    numbers = pikepdf.Array([dice.choice(_ODD_NUMBERS) for _ in range(dice.choice((0, 1, 4, 4, 6, 900)))])
    plain = [numbers, dice.choice(_ODD_NUMBERS), pikepdf.Name("/" + dice.choice(_KEYS)), pikepdf.String("\ufeff诺"), pikepdf.Dictionary(), True]
    there = _dictionaries(document)
    return dice.choice([*plain, *dice.sample(there, min(len(there), 6))])


def _entry(document: Any, dice: random.Random) -> None:
    """An entry of any object taken away, or given another value: cycles come of this by themselves."""
    item = dice.choice(_dictionaries(document))
    keys = list(item.keys()) or ["/Type"]
    key = dice.choice(keys) if dice.random() < 0.8 else "/" + dice.choice(_KEYS)
    if dice.random() < 0.3 and key in item:
        del item[key]
    else:
        item[key] = _odd(document, dice)


def _boxes(document: Any, dice: random.Random) -> None:
    import pikepdf

    page = _page(document, dice)
    for name in dice.sample(("/MediaBox", "/CropBox", "/Rotate", "/UserUnit"), 2):
        corners = pikepdf.Array([dice.choice((*_ODD_NUMBERS, 595, 842)) for _ in range(4)])
        page[name] = corners if name.endswith("Box") else dice.choice(_ODD_NUMBERS)


def _tree(document: Any, dice: random.Random) -> None:
    """Kids that lead back up, twice to the same page, or nowhere; a count that lies."""
    pages = document.Root.Pages
    kid = dice.choice((pages, document.Root, _page(document, dice), _odd(document, dice)))
    pages.Kids.insert(dice.randrange(len(pages.Kids) + 1), kid)
    if dice.random() < 0.5:
        pages.Count = dice.choice(_ODD_NUMBERS)


def _drawn(document: Any, dice: random.Random, before: bytes, after: bytes = b"") -> None:
    page = document.pages[dice.randrange(len(document.pages))]
    page.contents_add(document.make_stream(before), prepend=True)
    page.contents_add(document.make_stream(after))


def _rules(document: Any, dice: random.Random) -> None:
    step, count = dice.choice((0.0, 0.05, 0.2, 3.0)), dice.randrange(_RULES)
    lines = [b"%f %f m %f %f l S" % (50, 50 + n * step, 500 + n % 7, 50 + n * step) for n in range(count)]
    lines += [b"%f 50 m %f 800 l S" % (50 + n * step, 50 + n * step) for n in range(count)]
    _drawn(document, dice, b"q\n" + b"\n".join(lines) + b"\nQ")


def _state(document: Any, dice: random.Random) -> None:
    """Everything on the page drawn turned, without size, mirrored, far away, unseen, or with its clip closed."""
    _drawn(document, dice, dice.choice((
        b"q 0 0 0 0 0 0 cm", b"q 1e-9 0 0 1e-9 0 0 cm", b"q -1 0 0 1 595 0 cm", b"q 0 1 -1 0 595 0 cm", b"q 0.7 0.7 -0.7 0.7 200 0 cm", b"q 1e9 0 0 1e9 0 0 cm",
        b"q 0 Tz", b"q -100 Tz", b"q 3 Tr", b"q 1e9 Tc", b"q -50 Tc 1e9 Tw", b"q 7 Tr", b"q 0 0 0 0 re W n", b"q 1 1 1 rg", b"q 1 0 0.3 1 0 0 cm", b"q 1e9 Ts",
    )), b"Q")  # fmt: skip


def _fonts(document: Any, dice: random.Random) -> None:
    """Fonts without the table of their characters, with another one, without widths, without size."""
    import pikepdf

    for item in _dictionaries(document):
        if item.get("/Type") == pikepdf.Name.Font and dice.random() < 0.7:
            for key in dice.sample(("/ToUnicode", "/W", "/Widths", "/Encoding", "/FontDescriptor", "/DescendantFonts", "/FontMatrix"), 2):
                if key in item:
                    del item[key]
            if dice.random() < 0.5:
                lie = b"1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfrange <0000> <ffff> <%04x> endbfrange" % dice.randrange(0x10000)
                item.ToUnicode = document.make_stream(lie)


def _nested(document: Any, dice: random.Random) -> None:
    """What is drawn packed into forms in forms, the innermost now and then holding the outermost."""
    import pikepdf

    page = document.pages[dice.randrange(len(document.pages))]
    page.contents_coalesce()
    inner = innermost = document.make_indirect(pikepdf.Stream(document, page.obj.Contents.read_bytes()))
    inner.Type, inner.Subtype, inner.BBox = pikepdf.Name.XObject, pikepdf.Name.Form, page.obj.get("/MediaBox", pikepdf.Array([0, 0, 595, 842]))
    inner.Resources = pikepdf.Dictionary(page.obj.get("/Resources", pikepdf.Dictionary()))
    for depth in range(dice.randrange(_FORMS)):
        outer = document.make_indirect(pikepdf.Stream(document, b"q 1 0 0 1 0 0 cm /In Do Q " * (2 if depth % _TWICE == 0 else 1)))
        outer.Type, outer.Subtype, outer.BBox = pikepdf.Name.XObject, pikepdf.Name.Form, inner.BBox
        outer.Resources, inner = pikepdf.Dictionary(XObject=pikepdf.Dictionary(In=inner)), outer
    if dice.random() < 0.3:
        innermost.Resources.XObject = pikepdf.Dictionary(In=inner)
        innermost.write(b"/In Do " + innermost.read_bytes())
    page.obj.Resources, page.obj.Contents = pikepdf.Dictionary(XObject=pikepdf.Dictionary(In=inner)), document.make_stream(b"/In Do")


def _notes(document: Any, dice: random.Random) -> None:
    """Notes and fields of odd kinds, with an appearance that is any object, on a list that pages share."""
    import pikepdf

    kinds = ("Text", "FreeText", "Widget", "Stamp", "Popup", "Highlight", "Link", "Ink", "FileAttachment", "Odd")
    found = pikepdf.Array()
    for _ in range(dice.choice((1, 3, 300))):
        note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name("/" + dice.choice(kinds)), Rect=pikepdf.Array([dice.choice((*_ODD_NUMBERS, 99, 300)) for _ in range(4)]))
        note.Contents, note.V, note.FT = pikepdf.String("承诺"), pikepdf.String("填的字"), pikepdf.Name(dice.choice(("/Tx", "/Btn", "/Ch", "/Sig")))
        note.AP, note.Parent, note.T = pikepdf.Dictionary(N=_odd(document, dice)), _odd(document, dice), _odd(document, dice)
        found.append(document.make_indirect(note))
    _page(document, dice).Annots = _page(document, dice).Annots = document.make_indirect(found)
    if dice.random() < 0.5:
        document.Root.AcroForm = pikepdf.Dictionary(Fields=found, NeedAppearances=dice.random() < 0.5, XFA=_odd(document, dice))


def _pictures(document: Any, dice: random.Random) -> None:
    """A picture over the page whose head does not say what its bytes hold."""
    import pikepdf

    page = _page(document, dice)
    filters = ("/DCTDecode", "/JPXDecode", "/JBIG2Decode", "/CCITTFaxDecode", "/FlateDecode", "/LZWDecode", "/RunLengthDecode", "/ASCII85Decode")
    picture = document.make_indirect(pikepdf.Stream(document, dice.randbytes(dice.choice((0, 10, 3000)))))
    picture.Type, picture.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    picture.Width, picture.Height = (dice.choice((0, 1, 50, 3000, 60_000, 2**31 - 1)) for _ in range(2))
    picture.BitsPerComponent, picture.ColorSpace = dice.choice((1, 8, 16, 99)), pikepdf.Name(dice.choice(("/DeviceGray", "/DeviceRGB", "/Pattern")))
    if dice.random() < 0.7:
        picture.Filter = pikepdf.Name(dice.choice(filters))
    if dice.random() < 0.3:
        picture.SMask = picture
    page.Resources = pikepdf.Dictionary(page.get("/Resources", pikepdf.Dictionary()))
    page.Resources.XObject = pikepdf.Dictionary(Pic=picture)
    _drawn(document, dice, b"q 595 0 0 842 0 0 cm /Pic Do Q")


_WAYS: tuple[Callable[[Any, random.Random], None], ...] = (_entry, _entry, _entry, _boxes, _tree, _rules, _state, _fonts, _nested, _notes, _pictures)
