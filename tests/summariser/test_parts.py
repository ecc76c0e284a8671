"""Who somebody is may stand before the name in one language and behind it in another; who does what to whom may not change places."""

from datetime import date

import pytest

from news.languages import Language
from summariser.claims import judge
from summariser.prompting import Material
from summariser.replies import Claim, Support

QUOTE = "Jeremy Nixon, a former Google Brain researcher, sued Orbix last year."


@pytest.mark.parametrize(
    ("told", "language", "standing"),
    [
        ("元Google Brain研究者のJeremy Nixonは昨年Orbixを提訴した。", "ja", "grey"),
        ("前Google Brain研究员Jeremy Nixon去年起诉了Orbix。", "zh-Hans", "grey"),
        ("전 구글 브레인 연구원 Jeremy Nixon은 지난해 Orbix를 고소했다.", "ko", "grey"),
        ("Googleは昨年Jeremy Nixonを提訴した。", "ja", "bad"),
        ("GoogleがJeremy Nixonを昨年提訴した。", "ja", "bad"),
        ("Orbixは昨年、元Google Brain研究者のJeremy Nixonを提訴した。", "ja", "bad"),
        ("구글은 지난해 Jeremy Nixon을 고소했다.", "ko", "bad"),
    ],
)
def test_who_somebody_is_may_stand_before_the_name(told: str, language: Language, standing: str) -> None:
    """It is asked about; a name that does another's deed is refused."""
    shown = Material("A1", "https://x.example/1", "Tide", "Orbix", QUOTE, "en", date(2026, 7, 20))
    assert judge(Claim(told, (Support("A1", QUOTE),)), {"A1": shown}, language).standing == standing
