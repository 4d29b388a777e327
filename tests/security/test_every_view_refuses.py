"""Every view of the URL map is attacked, so that none is forgotten.

As another commune, another district, another sector, a citizen and nobody; by reading, writing,
exporting and guessing. What is refused reads the same whether the thing is there or not, names
nothing, and leaves no line in the record.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core.cache import caches
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from dieuhanh.audit.models import Entry
from dieuhanh.domain.actors import Actor
from tests.pages import words
from tests.security.doors import (
    MARK,
    NUMBER,
    STRANGERS,
    Door,
    Guard,
    module_of,
    registry,
    views,
)
from tests.security.planted import plant

pytestmark = pytest.mark.django_db
REGISTRY = registry()
REFUSED = {403, 404, 405}
APPS = sorted({module_of(view) for view in REGISTRY})


def doors(app: str, *guards: Guard) -> list[Door]:
    return [
        door for door in REGISTRY.values() if module_of(door.view) == app and door.guard in guards
    ]


@pytest.fixture
def planted(at_machine: Actor) -> dict[str, Any]:
    caches["process"].clear()
    return plant(at_machine)


def ask(client: Client, method: str, address: str, body: Any) -> Any:
    """One request, as a page's form, as a form with a file or as the API's JSON."""
    if method == "get":
        return client.get(address)
    if isinstance(body, dict) and "file" in body:
        return client.post(address, body | {"file": SimpleUploadedFile(body["file"], b"x")})
    if address.startswith("/api/"):
        return getattr(client, method)(address, body, content_type="application/json")
    return getattr(client, method)(address, body)


def filled(body: Any, planted: dict[str, Any]) -> Any:
    """A body with the names of planted things replaced by what they are."""
    if isinstance(body, dict):
        return {name: filled(each, planted) for name, each in body.items()}
    if isinstance(body, list):
        return [filled(each, planted) for each in body]
    return planted.get(body, body) if isinstance(body, str) else body


def told(answer: Any, address: str) -> str:
    """What an answer says, without what the asker said, and without tokens of forms."""
    text = b"".join(answer) if answer.streaming else answer.content
    return re.sub(r"\s+", " ", words(text.decode().replace(address, "…")))


def reveals(answer: Any) -> bool:
    text = (b"".join(answer) if answer.streaming else answer.content).decode()
    return MARK in text or NUMBER in text.replace(".", "").replace(",", "")


@pytest.mark.parametrize("view", views())
def test_no_view_is_forgotten(view: str) -> None:
    assert view in REGISTRY, f"tests/security/addresses: how is {view} reached, and who may?"


def test_no_door_leads_nowhere() -> None:
    assert set(REGISTRY) - set(views()) == set()


@pytest.mark.parametrize("app", APPS)
def test_nobody_gets_in(app: str, planted: dict[str, Any]) -> None:
    before = Entry.objects.count()
    faults = []
    for door in doors(app, Guard.SHUT, Guard.OPEN):
        body = filled(door.sent, planted)
        for method in door.methods:
            here, nowhere = door.address(planted), door.address(planted, absent=True)
            there, absent = (ask(Client(), method, each, body) for each in (here, nowhere))
            out = there.headers.get("Location", "").startswith("/dang-nhap/?next=")
            refused = there.status_code in {401, 405} or (there.status_code == 302 and out)
            if not refused or there.status_code != absent.status_code or reveals(there):
                faults.append((door.view, method, there.status_code, absent.status_code))
    assert not faults, "\n".join(map(str, faults))
    assert Entry.objects.count() == before


@pytest.mark.parametrize("app", APPS)
def test_whoever_may_not_is_told_there_is_nothing(
    app: str, planted: dict[str, Any], client_as: Callable[[str], Client]
) -> None:
    before = Entry.objects.count()
    faults = []
    for door in doors(app, Guard.SHUT):
        for seat in door.shut_to:
            faults += attack(door, client_as(seat), seat, planted)
        for seat in door.readers:
            answer = ask(
                client_as(seat), door.method, door.address(planted), filled(door.sent, planted)
            )
            if answer.status_code not in REFUSED:
                faults.append((door.view, seat, door.method, answer.status_code))
    assert not faults, "\n".join(map(str, faults))
    assert Entry.objects.count() == before, "something was written"


def attack(door: Door, client: Client, seat: str, planted: dict[str, Any]) -> list[tuple[Any, ...]]:
    """Read and write what is there and what is not; every way in which the two differ or tell."""
    here, nowhere = door.address(planted), door.address(planted, absent=True)
    body, faults, tried = filled(door.sent, planted), [], set()
    for method in door.methods:
        there, absent = (ask(client, method, each, body) for each in (here, nowhere))
        tried.add(there.status_code)
        alike = (door.known or here == nowhere) or (
            there.status_code == absent.status_code and told(there, here) == told(absent, nowhere)
        )
        if there.status_code not in REFUSED or not alike or reveals(there):
            faults.append((door.view, seat, method, there.status_code, absent.status_code))
    return faults if tried != {405} else [*faults, (door.view, "no method was tried")]


@pytest.mark.parametrize("app", APPS)
def test_what_is_open_shows_nothing_of_others(
    app: str, planted: dict[str, Any], client_as: Callable[[str], Client]
) -> None:
    faults = []
    for door in doors(app, Guard.OPEN):
        for seat in STRANGERS:
            answer = client_as(seat).get(door.address(planted))
            if answer.status_code not in {200, 302, 403, 404, 405} or reveals(answer):
                faults.append((door.view, seat, answer.status_code))
    assert not faults, "\n".join(map(str, faults))


@pytest.mark.parametrize("seat", ["chuyen-vien"])
def test_the_planted_things_are_there_for_whom_they_are_meant(
    seat: str, planted: dict[str, Any], client_as: Callable[[str], Client]
) -> None:
    """Otherwise every attack would be refused for the wrong reason."""
    client = client_as(seat)
    for view in ("reports:submission", "reports:figure", "reports:form", "reports:round",
                 "plans:draft", "api:get_submission", "api:get_figure", "api:get_conference",
                 "api:list_sites", "api:list_delegates", "api:list_events", "api:get_ballot",
                 "api:list_conclusions", "api:get_task", "api:list_steps"):  # fmt: skip
        answer = client.get(REGISTRY[view].address(planted))
        assert answer.status_code == 200, view
        assert reveals(answer), view
    office = client_as("quan-tri").get(REGISTRY["people:user"].address(planted))
    assert reveals(office)
