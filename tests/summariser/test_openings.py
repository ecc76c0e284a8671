"""What may open a story: a maker's own word, a report of its day, another newsroom's title; and no name that nobody introduced."""

from dataclasses import replace

import pytest

from news.model import Article, Story, Tier
from summariser.reading.attribution import attributed, speaker, unlinked, untrailed
from summariser.reading.headlines import headline
from summariser.reading.references import short_names
from summariser.reading.timing import looks_back, was_before
from summariser.stories.repeats import gist, repeats
from summariser.telling.extractive import tell
from summariser.words.roles import looks_ahead
from tests.summariser.pieces import NOON, article

WEATHER = "".join(f"The harbour of town number {n} had quiet weather and few ships.\n" for n in range(100, 130))
MAKER = article(
    "Introducing Lumo 3", source="Anthropic", tier=Tier.OFFICIAL, url="https://www.anthropic.com/news/lumo-3"
)


def story(*articles: Article) -> Story:
    first = articles[0]
    return Story("s1", "s1", first.title, first.language, tuple(a.id for a in articles), (), NOON, NOON)


def test_a_maker_s_we_is_told_with_its_speaker() -> None:
    """Its words stand unchanged and are cited as they stand on the page."""
    said = "We're releasing Lumo 3, a language model that answers in forty languages."
    page = replace(MAKER, text=f"{said}\n{WEATHER}")
    lede = tell(story(page), [page], "en").lede
    assert lede is not None
    assert lede.text == f"Anthropic: “{said}”"
    assert lede.citations[0].quote == said


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("I think we released Lumo 3 too early for schools.", MAKER),
        ("We are proud to release Lumo 3 to schools.", MAKER),
        ("We released Lumo 3 to every school in Norway.", replace(MAKER, tier=Tier.GENERAL)),
        ("We tested what OpenAI released for schools.", MAKER),
    ],
)
def test_nobody_else_s_we_is_told(text: str, page: Article) -> None:
    """Not a reporter's, not praise, not of another company."""
    assert attributed(page, text, "first_person", "en") is None


def test_a_guest_on_a_platform_speaks_for_itself() -> None:
    page = replace(
        MAKER,
        title="Introducing Cosmos",
        source_name="Hugging Face Blog",
        url="https://huggingface.co/blog/nvidia/cosmos",
        text="NVIDIA Cosmos is out.",
    )
    assert speaker(page) == "NVIDIA"


def test_a_today_stands_behind_its_day() -> None:
    page = article("A bill on AI", source="Fjord Post")
    assert attributed(page, "The sponsors said so today.", "passing", "en") == "4 March: The sponsors said so today."
    assert attributed(page, "The vote is due later today.", "passing", "en") is None
    assert attributed(replace(page, dated=False), "The sponsors said so today.", "passing", "en") is None


def test_a_linking_word_at_the_start_may_go() -> None:
    assert (
        unlinked("But the ministry rejected the plan on Monday.", "en") == "The ministry rejected the plan on Monday."
    )
    assert unlinked("But it rejected the plan on Monday.", "en") == ""
    assert unlinked("In addition to the plan, the ministry sold two ports.", "en") == ""


def test_another_title_opens_where_the_text_takes_long() -> None:
    scene = "A farmer in the north takes a photo of a dying plant.\n" + WEATHER
    slow = article("Orbita Labs opens Lumo 3", source="Fjord Post", text=scene)
    whole = "Orbita Labs opens Lumo 3 to schools, which lets teachers in forty countries write lessons for free (Ida Holm/Post)"
    other = article(whole, source="Digest")
    lede = tell(story(slow, other), [slow, other], "en").lede
    assert lede is not None
    assert lede.text == whole.partition(" (")[0] + "."
    assert tell(story(other), [replace(slow, text=""), other], "en").lede is None


def test_a_name_needs_its_first_mention() -> None:
    """The second "Holm" stands for Ida Holm; a headline that names her in full would do."""
    lines = [
        "Ida Holm runs the lab.",
        "Holm said on Monday that the lab will close.",
        "Despite Holm’s criticism, it did.",
    ]
    assert short_names(lines) == [frozenset(), {"holm"}, {"holm"}]


def test_background_is_told_by_its_months() -> None:
    page = article("Lumo 3", source="Fjord Post")
    assert looks_back("The lab said in January that it was testing Lumo.", page)
    assert looks_back("Holm left the lab in 2020, looking for a change.", page)
    assert not looks_back("The lab will open in September.", page)
    assert not looks_back("Lumo, launched last year, now speaks Thai.", page)
    assert was_before("Holm said in January that he was testing Lumo.")


def test_what_to_watch_is_still_to_come() -> None:
    assert looks_ahead("The round will close later this summer.", "en")
    assert looks_ahead("It is unclear whether the court will agree.", "en")
    assert not looks_ahead("They fail to consider whether the plan will benefit the public.", "en")
    assert not looks_ahead("Lumo could be worth investigating.", "en")


def test_a_maker_s_nameless_title_gets_its_name() -> None:
    page = replace(MAKER, title="Security incident disclosure", text=WEATHER)
    assert headline(story(page), [page], "en") == "Anthropic: Security incident disclosure"


def test_one_launch_is_told_once() -> None:
    one = article("OpenAI makes ChatGPT Health available to all", source="Fjord Post")
    more = article("OpenAI makes big claims as it rolls out ChatGPT Health", source="Sund Times", hours=1)
    other = article("OpenAI rolls out ChatGPT Shopping", source="Sund Times", hours=1)
    told = gist(story(one), [one])
    assert repeats(gist(story(more), [more]), told)
    assert not repeats(gist(story(other), [other]), told)


def test_a_too_at_the_end_is_left_out() -> None:
    """What is quoted ends before it; what hangs otherwise as well stays as it is."""
    said = "Brightloom plans to bring its robots to the ports of Norway, too."
    assert untrailed(said, "en") == "Brightloom plans to bring its robots to the ports of Norway"
    assert untrailed("It plans to bring its robots to the ports of Norway, too.", "en") == ""
    assert untrailed("Brightloom plans to bring its robots to Norway.", "en") == ""
