"""What holds inside one group of an RTF file; a group inherits it and gives it up at its end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from extractors.formats.richtext.story import Story

USUAL_SIZE = 24
"""Half points: what text has that is given no size."""


class Sink(Enum):
    """Where text goes. In QUIET groups it is not shown."""

    TEXT = auto()
    ORDINAL = auto()
    INSTRUCTION = auto()
    ENTRY = auto()
    FONTS = auto()
    LISTS = auto()
    OVERRIDES = auto()
    LEVEL_TEXT = auto()
    PICTURE = auto()
    QUIET = auto()


@dataclass(slots=True)
class Field:
    """An open field: its instruction, whether its result has text, and what a form field in it says."""

    outer: Field | None
    instruction: str = ""
    shown: bool = False
    kind: int = -1
    result: int = -1
    default: int = 0
    entries: tuple[str, ...] = ()


@dataclass(slots=True)
class State:
    """The group's own settings. `skip` counts the characters that follow a `\\u` for older readers; `far` is set while
    the associated properties (`\\ab`) are those of East Asian text; `size` is in half points, `align` as
    `ParagraphProperties` has it; `depth` is `\\itap`; `closing` runs before its end."""

    story: Story
    sink: Sink = Sink.TEXT
    outer: Sink = Sink.TEXT
    field: Field | None = None
    font: int = 0
    skip: int = 1
    hidden: bool = False
    deleted: bool = False
    bold: bool = False
    italic: bool = False
    underline: bool = False
    size: int = USUAL_SIZE
    far: bool = False
    align: int = 0
    in_table: bool = False
    depth: int | None = None
    list: int = 0
    level: int = 0
    inner_rows: bool = False
    closing: Callable[[], None] | None = None

    def inner(self) -> State:
        """The state with which a group in this one begins."""
        return State(
            self.story, self.sink, self.outer, self.field, self.font, self.skip, self.hidden, self.deleted, self.bold,
            self.italic, self.underline, self.size, self.far, self.align, self.in_table, self.depth, self.list, self.level, self.inner_rows,
        )  # fmt: skip

    def at_end(self, step: Callable[[], None]) -> None:
        """Let `step` run before the group ends. A group may be a note in a box in one: what it was before it became something
        else ends after that, with its own story."""
        story, field, sink, before = self.story, self.field, self.sink, self.closing

        def both() -> None:
            step()
            if before is not None:
                self.story, self.field, self.sink = story, field, sink
                before()

        self.closing = both

    @property
    def table_depth(self) -> int:
        """In how many tables the paragraph stands."""
        return max(0, self.depth) if self.depth is not None else int(self.in_table)

    def plain(self, font: int) -> None:
        """Character properties as at the beginning (`\\plain`)."""
        self.font, self.hidden, self.deleted, self.bold, self.far = font, False, False, False, False
        self.italic, self.underline, self.size = False, False, USUAL_SIZE

    def new_paragraph(self) -> None:
        """Paragraph properties as at the beginning (`\\pard`)."""
        self.align, self.in_table, self.depth, self.list, self.level = 0, False, None, 0, 0
