"""Passages to a cited answer in their own words, or an honest "not in the archive".

The question is only ever compared, never obeyed: it is cut into words, names and numbers. A passage can answer when every name of
the question stands in it, with its number. Which of its sentences answer, and whether they do at all, is weighed in `support`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from news.asking import LISTED, Answer, Intent, Passage, Question, StoryLink
from news.model import Citation, Sentence, SourceLink
from news.text import search_tokens, tokens
from summariser.answering.acts import tells_what_was_done
from summariser.answering.at_odds import other_sum
from summariser.answering.causes import asks_why, by_reason, gives_reason, tells_the_deed
from summariser.answering.conditions import meets_conditions
from summariser.answering.defining import defines, further, plainest_first
from summariser.answering.points import TELLS, alike, listed
from summariser.answering.superseding import latest_of
from summariser.answering.sureness import RIGHT_OF_HALF, RIGHT_OF_TOLD
from summariser.asking.asked import Asked
from summariser.asking.asked import asked as what_is_asked
from summariser.asking.relations import asked_for
from summariser.asking.sums import tells_asked_sum
from summariser.asking.support import (
    Unit,
    bare,
    confidence,
    of_story,
    rightness,
    to_the_point,
    units,
)
from summariser.asking.value_kinds import is_of_another_time
from summariser.asking.values import Value, asks_one_thing, is_of_subject, is_their_own, tells_of_all, value_asked
from summariser.checking.grounding import check
from summariser.reading.fitness import speaks_as_we
from summariser.words.aliases import mentions
from summariser.words.counting import asks_for_time, has_time, telling, tells_a_sum, whose_number
from summariser.words.facts import numbers
from summariser.words.names import companies_in
from summariser.words.question_words import about, asks_for_new_name, tells_new_name

_TOLD: Final = 0.5
_FEWEST: Final = 2
"""Words that a question is about; what is about one must be about the very title, or anything would answer it."""
_FALLS: Final = 3.0
"""Log-odds by which a further sentence may be less likely than the best."""
_MENU: Final = re.compile(r"(?:\s[·•|｜]\s.*){2}")
_LEFT: Final = 2.5
_MOSTLY: Final = 0.6
"""So far behind a sentence of another year, or count, the best that meets the condition is only what is left, unless it meets most of the question."""
_MOST: Final = 5
_OF_A_KIND: Final = 3
"""Sentences of an answer to who, when, where or how many: one tells it."""
_NEARLY: Final = 1.0
"""Log-odds within which two sentences are as good."""
_PLAIN: Final = 0.9
_PLAIN_ELSEWHERE: Final = 0.65
"""From so sure an answer on its first sentence, with the kind of thing asked for, is the whole of it. Quiz answers, in English, are rarely as sure."""
_OF_ONE_STORY: Final = 3
_LONGEST: Final = 900
"""Characters of an answer beyond which no sentence is added."""
_NEAREST: Final = 3


def answer(question: Question, passages: Sequence[Passage], *, summariser: str = "extractive-1") -> Answer:
    """Supported sentences, or an abstention; `passages` best first. `nearest` whenever there are passages.

    A list has one sentence a story, another answer at most three, all of one report.
    """
    if question.intent in LISTED:
        chosen, sure = listed(what_is_asked(question, passages), question, passages)
    else:
        found = weighed(question, tuple(passages))
        chosen, sure = list(found.told), found.right
    told = tuple(
        Sentence(text, (Citation(passage.url, text, passage.source),))
        for passage, text in chosen
        if check(text, [passage.text, passage.title]).supported
    )
    confidence = round(min(1.0, sure), 3) if told else 0.0
    return Answer(question.id, told, confidence, not told, nearest_of(passages), summariser, intent=question.intent)


def question_words(text: str) -> list[str]:
    """The search tokens a question is about: asking words left out."""
    return about(text)


def tells_a_deed(headline: str) -> bool:
    """It names a company and something that it did."""
    return TELLS.search(headline) is not None and bool(companies_in(headline))


@dataclass(frozen=True)
class Weighed:
    """What was found for a question: `units` all that could be told, `found` those that every rule leaves, both best first; `sure` how likely these
    answer it; `told` what is told of them, `right` how likely that is right."""

    asked: Asked
    units: Sequence[Unit]
    found: Sequence[Unit] = ()
    sure: float = 0.0
    told: Sequence[tuple[Passage, str]] = ()
    right: float = 0.0


@lru_cache(maxsize=16)
def weighed(question: Question, passages: tuple[Passage, ...]) -> Weighed:
    """The best units with how likely it is that they are right; none told when it is too unlikely that they answer. Kept, for it is asked for again
    by what verifies the answer."""
    asked = what_is_asked(question, passages)
    able: Sequence[Passage] = passages
    if len(asked.weights) < _FEWEST:
        written = {word for word in tokens(question.text) if not asked.weights.keys().isdisjoint(search_tokens(word))}
        able = [one for one in passages if written and written <= set(tokens(one.title))]
    relation = asked_for(question.text)
    if relation is not None:
        found = units(asked, question, able, lambda text, title: relation.is_told(text, title))
        told = [(one.passage, one.text) for one in _diverse(found, asked)]
        return Weighed(asked, found, told=told, right=RIGHT_OF_TOLD if found else 0.0)
    every = units(asked, question, able)
    found = _fitting(asked, question, _of_asked(question, _own_numbers(question, every)))
    sums = [one for one in found if tells_asked_sum(asked, one.text, one.passage.title)]
    found = sums or found
    english = question.language == "en"
    value = value_asked(question.text, english=english) or value_asked(question.wording, english=english)
    if value is not None:
        found = [one for one in found if value.kind != "sum" or not is_of_another_time(question.text, one.text)]
        found = _by_its_measure(value, _holding(value, asked, found))
    if asked.money and not any(tells_a_sum(one.text) for one in found[:_MOST]):
        return Weighed(asked, every)
    fit = telling(question.text, [one.text for one in found])
    found = [one for one, tells in zip(found, fit, strict=True) if tells]
    sure = first = confidence(asked, question, found, passages)
    if question.intent is Intent.EXPLAIN:
        found = plainest_first(question.text, found)
        sure = sure if found else 0.0
    if sums or _is_plainly_told(asked, question, value, found):
        sure = max(sure, _TOLD)
    chosen = _chosen(asked, question, found) if sure >= _TOLD else []
    right = rightness(sure) if chosen else 0.0
    measured = value is not None and value.kind in ("sum", "time")
    if chosen and asks_one_thing(question.text) and (measured or _is_plain(asked, question, chosen[0], right)):
        chosen = chosen[:1]
    told, right = _as_told(asked, question, value, chosen, right, passages)
    return Weighed(asked, every, found, first, told, right)


def _as_told(
    asked: Asked, question: Question, value: Value | None, chosen: list[Unit], right: float, passages: Sequence[Passage]
) -> tuple[list[tuple[Passage, str]], float]:
    """With another report's sum, the reason first, and without what is overtaken; less sure where what was asked is not there."""
    told = [(one.passage, one.text) for one in chosen]
    if told and value is not None and value.kind == "sum" and (other := other_sum(value, asked, told[0], passages)):
        told = [told[0], other]
    if question.intent is Intent.EXPLAIN:
        told = latest_of(told)
        right = min(right, RIGHT_OF_TOLD)
    if asks_why(question.text):
        told = by_reason(told)
        right = right if any(gives_reason(text) for _, text in told) else min(right, RIGHT_OF_HALF)
    return told, right


def _fitting(asked: Asked, question: Question, found: list[Unit]) -> list[Unit]:
    """Those that tell what was done, by whom and on which condition, as the question says."""
    if question.language != "en":  # in English the words are weighed
        found = [one for one in found if tells_what_was_done(question.text, f"{one.passage.title}\n{one.text}")]
    else:  # whose words they are, or what is called so, no report tells that has them nowhere
        found = [one for one in found if one.passage.language != "en" or _holds_quotes(asked, one.passage)]
    said = question.wording or question.text
    fit = [one for one in found if meets_conditions(said, one.text, one.passage)]
    is_told = bool(fit) and (fit[0].score > found[0].score - _LEFT or fit[0].measures["own"] >= _MOSTLY)
    found = fit if is_told else []
    if _needs_all_names(asked, question):  # Claude for Doctors is no Claude beside a doctor
        found = [one for one in found if len(asked.musts) < _FEWEST or not asked.missing(_around(asked, one))]
    if _ASKS_WHO.search(question.text):  # who wrote "I" is told by nothing that they wrote
        found = [one for one in found if not (speaks_as_we(one.text, "en") or speaks_as_we(one.passage.title, "en"))]
    if asks_for_new_name(question.text):
        found = [one for one in found if tells_new_name(one.text)]
    if asks_why(question.text):
        found = [one for one in found if tells_the_deed(asked, question.text, (one.passage.title, one.text))]
        best = found[0].score if found else 0.0
        found.sort(key=lambda one: one.score < best - _NEARLY or not gives_reason(one.text))
    return found


def _needs_all_names(asked: Asked, question: Question) -> bool:
    """Outside English where nothing is asked but what they are: what the system that Sky+HD uses is called may be told of Sky."""
    if question.language == "en":
        return question.intent is Intent.EXPLAIN or not asked.kind
    named = {token for must in asked.musts for way in must for token in way}
    return question.intent is Intent.EXPLAIN and named.issuperset(asked.weights)


def _around(asked: Asked, unit: Unit) -> frozenset[str]:
    """The words of a sentence and of its title."""
    return unit.words | frozenset(asked.read(search_tokens(unit.passage.title)))


def _chosen(asked: Asked, question: Question, found: list[Unit]) -> list[Unit]:
    """Of what was found what is told."""
    if found and asks_for_time(question.text):  # where none tells it, the day of the report does
        found = [one for one in found if has_time(one.text) and one.score > found[0].score - _FALLS] or found
    if question.intent is Intent.EXPLAIN:  # a further headline explains nothing, nor what only names several
        rest = further(question.text, found[0], found[1:])
        rest = [one for one in rest if bare(one.text) != bare(one.passage.title) and not _MENU.search(one.text)]
        found = [*found[:1], *rest]
    return _diverse(to_the_point(asked, found), asked)


def _is_plain(asked: Asked, question: Question, best: Unit, right: float) -> bool:
    """The best sentence holds the kind of thing asked for, and is surely right: what comes after it adds nothing."""
    return (
        bool(asked.kind)
        and bool(best.measures["kind"])
        and right >= (_PLAIN if question.language == "en" else _PLAIN_ELSEWHERE)
    )


def _holding(value: Value, asked: Asked, found: list[Unit]) -> list[Unit]:
    """Those that hold the value, of whom it is asked; all, where none has to."""
    holding = [
        one for one in found if value.told_by(one.text) and (not value.is_worth or value.tells_its_measure(one.text))
    ]
    if not value.is_strict:
        return holding or found
    ours = [one for one in holding if value.kind == "company" or is_of_subject(asked, one.text, one.passage.title)]
    return [one for one in ours if value.kind != "sum" or is_their_own(asked.text, one.text, one.passage.title)]


def _by_its_measure(value: Value, found: list[Unit]) -> list[Unit]:
    """First what tells the sum by its own word; where none does, of the nearly best the sum that its title or other reports have too."""
    if value.kind != "sum" or not found:
        return found
    worded = [one for one in found if value.tells_its_measure(one.text)]
    if worded:
        return worded
    held = {
        of_story(one.passage) + one.passage.article: numbers(f"{one.passage.title}\n{one.passage.text}")
        for one in found
    }

    def shared(one: Unit) -> tuple[bool, int]:
        own = numbers(one.text)
        return bool(own & numbers(one.passage.title)), max(
            sum(number in other for other in held.values()) for number in own
        )

    near = [one for one in found if one.score >= found[0].score - _NEARLY]
    best = max(near, key=shared)
    return [best, *(one for one in found if one is not best)]


_ASKS_WHO: Final = re.compile(r"^\W*(?:and |so |but )?who\b", re.IGNORECASE)


def _holds_quotes(asked: Asked, passage: Passage) -> bool:
    return asked.quotes(f"{passage.title} {passage.text}") >= 0


def _is_plainly_told(asked: Asked, question: Question, value: Value | None, found: list[Unit]) -> bool:
    """Whatever the words weigh: it says what a thing is by its maker and kind, or holds the value of all that is named."""
    if not found:
        return False
    if question.intent is Intent.EXPLAIN:
        return _is_coined(question, asked) or defines(question.text, found[0])
    return value is not None and question.language != "en" and tells_of_all(value, asked, found[0])


def _is_coined(question: Question, asked: Asked) -> bool:
    """What is wp2shell, or DeepsecBench? Letters with a digit or a capital between them, in no table, are one thing's name: a title that
    has it is of that."""
    if question.intent is not Intent.EXPLAIN or len(asked.weights) != 1:
        return False
    return _COINED.fullmatch("".join(asked.weights)) is not None or bool(
        _JOINED.search(question.text) and not mentions(question.text)
    )


_COINED: Final = re.compile(r"[a-z]{2,}\d+[a-z]{2,}")
_JOINED: Final = re.compile(r"(?<![A-Za-z])[A-Z][a-z]{2,}[A-Z][A-Za-z]+")


def _of_asked(question: Question, found: list[Unit]) -> list[Unit]:
    """The best, and of the rest what speaks of nobody else alone: of known names at least one that is asked about."""
    wanted = {part for one in mentions(question.text) for part in (one.id, one.company) if part}
    if not wanted:
        return found
    named = [{part for one in mentions(unit.text) for part in (one.id, one.company) if part} for unit in found]
    return [unit for at, unit in enumerate(found) if at == 0 or not named[at] or named[at] & wanted]


def _own_numbers(question: Question, found: list[Unit]) -> list[Unit]:
    """Without what counts something else; then a number must be told, for words alone are met by what was left out."""
    whose = [whose_number(question.text, one.text) for one in found]
    return [one for one, of in zip(found, whose, strict=True) if of == "own"] if "another" in whose else found


def _diverse(found: Sequence[Unit], asked: Asked) -> list[Unit]:
    """The best sentences, no two alike, the best first; after it those of its story, or that meet as much of the question, in its language."""
    chosen: list[Unit] = []
    most = _OF_A_KIND if asked.kind else _MOST
    for one in found:
        if len(chosen) == most or (chosen and one.score < chosen[0].score - _FALLS):
            break
        if chosen and (_strays(one, chosen[0], asked) or sum(len(u.text) for u in (*chosen, one)) > _LONGEST):
            continue
        ours = [other for other in chosen if of_story(one.passage) == of_story(other.passage)]
        same_report = all(other.passage.article == one.passage.article for other in ours)
        if len(ours) < _OF_ONE_STORY and same_report and not any(alike(one.words, other.words) for other in chosen):
            chosen.append(one)
    return chosen


def _strays(one: Unit, best: Unit, asked: Asked) -> bool:
    """From what the best sentence tells: another story that meets less of the question, or another language."""
    if one.passage.language != best.passage.language:
        return True
    return of_story(one.passage) != of_story(best.passage) and asked.share(one.words) < asked.share(best.words)


def nearest_of(passages: Sequence[Passage]) -> tuple[StoryLink, ...]:
    """By their reports' titles: who keeps the stories knows their own headlines and addresses."""
    links: dict[str, StoryLink] = {}
    for passage in passages:
        source = SourceLink(passage.source, passage.url, passage.published)
        links.setdefault(of_story(passage), StoryLink(passage.story or "", "", passage.title, passage.language, source))
    return tuple(links.values())[:_NEAREST]
