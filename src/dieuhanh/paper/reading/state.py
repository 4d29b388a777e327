"""What holds from figure to figure of a sentence, and is handed on to the next."""

from __future__ import annotations

from dataclasses import dataclass, field

from .drafts import Draft
from .layout import Page
from .setting import Setting
from .times import Time, Times


@dataclass(slots=True)
class State:
    """What holds from figure to figure: through a sentence, or (`last`) a paragraph."""

    page: Page
    times: Times
    setting: Setting
    planned: bool = False
    carried: bool = False
    """Whether the next sentence is still of targets."""
    named: bool = False
    """Whether a plan was named last ("dự toán thu"), which holds no farther than its clause."""
    resulted: bool = False
    """Whether a result was told last in the sentence, not a target."""
    estimate: bool = False
    last: Draft | None = None
    turn: str = ""
    """Whether the rider before rose or fell: "tăng 12% về lượng và 8% về giá trị"."""
    bracketed: str = ""
    """What the rate in a bracket before was held against: "past" or "plan"."""
    befallen: str = ""
    """What happened "tại 12 hộ, 5 thôn của 3 xã": each place is told of it."""
    action: str = ""
    """The verb of the thing counted last: "khởi công" of "khởi công 3 cầu, 2 trường"."""
    time: Time | None = None
    period: str | None = None
    """The period the headings name, as written."""
    breakdown: bool = False
    shares: bool = False
    """Whether a make-up is listed: "cơ cấu kinh tế: nông nghiệp 21%, công nghiệp 36%"."""
    elsewhere: bool = False
    """Whether another province is the subject of the sentence."""
    own: str = ""
    """The paper's own province."""
    made: list[Draft] = field(default_factory=list)
    earlier: list[Draft] = field(default_factory=list)
    """What the sentences before it in the paragraph made."""

    def add(self, draft: Draft) -> Draft:
        """Keep a draft; what follows may ride along with it."""
        self.made.append(draft)
        self.last = draft
        return draft


__all__ = ["State"]
