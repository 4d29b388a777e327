"""Filters of the planning pages."""
