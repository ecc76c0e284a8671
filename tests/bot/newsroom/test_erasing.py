"""A person's right to be forgotten, and what is forgotten by itself."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.house import House
from bot.newsroom.answering import replies
from bot.newsroom.answering.evaluation import kept_answers
from news.errors import BadInput
from news.inbound import Inbound
from news.model import PUBLIC, Address, Message, Reader, Tenant
from news.phrases import phrase
from news.ports import FixedClock
from store.installations import SealedInstallation
from tests.bot.newsroom.conversing import Platform, ask, correct, everything, wrong_answer
from tests.bot.shelf import NOON
from tests.store.samples import subscription


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


async def test_what_was_asked_is_forgotten_in_time(house: House) -> None:
    """Ninety days by the setting; a day before it is still there."""
    await wrong_answer(house)
    for days, left in ((89, 1), (91, 0)):
        clock = FixedClock(NOON + timedelta(days=days))
        await replies.forget_old(database=house.database, clock=clock, kept=timedelta(days=90))
        async with house.database.read() as tx:
            assert len(await tx.questions.list(tenant=PUBLIC, limit=9)) == left
