"""What Slack's error codes mean for a message and for the address: https://docs.slack.dev/reference/methods/chat.postMessage"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Final

from news.errors import DeliveryError, Refused, Unanswered, Undelivered, Unreachable
from news.languages import Language
from news.phrases import phrase

INVITE: Final = "invite it with /invite @AI News, then resume"
_AGAIN: Final = "install it again, then resume"
GONE: Final[Mapping[str, str]] = {
    "channel_not_found": f"AI News cannot see this channel: it was deleted, or is private; {INVITE}",
    "not_in_channel": f"AI News is not in this channel; {INVITE}",
    "is_archived": "the channel is archived; unarchive it or choose another",
    "user_not_found": "there is no such person in this workspace",
    "user_disabled": "this person's account is deactivated",
    "cannot_dm_bot": "this is a bot, and bots read nothing",
    "messages_tab_disabled": "the app's Messages tab is off; switch it on in the app's settings, then resume",
    "account_inactive": f"AI News was removed from this workspace; {_AGAIN}",
    "token_revoked": f"AI News was removed from this workspace; {_AGAIN}",
    "org_login_required": "the workspace is being moved to an Enterprise Grid; resume when that is done",
    "team_access_not_granted": f"AI News may not act in this workspace any more; {_AGAIN}",
    "no_permission": f"the app lacks a permission it needs; {_AGAIN}",
    "missing_scope": f"the app lacks a permission it needs; {_AGAIN}",
    "not_allowed_token_type": "the token is not a bot's; give the one that begins with xoxb-",
    "restricted_action": "an administrator does not let AI News post here",
    "restricted_action_read_only_channel": "only some people may post in this channel; let AI News be one of them",
    "ekm_access_denied": "an administrator has suspended posting here",
    "team_not_found": f"there is no such workspace; {_AGAIN}",
}
"""Codes after which nothing more is sent there, and why, as people are told."""
_WORDINGS: Final[Mapping[str, tuple[str, ...]]] = {
    "invite": ("channel_not_found", "not_in_channel"),
    "archived": ("is_archived",),
    "person": ("user_not_found", "user_disabled", "cannot_dm_bot"),
    "removed": ("account_inactive", "token_revoked", "team_not_found"),
    "moved": ("org_login_required",),
}
"""What a person is told in their own language; of all other codes, that a permission is missing."""
_LATER: Final[Mapping[str, str]] = {
    "service_unavailable": "Slack cannot take it now",
    "request_timeout": "Slack cannot take it now",
    "message_limit_exceeded": "Slack cannot take it now",
    "team_added_to_org": "the workspace is being moved to an Enterprise Grid",
    "accesslimited": "access to this workspace is limited for now",
    "invalid_auth": "Slack does not know the token; check AINEWS_SLACK_BOT_TOKEN, or install the app again",
    "not_authed": "there is no token; check AINEWS_SLACK_BOT_TOKEN, or install the app again",
    "token_expired": "the workspace's token has expired and could not be exchanged",
}
"""Codes that say nothing against the address: a mistyped token ends nobody's subscription."""
_PERHAPS: Final = frozenset({"internal_error", "fatal_error"})
"""Of which Slack says that some aspect of the operation may have succeeded all the same."""
NOT_INSTALLED: Final = "AI News is not installed in this workspace; install it, then resume"
REMOVED: Final = f"AI News was removed from this workspace; {_AGAIN}"
RATE: Final = frozenset({"ratelimited", "rate_limited"})
_LONGEST_WAIT: Final = timedelta(hours=1)
_USUAL_WAIT: Final = timedelta(seconds=30)


def failure(subject: str, status: int, headers: Mapping[str, str], data: Any) -> DeliveryError:
    """The error of an answer that is not a yes."""
    code = str(data.get("error", "")) if isinstance(data, dict) else ""
    if status == 429 or code in RATE:
        return Undelivered(subject, "Slack asks to wait (ratelimited)", retry_after=asked_wait(headers))
    if code in GONE:
        return Unreachable(subject, f"{GONE[code]} ({code})")
    if code in _PERHAPS or (status >= 500 and code not in _LATER and status != 503):
        return Unanswered(subject, f"Slack failed while posting ({code or status}); it may have arrived")
    if code in _LATER or status >= 500:
        return Undelivered(subject, f"{_LATER.get(code, 'Slack cannot take it now')} ({code or status})")
    details = data.get("response_metadata", {}).get("messages") if isinstance(data, dict) else None
    more = f": {'; '.join(map(str, details))[:300]}" if details else ""
    return Refused(subject, f"Slack does not take this message ({code or status}){more}")


def why_stopped(reason: str, language: Language) -> str:
    """The reason of a suspension for people; one that is not Slack's stays as it is."""
    code = reason.rpartition(" (")[2].removesuffix(")")
    if not (was_removed(reason) or code in GONE):
        return reason
    found = next((name for name, codes in _WORDINGS.items() if code in codes), "permission")
    return phrase(language, f"stopped.{'removed' if was_removed(reason) else found}")


def was_removed(reason: str) -> bool:
    """The app had left the workspace, whether Slack said so or a message found it out."""
    return reason.startswith((REMOVED, NOT_INSTALLED))


def asked_wait(headers: Mapping[str, str]) -> timedelta:
    """Of a Retry-After in seconds; a usual time where there is none that can be read."""
    text = next((value for name, value in headers.items() if name.lower() == "retry-after"), "").strip()
    if not (text.isascii() and text.isdigit()):
        return _USUAL_WAIT
    return min(timedelta(seconds=max(int(text[:6]), 1)), _LONGEST_WAIT)
