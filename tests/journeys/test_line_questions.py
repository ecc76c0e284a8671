"""What a follower asks on LINE is answered once, with sources, in time or one tap away."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.house import House
from bot.jobs.gate import aside
from bot.jobs.reception import Reach, Reception
from bot.newsroom.delivering.claims import Claims
from bot.newsroom.frontdesk import NewsroomDesk
from news.asking import Answer
from news.errors import Undelivered
from news.languages import Language
from news.model import Edition
from news.phrases import phrase
from news.ports import SystemClock
from tests.fakes.line import until, written
from tests.journeys.line_world import HANA, Phone, taps


async def test_after_ask_on_a_bubble_questions_are_about_its_story(phone: Phone) -> None:
    """Until the plain Ask; the same words then ask about nothing that is in the archive."""
    await phone.follow("en")
    [brief] = await phone.say("Today")
    ask = brief["contents"]["contents"][0]["footer"]["contents"][-1]["action"]
    [said] = await phone.tap(ask["data"])
    assert phrase("en", "line.asking_under", word="Ask") in said["text"]
    [told] = await phone.say("what is it about?")
    assert phrase("en", "answer.not_in_archive") not in written([told])
    assert "[1]" in written([told])
    await phone.tap("do=ask")
    assert await phone.say("what happens to whales?") != [told]
    assert "[1]" not in written(await phone.say("what is it about?"))


@pytest.mark.parametrize(("language", "answered"), [("ja", "ja"), ("zh-Hant", "zh-Hant"), (None, "zh-Hans")])
async def test_a_question_in_characters_of_two_languages_is_in_the_follower_s(
    phone: Phone, language: str | None, answered: Language
) -> None:
    """Of whom LINE told none, in the one that mostly writes so."""
    await phone.follow(language)
    for asked, key in (("予算", "answer.not_in_archive"), ("半導体 海底 工事", "answer.useful")):
        assert phrase(answered, key) in written(await phone.say(asked))


async def test_more_tells_other_stories(phone: Phone) -> None:
    """None of those that the brief told; when there are none, that is said."""
    await phone.follow("en")
    [brief] = await phone.say("today")
    [more] = await phone.say("more")
    if more["type"] == "text":
        assert more["text"] == phrase("en", "line.no_more")
    else:
        assert set(more["altText"].split("\n")[1:]).isdisjoint(brief["altText"].split("\n")[1:])


async def test_sources_soon_after_an_answer_are_its_own(house: House, phone: Phone) -> None:
    """After a brief they are the brief's."""
    await phone.follow("en")
    [brief] = await phone.say("today")
    headline = brief["altText"].split("\n")[1].partition(". ")[2]
    for asked in (f"What about {headline}?", "sources"):
        await phone.say(asked)
    async with house.database.read() as tx:
        assert [one.question.text for one in await tx.questions.list(tenant="line", limit=9)][:1] == ["sources"]
    await phone.say("today")
    await phone.say("more")
    async with house.database.read() as tx:
        assert len(await tx.questions.list(tenant="line", limit=9)) == 2


async def test_a_question_is_answered_in_the_reply(phone: Phone) -> None:
    """With sources, and with the loading indicator meanwhile; the asker's word on it is kept."""
    await phone.follow("en")
    [brief] = await phone.say("today")
    headline = brief["altText"].split("\n")[1].partition(". ")[2]
    [answer] = await phone.say(f"What about {headline}?")
    assert answer["type"] == "flex"
    assert phone.line.bodies("loading")[-1] == {"chatId": HANA, "loadingSeconds": 60}
    verdicts = [data for data in taps(answer) if data.startswith("do=verdict")]
    if verdicts:
        assert [one["text"] for one in await phone.tap(verdicts[0])] == [phrase("en", "answer.thanks")]


class Slow(NewsroomDesk):
    """A newsroom whose answers take until they are let go."""

    go: asyncio.Event

    async def answer(self, text: str, **given: Any) -> Answer:
        async with self._aside("answers"):
            await self.go.wait()
        return await super().answer(text, **given)


@pytest.mark.parametrize("plan", ["used up", "free"])
async def test_an_answer_that_comes_too_late_is_one_tap_away_or_pushed(phone: Phone, plan: str) -> None:
    """The reply's minute ends before the answer is ready."""
    await phone.follow("en")
    phone.line.quota, phone.line.used = 5, 5 if plan == "used up" else 0
    slow = phone.desk
    slow.__class__, slow.go = Slow, asyncio.Event()  # type: ignore[assignment, attr-defined]
    handler: Any = phone.channel.handler
    handler._place = replace(handler._place, patience=timedelta(0))
    asking = asyncio.ensure_future(phone.say("What did Orbit open?"))
    await until(60, lambda: phone.line.chats[HANA][2:])
    [looking] = phone.line.chats[HANA][2:]
    assert taps(looking) == ["do=fetch"]
    slow.go.set()  # type: ignore[attr-defined]
    told = await asking
    if plan == "free":
        assert [one["type"] for one in told] == ["text", "flex"]
        assert phone.line.used == 1
        return
    assert [one["type"] for one in told] == ["text"]
    [answer] = await phone.tap("do=fetch")
    assert answer["type"] == "flex"
    assert [one["text"] for one in await phone.tap("do=fetch")] == [phrase("en", "line.none_waiting")]


async def test_taps_are_answered_while_a_model_takes_its_time(phone: Phone, house: House) -> None:
    """Many followers ask at once; who taps waits for none of them, and every question gets its answer in the end."""
    slow = phone.desk
    slow.__class__, slow.go = Slow, asyncio.Event()  # type: ignore[assignment, attr-defined]
    slow._aside = aside
    reach = Reach({"line": phone.channel}, slow)
    inbox = Reception(database=house.database, clock=SystemClock(), claims=Claims("one"), reach=reach)
    running = asyncio.ensure_future(inbox.run())
    try:
        everybody = [f"U{number:032x}" for number in range(40)]
        for chat in everybody:
            await phone.post(
                chat, "message", inbox, message={"type": "text", "id": chat, "text": "What did Orbit open?"}
            )
        await phone.post(HANA, "postback", inbox, postback={"data": "do=help"})
        await until(60, lambda: phone.line.chats[HANA])
        assert not any(phone.line.chats[chat] for chat in everybody)
        slow.go.set()  # type: ignore[attr-defined]
        await until(60, lambda: all(phone.line.chats[chat] for chat in everybody))
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        await inbox.close(grace=0)


async def test_a_question_that_is_worked_on_again_is_asked_once(phone: Phone, house: House) -> None:
    """LINE was away when the answer was ready: the same one is sent, and it counts once."""
    await phone.follow("en")
    phone.line.faults["reply"] = [500]
    with pytest.raises(Undelivered):
        await phone.say("What did Orbit open?")
    before = len(phone.line.chats[HANA])
    assert phone.channel.handler is not None
    await phone.channel.handler.handle(phone.again[-1], phone.desk)
    assert len(phone.line.chats[HANA]) == before + 1
    async with house.database.read() as tx:
        assert len(await tx.questions.list(tenant="line", limit=9)) == 1


@pytest.mark.parametrize("plan", ["used up", "free"])
async def test_a_question_whose_token_has_expired_is_answered_all_the_same(phone: Phone, plan: str) -> None:
    """LINE delivers it again, later than its reply's minute: it is one tap away, or pushed once where the plan allows."""
    await phone.follow("en")
    phone.line.quota, phone.line.used = 5, 5 if plan == "used up" else 0
    old = {"replyToken": "expired", "deliveryContext": {"isRedelivery": True}}
    told = await phone.say("What did Orbit open?", **old)
    assert phone.channel.handler is not None
    await phone.channel.handler.handle(phone.again[-1], phone.desk)
    if plan == "free":
        assert [one["type"] for one in told] == ["flex"]
        assert phone.line.used == 1
    else:
        assert told == []
    assert [one["type"] for one in await phone.tap("do=fetch")] == ["text" if plan == "free" else "flex"]
    assert [one["text"] for one in await phone.tap("do=fetch")] == [phrase("en", "line.none_waiting")]


async def test_an_answer_that_line_took_without_saying_so_is_told_once(phone: Phone) -> None:
    """The same words were sent for the same event before: only then does a used token mean that they arrived."""
    await phone.follow("en")
    phone.line.faults["reply"] = ["drop"]
    with pytest.raises(Undelivered):
        await phone.say("What did Orbit open?")
    said = len(phone.line.chats[HANA])
    assert phone.channel.handler is not None
    for age in (0, 0, 90):
        late = replace(phone.again[-1], received=phone.again[-1].received - timedelta(seconds=age))
        await phone.channel.handler.handle(late, phone.desk)
    assert (len(phone.line.chats[HANA]), phone.line.used) == (said, 0)
    assert [one["text"] for one in await phone.tap("do=fetch")] == [phrase("en", "line.none_waiting")]


async def test_what_is_unsent_is_forgotten(phone: Phone, house: House) -> None:
    """The question and its answer; the next word brings nothing of it."""
    await phone.follow("en")
    await phone.say("What did Orbit open?")
    message = f"m{phone.events - 1}"
    async with house.database.read() as tx:
        assert len(await tx.questions.list(tenant="line", limit=9)) == 1
    assert await phone.send("unsend", token=False, unsend={"messageId": message}) == []
    async with house.database.read() as tx:
        assert await tx.questions.list(tenant="line", limit=9) == []


async def test_more_repeats_nothing_that_was_told_the_days_before(phone: Phone, house: House) -> None:
    """A longer edition has its own memory; the reader has one."""
    edition = Edition("en", 5)
    longer = await phone.desk.brief(replace(edition, minutes=60), zone="UTC")
    told = await phone.desk.brief(edition, zone="UTC")
    assert longer is not None
    assert told is not None
    extra = [story for story in longer.stories if story.id not in {one.id for one in told.stories}]
    yesterday = replace(told, id="yesterday", date=told.date - timedelta(days=1), stories=tuple(extra[:1]))
    async with house.database.begin() as tx:
        await tx.briefs.put(yesterday)
    more = await phone.desk.more(edition, minutes=60, zone="UTC")
    assert more is not None
    assert [story.id for story in more.stories] == [story.id for story in extra[1:]]
