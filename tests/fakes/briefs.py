"""Briefs and answers for tests of what is shown to readers, each with only what the test is about spelled out."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from news.asking import Answer, StoryLink
from news.model import Brief, BriefStory, Citation, Edition, Score, Sentence, SourceLink

NOON = datetime(2026, 7, 17, 12, tzinfo=UTC)


def said(text: str, url: str = "https://tide.example/orbit", source: str = "Tide") -> Sentence:
    """A sentence quoted word for word."""
    return Sentence(text, (Citation(url, text, source),))


def told(id: str = "s1", **changes: Any) -> BriefStory:
    """A story with a lede and all three sections, from two sources."""
    one = BriefStory(
        id=id,
        slug=f"orbit-opens-{id}",
        headline=f"Orbit opens its model {id}",
        language="en",
        lede=said(f"Orbit published the weights of {id} on Thursday."),
        sections={
            "what_happened": (said("The model has 7 billion parameters."),),
            "why_it_matters": (said("Hospitals can run it themselves.", "https://bench.example/1", "Bench"),),
            "what_to_watch": (said("A speech version will follow in October."),),
        },
        topics=("models", "open-source"),
        sources=(
            SourceLink("Tide", "https://tide.example/orbit", NOON),
            SourceLink("Bench", "https://bench.example/1", NOON),
        ),
        articles=("a1", "a2"),
        score=Score(2.5, {"voices": 2.0, "fresh": 0.5}),
    )
    return replace(one, **changes)


def headline_only(id: str = "s9", **changes: Any) -> BriefStory:
    """A story with nothing beyond its headline."""
    return told(id, **({"lede": None, "sections": {}} | changes))


def brief(*stories: BriefStory, **changes: Any) -> Brief:
    """An edition of the stories given, by default of one full story and one that is only a headline."""
    one = Brief(
        id="b1brief",
        edition=Edition(language="en", minutes=5),
        date=date(2026, 7, 17),
        made=NOON,
        reading_seconds=290,
        sample=False,
        summariser="extractive-1",
        stories=stories or (told(), headline_only()),
        sources_read=300,
        sources_total=310,
    )
    return replace(one, **changes)


def answer(**changes: Any) -> Answer:
    """An answer of one sentence."""
    one = Answer(
        question="What did Orbit open?",
        sentences=(said("Orbit published the weights of s1 on Thursday."),),
        confidence=0.75,
        abstained=False,
        nearest=(
            StoryLink("s1", "orbit", "Orbit opens s1", "en", SourceLink("Tide", "https://tide.example/orbit", NOON)),
        ),
        summariser="extractive-1",
    )
    return replace(one, **changes)
