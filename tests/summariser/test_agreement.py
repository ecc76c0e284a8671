"""Where two other voices of a story agree, a sentence that says otherwise is one reporter's slip."""

import pytest

from summariser.reading.material import Candidate
from summariser.telling.agreement import contradicted
from tests.summariser.pieces import article

TITLE = "Brightloom in talks to raise $2B"


def sentence(text: str) -> Candidate:
    roles = {"what_happened": 0.5, "why_it_matters": 0.5, "what_to_watch": 0.0}
    page = article(TITLE, source="Gazette", text=text)
    return Candidate(page, 0, text, frozenset(), roles, 0.5, 0.5, quote=text)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("Brightloom prepares a debut in Oslo, and it could come this year.", True),
        ("Brightloom prepares to file for a debut in Oslo this year.", False),
        ("Brightloom prepares a debut in Oslo in 2031.", False),
    ],
)
def test_a_time_goes_with_the_event_that_two_others_tie_to_it(text: str, slip: bool) -> None:
    """A debut this year, where they say that it may file this year."""
    others = [
        article("Sources: Brightloom may file as soon as this year, allowing it to debut in 2027", source="Herald"),
        article("Brightloom is preparing a filing as soon as this year", source="Post"),
    ]
    assert contradicted(sentence(text), TITLE, others) is slip
    assert not contradicted(sentence(text), TITLE, others[:1])


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("Norway told Brightloom to remove dozens of noisy apps.", True),
        ("Norway told Brightloom to remove thirteen apps.", False),
        ("Norway told Brightloom to remove 13 noisy apps.", False),
        ("Norway told Brightloom to remove 13 of 40 apps.", False),
    ],
)
def test_what_two_others_count_is_not_counted_otherwise(text: str, slip: bool) -> None:
    """Dozens, where they say 13; a number in words that is no digit's is not compared."""
    others = [
        article("Norway asks Brightloom to take down 13 apps", source="Herald"),
        article("Brightloom must pull 13 loud apps", source="Post"),
    ]
    assert contradicted(sentence(text), TITLE, others) is slip
