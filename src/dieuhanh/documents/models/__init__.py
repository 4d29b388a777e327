"""The register of papers, and the papers written here."""

from .opinions import PaperOpinion, PaperOpinionReply, PaperOpinionRequest
from .papers import Paper, PaperSigned, PaperSource, PaperStep, PaperVersion
from .register import Document

__all__ = [
    "Document",
    "Paper",
    "PaperOpinion",
    "PaperOpinionReply",
    "PaperOpinionRequest",
    "PaperSigned",
    "PaperSource",
    "PaperStep",
    "PaperVersion",
]
