"""The FastAPI app: pages, and the platforms' callbacks beside them."""

from typing import Final

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.house import House
from bot.web import asking, assets, health, pages
from bot.web.rendering import error_page
from bot.webhooks import router as webhooks
from news.errors import StoreError

_HEADERS: Final = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; "
        "frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


def create_app(house: House) -> FastAPI:
    """An app over one house. It opens no connection by itself and serves no page from elsewhere."""
    app = FastAPI(title="AI News", docs_url=None, redoc_url=None, openapi_url=None)
    app.state.house = house
    app.state.visitors = asking.Visitors(house.settings.questions_per_reader)
    app.state.channels, app.state.inbox, app.state.helpers = (
        {},
        None,
        None,
    )  # set while an engine works beside the pages
    for router in (health.router, assets.router, webhooks.router, pages.router, asking.router):
        app.include_router(router)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(RequestValidationError, _garbled)
    app.add_exception_handler(StoreError, _unavailable)
    app.add_exception_handler(Exception, _fault)
    app.add_middleware(_WithHeaders)
    return app


class _WithHeaders:
    """Sets the headers on whatever is answered; as plain ASGI it costs next to nothing."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, guarded)


def _guarded(response: Response) -> Response:
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
    return response


async def _refused(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    response = error_page(request, status)
    response.headers.update(getattr(error, "headers", None) or {})  # 405 must say what is allowed
    return response


async def _garbled(request: Request, error: Exception) -> Response:
    return error_page(request, 400)


async def _unavailable(request: Request, error: Exception) -> Response:
    return error_page(request, 503)


async def _fault(request: Request, error: Exception) -> Response:
    """Runs outside the middleware, so it must set the headers itself."""
    return _guarded(error_page(request, 500))
