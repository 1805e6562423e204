"""Files whose table of objects is broken beyond what pdfium mends, put together anew."""

from __future__ import annotations

import io
import logging
import re

from extractors.errors import Encrypted

MOST_BYTES = 32 * 1024 * 1024
_END = b"\n%%EOF\n"
"""What a file cut off behind its last object lacks for that object to be found."""

_MENTIONED, _OBJECT = re.compile(rb"(?<![\d.])(\d{1,7}) \d{1,5} R\b"), re.compile(rb"(?<![\d.])(\d{1,7}) \d{1,5} obj\b")


def mended(data: bytes) -> bytes | None:
    """The file written anew from the objects that can be found in it, None where there is no telling what it was or
    a part of it is missing: a page without one of its fonts would lack words. Pages keep their order and their user
    space. Raises Encrypted where a password is needed."""
    import pikepdf

    logging.getLogger("pikepdf").setLevel(logging.CRITICAL)  # it reports on stderr what we report ourselves
    if len(data) > MOST_BYTES or not _whole(data):
        return None
    try:
        with pikepdf.open(io.BytesIO(data + _END)) as document:
            if not len(document.pages):
                return None
            out = io.BytesIO()
            document.save(out)
    except pikepdf.PasswordError as error:
        raise Encrypted() from error
    except Exception:  # qpdf and its wrapper raise whatever a broken file makes them trip over
        return None
    return out.getvalue()


def _whole(data: bytes) -> bool:
    """Whether the file goes on to its end mark, or at least holds every object that it speaks of."""
    if b"%%EOF" in data[-2048:]:
        return True
    return b"/ObjStm" not in data and {*_MENTIONED.findall(data)} <= {*_OBJECT.findall(data)}
