"""How a brief was made is said under it on every channel: by which model, how much of it, and why not the rest."""

import json
from dataclasses import replace

import pytest

from channels.document.render import render_brief
from channels.line.render import brief_message
from channels.slack.render import SlackRenderer
from news.languages import LANGUAGES, Language
from news.making import made_line
from news.model import Brief, Edition
from news.phrases import phrase
from news.telling import Provenance
from tests.fakes.briefs import brief, told

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
