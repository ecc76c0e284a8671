"""What a telling in one language may say of a quote in another."""

import pytest

from news.languages import Language
from summariser.checking.crossing import cross
from summariser.words.quantities import quantities, unfounded

QUOTE = "Microsoft acquired the French startup Mistral for $9 billion in July"
TRUE: dict[Language, str] = {
    "ja": "マイクロソフトは7月、フランスのスタートアップMistralを90億ドルで買収した。",
    "zh-Hant": "微軟7月以90億美元收購法國新創公司Mistral。",
    "zh-Hans": "微软7月以90亿美元收购法国初创公司Mistral。",
    "ko": "마이크로소프트는 7월 프랑스 스타트업 Mistral을 90억 달러에 인수했다.",
    "th": "ไมโครซอฟท์เข้าซื้อ Mistral สตาร์ทอัพฝรั่งเศสด้วยมูลค่า 9 พันล้านดอลลาร์ในเดือนกรกฎาคม",
}
FALSE: list[tuple[Language, str, str]] = [
    ("ja", "マイクロソフトは7月、フランスのスタートアップMistralを80億ドルで買収した。", "number"),
    ("ja", "マイクロソフトは8月、フランスのスタートアップMistralを90億ドルで買収した。", "month"),
    ("ja", "グーグルは7月、フランスのスタートアップMistralを90億ドルで買収した。", "name google"),
    ("ja", "マイクロソフトは7月、フランスのスタートアップMistralを90億ドルで買収しなかった。", "negation"),
    ("ja", "マイクロソフトは7月、フランスのスタートアップMistralを90億ドルで売却した。", "negation or direction"),
    ("ja", "Mistralは7月、マイクロソフトを90億ドルで買収した。", "mistral/microsoft"),
    ("ja", "マイクロソフトは7月、Mistralに90億ドルで買収された。", "microsoft/mistral"),
    ("zh-Hant", "Mistral 7月以90億美元收購微軟。", "mistral/microsoft"),
    ("ko", "Mistral은 7월 마이크로소프트를 90억 달러에 인수했다.", "mistral/microsoft"),
    ("th", "Mistral เข้าซื้อไมโครซอฟท์ด้วยมูลค่า 9 พันล้านดอลลาร์ในเดือนกรกฎาคม", "mistral/microsoft"),
    ("ja", "マイクロソフトは世界最大級のソフトウエア企業の一つである。", "tells little"),
]


@pytest.mark.parametrize("language", TRUE)
def test_a_true_translation_passes(language: Language) -> None:
    """Names in their known spellings, sums and months in the reader's way."""
    found = cross(TRUE[language], language, QUOTE, "en")
    assert found.faults == ()
    assert found.checked
    assert cross(QUOTE + ".", "en", TRUE[language], language).faults == ()


@pytest.mark.parametrize(("language", "told", "fault"), FALSE)
def test_a_false_one_does_not(language: Language, told: str, fault: str) -> None:
    """A changed number, month, name, part, negation or direction, and what the quote does not speak of."""
    found = cross(told, language, QUOTE, "en")
    assert any(one.startswith(fault) for one in (*found.faults, *found.doubts))
    assert found.faults or fault == "tells little"


def test_a_passive_is_the_same_event() -> None:
    """The order of names turns with the voice."""
    assert cross("Mistralは7月、マイクロソフトに90億ドルで買収された。", "ja", QUOTE, "en").faults == ()


def test_a_verb_that_negates_leaves_the_polarity_open() -> None:
    """ "Refused to comment" may be a true "did not comment", or not: words cannot tell."""
    found = cross("OpenAIはコメントを拒否した。", "ja", "OpenAI did not comment", "en")
    assert (found.faults, found.checked) == ((), False)


@pytest.mark.parametrize(
    "text", ["$1.5 billion in July 2026", "2026年7月、15億ドル", "2026년 7월 15억 달러", "1,500 ล้านดอลลาร์ ในเดือนกรกฎาคม 2569", "二〇二六年7月，15亿美元"]
)  # fmt: skip
def test_amounts_and_dates_are_one_in_every_language(text: str) -> None:
    """Scales, numerals and the Buddhist year."""
    found = quantities(text)
    assert found.stated == {"1500000000", "2026"}
    assert found.months == {7}


def test_what_a_source_says_in_words_may_be_told_in_digits() -> None:
    """And vague numbers are none."""
    assert (
        list(
            unfounded(
                quantities("両社は2年で3カ所、数百万人に提供"),
                quantities("Both firms serve millions in three places, two years on"),
            )
        )
        == []
    )
    assert list(unfounded(quantities("4カ所"), quantities("three places"))) == ["number 4"]


TITLE = "OpenAI acquired Quillon for $9 billion in July"


@pytest.mark.parametrize(
    ("language", "told", "quote", "spoken"),
    [
        ("ja", "Quillonは木曜日、モデルOrbit 3を公開した。", "OpenAI released Orbit 3, a model, on Thursday.", "en"),
        ("ko", "OpenAI는 목요일 모델 Orbit 3을 공개했다.", "Quillon released Orbit 3, a model, on Thursday.", "en"),
        ("en", "Zephyra released the model Orbit 3 on Thursday.", "OpenAIは木曜日、モデルOrbit 3を公開した。", "ja"),
        (
            "ja",
            "サム・アルトマン氏は、Quillonが7カ所を開設すると述べた。",
            "Sam Altman said OpenAI will open 7 sites.",
            "en",
        ),
        (
            "ja",
            "サム・アルトマン氏は、OpenAIが7カ所を開設すると述べた。",
            "Sam Altman said Quillon will open 7 sites.",
            "en",
        ),
    ],
    ids=["for a name", "for a first word", "as a first word", "beside its head", "for a stranger"],
)
def test_a_name_of_the_title_never_takes_the_place_of_one_that_is_quoted(
    language: Language, told: str, quote: str, spoken: Language
) -> None:
    """Both are names of the story, and only one of them did it."""
    assert any(fault.startswith("name") for fault in cross(told, language, quote, spoken, context=TITLE).faults)


def test_a_name_of_the_title_may_stand_for_the_company() -> None:
    """Which the quote does not name."""
    told = "OpenAIは木曜日、モデルOrbit 3を公開した。"
    assert cross(told, "ja", "The company released Orbit 3, a model, on Thursday.", "en", context=TITLE).faults == ()


@pytest.mark.parametrize(
    ("language", "told", "quote", "spoken", "fine"),
    [
        ("ja", "シュルマン（Schulman）は7月に120人を採用した。", "Schulman hired 120 people in July.", "en", True),
        ("en", "In July, Gomery (ゴメリー) hired 120 people.", "ゴメリー氏は7月、120人を採用した。", "ja", True),
        ("en", "Gomery (ゴメリー) hired 120 people in July.", "ゴメリー氏は7月、120人を採用した。", "ja", True),
        ("en", "In July, ゴメリー hired 120 people.", "ゴメリー氏は7月、120人を採用した。", "ja", True),
        ("en", "In July, シュルマン hired 120 people.", "ゴメリー氏は7月、120人を採用した。", "ja", False),
        ("en", "In July, Gomery hired 120 people.", "ゴメリー氏は7月、120人を採用した。", "ja", False),
        ("en", "In July, Gomery (シュルマン) hired 120 people.", "ゴメリー氏は7月、120人を採用した。", "ja", False),
    ],
)
def test_a_transliterated_name_needs_its_original_behind_it(
    language: Language, told: str, quote: str, spoken: Language, fine: bool
) -> None:
    """Which no table has to know; without it the name may be the same, and may not."""
    found = cross(told, language, quote, spoken)
    assert (found.faults == () and found.doubts == ()) is fine


@pytest.mark.parametrize(
    ("language", "told", "quote"),
    [
        ("zh-Hans", "Tokka的债务在4年内增至八倍。", "Tokka's debt swelled eightfold within 4 years."),
        ("ko", "Mirelle는 Tokka의 회사 Quillon이 만들었다.", "Mirelle was built by Tokka's company Quillon."),
        ("th", "รถไร้คนขับของ Tokka ให้บริการใน 2025", "Tokka's driverless cars served riders in 2025."),
        ("ja", "MirelleはQuillonの競合で、Tokkaが運営する。", "A rival to Quillon, Mirelle is run by Tokka."),
        ("zh-Hans", "OpenAI7月聘请了300人。", "OpenAI hired 300 people in July."),
        ("zh-Hant", "據404 Media報導，Suno遭駭客入侵。", "Suno was hacked, according to a report from 404 Media."),
        ("ko", "일본 정부는 5년간 1조 엔을 투입한다.", "Tokyo will spend 1 trillion yen over five years."),
        (
            "zh-Hans",
            "《Nightborne》由字节跳动的Seedance 2.0生成。",
            "Nightborne was made with ByteDance's Seedance 2.0.",
        ),
        ("ja", "OrbixはLuma、Tern、Quayの3社を買収した。", "Orbix bought Luma, Tern and Quay."),
        ("ko", "애플렉은 3월에 성명을 냈다.", "Affleck made a statement in March."),
        ("ko", "주당 1만1000~1만8000대가 팔렸다.", "It sold 11,000 to 18,000 a week."),
    ],
)
def test_what_languages_say_in_another_way_is_not_refused(language: Language, told: str, quote: str) -> None:
    """A multiple in one word, an object named first, "-less", who reports, a month behind a Latin name, a capital for its country, 由 for
    the means, a count of what is listed, a name in a name, a range."""
    assert cross(told, language, quote, "en").faults == ()
