"""Two stories to be asked about, a platform that keeps what is posted, and the steps of a conversation."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.house import House
from bot.newsroom.answering import replies
from bot.newsroom.answering.answering import answer_question
from channels.webhook.render import WebhookRenderer
from news.asking import Answer
from news.errors import Undelivered
from news.model import PUBLIC, Address, Article, Message, Receipt
from news.ports import Channel
from news.text import search_tokens
from store.search import IndexedText
from tests.bot.shelf import NOON, an_article

LUMO = (
    "Orbita Labs released Lumo 3 on 12 May. Lumo 3 has 70 billion parameters. The weights can be downloaded for free."
)


VEGA = "Vega Systems will cut 800 jobs in Oslo by June. The cuts hit the chip team, Vega Systems said."


ARTICLES = (
    an_article("lumo", "s1", title="Orbita Labs opens Lumo 3", text=LUMO),
    an_article("vega", "s2", title="Vega Systems cuts 800 jobs", text=VEGA),
)


SECRET = an_article(
    "secret", "", title="Vega Systems plans a hidden plant", text="Vega Systems plans a hidden plant in Bergen."
)


@dataclass
class Platform:
    """Keeps what is posted, and lets it be changed."""

    posted: dict[str, str] = field(default_factory=dict)
    failing: bool = False

    async def deliver(self, to: Address, message: Message, *, key: str) -> Receipt:
        self.posted[key] = message.text
        return Receipt(key, NOON)

    async def correct(self, to: Address, platform_id: str, message: Message) -> None:
        if self.failing:
            raise Undelivered(to.value, "busy")
        self.posted[platform_id] = message.text

    def channel(self, *, changes: bool) -> Channel:
        return Channel(
            "chat", "Chat", WebhookRenderer(), self, lambda to, secret, tenant: Address("chat", to, tenant, secret),
            corrector=self if changes else None,
        )  # fmt: skip


async def enter(house: House, articles: Sequence[Article]) -> None:
    """They are in the archive and can be searched."""
    async with house.database.begin() as tx:
        await tx.articles.add(articles, tenant=PUBLIC)
    await index(house, articles)


async def index(house: House, articles: Sequence[Article], tenant: str = PUBLIC) -> None:
    rows = [
        IndexedText(a.id, search_tokens(a.title), search_tokens(a.text), a.published, a.language, tenant)
        for a in articles
    ]
    async with house.database.begin() as tx:
        await tx.search.index(rows, tenant=tenant)


async def ask(house: House, text: str, **changes: Any) -> Answer:
    given: dict[str, Any] = {"language": "en", **changes}
    return await answer_question(
        database=house.database, clock=house.clock, summariser=house.summariser, text=text, **given
    )


async def wrong_answer(house: House, **where: str) -> Answer:
    """Posted at m1 and called wrong by its reader."""
    answer = await ask(house, "When was Lumo 3 released?", thread="chat:1", reader="u1")
    place = {"channel": "chat", "address": "u1", "platform_id": "m1", **where}
    await replies.answer_posted(database=house.database, clock=house.clock, answer=answer.id, **place)  # type: ignore[arg-type]
    await replies.give_feedback(
        database=house.database, clock=house.clock, answer=answer.id, verdict="wrong", reader="u1"
    )
    return answer


async def correct(house: House, id: str, text: str = "Lumo 3 was released on 13 May.") -> None:
    await replies.correct_answer(
        database=house.database, clock=house.clock, summariser=house.summariser, answer=id, text=text
    )


async def everything(house: House) -> str:
    """What questions, answers, posts and feedback hold, as it is stored."""
    async with house.database.begin() as tx:
        rows = [
            await tx.run_sync(
                lambda connection, table=table: connection.exec_driver_sql(f"SELECT * FROM {table}").all()
            )
            for table in ("questions", "posts", "feedback", "readers")
        ]
    return str(rows)
