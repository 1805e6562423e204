"""One submitted file from end to end. This is the spine of the program: read, match, split, annotate, judge, record."""

from __future__ import annotations

import gc
import hashlib
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice
from math import inf
from pathlib import Path

from extractors.errors import Corrupt, DocumentError, NoFormFound
from extractors.forms import filled_forms, find_forms
from extractors.items import split
from extractors.language import annotate_forms
from extractors.language.asked import Asked
from extractors.model import Document, Form, Paragraph, Passage, ReadingContext
from extractors.reading import content, read_bytes
from pipeline.recording import form_line, form_record
from pipeline.records import FormRecord, UnreadableRecord, to_line
from pipeline.rosters.roster import Owner, Receipt, Roster
from pipeline.trouble import why
from rules.engine import judge
from rules.facts import FormFacts
from rules.model import Finding
from rules.packs import Pack

_YOUNG = 30_000
"""New objects after which the garbage collector looks for circles. A form leaves none, a PDF a few dozen objects; a group of files
that are judged together has some tens of thousands at once, which all go by themselves when the group is done."""

AGAIN = "请核对这个文件，再运行一次。"


@dataclass(frozen=True, slots=True)
class Submission:
    """A file of the inbox. `name` is its path below the inbox (a member of an archive: `箱.zip/甲.docx`), with forward
    slashes; `path` is where its bytes lie now; `sha256` is of those bytes ("": not known)."""

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


@dataclass(frozen=True, slots=True)
class Found:
    """A form, the file that it was found in, and that file's format."""

    form: Form
    source: Submission
    format: str


Finder = Callable[[Document], Sequence[Form]]
"""What finds the forms of a document: all of them, or those in which anything is written."""


def judge_file(source: Submission, pack: Pack, roster: Roster, find: Finder = find_forms) -> Sequence[Judged]:
    """Read one file and judge every form in it; raises DocumentError where it holds none."""
    (judged,) = judge_files([source], pack, roster, find=find)
    if isinstance(judged, DocumentError):
        raise judged
    return judged


def judge_files(
    sources: Sequence[Submission], pack: Pack, roster: Roster, patience: float = inf, find: Finder = find_forms
) -> list[Sequence[Judged] | DocumentError]:
    """Read some files and judge every form in them; in the place of a file that holds none, why. Where reading takes more
    than `patience` seconds, the files after that are left: the answer is then shorter than `sources`.

    All files go through a stage before any goes through the next: the stage's code and tables are then in the processor's
    caches, and a form costs about a third less than on the whole way alone."""
    documents = _read_some(sources, patience)
    sources = sources[: len(documents)]
    found = [_find(source, document, find) for source, document in zip(sources, documents, strict=True)]
    forms = [form for here in found if not isinstance(here, DocumentError) for form in here]
    facts = understand(forms, pack, roster)
    findings = [judge(told, pack) for told in facts]
    judged = map(Judged, facts, findings, [form.format for form in forms])
    return [here if isinstance(here, DocumentError) else tuple(islice(judged, len(here))) for here in found]


def _read_some(sources: Sequence[Submission], patience: float) -> list[Document | DocumentError]:
    documents: list[Document | DocumentError] = []
    end = time.monotonic() + patience
    for source in sources:
        documents.append(_read(source))
        if time.monotonic() > end:
            break
    return documents


def _read(source: Submission) -> Document | DocumentError:
    """What the file shows, as it was when it was collected: judged by its digest, a file that changed since is another one."""
    try:
        data = content(source.path)
        if source.sha256 and hashlib.sha256(data).hexdigest() != source.sha256:
            return Corrupt("文件在运行途中被改动，这次没有审核。", AGAIN)
        return read_bytes(data)
    except DocumentError as error:
        return error
    except OSError as error:
        return Corrupt(f"文件打不开（{why(error)}），可能在运行途中被移走、改名或占用。", AGAIN)


def _find(source: Submission, document: Document | DocumentError, find: Finder) -> Sequence[Found] | DocumentError:
    if isinstance(document, DocumentError):
        return document
    try:
        return [Found(form, source, document.format) for form in find(document)]
    except NoFormFound as error:
        error.format_name = document.format
        return error


def warm_up(pack: Pack) -> None:
    """Make a worker ready: load what all forms share, and tell the garbage collector that it stays. Else every form
    pays for walks over dictionaries that never become garbage, a tenth of its time and more."""
    printed = ("党支部公开承诺书", "一、6月底前走访困难群众12户。", "二、每季度组织一次学习。")
    document = Document("", tuple(Paragraph(Passage(text)) for text in printed))
    forms = [Found(form, Submission("", Path(), ""), "") for form in find_forms(document)]
    for facts in understand(forms, pack, Roster()):
        form_line(facts, judge(facts, pack), sha256="", file_format="", pack=pack)
    gc.collect()
    gc.freeze()
    gc.set_threshold(_YOUNG, 20, 20)


def understand(forms: Sequence[Found], pack: Pack, roster: Roster) -> list[FormFacts]:
    """The facts of some forms: their promises, what they say, and what the office's roster knows of their owners."""
    items = [split(found.form) for found in forms]
    known = [_known(found, pack, roster) for found in forms]
    asked = [Asked(its, found.form.kind, told.context) for its, found, told in zip(items, forms, known, strict=True)]
    understood = annotate_forms(asked)
    return [
        FormFacts(
            form=found.form,
            items=its,
            annotations=annotations,
            unit=told.owner.unit,
            person=told.owner.person,
            match=told.owner.how,
            roster_known=roster.lists(found.form.kind),
            received=told.receipt.day,
            signed_copy=told.receipt.signed_copy,
            file_name=found.source.name,
            file_person=roster.name_in(found.source.name),
        )
        for found, its, told, annotations in zip(forms, items, known, understood, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class _Known:
    owner: Owner
    receipt: Receipt
    context: ReadingContext


def _known(found: Found, pack: Pack, roster: Roster) -> _Known:
    owner = roster.match(found.form, found.source.name, found.source.sha256)
    receipt = roster.receipt(found.source.name, owner)
    return _Known(owner, receipt, pack.context(found.form, receipt.day))


def process(source: Submission, pack: Pack, roster: Roster) -> tuple[FormRecord | UnreadableRecord, ...]:
    """The records of one file: one for each form in which anything is written, or one that says why there is none. Raises only
    for a bug."""
    try:
        return tuple(
            form_record(j.facts, j.findings, sha256=source.sha256, file_format=j.format, pack=pack)
            for j in judge_file(source, pack, roster, filled_forms)
        )
    except DocumentError as error:
        return (unreadable(source, error),)


def lines(
    sources: Sequence[Submission], pack: Pack, roster: Roster, patience: float = inf
) -> list[tuple[str, ...]]:
    """The lines of results.jsonl for each of some files: what `process` gives, written down; for as many as `judge_files`
    takes up. Raises only for a bug."""
    judged = judge_files(sources, pack, roster, patience, filled_forms)
    return [_lines(source, told, pack) for source, told in zip(sources, judged, strict=False)]


def _lines(source: Submission, judged: Sequence[Judged] | DocumentError, pack: Pack) -> tuple[str, ...]:
    if isinstance(judged, DocumentError):
        return (to_line(unreadable(source, judged)),)
    return tuple(
        form_line(j.facts, j.findings, sha256=source.sha256, file_format=j.format, pack=pack) for j in judged
    )


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
