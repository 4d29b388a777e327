"""The API's description and its page, read off the code."""

from __future__ import annotations

import json
import os
from typing import Any

HEAD = """# The API

Everything a program may read and write, under `/api/v1/`, by the same rules as the pages. The whole
description for generated clients is [openapi.json](openapi.json); a running installation shows it
at `/api/v1/docs`, without any network.

## Who asks

`Authorization: Bearer SECRET`, with a token made on the page of one's own account: it may do what
its owner may, cut to the token's permissions. A signed-in page may ask too, with its session cookie,
and with `X-CSRFToken` when it writes. Each asker has 600 requests a minute (`DIEUHANH_API_RATE`), and
a request may be 32 MiB long.

## What is said how

- Decimals are text with a point and every printed decimal (`"27.0"`), days ISO, periods SDMX text.
- `Accept-Language: en` tells sentences in English; Vietnamese otherwise.
- Lists come page by page: ask on with `cursor` = `next`, at most 500 a page. A walk ends at the
  newest row there was when it began, so what is appended meanwhile moves nothing. Whoever must miss
  nothing follows `/changes` instead.
- A GET answers with an `ETag`; with `If-None-Match` an unchanged answer is 304 and empty.

## Errors

Every error is `application/problem+json` (RFC 9457):

```json
{"type": "urn:dieuhanh:problem:inputs", "title": "Có chỗ cần sửa", "status": 422,
 "detail": "Có 2 chỗ cần sửa; chưa có gì được ghi.", "instance": "/api/v1/figures", "code": "inputs",
 "faults": [{"code": "number.plain_grouping", "detail": "…", "row": 2, "column": "value"},
            {"code": "indicator.unknown", "detail": "…", "row": 3, "column": "indicator"}]}
```

| status | when |
|---|---|
| 400 | the content is not JSON |
| 401 | no token, or one that is not in force |
| 403 | the permission, or the session's `X-CSRFToken`, is lacking |
| 404 | not there, or not for you: told in the same words |
| 405, 413, 415, 429 | method, size, media type, too many (`Retry-After`) |
| 422 | something to mend; `faults` say what and where |
| 500 | a fault of ours; nothing was half written |

## Once, whoever sends how often

`POST /figures`, `POST /submissions/{pk}/filings`, `POST /tasks` with its steps and evidence, `POST
…/texts/{kind}`, `POST …/ballots/{pk}/votes` and every `POST` of `/papers` take an `Idempotency-Key`: a
repeat gets the first answer and writes nothing, also of two at the same moment. The same key with other content is refused.

## Evidence

`POST /tasks/{code}/evidence` takes `multipart/form-data`: the fields of a step and up to five parts
named `file`, each 10 MiB at most, of the kinds the pages take. One that is too large or of another
kind refuses the whole, and nothing is written. `GET /tasks/{code}/evidence/{id}/file` gives a file
back to whoever may see the task.

## Voting

`GET …/ballots/{pk}/electors` says whom you vote for, `POST …/ballots/{pk}/votes` votes: in the name
of a site for whoever keeps it, of a delegate by the delegate in person. A token needs `site.keep` for
either. Of an open or named ballot the last vote before the end counts; a vote sent again with its key
changes nothing, even after another one. A secret vote goes the same way as from the page: into the
urn, with no row, no line in the record and no key kept; it is final, so it must say `"sure": true`,
and no answer says what was chosen. After the end `422 ballot.not_open`; `electors` still tells
whether a vote is in.

## Papers

`/papers` lists those you have a part in, and the issued ones open to everybody; `mine=true` those that
wait for you. `moved` counts the numbers of which the books say something else by now, `…/sources` tells
each number with its record, as printed and as it would be printed today. `…/files/docx` and `…/files/pdf`
give the paper, with `sources=true` each number a link and the list of sources as last appendix.

A draft begins from the books (`POST /papers/composed`: a kind of `/papers/kinds` and what of) or by hand
(`POST /papers`). `POST …/opinions` asks bodies, `POST …/opinions/{id}` answers in a body's name, `…/reply`
takes an answer up or explains; `POST …/steps` submits, approves, returns or drops, naming the version that
was read; `POST …/issue` gives number and day. Each is refused as on the page: who may not, a version
somebody wrote since, an opinion nobody dealt with, a number that is taken (or odd and not `confirmed`).
A token acts for its owner within its scopes: `paper.edit`, `paper.approve`, `paper.issue`, and `site.keep`
to answer for a body.

## Texts read and checked

`POST /texts/read` and `POST /texts/check` take a form with `text` (1,000,000 characters at most) or one part
named `file` (.docx, .pdf with text, .html, .txt; 10 MiB at most), and store nothing. They answer as
[`dieuhanh read --json` and `dieuhanh check --json`](json.md) do, `read` with the `text` its offsets count
in; `check` also takes `plan`, `year` and `as_known_on`, and sees no more of the books than the asker. A file
that is not taken is refused as [on the page](../guides/read-a-paper.md#what-is-refused), with its name.

`/readings` lists the papers that were read for the areas in which you keep papers, and how many records
still wait; `/readings/{pk}/records?state=accepted` the records taken, as corrected, with what each made.

## Figures in bulk

`POST /figures` takes a JSON list of objects or the CSV that `dieuhanh import` reads; names are those
of the [template](templates.md#figures-số-liệu). All are taken or none. In JSON the first figure is
row 1; in CSV rows are lines of the file. Up to 1,000 faults are told at once.

## Following changes

`GET /changes?after=N` tells the lines of the record after a sealed number, in order, as far as they
are yours to see: `kind` (`figures.imported`, `submissions.approved`, `round.closed`, `plan.issued` …),
`subject`, and how many figures a line took in; `/figures?change=N` lists these. Ask on with
`after=until`. Numbers are given to committed lines only, by one sealer, some two seconds after they
are written: a line that commits late gets a later number, so no reader misses it. Numbers that are
missing belong to lines that are not for you.

## Addresses
"""


def description() -> dict[str, Any]:
    """The OpenAPI description of the API as it is now."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dieuhanh.config.settings")
    os.environ.setdefault("DIEUHANH_SECRET_KEY", "docs")
    import django  # noqa: PLC0415 - once its settings are named

    django.setup()
    from dieuhanh.config.api import api  # noqa: PLC0415

    found: dict[str, Any] = json.loads(json.dumps(api.get_openapi_schema(path_prefix="/api/v1/")))
    return found


def openapi_page() -> str:
    """The snapshot of the description."""
    return json.dumps(description(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def api_page() -> str:
    """The page: how the API speaks, then every address."""
    return HEAD + "\n".join(_paths(description())) + "\n"


def _paths(told: dict[str, Any]) -> list[str]:
    lines = ["", "| address | does | parameters |", "|---|---|---|"]
    for path, methods in told["paths"].items():
        for method, operation in methods.items():
            asked = ", ".join(f"`{each['name']}`" for each in operation.get("parameters", []))
            does = " ".join(operation.get("description", "").split("\n\n")[0].split())
            short = path.removeprefix("/api/v1")
            lines.append(f"| `{method.upper()} {short}` | {does} | {asked} |")
    return lines
