"""Wordings of indicators that people taught by accepting."""

from __future__ import annotations

from django.db import models

from dieuhanh.audit.models import Guarded

from .plans import Indicator


class IndicatorSynonym(Guarded):
    """Cách gọi: how papers word an indicator. One wording means one indicator; what is removed stays.

    `folded` is the wording without accents and signs, as it is looked up; `learned_from` the
    sentence it was taken from.
    """

    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="synonyms")
    words = models.CharField(max_length=250)
    folded = models.CharField(max_length=250)
    learned_from = models.TextField(blank=True)
    learned_at = models.DateTimeField()
    learned_by = models.CharField(max_length=200)
    removed_at = models.DateTimeField(null=True)
    removed_by = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["folded"], condition=models.Q(removed_at=None),
                name="wording_means_one_indicator",
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.words
