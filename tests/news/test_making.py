"""How a brief was made is said under it on every channel: by which model, how much of it, and why not the rest."""

import json
import re
from dataclasses import replace
from html import unescape

import pytest

from channels.document.render import render_brief
from channels.line.render import brief_message
from channels.slack.render import SlackRenderer
from news.languages import LANGUAGES, Language
from news.making import how_of_story, made_line, made_of_story, written_line
from news.model import Brief, Edition
from news.payload import brief_payload
from news.phrases import counted, phrase
from news.telling import Provenance, Wrong
from tests.fakes.briefs import brief, headline_only, said, told

BY_MODEL = Provenance("openai/gpt-4o-mini", "summary-1@0123456789", written=4)
FAILED = Provenance("extractive-1", note="time")


def made(language: Language, *provenance: Provenance | None) -> Brief:
    stories = [told(f"s{at}", provenance=one) for at, one in enumerate(provenance)]
    summariser = next((one.summariser for one in provenance if one and one.prompt), "extractive-1")
    return brief(*stories, edition=Edition(language, 5), summariser=summariser)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_channel_says_how_much_a_model_wrote_and_why_not_the_rest(language: Language) -> None:
    """Whole, in part and not at all; without a model at work no reason is given."""
    why = phrase(language, "why_not.time")
    partly, none = made(language, BY_MODEL, FAILED, FAILED), made(language, FAILED, FAILED)
    for wording in ("brief", "chat"):
        lines = [made_line(one, wording) for one in (partly, none)]  # type: ignore[arg-type]
        assert all(why in line for line in lines)
        assert "gpt-4o-mini" in lines[0]
        assert "2" in lines[0]
        assert "3" in lines[0]
        assert "gpt-4o-mini" not in lines[1]
        whole, plain = (made_line(one, wording) for one in (made(language, BY_MODEL), made(language, None)))  # type: ignore[arg-type]
        assert why not in whole + plain
        assert "gpt-4o-mini" in whole
    for one in (partly, none):
        assert why in json.dumps(brief_message(one, base_url=""), ensure_ascii=False)
        assert any(why in json.dumps(post.body, ensure_ascii=False) for post in SlackRenderer().brief(one))
        assert why in render_brief(one, "html")


def test_a_models_name_is_one_short_line() -> None:
    """Settings are typed by people."""
    line = made_line(replace(made("en", BY_MODEL), summariser="m\n<b>" + "x" * 500))
    assert "\n" not in line
    assert len(line) < 250


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_edition_of_headlines_promises_no_quoted_sentences(language: Language) -> None:
    """One quoted sentence anywhere makes it an edition of sentences again."""
    full = made(language, None, None)
    bare = replace(full, stories=tuple(replace(s, lede=None, sections={}, watched=None) for s in full.stories))
    for wording in ("brief", "chat"):
        sentences, headlines = (phrase(language, f"{wording}.made_from_{what}") for what in ("sentences", "headlines"))
        assert made_line(bare, wording) == headlines  # type: ignore[arg-type]
        assert made_line(replace(bare, stories=(*bare.stories, full.stories[0])), wording) == sentences  # type: ignore[arg-type]


def shown(one: Brief) -> dict[str, str]:
    """The edition on every channel, as plain as it can be searched."""
    slack = [post.body for post in SlackRenderer().brief(one)]
    documents = {form: unescape(render_brief(one, form)) for form in ("html", "markdown", "text")}
    sent = {"line": brief_message(one, base_url=""), "slack": slack}
    return documents | {name: json.dumps(message, ensure_ascii=False) for name, message in sent.items()}


def plain(text: str) -> str:
    """Without line breaks and what Markdown and JSON put before signs."""
    return re.sub(r"[\s\\]+", "", text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_channel_says_how_many_translations_could_not_be_confirmed(language: Language) -> None:
    """Where sentences stand beside their original, nobody is told that each of them holds; without any nothing is said."""
    unclear = told(provenance=BY_MODEL, lede=replace(said("“Orbit did not comment.” (…)"), checked=False))
    edition = replace(made(language, BY_MODEL), stories=(unclear, told("s2", provenance=BY_MODEL)))
    words = counted(language, "unconfirmed", 1)
    for channel, text in shown(edition).items():
        assert plain(words) in plain(text), channel
    assert words in written_line(unclear, language)
    assert words not in made_line(made(language, BY_MODEL))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_channel_shows_the_title_that_a_headline_translates(language: Language) -> None:
    """Of a story told in full, and of one known by its title alone, of which the page says so."""
    of_title = replace(BY_MODEL, prompt="headline-1@0123456789")
    line = headline_only(
        language=language, headline="Orbit 公開", original=said("Orbit opens its vault"), provenance=of_title
    )
    full = told(language=language, headline="軌道", original=said("Orbit tests a lander"), provenance=BY_MODEL)
    edition = replace(made(language, BY_MODEL), stories=(full, line))
    for channel, text in shown(edition).items():
        for title in ("Orbit opens its vault", "Orbit tests a lander"):
            assert plain(phrase(language, "brief.original_title", original=title)) in plain(text), (channel, title)
    assert phrase(language, "brief.title_only") not in written_line(full, language)
    assert phrase(language, "brief.title_only") in written_line(line, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_says_which_model_was_asked_in_vain_and_what_that_cost(language: Language) -> None:
    """With what was wrong; and of what was written, why sentences were replaced."""
    failed = Provenance(
        "extractive-1", note="ungrounded", cost=0.0123, faults=("name",), tried="openai/gpt-4o-mini, summary-1@01"
    )
    line = written_line(told(provenance=failed), language)
    for words in ("openai/gpt-4o-mini, summary-1@01", "$0.0123", phrase(language, "faults.name")):
        assert words in line
    mended = written_line(told(provenance=replace(BY_MODEL, replaced=1, faults=("number", "sense"))), language)
    assert phrase(language, "faults.number") in mended
    assert phrase(language, "faults.sense") in mended
    assert "$" not in written_line(told(provenance=replace(failed, priced=False)), language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_storys_page_names_no_model_that_did_not_write_it(language: Language) -> None:
    """A line without provenance is its source's title; a telling without one is in its sources' sentences."""
    written = made_of_story(told("s1", provenance=BY_MODEL), language)
    assert "gpt-4o-mini" in written
    assert made_of_story(headline_only("s2"), language) == phrase(language, "brief.made_from_title")
    assert made_of_story(told("s3"), language) == phrase(language, "brief.made_from_sentences")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_channel_says_which_checks_and_which_stories_are_missing_and_why(language: Language) -> None:
    """With how many, though nothing else went wrong; several reasons each with its number. JSON has the same."""
    missed = replace(BY_MODEL, unlooked=3, unlooked_note="unavailable")
    one = replace(made(language, BY_MODEL, missed), left_out=("budget", "budget", "time"))
    down = counted(language, "unlooked", 3, note=phrase(language, "why_not.unavailable"))
    for channel, text in shown(one).items():
        assert plain(down) in plain(text), channel
        for note, n in (("budget", 2), ("time", 1)):
            words = phrase(language, "brief.times", note=phrase(language, f"why_not.{note}"), n=n)
            assert plain(words) in plain(text), channel
    told_why = brief_payload(one)
    assert (told_why["why_not"], told_why["left_out"]) == ("budget", 3)
    assert told_why["left_out_why"] == {"budget": 2, "time": 1}
    assert (told_why["second_looks_missed"], told_why["second_looks_missed_why"]) == (3, "unavailable")
    assert brief_payload(replace(one, left_out=()))["why_not"] == "unlooked"
    single = counted(language, "left_out", 1, note=phrase(language, "why_not.budget"))
    assert single in made_line(replace(one, left_out=("budget",)))
    assert down in written_line(one.stories[1], language)
    assert down in how_of_story(one.stories[1], language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_story_without_a_checked_sentence_of_a_models_is_not_written_by_it(language: Language) -> None:
    """It counts with those in the sources' own sentences; of a headline or a marked translation alone the page says so."""
    beside = replace(BY_MODEL, written=0, replaced=4)
    edition = replace(made(language, beside), stories=(told("s1", provenance=beside), told("s2", provenance=beside)))
    assert brief_payload(edition)["written_by_model"] == 0
    words = phrase(language, "brief.made_beside_model", summariser=BY_MODEL.summariser)
    assert words in made_line(edition)
    assert words in made_of_story(edition.stories[0], language)
    assert brief_payload(made(language, BY_MODEL, beside))["written_by_model"] == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_says_which_sentence_was_wrong(language: Language) -> None:
    """By the part of the story and its place there, each kind once."""
    wrong = (Wrong("headline", 0, "name"), Wrong("what_happened", 2, "name"), Wrong("lede", 0, "number"))
    line = written_line(
        told(provenance=replace(BY_MODEL, replaced=1, faults=("name", "number"), wrong=wrong)), language
    )
    place = phrase(language, "brief.place", part=phrase(language, "sections.what_happened"), n=2)
    for words in (place, phrase(language, "brief.part_headline"), phrase(language, "brief.part_lede")):
        assert words in line
    assert line.count(phrase(language, "faults.name")) == 1
    assert counted(language, "replaced", 1) in line


def test_one_is_no_plural() -> None:
    line = written_line(told(provenance=replace(BY_MODEL, written=1, replaced=1)), "en")
    assert "1 sentence written and checked, 1 replaced by a source sentence" in line
