"""Who or which several are asked for, and one report names them in a sentence: that is told, where nothing else is."""

import asyncio
from dataclasses import replace
from datetime import tzinfo
from typing import Final

from bot.newsroom.finding.asked_headlines import weighed_headlines
from bot.newsroom.finding.catching_up import other_language
from bot.newsroom.finding.pressure import PRESSURE
from news.asking import Answer, Intent, Passage, Question
from news.model import Citation, Sentence
from store.database import Database
from summariser.answering.passages import passages
from summariser.answering.sureness import RIGHT_OF_LISTS
from summariser.asking.understanding import Understood
from summariser.lists.enumerating import asks_for_names, asks_for_several, enumerated, names_in_line

NAME: Final = "enumerating-1"
_READ: Final = 14
_PERHAPS: Final = 0.25
_SEVERAL: Final = 2
_Told = tuple[Answer, list[Passage]]


async def with_all_named(
    told: _Told, question: Question, understood: Understood, zone: tzinfo, *, database: Database
) -> _Told:
    """`told` as it is, where no names are asked for, or it names several."""
    text, answer = question.wording or question.text, told[0]
    may_lack = answer.abstained or (answer.intent is Intent.FACT and len(answer.sentences) == 1)
    names = asks_for_several(text) or (answer.intent is Intent.LIST and asks_for_names(text))
    if PRESSURE.is_high or not names or not may_lack:
        return told
    weighed = await weighed_headlines(question, understood, zone, lists=True, database=database)
    likely = [(one.line.article, weighed.chances[one.line.article.id]) for one in weighed.found if not one.aside]
    likely = sorted((one for one in likely if one[1] >= _PERHAPS), key=lambda one: -one[1])[:_READ]
    found = await asyncio.to_thread(enumerated, weighed.asked, question, likely)
    if not found or len(found[0].names) < _named(told, question) + _SEVERAL:
        return told
    reports = [one.article for one in found]
    evidence = passages(reports, dict.fromkeys((one.id for one in reports), 1.0), of_story=len(reports))
    lines = (Sentence(one.line, (Citation(one.article.url, one.line, one.article.source_name),)) for one in found)
    note = other_language({one.language for one in reports}, question.language)
    answer = replace(told[0], sentences=tuple(lines), abstained=False, confidence=RIGHT_OF_LISTS, summariser=NAME)
    return replace(answer, intent=Intent.LIST, note=note), [*told[1], *evidence]


def _named(told: _Told, question: Question) -> int:
    """How many the line names that is told."""
    answer, cited = told
    line = next(iter(answer.sentences), None)
    report = next((one for one in cited if line and one.url == line.citations[0].url), None)
    return len(names_in_line(line.text, report.language, report.text, question)) if line and report else 0
