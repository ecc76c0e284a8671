"""A name's version is part of the name."""

import pytest

from summariser.words.aliases import in_words_of
from summariser.words.versions import in_force, parted, respelled, tells_of_another, versioned_in


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("When was GPT-5.6 released?", "GPT 5.6 Sol is out."),
        ("when was gpt 5.6 released", "OpenAI's GPT-5.5 and 5.6 were tested."),
        ("Kimi K3有多少参数？", "Moonshot's K3 model has 2.8 trillion parameters."),
        ("What is Gemini 3.5?", "Google released Gemini 3.6 Flash, 3.5 Flash-Lite and 3.5 Flash Cyber."),
        ("What is Claude 5?", "Claude Fable 5 came back."),
        ("Who won the Formula 1 race?", "The F1 race went to Norris."),
        ("What does the Lumo 3 weigh?", "The Lumo weighs 3 kilos."),
    ],
)
def test_a_version_is_met_however_it_is_spelled(question: str, text: str) -> None:
    assert all(one.allowed_by(text) for one in versioned_in(question))


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("When was GPT-7 released?", "GPT-5.6 is out, and 7 labs tried it."),
        ("What is Gemini 5?", "5 ways to work with Gemini\nGemini 5 million users, Claude Fable 5"),
        ("What is Claude Opus 5?", "Claude Opus 4.8 and Claude Sonnet 5"),
        ("What does the Lumo 3 weigh?", "The Lumo 2 weighs 3 kilos."),
    ],
)
def test_another_version_is_another_thing(question: str, text: str) -> None:
    assert not all(one.allowed_by(text) for one in versioned_in(question))


def test_a_known_family_s_letter_and_number_are_one_word() -> None:
    """What is no known name, or a word of its own, stays as it is written."""
    for asked, read in (("KimiK3?", "Kimi K3?"), ("is Kimi k-3 out", "is Kimi K3 out"), ("DeepSeekV4", "DeepSeek V4")):
        assert parted(asked) == read
    for text in ("GPT4", "Qwen3", "Kimi K3", "in K-12 schools", "Llama-3", "the F-16"):
        assert parted(text) == text


def test_a_count_or_a_day_is_no_version() -> None:
    assert not versioned_in("Did OpenAI cut 5% on July 17, or Nvidia 2 years ago in the 14-year-old case?")


def test_a_sentence_of_another_version_alone_is_told_apart() -> None:
    asked = versioned_in("How fast is GPT-5.6?")
    assert tells_of_another(asked, "GPT-5.5 is fast.")
    assert not tells_of_another(asked, "GPT-5.6 is faster than GPT-5.5.")
    assert not tells_of_another(asked, "The model is fast.")


def test_what_speaks_of_the_version_that_is_asked_for() -> None:
    """A title that has it beside another leaves it to the sentences: what was shown today is not what was teased."""
    asked = versioned_in("When was Gemini 4 released?")
    lines = ("Google revealed three models today.", "Gemini 4 is in training.", "It is large.", "Gemini 3.6 is fast.")
    assert list(in_force(asked, "Google announces Gemini 3.6, teases Gemini 4", lines)) == [False, True, True, False]
    assert list(in_force(asked, "Google teases Gemini 4", lines)) == [True, True, True, False]


def test_a_version_stays_with_its_name_in_every_press() -> None:
    assert "GPT-5.6" in in_words_of("GPT-5.6はいつ", "en")
    assert respelled("Is GPT5.6 out?", lambda one, written: "gpt-5.6") == "Is GPT-5.6 out?"
