"""Questions: answered where they were asked, with sources, and with buttons to say whether it helped."""

from channels.slack.render import SlackRenderer
from channels.slack.streaming import may_stream, stream
from channels.slack.visiting import Visit
from news.errors import BadInput
from news.model import Brief
from news.searching import search_tokens


async def answer(visit: Visit, text: str, *, story: str | None = None) -> None:
    """`story` is the one it is asked under."""
    await visit.status("looking")
    # Names alone, such as "OpenAI?", are of no language: the person's own counts then.
    language = visit.language if text.isascii() else None
    try:
        found = await visit.desk.answer(
            text, reader=visit.reader, thread=visit.conversation, story=story, language=language
        )
    except BadInput as error:
        await visit.tell(visit.written(error.reason))
        await visit.status()
        return
    (said,) = SlackRenderer(base_url=visit.base_url).answer(found)
    id = await stream(visit, found) if may_stream(visit, found) else ""
    id = id or await visit.send(said)
    await visit.status()
    if id and found.id:
        await visit.desk.posted(found.id, channel="slack", address=visit.place, platform_id=id, tenant=visit.tenant)


def story_meant(text: str, brief: Brief) -> str | None:
    """The story of a brief that a question under it speaks of: the one it shares most words with; None when no one does."""
    if len(brief.stories) == 1:
        return brief.stories[0].id
    asked = set(search_tokens(text))
    shared = {one.id: len(asked & set(search_tokens(one.headline))) for one in brief.stories}
    best = max(shared.values(), default=0)
    meant = [id for id, number in shared.items() if number == best]
    return meant[0] if best and len(meant) == 1 else None
