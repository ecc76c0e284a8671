"""Nothing is told more surely than the other voices of its story know it."""

import pytest

from news.model import Story, Tier
from summariser.reading.fitness import fault
from summariser.reading.headlines import headline
from summariser.reading.hearsay import hearsay
from summariser.reading.material import Candidate
from summariser.telling.bearing import presents
from summariser.telling.caution import outruns, sole_cause
from summariser.telling.extractive import tell
from summariser.telling.titling import title_openings
from tests.summariser.pieces import article

ROLES = {"what_happened": 0.5, "why_it_matters": 0.5, "what_to_watch": 0.0}


def sentence(text: str, *, source: str = "Gazette", tier: Tier = Tier.GENERAL, told: str = "") -> Candidate:
    page = article("Quillwick takes on Brightloom", source=source, text=text, tier=tier)
    return Candidate(page, 0, told or text, frozenset(), ROLES, 0.5, 0.5, quote=text)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "bold"),
    [
        ("Quillwick takes on Brightloom with its royalty-free Lantern", True),
        ("Quillwick takes on Brightloom and says that Lantern will be royalty-free", False),
        ("Quillwick takes on Brightloom with its Lantern", False),
    ],
)
def test_what_another_voice_calls_soon_is_not_told_as_done(text: str, bold: bool) -> None:
    """Whoever says it; what was still to come two days before may have come true."""
    promise = "Lantern by Quillwick is launching and going royalty-free soon!"
    others = [article("Lantern", source="quillwick.example", text=promise, tier=Tier.OFFICIAL)]
    assert outruns(sentence(text), others) is bold
    assert not outruns(sentence(text), [article(promise, source="Herald", hours=48)])


def test_a_preview_by_its_maker_is_no_release() -> None:
    """The same words of a newsroom are not: it may speak of another thing."""
    words = "Lantern is open to the first thousand weavers as a preview."
    bold, fair = sentence("Quillwick releases Lantern"), sentence("Quillwick releases a preview of Lantern")
    maker = article("Lantern", source="Quillwick", text=words, tier=Tier.OFFICIAL)
    assert outruns(bold, [maker])
    assert not outruns(fair, [maker])
    assert not outruns(bold, [article("Lantern", source="Herald", text=words)])


@pytest.mark.parametrize(
    ("title", "alone"),
    [
        ("Weavers strike over pay, looms and the arrival of robots", True),
        ("Weavers strike over robots", False),
        ("Weavers strike over pay and looms", False),
    ],
)
def test_one_cause_is_not_told_where_another_title_lists_it_with_others(title: str, alone: bool) -> None:
    told = sentence("Weavers walked out after talks broke down over plans for robots.")
    assert sole_cause(told, [article(title, source="Herald")]) is alone


@pytest.mark.parametrize(
    ("following", "laid_on_others"),
    [
        ("The new loom is slated for 2031, the Gazette reported, citing anonymous sources.", True),
        ("It would cost $90 million, according to two people familiar with the plans.", True),
        ("The new loom is slated for 2031, Quillwick said.", False),
        ("Last spring a rival had to close, the Gazette reported.", False),
    ],
)
def test_a_plan_that_the_next_sentence_lays_on_a_report_is_hearsay(following: str, laid_on_others: bool) -> None:
    assert hearsay(["Quillwick is designing a new loom.", following])[0] is laid_on_others
    assert not hearsay(["Quillwick has sold its looms.", following])[0]
    assert not hearsay(["Quillwick is designing a loom, the Gazette reported.", following])[0]


def test_who_is_paid_is_not_described_in_the_words_of_the_payer() -> None:
    """With the speaker it is his word; a newsroom's description is its own; a figure is no praise."""
    words = "Fairloom is a neutral charity that teaches children and works with whoever is serious about wool."
    assert presents(sentence(words, tier=Tier.OFFICIAL))
    assert not presents(sentence(words))
    assert not presents(sentence(words, tier=Tier.OFFICIAL, told=f"Quillwick: “{words}”"))
    assert not presents(sentence("Lantern is a loom that weaves 40 threads.", tier=Tier.OFFICIAL))


def test_a_title_is_told_up_to_its_semicolon() -> None:
    """What stands behind it is another's answer, cut short: "the apps" may be five of the 13."""
    first = (
        "Oslo sends letters to Quillwick and Brightloom demanding that they take down 13 looms used to copy old rugs"
    )
    titles = [article(f"{first}; Brightloom says it has removed the looms (Ada Quill/Gazette)", source="Digest")]
    told = [one.quote for one in title_openings("Oslo wants looms of Quillwick removed", titles, "en")]
    assert told == [first]


def test_a_headline_takes_no_earliest_day_for_the_latest() -> None:
    sure = article("Quillwick plans to list in Oslo within six months at a high price", source="Gazette")
    careful = article("Quillwick prepares to list in Oslo in as early as six months", source="Herald")
    story = Story(
        id="s", slug="s", headline=sure.title, language="en", articles=(sure.id, careful.id), topics=(),
        created=sure.published, updated=sure.published,
    )  # fmt: skip
    assert headline(story, [sure, careful], "en") == careful.title


def test_who_adds_something_has_spoken_before() -> None:
    """ "It will ask, adding that …": the speaker stands in another sentence."""
    assert fault("Lantern will ask for leave to read the pattern, adding that all threads are sealed.", "en")
    assert not fault("Quillwick said that Lantern will ask for leave, adding that all threads are sealed.", "en")


def test_the_sentence_that_says_what_it_has_to_do_with_ai_is_told() -> None:
    """Where neither headline nor lede says so, before one that is nearer to the headline."""
    lines = (
        "Quillwick found thieves in its weaving halls in Oslo on Monday.",
        "Quillwick locked the weaving halls after the theft and replaced 40 keys of the looms that night, and hired a guard.",
        "Quillwick reported the theft in its halls to the police in Oslo and told them about each of 90 copied patterns of wool.",
        "Quillwick saw that an autonomous agent had opened 17,000 doors in the course of one weekend, it found out.",
        *(f"Visitors came to see the wool of room {n} in the evening." for n in range(14)),
    )
    page = article("Quillwick reports theft in its weaving halls", source="Gazette", text=" ".join(lines))
    story = Story(
        id="s", slug="s", headline=page.title, language="en", articles=(page.id,), topics=(),
        created=page.published, updated=page.published,
    )  # fmt: skip
    told = [one.text for found in tell(story, [page], "en").sections.values() for one in found]
    assert lines[3] in told
    assert lines[2] not in told
