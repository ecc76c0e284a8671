"""Fits summariser/data/verifying.json: how likely a sentence answers a question.

    python benchmarks/quality/fit_verifying.py FACTS.jsonl TALKS.jsonl QUIZ_DOCS.jsonl QUIZ_QUERIES.jsonl --english DB --asian DB [--write]

FACTS: newsroom_facts.jsonl beside this file, questions with the sentences that readers marked, by the first twelve digits of their SHA-256
(the archives are not in the repository). TALKS: newsroom_talks.jsonl: the first question of each conversation, and every later one as it was
written to be asked alone, which counts little. Of the quiz, general news, a sentence is right where it has the answer's words; what is told
there the rules tell (`verifying.py`). Prints what five folds by matter would tell, with trees that saw none of theirs. Needs scikit-learn; an hour.
"""

import asyncio
import sys
import zlib
from argparse import Namespace
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, Final
from unittest.mock import patch

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

sys.path.insert(0, str(Path(__file__).parents[1]))

from answers import holds, removed
from archive import archive, asked_at, documents, read
from fitting import AT, Table, digest, fit, options
from talks import FOLDS, folds_of

from bot.newsroom.answering.answering import answer_question
from bot.newsroom.finding import verifying as stage
from news.asking import Answer, Passage, Question
from news.ports import FixedClock
from store.database import Database
from summariser.answering import verifying
from summariser.answering.answer_signs import Candidate, signs, sought
from summariser.answering.answers import weighed
from summariser.answering.verifying import BAR, OF_ELSE
from summariser.asking.asked_for import Asked as Parts
from summariser.telling.extractive import ExtractiveSummariser

COUNTS: Final = {"right": 1.0, "partly": 0.5, "wrong": 1.0, "unread": 0.5}
"""What a sentence counts: one that tells a part, as one that does not answer, half; and so one of a report that nobody read."""
OF_GROUP: Final = {"facts": 2.0, "first": 1.5, "alone": 0.25, "quiz": 0.7}
"""And what one of a question counts."""
BARS: Final = (0.2, 0.3, 0.4, BAR, 0.5)


def make() -> Any:
    return HistGradientBoostingClassifier(
        max_iter=400, learning_rate=0.05, max_leaf_nodes=12, min_samples_leaf=40, l2_regularization=2.0, max_features=0.3,
        early_stopping=False, random_state=1,
    )  # fmt: skip


@dataclass
class Pool:
    """What may answer in one language, or in any. `marks`: of each candidate "right", "partly", "wrong", "unread", or "", which may be either."""

    found: Sequence[Candidate]
    rows: Sequence[Mapping[str, float]]
    marks: Sequence[str]
    ours: bool
    chances: Any = None


@dataclass
class Case:
    """A question; `group` is its archive, or the quiz with and without what answers."""

    group: str
    row: Mapping[str, Any]
    fold: int
    pools: list[Pool] = field(default_factory=list)

    @property
    def counts(self) -> float:
        return next(each for name, each in OF_GROUP.items() if name in self.group)

    @property
    def is_quiz(self) -> bool:
        return self.group.startswith("quiz")

    @property
    def is_told(self) -> bool:
        return any("right" in pool.marks for pool in self.pools)


async def case(group: str, row: Mapping[str, Any], fold: int, question: str, at: datetime, database: Database) -> Case:
    """Every pool that the product would look through if none answered."""
    made = Case(group, row, fold)

    def recorded(
        question: Question,
        passages: Sequence[Passage],
        near: Sequence[Passage],
        parts: Parts,
        answer: Answer,
        *,
        few: bool = False,
    ) -> Answer:
        found = verifying.candidates(question, passages, near, answer, few=few)
        of = sought(question, weighed(question, tuple(passages)).asked, parts)
        marks = [mark(row, one, is_quiz=made.is_quiz) for one in found]
        made.pools.append(
            Pool(found, signs(of, found), marks, question.language != "en" or verifying.is_of_ai(passages))
        )
        return replace(answer, sentences=(), abstained=True, confidence=0.0)

    with patch.object(stage, "verified", recorded):
        await answer_question(
            database=database,
            clock=FixedClock(at),
            summariser=ExtractiveSummariser(),
            text=question,
            language="en" if made.is_quiz else None,
        )
    return made


def mark(row: Mapping[str, Any], one: Candidate, *, is_quiz: bool) -> str:
    if is_quiz:
        return "right" if holds(row, one.text) else "wrong"
    known = {line: name for name in ("wrong", "partly", "right") for line in row[name]}
    if found := known.get(digest(one.text)):
        return found
    return "" if digest(one.passage.title) in known else "unread"


def asked(talks: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every question that stands alone, with its group, as a row of facts has them."""
    for row in talks:
        lines = {line for turn in row["turns"] for name in ("right", "partly") for line in turn.get(name, ())}
        for at, turn in enumerate(row["turns"]):
            right, partly = turn["right"], turn.get("partly", [])
            text = turn["alone"] if at else turn["question"]
            own = {
                "question": text,
                "right": right,
                "partly": partly,
                "wrong": {*row["read"], *lines} - {*right, *partly},
            }
            yield "alone" if at else "first", {"id": row["id"], "archive": row["archive"], **own}


async def gathered(args: Namespace) -> list[Case]:
    made: list[Case] = []
    talks = read(args.talks)
    folds = folds_of([*read(args.facts), *talks])
    for name, path in (("en", args.english), ("asia", args.asian)):
        database = await Database.open(f"sqlite:///{path}")
        rows = [("facts", row) for row in read(args.facts)] + list(asked(talks))
        made += [
            await case(f"{name}, {group}", row, folds[row["id"]], row["question"], AT[name], database)
            for group, row in rows
            if row["archive"] == name
        ]
        await database.close()
    reports, quiz = documents(read(args.quiz_documents)), read(args.quiz_queries)
    for group, articles in (("quiz", reports), ("quiz, removed", removed(reports, quiz))):
        async with archive(articles) as database:
            made += [
                await case(
                    group, row, zlib.crc32(str(row["id"]).encode()) % FOLDS, row["query"], asked_at(row), database
                )
                for row in quiz
            ]
    return made


def table(given: Sequence[Case], names: Sequence[str]) -> Table:
    """Signs, whether it answers, what it counts, and the fold, of every candidate that somebody read."""
    rows = [(one, pool, at) for one in given for pool in one.pools for at in range(len(pool.marks)) if pool.marks[at]]
    x = np.array([[pool.rows[at][name] for name in names] for _, pool, at in rows], np.float32)
    y = np.array([pool.marks[at] == "right" for _, pool, at in rows])
    counts = [one.counts * COUNTS[pool.marks[at]] for one, pool, at in rows]
    return x, y, np.array(counts), np.array([one.fold for one, _, _ in rows])


def outcome(one: Case, bar: float) -> str:
    """Of the first pool whose best candidate is likely enough the mark; "silent" where none is."""
    for pool in one.pools:
        if not len(pool.chances):
            continue
        at = int(np.argmax(pool.chances))
        told = any(each.told >= 0 for each in pool.found)
        if pool.chances[at] >= bar or (not pool.ours and told and pool.chances[at] >= OF_ELSE):
            return pool.marks[at] or "either"
    return "silent"


def report(given: Sequence[Case]) -> None:
    for group in dict.fromkeys(one.group for one in given):
        ours = [one for one in given if one.group == group and one.pools]
        print(f"{group}: {len(ours)} questions, {sum(one.is_told for one in ours)} of them told")
        for bar in BARS:
            seen = Counter((one.is_told, outcome(one, bar)) for one in ours)
            shown = (f"{name}: {dict(told_of(seen, told))}" for name, told in (("told", True), ("not told", False)))
            print(f"   {bar}", *shown)
    best = [
        (pool.chances.max(), pool.marks[int(np.argmax(pool.chances))] == "right")
        for one in given if not one.is_quiz for pool in one.pools if len(pool.chances)
    ]  # fmt: skip
    for least in np.arange(0.0, 1.0, 0.1):
        at = [(said, were) for said, were in best if least <= said < least + 0.1]
        if at:
            print(
                f"   said {np.mean([one for one, _ in at]):.2f}, right {np.mean([one for _, one in at]):.2f} of {len(at)}"
            )


def told_of(seen: Counter[tuple[bool, str]], told: bool) -> Iterator[tuple[str, int]]:
    yield from sorted((mark, count) for (is_told, mark), count in seen.items() if is_told == told)


def main() -> None:
    args = options(__doc__, "facts", "talks", "quiz_documents", "quiz_queries").parse_args()
    given = asyncio.run(gathered(args))
    pools = [(one.fold, pool) for one in given for pool in one.pools]
    fit("verifying", make, pools, partial(table, given), partial(report, given), write=args.write)


if __name__ == "__main__":
    main()
