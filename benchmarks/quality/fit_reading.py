"""Fits summariser/data/reading.json: how likely a line of the reports in hand answers what is asked of them.

    python benchmarks/quality/fit_reading.py FACTS.jsonl FOLLOWUPS.jsonl --english DB --asian DB [--write]

FACTS: newsroom_facts.jsonl beside this file: each question is asked of the matter that tells it, and, without the lines that do, of one that does not.
FOLLOWUPS: newsroom_followups.jsonl: later turns of conversations, `of`: the digest of the title in hand. Lines are marked by the first twelve digits of
their SHA-256. Prints what five folds by question would tell. Needs scikit-learn.
"""

import asyncio
import hashlib
import re
import sys
import zlib
from argparse import Namespace
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any, Final

import numpy as np
from sklearn.ensemble import GradientBoostingClassifier

sys.path.insert(0, str(Path(__file__).parents[1]))

from archive import read
from fit_verifying import AT
from fitting import Table, fit, options

from bot.newsroom.answering.same_matter import REPORTS, in_hand, reports_of
from bot.newsroom.finding.links import story_called
from news.asking import Passage, Question
from news.model import PUBLIC, Article
from store.database import Database
from summariser.answering.reader import weighed_lines
from summariser.answering.reader_signs import Heard, Line
from summariser.asking.answer_types import VALUES, answer_type
from summariser.asking.slots import named_in
from summariser.asking.support import bare, plain_lines
from summariser.words import facts

BACK: Final = timedelta(days=400)
FOLDS: Final = 5
BARS: Final = (0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6)
OF_UNREAD: Final = 0.4
"""What a line counts that nobody read, in a report whose right lines were found."""
OF_PARTLY: Final = 0.5
OF_TALKS: Final = 2.0


BARE: Final = {
    "time": {"en": "when?", "ja": "いつ？", "ko": "언제?", "th": "เมื่อไหร่", "zh": "什麼時候？"},
    "place": {"en": "where?", "ja": "どこ？", "ko": "어디서?", "th": "ที่ไหน", "zh": "在哪裡？"},
    "person": {"en": "who?", "ja": "誰が？", "ko": "누가?", "th": "ใคร", "zh": "誰？"},
    "reason": {"en": "why?", "ja": "なんで？", "ko": "왜?", "th": "ทำไม", "zh": "為什麼？"},
}
"""The same asked with one word."""


def make() -> Any:
    return GradientBoostingClassifier(
        n_estimators=250, max_depth=3, learning_rate=0.05, min_samples_leaf=15, subsample=0.7, max_features=0.2, random_state=1
    )  # fmt: skip


@dataclass
class Pool:
    """The lines of one question. `marks`: "right", "partly", "wrong", "unread", or "" for what may be right too."""

    row: Mapping[str, Any]
    kind: str
    lines: Sequence[Line]
    rows: Sequence[Mapping[str, float]]
    marks: Sequence[str]
    chances: Any = None

    @property
    def fold(self) -> int:
        return zlib.crc32(str(self.row["id"]).split("/")[0].encode()) % FOLDS


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def marks(row: Mapping[str, Any], lines: Sequence[Line]) -> list[str]:
    right = [one.text for one in lines if digest(one.text) in row["right"]]
    told = frozenset[str]().union(*map(facts.numbers, right)) - facts.numbers(row["question"])

    def mark(text: str) -> str:
        found = next((name for name in ("right", "partly", "wrong") if digest(text) in row[name]), "")
        if found or not row["right"]:
            return found or "wrong"
        return "" if told & facts.numbers(text) else "unread"

    return [mark(one.text) for one in lines]


def typed(question: str) -> str:
    """The question as it follows up: without whom it names."""
    for one in reversed(named_in(question)):
        question = f"{question[: one.start]} {question[one.end :]}"
    return re.sub(r"\s+", " ", question).strip()


async def pools(archive: str, rows: Sequence[Mapping[str, Any]], path: Path) -> list[Pool]:
    database = await Database.open(f"sqlite:///{path}")
    async with database.read() as tx:
        at = AT[archive]
        every = await tx.articles.between(tenant=PUBLIC, start=at - BACK, end=at, seen_until=at)
    holding: dict[str, list[Article]] = defaultdict(list)
    for one in every:
        for text in {bare(one.title), *plain_lines(one.words[:6000], one.language)}:
            holding[digest(text)].append(one)
    made = [pool for row in rows async for pool in of_row(row, archive, holding, database)]
    await database.close()
    return made


async def of_row(
    row: Mapping[str, Any], archive: str, holding: Mapping[str, Sequence[Article]], database: Database
) -> Any:
    """The pools of one question: with its right lines, and without them."""
    follows = "of" in row
    named = [
        one for name in ([row["of"]] if follows else row["right"] or row["wrong"][:6]) for one in holding.get(name, ())
    ]
    if not named:
        return
    chosen = Counter(one.story or one.id for one in named).most_common(1)[0][0]
    at = AT[archive]
    question = Question("q", PUBLIC, None, row["question"], row["language"], at)
    story = await story_called(chosen, PUBLIC, database=database)
    if story is None:
        return
    own, near = await reports_of([story], question, database=database)
    found = in_hand(question, (*own, *near), [bare(named[0].title)], REPORTS)
    if not found:
        return
    heard = heard_of(row, found, follows=follows)
    if not follows and (bare_one := BARE.get(heard.type.sort, {}).get(row["language"][:2])) and heard.told:
        again = replace(heard, text=bare_one, whole=f"{heard.titles[0]} {bare_one}")
        lines, rows = weighed_lines(again, found)
        yield Pool({**row, "id": f"{row['id']}/bare"}, "bare", lines, rows, marks(row, lines))
    lines, rows = weighed_lines(heard, found)
    marked = marks(row, lines)
    yield Pool(row, "talk" if follows else "fact", lines, rows, marked)
    if "right" in marked:
        gone = {one.text for one, mark in zip(lines, marked, strict=True) if mark in ("right", "partly", "")}
        left = [without(one, gone) for one in found if one.title not in gone and bare(one.title) not in gone]
        lines, rows = weighed_lines(heard, left) if left else ([], [])
        again = {**row, "id": f"{row['id']}/silent", "wrong": []}
        there = [(k, mark) for k, mark in enumerate(marks(row, lines)) if mark not in ("right", "partly", "")]
        yield Pool(again, "removed", [lines[k] for k, _ in there], [rows[k] for k, _ in there], ["unread"] * len(there))


def heard_of(row: Mapping[str, Any], found: Sequence[Passage], *, follows: bool) -> Heard:
    """With a title that was told before: none that answers, but for every third value, which may be asked of what tells it."""
    text = row["question"] if follows else typed(row["question"])
    titles = [bare(one.title) for one in found if digest(bare(one.title)) not in row["right"]]
    named = " ".join(row["question"][one.start : one.end] for one in named_in(row["question"]))
    told = tuple(titles[:1])
    value = answer_type(text, english=text.isascii()).sort in VALUES
    if value and not follows and zlib.crc32(row["id"].encode()) % 3 == 0:
        lines = (line for one in found for line in (bare(one.title), *plain_lines(one.text, one.language)))
        told = tuple(line for line in lines if digest(line) in row["right"])[:1] or told
    return Heard(
        text, row.get("whole") or row["question"], row["language"], tuple(titles[:1]) or (named or "AI",), told
    )


def without(passage: Passage, gone: set[str]) -> Passage:
    text = passage.text
    for one in gone:
        text = text.replace(one, "")
    return replace(passage, text=text)


async def gathered(args: Namespace) -> list[Pool]:
    rows = [*read(args.facts), *read(args.followups)]
    made: list[Pool] = []
    for name, path in (("en", args.english), ("asia", args.asian)):
        made += await pools(name, [row for row in rows if row["archive"] == name], path)
    return [one for one in made if one.lines]


def table(given: Sequence[Pool], names: Sequence[str]) -> Table:
    rows = [(one, at) for one in given for at in range(len(one.marks)) if one.marks[at]]
    x = np.array([[one.rows[at][name] for name in names] for one, at in rows])
    y = np.array([one.marks[at] == "right" for one, at in rows])
    counts = {"right": 1.0, "partly": OF_PARTLY, "wrong": 1.0, "unread": OF_UNREAD}
    weights = [counts[one.marks[at]] * (OF_TALKS if one.kind == "talk" else 1) for one, at in rows]
    return x, y, np.array(weights), np.array([one.fold for one, _ in rows])


def report(given: Sequence[Pool]) -> None:
    for kind in ("fact", "bare", "removed", "talk"):
        for told in (True, False):
            ours = [one for one in given if one.kind == kind and ("right" in one.marks) == told]
            if not ours:
                continue
            print(f"{kind}, {'told' if told else 'not told'}: {len(ours)}")
            for bar in BARS:
                print("  ", bar, dict(sorted(Counter(outcome(one, bar) for one in ours).items())))


def outcome(one: Pool, bar: float) -> str:
    at = int(np.argmax(one.chances))
    return (one.marks[at] or "alike") if one.chances[at] >= bar else "silent"


def main() -> None:
    args = options(__doc__, "facts", "followups").parse_args()
    given = asyncio.run(gathered(args))
    fit(
        "reading",
        make,
        [(one.fold, one) for one in given],
        partial(table, given),
        partial(report, given),
        write=args.write,
    )


if __name__ == "__main__":
    main()
