"""An answer that a model wrote, as it is put down: sentence by sentence, each checked against its source before it is shown.

The whole answer is checked before its first sentence is shown: whether there is one at all is known only then.
"""

import json
import logging
from typing import Any, Final

from channels.slack.actions import message_id, parse_message_id
from channels.slack.answers import closing_blocks, markdown_pieces
from channels.slack.visiting import Visit
from news.asking import Answer
from news.errors import DeliveryError, Refused, Unanswered
from news.model import Message

_BEGUN: Final = "stream"
"""What a job knows its stream by when it is worked on again."""
_WITHOUT: Final = "no stream"
_log = logging.getLogger(__name__)


def may_stream(visit: Visit, answer: Answer) -> bool:
    """Slack streams in a thread only. What stands in the archive word for word is there at once and needs none of it."""
    written = answer.provenance is not None and answer.provenance.written > 0
    in_thread = visit.way == "open" and bool(visit.channel and visit.thread)
    return written and in_thread and answer.brief is None and len(answer.sentences) > 1


async def stream(visit: Visit, answer: Answer, whole: Message) -> str:
    """The message's id; "" when Slack takes no stream now, and nothing was shown. Raises as a post does once it is begun.

    `whole` is the same answer as one message: it goes in the place of a stream of which nobody knows how much arrived.
    """
    begun = await visit.said.id_of(_BEGUN)
    if begun:
        return await _settle(visit, begun, whole)
    id = await _begin(visit) if await visit.said.id_of(_WITHOUT) is None else ""
    if not id:
        return ""
    where, rest = _where(id), markdown_pieces(answer)
    try:
        while rest:
            await visit.call("chat.appendStream", **where, markdown_text=rest[0])
            rest.pop(0)
    except Unanswered:
        return await _settle(visit, id, whole)
    except DeliveryError:
        pass  # not taken: the end brings the rest
    left = {"markdown_text": "".join(rest)} if rest else {}
    try:
        await visit.call("chat.stopStream", **where, **left, blocks=closing_blocks(answer, base_url=visit.base_url))
    except Refused:
        return await _settle(visit, id, whole)
    return id


async def _begin(visit: Visit) -> str:
    """Without a word of the answer: when nobody knows whether it was begun, it can be said as one message all the same."""
    visit.wait_for_turn(visit.channel)
    try:
        asker = {"recipient_team_id": await _team(visit), "recipient_user_id": visit.user}
        begun = await visit.call("chat.startStream", channel=visit.channel, thread_ts=visit.thread, **asker)
    except DeliveryError:
        await visit.said.add(_WITHOUT)
        return ""
    visit.turn_used(visit.channel)
    id = message_id(begun["channel"], begun["ts"])
    await visit.said.add(_BEGUN, id)
    await visit.said.keep()
    return id


async def _settle(visit: Visit, id: str, whole: Message) -> str:
    """Ends the stream, if it has not ended, and puts the whole answer in its place: doing so twice does no harm."""
    where, body = _where(id), json.loads(whole.body)
    try:
        await visit.call("chat.stopStream", **where)
    except Refused as error:
        _log.info("slack: a stream had ended: %s", error.reason)
    try:
        await visit.call("chat.update", **where, text=body["text"], blocks=body["blocks"])
    except Refused as error:
        _log.warning("slack: an answer may not stand there in full: %s", error.reason)
    return id


def _where(id: str) -> dict[str, Any]:
    channel, ts = parse_message_id(id)
    return {"channel": channel, "ts": ts}


async def _team(visit: Visit) -> str:
    """The workspace's id, as the event had it; else Slack is asked."""
    return visit.team or str((await visit.call("auth.test"))["team_id"])
