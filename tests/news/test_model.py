"""What the nouns say of themselves."""

from datetime import UTC, date, datetime

from news.model import SECTIONS, Brief, BriefStory, Citation, Edition, Score, Sentence, SourceLink

AT = datetime(2026, 3, 4, tzinfo=UTC)


def story(name: str, *, told: bool = False, sources: int = 5) -> BriefStory:
    lede = Sentence("Said.", (Citation("https://a.example/", "Said.", "A"),)) if told else None
    return BriefStory(
        id=name, slug=name, headline=name, language="en", lede=lede, sections=dict.fromkeys(SECTIONS, ()), topics=(),
        sources=tuple(SourceLink(f"Source {n}", f"https://{n}.example/", AT) for n in range(sources)), articles=(name,), score=Score(1.0, {}),
    )  # fmt: skip


def brief(*stories: BriefStory) -> Brief:
    return Brief(
        id="b", edition=Edition("en", 5), date=date(2026, 3, 4), made=datetime(2026, 3, 4, tzinfo=UTC), reading_seconds=60,
        sample=False, summariser="extractive", stories=stories, sources_read=1, sources_total=1,
    )  # fmt: skip


def test_the_biggest_news_leads_though_only_its_headline_is_known() -> None:
    """What many report and ranks above every told story, three at most, stands above them; other lines follow at the end."""
    found = brief(story("a"), story("b", told=True), story("c"), story("d", told=True))
    assert [one.id for one in found.headed] == ["a", "b", "d"]
    assert [one.id for one in found.as_shown] == ["a", "b", "d", "c"]
    many = brief(*(story(name) for name in "abcd"), story("e", told=True))
    assert [one.id for one in many.as_shown] == ["a", "b", "c", "e", "d"]
    few = brief(story("a", sources=3), story("b", told=True))
    assert [one.id for one in few.as_shown] == ["b", "a"]


def test_where_nothing_is_told_all_are_lines() -> None:
    """A list of headlines needs no places of honour."""
    assert brief(story("a"), story("b")).headed == ()
