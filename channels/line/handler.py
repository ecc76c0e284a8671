"""What is done about each event: the chat's taps and words, and people and groups that come and go."""

import asyncio
import re
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any, Final, Literal

from channels.line import questions, replies
from channels.line.events import Heard, read_heard
from channels.line.flex import text_message
from channels.line.labels import typed_tap
from channels.line.menus import RichMenus, menu
from channels.line.render import brief_message, numbered, sources_message
from channels.line.replies import note
from channels.line.settings import TENANT
from channels.line.visits import CHANNEL, Place, Visit
from news.commands import Command, Word, parse_clock, parse_command, parse_wish
from news.errors import BadInput
from news.frontdesk import FrontDesk
from news.inbound import Inbound
from news.languages import LANGUAGES, Language, parse_language
from news.model import Brief, Edition
from news.phrases import phrase, refusal
from news.timetable import parse_time, parse_zone

MORE_MINUTES: Final = 15
"""What "more" tells is what an edition of so many minutes has beyond today's brief."""
_SHOWN_FOR: Final = timedelta(days=1)
"""So long a typed “save” means the story whose sources were shown last."""
_AT_ONCE: Final = 0.2
"""Seconds after which something is shown to be going on."""
_ZONE: Final = re.compile(r"[A-Z][A-Za-z]+(/[A-Za-z_+-]+)+")
_NUMBER: Final = re.compile(r"\d{1,2}")
"""In any script's digits."""
_OF_WORDS: Final[Mapping[Word, str]] = {
    Word.TODAY: "today", Word.ASK: "ask", Word.HELP: "help", Word.SETTINGS: "settings", Word.LANGUAGE: "language",
    Word.TIME: "time", Word.TOPICS: "topics", Word.MORE: "more", Word.SOURCES: "sources", Word.SAVED: "saved",
    Word.PAUSE: "pause", Word.RESUME: "resume", Word.STOP: "stop",
}  # fmt: skip
"""A typed word does what the tap of the same name does."""
_OF_ANSWERS: Final = (Word.MORE, Word.SOURCES)
"""What is of an answer too, soon after one."""
Deed = Callable[[Visit, Mapping[str, str]], Awaitable[None]]


class LineHandler:
    """A Handler (see news.ports)."""

    def __init__(self, place: Place, menus: RichMenus, *, base_url: str = "") -> None:
        self._place, self._menus, self._base_url = place, menus, base_url
        self._making: set[asyncio.Task[Brief | None]] = set()
        self._deeds: dict[str, Deed] = {
            "today": self._today, "more": self._more, "sources": self._sources, "save": self._save, "saved": self._saved,
            "ask": self._ask, "fetch": self._fetch, "verdict": self._verdict, "settings": self._settings,
            "topics": self._topics, "topic": self._topic, "time": self._time, "zone": self._zone,
            "language": self._language, "subscribe": self._subscribe, "pause": self._pause, "resume": self._resume,
            "stop": self._stop, "help": self._help,
        }  # fmt: skip

    async def handle(self, job: Inbound, desk: FrontDesk) -> None:
        heard = read_heard(job.body)
        visit = Visit(heard, job.received, desk, self._place)
        await visit.meet()
        try:
            await self._work(visit, heard, job.id)
        except BadInput as error:
            await visit.reply([text_message(refusal(error, visit.language)[:1000])])
        if visit.looked_up and heard.kind in ("text", "postback"):
            await self._show_menu(visit)

    async def _work(self, visit: Visit, heard: Heard, id: str) -> None:
        if heard.kind == "text":
            await self._said(visit, heard.text, id)
        elif heard.kind == "postback":
            deed = self._deeds.get(heard.data.get("do", ""))
            if deed is not None:
                await deed(visit, {**heard.data, **heard.params})
        elif heard.kind == "follow":
            await self._follow(visit)
        elif heard.kind == "unfollow":
            await visit.desk.suspend(TENANT, channel=CHANNEL, address=heard.chat, reason="they do not follow any more")
        elif heard.kind == "join":
            await visit.reply(replies.group_greeting(visit.language))
        elif heard.kind == "leave":
            await visit.stop()
        elif heard.kind == "unsend":
            await questions.forget(visit)
        else:
            await visit.reply([replies.help_text(visit.language)])

    async def _said(self, visit: Visit, text: str, id: str) -> None:
        """A word that does what a tap does, a choice written out, or else a question."""
        command = parse_command(text)
        if command.word is Word.SUBSCRIBE:
            await self._wish(visit, command)
        elif not text:
            await self._today(visit, {})
        elif command.word in _OF_ANSWERS and await visit.note("talking"):
            await questions.ask(visit, text, key=id, base_url=self._base_url)
        elif command.word in _OF_WORDS:
            await self._deeds[_OF_WORDS[command.word]](visit, {})
        elif tap := typed_tap(text):
            await self._deeds[tap["do"]](visit, tap)
        elif _NUMBER.fullmatch(text):
            await self._sources(visit, {"number": str(int(text))})
        elif time := parse_clock(text):
            await self._time(visit, {"time": time})
        elif language := _language_named(text):
            await self._language(visit, {"set": language})
        elif _ZONE.fullmatch(text):
            await self._zone(visit, {"set": text})
        else:
            await questions.ask(visit, text, key=id, base_url=self._base_url)

    async def _follow(self, visit: Visit) -> None:
        """Whoever comes back has the settings from before; whoever is new gets the brief from the next morning on."""
        if not visit.known_language:
            await visit.reply([replies.choose_language(first=True)])
            return
        await self._welcome(visit)

    async def _welcome(self, visit: Visit) -> None:
        await visit.subscribe()
        await visit.reply(replies.greeting(visit.reader.name, await visit.prospect()))
        await self._show_menu(visit, again=True)

    async def _show_menu(self, visit: Visit, *, again: bool = False) -> None:
        """The menu of their language, once per menu: whoever followed before there was one gets it at the next word."""
        wanted = str(menu(visit.language)["name"])
        if not visit.heard.alone or not visit.known_language or (not again and await visit.note("menu") == wanted):
            return
        if await self._menus.link(visit.heard.chat, visit.language):
            await visit.write_note("menu", wanted)

    async def _today(self, visit: Visit, _data: Mapping[str, str]) -> None:
        await visit.write_note("under", None)
        await visit.write_note("talking", None)
        brief = await self._brief(visit)
        if brief is not None:
            await visit.reply([brief_message(brief, base_url=self._base_url)])

    async def _brief(self, visit: Visit) -> Brief | None:
        """Today's, an empty one on a day without news; None when it is still being made, which was said then."""
        edition, zone = await visit.edition(), (await visit.standing()).zone
        return await self._made(visit, visit.desk.brief(edition, zone=zone), edition)

    async def _made(self, visit: Visit, making: Coroutine[Any, Any, Brief | None], edition: Edition) -> Brief | None:
        work = asyncio.ensure_future(making)
        self._making.add(work)
        work.add_done_callback(self._making.discard)
        done, _ = await asyncio.wait({work}, timeout=_AT_ONCE)
        if not done:
            await visit.show_loading()
        if not await visit.in_time(work):
            await visit.reply([note(visit.language, "being_made")])
            return None
        empty = Brief("", edition, visit.today(visit.reader.zone), visit.desk.now(), 0, False, "", (), 0, 0)
        return await work or empty

    async def _more(self, visit: Visit, _data: Mapping[str, str]) -> None:
        """After today's own: it must be made first, for what it tells is no more."""
        if await self._brief(visit) is None:
            return
        edition, zone = await visit.edition(), (await visit.standing()).zone
        rest = await self._made(visit, visit.desk.more(edition, minutes=MORE_MINUTES, zone=zone), edition)
        if rest is not None and rest.stories:
            await visit.reply([brief_message(rest, base_url=self._base_url)])
        elif rest is not None:
            await visit.reply([note(visit.language, "no_more")])

    async def _sources(self, visit: Visit, data: Mapping[str, str]) -> None:
        """Of the story tapped, or of the one with that number today; without either one is asked which."""
        id, brief = data.get("story", ""), data.get("brief", "")
        if not id:
            today = await self._brief(visit)
            if today is None:
                return
            stories, number = numbered(today), int(data.get("number") or 0)
            if not 1 <= number <= len(stories):
                await visit.reply([replies.which_story(stories, today.id, visit.language)])
                return
            id, brief = stories[number - 1].id, today.id
        story = await visit.desk.story(id, brief=brief, language=visit.language)
        if story is None:
            await visit.reply([note(visit.language, "gone")])
            return
        await visit.write_note("shown", story.id, keep=_SHOWN_FOR)
        await visit.write_note("under", story.id, keep=questions.UNDER)
        await visit.reply([sources_message(story, visit.language, base_url=self._base_url)])

    async def _save(self, visit: Visit, data: Mapping[str, str]) -> None:
        story = data.get("story") or await visit.note("shown")
        if not story:
            await self._sources(visit, {})
            return
        await visit.desk.save(story, reader=visit.reader)
        word = phrase(visit.language, "line.saved")
        await visit.reply([note(visit.language, "save_done", word=word)])

    async def _saved(self, visit: Visit, _data: Mapping[str, str]) -> None:
        await visit.reply([replies.saved_list(await visit.desk.saved(visit.reader), visit.language)])

    async def _ask(self, visit: Visit, data: Mapping[str, str]) -> None:
        """What comes next is asked under the story tapped; without one, about anything again."""
        id = data.get("story", "")
        story = await visit.desk.story(id, brief=data.get("brief", ""), language=visit.language) if id else None
        await visit.write_note("under", story.id if story else None, keep=questions.UNDER if story else None)
        if story is not None:
            await visit.reply([replies.asking_under(story, visit.language)])
        elif id:
            await visit.reply([note(visit.language, "gone")])
        else:
            await visit.reply([replies.how_to_ask(visit.language)])

    async def _fetch(self, visit: Visit, _data: Mapping[str, str]) -> None:
        await questions.fetch(visit)

    async def _verdict(self, visit: Visit, data: Mapping[str, str]) -> None:
        verdict: Literal["useful", "wrong"] = "useful" if data.get("verdict") == "useful" else "wrong"
        answer = data.get("answer") or await visit.note("answered")
        if not answer:
            await self._help(visit, {})
            return
        await visit.desk.feedback(answer, verdict, reader=visit.reader)
        await visit.reply([text_message(phrase(visit.language, "answer.thanks"))])

    async def _settings(self, visit: Visit, _data: Mapping[str, str]) -> None:
        await visit.reply([replies.settings_card(await visit.prospect())])

    async def _topics(self, visit: Visit, _data: Mapping[str, str]) -> None:
        if await self._is_subscribed(visit):
            await visit.reply([replies.topics_card(await visit.standing())])

    async def _topic(self, visit: Visit, data: Mapping[str, str]) -> None:
        if await self._is_subscribed(visit):
            chosen = replies.switched((await visit.standing()).topics, data.get("set", ""))
            await visit.reply([replies.topics_card(await visit.subscribe(topics=chosen))])

    async def _time(self, visit: Visit, data: Mapping[str, str]) -> None:
        if not await self._is_subscribed(visit):
            return
        if "time" not in data:
            await visit.reply([replies.choose_time(await visit.standing())])
            return
        standing = await visit.subscribe(time=parse_time(data["time"]))
        await visit.reply([note(visit.language, "time_set", time=standing.time, zone=standing.zone)])

    async def _zone(self, visit: Visit, data: Mapping[str, str]) -> None:
        if "set" not in data:
            await visit.reply([replies.choose_zone(visit.language)])
            return
        try:
            zone = parse_zone(data["set"])
        except BadInput:
            await visit.reply([replies.choose_zone(visit.language)])
            return
        await visit.change(replace(visit.reader, zone=zone))
        if (await visit.standing()).subscribed:
            await visit.subscribe(zone=zone)
        await visit.reply([replies.settings_card(await visit.prospect())])

    async def _language(self, visit: Visit, data: Mapping[str, str]) -> None:
        chosen = parse_language(data.get("set", ""))
        if chosen is None:
            await visit.reply([replies.choose_language(first=False)])
            return
        first = bool(data.get("first")) and not visit.known_language
        zone = replies.HOME.get(chosen, visit.reader.zone) if first else visit.reader.zone
        await visit.change(replace(visit.reader, language=chosen, zone=zone))
        if first:
            await self._welcome(visit)
            return
        if (await visit.standing()).subscribed:
            await visit.subscribe()
        await visit.reply([note(chosen, "language_set")])
        await self._show_menu(visit)

    async def _wish(self, visit: Visit, command: Command) -> None:
        """What cannot be read as a time or a topic is shown how to be said, in the reader's language."""
        try:
            wished = _wished(command)
        except BadInput:
            await visit.reply([replies.choose_time(await visit.standing())])
            return
        await self._subscribe(visit, wished)

    async def _subscribe(self, visit: Visit, data: Mapping[str, str]) -> None:
        """“subscribe 7:30 chips” too: what is named is changed, the rest stays."""
        topics = data["topics"].split(",") if data.get("topics") else None
        standing = await visit.subscribe(topics=topics, time=data.get("time") or None)
        said = note(visit.language, "subscribed", time=standing.time, zone=standing.zone)
        said = said if topics is None else replies.topics_line(standing)
        await visit.reply([said, replies.settings_card(await visit.prospect())])

    async def _pause(self, visit: Visit, data: Mapping[str, str]) -> None:
        one = await visit.subscription()
        if one is None or not await self._is_subscribed(visit):
            return
        days = int(data["days"]) if data.get("days", "").isdigit() else 0
        until = visit.today(one.zone) + timedelta(days=min(days, 365)) if days else None
        await visit.desk.pause([one.id], until=until, tenant=TENANT)
        standing = await visit.standing()
        if until is None:
            await visit.reply([replies.paused(standing)])
        else:
            await visit.reply([note(visit.language, "pause_week", date=replies.day_of(until, visit.language))])

    async def _resume(self, visit: Visit, _data: Mapping[str, str]) -> None:
        one = await visit.subscription()
        if one is None:
            await self._is_subscribed(visit)
            return
        await visit.desk.resume([one.id], tenant=TENANT)
        await visit.reply([replies.resumed(await visit.standing())])

    async def _stop(self, visit: Visit, _data: Mapping[str, str]) -> None:
        await visit.stop()
        word = phrase(visit.language, "line.subscribe")
        await visit.reply([note(visit.language, "stop_done", word=word)])

    async def _help(self, visit: Visit, _data: Mapping[str, str]) -> None:
        await visit.reply([replies.help_text(visit.language)])

    async def _is_subscribed(self, visit: Visit) -> bool:
        """Says so when it is not: there is nothing to change then."""
        if (await visit.standing()).subscribed:
            return True
        word = phrase(visit.language, "line.subscribe")
        await visit.reply([note(visit.language, "not_subscribed", word=word)])
        return False


def _wished(command: Command) -> dict[str, str]:
    """Raises BadInput for a wish that is neither a time nor a topic."""
    if not command.rest:
        return {}
    wanted = parse_wish(command.rest)
    return {"time": wanted.time, "topics": ",".join(wanted.topics)}


def _language_named(text: str) -> Language | None:
    """A language by its own name, such as “日本語”."""
    return next((one for one in LANGUAGES if phrase(one, "name.own").casefold() == text.casefold()), None)
