"""Every source of an answer with the day of its report: read later, "this month" says nothing without it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, tzinfo

from news.asking import Answer, Passage
from news.model import Citation
from news.urls import canonical
from store.database import Database


async def with_source_days(
    answer: Answer, passages: Sequence[Passage], zone: tzinfo, *, tenant: str, database: Database
) -> Answer:
    """The answer; a citation of no report that is known stays without a day."""
    days = {one.url: one.published.astimezone(zone).date() for one in passages}
    cited = {citation.url for one in answer.sentences for citation in one.citations if citation.day is None}
    if missing := cited - days.keys():
        async with database.read() as tx:
            found = await tx.articles.at([canonical(url) for url in missing], tenant=tenant)
        days |= {one.url: one.published.astimezone(zone).date() for one in found}
    told = tuple(
        replace(one, citations=tuple(_dated(citation, days.get(citation.url)) for citation in one.citations))
        for one in answer.sentences
    )
    return replace(answer, sentences=told)


def _dated(citation: Citation, day: date | None) -> Citation:
    return citation if day is None or citation.day else replace(citation, day=day)
