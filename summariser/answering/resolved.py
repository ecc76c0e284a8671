"""A sentence that speaks of "it" is told behind the headline that says what it is, or not at all: who reads the answer has not read the report. Pure; six languages."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from news.asking import LISTED, Answer, Passage, source_of
from news.model import Citation, Sentence
from summariser.asking.support import bare, is_unfit
from summariser.reading.fitness import hangs

_IT: Final = re.compile(
    r"^[“\"]?(?:(?:But|And|So|Yet|However|Still|Also|Meanwhile|Instead|Then|Now|Later|Previously|Today|Yesterday),? )*"
    r"(?:(?:As of|In|On|By|At|Since|After|Before|During|For|With|Last|This|Next|Earlier)\b[^,\"“A-Z]{0,40},? )?"
    r"(?:(?:[Tt]hey|[Hh]e|[Ss]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er)\b|[Ii]t(?:['’]s)?\b(?! (?:is|was|remains) (?:not )?(?:clear|unclear|known|unknown|expected|likely|possible|\w+ (?:that|to)\b))"
    r"|(?:[Tt]his|[Tt]hese|[Tt]hose)\b(?! (?:week|month|year|quarter|morning|afternoon|evening|summer|autumn|fall|winter|spring|weekend)))"
)


_THESE: Final = re.compile(r"\W*(?:This|These|Those)\b")
"""A noun behind it says something even so."""


def resolved(answer: Answer, passages: Sequence[Passage]) -> Answer:
    """The answer; not of a list or of news, where each line is a headline."""
    if answer.abstained or answer.intent in LISTED or answer.brief is not None:
        return answer
    told = tuple(dict.fromkeys(_resolved(answer.sentences, passages)))
    return replace(answer, sentences=told, abstained=not told, confidence=answer.confidence if told else 0.0)


def _resolved(sentences: Sequence[Sentence], passages: Sequence[Passage]) -> Iterator[Sentence]:
    told: set[str] = set()
    for one in sentences:
        cited = next((source_of(each, passages) for each in one.citations[:1]), None)
        if cited is not None and cited.url not in told and refers_back(one.text, cited):
            title = bare(cited.title)
            if (
                title
                and not title.endswith(("?", "？"))
                and not is_unfit(title, cited)
                and not refers_back(title, cited)
            ):
                yield Sentence(title, (Citation(cited.url, title, cited.source),))
            elif not _THESE.match(one.text):
                continue
        told.update(c.url for c in one.citations)
        yield one


def refers_back(text: str, passage: Passage) -> bool:
    """Its subject is of the sentence before."""
    if passage.language == "en":
        return _IT.match(text) is not None
    return text != bare(passage.title) and hangs(text, passage.language)
