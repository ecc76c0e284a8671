"""What people type: after /ai-news, to the bot alone, or after its name in a channel. The same words everywhere."""

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from typing import Any, Final

from channels.slack import subscribing
from channels.slack.actions import message_id
from channels.slack.asking import answer, story_meant
from channels.slack.blocks import section
from channels.slack.render import brief_messages, message
from channels.slack.settings_view import ask_view
from channels.slack.telling import saved_stories, story_link
from channels.slack.visiting import Visit
from news.commands import Word, parse_command
from news.errors import DeliveryError
from news.model import Brief, Edition
from news.phrases import phrase
from news.pointing import pointed

_NAMED: Final = re.compile(r"<(?:[@#!][^|>]*|https?:[^|>]*)\|([^>]*)>|<(https?:[^>]*)>|<[@#!][^>]*>")
_PAGES: Final = 3
"""Of a brief that is asked for: a response_url answers five times, and buttons need some of them."""
_PATIENCE: Final = 2.0
"""Seconds until who asked for a brief is told that it is being made."""
_GOES_ON: Final = timedelta(days=1)
"""So long a thread stays with the brief that was asked for there, and with the story that was named by its number."""
_ENTITIES: Final = {"&lt;": "<", "&gt;": ">", "&amp;": "&"}


async def hear_words(visit: Visit, text: str) -> None:
    """Nothing typed is today's brief; what is no command is a question."""
    said = as_typed(text)
    command = parse_command(said) if said else None
    if command is None or command.word is Word.TODAY:
        await today(visit)
    elif command.word is Word.QUESTION or await _is_of_an_answer(visit, command.word):
        brief = await _of_thread(visit)
        story, asked = await _meant(visit, brief, command.rest or said)
        await answer(visit, asked, story=story, of_brief=brief is not None)
    else:
        await _WORDS[command.word](visit, command.rest)


def as_typed(text: str) -> str:
    """Without what Slack adds: mentions, the markup of links, entities."""
    said = _NAMED.sub(lambda found: found[1] or found[2] or "", text)
    for entity, char in _ENTITIES.items():
        said = said.replace(entity, char)
    return " ".join(said.split())


async def _is_of_an_answer(visit: Visit, word: Word) -> bool:
    """ "More" and "sources" below an answer are of it; below a brief, or by themselves, of the brief."""
    below = bool(visit.channel and visit.thread) and not visit.opens and visit.way == "open"
    return below and word in (Word.MORE, Word.SOURCES) and await _of_thread(visit) is None


async def today(visit: Visit) -> None:
    """In the person's language, as long and on what this place has chosen."""
    await visit.status("making")
    edition, zone = Edition(visit.language, 5), visit.reader.zone
    for one, _ in await subscribing.subscriptions(visit):
        edition, zone = Edition(visit.language, one.edition.minutes, one.edition.topics), one.zone
    async with _patience(visit):
        brief = await visit.desk.brief(edition, zone=zone)
    if brief is None:
        await visit.tell(phrase(visit.language, "chat.no_brief"))
        await visit.status()
        return
    share = visit.way == "quiet" and visit.channel.startswith(("C", "G"))
    for page in brief_messages(brief, base_url=visit.base_url, share=share)[:_PAGES]:
        await visit.send(page)
    if visit.way == "open" and visit.thread:
        await _note(visit, "brief", brief.id)
    await visit.status()


@asynccontextmanager
async def _patience(visit: Visit) -> AsyncIterator[None]:
    """A command has no status line: who has to wait for an edition is told so."""
    telling = asyncio.ensure_future(_tell_to_wait(visit))
    try:
        yield
    finally:
        telling.cancel()
        await asyncio.wait([telling])


async def _tell_to_wait(visit: Visit) -> None:
    if visit.way == "quiet":
        await asyncio.sleep(_PATIENCE)
        with suppress(DeliveryError):
            await visit.tell(visit.say("wait"))


async def saved(visit: Visit) -> None:
    stories = await visit.desk.saved(visit.reader)
    title = phrase(visit.language, "chat.saved")
    blocks = saved_stories(stories, language=visit.language, to=story_link(visit.base_url))
    await visit.send(message(title, [section(f"*{title}*"), *blocks]))


async def ask(visit: Visit, **kept: Any) -> None:
    """A window for a question, else the hint to type one."""
    if not await visit.open(
        ask_view(visit.language, kept={"language": visit.language, "channel": visit.channel, **kept})
    ):
        await visit.tell(visit.say("how_to_ask"))


async def _of_thread(visit: Visit) -> Brief | None:
    """The brief in whose thread it is asked, delivered or asked for."""
    if visit.opens or not (visit.channel and visit.thread):
        return None
    id = message_id(visit.channel, visit.thread)
    delivery = await visit.desk.delivered(id, channel="slack", tenant=visit.tenant)
    shown = delivery.brief if delivery else await _noted(visit, "brief")
    return await visit.desk.brief_of(shown) if shown else None


async def _meant(visit: Visit, brief: Brief | None, text: str) -> tuple[str | None, str]:
    """The story that is meant below a brief, and what is asked of it. Who said "story 2" once goes on about it until another is named."""
    if brief is None:
        return None, text
    number, asked = pointed(text)
    if 1 <= number <= len(brief.stories):
        story = brief.stories[number - 1].id
        await _note(visit, "under", story)
        return story, asked
    return story_meant(text, brief, await _noted(visit, "under")), text


async def _note(visit: Visit, what: str, id: str) -> None:
    """Keeps for this thread which `brief` was asked for there, or `under` which story it goes on."""
    key, until = f"{what}:{message_id(visit.channel, visit.thread)}", visit.desk.now() + _GOES_ON
    await visit.desk.write_note(key, id, channel="slack", tenant=visit.tenant, until=until)


async def _noted(visit: Visit, what: str) -> str | None:
    key = f"{what}:{message_id(visit.channel, visit.thread)}"
    return await visit.desk.note(key, channel="slack", tenant=visit.tenant)


async def _help(visit: Visit, _: str) -> None:
    await visit.tell(visit.say("help"))


async def _settings(visit: Visit, _: str) -> None:
    await subscribing.open_settings(visit)


async def _topics(visit: Visit, _: str) -> None:
    await subscribing.topics(visit)


async def _pause(visit: Visit, _: str) -> None:
    await subscribing.pause(visit)


async def _resume(visit: Visit, _: str) -> None:
    await subscribing.resume(visit)


async def _stop(visit: Visit, _: str) -> None:
    await subscribing.stop(visit)


async def _saved(visit: Visit, _: str) -> None:
    await saved(visit)


async def _ask(visit: Visit, _: str) -> None:
    await ask(visit)


async def _today(visit: Visit, _: str) -> None:
    await today(visit)


_WORDS: Final[dict[Word, Callable[[Visit, str], Awaitable[None]]]] = {
    Word.HELP: _help,
    Word.SUBSCRIBE: subscribing.subscribe,
    Word.SETTINGS: _settings,
    Word.LANGUAGE: _settings,
    Word.TIME: _settings,
    Word.TOPICS: _topics,
    Word.MORE: _today,
    Word.SOURCES: _today,
    Word.ASK: _ask,
    Word.SAVED: _saved,
    Word.PAUSE: _pause,
    Word.RESUME: _resume,
    Word.STOP: _stop,
}
