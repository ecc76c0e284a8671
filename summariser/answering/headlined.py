"""What a headline, or a sentence under it, tells of a thing by name in whatever language: the value that is asked for. Pure; six languages.

No word of a question need stand in a report of another language: its names do, what it asks of them by a known word (`concepts`), and a
value of the kind that is asked for.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from news.asking import Answer, Passage, Question
from news.model import Citation, Sentence
from news.text import search_tokens
from summariser.answering.conditions import meets_conditions
from summariser.answering.sureness import RIGHT_OF_TOLD
from summariser.asking.asked import Asked
from summariser.asking.asked import asked as what_is_asked
from summariser.asking.sums import told_otherwise
from summariser.asking.support import bare, is_foreign, is_unfit, lines_of
from summariser.asking.value_kinds import holds, is_of_another_time, kind_of, without_form
from summariser.asking.values import is_their_own
from summariser.words.aliases import mentions
from summariser.words.bywords import is_byword
from summariser.words.concepts import concepts, without_concepts, words_told
from summariser.words.counting import whose_number
from summariser.words.facts import names
from summariser.words.question_words import about
from summariser.words.versions import tells_of_another

_LEDE: Final = 3
"""Sentences under a headline that tell the same."""
_SHARED: Final = 0.5
"""Of what is asked beside the names so much, by weight, where both are of one language; of the known words, where not."""
_FEWEST: Final = 2
"""Places that stand for a name where there is none: what is cheaper in China than in the United States."""
_PAIR: Final = 0.5
"""A pair of characters is half a word."""
_KATAKANA: Final = re.compile("[ァ-ヴー]+")


@dataclass(frozen=True, slots=True)
class _Told:
    passage: Passage
    text: str
    rank: tuple[float, ...]


def by_value(answer: Answer, question: Question, passages: Sequence[Passage]) -> Answer:
    """Where nothing is told, or only sentences without such a value as is asked for, the line that tells it; silence where none does of what cannot be missed."""
    kind = kind_of(question.text)
    if not kind or any(holds(kind, question.text, one.text) for one in answer.sentences):
        return answer
    told = headlined(question, passages)
    if told:
        return replace(answer, sentences=told, abstained=False, confidence=RIGHT_OF_TOLD)
    theirs = {one.url for one in passages if one.language == question.language}
    abroad = not any(citation.url in theirs for one in answer.sentences for citation in one.citations)
    if kind in _FORMAL or abroad:
        return replace(answer, sentences=(), abstained=True, confidence=0.0)
    return answer


_FORMAL: Final = frozenset({"share", "length", "version"})
"""What has a form by which it cannot be missed."""


def headlined(question: Question, passages: Sequence[Passage]) -> tuple[Sentence, ...]:
    """The line that tells most of what is asked, of such the latest; none where none tells all of its names and the value."""
    kind = kind_of(question.text)
    if not kind:
        return ()
    asked = what_is_asked(question, passages)
    musts = tuple(must for must in asked.musts if not any(map(is_byword, _written(must))))
    asked = replace(asked, musts=musts, named=frozenset(part for must in musts for name in must for part in name))
    if not asked.musts and len(mentions(question.text)) < _FEWEST:
        return ()
    found = [one for passage in passages for one in _telling(kind, asked, question, passage)]
    best = max(found, key=lambda one: one.rank, default=None)
    if best is None:
        return ()
    return (Sentence(best.text, (Citation(best.passage.url, best.text, best.passage.source),)),)


def _written(must: frozenset[tuple[str, ...]]) -> Iterator[str]:
    """Its spellings, made whole again of their tokens: R&D is written like a name, and so is データセンター."""
    for name in must:
        yield from ("&".join(name), " ".join(name), name[0] + "".join(part[-1] for part in name[1:]))


def _telling(kind: str, asked: Asked, question: Question, passage: Passage) -> Iterator[_Told]:
    """The headline, else the first sentence under it that does."""
    title, strange = bare(passage.title), 0
    if passage.language != "ja":  # nothing says how a name that is in no table is written elsewhere
        musts = tuple(must for must in asked.musts if not all(map(_KATAKANA.fullmatch, islice(_written(must), 2, 3))))
        asked, strange = replace(asked, musts=musts), len(asked.musts) - len(musts)
        if strange and not musts:
            return
    lines = [title, *(text for text, _ in islice(lines_of(passage.text, passage.language), _LEDE))]
    for place, line in enumerate(dict.fromkeys(lines)):
        if is_foreign(line, passage) or is_unfit(line, passage) or not holds(kind, question.text, line):
            continue
        if kind == "sum" and is_of_another_time(question.text, line):
            continue
        words = frozenset(asked.read(search_tokens(f"{title}\n{line}")))
        if not _is_of_it(asked, question, passage, words, line):
            continue
        met = _met(kind, asked, question, passage, words, line, strange)
        if met:
            yield _Told(passage, line, (round(met, 1), -place, passage.published.timestamp()))
            return


def _met(
    kind: str, asked: Asked, question: Question, passage: Passage, words: frozenset[str], line: str, strange: float
) -> float:
    """How much of what is asked beside the names is told there; 0 where it is too little."""
    there = concepts(f"{passage.title}\n{line}")
    wanted = words_told(_beside_names(question.text))
    shared = sum(bool(one & there) for one in wanted)
    asks_no_more = not wanted and not _strange(
        question.text, words
    )  # how much is it? of what costs as much in its headline
    by_its_word = kind == "sum" and (
        told_otherwise(question.text, line) or (asks_no_more and line == bare(passage.title))
    )
    shared = max(shared, by_its_word)
    if passage.language == question.language:
        plainly = by_its_word and _strange(question.text, words) <= 1
        met = max(asked.beside(words), _SHARED * plainly)
        return met if met >= _SHARED and (shared or not wanted) else 0.0
    known = shared + len(asked.musts) + 1
    if kind == "ahead":
        return 1.0 if _strange(question.text, words) + strange <= known else 0.0
    if by_its_word and not wanted:
        return _SHARED
    if not shared or shared < _SHARED * len(wanted) or _strange(question.text, words) + strange > known:
        return 0.0
    return shared / len(wanted)


def _strange(question: str, words: frozenset[str]) -> float:
    """How many words of the question nobody could look for in another language."""
    rest = without_concepts(without_form(_beside_names(question)))
    return sum(1.0 if token.isascii() else _PAIR for token in about(rest) if token not in words)


def _is_of_it(asked: Asked, question: Question, passage: Passage, words: frozenset[str], line: str) -> bool:
    """Every name stands there, with its version, and the number is nobody else's."""
    around = f"{passage.title}\n{line}"
    if not asked.musts and not _names_places(question.text, around):
        return False
    if not asked.met_by(words, around) or tells_of_another(asked.versions, line):
        return False
    if not all(
        re.search(rf"(?<![A-Za-z]){re.escape(name)}", around, re.IGNORECASE) for name in _in_no_table(question, asked)
    ):
        return False
    if whose_number(question.text, line) == "another" or not is_their_own(question.text, line, passage.title):
        return False
    return meets_conditions(question.wording or question.text, line, passage)


def _names_places(question: str, around: str) -> bool:
    """Each that the question names; headlines write 美 for 美國."""
    there = {one.id for one in mentions(around)}
    return all(
        one.id in there or (not question[one.start].isascii() and question[one.start] in around)
        for one in mentions(question)
    )


def _in_no_table(question: Question, asked: Asked) -> list[str]:
    """Latin names whose only spelling is the question's: PowerScale is no PowerProtect."""
    rest = _without_known(question.text)
    return [name for name in _latin_names(rest) if not asked.named.isdisjoint(search_tokens(name))]


def _latin_names(text: str) -> list[str]:
    found = (re.match(r"[a-z0-9.&'-]+", name) for name in names(text))
    return [one[0].strip(".'-") for one in found if one]


def _without_known(text: str) -> str:
    for one in reversed(mentions(text)):
        text = f"{text[: one.start]} {text[one.end :]}"
    return text


def _beside_names(text: str) -> str:
    rest = _without_known(text)
    for name in _latin_names(rest):
        rest = re.sub(rf"(?<![A-Za-z]){re.escape(name)}(?![A-Za-z])", " ", rest, flags=re.IGNORECASE)
    return rest
