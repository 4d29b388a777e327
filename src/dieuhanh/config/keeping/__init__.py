"""Keeping the books: which release they are of, backing them up, restoring, upgrading."""
