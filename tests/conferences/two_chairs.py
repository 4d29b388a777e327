"""Chairs at once, in a process of its own: prints what each got and what is in the books.

Run on an installation with the example: `python -m tests.conferences.two_chairs give|end|item|ask`.
"""

from __future__ import annotations

from typing import Any

from tests.hands import six_hands, tell


def outcome(what: str) -> dict[str, Any]:
    """What the hands got, and what is in the books afterwards."""
    from dieuhanh.conferences.actions.floor import ask_floor, end_floor, give_floor  # noqa: PLC0415
    from dieuhanh.conferences.actions.running import begin_item  # noqa: PLC0415
    from dieuhanh.conferences.models import RoomEvent, SpeakRequest  # noqa: PLC0415
    from dieuhanh.domain.actors import keeper  # noqa: PLC0415
    from tests.conferences.room_books import meeting  # noqa: PLC0415

    held = meeting(keeper("chủ trì"))
    of, sites = held.conference, held.sites
    for name in ("nam-can", "dam-doi", "rach-goc"):
        ask_floor(by=keeper("điểm cầu"), conference=of, site=sites[name])

    def give(hand: int) -> int:
        return give_floor(by=keeper(f"chủ trì {hand}"), conference=of).pk

    def end(hand: int) -> str:
        end_floor(by=keeper(f"chủ trì {hand}"), conference=of, request=speaking)
        return "ended"

    def begin(hand: int) -> str:
        begin_item(by=keeper(f"chủ trì {hand}"), conference=of, item=held.items[0].pk)
        return "begun"

    def ask(hand: int) -> str:
        ask_floor(by=keeper(f"h{hand}"), conference=of, site=sites["vien-an"])
        return "asked"

    speaking = give(0) if what == "end" else 0
    told = six_hands({"give": give, "end": end, "item": begin, "ask": ask}[what])
    found = RoomEvent.objects.filter(conference=of).order_by("number")
    return {
        "told": told,
        "speaking": SpeakRequest.objects.filter(conference=of, state="speaking").count(),
        "numbers": list(found.values_list("number", flat=True)),
        "kinds": list(found.values_list("kind", flat=True)),
    }


if __name__ == "__main__":
    tell(outcome)
