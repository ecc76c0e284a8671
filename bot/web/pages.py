"""The pages: today's brief, an edition, stories, a story, the archive, the sources."""

import re
from collections import Counter
from datetime import date
from itertools import groupby
from typing import Annotated, Final

from fastapi import APIRouter, Depends, HTTPException, Query, Request
from fastapi.responses import JSONResponse, RedirectResponse, Response

from bot.newsroom import archive
from bot.newsroom.collecting.oversight import source_health
from bot.web.rendering import chosen_language, house_of, language_of, link, page, story_path
from channels.document.view import brief_view, story_view
from news.history import SourceState
from news.model import Brief
from news.payload import brief_payload
from news.phrases import phrase
from sources.catalogues import TOPICS


async def _notice_sample(request: Request) -> None:
    """Every page over invented news says so, not only the edition."""
    request.state.sample = await archive.is_sample(database=house_of(request).database)


router = APIRouter(dependencies=[Depends(_notice_sample)])
_PER_PAGE: Final = 30
_EDITIONS: Final = 100
_READ: Final = ["GET", "HEAD"]
_ID: Final = re.compile(r"[A-Za-z0-9_-]{1,64}")
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


def _today(request: Request) -> date:
    house = house_of(request)
    return house.clock.now().astimezone(house.settings.timezone).date()


@router.api_route("/", methods=_READ)
async def today(request: Request) -> Response:
    house, day = house_of(request), _today(request)
    brief = await archive.latest_brief(database=house.database, language=language_of(request), until=day)
    if brief is None:
        return page(request, "empty.html")
    return _brief(request, brief, late=brief.date != day, elsewhere="/")


def _brief(request: Request, brief: Brief, *, late: bool = False, elsewhere: str) -> Response:
    """The edition in its own fixed wording, with a word on why it is not the one that was asked for."""
    language, tongue = language_of(request), brief.edition.language
    notes = [phrase(language, "page.latest_brief")] if late else []
    if tongue != language:
        name = phrase(language, f"languages.{tongue}")
        notes.append(phrase(language, "page.other_language", language=name))
    chosen = chosen_language(request)
    view = brief_view(brief, lambda story: link(chosen, story_path(story)))
    return page(request, "brief.html", elsewhere=elsewhere, view=view, brief=brief, notes=notes)


@router.api_route("/briefs/{name}", methods=_READ)
async def edition(request: Request, name: str) -> Response:
    """By date (the reader's language) or by id; with .json the machine-readable form."""
    bare = name.removesuffix(".json")
    brief = await _found(request, bare)
    if brief is None:
        raise HTTPException(404)
    if bare != name:
        return JSONResponse(brief_payload(brief, base_url=house_of(request).settings.base_url))
    return _brief(request, brief, elsewhere=f"/briefs/{brief.date.isoformat()}")


async def _found(request: Request, name: str) -> Brief | None:
    house = house_of(request)
    if not _DAY.fullmatch(name):
        return await archive.brief_by_id(database=house.database, id=name) if _ID.fullmatch(name) else None
    try:
        day = date.fromisoformat(name)
    except ValueError:
        return None
    return await archive.brief_of_day(database=house.database, language=language_of(request), day=day)


@router.api_route("/stories", methods=_READ)
async def stories(
    request: Request, topic: str = "", number: Annotated[int, Query(alias="page", ge=1, le=200)] = 1
) -> Response:
    if topic and topic not in TOPICS:
        raise HTTPException(404)
    house = house_of(request)
    found = await archive.stories(
        database=house.database, until=house.clock.now(), limit=number * _PER_PAGE + 1, topic=topic or None
    )
    shown = found[(number - 1) * _PER_PAGE : number * _PER_PAGE]
    more = len(found) > number * _PER_PAGE
    if number > 1 and not shown:
        raise HTTPException(404)
    return page(request, "stories.html", stories=shown, topic=topic, topics=sorted(TOPICS), number=number, more=more)


@router.api_route("/stories/{id}", methods=_READ)
@router.api_route("/stories/{id}/{slug}", methods=_READ)
async def story(request: Request, id: str, slug: str = "") -> Response:
    """The id decides; a merged story or another slug is sent on to the story's one address."""
    if not _ID.fullmatch(id):
        raise HTTPException(404)
    house, language = house_of(request), language_of(request)
    found = await archive.story_view(
        database=house.database, clock=house.clock, summariser=house.summariser, id=id, language=language
    )
    if found is None:
        raise HTTPException(404)
    if (id, slug) != (found.story.id, found.story.slug):
        return RedirectResponse(link(chosen_language(request), story_path(found.story)), status_code=308)
    view = story_view(found.telling, language, link="")
    return page(request, "story.html", found=found, view=view)


@router.api_route("/archive", methods=_READ)
async def editions(request: Request) -> Response:
    """By date; in the reader's language, in every language while there is none in it."""
    house, day, language = house_of(request), _today(request), language_of(request)
    found = await archive.editions(database=house.database, language=language, until=day, limit=_EDITIONS)
    found = found or await archive.editions(database=house.database, language=None, until=day, limit=_EDITIONS)
    days = [(of, list(briefs)) for of, briefs in groupby(found, key=lambda brief: brief.date)]
    return page(request, "archive.html", days=days)


@router.api_route("/sources", methods=_READ)
async def sources(request: Request, state: SourceState | None = None) -> Response:
    house = house_of(request)
    health = await source_health(database=house.database, clock=house.clock)
    rows = sorted(
        (row for row in health if state in (None, row.state)),
        key=lambda row: (row.source.name.casefold(), row.source.id),
    )
    counts = Counter(row.state for row in health)
    states = [(one, counts[one]) for one in SourceState if counts[one] or one is state]
    return page(request, "sources.html", rows=rows, total=len(health), states=states, state=state)
