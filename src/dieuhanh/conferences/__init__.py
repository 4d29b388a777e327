"""Conferences (arrive later)."""
