"""Where a story was told first, as far as the edition remembers. Pure."""

from collections.abc import Iterable, Mapping, Sequence

from news.model import Article, Brief, FirstTelling


def first_tellings(editions: Iterable[Brief]) -> dict[str, FirstTelling]:
    """By article, oldest edition first: a story is known again by what it was told from, whatever it was merged into."""
    found: dict[str, FirstTelling] = {}
    for brief in sorted(editions, key=lambda one: (one.date, one.made)):
        for story in brief.stories:
            telling = story.first or FirstTelling(brief.id, story.headline)
            for article in story.articles:
                found.setdefault(article, telling)
    return found


def first_telling(articles: Sequence[Article], tellings: Mapping[str, FirstTelling]) -> FirstTelling | None:
    """The earliest of those that any of the articles was told in."""
    known = {article.id for article in articles}
    return next((telling for article, telling in tellings.items() if article in known), None)
