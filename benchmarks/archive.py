"""What the benchmarks of searching and answering share: rows of texts as articles in a database of their own, and the measures."""

import asyncio
import json
import re
import sys
import tempfile
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

sys.path.insert(0, str(Path(__file__).parents[1]))

from bot.newsroom.collecting.indexing import indexed
from news.languages import Language, parse_language
from news.model import PUBLIC, Article, TextState, Tier
from store.database import Database

LONG_AGO: Final = datetime(2020, 1, 1, tzinfo=UTC)


def read(path: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in Path(path).read_text("utf-8").splitlines() if line.strip()]


def moment(text: str) -> datetime:
    """A date written 2023/01/05, 2023-01-05 or 20230105."""
    digits = re.sub(r"\D", "", text)[:8]
    return datetime.strptime(digits, "%Y%m%d").replace(tzinfo=UTC)


def article(id: str, title: str, text: str, language: Language, published: datetime) -> Article:
    """A row as an article whose id is the row's."""
    url = f"https://row.example/{id}"
    return Article(
        id=id, key=url, url=url, source="rows", source_name="Rows", tier=Tier.GENERAL, title=title, summary="", text=text,
        text_state=TextState.HAD, language=language, published=published, dated=True, seen=published,
    )  # fmt: skip


def documents(rows: Sequence[Mapping[str, Any]]) -> list[Article]:
    return [article(str(r["id"]), r.get("title", ""), r["text"], "en", moment(r["date"])) for r in rows]


def passages_with_questions(rows: Sequence[Mapping[str, Any]]) -> tuple[list[Article], list[dict[str, Any]]]:
    """Rows that carry questions and passages, under their own ids where they have any.

    Else a question is named `<row>/q<n>`, a passage of a row of questions `<row>/p<n>` or `<row>/n<n>`, counted from 0.
    """
    articles, questions = [], []
    for row in rows:
        if "positive" in row:
            relevant = []
            for kind in ("positive", "negative"):
                for number, given in enumerate(row.get(kind, ())):
                    one = given if isinstance(given, dict) else {"text": given}
                    id = str(one.get("id", f"{row['id']}/{kind[0]}{number}"))
                    articles.append(article(id, one.get("title", ""), one["text"], "zh-Hans", LONG_AGO))
                    relevant += [id] if kind == "positive" else []
            questions.append({**row, "relevant": relevant, "language": "zh-Hans"})
            continue
        language = parse_language(row["lang"]) or "zh-Hans"
        articles.append(article(str(row["id"]), row.get("title", ""), row["text"], language, LONG_AGO))
        for number, asked in enumerate(row["questions"]):
            one = {
                "id": str(asked.get("id", f"{row['id']}/q{number}")),
                "query": asked["q"],
                "answer": asked.get("a"),
                "language": language,
            }
            questions.append({**one, "relevant": [row["id"]]})
    return articles, questions


@contextmanager
def place(*, postgres: bool, url: str = "") -> Iterator[str]:
    """The URL of an empty database that is gone afterwards: on a PostgreSQL from pip, else a SQLite file; or `url` as it is."""
    if url:
        yield url
    elif postgres:
        from tests.postgres import running_server

        with running_server(safe=True) as server:
            yield server.url(server.create())
    else:
        with tempfile.TemporaryDirectory() as folder:
            yield f"sqlite:///{folder}/archive.db"


@asynccontextmanager
async def archive(articles: Sequence[Article], url: str = "") -> AsyncIterator[Database]:
    """The articles stored and indexed, each a story of its own."""
    with tempfile.TemporaryDirectory() as folder:
        database = await Database.open(url or f"sqlite:///{folder}/archive.db")
        try:
            await database.migrate()
            for at in range(0, len(articles), 500):
                some = articles[at : at + 500]
                async with database.begin() as tx:
                    await tx.articles.add(some, tenant=PUBLIC)
                    await tx.search.index([indexed(one) for one in some], tenant=PUBLIC)
            yield database
        finally:
            await database.close()


def asked_at(row: Mapping[str, Any]) -> datetime:
    """A quiz of a week is asked when the week is over; rows without a date, long after their passages."""
    return moment(row["week"]) + timedelta(days=1) if row.get("week") else LONG_AGO + timedelta(days=365)


def ranking_metrics(ranked: Mapping[str, Sequence[str]], questions: Sequence[Mapping[str, Any]]) -> dict[str, float]:
    places = []
    for row in questions:
        relevant = set(row["relevant"])
        places.append(next((at for at, id in enumerate(ranked[row["id"]][:10]) if id in relevant), None))
    count = max(len(places), 1)
    return {
        "hits@1": sum(place == 0 for place in places) / count,
        "hits@4": sum(place is not None and place < 4 for place in places) / count,
        "hits@10": sum(place is not None for place in places) / count,
        "mrr@10": sum(1 / (place + 1) for place in places if place is not None) / count,
    }


def run(work: Any) -> Any:
    return asyncio.run(work)
