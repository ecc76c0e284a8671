"""The sample newsroom: invented outlets on a loopback server, so that the sample takes the same way as real news."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import format_datetime
from html import escape
from importlib import resources
from types import TracebackType
from typing import Any, Final, Self

from aiohttp import web

_DATE: Final = re.compile(r"\{(date|weekday|month)([+-]\d+)\}")
_WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Outlet:
    """An invented publisher. `full_text` says that its feed carries the articles whole, else only their leads."""

    id: str
    name: str
    kind: str
    tier: str
    language: str
    full_text: bool


@dataclass(frozen=True, slots=True)
class SampleArticle:
    """`event` names what it reports on, the same for every article on it; `paragraphs` are plain text."""

    event: str
    outlet: Outlet
    slug: str
    title: str
    paragraphs: tuple[str, ...]
    published: datetime

    @property
    def path(self) -> str:
        return f"/{self.outlet.id}/{self.slug}"


def load_sample(now: datetime) -> tuple[SampleArticle, ...]:
    """Every article as if `now` were this moment, newest first."""
    found: list[SampleArticle] = []
    for file in sorted(resources.files("sources").joinpath("sample").iterdir(), key=lambda file: file.name):
        if file.name.endswith(".toml"):
            found += _articles(tomllib.loads(file.read_text("utf-8")), now)
    return tuple(sorted(found, key=lambda article: (article.published, article.slug), reverse=True))


def _articles(data: Mapping[str, Any], now: datetime) -> Iterator[SampleArticle]:
    outlets = {
        row["id"]: Outlet(
            row["id"], row["name"], row["kind"], row["tier"], row["language"], row.get("full_text_in_feed", False)
        )
        for row in data["outlet"]
    }
    for row in data["article"]:
        outlet = outlets[row["outlet"]]
        text = _dated(row["text"], now, outlet.language)
        yield SampleArticle(
            event=row["event"],
            outlet=outlet,
            slug=row["slug"],
            title=row["title"],
            paragraphs=tuple(part.strip() for part in text.strip().split("\n\n")),
            published=now - timedelta(hours=row["hours"]),
        )


def _dated(text: str, now: datetime, language: str) -> str:
    """With {date+60}, {weekday-1} and {month+90} written out as a newspaper of that language would."""

    def written(match: re.Match[str]) -> str:
        kind, day = match[1], now + timedelta(days=int(match[2]))
        if kind == "weekday":
            return f"{'月火水木金土日'[day.weekday()]}曜日" if language == "ja" else _WEEKDAYS[day.weekday()]
        if kind == "month":
            return f"{day.month}月" if language == "ja" else _MONTHS[day.month - 1]
        return f"{day.month}月{day.day}日" if language == "ja" else f"{_MONTHS[day.month - 1]} {day.day}"

    return _DATE.sub(written, text)


class SampleNewsroom:
    """Serves the sample's feeds and pages on 127.0.0.1 for as long as it is entered.

    `catalogue_url` lists the feeds; reading them needs permission for private hosts.
    """

    def __init__(self, now: datetime) -> None:
        self._articles = load_sample(now)
        self._home = ""
        self._runner = web.AppRunner(self._application(), access_log=None, shutdown_timeout=1)

    @property
    def catalogue_url(self) -> str:
        return f"{self._home}/catalogue.toml"

    async def __aenter__(self) -> Self:
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self._home = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._runner.cleanup()

    def _application(self) -> web.Application:
        application = web.Application()
        application.router.add_get("/catalogue.toml", self._catalogue)
        application.router.add_get("/{outlet}/feed.xml", self._feed)
        application.router.add_get("/{outlet}/{slug}", self._page)
        return application

    async def _catalogue(self, request: web.Request) -> web.Response:
        outlets = dict.fromkeys(article.outlet for article in self._articles)
        return web.Response(text=catalogue(sorted(outlets, key=lambda o: o.id), self._home), content_type="text/plain")

    async def _feed(self, request: web.Request) -> web.Response:
        articles = [article for article in self._articles if article.outlet.id == request.match_info["outlet"]]
        if not articles:
            raise web.HTTPNotFound
        return web.Response(text=feed(articles, self._home), content_type="application/rss+xml")

    async def _page(self, request: web.Request) -> web.Response:
        for article in self._articles:
            if article.path == request.path:
                return web.Response(text=page(article), content_type="text/html")
        raise web.HTTPNotFound


def catalogue(outlets: Sequence[Outlet], home: str) -> str:
    """The catalogue in TOML, a table a source."""
    return "\n".join(
        f'[[source]]\nid = "sample-{outlet.id}"\nname = "{outlet.name}"\nfeed = "{home}/{outlet.id}/feed.xml"\n'
        f'site = "{home}/{outlet.id}"\nkind = "{outlet.kind}"\ntier = "{outlet.tier}"\nlanguage = "{outlet.language}"\n'
        for outlet in outlets
    )


def feed(articles: Sequence[SampleArticle], home: str) -> str:
    """RSS of one outlet's articles, whole or with leads, as the outlet does it."""
    outlet = articles[0].outlet
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<title>{escape(outlet.name)}</title><link>{home}/{outlet.id}</link><language>{outlet.language}</language>"
        f"<description>Sample: invented news</description>{''.join(_item(a, home) for a in articles)}</channel></rss>"
    )


def _item(article: SampleArticle, home: str) -> str:
    whole = f"<content:encoded>{escape(_markup(article))}</content:encoded>" if article.outlet.full_text else ""
    return (
        f"<item><title>{escape(article.title)}</title><link>{home}{article.path}</link><guid>{home}{article.path}</guid>"
        f"<pubDate>{format_datetime(article.published)}</pubDate>"
        f"<description>{escape(article.paragraphs[0])}</description>{whole}</item>"
    )


def page(article: SampleArticle) -> str:
    """The article as its outlet's web page."""
    title, outlet = escape(article.title), escape(article.outlet.name)
    return (
        f'<!doctype html><html lang="{article.outlet.language}"><head><meta charset="utf-8"><title>{title} | {outlet}</title>'
        f"</head><body><header><p>{outlet}</p></header><main><article><h1>{title}</h1>"
        f'<p><time datetime="{article.published.isoformat()}"></time></p>{_markup(article)}</article></main>'
        "<footer><p>AI News sample edition</p></footer></body></html>"
    )


def _markup(article: SampleArticle) -> str:
    return "".join(f"<p>{escape(paragraph)}</p>" for paragraph in article.paragraphs)
