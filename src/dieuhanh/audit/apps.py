from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.apps import AppConfig
from django.db import DataError
from django.db.backends.signals import connection_created


class AuditConfig(AppConfig):
    name = "dieuhanh.audit"

    def ready(self) -> None:
        """PostgreSQL refuses text with a NUL in it; the embedded database is held to the same."""
        connection_created.connect(_guard, dispatch_uid="audit.whole_text")


def _guard(connection: Any, **_signal: Any) -> None:
    if connection.vendor == "sqlite" and _whole_text not in connection.execute_wrappers:
        connection.execute_wrappers.append(_whole_text)


def _whole_text(execute: Callable[..., Any], sql: str, params: Any, many: Any, context: Any) -> Any:
    for row in (params or ()) if many else (params or (),):
        if _holds_nul(row):
            raise DataError("text fields cannot contain NUL (0x00) bytes")
    return execute(sql, params, many, context)


def _holds_nul(row: Iterable[Any]) -> bool:
    values = row.values() if isinstance(row, dict) else row
    return any(isinstance(value, str) and "\x00" in value for value in values)
