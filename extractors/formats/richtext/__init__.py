"""Helpers of the RTF reader: tokens, code pages, tables, lists, and what each control word does."""
