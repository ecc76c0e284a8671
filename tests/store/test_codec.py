"""A brief written as JSON is the same brief when read."""

import json
from datetime import UTC

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news.errors import StoreError
from news.languages import LANGUAGES
from news.model import (
    SECTIONS,
    Brief,
    BriefStory,
    Citation,
    Edition,
    FirstTelling,
    Score,
    Sentence,
    SourceLink,
    Watched,
)
from store.codec import decode_brief, encode_brief
from tests.store.samples import brief

texts = st.text(st.characters(codec="utf-8"), max_size=20)
moments = st.datetimes(timezones=st.just(UTC))
numbers = st.integers(0, 10_000)
names = st.lists(texts, max_size=3).map(tuple)
sentences = st.builds(Sentence, texts, st.lists(st.builds(Citation, texts, texts, texts), max_size=2).map(tuple))
floats = st.floats(allow_nan=False, allow_infinity=False)
watched = st.builds(Watched, texts, texts, texts, st.dates(), st.dates(), sentences, st.none() | sentences)
stories = st.builds(
    BriefStory,
    id=texts,
    slug=texts,
    headline=texts,
    language=st.sampled_from(LANGUAGES),
    lede=st.none() | sentences,
    sections=st.dictionaries(st.sampled_from(SECTIONS), st.lists(sentences, max_size=2).map(tuple)),
    topics=names,
    sources=st.lists(st.builds(SourceLink, texts, texts, moments), max_size=2).map(tuple),
    articles=names,
    score=st.builds(Score, floats, st.dictionaries(texts, floats, max_size=3)),
    update=st.booleans(),
    watched=st.none() | watched,
    first=st.none() | st.builds(FirstTelling, texts, texts),
)
briefs = st.builds(
    Brief,
    id=texts,
    edition=st.builds(Edition, st.sampled_from(LANGUAGES), numbers, names, texts),
    date=st.dates(),
    made=moments,
    reading_seconds=numbers,
    sample=st.booleans(),
    summariser=texts,
    stories=st.lists(stories, max_size=3).map(tuple),
    sources_read=numbers,
    sources_total=numbers,
    watched=st.lists(watched, max_size=2).map(tuple),
)


@given(briefs)
def test_a_brief_survives_json(one: Brief) -> None:
    """Whatever it says, in whatever language, to the last digit of a score."""
    assert decode_brief(json.loads(json.dumps(encode_brief(one)))) == one


def test_a_newer_form_is_refused() -> None:
    """Half-read would be worse than not read."""
    with pytest.raises(StoreError, match="b1: is stored in form 2"):
        decode_brief(encode_brief(brief()) | {"v": 2})


def test_a_brief_from_before_things_were_watched_is_still_read() -> None:
    """What an older program froze stays readable."""
    written = encode_brief(brief())
    del written["watched"], written["stories"][0]["watched"]
    assert decode_brief(written) == brief()
