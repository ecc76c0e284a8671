"""Evidence for a question: the archive's best passages, one a story, or those of the story that it was asked under."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, time, timedelta, tzinfo
from math import inf
from typing import Final

from bot.newsroom.collecting.indexing import company_token
from news.asking import LISTED, Answer, Intent, Passage, Question
from news.languages import Language
from news.model import Article, Story
from news.text import finer_tokens, search_tokens
from store.database import Database, Transaction
from store.search import Hit, SearchQuery
from summariser.answering.passages import Candidate, passages, quotable, ranked, reports
from summariser.asking.relations import asked_for
from summariser.asking.understanding import Understood, core, expanded
from summariser.asking.values import value_asked
from summariser.reading.relevance import judge
from summariser.words.aliases import mentions
from summariser.words.deeds import deed_terms, is_release
from summariser.words.moments import Span
from summariser.words.question_words import without_asking
from summariser.words.versions import Versioned, parted, respelled, versioned_in

_CANDIDATES: Final = 40
_PASSAGES: Final = 12
_DEEDS: Final = 20
"""Of a company's news so many, for not all of it tells what the company did."""
_TERMS: Final = 40
"""So many tokens of a question are looked for; a question has fewer."""
_FINER: Final = 120
_OF_STORY: Final = 8
_A_STORY: Final = 4
"""So many of a story's reports, the latest, stand for it where only its telling is found."""
_OF_A_FACT: Final = 3
"""So many of a story's reports are read for one thing that is asked."""
_LEADING: Final = 3
_FAR: Final = 3.0
_OF_ELSE: Final = 0.01
"""How likely it is of AI what has words that speak against it; what has no word for or against is at 0.03."""
_USUAL: Final = 0.75
"""Of what a word that nobody has tells apart: a spelling that some have tells less."""
_OF_COMPANY: Final = 0.4
"""The least that a report of a company meets of the question for its news, though it name only a product."""
_NEWS: Final = LISTED - {Intent.COMPARISON}


async def terms_of(understood: Understood, *, database: Database, tenant: str) -> tuple[tuple[str, float], ...]:
    """What the question is about with how much each token tells apart; another spelling of a name counts as the name."""
    words = core(understood)[:_TERMS]
    async with database.read() as tx:
        weights = await tx.search.weights(words, tenant=tenant)
    return tuple(weights.items())


async def as_archived(text: str, *, database: Database, tenant: str) -> str:
    """The question with each versioned name as reports write it: GPT-5.6 for "GPT 5.6"; as asked where hardly any does."""
    text = parted(text)
    ways = {way: search_tokens(way) for one in versioned_in(text) for way in one.spellings()}
    if not ways:
        return text
    async with database.read() as tx:
        weights = await tx.search.weights(["", *(token for found in ways.values() for token in found)], tenant=tenant)
    rarest = {way: max(weights[token] for token in found) for way, found in ways.items()}

    def usual(one: Versioned, written: str) -> str:
        best = min(one.spellings(), key=lambda way: rarest[way])
        usually = rarest[best] < min(rarest.get(written, inf), _USUAL * weights[""])
        return best if usually and written in (*one.spellings(), f"{one.head} {one.number}") else written

    return respelled(text, usual)


async def passages_for(
    question: Question,
    understood: Understood,
    language: Language | None,
    zone: tzinfo,
    *,
    database: Database,
    pruned: bool = True,
) -> list[Passage]:
    """The best first; in one language or in any; of the sources that the question names.

    News of a time is of that time alone; a fact that is placed in one is likelier reported near its end, and may be told later.
    """
    terms = expanded([term for term, _ in question.terms], understood.text)
    if not terms:
        return []
    whose, names, told = _sought(question, understood)
    finer = finer_tokens(without_asking(understood.text))[:_FINER]
    strict = question.intent in LISTED
    start, end = moments(understood.span, zone, reported=not strict)
    until = min(end, question.asked) if end and strict else question.asked
    query = SearchQuery(
        terms=(*terms, *finer, *whose, *told),
        about=dict(question.terms),
        language=language,
        since=start if strict else None,
        until=until + timedelta(seconds=1),
        sources=understood.sources,
        topics=understood.topics,
        names=names,
        pruned=pruned,
    )
    async with database.read() as tx:
        hits = await tx.search.find(query, tenant=question.tenant, limit=_CANDIDATES)
        articles = [hit for hit in hits if hit.story is None]
        known = [Candidate(hit.article, hit.published, hit.points, hit.nearest, hit.whole) for hit in articles]
        known += await _reported(hits, query, question, tx)
        scores = ranked(known, _total(question), now=end or question.asked, fresh=True)
        scores = {id: max(score, _OF_COMPANY if whose else 0.0) for id, score in scores.items()}
        return await _told(list(scores), scores, question, tx, most=_DEEDS if whose else _PASSAGES)


async def _reported(
    hits: Sequence[Hit], query: SearchQuery, question: Question, tx: Transaction
) -> Sequence[Candidate]:
    """Of stories that are found by how they were told, and by no report: their reports, for those are what can be cited."""
    tellings = {hit.story: hit for hit in reversed(hits) if hit.story is not None}
    if not tellings:
        return ()
    stories = await tx.stories.some(tellings, tenant=question.tenant)
    found = {hit.article for hit in hits}
    best: dict[str, Hit] = {}
    for told, hit in tellings.items():
        if told in stories and found.isdisjoint(stories[told].articles):
            best.update(dict.fromkeys(stories[told].articles[-_A_STORY:], hit))
    reports = await tx.articles.get(list(best), tenant=question.tenant)
    return [
        Candidate(one.id, one.published, best[one.id].points, best[one.id].nearest, best[one.id].whole)
        for one in reports
        if (query.since is None or query.since <= one.published)
        and (query.until is None or one.published <= query.until)
    ]


async def _told(
    ids: Sequence[str], scores: Mapping[str, float], question: Question, tx: Transaction, *, most: int
) -> list[Passage]:
    """The best as passages; the rest is read only when of those too few are left, one a story."""
    articles: list[Article] = []
    for some in (ids[: most + 4], ids[most + 4 :]):
        found = await tx.articles.get(some, tenant=question.tenant)
        of_ours = await _of_ours(found, question, tx)
        articles += [article for article in of_ours if article.seen <= question.asked]
        fit = (
            _reported_first(articles, scores, question) if question.intent in _NEWS else _with_value(articles, question)
        )
        told = passages(fit, scores, of_story=_of_one_story(question))
        if len(told) >= most:
            break
    return told[:most]


async def _of_ours(articles: Sequence[Article], question: Question, tx: Transaction) -> Sequence[Article]:
    """Where nobody of the trade is asked about, without what was set aside and speaks of something else: who won the World Cup."""
    if mentions(question.text):
        return articles
    other = [one.id for one in articles if judge(one.title, one.words).score < _OF_ELSE]
    aside = await tx.articles.among_set_aside(other, tenant=question.tenant) if other else set()
    return [one for one in articles if one.id not in aside]


def _reported_first(articles: Sequence[Article], scores: Mapping[str, float], question: Question) -> list[Article]:
    """The reports of AI; before them one that meets the question far better than any, and what tells a release where one is asked for: a
    title alone may not say that it is of AI."""
    kept = reports(articles)
    best = max((scores[one.id] for one in kept), default=0.0)
    far = [one for one in articles[:_LEADING] if scores[one.id] > _FAR * best]
    told = [one for one in articles if is_release(one.title)] if deed_terms(question.text) else []
    return list({one.id: one for one in (*far, *told, *kept)}.values())


def _with_value(articles: Sequence[Article], question: Question) -> list[Article]:
    """Where a sum or a count is asked for, in each story's places first the reports that hold one."""
    value = value_asked(question.text, english=question.language == "en")
    if value is None or value.kind not in ("sum", "count"):
        return list(articles)
    of_story: dict[str, list[Article]] = {}
    for one in articles:
        of_story.setdefault(one.story or one.id, []).append(one)
    for ours in of_story.values():
        ours.sort(key=lambda one: not value.told_by(f"{one.title}\n{one.summary}"))
    return [of_story[one.story or one.id].pop(0) for one in articles]


def _of_one_story(question: Question) -> int:
    """News is told by one report of a story. A sum, or who holds a post, is said by one and not by another."""
    if asked_for(question.text) is not None:
        return _DEEDS
    return 1 if question.intent in LISTED else _OF_A_FACT


async def cited_by(answer: Answer, *, database: Database, tenant: str) -> list[Passage]:
    """The reports that an answer made of stories cites; its `nearest` are these stories."""
    urls = {citation.url for sentence in answer.sentences for citation in sentence.citations}
    async with database.read() as tx:
        stories = await tx.stories.some([link.id for link in answer.nearest], tenant=tenant)
        found = await tx.articles.get([id for one in stories.values() for id in one.articles], tenant=tenant)
    cited = {one.id: one for one in found if one.url in urls}
    return passages(list(cited.values()), dict.fromkeys(cited, 1.0), of_story=len(cited))


async def articles_of(story: Story, question: Question, *, database: Database) -> Sequence[Article]:
    """The reports that were there when it was asked."""
    async with database.read() as tx:
        found = await tx.articles.get(story.articles, tenant=question.tenant)
    return [own for one in found if one.seen <= question.asked and (own := quotable(one))]


def _sought(
    question: Question, understood: Understood
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...], tuple[str, ...]]:
    """Whose news is asked for, which names a report must have, and the words that the deed, or the person, is told by."""
    if question.intent in LISTED:
        whose = _company(understood)
        return (whose, (whose,), deed_terms(understood.text)) if whose else ((), (), ())
    relation = asked_for(understood.text)
    if relation is None:
        return (), (), ()
    return (), tuple(tuple(search_tokens(name)) for name in relation.names), relation.terms


def _company(understood: Understood) -> tuple[str, ...]:
    """News of one company is news that names it or what it makes, early on."""
    companies = {one.company for one in mentions(understood.text) if one.company}
    return (company_token(companies.pop()),) if len(companies) == 1 else ()


def _total(question: Question) -> float:
    return sum(weight for _, weight in question.terms)


def moments(span: Span | None, zone: tzinfo, *, reported: bool = False) -> tuple[datetime | None, datetime | None]:
    """When a span of days begins and ends there, or its reports do; None is open."""
    if span is None:
        return None, None
    span = span.reported if reported else span
    start = datetime.combine(span.start, time(), zone).astimezone(UTC)
    end = datetime.combine(span.end, time(), zone).astimezone(UTC) if span.end else None
    return start, end
