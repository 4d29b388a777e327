"""The public portal (arrives later)."""
