"""The office's roster: who should hand in, who is who, and what came when. Reading the workbook, matching a form to it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from pathlib import PurePosixPath

from extractors.model import Form, FormKind
from pipeline.rosters.whose import Told, Whose
from rules.facts import PersonFacts, UnitFacts
from rules.unit_names import unit_key

_SUFFIX = re.compile(r"\.[A-Za-z]\w{1,4}$")
PARTY = re.compile("党|支部|总支|委员会")
"""What the name of a Party organisation has. A form may name the house only (某某医院), and the roster its Party committee."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """A line of the receipt register (收件登记). `key` is a file name, else a unit's or person's name, or both joined;
    `paper` is how many paper copies came (None: not said); `owner` the id of the unit or person that it means, "" where only a
    file can tell; `where` its cell."""

    key: str = ""
    day: date | None = None
    signed_copy: bool = False
    paper: int | None = None
    owner: str = ""
    where: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class OpenLine:
    """A promise of an earlier year that was not kept (上年未完成事项), of a unit or of a person in it; `explained` is
    where and when its reason was given, else "". `carried`: the ledger has it as carried over into this year (转入下年). `owner`: the
    id of the row, "" where only the names tell."""

    unit: str
    person: str
    text: str
    explained: str = ""
    carried: bool = False
    owner: str = ""
    where: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class CompanionLine:
    """What the office wrote down of a companion document (配套材料): whose (`owner` is the id of the row), which, when it came, or
    why none is due."""

    unit: str
    name: str
    day: date | None = None
    file: str = ""
    exempt: str = ""
    owner: str = ""
    where: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person said of whose a form is: the form by its file's digest and its number in it, the roster's unit and
    person; `outside` where it belongs to nobody in the roster."""

    sha256: str
    index: int
    unit: str = ""
    person: str = ""
    outside: bool = False


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose form it is. `how`: exact, likely (one candidate, near in wording), asked (a person said it) or none. `units_own` is True for the form
    of the organisation itself, as against that of somebody in it; `leads` for that of its secretary."""

    unit: UnitFacts | None = None
    person: PersonFacts | None = None
    how: str = "none"
    units_own: bool = False
    leads: bool = False


@dataclass(frozen=True, slots=True)
class Roster:
    """Units, persons and receipts, with indexes by normalised name. `default_day` and `all_signed` come from the
    command line (`--received`, `--signed-copies`) and hold where the register is silent."""

    units: tuple[UnitFacts, ...] = ()
    people: tuple[PersonFacts, ...] = ()
    receipts: tuple[Receipt, ...] = ()
    left_open: tuple[OpenLine, ...] = ()
    companions: tuple[CompanionLine, ...] = ()
    answers: tuple[Answer, ...] = ()
    said_due: tuple[str, ...] = ()
    """Ids of the people of whom the roster itself says whether their form is due here."""
    default_day: date | None = None
    all_signed: bool = False
    _units: dict[str, list[UnitFacts]] = field(init=False, repr=False, compare=False, default_factory=dict)
    _by_id: dict[str, UnitFacts] = field(init=False, repr=False, compare=False, default_factory=dict)
    _people: dict[str, list[PersonFacts]] = field(init=False, repr=False, compare=False, default_factory=dict)
    _receipts: dict[str, Receipt] = field(init=False, repr=False, compare=False, default_factory=dict)
    _receipts_of: dict[str, Receipt] = field(init=False, repr=False, compare=False, default_factory=dict)
    _persons_by_id: dict[str, PersonFacts] = field(init=False, repr=False, compare=False, default_factory=dict)
    _left_open: dict[str, list[OpenLine]] = field(init=False, repr=False, compare=False, default_factory=dict)
    _whose: Whose = field(init=False, repr=False, compare=False, default_factory=lambda: Whose(()))
    _answers: dict[tuple[str, int], Answer] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        for unit in self.units:
            self._units.setdefault(plain(unit.name), []).append(unit)
            self._by_id[unit.roster_id] = unit
        for person in self.people:
            self._people.setdefault(plain(person.name), []).append(person)
            self._persons_by_id[person.roster_id] = person
        for receipt in self.receipts:
            for key, index in ((plain(receipt.key), self._receipts), (receipt.owner, self._receipts_of)):
                if key:
                    index[key] = _joined(index.get(key), receipt)
        object.__setattr__(self, "_whose", Whose(self.units))
        self._answers.update({(a.sha256, a.index): a for a in self.answers})
        for line in self.left_open:
            home = self.unit(line.unit)
            owner = self.person(line.person, home) if line.person else home
            key = line.owner or (owner.roster_id if owner else _by_name(line.unit, line.person))
            self._left_open.setdefault(key, []).append(line)

    def __bool__(self) -> bool:
        return bool(self.units or self.people)

    def lists(self, kind: str) -> bool:
        """Whether the roster lists owners of that kind of form: many offices have a list of branches and none of members."""
        return bool(self.people if kind in (FormKind.MEMBER, FormKind.SECRETARY) else self.units)

    def received_by(self, persons: str) -> Roster:
        """The roster for an office that by its notice receives the forms of "all" persons, or of "leaders" only: the
        others are due here only where the roster says so."""
        if persons != "leaders":
            return self
        said = frozenset(self.said_due)  # kept as a tuple: the order of a set differs from process to process
        ours = (p.leader or p.roster_id in said for p in self.people)
        people = (p if here else replace(p, due_here=False) for p, here in zip(self.people, ours, strict=True))
        return replace(self, people=tuple(people))

    def answer(self, sha256: str, index: int) -> Answer | None:
        """What a person said of the form of that number in a file."""
        return self._answers.get((sha256, index))

    def match(self, form: Form, file_name: str, sha256: str = "") -> Owner:
        """The roster rows of a form's owner: by what a person said of it, by what the form says, by the file's name."""
        if answer := self.answer(sha256, form.index):
            unit = self.unit(answer.unit)
            who = self.person(answer.person, unit) if answer.person else None
            home = unit or (self.home(who) if who else None)
            return Owner(home, who, "asked", units_own=form.kind is FormKind.ORG)
        if form.kind is FormKind.MEMBER:
            return self._match_person(form, file_name)
        told = Told(form.unit, form.person or _head(form), file_name)
        found = self._whose.find(told)
        unit, how = found.unit, "exact" if found.sure else "likely"
        if unit is not None and found.sure and plain(unit.secretary) != plain(told.head) and self._named_otherwise(unit, file_name):
            how = "likely"
        if unit is None and form.person:
            unit, how = self._unit_of_secretary(form, told)
        if unit is None and not PARTY.search(form.unit):
            unit, how = self.unit_in(file_name), "likely"
        person = self.person(form.person, unit) if form.kind is FormKind.SECRETARY else None
        if person and unit is None and not form.unit and (unit := self.home(person)):
            how = "likely"  # a secretary is at home in a branch, which need not be the organisation that he leads
        secretary = form.kind is FormKind.SECRETARY
        return Owner(unit, person, how if unit else "none", units_own=not secretary, leads=secretary)

    def _named_otherwise(self, unit: UnitFacts, file_name: str) -> bool:
        """Whether the file itself is named for another organisation in full."""
        other = self.unit_in(PurePosixPath(file_name).name)
        return other is not None and other is not unit and plain(unit.name) not in plain(file_name)

    def receipt(self, file_name: str, owner: Owner) -> Receipt:
        """What the register says of a file: by its name, else by whose form it is, else the default."""
        path = PurePosixPath(file_name)
        if named := self._line((file_name, path.name, path.stem)):
            signed = named.signed_copy or self.all_signed
            return Receipt(named.key, named.day or self.default_day, signed, named.paper)
        if packed := self._line(_archives(path)):
            return Receipt(packed.key, packed.day or self.default_day, self.all_signed)
        # A line without a file name is about what came on paper: it tells the day, not that this file is signed.
        told = self._of_owner(owner) or Receipt()
        return Receipt(told.key, told.day or self.default_day, self.all_signed, told.paper)

    def paper(self, file_name: str, owner: Owner) -> int | None:
        """How many copies on paper the register has of a form: those written beside its file ("": no file) and those
        beside its owner's name, which may be other copies. A name that several people bear tells nothing."""
        path = PurePosixPath(file_name)
        by_file = self._line((file_name, path.name, path.stem)) if file_name else None
        by_name = self._of_owner(owner)
        if by_file and by_name and by_file.owner == by_name.owner:
            by_file = None  # a file that is called as its owner is
        counts = [line.paper for line in (by_file, by_name) if line and line.paper is not None]
        return sum(counts) if counts else None

    def registered(self, file_name: str) -> date | None:
        """The day that the register has for a file of that name."""
        path = PurePosixPath(file_name)
        line = self._line((file_name, path.name, path.stem, *_archives(path)))
        return line.day or self.default_day if line else self.default_day

    def unmatched(self, files: Iterable[str]) -> list[str]:
        """The lines of the register that name none of these files, and no unit or person of the roster."""
        paths = [PurePosixPath(file) for file in files]
        known = {plain(name) for p in paths for name in (str(p), p.name, p.stem, *_archives(p))}
        return [line.key for key, line in self._receipts.items() if not line.owner and key not in known]

    def _of_owner(self, owner: Owner) -> Receipt | None:
        """The line about an owner's form: the person's, the secretary's of a unit, or for the unit's own form the unit's."""
        if owner.person or owner.unit is None:
            return self._receipts_of.get(owner.person.roster_id) if owner.person else None
        key = owner.unit.roster_id if owner.units_own else form_of(owner.unit, "secretary") if owner.leads else ""
        return self._receipts_of.get(key)

    def _line(self, keys: Iterable[str]) -> Receipt | None:
        return next((found for key in keys if (found := self._receipts.get(plain(key)))), None)

    def unit_by_id(self, roster_id: str | None) -> UnitFacts | None:
        """The unit of that roster row."""
        return self._by_id.get(roster_id or "")

    def person_by_id(self, roster_id: str | None) -> PersonFacts | None:
        """The person of that roster row."""
        return self._persons_by_id.get(roster_id or "")

    def left_open_of(self, roster_id: str | None, unit: str = "", person: str = "") -> tuple[OpenLine, ...]:
        """What the unit or the person of that row left open last year; of one that has no row, by name."""
        return tuple(self._left_open.get(roster_id or _by_name(unit, person), ()))

    def home(self, person: PersonFacts) -> UnitFacts | None:
        """The branch of somebody."""
        return self._by_id.get(person.home) or self.unit(person.branch)

    def unit(self, name: str) -> UnitFacts | None:
        """The one unit of exactly that name."""
        found = self._units.get(plain(name), [])
        return found[0] if len(found) == 1 else None

    def name_in(self, file_name: str) -> str:
        """The name of a person of the roster that stands alone in a file's name; "" where none does."""
        return _name_in(file_name, self._people)

    def person_in(self, file_name: str) -> PersonFacts | None:
        """The one person whose name stands alone in a file's name; the unit in the path tells namesakes apart."""
        return self.person(_name_in(file_name, self._people), self.unit_in(file_name))

    def _match_person(self, form: Form, file_name: str) -> Owner:
        found = self._whose.find(Told(form.unit, path=file_name))
        name = form.person or _name_in(file_name, self._people)
        known = self._people.get(plain(name), []) if name else []
        here = [p for p in known if found.unit and at_home(p, found.unit)]
        if len(here) == 1:
            return Owner(found.unit, here[0], "exact" if form.person else "likely")  # that he is there bears out the branch
        if len(known) == 1 and not here:
            return self._elsewhere(form, known[0], found.unit)
        there = [p for p in known if self._led_to(p, file_name)] if found.unit is None else []
        if len(there) == 1:
            return Owner(self.home(there[0]), there[0], "exact" if form.person else "likely")
        return Owner(found.unit, None, "exact" if found.sure and not self.people else "likely") if found.unit else Owner()

    def _elsewhere(self, form: Form, person: PersonFacts, printed: UnitFacts | None) -> Owner:
        """Somebody of a name that occurs once, in another branch than the form's, or than any that it prints: where it prints no more
        than the house that his branch belongs to it is he; else he may be another."""
        branch = self.home(person)
        house = not PARTY.search(form.unit) and unit_key(form.unit) in unit_key(person.branch + (branch.parent if branch else ""))
        if not form.unit or house:
            return Owner(branch, person, "exact" if form.person else "likely")
        return Owner(printed or branch, person, "likely")

    def _led_to(self, person: PersonFacts, file_name: str) -> bool:
        """Whether a folder or the file itself is named for somebody's branch."""
        homes = (self._whose.find(Told(part)).unit for part in PurePosixPath(file_name).with_suffix("").parts)
        return any(home is not None and at_home(person, home) for home in homes)

    def person(self, name: str, unit: UnitFacts | None) -> PersonFacts | None:
        """The roster row of a name. A namesake in another branch is another person: with several candidates the branch decides, or nobody."""
        found = self._people.get(plain(name), []) if name else []
        if unit:
            here = [p for p in found if at_home(p, unit)]
            return here[0] if len(here) == 1 else found[0] if len(found) == 1 and not here else None
        return found[0] if len(found) == 1 else None

    def _unit_of_secretary(self, form: Form, told: Told) -> tuple[UnitFacts | None, str]:
        """The one organisation whose secretary bears the name; sure where his own form names none, or the file names it."""
        found = _only_one(u for u in self.units if plain(u.secretary) == plain(told.head))
        alone = form.kind is FormKind.SECRETARY and not form.unit and len(self._people.get(plain(told.head), ())) < 2
        named = found is not None and not form.unit and self.unit_in(told.path) is found
        return found, "exact" if alone or named else "likely"

    def unit_in(self, file_name: str) -> UnitFacts | None:
        """The one unit whose name stands in a file's name; the longest name wins."""
        text = plain(file_name)
        named = [u for u in self.units if plain(u.name) and plain(u.name) in text]
        longest = max((len(plain(u.name)) for u in named), default=0)
        return _only_one(u for u in named if len(plain(u.name)) == longest)


def at_home(person: PersonFacts, unit: UnitFacts) -> bool:
    """Whether somebody is of a branch; of two of one name the list of people tells which by its superior."""
    return person.home == unit.roster_id if person.home else plain(person.branch) == plain(unit.name)


def form_of(unit: UnitFacts, form: str) -> str:
    """What registers say of a unit's `secretary`, or of its `members`, who have no row of their own."""
    return f"{unit.roster_id}/{form}"


def _head(form: Form) -> str:
    """Who heads the organisation, as its form prints it."""
    return next((f.value for f in form.fields if f.key == "head" and f.value), "")


def _archives(path: PurePosixPath) -> Iterator[str]:
    """The archives that a file lies in (箱.zip/甲.docx), the innermost first: what came in one is registered by its name."""
    for above in path.parents:
        if _SUFFIX.search(above.name):
            yield from (str(above), above.name, above.stem)


def _joined(known: Receipt | None, more: Receipt) -> Receipt:
    """Two lines for one key: it came on the earlier day, and is the signed copy where either says so."""
    if known is None:
        return more
    days = [r.day for r in (known, more) if r.day]
    papers = [r.paper for r in (known, more) if r.paper is not None]
    signed = known.signed_copy or more.signed_copy
    return Receipt(more.key, min(days, default=None), signed, sum(papers) if papers else None, more.owner)


@lru_cache(maxsize=16384)
def plain(text: str) -> str:
    """A name without what people vary when they write it: blanks, width, brackets, 中共 … 委员会 and the like. The names
    of a roster are asked for at every form."""
    text = unicodedata.normalize("NFKC", text).casefold()
    text = re.sub(r"[\s()（）《》“”\"'·•,，.。:：;；_\-—]+", "", text)
    return re.sub(r"^(中国共产党|中共)", "", text).replace("直属党支部", "党支部")


def _only_one(found: Iterable[UnitFacts]) -> UnitFacts | None:
    rows = list(found)
    return rows[0] if len(rows) == 1 else None


def _name_in(file_name: str, people: dict[str, list[PersonFacts]]) -> str:
    """A person's name that stands alone in the file's name (张三.docx, 教师支部-张三-承诺书.docx)."""
    for part in re.split(r"[^\u4e00-\u9fff]+", PurePosixPath(file_name).stem):
        bare = re.sub(r"(同志)?(党员)?(公开)?(承诺书?)?$", "", part)
        if plain(bare) in people:
            return bare
    return ""


def _by_name(unit: str, person: str) -> str:
    """Whose it is, where the roster has no row of it."""
    return f"{plain(unit)}\x1f{plain(person)}"
