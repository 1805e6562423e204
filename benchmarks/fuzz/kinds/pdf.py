"""PDF files through pdfium, and the same files as if pdfium could not open them. Half of the seeds have their streams unpacked, so
that the damage reaches what is drawn."""

from __future__ import annotations

import random
from io import BytesIO
from pathlib import Path
from unittest.mock import patch

from benchmarks.fuzz.damage import mutated
from benchmarks.fuzz.kinds import of_suffix
from benchmarks.fuzz.lessening import without_pieces
from extractors.formats import pdf
from extractors.formats.pdfpage import file
from extractors.formats.pdfpage.layer import agreement
from extractors.model.document import paragraphs
from extractors.reading import read_bytes
from pipeline.feedback.pdf import marked as marked_up
from pipeline.feedback.remark import Remark

SUFFIX = ".pdf"
SECONDS = 25
"""A file that takes long may: the reader stops pdfminer after ten seconds, and counts what pdfium draws."""
smaller = without_pieces
_ALIKE = 0.9
"""The share of neighbouring characters that the copy of a sound file must keep. A broken one is put together anew for its copy,
and not by all programs in the same way."""
_FALLBACK = 3
"""Every third input goes past pdfium."""
_WORDS = (
    b"0", b"-1", b"1e38", b"-1e38", b"nan", b"99999999999", b"2147483648", b" 0 0 0 0 ", b"<<", b">>", b"[", b"]", b"endobj", b"endstream", b"stream\n", b"1 0 R",
    b"/Kids[3 0 R]", b"/Count 99999", b"/Rotate 45", b"/MediaBox[0 0 0 0]", b"/MediaBox[1e30 0 -1e30 9]", b"/CropBox[9 9 1 1]", b"/UserUnit 75000", b"BT", b"ET", b"Tj", b"Tm 0 0 0 0 0 0",
    b" cm ", b"q ", b" Q", b"Do", b"W n", b" re f", b" l S", b" Tz 0 Tz", b" TL", b" Tr 3", b"<FEFF>", b"(\\377)", b"/Identity-H", b"/ToUnicode 1 0 R", b"beginbfrange <00> <ffff> <0000>",
    b"/Encrypt 1 0 R", b"trailer", b"startxref\n0", b"xref", b"%%EOF", b"/Prev 1", b"/XFA", b"/Annots[1 0 R]", b"\xff", b"\0", "诺".encode("utf-16-be"), b"/W [0 [99999]]", b"/Differences[0/a]",
)  # fmt: skip


def seeds(folder: Path | None) -> list[bytes]:
    """The files as they are, and unpacked where pikepdf opens them."""
    import pikepdf

    whole = [data for data in of_suffix(folder, ".pdf") if pdf.sniff(data) and len(data) < 120_000]
    unpacked: list[bytes] = []
    for data in whole:
        out = BytesIO()
        try:
            with pikepdf.open(BytesIO(data)) as document:
                document.save(out, stream_decode_level=pikepdf.StreamDecodeLevel.generalized, compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable)
        except Exception:  # a seed that is broken already is a seed as it is
            continue
        if len(out.getvalue()) < 300_000:
            unpacked.append(out.getvalue())
    return whole + unpacked


def damaged(data: bytes, dice: random.Random) -> bytes:
    return mutated(data, _WORDS, dice)


def use(data: bytes, marked: bool) -> None:
    if not pdf.sniff(data):
        return
    if sum(data[-64:]) % _FALLBACK == 0:
        with patch.object(file, "_pages", lambda _data: []):
            read_bytes(data)
        return
    document = read_bytes(data)
    found = paragraphs(document.blocks)
    if marked and found:
        copy, _ = marked_up(data, [Remark(found[n].passage.anchor(), "一处") for n in sorted({0, len(found) - 1})])
        again = read_bytes(copy)
        assert not _sound(data) or agreement(again.text, document.text) > _ALIKE, "the commented copy reads otherwise"


def _sound(data: bytes) -> bool:
    """Whether the file is put together in one way by everybody: its table of objects is as it should be."""
    import pikepdf

    with pikepdf.open(BytesIO(data)) as document:
        return not document.get_warnings()
