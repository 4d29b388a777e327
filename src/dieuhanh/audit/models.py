"""The record's tables, and the guard that keeps every model's writes inside a verb."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from decimal import Decimal, InvalidOperation
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import models

from dieuhanh.domain.errors import Broken

_inside_verb: ContextVar[bool] = ContextVar("inside_verb", default=False)
M = TypeVar("M", bound=models.Model)


@contextmanager
def door_open() -> Iterator[None]:
    """Let guarded models write; only `audit.actions.verb` opens this door."""
    token = _inside_verb.set(True)
    try:
        yield
    finally:
        _inside_verb.reset(token)


def check_door(model: type[models.Model]) -> None:
    """Raise Broken unless a verb is at work."""
    if not _inside_verb.get():
        raise Broken("write.outside_verb", model=model.__name__)


class GuardedQuerySet(models.QuerySet[M]):
    """A queryset whose mass writes pass the same guard as `save`."""

    def update(self, **values: Any) -> int:
        check_door(self.model)
        return super().update(**values)

    def delete(self) -> tuple[int, dict[str, int]]:
        raise Broken("write.delete", model=self.model.__name__)

    def bulk_create(self, objs: Any, *args: Any, **options: Any) -> list[M]:
        check_door(self.model)
        return super().bulk_create(objs, *args, **options)


class Guarded(models.Model):
    """A model written by verbs only and never deleted."""

    objects = GuardedQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **options: Any) -> None:
        check_door(type(self))
        super().save(*args, **options)

    def delete(self, *_args: Any, **_options: Any) -> tuple[int, dict[str, int]]:
        raise Broken("write.delete", model=type(self).__name__)


class AppendOnlyQuerySet(GuardedQuerySet[M]):
    """Rows may be added, never changed."""

    def update(self, **_values: Any) -> int:
        raise Broken("write.append_only", model=self.model.__name__)


class AppendOnly(Guarded):
    """A fact: written once. A correction is another row."""

    objects = AppendOnlyQuerySet.as_manager()  # type: ignore[misc] # the narrower door

    class Meta:
        abstract = True

    def save(self, *args: Any, **options: Any) -> None:
        if not self._state.adding:
            raise Broken("write.append_only", model=type(self).__name__)
        super().save(*args, **options)


class ExactDecimalField(models.CharField):  # type: ignore[type-arg]
    """A decimal kept digit by digit as printed ("27,0" is not "27").

    Text, because SQLite would keep a number as a binary float. Numeric work is the engine's.
    """

    _pyi_private_set_type: Decimal | None  # type: ignore[assignment]
    _pyi_private_get_type: Decimal  # type: ignore[assignment]

    def __init__(self, *args: Any, **options: Any) -> None:
        options.setdefault("max_length", 60)
        super().__init__(*args, **options)

    def from_db_value(self, value: str | None, *_context: object) -> Decimal | None:
        return None if value is None else Decimal(value)

    def to_python(self, value: Any) -> Decimal | None:
        if value is None or isinstance(value, Decimal):
            return value
        try:
            return Decimal(value)
        except (InvalidOperation, TypeError, ValueError) as error:
            raise ValidationError("not a decimal") from error

    def get_prep_value(self, value: Any) -> str | None:
        number = self.to_python(value)
        return None if number is None else format(number, "f")


class Entry(AppendOnly):
    """One line of the record: values, not foreign keys, so that it outlives its subject."""

    recorded_at = models.DateTimeField()
    actor_id = models.CharField(max_length=80)
    actor_name = models.CharField(max_length=200)
    verb = models.CharField(max_length=60)
    subject = models.CharField(max_length=200)
    was = models.JSONField(null=True)
    now = models.JSONField(null=True)
    count = models.PositiveIntegerField(default=1)
    checksum = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~models.Q(actor_id=""), name="entry_is_attributed")
        ]

    def __str__(self) -> str:
        return f"{self.verb} {self.subject}"

    def content(self) -> dict[str, Any]:
        """What the chain's hash covers: everything that was recorded."""
        return {
            "id": self.pk,
            "recorded_at": self.recorded_at.isoformat(),
            "actor": [self.actor_id, self.actor_name],
            "verb": self.verb,
            "subject": self.subject,
            "was": self.was,
            "now": self.now,
            "count": self.count,
            "checksum": self.checksum,
        }


class Seal(AppendOnly):
    """The number and hash given to a committed entry, in order, by the one sealer."""

    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, related_name="seal")
    number = models.PositiveBigIntegerField(unique=True)
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64, unique=True)

    def __str__(self) -> str:
        return f"{self.number}"

    @classmethod
    def last(cls) -> Seal | None:
        """The end of the chain."""
        return cls.objects.order_by("-number").first()


class Receipt(AppendOnly):
    """What was answered to a request that carried an idempotency key, given again to a repeat."""

    actor_id = models.CharField(max_length=80)
    key = models.CharField(max_length=80)
    request_sha256 = models.CharField(max_length=64)
    answer = models.JSONField()
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["actor_id", "key"], name="receipt_once")]

    def __str__(self) -> str:
        return self.key
