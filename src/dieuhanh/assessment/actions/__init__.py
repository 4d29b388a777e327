"""What may be done: take in published judgements, write findings, freeze the board."""

from .freeze import freeze
from .imports import import_findings, import_judgements, import_tallies

__all__ = ["freeze", "import_findings", "import_judgements", "import_tallies"]
