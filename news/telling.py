"""What a telling is made of: sentences with their citations, in sections; how it was made; what was to be watched."""

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal


@dataclass(frozen=True, slots=True)
class Citation:
    """`quote` stands verbatim (white space aside) in the text at `url`. `day`: that it was published, where the day is to be shown."""

    url: str
    quote: str
    source: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """`checked` is False for a translation of which words cannot tell whether it holds: its text shows the original beside it."""

    text: str
    citations: tuple[Citation, ...]
    checked: bool = True


Section = Literal["what_happened", "why_it_matters", "what_to_watch"]
SECTIONS: Final[tuple[Section, ...]] = ("what_happened", "why_it_matters", "what_to_watch")


Part = Literal["headline", "lede", "what_happened", "why_it_matters", "what_to_watch"]


@dataclass(frozen=True, slots=True)
class Wrong:
    """A sentence of a model's that is not told: the part of the story it was written for, its place there (from 1, 0 for the only
    one) and what was wrong, a key of the phrases `faults`."""

    part: Part
    number: int
    fault: str


@dataclass(frozen=True, slots=True)
class Provenance:
    """How a telling or an answer was made. `prompt` is the prompt's name and hash, "" where no model wrote.

    `written` sentences are the model's own and passed the check, `replaced` are source sentences that stand for ones that did not,
    `faults` says what was wrong with those (keys of the phrases `faults`, the most frequent first), `wrong` with which; `note` says why
    no model wrote although one is configured, `tried` is then the model that was asked in vain, with its prompt; `cost` is in USD, 0 for
    what was kept from before; `priced` is False when a call's price is only assumed. `unlooked` sentences needed a second look that
    could not be had, for the reason `unlooked_note` (like `note` a key of the phrases `why_not`).
    """

    summariser: str
    prompt: str = ""
    written: int = 0
    replaced: int = 0
    note: str = ""
    cost: float = 0.0
    priced: bool = True
    faults: tuple[str, ...] = ()
    tried: str = ""
    wrong: tuple[Wrong, ...] = ()
    unlooked: int = 0
    unlooked_note: str = ""

    @property
    def is_written(self) -> bool:
        """Whether a sentence of it, or its translated title, is a model's and was checked."""
        return bool(self.prompt and self.written)


@dataclass(frozen=True, slots=True)
class Watched:
    """What the edition of `told` said to watch for the day `due`, now past; `came` reports on it, None when nothing read does.

    `story`, `slug` and `headline` are those of the story it was told with.
    """

    story: str
    slug: str
    headline: str
    told: date
    due: date
    sentence: Sentence
    came: Sentence | None = None


@dataclass(frozen=True, slots=True)
class FirstTelling:
    """The edition's brief that first carried a story, and under which headline."""

    brief: str
    headline: str
