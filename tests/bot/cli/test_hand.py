"""A question in a worker process: answered and kept there as the server would."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from bot.jobs.crew import Crew
from bot.newsroom.answering.answering import answer_question
from news.errors import TooMany
from news.model import PUBLIC
from store.asking import read_answer
from tests.bot.program import ROOT
from tests.bot.shelf import a_story, an_article, shelf

TEXT = "Orbita Labs released Lumo 3 on 12 May. Lumo 3 has 70 billion parameters."
LUMO = an_article("lumo", "s1", title="Orbita Labs opens Lumo 3", text=TEXT)
STORY = a_story("s1")


def asked(**more: Any) -> dict[str, Any]:
    given = {"text": "How many parameters does Lumo 3 have?", "reader": "ann", "tenant": PUBLIC, "zone": "Asia/Tokyo"}
    return json.loads(json.dumps({**given, "limits": (2, 100), **more}))


@pytest.mark.long
async def test_a_worker_process_answers_as_the_server_does_and_keeps_it_where_the_server_looks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same words, a row of its own, and the limits of both counted together."""
    monkeypatch.chdir(ROOT)
    async with shelf(tmp_path, articles=[LUMO], stories=[STORY]) as house:
        env = {"AINEWS_DATABASE_URL": house.settings.database, "AINEWS_ZONE": "UTC"}
        crew = Crew([sys.executable, "-m", "bot.cli.hand"], env=env)
        try:
            assert not crew.has("answers-1")
            await crew.call("answers-1", "get_ready")
            assert crew.has("answers-1")
            told = read_answer(await crew.call("answers-1", "answer", **asked(once="m1")))
            here = await answer_question(
                database=house.database, clock=house.clock, summariser=house.summariser, text=told.question
            )
            async with house.database.read() as tx:
                kept = await tx.questions.get(told.id, tenant=PUBLIC)
            assert [one.text for one in told.sentences] == [one.text for one in here.sentences]
            assert kept is not None
            assert (kept.question.reader, kept.answer) == ("ann", told)
            await crew.call("answers-1", "answer", **asked(once="m2"))
            with pytest.raises(TooMany):
                await crew.call("answers-1", "answer", **asked(once="m3"))
        finally:
            await crew.close()
