"""Forms of the register and of papers."""

from .register import PaperForm

__all__ = ["PaperForm"]
