"""Run inside an installation: a meeting of so many sites, each with a signed-in keeper. Prints JSON.

python -m benchmarks.voters.prepare COUNT
"""

from __future__ import annotations

import json
import sys
from typing import Any

import django

django.setup()

from django.utils import timezone  # noqa: E402

from benchmarks.load.prepare import BY, more_communes, officer_of, session_of  # noqa: E402
from dieuhanh.bodies.models import Body  # noqa: E402
from dieuhanh.conferences.actions.preparing import make_conference, open_conference  # noqa: E402
from dieuhanh.conferences.actions.sites import add_site  # noqa: E402
from dieuhanh.domain.sites import SiteLevel  # noqa: E402
from dieuhanh.people.models import User  # noqa: E402

HOST = "ubnd-ca-mau"


def main(count: int) -> dict[str, Any]:
    """Make it all; the code of the meeting, the chair's session and each keeper's."""
    communes = Body.objects.filter(kind="ubnd", area__kind__in=("Xã", "Phường", "Thị trấn"))
    more_communes(max(0, count - communes.count()))
    host = Body.objects.get(code=HOST)
    made = make_conference(by=BY, host=host, name="Hội nghị đo tải", starts_at=timezone.now())
    bodies = list(communes.order_by("pk")[:count])
    for body in bodies:
        add_site(by=BY, conference=made, body=body, level=SiteLevel.COMMUNE)
    open_conference(by=BY, conference=made)
    return {
        "conference": made.code,
        "chair": session_of(User.objects.get(username="chu-tich")),
        "keepers": {body.code: officer_of(body) for body in bodies},
    }


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]))))
