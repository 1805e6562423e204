"""Notices for their authors: a new pack, its cases, and what a pack asks as a readable page."""
