"""Workbooks, CSV and law files: bytes in, rows out. The only door to XLSX."""
