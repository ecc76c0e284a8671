"""What a workspace reads alone never reaches another one's model or prose, though replies are kept for everybody."""

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from bot.house import House
from bot.newsroom.answering.answering import answer_question
from bot.newsroom.archive import story_view
from bot.newsroom.collecting.indexing import index_missing
from bot.newsroom.making.briefing import make_brief
from news.model import Edition, Story, Summary, Tenant
from tests.bot.house import NOW
from tests.bot.newsroom.test_writing import QUESTION, desk
from tests.fakes.models import Journalist, ModelServer

SECRET = "Orchidwood"
TITLE = f"Heron 3 secretly runs on chips of {SECRET}, a report for subscribers says"
TEXT = (
    f"Heron 3 runs on chips of {SECRET}.\nThe chips of {SECRET} cost 40 million dollars a year.\n"
    f"The maker of Heron 3 signed the contract with {SECRET} in May."
)


class Backwards(Journalist):
    """Begins with the article that it is shown last."""

    def _lines(self, data: dict[str, Any]) -> list[tuple[str, str, Any]]:
        return sorted(super()._lines(data), key=lambda line: line[0], reverse=True)


async def shared_story(house: House) -> Story:
    """A story of two articles: one is everybody's, the other of a source that workspace A alone reads."""
    async with house.database.begin() as tx:
        for name in ("A", "B"):
            await tx.tenants.put(Tenant(name, name, NOW))
        found = await tx.articles.between(tenant="public", start=NOW - timedelta(days=9), end=NOW, seen_until=NOW)
        public = next(one for one in found if "Heron 3" in one.title and one.words and one.language == "en")
        own = replace(
            public, id="private", key="private", url="https://paid.example/1", source="paid", source_name="Paid Wire", title=TITLE,
            text=TEXT, tenant="A", published=NOW - timedelta(hours=1), seen=NOW - timedelta(hours=1),
        )  # fmt: skip
        await tx.articles.add([own], tenant="A")
        assert public.story
        await tx.articles.assign({"private": public.story}, tenant="A")
    await index_missing(database=house.database)
    return Story("mixed", "mixed", public.title, "en", ("private", public.id), (), NOW, NOW)


async def told_to(tenant: str, story: Story, house: House) -> Summary:
    """The story by the articles that the workspace may read, through the real writer and the kept replies of all."""
    async with house.database.read() as tx:
        articles = await tx.articles.get(story.articles, tenant=tenant)
    return await house.summariser.summarise(replace(story, tenant=tenant), articles, language="en")


def shown(server: ModelServer) -> list[str]:
    """The requests since the last look."""
    bodies = [json.dumps(asked.body, ensure_ascii=False) for asked in server.asked]
    server.asked.clear()
    return bodies


async def everything_of(tenant: str, house: House) -> list[str]:
    """Its whole brief, the answer to a question about its first stories, and the pages of the story that it may open."""
    at: dict[str, Any] = {"database": house.database, "clock": house.clock, "summariser": house.summariser}
    brief = await make_brief(**at, edition=Edition("en", 5, tenant=tenant), zone=house.settings.timezone)
    answers = [
        await answer_question(**at, text=text, tenant=tenant) for text in (QUESTION, "What chips does Heron 3 run on?")
    ]
    assert brief.stories
    async with house.database.read() as tx:
        stories = await tx.stories.active(tenant=tenant, since=NOW - timedelta(days=9))
    assert any("Heron" in one.headline for one in stories)
    pages = [
        await story_view(**at, id=one.id, language="en", tenant=tenant) for one in stories if "Heron" in one.headline
    ]
    return [repr(brief), repr(answers), repr(pages)]


async def test_prose_from_a_private_source_is_its_workspaces_alone(tmp_path: Path) -> None:
    """A is told the story first, with it, in a brief and in answers. Nothing of B's holds anything of it: no prompt, brief, answer, page of a
    story or entry of the ledger; what B paid for a third workspace has for nothing."""
    async with desk(tmp_path, Backwards()) as (house, server):
        story = await shared_story(house)
        mine, a_prompts = repr(await told_to("A", story, house)), shown(server)
        assert SECRET in mine
        assert any(SECRET in prompt for prompt in a_prompts)
        theirs, b_prompts = repr(await told_to("B", story, house)), shown(server)
        assert b_prompts
        assert not any(SECRET in prompt or "paid.example" in prompt for prompt in b_prompts)
        assert SECRET not in theirs
        assert "paid.example" not in theirs
        assert SECRET not in repr(await told_to("public", story, house))
        assert SECRET in repr(await told_to("A", story, house))
        assert shown(server) == []
        assert [SECRET in one for one in await everything_of("A", house)] == [True, True, True]
        assert any(SECRET in prompt for prompt in shown(server))
        for one in await everything_of("B", house):
            assert SECRET not in one
            assert "paid.example" not in one
        assert not any(SECRET in prompt for prompt in shown(server))
        async with house.database.read() as tx:
            calls = await tx.model_calls.list(since=NOW - timedelta(days=999), until=NOW + timedelta(days=9999))
        assert {call.tenant for call in calls} >= {"A", "B"}
        assert SECRET not in repr(calls)
