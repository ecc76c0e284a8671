"""Where a story was told first."""

from dataclasses import replace
from datetime import date, timedelta

from bot.newsroom.making.tellings import first_telling, first_tellings, what_is_new
from news.model import Article, Citation, FirstTelling, Sentence, Summary
from tests.fakes.briefs import brief, told
from tests.store.samples import article

DAY = date(2026, 7, 14)


def articles(*ids: str) -> list[Article]:
    return [replace(article("x"), id=id) for id in ids]


def test_the_oldest_edition_that_told_any_of_its_articles() -> None:
    """Whatever headline it has by now, and whatever it was merged into."""
    first = brief(told("s1", headline="Orbit plans a model", articles=("a1",)), id="b1", date=DAY)
    second = brief(told("s2", headline="Orbit waits", articles=("a1", "a2")), id="b2", date=DAY + timedelta(days=1))
    known = first_tellings([second, first])
    assert first_telling(articles("a9", "a1"), known) == FirstTelling("b1", "Orbit plans a model")
    assert first_telling(articles("a2"), known) == FirstTelling("b2", "Orbit waits")
    assert first_telling(articles("a9"), known) is None


def test_an_edition_that_is_forgotten_is_known_by_the_next_one() -> None:
    """What an update was told after stays its first telling."""
    one = told("s1", articles=("a1",), update=True, first=FirstTelling("b0", "Orbit plans a model"))
    known = first_tellings([brief(one, id="b8", date=DAY)])
    assert first_telling(articles("a1"), known) == FirstTelling("b0", "Orbit plans a model")


def said(text: str) -> Sentence:
    return Sentence(text, (Citation("https://a.example/", text, "A"),))


def test_an_update_opens_with_what_is_new() -> None:
    """Not with the headline that was told; without a lede when the rest cannot open a story."""
    known, more = (
        said("On Monday a judge approved the Orbit settlement."),
        said("Judge Ada Quill gives each author $3,000."),
    )
    first = FirstTelling("b1", "Orbit settlement approved by judge")
    sections = {"what_happened": (), "why_it_matters": (), "what_to_watch": (more,)}
    summary = Summary("s1", "en", "Orbit pays", known, sections, "extractive-1", ("a1",))  # type: ignore[arg-type]
    assert what_is_new(summary, None) == summary
    new = what_is_new(summary, first)
    assert new.lede == more
    assert not any(new.sections.values())
    leaning = replace(
        summary, sections={**summary.sections, "what_to_watch": (said("The ruling ends a case on books."),)}
    )
    assert what_is_new(leaning, first).lede is None


def test_an_update_is_not_what_the_articles_told_before_had_said() -> None:
    """One firm of a group that won is no second winner."""
    lede = said("청솔은 농림부의 '하늘 농업 플랫폼' 사업자로 최종 선정됐다고 28일 밝혔다.")
    sections = {"what_happened": (), "why_it_matters": (), "what_to_watch": ()}
    summary = Summary("s1", "ko", "청솔, 사업자로 선정", lede, sections, "extractive-1", ("a2",))  # type: ignore[arg-type]
    words = "농림부는 27일 '하늘 농업 플랫폼' 사업자로 바람군 컨소시엄을 최종 선정했다고 밝혔다. 컨소시엄 대표 기업 청솔은 농기계를 만든다."
    told_before = replace(article("x"), title="하늘 농업 플랫폼 사업자에 바람군 컨소시엄", text=words, language="ko")
    first = FirstTelling("b1", "바람군이 플랫폼을 맡는다")
    assert what_is_new(summary, first, [told_before]).lede is None
    assert what_is_new(summary, first, [replace(told_before, text="", title="바람군")]).lede == lede


def test_a_new_step_may_name_what_it_is_about() -> None:
    """It says half of it for the first time; the first event in other words does not."""
    first = FirstTelling("b1", "OpenAI buys chip designer Quillon for $2 billion")
    before = replace(
        article("x"),
        title=first.headline,
        text="OpenAI has agreed to buy the chip designer Quillon for $2 billion in stock.",
    )
    sections = {"what_happened": (), "why_it_matters": (), "what_to_watch": ()}

    def left(text: str) -> Sentence | None:
        summary = Summary("s1", "en", "Quillon", said(text), sections, "extractive-1", ("a2",))  # type: ignore[arg-type]
        return what_is_new(summary, first, [before]).lede

    step = "The Federal Trade Commission opened a review of OpenAI's $2 billion purchase of the chip designer Quillon."
    assert left(step) == said(step)
    assert left("OpenAI is to buy Quillon, a designer of chips, for $2 billion in stock.") is None
