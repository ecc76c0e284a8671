"""The door of every platform: garbage gets a 4xx, a database that is away a 503, and nothing a traceback."""

import json
from collections.abc import Sequence

import httpx
import pytest
from fastapi import FastAPI

from bot.webhooks import router
from news.errors import StoreError
from news.inbound import Inbound
from tests.fakes.chats import Chat

RIGHT = {"x-secret": "right"}


class Kept:
    """An Inbox in memory."""

    def __init__(self) -> None:
        self.jobs: list[Inbound] = []
        self.away = False

    async def put(self, jobs: Sequence[Inbound]) -> int:
        if self.away:
            raise StoreError("inbox", "the database is away")
        self.jobs += jobs
        return len(jobs)


@pytest.fixture
def inbox() -> Kept:
    return Kept()


@pytest.fixture
def client(inbox: Kept) -> httpx.AsyncClient:
    app = FastAPI()
    app.include_router(router.router)
    app.state.channels, app.state.inbox = {"chat": Chat().channel()}, inbox
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://127.0.0.1")


async def test_a_genuine_event_is_kept_before_it_is_acknowledged(client: httpx.AsyncClient, inbox: Kept) -> None:
    """The channel says what the platform hears."""
    answer = await client.post("/webhooks/chat", content=json.dumps({"id": "e1"}), headers=RIGHT)
    assert (answer.status_code, answer.text, [job.id for job in inbox.jobs]) == (200, "taken", ["e1"])


@pytest.mark.parametrize(
    ("path", "body", "headers", "status"),
    [
        ("/webhooks/pigeon", b"{}", RIGHT, 404),
        ("/webhooks/chat", b"{}", {}, 401),
        ("/webhooks/chat/below", b"\xff", {}, 401),
        ("/webhooks/chat", b"x" * (router.LARGEST_BODY + 1), RIGHT, 413),
    ],
)
async def test_what_is_not_genuine_is_refused(
    client: httpx.AsyncClient, inbox: Kept, path: str, body: bytes, headers: dict[str, str], status: int
) -> None:
    """And leaves nothing behind."""
    answer = await client.post(path, content=body, headers=headers)
    assert (answer.status_code, inbox.jobs) == (status, [])


async def test_what_could_not_be_kept_is_not_acknowledged(client: httpx.AsyncClient, inbox: Kept) -> None:
    """The platform then sends it again."""
    inbox.away = True
    answer = await client.post("/webhooks/chat", content=json.dumps({"id": "e1"}), headers=RIGHT)
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
