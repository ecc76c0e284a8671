"""Questions: answered in the reply when that is in time, else kept for one tap or pushed where the plan allows."""

import asyncio
import json
import logging
from datetime import timedelta
from typing import Final

from channels.line.flex import Json
from channels.line.render import answer_messages
from channels.line.replies import note, still_looking
from channels.line.settings import TENANT
from channels.line.visits import CHANNEL, Visit
from news.errors import BadInput, Refused, Unreachable
from news.phrases import refusal

UNDER: Final = timedelta(hours=1)
"""So long what is asked is about the story whose bubble was tapped."""
_TALKING: Final = timedelta(minutes=10)
"""So long "more" and "source?" are of the answer, then of the brief."""
_KEPT: Final = timedelta(days=1)
_LOOKING: Final = timedelta(minutes=10)
_GLANCE: Final = 0.3
_log = logging.getLogger(__name__)


async def ask(visit: Visit, text: str, *, key: str, base_url: str) -> None:
    """Answers a question. `key` is the event's: a push for it is taken once, and the answer is the same one after a crash."""
    if await unsent(visit):
        return
    work = asyncio.ensure_future(_answer(visit, text, base_url, key))
    try:
        await visit.show_loading()
        if await visit.in_time(work):
            messages, answer = await work
            if not await unsent(visit) and not await visit.reply(messages, owed=True):
                await _bring(visit, messages, key=key)
            await _posted(visit, answer)
            return
        await visit.write_note("looking", visit.heard.message or "1", keep=_LOOKING)
        await visit.reply([still_looking(visit.language)])
        messages, answer = await work
        await visit.write_note("looking", None)
        if not await unsent(visit) and not await visit.was_told(messages):
            await _bring(visit, messages, key=key)
        await _posted(visit, answer)
    finally:
        work.cancel()


async def fetch(visit: Visit) -> None:
    """The tap on "your answer": waits a little for one that is nearly ready."""
    # Perhaps another process is the one that looks: only the notes tell.
    while visit.patience and await visit.note("looking") and not await visit.waiting_answer():  # noqa: ASYNC110
        await asyncio.sleep(_GLANCE)
    if await visit.waiting_answer():
        await visit.reply([])
    elif await visit.note("looking"):
        await visit.reply([still_looking(visit.language)])
    else:
        await visit.reply([note(visit.language, "none_waiting")])


async def forget(visit: Visit) -> None:
    """Somebody took a message back: neither it nor its answer is kept, and what is not sent yet never is."""
    message = visit.heard.message
    if not message:
        return
    await visit.write_note(_unsent(message), "1", keep=_KEPT)
    answer = await visit.note(_asked(message))
    if answer:
        await visit.desk.forget([answer], tenant=TENANT)
        await visit.write_note(_asked(message), None)
        if await visit.note("answered") == answer:
            await visit.write_note("answered", None)
    kept = await visit.note("answer")
    if kept and json.loads(kept).get("message") == message:
        await visit.write_note("answer", None)


async def unsent(visit: Visit) -> bool:
    message = visit.heard.message
    return bool(message) and await visit.note(_unsent(message)) is not None


async def _posted(visit: Visit, answer: str) -> None:
    """Nobody can change a message on LINE: should the answer turn out to be wrong, the next one says so."""
    if answer and not await unsent(visit):
        heard = visit.heard
        await visit.desk.posted(answer, channel=CHANNEL, address=heard.chat, platform_id=heard.id, tenant=TENANT)


async def _answer(visit: Visit, text: str, base_url: str, key: str) -> tuple[list[Json], str]:
    """With its id. What cannot be taken is said in words that may be shown."""
    thread = f"{CHANNEL}:{visit.heard.chat}"
    try:
        answer = await visit.desk.answer(
            text,
            reader=visit.reader,
            thread=thread,
            story=await visit.note("under"),
            speaks=visit.language if visit.known_language else None,
            once=f"{CHANNEL}:{key}",
        )
    except BadInput as error:
        return [{"type": "text", "text": refusal(error, visit.language)[:1000]}], ""
    await visit.write_note("talking", "1", keep=_TALKING)
    if visit.heard.message and answer.id:
        await visit.write_note(_asked(visit.heard.message), answer.id, keep=_KEPT)
        await visit.write_note("answered", None if answer.abstained else answer.id, keep=_KEPT)
        if await unsent(visit):
            await visit.desk.forget([answer.id], tenant=TENANT)
    return answer_messages(answer, base_url=base_url), answer.id


async def _bring(visit: Visit, messages: list[Json], *, key: str) -> None:
    """Too late for the reply: pushed when the plan allows, else kept for the next tap or word."""
    chat = visit.heard.chat
    if await visit.place.may_push(chat):
        try:
            await visit.place.api.push(chat, messages, key=f"answer {key}")
        except Refused as error:
            _log.info("an answer was not pushed: %s", error)
        except Unreachable:
            return
        else:
            return
    await visit.keep_answer(messages)


def _unsent(message: str) -> str:
    return f"unsent:{message}"


def _asked(message: str) -> str:
    return f"asked:{message}"
