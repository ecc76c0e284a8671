"""Fits summariser/data/verifying.json: how likely a sentence answers a question.

    python benchmarks/quality/fit_verifying.py FACTS.jsonl QUIZ_DOCS.jsonl QUIZ_QUERIES.jsonl --english DB --asian DB [--write]

FACTS: newsroom_facts.jsonl beside this file, questions with the sentences that readers marked, by the first twelve digits of their SHA-256
(the archives are not in the repository). The quiz, general news, counts three tenths: a sentence is right there where it has the answer's
words. Prints what five folds by question would tell, with trees that saw none of their questions. Needs scikit-learn.
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
from sklearn.ensemble import GradientBoostingClassifier

sys.path.insert(0, str(Path(__file__).parents[1]))

from answers import holds, removed
from archive import archive, asked_at, documents, read
from fitting import AT, Table, digest, fit, options

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

FOLDS: Final = 5
OF_QUIZ: Final = 0.3
OF_PARTLY: Final = 0.5
"""What a sentence counts that tells a part: as one that does not answer, half."""
BARS: Final = (0.2, 0.3, 0.4, BAR, 0.5)


def make() -> Any:
    return GradientBoostingClassifier(
        n_estimators=400, max_depth=3, learning_rate=0.04, min_samples_leaf=20, subsample=0.7, max_features=0.2, random_state=1
    )  # fmt: skip


@dataclass
class Pool:
    """What may answer in one language, or in any. `marks`: of each candidate "right", "partly", "wrong" or "", which nobody read."""

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
    pools: list[Pool] = field(default_factory=list)

    @property
    def fold(self) -> int:
        return zlib.crc32(str(self.row["id"]).encode()) % FOLDS

    @property
    def is_quiz(self) -> bool:
        return self.group.startswith("quiz")

    @property
    def is_told(self) -> bool:
        return any("right" in pool.marks for pool in self.pools)


async def case(group: str, row: Mapping[str, Any], question: str, at: datetime, database: Database) -> Case:
    """Every pool that the product would look through if none answered."""
    made = Case(group, row)

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
        marks = [mark(row, one.text, is_quiz=made.is_quiz) for one in found]
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


def mark(row: Mapping[str, Any], text: str, *, is_quiz: bool) -> str:
    if is_quiz:
        return "right" if holds(row, text) else "wrong"
    key = digest(text)
    return next((name for name in ("right", "partly", "wrong") if key in row[name]), "")


async def gathered(args: Namespace) -> list[Case]:
    made: list[Case] = []
    for name, path in (("en", args.english), ("asia", args.asian)):
        database = await Database.open(f"sqlite:///{path}")
        rows = [row for row in read(args.facts) if row["archive"] == name]
        made += [await case(name, row, row["question"], AT[name], database) for row in rows]
        await database.close()
    reports, quiz = documents(read(args.quiz_documents)), read(args.quiz_queries)
    for group, articles in (("quiz", reports), ("quiz, removed", removed(reports, quiz))):
        async with archive(articles) as database:
            made += [await case(group, row, row["query"], asked_at(row), database) for row in quiz]
    return made


def table(given: Sequence[Case], names: Sequence[str]) -> Table:
    """Signs, whether it answers, what it counts, and the fold, of every candidate that somebody read."""
    rows = [(one, pool, at) for one in given for pool in one.pools for at in range(len(pool.marks)) if pool.marks[at]]
    x = np.array([[pool.rows[at][name] for name in names] for _, pool, at in rows])
    y = np.array([pool.marks[at] == "right" for _, pool, at in rows])
    counts = [
        (OF_QUIZ if one.is_quiz else 1) * (OF_PARTLY if pool.marks[at] == "partly" else 1) for one, pool, at in rows
    ]
    return x, y, np.array(counts), np.array([one.fold for one, _, _ in rows])


def outcome(one: Case, bar: float) -> str:
    """Of the first pool whose best candidate is likely enough the mark; "silent" where none is."""
    for pool in one.pools:
        if not len(pool.chances):
            continue
        at = int(np.argmax(pool.chances))
        told = any(each.told >= 0 for each in pool.found)
        if pool.chances[at] >= bar or (not pool.ours and told and pool.chances[at] >= OF_ELSE):
            return pool.marks[at] or "unread"
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
    args = options(__doc__, "facts", "quiz_documents", "quiz_queries").parse_args()
    given = asyncio.run(gathered(args))
    pools = [(one.fold, pool) for one in given for pool in one.pools]
    fit("verifying", make, pools, partial(table, given), partial(report, given), write=args.write)


if __name__ == "__main__":
    main()
