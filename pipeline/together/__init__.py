"""What only the whole batch shows of a form: near copies, items left open last year, leaders beside members."""

from pipeline.together.alike import AlikeRow
from pipeline.together.look import Together, look_together

__all__ = ["AlikeRow", "Together", "look_together"]
