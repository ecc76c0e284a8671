"""What a question that does not say of what it is means of the matter that was spoken of: asked with the words of that matter, told by its reports."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from bot.newsroom.evidence import articles_of, reports_near
from bot.newsroom.finding import Finder
from bot.newsroom.following import told_ids
from bot.newsroom.links import story_called
from news.asking import LISTED, Answer, Exchange, Passage, Question
from news.model import Sentence, Story
from store.database import Database
from summariser.asking.matters_asked import asked_of, matter_of, says_little, tells_what_is_asked
from summariser.asking.understanding import understand

_Told = tuple[Answer, list[Passage]]
_STORIES: Final = 2
"""So many of those that were told are looked through."""


@dataclass(frozen=True, slots=True)
class Matter:
    """`words`: what it is called, the likeliest first; `urls`: of the reports that are of it."""

    words: tuple[str, ...]
    urls: frozenset[str]

    def has(self, line: Sentence) -> bool:
        return any(cited.url in self.urls for cited in line.citations)

    def is_told_by(self, answer: Answer) -> bool:
        """Its first line is of this matter."""
        return bool(answer.sentences) and not answer.abstained and self.has(answer.sentences[0])


async def spoken_of(question: Question, before: Sequence[Exchange], *, database: Database) -> Matter | None:
    """The story that it is asked under, or what the last answer was of."""
    ids = [question.story] if question.story else next((found for one in before if (found := told_ids(one))), [])
    found = [await story_called(id, question.tenant, database=database) for id in ids[:_STORIES]]
    stories = [one for one in found if one is not None]
    if not stories:
        return None
    asked = [] if question.story else [one.question.text for one in before if not says_little(one.question.text)][:1]
    words = [word for one in (*asked, *(story.headline for story in stories)) if (word := matter_of(one))]
    return Matter(tuple(dict.fromkeys(words)), await _reports(stories, question, database=database))


async def _reports(stories: Sequence[Story], question: Question, *, database: Database) -> frozenset[str]:
    own = [one.url for story in stories for one in await articles_of(story, question, database=database)]
    near = [one.url for story in stories for one in await reports_near(story, question, database=database)]
    return frozenset(own + near)


async def of_the_matter(finder: Finder, question: Question, matter: Matter) -> _Told | None:
    """What its reports tell, asked in its words; None where none of them tells what is asked."""
    for words in matter.words:
        text = asked_of(question.text, words)
        whole = replace(question, text=text, wording=text, story=None)
        answer, passages = await finder.whole(whole, understand(text, today=finder.today(question)))
        own = [one for one in answer.sentences if answer.intent not in LISTED or matter.has(one)]
        if answer.abstained or not own or not matter.has(own[0]):
            continue
        if any(tells_what_is_asked(question.text, words, one.text) for one in own):
            return replace(answer, sentences=tuple(own)), passages
    return None
