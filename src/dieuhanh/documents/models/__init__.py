"""The register of papers, and the papers written here."""

from .opinions import PaperOpinion, PaperOpinionReply, PaperOpinionRequest
from .papers import Paper, PaperSigned, PaperSource, PaperStep, PaperVersion
from .readings import PaperReading, ReadingDecision, ReadingItem
from .register import Document

__all__ = [
    "Document",
    "Paper",
    "PaperOpinion",
    "PaperOpinionReply",
    "PaperOpinionRequest",
    "PaperReading",
    "PaperSigned",
    "PaperSource",
    "PaperStep",
    "PaperVersion",
    "ReadingDecision",
    "ReadingItem",
]
