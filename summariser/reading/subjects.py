"""What a story is about, by name: things so narrow that two stories about one of them are likely the same news."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final
from urllib.parse import urlsplit

from news.model import Article, Tier
from summariser.reading.traces import headline
from summariser.reading.voices import own_companies
from summariser.words.names import companies_in, name_terms, versions_in
from summariser.words.vectors import STOPWORDS, everyday, fold, stem

BROAD: Final = frozenset(
    [
        "openai",
        "anthropic",
        "google",
        "deepmind",
        "microsoft",
        "nvidia",
        "meta",
        "apple",
        "amazon",
        "aws",
        "xai",
        "tesla",
        "spacex",
        "alibaba",
        "tencent",
        "baidu",
        "bytedance",
        "huawei",
        "xiaomi",
        "samsung",
        "sk-hynix",
        "softbank",
        "intel",
        "amd",
        "tsmc",
        "github",
        "linkedin",
        "hugging-face",
        "oracle",
        "ibm",
        "sony",
        "naver",
        "kakao",
        "lg",
        "ntt",
    ]
)
"""Companies in the news with several things a day: their name alone tells no event."""

_RARE: Final = 0.004
_READ: Final = 1_500
_ASKED: Final = 12
_NAME: Final = re.compile(r"[^\W\d_][\w.+-]*[\w+]|[^\W\d_]")
_COINED: Final = re.compile(r"[A-Z]{2,}-?[A-Z0-9]|[a-z][A-Z]|-[A-Z]{2}|\d")
_SMALL: Final = re.compile(r"\b[a-z][\w+-]*")
_FEWEST_LETTERS: Final = 4


def subjects_of(articles: Sequence[Article]) -> frozenset[str]:
    """Companies of narrow fame, versions of products and coined names that at least half of the titles hold."""
    found = [_subjects(headline(a.title), a.words[:_READ]) for a in articles[:_ASKED]]
    return _shared([one or _in_address(a.url) for one, a in zip(found, articles, strict=False)])


@lru_cache(maxsize=20_000)
def _in_address(url: str) -> frozenset[str]:
    """What the words of an address name where the title names nothing: …/moonshot-ai-kimi-k3-open-weight.html."""
    words = re.sub(r"[-_/.]+", " ", urlsplit(url).path)
    return frozenset(f"@{one}" for one in companies_in(words) if one not in BROAD)


def companies_of(articles: Sequence[Article]) -> frozenset[str]:
    """Companies that at least half of the titles name or mean by a product."""
    return _shared([named_by(a) for a in articles[:_ASKED]])


def named_by(article: Article) -> frozenset[str]:
    """Companies in the title; where a maker's own page names none there, the maker."""
    found = frozenset(companies_in(headline(article.title)))
    return found or (own_companies(article) if article.tier is Tier.OFFICIAL else found)


def _shared(found: Sequence[frozenset[str]]) -> frozenset[str]:
    counts: Counter[str] = Counter(name for names in found for name in names)
    return frozenset(name for name, count in counts.items() if count * 2 >= len(found))


@lru_cache(maxsize=20_000)
def _subjects(title: str, words: str) -> frozenset[str]:
    found = {f"@{company}" for company in companies_in(title)[:1] if company not in BROAD}
    found |= {f"@{family}:{min(versions)}" for family, versions in list(versions_in(title).items())[:1]}
    return frozenset(found.union(_coined(title, words)))


def _coined(title: str, words: str) -> Iterable[str]:
    """Rare names of the title: spelled like a name, or always with a capital in the text."""
    small = frozenset(_SMALL.findall(words))
    for match in _NAME.finditer(title):
        word, term = match[0], stem(fold(match[0]))
        if versions_in(word):
            continue  # a version counts by its family
        if not word[0].isascii() or len(word) < _FEWEST_LETTERS or term in STOPWORDS or term in name_terms():
            continue
        if everyday().get(term, 0.0) >= _RARE:
            continue
        named = _COINED.search(word[1:] if word[0].isupper() else word)
        if named or (word[0].isupper() and word.lower() not in small and (word in words or _sentence_case(title))):
            yield term


def _sentence_case(title: str) -> bool:
    """Most of its longer words, the first left out, are small: there a capital makes a name."""
    later = [word for word in title.split()[1:] if len(word) >= _FEWEST_LETTERS and word[0].isalpha()]
    return sum(word[0].islower() for word in later) * 2 > len(later)
