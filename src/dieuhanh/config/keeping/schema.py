"""Which release the books are of: the migrations they have had, beside those of this code."""

from __future__ import annotations

from importlib.metadata import version
from pkgutil import iter_modules

from django.apps import apps
from django.core.management.sql import emit_post_migrate_signal
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.db.migrations.state import StateApps

from dieuhanh.domain.errors import BadInput

Node = tuple[str, str]
PRODUCT = "dieuhanh"


def product_version() -> str:
    """The release of this code."""
    return version(PRODUCT)


def known() -> frozenset[Node]:
    """The migrations of this code, by their files: nothing of them is loaded."""
    return frozenset(
        (config.label, module.name)
        for config in apps.get_app_configs()
        for module in iter_modules([f"{config.path}/migrations"])
        if not module.name.startswith("_")
    )


def applied(asked: BaseDatabaseWrapper | None = None) -> frozenset[Node]:
    """The migrations the books have had; empty where there are no books."""
    return frozenset(MigrationRecorder(asked or connection).applied_migrations())


def waiting() -> int:
    """How many steps the books are behind this code. Raises BadInput("books.newer")."""
    had, ours = applied(), known()
    if had - ours:
        raise BadInput("books.newer", version=product_version(), names=told(had - ours))
    return len(ours - had)


def require_this_release() -> None:
    """Raise BadInput("books.older" | "books.newer") for books of another release."""
    if count := waiting():
        raise BadInput("books.older", version=product_version(), count=count)


def begin() -> None:
    """The tables of this release in an empty database, in one transaction.

    What walking every migration from the first would come to (a test compares the two), in a
    fraction of the time: each of their steps draws up all models anew, here the last one alone.
    """
    recorder = MigrationRecorder(connection)
    last: StateApps = MigrationLoader(connection).project_state().apps
    with connection.schema_editor() as editor:
        editor.create_model(recorder.Migration)
        for model in last.get_models():
            if model._meta.can_migrate(connection):
                editor.create_model(model)
        for app, name in sorted(known()):
            recorder.record_applied(app, name)
    emit_post_migrate_signal(0, False, connection.alias)


def told(nodes: frozenset[Node]) -> str:
    """The first few migrations, named."""
    names = sorted(f"{app}.{name}" for app, name in nodes)
    return ", ".join(names[:3]) + (" …" if len(names) > 3 else "")


def tables_of(nodes: frozenset[Node], loader: MigrationLoader) -> StateApps:
    """The models as they were after these migrations."""
    apps_then: StateApps = loader.project_state(leaves(nodes, loader)).apps
    return apps_then


def leaves(nodes: frozenset[Node], loader: MigrationLoader) -> list[Node]:
    """The last of them in each app: what to migrate to."""
    return sorted(
        node
        for node in nodes
        if not any(
            child.key in nodes and child.key[0] == node[0]
            for child in loader.graph.node_map[node].children
        )
    )
