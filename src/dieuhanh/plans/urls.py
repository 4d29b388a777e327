"""Where plans are made. What the books say of results is handed in by whoever mounts it."""

from __future__ import annotations

from typing import NamedTuple

from django.urls import URLPattern, path

from .queries.results import Results
from .views.allocation import add_body, allocation_page, save_parts
from .views.draft import change_lines, draft_page, save_cells
from .views.issue import issue_page
from .views.listing import new_draft, plan_list, put_aside
from .views.proposals import change_proposals, proposals_page, propose_page
from .views.rule import rule_page, rule_preview
from .views.versions import handed_down_file, handed_down_page, versions_page

app_name = "plans"


class Mounted(NamedTuple):
    """Patterns with their namespace, as `include` takes them."""

    patterns: list[URLPattern]
    app_name: str


def plans_urls(results: Results) -> Mounted:
    """The pages, those that show results reading them through `results`."""
    given = {"results": results}
    draft, line = "du-thao/<slug:draft>/", "du-thao/<slug:draft>/dong/<int:line>/"
    return Mounted(
        [
            path("", plan_list, name="list"),
            path("ke-hoach/<slug:plan>/phien-ban/", versions_page, name="versions"),
            path("ke-hoach/<slug:plan>/phan-bo/", handed_down_page, name="handed-down"),
            path(
                "ke-hoach/<slug:plan>/phan-bo.<str:ext>", handed_down_file, name="handed-down-file"
            ),
            path("ke-hoach/<slug:plan>/lap/<str:purpose>/", new_draft, name="new"),
            path(draft, draft_page, given, name="draft"),
            path(f"{draft}o/", save_cells, given, name="cells"),
            path(f"{draft}cac-dong/", change_lines, name="lines"),
            path(f"{draft}cat-di/", put_aside, name="set-aside"),
            path(f"{draft}ban-hanh/", issue_page, name="issue"),
            path(f"{draft}de-xuat/", proposals_page, given, name="proposals"),
            path(f"{draft}de-xuat/sua/", change_proposals, name="change-proposals"),
            path(line, rule_page, given, name="rule"),
            path(f"{line}doc-lai/", rule_preview, given, name="read-back"),
            path(f"{line}de-xuat/<slug:body>/", propose_page, name="propose"),
            path(f"{line}phan-bo/", allocation_page, name="allocation"),
            path(f"{line}phan-bo/o/", save_parts, name="parts"),
            path(f"{line}phan-bo/co-quan/", add_body, name="add-body"),
        ],
        app_name,
    )
