"""Which stories are near a question that is not answered: those that share its name, or two of its rarer words. Pure."""

from typing import Final

from news.asking import Passage
from news.text import search_tokens
from summariser.aliases import mentions
from summariser.facts import names as proper_names
from summariser.question_words import GENERIC, about
from summariser.values import first_named

_LEAD: Final = 600
"""Characters of a report in which a name that is in no table says what it is of."""
_WORDS: Final = 2
_PAIRS: Final = 3
"""So many pairs of characters make two words of a script without spaces."""


def names_of(text: str) -> frozenset[str]:
    """Ids of known companies, people and products, and names in no table; a country or a people is no name to be near by."""
    known = {one.id for one in mentions(text) if one.company} | {one.company for one in mentions(text) if one.company}
    others = {name for name in proper_names(text) if not mentions(name) and not GENERIC.issuperset(search_tokens(name))}
    return frozenset(known | others)


def is_near(question: str, passage: Passage) -> bool:
    """It is about what the question names, as its title says; or at least of the same things."""
    asked, told = names_of(question), names_of(passage.title)
    if asked & told:
        return True
    lead = f"{passage.title}\n{passage.text[:_LEAD]}".casefold()
    others = (*(name for name in asked if not mentions(name)), first_named(question))
    if any(name and name.casefold() in lead for name in others):
        return True
    shared = {word for word in about(question) if word not in GENERIC} & set(search_tokens(passage.title))
    spaced = [word for word in shared if word.isascii()]
    return len(spaced) >= _WORDS or len(shared) - len(spaced) >= _PAIRS
