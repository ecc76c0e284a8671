"""What buttons, modals and messages are known by when Slack tells of them. Who makes them and who hears them agree here."""

from typing import Final, NamedTuple

STORY_MORE: Final = "story_more"
"""Opens the whole summary."""
STORY_SOURCES: Final = "story_sources"
"""Opens each sentence beside the passage that supports it."""
STORY_ASK: Final = "story_ask"
STORY_SAVE: Final = "story_save"
STORY_USEFUL: Final = "story_useful"
STORY_NOT_USEFUL: Final = "story_not_useful"
STORY_FORGET: Final = "story_forget"
"""Takes a story off the list of the saved. The `value` of all of these is a StoryRef."""

BRIEF_SHARE: Final = "brief_share"
"""Posts the brief that only the asker sees to the channel; its `value` is the brief's id."""
ANSWER_FEEDBACK: Final = "answer_feedback"
"""Feedback buttons under an answer: the value is "useful" or "wrong", a space, and the answer's id."""

HOME_SUBSCRIBE: Final = "home_subscribe"
HOME_SETTINGS: Final = "home_settings"
HOME_PAUSE: Final = "home_pause"
HOME_RESUME: Final = "home_resume"
HOME_STOP: Final = "home_stop"
"""Buttons of the Home tab; their `value` is the subscription's id, or "-" without one."""
INSTALL_RESUME: Final = "install_resume"
"""In the welcome after the app had been removed: switches on again what was on until then."""

STORY_MODAL: Final = "story"
ASK_MODAL: Final = "ask"
SETTINGS_MODAL: Final = "settings"

DELIVERY_EVENT: Final = "ainews_delivery"
"""The metadata's `event_type` on what the engine sends; its payload has the `delivery` key."""


class StoryRef(NamedTuple):
    """A story as a brief told it; `brief` is "" for one that no brief is known of."""

    brief: str
    story: str

    @property
    def value(self) -> str:
        """As a button carries it."""
        return f"{self.brief}/{self.story}"


def parse_story_ref(value: str) -> StoryRef | None:
    """None for what no button of ours carries."""
    brief, slash, story = value.partition("/")
    return StoryRef(brief, story) if slash and story else None


def message_id(channel: str, ts: str) -> str:
    """A message as receipts and deliveries know it: `ts` alone is unique within its channel only."""
    return f"{channel}:{ts}"


def parse_message_id(id: str) -> tuple[str, str]:
    """Channel and ts; both "" for what is no message's id."""
    channel, colon, ts = id.partition(":")
    return (channel, ts) if colon else ("", "")
