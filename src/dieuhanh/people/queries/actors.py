"""Who a user is on a day: what they hold, why, and the Actor it makes.

`held_by` is the one place where rights come from. An Actor is made of it, and the page that
explains a yes or a no reads the same list.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db.models import Q

from dieuhanh.bodies.models import BodyParent
from dieuhanh.bodies.queries import area_on, reach
from dieuhanh.domain.actors import NOBODY, Actor, Grant, Permission

from ..models import ApiToken, Delegation, GrantRow, Post, User
from ..roles import ROLES
from .heirs import forebears

DRAFT_AND_APPROVE = frozenset({Permission.PAPER_EDIT, Permission.PAPER_APPROVE})


@dataclass(frozen=True)
class Held:
    """One grant and what it rests on: a post with its role, or a grant given to the person.

    `part` says which of the role's lists it comes from: here, for_body, for_served
    or everywhere.
    `dormant` grants are waiting for a second factor and count for nothing.
    """

    grant: Grant
    post: Post | None = None
    row: GrantRow | None = None
    part: str = ""
    dormant: bool = False


def in_force(on: date) -> Q:
    """Rows that hold on a day."""
    return Q(valid_from__lte=on) & (Q(valid_to=None) | Q(valid_to__gte=on))


def posts_in_force(user: User, on: date) -> list[Post]:
    """The posts a user holds on a day, the first received first."""
    held = Post.objects.filter(in_force(on), user=user).order_by("valid_from", "pk")
    return list(held.select_related("body__area"))


def has_second_factor(user: User) -> bool:
    """Whether signing in asks this user for a second factor."""
    strong = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
    return bool(Authenticator.objects.filter(user=user, type__in=strong).exists())


def held_by(posts: Iterable[Post], rows: Iterable[GrantRow], *, user: User, on: date) -> list[Held]:
    """What posts and given grants amount to on a day in the hands of a user."""
    posts, rows = list(posts), list(rows)
    asked = any(post.role in settings.SECOND_FACTOR_ROLES for post in posts)
    dormant = asked and not has_second_factor(user)
    seats = {post.pk: place for post in posts if (place := _place(post, on)) is not None}
    given = {row.area_id for row in rows if row.area_id is not None}
    reached = reach({*seats.values(), *given}, on)
    served = _served((post for post in posts if ROLES[post.role].for_served), on)
    bodies = [post.body_id for post in posts if post.body_id is not None]
    acting = forebears([*bodies, *served.values()], on)
    acting_above = {office: acting[above] for office, above in served.items()}
    held = [
        each
        for post in posts
        for each in _of_post(
            post, reached.get(seats.get(post.pk, 0)), acting, acting_above, dormant=dormant
        )
    ]
    return held + [_of_row(row, reached) for row in rows]


def _place(post: Post, on: date) -> int | None:
    """The area a post is held for: that of its body, or what this has become while the body stands."""
    body = post.body
    if body is None or body.area is None:
        return None
    standing = body.valid_to is None or body.valid_to >= on
    return area_on(body.area, on).pk if standing else body.area.pk


def _of_post(
    post: Post,
    areas: frozenset[int] | None,
    acting: dict[int, frozenset[int]],
    acting_above: dict[int, frozenset[int]],
    *,
    dormant: bool,
) -> list[Held]:
    """The grants of a post; acting for a body is also acting for those whose heir it is."""
    role = ROLES[post.role]
    asleep = dormant and post.role in settings.SECOND_FACTOR_ROLES
    made = [(Grant(permission), "everywhere") for permission in sorted(role.everywhere)]
    if areas is not None:
        fields = frozenset(post.fields) or None
        made += [(Grant(each, areas, fields), "here") for each in sorted(role.here)]
    if post.body is not None:
        own = acting[post.body.pk]
        both = role.for_body >= DRAFT_AND_APPROVE
        made += [(Grant(each, bodies=own, both=both), "for_body") for each in sorted(role.for_body)]
    if post.body_id in acting_above:
        above = acting_above[post.body_id]
        made += [(Grant(each, bodies=above), "for_served") for each in sorted(role.for_served)]
    return [Held(grant, post=post, part=part, dormant=asleep) for grant, part in made]


def _served(posts: Iterable[Post], on: date) -> dict[int, int]:
    """What the body of each post stands under on a day; one query, none without such posts."""
    under = {post.body.pk: post.body.parent_id for post in posts if post.body is not None}
    if under:
        moved = BodyParent.objects.filter(body__in=under, void=False, valid_from__lte=on)
        under |= dict(moved.order_by("valid_from").values_list("body_id", "parent_id"))
    return {office: above for office, above in under.items() if above is not None}


def _of_row(row: GrantRow, reached: dict[int, frozenset[int]]) -> Held:
    areas = reached[row.area_id] if row.area_id is not None else None
    bodies = frozenset({row.body_id}) if row.body_id is not None else None
    fields = frozenset(row.fields) or None
    return Held(Grant(Permission(row.permission), areas, fields, bodies, both=True), row=row)


def actor_of(user: User | AnonymousUser, *, on: date, delegation: int | None = None) -> Actor:
    """The Actor a user is on a day; with a delegation in force, the Actor in another's name.

    Whoever acts for another holds what that post holds and nothing of their own, so that each
    line of the record has been written in one capacity. At most five queries.
    """
    if not isinstance(user, User) or not user.is_active:
        return NOBODY
    lent = delegation_in_force(delegation, user, on) if delegation else None
    if lent is not None:
        return _acting(user, lent, on)
    posts = posts_in_force(user, on)
    rows = GrantRow.objects.filter(in_force(on), user=user, ended_at=None)
    title = posts[0].title if posts else str(user)
    return Actor(f"user:{user.pk}", title, _awake(held_by(posts, rows, user=user, on=on)))


def _acting(user: User, lent: Delegation, on: date) -> Actor:
    held = held_by([lent.post], [], user=user, on=on)
    name = f"{user} thay {lent.post.title} {lent.post.user}"[:200]
    return Actor(f"user:{user.pk}", name, _awake(held), for_whom=f"user:{lent.post.user_id}")


def _awake(held: Iterable[Held]) -> tuple[Grant, ...]:
    return tuple(each.grant for each in held if not each.dormant)


def delegations_in_force(user: User, on: date) -> list[Delegation]:
    """The posts a user may use today in the name of somebody who is away."""
    post = Q(post__valid_from__lte=on) & (Q(post__valid_to=None) | Q(post__valid_to__gte=on))
    found = Delegation.objects.filter(
        in_force(on), post, delegate=user, ended_at=None, post__user__is_active=True
    )
    return list(found.select_related("post__body__area", "post__user").order_by("pk"))


def delegation_in_force(pk: int, user: User, on: date) -> Delegation | None:
    """One of them, or None."""
    return next((each for each in delegations_in_force(user, on) if each.pk == pk), None)


def token_digest(secret: str) -> str:
    """What is kept of a token's secret."""
    return hashlib.sha256(secret.encode()).hexdigest()


def actor_of_token(secret: str, on: date) -> Actor | None:
    """The Actor a token's bearer is: its owner's rights of today, cut to the token's scopes.

    None for an unknown, revoked or expired token, and for one whose owner's account is closed.
    """
    kept = ApiToken.objects.filter(
        digest=token_digest(secret), revoked_at=None, expires_on__gte=on, owner__is_active=True
    )
    token = kept.select_related("owner").first()
    if token is None:
        return None
    owner = actor_of(token.owner, on=on)
    grants = tuple(grant for grant in owner.grants if grant.permission in token.scopes)
    return Actor(owner.id, f"{owner.name} (khóa API {token.name})"[:200], grants)
