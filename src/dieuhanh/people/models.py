"""Users, the posts they hold, and what else lets them act: grants, delegations, tokens."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import UserManager
from django.db import models
from django.db.models.functions import Lower

from dieuhanh.audit.models import Guarded
from dieuhanh.bodies.models import OPEN, Area, Body


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

    class Meta:
        constraints = [
            models.UniqueConstraint(
                Lower("email"), condition=~models.Q(email=""), name="email_is_one_persons"
            )
        ]

    def __str__(self) -> str:
        return self.full_name or self.username


class Post(Guarded):
    """Chức vụ: who holds which office in which body, from … to …"""

    user = models.ForeignKey(User, models.PROTECT, related_name="posts")
    body = models.ForeignKey(Body, models.PROTECT, related_name="posts", null=True)
    title = models.CharField(max_length=160)
    role = models.CharField(max_length=20)
    fields = models.JSONField(default=list)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "body", "role", "valid_from"], name="post_once")
        ]

    def __str__(self) -> str:
        return self.title


class GrantRow(Guarded):
    """A permission given to one person beyond their posts, for a time and with a reason.

    In an area and below, or for a body on whose behalf it is used; neither: it has no place.
    """

    user = models.ForeignKey(User, models.PROTECT, related_name="grant_rows")
    permission = models.CharField(max_length=40)
    area = models.ForeignKey(Area, models.PROTECT, null=True, related_name="+")
    body = models.ForeignKey(Body, models.PROTECT, null=True, related_name="+")
    fields = models.JSONField(default=list)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    reason = models.CharField(max_length=300)
    granted_by = models.CharField(max_length=200)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=OPEN, name="grant_ends_after_it_begins"),
            models.CheckConstraint(
                condition=models.Q(area=None) | models.Q(body=None), name="grant_in_one_way"
            ),
        ]

    def __str__(self) -> str:
        return self.permission


class Delegation(Guarded):
    """Ủy quyền: while its holder is away, another person uses a post in the holder's name.

    What the post allows is looked up when it is used: a delegation never gives more than the
    post does on that day, and a post received this way cannot be handed on.
    """

    post = models.ForeignKey(Post, models.PROTECT, related_name="delegations")
    delegate = models.ForeignKey(User, models.PROTECT, related_name="delegations")
    valid_from = models.DateField()
    valid_to = models.DateField()
    reason = models.CharField(max_length=300)
    delegated_by = models.CharField(max_length=200)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(valid_to__gte=models.F("valid_from")),
                name="delegation_ends_after_it_begins",
            )
        ]

    def __str__(self) -> str:
        return f"{self.post_id} → {self.delegate_id}"


class ApiToken(Guarded):
    """A secret by which a program acts for its owner, with some of the owner's permissions.

    Only a hash is kept. The secret is random and long, so one round of SHA-256 is enough.
    """

    owner = models.ForeignKey(User, models.PROTECT, related_name="api_tokens")
    name = models.CharField(max_length=80)
    digest = models.CharField(max_length=64, unique=True)
    hint = models.CharField(max_length=12)
    scopes = models.JSONField(default=list)
    created_at = models.DateTimeField()
    expires_on = models.DateField()
    last_used_on = models.DateField(null=True)
    revoked_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.name


class EntryLink(Guarded):
    """A one-time way in for somebody who has no password yet or has lost it. A hash is kept."""

    user = models.ForeignKey(User, models.PROTECT, related_name="entry_links")
    digest = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.user_id}"


class SharedCount(models.Model):
    """Rows of Django's database cache: attempts to sign in, counted for every process at once."""

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    class Meta:
        db_table = "people_shared_counts"

    def __str__(self) -> str:
        return self.cache_key
