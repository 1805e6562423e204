"""Helpers for Office files of before 2007: looking into the OLE container, converting with LibreOffice."""
