"""The default Summariser: tells a story in sentences of its sources, word for word. No key, no network, no model.

Headline from the clearest title, a lede, then sections by the role of a sentence and its salience: position inside one
article, centrality among several. Every sentence is a verbatim source sentence (white space aside) and cites it; how much
of a source may be told is decided in `quoting`. A section with nothing honest to say stays empty.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final

from news.languages import Language
from news.model import SECTIONS, Answer, Article, Citation, Passage, Question, Section, Sentence, Story, Summary
from news.text import search_tokens
from summariser import answers
from summariser.grounding import check
from summariser.headlines import headline
from summariser.material import Candidate, candidates
from summariser.quoting import Allowance, length
from summariser.roles import has_date

NAME: Final = "extractive-1"

_SLOTS: Final[tuple[Section, ...]] = (
    "what_happened",
    "why_it_matters",
    "what_to_watch",
    "what_happened",
    "why_it_matters",
    "what_happened",
    "what_to_watch",
    "why_it_matters",
    "what_happened",
)
"""Filled in this order, so that a small allowance reaches several sections before one grows."""

_LEAST: Final[dict[Section, float]] = {"what_happened": 0.0, "why_it_matters": 0.34, "what_to_watch": 0.32}
_LONGEST_LEDE: Final[dict[str, int]] = {"en": 45, "th": 220}
_LONGEST_LEDE_CHARACTERS: Final = 125
_EASY: Final[dict[str, int]] = {"en": 24, "th": 130}
_EASY_CHARACTERS: Final = 70
"""Longer sentences than this cost a little: they use up what may be quoted."""
_SAME: Final = 0.5
_LEDE_WITHIN: Final = 8


class ExtractiveSummariser:
    """Implements `news.ports.Summariser`."""

    @property
    def name(self) -> str:
        return NAME

    async def summarise(self, story: Story, articles: Sequence[Article], *, language: Language) -> Summary:
        return tell(story, articles, language)

    async def answer(self, question: Question, passages: Sequence[Passage]) -> Answer:
        return answers.answer(question, passages, summariser=NAME)


def tell(story: Story, articles: Sequence[Article], language: Language) -> Summary:
    """The story in `language` from the articles in it; when there are none, in the language its articles are in."""
    spoken = told_in(articles, language)
    mine = [article for article in articles if article.language == spoken]
    title = headline(story, mine, spoken)
    telling = _Telling(title, candidates([article for article in mine if article.words.strip()], spoken), spoken)
    lede = telling.lede()
    return Summary(
        story=story.id,
        language=spoken,
        headline=title,
        lede=lede,
        sections=telling.sections() if lede else dict.fromkeys(SECTIONS, ()),
        summariser=NAME,
        articles=tuple(article.id for article in articles),
    )


def told_in(articles: Sequence[Article], language: Language) -> Language:
    """The wanted language if any article is in it, else the one with the most text."""
    spoken = {article.language for article in articles}
    if not spoken or language in spoken:
        return language
    return max(
        sorted(spoken), key=lambda tongue: sum(len(a.words) + len(a.title) for a in articles if a.language == tongue)
    )


class _Telling:
    """One story while it is being told: what is said so far and what may still be quoted."""

    def __init__(self, title: str, pool: Sequence[Candidate], language: Language) -> None:
        self._language = language
        self._title = frozenset(search_tokens(title))
        self._pool = pool
        self._said: list[frozenset[str]] = []
        self._allowance = Allowance(language)

    def lede(self) -> Sentence | None:
        """One sentence near the start of an article that says the event and more than the headline."""
        longest = _LONGEST_LEDE.get(self._language, _LONGEST_LEDE_CHARACTERS)
        able = [
            candidate
            for candidate in self._pool
            if length(candidate.text, self._language) <= longest
            and not candidate.leans
            and not self._repeats_title(candidate)
            and self._allowance.allows(candidate.article, candidate.text)
        ]
        near = [candidate for candidate in able if candidate.index < _LEDE_WITHIN]
        best = self._first_grounded(sorted(near or able, key=self._as_lede, reverse=True))
        return self._say(best) if best else None

    def sections(self) -> dict[Section, tuple[Sentence, ...]]:
        """The sections in reading order, each sentence once."""
        chosen: dict[Section, list[Candidate]] = {section: [] for section in SECTIONS}
        spoken: dict[int, Sentence] = {}
        for section in _SLOTS:
            best = self._first_grounded(sorted(self._for(section), key=partial(self._worth, section), reverse=True))
            if best is not None:
                spoken[id(best)] = self._say(best)
                chosen[section].append(best)
        return {section: tuple(spoken[id(one)] for one in self._in_order(chosen[section])) for section in SECTIONS}

    def _in_order(self, chosen: list[Candidate]) -> list[Candidate]:
        return sorted(chosen, key=lambda candidate: (candidate.leans, -candidate.place, candidate.article.id))

    def _for(self, section: Section) -> Iterator[Candidate]:
        """What may still be told here: strong enough for the section and no stronger for another, new and allowed."""
        for candidate in self._pool:
            strength = candidate.roles[section]
            if strength < _LEAST[section] or self._belongs_elsewhere(candidate, section):
                continue
            if self._repeats_title(candidate) or self._is_said(candidate):
                continue
            if self._allowance.allows(candidate.article, candidate.text):
                yield candidate

    @staticmethod
    def _belongs_elsewhere(candidate: Candidate, section: Section) -> bool:
        """Plans are for the last section; a sentence of consequence that reports no event is not what happened."""
        roles = candidate.roles
        if section == "what_happened":
            return max(roles["why_it_matters"], roles["what_to_watch"]) > roles[section] + 0.15
        if section == "why_it_matters":
            return roles["what_to_watch"] > roles[section] + 0.25 or roles["what_happened"] > roles[section] + 0.4
        return roles["what_happened"] > roles[section] + 0.4 or roles["why_it_matters"] > roles[section] + 0.3

    def _worth(self, section: Section, candidate: Candidate) -> float:
        easy = _EASY.get(self._language, _EASY_CHARACTERS)
        cost = 0.25 * max(0.0, length(candidate.text, self._language) / easy - 1)
        dated = 0.1 if section == "what_to_watch" and has_date(candidate.text, self._language) else 0.0
        about = 0.2 * self._about_title(candidate)
        role = 0.4 if section == "what_happened" else 0.7
        return (
            role * candidate.roles[section]
            + (1 - role) * candidate.salience
            + about
            + dated
            - cost
            - 0.1 * candidate.leans
        )

    def _as_lede(self, candidate: Candidate) -> float:
        easy = 1.4 * _EASY.get(self._language, _EASY_CHARACTERS)
        cost = 0.4 * max(0.0, length(candidate.text, self._language) / easy - 1)
        event = 0.2 * candidate.roles["what_happened"] - 0.1 * candidate.roles["what_to_watch"]
        return 0.5 * candidate.place + 0.6 * self._about_title(candidate) + 0.25 * candidate.salience + event - cost

    def _about_title(self, candidate: Candidate) -> float:
        return len(candidate.words & self._title) / max(1, len(self._title))

    def _repeats_title(self, candidate: Candidate) -> bool:
        return len(candidate.words & self._title) >= 0.75 * max(1, len(candidate.words))

    def _is_said(self, candidate: Candidate) -> bool:
        return any(alike(candidate.words, said) for said in self._said)

    @staticmethod
    def _first_grounded(ordered: Sequence[Candidate]) -> Candidate | None:
        """The gate that every told sentence passes; for a verbatim one it only guards against a mistake of ours."""
        return next((one for one in ordered if check(one.text, [one.article.words]).supported), None)

    def _say(self, candidate: Candidate) -> Sentence:
        self._said.append(candidate.words)
        self._allowance.take(candidate.article, candidate.text)
        article = candidate.article
        return Sentence(candidate.text, (Citation(article.url, candidate.text, article.source_name),))


def alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """True when two sentences say the same: half of the shorter one's content words are shared."""
    return len(one & other) >= _SAME * max(1, min(len(one), len(other)))
