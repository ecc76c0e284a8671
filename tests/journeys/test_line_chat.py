"""People and groups who tap and type on a strict LINE, answered by the real newsroom over the sample edition."""

from dataclasses import replace
from datetime import date

import pytest

from channels.line.handler import LineHandler
from news.commands import Word, parse_command
from news.languages import LANGUAGES, Language
from news.model import Edition
from news.phrases import phrase
from tests.fakes.line import written
from tests.journeys.line_world import GROUP, HANA, Phone, taps


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
