import pytest

from summariser.answering.defining import thing_asked, told_as, without_maker


@pytest.mark.parametrize(
    ("question", "thing"),
    [
        ("what's Inkling?", "Inkling"),
        ("Explain Buzz, that new Slack competitor?", "Buzz"),
        ("思科的 Antares 是什么？", "Antares"),
        ("Fableって何？", "Fable"),
        ("망고스가 뭐야?", "망고스"),
        ("Project Perception คืออะไร", "Project Perception"),
        ("What is GPT-Red", "GPT-Red"),
        ("what is kimi k3?", "kimi k3"),
    ],
)
def test_the_thing_that_is_to_be_explained_is_known_by_its_name(question: str, thing: str) -> None:
    assert thing_asked(question) == thing


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Explain Buzz, the Slack rival - who makes it?", "Explain Buzz, the Slack rival?"),
        ("Project Perception คืออะไร ของบริษัทไหน？", "Project Perception คืออะไร?"),
        ("망고스가 뭐야 어느 회사 거야?", "망고스가 뭐야?"),
        ("who makes Buzz?", "who makes Buzz?"),
    ],
)
def test_who_makes_it_is_said_with_what_it_is(question: str, asked: str) -> None:
    assert without_maker(question) == asked


@pytest.mark.parametrize(
    ("plainly", "name", "text"),
    [
        (2, "Inkling", "Thinking Machines Lab Releases Inkling: A 975B-Parameter Open-Weights Model"),
        (2, "Frozen v2", 'Google\'s "Frozen v2" chip reportedly bakes an architecture into silicon'),
        (2, "Project Perception", "ไมโครซอฟต์เปิดตัว Project Perception ระบบรักษาความปลอดภัยแบบเอเจนต์"),
        (1, "Inkling", "Inkling is a large open model."),
        (1, "Antares", "小公司開源Antares助企業獵捕漏洞"),
        (0, "Inkling", "Users of Inkling waited for hours."),
        (0, "Inkling", "Sprinkling sugar is a hobby."),
    ],
)
def test_a_sentence_with_maker_and_kind_says_most_plainly_what_a_thing_is(plainly: int, name: str, text: str) -> None:
    assert told_as(name, text) == plainly
