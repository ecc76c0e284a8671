"""Watch: what earlier editions said to watch and whose day has passed, with the report that answers it where there is one."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from news.model import Article, Brief, BriefStory, Sentence, Watched
from summariser.stories.agenda import day_to_come, report_on

_TOLD_BY: Final = 2
"""Sources a story needs for its silence to be worth a line."""
_SILENT: Final = 2
"""Lines about what nobody reports, in one edition."""


def come_due(
    editions: Sequence[Brief], articles: Sequence[Article], *, day: date, language: str
) -> list[tuple[Watched, str]]:
    """What earlier `editions` (oldest first) watched for a day between the last of them and `day`, each with its report's article URL.

    `articles`: what has been read in these days. Whatever came due before the last edition was told in it.
    """
    if not editions:
        return []
    last = editions[-1].date
    due: dict[str, tuple[Watched, str]] = {}
    silent = 0
    for brief in reversed(editions):
        for story, sentence, when in _watched_in(brief):
            if not last <= when < day or sentence.text in due or story.language != language:
                continue
            later = [a for a in articles if a.published.date() >= when]
            came = report_on(sentence.text, story.headline, later, story.language)
            if came is None and (silent >= _SILENT or len(story.sources) < _TOLD_BY):
                continue
            silent += came is None
            what = Watched(story.id, story.slug, story.headline, brief.date, when, sentence, came)
            due[sentence.text] = what, came.citations[0].url if came else ""
    return list(due.values())


def _watched_in(brief: Brief) -> list[tuple[BriefStory, Sentence, date]]:
    found = []
    for story in brief.stories:
        said = {source.url: source.published for source in story.sources}
        for sentence in story.sections.get("what_to_watch", ()):
            day = day_to_come(sentence.text, _said(sentence, said, brief.made).date())
            if day:
                found.append((story, sentence, day))
    return found


def _said(sentence: Sentence, published: dict[str, datetime], made: datetime) -> datetime:
    return next((published[citation.url] for citation in sentence.citations if citation.url in published), made)
