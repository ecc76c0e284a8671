"""Buttons, and windows that were filled in."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any, Final

from channels.slack import actions as ids
from channels.slack import subscribing
from channels.slack.actions import StoryRef, parse_story_ref
from channels.slack.asking import answer
from channels.slack.blocks import Block
from channels.slack.home_tab import publish_home
from channels.slack.render import brief_messages, message
from channels.slack.settings_view import kept_in, read_choice, read_question
from channels.slack.telling import headline, story_link, story_sources, whole_story
from channels.slack.visiting import Visit
from channels.slack.welcoming import resume_all
from channels.slack.words import ask
from news.errors import Refused, Unreachable
from news.model import BriefStory, Message
from news.phrases import phrase

_SHARED_FOR: Final = timedelta(days=2)
"""So long a second click on the same message shares nothing again; what only one person sees is gone by then."""


async def press(visit: Visit, action: str, value: str, *, home: bool) -> None:
    """`home`: in the Home tab, which then shows what has become of it. What we do not know is left alone."""
    pressed = _BUTTONS.get(action)
    if pressed is None:
        return
    await pressed(visit, value)
    if home and action not in _WITHOUT_EFFECT:
        await publish_home(visit)


async def submit(visit: Visit, view: Mapping[str, Any]) -> None:
    """`visit` is met anew: a window is sent without its channel, which was written into it."""
    kept = kept_in(view)
    back = replace(visit, channel=str(kept.get("channel") or ""), response_url=str(kept.get("response_url") or ""))
    if view.get("callback_id") == ids.SETTINGS_MODAL:
        await subscribing.apply(back, read_choice(view))
        if not back.channel:
            await publish_home(visit)
    elif view.get("callback_id") == ids.ASK_MODAL:
        thread = str(kept.get("thread") or "")
        if thread:
            back = replace(back, thread=thread, way="open")
        await answer(back, read_question(view), story=str(kept.get("story") or "") or None, quoted=bool(thread))


async def _more(visit: Visit, value: str) -> None:
    await _show(visit, value, "chat.more", whole_story)


async def _sources(visit: Visit, value: str) -> None:
    await _show(visit, value, "brief.sources", story_sources)


async def _show(visit: Visit, value: str, title: str, blocks_of: Callable[..., list[Block]]) -> None:
    """In a window; when that comes too late, as a message that only the person sees."""
    found = await _story(visit, value)
    if found is None:
        await visit.tell(visit.say("gone"))
        return
    _, story = found
    blocks = blocks_of(story, language=visit.language, to=story_link(visit.base_url))
    view: Block = {
        "type": "modal",
        "callback_id": ids.STORY_MODAL,
        "title": {"type": "plain_text", "text": phrase(visit.language, title)[:24]},
        "close": {"type": "plain_text", "text": visit.say("close")[:24]},
        "blocks": blocks[:100],
    }
    if not await visit.open(view):
        await visit.send(message(headline(story, story_link(visit.base_url)), blocks[:50]))


async def _ask(visit: Visit, value: str) -> None:
    found = await _story(visit, value)
    if found is None:
        await visit.tell(visit.say("gone"))
        return
    ref, story = found
    kept = {"story": ref.story, "thread": visit.thread, "response_url": visit.response_url}
    await ask(visit, about=headline(story, story_link(visit.base_url)), **kept)


async def _story(visit: Visit, value: str) -> tuple[StoryRef, BriefStory] | None:
    ref = parse_story_ref(value)
    story = await visit.desk.story(ref.story, brief=ref.brief, language=visit.language) if ref else None
    return (ref, story) if ref and story else None


async def _save(visit: Visit, value: str) -> None:
    await _keep(visit, value, on=True)


async def _forget(visit: Visit, value: str) -> None:
    await _keep(visit, value, on=False)


async def _keep(visit: Visit, value: str, *, on: bool) -> None:
    ref = parse_story_ref(value)
    if ref is None:
        return
    await visit.desk.save(ref.story, reader=visit.reader, on=on)
    if visit.channel:  # the Home tab shows it by itself
        await visit.tell(visit.say("saved" if on else "forgotten"))


async def _useful(visit: Visit, value: str) -> None:
    await _vote(visit, value, useful=True)


async def _not_useful(visit: Visit, value: str) -> None:
    await _vote(visit, value, useful=False)


async def _vote(visit: Visit, value: str, *, useful: bool) -> None:
    ref = parse_story_ref(value)
    if ref is None:
        return
    verdict: Any = "useful" if useful else "not-useful"
    await visit.desk.vote(ref.story, verdict, reader=visit.reader, brief=ref.brief)
    await visit.tell(visit.say("thanks"))


async def _feedback(visit: Visit, value: str) -> None:
    said, _, id = value.partition(" ")
    await visit.desk.feedback(id, "useful" if said == "useful" else "wrong", reader=visit.reader)
    await visit.tell(visit.say("thanks" if said == "useful" else "sorry"))


async def _share(visit: Visit, value: str) -> None:
    """To the channel, in full, once per click's message; where the bot is no member, by the address that the click brought."""
    brief = await visit.desk.brief_of(value)
    if brief is None:
        await visit.tell(visit.say("gone"))
        return
    key, job = f"shared:{value}:{visit.channel}:{visit.clicked}", visit.said.job
    if visit.clicked and await visit.desk.note(key, channel="slack", tenant=visit.tenant) not in (None, job):
        await visit.tell(visit.say("shared"))
        return
    if await _post_brief(visit, brief_messages(brief, base_url=visit.base_url), note=key if visit.clicked else ""):
        return
    await visit.tell(visit.say("invite", place=phrase(visit.language, "chat.share")))


async def _post_brief(visit: Visit, pages: Sequence[Message], *, note: str) -> bool:
    """False where nothing can be posted. `note` tells later clicks that it stands there."""
    opened, first = replace(visit, way="open", thread=""), pages[0]
    try:
        id = await opened.send(first)
    except (Refused, Unreachable):
        id = ""
        if not await visit.shout(first):
            return False
    else:
        if not id:  # perhaps it stands there, which was said
            return True
    if note:
        until = visit.desk.now() + _SHARED_FOR
        await visit.desk.write_note(note, visit.said.job, channel="slack", tenant=visit.tenant, until=until)
    for one in pages[1:] if id else ():
        await replace(opened, thread=ids.parse_message_id(id)[1]).send(one)
    return True


async def _settings(visit: Visit, value: str) -> None:
    await subscribing.open_settings(visit, place=not visit.channel, id=value)


async def _begin(visit: Visit, _: str) -> None:
    await subscribing.open_settings(visit, place=True)


async def _pause(visit: Visit, value: str) -> None:
    await subscribing.pause(visit, [value])


async def _resume(visit: Visit, value: str) -> None:
    await subscribing.resume(visit, [value])


async def _resume_all(visit: Visit, _: str) -> None:
    await resume_all(visit)


async def _stop(visit: Visit, value: str) -> None:
    await subscribing.stop(visit, [value])


_BUTTONS: Final[dict[str, Callable[[Visit, str], Awaitable[None]]]] = {
    ids.STORY_MORE: _more,
    ids.STORY_SOURCES: _sources,
    ids.STORY_ASK: _ask,
    ids.STORY_SAVE: _save,
    ids.STORY_FORGET: _forget,
    ids.STORY_USEFUL: _useful,
    ids.STORY_NOT_USEFUL: _not_useful,
    ids.BRIEF_SHARE: _share,
    ids.ANSWER_FEEDBACK: _feedback,
    ids.HOME_SUBSCRIBE: _begin,
    ids.HOME_SETTINGS: _settings,
    ids.HOME_PAUSE: _pause,
    ids.HOME_RESUME: _resume,
    ids.HOME_STOP: _stop,
    ids.INSTALL_RESUME: _resume_all,
}
_WITHOUT_EFFECT: Final = (
    ids.STORY_MORE, ids.STORY_SOURCES, ids.STORY_ASK, ids.HOME_SUBSCRIBE, ids.HOME_SETTINGS, ids.STORY_USEFUL,
    ids.STORY_NOT_USEFUL,
)  # fmt: skip
