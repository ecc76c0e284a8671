"""Asking: the search box, an answer's page, /api/v1/answers, and a word on whether an answer helped.

No script, no cookie, nothing kept of who asks: the id of an answer, which its asker alone was given, is the right to judge it.
"""

import json
import re
import secrets
import time
from collections import OrderedDict, deque
from typing import Annotated, Final, Literal
from urllib.parse import parse_qs

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import JSONResponse, RedirectResponse, Response

from bot.newsroom.answering.answering import LONGEST
from bot.newsroom.answering.helping import answer_helped
from bot.newsroom.answering.limits import AskLimits
from bot.newsroom.answering.replies import give_feedback
from bot.web.rendering import chosen_language, house_of, language_of, link, page
from channels.document.view import answer_view, untold
from news.asking import Answer
from news.errors import BadInput, TooMany
from news.languages import Language, parse_language
from news.model import PUBLIC
from news.payload import answer_payload

router = APIRouter()
_READ: Final = ["GET", "HEAD"]
_ID: Final = re.compile(r"[A-Za-z0-9_-]{1,64}")
_THREAD: Final = re.compile(r"[A-Za-z0-9_-]{16}")
_LONGEST: Final = 20_000
"""Characters of a question that are read at all; the verb says kindly what is too long."""
_WORD: Final = 1000
"""Bytes of a verdict."""
_VISITORS: Final = 10_000
_MINUTE: Final = 60.0


class Visitors:
    """How often each address asked in the last minute; in memory alone, of the last few thousand."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._asked: OrderedDict[str, deque[float]] = OrderedDict()

    def welcome(self, address: str) -> bool:
        """False when the address has asked enough for this minute."""
        now = time.monotonic()
        times = self._asked.setdefault(address, deque())
        self._asked.move_to_end(address)
        while times and times[0] <= now - _MINUTE:
            times.popleft()
        if len(times) >= self._most:
            return False
        times.append(now)
        while len(self._asked) > _VISITORS:
            self._asked.popitem(last=False)
        return True


@router.api_route("/ask", methods=_READ)
async def ask(request: Request, q: str = "", story: str = "", thread: str = "") -> Response:
    """The page of a question with its answer; without a question the box alone. A link to it asks again.

    The box below an answer goes on from it: `thread` is a random name that only this page's form knows.
    """
    language = language_of(request)
    if not q.strip():
        return page(
            request, "ask.html", view=None, near=(), question="", again="", under=story, thread="", id="", said=""
        )
    going_on = thread if _THREAD.fullmatch(thread) else secrets.token_urlsafe(12)
    answer = await _answer(request, q[:_LONGEST], story=story, language=_chosen(request), thread=f"page:{going_on}")
    if answer is None:
        raise HTTPException(429)
    view = answer_view(answer, language, base_url=house_of(request).settings.base_url)
    return page(
        request,
        "ask.html",
        view=view,
        near=untold(answer),
        question=view.question,
        again=q[:LONGEST] if len(q) > LONGEST else "",
        under=story,
        thread=going_on,
        id=answer.id,
        said="",
    )


@router.api_route("/answers/{id}", methods=_READ)
async def answered(request: Request, id: str, said: str = "") -> Response:
    """An answer as it stands now: corrected where it was wrong. Who knows the id may read it."""
    house = house_of(request)
    if not _ID.fullmatch(id):
        raise HTTPException(404)
    async with house.database.read() as tx:
        kept = await tx.questions.get(id, tenant=PUBLIC)
    if kept is None:
        raise HTTPException(404)
    view = answer_view(kept.current, language_of(request), base_url=house.settings.base_url)
    return page(
        request,
        "ask.html",
        view=view,
        near=untold(kept.current),
        question=view.question,
        again="",
        under="",
        thread="",
        id=id,
        said=said,
    )


@router.post("/answers/{id}")
async def judged(request: Request, id: str) -> Response:
    """The two buttons below an answer: a form, and the page again with thanks. A form on another site is refused."""
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        raise HTTPException(403)
    form = parse_qs((await _little(request)).decode(errors="replace"))
    verdict = _verdict(form.get("verdict", [""])[0])
    if verdict is None:
        raise HTTPException(400)
    if not _welcome(request):
        raise HTTPException(429)
    try:
        await _judge(request, id, verdict)
    except BadInput:
        raise HTTPException(404) from None
    return RedirectResponse(link(chosen_language(request), f"/answers/{id}?said={verdict}"), status_code=303)


@router.api_route("/api/v1/answers", methods=_READ)
async def api(
    request: Request,
    q: Annotated[str, Query()] = "",
    question: str = "",
    story: str = "",
    language: str = "",
    thread: str = "",
) -> Response:
    """The machine-readable answer to `q`, or to `question`, as the answer itself names it. `thread` is any name of the caller's for a
    conversation."""
    q = q if q.strip() else question
    spoken = parse_language(language) if language else None
    if language and spoken is None:
        return _error(400, f"language {language!r}", "choose one of en, ja, zh-Hant, zh-Hans, ko, th")
    if not q.strip():
        return _error(400, "q", "it is empty; ask something like: what did OpenAI announce?")
    if story and not await _is_known(request, story):
        return _error(
            404, f"story {story[:64]!r}", "no such story; take its id from a story's address or an answer's `nearest`"
        )
    answer = await _answer(request, q[:_LONGEST], story=story, language=spoken, thread=thread[:64])
    if answer is None:
        return _error(429, "q", "that was a lot of questions in a short time; ask again in a minute")
    return JSONResponse(answer_payload(answer, base_url=house_of(request).settings.base_url))


async def _is_known(request: Request, story: str) -> bool:
    async with house_of(request).database.read() as tx:
        return bool(_ID.fullmatch(story)) and await tx.stories.get(story, tenant=PUBLIC) is not None


@router.post("/api/v1/answers/{id}/feedback")
async def feedback(request: Request, id: str) -> Response:
    """`{"verdict": "useful"}` or `"wrong"`; the last word counts."""
    try:
        said = json.loads(await _little(request))
    except ValueError:
        said = None
    verdict = _verdict(said.get("verdict")) if isinstance(said, dict) else None
    if verdict is None:
        return _error(400, "verdict", 'send {"verdict": "useful"} or {"verdict": "wrong"}')
    if not _welcome(request):
        return _error(429, "verdict", "that was a lot in a short time; try again in a minute")
    try:
        await _judge(request, id, verdict)
    except BadInput as error:
        return _error(404, f"answer {id[:64]!r}", error.reason)
    return JSONResponse({"answer": id, "verdict": verdict})


async def _little(request: Request) -> bytes:
    """The body; nothing of one that is longer than a verdict."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > _WORD:
            return b""
    return body


def _verdict(said: object) -> Literal["useful", "wrong"] | None:
    return "useful" if said == "useful" else "wrong" if said == "wrong" else None


async def _judge(request: Request, id: str, verdict: Literal["useful", "wrong"]) -> None:
    house = house_of(request)
    await give_feedback(database=house.database, clock=house.clock, answer=id, verdict=verdict)


def _welcome(request: Request) -> bool:
    visitors: Visitors = request.app.state.visitors
    return visitors.welcome(request.client.host if request.client else "")


async def _answer(
    request: Request, text: str, *, story: str, language: Language | None, thread: str = ""
) -> Answer | None:
    """None past a limit."""
    house = house_of(request)
    settings = house.settings
    if not _welcome(request):
        return None
    try:
        return await answer_helped(
            request.app.state.helpers,
            database=house.database,
            clock=house.clock,
            summariser=house.summariser,
            text=text,
            thread=f"web:{thread}" if thread else "",
            story=story if _ID.fullmatch(story) else None,
            language=language,
            zone=settings.timezone,
            limits=AskLimits(settings.questions_per_reader, settings.questions_per_tenant),
            seconds=settings.llm_answer_seconds,
        )
    except TooMany:
        return None


def _chosen(request: Request) -> Language | None:
    return parse_language(request.query_params.get("language", ""))


def _error(status: int, subject: str, reason: str) -> JSONResponse:
    headers = {"Retry-After": "60"} if status == 429 else None
    return JSONResponse({"error": {"subject": subject, "reason": reason}}, status_code=status, headers=headers)
