"""Every write of the register and of the papers written here."""

from .register import import_documents, keep_attachment, register_paper

__all__ = ["import_documents", "keep_attachment", "register_paper"]
