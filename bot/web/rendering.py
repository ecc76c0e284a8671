"""Templates and what every page knows: the reader's language, the wording, the links."""

from datetime import date, datetime
from functools import cache, partial
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlencode

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, PrefixLoader, StrictUndefined

from bot.house import House
from bot.web.assets import style_address
from channels.document.render import TEMPLATES
from channels.document.view import safe_link
from news.asking import StoryLink
from news.languages import LANGUAGES, Language, parse_language
from news.making import made_of_story, written_line
from news.model import BriefStory, Story
from news.payload import story_page
from news.phrases import counted, format_date, format_moment, phrase, wording

_ERRORS: Final = {404: "not_found", 405: "not_allowed", 429: "too_many"}
_TEXTS: Final = {"not_found": "not_found_text", "fault": "fault_text", "too_many": "too_many_text"}
_UNDECIDED: Final[dict[str, Language]] = {"zh": "zh-Hans"}
"""What a browser that says no more than this gets."""
_KEPT: Final = 1001
"""Characters of a parameter that stay in the links to other languages: a question that is too long is still too long."""


@cache
def _templates() -> Environment:
    pages = FileSystemLoader(Path(__file__).parent / "templates")
    return Environment(
        loader=PrefixLoader({"pages": pages, "document": FileSystemLoader(TEMPLATES)}),
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
    for tag in request.headers.get("accept-language", "")[:500].split(","):
        wanted = _spoken(tag.split(";")[0].strip())
        if wanted:
            return wanted
    return parse_language(house_of(request).settings.language) or "en"


def _spoken(tag: str) -> Language | None:
    """The language of a browser's tag, its last parts left out one by one: zh-Hant-HK is zh-Hant."""
    while tag:
        found = parse_language(tag) or _UNDECIDED.get(tag.lower())
        if found:
            return found
        tag = tag.rpartition("-")[0]
    return None


def page(request: Request, template: str, *, status: int = 200, elsewhere: str = "", **values: Any) -> HTMLResponse:
    """A template in the reader's language. `elsewhere` is where the language links lead, by default to the same page."""
    language = language_of(request)
    chosen = language if request.query_params.get("language") else None
    text = (
        _templates()
        .get_template(f"pages/{template}")
        .render(
            **values,
            language=language,
            chosen=chosen,
            languages=LANGUAGES,
            t=partial(phrase, language),
            n=partial(counted, language),
            own=lambda other: wording(other)["name.own"],
            link=partial(link, chosen),
            switch=partial(_switch, request, elsewhere),
            story_path=story_path,
            outside=safe_link,
            made=partial(made_of_story, language=language),
            written=partial(written_line, language=language),
            on=partial(_on, language),
            at=partial(_at, language, house_of(request)),
            style=style_address(),
            path=request.url.path,
            sample=getattr(request.state, "sample", False),
        )
    )
    headers = {"Content-Language": language, "Vary": "Accept-Language", "Cache-Control": "no-cache"}
    return HTMLResponse(text, status_code=status, headers=headers)


def error_page(request: Request, status: int) -> HTMLResponse:
    """A refusal or a fault in the reader's words. Nothing of the request is echoed."""
    key = _ERRORS.get(status, "fault" if status >= 500 else "bad_request")
    return page(request, "message.html", status=status, elsewhere="/", title_key=key, text_key=_TEXTS.get(key))


def chosen_language(request: Request) -> Language | None:
    """The language that the reader asked for by hand, which links then keep."""
    return parse_language(request.query_params.get("language", ""))


def link(language: Language | None, path: str) -> str:
    """A path of ours that keeps the language which the reader chose."""
    if language is None:
        return path
    return f"{path}{'&' if '?' in path else '?'}language={language}"


def story_path(story: Story | BriefStory | StoryLink) -> str:
    return story_page(story.id, story.slug, "")


def _switch(request: Request, elsewhere: str, language: Language) -> str:
    """The same page in another language. Without a path of its own, so that no request can make it lead away."""
    kept = [] if elsewhere else [(k, v[:_KEPT]) for k, v in request.query_params.multi_items() if k != "language"]
    return f"{elsewhere}?{urlencode([*kept, ('language', language)])}"


def _on(language: Language, day: date) -> str:
    return format_date(day, language)


def _at(language: Language, house: House, moment: datetime) -> str:
    return format_moment(moment, language, house.settings.timezone)
