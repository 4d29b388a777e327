"""A draft composed anew beside what a person typed into it: nothing typed is passed over.

Three papers are laid side by side, part by part: as it was composed (`was`), as a person left it
(`typed`), and as the books have it today (`fresh`). Where only the books moved, the books stand;
where a person typed, that person chooses. Tables come from the books and are never typed.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum

from .model import Appendix, Block, Paper, Paragraph, Role, Table, plain

SUBJECT, BASES, BODY, APPENDIX = "subject", "bases", "body", "appendix"
HEADINGS = frozenset({Role.PART, Role.CHAPTER, Role.SECTION, Role.GROUP, Role.HEADED_CLAUSE})


class Moved(StrEnum):
    """What became of a part."""

    NOTHING = "nothing"
    BOOKS = "books"
    """The books tell it otherwise; nobody typed there."""
    TYPED = "typed"
    """A person typed there; the books tell it as before."""
    BOTH = "both"


class Keep(StrEnum):
    """What a person keeps of a part they had typed into."""

    TYPED = "typed"
    BOOKS = "books"
    BOTH = "both"
    """What the books tell, then what was typed."""


@dataclass(frozen=True, slots=True)
class Part:
    """Some paragraphs in a row, as they were composed, typed and composed anew."""

    key: str
    was: tuple[Block, ...]
    typed: tuple[Block, ...]
    fresh: tuple[Block, ...]

    @property
    def moved(self) -> Moved:
        """Who changed it."""
        was, typed, fresh = (_keys(each) for each in (self.was, self.typed, self.fresh))
        if typed in (was, fresh):
            return Moved.NOTHING if fresh == was else Moved.BOOKS
        return Moved.TYPED if fresh == was else Moved.BOTH

    @property
    def asks(self) -> bool:
        """Whether a person has to choose."""
        return self.moved in {Moved.TYPED, Moved.BOTH}

    def kept(self, choice: Keep) -> tuple[Block, ...]:
        """The paragraphs that stay."""
        if not self.asks or choice is Keep.BOOKS:
            return self.fresh
        if choice is Keep.TYPED:
            return self.typed
        return (*self.fresh, *(each for each in self.typed if isinstance(each, Paragraph)))


def parts(was: Paper, typed: Paper, fresh: Paper) -> list[Part]:
    """Every part of the three, in reading order, those that did not change too."""
    told = [_sections(each) for each in (was, typed, fresh)]
    names = dict.fromkeys(name for each in (told[2], told[1]) for name in each)
    return [
        part for name in names for part in _side_by_side(name, *(s.get(name, ()) for s in told))
    ]


def merged(found: Sequence[Part], typed: Paper, fresh: Paper, choices: Mapping[str, Keep]) -> Paper:
    """The paper composed anew with what was kept of the typed one; a part not chosen of keeps what
    was typed."""
    kept: dict[str, list[Block]] = {}
    for part in found:
        blocks = part.kept(choices.get(part.key, Keep.TYPED))
        kept.setdefault(part.key.rpartition(".")[0], []).extend(blocks)
    subject = [each for each in kept.get(SUBJECT, ()) if isinstance(each, Paragraph)]
    bases = [each for each in kept.get(BASES, ()) if isinstance(each, Paragraph)]
    appendices = []
    for at in range(max(len(typed.appendices), len(fresh.appendices))):
        blocks = tuple(kept.get(f"{APPENDIX}-{at}", ()))
        of = (fresh if at < len(fresh.appendices) else typed).appendices[at]
        if blocks:
            appendices.append(Appendix(of.title, blocks, of.landscape))
    return replace(
        fresh,
        subject=subject[0].text if subject else fresh.subject,
        bases=tuple(each.text for each in bases),
        blocks=tuple(kept.get(BODY, ())),
        appendices=tuple(appendices),
    )


def _sections(paper: Paper) -> dict[str, tuple[Block, ...]]:
    told: dict[str, tuple[Block, ...]] = {
        SUBJECT: (Paragraph(paper.subject),),
        BASES: tuple(Paragraph(each) for each in paper.bases),
        BODY: paper.blocks,
    }
    return told | {f"{APPENDIX}-{at}": each.blocks for at, each in enumerate(paper.appendices)}


def _side_by_side(
    name: str, was: Sequence[Block], typed: Sequence[Block], fresh: Sequence[Block]
) -> Iterator[Part]:
    """Parts between the paragraphs all three have; those that stand one for one each by itself."""
    number = 0
    for held in _chunks(was, typed, fresh):
        for row in _rows(held):
            yield Part(f"{name}.{number}", *row)
            number += 1


Three = tuple[tuple[Block, ...], tuple[Block, ...], tuple[Block, ...]]


def _rows(held: Three) -> Iterator[Three]:
    """A stretch paragraph by paragraph where they stand one for one; else those at its head that
    nobody typed into, such as a heading, then the rest together."""
    if len({len(each) for each in held}) == 1:
        yield from (((a,), (b,), (c,)) for a, b, c in zip(*held, strict=True))
        return
    at = 0
    for was, typed, fresh in zip(*held, strict=False):
        if _key(was) != _key(typed) or not _stands_for(was, fresh):
            break
        yield (was,), (typed,), (fresh,)
        at += 1
    rest = (held[0][at:], held[1][at:], held[2][at:])
    if any(rest):
        yield rest


def _stands_for(was: Block, fresh: Block) -> bool:
    """Whether the books' paragraph is the same place of the paper told anew."""
    if isinstance(was, Table) or isinstance(fresh, Table):
        return False
    return (was.role, was.number) == (fresh.role, fresh.number) and was.role in HEADINGS


def _chunks(
    was: Sequence[Block], typed: Sequence[Block], fresh: Sequence[Block]
) -> Iterator[Three]:
    to_typed, to_fresh = _matches(was, typed), _matches(was, fresh)
    at, typed_at, fresh_at = 0, 0, 0
    for one in range(len(was)):
        if one not in to_typed or one not in to_fresh:
            continue
        other, third = to_typed[one], to_fresh[one]
        before = (tuple(was[at:one]), tuple(typed[typed_at:other]), tuple(fresh[fresh_at:third]))
        if any(before):
            yield before
        yield (was[one],), (typed[other],), (fresh[third],)
        at, typed_at, fresh_at = one + 1, other + 1, third + 1
    rest = (tuple(was[at:]), tuple(typed[typed_at:]), tuple(fresh[fresh_at:]))
    if any(rest):
        yield rest


def _matches(was: Sequence[Block], now: Sequence[Block]) -> dict[int, int]:
    """Which paragraph stands where now."""
    found = SequenceMatcher(None, _keys(was), _keys(now), autojunk=False)
    return {
        one + step: other + step
        for one, other, size in found.get_matching_blocks()
        for step in range(size)
    }


def _keys(blocks: Sequence[Block]) -> list[Hashable]:
    return [_key(each) for each in blocks]


def _key(block: Block) -> Hashable:
    """What a block is told by: a paragraph by its letters, a table by its place, never its rows."""
    if isinstance(block, Table):
        return ("table", block.caption)
    return (block.role, block.number, plain(block.text))


__all__ = ["Keep", "Moved", "Part", "merged", "parts"]
