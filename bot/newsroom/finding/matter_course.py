"""The course of a matter from its beginning: what of it was reported, each day what that day added, the first first."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import tzinfo
from typing import Final

from bot.newsroom.finding.asked_headlines import Weighed, weighed_headlines
from bot.newsroom.finding.evidence import moments
from bot.newsroom.finding.news_of import answer_of, spoken
from bot.newsroom.finding.of_theme import saying_all
from news.asking import Answer, Intent, Question
from news.languages import readable
from store.database import Database
from summariser.asking.course_asked import course_of
from summariser.asking.understanding import Understood, understand
from summariser.stories.concerning import is_of_all_named
from summariser.stories.course import developments
from summariser.stories.newslines import Event, Line, has_verb, is_report, shown_by
from summariser.words.aliases import mentions
from summariser.words.bearers import stands_in
from summariser.words.misspelling import is_english
from summariser.words.senses import deeds_told

COURSE: Final = "course-1"
_LIKELY: Final = 0.4
_OF_BEST: Final = 0.42
_OF_BEST_UNNAMED: Final = 0.62
"""So likely a headline is of the matter, and as a share of the likeliest one's chance."""
_LEAST: Final = 2
_WORDS: Final = 4
_NEAR: Final = 300


async def matter_course(
    question: Question, understood: Understood, zone: tzinfo, *, database: Database
) -> Answer | None:
    """None where the course of a matter is not asked for, or fewer than two days are told of it."""
    text = question.wording or question.text
    matter = course_of(text.replace(understood.span.words, " ", 1) if understood.span else text)
    if matter is None:
        return None
    meant = understand(matter, today=question.asked.astimezone(zone).date())
    meant = replace(meant, text=matter, intent=Intent.CATCH_UP, span=understood.span, sources=understood.sources)
    if meant.general:
        return None
    weighed = await weighed_headlines(question, meant, zone, lists=False, database=database)
    own = spoken(question, understood)
    says_all = await saying_all(question, meant, database=database)
    start = moments(understood.span, zone)[0]
    lines = [one for one in _of_it(weighed, matter) if says_all(Event([one]))]
    lines = [one for one in lines if not start or one.article.published >= start]
    told = developments(lines, own, matter, weighed.chances)
    if len(told) < _LEAST:
        return None
    order = understood.languages or readable(question.language)
    answer = answer_of([(one, shown_by(one, order)) for one in told], question, meant, zone)
    return replace(answer, summariser=COURSE)


def _of_it(weighed: Weighed, matter: str) -> list[Line]:
    """The headlines that are likely of it, and tell something."""
    is_theirs, names = is_of_all_named(matter), _unknown(matter)
    of_best = _OF_BEST if any(one.company for one in mentions(matter)) else _OF_BEST_UNNAMED
    least = max(_LIKELY, of_best * max(weighed.chances.values(), default=0.0))
    lines = (one.line for one in weighed.found if weighed.chances[one.line.article.id] >= least)
    return [
        one for one in lines if is_report(one.article) and is_theirs(one.text) and _tells(one) and _holds(one, names)
    ]


def _unknown(matter: str) -> list[str]:
    """Names in no table, which no dictionary has either."""
    known = mentions(matter)
    found = (one for one in _WORD.finditer(matter) if not is_english(one[0]))
    return [one[0] for one in found if not any(name.start < one.end() and one.start() < name.end for name in known)]


_WORD: Final = re.compile(r"[A-Za-z][A-Za-z0-9.-]{3,}")


def _holds(line: Line, names: Sequence[str]) -> bool:
    """Each name stands in it, or near; in another script it may be written otherwise."""
    if line.article.language != "en":
        return True
    near = f"{line.article.title}\n{line.article.words[:_NEAR]}"
    return all(next(stands_in(near, name), None) is not None for name in names)


def _tells(line: Line) -> bool:
    """What a name alone heads ("Kimi Work") tells nothing."""
    if line.article.language != "en":
        return line.plain
    return line.plain and len(line.text.split()) >= _WORDS and (has_verb(line.text) or bool(deeds_told(line.text)))
