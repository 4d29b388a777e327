"""What a hand changed in a version of a paper that was composed from the books."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from django.db.models import Q

from dieuhanh.domain.papers import EditBy
from dieuhanh.paper.writing.by_hand import Beside, reworded, typed
from dieuhanh.paper.writing.model import Paper as Content

from ..models import Paper, PaperVersion
from .papers import content_of


class ByHand(NamedTuple):
    """The numbers typed in, which rest on nothing, and the sourced ones whose words were changed."""

    typed: Sequence[Beside] = ()
    reworded: Sequence[Beside] = ()


def by_hand(paper: Paper, version: PaperVersion, content: Content) -> ByHand:
    """Nothing of a paper that was written by hand altogether. One query at most: for the version
    last composed, of a correction the one it began with."""
    if not paper.recipe:
        return ByHand()
    numbers = typed(content)
    if version.edit == EditBy.COMPOSED.value:
        return ByHand(numbers)
    before = PaperVersion.objects.filter(
        Q(edit=EditBy.COMPOSED.value) | Q(number=1), paper=paper, number__lt=version.number
    )
    was = before.order_by("-number").first()
    return ByHand(numbers, reworded(content_of(was), content) if was else ())


__all__ = ["ByHand", "by_hand"]
