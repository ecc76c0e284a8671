"""The Home tab: the daily brief's settings, today's brief, what the reader saved. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from zoneinfo import ZoneInfo

from channels.slack.actions import HOME_PAUSE, HOME_RESUME, HOME_SETTINGS, HOME_STOP, HOME_SUBSCRIBE
from channels.slack.blocks import Block, actions, button, divider, header, section, without_empty
from channels.slack.escaping import mrkdwn
from channels.slack.failures import why_stopped
from channels.slack.limits import most
from channels.slack.render import brief_pages
from channels.slack.telling import saved_stories, story_link
from news.languages import Language
from news.model import Brief, BriefStory, Subscription
from news.phrases import format_moment, phrase
from news.timetable import Due

_SUBSCRIPTIONS = 5


@dataclass(frozen=True, slots=True)
class HomeTab:
    """`subscriptions` are those of the reader's own address, each with what is due next, None when it is off."""

    language: Language
    brief: Brief | None = None
    subscriptions: Sequence[tuple[Subscription, Due | None]] = ()
    saved: Sequence[BriefStory] = ()


def home_view(tab: HomeTab, *, base_url: str = "") -> Block:
    """For views.publish, within a view's limits: when all does not fit, the end of the saved list goes first."""
    language = tab.language
    blocks = _settings(tab)
    blocks += [divider()]
    if tab.brief is None:
        blocks += [header(phrase(language, "chat.today"), language), section(mrkdwn(phrase(language, "chat.no_brief")))]
    else:
        blocks += chain.from_iterable(brief_pages(tab.brief, base_url=base_url))
    blocks += [divider(), header(phrase(language, "chat.saved"), language)]
    room = max((most("view.blocks") - len(blocks)) // 2, 0)
    blocks += saved_stories(list(tab.saved)[:room], language=language, to=story_link(base_url))
    return {"type": "home", "callback_id": "home", "blocks": without_empty(blocks)[: most("view.blocks")]}


def _settings(tab: HomeTab) -> list[Block]:
    language = tab.language
    if not tab.subscriptions:
        label = phrase(language, "chat.subscribe")
        return [
            section(mrkdwn(phrase(language, "chat.not_subscribed"))),
            actions(button(label, HOME_SUBSCRIBE, "-", language=language, style="primary")),
        ]
    blocks: list[Block] = []
    for one, due in tab.subscriptions[:_SUBSCRIPTIONS]:
        blocks += [section(subscription_text(one, due, language)), actions(*_switches(one, due, language))]
    return blocks


def subscription_text(one: Subscription, due: Due | None, language: Language) -> str:
    """What arrives when, in the reader's language, as `mrkdwn`."""
    topics = ", ".join(phrase(language, f"topics.{topic}") for topic in one.edition.topics)
    told = phrase(
        language,
        "chat.subscription",
        days=weekdays_text(one.weekdays, language),
        time=one.time,
        zone=one.zone,
        language=phrase(one.edition.language, "name.own"),
        minutes=one.edition.minutes,
        topics=topics or phrase(language, "chat.every_topic"),
    )
    if one.suspended:
        then = phrase(language, "chat.off", reason=why_stopped(one.suspended, language))
    elif due is None or (one.paused_until is not None and due.day < one.paused_until):
        then = phrase(language, "chat.paused")
    else:
        then = phrase(language, "chat.next", time=format_moment(due.at, language, ZoneInfo(one.zone)))
    return f"*{mrkdwn(told)}*\n{mrkdwn(then)}"


def weekdays_text(days: frozenset[int], language: Language) -> str:
    """ "every day", or the days' names."""
    if len(days) == 7:
        return phrase(language, "chat.every_day")
    names = phrase(language, "dates.weekdays").split()
    return ", ".join(names[day] for day in sorted(days))


def _switches(one: Subscription, due: Due | None, language: Language) -> list[Block]:
    def make(action: str, key: str) -> Block:
        return button(phrase(language, f"chat.{key}"), action, one.id, language=language)

    on = make(HOME_PAUSE, "pause") if due and not one.suspended else make(HOME_RESUME, "resume")
    return [make(HOME_SETTINGS, "settings"), on, make(HOME_STOP, "stop")]
