"""The default Summariser: tells a story in sentences of its sources, word for word. No key, no network, no model.

Headline from the clearest title, a lede, then sections by the role of a sentence and its salience: position inside one
article, centrality among several. Every sentence is a verbatim source sentence (white space aside) and cites it; how much
of a source may be told is decided in `quoting`. A section with nothing honest to say stays empty.
"""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain, combinations, product
from typing import Final
from urllib.parse import urlsplit

from news.asking import Answer, Passage, Question
from news.languages import Language
from news.model import SECTIONS, Article, Citation, Section, Sentence, Story, Summary, Tier
from news.text import search_tokens
from summariser.answering import answers
from summariser.checking.grounding import check
from summariser.reading.attribution import speaks_as_maker
from summariser.reading.formats import form_of
from summariser.reading.headlines import headline
from summariser.reading.material import Candidate, alike, candidates
from summariser.reading.quoting import COMMON, Allowance, telling_words
from summariser.reading.references import is_met, is_unmet, refers_to, resolved
from summariser.reading.relevance import judge
from summariser.reading.subjects import named_by
from summariser.reading.voices import on_one_word, own_companies, speaks_for_itself
from summariser.telling.agreement import contradicted
from summariser.telling.bearing import bears_on, differs, presents, strays, tells_of_another
from summariser.telling.caution import outruns, sole_cause
from summariser.telling.frame import Frame
from summariser.telling.placing import EARLY, adds, fits, goes_on, worth
from summariser.telling.titling import title_openings
from summariser.words.names import companies_in, name_terms
from summariser.words.vectors import rarity
from summariser.words.weekdays import misdated

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

_LEDE_WITHIN: Final = 8
_A_TITLE: Final = 0.3
"""What a sentence of a text may be worse than another source's title and still open the story."""
_TELLING: Final = 0.4
"""How rare the shared words must be: two pieces on one company have its name in common and nothing else."""
_OPENING: Final = 3_000
_NAMED: Final = 0.25
"""Share of a headline's own words that an article must hold near its start to be quoted under it."""
_TITLED: Final = 0.3
_COUNTED: Final = re.compile(r"\d|[억조億兆亿円]|달러|ドル")
_PAIRED: Final = 0.4
"""The same in the other languages, whose words are pairs of characters: some of them two texts share by chance."""
_SHARED: Final = 2
_TRIED: Final = 5
_STRONG: Final = 0.5
_FILLED: Final = 0.6
_WORTH: Final = 0.25
_SAYS_AI: Final = 0.3
"""For a sentence that says what the story has to do with AI where headline and lede do not."""
_AI: Final = re.compile(r"\bAI\b|\bartificial intelligence\b|\bautonomous agents?\b|\bLLMs?\b|\bchatbots?\b")


class ExtractiveSummariser:
    """Implements `news.ports.Summariser`."""

    @property
    def name(self) -> str:
        return NAME

    @property
    def writes(self) -> bool:
        return False

    async def prepare(self) -> None:
        """Nothing is to be loaded."""

    async def summarise(self, story: Story, articles: Sequence[Article], *, language: Language) -> Summary:
        return tell(story, articles, language)

    async def answer(self, question: Question, passages: Sequence[Passage]) -> Answer:
        return answers.answer(question, passages, summariser=NAME)


class OnceSummariser(ExtractiveSummariser):
    """For the making of one edition, in which no article changes: each telling is made once."""

    def __init__(self) -> None:
        self._told: dict[tuple[str, tuple[str, ...], Language], Summary] = {}

    async def summarise(self, story: Story, articles: Sequence[Article], *, language: Language) -> Summary:
        key = story.id, tuple(article.id for article in articles), language
        if key not in self._told:
            self._told[key] = tell(story, articles, language)
        return self._told[key]


def tell(story: Story, articles: Sequence[Article], language: Language) -> Summary:
    """The story in `language` from the articles in it; when there are none, in the language its articles are in."""
    spoken = told_in(articles, language)
    mine = [article for article in articles if article.language == spoken]
    title = headline(story, mine, spoken)
    quoted = [article for article in mine if _tells_of(title, article) and _edited(article, articles)]
    telling = _Telling(title, candidates(quoted, spoken), mine, spoken)
    lede = telling.lede([] if not quoted else list(title_openings(title, mine, spoken)))
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
    named = telling_words(title)
    text = f"{article.title}\n{article.words[:_OPENING]}"
    companies = frozenset(companies_in(title))
    return (
        bool(article.words.strip())
        and (article.language == "en" or _titled_alike(title, article.title))
        and len(named & frozenset(search_tokens(text)))
        >= (_NAMED if article.language == "en" else _PAIRED) * len(named)
        and (not companies or not companies.isdisjoint((*companies_in(text), *named_by(article))))
    )


def _titled_alike(one: str, other: str) -> bool:
    """Whether two titles have enough in common beside their numbers: a sum of money alone makes no event."""
    mine, theirs = (
        frozenset(word for word in telling_words(title) if not _COUNTED.search(word)) for title in (one, other)
    )
    return len(mine & theirs) >= _TITLED * min(len(mine), len(theirs))


_OPEN_TO_ALL: Final = (Tier.COMMUNITY, Tier.AGGREGATOR)


def _edited(article: Article, articles: Sequence[Article]) -> bool:
    """Whether its sentences may stand as news: not what anybody may write, no essay, deal, invitation, lesson or front page."""
    if form_of(article) != "news" or not (article.language == "en" or urlsplit(article.url).path.strip("/")):
        return False
    if article.tier in (Tier.ANALYST, Tier.RESEARCH):
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

    def __init__(self, title: str, pool: Sequence[Candidate], articles: Sequence[Article], language: Language) -> None:
        self._language = language
        self._title, self._lede, self._unsaid = title, "", False
        self._frame = Frame(title, language)
        if language == "en":
            pool = [one for one in pool if not (one.hearsay or presents(one) or _is_refuted(one, title, articles))]
        self._pool = pool
        self._articles = articles
        self._one_text = len({candidate.article.id for candidate in pool}) == 1
        self._said: list[frozenset[str]] = []
        self._last: Candidate | None = None
        self._allowance = Allowance(language)

    def lede(self, titles: Sequence[Candidate] = ()) -> Sentence | None:
        """One sentence near the start of an article that says the event and more than the headline; else another source's title."""
        ranked = [
            (self._frame.as_lede(one), one)
            for one in self._pool
            if self._frame.opens(one) and self._allowance.allows(one.article, one.quote)
        ]
        ranked += [
            (self._frame.as_lede(one) - _A_TITLE, one)
            for one in titles
            if not self._frame.repeats(one) and not _is_refuted(one, self._title, self._articles)
        ]
        ranked.sort(key=lambda pair: -pair[0])
        best = next((one for _, one in ranked if grounded(one)), None)
        self._last = best
        if best is None:
            return None
        self._frame.introduced |= resolved(best.text)
        self._lede = best.text
        self._unsaid = self._language == "en" and not judge(f"{self._title} {best.text}", "").is_ai
        return self._say(best)

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
        return apart and self._allowance.allows_all([(one.article, one.quote) for one in chosen])

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
            more = section == "what_happened" and len(self._said) == 1 and goes_on(candidate, self._last)
            if not (more or fits(candidate, section, self._language)) or not self._is_about_it(candidate, section):
                continue
            if self._strays(candidate):
                continue
            if self._frame.repeats(candidate) or self._is_said(candidate) or not self._may_stand(candidate, section):
                continue
            if section == "what_happened" and not adds(candidate, self._frame, self._last):
                continue
            if self._language == "en" and not self._is_of_it(candidate, section):
                continue
            if candidate.addresses and candidate.article.tier is Tier.OFFICIAL:
                continue  # a company that speaks to "you" advertises
            if self._allowance.allows(candidate.article, candidate.quote):
                yield candidate

    def _strays(self, candidate: Candidate) -> bool:
        """About others than the headline's and the lede's own; only English tells names by their capitals."""
        if self._language != "en":
            return False
        near = self._frame.about(candidate) >= _STRONG
        known = self._frame.introduced
        return tells_of_another(candidate, known) or (not near and strays(candidate, known))

    def _is_of_it(self, candidate: Candidate, section: Section) -> bool:
        """More than a vendor's name ties it to headline or lede; a reason, to the headline, and it is not its maker's own word."""
        if section != "why_it_matters":
            return bears_on(candidate, f"{self._title} {self._lede}", self._frame.introduced, early=False)
        maker = speaks_as_maker(candidate.article) and own_companies(candidate.article)
        return not maker and bears_on(candidate, self._title, self._frame.introduced, early=True)

    def _may_stand(self, candidate: Candidate, section: Section) -> bool:
        """A sentence that hangs on the one before it is told only right after that one."""
        if not candidate.hangs:
            met = not candidate.leans or refers_to(candidate.text, self._frame.introduced)
            met = met and not (self._language == "en" and is_unmet(candidate.text, self._frame.introduced))
            return met and is_met(candidate.short, self._frame.introduced)
        last = self._last
        return (
            section == "what_happened"
            and last is not None
            and (last.article.id, last.index) == (candidate.article.id, candidate.index - 1)
        )

    def _worth(self, section: Section, candidate: Candidate) -> float:
        point = _SAYS_AI * (self._unsaid and bool(_AI.search(candidate.quote)))
        return worth(section, candidate, self._frame, self._language) + point

    def _is_about_it(self, candidate: Candidate, section: Section) -> bool:
        """It shares telling words with headline or lede: long articles wander, and pages carry other things."""
        shared = (candidate.words - COMMON) & (self._frame.words | self._said[0])
        strong = section != "what_happened" and candidate.roles[section] >= _STRONG
        early = candidate.index < EARLY and (candidate.leans or self._one_text)
        if candidate.hangs or (early and (candidate.leans or candidate.own_word)):
            return True
        own = sum(map(rarity, shared - name_terms()))
        if own >= (1.5 if section == "why_it_matters" else 1) * _TELLING and (
            early or (strong and (self._one_text or candidate.index < _LEDE_WITHIN))
        ):
            return True
        near = candidate.leans or candidate.index < EARLY
        least = _SHARED if section == "what_happened" and not near else 1
        return len(shared) >= least and sum(map(rarity, shared)) >= _TELLING * least

    def _is_said(self, candidate: Candidate) -> bool:
        return any(alike(candidate.words, said) for said in self._said)

    def _say(self, candidate: Candidate) -> Sentence:
        self._said.append(candidate.words)
        self._allowance.take(candidate.article, candidate.quote)
        article = candidate.article
        return Sentence(candidate.text, (Citation(article.url, candidate.quote, article.source_name),))


def _is_refuted(candidate: Candidate, title: str, articles: Sequence[Article]) -> bool:
    """Whether headline or another voice says otherwise, or less."""
    return (
        differs(candidate, title, articles)
        or contradicted(candidate, title, articles)
        or outruns(candidate, articles)
        or sole_cause(candidate, articles)
    )


def grounded(candidate: Candidate) -> bool:
    """The gate that every told sentence passes: a verbatim one is true to its page, but a page may contradict itself."""
    article = candidate.article
    return (
        not misdated(candidate.quote, article.published.date())
        and check(candidate.quote, [article.title, article.words]).supported
    )
