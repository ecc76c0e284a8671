"""Who speaks in a story: independent owners, each counted once."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final
from urllib.parse import urlsplit

from news.model import Article, Tier
from summariser.reading.traces import headline
from summariser.words.names import companies_in
from summariser.words.vectors import fold, stem, terms

_SECOND_LEVEL: Final = frozenset(("co", "com", "org", "net", "ac", "gov", "go", "or", "ne", "edu", "in"))
_GENERIC: Final = frozenset(
    ("the", "ai", "news", "blog", "research", "official", "rss", "technology", "tech", "latest")
)
_ACCOUNTS: Final = frozenset(("twitter", "bsky", "threads", "weibo", "xcancel"))
_HOST: Final = re.compile(r"(?:[a-z0-9-]+\.)+(?:com|org|net|ai|io|co|dev|app|cn|tw|jp|kr|th|uk|de|eu|fr)")
_FEWEST_LETTERS: Final = 3
_SAME_TITLE: Final = 0.6
_SAME_TEXT: Final = 0.5  # a press release is edited at its edges
_LEAD: Final = 300
_ASIDE: Final = re.compile(r"\(.*?\)|（.*?）|·.*$")


def owner(article: Article) -> str:
    """Who speaks: the registrable domain of the article's address; where that is a bare number, the publisher's name."""
    host = (urlsplit(article.url).hostname or "").removeprefix("www.")
    labels = host.split(".")
    if len(labels) < 2 or labels[-1].isdigit():
        return _publisher(article.source_name) or article.source
    keep = 3 if len(labels) > 2 and labels[-2] in _SECOND_LEVEL and len(labels[-1]) == 2 else 2
    return ".".join(labels[-keep:])


def speaks_for_itself(article: Article) -> bool:
    """Whether the page belongs to what its title names: kimi.com on Kimi, an account of Qwen on Qwen."""
    host, *path = address_of(article.url)
    names = set(host.removeprefix("www.").split(".")[:-1])
    if names & _ACCOUNTS or {"x", "twitter"} & names:
        names = set(re.split(r"[_\W]+", path[0].lower())) if path else set()
    named = frozenset(terms(article.title)) | frozenset(companies_in(article.title))
    return any(len(name) >= _FEWEST_LETTERS and stem(name) in named for name in names)


def own_companies(article: Article) -> frozenset[str]:
    """The companies that the source's name or address names."""
    return frozenset(companies_in(f"{article.source_name} {address_of(article.url)[0]}"))


def address_of(url: str) -> list[str]:
    """Host and path; where a mirror or an archive shows the page, those that it names: …/web/2026/https://kimi.com/blog."""
    parts = urlsplit(url)
    host, path = (parts.hostname or "").lower(), [part for part in parts.path.split("/") if part]
    mirrored = [at for at, part in enumerate(path) if _HOST.fullmatch(part)]
    return path[mirrored[-1] :] if mirrored else [host, *path]


def _publisher(name: str) -> str:
    """ "TechCrunch AI" and "TechCrunch (RSS)" are one publisher."""
    words = re.findall(r"\w+", fold(_ASIDE.sub("", name)))
    return " ".join(word for word in words if word not in _GENERIC)


def voices(articles: Sequence[Article]) -> tuple[str, ...]:
    """Independent owners behind a story, oldest first: one per owner, and who only copies another's words is nobody's voice."""
    owners: dict[str, None] = {}
    told: list[tuple[frozenset[str], frozenset[str]]] = []
    for article in sorted(articles, key=lambda a: (a.published, a.id)):
        speaker = owner(article)
        if speaker in owners:
            continue
        title, text = _said(headline(article.title)), _said(article.words[:_LEAD])
        if not any(_copied(title, said, _SAME_TITLE) or _copied(text, wrote, _SAME_TEXT) for said, wrote in told):
            owners[speaker] = None
        told.append((title, text))
    return tuple(owners)


@lru_cache(maxsize=20_000)
def _said(text: str) -> frozenset[str]:
    return frozenset(terms(text))


def _copied(words: frozenset[str], other: frozenset[str], share: float) -> bool:
    return len(other) > 2 < len(words) and len(words & other) >= share * len(words | other)


def on_one_word(articles: Sequence[Article]) -> bool:
    """Whether one voice alone says it, and not one that speaks for itself."""
    return len(voices(articles)) < 2 and not any(article.tier is Tier.OFFICIAL for article in articles)
