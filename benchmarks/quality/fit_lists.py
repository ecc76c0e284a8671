"""Fits summariser/data/list_lines.json: how likely a line of a list is asked for.

    python benchmarks/quality/fit_lists.py benchmarks/quality/newsroom_questions.jsonl --english DATABASE --asian DATABASE [--write]

Needs scikit-learn. Questions and DATABASE as in `fit_headlines.py`, whose trees each question's headlines are weighed by as fitted without its fold: what
they say of questions that they know is too good. A line is asked for where a report of its event is of a labelled one's pages. Of every list there is a second one
without what is asked for, in which nothing is. Prints, in eight folds by question, what would be told.
"""

import asyncio
import json
import os
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final
from unittest.mock import patch

import numpy as np
from sklearn.ensemble import GradientBoostingClassifier

sys.path.insert(0, str(Path(__file__).parents[2]))
sys.path.insert(0, str(Path(__file__).parent))

from fit_headlines import FOLDS, KINDS, NO_EVENT, REPORTS, Labelled, gathered
from fitting import Table, fit, options, shipped

from benchmarks.newsroom_questions import AS_OF, Verdict, named, page
from bot.cli.common import clock_at
from bot.newsroom.answering.answering import answer_question
from bot.newsroom.finding import asked_headlines, list_choosing
from bot.settings import load_settings
from bot.wiring import open_house
from news.asking import Question
from summariser.answering.likelihood import Found, signs
from summariser.asking.asked_for import Asked
from summariser.asking.inquiring import Wanted
from summariser.lists.list_signs import Candidate, is_barred, list_signs, names_told
from summariser.lists.list_verifying import Chosen, of_chances
from summariser.lists.naming import Named
from summariser.words.trees import Trees

OF_REMOVED: Final = 0.3
"""What a line counts of a list without what is asked for."""


def make() -> Any:
    return GradientBoostingClassifier(
        n_estimators=150, max_depth=4, learning_rate=0.04, min_samples_leaf=30, subsample=0.5, max_features=0.1, random_state=1
    )  # fmt: skip


@dataclass
class Pool:
    """The candidates of one list: their signs, of which event each is, and whether a condition speaks against it."""

    row: Mapping[str, Any]
    fold: int
    lines: list[str]
    rows: list[dict[str, float]]
    events: list[int]
    barred: set[int]
    names: list[Named]
    surely: bool
    removed: bool = False
    chances: Any = None


def unseen_trees(given: Sequence[Labelled], names: Sequence[str]) -> dict[int, Trees]:
    """Of each fold those that know none of it."""
    x, y = np.vstack([one.x for one in given]), np.concatenate([one.events != NO_EVENT for one in given]).astype(int)
    folds = np.concatenate([np.full(len(one.lines), one.fold) for one in given])
    made = {}
    for fold in range(FOLDS):
        fitted = shipped(REPORTS().fit(x[folds != fold], y[folds != fold]), names)
        made[fold] = Trees(tuple(fitted["names"]), fitted["bias"], fitted["trees"])
    return made


async def pools_of(
    rows: Sequence[Mapping[str, Any]], databases: Mapping[str, Path], of_fold: Mapping[int, Trees]
) -> list[Pool]:
    made: list[Pool] = []
    for archive, path in databases.items():
        os.environ["AINEWS_DATABASE_URL"] = f"sqlite:///{path.absolute()}"
        async with open_house(load_settings(), clock_at(AS_OF[archive])) as house:
            for row in rows:
                if row["archive"] != archive:
                    continue
                fold = Labelled(dict(row), [], None, None).fold
                last: list[Pool] = []

                def odds(asked: Asked, found: Sequence[Found], own: Trees = of_fold[fold]) -> list[float]:
                    return own.of([signs(asked, one) for one in found])

                def recorded(
                    asked: Asked,
                    wanted: Wanted | None,
                    question: Question,
                    found: Sequence[Candidate],
                    row: Any = row,
                    fold: int = fold,
                    last: Any = last,
                    *,
                    surely: bool,
                ) -> Chosen:
                    last.extend(pools(row, fold, asked, wanted, question, found, surely=surely))
                    return Chosen((), (), 0.0)

                with patch.object(asked_headlines, "odds", odds), patch.object(list_choosing, "chosen", recorded):
                    await answer_question(
                        database=house.database, clock=house.clock, summariser=house.summariser, text=row["question"]
                    )
                made += last[:2]
    return made


def pools(
    row: Mapping[str, Any],
    fold: int,
    asked: Asked,
    wanted: Wanted | None,
    question: Question,
    found: Sequence[Candidate],
    *,
    surely: bool,
) -> list[Pool]:
    """With what is asked for, and without."""
    of_page = {one: at for at, event in enumerate(row["events"]) for one in event["pages"]}
    events = [
        next((of_page[name] for each, _ in one.found if (name := page(each.line.article.url)) in of_page), NO_EVENT)
        for one in found
    ]
    left = [one for one, event in zip(found, events, strict=True) if event == NO_EVENT]
    return [
        Pool(
            row,
            fold,
            [each.line for each in some],
            list_signs(asked, wanted, question, some) if some else [],
            theirs,
            {at for at, each in enumerate(some) if is_barred(wanted, question, each)},
            names_told(wanted, question, some),
            surely,
            removed,
        )
        for some, theirs, removed in ((found, events, False), (left, [NO_EVENT] * len(left), True))
    ]


def table(given: Sequence[Pool], names: Sequence[str]) -> Table:
    rows = [(pool, at) for pool in given for at in range(len(pool.rows))]
    x = np.array([[pool.rows[at][name] for name in names] for pool, at in rows], np.float32)
    y = np.array([pool.events[at] != NO_EVENT for pool, at in rows])
    counts = np.array([OF_REMOVED if pool.removed else 1.0 for pool, _ in rows])
    return x, y, counts, np.array([pool.fold for pool, _ in rows])


def outcome(pool: Pool, told: Sequence[int]) -> Verdict:
    if not told:
        return Verdict("silent")
    events = Counter(pool.events[at] for at in told if pool.events[at] != NO_EVENT)
    musts = [at for at, event in enumerate(pool.row["events"]) if event["weight"] == "must"]
    found = Verdict("partly")
    found.twice = sum(times - 1 for times in events.values())
    found.recall = sum(at in events for at in musts) / len(musts) if musts else 1.0
    found.precision = sum(events.values()) / len(told)
    found.name = named("list", found, False)
    return found


def report(given: Sequence[Pool], tell: Any = None) -> None:
    tell = tell or (
        lambda pool: (
            of_chances(
                pool.chances,
                pool.barred,
                {at for at, one in enumerate(pool.rows) if one["by_word_itself"]},
                pool.names,
                surely=pool.surely,
            ).told
        )
    )
    for removed in (False, True):
        verdicts = [outcome(pool, tell(pool)) for pool in given if pool.removed is removed]
        counts = Counter(one.name for one in verdicts)
        spoken = [one for one in verdicts if one.name != "silent"]
        print(
            f"{'nothing there' if removed else 'lists':14}{len(verdicts):4} {dict(sorted(counts.items()))}"
            f" recall {np.mean([one.recall for one in verdicts]):.3f}"
            f" precision {np.mean([one.precision for one in spoken] or [0]):.3f} twice {sum(one.twice for one in verdicts)}"
        )


async def main() -> None:
    args = options(__doc__, "questions").parse_args()
    every = [json.loads(line) for line in args.questions.read_text("utf-8").splitlines()]
    rows = [row for row in every if not row["held"]]
    databases = {"en": args.english, "asia": args.asian}
    of_fold = unseen_trees(*await gathered([row for row in rows if row["kind"] in KINDS], databases))
    given = await pools_of([row for row in rows if row["kind"] == "list"], databases, of_fold)
    pools = [(pool.fold, pool) for pool in given]
    fit("list_lines", make, pools, partial(table, given), partial(report, given), write=args.write)


if __name__ == "__main__":
    asyncio.run(main())
