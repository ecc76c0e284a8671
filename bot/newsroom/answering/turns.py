"""A turn of a conversation: what a question goes on from, and where that is looked for; else what it asks by itself."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.newsroom.answering.resuming import earlier, meant
from bot.newsroom.answering.same_matter import Matter, of_the_matter, said_of_it, spoken_of
from bot.newsroom.finding.evidence import as_archived
from bot.newsroom.finding.finder import Finder
from bot.newsroom.finding.following import goes_on, is_grouped, of_what_was_told, story_of
from bot.newsroom.finding.trimming import silent
from news.asking import LISTED, Answer, Exchange, Passage, Question
from summariser.asking.bare_kinds import plain_kind
from summariser.asking.conversation import (
    Kind,
    Resumed,
    asks_again,
    asks_alone,
    is_name_alone,
    is_of_the_same,
    lacks_subject,
    needs_its_subject,
    refers_back,
)
from summariser.asking.conversation import (
    says_little as says_little_elsewhere,
)
from summariser.asking.matters_asked import says_little
from summariser.asking.relations import lacks_owner
from summariser.asking.story_questions import is_brief, is_of_a_story
from summariser.asking.understanding import Understood, understand

_Told = tuple[Answer, list[Passage]]


@dataclass(frozen=True, slots=True)
class _Turn:
    """`question`: as it stands; `whole`: what a person would understand; `understood`: that, and `alone`: what it asks by itself, where that is
    another question; `own`: its words, where none of them points back; `before`: what it may go on from, the latest first."""

    question: Question
    whole: Resumed
    understood: Understood
    alone: Understood | None
    own: Understood | None
    before: Sequence[Exchange]
    again: bool
    """It is the last question with another name, time or language: of whatever story the answer was."""

    @property
    def meant(self) -> Question:
        question, text = self.question, self.whole.text
        goes_on = self.before and not question.story and self.whole.kind is not Kind.WHOLE
        return replace(question, text=text, wording=text) if goes_on else question


async def answered(finder: Finder, question: Question, said: Sequence[Exchange]) -> _Told:
    """Of a question that goes on from another, where that is not to be found, what it asks by itself. `said`: what was asked in this
    conversation, the latest first."""
    turn = await _turn(finder, question, said)
    if turn is None:
        return silent(question.text, question.language, "answer.unclear"), []
    told = await _by_its_kind(finder, turn, question)
    if not _may_be_of_the_matter(turn, told[0]):
        return told
    matter = await spoken_of(question, turn.before, database=finder.database)
    if matter is None or (asks_alone(question.text) and not matter.is_one):
        return told
    if matter.is_told_by(told[0], question.text) or _is_of_its_subject(turn, matter, told[0]):
        return told
    return await of_the_matter(finder, question, matter) or said_of_it(question, matter, told)


def _is_of_its_subject(turn: _Turn, matter: Matter, answer: Answer) -> bool:
    """Of whom the last question was asked something else is told, by a report of another matter."""
    named = turn.whole.kind is Kind.OF_IT and answer.intent not in LISTED
    return named and not answer.abstained and matter.meets(answer, turn.question.text)


def _may_be_of_the_matter(turn: _Turn, answer: Answer) -> bool:
    """It does not say of what it is, or what it says is answered by nothing; not another name, time or language in the question before."""
    if turn.again or turn.whole.kind is Kind.SWAPPED or not (turn.question.story or turn.before):
        return False
    asked = turn.question.text
    to_that = is_of_the_same(asked, asked)  # "what did Trump say?"
    says_of_what = turn.whole.kind is Kind.WHOLE and not says_little(asked) and not to_that
    return answer.abstained or not says_of_what


async def _by_its_kind(finder: Finder, turn: _Turn, question: Question) -> _Told:
    told = await _of_a_name(finder, turn) or await _going_on(finder, turn)
    if told is not None:
        return told
    answer, passages = await finder.whole(turn.meant, turn.understood)
    report = _spoken_of(turn, grouped=False) if answer.abstained and turn.whole.kind is not Kind.WHOLE else None
    if report is not None and (told := await _follows(finder, report, turn)) is not None:
        return told
    bare = asks_alone(question.text)
    if turn.before and not question.story and not turn.again and (bare or lacks_subject(question.text)):
        return of_what_was_told(answer, passages, _last_told(turn.before), question, bare=bare), passages
    return (answer, passages) if not answer.abstained else await _otherwise(finder, turn, (answer, passages))


def _last_told(before: Sequence[Exchange]) -> Exchange:
    """The answer that a bare "when?" is of: not the silence with which "why?" was met before it."""
    bare = (one for one in before if not (one.current.abstained and asks_alone(one.question.text)))
    return next(bare, before[0])


async def _otherwise(finder: Finder, turn: _Turn, silence: _Told) -> _Told:
    """As of the reports' own days, or by itself."""
    span, answer = turn.understood.span, silence[0]
    if span and not turn.understood.general and span != span.reported:
        silence = answer, _ = await finder.whole(turn.meant, replace(turn.understood, span=span.reported))
    if answer.abstained and turn.alone is not None:
        by_itself = await finder.whole(turn.meant, turn.alone)
        return silence if by_itself[0].abstained else by_itself
    return silence


async def _of_a_name(finder: Finder, turn: _Turn) -> _Told | None:
    """What is asked of one that the question before named is asked of that one, whatever reports told."""
    if not turn.whole.of_a_name or turn.question.story or turn.before[0].current.intent in LISTED:
        return None
    told = await finder.whole(turn.meant, turn.understood)
    return None if told[0].abstained else told


async def _going_on(finder: Finder, turn: _Turn) -> _Told | None:
    """From the story that was told; of a question that does not say of whom it is, from the report that was told or nearest too, and when
    that was as a report that was told has it."""
    if turn.whole.kind is Kind.SAID_TO:
        return None
    dated = turn.whole.kind is Kind.ASKED and plain_kind(turn.question.text) == "time"
    loose = turn.whole.kind is Kind.WHOLE or (dated and not turn.before[0].current.abstained)
    of_it = _spoken_of(turn, grouped=not loose)
    return await _follows(finder, of_it, turn) if of_it is not None else None


def _spoken_of(turn: _Turn, *, grouped: bool) -> Question | None:
    """The question under what was spoken of; `grouped`: only if that is a story, asked under or told."""
    question, before = turn.question, turn.before
    story = next((found for one in before if (found := story_of(one)) or not one.current.abstained), None)
    if not story or question.story or turn.again or (grouped and not is_grouped(story, before)):
        return None
    return replace(question, story=story) if goes_on(question.text, turn.understood, question.before) else None


async def _follows(finder: Finder, question: Question, turn: _Turn) -> _Told | None:
    """From what was spoken of; None where that does not tell it."""
    told = None
    for understood in (*([turn.own] if turn.own else []), turn.understood):
        told = await finder.under_story(question, understood, follows=True)
        if told is not None and not told[0].abstained:
            return told
    return told if turn.before[0].question.story and is_brief(question.text) else None


async def _turn(finder: Finder, question: Question, said: Sequence[Exchange]) -> _Turn | None:
    """None where it goes on from nothing."""
    before = await earlier(question, said, finder.today(question), database=finder.database)
    question = replace(question, before=before[0].question.text if before else "")
    unclear = (is_of_a_story, lacks_subject, asks_alone, lacks_owner)
    if not before and not question.story and any(is_so(question.text) for is_so in unclear):
        return None
    names, today, asked = await finder.sources(question), finder.today(question), question.sources
    text = await as_archived(question.text, database=finder.database, tenant=question.tenant)
    whole = meant(text, before, today, names)
    understood = understand(whole.text, today=today, sources=names, asked=asked)
    again = asks_again(question.text, today) or is_name_alone(question.text)
    if not before:
        return _Turn(question, whole, understood, None, None, before, again)
    alone = understand(text, today=today, sources=names, asked=asked)
    of_another = any(so(question.text) for so in (refers_back, is_name_alone, needs_its_subject, says_little_elsewhere))
    differs = whole.text != text and understood.text != alone.text and not alone.general and not of_another
    own = alone if understood.text != alone.text and not refers_back(question.text) else None
    return _Turn(question, whole, understood, alone if differs else None, own, before, again)
