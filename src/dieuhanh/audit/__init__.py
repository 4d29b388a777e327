"""The record: who did what to what, was, now."""
