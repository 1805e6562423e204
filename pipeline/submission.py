"""One submitted file from end to end. This is the spine of the program: read, match, split, annotate, judge, record."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from extractors.errors import DocumentError, NoFormFound
from extractors.forms import find_forms
from extractors.items import split
from extractors.language import annotate
from extractors.model import Document, Form, Paragraph, Passage
from extractors.reading import read
from pipeline.recording import form_line, form_record
from pipeline.records import FormRecord, UnreadableRecord, to_line
from pipeline.roster import Roster
from rules.engine import judge
from rules.facts import FormFacts
from rules.model import Finding
from rules.packs import Pack

_YOUNG = 10_000
"""New objects after which the garbage collector looks for circles. A form leaves none, a PDF a few dozen objects."""


@dataclass(frozen=True, slots=True)
class Submission:
    """A file of the inbox. `name` is its path below the inbox (a member of an archive: `箱.zip/甲.docx`), with forward
    slashes; `path` is where its bytes lie now; `sha256` is of those bytes."""

    name: str
    path: Path
    sha256: str


def submission(path: Path) -> Submission:
    """A single file as a submission of its own. Raises OSError where it cannot be opened."""
    with path.open("rb") as stream:
        return Submission(path.name, path, hashlib.file_digest(stream, "sha256").hexdigest())


@dataclass(frozen=True, slots=True)
class Judged:
    """A form with everything that was understood and found."""

    facts: FormFacts
    findings: tuple[Finding, ...]
    format: str


def judge_file(source: Submission, pack: Pack, roster: Roster) -> Iterator[Judged]:
    """Read one file and judge every form in it; raises DocumentError where it holds none."""
    document = read(source.path)
    try:
        forms = find_forms(document)
    except NoFormFound as error:
        error.format_name = document.format
        raise
    for form in forms:
        facts = understand(form, source, pack, roster)
        yield Judged(facts, judge(facts, pack), document.format)


def warm_up(pack: Pack) -> None:
    """Make a worker ready: load what all forms share, and tell the garbage collector that it stays. Else every form
    pays for walks over dictionaries that never become garbage, a tenth of its time and more."""
    printed = ("党支部公开承诺书", "一、6月底前走访困难群众12户。", "二、每季度组织一次学习。")
    document = Document("", tuple(Paragraph(Passage(text)) for text in printed))
    for form in find_forms(document):
        facts = understand(form, Submission("", Path(), ""), pack, Roster())
        form_line(facts, judge(facts, pack), sha256="", file_format="", notice=pack.id)
    gc.collect()
    gc.freeze()
    gc.set_threshold(_YOUNG, 20, 20)


def understand(form: Form, source: Submission, pack: Pack, roster: Roster) -> FormFacts:
    """The facts of one form: its promises, what they say, and what the office's roster knows of its owner."""
    owner = roster.match(form, source.name, source.sha256)
    receipt = roster.receipt(source.name, owner)
    items = split(form)
    return FormFacts(
        form=form,
        items=items,
        annotations=annotate(items, form.kind, pack.context(form, receipt.day)),
        unit=owner.unit,
        person=owner.person,
        match=owner.how,
        roster_known=roster.lists(form.kind),
        received=receipt.day,
        signed_copy=receipt.signed_copy,
        file_name=source.name,
    )


def process(source: Submission, pack: Pack, roster: Roster) -> tuple[FormRecord | UnreadableRecord, ...]:
    """The records of one file: one for each form, or one that says why there is none. Raises only for a bug."""
    try:
        return tuple(
            form_record(j.facts, j.findings, sha256=source.sha256, file_format=j.format, notice=pack.id)
            for j in judge_file(source, pack, roster)
        )
    except DocumentError as error:
        return (unreadable(source, error),)


def lines(source: Submission, pack: Pack, roster: Roster) -> tuple[str, ...]:
    """The lines of results.jsonl for one file: what `process` gives, written down. Raises only for a bug."""
    try:
        return tuple(
            form_line(j.facts, j.findings, sha256=source.sha256, file_format=j.format, notice=pack.id)
            for j in judge_file(source, pack, roster)
        )
    except DocumentError as error:
        return (to_line(unreadable(source, error)),)


def unreadable(source: Submission, error: DocumentError) -> UnreadableRecord:
    """The record of a file that could not be read."""
    return UnreadableRecord(
        file=source.name,
        sha256=source.sha256,
        format=error.format_name,
        reason=error.reason,
        message=error.message,
        next_step=error.next_step,
    )
