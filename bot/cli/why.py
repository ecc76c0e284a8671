"""`ainews why STORY`."""

from collections.abc import Sequence
from typing import Any, Final

import click

from bot.cli.common import at_option, clock_at, json_option, print_json, run_async
from news.model import Article, Score, Story

_NAMED: Final = 12


@click.command()
@click.argument("story")
@at_option
@json_option
@run_async
async def why(story: str, at: str | None, as_json: bool) -> None:
    """Say why STORY (an id or a slug) ranks where it does: its points, and the voices behind it."""
    from bot.newsroom.making.listening import readers_signals
    from bot.settings import load_settings
    from bot.wiring import open_house
    from news.errors import BadInput
    from news.model import PUBLIC, Edition
    from summariser.stories.ranking import score

    async with open_house(load_settings(), clock_at(at)) as house, house.database.read() as tx:
        found = await tx.stories.get(story, tenant=PUBLIC) or await tx.stories.by_slug(story, tenant=PUBLIC)
        if found is None:
            raise BadInput(f"story {story!r}", "no such id or slug; `ainews stories` lists them")
        now = house.clock.now()
        articles = [a for a in await tx.articles.get(found.articles, tenant=PUBLIC) if max(a.seen, a.published) <= now]
        readers = await readers_signals(tx, Edition(found.language, 5), now)
    if not articles:
        raise BadInput(f"story {story!r}", f"nothing of it was known at {now:%Y-%m-%d %H:%M} UTC; give a later --at")
    points = score(found, articles, now=now, readers=readers)
    if as_json:
        print_json(_row(found, points, articles))
    else:
        _show(found, points, articles)


def _row(story: Story, points: Score, articles: Sequence[Article]) -> dict[str, Any]:
    from summariser.reading.voices import voices

    sources = [
        {"name": a.source_name, "title": a.title, "url": a.url, "published": a.published.isoformat()} for a in articles
    ]
    return {
        "id": story.id,
        "slug": story.slug,
        "headline": story.headline,
        "score": points.value,
        "parts": dict(points.parts),
        "voices": list(voices(articles)),
        "articles": sources,
    }


def _show(story: Story, points: Score, articles: Sequence[Article]) -> None:
    from summariser.reading.voices import voices

    click.echo(f"{story.headline}\n{points.value:.1f} points:")
    for reason, value in sorted(points.parts.items(), key=lambda part: -abs(part[1])):
        click.echo(f"  {value:+6.1f}  {reason}")
    heard = voices(articles)
    click.echo(f"Independent voices, {len(heard)}: {', '.join(heard)}")
    for article in articles[:_NAMED]:
        click.echo(f"  {article.published:%m-%d %H:%M}  {article.source_name}: {article.title}")
    if len(articles) > _NAMED:
        click.echo(f"  and {len(articles) - _NAMED} more articles")
