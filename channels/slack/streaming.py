"""An answer that a model wrote, as it is put down: sentence by sentence, each checked against its source before it is shown."""

from channels.slack.actions import message_id
from channels.slack.answers import closing_blocks, markdown_pieces
from channels.slack.visiting import Visit
from news.asking import Answer
from news.errors import DeliveryError


def may_stream(visit: Visit, answer: Answer) -> bool:
    """Slack streams in a thread only. What stands in the archive word for word is there at once and needs none of it."""
    written = answer.provenance is not None and answer.provenance.written > 0
    in_thread = visit.way == "open" and bool(visit.channel and visit.thread)
    return written and in_thread and answer.brief is None and len(answer.sentences) > 1


async def stream(visit: Visit, answer: Answer) -> str:
    """The message's id; "" when Slack takes no stream now, and nothing was shown. Raises as a post does once it is begun."""
    first, *rest = markdown_pieces(answer)
    try:
        asker = {"recipient_team_id": await _team(visit), "recipient_user_id": visit.user}
        begun = await visit.call(
            "chat.startStream", channel=visit.channel, thread_ts=visit.thread, markdown_text=first, **asker
        )
    except DeliveryError as error:
        if not error.permanent and error.retry_after is None:
            raise  # it may be there
        return ""
    where = {"channel": begun["channel"], "ts": begun["ts"]}
    while rest:
        try:
            await visit.call("chat.appendStream", **where, markdown_text=rest[0])
        except DeliveryError:
            break  # the end brings the rest
        rest.pop(0)
    left = {"markdown_text": "".join(rest)} if rest else {}
    await visit.call("chat.stopStream", **where, **left, blocks=closing_blocks(answer, base_url=visit.base_url))
    return message_id(where["channel"], where["ts"])


async def _team(visit: Visit) -> str:
    """The workspace's id, as the event had it; else Slack is asked."""
    return visit.team or str((await visit.call("auth.test"))["team_id"])
