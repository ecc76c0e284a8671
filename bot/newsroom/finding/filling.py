"""Beside the news that is told as meeting a question word for word: the events that it most likely asks for too; those alone where nothing is
told. A list is weighed as a whole."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import tzinfo
from typing import Final

from bot.newsroom.finding.all_news import field_asked, theirs_in_a_field
from bot.newsroom.finding.asked_headlines import Likely, headline_of, likely_events
from bot.newsroom.finding.catching_up import other_language
from bot.newsroom.finding.evidence import moments
from bot.newsroom.finding.list_choosing import best_of_list
from bot.newsroom.finding.listing import WORD_FOR_WORD, dated
from bot.newsroom.finding.matter_course import COURSE
from bot.newsroom.finding.news_of import NAME as NEWS
from bot.newsroom.finding.news_of import answer_of, spoken
from bot.newsroom.finding.of_theme import saying_all
from bot.newsroom.finding.pressure import PRESSURE
from bot.newsroom.finding.telling_once import each_once
from bot.newsroom.finding.weighed_list import BY_WEIGHT
from news.asking import Answer, Intent, Passage, Question
from news.languages import Language
from news.model import Article
from news.phrases import phrase
from store.database import Database
from summariser.answering.passages import passages, quotable
from summariser.answering.sureness import RIGHT_OF_NEWS
from summariser.asking.asked_deeds import deeds_in
from summariser.asking.inquiring import Wanted, perhaps_wanted
from summariser.asking.intents import is_list, may_be_list
from summariser.asking.understanding import Understood, marks_of
from summariser.lists.listing import asks_how_many
from summariser.stories.concerning import is_of_all_named
from summariser.stories.matters import Among
from summariser.stories.newslines import MOVES, Event, Line, is_report, shown_by
from summariser.stories.weighing import ENOUGH
from summariser.words.aliases import mentions
from summariser.words.logistic import chance
from summariser.words.names import companies_in, versions_in
from summariser.words.senses import is_spoken_of, tongue_of

_SHOWN: Final = 7
_BESIDE: Final = 0.75
"""So likely is asked for what is told beside what meets the question word for word."""
_ALONE: Final = 0.55
"""And so likely what is told where nothing does."""
_LEAST: Final = 0.6
"""One of these must be so likely."""
_HARDLY: Final = 0.2
_UNKNOWN: Final = 0.5
"""A told line that is less likely is left out; one that was not weighed stays."""
_AGAIN: Final = 0.1
"""An event that is so likely one told already is not told."""
_SEVERAL: Final = frozenset({Intent.NEWS, Intent.WHATS_NEW, Intent.LIST})
_NEWS: Final = frozenset({Intent.NEWS, Intent.WHATS_NEW})
_OF_ONE: Final = frozenset({Intent.FACT, Intent.EXPLAIN})
_LISTS: Final = frozenset({WORD_FOR_WORD, BY_WEIGHT})
_Told = tuple[Answer, list[Passage]]


async def filled(
    told: _Told, question: Question, understood: Understood, wanted: Wanted | None, zone: tzinfo, *, database: Database
) -> _Told:
    """`told`: what was found otherwise, its passages the reports that it cites; returned as it is where several things are not asked for, or
    nothing likely is left. `wanted`: the list that is asked for."""
    answer = told[0]
    surely = _asks_for_a_list(understood, wanted)
    told_as_one = answer.summariser in _LISTS and not answer.abstained and understood.intent in _OF_ONE
    lists = surely or told_as_one
    several = lists or understood.intent in _SEVERAL or (understood.intent is Intent.CATCH_UP and answer.abstained)
    perhaps = not several and answer.abstained and _may_ask_for_a_list(understood)
    several = several or perhaps
    if (
        answer.brief is not None
        or answer.summariser == COURSE
        or understood.general
        or not several
        or asks_how_many(question.text)
    ):
        return told
    hurried = PRESSURE.is_high
    if (hurried and (answer.abstained or not lists)) or (answer.summariser == NEWS and _deeds(question, understood)):
        return told  # what somebody did is told by what says so word for word: what is only likely is about them
    if lists or perhaps:
        best = await best_of_list(told, question, understood, zone, surely=surely, database=database, alone=hurried)
        if (
            best[0].abstained and not hurried and understood.intent in _NEWS
        ):  # what is new of it may be told where no list of it is
            news = await _with_news((best[0], best[1]), question, understood, zone, database=database)
            return best if news[0].abstained else news
        return told if perhaps and best[0].abstained else best
    return await _with_news(told, question, understood, zone, database=database)


async def _with_news(
    told: _Told, question: Question, understood: Understood, zone: tzinfo, *, database: Database
) -> _Told:
    """News that are told, with what is likely asked for beside them; those alone where none are told."""
    answer, cited = told
    likely, chances = await likely_events(question, understood, zone, lists=False, database=database)
    answer = answer if answer.summariser == WORD_FOR_WORD else _kept(answer, chances)
    answer = await each_once(answer, cited, question, database=database)
    told = _noted(answer, cited, told[0], question, zone), cited
    if len(answer.sentences) >= _SHOWN:
        return told
    least = _ALONE if answer.abstained else _BESIDE
    asked = _asked(likely, question, understood, least)
    if not answer.abstained:
        says_all = await saying_all(question, understood, database=database)
        asked = [one for one in asked if says_all(one.event)]
    if answer.abstained and not any(one.chance >= _LEAST for one in asked):
        return told
    own = await _lines_of(answer, cited, question, database=database)
    urls = {citation.url for one in answer.sentences for citation in one.citations}  # of all: not every one has a line
    start = moments(understood.span, zone)[0]
    asked = [
        one
        for one in asked
        if not any(line.article.url in urls for line in one.event.lines) and (not start or one.event.last >= start)
    ]
    chosen = _spoken_first(asked, own, len(answer.sentences), spoken(question, understood))
    if not chosen:
        return told
    more, reports = _told_of(chosen, question, understood, zone)
    evidence = [*cited, *passages(reports, dict.fromkeys((one.id for one in reports), 1.0), of_story=len(reports))]
    if answer.abstained:
        return replace(more, confidence=min(more.confidence, RIGHT_OF_NEWS), intent=understood.intent), evidence
    languages, read = {one.url: one.language for one in evidence}, spoken(question, understood)
    both = [*answer.sentences, *more.sentences]
    both.sort(key=lambda one: languages.get(one.citations[0].url, read[0]) not in read)
    whole = replace(answer, sentences=tuple(both))
    return _noted(whole, evidence, answer, question, zone), evidence


def _asks_for_a_list(understood: Understood, wanted: Wanted | None) -> bool:
    if understood.intent in _OF_ONE:
        return is_list(understood.text, marks_of(understood.text), wanted=wanted is not None)
    return wanted is not None or understood.intent is Intent.LIST


def _may_ask_for_a_list(understood: Understood) -> bool:
    if understood.intent is not Intent.FACT or not may_be_list(understood.text, marks_of(understood.text)):
        return False
    return perhaps_wanted(understood.text, Intent.LIST) is not None


def _meets(question: Question, understood: Understood, event: Event) -> bool:
    """It names the version that is asked about (of Opus 6 no news of Opus 5 tells anything); it is of the field in which somebody's news are
    asked for; where their deeds are, it says that this was done."""
    theirs = theirs_in_a_field(understood)
    if theirs is not None and not any(theirs[1](one.text) for one in event.lines):
        return False
    versions = versions_in(question.text)
    told = [versions_in(f"{one.article.title}\n{one.article.words[:_LEAD]}") for one in event.lines] if versions else []
    named = [numbers & one.get(head, frozenset()) for head, numbers in versions.items() for one in told]
    if versions and not any(named):
        return False
    deeds = _deeds(question, understood) if mentions(question.text) else ()
    return not deeds or any(is_spoken_of(deed, one.text) for deed in deeds for one in event.lines)


def _asked(likely: Sequence[Likely], question: Question, understood: Understood, least: float) -> list[Likely]:
    asked = (one for one in likely if one.chance >= least and _meets(question, understood, one.event))
    theirs = (replace(one, event=_news_of(question, understood, one.event)) for one in asked)
    return [one for one in theirs if one.event.lines]


def _news_of(question: Question, understood: Understood, event: Event) -> Event:
    """With those lines alone that are a report's, no essay and no advice, of all that the question names, and of its field; a day on the exchange
    is of no more than two."""
    is_theirs, between = is_of_all_named(question.text), field_asked(understood)
    field = between if between is not None and between.parties else None
    traded = _TRADED if mentions(question.text) and not field else range(0)
    lines = (
        one
        for one in event.lines
        if is_report(one.article) and (not MOVES.search(one.text) or len(companies_in(one.text)) in traded)
    )
    return replace(event, lines=[one for one in lines if is_theirs(one.text) and (not field or field.holds(one.text))])


_TRADED: Final = range(1, 3)


def _deeds(question: Question, understood: Understood) -> tuple[str, ...]:
    """What is asked about as done."""
    return deeds_in(question.text, tongue_of(question.text)).told if understood.intent is Intent.NEWS else ()


_LEAD: Final = 600


def _told_of(
    chosen: Sequence[Likely], question: Question, understood: Understood, zone: tzinfo
) -> tuple[Answer, list[Article]]:
    order = spoken(question, understood)
    lines = [(one.event, shown_by(one.event, order)) for one in chosen]
    return answer_of(lines, question, understood, zone), [line.article for _, line in lines]


def _noted(answer: Answer, cited: Sequence[Passage], before: Answer, question: Question, zone: tzinfo) -> Answer:
    """With a note on the very lines that are told now, in place of that on those told `before`."""
    if answer.abstained and (answer.summariser in _LISTS or (answer.summariser == NEWS and not before.abstained)):
        return replace(answer, note=phrase(question.language, "answer.not_in_archive"))
    if answer.sentences == before.sentences or answer.summariser not in {*_LISTS, NEWS}:
        return answer
    urls = {citation.url for one in answer.sentences for citation in one.citations}
    told = [one for one in cited if one.url in urls]
    first = {citation.url for one in answer.sentences for citation in one.citations[:1]}  # what a line is told in
    tongue = other_language({one.language for one in told if one.url in first}, question.language)
    days = dated([one.published for one in told], question, zone) if told and answer.summariser != NEWS else ""
    return replace(answer, note=" ".join(filter(None, (tongue, days))))


def _kept(answer: Answer, chances: dict[str, float]) -> Answer:
    """Without what is hardly asked for."""
    kept = tuple(
        one for one in answer.sentences if max(chances.get(cited.url, _UNKNOWN) for cited in one.citations) >= _HARDLY
    )
    return replace(answer, sentences=kept, abstained=not kept, confidence=answer.confidence if kept else 0.0)


async def _lines_of(answer: Answer, cited: Sequence[Passage], question: Question, *, database: Database) -> list[Line]:
    """What is told, as headlines of the reports that are cited."""
    urls = {citation.url for one in answer.sentences for citation in one.citations}
    ids = list(dict.fromkeys(one.article for one in cited if one.url in urls))
    async with database.read() as tx:
        found = await tx.articles.get(ids, tenant=question.tenant)
    return [line for one in found if (own := quotable(one)) and (line := headline_of(own))]


def _spoken_first(likely: Sequence[Likely], told: Sequence[Line], many: int, read: Sequence[Language]) -> list[Likely]:
    """What the asker reads, and beside `many` that are told what others report only where these are few."""
    theirs = [one for one in likely if any(line.article.language in read and line.plain for line in one.event.lines)]
    others = [one for one in likely if one not in theirs and any(line.plain for line in one.event.lines)]
    chosen = _not_told(theirs, told, _SHOWN - many)
    room = ENOUGH - many - len(chosen)
    return [*chosen, *_not_told(others, [*told, *(line for one in chosen for line in one.event.lines)], room)]


def _not_told(likely: Sequence[Likely], told: Sequence[Line], room: int) -> list[Likely]:
    """Each event once, and none that is told."""
    among = Among([*told, *(line for one in likely for line in one.event.lines)])
    kept = [Event([one]) for one in told]
    chosen: list[Likely] = []
    for one in likely:
        if len(chosen) >= room:
            break
        if any(chance(among.alike(one.event, other)) > _AGAIN for other in kept):
            continue
        chosen.append(one)
        kept.append(one.event)
    return chosen
