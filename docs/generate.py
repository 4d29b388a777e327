"""Write the reference pages that are read off the code: `make docs`. A test holds them equal."""

from __future__ import annotations

import inspect
from pathlib import Path

from api_pages import api_page, openapi_page
from meanings import COLUMN, KIND, TEMPLATE, column_key

from dieuhanh.domain.actors import Permission
from dieuhanh.domain.wording.permissions import permission_text
from dieuhanh.exchange.catalogue import CATALOGUE
from dieuhanh.exchange.columns import Column
from dieuhanh.exchange.templates import Template
from dieuhanh.people.roles import ROLES, Role

FOLDER = Path(__file__).parent / "reference"
NOTE = "<!-- Made by docs/generate.py from the code; change it there. -->\n\n"

TEMPLATES_HEAD = """# Import templates

`dieuhanh template NAME` writes an empty one as CSV, with `--xlsx` as a workbook whose second sheet
explains each column. `dieuhanh import FILE…` takes any number of filled ones together, sorts them
into the order below (what is cited comes first) and writes all of them or none.

The first line declares the template and how numbers are written, so that neither is ever guessed
cell by cell:

```
# dieuhanh: figures; numbers=vi
```

`numbers=vi` (the default) reads `5.851`, `1.112,5` and `0,33`; `numbers=plain` reads `5851` and
`1112.5`. A number that could mean two things is refused with its place, never taken. Dates are
`dd/mm/yyyy` or ISO, yes is `x`, an empty cell is unknown. Heads may be the names below or the
Vietnamese labels; their order is free, every column must be there unless it
is marked "may be left out" (it came later than the tables already made), and a cell that is not
required may be empty.
"""

PERMISSIONS_HEAD = """# Roles and permissions

What a person may do comes from the posts they hold on the day: each post has a role and a body.
A role's permissions **here** hold in the area of that body and every area below it, in the fields
the post names, and in the areas that were merged into these; those **for its body** hold for that
body alone, on whose behalf the holder enters and approves; those **for the body it serves** for the
body an office stands under; those **everywhere** have no bounds.
Beyond posts, an administrator can give one person one permission for a time, and a holder can let a
colleague use a post while away ([guide](../guides/people-and-rights.md)).

Nobody else's drafts are listed, fetched or counted: a page, a number in an address and an export
answer "not there" in the same words, whether a thing is absent or not for this reader. The person at
the machine's own command line keeps the installation and may do everything; what they write is
attributed to them in the record.
"""


def templates_page() -> str:
    """Every import template with its columns."""
    parts = [TEMPLATES_HEAD]
    parts += [_template(template) for template in CATALOGUE.values()]
    return NOTE + "\n".join(parts)


def _template(template: Template) -> str:
    rows = "\n".join(_column(template.name, column) for column in template.columns)
    return f"""
## {template.name}: {template.title}

{TEMPLATE[template.name]}

| column | label | kind | required | meaning |
|---|---|---|---|---|
{rows}
"""


def _column(template: str, column: Column) -> str:
    told = COLUMN[column_key(template, column.name)]
    if column.choices:
        told += f" One of {', '.join(f'`{choice}`' for choice in column.choices)}."
    if column.default is not None:
        told += f" Empty: `{column.default}`."
    if column.later:
        told += " The column may be left out: then nothing is changed."
    required = "yes" if column.required else ""
    return f"| `{column.name}` | {column.label} | {KIND[column.kind]} | {required} | {told} |"


def permissions_page() -> str:
    """Every role with what it may do, and every permission with who has it."""
    parts = [PERMISSIONS_HEAD, "\n## Roles\n"]
    parts += [_role(role) for role in ROLES.values()]
    parts.append("\n## Permissions\n\n| permission | lets one | roles |\n|---|---|---|")
    parts += [_permission(permission) for permission in Permission]
    return NOTE + "\n".join(parts) + "\n"


def _role(role: type[Role]) -> str:
    return f"""
### {role.code}: {role.name}

{inspect.getdoc(role)}

- here: {_listed(role.here)}
- for its body: {_listed(role.for_body)}
- for the body it serves: {_listed(role.for_served)}
- everywhere: {_listed(role.everywhere)}"""


def _listed(permissions: frozenset[Permission]) -> str:
    return ", ".join(f"`{each}`" for each in sorted(permissions)) or "nothing"


def _permission(permission: Permission) -> str:
    holders = [r.code for r in ROLES.values() if permission in r.everything()]
    lets = permission_text(permission, "en")
    return f"| `{permission}` | {lets} | {', '.join(holders) or 'the keeper of the installation alone'} |"


PAGES = {
    "templates.md": templates_page,
    "permissions.md": permissions_page,
    "openapi.json": openapi_page,
    "api.md": lambda: NOTE + api_page(),
}

if __name__ == "__main__":
    for name, page in PAGES.items():
        (FOLDER / name).write_text(page(), "utf-8")
