"""Does a story tell again what another one has told? Stricter than grouping: a reader minds a repeat."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from news.languages import Language
from news.model import Article, Story, Tier
from summariser.reading.stakes import stakes_of
from summariser.reading.subjects import BROAD, companies_of, subjects_of
from summariser.reading.traces import facts_in, headline, script_of
from summariser.reading.voices import on_one_word, owner, voices
from summariser.words.aliases import mentions
from summariser.words.names import companies_in, name_terms, names_in, numbers_in, versions_conflict, versions_in
from summariser.words.vectors import everyday, fold, simplify, terms

_EVERYDAY: Final = 0.03
_WORDS: Final = 0.6
_FACTS: Final = 0.75
_TOLD: Final = 0.5  # of a headline's words that stand in the other story's texts, when both are about one thing
_ALL_TOLD: Final = 0.9
_HINTED: Final = 0.3  # the same, when they tell of the same companies
_PAIR: Final = 2  # companies in common, which do something together
_AHEAD: Final = re.compile(
    simplify(
        r"\b(upcoming|expected to|rumou?red|teases?|about to|soon|next week|set to|prepares? to|countdown)\b|即将|将于|有望|まもなく|予定|예정|임박"
    )
)
_RELEASE: Final = re.compile(
    simplify(
        r"\b(unveil|releas|launch|roll(?:s|ed|ing) out|available|opens? to|introduc|announc|debut|nears?\b|rival|outperform|beat|match|surpass|challeng|threaten|forc|meet\b|compar|vs\b|catch|signal)"
        r"|发布|推出|开源|上线|亮相|对标|超越|比肩|発表|公開|登場|출시|공개|เปิดตัว"
    )
)
"""That a thing is out, and what it is worth: told together, once."""
_PAIRED: Final = re.compile(r"\b([A-Z][\w-]*)\s+(?=([A-Z][\w-]*))")
_IN_PAIRS: Final[tuple[Language, ...]] = ("ja", "zh-Hant", "zh-Hans")
"""Languages whose words are compared as pairs of characters."""
_ROW: Final = 3
_MONEY: Final = re.compile(r"#.*[a-z]{3}")
_FEWEST: Final = {"latin": 3}
_FEWEST_PAIRS: Final = 5
_FEWEST_FACTS: Final = 3
_SMALL: Final = 3
_DEEDS: Final = {
    "intrusion": re.compile(
        simplify(r"ハッキング|ハッカー|不正(?:アクセス|侵入)|侵入|해킹|침입|침투|黑客|入侵|駭客|駭入|เจาะระบบ|แฮก")
    ),
    "price": re.compile(simplify(r"値下げ|가격 ?인하|降價|降价|調降|ลดราคา")),
    "outage": re.compile(simplify(r"障害|장애(?!인)|宕机|當機|斷線|ล่ม")),
}
_BYLINE: Final = re.compile(r"\s*\([^()]*/[^()]+\)\s*$")
"""Whose report an aggregator's title ends with."""
_RAISES: Final = re.compile(
    r"\b(?:fundrais\w+|rais(?:e|es|ing) (?:\$|€|£|money|funds|capital|cash|up to|about|at least|more)|(?:funding|financing|first|new|second|series [a-h]) round"
    r"|need(?:s|ing)? (?:more )?(?:cash|capital|money|funding)|(?:more|new|fresh) (?:funding|capital|cash))"
)
_RAISED: Final = re.compile(r"\b(?:raises|raised|secures|secured|lands|landed|bags|nets|gets)\b")
"""One company seeks money once at a time; that it has it is other news."""
_BODIES: Final = frozenset(terms("國民黨團 民進黨團 華爾街日報 金融時報 行政院長 立法院會"))
"""Parties, papers and houses that have several affairs at a time."""
_READ: Final = 800
_READ_FIRST_HAND: Final = 4_000
_OPENING: Final = 300
_NEW: Final = 2
_NEW_AFTER_A_TITLE: Final = 4
"""Where of what was told nothing but titles is known: almost any word of the same event looks new."""
_RARE: Final = 0.003
_VOICES: Final = 2
_ASKED: Final = 12


@dataclass(frozen=True, slots=True)
class Gist:
    """`words`, `facts` and `versions` of the headline; `pool`: what the story's titles say, in a larger one at least twice.

    `text`: terms of titles and openings; `subjects`: narrow names it is about; `alone`: one voice, not an official one; `ahead`: tells
    what is still to come; `release`: that something is out and how good it is; `weighty`: law or harm, which no echo is; `headed`: all terms of the headline;
    `speakers`: persons in its titles, and then `body`: terms of the whole texts; `raises`: seeks money.
    """

    script: str
    words: frozenset[str]
    facts: frozenset[str]
    versions: Mapping[str, frozenset[str]]
    pool: frozenset[str]
    text: frozenset[str]
    subjects: frozenset[str]
    companies: frozenset[str]
    alone: bool
    ahead: bool
    release: bool
    products: frozenset[str] = frozenset()
    launched: frozenset[str] = frozenset()
    figures: frozenset[str] = frozenset()
    leader: str = ""
    deeds: frozenset[str] = frozenset()
    weighty: bool = False
    speakers: frozenset[str] = frozenset()
    body: frozenset[str] = frozenset()
    headed: frozenset[str] = frozenset()
    raises: bool = False


def gist(story: Story, articles: Sequence[Article]) -> Gist:
    """What a story with these articles tells."""
    script = script_of(story.headline, story.language)
    words = _words(story.headline)
    alike = [headline(a.title) for a in articles if script_of(a.title, a.language) == script]
    texts = [text for a in articles[:_ASKED] for text in (headline(a.title), a.words[: _read(a)])]
    speakers = _speakers(articles) if script == "latin" else frozenset()
    return Gist(
        script,
        words,
        facts_in(story.headline),
        versions_in(story.headline),
        words | _often([_words(title) for title in alike]),
        text=frozenset(term for text in texts for term in terms(text)),
        subjects=subjects_of(articles),
        companies=companies_of(articles),
        alone=on_one_word(articles),
        ahead=bool(_AHEAD.search(fold(story.headline))),
        release=is_release(story.headline),
        launched=frozenset(thing for a in articles if _RELEASE.search(fold(a.title)) for thing in _things(a.title)),
        products=frozenset(name.id for name in names_in(story.headline) if name.kind == "product"),
        figures=_figures(articles),
        leader=_leader(story.headline),
        deeds=frozenset(deed for deed, words in _DEEDS.items() if words.search(fold(story.headline))),
        weighty=bool(stakes_of(story.headline) & {"power", "harm"}),
        headed=frozenset(terms(headline(_BYLINE.sub("", story.headline)))),
        speakers=speakers,
        body=frozenset(term for a in articles[:_ASKED] for term in terms(a.words)) if speakers else frozenset(),
        raises=_seeks_money(story.headline, articles),
    )


def is_release(title: str) -> bool:
    """Whether a title says that something is out, or how good it is."""
    return bool(_RELEASE.search(fold(title)))


def _read(article: Article) -> int:
    """A maker's page whose title names nothing tells all that others will take up from it, each another part."""
    nameless = article.tier is Tier.OFFICIAL and not companies_in(article.title)
    return _READ_FIRST_HAND if nameless else _READ


def repeats(later: Gist, earlier: Gist) -> bool:
    """Whether `later` says little that `earlier` does not: in one script by its words, across scripts by its facts."""
    if (
        later.companies & earlier.companies
        and len(later.words) >= _SMALL
        and _covered(later.words, earlier.text, _ALL_TOLD)
    ):
        return True  # one of several things that were released together, told with the rest
    if _same_figures(later, earlier) or _same_compound(later, earlier) or _same_deed(later, earlier):
        return True
    if _same_dealing(later, earlier) or _same_speech(later, earlier) or _same_round(later, earlier):
        return True
    if versions_conflict(later.versions, earlier.versions):
        return False
    if _same_subject(later, earlier) or _same_launch(later, earlier):
        return True
    if later.script != earlier.script:
        common = later.facts & earlier.facts
        return len(common) >= _FEWEST_FACTS and len(common) >= _FACTS * len(later.facts)
    if _hard(later.facts & earlier.facts):
        return True
    shared = later.words & earlier.pool
    if later.words == shared and shared and any(_company(fact) for fact in later.facts & earlier.facts):
        return True
    return len(shared) >= _FEWEST.get(later.script, _FEWEST_PAIRS) and len(shared) >= _WORDS * len(later.words)


def brings_news(articles: Sequence[Article], told: AbstractSet[str]) -> bool:
    """Whether a story of which the articles `told` were told goes on: two later voices, or an official one, share what is new.

    New is what no told article says; it must stand in a title, or it is the same report in other words.
    """
    old = [article for article in articles if article.id in told]
    if not old:
        return bool(articles)
    last = max(article.published for article in old)
    said = {term for article in old for text in (article.title, article.words) for term in terms(text)}
    scripts = {script_of(article.title, article.language) for article in old}
    late = [
        article
        for article in articles
        if article.id not in told
        and article.published > last
        and script_of(article.title, article.language) in scripts  # in another script every word would look new
    ]
    speakers = voices(late)
    heard: dict[str, set[str]] = {}
    titled: set[str] = set()
    for article in late:
        title = _words(headline(article.title)) - said
        if article.tier is Tier.OFFICIAL and len(title) >= _NEW:
            return True
        if owner(article) in speakers:
            heard.setdefault(owner(article), set()).update(title | _words(article.words[:_READ]) - said)
            titled |= title
    shared = Counter(term for new in heard.values() for term in new)
    common = {term for term, count in shared.items() if count >= _VOICES}
    least = _NEW if any(article.words for article in old) else _NEW_AFTER_A_TITLE
    return len(common) >= least and bool(common & titled)


def _same_subject(later: Gist, earlier: Gist) -> bool:
    """One narrow name is the subject of both: one page's piece adds nothing, nor what was expected, nor the release again."""
    # A headline all in capitals shows no names of its own, but what the other one names can stand in it.
    names = later.subjects & (earlier.subjects | earlier.words) | earlier.subjects & later.words
    shown = {name for name in names if name[0] == "@" or name in later.headed & earlier.headed}
    if shown and later.alone and (later.words & earlier.words & later.headed) - names - name_terms():
        return True
    if names:
        echo = (later.alone or later.ahead or later.release) and not later.weighty
        return echo or _covered(later.words, earlier.text, _TOLD)
    both = later.companies & earlier.companies
    share = _HINTED if later.alone else _TOLD if later.companies == earlier.companies else 1.0
    if both and _rare(later.words & earlier.text) and _covered(later.words, earlier.text, share):
        return True
    common = later.words & earlier.text
    hollow = earlier.alone and not (common - name_terms() or both - BROAD)
    if len(both) < _PAIR or hollow or _has_more(later, earlier):
        return False
    return (later.alone and later.companies == earlier.companies) or _covered(later.words, earlier.text, _HINTED)


def _has_more(later: Gist, earlier: Gist) -> bool:
    """A sum of money that the other does not name, or several voices where one alone had spoken."""
    sums = {fact for fact in later.facts - earlier.facts if _MONEY.fullmatch(fact)}
    return bool(sums) or (earlier.alone and not later.alone)


def _same_launch(later: Gist, earlier: Gist) -> bool:
    """One voice more on what came out as "ChatGPT Health"; or "new Gemini models" beside "Gemini 3.6 is out"."""
    if later.alone and later.launched & earlier.launched:
        return True
    family = later.products & earlier.products & earlier.versions.keys()
    return bool(family) and family.isdisjoint(later.versions) and later.release and bool(later.words & earlier.text)


@lru_cache(maxsize=20_000)
def _things(title: str) -> frozenset[str]:
    """Names of two words, the first a product's: ChatGPT Health, Gemini Notebook."""
    pairs = _PAIRED.findall(headline(title))
    return frozenset(
        f"{first} {second}".lower() for first, second in pairs if any(n.kind == "product" for n in names_in(first))
    )


def _figures(articles: Sequence[Article]) -> frozenset[str]:
    """Numbers and versions that a story's openings give: enough to know a report told twice by the same page."""
    texts = [f"{headline(article.title)}. {article.words[:_OPENING]}" for article in articles[:_SMALL]]
    numbers = {number.key for text in texts for number in numbers_in(text)}
    return frozenset(
        numbers | {f"{name}:{one}" for text in texts for name, found in versions_in(text).items() for one in found}
    )


def _same_figures(later: Gist, earlier: Gist) -> bool:
    """One page's two reports on one company, most of whose first figures are the same."""
    shared = later.figures & earlier.figures
    return (
        later.alone
        and bool(later.companies & earlier.companies)
        and len(shared) >= _FEWEST_FACTS
        and len(shared) >= _WORDS * min(len(later.figures), len(earlier.figures))
    )


def _speakers(articles: Sequence[Article]) -> frozenset[str]:
    """Heads of companies in the titles; a head of state has several affairs a day."""
    found = (name for a in articles[:_ASKED] for name in names_in(a.title))
    return frozenset(name.id for name in found if name.kind == "person" and name.company)


def _seeks_money(title: str, articles: Sequence[Article]) -> bool:
    """By the headline, or by half of the titles."""
    said = [bool(_RAISES.search(fold(a.title))) for a in articles[:_ASKED]]
    seeks = bool(_RAISES.search(fold(title))) or (any(said) and 2 * sum(said) >= len(said))
    return seeks and not _RAISED.search(fold(title))


def _same_speech(later: Gist, earlier: Gist) -> bool:
    """One page more on what somebody said, of which the other story's texts hold the half."""
    if not later.alone or not later.speakers & earlier.speakers:
        return False
    return bool(later.words & earlier.body - name_terms()) and _covered(later.headed, earlier.body, _TOLD)


def _same_round(later: Gist, earlier: Gist) -> bool:
    """The money that one company seeks, told from another side."""
    return later.raises and earlier.raises and later.leader == earlier.leader != ""


def _leader(title: str) -> str:
    """The company that a headline names first, a product or a head standing for its company."""
    found = min(mentions(title), key=lambda one: one.start, default=None)
    return found.company or found.id if found else ""


def _same_deed(later: Gist, earlier: Gist) -> bool:
    """Where words are pairs of characters, two words for one deed share none: one page more on what that company did."""
    return (
        later.alone
        and later.script == earlier.script != "latin"
        and later.leader != ""
        and later.leader == earlier.leader
        and bool(later.deeds & earlier.deeds)
    )


def say_the_same(one: str, other: str, language: Language) -> bool:
    """Whether two headlines shown in one edition are of one event: two companies and a rare pair of characters in both,
    or, in Chinese, three rare pairs of which two stand in a row. A headline of another script is compared by its words alone."""
    if language not in _IN_PAIRS:
        return False
    common = _words(headline(one)) & _words(headline(other))
    both = frozenset(companies_in(one)) & frozenset(companies_in(other))
    if len(both) >= _PAIR and _rare(common):
        return True
    rare = {word for word in common - _BODIES if len(word) == _PAIR and everyday().get(word, 0.0) < _RARE}
    in_a_row = any(first[1] == second[0] for first in rare for second in rare if first != second)
    return language != "ja" and len(rare) >= _ROW and in_a_row


def _same_dealing(later: Gist, earlier: Gist) -> bool:
    """Two companies and a rare pair of characters in both headlines: what the two do with each other, once more."""
    written = later.script == earlier.script and later.script in ("han", "kana")
    return written and len(later.companies & earlier.companies) >= _PAIR and _rare(later.words & earlier.words)


def _same_compound(later: Gist, earlier: Gist) -> bool:
    """In Chinese, of two pieces that name no company: three rare pairs of characters in a row that both hold are one thing's name."""
    if later.script != "han" or earlier.script != "han" or later.companies or earlier.companies or not later.alone:
        return False
    common = {word for word in later.words & earlier.words if len(word) == _PAIR and everyday().get(word, 0.0) < _RARE}
    common -= _BODIES
    return any(
        one[1] == two[0] and two[1] == three[0]
        for one in common
        for two in common
        for three in common
        if one != two != three
    )


def _covered(words: AbstractSet[str], text: AbstractSet[str], share: float) -> bool:
    return len(words & text) >= share * len(words)


def _rare(common: AbstractSet[str]) -> bool:
    """A word in common that is no company's and seldom used."""
    shares = everyday()
    return any(shares.get(word, 0.0) < _RARE and not word.isdigit() for word in common - name_terms())


def _company(fact: str) -> bool:
    return fact[0] == "@" and ":" not in fact


def _hard(common: frozenset[str]) -> bool:
    """The same company and the same amount of money."""
    return any(_company(fact) for fact in common) and any(_MONEY.fullmatch(fact) for fact in common)


def _words(title: str) -> frozenset[str]:
    shares = everyday()
    return frozenset(term for term in terms(title) if shares.get(term, 0.0) < _EVERYDAY)


def _often(sets: Sequence[frozenset[str]]) -> frozenset[str]:
    counts = Counter(term for found in sets for term in found)
    least = 1 if len(sets) <= _SMALL else 2
    return frozenset(term for term, count in counts.items() if count >= least)
