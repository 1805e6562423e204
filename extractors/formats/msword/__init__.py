"""Helpers for Word documents of 1997 to 2003 (.doc, .wps): reading the binary format ([MS-DOC]) without an office suite."""
