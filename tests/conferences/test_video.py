"""Video is only beside the meeting: a link, or a frame on one page that alone may hold it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from dieuhanh.conferences.queries.media import MEDIA
from dieuhanh.domain.actors import Actor
from tests.conferences.conferences_made import made_by
from tests.pages import page

pytestmark = pytest.mark.django_db
As = Callable[[str], Client]
LINK = "https://hop.example.vn:8443/phong-1?x=1"
HEADER = "Content-Security-Policy"


def test_only_the_video_page_may_hold_its_origin(
    example: None, at_machine: Actor, client_as: As
) -> None:
    made = made_by(at_machine, video_url=LINK, video_embedded=True)
    office, address = client_as("van-phong"), f"/hoi-nghi/{made.code}/"
    shown = office.get(f"{address}video/")
    assert shown.headers[HEADER].endswith("; frame-src https://hop.example.vn:8443")
    assert shown.headers["Permissions-Policy"].startswith('camera=(self "https://hop')
    assert f'src="{LINK}"' in shown.content.decode()
    for other in ("", "diem-cau/", "chuong-trinh/"):
        answer = office.get(f"{address}{other}")
        assert "frame-src" not in answer.headers[HEADER]
        assert answer.headers["Permissions-Policy"] == "camera=(), microphone=()"
    assert "/video/" in page(office, address)


@pytest.mark.parametrize("told", [{}, {"video_url": LINK}])
def test_a_link_alone_or_none_has_no_page(
    example: None, at_machine: Actor, client_as: As, told: dict[str, str]
) -> None:
    made = made_by(at_machine, **told)
    office, address = client_as("van-phong"), f"/hoi-nghi/{made.code}/"
    assert office.get(f"{address}video/").status_code == 404
    assert "/video/" not in page(office, address)
    room = MEDIA.room_for(made, seen_by=at_machine)
    assert (room.href, room.origin) == (LINK, "") if room else told == {}
