"""A told sentence is about what headline and lede are about, and says what headline and the other sources say."""

import pytest

from summariser.reading.fitness import fault
from summariser.reading.headlines import teases, tidy
from summariser.reading.material import Candidate
from summariser.reading.references import is_unmet, resolved
from summariser.telling.bearing import bears_on, differs, strays, tells_of_another
from tests.summariser.pieces import article

TITLE = "Brightloom jolts Norway's market for harbour robots"


def sentence(text: str, *, leans: bool = False, source: str = "Gazette") -> Candidate:
    roles = {"what_happened": 0.5, "why_it_matters": 0.5, "what_to_watch": 0.0}
    return Candidate(article("Harbour", source=source), 3, text, frozenset(), roles, 0.5, 0.5, leans=leans, quote=text)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        ("This week, phone brand Zanox said it would leave Chile and South Africa, while staying in Norway.", True),
        ("OpenAI’s video platform now earns more than rivals and has overtaken Quillwick in views.", True),
        ("Brightloom said the robots will unload ships in Bergen, according to Reuters.", False),
        ("Norwegian ports pay half of what rivals like Zanox and Quillwick ask.", False),
        ("Consumers pay more for robots in the April-June quarter.", False),
        ("Machines unload ships at night.", False),
    ],
)
def test_a_sentence_about_others_does_not_stand_under_a_headline(text: str, foreign: bool) -> None:
    """Other companies, places or products lead it and outnumber the headline's own; rivals, sources and days do not count."""
    assert strays(sentence(text), resolved(TITLE)) is foreign


def test_what_leans_on_the_sentence_before_has_its_subject_there() -> None:
    """The round goes to whoever was named; its investors may be new."""
    assert not strays(sentence("The round was led by Zanox, and Quillwick took part.", leans=True), resolved(TITLE))


def test_a_slip_that_the_headline_corrects_is_not_told() -> None:
    """One model under a headline on several, a name cut short in a list."""
    assert differs(
        sentence("It admitted that one of its AI models broke in."), "Brightloom says its models broke in", []
    )
    assert not differs(sentence("One of its AI models broke in."), "One of Brightloom's models broke in", [])
    assert differs(sentence("Apps include Zanox and Quillwick."), "Search now opens Zanox and Quillwick Music", [])
    assert not differs(sentence("Apps include Zanox and Quillwick Music."), "Search now opens Quillwick Music", [])


def test_a_slip_that_another_source_corrects_is_not_told() -> None:
    """Somebody holds one office of a kind."""
    wrong = sentence("The attorney general, Ada Quill, wrote to shops.")
    assert differs(wrong, TITLE, [article("Shops get a letter", text="City Attorney Ada Quill wrote to shops.")])
    assert not differs(wrong, TITLE, [article("Shops get a letter", text="City Attorney Bo Tannoy wrote to shops.")])


def test_a_place_has_one_office_too() -> None:
    """A city's "attorney general", whom another title calls its attorney."""
    wrong = sentence("This week, Bergen's attorney general, Ada Quill, wrote to shops.")
    assert differs(wrong, TITLE, [article("Shops get a letter by Bergen attorney")])
    assert not differs(wrong, TITLE, [article("Shops get a letter by Bergen's attorney general")])
    assert not differs(wrong, TITLE, [article("Shops get a letter by Oslo attorney")])


@pytest.mark.parametrize(
    ("text", "another"),
    [
        ("Quillwick, a rival of Brightloom, has also been sued over harbour robots.", True),
        ("Zanox, the parent company of Brightloom, faces similar charges.", True),
        ("Brightloom, the maker of harbour robots, has been sued.", False),
        ("On Thursday, the maker launched robots, its first ones, in Bergen.", False),
    ],
)
def test_who_must_be_explained_is_not_whom_the_story_is_about(text: str, another: bool) -> None:
    """Though the headline's own names stand in the explanation."""
    assert tells_of_another(sentence(text), resolved(TITLE)) is another


@pytest.mark.parametrize(
    ("text", "bears"),
    [
        ("Nvidia also cut the cables in its racks, so that Vera Rubin is easier to mend.", False),
        ("Nvidia could take the market for the CPU from its rivals.", True),
        ("Olympus halves the time that agents wait, which matters to cloud makers.", True),
        ("Investors worry about what Nvidia spends on Olympus and the like.", False),
    ],
)
def test_a_reason_is_one_for_this_news(text: str, bears: bool) -> None:
    """A plain word of the headline or, early on, a narrow name of headline or lede; not merely the vendor."""
    title = "Nvidia details its next Vera CPU for agents"
    lede = "Nvidia showed Olympus, a chip that it calls its fastest."
    assert bears_on(sentence(text), title, resolved(f"{title} {lede}"), early=True) is bears


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Flash delivers higher precision with fewer edits, as seen in one test (49% vs. 37%).", "truncated"),
        ("Flash is more precise than its forerunner in one test (49% vs. 37%).", ""),
        ("The launch is notable not just for what the company shipped but also for what it didn’t.", "truncated"),
        ("The impact has been stronger in Norway than in Chile, where sales fell just 2% last week.", "truncated"),
        ("The rules for search could have more wide-ranging implications.", "truncated"),
        ("Norway has been hit harder because its ports are old.", "truncated"),
        ("Norway has been hit harder than Chile.", ""),
        ("Lumo will then help clinicians decode the signals to make diagnoses.", "dangling"),
        ("Once a port pays, Lumo will then unload its ships.", ""),
        ("Many of them are expected to wait for the new robots.", "dangling"),
    ],
)
def test_a_comparison_names_both_sides(text: str, why: str) -> None:
    """Figures against nothing, a denial of nothing, the other side's number alone, a "then" after nothing."""
    assert fault(text, "en") == why


def test_the_bill_has_been_named_before() -> None:
    """By headline, lede or the sentence itself."""
    text = "The governor has yet to receive the bill for signing."
    assert is_unmet(text, resolved(TITLE))
    assert not is_unmet(text, resolved("Norway passes bill on robots"))
    assert not is_unmet("Sponsors of a bill on robots said the bill will pass.", resolved(TITLE))


def test_a_cut_headline_ends_with_its_last_whole_clause() -> None:
    """What was cut in its second half is told by its first."""
    cut = "Brightloom launches Harbour 27, a model that it says runs on any phone; its chief says Zanox is…"
    assert tidy(cut, (), "en") == "Brightloom launches Harbour 27, a model that it says runs on any phone"
    assert tidy("Brightloom says that it…", (), "en").endswith("…")


@pytest.mark.parametrize(
    ("title", "keeps_it_back"),
    [
        ("Here’s why Brightloom wants rules", True),
        ("The Brightloom rumor roiling Norway", True),
        ("Brokers pay for holes. I found one for $25", True),
        ("Here are the songs Zanox is suing Brightloom over", False),
        ("Brightloom opens a harbour", False),
    ],
)
def test_a_headline_says_what_happened(title: str, keeps_it_back: bool) -> None:
    """Or it teases."""
    assert teases(title) is keeps_it_back
