"""What needs other programs: LibreOffice (PDF and old .doc from Word), pdftoppm and Pillow (scans, photographs)."""

from __future__ import annotations

import io
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from samples.make.fixed import fixed_pdf

RED = (196, 30, 36)


def convert(documents: Sequence[bytes], suffix: str) -> list[bytes]:
    """The Word files as `pdf` or `doc`, in one call of LibreOffice. Raises RuntimeError where it left one out."""
    if not documents:
        return []
    with tempfile.TemporaryDirectory(prefix="samples-") as folder:
        home = Path(folder)
        sources = [home / f"{n:03}.docx" for n in range(len(documents))]
        for source, data in zip(sources, documents, strict=True):
            source.write_bytes(data)
        command = ["soffice", f"-env:UserInstallation={(home / 'profile').as_uri()}", "--headless"]
        command += ["--convert-to", suffix, "--outdir", folder, *map(str, sources)]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
        made = [source.with_suffix(f".{suffix}") for source in sources]
        if missing := [m.name for m in made if not m.exists()]:
            raise RuntimeError(f"soffice left out {missing}")
        return [fixed_pdf(m.read_bytes()) if suffix == "pdf" else m.read_bytes() for m in made]


def picture(pdf: bytes, *, angle: float, seal: bool, quality: int = 45) -> bytes:
    """The first page as a grey JPEG, turned a little; with a red ring where the seal is stamped."""
    from PIL import Image, ImageDraw, ImageFilter

    command = ["pdftoppm", "-r", "120", "-f", "1", "-l", "1", "-png", "-"]
    done = subprocess.run(command, input=pdf, check=True, capture_output=True, timeout=60)
    image = Image.open(io.BytesIO(done.stdout)).convert("L").convert("RGB")
    if seal:
        x, y = image.width * 0.70, image.height * 0.655
        ImageDraw.Draw(image).ellipse((x - 90, y - 90, x + 90, y + 90), outline=RED, width=6)
    image = image.rotate(angle, fillcolor=(250, 250, 246), resample=Image.Resampling.BICUBIC)
    out = io.BytesIO()
    image.filter(ImageFilter.GaussianBlur(0.6)).save(out, "JPEG", quality=quality)
    return out.getvalue()


def scan(pdf: bytes) -> bytes:
    """A PDF of one page that holds nothing but a picture of the form."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    canvas.drawImage(ImageReader(io.BytesIO(picture(pdf, angle=0.8, seal=True))), 0, 0, *A4)
    canvas.save()
    return out.getvalue()
