"""What speaks for a line of a report in hand as the answer to what is asked of it: by itself, beside what was told, among the other lines. Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from news.asking import Passage
from news.languages import Language
from news.text import search_tokens
from summariser.answering.among_lines import RANKED, compared
from summariser.answering.causes import asks_why, gives_reason, may_give_reason
from summariser.answering.likelihood import concepts_of
from summariser.answering.plain_questions import is_confirmed, is_heard, is_placed, is_to_come
from summariser.answering.what_it_is import tells_what_it_is
from summariser.asking.answer_types import SORTS, VALUES, AnswerType, answer_type
from summariser.asking.bare_kinds import PLAIN, plain_kind
from summariser.asking.conversation import ONE_THING, asks_what, asks_what_is_said, says_something, what_is_said_by
from summariser.asking.slots import named_in
from summariser.asking.support import bare, is_unfit_line, lines_of
from summariser.asking.together import share_told
from summariser.asking.values import is_to_come as asks_of_time_to_come
from summariser.words import facts
from summariser.words.aliases import mentions, spellings
from summariser.words.counting import has_time, tells_money
from summariser.words.question_words import about, without_asking
from summariser.words.units import units_in
from summariser.words.vectors import simplify

_LINES: Final = 60
"""So many of a report's lines are looked at."""
_SEEN: Final = 80
"""Of all lines, by their words alone, so many are looked at for what they mean by the lexicon,"""
READ: Final = 30
"""and of these so many by what they mean as a whole."""
_FAR: Final = 12.0
_CHARACTERS: Final = 400.0
_MOST: Final = 5.0
_THINGS: Final = 4
_MOST_OF_IT: Final = 0.6
_SAME: Final = 0.7
"""Of two lines' words, as one that says the same has them."""
_ASKING: Final = frozenset(
    {"which", "what", "whom", "whose", "that", "this", "they", "them", "does", "were", "with", "from"}
)
_CLAUSE: Final = re.compile(r"(?<!\d)[,，](?!\d)|[、;；。—–|｜…]|\.{3}|(?<=[가-힣]) (?=[가-힣]+(?:은|는) )")


@dataclass(frozen=True, slots=True)
class Line:
    """`report`: the place of its report, from 0; `place`: its own there, 0 for the title."""

    passage: Passage
    text: str
    tokens: frozenset[str]
    report: int
    place: int
    near: frozenset[str]
    """The tokens of the line before it."""


@dataclass(frozen=True)
class Heard:
    """What is asked of a matter. `text`: as it was typed; `whole`: as it would be asked by itself; `titles`: what the matter is called; `told`: the
    lines that were told of it."""

    text: str
    whole: str
    language: Language
    titles: Sequence[str]
    told: Sequence[str] = field(default=())

    @cached_property
    def type(self) -> AnswerType:
        english = self.text.isascii()
        own = answer_type(self.text, english=english)
        if own.sort or own.value:
            return own
        if plain_kind(self.text) == "sum":  # "how much?"
            return AnswerType("money", self.text, None)
        asks = ONE_THING.search(self.text) is not None or asks_what(self.text)
        return own if asks else answer_type(self.whole, english=english)

    @cached_property
    def given(self) -> frozenset[str]:
        """The words of the matter."""
        return frozenset(token for title in self.titles for token in search_tokens(title))

    @cached_property
    def known(self) -> frozenset[str]:
        """The words of the matter and of what was told of it."""
        return self.given.union(*map(search_tokens, self.told))

    @cached_property
    def people(self) -> frozenset[str]:
        return frozenset(name for text in (*self.titles, *self.told, self.text) for name in facts.names(text))

    @cached_property
    def heads(self) -> re.Pattern[str] | None:
        """A word of the question in front of a name: "which judge?" of Judge Mill."""
        words = [one for one in re.findall(r"[a-z]{4,}", self.text.lower()) if one not in _ASKING]
        return re.compile(rf"\b(?i:{'|'.join(words)})\b,? (?:[A-Z][\w.’'-]+ ?)+") if words and self.asks_whom else None

    def is_headed_by(self, text: str) -> bool:
        """A name stands behind the word that is asked for."""
        return self.heads is not None and self.heads.search(text) is not None

    @property
    def asks_whom(self) -> bool:
        return self.type.sort in ("person", "which")

    def is_held_by(self, text: str) -> bool:
        """What has no such value, names nobody new or can be no reason is no answer."""
        value = self.type.value
        if value is not None and value.is_worth and not value.tells_its_measure(text):
            return False
        if self.type.lacked_by(text) or (asks_why(self.text) and not may_give_reason(text)):
            return False
        if self.text.isascii() and what_is_said_by(self.text, text) is False:
            return False
        whom = self.type.sort == "person" or (self.type.sort == "which" and self.heads is not None)
        if not whom or self.type.held_by(text) == 1 or self.is_headed_by(text):
            return True
        return bool(frozenset(facts.names(text)) - self.people or _new_names(self, text))

    def is_touched_by(self, text: str) -> bool:
        """It has something of what is asked beside the matter, or of what is asked at all where the matter has it all."""
        wanted = self.beside or self.concepts
        return not self.rest or bool(self.rest & set(search_tokens(text)) or wanted & concepts_of(text))

    def is_plainly_in(self, text: str) -> bool:
        """It has the value that is asked for, or most of what is to be so."""
        if self.type.sort == "truth":
            return share_told(self.text, text) >= _MOST_OF_IT
        return (
            self.type.sort in VALUES
            and self.type.held_by(text) == 1
            and self.is_held_by(text)
            and self.is_touched_by(text)
        )

    def repeats(self, line: "Line") -> bool:
        """It was told already, or says hardly more than what was."""
        if any(line.text in one or one in line.text for one in self.told):
            return True
        words = line.tokens
        return any(_SAME * len(words | other) <= len(words & other) for other in self.said)

    @cached_property
    def said(self) -> list[frozenset[str]]:
        return [frozenset(search_tokens(one)) for one in self.told]

    @cached_property
    def rest(self) -> frozenset[str]:
        """What is asked beside them; nothing where only a question word is."""
        if plain_kind(self.text):
            return frozenset()
        return frozenset(token for token in about(self.text) if token not in PLAIN) - self.given

    @cached_property
    def words(self) -> tuple[str, ...]:
        """As they are written, without those that ask or that the matter is called by."""
        said = (_ENDING.sub("", one) for one in _WORDS.findall(without_asking(self.text)))
        return tuple(one for one in said if self.rest & set(search_tokens(one)))

    @cached_property
    def concepts(self) -> frozenset[str]:
        return concepts_of(self.text)

    @cached_property
    def beside(self) -> frozenset[str]:
        """The concepts that no title of the matter tells."""
        return self.concepts - frozenset().union(*map(concepts_of, self.titles[:1]))

    @cached_property
    def names(self) -> tuple[frozenset[str], ...]:
        return names_said(self.text)

    @cached_property
    def things(self) -> tuple[str, ...]:
        """Names of the matter, where it is asked what one is or does."""
        texts = (*self.titles[:1], self.whole) if self.type.sort == "nature" else ()
        named = (one[at.start : at.end] for one in texts for at in named_in(one) if at.sort != "place")
        return tuple(dict.fromkeys(named))[:_THINGS]

    @cached_property
    def units(self) -> frozenset[str]:
        return units_in(self.text, asked=True)


def names_said(text: str, *, places: bool = True) -> tuple[frozenset[str], ...]:
    """Every name of the text, each in all ways in which it is written; without `places` those of no place."""
    known = mentions(text)

    def ways(start: int, end: int) -> frozenset[str]:
        other = (way for one in known if one.start < end and start < one.end for way in spellings(one.id))
        return frozenset(simplify(way).casefold() for way in (text[start:end], *other))

    return tuple(ways(one.start, one.end) for one in named_in(text) if places or one.sort != "place")


def is_named(name: frozenset[str], text: str) -> bool:
    plain = simplify(text).casefold()
    return any(way in plain for way in name)


def lines_in(passages: Sequence[Passage]) -> list[Line]:
    """All that can be told, each once."""
    found: dict[str, Line] = {}
    for report, passage in enumerate(passages):
        title, before = bare(passage.title), frozenset[str]()
        body = lines_of(passage.text, passage.language)[:_LINES] if passage.text != passage.title else ()
        for place, (text, tokens) in enumerate(((title, tuple(search_tokens(title))), *body)):
            words = frozenset(tokens)
            if text and text not in found and not is_unfit_line(text, passage.language):
                found[text] = Line(passage, text, words, report, place, before)
            before = words
    return list(found.values())


def likeliest(heard: Heard, lines: Sequence[Line], most: int = READ) -> list[Line]:
    """By their words, and whether they hold what is asked for."""
    holds = [heard.type.held_by(one.text) for one in lines]

    def by_words(at: int) -> float:
        one = lines[at]
        share = len(heard.rest & one.tokens) / (len(heard.rest) or 1)
        named = _named(heard, one.text)
        own = one.passage.language == heard.language
        return (
            2 * share
            + holds[at]
            + named
            + 0.3 * own
            + 0.6 / (1 + one.place)
            + 0.3 / (1 + one.report)
            + _form(heard, one)
        )

    points = [by_words(at) for at in range(len(lines))]
    seen = sorted(range(len(lines)), key=lambda at: -points[at])[:_SEEN]
    wanted = heard.concepts

    def by_meaning(at: int) -> float:
        return points[at] + 2 * len(wanted & concepts_of(lines[at].text)) / (len(wanted) or 1)

    return [lines[at] for at in sorted(seen, key=lambda at: -by_meaning(at))[:most]]


def _form(heard: Heard, line: Line) -> float:
    """It says why, or what somebody says, where that is asked."""
    if asks_why(heard.text):
        return float(gives_reason(line.text))
    return float(asks_what_is_said(heard.text) and says_something(line.text))


def _named(heard: Heard, text: str) -> float:
    """The share of the follow-up's names that stand there; -1 where it names nobody."""
    if not heard.names:
        return -1.0
    return sum(is_named(one, text) for one in heard.names) / len(heard.names)


def signs(
    heard: Heard,
    lines: Sequence[Line],
    near: Sequence[float],
    near_rest: Sequence[float],
    near_told: Sequence[float],
    attends: Sequence[float],
) -> list[dict[str, float]]:
    """Of each line; `near`: its cosines with the question in full, `near_rest`: with what was typed, `near_told`: with what was told; `attends`: how well
    its tokens answer those that were typed, in log-odds."""
    own, values = _of_question(heard), zip(near, near_rest, near_told, attends, strict=True)
    rows = [
        {
            **own,
            **_of_line(heard, one),
            **_of_words(heard, one),
            **_of_forms(heard, one),
            **dict(zip(RANKED, each, strict=True)),
        }
        for one, each in zip(lines, values, strict=True)
    ]
    compared(rows)
    holders = float(sum(row["holds"] == 1 for row in rows))
    return [{**row, **more, "holders": holders} for row, more in zip(rows, _voices(heard, lines), strict=True)]


def _of_question(heard: Heard) -> dict[str, float]:
    sorts = {f"asks_{sort}": float(heard.type.sort == sort) for sort in SORTS}
    return {
        **sorts,
        "asks_unit": float(bool(heard.units)),
        "asks_said": float(asks_what_is_said(heard.text)),
        "asks_to_come": float(asks_of_time_to_come(heard.text)),
        "rest": min(_MOST, len(heard.rest)),
        "beside": min(_MOST, len(heard.beside)),
        "names": float(len(heard.names)),
    }


def _of_line(heard: Heard, line: Line) -> dict[str, float]:
    return {
        "title": float(line.place == 0),
        "place": min(_FAR, line.place),
        "report": min(_FAR, line.report),
        "characters": min(_CHARACTERS, len(line.text)),
        "same": float(line.passage.language[:2] == heard.language[:2]),
        "english": float(line.passage.language == "en"),
        "again": float(heard.repeats(line)),
        "fresh": len(line.tokens - heard.known) / (len(line.tokens) or 1),
        "headed": 0.0 if heard.heads is None else 1.0 if heard.heads.search(line.text) else -1.0,
        "matter": len(heard.given & line.tokens) / (len(heard.given) or 1),
        "bodyless": float(line.passage.text == line.passage.title),
    }


def _of_words(heard: Heard, line: Line) -> dict[str, float]:
    """How much of what is asked it tells, without what the matter is called."""
    told, beside = concepts_of(line.text), heard.beside
    rest = len(heard.rest) or 1
    return {
        "cover": len(heard.rest & line.tokens) / rest if heard.rest else -1.0,
        "cover_near": len(heard.rest & (line.tokens | line.near)) / rest if heard.rest else -1.0,
        "shared": len(beside & told) / len(beside) if beside else -1.0,
        "all_shared": len(heard.concepts & told) / len(heard.concepts) if heard.concepts else -1.0,
        "clause": _in_clause(heard, line.text),
        "by_value": _by_value(heard, line.text),
        "named": _named(heard, line.text),
        "named_title": _named(heard, line.passage.title),
    }


def _in_clause(heard: Heard, text: str) -> float:
    """How much of it the clause tells that holds the sort of thing asked for; -1 where none does."""
    clauses = [one for one in _CLAUSE.split(text) if heard.type.held_by(one) == 1]
    wanted = heard.rest | heard.beside
    shares = [len(wanted & (frozenset(search_tokens(one)) | concepts_of(one))) / (len(wanted) or 1) for one in clauses]
    return max(shares, default=-1.0)


def _by_value(heard: Heard, text: str) -> float:
    """How near a number stands behind a word of the question, in its clause; 0 where none does, -1 where no word of it stands there."""
    found = [one for word in heard.words for one in re.finditer(re.escape(word), text, re.IGNORECASE)]
    lengths = [len(ahead[0]) for one in found if (ahead := _NUMBER_AHEAD.match(text[one.end() :])) is not None]
    return max((1 / (1 + length / 8) for length in lengths), default=0.0 if found else -1.0)


_NUMBER_AHEAD: Final = re.compile(r"[^\d,，、;；。…|｜\n]{0,40}(?=\d)")
_WORDS: Final = re.compile(r"[가-힣]{2,}|[A-Za-z][\w.’'-]{2,}|[一-鿿ァ-ヴー]{2,}|[ก-๛]{3,}")
_ENDING: Final = re.compile("(?<=[가-힣]{2})(?:은|는|이|가|을|를|의|에|와|과|도|로|에서)$")


def _of_forms(heard: Heard, line: Line) -> dict[str, float]:
    """Whether it holds the sort of thing that is asked for."""
    text, wanted = line.text, heard.type
    said = what_is_said_by(heard.text, text)
    there = units_in(text, asked=False)
    return {
        "holds": wanted.held_by(text),
        "lacks": float(wanted.lacked_by(text)),
        "measure": wanted.measured_by(text),
        "value": -1.0 if wanted.value is None else float(wanted.value.told_by(text)),
        "unit": (1.0 if heard.units & there else -1.0) if heard.units else 0.0,
        "money": float(tells_money(text)),
        "dated": float(has_time(text)),
        "numbers": min(_MOST, len(facts.numbers(text) - facts.numbers(heard.whole))),
        "people": min(_MOST, len(frozenset(facts.names(text)) - heard.people)),
        "known": min(_MOST, len(_new_names(heard, text))),
        "reason": float(gives_reason(text)),
        "may_reason": float(may_give_reason(text)),
        "says": float(says_something(text)),
        "said": 0.0 if said is None else 1.0 if said else -1.0,
        "to_come": float(is_to_come(text)),
        "confirms": float(is_confirmed(text)),
        "heard": float(is_heard(text)),
        "placed": float(is_placed(text, line.passage.language)),
        "tells_what": max((tells_what_it_is(one, text) for one in heard.things), default=-1.0),
        "question": float(text.rstrip().endswith(("?", "？"))),
    }


def _new_names(heard: Heard, text: str) -> set[str]:
    return {one.id for one in mentions(text)} - {one.id for one in mentions(heard.whole)}


def _voices(heard: Heard, lines: Sequence[Line]) -> list[Mapping[str, float]]:
    """How many other reports have a number of it that the question does not say."""
    said = facts.numbers(heard.whole)
    numbers = [facts.numbers(one.text) - said for one in lines]
    found: list[Mapping[str, float]] = []
    for at, one in enumerate(lines):
        others = [k for k in range(len(lines)) if lines[k].report != one.report]
        most = max((sum(number in numbers[k] for k in others) for number in numbers[at]), default=0)
        found.append({"voices": min(_MOST, most)})
    return found
