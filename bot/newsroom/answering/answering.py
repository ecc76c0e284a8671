"""Answer a question: what is no question refused, the evidence found, the summariser's words, and the exchange kept."""

import hashlib
import secrets
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, timedelta, tzinfo
from typing import Final
from zoneinfo import ZoneInfo

from bot.newsroom.answering.archive_begins import saying_where_it_begins
from bot.newsroom.answering.as_asked import as_asked, of_the_trade
from bot.newsroom.answering.by_source import by_source, naming
from bot.newsroom.answering.corrected import as_corrected
from bot.newsroom.answering.hearing import as_meant, saying
from bot.newsroom.answering.limits import AskLimits, check_limits
from bot.newsroom.answering.of_answers import of_the_answer
from bot.newsroom.answering.resuming import as_pointed, asked_of_a_name, name_asked, resumed_whole, tells_of
from bot.newsroom.answering.source_days import with_source_days
from bot.newsroom.answering.two_parts import answered
from bot.newsroom.answering.unknown import unknown_in, without_unknown
from bot.newsroom.finding.catching_up import tongues
from bot.newsroom.finding.finder import Finder
from bot.newsroom.finding.pressure import PRESSURE
from bot.newsroom.finding.telling_once import each_once
from bot.newsroom.finding.trimming import by_size, first_of, silent
from news.asking import Answer, Evidence, Exchange, Intent, Passage, Post, PostState, Question, source_of
from news.commands import Word, parse_command
from news.deadlines import within
from news.languages import Language
from news.model import PUBLIC
from news.phrases import phrase
from news.ports import Clock, Summariser
from news.searching import search_tokens
from news.text import echoed, sanitise
from sources.language import asked_in, leaves_script_open
from store.database import Database
from summariser.answering.own_page import shown_by_its_page
from summariser.answering.resolved import resolved
from summariser.asking.bare_kinds import plain_kind
from summariser.asking.conversation import asks_alone, asks_what, refers_back
from summariser.asking.follow_frames import of_answer
from summariser.asking.no_question import is_command, without_markup
from summariser.asking.number_asked import number_asked
from summariser.asking.orders import without_orders
from summariser.asking.small_talk import is_greeting, is_small_talk, is_thanks
from summariser.asking.story_questions import is_of_a_story, told_part
from summariser.lists.list_conditions import without_left_out

SECONDS: Final = 30.0
"""How long an answer may take when no setting says otherwise."""
_FOR_CALLS: Final = 0.8
"""Of that time, what models have; the rest is for finding, checking and keeping."""
LONGEST: Final = 1000
"""Characters of a question; more is no question."""
_CHINESE: Final = ("zh-Hans", "zh-Hant")
_NEXT: Final = timedelta(microseconds=1)
_TOLD_WITHIN: Final = timedelta(days=90)
_SAID_AT_MOST: Final = 50


async def answer_question(
    *,
    database: Database,
    clock: Clock,
    summariser: Summariser,
    text: str,
    tenant: str = PUBLIC,
    reader: str | None = None,
    thread: str = "",
    story: str | None = None,
    of_brief: bool = False,
    language: Language | None = None,
    speaks: Language | None = None,
    zone: tzinfo = UTC,
    limits: AskLimits | None = None,
    once: str = "",
    seconds: float = SECONDS,
) -> Answer:
    """The best supported sentences of the archive with their sources, or an abstention with what is nearest; always an answer.

    `thread`: the conversation whose questions a follow-up goes on from; `story`: asked under this story, its sources come first; `of_brief`: asked below a brief, of one of its stories or of anything;
    `language`: the answer's, else the question's; `speaks`: the asker's, where the question's script does not tell; `zone`: where "today" is; `once`: what asks, by an id of its own: asked again by the same, the answer is the one that is kept, and counts once; `seconds`: what models have not said by then the sources say. Raises TooMany past the `limits`.
    """
    started, asked = time.perf_counter(), without_markup(sanitise(text).strip())
    tongue = language or asked_in(asked, speaks)
    question = Question(_id_of(once, tenant), tenant, reader, asked, tongue, clock.now(), thread, story)
    question = await as_pointed(question, database=database)
    ready, said = await _before(question, limits, of_brief, database=database)
    if ready is not None:
        return ready
    open_to = language is None and speaks not in _CHINESE and _goes_on_in(said) not in _CHINESE
    question = replace(question, language=language or _tongue_here(question, speaks, said))
    finder = Finder(database, clock, summariser, zone)
    async with PRESSURE.one_more(waits=summariser.writes):
        with within(_FOR_CALLS * seconds):
            turn = _in_turn(question, said)
            question, answer, passages = await _in_its_script(turn, said, finder, open_to, database=database)
    note = await _note(answer, question, said, database=database)
    answer = replace(answer, id=question.id, question=asked, language=question.language, note=note)
    return await _kept(Exchange(question, answer, _evidence(answer, passages)), started, database=database)


async def _kept(exchange: Exchange, started: float, *, database: Database) -> Answer:
    answer = replace(exchange.answer, milliseconds=_since(started))
    async with database.begin() as tx:
        await tx.questions.put(replace(exchange, answer=answer), tenant=exchange.tenant)
    return answer


def _goes_on_in(said: Sequence[Exchange]) -> Language | None:
    """The conversation's language, as its last question shows it."""
    shown = (one.question for one in said if not (_is_chinese(one.question) and leaves_script_open(one.question.text)))
    return next((one.language for one in shown), None)


def _is_chinese(question: Question) -> bool:
    return question.language in _CHINESE


def _tongue_here(question: Question, speaks: Language | None, said: Sequence[Exchange]) -> Language:
    """Its own; where its script is that of several, the conversation's, unless somebody else speaks now whose language is known."""
    another = bool(said) and said[0].question.reader != question.reader
    return asked_in(question.text, speaks if speaks and another else _goes_on_in(said) or speaks)


def _in_turn(question: Question, said: Sequence[Exchange]) -> Question:
    """What is asked in the same moment as the question before it is asked after it: which was the last must be known."""
    last = said[0].question.asked if said else None
    return replace(question, asked=last + _NEXT) if last and last >= question.asked else question


async def _in_its_script(
    question: Question, said: Sequence[Exchange], finder: Finder, open_to: bool, *, database: Database
) -> tuple[Question, Answer, list[Passage]]:
    """As asked; `open_to` either Chinese script, where the question does not tell, in that of the reports which answer it."""
    answer, passages = await _found(question, said, finder, database=database)
    script = _script_of(question, answer, passages) if open_to else question.language
    if script != question.language:
        question = replace(question, language=script)
        answer, passages = await _found(question, said, finder, database=database)
    answer = await as_corrected(question, answer, passages, database=database)
    return question, answer, passages


def _script_of(question: Question, answer: Answer, passages: Sequence[Passage]) -> Language:
    """Where the question's characters are of both Chinese scripts, that of the reports which answer it."""
    if question.language not in _CHINESE or not leaves_script_open(question.text):
        return question.language
    spoken = [one for one in tongues(answer, passages, question.language) if one in _CHINESE]
    return spoken[0] if len(spoken) == 1 else question.language


async def _before(
    question: Question, limits: AskLimits | None, of_brief: bool, *, database: Database
) -> tuple[Answer | None, Sequence[Exchange]]:
    """What needs no looking up, or was answered already and perhaps never arrived; and what was asked in this conversation, the latest
    first. Raises TooMany."""
    tenant, tongue = question.tenant, question.language
    refused = _refusal(question.text, tongue, question.story, question.thread)
    if refused is not None:
        return refused, ()
    async with database.read() as tx:
        kept = await tx.questions.get(question.id, tenant=tenant)
        if kept is None and limits is not None:
            await check_limits(
                limits, tx=tx, now=question.asked, tenant=tenant, reader=question.reader, language=tongue
            )
        since = question.asked - _TOLD_WITHIN
        said = await tx.questions.thread(question.thread, tenant=tenant, since=since, limit=_SAID_AT_MOST)
    if kept is None and of_brief and not (question.story or said) and is_of_a_story(question.text, shown=True):
        return silent(question.text, tongue, "answer.choose_story"), said
    return (replace(kept.current, id=question.id) if kept else None), said


async def _note(answer: Answer, question: Question, said: Sequence[Exchange], *, database: Database) -> str:
    corrected = await _corrections(question, answer, said, database=database)
    found = await _or_how_to_begin(answer, question, database=database)
    return " ".join(part for part in (corrected, found) if part)


async def _found(
    question: Question, said: Sequence[Exchange], finder: Finder, *, database: Database
) -> tuple[Answer, list[Passage]]:
    """The answer to what the question means, saying so where that is not what is written."""
    asks = None if question.story else of_answer(question.text)
    if asks is not None:

        async def ask(whole: Question, finder: Finder, archive: Database) -> tuple[Answer, list[Passage]]:
            return await _found(whole, (), finder, database=archive)

        return await of_the_answer(asks, question, said, finder, ask, database=database)
    name = name_asked(question.text) if said and not question.story else ""
    of_name = asked_of_a_name(name, said, finder.today(question))
    question, said = await resumed_whole(question, said, finder.today(question), database=database)
    heard, sources, theirs = await by_source(question, database=database)
    everything, finder = finder, finder.over(theirs)
    number = None if question.story else number_asked(heard.text)
    heard = replace(heard, text=number.text) if number else heard
    meant, names = await as_meant(heard.text, tenant=question.tenant, database=database)
    heard = replace(heard, text=without_left_out(meant), wording=question.text)
    answer, passages = await answered(finder, heard, said)
    if name and (answer.abstained or not tells_of(name, answer)):
        answer, passages = await _of_its_name(name, of_name, heard, finder) or (_untold(answer, question), passages)
    if answer.abstained and heard.sources:
        others, _ = await answered(everything, replace(heard, sources=()), said)
        answer = replace(answer, nearest=answer.nearest or others.nearest)
    answer = resolved(await each_once(answer, passages, heard, database=database), passages)
    answer = as_asked(shown_by_its_page(answer, meant, passages), passages, heard, finder.zone)
    answer = await saying_where_it_begins(answer, heard, finder.zone, database=database)
    answer = await with_source_days(answer, passages, finder.zone, tenant=question.tenant, database=database)
    answer = naming(answer, sources, question.language)
    unknown = await unknown_in(meant, tenant=question.tenant, database=database)
    answer = await without_unknown(answer, passages, unknown, replace(question, text=meant), database=database)
    answer = by_size(of_the_trade(answer, question, goes_on=bool(said)), question.text)
    answer = first_of(answer, number, passages)
    return saying(answer, question, names), passages


def _untold(answer: Answer, question: Question) -> Answer:
    note = phrase(question.language, "answer.not_in_archive")
    return replace(answer, sentences=(), abstained=True, confidence=0.0, brief=None, note=note)


async def _of_its_name(
    name: str, texts: Sequence[str], heard: Question, finder: Finder
) -> tuple[Answer, list[Passage]] | None:
    """What the first of them that is answered is told, by lines that name it."""
    for text in texts:
        answer, found = await answered(finder, replace(heard, text=text, wording=text), ())
        if not answer.abstained and tells_of(name, answer):
            return answer, found
    return None


async def _or_how_to_begin(answer: Answer, question: Question, *, database: Database) -> str:
    """The answer's note; of an archive that has nothing at all, how it gets something."""
    declined = answer.intent in (Intent.HOW_TO, Intent.OFF_TOPIC)
    if not answer.abstained or answer.nearest or declined:
        return answer.note
    async with database.read() as tx:
        kept = await tx.articles.count(tenant=question.tenant)
    return answer.note if kept else phrase(question.language, "answer.nothing_collected")


def _since(started: float) -> float:
    return round((time.perf_counter() - started) * 1000, 1)


def _id_of(once: str, tenant: str) -> str:
    return hashlib.sha256(f"{tenant}\0{once}".encode()).hexdigest()[:16] if once else secrets.token_hex(8)


async def answer_again(
    exchange: Exchange, *, database: Database, clock: Clock, summariser: Summariser, seconds: float = SECONDS
) -> Answer:
    """What the archive says now without the sentences that turned out wrong; what models have not said within `seconds` it says itself."""
    question = replace(exchange.question, asked=clock.now())
    async with database.read() as tx:
        since = question.asked - _TOLD_WITHIN
        said = await tx.questions.thread(question.thread, tenant=question.tenant, since=since, limit=_SAID_AT_MOST)
        reader = await tx.readers.get(question.reader, tenant=question.tenant) if question.reader else None
    zone = ZoneInfo(reader.zone) if reader else UTC
    with within(_FOR_CALLS * seconds):
        answer, _ = await _found(question, said, Finder(database, clock, summariser, zone), database=database)
    wrong = {sentence.text for sentence in exchange.answer.sentences}
    left = tuple(sentence for sentence in answer.sentences if sentence.text not in wrong)
    return replace(
        answer, sentences=left, abstained=not left, confidence=answer.confidence if left else 0.0, brief=None
    )


def _refusal(asked: str, language: Language, story: str | None, thread: str) -> Answer | None:
    """A clear word to what is no question: nothing at all, no word in it, an endless one, a greeting."""
    if len(asked) > LONGEST:
        return silent(echoed(asked, language), language, "answer.too_long")
    if is_command(asked) or parse_command(asked).word is Word.HELP:
        return silent(asked, language, "answer.empty")
    alone = asks_alone(asked) or bool(plain_kind(asked)) or of_answer(asked) is not None
    goes_on = bool(thread) and (alone or refers_back(asked) or asks_what(asked))
    if not search_tokens(asked) and not goes_on and not (story and (told_part(asked) or plain_kind(asked))):
        about = story and any(map(str.isalnum, asked))
        return silent(asked, language, "answer.not_in_story" if about else "answer.empty")
    if is_thanks(asked):
        return silent(asked, language, "answer.welcome")
    if is_greeting(asked):
        return silent(asked, language, "answer.hello")
    idle = is_small_talk(asked) or not without_orders(asked)
    return silent(asked, language, "answer.off_topic") if idle else None


async def _corrections(question: Question, answer: Answer, earlier: Sequence[Exchange], *, database: Database) -> str:
    """What must be said first: an earlier answer here was wrong, and its platform lets nobody change it. Not where that is the answer."""
    corrected = [one for one in earlier if one.correction is not None]
    if not corrected:  # nearly always: no answer waits for the right to write
        return ""
    said = ""
    async with database.begin() as tx:
        for one in corrected:
            posts = await tx.posts.of(one.id, tenant=question.tenant)
            untold = [post for post in posts if post.state is PostState.TO_TELL]
            if posts and not untold:
                continue
            # A channel whose messages have no id of their own notes no place: the conversation is the place.
            here = Post(question.tenant, one.id, "conversation", question.thread, "", question.asked, PostState.TOLD)
            await tx.posts.put(here, tenant=question.tenant)
            for post in untold:
                await tx.posts.settle(replace(post, state=PostState.TOLD), tenant=question.tenant)
            right = " ".join(sentence.text for sentence in one.current.sentences)
            if one.current.sentences == answer.sentences:
                continue
            wrong = phrase(question.language, "answer.correction", question=one.question.text)
            said = " ".join(part for part in (said, wrong, right) if part)
    return said


def _evidence(answer: Answer, passages: Sequence[Passage]) -> tuple[Evidence, ...]:
    """Of several reports at one address those that are cited, if any are."""
    cited = [one for each in answer.sentences for citation in each.citations if (one := source_of(citation, passages))]
    theirs = {one.url for one in cited}
    kept = [one for one in passages if one.url not in theirs or one in cited]
    return tuple(Evidence(one.article, one.story, one.url, one.title, one.score) for one in kept)
