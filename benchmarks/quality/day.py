"""A day's articles grouped and briefed: how long it takes, and how often a plain pass over the same words fits in.

    python benchmarks/quality/day.py NEWSROOM.jsonl [--articles 2000] [--language en]

Takes the newest items of a recording (title, url, source, published or first_seen, body or summary, language?), all as new at once
in an empty SQLite database: the worst case, for a server groups every hour. The floor is one pass that cuts the same texts into
search tokens. Prints the metrics as JSON; the goal is under 20 seconds for 2,000 articles.
"""

import argparse
import asyncio
import hashlib
import json
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from bot.newsroom.collecting.grouping import group_articles
from bot.newsroom.making.briefing import make_brief
from news.languages import parse_language
from news.model import PUBLIC, Article, Edition, Source, TextState, Tier
from news.ports import FixedClock
from news.text import search_tokens
from store.database import Database
from summariser.telling.extractive import ExtractiveSummariser


def moment(row: Mapping[str, Any]) -> datetime:
    found = datetime.fromisoformat((row.get("published") or row["first_seen"]).replace("Z", "+00:00"))
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def article_of(row: Mapping[str, Any], at: datetime) -> Article:
    id = hashlib.sha256(row["url"].encode()).hexdigest()[:20]
    text = row.get("body") or row.get("summary") or ""
    cjk = any("\u4e00" <= char <= "\u9fff" for char in row["title"])
    return Article(
        id=id, key=row["url"], url=row["url"], source=row["source"], source_name=row["source"], tier=Tier.GENERAL,
        title=row["title"], summary="", text=text, text_state=TextState.HAD if text else TextState.NONE,
        language=parse_language(row.get("language", "")) or ("zh-Hans" if cjk else "en"),
        published=min(moment(row), at), dated=True, seen=at,
    )  # fmt: skip


async def measure(articles: Sequence[Article], at: datetime, language: str, folder: str) -> dict[str, float]:
    database = await Database.open(f"sqlite:///{folder}/day.db")
    await database.migrate()
    sources = {
        a.source: Source(id=a.source, name=a.source, feed=f"https://{n}.example/feed") for n, a in enumerate(articles)
    }
    async with database.begin() as tx:
        await tx.sources.put(list(sources.values()), tenant=PUBLIC)
        await tx.articles.add(articles, tenant=PUBLIC)
    clock = FixedClock(at)
    started = time.perf_counter()
    grouped = await group_articles(database=database, clock=clock)
    done = time.perf_counter()
    edition = Edition(parse_language(language) or "en", 5)
    brief = await make_brief(
        database=database, clock=clock, summariser=ExtractiveSummariser(), edition=edition, zone=UTC
    )
    ended = time.perf_counter()
    await database.close()
    return {
        "articles": grouped.articles,
        "ai": grouped.articles - grouped.aside,
        "stories": grouped.stories,
        "told": len(brief.stories),
        "group_seconds": round(done - started, 2),
        "brief_seconds": round(ended - done, 2),
        "seconds": round(ended - started, 2),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--language", default="en")
    asked = parser.parse_args()
    rows = [json.loads(line) for line in asked.data.read_text("utf-8").splitlines() if line.strip()]
    newest = sorted({row["url"]: row for row in rows}.values(), key=moment)[-asked.articles :]
    at = moment(newest[-1])
    articles = [article_of(row, at) for row in newest]
    started = time.perf_counter()
    words = sum(len(search_tokens(f"{a.title} {a.text}")) for a in articles)
    floor = time.perf_counter() - started
    with tempfile.TemporaryDirectory() as folder:
        metrics = asyncio.run(measure(articles, at, asked.language, folder))
    print(json.dumps(metrics | {"tokens": words, "times_one_pass": round(metrics["seconds"] / floor, 1)}))


if __name__ == "__main__":
    main()
