"""An RTF file from its first brace to its last: groups, text, and who is asked about control words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from extractors.errors import Corrupt, TooLarge
from extractors.formats.msword.layout import Image, Node
from extractors.formats.msword.properties import CharacterProperties, ParagraphProperties
from extractors.formats.ooxml.numbering import Ordinal
from extractors.formats.ooxml.symbols import bullet, symbol, typed
from extractors.formats.richtext.codepages import Font, decode, document_codec, is_double
from extractors.formats.richtext.lists import Lists
from extractors.formats.richtext.pictures import PictureDraft
from extractors.formats.richtext.sections import Sections
from extractors.formats.richtext.state import Sink, State
from extractors.formats.richtext.story import Story
from extractors.formats.richtext.tokens import Kind, Tokens
from extractors.model import Place

DEEPEST = 10_000
"""Groups in groups; Word writes some twenty."""

MOST_CHARACTERS = 2_000_000
MOST_ENDS = 200_000
"""Paragraphs, cells and rows; a form has a few hundred."""

_PARAGRAPHS = tuple(ParagraphProperties(align=way) for way in range(5))
_CONTROLS = dict.fromkeys([*(c for c in range(32) if c not in (9, 10)), 0xFFFE, 0xFFFF])
"""What no page shows and no XML can carry."""

_WORD, _NUMBER, _HEX, _SYMBOL, _BRACE, _BREAK, _TEXT = (int(kind) for kind in Kind)

Word = Callable[["Reader", int | None], None]
"""What a control word does, with its number if it has one."""
Destination = Callable[[str], Word | None]
"""What the word that opens a starred group does, None where the group is as any other."""


class Reader:
    """Reads one file by its control `words`. After `run`, `finish_body` gives the main story; `sections` have the headers and footers,
    `footnotes` and `endnotes` the notes by number. `with_pictures` keeps the bytes of pictures, for a copy."""

    def __init__(self, data: bytes, words: Mapping[str, Word], destination: Destination, with_pictures: bool = False) -> None:
        self._words, self._destination = words, destination
        self.codec = document_codec(data)
        self.tokens = Tokens(data, is_double(self.codec))
        self.with_pictures = with_pictures
        self.body = Story(Place.BODY)
        self.sections = Sections()
        self.footnotes: dict[int, list[Node]] = {}
        self.endnotes: dict[int, list[Node]] = {}
        self.images: list[Image] = []
        self.fonts: dict[int, Font] = {}
        self.lists = Lists()
        self.default_font = 0
        self.endnote = self.starred = self._fresh = False
        self.ordinal: str | None = None
        self.picture = PictureDraft()
        self.state = State(self.body)
        self._looks: dict[tuple[int, bool, bool, bool, int], CharacterProperties] = {}
        self._stack: list[State] = []
        self._bytes = bytearray()
        self._high = ""
        self._to_skip = 0
        self._characters = self._ends = 0

    def run(self) -> bool:
        """Read to the end; False where the file ends before its last group does. Raises Corrupt, TooLarge."""
        words = {name.encode(): word for name, word in self._words.items()}
        for token in self.tokens:
            kind = token.lastindex
            if kind == _TEXT:
                self._raw(token[_TEXT])
            elif kind == _HEX:
                self._raw(bytes.fromhex(token[_HEX].decode()))
            elif kind != _BREAK:
                if self._bytes:
                    self.flush()
                if kind == _BRACE:
                    if self._brace(token[_BRACE]):
                        return True
                    continue
                if kind == _SYMBOL:
                    self._symbol(token[_SYMBOL])
                else:
                    self._to_skip = 0
                    word = words.get(token[_WORD])
                    if word is None and self.starred:
                        word = self._destination(token[_WORD].decode())
                    self.starred = False
                    if word is not None:
                        word(self, int(token[_NUMBER]) if kind == _NUMBER else None)
                self._fresh = False
        self.flush()
        while self._stack:
            self._pop()
        return False

    def finish(self) -> list[Node]:
        """The nodes of the story of this group, which ends here."""
        story = self.state.story
        if story.pending or self.ordinal:
            self.end_paragraph()
        return story.close()

    def finish_body(self) -> list[Node]:
        """The nodes of the main story, after `run`; the last section ends with it."""
        self.state = State(self.body)
        nodes = self.finish()
        self.sections.end()
        return nodes

    def flush(self) -> None:
        """Decode the bytes that have come together and put them where text goes."""
        raw = bytes(self._bytes)
        self._bytes.clear()
        if self.state.sink is Sink.PICTURE:
            self.picture.digits += raw
            return
        if raw:
            self._high = ""
        font = self.fonts.get(self.state.font)
        if font is not None and font.symbols and self.state.sink in (Sink.TEXT, Sink.ORDINAL):
            for byte in raw:
                self.sign(byte)
        elif raw:
            text = decode(raw, None if self.state.sink is Sink.LEVEL_TEXT else font, self.codec)
            self.put(typed(font.name.strip(), text) if font is not None and self.state.sink is Sink.TEXT else text)

    def sign(self, code: int) -> None:
        """A character of a symbol font; as an ordinal it is a bullet."""
        if code <= 0x20:
            self.put(" ")
        elif self.state.sink is Sink.ORDINAL:
            self.put(bullet("\uf000"))
        else:
            font = self.fonts.get(self.state.font, Font())
            self.put(symbol(font.name, f"{0xF000 + code:X}"))

    def unicode(self, code: int) -> None:
        """A UTF-16 unit (`\\u`); the characters that stand for it in older readers are left out."""
        code &= 0xFFFF
        self._to_skip = self.state.skip
        font = self.fonts.get(self.state.font)
        if 0xD800 <= code < 0xDC00:
            self._high = chr(code)
            return
        if 0xDC00 <= code < 0xE000:
            pair = (self._high + chr(code)).encode("utf-16-le", "surrogatepass")
            self.put(pair.decode("utf-16-le", "replace"))
        elif 0xF000 <= code < 0xF100 and font is not None and font.symbols:
            self.sign(code & 0xFF)
        else:
            self.put(chr(code))
        self._high = ""

    def put(self, text: str) -> None:
        """Put text where it goes in this group."""
        state, sink = self.state, self.state.sink
        if sink is Sink.QUIET or not text:
            return
        self._characters += len(text)
        if self._characters > MOST_CHARACTERS:
            raise TooLarge("文件文字过多，不像公开承诺书。")
        if sink is Sink.TEXT:
            if state.hidden or state.deleted or not (shown := text.translate(_CONTROLS)):
                return
            state.story.add(shown, self._look())
            if state.field is not None:
                state.field.shown = True
        elif sink is Sink.ORDINAL:
            if not state.hidden and not state.deleted:
                self.ordinal = (self.ordinal or "") + text.translate(_CONTROLS)
        elif sink is Sink.FONTS:
            self.fonts.setdefault(state.font, Font()).name += text.split(";")[0]
        elif sink is Sink.LEVEL_TEXT and self.lists.levels:
            self.lists.levels[-1].text += text
        elif state.field is not None and sink is Sink.INSTRUCTION:
            state.field.instruction += text
        elif state.field is not None and sink is Sink.ENTRY:
            state.field.entries = (*state.field.entries[:-1], state.field.entries[-1] + text)

    def end_paragraph(self) -> None:
        """The paragraph ends here, with its ordinal if it has one."""
        self._count()
        state, written = self.state, self.ordinal
        self.ordinal = None
        counted = self.lists.step(state.list, state.level) if state.list and not state.deleted else None
        if written is not None:
            mark = bullet(" ".join(written.split()).replace("\ufffd", "\uf000"))
            counted = Ordinal(mark, " " if written[-1:].isspace() else "", max(0, min(state.level, 8)))
        gone = state.deleted or state.hidden
        state.story.end_paragraph(state.table_depth, _PARAGRAPHS[state.align], counted, gone)

    def end_section(self) -> None:
        """The section ends here, and with it a paragraph that has text; only the body has sections."""
        story = self.state.story
        if story.pending or self.ordinal:
            self.end_paragraph()
        if story is self.body:
            self._count()
            story.end_section(self.sections.end(), _PARAGRAPHS[0])

    def end_cell(self, depth: int) -> None:
        """The cell of the table of that depth ends here, and its last paragraph with it."""
        self.end_paragraph()
        self.state.story.end_cell(depth)

    def end_row(self, depth: int) -> None:
        """The row of the table of that depth ends here."""
        self._count()
        self.state.story.end_row(depth)

    def _look(self) -> CharacterProperties:
        """How text looks here; the same look is the same object."""
        state = self.state
        key = (state.font, state.bold, state.italic, state.underline, state.size)
        found = self._looks.get(key)
        if found is None:
            font = self.fonts.get(state.font)
            number = -1 if font is None or font.symbols else list(self.fonts).index(state.font)
            found = self._looks[key] = CharacterProperties(
                bold=state.bold, italic=state.italic, underline=state.underline, size=max(0, state.size), font=number,
                font_east=number,
            )  # fmt: skip
        return found

    def _count(self) -> None:
        self._ends += 1
        if self._ends > MOST_ENDS:
            raise TooLarge("文件段落、表格过多，不像公开承诺书。")

    def _raw(self, found: bytes) -> None:
        if self._to_skip:
            found, self._to_skip = found[self._to_skip :], max(0, self._to_skip - len(found))
        if self.state.sink is not Sink.QUIET:
            self._bytes += found

    def _brace(self, mark: bytes) -> bool:
        """Begin or end a group; whether that was the last."""
        self._to_skip, self.starred, self._fresh = 0, False, mark == b"{"
        if self._fresh:
            if len(self._stack) >= DEEPEST:
                raise Corrupt("文件内部嵌套过深，不是正常保存的文档。")
            self._stack.append(self.state)
            self.state = self.state.inner()
            return False
        if self._stack:
            self._pop()
        return not self._stack

    def _pop(self) -> None:
        if self.state.closing is not None:
            self.state.closing()
        self.state = self._stack.pop()

    def _symbol(self, mark: bytes) -> None:
        if mark == b"*":
            self.starred = self._fresh
            return
        if mark in (b"\r", b"\n"):
            if self.state.sink is Sink.TEXT:
                self.end_paragraph()
            return
        text = {b"~": "\xa0", b"_": "-", b"{": "{", b"}": "}", b"\\": "\\", b"\t": "\t"}.get(mark, "")
        if self._to_skip:
            self._to_skip -= 1
        else:
            self.put(text)
