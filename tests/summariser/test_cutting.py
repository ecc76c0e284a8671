"""A telling made by leaving words out of its quote: told as it is only where it is the whole sentence but for what can frame nothing."""

from datetime import date

import pytest

from summariser.checking.claims import judge
from summariser.checking.prompting import Material
from summariser.checking.replies import Claim, Support
from summariser.model.faulting import kind_of

HACK = (
    "The intruder used a stolen key in March to read source code showing how Orvana allegedly copied decades of songs from Teluna, Brasko "
    "and Pelago."
)
RIVAL = "Velmi, a competitor to Orvana, has also been accused of copying Teluna recordings."
FAIR = "Orvana admitted that it trains on open files, arguing that it can train on protected works under the fair use doctrine."
LABELS = "But according to the labels actively suing Orvana, it is illegal under the Records Act to get around the locks of Teluna."
SUIT = (
    "Teluna, the parent of Pelago, faces similar allegations of infringement from a variety of major book publishers."
)
TEST = (
    "Sarn is an agentic review system that its creators claim can, in tests, independently find 53 percent of the bugs."
)
WEIGHTS = "Q7 is available via their website, but an open weight release is promised by July 27, 2026."
SHOTS = "In many cases, productions would have left out those key shots because they were short of money."
BENCH = "Their own benchmarks have Q7 mostly beating Bravo 4 and Delta 5, while losing out to Fable 9 and Lyra 6."
SCENE = (
    "Marek Dole said last year that AI was used to create a scene in the series Nebula Ten to save time and cut costs."
)
TITLES = "Kinora says roughly 300 titles on its platform used generative AI, most of which did so in post-production."
DEAL = "Orvana, a maker of songs, also bought the startup Velmi in Porto for $9 million on Tuesday, the Tide reported."


def standing(told: str, quote: str) -> str:
    shown = Material("A1", "https://x.example/1", "Tide", "Of songs and suits", quote, "en", date(2026, 7, 17))
    return judge(Claim(told, (Support("A1", quote),)), {"A1": shown}, "en").standing


@pytest.mark.parametrize(
    ("told", "quote"),
    [
        ("Orvana copied decades of songs from Teluna, Brasko and Pelago.", HACK),
        ("Velmi has been copying Teluna recordings.", RIVAL),
        ("Teluna, the parent of Pelago, faces infringement from a variety of major book publishers.", SUIT),
        ("Sarn is an agentic review system that can independently find 53 percent of the bugs.", TEST),
    ],
)
def test_an_accusation_cut_out_of_its_sentence_is_never_told_unasked(told: str, quote: str) -> None:
    assert standing(told, quote) in ("grey", "bad")


@pytest.mark.parametrize(
    ("told", "quote"),
    [
        ("Orvana has copied Teluna recordings.", RIVAL),
        ("It can train on protected works under the fair use doctrine.", FAIR),
        ("Orvana can train on protected works under the fair use doctrine.", FAIR),
        ("It is illegal to get around the locks of Teluna.", LABELS),
        ("It is illegal under the Records Act to get around the locks of Teluna.", LABELS),
        ("An open weight release is by July 27, 2026.", WEIGHTS),
        ("Productions left out those key shots because they were short of money.", SHOTS),
        ("Q7 mostly beating Fable 9 and Lyra 6.", BENCH),
        ("Q7 mostly beats Bravo 4 and Delta 5.", BENCH),
        ("AI was used to create the series Nebula Ten to save time and cut costs.", SCENE),
        ("Most titles on its platform used generative AI.", TITLES),
        ("Orvana copied songs.", "In the complaint, Orvana copied songs."),
        ("Orvana copied songs.", "Prosecutors: Orvana copied songs."),
        ("Orvana copied songs.", "Orvana copied songs, critics charge."),
        *(
            (
                "Marek Dole resigns as head of Orvana and moves to Mars.",
                f"{frame} Marek Dole resigns as head of Orvana and moves to Mars.",
            )
            for frame in (
                "In a parody video posted Friday,",
                "On a slide that was later withdrawn,",
                "During a tabletop exercise,",
                "By 2031,",
            )
        ),
        ("Orvana also bought the startup Velmi in Porto for $9 million on Tuesday.", DEAL),
        ("Velmi has been accused of copying Teluna recordings.", RIVAL),
        ("Orvana, a maker of songs, is illegal.", f"{LABELS[:-1]}, and Orvana, a maker of songs, is in court."),
    ],
)
def test_a_run_of_words_with_a_gap_or_a_lost_frame_is_never_told_unasked(told: str, quote: str) -> None:
    """Clauses joined, heads of phrases dropped, arguments, promises and conditions left off: each keeps its quote's words."""
    assert standing(told, quote) in ("grey", "bad")
    assert kind_of("words of its quote left out or moved") == "far"


@pytest.mark.parametrize(
    ("told", "quote"),
    [
        (DEAL, DEAL),
        (
            "Orvana, a maker of songs, bought the startup Velmi in Porto for $9 million on Tuesday, the Tide reported.",
            DEAL,
        ),
        ("Orvana closed its office in Porto.", "On Tuesday, Orvana closed its office in Porto."),
        ("In May, Orvana closed its office in Porto.", "Orvana closed its office in Porto in May."),
        (
            "Velmi will close its office in Porto and move 40 people to Lyon by 2027, Marek Dole said.",
            "Marek Dole said that Velmi will close its office in Porto and move 40 people to Lyon by 2027.",
        ),
    ],
)
def test_a_whole_sentence_is_told_without_its_plain_adverb_or_opening_day(told: str, quote: str) -> None:
    """The opening and the speaker may move."""
    assert standing(told, quote) == "good"


@pytest.mark.parametrize(
    ("told", "quote"),
    [
        ("Orvana had stopped work on its chips.", "Orvana denied that it had stopped work on its chips."),
        ("Teluna has paused work on its glasses.", "According to The Tide, Teluna has paused work on its glasses."),
        ("The law lets firms read private letters.", "Critics say the law lets firms read private letters."),
        ("The tool finds errors earlier than people do.", "The tool is said to find errors earlier than people do."),
        ("The board fired Marek Dole in March.", "The board almost fired Marek Dole in March."),
        ("Its rival Bravo 4 cannot read letters.", "The model, unlike its rival Bravo 4, cannot read letters."),
        ("Customers can use the agent, Orvana said.", "Only customers can use the agent, Orvana said."),
    ],
)
def test_what_governs_the_rest_is_never_left_out_unasked(told: str, quote: str) -> None:
    """Somebody's denial, view or hope, "almost", "only", the aside that it stood in."""
    assert standing(told, quote) in ("grey", "bad")
