"""Figures: appended, never edited."""
