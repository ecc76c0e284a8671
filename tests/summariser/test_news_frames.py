"""What only asks for news is taken off a question; what asks something else stays."""

from datetime import date

import pytest

from news.asking import Intent
from summariser.asking.fields import field_of
from summariser.asking.news_frames import unframed
from summariser.asking.understanding import understand


@pytest.mark.parametrize(
    ("question", "subject"),
    [
        ("anything big at Quillon", "Quillon"),
        ("is there anything new about data centers", "data centers"),
        ("what's Orbita been up to lately?", "Orbita"),
        ("Quillonまわりで何があった？", "Quillon"),
        ("한빛 쪽 뉴스 뭐 나왔나", "한빛"),
        ("輝達最近有什麼大事？", "輝達"),
        ("ข่าวล่าสุดของ Orbita มีอะไรบ้าง", "Orbita"),
        ("มีข่าว AI อะไรเกี่ยวกับ Orbita บ้าง", "Orbita"),
        ("who sued Quillon", None),
        ("when is the next Quillon update", None),
    ],
)
def test_the_subject_is_what_is_left(question: str, subject: str | None) -> None:
    assert unframed(question) == subject


@pytest.mark.parametrize(
    ("question", "intent"),
    [
        ("anything new with robotaxis?", Intent.WHATS_NEW),
        ("ai copyright lawsuits, whats new", Intent.WHATS_NEW),
        ("生成AIの著作権", Intent.WHATS_NEW),
        ("anything big at OpenAI since the weekend?", Intent.WHATS_NEW),
        ("who won the copyright lawsuit", Intent.FACT),
        ("how many data centers does Meta have?", Intent.FACT),
    ],
)
def test_a_field_or_a_name_and_no_more_is_asked_for_its_news(question: str, intent: Intent) -> None:
    assert understand(question, today=date(2026, 7, 17)).intent is intent


def test_days_of_a_weekend_are_a_span_and_since_it_is_open() -> None:
    both = understand("what did I miss Saturday and Sunday", today=date(2026, 7, 15)).span
    since = understand("what is new since the weekend", today=date(2026, 7, 15)).span
    assert (both and (both.start, both.end)) == (date(2026, 7, 11), date(2026, 7, 13))
    assert (since and (since.start, since.end)) == (date(2026, 7, 11), None)


@pytest.mark.parametrize("title", ["유럽연합, AI법 시행", "EU、AI規制法を施行", "The EU's AI Act comes into force"])
def test_a_public_body_is_known_in_every_language(title: str) -> None:
    field = field_of("EU AI Act")
    assert field
    assert field.holds(title)
    assert not field.holds(title.replace("EU", "UK").replace("유럽연합", "영국"))
