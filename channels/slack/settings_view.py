"""The window with a subscription's settings: made, read back, checked. Pure."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final
from zoneinfo import available_timezones

from channels.slack.actions import ASK_MODAL, SETTINGS_MODAL
from channels.slack.reading import table
from news.errors import BadInput
from news.languages import LANGUAGES, Language, parse_language
from news.model import Edition, Subscription
from news.phrases import phrase
from news.timetable import EVERY_DAY, parse_time, parse_zone

WHERE, TIME, ZONE, LANGUAGE, MINUTES, WEEKDAYS, TOPICS = (
    "where", "time", "zone", "language", "minutes", "weekdays", "topics",
)  # fmt: skip
"""Blocks and the elements in them have the same names."""
QUESTION: Final = "question"
LONGEST_QUESTION: Final = 1000
_MINUTES: Final = (3, 5, 10, 15, 20, 30)
_OPTIONS: Final = 100
"""Of one group: https://docs.slack.dev/reference/block-kit/composition-objects/option-group-object"""
TOPIC_NAMES: Final = (
    "models", "research", "products", "business", "policy", "safety", "chips", "robotics", "open-source", "tools",
    "applications", "science", "society",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Choice:
    """What the window shows and what comes back; `where` is a conversation's id, "" for the person's own messages."""

    where: str
    time: str
    zone: str
    language: Language
    minutes: int
    weekdays: frozenset[int]
    topics: tuple[str, ...]

    @property
    def edition(self) -> Edition:
        return Edition(self.language, self.minutes, tuple(sorted(self.topics)))


def first_choice(where: str, zone: str, language: Language) -> Choice:
    return Choice(where, "08:00", zone, language, 5, EVERY_DAY, ())


def choice_of(one: Subscription) -> Choice:
    edition = one.edition
    return Choice(one.address, one.time, one.zone, edition.language, edition.minutes, one.weekdays, edition.topics)


def settings_view(choice: Choice, language: Language, *, place: bool, channel: str = "") -> dict[str, Any]:
    """In the person's `language`. With `place` it asks for a channel too; `channel` is where it was opened."""
    blocks = [_where(choice, language)] if place else []
    kept = {"where": choice.where, "language": language, "channel": channel}
    return {
        "type": "modal",
        "callback_id": SETTINGS_MODAL,
        "private_metadata": json.dumps(kept),
        "title": _plain(_said(language, "settings"), 24),
        "submit": _plain(_said(language, "keep"), 24),
        "close": _plain(_said(language, "cancel"), 24),
        "blocks": [*blocks, *_inputs(choice, language)],
    }


def ask_view(language: Language, *, kept: Mapping[str, Any], about: str = "") -> dict[str, Any]:
    """A question, about a story where one is named (already escaped for mrkdwn)."""
    field = {
        "type": "plain_text_input",
        "action_id": QUESTION,
        "multiline": True,
        "max_length": LONGEST_QUESTION,
        "focus_on_load": True,
    }
    head = [{"type": "section", "text": {"type": "mrkdwn", "text": about[:3000]}}] if about else []
    return {
        "type": "modal",
        "callback_id": ASK_MODAL,
        "private_metadata": json.dumps(kept)[:3000],
        "title": _plain(_said(language, "ask"), 24),
        "submit": _plain(_said(language, "send"), 24),
        "close": _plain(_said(language, "cancel"), 24),
        "blocks": [*head, _input(QUESTION, _said(language, "your_question"), field)],
    }


def read_choice(view: Mapping[str, Any]) -> Choice:
    """Raises BadInput, with the name of the block as its subject, for what no window of ours sends."""
    kept, state = kept_in(view), _values(view)
    language = parse_language(_selected(state, LANGUAGE))
    minutes = _selected(state, MINUTES)
    days = {day for day in _selected_all(state, WEEKDAYS) if day in tuple("0123456")}
    if language is None or minutes not in {str(n) for n in _MINUTES}:
        raise BadInput(LANGUAGE if language is None else MINUTES, "?")
    if not days:
        raise BadInput(WEEKDAYS, "?")
    return Choice(
        where=str(_element(state, WHERE).get("selected_conversation") or kept.get("where") or ""),
        time=_checked(TIME, lambda: parse_time(str(_element(state, TIME).get("selected_time")))),
        zone=_checked(ZONE, lambda: parse_zone(_selected(state, ZONE))),
        language=language,
        minutes=int(minutes),
        weekdays=frozenset(int(day) for day in days),
        topics=tuple(topic for topic in _selected_all(state, TOPICS) if topic in TOPIC_NAMES),
    )


def read_question(view: Mapping[str, Any]) -> str:
    return str(_element(_values(view), QUESTION).get("value") or "").strip()


def kept_in(view: Mapping[str, Any]) -> dict[str, Any]:
    """What the window was opened with."""
    try:
        found = json.loads(str(view.get("private_metadata") or "{}"))
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def submission_errors(payload: Mapping[str, Any]) -> dict[str, str]:
    """What to say beside which field, at once, before anything is kept; nothing where all is well."""
    view = payload.get("view")
    if payload.get("type") != "view_submission" or not isinstance(view, Mapping):
        return {}
    language = parse_language(str(kept_in(view).get("language", ""))) or "en"
    if view.get("callback_id") == ASK_MODAL and not read_question(view):
        return {QUESTION: _said(language, "empty")}
    if view.get("callback_id") == SETTINGS_MODAL:
        try:
            read_choice(view)
        except BadInput as error:
            return {error.subject: _said(language, "choose_one")}
    return {}


def _inputs(choice: Choice, language: Language) -> list[dict[str, Any]]:
    days = phrase(language, "dates.weekdays").split()
    topics = [_option(phrase(language, f"topics.{name}"), name) for name in TOPIC_NAMES]
    minutes = [_option(str(n), str(n)) for n in sorted({*_MINUTES})]
    return [
        _input(TIME, _said(language, "time"), {"type": "timepicker", "initial_time": choice.time}),
        _input(ZONE, _said(language, "zone"), _zones(choice.zone)),
        _input(
            WEEKDAYS,
            _said(language, "weekdays"),
            _chosen("checkboxes", [_option(day, str(n)) for n, day in enumerate(days)], map(str, choice.weekdays)),
        ),
        _input(LANGUAGE, _said(language, "language"), _select(_languages(), choice.language)),
        _input(MINUTES, _said(language, "minutes"), _select(minutes, str(choice.minutes), else_first=1)),
        _input(
            TOPICS,
            _said(language, "topics"),
            {
                **_chosen("multi_static_select", topics, choice.topics),
                "placeholder": _plain(phrase(language, "chat.every_topic"), 150),
            },
            optional=True,
        ),
    ]


def _where(choice: Choice, language: Language) -> dict[str, Any]:
    element: dict[str, Any] = {
        "type": "conversations_select",
        "placeholder": _plain(_said(language, "just_me"), 150),
        "filter": {"include": ["public", "private"], "exclude_bot_users": True},
    }
    if choice.where.startswith(("C", "G")):
        element["initial_conversation"] = choice.where
    return _input(WHERE, _said(language, "where"), element, optional=True, hint=_said(language, "where_hint"))


def _zones(zone: str) -> dict[str, Any]:
    groups = [
        {"label": _plain(label, 75), "options": [_option(name.replace("_", " "), name) for name in names]}
        for label, names in _zone_groups()
    ]
    element: dict[str, Any] = {"type": "static_select", "option_groups": groups}
    known = {name for _, names in _zone_groups() for name in names}
    if zone not in known:
        groups.insert(0, {"label": _plain(zone, 75), "options": [_option(zone, zone)]})
    element["initial_option"] = _option(zone.replace("_", " ") if zone in known else zone, zone)
    return element


@cache
def _zone_groups() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Every place that has a zone, by continent, at most a hundred together."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(available_timezones()):
        area, slash, _ = name.partition("/")
        if slash and area in _AREAS:
            found[area].append(name)
    groups: list[tuple[str, tuple[str, ...]]] = [("UTC", ("UTC",))]
    for area, names in found.items():
        parts = range(0, len(names), _OPTIONS)
        for part in parts:
            label = area if len(parts) == 1 else f"{area} {part // _OPTIONS + 1}"
            groups.append((label, tuple(names[part : part + _OPTIONS])))
    return tuple(groups)


_AREAS: Final = frozenset(
    ("Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")
)


def _languages() -> list[dict[str, Any]]:
    return [_option(phrase(one, "name.own"), one) for one in LANGUAGES]


def _select(options: list[dict[str, Any]], value: str, *, else_first: int = 0) -> dict[str, Any]:
    found = [option for option in options if option["value"] == value]
    return {"type": "static_select", "options": options, "initial_option": (found or options[else_first:])[0]}


def _chosen(kind: str, options: Sequence[dict[str, Any]], values: Any) -> dict[str, Any]:
    """Slack refuses an empty list of what is chosen."""
    wanted = set(values)
    chosen = [option for option in options if option["value"] in wanted]
    element = {"type": kind, "options": list(options)}
    return {**element, "initial_options": chosen} if chosen else element


def _input(name: str, label: str, element: dict[str, Any], *, optional: bool = False, hint: str = "") -> dict[str, Any]:
    block = {
        "type": "input",
        "block_id": name,
        "label": _plain(label, 2000),
        "element": {"action_id": name, **element},
        "optional": optional,
    }
    return {**block, "hint": _plain(hint, 2000)} if hint else block


def _option(text: str, value: str) -> dict[str, Any]:
    return {"text": _plain(text, 75), "value": value}


def _plain(text: str, most: int) -> dict[str, Any]:
    return {"type": "plain_text", "text": text[:most], "emoji": False}


def _said(language: Language, key: str) -> str:
    return phrase(language, f"slack.{key}")


def _element(state: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    return table(table(state.get(name)).get(name))


def _values(view: Mapping[str, Any]) -> Mapping[str, Any]:
    return table(table(view.get("state")).get("values"))


def _selected(state: Mapping[str, Any], name: str) -> str:
    return str(table(_element(state, name).get("selected_option")).get("value", ""))


def _selected_all(state: Mapping[str, Any], name: str) -> list[str]:
    options = _element(state, name).get("selected_options")
    return (
        [str(one.get("value", "")) for one in options if isinstance(one, Mapping)] if isinstance(options, list) else []
    )


def _checked(name: str, read: Any) -> str:
    try:
        return str(read())
    except BadInput:
        raise BadInput(name, "?") from None
