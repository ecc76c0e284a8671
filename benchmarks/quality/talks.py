"""Conversations on the newsroom's archives, each turn with the lines that answer it, as `newsroom_talks.jsonl` beside this file marks them.

A row is a conversation: `of`: the digest of the title it is about; `turns`: what was typed (`question`), the same as asked by itself (`alone`), and the
lines that tell it, `right`, or half of it, `partly`; `read`: what was read besides. Lines stand there by the first twelve digits of their SHA-256.
"""

import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Final, cast

from archive import read
from fitting import AT, digest

from bot.newsroom.answering.resuming import meant
from bot.newsroom.answering.same_matter import REPORTS, in_hand, reports_of
from bot.newsroom.finding.links import story_called
from news.asking import Exchange, Passage, Question
from news.model import PUBLIC, Article
from store.database import Database
from summariser.answering.reader import weighed_lines
from summariser.answering.reader_signs import Heard, Line
from summariser.asking.conversation import Kind
from summariser.asking.matters_asked import asked_of, matter_of
from summariser.asking.slots import named_in
from summariser.asking.support import bare

FOLDS: Final = 5
BACK: Final = timedelta(days=400)


@dataclass
class Turn:
    """`marks`: of each line "right", "partly", "wrong", or "unread"; `fold`: all that share a line that answers are in one."""

    id: str
    heard: Heard
    alone: str
    follows: bool
    told: bool
    lines: Sequence[Line]
    rows: list[dict[str, float]]
    marks: Sequence[str]
    fold: int = 0
    chances: Any = None


async def turns(path: Path, archives: Mapping[str, Path]) -> list[Turn]:
    """Of every conversation whose story is in its archive."""
    rows = read(path)
    folds = folds_of(rows)
    made: list[Turn] = []
    for name, kept in archives.items():
        database = await Database.open(f"sqlite:///{kept}")
        async with database.read() as tx:
            every = await tx.articles.between(tenant=PUBLIC, start=AT[name] - BACK, end=AT[name], seen_until=AT[name])
        titled: dict[str, list[Article]] = defaultdict(list)
        for one in every:
            titled[digest(bare(one.title))].append(one)
        for row in (one for one in rows if one["archive"] == name and one["of"] in titled):
            for turn in await _of_row(row, titled[row["of"]], AT[name], database):
                turn.fold = folds[row["id"]]
                made.append(turn)
        await database.close()
    return made


def folds_of(rows: Sequence[Mapping[str, Any]]) -> dict[str, int]:
    """Two that a line answers in both, conversations or questions, are of one matter, and so in one fold."""
    of: dict[str, str] = {}

    def first(one: str) -> str:
        while of.setdefault(one, one) != one:
            one = of[one]
        return one

    for row in rows:
        lines = row["right"] if "right" in row else [line for turn in row["turns"] for line in turn["right"]]
        for key in (*lines, *([row["of"]] if "of" in row else [])):
            of[first(key)] = first(row["id"])
    return {row["id"]: zlib.crc32(first(row["id"]).encode()) % FOLDS for row in rows}


async def _of_row(row: Mapping[str, Any], titled: Sequence[Article], at: datetime, database: Database) -> list[Turn]:
    chosen = Counter(one.story or one.id for one in titled).most_common(1)[0][0]
    story = await story_called(chosen, PUBLIC, database=database)
    if story is None:
        return []
    title, asked = bare(titled[0].title), [turn["question"] for turn in row["turns"]]
    first = Question("q", PUBLIC, None, asked[0], row["turns"][0]["language"], at)
    own, near = await reports_of([story], first, database=database)
    made, told = [], list[str]()
    for k, (turn, heard) in enumerate(_heard(row, title, at.date())):
        question = Question("q", PUBLIC, None, turn["question"], turn["language"], at)
        heard = Heard(heard.text, heard.whole, heard.language, (title,), tuple(reversed(told)))
        found = in_hand(question, (*own, *near), [title], REPORTS)
        lines, signs = weighed_lines(heard, found)
        marks = [_mark(row, turn, line.text) for line in lines]
        made.append(
            Turn(
                f"{row['id']}.{k}",
                heard,
                turn["alone"],
                k > 0,
                bool(turn["right"]),
                lines,
                [dict(one) for one in signs],
                marks,
            )
        )
        told += _answer_of(turn, found)
    return made


def _heard(row: Mapping[str, Any], title: str, today: Any) -> Iterator[tuple[Mapping[str, Any], Heard]]:
    """Each turn as the product joins it with what was asked before."""
    before: list[Any] = []
    for turn in row["turns"]:
        text = turn["question"]
        whole = meant(text, cast(list[Exchange], before), today, {})
        joined = whole.text if whole.kind is not Kind.WHOLE else ""
        own = joined if joined and (named_in(joined) or not joined.isascii()) else ""
        matter = next(filter(None, (matter_of(row["turns"][0]["question"]), matter_of(title))), "")
        full = text if not before else own or asked_of(text, matter)
        yield turn, Heard(text, full, turn["language"], (title,))
        before.insert(0, SimpleNamespace(question=SimpleNamespace(text=text)))


def _mark(row: Mapping[str, Any], turn: Mapping[str, Any], text: str) -> str:
    key = digest(text)
    found = next((name for name in ("right", "partly") if key in turn.get(name, ())), "")
    if found:
        return found
    seen = {*row["read"], *(line for one in row["turns"] for name in ("right", "partly") for line in one.get(name, ()))}
    return "wrong" if key in seen else "unread"


def _answer_of(turn: Mapping[str, Any], found: Sequence[Passage]) -> list[str]:
    """The line that would have been told."""
    from summariser.answering.reader_signs import lines_in

    return [one.text for one in lines_in(found) if digest(one.text) in turn["right"][:1]][:1]
