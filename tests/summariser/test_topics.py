"""Topics from terms, in six languages."""

import pytest

from summariser.reading.topics import TOPICS, topics_of


@pytest.mark.parametrize(
    ("title", "topic"),
    [
        ("Brightloom releases a frontier language model", "models"),
        ("New study finds chatbots flatter their users", "research"),
        ("Lumen raises $40 million in Series B funding round", "business"),
        ("Senate passes a bill on AI regulation", "policy"),
        ("Prompt injection turns assistant against its owner", "safety"),
        ("Chipmaker builds a data center in Oslo", "chips"),
        ("Humanoid robots learn to fold shirts", "robotics"),
        ("Lab open-sources its weights under Apache 2 as open source", "open-source"),
        ("A coding agent for VS Code", "tools"),
        ("Hospitals try an assistant for doctors", "applications"),
        ("Model predicts protein structures", "science"),
        ("Artists protest against job loss", "society"),
        ("Lumen launches a voice mode", "products"),
        ("月之暗面融資20億美元", "business"),
        ("生成AIの著作権訴訟", "policy"),
        ("삼성전자 반도체 공장", "chips"),
        ("หุ่นยนต์รุ่นใหม่", "robotics"),
        ("新的人形机器人亮相", "robotics"),
    ],
)
def test_a_title_tells_its_topic(title: str, topic: str) -> None:
    """Each of the house's topics can be met."""
    assert topic in topics_of(title, "")


def test_at_most_three_topics_strongest_first() -> None:
    """A title on everything is filed under its strongest three."""
    found = topics_of(
        "Robot start-up raises funding round for open source language model chips, Senate lawsuit follows", ""
    )
    assert len(found) == 3


def test_the_lead_counts_less_than_the_title() -> None:
    """What the title says comes first, the text alone can add."""
    assert topics_of("Lawsuit over copyright", "A chip, a semiconductor.")[0] == "policy"
    assert topics_of("Hm", "Chipmaker, GPU, data center, wafer, foundry.") == ("chips",)


def test_no_topic_without_a_word_for_it() -> None:
    """Nothing is guessed."""
    assert topics_of("Hello there", "") == ()


def test_every_topic_is_one_of_the_house() -> None:
    """The table invents none."""
    assert set(topics_of("robot chip lawsuit", "") + topics_of("protein study", "")) <= set(TOPICS)
