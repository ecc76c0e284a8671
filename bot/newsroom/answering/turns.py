"""A turn of a conversation: what a question goes on from, and where that is looked for; else what it asks by itself."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from bot.newsroom.answering.resuming import by_word, earlier, meant
from bot.newsroom.answering.same_matter import (
    Matter,
    begins_with,
    heard_of,
    matter_of_reports,
    nearest_to,
    read_in,
    spoken_of,
    untold,
)
from bot.newsroom.answering.whole_story import whole_story
from bot.newsroom.finding.evidence import as_archived
from bot.newsroom.finding.finder import Finder
from bot.newsroom.finding.following import of_what_was_told
from bot.newsroom.finding.trimming import silent
from news.asking import LISTED, Answer, Exchange, Intent, Passage, Question
from summariser.answering.reader_signs import is_named, names_said
from summariser.answering.sureness import RIGHT_OF_HALF
from summariser.asking.conversation import (
    Kind,
    Resumed,
    asks_again,
    asks_alone,
    is_name_alone,
    is_of_everything,
    lacks_subject,
    needs_its_subject,
    refers_back,
)
from summariser.asking.conversation import (
    says_little as says_little_elsewhere,
)
from summariser.asking.field_followed import field_asked_of
from summariser.asking.follow_frames import pointed_at
from summariser.asking.matters_asked import asked_of, says_little
from summariser.asking.news_words import asks_news, asks_news_of_a_name
from summariser.asking.relations import lacks_owner
from summariser.asking.slots import named_in
from summariser.asking.story_questions import ALL_OF_IT, is_brief, is_of_a_story, sections_asked
from summariser.asking.understanding import Understood, understand

_Told = tuple[Answer, list[Passage]]
_OF_MANY: Final = frozenset({Intent.HOW_TO, Intent.OFF_TOPIC})
"""Asked of no one matter."""
_SURE: Final = 0.75
"""So likely an answer is right that is of another matter with a name of this."""
_FEW_SIGNS: Final = 12
"""Of a language that writes no spaces: with so few nothing else can be meant."""


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
    owes_nothing: bool = False
    """It is news of whom it names, of a field or of everybody: whatever was spoken of before, it is asked by itself."""

    @property
    def meant(self) -> Question:
        question, text = self.question, self.whole.text
        goes_on = self.before and not question.story and self.whole.kind is not Kind.WHOLE
        return replace(question, text=text, wording=text) if goes_on else question


async def answered(finder: Finder, question: Question, said: Sequence[Exchange]) -> _Told:
    """Of a question that goes on from another, where that is not to be found, what it asks by itself. `said`: what was asked in this
    conversation, the latest first."""
    if told := await whole_story(finder, question):
        return told
    turn = await _turn(finder, question, said)
    if turn is None:
        return silent(question.text, question.language, "answer.unclear"), []
    question, points = turn.question, pointed_at(turn.question.text) if turn.before and not turn.owes_nothing else None
    at = points[0] if points else None
    matter = await _matter(finder, turn, at) if _may_go_on(turn) or points else None
    if matter is None:
        return await _of_nothing(finder, turn)
    if points:
        rest = question.text.replace(points[1], _IT.get(question.language, "")).strip()
        asks = ALL_OF_IT[question.language] if _NO_MORE.fullmatch(rest) else rest
        of_it = replace(question, text=asks)
        if sections_asked(of_it.text) and (whole := await finder.telling_of(matter.stories[0], of_it)):
            return whole
        text = question.text.replace(points[1], matter.called)
        turn = replace(turn, question=replace(question, text=text), whole=Resumed(text, Kind.OF_IT))
        question = turn.question
    told = None if points else await _of_the_name(finder, turn, matter)
    told = told or await finder.telling_of(matter.stories[0], question)
    if told is None and not _fresh(question.text, matter):
        told = await read_in(question, matter, _whole(turn))
    if told is None and asks_alone(question.text) and not matter.is_one:
        answer, passages = await _by_itself(finder, turn)
        return of_what_was_told(answer, passages, _last_told(turn.before), question, bare=True), passages
    return told or await _elsewhere(finder, turn, matter)


async def _matter(finder: Finder, turn: _Turn, at: int | None) -> Matter | None:
    """What was told; where that has no name of what the conversation began with, what the archive has of these."""
    matter = await spoken_of(turn.question, turn.before, at=at, database=finder.database)
    if turn.question.story or not turn.before:
        return matter
    first = turn.before[-1]
    if matter and not first.current.abstained:
        return matter
    opening = first.question.text
    found = await finder.reports_of(replace(turn.question, text=opening, story=None))
    ours = await matter_of_reports(turn.question, opening, found, database=finder.database)
    return ours or (replace(matter, is_one=False) if matter else None)


async def _of_the_name(finder: Finder, turn: _Turn, matter: Matter) -> _Told | None:
    """What goes on from somebody's news ("who is their CEO?") is asked of whom they were, and told by no line on another. None where it goes on from something
    else, or a list would tell it."""
    last = next((one.current for one in turn.before if not one.current.abstained), None)
    news, text = last is not None and last.intent in (Intent.NEWS, Intent.WHATS_NEW), turn.question.text
    names = names_said(turn.whole.text)
    if not news or turn.whole.kind is not Kind.OF_IT or not names or named_in(text) or asks_alone(text):
        return None
    answer, found = await _by_itself(finder, turn)
    if not answer.abstained:
        return None if answer.intent in LISTED else (answer, found)
    told = await read_in(turn.question, matter, _whole(turn))
    lines = [f"{one.title}\n{line.text}" for one in told[1] for line in told[0].sentences] if told else []
    of_them = told and all(any(is_named(name, line) for line in lines) for name in names)
    return told if of_them else untold(turn.question, matter, Intent.FACT)


async def _of_nothing(finder: Finder, turn: _Turn) -> _Told:
    """Nothing is known of what it goes on from."""
    answer, found = await _by_itself(finder, turn)
    nothing = all(one.current.abstained and not one.current.nearest for one in turn.before)
    if not turn.before or nothing or turn.owes_nothing or not _owes(turn) or answer.abstained:
        return answer, found
    urls = {one.url for line in answer.sentences[:1] for one in line.citations}
    if any(begins_with(turn.before[-1].question.text, one) for one in found if one.url in urls):
        return answer, found
    return silent(turn.question.text, turn.question.language, "answer.not_in_archive"), found


_NO_MORE: Final = re.compile(
    r"(?:and|what about|how about|ok|then|also|は|では|가|은|는|그럼|那|呢|แล้ว|ล่ะ)*\s*(?:it)?\s*[?？。.]*",
    re.IGNORECASE,
)
_IT: Final = {"en": "it"}
"""What stands for the one that is pointed at, where a language says so."""


def _fresh(text: str, matter: Matter) -> list[frozenset[str]]:
    """The names that no report of it has."""
    return [one for one in names_said(text) if not matter.names(one)]


def _whole(turn: _Turn) -> str:
    """The question in full; "" where it has to be put together with the words of the matter."""
    return turn.whole.text if turn.whole.kind is not Kind.WHOLE else ""


def _may_go_on(turn: _Turn) -> bool:
    """Not another name, time or language in the question before, nor news of whom it names, nor what is asked of everything."""
    if turn.again or not (turn.question.story or turn.before):
        return False
    if turn.owes_nothing and not turn.question.story:
        return False
    alone = turn.alone or turn.understood
    if turn.whole.kind is not Kind.WHOLE or turn.question.story or says_little(turn.question.text):
        return True
    return not (alone.general or alone.sides or alone.intent in _OF_MANY)


def _owes(turn: _Turn) -> bool:
    """It cannot be asked of anything but the matter."""
    text = turn.question.text
    if turn.whole.kind is not Kind.WHOLE:
        return turn.whole.kind is not Kind.SWAPPED
    few = is_brief(text) if text.isascii() else len(text) <= _FEW_SIGNS * (1 + ("ก" <= max(text) <= "๛"))
    return says_little(text) or (not named_in(text) and (few or bool(turn.question.story)))


async def _elsewhere(finder: Finder, turn: _Turn, matter: Matter) -> _Told:
    """What a whole question, or one of a name that the matter does not have, is told by the archive; of the matter what other reports of it tell."""
    question, text = turn.question, turn.question.text
    answer, found = await _by_itself(finder, turn)
    is_swapped = turn.whole.kind is Kind.SWAPPED
    sure = answer.confidence >= _SURE and answer.intent not in LISTED
    asks_other = turn.whole.kind in (Kind.WHOLE, Kind.SWAPPED) and not _owes(turn)
    of_news = asks_news(text) or (turn.alone or turn.understood).general
    if answer.intent in LISTED and not of_news and not _fresh(text, matter) and not _was_listed(turn):
        return untold(question, matter, Intent.FACT)  # what is asked of a matter is told by no list of news
    if _fresh(text, matter) or matter.is_told_by(answer, found, text):
        return answer, found
    if is_swapped and matter.has_word(text):
        asks_other = False
    if asks_other and (sure or of_news or (answer.abstained and not named_in(text))):
        return (_told_already(turn, matter) if answer.abstained else None) or (answer, found)
    others = await finder.reports_of(replace(turn.meant, text=asked_of(text, matter.words[0]), story=None))
    if others and (told := await read_in(question, matter, _whole(turn), others)):
        return told
    return _told_already(turn, matter) or (untold(question, matter, answer.intent)[0], found)


def _was_listed(turn: _Turn) -> bool:
    """It is the last question with another name, and that was told by a list."""
    return turn.whole.kind is Kind.SWAPPED and turn.before[0].current.intent in LISTED


def _told_already(turn: _Turn, matter: Matter) -> _Told | None:
    """A line of the last answer that holds what is asked: it was told with something else."""
    last = next((one.current for one in turn.before if not one.current.abstained), None)
    if last is None or last.intent in LISTED or _fresh(turn.question.text, matter):
        return None
    question = turn.question
    heard = heard_of(question, matter, _whole(turn) or question.text)
    told = next((one for one in last.sentences if heard.is_plainly_in(one.text)), None)
    if told is None:
        return None
    nearest = (nearest_to(matter),) if matter.own else ()
    return replace(
        last, sentences=(told,), confidence=RIGHT_OF_HALF, intent=Intent.FACT, brief=None, nearest=nearest
    ), []


async def _by_itself(finder: Finder, turn: _Turn) -> _Told:
    """As a whole question; as of the reports' own days, or without what it goes on from, where that tells nothing."""
    meant = replace(turn.meant, story=None)
    told = await finder.whole(meant, turn.understood)
    span = turn.understood.span
    if told[0].abstained and span and not turn.understood.general and span != span.reported:
        told = await finder.whole(meant, replace(turn.understood, span=span.reported))
    if told[0].abstained and turn.alone is not None:
        by_itself = await finder.whole(meant, turn.alone)
        return told if by_itself[0].abstained else by_itself
    return told


def _last_told(before: Sequence[Exchange]) -> Exchange:
    """The answer that a bare "when?" is of: not the silence with which "why?" was met before it."""
    bare = (one for one in before if not (one.current.abstained and asks_alone(one.question.text)))
    return next(bare, before[0])


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
    again = asks_again(question.text, today) or (is_name_alone(question.text) and not by_word(question.text, today))
    if not before:
        return _Turn(question, whole, understood, None, None, before, again)
    alone = understand(text, today=today, sources=names, asked=asked)
    of_another = any(so(question.text) for so in (refers_back, is_name_alone, needs_its_subject, says_little_elsewhere))
    differs = whole.text != text and understood.text != alone.text and not alone.general and not of_another
    own = alone if understood.text != alone.text and not refers_back(question.text) else None
    by_itself = asks_news_of_a_name(text) or bool(field_asked_of(text)) or is_of_everything(text, today)
    return _Turn(question, whole, understood, alone if differs else None, own, before, again, by_itself)
