"""A column that follows others: their words without accents, so that search need not fold rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import models

from dieuhanh.domain.text import fold


class FoldedField(models.TextField):  # type: ignore[type-arg]
    """The words of the columns named in `of`, folded each time the row is written."""

    def __init__(self, *args: Any, of: Sequence[str] = (), **options: Any) -> None:
        self.of = tuple(of)
        super().__init__(*args, **options)

    def deconstruct(self) -> Any:
        """What a migration writes down."""
        name, path, args, options = super().deconstruct()
        return name, path, args, options | {"of": self.of}

    def pre_save(self, model_instance: models.Model, add: bool) -> str:  # noqa: ARG002, FBT001
        """Also when many rows are written at once."""
        folded = fold(" ".join(str(getattr(model_instance, name)) for name in self.of))
        setattr(model_instance, self.attname, folded)
        return folded
