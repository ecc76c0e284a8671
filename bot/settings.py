"""Settings from the environment, all with working defaults. Documented in docs/operating.md."""

import os
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BeforeValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from news.errors import BadInput
from news.languages import Language, parse_language


def _as_switch(value: object) -> object:
    """What it was called before: true and false."""
    return {"true": "auto", "1": "auto", "on": "auto", "false": "off", "0": "off"}.get(
        str(value).strip().lower(), value
    )


class Settings(BaseSettings):
    """`database_url`: sqlite:///path or postgresql://…; `zone`: IANA zone of the editions; `base_url`: where pages are seen.

    `late_hours`: how late a brief is still delivered; `in_flight`: deliveries on their way at once, per process;
    `collect_minutes`: between two looks at the sources, 0 = never; `worker_id`: this process's name among workers; `helpers`: processes that help to answer;
    `secret_key`: what platforms' tokens are encrypted with, several parted by commas; `questions_per_reader` and `_per_tenant`:
    a minute, by chat and on the pages; `questions_kept_days`: then they are forgotten.
    `llm_*`: the language model, none by default; budgets in USD a day, prices in USD per million tokens, times in seconds.
    """

    model_config = SettingsConfigDict(env_prefix="AINEWS_", frozen=True, extra="ignore")

    database_url: str = ""
    base_url: str = ""
    allow_private_hosts: bool = False
    zone: str = ""
    language: str = "en"
    late_hours: float = Field(default=3, gt=0, le=48)
    in_flight: int = Field(default=200, ge=1, le=5000)
    collect_minutes: int = Field(default=30, ge=0, le=24 * 60)
    helpers: int | None = Field(default=None, ge=0, le=32)
    questions_per_reader: int = Field(default=30, ge=1)
    questions_per_tenant: int = Field(default=1800, ge=1)
    questions_kept_days: int = Field(default=90, ge=1, le=3650)
    secret_key: SecretStr = SecretStr("")
    worker_id: str = Field(default="", pattern=r"^[A-Za-z0-9._-]{0,60}$")

    llm_model: str = Field(default="", max_length=200)
    llm_api_key: SecretStr = SecretStr("")
    llm_api_base: str = ""
    llm_fallbacks: SecretStr = SecretStr("")
    llm_summary_model: str = ""
    llm_translation_model: str = ""
    llm_answer_model: str = ""
    llm_entailment: Annotated[Literal["auto", "off"], BeforeValidator(_as_switch)] = "auto"
    llm_entailment_model: str = ""
    llm_embedding_model: str = ""
    llm_embedding_near: float = Field(default=0.85, gt=0, le=1)
    llm_input_price: float | None = Field(default=None, ge=0)
    llm_output_price: float | None = Field(default=None, ge=0)
    llm_daily_budget: float = Field(default=1.0, ge=0)
    llm_tenant_daily_budget: float = Field(default=0.25, ge=0)
    llm_per_minute: int = Field(default=60, ge=0)
    llm_at_once: int = Field(default=4, ge=1, le=100)
    llm_timeout: float = Field(default=30, gt=0, le=600)
    llm_brief_seconds: float = Field(default=120, gt=0, le=1800)
    llm_answer_seconds: float = Field(default=30, gt=0, le=600)
    llm_max_tokens: int = Field(default=2_000, ge=200, le=32_000)
    llm_context: int = Field(default=0, ge=0, le=1_000_000)

    @property
    def late(self) -> timedelta:
        return timedelta(hours=self.late_hours)

    @property
    def database(self) -> str:
        """The database URL, by default a file in the user's data folder."""
        return self.database_url or f"sqlite:///{_data_folder() / 'ainews.db'}"

    @property
    def most_helpers(self) -> int:
        """Processes that help to answer; by default a machine's processors but one, three at most."""
        return min(3, _processors() - 1) if self.helpers is None else self.helpers

    @property
    def timezone(self) -> ZoneInfo:
        """Raises BadInput when the zone does not exist."""
        name = self.zone or local_zone()
        try:
            return ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:
            raise BadInput(f"zone {name!r}", "no such time zone; use an IANA name such as Asia/Tokyo") from error

    @property
    def reading_language(self) -> Language:
        return known_language(self.language)


def load_settings() -> Settings:
    """Raises BadInput naming the variable that cannot be read."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = "AINEWS_" + str(first["loc"][0]).upper()
        raise BadInput(name, f"{first['msg']} (got {first['input']!r})") from error


def known_language(name: str) -> Language:
    """Raises BadInput for a language that is not one of the six."""
    language = parse_language(name)
    if language is None:
        raise BadInput(f"language {name!r}", "choose one of en, ja, zh-Hant, zh-Hans, ko, th")
    return language


@cache
def local_zone() -> str:
    """The machine's IANA zone: TZ, else /etc/localtime's or /etc/timezone's name, else UTC."""
    named = os.environ.get("TZ", "").removeprefix(":")
    if named and "/" in named and not named.startswith("/"):
        return named
    target = str(Path("/etc/localtime").resolve())
    if "zoneinfo/" in target:
        name = target.split("zoneinfo/", 1)[1].removeprefix("posix/").removeprefix("right/")
        return "UTC" if name in {"Etc/UTC", "UCT", "Universal", "Zulu"} else name
    written = Path("/etc/timezone")
    return written.read_text().strip() if written.is_file() else "UTC"


def _processors() -> int:
    """Those that this process may use, where the system tells."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _data_folder() -> Path:
    from platformdirs import user_data_path

    return user_data_path("ainews", appauthor=False)
