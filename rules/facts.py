"""What a rule may know: the form, what was understood of it, and what the pipeline knows beyond it, as plain values."""

from __future__ import annotations

from datetime import date

from extractors.model import Anchor, Annotation, CommitmentItem, Form, FormKind
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
    """A roster row of a member. `oral` is True where the branch decided on an oral commitment (`oral_note` says when);
    `head_of` names the organisation of which the person is one of the two heads (党政一把手); `home` is the id of the branch's row, ""
    where the name alone tells it."""

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
    head_of: str = ""
    home: str = ""


@value_class
class FormFacts:
    """Everything about one form. `annotations[i]` belongs to `items[i]`. `match` is exact | likely | asked | none.
    `signed_copy` is True where the office's register says that this very file is the signed and sealed copy. `file_person`
    is the person of the roster whose name stands alone in the file's name."""

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
    file_person: str = ""

    @property
    def reference_date(self) -> date | None:
        """The signature's day, else receipt."""
        return self.form.signing.date.day or self.received


@value_class
class Peer:
    """A form elsewhere, or a promise in it, that says nearly the same: whose it is as people would say it, and how alike
    the two are (0 to 1)."""

    whose: str
    likeness: float


@value_class
class PromiseFacts:
    """A promise as the batch sees it: its number, words and place, and what elsewhere says nearly the same."""

    n: int
    text: str
    anchor: Anchor = Anchor()
    peers: tuple[Peer, ...] = ()


@value_class
class OpenItem:
    """A promise of an earlier year that was not kept. `explained` is what the roster says of its explanation, `likeness`
    how much of it stands in the promise of this year that comes nearest (0 to 1), `nearest` that promise's number;
    `carried` is True where the ledger carried it over into this year, so that it is to go on."""

    text: str
    explained: str = ""
    likeness: float = 0.0
    nearest: int = 0
    carried: bool = False


@value_class
class BatchFacts:
    """What only the whole batch can tell of a form. `peers` are forms that are alike as a whole. `concrete` counts the
    form's promises with a target, a project and a limit; for the form of a leader, `others` holds the same count of
    each ordinary member of the branch whose form came (None: this is no leader's form)."""

    kind: FormKind
    promises: tuple[PromiseFacts, ...] = ()
    peers: tuple[Peer, ...] = ()
    left_open: tuple[OpenItem, ...] = ()
    concrete: int = 0
    others: tuple[int, ...] | None = None
    file_name: str = ""


@value_class
class Hung:
    """A sheet that was made public: for how many days it hung when it came down (None: nobody wrote down when), and how
    many the notice asks for (0: it names none)."""

    days: int | None
    least: int


@value_class
class UnderWay:
    """A promise that is still to be kept, or put right, on the day `today`. `limit` binds now (of 限期整改 where `put_right`);
    where there is none, `words` hold instead, and `until` is the last day of what the notice covers. Nothing was heard of
    it for `silent` whole months; `undated` is True where progress is written down without its day."""

    today: date
    limit: date | None
    words: str = ""
    until: date | None = None
    put_right: bool = False
    silent: int = 0
    undated: bool = False


@value_class
class OwedReport:
    """A report on a form for a quarter (`quarter` as people say it), due on `due`. `opened` is False where the office never
    gave out the quarter's sheets, `blank` True where the report came and nothing is in it."""

    quarter: str
    due: date
    today: date
    received: date | None = None
    opened: bool = True
    blank: bool = False


@value_class
class Evaluated:
    """How one that is judged came out of a round (`title`) whose last day is `end` (None: the notice names none). `missing`
    are the parts of which nothing is registered, `few` those with too few votes to tell; `begun` is True where anything of
    the round is registered at all."""

    title: str
    end: date | None
    today: date
    parts: tuple[str, ...]
    missing: tuple[str, ...] = ()
    few: tuple[str, ...] = ()
    begun: bool = True


@value_class
class LedgerFacts:
    """What the ledger knows of one thing that happened, or did not: a publication, a promise, a report, an evaluation; the
    others are None, and their rules say nothing. `kind` is of the form that it is about."""

    kind: FormKind
    hung: Hung | None = None
    promise: UnderWay | None = None
    report: OwedReport | None = None
    evaluated: Evaluated | None = None
