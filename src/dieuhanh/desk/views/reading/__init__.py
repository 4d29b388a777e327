"""A paper read on a page: its text on one side, the records found on the other."""
