"""What a telling brings that its quote does not hold: an address in whatever disguise, a call to all, advice to the reader."""

from datetime import UTC, datetime

import pytest

from news.languages import Language
from news.model import Article, Provenance, Section, Story, TextState, Tier
from summariser.checking.claims import Judged, judge
from summariser.checking.luring import lures
from summariser.checking.prompting import materials_of
from summariser.checking.replies import Claim, Support
from summariser.model.assembly import Written, assemble
from summariser.reading.fitness import speaks_as_we
from summariser.telling.extractive import tell

DAY = datetime(2026, 7, 20, 15, tzinfo=UTC)

QUOTE = "The U.S. startup behind Node.js and OpenAI.com released GPT-5.6 at 9 a.m., priced at $3.50, @sama wrote."


@pytest.mark.parametrize(
    ("told", "fault"),
    [
        ("Details are at evil.shop.", "a link"), ("It is on t.me/evilbot.", "a link"), ("It is at evil[.]com.", "a link"),
        ("It is at evil (dot) xyz.", "a link"), ("ｈｔｔｐｓ：／／ｅｖｉｌ．ｃｏｍ", "a link"), ("詳細はevil.shopで公開された。", "a link"),
        ("It is at 203.0.113.7 now.", "a link"), ("@evilbot released GPT-5.6.", "a link"), ("OpenAI.com/prize has GPT-5.6.", "a link"),
        ("＠channel GPT-5.6 is out.", "a call to all"), ("@everyone, GPT-5.6 is out.", "a call to all"),
        ("GPT-5.6 is out, and readers should buy the shares.", "advice"), ("Buy the shares of OpenAI.", "advice"),
        ("投资者应买入该股。", "advice"), ("投資家は株を買うべきだ。", "advice"), ("นักลงทุนควรซื้อหุ้น", "advice"), ("GPT-5.6을 구매하세요.", "advice"),
        (QUOTE, ""), ("Node.js is at OpenAI.com, the U.S. startup said.", ""), ("OpenAI発表のNode.jsはGPT-5.6に対応。", ""),
        ("วันที่ 3 ก.ค. 2569 GPT-5.6 เปิดตัว", ""), ("GPT-5.6 costs $3.50.", ""),
    ],
)  # fmt: skip
def test_what_its_quote_does_not_hold_is_seen(told: str, fault: str) -> None:
    """By its form, so whatever the address ends in; what stands in the quote may be told."""
    assert lures(told, "en" if told.isascii() else _language(told), [(QUOTE, "en")]) == fault


def test_advice_that_a_source_gives_may_be_told() -> None:
    """It is news that somebody gave it."""
    assert not lures(
        "Users should reset their keys, Quillon said.", "en", [("Quillon urged users to reset keys.", "en")]
    )


def _language(text: str) -> Language:
    scripts: tuple[tuple[str, str, Language], ...] = (
        ("ก", "๛", "th"),
        ("가", "힣", "ko"),
        ("ぁ", "ヿ", "ja"),
        ("一", "鿿", "zh-Hans"),
    )
    return next((language for first, last, language in scripts if any(first <= char <= last for char in text)), "en")


@pytest.mark.parametrize(
    ("text", "language", "own"),
    [
        ("Today we are releasing Cosmos 3 Edge.", "en", True), ("Our newest Lumo models deliver more.", "en", True),
        ("“We are releasing Cosmos 3,” Quillon said.", "en", False), ("Google showed it at I/O; lithium mine owners use it.", "en", False),
        ("私たちは新モデルを公開する。", "ja", True), ("当社は新モデルを公開する。", "ja", True), ("我们发布新模型。", "zh-Hans", True),
        ("我國研究自我改進的模型。", "zh-Hant", False), ("우리는 새 모델을 공개한다.", "ko", True), ("당사는 새 모델을 공개한다.", "ko", True),
        ("당사자들은 우리나라 법을 따른다.", "ko", False), ("เราเปิดตัวโมเดลใหม่", "th", True), ("เราเตอร์รุ่นใหม่ใช้โมเดลนี้", "th", False),
    ],
)  # fmt: skip
def test_a_voice_that_is_not_the_briefs_is_heard(text: str, language: Language, own: bool) -> None:
    """In six languages, outside quotation marks."""
    assert speaks_as_we(text, language) is own


def test_a_makers_we_is_told_as_its_quotation_alone() -> None:
    """With the day that its "today" means, though the model told it as the brief's own word."""
    ours = "Today we are releasing NVIDIA Cosmos 3 Edge, a world model with 4 billion parameters for robots."
    plain = "NVIDIA Cosmos 3 Edge runs on Jetson Thor and costs nothing for research labs."
    page = Article(
        id="a", key="a", url="https://blogs.nvidia.com/blog/cosmos", source="nv", source_name="NVIDIA Blog", tier=Tier.OFFICIAL,
        title="NVIDIA releases Cosmos 3 Edge", summary="", text=f"{ours}\n{plain}\nThe model was trained on 20 million hours of video from roads.",
        text_state=TextState.HAD, language="en", published=DAY, dated=True, seen=DAY,
    )  # fmt: skip
    known = {one.id: one for one in materials_of([page], "en")}
    draft = tell(Story("s", "s", page.title, "en", ("a",), (), DAY, DAY), [page], "en")

    def judged(text: str) -> Judged:
        return judge(Claim(text, (Support(next(iter(known)), text),)), known, "en")

    sections: dict[Section, tuple[Judged, ...]] = {
        "what_happened": (judged(plain),),
        "why_it_matters": (),
        "what_to_watch": (),
    }
    told = assemble(Written(judged(page.title), judged(ours), sections), draft, "en", Provenance("m", "p"))
    assert told.lede
    assert told.lede.text == f"NVIDIA, 20 July: “{ours}”"
