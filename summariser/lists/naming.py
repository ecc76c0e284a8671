"""Whom a line of a list names: those of the kind that is asked for, beside whom the question names itself. Pure; six languages."""

import re
from collections.abc import Sequence
from typing import Final

from news.asking import Question
from news.model import Article
from summariser.asking.inquiring import Wanted
from summariser.asking.list_forms import ANYBODY
from summariser.asking.support import plain_lines
from summariser.checking.dated import looks_back
from summariser.lists.members import is_fragment
from summariser.lists.predicating import leading_of, told_in
from summariser.lists.rostering import likeness
from summariser.words.aliases import mentions
from summariser.words.placed_names import Name, placed_names

PERSON: Final = "person"
_WHO: Final = ("company", PERSON, ANYBODY)
_IN_FULL: Final = re.compile(r"[A-Z][\w’'-]+(?: [A-Z]\.)?(?: [A-Z][\w’'-]+)+")
_A_KIND: Final = re.compile(
    r".*(?:기업|업체|회사|스타트업|은행권?|업계|정부|시장)(?:들)?|.*(?:企業|会社|各社|業界|政府|市場|メーカー|工場|大手)|.*(?:公司|企[业業]|巨[头頭]|行[业業]|市[场場]|[业業]者)"
    r"|.*[\d%！!？?].*"
)
"""What a headline begins with that is no name: a kind of bodies, a number."""
_LEAD: Final = 600
_SENTENCES: Final = 4
_LONGEST: Final = 240
_ALIKE: Final = 0.3
Named = frozenset[str]


def asks_for_names(wanted: Wanted | None) -> bool:
    return wanted is not None and wanted.kind in _WHO


def named(wanted: Wanted, question: Question, line: str, article: Article) -> Named:
    """What they go by; of a product its maker."""
    asked = _asked(question)
    around = article.words[:_AROUND].replace(article.title, " ")  # in a headline's capitals every word is one
    names = [one for one in placed_names(line, article.language, around) if one.key not in asked]
    found = {one.owner or one.key for one in names if _is_one(wanted, one, line)} - asked
    if article.language != "en" and not found and wanted.kind != PERSON:
        leading = leading_of(line)
        if not mentions(leading) and not _A_KIND.fullmatch(leading):
            found.add(leading.casefold())
    return frozenset(found)


_AROUND: Final = 3000


def _asked(question: Question) -> frozenset[str]:
    told = placed_names(question.text, question.language)
    return frozenset(one.key for one in told)


def _is_one(wanted: Wanted, one: Name, line: str) -> bool:
    if wanted.kind == PERSON:
        return one.kind == "person" or (not one.kind and _IN_FULL.fullmatch(line[one.start : one.end]) is not None)
    return one.kind not in (("place", "person") if wanted.kind == "company" else ())


def is_of_kind(wanted: Wanted, question: Question, line: str, article: Article) -> bool:
    """Of a list of people a line names one; in the asker's own language outside English names in no table are not told from words."""
    is_plain = article.language != "en" and article.language[:2] == question.language[:2]
    return wanted.kind != PERSON or is_plain or bool(named(wanted, question, line, article))


def sentence_naming(wanted: Wanted, question: Question, line: str, article: Article) -> str:
    """The first sentence of its report that names one and tells the same; the line where none does."""
    for one in _leading(article):
        if one not in article.words or is_fragment(one) or looks_back(one, article.language):
            continue
        tells = told_in(wanted, one, article.language, ()) is not None or likeness(wanted, line, one) >= _ALIKE
        if tells and named(wanted, question, one, article):
            return one
    return line


def names_one(wanted: Wanted, question: Question, line: str, articles: Sequence[Article]) -> bool:
    """The line does, or the title or the first sentences of one of its reports. Outside English, names in no table are not told from words."""
    return any(
        one.language != "en" or named(wanted, question, "\n".join((line, one.title, *_leading(one))), one)
        for one in articles
    )


def _leading(article: Article) -> list[str]:
    lines = plain_lines(article.words[:_LEAD], article.language)[:_SENTENCES]
    return [one for one in lines if len(one) <= _LONGEST]


def each_named_once(told: Sequence[int], names: Sequence[Named]) -> tuple[int, ...]:
    """Without those whose names have all been told."""
    kept: list[int] = []
    seen: set[str] = set()
    for at in told:
        if not names[at] or not names[at] <= seen:
            kept.append(at)
        seen |= names[at]
    return tuple(kept)
