"""Is the process up and its database readable? For load balancers and container health checks."""

from fastapi import APIRouter, Request
from fastapi.responses import PlainTextResponse

from news.errors import NewsError
from news.model import PUBLIC

router = APIRouter()


@router.api_route("/healthz", methods=["GET", "HEAD"])
async def healthz(request: Request) -> PlainTextResponse:
    try:
        async with request.app.state.house.database.read() as tx:
            await tx.tenants.get(PUBLIC)
    except NewsError as error:
        return PlainTextResponse(f"database: {error.reason}\n", status_code=503)
    return PlainTextResponse("ok\n")
