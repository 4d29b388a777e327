"""Projects and disbursement (arrives later)."""
