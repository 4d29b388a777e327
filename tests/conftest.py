"""What all tests share: the example's books, loaded once, and seats to look from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker

from dieuhanh.config import demo
from dieuhanh.config.importing import import_files
from dieuhanh.domain.actors import Actor, keeper
from tests.hands import on_postgresql
from tests.house.books import Books

collect_ignore = ["idp"]  # a program of its own, started by its test
ROOT = Path(__file__).resolve().parents[1]
DEMO_DAY = demo.DEMO_DAY


@pytest.fixture(scope="session")
def django_db_setup(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[None]:
    """The test database holds the examples; each test's changes are rolled back."""
    from django.conf import settings  # noqa: PLC0415

    settings.FILES_FOLDER = tmp_path_factory.mktemp("files")
    with django_db_blocker.unblock():
        by = keeper("kiểm thử")
        import_files(list(demo.example_files()), by=by, machine_day=date(2026, 1, 1))
        demo.seat_everyone(by)
    yield
    with django_db_blocker.unblock():
        call_command("flush", verbosity=0, interactive=False)


@pytest.fixture(scope="module")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Books:
    """An installation with the example on a SQLite file, as served."""
    return Books(tmp_path_factory.mktemp("embedded")).demo()


@pytest.fixture(scope="module")
def on_server(tmp_path_factory: pytest.TempPathFactory, postgres_server: str) -> Iterator[Books]:
    """The same on PostgreSQL."""
    with on_postgresql(postgres_server, tmp_path_factory.mktemp("server")) as books:
        yield books


@pytest.fixture
def example(db: None) -> None:
    """The books of ca-mau-2021 and viet-nam-2019."""


@pytest.fixture
def at_machine() -> Actor:
    """Somebody who may do everything."""
    return keeper("kiểm thử")


@pytest.fixture
def actor(db: None) -> Callable[[str], Actor]:
    """The actor of a demo seat: actor("can-bo-xa")."""
    from dieuhanh.people.models import User  # noqa: PLC0415
    from dieuhanh.people.queries import actor_of  # noqa: PLC0415

    return lambda seat: actor_of(User.objects.get(username=seat), on=DEMO_DAY)


@pytest.fixture
def client_as(db: None, settings: object) -> Callable[[str], Client]:
    """A client signed in to a demo seat, on the demo's day."""
    from dieuhanh.people.models import User  # noqa: PLC0415

    settings.TODAY = DEMO_DAY.isoformat()  # type: ignore[attr-defined]
    settings.FIRST_PLAN = "ca-mau-2021"  # type: ignore[attr-defined]

    def sign_in(seat: str) -> Client:
        client = Client()
        client.force_login(User.objects.get(username=seat))
        return client

    return sign_in
