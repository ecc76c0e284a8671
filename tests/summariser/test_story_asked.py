"""A matter that is asked for as a whole is told from a question for one thing in it."""

import pytest

from summariser.asking.story_asked import story_asked


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("tell me more about the Orbita deal", "Orbita deal"),
        ("What is the Orbita deal about?", "Orbita deal"),
        ("explain the Quillo settlement", "Quillo settlement"),
        ("please summarize Vega's lawsuit against Orbita", "Vega's lawsuit against Orbita"),
        ("what happened with the Quillo breach?", "Quillo breach"),
        ("details on the Lumo 3 release", "Lumo 3 release"),
        ("オルビタの訴訟とは？", "オルビタの訴訟"),
        ("クイロへの侵入事件について詳しく教えて", "クイロへの侵入事件"),
        ("Orbita收购案是怎么回事？", "Orbita收购案"),
        ("오르비타 소송 설명해줘", "오르비타 소송"),
        ("สรุปคดี Orbita ให้หน่อย", "คดี Orbita"),
    ],
)
def test_a_matter_is_asked_for_by_its_name(text: str, called: str) -> None:
    assert story_asked(text) == called


@pytest.mark.parametrize(
    "text",
    [
        "what is Orbita?",
        "tell me about Lumo",
        "how much was the Orbita deal?",
        "what is the price of the Lumo launch?",
        "who led the Orbita round?",
        "tell me about the law",
        "what happened this week?",
        "which deals were announced?",
        "explain mixture of experts",
        "オルビタとは？",
        "오르비타가 뭐야?",
    ],
)
def test_a_name_one_thing_of_it_or_several_are_no_matter(text: str) -> None:
    assert story_asked(text) == ""
