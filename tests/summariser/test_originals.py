"""What is marked as a source's own words holds those and nothing of ours."""

import pytest

from news.languages import LANGUAGES, Language
from news.model import Citation, Sentence
from news.phrases import phrase
from summariser.model.assembly import original

WORDS = "The Commission ordered Meta to stop."


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("text", "before"), [(WORDS, ""), (f"21 July: {WORDS}", "21 July: "), (f"Meta: “{WORDS}”", "Meta: ")]
)
def test_a_day_or_a_speaker_that_we_put_before_it_stands_outside(language: Language, text: str, before: str) -> None:
    """The quotation is the source's, letter by letter."""
    told = original(Sentence(text, (Citation("https://a.example/1", WORDS, "A"),)), language)
    assert told.text == before + phrase(language, "brief.original", original=WORDS)
