"""A house with a language model: the day's brief is written, paid for once, kept within budget and time, and says how it was made."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.app import create_app
from bot.house import House
from bot.newsroom.answering.answering import answer_question
from bot.newsroom.making.briefing import make_brief
from bot.newsroom.making.metering import CALLS_KEPT, forget_calls, spending, without_budget
from bot.newsroom.making.modelling import plan_of
from bot.newsroom.making.writing import write_all
from bot.settings import Settings
from bot.wiring import open_house
from news.errors import BadInput
from news.languages import Language
from news.making import made_line
from news.metering import Bill, ModelCall
from news.model import Brief, BriefStory, Edition, Score, Tenant, Tier
from news.payload import brief_payload
from news.phrases import phrase
from news.ports import FixedClock, SystemClock
from tests.bot.house import NOW, collected_news
from tests.bot.shelf import client_of
from tests.fakes.models import Journalist, ModelServer, Said, Script, model_server

QUESTION = "How many languages does Heron 3 answer in?"


@asynccontextmanager
async def desk(folder: Path, script: Script, **settings: Any) -> AsyncIterator[tuple[House, ModelServer]]:
    """The sample newsroom, read and grouped, with a model on loopback."""
    async with model_server(script) as server:
        given = Settings(
            database_url=f"sqlite:///{collected_news(folder / 'house.db')}", allow_private_hosts=True, zone="UTC",
            llm_model="openai/gpt-4o-mini", llm_api_base=server.base, **settings,
        )  # fmt: skip
        async with open_house(given, FixedClock(NOW)) as house:
            yield house, server


async def brief_of(house: House, language: Language = "en", *, rebuild: bool = False, seconds: float = 120) -> Brief:
    return await make_brief(
        database=house.database, clock=house.clock, summariser=house.summariser, edition=Edition(language, 5),
        zone=house.settings.timezone, rebuild=rebuild, writing_seconds=seconds,
    )  # fmt: skip


async def spent(house: House) -> float:
    rows = await spending(
        database=house.database,
        since=NOW.replace(year=2020),
        until=NOW.replace(year=2100),
        zone=house.settings.timezone,
    )
    return sum(row.cost for row in rows)


async def endings(house: House) -> list[str]:
    """How the calls ended, for a failed test to tell."""
    async with house.database.read() as tx:
        calls = await tx.model_calls.list(since=NOW.replace(year=2020), until=NOW.replace(year=2100))
    return [f"{call.purpose}: {call.outcome} {call.detail}" for call in calls]


async def test_a_brief_is_written_once_and_its_pages_say_how(tmp_path: Path) -> None:
    """The ledger, the JSON and the story's page agree; making the day again costs nothing and changes nothing."""
    async with desk(tmp_path, Journalist()) as (house, server):
        brief = await brief_of(house)
        written = [story for story in brief.stories if story.provenance and story.provenance.prompt]
        assert len(written) >= 3, "\n".join(await endings(house))
        assert brief.summariser == "openai/gpt-4o-mini"
        cost = await spent(house)
        assert cost > 0
        assert brief.cost == pytest.approx(cost)
        assert brief_payload(brief)["cost"] == pytest.approx(cost, abs=1e-6)
        own = [story.provenance.cost for story in written if story.provenance]
        assert 0 < sum(own) <= cost + 1e-9
        assert len(set(own)) > 1
        calls = len(server.asked)
        again = await brief_of(house, rebuild=True)
        assert len(server.asked) == calls
        assert [story.headline for story in again.stories] == [story.headline for story in brief.stories]
        assert brief_payload(again)["cost"] == 0
        async with client_of(house) as client:
            page = await client.get(f"/stories/{written[0].id}/{written[0].slug}")
        assert written[0].provenance
        assert written[0].provenance.prompt in page.text
        assert "openai/gpt-4o-mini" in page.text


async def test_a_story_that_went_on_is_told_from_what_is_new_alone(tmp_path: Path) -> None:
    """The next morning the model sees the new reports and none of those told already, and nothing else is paid for."""
    async with desk(tmp_path, Journalist()) as (house, server):
        brief = await brief_of(house)
        told_before = {story.headline for story in brief.stories}
        told = next(story for story in brief.stories if story.provenance and story.provenance.prompt)
        async with house.database.begin() as tx:
            story = (await tx.stories.some([told.id], tenant="public"))[told.id]
            (old,) = await tx.articles.get(told.articles[:1], tenant="public")
            headline = f"{old.title.rstrip('.')}: ministry fines the maker and orders a recall"
            text = f"{headline}.\nThe ministry fined the maker 40 million euros on Friday.\nA recall begins on Monday, it said."
            new = replace(
                old, id="new", key="new", url="https://ministry.example/new", source=old.source, title=headline, text=text,
                tier=Tier.OFFICIAL, published=NOW + timedelta(hours=20), seen=NOW + timedelta(hours=20),
            )  # fmt: skip
            await tx.articles.add([new], tenant="public")
            await tx.stories.put(
                [replace(story, articles=(*story.articles, "new"), updated=new.published)], tenant="public"
            )
            await tx.articles.assign({"new": story.id}, tenant="public")
        server.asked.clear()
        tomorrow = replace(house, clock=FixedClock(NOW + timedelta(days=1)))
        brief = await brief_of(tomorrow)
        again = next(one for one in brief.stories if one.id == told.id)
        assert again.update
        shown = [
            {article["title"] for article in asked.data["articles"]}
            for asked in server.asked
            if "articles" in asked.data
        ]
        assert shown.count({headline}) == 1
        untold = {story.headline for story in brief.stories} - {again.headline}
        assert len(shown) <= 1 + len(untold - told_before)
        assert not any(old.title in titles for titles in shown)


async def test_a_bill_stays_when_its_calls_are_forgotten(tmp_path: Path) -> None:
    """Two months on only the days' sums are left, and the bill is the same; replies are gone."""
    async with desk(tmp_path, Journalist()) as (house, _):
        await brief_of(house)
        zone, database = house.settings.timezone, house.database
        span = {"since": NOW.replace(year=2020), "until": NOW.replace(year=2100), "zone": zone}
        before = await spending(database=database, **span)
        later = FixedClock(SystemClock().now() + CALLS_KEPT + timedelta(days=2))
        assert await forget_calls(database=database, clock=later, zone=zone) == sum(one.calls for one in before)
        after = await spending(database=database, **span)
        assert [replace(one, cost=round(one.cost, 9)) for one in after] == [
            replace(one, cost=round(one.cost, 9)) for one in before
        ]
        async with database.read() as tx:
            assert await tx.model_calls.list(since=span["since"], until=span["until"]) == []


async def test_pages_and_the_start_never_call_the_model(tmp_path: Path) -> None:
    """A story that no brief told is shown in its sources' words, whoever opens its page how often."""
    async with desk(tmp_path, Journalist()) as (house, server):
        create_app(house)
        async with house.database.read() as tx:
            stories = await tx.stories.latest(tenant="public", limit=3, until=NOW)
        async with client_of(house) as client:
            for story in stories:
                assert (await client.get(f"/stories/{story.id}/{story.slug}")).status_code == 200
        assert server.asked == []


async def test_over_budget_the_brief_is_the_sources_own(tmp_path: Path) -> None:
    """On time, with the reason, also where every story is told in another language than the reader's; not one call leaves."""
    async with desk(tmp_path, Journalist(), llm_daily_budget=0) as (house, server):
        for brief in (await brief_of(house), await brief_of(house, "th")):
            assert len(brief.stories) >= 3
            assert server.asked == []
            assert brief.summariser.startswith("extractive")
            assert {story.provenance.note if story.provenance else "" for story in brief.stories} == {"small_budget"}
            assert brief_payload(brief)["why_not"] == "small_budget"
            assert phrase(brief.edition.language, "why_not.small_budget") in made_line(brief)
            assert await without_budget(database=house.database, since=brief.made) >= len(brief.stories)


async def test_a_translation_that_does_not_hold_is_paid_for_and_says_so(tmp_path: Path) -> None:
    """Each story shows what trying it cost; together that is what the ledger has."""
    async with desk(tmp_path, lambda asked: Said("I am sorry.")) as (house, server):
        brief = await brief_of(house, "ko")
        assert {story.provenance.note if story.provenance else "" for story in brief.stories} == {"declined"}
        assert brief.why_not == "declined"
        assert brief.cost == pytest.approx(await spent(house)), await endings(house)
        assert brief.cost > 0
        assert len({story.language for story in brief.stories} | {"ko"}) > 1
        dear = max(brief.stories, key=lambda story: story.provenance.cost if story.provenance else 0)
        assert dear.provenance
        async with client_of(house) as client:
            page = (await client.get(f"/stories/{dear.id}/{dear.slug}?language=ko")).text
        for words in ("openai/gpt-4o-mini, summary-1@", f"${dear.provenance.cost:.4f}", phrase("ko", "faults.reply")):
            assert words in page
        calls = len(server.asked)
        again = await brief_of(house, "ko", rebuild=True)
        assert (again.cost, len(server.asked)) == (0, calls)


async def test_a_slow_model_delays_no_brief(tmp_path: Path) -> None:
    """What is not written in time is told in the sources' words, and the ledger says that nobody waited."""
    async with desk(tmp_path, lambda asked: Said(silent=3_600), llm_timeout=600) as (house, server):
        brief = await brief_of(house, seconds=2)
        assert len(brief.stories) >= 3
        assert brief.summariser.startswith("extractive")
        assert brief.why_not == "time"
        assert brief.cost == pytest.approx(await spent(house))
        assert len(server.asked) <= house.settings.llm_at_once
        answer = await answer_question(
            database=house.database, clock=house.clock, summariser=house.summariser, text=QUESTION, seconds=0.5
        )
        assert answer.sentences
        assert answer.provenance
        assert answer.provenance.note == "time"


async def test_a_fault_in_one_storys_writing_costs_no_edition() -> None:
    """Its draft stands in and says so; a draft in another language is left out and its reason kept; what is late is not waited for."""
    one = BriefStory("a", "a", "A", "en", None, {}, (), (), ("x",), Score(1.0, {}))
    drafts = [
        one,
        replace(one, id="b"),
        replace(one, id="c", language="ja"),
        replace(one, id="d"),
        replace(one, id="e"),
    ]

    async def pay() -> None:
        with Bill().open() as bill:
            bill.add(ModelCall("x", NOW, "openai", "openai/small", "summary", outcome="ok", cost=0.01))

    async def write(draft: BriefStory) -> BriefStory | None:
        if draft.id == "b":
            await asyncio.Event().wait()
        if draft.id in ("a", "c"):
            raise RuntimeError("a fault of ours")
        if draft.id == "e":
            await pay()
            return None
        return replace(draft, headline="written")

    writing = await write_all(drafts, write, language="en", seconds=0.2)
    assert {id: made.note for id, made in writing.whys.items()} == {
        "a": "unavailable",
        "b": "time",
        "c": "unavailable",
        "e": "unshown",
    }
    assert writing.whys["e"].cost == 0.01
    assert writing.told["a"].provenance == writing.whys["a"]
    assert writing.told["d"].headline == "written"
    assert "c" not in writing.told
    assert [story.provenance for story in writing.explained([drafts[2]])] == [writing.whys["c"]]
    assert writing.left_out(drafts, drafts[:2], "en") == ("unavailable",)
    assert writing.left_out(drafts, drafts, "en") == ()


async def test_a_tenants_questions_are_paid_by_the_tenant(tmp_path: Path) -> None:
    """Its own budget spent, the archive still answers, in its sources' words."""
    async with desk(tmp_path, Journalist(), llm_tenant_daily_budget=0) as (house, server):
        async with house.database.begin() as tx:
            await tx.tenants.put(Tenant("T1", "T1", NOW))
        ask = {"database": house.database, "clock": house.clock, "summariser": house.summariser, "text": QUESTION}
        free = await answer_question(**ask, tenant="T1")
        assert server.asked == []
        assert free.sentences
        paid = await answer_question(**ask)
        assert paid.cost == pytest.approx(await spent(house)), await endings(house)
        assert len(server.asked) == 1


def test_fallbacks_are_read_from_json_and_never_echoed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A key comes from a variable or stands in the setting; an error names the entry and shows no value."""
    monkeypatch.setenv("SECOND_KEY", "sk-from-the-environment")
    rows = [{"model": "anthropic/small", "api_key_env": "SECOND_KEY", "input_price": 1, "output_price": 5}]
    plan = plan_of(Settings(llm_model="openai/m", llm_api_key="sk-first", llm_fallbacks=json.dumps(rows)))  # type: ignore[arg-type]
    first, second = plan.chains["summary"]
    assert (first.api_key, second.api_key) == ("sk-first", "sk-from-the-environment")
    assert "sk-" not in repr(plan)
    for broken in (
        '[{"api_key": "sk-x"}]',
        '{"model": "m"}',
        "[sk-x",
        '[{"model": "m", "key": "sk-x"}]',
        '[{"model": "m", "input_price": "sk-x"}]',
    ):
        with pytest.raises(BadInput, match="AINEWS_LLM_FALLBACKS") as found:
            plan_of(Settings(llm_model="openai/m", llm_fallbacks=broken))  # type: ignore[arg-type]
        assert "sk-x" not in str(found.value)
