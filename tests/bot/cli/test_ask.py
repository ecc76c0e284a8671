"""`ainews ask`."""

import asyncio
from datetime import timedelta
from pathlib import Path

from news.model import PUBLIC
from store.database import Database
from tests.bot.cli.commands import Shell
from tests.store.samples import NOON, article, brief


async def upgraded(file: Path) -> None:
    """As a migration leaves it that made the index anew: articles and briefs, and nothing to find them by."""
    database = await Database.open(f"sqlite:///{file}")
    await database.migrate()
    text = "Orbit Labs released the Kestrel 2 model on Thursday. It costs 4 dollars a million words."
    report = article(title="Orbit Labs releases Kestrel 2", text=text, summary="", story="s1")
    async with database.begin() as tx:
        await tx.articles.add([report], tenant=PUBLIC)
        await tx.briefs.put(brief())
    await database.close()


def test_the_first_question_after_an_upgrade_finds_what_was_collected_before(tmp_path: Path) -> None:
    """Asked alone, with no server and nothing collected in between; what is filled is told on stderr, never in the JSON."""
    asyncio.run(upgraded(tmp_path / "cli.db"))
    answer = Shell(tmp_path)("ask", "What did Orbit Labs release?", "--at", NOON.isoformat(), "--json").json
    assert not answer["abstained"]
    assert "Kestrel 2" in answer["answer"][0]["text"]
    shell = Shell(tmp_path)
    assert shell("feedback", answer["id"], "wrong", "--json").json == {"answer": answer["id"], "verdict": "wrong"}
    assert shell("answers", "--wrong", "--json").json[0]["feedback"] == ["wrong"]
    shell("feedback", "nobody", "useful").refused("nobody", "ainews answers")
    shell("ask", "Who?", "--story", "nowhere").refused("nowhere", "stories")

    async def left() -> tuple[int, int]:
        database = await Database.open(f"sqlite:///{tmp_path}/cli.db")
        async with database.read() as tx:
            counts = await tx.search.missing_count(tenant=PUBLIC), len(await tx.briefs.unindexed(tenant=PUBLIC))
        await database.close()
        return counts

    assert asyncio.run(left()) == (0, 0)


def test_who_only_uses_commands_keeps_questions_no_longer(tmp_path: Path) -> None:
    """They go when sources are read, as a server lets them go every night."""
    asyncio.run(upgraded(tmp_path / "cli.db"))
    shell = Shell(tmp_path)
    (tmp_path / "one.csv").write_text("name,feed_url\nNowhere,http://127.0.0.1:9/feed\n")
    shell("ask", "What did Orbit Labs release?", "--at", NOON.isoformat())
    for days, left in ((89, 1), (91, 0)):
        at = (NOON + timedelta(days=days)).isoformat()
        shell("collect", "--catalogue", f"{tmp_path}/one.csv", "--at", at)
        assert len(shell("answers", "--json").json) == left


def test_a_question_may_begin_with_a_dash(tmp_path: Path) -> None:
    """Without words it is answered as other questions without words; an unknown option is still one."""
    asyncio.run(upgraded(tmp_path / "cli.db"))
    shell = Shell(tmp_path)
    for alone in (["-"], ["--", "-"], ["--", "--"], ["---"], ["*"]):
        assert shell("ask", "--json", *alone).json["abstained"]
    assert "Kestrel 2" in shell("ask", "- What did Orbit Labs release?", "--at", NOON.isoformat()).out
    shell("ask", "--").refused("question")
    assert shell("ask", "-x").code == 2
