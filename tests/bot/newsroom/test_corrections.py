"""A wrong answer is corrected where it was posted; answers are kept for whoever runs the bot."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.house import House
from bot.newsroom.answering import replies
from bot.newsroom.answering.evaluation import evaluation_rows, kept_answers
from news.asking import Answer, Passage, PostState, Question
from news.deadlines import time_left
from news.errors import BadInput
from news.model import PUBLIC, Tenant
from news.phrases import phrase
from news.ports import FixedClock
from summariser.telling.extractive import ExtractiveSummariser
from tests.bot.newsroom.conversing import (
    LUMO,
    Platform,
    ask,
    correct,
    enter,
    wrong_answer,
)
from tests.bot.shelf import NOON, an_article


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


async def test_a_correction_holds_for_who_asks_the_same_later(house: House) -> None:
    """Whoever it is and however it is punctuated; in the same conversation it is not told twice."""
    wrong = await wrong_answer(house)
    await correct(house, wrong.id)
    for asked, thread in (("when was lumo 3 released", "chat:7"), ("When was Lumo 3 released?", "chat:1")):
        again = await ask(house, asked, thread=thread, reader="u2")
        assert [one.text for one in again.sentences] == ["Lumo 3 was released on 13 May."]
        assert again.note == phrase("en", "answer.corrected")
        assert again.id != wrong.id
    assert "70 billion" in (await ask(house, "How many parameters has Lumo 3?")).sentences[0].text


async def test_what_was_wrong_is_never_told_again_though_nothing_better_is_known(house: House) -> None:
    wrong = await wrong_answer(house)
    await correct(house, wrong.id, text="")
    again = await ask(house, "When was Lumo 3 released?")
    assert not {one.text for one in again.sentences} & {one.text for one in wrong.sentences}


async def test_a_correction_holds_until_newer_reports(house: House) -> None:
    """Then they answer, without what was wrong."""
    wrong = await wrong_answer(house)
    await correct(house, wrong.id)
    later = NOON + timedelta(hours=1)
    news = an_article(
        "recall",
        "s1",
        title="Lumo 3 was released again on 20 May",
        text="Lumo 3 was released again on 20 May.",
        published=later,
        seen=later,
    )
    await enter(house, [news])
    tomorrow = replace(house, clock=FixedClock(later + timedelta(hours=1)))
    again = await ask(tomorrow, "When was Lumo 3 released?")
    told = " ".join(one.text for one in again.sentences)
    assert "20 May" in told
    assert not {one.text for one in again.sentences} & {one.text for one in wrong.sentences}


async def test_a_correction_in_one_workspace_is_told_in_no_other(house: House) -> None:
    """It may speak of what only they may read; a public one is told to all."""
    async with house.database.begin() as tx:
        await tx.tenants.put(Tenant("acme", "Acme", NOON))
        await tx.tenants.put(Tenant("borea", "Borea", NOON))
    question = "When was Lumo 3 released?"
    answer = await ask(house, question, tenant="acme")
    await replies.correct_answer(
        database=house.database, clock=house.clock, summariser=house.summariser, answer=answer.id, text="Never.", tenant="acme"
    )  # fmt: skip
    for tenant, told in (("acme", "Never."), ("borea", "12 May"), (PUBLIC, "12 May")):
        assert told in (await ask(house, question, tenant=tenant)).sentences[0].text
    await correct(house, (await wrong_answer(house)).id)
    assert "13 May" in (await ask(house, question, tenant="borea")).sentences[0].text


async def test_the_correction_of_what_went_on_from_another_question_holds_there_alone(house: House) -> None:
    """The same words mean something else in another conversation."""
    await ask(house, "When was Lumo 3 released?", thread="chat:1")
    asked = "how many are there?"
    answer = await ask(house, asked, thread="chat:1")
    await correct(house, answer.id, text="There are seven Lumos.")
    await ask(house, "How many jobs does Vega Systems cut?", thread="chat:2")
    elsewhere = await ask(house, asked, thread="chat:2")
    assert "seven" not in " ".join(one.text for one in elsewhere.sentences)
