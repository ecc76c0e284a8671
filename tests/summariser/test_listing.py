"""Lists: what a headline tells as done, and the items of many reports, each once."""

from datetime import UTC, datetime, timedelta

import pytest

from news.asking import Intent, Passage
from news.languages import Language
from summariser.asking.happenings import Kind, happening, is_of_model
from summariser.asking.membership import asks_of_family, countrymen
from summariser.lists.listing import SHOWN, Listing, items_of, listing_of, of_field, shown

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


def report(title: str, *, language: Language = "en", text: str = "", source: str = "Wire", hours: int = 0) -> Passage:
    url = f"https://example.org/{abs(hash((title, source)))}"
    when = NOON + timedelta(hours=hours)
    return Passage(url, None, source, url, title, text or title, language, when, 1.0)


@pytest.mark.parametrize(
    ("kind", "language", "text", "key"),
    [
        ("raise", "en", "Robotics startup Orbita Labs raises $40M to build arms", "orbitalabs"),
        ("raise", "en", "Chip designer Quell secures €12 million in Series A funding led by Northzone", "quell"),
        ("raise", "en", "Orbita to raise $40M next month", None),
        ("raise", "en", "Apple raises prices of its services", None),
        ("raise", "en", "Chipmaker raises its sales forecast by 12%", None),
        ("raise", "ja", "量子計算のQubita、シリーズBで30億円を調達", "qubita"),
        ("raise", "ja", "Qubita、30億円を調達へ", None),
        ("raise", "ja", "Qubita、配膳ロボの頭脳をつくるAIでシード3億円、量産へ", "qubita"),
        ("raise", "ko", "로보타, 120억원 투자 유치… 공장 증설", "로보타"),
        ("raise", "zh-Hans", "星河智能完成5亿元B轮融资", "星河智能"),
        ("raise", "th", "Orbita ระดมทุน 40 ล้านดอลลาร์ ขยายทีม", "orbita"),
        ("buy", "en", "Nvidia acquires Orbita Labs for $2 billion", "orbitalabs"),
        ("buy", "en", "Bristol buys Nvidia's latest computing system", None),
        ("release", "en", "Acme Labs releases Zeta 2, an open-weight model", "zeta2"),
        ("release", "en", "Acme Labs to release Zeta 2 in two months", None),
        ("release", "en", "Acme delays Zeta 2", None),
        ("release", "ko", "아크메, AI 모델 '제타 2' 공개", "제타2"),
        ("release", "ko", "아크메, AI 모델 '제타 2' 비공개 시험", None),
        ("release", "ja", "アクメ、新しいAIモデル「Zeta 2」を公開", "zeta2"),
        ("release", "th", "Google เลื่อนปล่อย Gemini 4 Pro", None),
    ],
)  # fmt: skip
def test_a_headline_tells_what_was_done_and_whose_it_is(kind: Kind, language: Language, text: str, key: str | None):
    told = happening(kind, text, language)
    assert (told and told.key) == key


@pytest.mark.parametrize(
    ("language", "text", "model"),
    [
        ("en", "Acme releases Zeta 2, a small vision model", True),
        ("en", "Acme releases Zeta 2, a tool that runs models in the browser", False),
        ("en", "Acme releases Zeta 2: a benchmark of language models", False),
        ("en", "Google launches Gemini 4 Flash", True),
        ("en", "Apple launches iPhone 19", False),
        ("ja", "アクメ、AIモデルの弱点を探すベンチマーク「Zeta 2」を公開", False),
        ("th", "Acme เปิดตัว Zeta 2 วัดความสามารถโมเดล", False),
    ],
)
def test_what_comes_out_is_a_model_by_what_it_is_called_and_not_by_what_it_is_for(
    language: Language, text: str, model: bool
):
    told = happening("release", text, language)
    assert told is not None
    assert is_of_model(told, text, language) is model


@pytest.mark.parametrize(
    ("text", "kind", "things"),
    [
        ("list AI startups that raised money", "raise", "any"),
        ("How many models were released?", "release", "models"),
        ("which companies released models", "release", "models"),
        ("公開されたモデルを教えて", "release", "models"),
        ("출시된 모델 목록", "release", "models"),
        ("融資した会社の一覧", None, None),
        ("列出发布的模型", "release", "models"),
        ("รายชื่อโมเดลที่เปิดตัว", "release", "models"),
        ("How much did Orbita raise?", None, None),
        ("When was the model released?", None, None),
        ("How many people work at the company that sued Acme?", None, None),
    ],
)
def test_a_question_wants_a_list_where_its_items_are_named_as_several(text: str, kind: str | None, things: str | None):
    intent = Intent.LIST if text.startswith(("list", "which", "列出", "哪些", "รายชื่อ", "출시")) else Intent.FACT
    found = listing_of(text, intent)
    assert (found and found.kind) == kind
    assert things is None or (found is not None and found.things in (things, "makers"))


def test_each_item_stands_once_with_all_its_reports_and_the_most_reported_are_shown_first():
    told = [
        report("Orbita Labs raises $40M", source="A", hours=1),
        report("Orbita Labs raises $40 million for robot arms", source="B", hours=3),
        report("Quell raises $9M", source="A", hours=2),
        *(report(f"Tiny{at}x raises $1M", source="A", hours=-at) for at in range(1, 9)),
    ]
    items = items_of(Listing("raise", "any"), told)
    assert len(items) == 10
    lines = [one.line for one in shown(items, ("en",))]
    assert lines[:2] == ["Orbita Labs raises $40M", "Quell raises $9M"]
    assert len(lines) == SHOWN
    more = items_of(Listing("raise", "any"), [*told, report("Later raises €50M", source="A", hours=-30)])
    assert shown(more, by_sum=True)[0].line == "Later raises €50M"


def test_what_names_no_version_goes_where_the_same_maker_s_are_named():
    told = [report("Google releases three new Gemini models"), report("Google releases Gemini 4 Flash", hours=1)]
    asked = listing_of("which models were released", Intent.LIST)
    assert asked is not None
    assert [one.line for one in items_of(asked, told)] == ["Google releases Gemini 4 Flash"]


@pytest.mark.parametrize(
    ("kind", "language", "text", "who"),
    [
        ("raise", "ja", "量子スタートアップOrbita、約450億円のシリーズA", "orbita"),
        ("raise", "th", "Orbita ปิด $3.5B ที่ valuation $35B", "orbita"),
    ],
)
def test_who_raised_a_sum_is_the_item(kind: Kind, language: Language, text: str, who: str) -> None:
    told = happening(kind, text, language)
    assert (told.key if told else "") == who


def test_a_list_has_only_members_of_the_sort_and_the_country_that_are_asked_for() -> None:
    models = listing_of("List the open-weight models from China", Intent.LIST)
    startups = listing_of("資金調達した量子スタートアップを挙げて", Intent.LIST)
    assert models
    assert (models.kind, models.places, models.open) == ("release", frozenset({"china"}), True)
    assert startups
    assert startups.sort == "startup"
    assert of_field(startups, "量子計算のOrbitaが3億円を調達")
    assert not of_field(startups, "水産のOrbitaが3億円を調達")
    assert {"moonshot", "mistral"} & countrymen(["Chinese regulators look at Mistral"], {"china"}) == {"moonshot"}


def test_what_a_family_of_models_brought_out_is_a_list_and_what_was_said_of_it_is_none() -> None:
    assert asks_of_family("What has Alibaba's Qwen team released in July?")
    assert not asks_of_family("What did Qwen 3.8 release?")
    assert not asks_of_family("What did OpenAI announce about GPT?")
