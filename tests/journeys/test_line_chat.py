"""People and groups who tap and type on a strict LINE, answered by the real newsroom over the sample edition."""

import asyncio
import base64
import hashlib
import hmac
import json
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.house import House
from bot.jobs.gate import aside
from bot.jobs.reception import Reach, Reception
from bot.newsroom.briefing import make_brief
from bot.newsroom.claims import Claims
from bot.newsroom.frontdesk import NewsroomDesk
from bot.newsroom.limits import AskLimits
from bot.newsroom.records import NewsroomRecords
from channels.line.channel import open_channel
from channels.line.handler import LineHandler
from news.asking import Answer
from news.commands import Word, parse_command
from news.errors import Undelivered
from news.inbound import Inbound, WebhookRequest
from news.languages import LANGUAGES, Language
from news.model import Edition, Subscription
from news.phrases import phrase
from news.ports import Channel, ChannelContext, SystemClock
from news.timetable import Due
from tests.bot.house import sample_house
from tests.fakes.line import SECRET, Line, line_platform, until, written

HANA, GROUP = "U" + "1" * 32, "C" + "2" * 32


class Phone:
    """One person's chat, or a group's: what is said and tapped there goes through the webhook, and the answers come back."""

    def __init__(self, line: Line, channel: Channel, desk: NewsroomDesk, chat: str = HANA) -> None:
        self.line, self.channel, self.desk, self.chat = line, channel, desk, chat
        self.events = 0
        self.clock = SystemClock()
        self.age = timedelta(0)
        self.again: list[Inbound] = []

    async def put(self, jobs: list[Inbound]) -> int:
        """The inbox: each job is worked on at once."""
        assert self.channel.handler is not None
        for job in jobs:
            self.again.append(replace(job, received=job.received - self.age))
            await self.channel.handler.handle(self.again[-1], self.desk)
        return len(jobs)

    async def send(self, kind: str, *, token: bool = True, **more: Any) -> list[dict[str, Any]]:
        """What the bot says in the chat because of an event."""
        before = len(self.line.chats[self.chat])
        await self.post(self.chat, kind, self, token=token, **more)
        assert self.line.problems == []
        return self.line.chats[self.chat][before:]

    async def post(self, chat: str, kind: str, inbox: Any, *, token: bool = True, **more: Any) -> None:
        self.events += 1
        place = {"U": "userId", "C": "groupId"}[chat[0]]
        source = {"type": "user" if place == "userId" else "group", place: chat}
        reply = {"replyToken": self.line.token(chat)} if token else {}
        event = {
            "type": kind,
            "source": source,
            "webhookEventId": f"e{self.events}",
            "timestamp": self.events,
            **reply,
            **more,
        }
        body = json.dumps({"destination": "U0", "events": [event]}).encode()
        signed = base64.b64encode(hmac.digest(SECRET.encode(), body, hashlib.sha256)).decode()
        assert self.channel.webhook is not None
        answer = await self.channel.webhook.receive(
            WebhookRequest("POST", "", "", {"x-line-signature": signed}, body), inbox
        )
        assert answer.status == 200

    async def say(self, text: str, **more: Any) -> list[dict[str, Any]]:
        return await self.send("message", message={"type": "text", "id": f"m{self.events}", "text": text}, **more)

    async def tap(self, data: str, **params: str) -> list[dict[str, Any]]:
        return await self.send("postback", postback={"data": data, "params": params})

    async def follow(self, language: str | None = "ja") -> list[dict[str, Any]]:
        self.line.profiles[self.chat] = {"language": language} if language else {}
        return await self.send("follow")

    async def subscription(self) -> tuple[Subscription, Due | None] | None:
        found = await self.desk.subscriptions(channel="line", address=self.chat, tenant="line")
        assert len(found) <= 1
        return found[0] if found else None


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with sample_house(tmp_path) as opened:
        yield opened


def desk_of(house: House, channels: dict[str, Channel]) -> NewsroomDesk:
    async def make(edition: Edition, day: date) -> str:
        made = await make_brief(
            database=house.database, clock=house.clock, summariser=house.summariser, edition=edition,
            zone=house.settings.timezone, day=day, sample=True,
        )  # fmt: skip
        return made.id

    async def nudge() -> None: ...

    return NewsroomDesk(
        database=house.database, clock=house.clock, summariser=house.summariser, channels=channels, make_brief=make,
        nudge=nudge, limits=AskLimits(),
    )  # fmt: skip


@pytest.fixture
async def line() -> AsyncIterator[Line]:
    async with line_platform() as platform:
        yield platform


@pytest.fixture
async def phone(house: House, line: Line, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Phone]:
    for name, value in line.env.items():
        monkeypatch.setenv(name, value)
    records = NewsroomRecords(database=house.database, clock=house.clock)
    async with open_channel(ChannelContext("https://news.example", records=records)) as channel:
        yield Phone(line, channel, desk_of(house, {"line": channel}))


def taps(message: dict[str, Any]) -> list[str]:
    return [item["action"].get("data", "") for item in message["quickReply"]["items"]]


async def test_following_is_enough(phone: Phone) -> None:
    """A greeting in the profile's language, three taps, and a brief from the next morning on; nothing is pushed at once."""
    hello, card = await phone.follow("ja")
    assert hello["text"].startswith("Hanaさん、こんにちは！")
    buttons = [part["action"] for part in card["contents"]["footer"]["contents"]]
    assert [one["label"] for one in buttons] == ["トピック", "時刻", "言語"]
    assert buttons[1]["type"] == "datetimepicker"
    found = await phone.subscription()
    assert found is not None
    one, due = found
    assert (one.edition.language, one.zone, one.time) == ("ja", "Asia/Tokyo", "08:00")
    assert due is not None
    assert due.at.isoformat() == "2026-07-17T23:00:00+00:00"


async def test_who_tells_no_language_is_asked(phone: Phone) -> None:
    """In all six; the first tap greets and subscribes."""
    [question] = await phone.follow(None)
    assert all(phrase(language, "line.which_language") in question["text"] for language in LANGUAGES)
    assert await phone.subscription() is None
    hello, _ = await phone.tap(taps(question)[5])
    assert hello["text"].startswith("สวัสดี")
    found = await phone.subscription()
    assert found is not None
    assert (found[0].edition.language, found[0].zone) == ("th", "Asia/Bangkok")


async def test_todays_brief_and_its_sources_are_free_replies(phone: Phone) -> None:
    """Typed or tapped; the number of a story shows what it rests on."""
    await phone.follow("en")
    [brief] = await phone.say("Today")
    [again] = await phone.tap("do=today")
    assert brief == again
    assert brief["contents"]["type"] == "carousel"
    sources = brief["contents"]["contents"][0]["footer"]["contents"][1]["action"]["data"]
    [shown] = await phone.tap(sources)
    [typed] = await phone.say("1")
    assert shown == typed
    assert "Tide" in written([shown]) or "—" in written([shown])
    assert phone.line.used == 0
    assert [one["text"] for one in await phone.tap("do=sources&story=gone")] == [phrase("en", "line.gone")]


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
    for asked, key in (("半導体 海底 工事", "answer.useful"), ("予算", "answer.not_in_archive")):
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


async def test_settings_by_taps(phone: Phone) -> None:
    """Topics as switches, the time by LINE's picker, zone and language by a tap; a change keeps the rest."""
    await phone.follow("en")
    await phone.tap("do=topic&set=chips")
    [card] = await phone.tap("do=topic&set=policy")
    assert "✓ Chips" in written([card])
    await phone.tap("do=time", time="06:45")
    await phone.tap("do=zone&set=Europe%2FParis")
    await phone.tap("do=language&set=ko")
    found = await phone.subscription()
    assert found is not None
    one = found[0]
    assert (one.edition, one.time, one.zone) == (Edition("ko", 5, ("chips", "policy")), "06:45", "Europe/Paris")
    await phone.say("구독 7:30 로봇")
    found = await phone.subscription()
    assert found is not None
    assert (found[0].edition.topics, found[0].time) == (("robotics",), "07:30")


async def test_the_settings_say_what_the_plan_allows(phone: Phone) -> None:
    """Nobody is told "every day" when the month's messages do not last for that."""
    await phone.follow("en")
    assert "Every day" in written(await phone.say("settings"))
    phone.line.quota = 1
    [card] = await phone.say("settings")
    assert "Every day" not in written([card])
    assert phrase("en", "line.off") in written([card])


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


@pytest.mark.parametrize("language", LANGUAGES)
async def test_stop_stops(phone: Phone, language: Language) -> None:
    """At once and for good, in the reader's own word; what was said before it changes nothing any more."""
    await phone.follow(language)
    [said] = await phone.say(phrase(language, "line.stop"))
    assert said["text"] == phrase(language, "line.stop_done", word=phrase(language, "line.subscribe"))
    assert await phone.subscription() is None
    stale = replace(phone.again[0], body=phone.again[0].body.replace('"at": 1', '"at": 0'))
    assert phone.channel.handler is not None
    await phone.channel.handler.handle(stale, phone.desk)
    assert await phone.subscription() is None
    assert (await phone.tap("do=topics"))[0]["text"].startswith(
        phrase(language, "line.not_subscribed", word="§").split("§")[0]
    )
    await phone.say(phrase(language, "line.subscribe"))
    assert await phone.subscription() is not None


async def test_pause_and_resume(phone: Phone) -> None:
    """Without an end or for a week; a change of the settings does not end it."""
    await phone.follow("en")
    await phone.tap("do=pause")
    await phone.tap("do=time", time="09:00")
    found = await phone.subscription()
    assert found is not None
    assert (found[0].time, found[1]) == ("09:00", None)
    await phone.tap("do=pause&days=7")
    found = await phone.subscription()
    assert found is not None
    assert found[0].paused_until == date(2026, 7, 24)
    [said] = await phone.say("resume")
    assert "17 July 09:00" in said["text"]


async def test_a_block_ends_it_and_a_return_brings_the_settings_back(phone: Phone) -> None:
    """Blocking is LINE's own unsubscribe."""
    await phone.follow("en")
    await phone.tap("do=topic&set=chips")
    assert await phone.send("unfollow", token=False) == []
    found = await phone.subscription()
    assert found is not None
    assert found[0].suspended
    await phone.follow("en")
    found = await phone.subscription()
    assert found is not None
    assert (found[0].suspended, found[0].edition.topics) == ("", ("chips",))


async def test_a_group_subscribes_and_leaving_ends_it(phone: Phone) -> None:
    """It is told how to call; what its people say to each other is answered by nothing."""
    phone.chat = GROUP
    [hello] = await phone.send("join")
    assert "/ai-news" in hello["text"]
    assert await phone.say("shall we have lunch today?") == []
    [brief] = await phone.say("/ai-news today")
    assert brief["contents"]["type"] == "carousel"
    await phone.say("/ai-news subscribe 9:00")
    found = await phone.subscription()
    assert found is not None
    assert (found[0].address, found[0].time) == (GROUP, "09:00")
    assert phone.line.bodies("loading") == []
    await phone.send("leave", token=False)
    assert await phone.subscription() is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_tap_is_a_typed_word_too(language: Language) -> None:
    """Menus and quick replies do not exist on every client."""
    names = "today ask topics settings more pause resume stop time language sources subscribe help saved"
    for name in names.split():
        assert parse_command(phrase(language, f"line.{name}")).word is Word(name), name


@pytest.mark.parametrize("language", ["en", "th"])
async def test_a_tap_about_what_was_shown_last_can_be_typed(phone: Phone, language: Language) -> None:
    """Zone, a week's pause, save and the word on an answer; with nothing shown yet it is said what there is."""
    await phone.follow(language)
    assert [len(await phone.say(phrase(language, key))) for key in ("line.save", "answer.wrong", "line.fetch")] == [
        1
    ] * 3
    zones = await phone.say(phrase(language, "line.zone"))
    assert taps(zones[0])[0].startswith("do=zone&set=")
    await phone.say("1")
    await phone.say(phrase(language, "line.save"))
    [saved] = await phone.say("saved")
    assert "do=sources&story=" in written([saved])
    [brief] = await phone.say("today")
    [answer] = await phone.say("What about " + brief["altText"].split("\n")[1].partition(". ")[2] + "?")
    assert any(data.startswith("do=verdict") for data in taps(answer))
    [thanks] = await phone.say(phrase(language, "answer.useful"))
    assert thanks["text"] == phrase(language, "answer.thanks")
    await phone.say(phrase(language, "line.week"))
    found = await phone.subscription()
    assert found is not None
    assert found[0].paused_until is not None
    assert found[0].paused_until.year < 9999


async def test_what_cannot_be_read_is_answered_in_the_readers_language(phone: Phone) -> None:
    await phone.follow("th")
    [zones] = await phone.say("Moon/Base")
    assert zones["text"].startswith(phrase("th", "line.which_zone"))
    [times] = await phone.say("subscribe 25:99 chips")
    assert times["text"] == phrase("th", "line.time_hint", word=phrase("th", "line.subscribe"))


async def test_numbers_and_times_are_read_in_any_digits(phone: Phone) -> None:
    """A number alone is a story's, a time alone the brief's; a time that is none is said to be none."""
    await phone.follow("en")
    wanted = await phone.say("1")
    for number in ("１", "๑"):
        assert await phone.say(number) == wanted
    for text, time in {
        "7:30": "07:30",
        "６：１５": "06:15",
        "๘:๔๕": "08:45",
        "8:05 pm": "20:05",
        "7時半": "20:05",
    }.items():
        await phone.say(text)
        standing = await phone.subscription()
        assert standing is not None
        assert standing[0].time == time, text
    assert written(await phone.say("9:00")).count("09:00") == 1
    assert [one["text"] for one in await phone.say("25:00")] != []


@pytest.mark.parametrize(
    "text",
    ["Pause for a week", "1週間停止", "暂停一周", "暫停一週", "일주일 동안 쉬기", "พัก 1 สัปดาห์", "pause for 7 days."],
)
async def test_a_pause_for_a_week_ends(phone: Phone, text: str) -> None:
    await phone.follow("en")
    await phone.say(text)
    standing = await phone.subscription()
    assert standing is not None
    until = standing[0].paused_until
    assert until is not None
    assert until < date.max


async def test_every_word_and_tap_gets_one_valid_answer(phone: Phone) -> None:
    """Whoever is subscribed or not; garbage in a tap too."""
    await phone.follow("zh-TW")
    words = ("ask", "help", "settings", "language", "time", "topics", "sources", "saved", "99", "日本語", "Asia/Seoul")
    for _ in range(2):
        for word in words:
            assert len(await phone.say(word)) == 1, word
        for data in ("do=save&story=nope", "do=zone&set=Moon", "do=time", "do=language&set=xx", "do=topic&set=zzz"):
            assert len(await phone.tap(data)) == 1, data
        await phone.say("stop")
    for data in ("", "do=nothing", "%%%", "do=pause&days=x"):
        await phone.tap(data)
    assert len(await phone.send("message", message={"type": "sticker", "id": "s1"})) == 1


async def test_an_event_that_is_worked_on_again_says_nothing_twice(phone: Phone) -> None:
    """As after a crash between the reply and the note that it was made."""
    await phone.follow("en")
    await phone.say("today")
    said = len(phone.line.chats[HANA])
    assert phone.channel.handler is not None
    await phone.channel.handler.handle(phone.again[-1], phone.desk)
    assert len(phone.line.chats[HANA]) == said


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


def later(phone: Phone) -> None:
    """After a while nothing that a process keeps in mind is taken for true any more."""
    assert isinstance(phone.channel.handler, LineHandler)
    phone.channel.handler._place.seen.clear()
    phone.channel.handler._menus._asked.clear()


async def test_who_followed_before_there_was_a_menu_gets_it_at_the_next_word(phone: Phone) -> None:
    """In their language, and once."""
    await phone.follow("th")
    assert phone.line.linked == {}
    phone.line.aliases["ainews-th"] = "richmenu-th"
    later(phone)
    await phone.say("help")
    assert phone.line.linked == {HANA: "richmenu-th"}
    phone.line.linked.clear()
    later(phone)
    await phone.say("help")
    assert phone.line.linked == {}
