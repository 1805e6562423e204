"""Questions to the office where it is doubtful whose a form is: asked in the sheet 待确认, answered there, read back."""

from pipeline.questions.answers import read_answers, with_answers
from pipeline.questions.ask import Question, questions

__all__ = ["Question", "questions", "read_answers", "with_answers"]
