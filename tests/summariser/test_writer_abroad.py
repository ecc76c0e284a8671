"""A story told in another language than its sources': what is checked, marked, or told in the original."""

import json

import pytest

from news.errors import ModelUnavailable
from news.model import TextState
from tests.fakes.models import (
    Asked,
    Journalist,
    Said,
    claim,
    texts_in,
    verdicts,
)
from tests.summariser.desk import STORY, article, desk, lines, telling


async def test_a_story_is_told_in_another_language_with_the_original_where_words_cannot_tell() -> None:
    """A true translation is told; a false one gives way to the original; an unclear one stands beside it, marked."""
    purchase = "Microsoft acquired the French startup Mistral for $9 billion on Tuesday."
    told = {
        "headline": claim("マイクロソフト、Mistralを90億ドルで買収", "A1", purchase),
        "lede": claim("マイクロソフトは火曜日、フランスの新興企業Mistralを90億ドルで買収した。", "A1", purchase),
        "what_happened": [claim("OpenAIはこの買収についてコメントを拒否した。", "A1", "OpenAI did not comment on the purchase.")],
        "why_it_matters": [claim("Mistralの従業員は800人である。", "A1", "Mistral employs 700 people")],
        "what_to_watch": [claim("ブリュッセルの規制当局は9月にこの買収を審査する。", "A1", "Regulators in Brussels will review the purchase in September.")],
    }  # fmt: skip
    async with desk(lambda asked: Said(json.dumps(told, ensure_ascii=False))) as (writer, server, _):
        summary = await writer.summarise(STORY, [article()], language="ja")
    assert server.asked[0].data["names"]["Microsoft"] == "Microsoft"
    assert summary.language == "ja"
    assert summary.headline == "マイクロソフト、Mistralを90億ドルで買収"
    assert summary.lede
    assert summary.lede.text == told["lede"]["text"]
    (unclear,) = summary.sections["what_happened"]
    assert unclear.text.startswith("「OpenAI did not comment on the purchase.」（未検証の訳：OpenAI")
    assert not any("800" in line for line in lines(summary))
    assert summary.original
    assert summary.original.text == "Microsoft buys Mistral for $9 billion"


@pytest.mark.parametrize("language", ["en", "ja"])
async def test_a_lede_that_only_repeats_the_headline_is_not_told(language: str) -> None:
    """The source's own leads instead, or in another language the first sentence of the event."""
    purchase = "Microsoft acquired the French startup Mistral for $9 billion on Tuesday."
    again = {"en": purchase, "ja": "マイクロソフトは火曜日、フランスの新興企業Mistralを90億ドルで買収した。"}[language]
    staff = {"en": "Mistral employs 700 people.", "ja": "Mistralの従業員は700人である。"}[language]
    told = {
        "headline": claim(again, "A1", purchase),
        "lede": claim(again, "A1", purchase),
        "what_happened": [claim(staff, "A1", "Mistral employs 700 people and will keep its office in Paris.")],
    }
    reply = json.dumps({**json.loads(telling(told["lede"])), **told}, ensure_ascii=False)
    async with desk(lambda asked: Said(reply)) as (writer, _, _):
        summary = await writer.summarise(STORY, [article()], language=language)  # type: ignore[arg-type]
    assert summary.headline == again.rstrip(".。")
    assert summary.lede
    assert again not in lines(summary)
    assert len(set(lines(summary))) == len(lines(summary)) > 0


TITLE = "OpenAI buys Mistral for $9 billion"


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("OpenAIがMistralを90億ドルで買収", "good"),
        ("OpenAIがMistralを80億ドルで買収", "bad"),
        ("OpenAIはMistralを90億ドルで買収しない", "bad"),
        ("OpenAI、Mistralを90億ドルで買収せず", "bad"),
    ],
)
async def test_a_story_known_by_its_title_alone_is_told_by_its_translation(text: str, standing: str) -> None:
    """With the original beside it, within the same checks; a false one is sent back once, then the original stands alone."""
    bare = article(title=TITLE, text="", text_state=TextState.NONE)
    reply = json.dumps({"headline": claim(text, "A1", TITLE)}, ensure_ascii=False)
    async with desk(lambda asked: Said(reply)) as (writer, server, _):
        told = await writer.summarise(STORY, [bare], language="ja")
        # A false one is sent back; the other is asked about, and the pass gives no answer that can be read.
        assert ["items" in asked.data for asked in server.asked] == (
            [False, True, True] if standing == "good" else [False, False]
        )
        assert server.asked[0].data["articles"][0]["title"] == TITLE
        assert (await writer.summarise(STORY, [bare], language="en")).headline == TITLE
        assert len(server.asked) <= 3
    assert told.lede is None
    assert told.provenance
    assert (told.headline, told.language) == ((text, "ja") if standing == "good" else (TITLE, "en"))
    if standing == "good":
        assert told.original
        assert (told.original.text, told.original.checked) == (TITLE, True)
        assert told.original.citations[0].quote == TITLE
    else:
        assert (told.original, told.provenance.note) == (None, "ungrounded")
        assert told.provenance.tried.startswith("openai/gpt-4o-mini, headline-1@")
        assert told.provenance.cost > 0


async def test_a_title_in_capitals_is_shown_as_a_sentence_writes_it() -> None:
    """Else each of its words would be taken for a name; the reader sees the original as it is."""
    title = "OpenAI Details GPT-Red, An Internal Model That Beat Human Experts 84% To 13%"
    text = "OpenAI、社内モデル「GPT-Red」を詳説 人間の専門家に84％対13％で勝る"
    bare = article(title=title, text="", text_state=TextState.NONE)

    def script(asked: Asked) -> Said:
        if "items" in asked.data:
            return verdicts(asked.data, {text})
        return Said(json.dumps({"headline": claim(text, "A1", asked.data["articles"][0]["title"])}, ensure_ascii=False))

    async with desk(script) as (writer, server, _):
        told = await writer.summarise(STORY, [bare], language="ja")
        assert server.asked[0].data["articles"][0]["title"].startswith("OpenAI details GPT-Red, an internal model that")
    assert told.headline == text
    assert told.original
    assert told.original.text == title


async def test_a_title_whose_translation_words_cannot_check_is_marked() -> None:
    """Nothing in it can be compared."""
    title = "Why the machines refuse to take over the newsroom"
    reply = json.dumps(
        {"headline": claim("機械が編集局を乗っ取ろうとしない理由とは何か", "A1", title)}, ensure_ascii=False
    )
    bare = article(title=title, text="", text_state=TextState.NONE)
    async with desk(lambda asked: Said(reply)) as (writer, _, _):
        told = await writer.summarise(STORY, [bare], language="ja")
    assert told.headline == "機械が編集局を乗っ取ろうとしない理由とは何か（未検証の訳）"
    assert told.original
    assert (told.original.text, told.original.checked) == (title, False)


COOLS = "Tokka cools on $40 million purchase of Mirelle"


@pytest.mark.parametrize(
    ("verdict", "headline", "checked"),
    [
        (True, "Tokka、Mirelleを4000万ドルで買収", True),
        (False, COOLS, None),
        (None, "Tokka、Mirelleを4000万ドルで買収（未検証の訳）", False),
        ("I would rather not.", "Tokka、Mirelleを4000万ドルで買収（未検証の訳）", False),
        ("over budget", "Tokka、Mirelleを4000万ドルで買収（未検証の訳）", False),
        ("off", "Tokka、Mirelleを4000万ドルで買収（未検証の訳）", False),
    ],
)
async def test_a_translated_title_is_judged_by_the_pass_and_marked_where_it_is_not(
    verdict: str | bool | None, headline: str, checked: bool | None
) -> None:
    """Known by its title alone: told when the pass says yes, the original alone when it says no, both and a mark when nobody says."""
    reply = json.dumps({"headline": claim("Tokka、Mirelleを4000万ドルで買収", "A1", COOLS)}, ensure_ascii=False)
    bare = article(title=COOLS, text="", text_state=TextState.NONE)
    async with desk(lambda asked: Said(reply), entailment=verdict != "off") as (writer, server, books):

        def script(asked: Asked) -> Said:
            if verdict == "over budget":
                books.refuse = ModelUnavailable(
                    "openai/gpt-4o-mini", "the day's budget of the install ($1.00) is spent"
                )
            if "items" not in asked.data:
                return Said(reply)
            return (
                Said(verdict)
                if isinstance(verdict, str)
                else verdicts(asked.data, texts_in(json.loads(reply)), verdict)
            )

        server.script = script
        told = await writer.summarise(STORY, [bare], language="ja")
    assert told.headline == headline
    assert (told.original.checked if told.original else None) is checked
    assert {call.purpose for call in books.calls.values()} <= {"translation", "entailment"}


async def test_no_original_stands_beside_its_own_translation() -> None:
    """What replaces a bad sentence is not what another sentence of the telling translates."""
    purchase = "Microsoft acquired the French startup Mistral for $9 billion on Tuesday."
    good = claim("Microsoftは火曜日、フランスの新興企業Mistralを90億ドルで買収した。", "A1", purchase)
    bad = claim("Mistralの従業員は800人である。", "A1", "Mistral employs 700 people")
    told = {
        "headline": claim("Microsoft、Mistralを90億ドルで買収", "A1", "Microsoft buys Mistral for $9 billion"), "lede": bad,
        "what_happened": [good], "why_it_matters": [],
        "what_to_watch": [claim("OpenAIはこの買収についてコメントを拒否した。", "A1", "OpenAI did not comment on the purchase.")],
    }  # fmt: skip
    async with desk(lambda asked: Said(json.dumps(told, ensure_ascii=False))) as (writer, _, _):
        summary = await writer.summarise(STORY, [article()], language="ja")
    assert good["text"] in lines(summary)
    assert not any(purchase in line for line in lines(summary))
    assert any("700 people" in line for line in lines(summary))
    assert summary.original
    assert summary.original.text == "Microsoft buys Mistral for $9 billion"
    assert summary.provenance
    assert summary.provenance.faults == ("number",)


async def test_a_reply_in_the_wrong_language_is_not_told() -> None:
    """The draft in the sources' language is what the edition then decides about."""
    async with desk(Journalist()) as (writer, _, _books):
        summary = await writer.summarise(STORY, [article()], language="ko")
    assert summary.language == "en"
    assert summary.provenance
    assert summary.provenance.note == "ungrounded"
