"""Templates and what every page knows: the reader's language, the wording, the links."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import cache, partial
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.house import House
from news.languages import LANGUAGES, Language, parse_language
from news.model import BriefStory, Story
from news.phrases import counted, format_date, format_moment, phrase, wording
from news.urls import is_http

_ERRORS: Final = {404: "not_found", 405: "not_allowed", 500: "fault"}


@cache
def _templates() -> Environment:
    folder = Path(__file__).parent / "templates"
    return Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def house_of(request: Request) -> House:
    house = request.app.state.house
    assert isinstance(house, House)
    return house


def language_of(request: Request) -> Language:
    """What ?language= says, else the browser's first language that is one of the six, else the setting."""
    named = parse_language(request.query_params.get("language", ""))
    if named:
        return named
    for item in request.headers.get("accept-language", "").split(","):
        tag = item.split(";")[0].strip()
        wanted = parse_language(tag) or parse_language(tag.split("-")[0])
        if wanted:
            return wanted
    return parse_language(house_of(request).settings.language) or "en"


def page(request: Request, template: str, *, status: int = 200, **values: Any) -> HTMLResponse:
    """A template in the reader's language."""
    language = language_of(request)
    said = request.query_params.get("language")
    text = (
        _templates()
        .get_template(template)
        .render(
            **values,
            language=language,
            languages=LANGUAGES,
            t=partial(phrase, language),
            n=partial(counted, language),
            phrase=phrase,
            own=lambda other: wording(other)["name.own"],
            link=partial(_link, language if said else None),
            story_link=story_path,
            outside=_outside,
            on=partial(_on, language),
            at=partial(_at, language, house_of(request)),
            path=request.url.path,
        )
    )
    return HTMLResponse(text, status_code=status)


def error_page(request: Request, status: int) -> HTMLResponse:
    key = _ERRORS.get(status, "fault" if status >= 500 else "bad_request")
    texts: Mapping[str, str] = {"not_found": "not_found_text", "fault": "fault_text"}
    return page(request, "message.html", status=status, title_key=key, text_key=texts.get(key))


def story_path(story: Story | BriefStory) -> str:
    return f"/stories/{quote(story.id)}/{quote(story.slug)}"


def _link(language: Language | None, path: str) -> str:
    """A path of ours that keeps the language which the reader chose."""
    if language is None:
        return path
    return f"{path}{'&' if '?' in path else '?'}language={language}"


def _outside(url: str) -> str:
    """Only http and https ever become a link."""
    return url if is_http(url) else ""


def _on(language: Language, day: date) -> str:
    return format_date(day, language)


def _at(language: Language, house: House, moment: datetime) -> str:
    return format_moment(moment, language, house.settings.timezone)
