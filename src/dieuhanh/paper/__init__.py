"""Official documents, read and written (arrives with the papers)."""
