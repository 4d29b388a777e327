"""Users as an administrator sees them, one's own delegations, colleagues and tokens."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from allauth.socialaccount.models import SocialAccount
from django.db.models import Prefetch, Q, QuerySet

from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import Missing
from dieuhanh.domain.text import fold, vi_key

from ..models import ApiToken, Delegation, GrantRow, Post, User
from .actors import has_second_factor, in_force


def users(*, seen_by: Actor) -> QuerySet[User]:
    """The users an administrator may see: whose posts all lie within reach, or who have none."""
    if not seen_by.may(Permission.USER_EDIT):
        return User.objects.none()
    areas = seen_by.areas(Permission.USER_EDIT)
    if areas is None:
        return User.objects.all()
    outside = Post.objects.exclude(body=None).exclude(body__area_id__in=areas)
    return User.objects.exclude(pk__in=outside.values("user_id"))


def user(pk: int, *, seen_by: Actor) -> User:
    """One of them. Raises Missing, alike for none and for not allowed."""
    found = users(seen_by=seen_by).filter(pk=pk).first()
    if found is None:
        raise Missing("people.missing")
    return found


def user_list(*, seen_by: Actor, on: date, words: str = "") -> list[User]:
    """The users by name, found without accents by name, post or body; posts of the day at hand."""
    posts = Post.objects.filter(in_force(on)).select_related("body").order_by("valid_from", "pk")
    found = users(seen_by=seen_by).prefetch_related(Prefetch("posts", posts, to_attr="held"))
    wanted = fold(words).split()
    kept = [each for each in found if all(word in _text(each) for word in wanted)]
    return sorted(kept, key=lambda each: vi_key(str(each)))


def _text(person: User) -> str:
    posts = " ".join(f"{post.title} {post.body or ''}" for post in person.held)  # type: ignore[attr-defined]
    return fold(f"{person.username} {person.full_name} {person.email} {posts}")


@dataclass(frozen=True)
class Portrait:
    """All that an administrator sees of one user."""

    user: User
    posts: list[Post]
    grants: list[GrantRow]
    lent: list[Delegation]
    tokens: list[ApiToken]
    identities: list[SocialAccount]
    second_factor: bool


def portrait(pk: int, *, seen_by: Actor) -> Portrait:
    """A user with everything that lets them act, past and to come. Raises Missing."""
    person = user(pk, seen_by=seen_by)
    posts = Post.objects.filter(user=person).select_related("body").order_by("-valid_from", "-pk")
    rows = GrantRow.objects.filter(user=person).select_related("area", "body").order_by("-pk")
    lent = Delegation.objects.filter(Q(post__user=person) | Q(delegate=person))
    return Portrait(
        person, list(posts), list(rows),
        list(lent.select_related("post__user", "delegate").order_by("-pk")),
        list(ApiToken.objects.filter(owner=person).order_by("-pk")),
        list(SocialAccount.objects.filter(user=person).order_by("pk")),
        has_second_factor(person),
    )  # fmt: skip


def user_named(username: str) -> User | None:
    """The user of a name, however its letters are written."""
    return User.objects.filter(username__iexact=username).first()


def user_of_address(email: str) -> User | None:
    """Whom an address belongs to."""
    return User.objects.filter(email__iexact=email).first() if email else None


def own_posts(person: User, on: date) -> list[Post]:
    """The posts one may hand to a colleague: held on a day or later."""
    standing = Post.objects.filter(Q(valid_to=None) | Q(valid_to__gte=on), user=person)
    return list(standing.select_related("body").order_by("valid_from", "pk"))


def keeps_post(by: Actor, post: Post) -> bool:
    """Whether a post is the actor's own, or one they administer. What is lent is not one's own."""
    if by.for_whom:
        return False
    own = by.id == f"user:{post.user_id}"
    return own or by.may(Permission.USER_EDIT, at=post.body.area_id if post.body else None)


def lendable_post(pk: int, *, by: Actor, on: date) -> Post:
    """A post that is not over and that the actor may hand on. Raises Missing."""
    standing = Q(valid_to=None) | Q(valid_to__gte=on)
    post = Post.objects.select_related("user", "body").filter(standing, pk=pk).first()
    if post is None or not keeps_post(by, post):
        raise Missing("people.missing")
    return post


def own_delegations(person: User, on: date) -> list[Delegation]:
    """Delegations given and received that are not over."""
    mine = Q(post__user=person) | Q(delegate=person)
    found = Delegation.objects.filter(mine, valid_to__gte=on, ended_at=None)
    return list(found.select_related("post__user", "delegate").order_by("valid_from", "pk"))


def colleagues(post: Post, *, on: date) -> list[User]:
    """Who may stand in for a post: those who hold a post in the same area on the day."""
    area = post.body.area_id if post.body else None
    if area is None:
        return []
    held = Post.objects.filter(in_force(on), body__area_id=area)
    found = User.objects.filter(is_active=True, pk__in=held.values("user_id"))
    return sorted(found.exclude(pk=post.user_id), key=lambda each: vi_key(str(each)))


def own_tokens(person: User) -> list[ApiToken]:
    """One's tokens, the newest first."""
    return list(ApiToken.objects.filter(owner=person).order_by("-pk"))


def post_row(pk: int, *, seen_by: Actor) -> Post:
    """A post of a user within reach. Raises Missing."""
    post = Post.objects.select_related("user", "body").filter(pk=pk).first()
    if post is None or not users(seen_by=seen_by).filter(pk=post.user_id).exists():
        raise Missing("people.missing")
    return post


def grant_row(pk: int, *, seen_by: Actor) -> GrantRow:
    """A permission given to a user within reach. Raises Missing."""
    row = GrantRow.objects.filter(pk=pk).first()
    if row is None or not users(seen_by=seen_by).filter(pk=row.user_id).exists():
        raise Missing("people.missing")
    return row
