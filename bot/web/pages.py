"""The pages: today's brief, an edition, stories, a story, the archive, the sources."""

import re
from datetime import date
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import JSONResponse, RedirectResponse, Response

from bot.newsroom import archive
from bot.newsroom.oversight import source_health
from bot.web.rendering import house_of, language_of, page, story_path
from news.model import Brief, Edition
from news.payload import brief_payload
from sources.catalogues import TOPICS

router = APIRouter()
_PER_PAGE = 30
_READ = ["GET", "HEAD"]


def _today(request: Request) -> date:
    house = house_of(request)
    return house.clock.now().astimezone(house.settings.timezone).date()


@router.api_route("/", methods=_READ)
async def today(request: Request) -> Response:
    house, day = house_of(request), _today(request)
    brief = await archive.latest_brief(database=house.database, language=language_of(request), until=day)
    if brief is None:
        return page(request, "empty.html")
    return _brief(request, brief, late=brief.date != day)


def _brief(request: Request, brief: Brief, *, late: bool = False) -> Response:
    full = [story for story in brief.stories if not story.one_line]
    return page(
        request, "brief.html", brief=brief, full=full, short=[s for s in brief.stories if s.one_line], late=late
    )


@router.api_route("/briefs/{name}", methods=_READ)
async def edition(request: Request, name: str) -> Response:
    """By date (the reader's language) or by id; with .json the machine-readable form."""
    bare = name.removesuffix(".json")
    brief = await _found(request, bare)
    if brief is None:
        raise HTTPException(404)
    if bare != name:
        return JSONResponse(brief_payload(brief, base_url=house_of(request).settings.base_url))
    return _brief(request, brief)


async def _found(request: Request, name: str) -> Brief | None:
    house = house_of(request)
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", name):
        return await archive.brief_by_id(database=house.database, id=name)
    try:
        day = date.fromisoformat(name)
    except ValueError:
        return None
    language = language_of(request)
    brief = await archive.brief_of_day(database=house.database, edition=Edition(language, 5), day=day)
    if brief is None:
        brief = await archive.latest_brief(database=house.database, language=language, until=day)
    return brief if brief and brief.date == day else None


@router.api_route("/stories", methods=_READ)
async def stories(
    request: Request, topic: str = "", number: Annotated[int, Query(alias="page", ge=1, le=500)] = 1
) -> Response:
    if topic and topic not in TOPICS:
        raise HTTPException(404)
    house = house_of(request)
    found = await archive.stories(
        database=house.database, until=house.clock.now(), limit=number * _PER_PAGE + 1, topic=topic or None
    )
    shown = found[(number - 1) * _PER_PAGE : number * _PER_PAGE]
    more = len(found) > number * _PER_PAGE
    return page(request, "stories.html", stories=shown, topic=topic, topics=TOPICS, number=number, more=more)


@router.api_route("/stories/{id}", methods=_READ)
@router.api_route("/stories/{id}/{slug}", methods=_READ)
async def story(request: Request, id: str, slug: str = "") -> Response:
    """The id decides; a merged story or another slug is sent on to the story's one address."""
    house = house_of(request)
    view = await archive.story_view(database=house.database, clock=house.clock, summariser=house.summariser, id=id)
    if view is None:
        raise HTTPException(404)
    if (id, slug) != (view.story.id, view.story.slug):
        query = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse(story_path(view.story) + query, status_code=308)
    return page(request, "story.html", view=view, story=view.telling)


@router.api_route("/archive", methods=_READ)
async def editions(request: Request) -> Response:
    house = house_of(request)
    found = await archive.editions(
        database=house.database, language=language_of(request), until=_today(request), limit=200
    )
    return page(request, "archive.html", briefs=found)


@router.api_route("/sources", methods=_READ)
async def sources(request: Request) -> Response:
    house = house_of(request)
    health = await source_health(database=house.database, clock=house.clock)
    rows = sorted(health, key=lambda h: (h.source.name.casefold(), h.source.id))
    return page(request, "sources.html", rows=rows)
