"""What a question that does not say of what it is means of the matter that was spoken of: asked with the words of that matter, told by its reports."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from bot.newsroom.finding.catching_up import other_language
from bot.newsroom.finding.evidence import articles_of, reports_near
from bot.newsroom.finding.finder import Finder
from bot.newsroom.finding.following import titles_told, told_ids
from bot.newsroom.finding.links import story_called
from news.asking import LISTED, Answer, Exchange, Intent, Passage, Question
from news.model import Article, Sentence, Story
from news.phrases import phrase
from store.database import Database
from summariser.answering.passages import passages
from summariser.answering.plain_questions import said_told
from summariser.answering.sureness import RIGHT_OF_TOLD
from summariser.asking.bare_kinds import plain_kind
from summariser.asking.conversation import refers_back, what_is_said_by
from summariser.asking.matters_asked import asked_of, matter_of, says_little, speaks_of, tells_what_is_asked
from summariser.asking.story_questions import names_something
from summariser.asking.understanding import understand

_Told = tuple[Answer, list[Passage]]
_STORIES: Final = 2
"""So many of those that were told are looked through."""


@dataclass(frozen=True, slots=True)
class Matter:
    """`words`: what it is called, the likeliest first; `reports`: those that are of it."""

    words: tuple[str, ...]
    reports: tuple[Article, ...]
    is_one: bool
    """Whatever was told is of the same."""
    told: frozenset[str]
    """The lines that were told last."""

    @property
    def urls(self) -> frozenset[str]:
        return frozenset(one.url for one in self.reports)

    def has(self, line: Sentence) -> bool:
        """A report of it tells the line, or the line names what it is called."""
        return any(cited.url in self.urls for cited in line.citations) or speaks_of(line.text, self.words)

    def is_told_by(self, answer: Answer, asked: str) -> bool:
        """Its first line is of this matter, and one of them tells what is asked."""
        told = answer.sentences if not answer.abstained else ()
        return bool(told) and self.has(told[0]) and self.meets(answer, asked)

    def meets(self, answer: Answer, asked: str, *, anew: bool = False) -> bool:
        """`anew`: what was told already is no answer to a question that does not speak of it."""
        if answer.note and plain_kind(asked) == "time":  # the note tells the day
            return True
        known = self.told if anew and not refers_back(asked) else frozenset[str]()
        words = self.words[0]
        return any(tells_what_is_asked(asked, words, one.text, again=one.text in known) for one in answer.sentences)


async def spoken_of(question: Question, before: Sequence[Exchange], *, database: Database) -> Matter | None:
    """The story that it is asked under, or what the last answer was of."""
    last = next((one for one in before if told_ids(one)), None)
    ids = [question.story] if question.story else told_ids(last) if last else []
    titles = titles_told(last) if last and not question.story else []
    asked = [one.question.text for one in before if not says_little(one.question.text)][: not question.story]
    is_one = len(titles) < _STORIES or (bool(asked) and all(speaks_of(one, [matter_of(asked[0])]) for one in titles))
    most = _STORIES if is_one else 1
    found = [await story_called(id, question.tenant, database=database) for id in ids[:most]]
    stories = [one for one in found if one is not None]
    called = (*asked, *(titles[:most] or (story.headline for story in stories)))
    words = tuple(dict.fromkeys(word for one in called if (word := matter_of(one))))
    if not (stories and words):
        return None
    told = frozenset(one.text for one in last.current.sentences) if last else frozenset[str]()
    return Matter(words, await reports_of(stories, question, database=database), is_one, told)


async def reports_of(stories: Sequence[Story], question: Question, *, database: Database) -> tuple[Article, ...]:
    """Their own, and those near."""
    own = [one for story in stories for one in await articles_of(story, question, database=database)]
    near = [one for story in stories for one in await reports_near(story, question, database=database)]
    return (*own, *near)


def said_of_it(question: Question, matter: Matter, told: _Told) -> _Told:
    """What somebody says to it, in its own reports; that they do not tell it, where a list of their other news stands instead."""
    if what_is_said_by(question.text, "") is None:
        return told
    if lines := said_told(matter.reports, question.language, question.text):
        cited = {one.url for line in lines for one in line.citations}
        found = [one for one in matter.reports if one.url in cited]
        answer = replace(
            told[0], sentences=lines, abstained=False, confidence=RIGHT_OF_TOLD, intent=Intent.FACT, note=""
        )
        spoken = other_language({one.language for one in found}, question.language)
        return replace(answer, note=spoken), passages(found, dict.fromkeys([one.id for one in found], 1.0), of_story=9)
    if told[0].intent not in LISTED or (told[0].sentences and matter.has(told[0].sentences[0])):
        return told
    note = phrase(question.language, "answer.not_in_archive")
    return replace(told[0], sentences=(), abstained=True, confidence=0.0, nearest=(), note=note), []


async def of_the_matter(finder: Finder, question: Question, matter: Matter) -> _Told | None:
    """What its reports tell, asked in its words; None where none of them tells what is asked."""
    whole = [question.text] if question.story and names_something(question.text) else []
    for text in [*whole, *(asked_of(question.text, words) for words in matter.words)]:
        asked = replace(question, text=text, wording=text, story=None)
        answer, found = await finder.whole(asked, understand(text, today=finder.today(question)))
        own = [one for one in answer.sentences if answer.intent not in LISTED or matter.has(one)]
        if answer.abstained or not own or not matter.has(own[0]):
            continue
        if matter.meets(told := replace(answer, sentences=tuple(own)), question.text, anew=True):
            return told, found
    return None
