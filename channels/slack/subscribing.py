"""The daily brief of a channel or a person: begun, changed, paused, ended."""

from collections.abc import Sequence
from dataclasses import replace

from channels.slack.actions import HOME_SETTINGS
from channels.slack.blocks import Block, actions, button, section
from channels.slack.escaping import mrkdwn
from channels.slack.home import subscription_text
from channels.slack.render import message
from channels.slack.settings_view import Choice, choice_of, first_choice, settings_view
from channels.slack.visiting import Visit, change_language, place_name
from news.commands import parse_wish
from news.errors import BadInput, Refused, Unreachable
from news.model import Subscription
from news.timetable import Due
from news.wishes import Wish

Kept = tuple[Subscription, Due | None]


async def subscriptions(visit: Visit, address: str = "") -> Sequence[Kept]:
    return await visit.desk.subscriptions(channel="slack", address=address or visit.place, tenant=visit.tenant)


async def subscribe(visit: Visit, rest: str) -> None:
    """`rest`: a time, topics, both or nothing, as typed."""
    try:
        wanted = parse_wish(rest)
    except BadInput:
        await visit.tell(visit.say("bad_wish", said=visit.written(rest[:80])))
        return
    choice = await current_choice(visit)
    await apply(visit, replace(choice, time=wanted.time or choice.time, topics=wanted.topics or choice.topics))


async def current_choice(visit: Visit, id: str = "") -> Choice:
    """What is set for this place, or for the subscription of that id there; else what to begin with."""
    for one, _ in await subscriptions(visit):
        if id in ("", "-", one.id):
            return choice_of(one)
    return first_choice(visit.place, visit.reader.zone, visit.language)


async def apply(visit: Visit, choice: Choice) -> None:
    """Subscribes, or changes what is there. A channel is told first: where we may not post nothing is begun."""
    where = choice.where or visit.user
    new = not await subscriptions(visit, where)
    if new and where != visit.user and not await _announced(visit, where, choice):
        return
    if where == visit.user:
        visit = await change_language(visit, choice.language, choice.zone)
    wish = Wish(where, choice.zone, choice.time, choice.edition, choice.weekdays)
    done = await visit.desk.subscribe(wish, channel="slack", tenant=visit.tenant, reader=visit.reader.id)
    told = visit.say("subscribed" if done.new else "changed", place=place_name(where, visit.language))
    kept = await subscriptions(visit, where)
    await visit.tell(told, [section(told), *[section(subscription_text(*one, visit.language)) for one in kept]])


async def _announced(visit: Visit, where: str, choice: Choice) -> bool:
    """Everybody in the channel sees who set it up and how it is changed."""
    named = {"who": visit.written(visit.reader.name or "?"), "time": choice.time, "zone": mrkdwn(choice.zone)}
    said = visit.say("announced", **named)
    try:
        await visit.announce(where, message(said, [section(said)]))
    except (Refused, Unreachable):
        await visit.tell(visit.say("invite", place=place_name(where, visit.language)))
        return False
    return True


async def open_settings(visit: Visit, *, place: bool = False, id: str = "") -> None:
    """The window, or a button that opens it where a window cannot be opened now."""
    choice = await current_choice(visit, id)
    view = settings_view(choice, visit.language, place=place, channel=visit.channel)
    if not await visit.open(view):
        said = visit.say("press" if not visit.trigger else "late")
        await visit.tell(said, [section(said), settings_button(visit)])


def settings_button(visit: Visit) -> Block:
    return actions(button(visit.say("settings"), HOME_SETTINGS, "-", language=visit.language))


async def pause(visit: Visit, ids: Sequence[str] = ()) -> None:
    await _switch(visit, ids, "paused")


async def resume(visit: Visit, ids: Sequence[str] = ()) -> None:
    await _switch(visit, ids, "resumed")


async def stop(visit: Visit, ids: Sequence[str] = ()) -> None:
    await _switch(visit, ids, "stopped")


async def _switch(visit: Visit, ids: Sequence[str], what: str) -> None:
    """Those of this place, or the one that a button names."""
    known = [one.id for one, _ in await subscriptions(visit)]
    meant = [id for id in ids if id in known] or known
    if not meant:
        await visit.tell(visit.say("not_subscribed"))
        return
    desk, tenant = visit.desk, visit.tenant
    if what == "paused":
        await desk.pause(meant, until=None, tenant=tenant)
    elif what == "resumed":
        await desk.resume(meant, tenant=tenant)
    else:
        await desk.remove(meant, tenant=tenant)
    await visit.tell(visit.say(what, place=place_name(visit.place, visit.language)))


async def topics(visit: Visit) -> None:
    """What is set here, and where to change it."""
    kept = await subscriptions(visit)
    told = [subscription_text(*one, visit.language) for one in kept] or [visit.say("not_subscribed")]
    named = visit.say("topics_are", topics=_every_topic(visit))
    await visit.tell(told[0], [*map(section, told), section(named), settings_button(visit)])


def _every_topic(visit: Visit) -> str:
    from channels.slack.settings_view import TOPIC_NAMES
    from news.phrases import phrase

    return mrkdwn(", ".join(phrase(visit.language, f"topics.{name}") for name in TOPIC_NAMES))
