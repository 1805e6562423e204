"""Opinions and judgements below a signature, told apart from the promises above them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.forms.dates import find_dates
from extractors.forms.pairs import Pair, read_pairs
from extractors.forms.parts import Opinion, Parts
from extractors.forms.signlines import PERSON, promises, sign_line
from extractors.forms.text import ORDINAL, has_ordinal, is_blank, label_key, squeeze
from extractors.forms.vocabulary import Label, Role, exact, vocabulary
from extractors.model import Block, Paragraph, Passage, Table

_ATTACHED = re.compile(r"\s*附(?:件|表)?\s*[\d一二三]?\s*[：:]")
"""What is attached below a signature."""
_JUDGES = re.compile("[意审批核]")
"""A letter of every label of an opinion."""
OTHERS = re.compile(
    r"\s*(?:党员大会|党员|群众|民主|职工|居民|村民|师生|家长|客户|代表|服务对象|社会|支部|组织|年[终底中]|季度|承诺|本人|自我)*"
    r"(?:评议|测评|评价|评定|考评|评诺|兑现|践诺|履诺|完成|落实|验收|自评|自查)(?:意见|情况|结果|等次|记录|得分)?(?:\s*[（(][^）)]{0,20}[）)])?\s*[：:]"
)
_HEADED = re.compile("(?:本人)?(?:所在|所属|上级|上一级)?(?:基层)?(?:党组织|党?支部|党?总支|党委|党工委|党组|主管部门|组织)?(?:审[核批定查]|批准|签署)?意见")
"""An opinion's label behind a number (五、上级党组织审核意见), where every part of the form has one."""
_PROMISER = re.compile(r"\s*(?:承\s*诺\s*(?:人|党员|者|单位|党组织|支部|党支部)|本人)\s*(?:[(（]?\s*(?:签[名字章]|盖章|公章)\s*[)）]?\s*)?[：:]")


def opinions(blocks: list[Block], parts: Parts) -> list[Block]:
    """Opinions of the superior that stand below the signature: from their label on; what others say there is kept apart."""
    blocks = _without_others(blocks, parts)
    at = next((i for i, b in enumerate(blocks) if _opinion_label(b)), len(blocks))
    label = ""
    inside: list[Block] = []
    rest = blocks[:at]
    for block in blocks[at:]:
        if (opened := _opinion_label(block)) is not None:
            if label:
                parts.opinions.append(Opinion(label, tuple(inside)))
            label, inside = opened.text, []
            if isinstance(block, Paragraph) and (said := _behind(block.passage, opened)).text:
                inside.append(replace(block, passage=said))
        elif label and not _resumes(block, inside):
            if _aside(block, inside):
                parts.keep_block(block)
            else:
                inside.append(block)
        else:
            if label:
                parts.opinions.append(Opinion(label, tuple(inside)))
            label = ""
            rest.append(block)
    if label:
        parts.opinions.append(Opinion(label, tuple(inside)))
    return rest


def _without_others(blocks: list[Block], parts: Parts) -> list[Block]:
    """The blocks without what members, the public or time will say (群众评议：……, 兑现情况：……) below a signature."""
    if not any(isinstance(b, Paragraph) and (OTHERS.match(b.text) or _ATTACHED.match(b.text)) for b in blocks):
        return blocks  # nearly every form
    kept: list[Block] = []
    signed = aside = False
    for i, block in enumerate(blocks):
        if signed and isinstance(block, Paragraph) and _ATTACHED.match(block.text) and any(has_ordinal(b.text) for b in kept if isinstance(b, Paragraph)):
            for other in blocks[i:]:
                parts.keep_block(other)
            return kept
        line = sign_line(block.passage) if isinstance(block, Paragraph) and not is_blank(block.text) else None
        if signed and isinstance(block, Paragraph) and OTHERS.match(block.text) and not _opinion_label(block):
            aside = True
        elif aside and (_opinion_label(block) or _resumes(block, kept[-1:]) or isinstance(block, Table)):
            aside = False
        signed = signed or (line is not None and (bool(line.dates) or promises(line.label)))
        if aside:
            parts.keep_block(block)
        else:
            kept.append(block)
    return kept


_LABEL = re.compile("\\s*(?P<label>[^\\s：:。；;，,]{2,12})[：:]")


def _aside(block: Block, opinion: Sequence[Block]) -> bool:
    """Whether a line below a dated opinion tells something else (公示情况：……, 联系电话：……)."""
    found = _LABEL.match(block.text) if isinstance(block, Paragraph) else None
    dated = any(isinstance(b, Paragraph) and find_dates(b.text) for b in opinion)
    if found is None or not dated:
        return False
    label = exact(key := label_key(found["label"]))
    return (label is not None and label.key == "phone") or vocabulary().other.search(key) is not None


def _resumes(block: Block, opinion: Sequence[Block]) -> bool:
    """Whether the promiser speaks again below an opinion: his promises behind a dated one, the place of his signature."""
    dated = any(isinstance(b, Paragraph) and find_dates(b.text) for b in opinion)
    if isinstance(block, Table):
        return dated
    if by_promiser(block.text) or is_promise_label(block.text):
        return True
    return dated and has_ordinal(block.text)


def by_promiser(text: str) -> bool:
    """Whether a text begins with the label under which whoever promises signs (承诺人：)."""
    return _PROMISER.match(text) is not None


def _behind(passage: Passage, pair: Pair) -> Passage:
    """Everything behind a pair's label, lines below the first one included."""
    if pair.value.text:
        return passage.slice(max(passage.text.find(pair.value.text.split("\n")[0], pair.start + len(pair.text)), 0))
    line, _, _ = passage.text.partition("\n")
    return passage.slice(len(line)).strip()


def _opinion_label(block: Block) -> Pair | None:
    if isinstance(block, Table) or not _JUDGES.search(block.text):
        return None
    line = next(block.passage.lines())
    if (number := ORDINAL.match(block.text)) is not None:
        headed = _HEADED.fullmatch(label_key(line.text[number.end() :]))
        return Pair(headed.group(), Label(Role.APPROVAL), block.passage.slice(len(line)).strip(), 0, True) if headed else None
    pairs = read_pairs(line)
    if pairs and pairs[0].first and pairs[0].label.role is Role.APPROVAL:
        return None if _filled_in(line, pairs[0]) else pairs[0]
    key = label_key(line.text) if len(line.text) < 40 else ""
    label = exact(key)
    whole = label is not None and label.role is Role.APPROVAL and len(key) <= 14
    rest = block.passage.slice(len(line.text)).strip()
    return Pair(key, label, rest, 0, True) if whole and label else None


def _filled_in(line: Passage, pair: Pair) -> bool:
    """Whether a line tells who drew up a list and who looked at it (制表：张某　审核：李某)."""
    return not is_blank(line.text[: pair.start]) and PERSON.fullmatch(squeeze(pair.value.text)) is not None


def is_promise_label(text: str) -> bool:
    """Whether a line is nothing but the label of the promises (公开承诺事项：)."""
    key = label_key(text) if len(text) < 40 else ""
    return len(key) >= 4 and vocabulary().generic.search(key) is not None
