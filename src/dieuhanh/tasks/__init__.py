"""Programmes and assigned tasks (arrive later)."""
