"""The one line that names a story: the clearest of its titles, without the site's decoration."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from functools import lru_cache
from math import sqrt
from typing import Final
from urllib.parse import urlsplit

from news.languages import Language
from news.model import Article, Story, Tier
from news.scripts import CJK, words
from news.text import cut, search_tokens, sentences
from summariser.reading.attribution import guests, speaker
from summariser.reading.formats import format_of
from summariser.reading.material import fold
from summariser.reading.relevance import judge
from summariser.reading.voices import own_companies
from summariser.words.names import companies_in

_LONGEST: Final[dict[str, int]] = {"en": 140, "th": 130}
_LONGEST_CHARACTERS: Final = 70
_WHOLE: Final = 98
"""A Japanese headline so long is shown whole rather than cut where no part of it is complete: its verb stands at the end."""
_WHOLE_THAI: Final = 170
_PIPE: Final = re.compile(r"\s*[|｜]\s*|\s+[–—-]\s+|\s*_(?=[^_]{2,12}$)")
_PREFIX: Final = re.compile(
    r"^(?:(?:Show|Ask|Tell|Launch) HN:\s*|\[[^\]]{1,14}\]\s*|【[^】]{1,12}】\s*|〔[^〕]{1,12}〕\s*|(?:Exclusive|Breaking|Update|Watch|Video|Report|快讯|快訊|獨家|独家)\s*[:：|]\s*)",
    re.I,
)
_SERIES: Final = re.compile(r"\s*(?:【[^】]{1,30}】|〈[^〉]{1,30}〉).*$|\s*\[[^\]]*[가-힣][^\]]*\]$")
"""A column's name after the headline, with what the page's title adds to it."""
_PAYWALL: Final = re.compile(
    r"\s*(?:\d{1,2}[:：]\d{2})?\s*(?:有料(?:会員限定)?|会員限定|유료|付費|訂閱限定)?(?:\s*[#＃][^\s#＃]{2,20})+$|\s*\d{1,2}[:：]\d{2}\s*有料$|\s*[(（]\d+/\d+[)）]$"
)
_PAGE: Final = re.compile(r"\s*[-–—:：~〜～]\s*$")
_PART: Final = re.compile(rf"\s*[―—–]{{1,2}}\s*|(?<=[{CJK}」』])[ \u3000]+(?=[{CJK}「『“])")
_PAIRS: Final = (("「", "」"), ("『", "』"), ("“", "”"), ("(", ")"), ("（", "）"))
"""Where a long headline has a complete first part."""
_EMOJI: Final = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u200d]+")
_CUT: Final = re.compile(r"\s*(?:\[…\]|\[\.\.\.\]|\.{2,}|…+)\s*$")
_YEAR_TAG: Final = re.compile(r"\s*[\[(](?:pdf|video|audio|updated?|20\d\d)[\])]\s*$", re.I)
_BAIT: Final = re.compile(
    r"^(?:here[’']?s|welcome|introducing|announcing|now |this is|these|why|how|what|when|meet|watch|i |we |my |our |you |\d+ (?:things|ways|tips|reasons|best))|\byou(?:r|’re|'re)?\b|\b(?:I|we|my|our)\b|[!！]|[?？]$|^(?:create|build|try|get|turn|make|discover|explore|edit|connect|built for|powering|bringing|unlocking|advancing|accelerating)\b|won[’']t believe|이유는|까닭|どうなる|とは$|なぜ|竟然|竟|震惊|震驚|ทำไม",
    re.I,
)
_INITIALS: Final = words("AI AGI API AWS CEO CTO EU GPT GPU IBM IPO LLM MIT NASA NPU SDK TPU UK UN US USA")
_SLOGAN: Final = re.compile(r"^[^:]{3,60}: [A-Z]")
"""A name, a colon and a phrase, as vendors write it."""
_COINED: Final = re.compile(r"[a-z][A-Z]|[A-Z]{2,}|[A-Za-z]-?\d")
"""A product's name says whose news it is."""
_TEASES: Final = re.compile(
    r"^(?:here[’']?s|here are(?!.*\b(?:is|are) \w+ing\b)|inside|meet|why|how|what|when|the \d+ |\d+ (?:things|ways|tips|reasons|best))\b|\bI\b|\b(?:my|we|our)\b|\brumou?rs?\b|\bvs\.?\b.*\bvs\b|[?…]$",
    re.IGNORECASE,
)
"""A headline that keeps what happened to itself."""
_CLAUSE: Final = re.compile(
    r"; | [–—] |, (?:a|an|after|as|with|while|which|citing|per|up from|and (?:says|plans|will))\b"
)
_CLAUSE_FROM: Final = 45
_QUESTION: Final = re.compile(r"[?？]")
_TRUSTED: Final = {
    Tier.OFFICIAL: 0.35,
    Tier.GENERAL: 0.25,
    Tier.SPECIALIST: 0.25,
    Tier.RESEARCH: 0.15,
    Tier.ANALYST: 0.1,
    Tier.COMMUNITY: -0.3,
    Tier.AGGREGATOR: -0.2,
}
_BESIDE_NEWS: Final = 0.08
"""What a maker's own title counts less where a newsroom has one."""
_SAYS_AI: Final = 0.25
"""For a title that shows what the story has to do with AI."""
_OLD: Final = timedelta(hours=30)
_OVERTAKEN: Final = 0.25
"""What a title counts less so long before the newest one: the story has gone on."""
_BOUND: Final = re.compile(
    r"\b(within|by|as (?:early|soon) as) (\w+ (?:days?|weeks?|months?|years?)|20\d\d)\b", re.IGNORECASE
)
_AT_BEST: Final = ("as early as", "as soon as")
_TOO_SURE: Final = 1.5
"""For a title that makes the earliest day another one names the latest."""
_GOOD_WORDS: Final = (5, 16)
_TERSE: Final = 2
"""Words more that a headline of Han characters needs: the barest of several titles leaves out who, or how much more."""
_STANDS: Final = 14
_PICKED: Final = ("googlenews", "newsgoogle", "はてなブックマーク", "hatenabookmark", "hackernews", "geeknews")
"""Lists that show a page's own title, its site's name and all."""


def headline(story: Story, articles: Sequence[Article], language: Language) -> str:
    """The best title of these articles in `language`, tidied; the story's own headline when there is none."""
    titles = [article for article in articles if article.language == language and article.title.strip()]
    if not titles:
        return tidy(story.headline, (), story.language)
    bags = {article.id: frozenset(search_tokens(article.title)) for article in titles}
    newest = max(article.published for article in titles)
    edited = any(article.tier in (Tier.GENERAL, Tier.SPECIALIST) for article in titles)

    def worth(article: Article) -> tuple[float, float, str]:
        less = _OVERTAKEN * (article.published < newest - _OLD) + _TOO_SURE * _too_sure(article, titles)
        return _worth(article, bags, language, edited) - less, -article.published.timestamp(), article.id

    best = max(titles, key=worth)
    sites = [name for article in articles for name in (article.source_name, urlsplit(article.url).hostname or "")]
    return with_maker(tidy(best.title, sites, language), best)


@lru_cache(maxsize=0x4000)
def teases(title: str) -> bool:
    """Whether an English headline alone does not tell the event: a question, a list, a rumour without what, a cut end."""
    return bool(_TEASES.search(title))


def is_title_of(shown: str, article: Article) -> bool:
    """Whether a headline as shown, tidied or shortened, is this article's own title."""
    shown = _squash(shown)
    return bool(shown) and shown in _squash(f"{speaker(article)} {article.title}")


def _too_sure(article: Article, others: Sequence[Article]) -> bool:
    """ "Within six months" where another says "as early as six months"."""
    bounds = [(kind.lower(), when.lower()) for kind, when in _BOUND.findall(article.title)]
    at_best = {when.lower() for one in others for kind, when in _BOUND.findall(one.title) if kind.lower() in _AT_BEST}
    return any(kind not in _AT_BEST and when in at_best for kind, when in bounds)


def with_maker(title: str, article: Article) -> str:
    """A maker's page on itself need not say who it is; a headline must."""
    if article.tier is not Tier.OFFICIAL or article.language != "en" or companies_in(title) or ":" in title:
        return title
    maker = guests(article) or own_companies(article)
    return f"{speaker(article)}: {title}" if maker and not _COINED.search(title) else title


def _worth(article: Article, bags: dict[str, frozenset[str]], language: Language, edited: bool) -> float:
    """Trust, agreement with the other titles, a good length, and no bait."""
    title, mine = fold(article.title), bags[article.id]
    agreement = _agreement(mine, [bag for name, bag in bags.items() if name != article.id])
    size = len(title.split()) if language == "en" else len(title) / 3
    fewest = _GOOD_WORDS[0] + _TERSE * (language == "ja" or language.startswith("zh"))
    shape = 0.3 if fewest <= size <= _GOOD_WORDS[1] else 0.1 if size <= 22 and size > 3 else -0.4
    letters = [char for char in title if char.isalpha()]
    shouting = bool(letters) and sum(map(str.isupper, letters)) > 0.6 * len(letters)
    faults = (
        0.5 * bool(_QUESTION.search(title))
        + 0.3 * bool(_BAIT.search(title) or teases(title))
        + 0.4 * bool(_CUT.search(title))
        + 0.4 * shouting
    )
    faults += 0.3 * (format_of(article.title) != "news") + 0.5 * (
        len(bags) > 2 and article.tier is Tier.OFFICIAL and language == "en" and bool(_SLOGAN.search(title))
    )
    faults += _BESIDE_NEWS * (article.tier is Tier.OFFICIAL and edited)
    return _TRUSTED[article.tier] + agreement + shape + _SAYS_AI * judge(article.title, "").is_ai - faults


def _agreement(mine: frozenset[str], others: Sequence[frozenset[str]]) -> float:
    """0 to 1: how near a title is to what the other titles say together; words that it alone has count against it."""
    shares = Counter(word for bag in others for word in bag)
    size = sqrt(sum(n * n for n in shares.values())) * sqrt(len(mine))
    return sum(shares[word] for word in mine) / size if size else 0.0


def tidy(title: str, sites: Sequence[str], language: Language) -> str:
    """Without site name, label, emoji or shouting; a paragraph becomes its first sentence, a cut title ends at a word.

    `sites`: names and hosts of the sources that reported it.
    """
    text = fold(_YEAR_TAG.sub("", _EMOJI.sub("", title))).strip(" ·|-–—")
    text = _without_site(text, sites)
    shorter = _PREFIX.sub("", text)
    text = shorter if len(shorter) >= 8 else text
    text = _without_series(text) if language != "en" else text
    was_cut = _CUT.search(text)
    if was_cut:
        text = _CUT.sub("", text)
        text = text.rpartition(" ")[0] or text if language in {"en", "ko"} else text
        text += "…"
    return _lowered(_whole(_shortened(text, language), language))


def _whole(text: str, language: Language) -> str:
    """A cut English title up to its last whole clause, where that is long enough to tell the event."""
    if language != "en" or not text.endswith("…"):
        return text
    ends = [match.start() for match in _CLAUSE.finditer(text) if match.start() >= _CLAUSE_FROM]
    return text[: ends[-1]] if ends else text


def _without_series(text: str) -> str:
    """Without a column's name, a pay sign, hash tags or a page number at the end, where a headline remains."""
    for pattern in (_PAYWALL, _SERIES, _PAGE):
        shorter = pattern.sub("", text)
        text = shorter if len(shorter) >= _STANDS else text
    return text


def _without_site(text: str, sites: Sequence[str]) -> str:
    """Drops trailing parts that name the site: known by the sources' names and hosts, or a bar before a short name."""
    while True:
        marks = list(_PIPE.finditer(text))
        if not marks:
            return text
        mark = marks[-1]
        head, tail = text[: mark.start()].rstrip(), text[mark.end() :].strip()
        if len(head) < 10 or not (_names_site(tail, sites) or (_is_bar(mark.group()) and _short(tail, head))):
            return text
        text = head


def _is_bar(mark: str) -> bool:
    return any(char in mark for char in "|｜_")


def _short(tail: str, head: str) -> bool:
    return len(tail.split()) <= 4 and len(tail) <= 28 and len(tail) * 2 <= len(head)


def _names_site(tail: str, sites: Sequence[str]) -> bool:
    """True when the last part names one of the sources, or stands where an aggregator puts the publisher."""
    name = _squash(tail)
    if len(name) < 3:
        return not name
    known = [_squash(site) for site in sites]
    if any(name in site or (len(site) >= 4 and name.startswith(site)) for site in known):
        return True
    return any(pick in site for pick in _PICKED for site in known) and len(tail.split()) <= 5 and len(tail) <= 40


def _squash(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


def _shortened(text: str, language: Language) -> str:
    limit = _LONGEST.get(language, _LONGEST_CHARACTERS)
    if len(text) <= limit:
        return text
    whole = len(text) <= {"ja": _WHOLE, "th": _WHOLE_THAI}.get(language, 0)
    first = text if whole else sentences(text, language)[0].rstrip("。.")
    if len(first) > limit and language not in ("en", "th"):
        parts = [found.start() for found in _PART.finditer(first, _STANDS, limit)]
        ends = [at for at in parts if all(first[:at].count(one) == first[:at].count(other) for one, other in _PAIRS)]
        first = first[: ends[-1]] if ends else first
    return first if whole else cut(first, limit, language)


def _lowered(text: str) -> str:
    """A shouted title with capital initials; known initialisms (AI, GPU) stay."""
    letters = [char for char in text if char.isalpha()]
    if len(letters) < 12 or sum(map(str.isupper, letters)) < 0.8 * len(letters):
        return text
    shown = [
        word if word.strip("'’s:,.") in _INITIALS or any(map(str.isdigit, word)) else word.capitalize()
        for word in text.split()
    ]
    return " ".join(shown)
