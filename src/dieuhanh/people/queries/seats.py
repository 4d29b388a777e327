"""The seats of a demo, by office and never by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.conf import settings
from django.utils.translation import gettext_lazy

from ..models import User

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class Seat(NamedTuple):
    """A demo user by office, never by name."""

    username: str
    title: StrOrPromise
    role: str
    body: str
    fields: tuple[str, ...] = ()


SEATS = (
    Seat("chu-tich", gettext_lazy("Chủ tịch"), "leader", "ubnd-ca-mau"),
    Seat("chuyen-vien", gettext_lazy("Chuyên viên kế hoạch"), "planner", "so-khdt-ca-mau"),
    Seat("van-phong", gettext_lazy("Văn phòng"), "office", "van-phong-ubnd-ca-mau"),
    Seat("so-y-te", gettext_lazy("Chuyên viên Sở Y tế"), "department", "so-y-te-ca-mau", ("y tế",)),
    Seat("can-bo-huyen", gettext_lazy("Chuyên viên huyện"), "district", "ubnd-973"),
    Seat("can-bo-xa", gettext_lazy("Cán bộ xã"), "commune", "ubnd-32248"),
    Seat("quan-tri", gettext_lazy("Quản trị"), "administrator", "van-phong-ubnd-ca-mau"),
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
