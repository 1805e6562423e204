"""What a rule may know: the form, what was understood of it, and what the pipeline knows beyond it, as plain values."""

from __future__ import annotations

from datetime import date

from extractors.model import Annotation, CommitmentItem, Form
from extractors.model.value_class import value_class


@value_class
class UnitFacts:
    """A roster row of an organisation. `category` is one of the notice's unit categories (机关, 院部 …);
    `exempt` is the reason why nothing is due, else ""."""

    roster_id: str
    name: str
    parent: str = ""
    level: str = ""
    category: str = ""
    secretary: str = ""
    member_count: int | None = None
    window: bool = False
    contact: str = ""
    due_here: bool = True
    exempt: str = ""


@value_class
class PersonFacts:
    """A roster row of a member. `oral` is True where the branch decided on an oral commitment (`oral_note` says when)."""

    roster_id: str
    name: str
    branch: str = ""
    post: str = ""
    category: str = ""
    leader: bool = False
    due_here: bool = True
    oral: bool = False
    oral_note: str = ""
    exempt: str = ""
    applicant: bool = False


@value_class
class FormFacts:
    """Everything about one form. `annotations[i]` belongs to `items[i]`. `match` is exact | likely | asked | none.
    `signed_copy` is True where the office's register says that this very file is the signed and sealed copy."""

    form: Form
    items: tuple[CommitmentItem, ...]
    annotations: tuple[Annotation, ...]
    unit: UnitFacts | None = None
    person: PersonFacts | None = None
    match: str = "none"
    roster_known: bool = False
    received: date | None = None
    signed_copy: bool = False
    file_name: str = ""

    @property
    def reference_date(self) -> date | None:
        """The signature's day, else receipt."""
        return self.form.signing.date.day or self.received
