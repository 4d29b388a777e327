"""Many hands on one record of a paper in the same moment: prints what each got.

Run on an installation with the example: `python -m tests.desk.reading_at_once accept|learn`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.hands import six_hands, tell


def outcome(what: str) -> dict[str, Any]:
    """What the hands got, and what is in the books afterwards."""
    from dieuhanh.desk.actions.accepting import Answer, accept_claim  # noqa: PLC0415
    from dieuhanh.desk.queries.reading_cards import cards_of  # noqa: PLC0415
    from dieuhanh.documents.actions.readings import reject_item  # noqa: PLC0415
    from dieuhanh.documents.models import ReadingDecision  # noqa: PLC0415
    from dieuhanh.domain.actors import keeper  # noqa: PLC0415
    from dieuhanh.plans.actions.synonyms import learn_wording  # noqa: PLC0415
    from dieuhanh.plans.models import Indicator, IndicatorSynonym  # noqa: PLC0415
    from dieuhanh.reports.models import Figure  # noqa: PLC0415
    from tests.desk.readings_made import (  # noqa: PLC0415
        BY,
        HEAD,
        MACHINE_DAY,
        TODAY,
        entered,
        found,
        pasted,
    )

    head = replace(HEAD, title=f"Tin {what}")
    of = entered(pasted("Năm 2021, kim ngạch xuất khẩu đạt 1.112,5 triệu USD."), head=head)
    item = found(of, "claim")
    figure = cards_of(of, [item], seen_by=BY, today=TODAY)[0].figure
    assert figure is not None
    before = Figure.objects.count()
    indicators = list(Indicator.objects.order_by("code")[:6])

    def accept(hand: int) -> str:
        by = keeper(f"h{hand}")
        if hand % 2:
            accept_claim(by=by, item=item.row, told=figure, answer=Answer(0), today=MACHINE_DAY)
        else:
            reject_item(by=by, item=item.row, seen=0)
        return "decided"

    def learn(hand: int) -> str:
        learn_wording(by=keeper(f"h{hand}"), indicator=indicators[hand], words="cách gọi chung")
        return "learned"

    told = six_hands({"accept": accept, "learn": learn}[what])
    decisions = list(
        ReadingDecision.objects.filter(item=item.row).values_list("outcome", flat=True)
    )
    return {
        "told": told,
        "decisions": decisions,
        "figures": Figure.objects.count() - before,
        "wordings": IndicatorSynonym.objects.filter(removed_at=None).count(),
    }


if __name__ == "__main__":
    tell(outcome)
