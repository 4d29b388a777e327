"""The one door to submissions: whose an actor may see, and whose it may fill in."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from dieuhanh.domain.actors import Actor, Permission
from dieuhanh.domain.errors import Missing

from ..models import Submission

MOST_STAGES = 4  # a route climbs at most from the commune to the country
OPEN_STATES = frozenset({"draft", "returned"})
_WITH = ("round__version__form__owner", "body__area", "holder")


def submissions(*, seen_by: Actor) -> QuerySet[Submission]:
    """Those an actor may see.

    By SUBMISSION_VIEW: of the bodies in its areas, on forms of its fields. By acting for a body:
    what that body fills in, holds, decides on along the route, or asked for with its own form.
    """
    return Submission.objects.filter(_in_sight(seen_by) | _in_hand(seen_by))


def submission(pk: int, *, seen_by: Actor) -> Submission:
    """One submission with its round, form and bodies. Raises Missing, alike for none and refused."""
    found = Submission.objects.select_related(*_WITH).filter(pk=pk).first()
    if found is None or not sees(seen_by, found):
        raise Missing("submission.missing")
    return found


def sees(actor: Actor, found: Submission) -> bool:
    """What `submissions` lists, asked of one at hand: a third of the work at reporting hour."""
    form = found.round.version.form
    own = _acting_for(actor)
    if own is None or own & {found.body_id, found.holder_id, form.owner_id, *found.route}:
        return True
    return any(
        grant.permission == Permission.SUBMISSION_VIEW
        and (grant.areas is None or found.body.area_id in grant.areas)
        and (grant.fields is None or form.field in grant.fields)
        and (grant.bodies is None or found.body_id in grant.bodies)
        for grant in actor.grants
    )


def may_fill(found: Submission, actor: Actor) -> bool:
    """Whether the actor may write in it now: it acts for the filler, and the turn is the filler's."""
    return found.state in OPEN_STATES and actor.may(Permission.FIGURE_ENTER, body=found.body_id)


def _in_sight(actor: Actor) -> Q:
    """A grant's areas and fields hold together: health in nine districts is not all of nine."""
    allowed = Q(pk__in=[])
    for grant in actor.grants:
        if grant.permission != Permission.SUBMISSION_VIEW:
            continue
        here = Q()
        if grant.areas is not None:
            here &= Q(body__area_id__in=grant.areas)
        if grant.fields is not None:
            here &= Q(round__version__form__field__in=grant.fields)
        if grant.bodies is not None:
            here &= Q(body_id__in=grant.bodies)
        if not here:
            return ~Q(pk__in=[])
        allowed |= here
    return allowed


def _acting_for(actor: Actor) -> frozenset[int] | None:
    """The bodies in whose name the actor enters or approves; None: every one."""
    entering, approving = (
        actor.bodies(permission)
        for permission in (Permission.FIGURE_ENTER, Permission.FIGURE_APPROVE)
    )
    return None if entering is None or approving is None else entering | approving


def _in_hand(actor: Actor) -> Q:
    own = _acting_for(actor)
    if own is None:
        return ~Q(pk__in=[])
    if not own:
        return Q(pk__in=[])
    hand = Q(body_id__in=own) | Q(holder_id__in=own) | Q(round__version__form__owner_id__in=own)
    for stage in range(MOST_STAGES):
        hand |= Q(**{f"route__{stage}__in": list(own)})
    return hand


__all__ = ["OPEN_STATES", "may_fill", "sees", "submission", "submissions"]
