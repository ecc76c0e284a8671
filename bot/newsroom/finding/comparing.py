"""A comparison: reports of each side found, and what they say of each by the same measure."""

import asyncio
import re
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta, tzinfo
from typing import Final

from bot.newsroom.finding.catching_up import other_language
from bot.newsroom.finding.evidence import moments
from bot.newsroom.finding.pressure import PRESSURE
from bot.newsroom.finding.verifying import near_passages
from news.asking import Answer, Intent, Passage, Question
from news.languages import Language, readable
from news.model import Article, Citation, Sentence
from news.phrases import phrase
from store.database import Database
from store.search import SearchQuery
from summariser.answering.answers import nearest_of
from summariser.answering.aspects import DEEDS, Wanted, aspects, wanted_in
from summariser.answering.comparable import Told, answering, being, candidates
from summariser.answering.comparing import Compared, compared
from summariser.answering.kinship import near
from summariser.answering.larger import larger
from summariser.answering.passages import Candidate, passages, ranked, reports
from summariser.answering.side_lines import FAR, Row, matter_of, nearest_row, nearness, with_more
from summariser.answering.sureness import RIGHT_OF_COMPARISONS, RIGHT_OF_HALF
from summariser.asking.sides import Side, whose
from summariser.asking.support import lines_of
from summariser.asking.understanding import Understood
from summariser.reading.relevance import judge

_FOUND: Final = 60
_READ: Final = 24
"""Reports of one side in one language."""
_OF_STORY: Final = 3
_TEXT: Final = 4000


_ASKED: Final = 4
"""So often one side alone is asked about."""
Ask = Callable[[str], Awaitable[tuple[Answer, list[Passage]]]]
"""The answer to a question of one thing."""


async def compare(
    sides: Sequence[Side], question: Question, understood: Understood, zone: tzinfo, *, database: Database, ask: Ask
) -> tuple[Answer, list[Passage]]:
    """Cited sentences, a side's beside the other's; says of which side there is nothing. Abstains where there is nothing of any."""
    wanted = wanted_in(understood.text, sides)
    found: list[Passage] = []
    read: list[Told] = []
    results: list[tuple[Compared, list[Told]]] = []
    for language in understood.languages or readable(question.language):
        for some in ((*sides,), *((side,) for side in sides)):
            new = await _reports_of(some, wanted, question, understood, language, zone, database=database)
            known = {one.article for one in found}
            new = [one for one in new if one.article not in known]
            found += new
            read += candidates(new, sides, wanted, question.language, question.asked)
        read.sort(key=lambda one: -one.score)
        for beside in [language] if language else dict.fromkeys(one.passage.language for one in read):
            ours = [one for one in read if one.native or one.passage.language == beside]
            results.append((compared(ours, sides, wanted), ours))
        if any(one.whole for one, _ in results):
            break
    else:
        results.append((compared(read, sides, wanted), read))
    result, ours = max(results, key=lambda one: one[0].worth)  # of equals the first: the asker's language, then another
    if more := await _asked_alone(result, sides, wanted, question, understood, zone, ask, database=database):
        result = compared(sorted([*ours, *more], key=lambda one: -one.score), sides, wanted)
        found += [one.passage for one in more]
    nearer = await _near(sides, wanted, question, understood, found, zone, database=database)
    if nearer is not None:
        result, found = _nearer(nearer[0], result, sides, wanted, question.text), [*found, *nearer[1]]
    if _PICK.fullmatch(question.text.strip()) and (_unnamed(result, sides, found) or not _is_of_ai(result)):
        result = compared([], sides, wanted)
    return _answered(result, sides, wanted, question, found)


def _answered(
    result: Compared, sides: Sequence[Side], wanted: Wanted, question: Question, found: list[Passage]
) -> tuple[Answer, list[Passage]]:
    sentences = tuple(
        Sentence(one.shown(sides), (Citation(one.passage.url, one.text, one.passage.source),)) for one in result.told
    )
    cited = list(dict.fromkeys(one.passage for one in result.told))
    nearest = nearest_of(cited or near(question.text, found))
    sure = (RIGHT_OF_COMPARISONS if result.whole else RIGHT_OF_HALF) if result.told else 0.0
    answer = Answer(question.text, sentences, sure, not result.told, nearest, "comparing-2")
    absent = phrase(question.language, "answer.not_in_archive")
    note = _note(result, sides, found, question.language) if result.told else absent
    note = " ".join(filter(None, (note, *_larger(result, wanted, sides, question.language))))
    return replace(answer, intent=Intent.COMPARISON, note=note), cited or found


_PICK: Final = re.compile(r"[^?？,]{2,30}(?: or |還是|还是|か、?|아니면| หรือ(?:ว่า)? ?)[^?？,]{2,30}[?？]?")
"""Which of two its writer is to take, and no more: of one of them alone nothing answers it."""


def _is_of_ai(result: Compared) -> bool:
    """All that is told: what is no news of the trade is none to choose by."""
    return all(judge(one.passage.title, one.passage.text).is_ai for one in result.told)


def _unnamed(result: Compared, sides: Sequence[Side], found: Sequence[Passage]) -> list[Side]:
    """Sides that no line which is told names, and no report."""
    missing = [side for side in result.missing if all(side.place(one.text, loosely=True) < 0 for one in result.told)]
    return [side for side in missing if not any(whose(f"{one.title}\n{one.text}", [side]) for one in found)]


async def _asked_alone(
    result: Compared,
    sides: Sequence[Side],
    wanted: Wanted,
    question: Question,
    understood: Understood,
    zone: tzinfo,
    ask: Ask,
    *,
    database: Database,
) -> list[Told]:
    """What sides are told of what is asked, where it is asked of each alone, under the same guards; also by the reports that were read for it,
    and by those whose titles mean it."""
    found: list[Told] = []
    for at, name in result.unanswered(wanted, sides)[:_ASKED]:
        if not (text := wanted.alone(sides[at], name, question.language)):
            continue
        answer, passages = await ask(text)
        there = {one.url: one for one in passages}
        told = [
            (there[line.citations[0].url], line.text)
            for line in answer.sentences
            if line.citations and line.citations[0].url in there
        ]
        found += (
            answering(told, at, name, sides, wanted, question.language)
            if wanted
            else being(told, at, sides, question.language)
        )
        if name and not found and not PRESSURE.is_high:
            asked = replace(question, text=text)
            read = [*passages, *await near_passages(asked, understood, None, zone, passages, database=database)]
            more = candidates(read, sides, wanted, question.language, question.asked)
            found += [one for one in more if at in one.sides and name in one.aspects]
    return found


async def _near(
    sides: Sequence[Side],
    wanted: Wanted,
    question: Question,
    understood: Understood,
    found: Sequence[Passage],
    zone: tzinfo,
    *,
    database: Database,
) -> tuple[Row | None, list[Passage]] | None:
    """What is told of each where no table has what they are compared in, and what was read for it; None where one has, or there is no time."""
    matter = matter_of(question.text, sides, wanted)
    if not matter or PRESSURE.is_high:
        return None
    read = list(found)
    for side in sides:
        asked = replace(question, text=f"{side.shown} {matter}" if wanted.matter else question.text)
        read += await near_passages(asked, understood, None, zone, read, database=database)
    new = [one for one in read if one not in found]
    return await asyncio.to_thread(nearest_row, [*new, *found], sides, wanted, question.text, question.language), new


def _nearer(row: Row | None, result: Compared, sides: Sequence[Side], wanted: Wanted, asked: str) -> Compared:
    """What is nearer to what is asked: that or what was found by words; nothing, where neither is near."""
    by_words = nearness(result.told, matter_of(asked, sides, wanted)) if result.told else 0.0
    if not wanted and any(one.aspects or len(one.sides) > 1 for one in result.told if result.whole):
        return result
    if row is None or (result.whole and wanted and by_words >= row.near):
        return result if by_words >= FAR and wanted else compared([], sides, wanted)
    told = {at for one in row.told for at in one.sides}
    return Compared(
        with_more(row, sides),
        tuple(side for at, side in enumerate(sides) if at not in told),
        compares=len(told) == len(sides),
    )


def _untold(name: str, lacking: Sequence[Side], found: Sequence[Passage]) -> bool:
    """No report that names such a side has a word for it, beside the name or below a title with it: only then it is said to be not found."""
    asks = aspects()[name].asks
    return not any(asks.search(text) for one in found for side in lacking for text in _of_side(one, side))


def _of_side(passage: Passage, side: Side) -> Iterator[str]:
    """What a report says where it names the side; all of it, where its title does."""
    if side.place(passage.title) >= 0:
        yield f"{passage.title}\n{passage.text}"
    else:
        yield from (line for line, _ in lines_of(passage.text, passage.language) if side.place(line) >= 0)


def _note(result: Compared, sides: Sequence[Side], found: Sequence[Passage], language: Language) -> str:
    """What was looked for and not found, as far as no report that was read has a word of it; nothing else is claimed."""
    missing = [side for side in result.missing if all(side.place(one.text, loosely=True) < 0 for one in result.told)]
    unnamed = _unnamed(result, sides, found)
    lacks = [
        (name, [side for side in lacking if side not in unnamed])
        for name, lacking in result.lacking
        if _untold(name, lacking, found)
    ]
    said = [
        phrase(language, "answer.side_lacks", names=_names(lacking), what=aspects()[name].called[language])
        for name, lacking in lacks
        if lacking
    ]
    if unnamed:
        said.append(phrase(language, "answer.side_missing", names=_names(unnamed)))
    elif any(all(side not in lacking for _, lacking in lacks) for side in missing):
        shown = [side for side in sides if side not in missing]
        said.append(phrase(language, "answer.side_only", names=_names(shown)))
    if not said and result.otherwise:
        said.append(phrase(language, "answer.sides_otherwise"))
    elif not said and any(one.promises for one in result.told) and not result.compares:
        said.append(phrase(language, "answer.sides_announced"))
    elif not said and result.apart:
        said.append(phrase(language, "answer.sides_apart"))
    spoken = {one.passage.language for one in result.told}
    return " ".join(filter(None, (*said, other_language(spoken, language))))


def _larger(result: Compared, wanted: Wanted, sides: Sequence[Side], language: Language) -> Iterator[str]:
    """Whose numbers are larger, as far as that is certain."""
    values: dict[Side, list[str]] = {}
    if not result.whole:
        return
    for side, value in filter(None, (larger(result.told, name, sides) for name in wanted.aspects)):
        values.setdefault(side, []).append(value.strip())
    yield from (
        phrase(language, "answer.side_larger", name=side.shown, value=", ".join(of)) for side, of in values.items()
    )


def _names(sides: Sequence[Side]) -> str:
    return ", ".join(side.shown for side in sides)


async def _reports_of(
    sides: Sequence[Side],
    wanted: Wanted,
    question: Question,
    understood: Understood,
    language: Language | None,
    zone: tzinfo,
    *,
    database: Database,
) -> list[Passage]:
    """The best that name all of them: those that also tell what is compared, and the newer."""
    start, end = moments(understood.span, zone)
    end = None if set(wanted.aspects) - DEEDS else end  # results of a quarter are reported after it
    async with database.read() as tx:
        weights = await tx.search.weights(
            [*(term for side in sides for term in side.terms), *wanted.terms()], tenant=question.tenant
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
