"""What the LINE channel is told, from the environment. Documented in docs/operating.md."""

from functools import cache
from typing import Final

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from news.errors import BadInput

TENANT: Final = "line"
"""Whom the rows of this install's LINE account belong to."""


class LineSettings(BaseSettings):
    """Both secrets are in the LINE Developers console, under Basic settings and Messaging API; `api_url` is for tests."""

    model_config = SettingsConfigDict(env_prefix="AINEWS_LINE_", frozen=True, extra="ignore")

    channel_secret: SecretStr = SecretStr("")
    channel_access_token: SecretStr = SecretStr("")
    api_url: str = Field(default="https://api.line.me", pattern=r"^https?://[^\s/]+/?$")

    @property
    def data_url(self) -> str:
        """Where images are uploaded: a host of its own at LINE, the same one anywhere else."""
        return self.api_url.replace("://api.line.me", "://api-data.line.me").rstrip("/")


def load_settings() -> LineSettings:
    """Raises BadInput naming the variable that cannot be read."""
    try:
        return LineSettings()
    except ValidationError as error:
        first = error.errors()[0]
        raise BadInput("AINEWS_LINE_" + str(first["loc"][0]).upper(), str(first["msg"])) from error


def missing(settings: LineSettings) -> list[str]:
    """The variables without which the channel cannot work."""
    given = {
        "AINEWS_LINE_CHANNEL_SECRET": settings.channel_secret,
        "AINEWS_LINE_CHANNEL_ACCESS_TOKEN": settings.channel_access_token,
    }
    return [name for name, value in given.items() if not value.get_secret_value().strip()]


@cache
def demanded() -> str:
    """How a message says what is missing."""
    return "set AINEWS_LINE_CHANNEL_SECRET and AINEWS_LINE_CHANNEL_ACCESS_TOKEN (docs/channels/line.md)"
