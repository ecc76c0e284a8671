"""An answer that grows in its thread, as people know it from models: https://docs.slack.dev/reference/methods/chat.startStream

Only what was checked against its sources is ever shown, so it grows by whole sentences, once they are there.
"""

from typing import Final

from channels.slack.actions import message_id
from channels.slack.answers import answer_blocks
from channels.slack.escaping import fit, markdown, safe_url
from channels.slack.visiting import Visit
from news.asking import Answer
from news.errors import DeliveryError
from news.languages import Language
from news.model import Sentence

_SENTENCES: Final = 12
_SENTENCE: Final = 900


async def stream_answer(visit: Visit, answer: Answer) -> str:
    """The message's id, "" where Slack does not let an answer grow now, so that it is posted whole."""
    first, *rest = [_told(sentence, answer.language) for sentence in answer.sentences[:_SENTENCES]]
    begun = {"recipient_team_id": visit.team, "recipient_user_id": visit.user, "thread_ts": visit.thread}
    try:
        made = await visit.call("chat.startStream", channel=visit.channel, markdown_text=first, **begun)
    except DeliveryError:
        return ""
    where = {"channel": made["channel"], "ts": made["ts"]}
    for sentence in rest:
        await visit.call("chat.appendStream", markdown_text=f"\n\n{sentence}", **where)
    below = [block for block in answer_blocks(answer, base_url=visit.base_url) if block["type"] != "section"]
    await visit.call("chat.stopStream", blocks=below, **where)
    return message_id(made["channel"], made["ts"])


def _told(sentence: Sentence, language: Language) -> str:
    """Escaped for `markdown`, with a link to each source."""
    links = dict.fromkeys(url for one in sentence.citations if (url := safe_url(one.url)))
    marks = [f"[↗]({url})" for url in links if ")" not in url and "(" not in url]
    return " ".join([fit(sentence.text, _SENTENCE, language, markdown), *marks[:3]])
