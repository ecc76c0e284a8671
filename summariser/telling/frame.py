"""The headline as a measure: how much of it a sentence tells, and whether that sentence may open the story."""

import re
from typing import Final

from news.languages import Language
from news.model import Tier
from news.text import search_tokens
from summariser.reading.material import Candidate
from summariser.reading.quoting import length
from summariser.reading.references import is_met, refers_to, resolved
from summariser.reading.timing import is_dated_before, is_of_long_ago, is_usual, looks_back, was_before
from summariser.telling.bearing import strays
from summariser.words import facts
from summariser.words.names import companies_in, numbers_in
from summariser.words.vectors import rarity

EASY: Final[dict[str, int]] = {"en": 24, "th": 130}
EASY_CHARACTERS: Final = 70
"""Longer sentences than this cost a little: they use up what may be quoted."""
QUOTES: Final = ("“", '"', "‘", "「", "『")
SAME_THING: Final = 0.5
PLANNED: Final = 0.3
FIRST_EVENT, FIRST_RELATED = 0.2, 0.33
"""How strongly the first sentence of a text, which is there to tell the news, must do so, and how near to the headline."""
_LONGEST: Final[dict[str, int]] = {"en": 48, "th": 220}
_LONGEST_CHARACTERS: Final = 125
_ARTICLES: Final = ("The ", "A ", "An ")
_LEDE_WITHIN: Final = 8
_DEEP: Final = 0.05
"""What a sentence further down must be better by to be the lede."""
_OWN_WORD: Final = 0.15
_PAST: Final = 0.45
_NO_EVENT: Final = 0.1
_FORWARD: Final = 0.5
_WITHOUT_EVENT: Final = 3
"""So near to the top must stand what opens a story by its subject alone."""
_RARE: Final = 0.7
_EVENT, _RELATED = 0.3, 0.2
"""How strongly a lede must speak of an event, and how near to the headline it must then be."""
_REPEATED: Final = 0.75
_GUESS: Final = re.compile(r"\b(?:apparently|may have(?! been)|might have|seems?|seemingly|probably|perhaps)\b")
_ADDS: Final = re.compile(
    r"\b(?:also|additionally|meanwhile|further|added|continues?)\b|も(?:発表|公開)|또한|นอกจากนี้", re.IGNORECASE
)
_ASSERTS: Final = re.compile(r"(?:핵심|특징|골자|목표|전략|취지)(?:이다|다|입니다)\.?$")
"""A Korean sentence that says what something is for, not what happened."""


class Frame:
    """One headline. `introduced`: names that the reader has met in full, in small letters."""

    def __init__(self, title: str, language: Language) -> None:
        self.words = frozenset(search_tokens(title))
        self.introduced = resolved(title)
        self._language = language
        self._weights = {word: rarity(word) for word in self.words}
        first = title.split(maxsplit=1)[:1]
        named = (word for name in (*facts.names(title), *first) for word in search_tokens(name))
        self._names = frozenset(word for word in named if self._weights.get(word, 0.0) >= _RARE)
        self._one_company = len(frozenset(companies_in(title))) == 1
        self._amounts = frozenset(number for number in numbers_in(title) if number.unit)

    def about(self, candidate: Candidate) -> float:
        """Share of the headline's words that the sentence holds, the rare ones counting most."""
        held = sum(self._weights[word] for word in candidate.words & self.words)
        return held / max(1.0, sum(self._weights.values()))

    def share(self, candidate: Candidate) -> float:
        """The same with all words alike."""
        return len(candidate.words & self.words) / max(1, len(self.words))

    def repeats(self, candidate: Candidate) -> bool:
        return len(candidate.words & self.words) >= _REPEATED * max(1, len(candidate.words))

    def opens(self, candidate: Candidate) -> bool:
        """It tells the headline's event: an opening scene, a history or a detail under a headline reads as the news itself."""
        longest = _LONGEST.get(self._language, _LONGEST_CHARACTERS)
        if candidate.hangs or self.repeats(candidate) or length(candidate.text, self._language) > longest:
            return False
        if (
            candidate.aside and self._language != "en"
        ):  # digests of the Asian press tell the news under their first heading
            return False
        if self._language == "ko" and (is_usual(candidate.text) or _ASSERTS.search(candidate.text)):
            return False
        if candidate.text.startswith(QUOTES) or is_of_long_ago(candidate.quote, candidate.article):
            return False
        if is_dated_before(candidate.quote, candidate.article) or was_before(candidate.quote):
            return False
        if not is_met(candidate.short, self.introduced):
            return False
        about = self.about(candidate)
        if about < SAME_THING and (looks_back(candidate.quote, candidate.article) or self._strays(candidate)):
            return False
        if candidate.addresses and candidate.article.tier is Tier.OFFICIAL:
            return False
        if candidate.leans and not refers_to(candidate.text, self.introduced):
            return False
        if candidate.leans and candidate.text.startswith(_ARTICLES) and not self._one_company and about < SAME_THING:
            return False
        event = self._tells_event(candidate, about)
        if not event and candidate.index >= _WITHOUT_EVENT:
            return False
        named = not self._names.isdisjoint(candidate.words)
        return about >= SAME_THING or (event and (about >= _RELATED or named or candidate.own_word))

    def _strays(self, candidate: Candidate) -> bool:
        return self._language == "en" and strays(candidate, self.introduced)

    def _tells_event(self, candidate: Candidate, about: float) -> bool:
        happened, to_come = candidate.roles["what_happened"], candidate.roles["what_to_watch"]
        if happened >= _EVENT or not self._amounts.isdisjoint(numbers_in(candidate.quote)):
            return True
        return candidate.index == 0 and about >= FIRST_RELATED and (happened >= FIRST_EVENT or to_come >= _FORWARD)

    def as_lede(self, candidate: Candidate) -> float:
        """How good an opening it would be."""
        easy = 1.15 * EASY.get(self._language, EASY_CHARACTERS)
        cost = 0.5 * max(0.0, length(candidate.text, self._language) / easy - 1)
        happened, to_come = candidate.roles["what_happened"], candidate.roles["what_to_watch"]
        cost += (
            _PAST * looks_back(candidate.quote, candidate.article)
            + 0.25 * bool(_ADDS.search(candidate.text))
            + 0.25 * (candidate.leans or candidate.linked)
            + 0.3 * bool(_GUESS.search(candidate.text))
            + 0.15 * candidate.addresses
            + 0.25 * (happened < _NO_EVENT and to_come < PLANNED)
            + _OWN_WORD * candidate.own_word
            + _DEEP * (candidate.index >= _LEDE_WITHIN)
        )
        event = 0.2 * happened - 0.1 * to_come
        return 0.5 * candidate.place + 0.6 * self.share(candidate) + 0.25 * candidate.salience + event - cost
