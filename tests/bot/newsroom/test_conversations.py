"""What becomes of answers: conversations, feedback, corrections where they were posted, limits, and a person's right to be forgotten."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.house import House
from bot.newsroom import replies
from bot.newsroom.answering import answer_question
from bot.newsroom.evaluation import evaluation_rows, kept_answers
from bot.newsroom.limits import AskLimits
from channels.webhook.render import WebhookRenderer
from news.asking import Answer, Passage, PostState, Question
from news.deadlines import time_left
from news.errors import BadInput, TooMany, Undelivered
from news.inbound import Inbound
from news.model import PUBLIC, Address, Article, Message, Reader, Receipt, Tenant
from news.phrases import format_date, phrase
from news.ports import Channel, FixedClock
from news.text import search_tokens
from store.installations import SealedInstallation
from store.search import IndexedText
from summariser.extractive import ExtractiveSummariser
from tests.bot.shelf import NOON, a_story, an_article, shelf
from tests.store.samples import subscription

LUMO = (
    "Orbita Labs released Lumo 3 on 12 May. Lumo 3 has 70 billion parameters. The weights can be downloaded for free."
)
VEGA = "Vega Systems will cut 800 jobs in Oslo by June. The cuts hit the chip team, Vega Systems said."
ARTICLES = (
    an_article("lumo", "s1", title="Orbita Labs opens Lumo 3", text=LUMO),
    an_article("vega", "s2", title="Vega Systems cuts 800 jobs", text=VEGA),
)
SECRET = an_article(
    "secret", "", title="Vega Systems plans a hidden plant", text="Vega Systems plans a hidden plant in Bergen."
)


@dataclass
class Platform:
    """Keeps what is posted, and lets it be changed."""

    posted: dict[str, str] = field(default_factory=dict)
    failing: bool = False

    async def deliver(self, to: Address, message: Message, *, key: str) -> Receipt:
        self.posted[key] = message.text
        return Receipt(key, NOON)

    async def correct(self, to: Address, platform_id: str, message: Message) -> None:
        if self.failing:
            raise Undelivered(to.value, "busy")
        self.posted[platform_id] = message.text

    def channel(self, *, changes: bool) -> Channel:
        return Channel(
            "chat", "Chat", WebhookRenderer(), self, lambda to, secret, tenant: Address("chat", to, tenant, secret),
            corrector=self if changes else None,
        )  # fmt: skip


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with shelf(tmp_path, stories=(a_story("s1"), a_story("s2")), articles=ARTICLES) as made:
        await index(made, ARTICLES)
        yield made


async def index(house: House, articles: Sequence[Article], tenant: str = PUBLIC) -> None:
    rows = [
        IndexedText(a.id, search_tokens(a.title), search_tokens(a.text), a.published, a.language, tenant)
        for a in articles
    ]
    async with house.database.begin() as tx:
        await tx.search.index(rows, tenant=tenant)


async def ask(house: House, text: str, **changes: Any) -> Answer:
    given: dict[str, Any] = {"language": "en", **changes}
    return await answer_question(
        database=house.database, clock=house.clock, summariser=house.summariser, text=text, **given
    )


@pytest.mark.parametrize(
    ("asked", "language", "elsewhere"),
    [
        ("How much rain fell?", "en", False),
        ("who is against it?", "en", False),
        ("いつ始まりますか？", "ja", False),
        ("How many parameters has Lumo 3?", "en", True),
    ],
)
async def test_what_a_story_does_not_say_is_not_taken_from_others(
    house: House, asked: str, language: str, elsewhere: bool
) -> None:
    """Unless the question names what it is about: then the archive is looked through."""
    found = await ask(house, asked, story="s2", language=language)
    assert bool(found.sentences) is elsewhere
    if not elsewhere:
        assert found.note == phrase(found.language, "answer.not_in_story")
        assert {link.id for link in found.nearest} <= {"s2"}


@pytest.mark.parametrize(
    "asked",
    ["what is it about?", "why does it matter?", "who is affected?", "summarise this", "何の話？", "这是关于什么的？"],
)
async def test_what_a_story_is_about_is_answered_from_its_own_telling(house: House, asked: str) -> None:
    """In whatever language it is asked; its reports need not have a word of the question."""
    found = await ask(house, asked, story="s2", language=None)
    assert "800 jobs" in found.sentences[0].text
    assert {one.url for sentence in found.sentences for one in sentence.citations} == {ARTICLES[1].url}


async def test_the_same_event_gets_the_same_answer_and_counts_once(house: House) -> None:
    """What could not be sent is not thought out again; in another tenant the same id is another question."""
    once = {"reader": "ann", "limits": AskLimits(reader=1), "once": "slack:Ev1"}
    first = await ask(house, "What did Orbita Labs release?", **once)
    assert first.sentences
    assert await ask(house, "What did Orbita Labs release?", **once) == first
    with pytest.raises(TooMany):
        await ask(house, "What did Orbita Labs release?", **{**once, "once": "slack:Ev2"})
    async with house.database.begin() as tx:
        await tx.tenants.put(Tenant("slack:T2", "T2", NOON))
    other = await ask(house, "What did Orbita Labs release?", **once, tenant="slack:T2")
    assert other.id != first.id


async def test_a_follow_up_is_about_the_same_thing(house: House) -> None:
    """In its thread; another thread knows nothing of it."""
    await ask(house, "When was Lumo 3 released?", thread="chat:1")
    assert "70 billion" in (await ask(house, "How many parameters does it have?", thread="chat:1")).sentences[0].text
    assert (await ask(house, "when?", thread="chat:2")).note == phrase("en", "answer.unclear")


async def test_a_misspelt_name_is_answered_and_said(house: House) -> None:
    """Only one that no document has: what is written somewhere is meant as it is written."""
    there = an_article(
        "there", "s1", title="OpenAI opens an office in Oslo", text="OpenAI opens an office in Oslo in May."
    )
    await index(house, [there])
    async with house.database.begin() as tx:
        await tx.articles.add([there], tenant=PUBLIC)
    answer = await ask(house, "Where does OpneAI open an office?")
    assert "Oslo" in answer.sentences[0].text
    assert answer.note == phrase("en", "answer.meant", name="OpenAI")
    assert not (await ask(house, "Where does OpenAI open an office?")).note


async def test_what_was_set_aside_answers_no_question_about_nobody_of_the_trade(house: House) -> None:
    """Nor does a name that no table has go without being met."""
    match = an_article(
        "cup", "", title="Spain beat Argentina to win the World Cup final", text="Spain won 2-1 in New Jersey."
    )
    speaks = an_article("guan", "", title="AIT提台美海事合作 管碧玲：台灣是美國可靠夥伴", text="", language="zh-Hant")
    async with house.database.begin() as tx:
        await tx.articles.add([match, speaks], tenant=PUBLIC)
    await index(house, [match, speaks])
    assert "Spain" in (await ask(house, "Who won the World Cup final?")).sentences[0].text
    async with house.database.begin() as tx:
        await tx.articles.set_aside(["cup"], tenant=PUBLIC)
    assert (await ask(house, "Who won the World Cup final?")).abstained
    assert "管碧玲" in (await ask(house, "管碧玲說了什麼？", language="zh-Hant")).sentences[0].text
    assert (await ask(house, "聯電說了什麼？", language="zh-Hant")).abstained


async def test_an_unknown_version_is_met_with_silence(house: House) -> None:
    """In whatever spelling a known one is asked for."""
    more = an_article("gpt", "s1", title="OpenAI opens GPT-5.6", text="GPT-5.6 was released by OpenAI on 9 July.")
    async with house.database.begin() as tx:
        await tx.articles.add([more], tenant=PUBLIC)
    await index(house, [more])
    for asked in ("When was GPT-5.6 released?", "When was GPT 5.6 released?", "when was gpt5.6 released?"):
        assert "9 July" in (await ask(house, asked)).sentences[0].text
    unknown = await ask(house, "When was GPT-7 released?")
    assert unknown.abstained
    assert unknown.nearest


async def test_what_names_nothing_goes_on_from_the_story_that_was_answered_from(house: House) -> None:
    """Whatever else the archive has of the same words."""
    decoy = an_article("storm", "s3", title="Cuts hit the rowing team", text="The cuts hit the rowing team in Bergen.")
    async with house.database.begin() as tx:
        await tx.stories.put([a_story("s3")], tenant=PUBLIC)
        await tx.articles.add([replace(decoy, story=None)], tenant=PUBLIC)
        await tx.articles.assign({"storm": "s3"}, tenant=PUBLIC)
    await index(house, [decoy])
    assert "rowing" in (await ask(house, "which team did the cuts hit?", thread="chat:7")).sentences[0].text
    await ask(house, "How many jobs does Vega Systems cut?", thread="chat:8")
    assert "chip team" in (await ask(house, "which team did the cuts hit?", thread="chat:8")).sentences[0].text
    await ask(house, "How many jobs does it cut?", thread="chat:9", story="s2")
    assert "chip team" in (await ask(house, "which team did the cuts hit?", thread="chat:9")).sentences[0].text


@pytest.mark.parametrize(
    ("asked", "note"),
    [
        ("SELECT * FROM questions", "empty"),
        ("'; DROP TABLE articles; --", "empty"),
        ("NEAR(", "empty"),
        ('" OR 1=1 --', "empty"),
        ("title: OR NOT AND", "empty"),
        ("<script>alert(1)</script>", "empty"),
        ("What should I invest in?", "off_topic"),
        ("How do I install ollama?", "off_topic"),
        ("How do I use Lumo 3?", "how_to"),
        ("パスタの作り方を教えて", "off_topic"),
        ("写一首关于春天的诗", "off_topic"),
    ],
)
async def test_what_is_no_question_to_the_news_is_declined(house: House, asked: str, note: str) -> None:
    """With the news of what it names, if it names anything."""
    found = await ask(house, asked, language=None)
    assert found.abstained
    assert found.note == phrase(found.language, f"answer.{note}")
    assert [link.id for link in found.nearest] == (["s1"] if note == "how_to" else [])


async def test_select_and_drop_are_words_too(house: House) -> None:
    assert (await ask(house, "Did Vega Systems drop and cut jobs, or select from them?")).intent != "off-topic"


async def test_before_anything_is_collected_an_answer_says_how(tmp_path: Path) -> None:
    async with shelf(tmp_path) as empty:
        for text, language in (("What did OpenAI announce?", "en"), ("今週のニュースは？", "ja"), ("กี่คน", "th")):
            assert "`ainews collect`" in (await ask(empty, text, language=language)).note


async def test_a_question_without_an_answer_spoils_none_that_follow(house: House) -> None:
    """What makes no sense as going on from another is answered by itself."""
    for _ in range(2):
        for text, told in (
            ("How many jobs does Vega Systems cut?", "800 jobs"),
            ("Which whale did Vega Systems rescue in Bergen?", ""),
            ("and the Lumo 3 parameters?", "70 billion"),
        ):
            answer = await ask(house, text, thread="chat:1")
            assert told in " ".join(sentence.text for sentence in answer.sentences)
            assert answer.abstained is not bool(told)


async def test_under_a_story_its_own_sources_answer(house: House) -> None:
    """Without a name in the question."""
    answer = await ask(house, "How many jobs will be cut?", story="s2")
    assert "800 jobs" in answer.sentences[0].text
    assert answer.nearest[0].id == "s2"


@pytest.mark.parametrize(
    "asked", ["what did Vega Systems decide in Oslo?", "what will Vega Systems dismantle in Oslo?"]
)
async def test_under_a_story_its_names_are_enough(house: House, asked: str) -> None:
    """Whatever word the question has for what they did; a name that its reports lack, a number or a time is still looked for."""
    answer = await ask(house, asked, story="s2")
    assert "800 jobs" in answer.sentences[0].text
    assert answer.nearest[0].id == "s2"
    for other in ("what did Orbita Systems dismantle in Oslo?", "what price does Vega Systems dismantle in Oslo?"):
        assert (await ask(house, other, story="s2")).abstained


async def test_under_a_story_they_are_whom_it_names_first(tmp_path: Path) -> None:
    """What they paid is told by a sum, when it came by a time; what the reports do not say is not taken from other news of them."""
    text = "A judge has approved a $1.5 billion settlement on Monday. Anthropic offers authors around $3,000 for each book."
    paid = an_article("paid", "s1", title="Anthropic settlement with authors is approved", text=text)
    chips = "Anthropic starts to sell computing to others and pays suppliers. Its models run on phones."
    other = an_article("other", "s2", title="Anthropic sells computing", text=chips)
    stories = (a_story("s1", headline=paid.title), a_story("s2", headline=other.title))
    async with shelf(tmp_path, stories=stories, articles=(paid, other)) as house:
        await index(house, (paid, other))
        told = await ask(house, "how much do they pay authors?", story="s1")
        assert "$3,000" in " ".join(one.text for one in told.sentences)
        for asked in ("what do they sell?", "why do they start?", "does it run on phones?", "how fast is it?"):
            assert (await ask(house, asked, story="s1")).abstained, asked


async def test_under_a_story_how_much_and_when_are_answered_alone(tmp_path: Path) -> None:
    """From a title too; a day that no report tells is that of the first report, and said."""
    there = an_article("gritt", "s3", title="Gritt exits stealth with $32 million for robots", text="")
    async with shelf(tmp_path, stories=[a_story("s3", headline=there.title)], articles=[there]) as house:
        await index(house, [there])
        assert "$32 million" in (await ask(house, "How much?", story="s3")).sentences[0].text
        when = await ask(house, "when was it announced?", story="s3")
    day = format_date(there.published.date(), "en")
    assert when.note == phrase("en", "answer.first_reported", date=day)
    assert when.sentences[0].text == there.title


async def test_what_somebody_decided_is_what_they_did(house: House) -> None:
    """Deciding asks, as doing and saying do: no report need have the word."""
    assert "800 jobs" in (await ask(house, "what did Vega Systems decide in Oslo?")).sentences[0].text


async def test_another_tenant_s_sources_are_never_told(house: House) -> None:
    """The owner is answered from them, nobody else."""
    async with house.database.begin() as tx:
        await tx.tenants.put(Tenant("acme", "Acme", NOON))
        await tx.articles.add([replace(SECRET, tenant="acme", story=None)], tenant="acme")
    await index(house, [SECRET], tenant="acme")
    question = "Where does Vega Systems plan a hidden plant?"
    assert "Bergen" in (await ask(house, question, tenant="acme")).sentences[0].text
    for tenant in (PUBLIC, "borea"):
        answer = await ask(house, question, tenant=tenant)
        assert "Bergen" not in " ".join(sentence.text for sentence in answer.sentences)
        assert "hidden" not in " ".join(link.headline for link in answer.nearest)


async def test_limits_are_told_kindly(house: House) -> None:
    """In the asker's language, per person and per tenant."""
    limits = AskLimits(reader=1, tenant=2)
    await ask(house, "Lumo?", reader="u1", limits=limits)
    with pytest.raises(TooMany, match="1分"):
        await ask(house, "Lumo?", reader="u1", limits=limits, language="ja")
    await ask(house, "Lumo?", reader="u2", limits=limits)
    with pytest.raises(TooMany, match="just now"):
        await ask(house, "Lumo?", reader="u3", limits=limits)


async def wrong_answer(house: House, **where: str) -> Answer:
    """Posted at m1 and called wrong by its reader."""
    answer = await ask(house, "When was Lumo 3 released?", thread="chat:1", reader="u1")
    place = {"channel": "chat", "address": "u1", "platform_id": "m1", **where}
    await replies.answer_posted(database=house.database, clock=house.clock, answer=answer.id, **place)  # type: ignore[arg-type]
    await replies.give_feedback(
        database=house.database, clock=house.clock, answer=answer.id, verdict="wrong", reader="u1"
    )
    return answer


async def correct(house: House, id: str, text: str = "Lumo 3 was released on 13 May.") -> None:
    await replies.correct_answer(
        database=house.database, clock=house.clock, summariser=house.summariser, answer=id, text=text
    )


async def state(house: House, id: str) -> PostState:
    async with house.database.read() as tx:
        [post] = await tx.posts.of(id, tenant=PUBLIC)
    return post.state


async def test_a_wrong_answer_is_corrected_where_it_was_posted(house: House) -> None:
    """A platform that is busy is asked again; what is put there says that it is a correction."""
    platform = Platform(posted={"m1": "wrong"}, failing=True)
    channels = {"chat": platform.channel(changes=True)}
    answer = await wrong_answer(house)
    assert await replies.correct_posts(database=house.database, channels=channels) == 0
    await correct(house, answer.id)
    assert await replies.correct_posts(database=house.database, channels=channels) == 0
    assert await state(house, answer.id) is PostState.DUE
    platform.failing = False
    assert await replies.correct_posts(database=house.database, channels=channels) == 1
    assert await state(house, answer.id) is PostState.CORRECTED
    assert "corrected" in platform.posted["m1"]
    assert "13 May" in platform.posted["m1"]


async def test_where_nothing_can_be_changed_the_next_answer_says_so(house: House) -> None:
    """Once, in that conversation."""
    answer = await wrong_answer(house)
    await correct(house, answer.id)
    await replies.correct_posts(database=house.database, channels={"chat": Platform().channel(changes=False)})
    assert "Lumo" not in (await ask(house, "How many jobs will Vega Systems cut?", thread="chat:2")).note
    told = await ask(house, "How many jobs will Vega Systems cut?", thread="chat:1")
    assert "When was Lumo 3 released?" in told.note
    assert "13 May" in told.note
    assert not (await ask(house, "How many jobs will Vega Systems cut?", thread="chat:1")).note


async def test_a_conversation_without_message_ids_is_told_once_too(house: House) -> None:
    """No place was noted, as on a platform that gives its messages no id."""
    answer = await ask(house, "When was Lumo 3 released?", thread="line:u1")
    await correct(house, answer.id)
    for told in (True, False):
        note = (await ask(house, "How many jobs will Vega Systems cut?", thread="line:u1")).note
        assert ("13 May" in note) is told


class Hurried(ExtractiveSummariser):
    """Notes how long it has for an answer."""

    def __init__(self) -> None:
        self.left: list[float | None] = []

    async def answer(self, question: Question, passages: Sequence[Passage]) -> Answer:
        self.left.append(time_left())
        return await super().answer(question, passages)


async def test_without_a_better_word_the_wrong_sentences_are_withdrawn(house: House) -> None:
    """Never the same again; and asking anew takes no longer than an answer may."""
    answer, hurried = await wrong_answer(house), Hurried()
    exchange = await replies.correct_answer(
        database=house.database, clock=house.clock, summariser=hurried, answer=answer.id, seconds=3600
    )
    assert hurried.left
    assert all(left is not None and left <= 3600 for left in hurried.left)
    assert not {s.text for s in exchange.current.sentences} & {s.text for s in answer.sentences}
    with pytest.raises(BadInput, match="nothing"):
        await correct(house, "nothing")


async def test_the_evaluation_set_has_all_but_the_person(house: House) -> None:
    """Question, passages with their texts, answer, verdicts."""
    answer = await wrong_answer(house)
    [row] = await evaluation_rows(database=house.database, tenant=PUBLIC, limit=9)
    assert (row["id"], row["feedback"]) == (answer.id, ["wrong"])
    assert row["passages"][0]["text"] == LUMO
    assert "u1" not in str(row)


async def test_a_person_can_be_erased(house: House) -> None:
    """With everything that names them; the others stay."""
    await wrong_answer(house)
    kept = await ask(house, "When was Lumo 3 released?", reader="u2")
    gone = await replies.erase_reader(database=house.database, reader="u1")
    assert (gone.questions, gone.feedback) == (1, 1)
    async with house.database.read() as tx:
        left = await tx.questions.list(tenant=PUBLIC, limit=9)
    assert [one.id for one in left if one.question.text] == [kept.id]
    assert not (await replies.erase_reader(database=house.database, reader="u1")).anything


async def everything(house: House) -> str:
    """What questions, answers, posts and feedback hold, as it is stored."""
    async with house.database.begin() as tx:
        rows = [
            await tx.run_sync(
                lambda connection, table=table: connection.exec_driver_sql(f"SELECT * FROM {table}").all()
            )
            for table in ("questions", "posts", "feedback", "readers")
        ]
    return str(rows)


@pytest.mark.parametrize("corrected", [True, False])
async def test_a_wrong_answer_is_taken_back_though_its_asker_is_erased(house: House, corrected: bool) -> None:
    """Before its correction was put, or before anybody corrected it; until then nothing personal is kept, then nothing at all."""
    platform = Platform(posted={"m1": "wrong"}, failing=True)
    channels = {"chat": platform.channel(changes=True)}
    answer = await wrong_answer(house)
    if corrected:
        await correct(house, answer.id)
    await replies.erase_reader(database=house.database, reader="u1")
    left = await everything(house)
    assert "u1" not in left
    assert "Lumo" not in left
    assert not await kept_answers(database=house.database, tenant=PUBLIC, limit=9)
    with pytest.raises(BadInput):
        await correct(house, answer.id)
    assert await replies.correct_posts(database=house.database, channels=channels) == 0
    platform.failing = False
    assert await replies.correct_posts(database=house.database, channels=channels) == 1
    assert platform.posted["m1"].strip() == phrase("en", "answer.withdrawn")
    assert answer.id not in await everything(house)


@pytest.mark.parametrize("changes", [True, False])
async def test_what_cannot_be_taken_back_is_not_kept_for_it(house: House, changes: bool) -> None:
    """A platform that lets nobody change a message, or that refuses for good."""
    answer = await wrong_answer(house)
    await replies.erase_reader(database=house.database, reader="u1")
    channels = {"chat": Platform(posted={"m1": "wrong"}, failing=True).channel(changes=changes)}
    for _ in range(6):
        await replies.correct_posts(database=house.database, channels=channels)
    assert answer.id not in await everything(house)


async def test_an_erased_answer_hinders_no_other_correction(house: House) -> None:
    """Its place was looked up already when it was removed."""

    class Erasing(Platform):
        async def correct(self, to: Address, platform_id: str, message: Message) -> None:
            await replies.erase_reader(database=house.database, reader="u1")
            await super().correct(to, platform_id, message)

    platform = Erasing(posted={"m1": "wrong", "m2": "wrong"})
    for place in ("m1", "m2"):
        await correct(house, (await wrong_answer(house, platform_id=place, address="C1")).id)
    channels = {"chat": platform.channel(changes=True)}
    for _ in range(3):
        await replies.correct_posts(database=house.database, channels=channels)
    assert "wrong" not in (platform.posted["m1"], platform.posted["m2"])
    assert "u1" not in await everything(house)


async def test_a_person_is_erased_by_the_id_that_the_platform_knows(house: House) -> None:
    """In whatever tenant, with what they wrote and what was done with it; that it came once stays known, and nobody else goes."""
    places = {
        "U1:command": "hello",
        "U1 at once": "stop",
        "C1:8": '{"user": "U1"}',
        "C1:9": '{"user": "U12"}',
        "U12": "hello",
    }
    talk = [
        Inbound(f"e{n}", "chat", "chat:T1", place, said, NOON, False) for n, (place, said) in enumerate(places.items())
    ]
    failed = Inbound("e9", "chat", "chat:T1", "C1:7", "hello", NOON, False)
    async with house.database.begin() as tx:
        await tx.tenants.put(Tenant("chat:T1", "T1", NOON))
        for id in ("chat:U1", "chat:U12"):
            await tx.readers.put(Reader(id, "chat:T1", "Ann", "en", "UTC", NOON), tenant="chat:T1")
        await tx.inbox.add([*talk, failed], tenant="chat:T1", claim="")
        await tx.inbox.finish([failed], tenant="chat:T1", errors={"e9": "U1: asked for too much"})
    for id in ("chat:U1", "chat:U12"):
        await ask(house, "When was Lumo 3 released?", reader=id, tenant="chat:T1")
    gone = await replies.erase_reader(database=house.database, reader="U1")
    assert (gone.questions, gone.readers) == (1, 1)
    async with house.database.begin() as tx:
        assert [one.id for one in await tx.readers.list(tenant="chat:T1")] == ["chat:U12"]
        assert not await tx.inbox.add(talk, tenant="chat:T1", claim="")
        left = await tx.inbox.take(tenant=["chat:T1"], claims=[""], claim="us", now=NOON, limit=9)
        errors = await tx.run_sync(lambda connection: connection.exec_driver_sql("SELECT error FROM inbox").all())
    assert [one.job.conversation for one in left] == ["C1:9", "U12"]
    assert "U1" not in str(errors)


async def test_what_a_person_set_up_for_all_stays_without_their_name(house: House) -> None:
    """The app of a workspace, and a channel's brief; their own brief goes."""
    async with house.database.begin() as tx:
        await tx.tenants.put(Tenant("chat:T1", "T1", NOON))
        await tx.readers.put(Reader("chat:U1", "chat:T1", "Ann", "en", "UTC", NOON), tenant="chat:T1")
        app = SealedInstallation("chat", "chat:T1", "T1", "B1", "U1", (), None, "sealed")
        await tx.installations.put(app, tenant="chat:T1")
        own = subscription("own", tenant="chat:T1", reader="chat:U1", channel="chat", address="U1")
        await tx.subscriptions.put([own, replace(own, id="all", address="C1")], tenant="chat:T1")
    assert (await replies.erase_reader(database=house.database, reader="U1")).subscriptions == 1
    async with house.database.read() as tx:
        assert await tx.installations.get("chat", tenant="chat:T1") == replace(app, installer="")
        [left] = await tx.subscriptions.list(tenant="chat:T1")
    assert (left.id, left.reader, left.address) == ("all", None, "C1")


async def test_an_operator_sees_and_corrects_what_any_tenant_was_told(house: House) -> None:
    """Not only what was asked in the install's own name."""
    async with house.database.begin() as tx:
        await tx.tenants.put(Tenant("line", "LINE", NOON))
    told = await ask(house, "When was Lumo 3 released?", tenant="line")
    await ask(house, "How many jobs will Vega Systems cut?")
    await replies.give_feedback(
        database=house.database, clock=house.clock, answer=told.id, verdict="wrong", tenant="line"
    )
    every = await kept_answers(database=house.database, tenant=None, limit=9)
    assert sorted(one.question.tenant for one, _ in every) == ["line", PUBLIC]
    [(wrong, said)] = await kept_answers(database=house.database, tenant=None, limit=9, wrong=True)
    assert (wrong.id, [word.verdict for word in said]) == (told.id, ["wrong"])
    assert await replies.whose_answer(told.id, database=house.database) == "line"
    with pytest.raises(BadInput, match="not kept"):
        await replies.whose_answer("nobody's", database=house.database)


async def test_what_was_asked_is_forgotten_in_time(house: House) -> None:
    """Ninety days by the setting; a day before it is still there."""
    await wrong_answer(house)
    for days, left in ((89, 1), (91, 0)):
        clock = FixedClock(NOON + timedelta(days=days))
        await replies.forget_old(database=house.database, clock=clock, kept=timedelta(days=90))
        async with house.database.read() as tx:
            assert len(await tx.questions.list(tenant=PUBLIC, limit=9)) == left


async def test_each_side_of_a_comparison_is_told_of_what_is_compared(house: House) -> None:
    """Of the parameters of two models not their dates."""
    more = (
        an_article("lumo2", "s1", title="Orbita Labs tests Lumo 3", text="Lumo 3 was tested in Bergen by Orbita Labs."),
        an_article(
            "tova", "s2", title="Vega Systems opens Tova 2", text="Tova 2 has 30 billion parameters. It is small."
        ),
    )
    async with house.database.begin() as tx:
        await tx.articles.add(more, tenant=PUBLIC)
    await index(house, more)
    found = await ask(house, "Compare the parameters of Lumo 3 and Tova 2")
    told = " ".join(sentence.text for sentence in found.sentences)
    assert "70 billion parameters" in told
    assert "30 billion parameters" in told
    assert "Bergen" not in told
