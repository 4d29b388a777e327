"""Checks on a form's cells: rules as data, and what they find. Hard ones stop a form from being
filed; soft ones ask for an explanation."""

from .findings import Finding, Past
from .rules import CheckKind, Relation, Rule, Severity, rule_parameters
from .run import run_checks

__all__ = [
    "CheckKind",
    "Finding",
    "Past",
    "Relation",
    "Rule",
    "Severity",
    "rule_parameters",
    "run_checks",
]
