"""What is told in passing, beside a name: what it is, who founded it, who bought it ("paid $5M for Orbita, a startup co-founded by …"). Pure."""

import re
from collections.abc import Sequence
from typing import Final

from news.asking import Passage
from news.model import Citation, Sentence
from summariser.asking.support import bare, is_unfit, lines_of
from summariser.words.facts import names
from summariser.words.misspelling import is_english

_NAME: Final = r"(?P<name>[A-Z][\w.&-]*\w(?: [A-Z0-9][\w.&-]*)*)"
_FORMS: Final = (
    (
        rf"what(?:['’]s| is| are) {_NAME}(?:,? (?:the|that|this|an?) (?P<more>.+))?",
        r"NAME[”\"]?,[”\"]? (?:an?|the|its) (?!few|lot)[a-z]|\ban? [\w -]{2,60}\b(?:called|named|dubbed) [“\"]?NAME\b|(?:^|[“\"])NAME is (?:an?|the) [a-z]",
    ),
    (
        rf"who (?:co-?)?founded {_NAME}",
        r"NAME,? [^.;]{0,60}\b(?:co-?)?founded by (?!its)|(?:co-?)?founder(?:s)? of NAME\b|\b(?:co-?)?founded NAME\b",
    ),
    (
        rf"who (?:has )?(?:bought|acquired|purchased) {_NAME}",
        r"(?<!not )\b(?:paid [^.;]{2,40} for|bought|acquired|purchased|acquisition of|completed its purchase of) NAME\b",
    ),
)
"""How each is asked, and told."""
_READ: Final = 40


def told_beside(question: str, passages: Sequence[Passage]) -> tuple[Sentence, ...]:
    """The sentence of the best report that tells it; none where the question asks for something else, or none does."""
    asked = re.sub(r"\s+", " ", question).strip(" ?")
    for asks, tells in _FORMS:
        found = re.fullmatch(asks, asked, re.IGNORECASE)
        if found and (found["name"][0].isupper() or not is_english(found["name"])):
            form = re.compile(tells.replace("NAME", rf"(?<![\w-]){re.escape(found['name'])}(?![\w-])"))
            more = found.groupdict().get("more") or ""
            return next(
                (one for passage in passages if _names_all(more, passage) and (one := _told(form, passage))), ()
            )
    return ()


def _names_all(text: str, passage: Passage) -> bool:
    """Whose it is said to be stands there: "Buzz, the Dorsey thing"."""
    return all(name in f"{passage.title} {passage.text}".casefold() for name in names(text))


def _told(form: re.Pattern[str], passage: Passage) -> tuple[Sentence, ...]:
    if passage.language != "en":
        return ()
    for text in (bare(passage.title), *(line for line, _ in lines_of(passage.text, passage.language)[:_READ])):
        if form.search(text) and not is_unfit(text, passage):
            return (Sentence(text, (Citation(passage.url, text, passage.source),)),)
    return ()
