"""`import FILE…`: every table of a call in the order they depend on, whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from django.db import transaction

from dieuhanh.assessment.actions import import_findings, import_judgements, import_tallies
from dieuhanh.audit.actions import Tally
from dieuhanh.bodies.actions import (
    import_areas,
    import_bodies,
    import_body_successions,
    import_successions,
)
from dieuhanh.conferences.actions.importing import (
    import_agenda,
    import_conferences,
    import_contributions,
    import_delegates,
    import_photos,
    import_sites,
)
from dieuhanh.conferences.actions.importing_conclusions import import_conclusions, import_texts
from dieuhanh.documents.actions import import_documents
from dieuhanh.domain.actors import Actor
from dieuhanh.domain.errors import BadInput, BadInputs, Place
from dieuhanh.exchange.catalogue import CATALOGUE
from dieuhanh.exchange.files import read_attachment
from dieuhanh.exchange.sheets import read_sheet
from dieuhanh.exchange.templates import Record, Template, template_of
from dieuhanh.paper.reading.files import SUFFIXES as PAPERS
from dieuhanh.paper.reading.files import refuse_bad
from dieuhanh.plans.actions import import_indicators, import_plans, import_targets
from dieuhanh.reports.actions import import_figures
from dieuhanh.tasks.actions.imports import import_tasks


class Batch(NamedTuple):
    """One file, read and typed."""

    path: Path
    template: Template
    records: list[Record]


class Done(NamedTuple):
    """What became of one table."""

    name: str
    template: str
    tally: Tally


Progress = Callable[[str], None]


def import_files(
    paths: Sequence[Path], *, by: Actor, machine_day: date, progress: Progress = lambda _name: None
) -> list[Done]:
    """Read all files, then write all in one transaction.

    Raises BadInput or BadInputs, located by file, row and column, with nothing changed.
    """
    batches = sorted(_read_all(paths), key=lambda batch: list(CATALOGUE).index(batch.template.name))
    verbs = _verbs(machine_day)
    done = []
    with transaction.atomic():
        for batch in batches:
            progress(batch.path.name)
            verb = verbs[batch.template.name]
            if batch.template.name == "documents":
                verb = partial(verb, attachments=partial(_attachment, batch.path.parent))
            done.append(
                Done(batch.path.name, batch.template.name, verb(by=by, records=batch.records))
            )
    return done


def _attachment(folder: Path, name: str) -> tuple[bytes, str]:
    """A paper's file with its checksum, refused when it is bad or marked Mật."""
    content, checksum = read_attachment(folder, name)
    if Path(name).suffix.lower() in PAPERS:
        refuse_bad(name, content)
    return content, checksum


def _read_all(paths: Sequence[Path]) -> Iterator[Batch]:
    faults: list[BadInput] = []
    for path in paths:
        try:
            sheet = read_sheet(path)
            template = template_of(sheet, CATALOGUE.values())
            yield Batch(path, template, template.parse(sheet))
        except BadInput as fault:
            faults.append(fault.at(Place(file=path.name)))
        except BadInputs as several:
            faults += several.faults
    if faults:
        raise BadInputs(faults)


def _verbs(machine_day: date) -> dict[str, Callable[..., Tally]]:
    return {
        "areas": import_areas,
        "successions": import_successions,
        "bodies": import_bodies,
        "body_successions": import_body_successions,
        "documents": import_documents,
        "indicators": import_indicators,
        "plans": import_plans,
        "targets": import_targets,
        "figures": partial(import_figures, today=machine_day),
        "judgements": import_judgements,
        "tallies": import_tallies,
        "findings": import_findings,
        "conferences": import_conferences,
        "sites": import_sites,
        "delegates": import_delegates,
        "agenda": import_agenda,
        "contributions": import_contributions,
        "conclusions": import_conclusions,
        "texts": import_texts,
        "photos": import_photos,
        "tasks": partial(import_tasks, today=machine_day),
    }
