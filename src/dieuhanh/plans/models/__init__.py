"""Indicators, plans in force, what they hand down, and the drafts of the next."""

from .allocations import Allocation, AllocationGap
from .drafts import Draft, DraftLine, DraftPart, PartsGap
from .plans import Indicator, Plan, PlanVersion, Target
from .proposals import Proposal, ProposalAsked
from .synonyms import IndicatorSynonym

__all__ = [
    "Allocation",
    "AllocationGap",
    "Draft",
    "DraftLine",
    "DraftPart",
    "Indicator",
    "IndicatorSynonym",
    "PartsGap",
    "Plan",
    "PlanVersion",
    "Proposal",
    "ProposalAsked",
    "Target",
]
