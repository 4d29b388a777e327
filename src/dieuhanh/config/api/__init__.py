"""The REST API, gathered from each app's own room, at /api/v1/."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.urls import URLPattern
from ninja import NinjaAPI, Swagger
from ninja.operation import Operation

from dieuhanh.assessment.api import assessments_router, board_router
from dieuhanh.bodies.api import areas_router, bodies_router
from dieuhanh.conferences.api import (
    agreed_router,
    conferences_router,
    live_router,
    votes_router,
)
from dieuhanh.conferences.api import texts_router as conference_texts_router
from dieuhanh.desk.api import changes_router, papers_router, readings_router, texts_router
from dieuhanh.people.api import me_router
from dieuhanh.plans.api import indicators_router, plans_router
from dieuhanh.reports.api import (
    figures_router,
    forms_router,
    rounds_router,
    submissions_router,
)
from dieuhanh.tasks.api import tasks_router

from .auth import SignedIn, Token
from .limits import PerMinute
from .problems import install

DESCRIPTION = """Everything a program may read and write, by the same rules as the pages.

Days are ISO, periods SDMX text, decimals text with a point. Lists come page by page: ask on with
`cursor` = `next`. An error is `application/problem+json`; its `faults` say where. What you may
not see is not there: 404 in the same words."""
ROUTERS = {
    "me": me_router,
    "areas": areas_router,
    "bodies": bodies_router,
    "indicators": indicators_router,
    "plans": plans_router,
    "assessments": assessments_router,
    "forms": forms_router,
    "rounds": rounds_router,
    "submissions": submissions_router,
    "figures": figures_router,
    "conferences": conferences_router,
    "tasks": tasks_router,
    "papers": papers_router,
    "readings": readings_router,
    "texts": texts_router,
    "changes": changes_router,
}


class Api(NinjaAPI):
    """Ninja's, with operations named by us and errors described."""

    def get_openapi_operation_id(self, operation: Operation) -> str:
        """The name of the operation for generated clients."""
        return operation.operation_id or operation.view_func.__name__


api = Api(
    title="Điều Hành",
    version="1",
    description=DESCRIPTION,
    urls_namespace="api",
    auth=[Token(), SignedIn()],
    throttle=[PerMinute()],
    docs=Swagger(settings={"persistAuthorization": False}),
)
install(api)
for prefix, router in ROUTERS.items():
    api.add_router(f"/{prefix}", router)
api.add_router("/plans", board_router)
api.add_router("/conferences", live_router)
api.add_router("/conferences", agreed_router)
api.add_router("/conferences", conference_texts_router)
api.add_router("/conferences", votes_router)


def urls() -> tuple[list[URLPattern], str, str]:
    """Ninja's addresses; who asks is settled by the API itself, not by the sign-in page."""
    patterns, app, namespace = api.urls
    for pattern in patterns:
        if isinstance(pattern, URLPattern) and pattern.callback is not None:
            login_not_required(pattern.callback)
    return patterns, app, namespace  # type: ignore[return-value]
