"""What Slack gives an app, from the environment. Documented in docs/channels/slack.md."""

from functools import cached_property
from typing import Final

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

_SLACK: Final = "https://slack.com/api/"


class SlackSettings(BaseSettings):
    """All "" when Slack is not used. `bot_token` serves one workspace; `client_id` and `client_secret` many, by OAuth;
    `app_token` opens Socket Mode; `api_url` is another address for Slack's Web API, such as a loopback one."""

    model_config = SettingsConfigDict(env_prefix="AINEWS_SLACK_", frozen=True, extra="ignore")

    signing_secret: str = Field(default="", repr=False)
    bot_token: str = Field(default="", repr=False)
    app_token: str = Field(default="", repr=False)
    client_id: str = ""
    client_secret: str = Field(default="", repr=False)
    api_url: str = ""

    @property
    def is_configured(self) -> bool:
        """Whether there is a workspace to send to, or a way for one to come."""
        return bool(self.bot_token or self.serves_many)

    @property
    def serves_many(self) -> bool:
        """Whether any workspace may add the app: each is then a tenant of its own."""
        return bool(self.client_id and self.client_secret)

    @cached_property
    def base_url(self) -> str:
        """Of the Web API, with the slash at the end that the SDK wants."""
        return (self.api_url or _SLACK).rstrip("/") + "/"


def is_configured() -> bool:
    """Whether the settings name a workspace, or how one may install the app."""
    return SlackSettings().is_configured
