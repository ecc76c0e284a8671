"""The lines of a list that are likely asked for, however they were found; where none is likely enough, silence with what is nearest."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import tzinfo
from math import log
from typing import Final

from bot.newsroom.finding.asked_headlines import Likely, Weighed, events_of, weighed_headlines
from bot.newsroom.finding.catching_up import other_language
from bot.newsroom.finding.links import known_links
from bot.newsroom.finding.listing import WORD_FOR_WORD, dated
from bot.newsroom.finding.news_of import cited_as, link_of, spoken
from bot.newsroom.finding.weighed_list import BY_WEIGHT
from news.asking import Answer, Intent, Passage, Question
from news.model import Sentence
from news.phrases import phrase
from store.database import Database
from summariser.answering.likelihood import Found
from summariser.answering.passages import passages
from summariser.answering.verifying import is_of_ai
from summariser.asking.inquiring import Wanted, perhaps_wanted
from summariser.asking.understanding import Understood
from summariser.lists import list_signs
from summariser.lists.list_signs import Candidate
from summariser.lists.list_verifying import LISTED, chosen
from summariser.lists.naming import PERSON, asks_for_names, is_of_kind, named, sentence_naming
from summariser.stories.matters import Among
from summariser.stories.newslines import Event, Line, shown_by
from summariser.telling.extractive import NAME as PARAGRAPHS
from summariser.words.logistic import chance

_MOST: Final = 16
"""Events that are only likely, beside what is told."""
_AGAIN: Final = 0.45
"""An event that is so likely one told already is not told. What a list names is much alike: banks that all take up the same thing."""
_Told = tuple[Answer, list[Passage]]


@dataclass(frozen=True, slots=True)
class _Option:
    """A candidate, the sentence that tells it, its report, and all headlines of its event."""

    candidate: Candidate
    sentence: Sentence
    line: Line
    event: Event


async def best_of_list(
    before: _Told,
    question: Question,
    understood: Understood,
    zone: tzinfo,
    *,
    surely: bool,
    database: Database,
    alone: bool = False,
) -> _Told:
    """`before`: what was found by a path of its own, its passages those that it cites, which is weighed `alone` or among what else is likely; `surely` a
    list is asked for."""
    answer, cited = before
    if answer.sentences and answer.summariser == PARAGRAPHS and question.language == "en" and not is_of_ai(cited):
        return before  # the trees know lists of news of AI alone
    of_url = {one.url: one.article for one in cited}
    ids = [of_url[one.url] for each in answer.sentences for one in each.citations if one.url in of_url]
    weighed = await weighed_headlines(
        question, understood, zone, lists=True, database=database, beside=ids, alone=alone
    )
    options = await asyncio.to_thread(_options, answer, weighed, question, understood, zone)
    wanted = perhaps_wanted(understood.text, Intent.LIST)
    found = await asyncio.to_thread(
        chosen, weighed.asked, wanted, question, [one.candidate for one in options], surely=surely
    )
    if wanted is not None and asks_for_names(wanted):
        told = [_naming(options[at], wanted, question, zone) for at in found.told]
        told += _others_named(told, wanted, question, zone)
        told = [one for one in told if is_of_kind(wanted, question, one.sentence.text, one.line.article)]
    else:
        told = [options[at] for at in found.told]
    near = [options[at].line for at in found.order[:_NEAR]]
    return await _answer(answer, cited, told, near, found.sure, question, zone, database=database)


def _others_named(told: Sequence[_Option], wanted: Wanted, question: Question, zone: tzinfo) -> list[_Option]:
    """Where people are asked for: what else is told in these events, as like each other as who leaves one house, of people whom no line names."""
    if wanted.kind != PERSON:
        return []
    seen = {name for one in told for name in named(wanted, question, one.sentence.text, one.line.article)}
    more: list[_Option] = []
    for option, line in ((one, line) for one in told for line in one.event.lines):
        theirs = named(wanted, question, line.text, line.article)
        if line.article.language == option.line.article.language and theirs and not theirs & seen:
            more.append(replace(option, sentence=Sentence(line.text, (cited_as(line, zone),)), line=line))
            seen |= theirs
    return more


def _naming(option: _Option, wanted: Wanted, question: Question, zone: tzinfo) -> _Option:
    """Where its line names nobody of those that are asked for: told by a headline of its event in that language that does, else by a sentence of its
    report."""
    told = option.sentence
    if named(wanted, question, told.text, option.line.article):
        return option
    others = [one for one in option.event.lines if one.article.language == option.line.article.language]
    naming = [one for one in others if named(wanted, question, one.text, one.article)]
    if naming:
        line = shown_by(replace(option.event, lines=naming), (option.line.article.language,))
        return replace(option, sentence=Sentence(line.text, (cited_as(line, zone),)), line=line)
    said = sentence_naming(wanted, question, told.text, option.line.article)
    first, *rest = told.citations
    return replace(option, sentence=replace(told, text=said, citations=(replace(first, quote=said), *rest)))


def _options(
    answer: Answer, weighed: Weighed, question: Question, understood: Understood, zone: tzinfo
) -> list[_Option]:
    """What is told otherwise, then what is only likely, no event twice."""
    likely = events_of(weighed, question, understood)
    by_url = {one.line.article.url: one for one in weighed.found}
    path = _PATHS.get(answer.summariser, list_signs.OTHERWISE)
    options: list[_Option] = []
    used: set[int] = set()
    for place, sentence in enumerate(answer.sentences):
        own = [by_url[one.url] for one in sentence.citations if one.url in by_url]
        if not own:
            continue
        urls = {one.line.article.url for one in own}
        at = next((at for at, one in enumerate(likely) if urls & {line.article.url for line in one.event.lines}), -1)
        if at in used:
            continue  # one event under two lines
        used |= {at} - {-1}
        event = likely[at] if at >= 0 else None
        whole = event.event if event else Event([one.line for one in own])
        options.append(
            _Option(_candidate(sentence.text, own, event, weighed, path, place), sentence, own[0].line, whole)
        )
    order = spoken(question, understood)
    left = [one for at, one in enumerate(likely) if at not in used]
    for one in _not_told(left, [each.line for each in options]):
        line = shown_by(one.event, order)
        sentence = Sentence(line.text, (cited_as(line, zone),))
        candidate = _candidate(line.text, [by_url[line.article.url]], one, weighed, list_signs.ONLY_LIKELY, -1)
        options.append(_Option(candidate, sentence, line, one.event))
    return options


_PATHS: Final = {WORD_FOR_WORD: list_signs.WORD_FOR_WORD, BY_WEIGHT: list_signs.BY_WEIGHT}


def _candidate(
    text: str, own: Sequence[Found], event: Likely | None, weighed: Weighed, path: str, place: int
) -> Candidate:
    ids = {one.line.article.id for one in own}
    ids |= {line.article.id for line in event.event.lines} if event else set()
    reports = [(one, weighed.chances[one.line.article.id]) for one in weighed.found if one.line.article.id in ids]
    reports.sort(key=lambda pair: -pair[1])
    voices = log(event.event.voices) if event else 0.0
    return Candidate(text, tuple(reports), path, float(place), voices, event.worth if event else _NO_WORTH)


_NO_WORTH: Final = -2.0


def _not_told(likely: Sequence[Likely], told: Sequence[Line]) -> list[Likely]:
    """Each event once, and none that is told."""
    among = Among([*told, *(line for one in likely for line in one.event.lines)])
    kept = [Event([one]) for one in told]
    found: list[Likely] = []
    for one in likely:
        if len(found) == _MOST:
            break
        if any(chance(among.alike(one.event, other)) > _AGAIN for other in kept):
            continue
        found.append(one)
        kept.append(one.event)
    return found


async def _answer(
    before: Answer,
    cited: Sequence[Passage],
    told: Sequence[_Option],
    near: Sequence[Line],
    sure: float,
    question: Question,
    zone: tzinfo,
    *,
    database: Database,
) -> _Told:
    reports = list({one.line.article.id: one.line.article for one in told}.values())
    known = {one.article for one in cited}
    new = [one for one in reports if one.id not in known]
    evidence = [*cited, *passages(new, dict.fromkeys((one.id for one in new), 1.0), of_story=len(new) or 1)]
    nearest = tuple(map(link_of, near))
    nearest = await known_links(nearest, question.tenant, database=database) or before.nearest
    answer = Answer(
        before.question,
        tuple(one.sentence for one in told),
        sure if told else 0.0,
        not told,
        nearest,
        LISTED,
        intent=Intent.LIST,
        note=_note([one.line for one in told], question, zone),
    )
    return answer, evidence


_NEAR: Final = 3


def _note(told: Sequence[Line], question: Question, zone: tzinfo) -> str:
    if not told:
        return phrase(question.language, "answer.not_in_archive")
    tongue = other_language({one.article.language for one in told}, question.language)
    return " ".join(filter(None, (tongue, dated([one.article.published for one in told], question, zone))))
