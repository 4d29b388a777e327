"""Indicators, plans, targets, versions."""
