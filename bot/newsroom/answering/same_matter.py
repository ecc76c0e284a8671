"""The matter that was spoken of, or that a question is asked under: its reports read for what is asked of it."""

import asyncio
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from bot.newsroom.finding.catching_up import other_language
from bot.newsroom.finding.evidence import articles_of
from bot.newsroom.finding.following import line_told, stories_told
from bot.newsroom.finding.kindred import reports_near
from bot.newsroom.finding.links import link_to, story_called
from bot.newsroom.finding.pressure import PRESSURE
from news.asking import LISTED, Answer, Exchange, Intent, Passage, Question, StoryLink
from news.model import Article, Story
from news.phrases import phrase
from news.text import search_tokens
from store.database import Database
from summariser.answering.passages import passages
from summariser.answering.reader import BAR, OF_ANOTHER_STORY, OF_OTHERS, Read, read
from summariser.answering.reader_signs import Heard, is_named, names_said
from summariser.asking.matters_asked import asked_of, matter_of, says_little, speaks_of
from summariser.asking.slots import named_in
from summariser.asking.support import bare
from summariser.telling.extractive import NAME
from summariser.words.question_words import about
from summariser.words.vectors import simplify

_Told = tuple[Answer, list[Passage]]
_SHARED: Final = 3
_STORIES: Final = 2
"""So many of those that were told are looked through."""
REPORTS: Final = 24
_FEW: Final = 8
"""So many of their reports, and under pressure."""


@dataclass(frozen=True, slots=True)
class Matter:
    """`words`: what it is called, the likeliest first; `titles`: of what was told of it; `told`: the lines that were, the last first."""

    words: tuple[str, ...]
    titles: tuple[str, ...]
    stories: tuple[Story, ...]
    own: tuple[Article, ...]
    near: tuple[Article, ...]
    """Other reports of the same."""
    is_one: bool
    """Whatever was told is of the same."""
    told: tuple[str, ...]

    @property
    def reports(self) -> tuple[Article, ...]:
        return (*self.own, *self.near)

    @property
    def called(self) -> str:
        """By the name in its title, first one with a number."""
        title = self.titles[0]
        names = [title[one.start : one.end] for one in named_in(title)]
        return next((one for one in names if any(map(str.isdigit, one))), next(iter(names), title))

    def has_word(self, asked: str) -> bool:
        """One of its reports has a word of what is asked."""
        words = Heard(asked, asked, "en", self.titles, self.told).words
        return any(word.casefold() in f"{one.title}\n{one.words}".casefold() for one in self.reports for word in words)

    def names(self, name: frozenset[str]) -> bool:
        """One of its reports has the name."""
        return any(is_named(name, f"{one.title}\n{one.words}") for one in self.reports)

    def speaks(self, one: Passage, asked: str, most: int = _STORIES) -> bool:
        """The report is of it, or its title names what it is called, or two whom it names and the question does not; `most`: or so many."""
        if any(one.article == own.id for own in self.reports):
            return True
        called = " ".join((*self.words[:1], *self.titles[:1]))
        names = set(names_said(called, places=False)) - set(names_said(asked))
        if sum(is_named(name, one.title) for name in names) >= most:
            return True
        words = set(about(self.titles[0]))
        return len(words & set(about(one.title))) >= max(_SHARED, len(words) / 2)

    def is_told_by(self, answer: Answer, found: Sequence[Passage], asked: str) -> bool:
        """A report that speaks of it has the first line, and that holds what is asked and was not told before."""
        line = next(iter(answer.sentences), None) if answer.intent not in LISTED else None
        cited = {one.url for one in line.citations} if line else set()
        if line is None or not any(one.url in cited and self.speaks(one, asked) for one in found):
            return False
        heard = Heard(asked, asked, "en", self.titles, self.told)
        return line.text not in self.told and heard.is_held_by(line.text) and heard.is_touched_by(line.text)


async def spoken_of(
    question: Question, before: Sequence[Exchange], *, at: int | None = None, database: Database
) -> Matter | None:
    """The story that it is asked under, or what was told last, of several the one `at` that place; where nothing was told, what was shown as near."""
    told = [one for one in before if not one.current.abstained and stories_told(one)]
    last = next(iter(told), None) or next((one for one in before if stories_told(one)), None)
    shown = stories_told(last) if last and not question.story else []
    listed = next((one for one in before if one.current.listed), None)
    if at is not None and listed and not question.story:
        shown, at = line_told(listed, at), 0
    asked = [one.question.text for one in before if not says_little(one.question.text)][: not question.story]
    shown, is_one = _of_one(shown, asked, at)
    earlier = [pair for one in told[1:] for pair in stories_told(one)[:1]] if is_one and at is None else []
    ids = [question.story] if question.story else [id for id, _ in (*shown, *earlier)]
    found = [await story_called(id, question.tenant, database=database) for id in list(dict.fromkeys(ids))[:_STORIES]]
    stories = tuple(one for one in found if one is not None)
    titles = [title for _, title in shown] or [story.headline for story in stories]
    words = tuple(dict.fromkeys(word for one in (*asked, *titles) if (word := matter_of(one))))
    if not (stories and words):
        return None
    own, near = await reports_of(stories, question, database=database)
    lines = tuple(line.text for one in told for line in one.current.sentences)
    headed = tuple(bare(one) for one in titles[:_STORIES])
    return Matter(words, headed, stories, own, near, is_one, lines)


def begins_with(opening: str, report: Passage) -> bool:
    """The report has all names that the first question of a conversation writes, or half of its words where it writes none."""
    text = simplify(f"{report.title}\n{report.text}").casefold()
    if names := [one.casefold() for one in _WRITTEN.findall(opening) if one.casefold() not in _NO_NAMES]:
        return all(name in text for name in names)
    words = set(about(opening))
    return len(words & set(search_tokens(text))) >= max(_STORIES, len(words) / 2)


_WRITTEN: Final = re.compile(r"(?<![A-Za-z])(?:[A-Z][\w.-]*[A-Za-z0-9]|[a-z]+(?=[ぁ-ヿ一-鿿가-힣ก-๛]))", re.ASCII)
_NO_NAMES: Final = frozenset(
    [
        "ai",
        "it",
        "api",
        "ceo",
        "us",
        "eu",
        "uk",
        "what",
        "why",
        "who",
        "when",
        "where",
        "how",
        "is",
        "are",
        "did",
        "does",
        "do",
        "which",
        "can",
        "has",
        "will",
    ]
)
"""What is written with a capital and names nobody that a report could be known by."""


async def matter_of_reports(
    question: Question, opening: str, found: Sequence[Passage], *, database: Database
) -> Matter | None:
    """What a conversation began with, by the reports that tell of it, the nearest first; None where none does."""
    ours = [one for one in found if begins_with(opening, one)]
    if not ours:
        return None
    story = await story_called(ours[0].story or ours[0].article, question.tenant, database=database)
    if story is None:
        return None
    own, near = await reports_of([story], question, database=database)
    async with database.read() as tx:
        others = await tx.articles.get([one.article for one in ours], tenant=question.tenant)
    known = {one.id for one in (*own, *near)}
    further = (*near, *(one for one in others if one.id not in known))
    return Matter((matter_of(opening),), (bare(ours[0].title),), (story,), own, further, True, ())


def _of_one(shown: list[tuple[str, str]], asked: Sequence[str], at: int | None) -> tuple[list[tuple[str, str]], bool]:
    """What was told of one matter, and that it was: the one that is pointed at, all that speak of what was asked, or those with its names."""
    if at is not None:
        return shown[at : at + 1] if at >= 0 else shown[at:], True
    if len(shown) < _STORIES or (asked and all(speaks_of(title, [matter_of(asked[0])]) for _, title in shown)):
        return shown, True
    names = names_said(asked[0]) if asked else ()
    ours = [one for one in shown if all(is_named(name, one[1]) for name in names)] if names else []
    return (ours, len(ours) == 1) if ours else (shown[:1], False)


async def reports_of(
    stories: Sequence[Story], question: Question, *, database: Database
) -> tuple[tuple[Article, ...], tuple[Article, ...]]:
    """Their own, and others that are near."""
    own = [one for story in stories for one in await articles_of(story, question, database=database)]
    near = [one for story in stories for one in await reports_near(story, question, database=database)]
    known = {one.id for one in own}
    return tuple(own), tuple({one.id: one for one in near if one.id not in known}.values())


def in_hand(question: Question, reports: Sequence[Article], titles: Sequence[str], most: int) -> list[Passage]:
    """The reports to read: those that were told first, then those in the asker's language, then those with a text."""

    def rank(one: Article) -> tuple[bool, bool, bool]:
        return bare(one.title) not in titles, one.language[:2] != question.language[:2], not one.words

    chosen = sorted(reports, key=rank)[:most]
    return passages([replace(one, story=None) for one in chosen], dict.fromkeys([one.id for one in chosen], 1.0))


def heard_of(question: Question, matter: Matter, whole: str) -> Heard:
    return Heard(question.text, whole, question.language, matter.titles, matter.told)


async def read_in(question: Question, matter: Matter, whole: str, others: Sequence[Passage] = ()) -> _Told | None:
    """What the reports of the matter tell, or those of `others` that speak of it, or of several matters one; None where none surely does."""
    few = PRESSURE.is_high
    known = in_hand(question, matter.reports, matter.titles, _FEW if few else REPORTS)
    own = whole if whole and (named_in(whole) or not whole.isascii()) else ""
    heard = heard_of(question, matter, own or asked_of(question.text, matter.words[0]))
    most = 1 if heard.rest else _STORIES
    found = [one for one in others if matter.speaks(one, question.text, most)] if others else known
    if not found:
        return None
    further = OF_ANOTHER_STORY if question.story else OF_OTHERS
    bar = further if others else BAR if matter.is_one else OF_OTHERS
    given = {one.id for one in matter.own} if question.story else ()
    told = await asyncio.to_thread(read, heard, found, few=few, bar=bar, given=given)
    return (_answer(question, matter, told), told.passages) if told else None


def _answer(question: Question, matter: Matter, told: Read) -> Answer:
    """With the story beside it, and a word where another report tells it, or in another language."""
    own = {one.id: story for story in matter.stories for one in matter.own if one.id in story.articles}
    story = next((own[one.article] for one in told.passages if one.article in own), None)
    spoken = other_language({one.language for one in told.passages}, question.language)
    elsewhere = phrase(question.language, "answer.from_elsewhere") if question.story and story is None else ""
    note = " ".join(filter(None, (elsewhere, spoken)))
    nearest = (nearest_to(matter, story),) if matter.own else ()
    return Answer(question.text, told.sentences, told.sure, False, nearest, NAME, intent=Intent.FACT, language=question.language, note=note)  # fmt: skip


def nearest_to(matter: Matter, story: Story | None = None) -> StoryLink:
    story = story or matter.stories[0]
    return link_to(story, next((one for one in matter.own if one.id in story.articles), matter.own[0]))


def untold(question: Question, matter: Matter, intent: Intent) -> _Told:
    """Its reports do not say that; the story is shown instead."""
    note = phrase(question.language, "answer.not_in_story" if question.story else "answer.not_in_archive")
    nearest = (nearest_to(matter),) if matter.own else ()
    return Answer(question.text, (), 0.0, True, nearest, "", intent=intent, language=question.language, note=note), []
