"""A brief fits its minutes, tells nothing twice, and puts what it can tell before what it can only name."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news.model import SECTIONS, BriefStory, Citation, Provenance, Score, Sentence, SourceLink
from summariser.stories.ranking import AT_STAKE, NOT_A_REPORT
from summariser.stories.selection import reading_seconds_of, reading_seconds_total, select
from tests.summariser.pieces import NOON

SYLLABLES = ("ar", "bo", "ci", "da", "el", "fu")


def said(text: str) -> Sentence:
    return Sentence(text, (Citation("https://a.example/", text, "A"),))


def story(number: int, *, sentences: int = 4, words: int = 20, lede: bool = True) -> BriefStory:
    """A story like no other: its words carry its number."""
    name = "".join(SYLLABLES[int(digit, 36) % 6] for digit in f"{number:03}") + str(number)

    def line(part: int) -> Sentence:
        return said(" ".join(f"{name.lower()}{part}x{at}" for at in range(words)) + ".")

    told = [line(part) for part in range(sentences)]
    sections = {section: tuple(told[at::3]) for at, section in enumerate(SECTIONS)}
    return BriefStory(
        id=f"s{number}",
        slug=f"s{number}",
        headline=f"{name} opens plant{number} near harbour{number}",
        language="en",
        lede=line(99) if lede else None,
        sections=sections if lede else dict.fromkeys(SECTIONS, ()),
        topics=(),
        sources=(SourceLink("Fjord Post", "https://a.example/", NOON),),
        articles=(f"a{number}",),
        score=Score(30.0 - number, {}),
    )


def test_five_minutes_hold_eight_to_fifteen_stories_and_six_with_sections() -> None:
    """Enough of each story to be worth reading, enough stories to be a brief."""
    brief = select([story(number) for number in range(25)], language="en", minutes=5)
    assert 8 <= len(brief) <= 15
    assert sum(sum(1 for told in one.sections.values() if told) >= 2 for one in brief) >= 6


@pytest.mark.parametrize("minutes", [2, 5, 10])
def test_the_budget_is_used_and_never_exceeded(minutes: int) -> None:
    """Whatever there is to tell."""
    brief = select([story(number) for number in range(60)], language="en", minutes=minutes, limit=60)
    assert 0.75 * minutes * 60 < reading_seconds_total(brief, "en") <= minutes * 60


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(5, 45), st.booleans()), max_size=30), st.integers(1, 10))
def test_no_mixture_of_stories_exceeds_the_budget(shapes: list[tuple[int, int, bool]], minutes: int) -> None:
    """Long, short and one-line stories in any order."""
    stories = [story(at, sentences=count, words=words, lede=lede) for at, (count, words, lede) in enumerate(shapes)]
    brief = select(stories, language="en", minutes=minutes)
    assert reading_seconds_total(brief, "en") <= minutes * 60
    assert len(brief) <= 25


def test_stories_come_in_the_order_of_their_rank_told_or_not() -> None:
    """Big news of which only the headline is known stands where its rank puts it."""
    brief = select([story(0, lede=False), story(1), story(2, lede=False), story(3)], language="en", minutes=5)
    assert [one.id for one in brief] == ["s0", "s1", "s2", "s3"]


def test_a_long_story_loses_its_last_sentences_not_half_of_one() -> None:
    """What is left is what was told, whole."""
    long = replace(story(1, sentences=9, words=30), provenance=Provenance("m", "p", written=8, replaced=2))
    (brief,) = select([long], language="en", minutes=1)
    kept = {line.text for told in brief.sections.values() for line in told}
    assert kept < {line.text for told in long.sections.values() for line in told}
    for section in SECTIONS:
        assert brief.sections[section] == long.sections[section][: len(brief.sections[section])]
    assert brief.provenance
    assert brief.provenance.written + brief.provenance.replaced == len(kept) + 1


def test_what_is_dropped_of_the_sources_is_not_taken_from_what_the_model_wrote() -> None:
    """The page says how many of the sentences it shows are the model's."""
    own = replace(
        said("A sentence in the words of the model."), citations=(Citation("https://a.example", "Other words", "A"),)
    )
    long = replace(story(1, sentences=9, words=30), lede=own, provenance=Provenance("m", "p", written=1, replaced=9))
    (brief,) = select([long], language="en", minutes=1)
    assert brief.lede == own
    assert brief.provenance
    kept = sum(map(len, brief.sections.values()))
    assert (brief.provenance.written, brief.provenance.replaced) == (1, kept)


def test_a_lede_that_cannot_stand_alone_yields_to_the_event() -> None:
    """Where there is room for one sentence, it is the news."""
    news = said("Quillon started its robotaxi service in the cities of Orlando and Tampa on Tuesday.")
    long = replace(
        story(1, sentences=9, words=40), lede=said("It must be earnings day, because Quillon has an announcement.")
    )
    long = replace(long, sections={**long.sections, "what_happened": (news, *long.sections["what_happened"])})
    (brief,) = select([long], language="en", minutes=1, minimum=1, spent=35)
    assert (brief.lede, any(brief.sections.values())) == (news, False)


def test_one_event_is_told_once() -> None:
    """Two stories that share an article, or whose headlines or ledes say the same."""
    first = story(1)
    same_article = replace(story(2), articles=first.articles)
    same_headline = replace(story(3), headline=first.headline + " today")
    same_lede = replace(story(4), lede=first.lede)
    brief = select([first, same_article, same_headline, same_lede, story(5)], language="en", minutes=5)
    assert [one.id for one in brief] == ["s1", "s5"]


def test_a_strong_line_comes_before_a_weak_story() -> None:
    """After the first six, rank decides: the news of the day is not lost for want of a text."""
    told = [story(number) for number in range(8)]
    weak = [replace(one, score=Score(1.0, {})) for one in told[6:]]
    brief = select([*told[:6], story(20, lede=False), *weak], language="en", minutes=4)
    assert "s20" in {one.id for one in brief}


def test_single_lines_are_few_beside_told_stories() -> None:
    """A brief is not a list of links; where there is nothing else, it is better than nothing."""
    lines = [story(number, lede=False) for number in range(20)]
    told = [story(number) for number in range(20, 40)]
    assert sum(one.one_line for one in select(lines + told, language="en", minutes=5)) <= 8
    thin = select(lines + told[:2], language="en", minutes=5)  # time is left: rather short than padded
    assert sum(one.one_line for one in thin) == 8
    assert len(select(lines, language="en", minutes=5)) == 12


def test_what_is_no_news_gets_no_line() -> None:
    """A how-to of which only the title is known is not worth a reader's glance."""
    guide = replace(story(3, lede=False), score=Score(30.0, {NOT_A_REPORT: -5.0}))
    brief = select([story(1), guide, story(4, lede=False)], language="en", minutes=5)
    assert [one.id for one in brief] == ["s1", "s4"]


def test_a_minimum_of_stories_is_kept_by_their_headlines() -> None:
    """In one minute a long story does not push all others out."""
    brief = select([story(number, words=45) for number in range(8)], language="en", minutes=1)
    assert len(brief) >= 5


def test_every_shown_word_costs_time() -> None:
    """Headline, lede, sentences, section headings and the names of the sources."""
    full = story(1)
    bare = replace(full, lede=None, sections=dict.fromkeys(SECTIONS, ()), sources=())
    named = replace(bare, sources=full.sources)
    assert reading_seconds_of(bare, "en") < reading_seconds_of(named, "en") < reading_seconds_of(full, "en")


def test_nothing_to_choose_from_is_an_empty_brief() -> None:
    """No news is no error."""
    assert select([], language="ja", minutes=5) == ()


def test_stakes_order_what_is_told_and_what_is_a_line() -> None:
    """A feature comes after graver news of about its rank, a teasing headline after all lines, and what amuses is a line."""
    ranked = [story(number) for number in range(8)]
    ranked[2] = replace(ranked[2], score=Score(28.0, {AT_STAKE: -2.5}))
    ranked[3] = replace(ranked[3], score=Score(27.0, {AT_STAKE: -3.0}))
    teaser = replace(story(8, lede=False), headline="Why the harbour of Bergen is quiet")
    brief = select([*ranked, teaser, story(9, lede=False)], language="en", minutes=5)
    told = [one.id for one in brief if not one.one_line]
    assert told.index("s2") > told.index("s4")
    assert "s3" not in told
    lines = [one.id for one in brief if one.one_line]
    assert lines.index("s9") < lines.index("s8")


def test_a_brief_opens_with_what_it_can_tell_where_that_weighs_nearly_as_much() -> None:
    """Of two sources or more; a headline alone leads only when it outweighs the rest."""
    two = (SourceLink("Fjord Post", "https://a.example/", NOON), SourceLink("Herald", "https://b.example/", NOON))
    near = replace(story(2), sources=two)
    named = story(0, lede=False)
    assert select([named, story(1), near], language="en", minutes=5)[0].id == "s2"
    assert select([replace(named, score=Score(60.0, {})), near], language="en", minutes=5)[0].id == "s0"


def test_a_line_that_an_earlier_telling_holds_half_of_is_its_repeat() -> None:
    """One event under another newsroom's words."""
    told = replace(story(1), headline="Orbit admits that its robots broke into the port of Bergen")
    again = replace(story(2, lede=False), headline="Orbit robots broke loose in a trial, causing havoc in Bergen")
    other = replace(story(3, lede=False), headline="Orbit hires a chief of trade from a bank in Chile")
    assert [one.id for one in select([told, again, other], language="en", minutes=5)] == ["s1", "s3"]


def test_what_a_model_wrote_is_told_while_there_is_time_to_read_it() -> None:
    """The first stories first; where many share the minutes each keeps to its share, and nothing exceeds them."""
    made = Provenance("openai/m", "summary-1@0123456789", written=12)
    long = [replace(story(number, sentences=11), provenance=made) for number in range(20)]
    few = select(long[:3], language="en", minutes=5, minimum=3)
    assert [one.sections for one in few] == [one.sections for one in long[:3]]
    assert [one.provenance for one in few] == [made] * 3
    plain = select([replace(one, provenance=None) for one in long[:3]], language="en", minutes=5, minimum=3)
    assert reading_seconds_total(plain, "en") < reading_seconds_total(few, "en")
    many = select(long, language="en", minutes=5)
    assert len(many) >= 8
    assert reading_seconds_total(many, "en") <= 300
