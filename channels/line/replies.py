"""What the chat says that is no news: greetings, the settings and what is changed there. Pure."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

from channels.line.cards import topic_name
from channels.line.events import CALL
from channels.line.flex import (
    ACCENT,
    QUIET,
    Json,
    ask_with_keyboard,
    box,
    bubble,
    button,
    flex,
    line,
    pick_time,
    plain,
    postback,
    quick,
    say,
    text_message,
    words,
)
from channels.line.quota import Share
from channels.line.texts import alt_text, message_text
from news.languages import LANGUAGES, Language
from news.model import BriefStory
from news.phrases import format_date, format_moment, phrase

ZONES: Final[dict[str, str]] = {
    "Tokyo": "Asia/Tokyo", "Seoul": "Asia/Seoul", "Taipei": "Asia/Taipei", "Hong Kong": "Asia/Hong_Kong",
    "Shanghai": "Asia/Shanghai", "Bangkok": "Asia/Bangkok", "Singapore": "Asia/Singapore", "Kolkata": "Asia/Kolkata",
    "London": "Europe/London", "Paris": "Europe/Paris", "New York": "America/New_York",
    "Los Angeles": "America/Los_Angeles", "Sydney": "Australia/Sydney",
}  # fmt: skip
"""LINE tells no time zone: these can be tapped, any other can be written by its IANA name."""
HOME: Final[dict[Language, str]] = {
    "ja": "Asia/Tokyo", "zh-Hant": "Asia/Taipei", "zh-Hans": "Asia/Shanghai", "ko": "Asia/Seoul", "th": "Asia/Bangkok",
}  # fmt: skip
"""Where most readers of a language are; English says nothing of that."""
TOPICS: Final = [
    "models",
    "research",
    "products",
    "business",
    "policy",
    "safety",
    "chips",
    "robotics",
    "open-source",
    "tools",
    "applications",
    "science",
    "society",
]
_SHOWN: Final = 40
"""Characters of a person's name."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a chat stands: `next` is None when nothing is due; `paused_until` is `date.max` for a pause without an end."""

    language: Language
    zone: str
    time: str
    topics: tuple[str, ...]
    subscribed: bool
    paused_until: date | None = None
    next: datetime | None = None
    share: Share = Share.PUSH


def tell(language: Language, key: str, /, **values: object) -> str:
    return phrase(language, f"line.{key}", **values)


def note(language: Language, key: str, /, **values: object) -> Json:
    """A text of fixed wording with the everyday taps."""
    return quick(text_message(message_text([tell(language, key, **values)])), everyday(language))


def everyday(language: Language) -> list[Json]:
    return [
        postback(tell(language, "today"), do="today"),
        ask_with_keyboard(tell(language, "ask"), do="ask"),
        postback(tell(language, "topics"), do="topics"),
        postback(tell(language, "settings"), do="settings"),
    ]


def choose_language(*, first: bool) -> Json:
    """In all six: whom it is for is not known yet."""
    text = "\n".join(tell(language, "which_language") for language in LANGUAGES)
    return quick(text_message(text), [_language_tap(one, first=first) for one in LANGUAGES])


def _language_tap(language: Language, *, first: bool) -> Json:
    return postback(phrase(language, "name.own"), do="language", set=language, **({"first": "1"} if first else {}))


def greeting(name: str, standing: Standing) -> list[Json]:
    language = standing.language
    shown = plain(name)[:_SHOWN]
    hello = tell(language, "hello", name=shown) if shown else tell(language, "hello_all")
    return [text_message(f"{hello}\n{tell(language, 'intro')}"), settings_card(standing, title="three_taps")]


def group_greeting(language: Language) -> list[Json]:
    hello = f"{tell(language, 'group_hello', word=CALL)}\n{tell(language, 'group_hint', word=CALL)}"
    taps = [postback(tell(language, "subscribe"), do="subscribe"), *everyday(language)[::3]]
    return [quick(text_message(hello), [*taps, postback(tell(language, "language"), do="language")])]


def settings_card(standing: Standing, *, title: str = "your_settings") -> Json:
    """Three taps: topics, time, language; then what else there is to change."""
    language = standing.language
    at = tell(language, "at_time", time=standing.time, zone=standing.zone)
    topics = [topic_name(topic, language) for topic in standing.topics] or [tell(language, "all_topics")]
    rows = {
        "topics": ", ".join(topics),
        "time": at if standing.subscribed else "—",
        "language": phrase(language, "name.own"),
        "state": state_of(standing),
    }
    body = [words(tell(language, title), size="lg", weight="bold"), line("sm")]
    body += [_row(tell(language, name), value) for name, value in rows.items()]
    alt = alt_text([tell(language, title), *(f"{tell(language, name)}: {value}" for name, value in rows.items())])
    taps = _setting_taps(standing)
    card = bubble(body, [button(action, primary=number == 0) for number, action in enumerate(taps)], layout="vertical")
    return quick(flex(alt, card), _more_taps(standing))


def _setting_taps(standing: Standing) -> list[Json]:
    language = standing.language
    tongue = postback(tell(language, "language"), do="language")
    if not standing.subscribed:
        return [postback(tell(language, "subscribe"), do="subscribe"), tongue]
    time = pick_time(tell(language, "time"), standing.time, do="time")
    return [postback(tell(language, "topics"), do="topics"), time, tongue]


def _more_taps(standing: Standing) -> list[Json]:
    language = standing.language
    zone = [postback(tell(language, "zone"), do="zone")] if standing.subscribed else []
    going = "resume" if standing.paused_until else "pause"
    ends = [postback(tell(language, name), do=name) for name in (going, "stop")] if standing.subscribed else []
    return [*everyday(language)[:2], *zone, *ends, postback(tell(language, "help"), do="help")]


def _row(name: str, value: str) -> Json:
    left = words(name, color=QUIET, flex=2)
    return box(left, words(value, flex=4), layout="horizontal", margin="sm")


def state_of(standing: Standing) -> str:
    language = standing.language
    if not standing.subscribed:
        return tell(language, "off")
    if standing.paused_until == date.max:
        return tell(language, "paused")
    if standing.paused_until:
        return tell(language, "paused_until", date=format_date(standing.paused_until, language))
    return tell(language, {Share.PUSH: "on", Share.BIG_DAYS: "big_days", Share.PULL: "off"}[standing.share])


def topics_card(standing: Standing) -> Json:
    """Every topic as a switch; each tap shows the card anew."""
    language, chosen = standing.language, set(standing.topics)
    head = [
        words(tell(language, "which_topics"), size="lg", weight="bold"),
        words(tell(language, "topics_hint"), size="xs", color=QUIET),
    ]
    switches = [_switch(topic, topic_name(topic, language), on=topic in chosen) for topic in TOPICS]
    switches.append(_switch("", tell(language, "all_topics"), on=not chosen))
    rows = [
        box(*switches[n : n + 2], layout="horizontal", spacing="sm", margin="sm") for n in range(0, len(switches), 2)
    ]
    done = button(postback(tell(language, "done"), do="settings"), primary=True)
    alt = alt_text([tell(language, "which_topics"), *(topic_name(topic, language) for topic in TOPICS)])
    return flex(alt, bubble([*head, *rows], [done]))


def _switch(topic: str, name: str, *, on: bool) -> Json:
    """What is chosen has a mark, not a colour alone."""
    text = words(f"✓ {name}" if on else name, color="#ffffff" if on else ACCENT, align="center")
    look = {"backgroundColor": ACCENT} if on else {"borderColor": ACCENT, "borderWidth": "1px"}
    action = postback(name, do="topic", set=topic)
    return box(text, paddingAll="8px", cornerRadius="8px", flex=1, action=action, **look)


def choose_zone(language: Language) -> Json:
    taps = [postback(city, do="zone", set=zone) for city, zone in ZONES.items()]
    return quick(text_message(f"{tell(language, 'which_zone')} (Asia/Tokyo, …)"), taps)


def choose_time(standing: Standing) -> Json:
    language = standing.language
    text = tell(language, "time_hint", word=tell(language, "subscribe"))
    return quick(text_message(text), [pick_time(tell(language, "time"), standing.time, do="time"), *everyday(language)])


def how_to_ask(language: Language) -> Json:
    examples = [(tell(language, f"example_{n}_label"), tell(language, f"example_{n}")) for n in (1, 2)]
    text = message_text([tell(language, "ask_how"), *(f"· {example}" for _, example in examples)])
    return quick(text_message(text), [say(label, example) for label, example in examples])


def asking_under(story: BriefStory, language: Language) -> Json:
    """Whose story is meant from now on, how it is left, and a first question for who has none."""
    said = tell(language, "asking_under", word=tell(language, "ask"))
    text = message_text([plain(story.headline), said])
    about = [say(phrase(language, "sections.why_it_matters")), say(phrase(language, "sections.what_to_watch"))]
    return quick(text_message(text), [*about, postback(tell(language, "ask"), do="ask")])


def help_text(language: Language) -> Json:
    names = ("today", "more", "sources", "topics", "time", "language", "settings", "saved", "pause", "resume", "stop")
    return note(language, "help_text", words=" · ".join(tell(language, name) for name in names))


def paused(standing: Standing) -> Json:
    language = standing.language
    text = tell(language, "pause_done", word=tell(language, "resume"))
    taps = [postback(tell(language, "resume"), do="resume"), postback(tell(language, "week"), do="pause", days="7")]
    return quick(text_message(text), [*taps, *everyday(language)[:2]])


def resumed(standing: Standing) -> Json:
    if standing.next is None:
        return note(standing.language, "subscribed", time=standing.time, zone=standing.zone)
    when = format_moment(standing.next, standing.language, ZoneInfo(standing.zone))
    return note(standing.language, "resume_done", when=when)


def day_of(day: date, language: Language) -> str:
    return format_date(day, language)


def topics_line(standing: Standing) -> Json:
    names = [topic_name(topic, standing.language) for topic in standing.topics]
    return note(standing.language, "topics_set", topics=", ".join(names) or tell(standing.language, "all_topics"))


def still_looking(language: Language) -> Json:
    fetch = postback(tell(language, "fetch"), do="fetch")
    return quick(text_message(tell(language, "looking", label=tell(language, "fetch"))), [fetch])


def which_story(stories: Sequence[BriefStory], brief: str, language: Language) -> Json:
    """Every story as a line that can be tapped; its number can be written too."""
    return _listed(stories, brief, tell(language, "which_story"), language)


def saved_list(stories: Sequence[BriefStory], language: Language) -> Json:
    if not stories:
        return note(language, "nothing_saved")
    return _listed(stories, "", tell(language, "saved"), language)


def _listed(stories: Sequence[BriefStory], brief: str, title: str, language: Language) -> Json:
    rows = []
    for number, story in enumerate(stories[:30], start=1):
        tap = postback(tell(language, "sources"), show=str(number), do="sources", story=story.id, brief=brief)
        rows.append(words(f"{number}. {plain(story.headline)[:200]}", color=ACCENT, margin="md", action=tap))
    return quick(flex(alt_text([title]), bubble([words(title, weight="bold"), *rows])), everyday(language))


def switched(topics: Collection[str], topic: str) -> tuple[str, ...]:
    """The topics after a tap on one of them; "" chooses all, which is none in particular. All chosen is the same."""
    chosen = set(topics) ^ {topic} if topic in TOPICS else set()
    return () if len(chosen) == len(TOPICS) else tuple(sorted(chosen))
