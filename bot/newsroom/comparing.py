"""A comparison: reports of each side found, and what they say of each by the same measure."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta, tzinfo
from typing import Final

from bot.newsroom.catching_up import other_language
from bot.newsroom.evidence import moments
from news.asking import Answer, Intent, Passage, Question
from news.languages import Language, readable
from news.model import Article, Citation, Sentence
from news.phrases import phrase
from store.database import Database
from store.search import SearchQuery
from summariser.answers import nearest_of
from summariser.comparing import Compared, Told, aspects_asked, candidates, compared, words_of
from summariser.kinship import is_near
from summariser.passages import Candidate, passages, ranked, reports
from summariser.sides import Side, whose
from summariser.sureness import RIGHT_OF_LISTS
from summariser.understanding import Understood

_FOUND: Final = 60
_READ: Final = 24
"""Reports of one side in one language."""
_OF_STORY: Final = 3
_TEXT: Final = 4000


async def compare(
    sides: Sequence[Side], question: Question, understood: Understood, zone: tzinfo, *, database: Database
) -> tuple[Answer, list[Passage]]:
    """Cited sentences, a side's beside the other's; says of which side there is nothing. Abstains where there is nothing of any."""
    asked = aspects_asked(understood.text, sides)
    found: list[Passage] = []
    read: list[Told] = []
    result = Compared((), tuple(sides))
    order = tuple(understood.languages or readable(question.language))
    for language in order:
        for some in ((*sides,), *((side,) for side in sides)):
            new = await _reports_of(some, asked, question, understood, language, zone, database=database)
            known = {one.article for one in found}
            new = [one for one in new if one.article not in known]
            found += new
            read += candidates(new, sides, question.language, question.asked)
        result = compared(sorted(read, key=lambda one: -one.score), sides, asked)
        if not result.missing:
            break
    else:
        result = _loosely(found, sides, asked, question, order)
    unfound = tuple(
        side for side in result.missing if not any(whose(f"{one.title}\n{one.text}", [side]) for one in found)
    )
    told = result.told if result.missing == unfound != tuple(sides) else ()
    result = replace(result, missing=unfound)
    sentences = tuple(
        Sentence(one.shown(sides), (Citation(one.passage.url, one.text, one.passage.source),)) for one in told
    )
    cited = list(dict.fromkeys(one.passage for one in told))
    near = nearest_of(cited or [one for one in found if is_near(question.text, one)])
    answer = Answer(question.text, sentences, RIGHT_OF_LISTS if told else 0.0, not told, near, "comparing-1")
    absent = phrase(question.language, "answer.not_in_archive")
    note = _note(result, [one.language for one in cited], question.language) if told else absent
    return replace(answer, intent=Intent.COMPARISON, note=note), cited or found


def _loosely(
    found: Sequence[Passage],
    sides: Sequence[Side],
    asked: Sequence[str],
    question: Question,
    order: Sequence[Language | None],
) -> Compared:
    """Whatever is told of all sides, in as few languages as tell it."""
    result = Compared((), tuple(sides))
    for last in range(1, len(order) + 1):
        read = [one for one in found if one.language in order[:last] or None in order[:last]]
        result = compared(candidates(read, sides, question.language, question.asked), sides, asked, loosely=True)
        if not result.missing:
            break
    return result


def _note(result: Compared, spoken: Sequence[Language], language: Language) -> str:
    names = ", ".join(side.label for side in result.missing)
    missing = phrase(language, "answer.side_missing", names=names) if names else ""
    if not missing and result.apart:
        missing = phrase(language, "answer.sides_apart")
    return " ".join(filter(None, (missing, other_language(set(spoken), language))))


async def _reports_of(
    sides: Sequence[Side],
    asked: Sequence[str],
    question: Question,
    understood: Understood,
    language: Language | None,
    zone: tzinfo,
    *,
    database: Database,
) -> list[Passage]:
    """The best that name all of them: those that also tell what is compared, and the newer."""
    start, end = moments(understood.span, zone)
    async with database.read() as tx:
        weights = await tx.search.weights(
            [*(term for side in sides for term in side.terms), *words_of(asked)], tenant=question.tenant
        )
        query = SearchQuery(
            terms=tuple(weights),
            about=weights,
            language=language,
            since=start,
            until=(min(end, question.asked) if end else question.asked) + timedelta(seconds=1),
            sources=understood.sources,
            names=sides[0].names,
        )
        hits = [hit for hit in await tx.search.find(query, tenant=question.tenant, limit=_FOUND) if hit.story is None]
        known = [Candidate(hit.article, hit.published, hit.points, hit.nearest, hit.whole) for hit in hits]
        scores = ranked(known, sum(weights.values()), now=question.asked, fresh=True)
        articles = await tx.articles.get(list(scores), tenant=question.tenant)
    there: list[Article] = []
    for one in articles:
        if one.seen <= question.asked and len(whose(f"{one.title}\n{one.words[:_TEXT]}", sides)) == len(sides):
            there.append(one)
        if len(there) == _READ:
            break
    of_all = [one for one in there if len(sides) > 1 and len(whose(one.title, sides)) == len(sides)]
    kept = {one.id: one for one in (*of_all, *reports(there))}  # a title that names them all is what is asked for
    return passages(list(kept.values()), scores, of_story=_OF_STORY * len(sides))
