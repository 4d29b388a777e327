"""The register of papers."""

from __future__ import annotations

from django.db import models

from dieuhanh.audit.models import Guarded
from dieuhanh.bodies.models import Body


class Document(Guarded):
    """Văn bản or a published text; what a source does not tell stays null or empty.

    `internal` ones are seen only with what they are attached to, through the door of its app.
    """

    code = models.CharField(max_length=80, unique=True)
    number = models.CharField(max_length=60, blank=True)
    type = models.CharField(max_length=60, blank=True)
    issuer = models.ForeignKey(Body, models.PROTECT, null=True)
    issuer_name = models.CharField(max_length=200, blank=True)
    issued_on = models.DateField(null=True)
    date_precision = models.CharField(max_length=10, blank=True)
    title = models.CharField(max_length=500)
    url = models.URLField(max_length=800, blank=True)
    file_name = models.CharField(max_length=200, blank=True)
    media_type = models.CharField(max_length=80, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    note = models.TextField(blank=True)
    internal = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.number or self.title
