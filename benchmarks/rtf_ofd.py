"""RTF and OFD readers on public collections and on our own forms: `python -m benchmarks.rtf_ofd FOLDER …`.

Recall is the share of the characters (white space left out) of an independent reading that ours has too: for RTF that of
LibreOffice, for OFD the plain sequence of all TextCodes on the listed pages and their templates, each taken once. Without
folders only the speed is measured: our forms as RTF beside .docx, as OFD beside PDF, CPU time, turns interleaved."""

from __future__ import annotations

import argparse
import io
import statistics
import subprocess
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from extractors.errors import DocumentError
from extractors.formats import docx, ofd, pdf, rtf
from extractors.reading import read_bytes

SAMPLES = Path(__file__).parents[1] / "samples" / "inbox"


def converted(files: Sequence[Path], kind: str, suffix: str, out: Path) -> dict[Path, Path]:
    """The files as LibreOffice converts them, in one call; those that it cannot read are missing."""
    copies = {out / f"{n:04}{file.suffix}": file for n, file in enumerate(files)}
    for copy, file in copies.items():
        copy.write_bytes(file.read_bytes())
    command = ["soffice", f"-env:UserInstallation={(out / 'profile').as_uri()}", "--headless", "--convert-to", kind]
    subprocess.run([*command, "--outdir", str(out), *map(str, copies)], capture_output=True, timeout=1200, check=False)
    return {file: copy.with_suffix(suffix) for copy, file in copies.items() if copy.with_suffix(suffix).exists()}


def letters(text: str) -> Counter[str]:
    return Counter(c for c in text if not c.isspace())


def recall(ours: str, reference: str) -> float | None:
    """The share of the reference's characters that ours has, None where it has none."""
    wanted = letters(reference)
    missing = wanted - letters(ours)
    return 1 - missing.total() / wanted.total() if wanted else None


def ofd_reference(data: bytes) -> str:
    """Every TextCode of the listed pages and the templates that they use, letters alone."""
    from lxml import etree

    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist() if name.endswith(".xml")}
    document = next(name for name in parts if name.endswith("Document.xml"))
    root = etree.fromstring(parts[document])
    pages = [n.get("BaseLoc", "") for n in root.iter("{*}Page")]
    templates = {n.get("ID"): n.get("BaseLoc", "") for n in root.iter("{*}TemplatePage")}
    found = []
    for page in pages:
        part = next((n for n in parts if n.endswith(page.lstrip("/"))), "")
        tree = etree.fromstring(parts[part]) if part else etree.Element("x")
        found += [c.text or "" for c in tree.iter("{*}TextCode")]
        for use in tree.iter("{*}Template"):
            part = next((n for n in parts if n.endswith(templates.pop(use.get("TemplateID"), "?"))), "")
            found += [c.text or "" for c in etree.fromstring(parts[part]).iter("{*}TextCode")] if part else []
    return "".join(found)


def collection(folders: Sequence[Path]) -> None:
    files = sorted(p for f in folders for p in f.rglob("*") if p.suffix.lower() in (".rtf", ".ofd") and p.stat().st_size)
    with tempfile.TemporaryDirectory(prefix="rtf-") as out:
        rtfs = [p for p in files if p.suffix.lower() == ".rtf"]
        texts = converted(rtfs, "txt:Text (encoded):UTF8", ".txt", Path(out)) if rtfs else {}
        for kind in (".rtf", ".ofd"):
            _report(kind, [p for p in files if p.suffix.lower() == kind], texts)


def _report(kind: str, files: Sequence[Path], texts: dict[Path, Path]) -> None:
    ended: Counter[str] = Counter()
    shares: list[tuple[float, str]] = []
    for path in files:
        data = path.read_bytes()
        try:
            ours = read_bytes(data).text
            ended["read"] += 1
        except DocumentError as error:
            ours = ""
            ended[f"refused: {error.reason}"] += 1
        if kind == ".ofd":
            reference = ofd_reference(data) if data[:2] == b"PK" else ""
        else:
            reference = texts[path].read_text("utf-8-sig") if path in texts else ""
        share = recall(ours, reference)
        if share is not None:
            shares.append((share, path.name))
    shares.sort()
    only = [share for share, _ in shares]
    print(f"{kind}: {len(files)} files, {dict(ended)}; {len(shares)} with a reference that has text")
    if only:
        print(f"  recall: median {statistics.median(only):.4f}, lowest {only[0]:.4f}")
        print("".join(f"  {share:.4f} {name}\n" for share, name in shares if share < 0.995), end="")


def speed(rounds: int) -> None:
    """Medians of CPU time a form."""
    words = [p for p in sorted(SAMPLES.rglob("*.docx")) if docx.sniff(p.read_bytes())][:30]
    with tempfile.TemporaryDirectory(prefix="rtf-") as out:
        made = converted(words, "rtf", ".rtf", Path(out))
        pairs = [(word.read_bytes(), copy.read_bytes()) for word, copy in made.items()]
    _compare("rtf / docx", rtf.read, docx.read, [(b, a) for a, b in pairs], rounds)
    from samples.make.ofd import from_pdf

    drawn = [p.read_bytes() for p in sorted(SAMPLES.rglob("*.pdf"))]
    both = []
    for data in drawn:
        try:
            both.append((from_pdf(data), data))
        except DocumentError:
            continue
    _compare("ofd / pdf", ofd.read, pdf.read, both, rounds)


def _compare(
    name: str, first: Callable[[bytes], object], second: Callable[[bytes], object], pairs: Sequence[tuple[bytes, bytes]], rounds: int
) -> None:
    spent: tuple[list[float], list[float]] = ([], [])
    for _ in range(rounds):
        for column, read in enumerate((first, second)):
            start = time.process_time()
            for pair in pairs:
                read(pair[column])
            spent[column].append((time.process_time() - start) / len(pairs) * 1000)
    a, b = (statistics.median(s) for s in spent)
    print(f"{name}: {a:.2f} ms / {b:.2f} ms = {a / b:.2f} ({len(pairs)} forms, medians of {rounds} rounds)")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=7)
    given = parser.parse_args()
    if given.folders:
        collection(given.folders)
    else:
        speed(given.rounds)


if __name__ == "__main__":
    main()
