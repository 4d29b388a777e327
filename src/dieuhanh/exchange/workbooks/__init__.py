"""Reporting workbooks: made for a body and its round, filled in offline, read back cell by cell."""
