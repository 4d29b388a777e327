"""Conferences, for programs: prepared, live, agreed, concluded."""

from .agreed import agreed_router
from .conferences import conferences_router
from .live import live_router
from .texts import texts_router
from .votes import votes_router

__all__ = ["agreed_router", "conferences_router", "live_router", "texts_router", "votes_router"]
