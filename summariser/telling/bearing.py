"""Does a sentence bear on what the headline is about, and agree with it? Long articles wander, and sources differ."""

import re
from collections.abc import Collection, Sequence
from typing import Final

from news.model import Article, Tier
from news.text import STOP_WORDS, search_tokens
from summariser.reading.material import Candidate
from summariser.reading.quoting import telling_words
from summariser.reading.references import capital_runs, is_general, resolved
from summariser.reading.subjects import BROAD
from summariser.reading.voices import speaks_for_itself
from summariser.words.names import companies_in, names_in

_BESIDE: Final = re.compile(
    r"\b(?:rivals?|competitors?|competes?|competed|competing|such as|like|including|than|same \w+ as|as much as|after|behind|outperform\w*|called|named|dubbed|led by|backed by"
    r"|powered by|made by)\b.*",
    re.DOTALL,
)
"""What a sentence compares with, lists or names for the first time is no other subject."""
_SAYS: Final = re.compile(
    r",? (?:according to|as (?:spotted|reported|noted) by) [^,.;]*|,? (?:told|tells) [A-Z][^,.;]*"
    r"|,? (?:the )?(?:[A-Z][\w’]+ ){1,4}(?:reported|reports|noted)\b"
)
_STEM: Final = 3
_GENERAL: Final = frozenset(
    [
        "llm",
        "llms",
        "gpu",
        "gpus",
        "cpu",
        "api",
        "apis",
        "x",
        "american",
        "americans",
        "chinese",
        "european",
        "internet",
        "web",
        "ios",
        "android",
        "twitter",
        "u.s",
    ]
)
_ONE_OF: Final = re.compile(r"\bone of (?:its|their|the company’s) (?:[\w-]+ )?([a-z]+s)\b")
_LISTED: Final = re.compile(r"(?:,|\band) ((?:[A-Z][\w’]+ ?)+?)[,.]")
_OFFICES: Final = (
    ("attorney general", "city attorney", "district attorney", "solicitor general", "attorney"),
    ("chief executive", "chief financial officer", "chief technology officer", "chief operating officer"),
    ("governor", "mayor", "senator", "representative"),
)
"""Offices of which a person, or a place, holds one."""
_AN_OFFICE: Final = rf"(?i:({'|'.join(one for row in _OFFICES for one in row)}))"
_OFFICE: Final = re.compile(rf"\b{_AN_OFFICE},? ([A-Z][\w’-]+(?: [A-Z][\w’-]+){{1,2}})")
_OFFICE_OF: Final = re.compile(rf"\b([A-Z][\w-]+(?: [A-Z][\w-]+)*)(?:’s)? {_AN_OFFICE}\b(?! [Gg]eneral)")
_DESCRIBES: Final = re.compile(
    r"^(?:The )?[A-Z][^,.;“]*?(?:, [^,]+,)? (?:is|are|remains?) (?:(?:an?|one of|the) [^.;]*\b(?:that|who|whose|which|where|dedicated|committed|focused)\b|(?:an?|the|one of) [^.;]*?\b(?:most|leading|best|largest|premier)\b)"
)
"""What somebody is, at length or in praise; a figure or a day makes it a report."""
_APPOSITION: Final = re.compile(r"^((?:[A-Z][\w’.-]*\s?)+), (?:an?|the|its|his|her|one of) [^,]*, ")


def strays(candidate: Candidate, known: Collection[str]) -> bool:
    """Whether its names are others than those of headline and lede (`known`, in small letters): another company, place or product.

    A sentence that leans on the one before it has its subject there.
    """
    if candidate.hangs or candidate.leans:
        return False
    actors = [_is_own(run, known) for run in _named(candidate.quote, known)]
    own = sum(actors)
    return bool(actors) and not actors[0] and (own == 0 or len(actors) - own > own)


def bears_on(candidate: Candidate, told: str, known: Collection[str], *, early: bool) -> bool:
    """Whether more than a vendor's name ties a sentence to what is told: a plain word of it, a narrow name of `known` (`early`: in its
    first half), or that it goes back to the event ("The ruling")."""
    if candidate.leans or candidate.hangs or candidate.own_word:
        return True
    said = candidate.quote.replace("'", "’").split()
    plain = " ".join(word for word in said if word[0].islower() or (word.isupper() and not names_in(word)))
    if telling_words(told) & frozenset(search_tokens(plain)):
        return True
    within = said[: len(said) // 2 + 1] if early else said
    named = [word for run in capital_runs(" ".join(within)) for word in run]
    named += [word for word in resolved(said[0]) if word in known and word not in STOP_WORDS]
    return any(_is_known(word, known) for word in named if not BROAD & frozenset(companies_in(word)))


def tells_of_another(candidate: Candidate, known: Collection[str]) -> bool:
    """Whether it is about a name that it has to explain: "Quillwick, a rival of Brightloom, has been sued too"."""
    match = _APPOSITION.match(candidate.quote.replace("'", "’"))
    name = [word for run in capital_runs(match[1]) for word in run] if match else []
    return bool(name) and not _is_own(name, known)


def presents(candidate: Candidate) -> bool:
    """Whether a maker's own page says, with no speaker named, what somebody is or how good: "Quillwick is a charity that …" by its donor."""
    interested = candidate.article.tier is Tier.OFFICIAL or speaks_for_itself(candidate.article)
    text = candidate.text.replace("'", "’")
    return interested and bool(_DESCRIBES.match(text)) and not re.search(r"\d", text)


def _named(text: str, known: Collection[str]) -> list[list[str]]:
    """The names that a sentence speaks of; a lone word at its start is one only if it is known."""
    text = _BESIDE.sub("", _SAYS.sub("", text.replace("'", "’")))
    runs = list(capital_runs(text))
    first = runs[0] if runs else ()
    if len(first) == 1 and text.lower().startswith(first[0]) and first[0] not in known and not names_in(first[0]):
        runs = runs[1:]
    parts = [[part for part in run if len(part) > 1 and not is_general(part) and part not in _GENERAL] for run in runs]
    return [part for part in parts if part]


def _is_own(run: Collection[str], known: Collection[str]) -> bool:
    return any(_is_known(part, known) for part in run)


def _is_known(part: str, known: Collection[str]) -> bool:
    """ "Korea" goes with "Korean"."""
    return part in known or any(
        word.startswith(part) or part.startswith(word) for word in known if min(len(word), len(part)) > _STEM
    )


def differs(candidate: Candidate, title: str, articles: Sequence[Article]) -> bool:
    """Whether headline or another source says otherwise: "one of its models" for its models, a name cut short, another office."""
    text, headed = candidate.quote.replace("'", "’"), title.replace("'", "’")
    words = resolved(headed)
    if any(match[1] in words for match in _ONE_OF.finditer(text)) and "one" not in words:
        return True
    return _cut_short(text, headed) or _holds_another_office(text, candidate.article, articles)


def _cut_short(text: str, title: str) -> bool:
    """ "Canva and YouTube." under a headline that lists YouTube Music."""
    for match in _LISTED.finditer(text):
        name = re.escape(match[1].strip())
        if re.search(rf"\b{name} [A-Z]\w+", title) and not re.search(rf"\b{name}(?! [A-Z])", title):
            return True
    return False


def _holds_another_office(text: str, article: Article, articles: Sequence[Article]) -> bool:
    return any(
        office != theirs and person.split()[-1] == name.split()[-1] and _exclude(office, theirs)
        for office, person in _offices(text)
        for other in articles
        if other.id != article.id
        for theirs, name in _offices(f"{other.title}\n{other.words}")
    )


def _offices(text: str) -> list[tuple[str, str]]:
    text = text.replace("'", "’")
    found = [(office.lower(), person.removesuffix("’s")) for office, person in _OFFICE.findall(text)]
    return found + [(office.lower(), place) for place, office in _OFFICE_OF.findall(text)]


def _exclude(one: str, other: str) -> bool:
    return any(one in row and other in row for row in _OFFICES)
