"""Who a user is: posts in force, and the Actor they make."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db.models import Q
from django.utils.translation import gettext_lazy

from dieuhanh.bodies.models import AreaParent
from dieuhanh.bodies.queries import ids_with_below
from dieuhanh.domain.actors import NOBODY, Actor, Grant

from .models import Post, User
from .roles import ROLES

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class Seat(NamedTuple):
    """A demo user by office, never by name."""

    username: str
    title: StrOrPromise
    role: str
    body: str


SEATS = (
    Seat("chu-tich", gettext_lazy("Chủ tịch"), "leader", "ubnd-ca-mau"),
    Seat("chuyen-vien", gettext_lazy("Chuyên viên kế hoạch"), "planner", "so-khdt-ca-mau"),
    Seat("van-phong", gettext_lazy("Văn phòng"), "office", "van-phong-ubnd-ca-mau"),
    Seat("can-bo-xa", gettext_lazy("Cán bộ xã"), "commune", "ubnd-32248"),
    Seat("nguoi-dan", gettext_lazy("Người dân"), "citizen", ""),
)

LOOPBACK = frozenset({"127.0.0.1", "::1"})


def seats_are_free(address: str) -> bool:
    """Whether somebody at this address may take a seat without a password: a demo, from itself."""
    return bool(settings.DEMO) and address in LOOPBACK


def demo_user(username: str) -> User | None:
    """A demo seat's user; None outside a demo or for any other name."""
    if not settings.DEMO or username not in {seat.username for seat in SEATS}:
        return None
    return User.objects.filter(username=username, is_active=True).first()


def posts_in_force(user: User, on: date) -> list[Post]:
    """The posts a user holds on a day."""
    held = Post.objects.filter(user=user, valid_from__lte=on)
    return list(held.filter(Q(valid_to=None) | Q(valid_to__gte=on)).select_related("body__area"))


def actor_of(user: User | AnonymousUser, *, on: date) -> Actor:
    """The Actor a user is on a day: their posts' roles in their bodies' areas and below."""
    if not isinstance(user, User) or not user.is_active:
        return NOBODY
    posts = posts_in_force(user, on)
    pairs: list[tuple[int, int]] = []
    if any(post.body and post.body.area_id for post in posts):
        standing = Q(valid_to=None) | Q(valid_to__gte=on)
        links = AreaParent.objects.filter(standing, valid_from__lte=on)
        pairs = list(links.values_list("area_id", "parent_id"))
    grants = [grant for post in posts for grant in _grants(post, pairs)]
    title = posts[0].title if posts else str(user)
    return Actor(f"user:{user.pk}", title, tuple(grants))


def _grants(post: Post, pairs: list[tuple[int, int]]) -> list[Grant]:
    role = ROLES[post.role]
    grants = [Grant(permission) for permission in role.everywhere]
    if post.body is not None and post.body.area is not None:
        areas = ids_with_below(post.body.area, pairs)
        grants += [Grant(permission, areas) for permission in role.here]
    return grants
