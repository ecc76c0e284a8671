"""The nouns of asking: a question, the evidence, the answer, what a person said of it, and where it was posted. Frozen values."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final, Literal

from news.languages import Language
from news.model import Brief, Citation, Provenance, Sentence, SourceLink


class Intent(StrEnum):
    """What a question wants. The last two are no questions to a news archive."""

    NEWS = "news"
    FACT = "fact"
    COMPARISON = "comparison"
    LIST = "list"
    WHATS_NEW = "whats-new"
    EXPLAIN = "explain"
    CATCH_UP = "catch-up"
    HOW_TO = "how-to"
    OFF_TOPIC = "off-topic"


LISTED: Final = frozenset({Intent.NEWS, Intent.LIST, Intent.WHATS_NEW, Intent.CATCH_UP, Intent.COMPARISON})
"""Intents whose answer is a list, a point per sentence, and no running text."""


@dataclass(frozen=True, slots=True)
class Question:
    """`thread` is the conversation ("slack:C1:1710.22", "line:U1", "" for none); `story` the story it was asked under.

    `wording`: the reader's own words where `text` is what was made of them, "" where it is those; `before`: what was asked before in this
    conversation. For who answers: `intent`; `terms`, what it is about as search tokens, each with how much it tells apart in the archive;
    `since`, when the time begins that it names; and `sources`, the ids of those that it is to be answered from, none is all.
    """

    id: str
    tenant: str
    reader: str | None
    text: str
    language: Language
    asked: datetime
    thread: str = ""
    story: str | None = None
    intent: Intent = Intent.FACT
    terms: tuple[tuple[str, float], ...] = ()
    since: datetime | None = None
    wording: str = ""
    before: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of one article offered as evidence; `text` stands verbatim at `url`. `score`: higher = nearer."""

    article: str
    story: str | None
    source: str
    url: str
    title: str
    text: str
    language: Language
    published: datetime
    score: float


def source_of(cited: Citation, passages: Iterable[Passage]) -> Passage | None:
    """What is cited; of several reports at one address, as a day's page has, that which says the quote."""
    there = [one for one in passages if one.url == cited.url]
    saying = (one for one in there if cited.quote in one.title or cited.quote in one.text)
    return next(saying, there[0] if there else None)


@dataclass(frozen=True, slots=True)
class StoryLink:
    """A story to look at: `id` and `slug` make its page's address ("" for an article in no story), `source` is its best report."""

    id: str
    slug: str
    headline: str
    language: Language
    source: SourceLink


@dataclass(frozen=True, slots=True)
class Answer:
    """`question` as asked; `sentences` is empty exactly when `abstained`; `nearest` are stories to look at instead or as well.

    `id` is what feedback and corrections name ("" when it was not kept). `note` is fixed wording in the asker's `language`, ready
    to be shown above the sentences: why there is no answer, or a correction. `brief`: a catch-up, as an edition.
    `confidence`: how many answers as sure as this one are right: of facts fitted, of news and lists at most what readers marked right;
    of a model's answer the share of its sentences that held.
    """

    question: str
    sentences: tuple[Sentence, ...]
    confidence: float
    abstained: bool
    nearest: tuple[StoryLink, ...]
    summariser: str
    id: str = ""
    intent: Intent = Intent.FACT
    language: Language = "en"
    note: str = ""
    brief: Brief | None = None
    milliseconds: float = 0.0
    provenance: Provenance | None = None

    @property
    def cost(self) -> float:
        """In US dollars."""
        return self.provenance.cost if self.provenance else 0.0

    @property
    def listed(self) -> bool:
        """True when each sentence is a point of its own: show them as a list."""
        return self.intent in LISTED and len(self.sentences) > 1


@dataclass(frozen=True, slots=True)
class Evidence:
    """What an answer was made from, as it is kept: the passage without its text."""

    article: str
    story: str | None
    url: str
    title: str
    score: float


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question with its answer, as kept. `correction` is what the answer was replaced by once, at `corrected`, it was known to be wrong."""

    question: Question
    answer: Answer
    evidence: tuple[Evidence, ...]
    correction: Answer | None = None
    corrected: datetime | None = None

    @property
    def id(self) -> str:
        return self.question.id

    @property
    def tenant(self) -> str:
        return self.question.tenant

    @property
    def current(self) -> Answer:
        return self.correction or self.answer


About = Literal["answer", "story"]
Verdict = Literal["useful", "wrong", "not-useful"]


@dataclass(frozen=True, slots=True)
class Feedback:
    """What one person said of one answer or story; the last word counts. `brief`: the edition that the story was read in."""

    tenant: str
    about: About
    subject: str
    reader: str
    verdict: Verdict
    at: datetime
    brief: str = ""

    @property
    def id(self) -> str:
        return self.subject


class PostState(StrEnum):
    """Of a posted answer: it stands; it is to be corrected; corrected in place; to be told with the next answer; told; given up."""

    POSTED = "posted"
    DUE = "due"
    CORRECTED = "corrected"
    TO_TELL = "to-tell"
    TOLD = "told"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Post:
    """Where an answer was posted: `platform_id` is the platform's own id of the message there."""

    tenant: str
    answer: str
    channel: str
    address: str
    platform_id: str
    at: datetime
    state: PostState = PostState.POSTED
    attempts: int = 0
    error: str = ""

    @property
    def id(self) -> str:
        return self.answer
