"""A stretch of a document that holds one form, and a table with what was read in it."""

from __future__ import annotations

from extractors.forms.parts import Parts
from extractors.model import Paragraph, Passage, Table
from extractors.model.value_class import value_class


@value_class
class ReadTable:
    """A table with what was read in it."""

    table: Table
    parts: Parts

    @property
    def names(self) -> bool:
        """Whether it says who promises: the first table of a form."""
        return self.parts.promised and any(f.key in ("name", "org_name") for f in self.parts.fields)


@value_class
class Segment:
    """A title (empty where none is printed) with everything up to the next one; `again` tells that it follows the signed letter
    of somebody else under the same title, `attached` that 附件 stands over it."""

    title: Passage
    content: tuple[Paragraph | ReadTable, ...]
    continuation: bool = False
    again: bool = False
    attached: bool = False
    page: tuple[Passage, ...] = ()
    """What stands over the title and is no part of it: lines of the paper, of the web page from which the file was copied."""

    @property
    def tables(self) -> list[ReadTable]:
        """Its tables, in order."""
        return [c for c in self.content if isinstance(c, ReadTable)]
