"""Items of several forms are understood together as each form alone: nothing of one form colours the next."""

from datetime import date

from extractors.language import annotate, annotate_forms
from extractors.language.asked import Asked
from extractors.model import CommitmentItem, DimensionSet, FormKind, Frame, FrameKind, Passage, ReadingContext, Topic

_SET = DimensionSet("四优", ("服务优", "作风优"), {"服务": "服务优"})
_PLAIN = ReadingContext(year=2012, reference_date=date(2012, 4, 1))
_OTHER = ReadingContext(year=2023, reference_date=date(2023, 9, 1), dimensions=_SET, topics=(Topic("学风", ("学风",)),))
_TEXTS = ("6月底前走访困难群众12户。", "加强学风建设，每学期组织一次交流会。", "9月前建成党员活动室。")


def _asked(kind: FormKind, context: ReadingContext, frame: str = "") -> Asked:
    frames = (Frame(FrameKind.HEADING, Passage(frame)),) if frame else ()
    return Asked([CommitmentItem(n, Passage(text), frames=frames) for n, text in enumerate(_TEXTS)], kind, context)


def test_forms_of_different_kinds_and_contexts_do_not_colour_each_other() -> None:
    forms = [
        _asked(FormKind.ORG, _PLAIN), _asked(FormKind.MEMBER, _PLAIN), Asked((), FormKind.ORG, _PLAIN),
        _asked(FormKind.ORG, _OTHER), _asked(FormKind.ORG, _PLAIN, "10月底前完成："), _asked(FormKind.MEMBER, _OTHER),
    ] * 8  # fmt: skip
    together = annotate_forms(forms)
    assert together == [annotate(form.items, form.kind, form.context) for form in forms]
    assert together[0][2].deadline != together[3][2].deadline
    assert together[0][0].dimensions != together[1][0].dimensions


def test_forms_without_promises_are_answered_with_nothing() -> None:
    assert annotate_forms([Asked((), FormKind.ORG, _PLAIN)] * 2) == [(), ()]
    assert annotate_forms([]) == []
