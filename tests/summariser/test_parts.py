"""Who somebody is may stand before the name in one language and behind it in another; who does what to whom may not change places."""

from datetime import date

import pytest

from news.languages import Language
from summariser.checking.claims import judge
from summariser.checking.prompting import Material
from summariser.checking.replies import Claim, Support

QUOTE = "Jeremy Nixon, a former Google Brain researcher, sued Orbix last year."


@pytest.mark.parametrize(
    ("told", "language", "exchanged"),
    [
        ("元Google Brain研究者のJeremy Nixonは昨年Orbixを提訴した。", "ja", False),
        ("前Google Brain研究员Jeremy Nixon去年起诉了Orbix。", "zh-Hans", False),
        ("전 구글 브레인 연구원 Jeremy Nixon은 지난해 Orbix를 고소했다.", "ko", False),
        ("Googleは昨年Jeremy Nixonを提訴した。", "ja", True),
        ("GoogleがJeremy Nixonを昨年提訴した。", "ja", True),
        ("Orbixは昨年、元Google Brain研究者のJeremy Nixonを提訴した。", "ja", True),
        ("구글은 지난해 Jeremy Nixon을 고소했다.", "ko", True),
    ],
)
def test_who_somebody_is_may_stand_before_the_name(told: str, language: Language, exchanged: bool) -> None:
    """Among more than two names it is a question either way; of two that do each other's deed the second look is told nothing else."""
    shown = Material("A1", "https://x.example/1", "Tide", "Orbix", QUOTE, "en", date(2026, 7, 20))
    found = judge(Claim(told, (Support("A1", QUOTE),)), {"A1": shown}, language)
    assert found.standing in ("grey", "unchecked")
    assert any("/" in fault for fault in found.faults) is exchanged
