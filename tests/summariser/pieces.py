"""Articles for the editorial tests: invented companies, a clock that stands still."""

from datetime import UTC, datetime, timedelta

from news.languages import Language
from news.model import Article, Source, TextState, Tier

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


def article(
    title: str,
    *,
    source: str = "",
    text: str = "",
    hours: float = 0.0,
    tier: Tier = Tier.GENERAL,
    language: Language = "en",
    url: str = "",
    id: str = "",
) -> Article:
    """An article published `hours` before noon, by a source of its own unless one is named."""
    name = source or f"Paper {title}"
    at = NOON - timedelta(hours=hours)
    link = url or f"https://{abs(hash_of(name)) % 10**8}.example/{hash_of(title)}"
    return Article(
        id=id or f"{hash_of(title + name):x}",
        key=link,
        url=link,
        source=name,
        source_name=name,
        tier=tier,
        title=title,
        summary="",
        text=text,
        text_state=TextState.HAD if text else TextState.NONE,
        language=language,
        published=at,
        dated=True,
        seen=at,
    )


def hash_of(text: str) -> int:
    """The same in every run, unlike `hash`."""
    value = 7
    for char in text:
        value = (value * 131 + ord(char)) % (1 << 40)
    return value


def source(name: str, *, topics: tuple[str, ...] = ()) -> Source:
    return Source(id=name.lower(), name=name, feed="", topics=topics)
