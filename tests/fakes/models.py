"""A provider of language models on loopback: OpenAI's two endpoints, held to their schema, answering as a script says.

https://platform.openai.com/docs/api-reference/chat/create. `Journalist` is the script of a good model: it retells the articles it
was shown, sentence by sentence, each with its quote.
"""

import asyncio
import json
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from news.errors import ModelUnavailable
from news.metering import ModelCall

Script = Callable[["Asked"], "Said | Awaitable[Said]"]
_ROLES = {"system", "user", "assistant"}


@dataclass(frozen=True)
class Asked:
    """A request as it came. `data` is the JSON object in the first user message."""

    number: int
    model: str
    body: dict[str, Any]
    key: str

    @property
    def system(self) -> str:
        return str(self.body["messages"][0]["content"])

    @property
    def data(self) -> dict[str, Any]:
        return dict(json.loads(self.body["messages"][1]["content"]))

    @property
    def is_repair(self) -> bool:
        return len(self.body["messages"]) > 2


@dataclass(frozen=True)
class Said:
    """`content` of the message, or a status with headers; `silent` seconds before anything is said.

    `usage`: in place of the true counts, empty for none at all. `raw`: this body in place of the platform's form; with
    `broken` the connection ends in the middle of it.
    """

    content: str = ""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    silent: float = 0.0
    finish: str = "stop"
    tools: Sequence[dict[str, Any]] = ()
    usage: Mapping[str, Any] | None = None
    raw: str = ""
    broken: bool = False


class ModelServer:
    """Counts tokens with `count`, by default four characters each."""

    def __init__(self, script: Script) -> None:
        self.script = script
        self.asked: list[Asked] = []
        self.count: Callable[[str], int] = lambda text: max(1, len(text) // 4)
        self.wrong: list[str] = []
        self.embed: Callable[[str], list[float]] = lambda text: [float(len(text)), 1.0]
        self.embedded: list[str] = []
        self.embedding_status = 200
        self.in_flight = self.most_in_flight = 0
        self.ending = asyncio.Event()
        self.port = 0

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"

    async def _chat(self, request: web.Request) -> web.StreamResponse:
        body = await request.json()
        self.wrong += list(_faults(body))
        asked = Asked(len(self.asked), body["model"], body, request.headers.get("authorization", ""))
        self.asked.append(asked)
        self.in_flight += 1
        self.most_in_flight = max(self.most_in_flight, self.in_flight)
        try:
            found = self.script(asked)
            said = await found if isinstance(found, Awaitable) else found
            if said.silent:
                with suppress(TimeoutError):
                    await asyncio.wait_for(self.ending.wait(), said.silent)
        finally:
            self.in_flight -= 1
        if said.broken:
            answer = web.StreamResponse(headers={"Content-Type": "application/json", "Content-Length": "9999"})
            await answer.prepare(request)
            await answer.write(said.raw.encode())
            if request.transport:
                request.transport.close()
            return answer
        if said.raw:
            return web.Response(text=said.raw, status=said.status, content_type="application/json")
        if said.status != 200:
            error = {"message": said.content or "a fault", "type": "error", "code": None}
            return web.json_response({"error": error}, status=said.status, headers=said.headers)
        read = sum(self.count(message["content"]) for message in body["messages"])
        written = self.count(said.content)
        message = {"role": "assistant", "content": said.content, **({"tool_calls": said.tools} if said.tools else {})}
        counts = {"prompt_tokens": read, "completion_tokens": written, "total_tokens": read + written}
        usage = counts if said.usage is None else said.usage
        return web.json_response(
            {
                "id": f"chatcmpl-{asked.number}",
                "object": "chat.completion",
                "created": 1_784_000_000,
                "model": body["model"],
                "choices": [{"index": 0, "message": message, "finish_reason": said.finish, "logprobs": None}],
                **({"usage": usage} if usage else {}),
            }
        )

    async def _embeddings(self, request: web.Request) -> web.Response:
        body = await request.json()
        texts = [body["input"]] if isinstance(body["input"], str) else body["input"]
        self.embedded += texts
        if self.embedding_status != 200:
            return web.json_response({"error": {"message": "a fault"}}, status=self.embedding_status)
        rows = [{"object": "embedding", "index": at, "embedding": self.embed(text)} for at, text in enumerate(texts)]
        read = sum(map(self.count, texts))
        usage = {"prompt_tokens": read, "total_tokens": read}
        return web.json_response({"object": "list", "data": rows, "model": body["model"], "usage": usage})


def _faults(body: dict[str, Any]) -> Sequence[str]:
    """What the platform would refuse, or what we never send."""
    found = []
    if body.get("stream") or body.get("tools") or body.get("functions"):
        found.append("asks for a stream or offers tools")
    strange = [m for m in body["messages"] if m["role"] not in _ROLES or not isinstance(m["content"], str)]
    found += [f"a message of {message['role']}" for message in strange]
    form = body.get("response_format")
    if form is not None:
        schema = form.get("json_schema", {})
        if form.get("type") != "json_schema" or not re.fullmatch(r"[A-Za-z0-9_-]{1,64}", schema.get("name", "")):
            found.append("response_format is no named JSON schema")
        if schema.get("strict") and not _strict(schema["schema"]):
            found.append("a strict schema needs every property required and no others")
    return found


def _strict(schema: Any) -> bool:
    if isinstance(schema, list):
        return all(map(_strict, schema))
    if not isinstance(schema, dict):
        return True
    if schema.get("type") == "object":
        closed = schema.get("additionalProperties") is False
        if not closed or set(schema["required"]) != set(schema["properties"]):
            return False
    return all(_strict(value) for value in schema.values())


@asynccontextmanager
async def model_server(script: Script, *, port: int = 0) -> AsyncIterator[ModelServer]:
    """The server, running until the end of the block."""
    server = ModelServer(script)
    app = web.Application(client_max_size=2**23)
    app.router.add_post("/v1/chat/completions", server._chat)
    app.router.add_post("/v1/embeddings", server._embeddings)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", port)
    await site.start()
    server.port = runner.addresses[0][1]
    try:
        yield server
    finally:
        server.ending.set()
        await asyncio.sleep(0)
        await runner.cleanup()


class Books:
    """A ledger and kept replies in memory; the real ones are tested in tests/store and tests/bot."""

    def __init__(self) -> None:
        self.calls: dict[str, ModelCall] = {}
        self.kept: dict[str, str] = {}
        self.lasting: dict[str, bool] = {}
        self.refuse: ModelUnavailable | None = None

    async def reserve(self, call: ModelCall) -> None:
        if self.refuse:
            raise self.refuse
        self.calls[call.id] = call

    async def settle(self, call: ModelCall) -> None:
        assert call.id in self.calls
        self.calls[call.id] = call

    async def get(self, key: str) -> str | None:
        return self.kept.get(key)

    async def put(self, key: str, reply: str, *, lasting: bool = True) -> None:
        self.kept.setdefault(key, reply)
        self.lasting[key] = lasting

    @property
    def outcomes(self) -> list[str]:
        return [call.outcome for call in self.calls.values()]

    @property
    def cost(self) -> float:
        return sum(call.cost for call in self.calls.values())


def claim(text: str, id: str, quote: str) -> dict[str, Any]:
    return {"text": text, "sources": [{"id": id, "quote": quote}]}


def texts_in(reply: Any) -> set[str]:
    """The sentences of a telling, a headline or an answer."""
    if isinstance(reply, Mapping):
        own = {" ".join(reply["text"].split())} if "text" in reply else set()
        return own.union(*map(texts_in, reply.values()))
    return set().union(*map(texts_in, reply)) if isinstance(reply, list) else set()


def verdicts(data: Mapping[str, Any], told: Collection[str], verdict: bool | None = True) -> Said:
    """What a second look comes to: that verdict on each sentence that was told, no to every false twin of one."""
    said = [[verdict if text in told else False for text in item["sentences"]] for item in data["items"]]
    return Said(json.dumps({"verdicts": said}))


class Journalist:
    """Retells in light paraphrase, in the articles' own language. `translate`: sentence and language to its translation."""

    def __init__(self, translate: Callable[[str, str], str] | None = None) -> None:
        self._translate = translate
        self._texts: set[str] = set()

    def __call__(self, asked: Asked) -> Said:
        data = asked.data
        if "items" in data:
            return verdicts(data, self._texts)
        reply = self.answer(data) if "question" in data else self.telling(data)
        self._texts |= texts_in(reply)
        return Said(json.dumps(reply, ensure_ascii=False))

    def telling(self, data: dict[str, Any]) -> dict[str, Any]:
        from summariser.words.roles import strengths

        lines = self._lines(data)
        ranked: dict[str, list[Any]] = {"what_happened": [], "why_it_matters": [], "what_to_watch": []}
        for line in lines[1:14]:
            roles = strengths(line[1], line[2])
            best = max(roles, key=lambda name: (roles[name], name == "what_happened"))
            ranked[best].append(line)
        first = data["articles"][0]
        title = first["title"] or lines[0][1]
        return {
            "headline": claim(self._told(title, first["language"], data["language"]), first["id"], title),
            "lede": self._claim(lines[0], data),
            "what_happened": [self._claim(line, data) for line in ranked["what_happened"][:3]],
            "why_it_matters": [self._claim(line, data) for line in ranked["why_it_matters"][:2]],
            "what_to_watch": [self._claim(line, data) for line in ranked["what_to_watch"][:1]],
        }

    def answer(self, data: dict[str, Any]) -> dict[str, Any]:
        from news.text import search_tokens

        wanted = set(search_tokens(data["question"]))
        lines = sorted(self._lines(data), key=lambda line: -len(wanted & set(search_tokens(line[1]))))
        best = [line for line in lines[:2] if wanted & set(search_tokens(line[1]))]
        return {"found": bool(best), "answer": [self._claim(line, data) for line in best]}

    def _lines(self, data: dict[str, Any]) -> list[tuple[str, str, Any]]:
        from news.text import sentences
        from summariser.reading.fitness import fault

        found = [(a["id"], s, a["language"]) for a in data["articles"] for s in sentences(a["text"], a["language"])]
        return [line for line in found if not fault(line[1], line[2])] or found

    def _claim(self, line: tuple[str, str, Any], data: dict[str, Any]) -> dict[str, Any]:
        return claim(self._told(line[1], line[2], data["language"]), line[0], line[1])

    def _told(self, text: str, spoken: str, language: str) -> str:
        if spoken != language and self._translate is not None:
            return self._translate(text, language)
        return paraphrased(text) if spoken == language == "en" else text


_WORDINGS = (
    (r"^(?:However|Meanwhile|Additionally|Moreover|Still|Now), ", ""),
    (r", which [^,.]{5,60},", ""),
    (r" \([^)]{2,60}\)", ""),
    (r"\bannounced\b", "unveiled"),
    (r"\bsaid that\b", "said"),
    (r"\bsaid\b", "stated"),
    (r"\blaunched\b", "introduced"),
    (r"\bcompany\b", "firm"),
    (r"\bbought\b", "acquired"),
    (r"\bdoesn't\b", "does not"),
    (r"\bisn't\b", "is not"),
    (r"\bcan't\b", "cannot"),
    (r"\bdon't\b", "do not"),
    (r"\bit's\b", "it is"),
    (r"\bbut\b", "yet"),
    (r"\bmore than\b", "over"),
)


def paraphrased(text: str) -> str:
    """As a careful editor might: connectives and asides dropped, some words exchanged, a trailing date moved to the front."""
    text = " ".join(text.split())
    for pattern, instead in _WORDINGS:
        text = re.sub(pattern, instead, text)
    moved = re.fullmatch(r"(The .*|An? .*) (on (?:Mon|Tues|Wednes|Thurs|Fri)day)\.", text)
    if moved:
        text = f"{moved[2].capitalize()} {moved[1][0].lower()}{moved[1][1:]}."
    return text[:1].upper() + text[1:]
