"""Claims put together: a figure with a name is a claim, one without rides along."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Generator, Iterator, Sequence

from .anecdotes import Span, anecdotes_in
from .counted import unnamed_thing
from .deeds import named
from .drafts import Draft, Figure
from .figures import figures_of
from .grids import Grid, grids_of
from .layout import Page, Paragraph, Stretch
from .lexicon import Phrases, lexicon
from .listed import hand_out
from .listening import listen
from .placing import place
from .provinces import own_province, told_of_another
from .records import Claim
from .roles import inline_cue, planned_by_head
from .setting import Setting, setting_of
from .state import State
from .tables import table_claims
from .times import Times, table_of, times_of
from .tokens import Kind
from .units import COUNTED

_ATTENDING = Phrases(dict.fromkeys(lexicon("roles")["attending"]["words"], True))
_OF_WHICH = Phrases(dict.fromkeys(["trong đó", "gồm", "bao gồm"], True))
_THERE = Phrases(dict.fromkeys(["rà soát", "kiểm tra"], True))
_TO = frozenset({"rise_to", "fall_to", "remain"})
_TYING = frozenset({"share", "up", "down", "exceed", "equivalent", "fall_to", "rise_to"})
_UNMEASURED = Phrases(dict.fromkeys(lexicon("roles")["unmeasured"]["words"], True))
_JOINING = frozenset({"với", "trong", "gồm", "và", "thấy", "biết"})


class ClaimReader:
    """One page read for its claims, paragraph by paragraph."""

    def __init__(self, page: Page, orders: Sequence[Span] = ()) -> None:
        self.page = page
        self._orders = orders
        self.times: Times = table_of(
            [t for p in page.paragraphs for t in times_of(page, p.body, p.last)]
        )
        self.setting: Setting = setting_of(page, self.times)
        self._own = own_province(page)
        self._estimated: dict[int, bool] = {}
        self._grids = grids_of(page.text)
        self._anecdotes = anecdotes_in(page)

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
                if not self._numbers_row(paragraph, draft):
                    yield draft.claim()

    def _numbers_row(self, paragraph: Paragraph, draft: Draft) -> bool:
        """Whether a figure is only the place of a row: "3 | Tổ chức lễ hội"."""
        at, tokens = draft.quantity.first, self.page.tokens
        if at != paragraph.first or at + 1 >= len(tokens):
            return False
        return "\t" in self.page.text[tokens[at].end : tokens[at + 1].start]

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
        estimated = False
        for sentence in paragraph.sentences:
            state = State(self.page, self.times, self.setting, planned, carried=planned)
            parts = _OF_WHICH.at(self.page.words, sentence.first, sentence.last) is not None
            state.estimate, state.last = under or (parts and estimated), last
            state.period = self._headed_period(paragraph)
            state.elsewhere = told_of_another(self.page, self._own, sentence)
            state.earlier, state.own = made, self._own
            self._sentence(state, paragraph, sentence)
            made += state.made
            last, estimated = state.last, state.estimate
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
        hand_out(self.page, self.times, figures)
        if figures and _UNMEASURED.within(self.page.words, sentence.first, sentence.last):
            return
        attending = figures and self._attends(sentence)
        waiting: Figure | None = None
        counted: Figure | None = None
        outer = state.last
        for figure in figures:
            if attending and figure.quantity.family in COUNTED | {"open"}:
                continue
            if _inside(self._anecdotes, figure.quantity.first):
                continue
            if counted is not None and _within(self.page, counted, figure):
                counted.tail = figure.after.last
                self._rename(state, counted)
                continue
            state.planned = state.planned or (not state.resulted and self._ordered(figure))
            listen(state, figure)
            state.last = outer if figure.bracket is None else state.last
            if waiting is not None:
                if _ends_move(waiting, figure):
                    self._moved(state, paragraph, waiting, figure)
                    waiting, outer = None, state.last
                    continue
                place(state, paragraph, waiting)
                waiting, outer = None, state.last
            if "from" in figure.verbs and not figure.told_of:
                waiting = figure
                continue
            place(state, paragraph, figure)
            outer = state.last if figure.bracket is None else outer
            counted = figure if _told_behind(figure) else None
        if waiting is not None:
            place(state, paragraph, waiting)
            outer = state.last
        state.last = outer

    def _attends(self, sentence: Stretch) -> bool:
        """Whether a sentence tells who attends, not how many meetings were held."""
        words, first, last = self.page.words, sentence.first, sentence.last
        if _ATTENDING.within(words, first, last) is None:
            return False
        return not any(
            words[at : at + 2] == ["tổ", "chức"] and self.page.tokens[at + 2].kind is Kind.NUMBER
            for at in range(first, last - 2)
        )

    def _ordered(self, figure: Figure) -> bool:
        """Whether a figure stands in an order: what is to be done, no result."""
        if _THERE.within(self.page.words, figure.floor, figure.quantity.first):
            return False  # "rà soát 54 dự án": they are there already
        start = self.page.tokens[figure.quantity.first].start
        return _inside(self._orders, start)

    def _moved(self, state: State, paragraph: Paragraph, old: Figure, new: Figure) -> None:
        """giảm từ 7,04% xuống còn 5,57%: the later is the claim, the earlier rides along."""
        new.name, new.floor = old.name, old.floor
        verbs = [v for v in new.before.verbs if v in _TO] + [
            "fall_to" for v in old.before.verbs if v == "down"
        ]
        new.before.verbs = verbs
        new.before.first = old.before.first
        place(state, paragraph, new)
        if state.last is not None and state.last.quantity is new.quantity:
            state.last.bound = new.before.bound or new.after.bound
            state.last.put("prev_value", old.quantity.value)

    def _rename(self, state: State, figure: Figure) -> None:
        """A thing counted whose own words hold a number: "7 chủ đầu tư giải ngân dưới 15%"."""
        draft = state.last
        if draft is None or draft.quantity is not figure.quantity:
            return
        found = named(state, figure) or unnamed_thing(state, figure)
        if found:
            draft.indicator = found[0]
        draft.last = max(draft.last, figure.tail)


def _inside(spans: Sequence[Span], place: int) -> bool:
    """Whether one of the spans, in order, holds a place."""
    at = bisect_right(spans, place, key=lambda span: span[0]) - 1
    return at >= 0 and place < spans[at][1]


def _ends_move(old: Figure, new: Figure) -> bool:
    return new.name is None and new.verb_in(*_TO) and new.bracket == old.bracket


def _told_behind(figure: Figure) -> bool:
    """Whether the words behind a figure tell what it is of, so that they may hold a number too."""
    if figure.quantity.family in COUNTED | {"open"}:
        return True
    unnamed = figure.quantity.is_rate and figure.name is None and not figure.verbs
    return unnamed and figure.after.last < figure.tail


def _within(page: Page, counted: Figure, figure: Figure) -> bool:
    """Whether a figure only tells which things were counted before it."""
    if figure.bracket != counted.bracket or figure.semicolon:
        return False
    if figure.name is not None:
        # Five of them, told by their rate: "5 chủ đầu tư có tỷ lệ giải ngân dưới 30%".
        had = page.words[counted.after.last : figure.name.first] == ["có"]
        if counted.quantity.is_rate and figure.before.bound and not figure.verbs:
            return "," not in page.words[counted.after.last : figure.quantity.first]
        return had and figure.quantity.is_rate and figure.name.head == "rate"
    if figure.verb_in(*_TYING) or (figure.standard and not figure.before.bound):
        return False
    bounded = figure.before.bound or figure.after.bound
    if not figure.quantity.is_rate and bounded is None:
        return False
    gap = page.words[counted.after.last : figure.quantity.first]
    return not any(word in {",", ";", ":", "(", ")"} or word in _JOINING for word in gap)


def read_claims(page: Page, orders: Sequence[Span] = ()) -> tuple[Claim, ...]:
    """Every claim of the page; `orders`: the offsets of the orders it gives, whose figures are targets."""
    return tuple(ClaimReader(page, orders).read())


__all__ = ["read_claims"]
