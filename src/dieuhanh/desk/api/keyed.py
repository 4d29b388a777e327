"""Writes on papers done once for a key, whoever sends how often."""

from __future__ import annotations

import json
from collections.abc import Callable

from ninja import Schema

from dieuhanh.audit.actions import once
from dieuhanh.ui.asked import Asked


def answered_once(
    request: Asked, key: str, told: Schema, work: Callable[[], int]
) -> int:  # fmt: skip
    """The key of the row that the work made or changed; a repeat gets the first one's and does
    nothing. Raises BadInput("idempotency.…")."""
    asked = json.dumps([request.path, told.model_dump(mode="json")], sort_keys=True)
    answer = once(
        by=request.actor, key=key, asked=asked.encode(), work=lambda: {"id": work()}
    )  # fmt: skip
    return int(answer.told["id"])


__all__ = ["answered_once"]
