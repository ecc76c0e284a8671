"""What workflows are given: orders and batches as plain JSON, with a version, because they outlive the program that wrote them."""

from datetime import date, datetime
from typing import Any, Final

from bot.newsroom.delivering.delivery import Batch
from bot.newsroom.delivering.planning import Order
from news.languages import Language, parse_language
from news.model import Edition

VERSION: Final = 1

Json = dict[str, Any]


def write_order(order: Order) -> Json:
    return {"v": VERSION, "tenant": order.tenant, "key": order.key, **_edition(order.edition, order.day)}


def read_order(written: Json) -> Order:
    return Order(written["tenant"], read_edition(written), _day(written), written["key"])


def write_batch(batch: Batch) -> Json:
    own = {"v": VERSION, "chunk": batch.chunk, "tenant": batch.tenant, "channel": batch.channel}
    return {**own, **_edition(batch.edition, batch.day)}


def read_batch(written: Json) -> Batch:
    return Batch(written["chunk"], written["tenant"], written["channel"], read_edition(written), _day(written))


def read_edition(written: Json) -> Edition:
    edition = written["edition"]
    return Edition(_language(edition["language"]), edition["minutes"], tuple(edition["topics"]), edition["tenant"])


def read_moment(written: str | None) -> datetime | None:
    return datetime.fromisoformat(written) if written else None


def _edition(edition: Edition, day: date) -> Json:
    fields = {
        "language": edition.language,
        "minutes": edition.minutes,
        "topics": list(edition.topics),
        "tenant": edition.tenant,
    }
    return {"edition": fields, "day": day.isoformat()}


def _day(written: Json) -> date:
    return date.fromisoformat(written["day"])


def _language(name: str) -> Language:
    language = parse_language(name)
    assert language is not None, name
    return language
