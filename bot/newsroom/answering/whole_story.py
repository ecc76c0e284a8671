"""A matter that a question calls by its name is told as its story is: what it is about, what happened, why it matters, what comes next."""

import re
from collections import Counter
from dataclasses import replace
from typing import Final

from bot.newsroom.finding.finder import Finder
from bot.newsroom.finding.links import story_called
from news.asking import Answer, Intent, Passage, Question
from news.model import Citation, Sentence
from news.searching import search_tokens
from summariser.answering.reader_signs import is_named, names_said
from summariser.asking.story_asked import story_asked
from summariser.asking.story_questions import ALL_OF_IT
from summariser.asking.support import bare
from summariser.stories.newslines import is_told
from summariser.words.aliases import mentions
from summariser.words.question_words import GENERIC, about

_LEAD: Final = 300
_TEXT: Final = 400
"""Characters with which there is more to tell than a headline."""
_MOST_OF_IT: Final = 0.6
_MONEY: Final = re.compile(r"\b(?:rounds?|raise|funding|ipo)\b|資金調達|融[资資]|투자 ?유치|ระดมทุน", re.IGNORECASE)
_MONEY_TOLD: Final = re.compile(
    r"round|rais|fund|series [a-f]\b|valu|\bipo\b|\blist|融|調達|评估|估值|評価額|투자|기업가치|ระดมทุน|มูลค่า"
)
_WRITTEN: Final = re.compile(r"(?<![A-Za-z])(?!AI\b)[A-Z][A-Za-z0-9.-]+")
_FEW: Final = 3
"""Lines; where a story has fewer, the headlines of other reports of it are told too."""


async def whole_story(finder: Finder, question: Question) -> tuple[Answer, list[Passage]] | None:
    """None where no matter is asked for as a whole, or no report is of it."""
    called = "" if question.story else story_asked(question.text)
    if not called:
        return None
    found = await finder.reports_of(replace(question, text=called))
    ours = [one for one in found if _is_of_it(called, one)]
    spoken = [one for one in ours if one.language[:2] == question.language[:2]] or ours
    own = [one for one in spoken if len(one.text) > _TEXT] or spoken
    heard = Counter(one.story for one in own if one.story)
    own.sort(key=lambda one: (not is_told(bare(one.title)), -heard[one.story or ""]))
    story = (
        await story_called(own[0].story or own[0].article, question.tenant, database=finder.database) if own else None
    )
    if story is None:
        return None
    told = await finder.telling_of(story, replace(question, text=ALL_OF_IT[question.language]))
    if told is None or told[0].abstained:
        return None
    answer, passages = told
    cited = {one.url for one in passages}
    more = [one for one in spoken if one.url not in cited and _is_of_it(called, one, bare(one.title))]
    strangers = {
        one.url for one in passages if not _is_of_it(called, one)
    }  # a story may have taken in reports of another
    lines = [one for one in answer.sentences if one.citations[0].url not in strangers]
    if not lines:
        return None
    if len(lines) < _FEW:
        lines = [*lines, *map(_headline, more)][:_FEW]
    return replace(answer, sentences=tuple(lines), intent=Intent.EXPLAIN), [*passages, *more]


def _headline(report: Passage) -> Sentence:
    title = bare(report.title)
    return Sentence(title, (Citation(report.url, title, report.source),))


def _is_of_it(called: str, report: Passage, read: str = "") -> bool:
    """Its title has whom it is called by, and most of it stands in what is `read`: its title and where it begins."""
    if not all(is_named(name, report.title) for name in names_said(called)):
        return False
    title = report.title.casefold()
    if any(name.casefold() not in title for name in _WRITTEN.findall(called)) and not mentions(called):
        return False
    if _MONEY.search(called) and not _is_their_money(called, title):
        return False
    asked = {word for word in about(called) if word not in GENERIC}
    there = set(search_tokens(read or f"{report.title}\n{report.text[:_LEAD]}"))
    return len(asked & there) >= _MOST_OF_IT * len(asked)


def _is_their_money(called: str, title: str) -> bool:
    """A round is of who stands first in a headline that tells one, not of who gave to it."""
    whose = [one.company for one in mentions(called) if one.company]
    first = [one.company for one in mentions(title) if one.company][:1]
    return _MONEY_TOLD.search(title) is not None and (not whose or first == whose[:1])
