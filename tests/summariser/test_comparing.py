"""Comparisons: who is compared, by what, and which sentences say the same kind of thing of each."""

from datetime import UTC, datetime

import pytest

from news.asking import Passage
from news.languages import Language
from summariser.answering.aspects import Wanted, told_in, wanted_in
from summariser.answering.comparable import candidates
from summariser.answering.comparing import Compared, compared
from summariser.asking.sides import whose
from summariser.asking.sides_asked import sides_of
from summariser.asking.understanding import understand

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


def compare(text: str, reports: list[Passage]) -> Compared:
    sides = sides_of(text, compares=True)
    wanted = wanted_in(text, sides)
    return compared(candidates(reports, sides, wanted, "en", NOON), sides, wanted)


def report(title: str, text: str = "", language: Language = "en") -> Passage:
    url = f"https://example.org/{title}"
    return Passage(url, None, "Wire", url, title, text or title, language, NOON, 1.0)


@pytest.mark.parametrize(
    ("text", "compares", "labels"),
    [
        ("Compare Gemini 3.6 Flash and 3.5 Flash-Lite", True, ["Gemini 3.6 Flash", "Gemini 3.5 Flash-Lite"]),
        ("Which is cheaper, GPT-5.6 or Claude?", False, ["GPT-5.6", "Claude"]),
        ("Orbita and Quellix: how much did each raise?", False, ["Orbita", "Quellix"]),
        ("OrbitaとQuellixの調達額", False, ["Orbita", "Quellix"]),
        ("比较Kimi K3和Claude", True, ["Kimi K3", "Claude"]),
        ("카카오와 네이버를 비교해줘", True, ["카카오", "네이버"]),
        ("로타와 디윅스를 비교해줘", True, ["로타", "디윅스"]),
        ("เปรียบเทียบ OpenAI กับ Anthropic", True, ["OpenAI", "Anthropic"]),
        ("How much did Microsoft and Mistral agree on?", False, []),
        ("How many people died in Turkey and Syria?", False, []),
        ("What did Apple and OpenAI say?", False, []),
    ],
)
def test_what_stands_joined_is_compared_where_each_or_a_measure_of_both_is_asked(
    text: str, compares: bool, labels: list[str]
) -> None:
    assert [side.label for side in sides_of(text, compares=compares)] == labels


@pytest.mark.parametrize(
    ("text", "aspect", "told"),
    [
        ("Zeta costs $3 per million input tokens", "price", True),
        ("Zeta 3.5 has users in many places", "users", False),
        ("Orbita raises $40M from investors", "raised", True),
        ("Orbita raises its prices", "raised", False),
        ("営業利益は前年同期比12%増だった", "earned", True),
        ("카카오는 매출 증가 폭이 크지 않다", "earned", False),
        ("Zeta scored 61% on SWE-Bench", "score", True),
        ("Zeta has 2.8 trillion parameters", "size", True),
        ("Zeta 27B: a 27B-class model that runs on a phone", "size", True),
        ("Orbita's $2B valuation shows that investors believe in video", "raised", False),
        ("奧比塔首輪融資完成，估值3510億元", "raised", False),
        ("3.8億月活，豆包一家獨大", "users", True),
    ],
)
def test_a_measure_is_told_with_its_number(text: str, aspect: str, told: bool) -> None:
    assert (aspect in told_in(text)) is told


def test_price_stands_with_price_and_one_that_names_both_stands_first() -> None:
    reports = [
        report("Notes on models", "K3 costs $3 per million input tokens. Claude costs $10 per million input tokens."),
        report("Kimi K3 beats Claude in frontend tests"),
        report("My week", "I’ve run Kimi K3 alongside Claude and it beats Claude in frontend tests every day."),
        report("Anthropic introduces Claude for schools"),
    ]
    found = compare("Compare Kimi K3 and Claude", reports)
    assert [one.text for one in found.told] == [
        "Kimi K3 beats Claude in frontend tests",
        "K3 costs $3 per million input tokens.",
        "Claude costs $10 per million input tokens.",
    ]
    assert not found.missing


def test_names_joined_by_a_slash_are_one_thing_and_set_against_nothing() -> None:
    sides = sides_of("Compare OpenAI and Anthropic", compares=True)
    line = "Teams on OpenAI/Anthropic models should look at what each task costs them"
    assert not [one for one in candidates([report(line)], sides, Wanted(), "en", NOON) if len(one.sides) == len(sides)]


def test_a_sort_of_one_version_is_not_told_of_another() -> None:
    sides = sides_of("Compare Gemini 3.6 Flash and 3.5 Flash-Lite", compares=True)
    assert [side.place("Gemini 3.5 Flash Cyber costs $1 per month") for side in sides] == [-1, -1]
    assert sides[1].place("The new 3.5 Flash-Lite costs $1 per month") == 8


def test_the_side_of_which_nothing_is_told_is_named_and_a_sentence_of_it_bears_its_name() -> None:
    text = "Orbita and Quellix: how much did each raise?"
    sides = sides_of(text, compares=False)
    reports = [report("Orbita opens a plant in Norway", "It has raised $40 million from three investors.")]
    found = compare(text, reports)
    assert [one.shown(sides) for one in found.told] == ["Orbita: It has raised $40 million from three investors."]
    assert [side.label for side in found.missing] == ["Quellix"]


def test_a_report_of_both_answers_which_is_better_and_no_side_of_it_is_called_missing() -> None:
    text = "Zeta 5 vs Quellix Max, which is better?"
    reports = [
        report("Zeta 5 vs. Quellix Max on a routing problem: who wins?", "Zeta 5 is an absolute beast on this task."),
        report("Zeta 5 trails Quellix Max in the arena"),
        report("Notes on a plant", "It links a Stripe event to a Zeta 5 th"),
    ]
    found = compare(text, reports)
    assert {one.text for one in found.told} == {
        "Zeta 5 is an absolute beast on this task.",
        "Zeta 5 trails Quellix Max in the arena",
    }
    assert not found.missing


def test_of_each_side_something_else_is_told_as_what_each_did_and_is_no_comparison() -> None:
    reports = [
        report("Orbita opens a plant in Norway next spring"),
        report("Quellix names a new head of research today"),
    ]
    found = compare("Compare Orbita and Quellix", reports)
    assert [one.text for one in found.told] == [one.title for one in reports]
    assert not found.compares
    assert found.apart


def test_what_is_theirs_may_be_told_by_its_makers_name_beside_the_other() -> None:
    sides = sides_of("Is Orbita's Digit ahead of Tesla's Optimus?", compares=True)
    assert [side.label for side in sides] == ["Digit", "Optimus"]
    assert whose("Orbita moves in next to the plant that makes Optimus", sides) == {0, 1}
    assert whose("Orbita moves in next to Tesla", sides) == frozenset()


@pytest.mark.parametrize(
    ("asked", "text", "named"),
    [
        ("큐원3.8맥스랑 키미 K3 비교", "알리바바, AI 신모델 공개…매개변수 2.4조개로 키미 근접", {0, 1}),
        ("큐원3.8맥스랑 키미 K3 비교", "알리바바, 키미 K3에 엔비디아 칩 제공", {1}),
        ("큐원3.8맥스랑 키미 K3 비교", "큐원 3.8 맥스, 키미 K2와 격차", {0}),
        ("DeepSeek V4 Flash正式版とProプレビュー、比べるとどう？", "DeepSeek V4 Flash、Proプレビューに全勝", {0, 1}),
        ("Compare Kimi K3 and Kimi K2.5", "Kimi K3 is all that Kimi users want", {0}),
    ],
)
def test_a_part_of_the_name_will_do_beside_the_other_where_it_is_no_other_version(
    asked: str, text: str, named: set[int]
) -> None:
    assert whose(text, sides_of(asked, compares=True)) == named


def test_what_both_cost_is_told_once_and_without_what_is_told_of_others() -> None:
    reports = [
        report(
            "Zeta cuts prices",
            "For developers: the price of Zeta 5 Luna is cut by 80% and Zeta 5 Terra by 20% while Fast mode is new.",
        ),
        report(
            "Analysis",
            "The price cuts of Zeta 5 Luna, 80%, and Zeta 5 Terra, 20%, move the business to another ground.",
        ),
    ]
    found = compare("Compare the prices of Zeta 5 Luna and Zeta 5 Terra", reports)
    assert [one.text for one in found.told] == ["the price of Zeta 5 Luna is cut by 80% and Zeta 5 Terra by 20%"]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("中國AI成本僅美模型兩成", {0, 1}),
        ("中美競爭", {0, 1}),
        ("完美模型", frozenset()),
        ("比賽中美味大賣", frozenset()),
    ],
)
def test_a_country_may_be_one_character_beside_another_or_before_what_is_of_it(text: str, named: set[int]) -> None:
    assert whose(text, sides_of("中国模型和美国模型的成本相比如何？", compares=True)) == named


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("AMD Helios vs Nvidia: how do they compare?", ["AMD Helios", "Nvidia"]),
        ("VercelのDeepsecBenchとscriptcは何が違う？", ["Vercel DeepsecBench", "scriptc"]),
        ("네이버와 카카오 2분기 실적 비교", ["네이버", "카카오"]),
        ("SK하이닉스 HBM과 삼성전자 HBM 비교", ["SK하이닉스", "삼성전자"]),
        ("GPT-5.6 TerraとLunaの料金を比較して", ["GPT-5.6 Terra", "GPT-5.6 Luna"]),
        ("What is the difference in price between Orbita and Kimi K3?", ["Orbita", "Kimi K3"]),
    ],
)
def test_a_product_behind_its_maker_a_small_name_and_a_sort_alone_are_sides(text: str, shown: list[str]) -> None:
    assert [side.shown for side in sides_of(text, compares=True)] == shown


@pytest.mark.parametrize(
    ("text", "aspects", "meets"),
    [
        ("Which is better at React, Zeta 5 or Quellix Max?", ("score",), "Zeta 5 leads on React tasks"),
        ("アップルとエヌビディア、時価総額はどちらが大きい？", ("worth",), ""),
        ("How do Orbita and Quellix differ in strategy?", (), ""),
    ],
)
def test_what_is_asked_is_an_aspect_or_what_else_the_question_says(
    text: str, aspects: tuple[str, ...], meets: str
) -> None:
    wanted = wanted_in(text, sides_of(text, compares=True))
    assert wanted.aspects == aspects
    assert (wanted.share(meets, "en") > 0) is bool(meets)


def test_where_one_side_alone_is_told_what_is_asked_the_other_is_said_to_lack_it_and_nothing_else_is_told_of_it() -> (
    None
):
    reports = [
        report("Orbita Labs releases Quellix: a 900B-parameter open-weights model"),
        report("Notes on prices", "Kimi K3 costs $3 per million input tokens."),
    ]
    found = compare("What is the difference in price between Quellix and Kimi K3?", reports)
    assert [one.text for one in found.told] == ["Kimi K3 costs $3 per million input tokens."]
    assert [(name, [side.label for side in sides]) for name, sides in found.lacking] == [("price", ["Quellix"])]
    assert not found.whole


def test_a_sentence_is_of_whom_it_names_first_and_an_amount_of_whom_stands_before_it() -> None:
    reports = [
        report("Nvidia-backed Fireworks hits $17.5 billion valuation in new round"),
        report("OpenAI's head of strategy values his own firm at $2 billion"),
        report("Apple is told to pay while Nvidia rises to a $5 trillion valuation"),
    ]
    sides = sides_of("Compare OpenAI and Apple", compares=True)
    told = candidates(reports, sides, Wanted(), "en", NOON)
    assert not [one for one in told if one.aspects]
    nvidia = sides_of("Compare Nvidia and OpenAI", compares=True)
    assert not [one for one in candidates(reports[:1], nvidia, Wanted(), "en", NOON) if one.sides == {0}]


def test_a_headline_that_only_promises_a_comparison_gives_way_to_one_that_tells_its_outcome() -> None:
    reports = [
        report("Zeta 5 vs Quellix Max: four tasks compared"),
        report("Quellix Max outperforms Zeta 5 in four tasks"),
    ]
    assert [one.text for one in compare("Zeta 5 vs Quellix Max", reports).told] == [
        "Quellix Max outperforms Zeta 5 in four tasks"
    ]
    assert not compare("Zeta 5 vs Quellix Max", reports[:1]).whole


def test_headlines_of_the_same_matter_stand_beside_each_other() -> None:
    reports = [
        report("SKT, AI 데이터센터 새판 짠다… 부지 전력부터 확보", language="ko"),
        report("네이버, 신규 데이터센터 부지 확보 나섰다", language="ko"),
        report("네이버, 웨일 브라우저에 새 기능 탑재", language="ko"),
    ]
    found = compare("SKT와 네이버 비교", reports)
    assert {one.text for one in found.told} == {reports[0].title, reports[1].title}


def test_prices_of_two_of_one_maker_stand_side_by_side_also_where_a_third_costs_the_same() -> None:
    text = "Claude Opus 4.6 and Opus 4.8 are both listed at $5.00 / $25.00. Claude Sonnet 5 costs $2.00 / $10.00 until August."
    found = compare("opus 4.8 or sonnet 5, which is cheaper?", [report("What models cost", text)])
    assert [one.text[:22] for one in found.told] == ["Claude Opus 4.6 and Op", "Claude Sonnet 5 costs "]
    assert found.whole


@pytest.mark.parametrize(
    ("asked", "title", "compares"),
    [
        ("Kimi K3 vs GPT-5.6 Sol", "Kimi's open model K3 nears GPT-5.6 Sol and Fable 5", 2),
        ("Is Qwen 3.8 better than Kimi K3?", "Alibaba's Qwen takes on Kimi K3 with open-weight Qwen 3.8", 1),
        ("Compare Qwen 3.8 and Kimi K3", "Qwen Image 3.0 beats Kimi K3 in taste", 0),
        ("Compare Zeta 5 and Quellix Max", "Zeta 5 vs Quellix Max: prices and tests compared", 0),
        ("GLM 5.2 vs Claude", "Semgrep found GLM 5.2 beating Claude on cyber tests", 2),
        ("딥시크랑 제미나이 성능 차이", "딥시크 신모델, 105분의 1 비용에 제미나이급 성능", 2),
        ("Compare Claude Opus 4.8 and Fable 5", "Both models are close to Anthropic's Fable 5 in tests", 0),
        ("Compare Zeta 5 and Quellix Max", "Will Zeta 5 overtake Quellix Max this year?", 0),
    ],
)
def test_a_headline_compares_where_it_says_who_is_ahead_or_who_takes_on_whom(
    asked: str, title: str, compares: int
) -> None:
    sides = sides_of(asked, compares=True)
    told = candidates(
        [report(title, language="en" if title.isascii() else "ko")], sides, wanted_in(asked, sides), "en", NOON
    )
    assert max((one.compares for one in told), default=0) == compares


def test_a_comparison_that_is_only_announced_stands_behind_what_each_is() -> None:
    reports = [
        report("Zeta 5 vs Quellix Max: four tasks compared"),
        report("Orbita releases Zeta 5, a model of 2 trillion parameters"),
    ]
    found = compare("Zeta 5 vs Quellix Max", reports)
    assert [one.text for one in found.told] == [reports[1].title, reports[0].title]
    assert not found.compares


@pytest.mark.parametrize(
    ("asked", "labels"),
    [
        ("Kimi K3랑 Qwen 3.8 차이", ["Kimi K3", "Qwen 3.8"]),
        ("클로드 페이블5랑 딥시크 비용 차이", ["클로드 페이블5", "딥시크"]),
        ("Kimi K3 和 Qwen 3.8 差在哪", ["Kimi K3", "Qwen 3.8"]),
        ("Kimi K3 กับ Qwen 3.8 อันไหนดีกว่า", ["Kimi K3", "Qwen 3.8"]),
        ("アマゾンとグーグルの投資額、多いのは？", ["アマゾン", "グーグル"]),
        ("how does Kimi K3 stack up against Claude Opus 4.8?", ["Kimi K3", "Claude Opus 4.8"]),
        ("OpenAI對上Anthropic 營收", ["OpenAI", "Anthropic"]),
        ("奥比智能和克利科技哪家员工更多？", ["奥比智能", "克利科技"]),
        ("政府和企业怎么看人工智能？", []),
        ("奥比红和人类红队比，谁更强？", []),
    ],
)
def test_a_sloppy_form_names_its_sides_whole(asked: str, labels: list[str]) -> None:
    assert [side.label for side in understand(asked, today=NOON.date()).sides] == labels


@pytest.mark.parametrize(
    ("asked", "text", "named"),
    [
        ("Gemini 3.6 Flash vs 3.5", "3.6 Flash costs less than 3.5 Flash", {0, 1}),
        ("Gemini 3.6 Flash vs 3.5", "Gemini 3.5 Flash-Lite and 3.5 Pro are models too", frozenset()),
        ("Gemini 3.6 Flash vs Flash-Lite", "3.5 Flash-Lite outperforms all of its kind", {1}),
        ("Compare Claude Opus 5 and Kimi K3", "Kimi K3 does what Claude/GPT did", {1}),
    ],
)
def test_a_version_alone_goes_on_from_the_other_and_is_no_sister_of_it(asked: str, text: str, named: set[int]) -> None:
    assert whose(text, sides_of(asked, compares=True)) == named


def test_an_amount_and_the_one_before_it_stand_together_under_the_name_of_whom_the_report_is() -> None:
    text = "The new model has a lower cost, at $7.50 per million tokens. It was $9 per million tokens for 3.5 Flash."
    sides = sides_of("Gemini 3.6 Flash vs 3.5 price", compares=True)
    found = compare("Gemini 3.6 Flash vs 3.5 price", [report("Google announces Gemini 3.6 Flash", text)])
    assert [one.shown(sides) for one in found.told] == [f"Gemini 3.6 Flash: {text}"]
    assert found.whole


def test_what_a_company_did_otherwise_stands_in_for_no_figure_that_is_asked() -> None:
    reports = [report("OpenAI competes with rivals like Anthropic"), report("Anthropic opens an office in Seoul")]
    assert not compare("Anthropic vs OpenAI revenue", reports).told
    assert compare("Anthropic vs OpenAI", reports).told


@pytest.mark.parametrize(
    ("asked", "title", "told"),
    [
        ("Compare OpenAI and Anthropic on funding", "OpenAI researcher in talks to raise $200M for a start-up", False),
        ("Compare OpenAI and Anthropic on funding", "OpenAI staffers are funding a rival group", False),
        ("Orbita vs Quellix valuation", "Nvidia-backed Quellix hits $17.5 billion valuation", True),
        ("アップルとグーグルの純利益を比べて", "米グーグル純利益18兆円 投資利益増大で4倍に", True),
        ("アップルとグーグルの純利益を比べて", "グーグル出身者の新会社、純利益18億円に届く", False),
        ("Kimi K3 跟 Inkling 誰的參數比較多？", "2 萬億參數隔空交鋒：Kimi K3 登頂後有人喊話", False),
        ("Kimi K3 跟 Inkling 誰的參數比較多？", "有人稱2萬億引數模型將完成訓練，或挑戰Kimi K3效能", False),
        ("Compare Claude Opus 5 and Kimi K3 on price", "This is less than the $3 per million tokens of Kimi K3", False),
    ],
)
def test_an_amount_is_told_of_whom_the_sentence_gives_it(asked: str, title: str, told: bool) -> None:
    assert bool(compare(asked, [report(title, language="en" if title.isascii() else "ja")]).told) is told


def test_a_line_that_begins_within_a_number_is_not_told() -> None:
    text = "2. 8 萬億參數、百萬上下文，Kimi K3 登頂開源大模型，全球開發者都在等"
    assert not compare("Kimi K3 跟 Inkling 誰的參數比較多？", [report("Kimi K3 發布", text, language="zh-Hant")]).told


def test_a_number_with_its_letter_is_part_of_a_name() -> None:
    sides = sides_of("How does Inkling compare with Bonsai 27B in size?", compares=True)
    assert [side.label for side in sides] == ["Inkling", "Bonsai 27B"]
