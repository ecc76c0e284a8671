"""`ainews stories`."""

import click

from bot.cli.common import at_option, clock_at, json_option, print_json, run_async


@click.command()
@at_option
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True)
@click.option("--topic", help="Only this topic.")
@json_option
@run_async
async def stories(at: str | None, limit: int, topic: str | None, as_json: bool) -> None:
    """List the latest stories, newest first."""
    from bot.settings import load_settings
    from bot.wiring import open_house
    from news.model import PUBLIC

    async with open_house(load_settings(), clock_at(at)) as house, house.database.read() as tx:
        found = await tx.stories.latest(tenant=PUBLIC, limit=limit, until=house.clock.now(), topic=topic)
    if as_json:
        fields = ("id", "slug", "headline", "language", "topics")
        rows = [{**{f: getattr(s, f) for f in fields}, "articles": len(s.articles), "updated": s.updated.isoformat()} for s in found]  # fmt: skip
        print_json(rows)
        return
    if not found:
        click.echo("No stories yet. Run `ainews collect` first.")
    for story in found:
        count = f"{len(story.articles)} articles" if len(story.articles) > 1 else "1 article"
        click.echo(f"{story.id}  {story.updated:%m-%d %H:%M}  {story.headline}  ({count})")
