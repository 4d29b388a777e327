"""Conferences, for programs: prepared, live, agreed, concluded."""

from .agreed import agreed_router
from .conferences import conferences_router
from .live import live_router

__all__ = ["agreed_router", "conferences_router", "live_router"]
