"""Near copies: which promises, and which forms, say nearly the same. Shown side by side, never as an accusation."""

from pipeline.copies.find import Copies, CopySettings, Group, Pair, Piece, near_copies

__all__ = ["Copies", "CopySettings", "Group", "Pair", "Piece", "near_copies"]
