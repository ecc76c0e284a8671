"""Which story of a brief a question in its thread is about."""

from dataclasses import replace

import pytest

from channels.slack.asking import story_meant
from tests.fakes.briefs import brief


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("how much is the copyright settlement?", "a"),
        ("the settlement?", "a"),
        ("What do judges in Pakistan clear?", "b"),
        ("how much per book?", None),
        ("when does it start?", None),
        ("why would Pakistan of all countries do this, and at what price?", "b"),
        ("パキスタン（Pakistan）の裁判所は何と言っている？", "b"),
        ("Why AI at all, and what will it change for everybody?", None),
    ],
)
def test_one_word_of_many_makes_no_story_meant(asked: str, meant: str | None) -> None:
    """It goes on from what was asked before instead."""
    one = brief().stories[0]
    stories = (
        replace(one, id="a", headline="Copyright settlement of $1.5B is approved"),
        replace(one, id="b", headline="AI helped judges in Pakistan clear backlogs at $38 per dollar"),
    )
    assert story_meant(asked, brief(*stories)) == meant
