"""Stories: a life-long id and slug, articles found through the articles, merges followed."""

from datetime import timedelta

from news.model import PUBLIC, Story
from store.database import Database, Transaction
from tests.store.samples import NOON, article, hours, story


async def _ids(stories: list[Story]) -> list[str]:
    return [one.id for one in stories]


async def test_a_story_tells_its_articles_oldest_first(db: Database) -> None:
    """Which articles it has is said by the assignment, not by the value that was put."""
    async with db.begin() as tx:
        await tx.articles.add(
            [article(id, published=NOON - hours(age)) for id, age in (("a1", 1), ("a2", 3), ("a3", 2))], tenant=PUBLIC
        )
        await tx.stories.put([story(articles=("a9",))], tenant=PUBLIC)
        await tx.articles.assign({"a1": "s1", "a2": "s1"}, tenant=PUBLIC)
        assert await tx.stories.get("s1", tenant=PUBLIC) == story(articles=("a2", "a1"))
        assert await tx.stories.get("s2", tenant=PUBLIC) is None


async def test_an_update_keeps_slug_and_creation(db: Database) -> None:
    """A link that was sent must go on working, whatever the headline becomes."""
    async with db.begin() as tx:
        await tx.stories.put([story()], tenant=PUBLIC)
        changed = story(
            slug="other", created=NOON, headline="新しい見出し", language="ja", topics=("a", "b"), updated=NOON
        )
        await tx.stories.put([changed], tenant=PUBLIC)
        stored = await tx.stories.get("s1", tenant=PUBLIC)
    assert stored is not None
    assert (stored.slug, stored.created) == ("slug-s1", NOON - hours(2))
    assert (stored.headline, stored.language, stored.topics, stored.updated) == ("新しい見出し", "ja", ("a", "b"), NOON)


async def test_a_taken_slug_gets_a_number(db: Database) -> None:
    """Within one batch, later, and when another tenant has it, whose rows may not be read."""
    async with db.begin() as tx:
        await tx.stories.put([story("s1", slug="open", tenant="acme")], tenant="acme")
        await tx.stories.put([story("s2", slug="open"), story("s3", slug="open")], tenant=PUBLIC)
        await tx.stories.put([story("s4", slug="open")], tenant=PUBLIC)
        slugs = [(await tx.stories.by_slug(slug, tenant=PUBLIC)) for slug in ("open", "open-2", "open-3", "open-4")]
    assert [one and one.id for one in slugs] == [None, "s2", "s3", "s4"]


async def test_a_merged_story_answers_with_the_one_it_went_into(db: Database) -> None:
    """Over two steps, by id, by slug, asked for alone or with the others of the chain."""
    chain = [story("s1", merged_into="s2"), story("s2", merged_into="s3"), story("s3")]
    async with db.begin() as tx:
        await tx.articles.add([article("a3")], tenant=PUBLIC)
        await tx.stories.put(chain, tenant=PUBLIC)
        await tx.articles.assign({"a3": "s3"}, tenant=PUBLIC)
        end = story("s3", articles=("a3",))
        assert await tx.stories.get("s1", tenant=PUBLIC) == end
        assert await tx.stories.by_slug("slug-s2", tenant=PUBLIC) == end
        assert await tx.stories.some(["s1", "s2", "s3"], tenant=PUBLIC) == {"s1": end, "s2": end, "s3": end}


async def test_a_ring_of_merges_ends(db: Database) -> None:
    """A fault elsewhere must not hang a page."""
    async with db.begin() as tx:
        await tx.stories.put([story("s1", merged_into="s2"), story("s2", merged_into="s1")], tenant=PUBLIC)
        assert await tx.stories.get("s1", tenant=PUBLIC) is not None


async def _three(tx: Transaction) -> None:
    stories = [
        story("new", updated=NOON, topics=("models", "50%_off")),
        story("old", updated=NOON - hours(30), language="ja"),
        story("gone", updated=NOON, merged_into="new"),
    ]
    await tx.stories.put(stories, tenant=PUBLIC)


async def test_active_stories_are_the_lately_updated_ones(db: Database) -> None:
    """A merged one is no longer alive."""
    async with db.begin() as tx:
        await _three(tx)
        assert await _ids(await tx.stories.active(tenant=PUBLIC, since=NOON)) == ["new"]
        assert await _ids(await tx.stories.active(tenant=PUBLIC, since=NOON - hours(30))) == ["new", "old"]


async def test_latest_stories_by_time_topic_and_language(db: Database) -> None:
    """A topic matches whole, and its odd characters are no wildcards."""
    async with db.begin() as tx:
        await _three(tx)

        async def latest(**filters: str) -> list[str]:
            return await _ids(await tx.stories.latest(tenant=PUBLIC, limit=9, until=NOON, **filters))  # type: ignore[arg-type]

        assert await latest() == ["new", "old"]
        assert await latest(topic="models") == ["new", "old"]
        assert await latest(topic="model") == await latest(topic="50__off") == []
        assert await latest(topic="50%_off") == ["new"]
        assert await latest(language="ja") == ["old"]
        before = NOON - timedelta(seconds=1)
        assert await _ids(await tx.stories.latest(tenant=PUBLIC, limit=1, until=before)) == ["old"]
        assert await _ids(await tx.stories.latest(tenant=PUBLIC, limit=1, until=NOON)) == ["new"]
