"""How much an event matters by what is done in it, and which are shown to whom."""

import pytest

from news.languages import Language
from summariser.stories.newslines import Event, Line, events_in, line_in, same_matter
from summariser.stories.weighing import chosen, stake_in, weigh
from tests.bot.shelf import NOON, an_article


def a_line(title: str, language: Language = "en", source: str = "s") -> Line:
    return Line(an_article(title, "", title=title, language=language, source=source, source_name=source), title)


def weight(*titles: str, language: Language = "en") -> float:
    return weigh(Event([a_line(one, language, f"s{n}") for n, one in enumerate(titles)]), None, now=NOON)


@pytest.mark.parametrize(
    ("heavy", "light"),
    [
        ("OpenAI sued over AI training", "OpenAI partners with a bakery on AI"),
        ("ศาลสั่งปรับ OpenAI เรื่อง AI", "OpenAI ร่วมมือกับร้านเบเกอรี่ด้าน AI"),
        ("오픈AI, 저작권 침해로 피소…AI 소송", "오픈AI, 빵집과 AI 업무협약"),
        ("OpenAI被控侵权，遭作家起诉", "OpenAI与面包店签署战略合作"),
    ],
)
def test_what_binds_or_harms_weighs_more_than_what_two_firms_agree(heavy: str, light: str) -> None:
    assert stake_in(heavy) > stake_in(light)


def test_a_release_that_one_country_reprints_is_heard_as_a_few() -> None:
    reprints = [f"한빛 {n}, 학교에 AI 일기 지원" for n in range(16)]
    assert weight(*reprints, language="ko") < weight("OpenAI model hacked a bank", "OpenAI's AI hacked bank in test")


def test_a_sentence_of_a_text_is_shown_only_where_headlines_are_few() -> None:
    torn = Event([Line(a_line("The chip, dubbed Frozen, is due").article, "The chip is due", heads=False)])
    whole = [Event([a_line(f"OpenAI opens office {n}")]) for n in range(3)]
    for one in (torn, *whole):
        one.score = 5.0
    assert torn not in chosen([torn, *whole], ["en"])
    assert torn in chosen([torn, *whole[:2]], ["en"])


def test_what_only_another_language_tells_is_shown_where_the_reader_s_own_tells_little_or_many_report_it() -> None:
    own = [Event([a_line(f"OpenAI opens office {n}")]) for n in range(7)]
    abroad = Event([a_line("오픈AI, AI 소송 패소", "ko")])
    for one in own:
        one.score = 3.0
    abroad.score = 9.0
    assert abroad not in chosen([*own, abroad], ["en"])
    assert abroad in chosen([*own[:4], abroad], ["en"])
    abroad.told_by = {"ko": frozenset("abcdefghi")}
    assert chosen([*own, abroad], ["en"])[0] is abroad


def test_reports_of_a_field_are_one_event_where_they_say_the_same_of_the_same() -> None:
    titles = (
        "Waymo pauses robotaxi rides in flooded Atlanta",
        "Flooded Atlanta streets make Waymo pause its robotaxis",
        "Zoox recalls its robotaxis over smoke",
    )
    lines = [line for n, one in enumerate(titles) if (line := line_in(a_line(one, source=f"s{n}").article, bool))]
    assert len(events_in(lines, lambda _: frozenset({"robotaxi"}))) == 2


def test_one_body_s_rule_is_one_matter_in_two_languages() -> None:
    english = a_line("European Union makes AI labels mandatory by law")
    korean = a_line("유럽연합, AI 표시 의무 법안 시행", "ko")
    assert same_matter(english, korean)
    assert not same_matter(english, a_line("미국 정부, AI 수출 규제", "ko"))
