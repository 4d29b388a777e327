"""How much may be asked: the size of a request, how many a minute."""

from __future__ import annotations

import os
import time

from django.core.cache import caches
from django.http import HttpRequest
from ninja.throttling import BaseThrottle

LARGEST = 32 * 1024 * 1024
RATE = int(os.environ.get("DIEUHANH_API_RATE", "600"))
MINUTE = 60


class PerMinute(BaseThrottle):
    """So many requests a minute from one token or one signed-in person, by server process."""

    def allow_request(self, request: HttpRequest) -> bool:
        """Count this one, and say whether it is still within the minute's number."""
        asker = getattr(request, "asker", "") or request.META.get("REMOTE_ADDR", "")
        key = f"api:{asker}:{int(time.time()) // MINUTE}"
        cache = caches["process"]
        cache.add(key, 0, 2 * MINUTE)
        try:
            return cache.incr(key) <= RATE
        except ValueError:  # it expired between the two calls
            return True

    def wait(self) -> float:
        """Seconds until the next minute begins."""
        return MINUTE - time.time() % MINUTE
