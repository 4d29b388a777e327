"""The register of papers, and the papers written here."""

from .asking import OpinionAsked, OpinionGiven, OpinionReplied
from .opinions import PaperOpinion, PaperOpinionReply, PaperOpinionRequest
from .papers import Paper, PaperSigned, PaperSource, PaperStep, PaperVersion
from .readings import PaperReading, ReadingDecision, ReadingItem
from .register import Document

__all__ = [
    "Document",
    "OpinionAsked",
    "OpinionGiven",
    "OpinionReplied",
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
