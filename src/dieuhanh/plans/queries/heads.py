"""Who answers for a body: the post of its head where somebody holds it, else the office."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from dieuhanh.bodies.models import Body
from dieuhanh.domain.heads import head_office
from dieuhanh.people.models import Post

LEADER = "leader"


class Heads:
    """The heads of bodies on a day, asked for once. Titles, never names: nothing is invented."""

    def __init__(self, on: date) -> None:
        held = Post.objects.filter(role=LEADER, body__isnull=False, valid_from__lte=on)
        standing = held.filter(Q(valid_to=None) | Q(valid_to__gte=on)).order_by(
            "-valid_from", "-pk"
        )
        self.titles = {post.body_id: post.title for post in standing}

    def of(self, body: Body | None) -> str:
        """The held post's own title with its body; where none is held, the office; "" for none."""
        if body is None:
            return ""
        name = body.short_name or body.name
        title = self.titles.get(body.pk)
        if title is None:
            return head_office(body.kind, name)
        return title if name in title else f"{title} {name}"
