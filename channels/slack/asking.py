"""Questions: answered where they were asked, with sources, and with buttons to say whether it helped."""

import json
import re
from typing import Final

from channels.slack.blocks import context
from channels.slack.escaping import fit
from channels.slack.render import SlackRenderer, message
from channels.slack.streaming import may_stream, stream
from channels.slack.visiting import Visit
from news.model import Brief, Message
from news.searching import search_tokens

_SHARED: Final = 2
"""Words with a headline, that a question speaks of its story."""
_QUOTED: Final = 500
"""Characters of a question that stand above its answer."""


async def answer(
    visit: Visit, text: str, *, story: str | None = None, of_brief: bool = False, quoted: bool = False
) -> None:
    """`story` is the one it is asked under; `of_brief`: below a brief. `quoted`: it was asked in a window, so nobody else has seen the question."""
    await visit.status("looking")
    # Names alone, such as "OpenAI?", are of no language: the person's own counts then.
    language = visit.language if text.isascii() else None
    found = await visit.desk.answer(
        text,
        reader=visit.reader,
        thread=visit.conversation,
        story=story,
        of_brief=of_brief,
        language=language,
        speaks=visit.language,
        once=f"slack:{visit.said.job}" if visit.said.job else "",
    )
    (said,) = SlackRenderer(base_url=visit.base_url).answer(found)
    id = await stream(visit, found, said) if may_stream(visit, found) and not quoted else ""
    id = id or await visit.send(_under_question(said, text, visit) if quoted else said)
    await visit.status()
    if id and found.id:
        await visit.desk.posted(found.id, channel="slack", address=visit.place, platform_id=id, tenant=visit.tenant)


def _under_question(said: Message, text: str, visit: Visit) -> Message:
    """The answer below who asked what."""
    body = json.loads(said.body)
    asked = f"*{visit.written(visit.reader.name or '?')}*: {fit(text, _QUOTED, visit.language)}"
    return message(body["text"], [context(asked), *body["blocks"]])


def story_meant(text: str, brief: Brief, before: str | None = None) -> str | None:
    """The story of a brief that a question under it speaks of: the one it shares most words with; `before`, when no one does.

    One word of many is no sign: "how much per book?" goes on from what was asked before; nor is one word where a story was named before.
    """
    if len(brief.stories) == 1:
        return brief.stories[0].id
    asked = set(search_tokens(text))
    shared = {one.id: len(asked & set(search_tokens(one.headline))) for one in brief.stories}
    best = max(shared.values(), default=0)
    meant = [id for id, number in shared.items() if number == best]
    is_told = best >= _SHARED or (before is None and 2 * best >= len(asked))
    if best and is_told and len(meant) == 1:
        return meant[0]
    named = _named(text)
    theirs = [one.id for one in brief.stories if named & _named(one.headline)]
    return theirs[0] if len(theirs) == 1 else before


def _named(text: str) -> set[str]:
    """Written as names are, not only because a sentence begins."""
    return {found[0].casefold() for found in _NAME.finditer(text)}


_NAME: Final = re.compile(
    r"(?<![A-Za-z])(?!A\.?I\b)(?:[A-Z][A-Za-z]*[A-Z0-9][\w.-]*|(?<=[^\s.!?] )[A-Z][a-z]{2,}|(?<=[^\x00-\x7f])[A-Z][a-z]{2,}|^[A-Z][a-z]{2,}(?=[^\x00-\x7f]))"
)
