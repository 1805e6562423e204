"""The list tables of an RTF file: ordinals for paragraphs whose writer left out the `\\listtext`."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractors.formats.ooxml.numbering import Counters, Level, Num, Ordinal

_FORMATS = (
    "decimal", "upperRoman", "lowerRoman", "upperLetter", "lowerLetter", "ordinal", "cardinalText", "ordinalText",
    "hex", "chicago", "ideographDigital", "japaneseCounting", "aiueo", "iroha", "decimalFullWidth",
    "decimalHalfWidth", "japaneseLegal", "japaneseDigitalTenThousand", "decimalEnclosedCircle", "decimalFullWidth2",
    "aiueoFullWidth", "irohaFullWidth", "decimalZero", "bullet", "ganada", "chosung", "decimalEnclosedFullstop",
    "decimalEnclosedParen", "decimalEnclosedCircleChinese", "ideographEnclosedCircle", "ideographTraditional",
    "ideographZodiac", "ideographZodiacTraditional", "taiwaneseCounting", "ideographLegalTraditional",
    "taiwaneseCountingThousand", "taiwaneseDigital", "chineseCounting", "chineseLegalSimplified",
    "chineseCountingThousand",
)  # fmt: skip
"""Number formats by `\\levelnfc`, in the words of ISO/IEC 29500-1, 17.18.59."""

_SUFFIXES = ("tab", "space", "nothing")
_MOST_LEVELS = 9


@dataclass(slots=True)
class LevelDraft:
    """A `\\listlevel` or `\\lfolevel` as it is read. `text` is the raw level text: its length, then characters among
    which those below 9 stand for the numbers of the levels."""

    format: int = 0
    start: int = 1
    follow: int = 0
    text: str = ""

    def level(self) -> Level:
        """The level in the terms of the Word reader."""
        kind = (
            _FORMATS[self.format] if 0 <= self.format < len(_FORMATS) else "none" if self.format == 255 else "decimal"
        )
        shown = self.text[1 : 1 + ord(self.text[0])] if self.text else ""
        holes = "".join(f"%{ord(c) + 1}" if ord(c) < _MOST_LEVELS else c for c in shown)
        return Level(self.start, kind, holes, suffix=_SUFFIXES[self.follow] if 0 <= self.follow < 3 else "tab")


@dataclass(slots=True)
class Lists:
    """Lists by `\\listid`, and the numbers (`\\ls`) that paragraphs name them by. `levels` are those of the list that
    is being read; an override names a list and may let levels of it start elsewhere."""

    levels: list[LevelDraft] = field(default_factory=list)
    _by_id: dict[int, tuple[Level, ...]] = field(default_factory=dict)
    _nums: dict[int, Num] = field(default_factory=dict)
    _counters: Counters = field(default_factory=Counters)
    _named: int | None = None
    _starts: dict[int, int] | None = None
    _at: int = -1

    def begin_list(self, _: int) -> None:
        """`\\list`"""
        self.levels = []

    def begin_level(self, _: int) -> None:
        """`\\listlevel`"""
        self.levels.append(LevelDraft())

    def set_format(self, number: int) -> None:
        """`\\levelnfc`"""
        if self.levels:
            self.levels[-1].format = number

    def set_follow(self, number: int) -> None:
        """`\\levelfollow`"""
        if self.levels:
            self.levels[-1].follow = number

    def set_start(self, number: int) -> None:
        """`\\levelstartat`, of the level or of its override."""
        if self._starts is not None:
            self._starts[max(0, self._at)] = number
        elif self.levels:
            self.levels[-1].start = number

    def end_list(self, number: int) -> None:
        """`\\listid`: what the list that was read is called, or which list an override is of."""
        if self._starts is not None:
            self._named = number
        else:
            self._by_id[number] = tuple(level.level() for level in self.levels[:_MOST_LEVELS])

    def begin_override(self, _: int) -> None:
        """`\\listoverride`"""
        self._named, self._starts, self._at = None, {}, -1

    def override_level(self, _: int) -> None:
        """`\\lfolevel`"""
        self._at += 1

    def end_override(self, number: int) -> None:
        """`\\ls` of an override: paragraphs name its list by that number."""
        if self._named in self._by_id:
            self._nums[number] = Num(str(self._named), self._by_id[self._named], dict(self._starts or {}))

    def step(self, number: int, level: int) -> Ordinal | None:
        """Count a paragraph of the list and give its ordinal; None where the file has no such list."""
        num = self._nums.get(number)
        return self._counters.step(str(number), num, max(0, level)) if num else None
