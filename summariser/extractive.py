"""The default Summariser: tells a story in sentences of its sources, word for word. No key, no network, no model.

Headline from the clearest title, a lede, then sections by the role of a sentence and its salience: position inside one
article, centrality among several. Every sentence is a verbatim source sentence (white space aside) and cites it; how much
of a source may be told is decided in `quoting`. A section with nothing honest to say stays empty.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from functools import partial
from itertools import chain, combinations, product
from typing import Final

from news.asking import Answer, Passage, Question
from news.languages import Language
from news.model import SECTIONS, Article, Citation, Section, Sentence, Story, Summary, Tier
from news.text import search_tokens
from summariser import answers, facts
from summariser.formats import form_of
from summariser.grounding import check
from summariser.headlines import headline
from summariser.material import Candidate, candidates
from summariser.names import companies_in
from summariser.quoting import Allowance, length
from summariser.roles import has_date
from summariser.staleness import is_past
from summariser.traces import dates_in
from summariser.vectors import rarity
from summariser.voices import on_one_word, speaks_for_itself

NAME: Final = "extractive-1"

_THEN: Final[tuple[Section, ...]] = (
    "what_happened",
    "why_it_matters",
    "what_happened",
    "what_to_watch",
    "why_it_matters",
    "what_happened",
)
"""Sections that grow, in this order, once each that can has its first sentence."""

_LEAST: Final[dict[Section, float]] = {"what_happened": 0.2, "why_it_matters": 0.27, "what_to_watch": 0.29}
_LONGEST_LEDE: Final[dict[str, int]] = {"en": 48, "th": 220}
_LONGEST_LEDE_CHARACTERS: Final = 125
_EASY: Final[dict[str, int]] = {"en": 24, "th": 130}
_EASY_CHARACTERS: Final = 70
"""Longer sentences than this cost a little: they use up what may be quoted."""
_SAME: Final = 0.5
_SAME_NUMBER: Final = 0.34
_ARTICLES: Final = ("The ", "A ", "An ")
_QUOTES: Final = ("“", '"', "‘", "「", "『")
_LEDE_WITHIN: Final = 8
_DEEP: Final = 0.05
"""What a sentence further down must be better by to be the lede."""
_LONG_AGO: Final = timedelta(days=21)
_RARE: Final = 0.7
_TELLING: Final = 0.4
"""How rare the shared words must be: two pieces on one company have its name in common and nothing else."""
_EVENT, _RELATED, _SAME_THING = 0.3, 0.2, 0.5
"""How strongly a lede must speak of an event, how near to the headline it must then be, and how near without."""
_OPENING: Final = 3_000
_NAMED: Final = 0.25
"""Share of a headline's own words that an article must hold near its start to be quoted under it."""
_SHARED: Final = 2
_EARLY: Final = 5
_THIN: Final = 7
_TRIED: Final = 5
_STRONG: Final = 0.5
_FILLED: Final = 0.6
_WORTH: Final = 0.25
_COMMON: Final = frozenset(
    search_tokens(
        "ai artificial intelligence model models new company companies use used using user users year years make made say said like also one "
        "technology tech tool tools feature features million billion work time people world data system systems first week today"
    )
)
_ADDS: Final = re.compile(
    r"\b(?:also|additionally|meanwhile|further|added|continues?)\b|も(?:発表|公開)|또한|นอกจากนี้", re.IGNORECASE
)
_YEAR: Final = re.compile(r"(?<![\d$€£¥,.])(?:19\d\d|20[0-3]\d)(?![\d,%])")
_BACK: Final = re.compile(
    r"\b(?:last year|years ago|in the past|previously|earlier this (?:year|month)|back in|at the time|since then|over the past)\b|昨年|去年|지난해|작년|ปีที่แล้ว",
    re.IGNORECASE,
)


class ExtractiveSummariser:
    """Implements `news.ports.Summariser`."""

    @property
    def name(self) -> str:
        return NAME

    @property
    def writes(self) -> bool:
        return False

    async def summarise(self, story: Story, articles: Sequence[Article], *, language: Language) -> Summary:
        return tell(story, articles, language)

    async def answer(self, question: Question, passages: Sequence[Passage]) -> Answer:
        return answers.answer(question, passages, summariser=NAME)


def tell(story: Story, articles: Sequence[Article], language: Language) -> Summary:
    """The story in `language` from the articles in it; when there are none, in the language its articles are in."""
    spoken = told_in(articles, language)
    mine = [article for article in articles if article.language == spoken]
    title = headline(story, mine, spoken)
    quoted = [article for article in mine if _tells_of(title, article) and _edited(article, articles)]
    telling = _Telling(title, candidates(quoted, spoken), spoken)
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


def _tells_of(title: str, article: Article) -> bool:
    """Whether the text has to do with what the headline names: grouping errs, and no headline may stand over another's news."""
    named = frozenset(search_tokens(title)) - _COMMON
    text = f"{article.title}\n{article.words[:_OPENING]}"
    companies = frozenset(companies_in(title))
    return (
        bool(article.words.strip())
        and len(named & frozenset(search_tokens(text))) >= _NAMED * len(named)
        and (not companies or not companies.isdisjoint(companies_in(text)))
    )


_OPEN_TO_ALL: Final = (Tier.COMMUNITY, Tier.AGGREGATOR)


def _edited(article: Article, articles: Sequence[Article]) -> bool:
    """Whether its sentences may stand as news: not what anybody may write, no essay, deal, invitation or lesson."""
    if form_of(article) != "news":
        return False
    if article.tier is Tier.ANALYST:
        return not on_one_word(articles)
    return article.tier not in _OPEN_TO_ALL or speaks_for_itself(article)


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
        self._weights = {word: rarity(word) for word in self._title}
        named = (word for name in facts.names(title) for word in search_tokens(name))
        self._names = frozenset(word for word in named if self._weights.get(word, 0.0) >= _RARE)
        self._pool = pool
        self._one_text = len({candidate.article.id for candidate in pool}) == 1
        self._said: list[frozenset[str]] = []
        self._last: Candidate | None = None
        self._allowance = Allowance(language)

    def lede(self) -> Sentence | None:
        """One sentence near the start of an article that says the event and more than the headline."""
        longest = _LONGEST_LEDE.get(self._language, _LONGEST_LEDE_CHARACTERS)
        able = [
            candidate
            for candidate in self._pool
            if length(candidate.text, self._language) <= longest
            and not candidate.hangs
            and not self._repeats_title(candidate)
            and self._opens(candidate)
            and self._allowance.allows(candidate.article, candidate.text)
        ]
        best = next((one for one in sorted(able, key=self._as_lede, reverse=True) if grounded(one)), None)
        self._last = best
        return self._say(best) if best else None

    # `_last` is what the reader has just read at the end of "What happened": the lede, then that section's newest sentence.

    def sections(self) -> dict[Section, tuple[Sentence, ...]]:
        """The sections in reading order, each sentence once."""
        chosen: dict[Section, list[Candidate]] = {section: [] for section in SECTIONS}
        spoken: dict[int, Sentence] = {}
        for section, best in chain(self._one_of_each(), self._more()):
            spoken[id(best)] = self._say(best)
            chosen[section].append(best)
            self._last = best if section == "what_happened" else self._last
        return {section: tuple(spoken[id(one)] for one in self._in_order(chosen[section])) for section in SECTIONS}

    def _one_of_each(self) -> list[tuple[Section, Candidate]]:
        """The best set of at most one sentence per section that may be quoted together: a filled section counts for itself."""
        options = [[(section, one) for one in self._ranked(section)[:_TRIED]] for section in SECTIONS]
        best: list[tuple[Section, Candidate]] = []
        highest = 0.0
        for picked in product(*([None, *some] for some in options)):
            pairs = [pair for pair in picked if pair is not None]
            worth = sum(self._worth(section, one) + _FILLED for section, one in pairs)
            if worth > highest and self._together([one for _, one in pairs]):
                best, highest = pairs, worth
        return best

    def _together(self, chosen: Sequence[Candidate]) -> bool:
        apart = all(not alike(one.words, other.words) for one, other in combinations(chosen, 2))
        return apart and self._allowance.allows_all([(one.article, one.text) for one in chosen])

    def _more(self) -> Iterator[tuple[Section, Candidate]]:
        for section in _THEN:
            best = next(iter(self._ranked(section)), None)
            if best is not None:
                yield section, best

    def _ranked(self, section: Section) -> list[Candidate]:
        ranked = sorted(self._for(section), key=partial(self._worth, section), reverse=True)
        return [one for one in ranked[: 2 * _TRIED] if self._worth(section, one) >= _WORTH and grounded(one)]

    @staticmethod
    def _in_order(chosen: list[Candidate]) -> list[Candidate]:
        """As read in the articles, one article after the other in the order they came to be told."""
        rank = {id_: at for at, id_ in reversed(list(enumerate(one.article.id for one in chosen)))}
        return sorted(chosen, key=lambda candidate: (rank[candidate.article.id], candidate.index))

    def _for(self, section: Section) -> Iterator[Candidate]:
        """What may still be told here: strong enough for the section and no stronger for another, new and allowed."""
        for candidate in self._pool:
            if not self._fits(candidate, section) or not self._is_about_it(candidate, section):
                continue
            if self._repeats_title(candidate) or self._is_said(candidate) or not self._may_stand(candidate, section):
                continue
            if candidate.addresses and candidate.article.tier is Tier.OFFICIAL:
                continue  # a company that speaks to "you" advertises
            if self._allowance.allows(candidate.article, candidate.text):
                yield candidate

    def _fits(self, candidate: Candidate, section: Section) -> bool:
        """Strong enough for the section; what stands at an article's start tells the event without a cue."""
        early = section == "what_happened" and candidate.index < _EARLY
        if candidate.roles[section] < _LEAST[section] and not early:
            return False
        if section != "why_it_matters" and looks_back(candidate):
            return False
        return not self._belongs_elsewhere(candidate, section)

    def _may_stand(self, candidate: Candidate, section: Section) -> bool:
        """A sentence that hangs on the one before it is told only right after that one."""
        if not candidate.hangs:
            return True
        last = self._last
        return (
            section == "what_happened"
            and last is not None
            and (last.article.id, last.index) == (candidate.article.id, candidate.index - 1)
        )

    def _opens(self, candidate: Candidate) -> bool:
        """It tells the headline's event: an opening scene, a history or a detail under a headline reads as the news itself."""
        if candidate.text.startswith(_QUOTES) or _is_of_long_ago(candidate):
            return False
        if (
            candidate.aside and self._language != "en"
        ):  # digests of the Asian press tell the news under their first heading
            return False
        about = self._about(candidate)
        if candidate.leans and about < _SAME_THING and candidate.text.startswith(_ARTICLES):
            return False
        event = candidate.roles["what_happened"] >= _EVENT
        named = not self._names.isdisjoint(candidate.words)
        return about >= _SAME_THING or (event and (about >= _RELATED or named))

    def _about(self, candidate: Candidate) -> float:
        """Share of the headline's words that the sentence holds, the rare ones counting most."""
        return sum(self._weights[word] for word in candidate.words & self._title) / max(
            1.0, sum(self._weights.values())
        )

    @staticmethod
    def _belongs_elsewhere(candidate: Candidate, section: Section) -> bool:
        """Plans are for the last section; a sentence of consequence that reports no event is not what happened."""
        roles = candidate.roles
        if section == "what_happened":
            return roles["why_it_matters"] > roles[section] + 0.15 or roles["what_to_watch"] >= roles[section] - 0.15
        if section == "why_it_matters":
            return roles["what_to_watch"] > roles[section] + 0.25 or roles["what_happened"] > roles[section] + 0.4
        return roles["what_happened"] > roles[section] + 0.4 or roles["why_it_matters"] > roles[section] + 0.3

    def _worth(self, section: Section, candidate: Candidate) -> float:
        easy = _EASY.get(self._language, _EASY_CHARACTERS)
        cost = 0.25 * max(0.0, length(candidate.text, self._language) / easy - 1)
        dated = 0.1 if section == "what_to_watch" and has_date(candidate.text, self._language) else 0.0
        about = 0.4 * self._about_title(candidate)
        cost += 0.25 * (section == "what_happened" and looks_back(candidate))
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
        easy = 1.15 * _EASY.get(self._language, _EASY_CHARACTERS)
        cost = 0.5 * max(0.0, length(candidate.text, self._language) / easy - 1)
        event = 0.2 * candidate.roles["what_happened"] - 0.1 * candidate.roles["what_to_watch"]
        cost += (
            0.3 * looks_back(candidate)
            + 0.25 * bool(_ADDS.search(candidate.text))
            + 0.25 * candidate.leans
            + 0.15 * candidate.addresses
            + _DEEP * (candidate.index >= _LEDE_WITHIN)
        )
        return 0.5 * candidate.place + 0.6 * self._about_title(candidate) + 0.25 * candidate.salience + event - cost

    def _about_title(self, candidate: Candidate) -> float:
        return len(candidate.words & self._title) / max(1, len(self._title))

    def _is_about_it(self, candidate: Candidate, section: Section) -> bool:
        """It shares telling words with headline or lede: long articles wander, and pages carry other things."""
        shared = (candidate.words - _COMMON) & (self._title | self._said[0])
        strong = section != "what_happened" and candidate.roles[section] >= _STRONG
        early = candidate.index < _EARLY and (candidate.leans or self._one_text)
        if candidate.hangs or early or (strong and (self._one_text or candidate.index < _LEDE_WITHIN)):
            return True
        near = candidate.leans or candidate.index < _EARLY
        least = _SHARED if section == "what_happened" and not near else 1
        return len(shared) >= least and sum(map(rarity, shared)) >= _TELLING * least

    def _repeats_title(self, candidate: Candidate) -> bool:
        return len(candidate.words & self._title) >= 0.75 * max(1, len(candidate.words))

    def _is_said(self, candidate: Candidate) -> bool:
        return any(alike(candidate.words, said) for said in self._said)

    def _say(self, candidate: Candidate) -> Sentence:
        self._said.append(candidate.words)
        self._allowance.take(candidate.article, candidate.text)
        article = candidate.article
        return Sentence(candidate.text, (Citation(article.url, candidate.text, article.source_name),))


def grounded(candidate: Candidate) -> bool:
    """The gate that every told sentence passes; for a verbatim one it only guards against a mistake of ours."""
    return check(candidate.text, [candidate.article.words]).supported


def looks_back(candidate: Candidate) -> bool:
    """True for a sentence of background: it names a year before the article's, or says so."""
    years = [int(year) for year in _YEAR.findall(candidate.text)]
    return bool(_BACK.search(candidate.text)) or any(year < candidate.article.published.year for year in years)


def _is_of_long_ago(candidate: Candidate) -> bool:
    """True when the day it names lies weeks before its article: a feature tells again what was news then."""
    day = candidate.article.published.date()
    return any(day - named > _LONG_AGO for named in dates_in(candidate.text)) or is_past(candidate.text, day, _LONG_AGO)


def alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """True when two sentences say the same: half of the shorter one's words are shared, or a third with a number among them."""
    shared = one & other
    least = max(1, min(len(one), len(other)))
    numbered = any(word[0].isdigit() for word in shared)
    return len(shared) >= (_SAME_NUMBER if numbered else _SAME) * least
