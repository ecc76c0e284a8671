"""What pages load: one stylesheet and one icon, both ours."""

import hashlib
from functools import cache
from pathlib import Path
from typing import Final

from fastapi import APIRouter
from fastapi.responses import Response

from channels.document.render import stylesheet

router = APIRouter()
_FOLDER: Final = Path(__file__).parent / "static"
_KEPT: Final = {"Cache-Control": "public, max-age=31536000, immutable"}


@cache
def style() -> str:
    """The typography of documents and what only pages have."""
    return stylesheet() + (_FOLDER / "pages.css").read_text("utf-8")


@cache
def style_address() -> str:
    """Changes with the content, so that it may be kept for ever."""
    return f"/static/style.css?v={hashlib.sha256(style().encode()).hexdigest()[:12]}"


@router.api_route("/static/style.css", methods=["GET", "HEAD"])
async def style_sheet() -> Response:
    return Response(style(), media_type="text/css", headers=_KEPT)


@router.api_route("/static/icon.svg", methods=["GET", "HEAD"])
async def icon() -> Response:
    return Response((_FOLDER / "icon.svg").read_text("utf-8"), media_type="image/svg+xml", headers=_KEPT)
