"""Values for the store's tests, each with only what the test is about spelled out."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from news.asking import Answer, Evidence, Exchange, Intent, Question, StoryLink
from news.inbound import Inbound
from news.model import (
    PUBLIC,
    Article,
    Brief,
    BriefStory,
    Citation,
    Delivery,
    DeliveryState,
    Edition,
    Reader,
    Score,
    Sentence,
    Source,
    SourceLink,
    Story,
    Subscription,
    Tenant,
    TextState,
    Tier,
)
from store.installations import SealedInstallation

NOON = datetime(2026, 7, 17, 12, tzinfo=UTC)
EDITION = Edition(language="en", minutes=5)


def hours(number: float) -> timedelta:
    return timedelta(hours=number)


def source(id: str = "orbit-labs", **changes: Any) -> Source:
    return replace(Source(id=id, name=id.title(), feed=f"https://{id}.example/feed"), **changes)


def article(id: str = "a1", **changes: Any) -> Article:
    one = Article(
        id=id,
        key=f"https://orbit.example/{id}",
        url=f"https://orbit.example/{id}?from=feed",
        source="orbit-labs",
        source_name="Orbit Labs",
        tier=Tier.OFFICIAL,
        title=f"Orbit Labs opens model {id}",
        summary="A lead.",
        text="The full text.",
        text_state=TextState.HAD,
        language="en",
        published=NOON - hours(1),
        dated=True,
        seen=NOON,
    )
    return replace(one, **changes)


def story(id: str = "s1", **changes: Any) -> Story:
    one = Story(
        id=id,
        slug=f"slug-{id}",
        headline=f"Story {id}",
        language="en",
        articles=(),
        topics=("models",),
        created=NOON - hours(2),
        updated=NOON - hours(1),
    )
    return replace(one, **changes)


def told(id: str = "s1", *articles: str) -> BriefStory:
    return BriefStory(
        id=id,
        slug=f"slug-{id}",
        headline="東京の Orbit 社、新モデルを公開",
        language="ja",
        lede=Sentence("要点。", (Citation("https://orbit.example/a", "要点", "Orbit"),)),
        sections={"what_happened": (Sentence("It opened.", ()),), "why_it_matters": (), "what_to_watch": ()},
        topics=("models",),
        sources=(SourceLink("Orbit", "https://orbit.example/a", NOON),),
        articles=articles,
        score=Score(1.5, {"fresh": 1.0, "near": 0.5}),
    )


def brief(id: str = "b1", edition: Edition = EDITION, **changes: Any) -> Brief:
    one = Brief(
        id=id,
        edition=edition,
        date=date(2026, 7, 17),
        made=NOON,
        reading_seconds=290,
        sample=False,
        summariser="extractive/1",
        stories=(told(),),
        sources_read=300,
        sources_total=310,
    )
    return replace(one, **changes)


def tenant(id: str = "acme") -> Tenant:
    return Tenant(id=id, name=id.title(), created=NOON)


def reader(id: str = "r1", tenant: str = PUBLIC) -> Reader:
    return Reader(id=id, tenant=tenant, name="Mika", language="ja", zone="Asia/Tokyo", created=NOON)


def subscription(id: str = "sub1", tenant: str = PUBLIC, **changes: Any) -> Subscription:
    one = Subscription(
        id=id,
        tenant=tenant,
        reader=None,
        channel="email",
        address="mika@reader.example",
        edition=Edition("ja", 3, ("chips", "models")),
        zone="Asia/Tokyo",
        time="07:30",
        weekdays=frozenset({0, 4}),
        created=NOON,
    )
    return replace(one, **changes)


def question(id: str = "q1", tenant: str = PUBLIC, **changes: Any) -> Question:
    one = Question(id=id, tenant=tenant, reader=None, text="何が発表された？", language="ja", asked=NOON)
    return replace(one, **changes)


def exchange(id: str = "q1", tenant: str = PUBLIC, **changes: Any) -> Exchange:
    """A question with an answer of one sentence."""
    asked = question(id, tenant, **changes)
    link = StoryLink("s1", "slug-s1", "Story s1", "en", SourceLink("Orbit", "https://orbit.example/a", NOON))
    told = Sentence("要点。", (Citation("https://orbit.example/a", "要点", "Orbit"),))
    given = Answer(asked.text, (told,), 0.8, False, (link,), "extractive-1", id, Intent.NEWS, "ja", "", brief())
    return Exchange(asked, given, (Evidence("a1", "s1", "https://orbit.example/a", "Orbit", 3.5),))


def delivery(id: str = "d1", tenant: str = PUBLIC, **changes: Any) -> Delivery:
    one = Delivery(
        id=id,
        tenant=tenant,
        brief="b1",
        subscription="sub1",
        state=DeliveryState.DUE,
        attempts=0,
        day=date(2026, 7, 17),
        due=NOON,
        updated=NOON,
    )
    return replace(one, **changes)


def inbound(id: str = "e1", tenant: str = PUBLIC, **other: Any) -> Inbound:
    return replace(Inbound(id, "slack", tenant, "C1", '{"text": "hello"}', NOON), **other)


def installation(tenant: str = PUBLIC) -> SealedInstallation:
    return SealedInstallation("slack", tenant, "Acme", "U1BOT", "U1ANN", ("chat:write",), NOON + hours(12), "…")
