"""A second look by vectors: only what shares a name and disagrees on nothing comes together."""

from datetime import UTC, datetime, timedelta
from typing import Any

from news.model import Article, Story, TextState, Tier
from summariser.stories.nearness import Placed, near

NOW = datetime(2026, 7, 17, 6, tzinfo=UTC)


def placed(id: str, title: str, vector: list[float], **changes: Any) -> Placed:
    hours = changes.pop("hours", 0)
    language = changes.pop("language", "en")
    article = Article(
        id=id, key=id, url=f"https://x.example/{id}", source="x", source_name="X", tier=Tier.GENERAL, title=title, summary="", text="",
        text_state=TextState.NONE, language=language, published=NOW + timedelta(hours=hours), dated=True, seen=NOW,
    )  # fmt: skip
    created = NOW + timedelta(hours=hours)
    return Placed(Story(id, id, title, language, (id,), (), created, created), article, vector)


def test_one_event_in_two_languages_comes_together_under_the_older_story() -> None:
    """The vectors lie near each other and both name the company."""
    one = placed("a", "Anthropic opens a data center in Tokyo", [1.0, 0.1])
    other = placed("b", "Anthropic、東京にデータセンターを開設", [1.0, 0.12], hours=2, language="ja")
    far = placed("c", "OpenAI sues a former partner", [0.0, 1.0])
    assert near([one, other, far], threshold=0.8) == {"b": "a"}


def test_nearness_alone_is_not_believed() -> None:
    """Another company, another version, another sum, another week: no merger however near the vectors are."""
    base = placed("a", "OpenAI releases GPT-5.6 for developers", [1.0, 0.0])
    for other in (
        placed("b", "Google opens a data center in Norway", [1.0, 0.0]),
        placed("b", "OpenAI releases GPT-5.7 for developers", [1.0, 0.0]),
        placed("b", "OpenAI releases GPT-5.6 for developers", [1.0, 0.0], hours=72),
    ):
        assert near([base, other], threshold=0.8) == {}
    only = placed("e", "OpenAI hires a head of research", [1.0, 0.0])
    assert near([base, only], threshold=0.8) == {}
    raised = placed("c", "OpenAI raises $5 billion", [1.0, 0.0])
    assert near([raised, placed("d", "OpenAI raises $8 billion", [1.0, 0.0])], threshold=0.8) == {}
