"""The values that pass from stage to stage: frozen, slotted, free of any file format's library."""

from extractors.model.annotation import (
    Annotation,
    Deadline,
    DeadlineKind,
    DeadlineReason,
    DeadlineSource,
    DimensionLabel,
    Elements,
    Part,
    Period,
    Quantity,
    Responsible,
    Span,
    Target,
    TargetKind,
    Wording,
)
from extractors.model.context import DimensionSet, NamedEvent, ReadingContext, Topic
from extractors.model.document import Block, Cell, Document, Mark, MarkKind, Paragraph, Picture, Place, Sight, Table
from extractors.model.form import (
    Approval,
    CommitmentItem,
    Form,
    FormField,
    FormKind,
    Frame,
    FrameKind,
    Presence,
    PrintedDate,
    ScanState,
    Signing,
)
from extractors.model.passage import Anchor, Passage, PdfLine, PdfPlace, Piece, WordParagraph, WordPlace, WordShape

__all__ = [
    "Anchor", "Annotation", "Approval", "Block", "Cell", "CommitmentItem", "Deadline", "DeadlineKind",
    "DeadlineReason", "DeadlineSource", "DimensionLabel", "DimensionSet", "Document", "Elements", "Form",
    "FormField", "FormKind", "Frame", "FrameKind", "Mark", "MarkKind", "NamedEvent", "Paragraph", "Part", "Passage",
    "PdfLine", "PdfPlace", "Period", "Picture", "Piece", "Place", "Presence", "PrintedDate", "Quantity",
    "ReadingContext", "Responsible", "ScanState", "Sight", "Signing", "Span", "Table", "Target", "TargetKind", "Topic",
    "Wording", "WordParagraph", "WordShape",
    "WordPlace",
]
