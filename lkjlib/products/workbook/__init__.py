"""Workbooks to open in Excel."""
