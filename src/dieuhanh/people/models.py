"""Users and the posts they hold."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import UserManager
from django.db import models

from dieuhanh.audit.models import Guarded
from dieuhanh.bodies.models import Body


class User(AbstractBaseUser):
    """Somebody who signs in. What they may do comes from posts, never from here."""

    username = models.CharField(max_length=80, unique=True)
    full_name = models.CharField(max_length=120, blank=True)
    email = models.EmailField(blank=True)
    is_active = models.BooleanField(default=True)

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects = UserManager["User"]()

    def __str__(self) -> str:
        return self.full_name or self.username


class Post(Guarded):
    """Chức vụ: who holds which office in which body, from … to …"""

    user = models.ForeignKey(User, models.PROTECT, related_name="posts")
    body = models.ForeignKey(Body, models.PROTECT, related_name="posts", null=True)
    title = models.CharField(max_length=160)
    role = models.CharField(max_length=20)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "body", "role", "valid_from"], name="post_once")
        ]

    def __str__(self) -> str:
        return self.title
