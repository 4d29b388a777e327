"""`python -m tests.idp PORT CALLBACK`: make the books, then serve until ended."""

from __future__ import annotations

import os
import sys
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import django
from django.core.handlers.wsgi import WSGIHandler
from django.core.management import call_command

from tests.idp.lies import HONEST, LIES

PEOPLE = (("lan", "lan@example.test", True), ("minh", "minh@example.test", True),
          ("chua-xac-minh", "lan2@example.test", False))  # fmt: skip


class Server(ThreadingMixIn, WSGIServer):
    """One thread a request, as the back channel asks while the browser waits."""

    daemon_threads = True


class Quiet(WSGIRequestHandler):
    """Says nothing of each request."""

    def log_message(self, *words: object) -> None:  # type: ignore[override]
        """Nothing."""


def fill(callback: str) -> None:
    """People with addresses, and one client for each way of telling."""
    from allauth.account.models import EmailAddress  # noqa: PLC0415
    from allauth.idp.oidc.models import Client  # noqa: PLC0415
    from django.contrib.auth.models import User  # noqa: PLC0415

    for name, email, verified in PEOPLE:
        user = User.objects.create_user(name, email, os.environ["IDP_PASSWORD"])
        EmailAddress.objects.create(user=user, email=email, verified=verified, primary=True)
    for name in (HONEST, *LIES):
        client = Client(id=name, name=name, skip_consent=True, redirect_uris=callback)
        client.scopes = "openid\nprofile\nemail"
        client.set_secret(os.environ["IDP_CLIENT_SECRET"])
        client.save()


def main(port: int, callback: str) -> None:
    """Serve on loopback."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.idp.settings"
    django.setup()
    call_command("migrate", verbosity=0)
    fill(callback)
    with make_server("127.0.0.1", port, WSGIHandler(), Server, Quiet) as server:
        server.serve_forever()


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
