"""Claims put together: a figure with a name is a claim, one without rides along."""

from __future__ import annotations

from collections.abc import Generator, Iterator

from .counted import named, unnamed_thing
from .drafts import Draft, Figure
from .figures import figures_of
from .grids import Grid, grids_of
from .layout import Page, Paragraph, Stretch
from .lexicon import Phrases, lexicon
from .mains import ELSEWHERE, State, listen, main_of
from .naming import head_of, written
from .records import Claim
from .riders import benchmark_of, ride
from .roles import Setting, inline_cue, planned_by_head, setting_of
from .tables import table_claims
from .times import Times, table_of, times_of
from .units import COUNTED

_ATTENDING = Phrases(dict.fromkeys(lexicon("roles")["attending"]["words"], True))
_TO = frozenset({"rise_to", "fall_to", "remain"})
_TYING = frozenset({"share", "up", "down", "exceed", "equivalent", "fall_to", "rise_to"})
_UNMEASURED = Phrases(dict.fromkeys(lexicon("roles")["unmeasured"]["words"], True))
_JOINING = frozenset({"với", "trong", "gồm", "và"})
_EMPTY = frozenset(
    {"tỷ lệ", "tỉ lệ", "bình quân", "trung bình", "tổng số", "số", "mức", "tổng", "con số", "riêng"}
)
_LONGEST_HEAD = 18


class ClaimReader:
    """One page read for its claims, paragraph by paragraph."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.times: Times = table_of(
            [t for p in page.paragraphs for t in times_of(page, p.body, p.last)]
        )
        self.setting: Setting = setting_of(page, self.times)
        self._estimated: dict[int, bool] = {}
        self._grids = grids_of(page.text)

    def read(self) -> Iterator[Claim]:
        """Every claim, in the order of the text."""
        grids, shut = list(self._grids), 0
        for index, paragraph in enumerate(self.page.paragraphs):
            begins = self.page.tokens[paragraph.first].start
            while grids and grids[0].start <= begins:
                grid = grids.pop(0)
                if (yield from self._table(grid, paragraph)):
                    shut = grid.end
            if begins < shut:
                continue
            drafts = self._paragraph(index, paragraph)
            for draft in sorted(drafts, key=lambda d: d.quantity.first):
                yield draft.claim()

    def _table(self, grid: Grid, paragraph: Paragraph) -> Generator[Claim, None, bool]:
        """The claims of a table; whether it was one."""
        planned = planned_by_head(self.page, self.times, self.setting, paragraph)
        found = list(
            table_claims(
                self.page, grid, year=self.setting.year, planned=planned,
                period=self._headed_period(paragraph) or self.setting.period,
            )
        )  # fmt: skip
        yield from found
        return bool(found)

    def _paragraph(self, index: int, paragraph: Paragraph) -> list[Draft]:
        planned = planned_by_head(self.page, self.times, self.setting, paragraph)
        inline = inline_cue(self.page, self.times, self.setting, paragraph)
        planned = inline == "plan" if inline else planned
        under = any(self._estimated.get(head, False) for head in paragraph.heads)
        made: list[Draft] = []
        last: Draft | None = None
        for sentence in paragraph.sentences:
            state = State(self.page, self.times, self.setting, planned, carried=planned)
            state.estimate, state.last = under, last
            state.period = self._headed_period(paragraph)
            self._sentence(state, paragraph, sentence)
            made += state.made
            last = state.last
            if state.made:
                planned = state.carried  # what is told goes on till the paragraph ends
            if paragraph.lead:
                self._estimated[index] = state.estimate
        return made

    def _headed_period(self, paragraph: Paragraph) -> str | None:
        """The period of the nearest heading that names one."""
        for index in reversed(paragraph.heads):
            head = self.page.paragraphs[index]
            told = [t for t in self.times.covers(head.body, head.last) if t.year and not t.same]
            if told:
                return self.page.said(told[-1].first, told[-1].last)
        return None

    def _sentence(self, state: State, paragraph: Paragraph, sentence: Stretch) -> None:
        figures = figures_of(self.page, self.times, sentence.first, sentence.last)
        if figures and _UNMEASURED.within(self.page.words, sentence.first, sentence.last):
            return
        attending = figures and _ATTENDING.within(self.page.words, sentence.first, sentence.last)
        waiting: Figure | None = None
        counted: Figure | None = None
        outer = state.last
        for figure in figures:
            if attending and figure.quantity.family in COUNTED | {"open"}:
                continue
            if counted is not None and _within(self.page, counted, figure):
                counted.tail = figure.after.last
                self._rename(state, counted)
                continue
            listen(state, figure)
            state.last = outer if figure.bracket is None else state.last
            if waiting is not None:
                if (
                    figure.name is None
                    and figure.verb_in(*_TO)
                    and figure.bracket == waiting.bracket
                ):
                    self._moved(state, paragraph, waiting, figure)
                    waiting, outer = None, state.last
                    continue
                self._one(state, paragraph, waiting)
                waiting, outer = None, state.last
            if "from" in figure.verbs and not figure.told_of:
                waiting = figure
                continue
            self._one(state, paragraph, figure)
            outer = state.last if figure.bracket is None else outer
            counted = figure if figure.quantity.family in COUNTED | {"open"} else None
        if waiting is not None:
            self._one(state, paragraph, waiting)
            outer = state.last
        state.last = outer

    def _moved(self, state: State, paragraph: Paragraph, old: Figure, new: Figure) -> None:
        """giảm từ 7,04% xuống còn 5,57%: the later is the claim, the earlier rides along."""
        new.name, new.floor = old.name, old.floor
        verbs = [v for v in new.before.verbs if v in _TO] + [
            "fall_to" for v in old.before.verbs if v == "down"
        ]
        new.before.verbs = verbs
        new.before.first = old.before.first
        self._one(state, paragraph, new)
        if state.last is not None and state.last.quantity is new.quantity:
            state.last.bound = new.before.bound or new.after.bound
            state.last.put("prev_value", old.quantity.value)

    def _one(self, state: State, paragraph: Paragraph, figure: Figure) -> None:
        if figure.quantity.family == "points" and _contributes(self.page, figure):
            return
        self._unname(state, figure)
        elsewhere = _told_elsewhere(self.page, figure)
        if elsewhere and state.made and state.last is not None:
            figure.name = None
            state.made.append(benchmark_of(state, figure, state.last))
            return
        found = named(state, figure)
        if found is None and figure.quantity.family == "none":
            return
        if found is not None:
            if figure.quantity.family != "none" or self._bare_number(figure):
                state.add(main_of(state, figure, *found))
            return
        last = state.last
        thing = unnamed_thing(state, figure)
        loose = not set(figure.verbs) - {"have", "remain", "with"}
        if thing is not None and (
            last is None or (loose and not figure.bracket and not figure.standard)
        ):
            state.add(main_of(state, figure, *thing))
        elif last is not None:
            ride(state, figure, last)
        elif (head := self._from_head(paragraph)) is not None:
            state.add(main_of(state, figure, *head, figure.before.first))

    def _unname(self, state: State, figure: Figure) -> None:
        """Take away a name that names nothing, so that the words before may."""
        if figure.name is None:
            return
        said = written(self.page, figure.name).lower()
        if said in _EMPTY:  # "tỷ lệ 3,94%", "bình quân 6 tháng tăng …": of what was named
            figure.before.said.append(said)
            figure.name = None
        elif figure.told_of in {"plan", "past"} and state.made and _weak(figure):
            figure.name = None  # "sẽ khó đạt kế hoạch đề ra là 7,91%"

    def _bare_number(self, figure: Figure) -> bool:
        """A number without a unit counts only for an index or a rate its name spells out."""
        name = figure.name
        if name is None or not figure.verb_in("reach", "equal"):
            return False
        words = self.page.words[name.first : name.last]
        return (
            "/" in words
            or words[:2] in (["chỉ", "số"], ["hệ", "số"])
            or words[0] in {"pci", "papi", "cpi"}
        )

    def _from_head(self, paragraph: Paragraph) -> tuple[str, str] | None:
        """The heading or list head a nameless item hangs on."""
        for index in reversed(paragraph.heads):
            head = self.page.paragraphs[index]
            last = head.last - 1 if head.lead else head.last
            if 0 < last - head.body <= _LONGEST_HEAD:
                return self.page.said(head.body, last), head_of(self.page, head.body, last)
        return None

    def _rename(self, state: State, figure: Figure) -> None:
        """A thing counted whose own words hold a number: "7 chủ đầu tư giải ngân dưới 15%"."""
        draft = state.last
        if draft is None or draft.quantity is not figure.quantity:
            return
        found = named(state, figure) or unnamed_thing(state, figure)
        if found:
            draft.indicator = found[0]
        draft.last = max(draft.last, figure.tail)


def _within(page: Page, counted: Figure, figure: Figure) -> bool:
    """Whether a figure only tells which things were counted before it."""
    if figure.name is not None or figure.bracket != counted.bracket or figure.semicolon:
        return False
    if figure.verb_in(*_TYING) or (figure.standard and not figure.before.bound):
        return False
    if not figure.quantity.is_rate and figure.before.bound is None:
        return False
    gap = page.words[counted.after.last : figure.quantity.first]
    return not any(word in {",", ";", ":", "(", ")"} or word in _JOINING for word in gap)


def _told_elsewhere(page: Page, figure: Figure) -> bool:
    """Whether a name ends in somebody else's: "cao hơn mức tăng trưởng bình quân cả nước"."""
    name = figure.name
    if name is None:
        return False
    own = figure.told_of == "elsewhere" and name.head in {"", "sector"}
    return own or ELSEWHERE.before(page.words, name.last, name.first) is not None


def _weak(figure: Figure) -> bool:
    """Whether its name has no head, so that the words before may name it better."""
    return figure.name is not None and not figure.name.head and not figure.bracket


def _contributes(page: Page, figure: Figure) -> bool:
    """ "đóng góp 7,25 điểm %": a part of a growth told, no measurement of its own."""
    words = page.words[figure.floor : figure.quantity.first]
    return any(words[i : i + 2] == ["đóng", "góp"] for i in range(len(words)))


def read_claims(page: Page) -> tuple[Claim, ...]:
    """Every claim of the page."""
    return tuple(ClaimReader(page).read())


__all__ = ["read_claims"]
