"""Fits summariser/data/asked_for.json (how likely a report tells what a question asks for) and same_matter.json (whether two tell one matter).

    python benchmarks/quality/fit_headlines.py benchmarks/quality/newsroom_questions.jsonl --english DATABASE --asian DATABASE [--write]

Needs scikit-learn. Questions and DATABASE as in `benchmarks/newsroom_questions.py`; copies, for what their index lacks is added. Fitted to lists and
news that are not held back: a report that the search finds tells what is asked for when its page is one of a labelled event's; two tell one matter when
both are of the same event. Prints, each question by a fit that had not seen it (eight folds): the mean average precision of events and the share of
musts among the first seven; the average precision of pairs and the recall at a precision of .9 and .95. Not every page of an event is labelled: some
pairs that count as two matters are one. `--write` puts what is fitted to all of them in place.
"""

import asyncio
import json
import os
import sys
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, Final

import numpy as np
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.metrics import average_precision_score, precision_recall_curve

sys.path.insert(0, str(Path(__file__).parents[2]))
sys.path.insert(0, str(Path(__file__).parent))

from fitting import options, shipped, written

from benchmarks.newsroom_questions import AS_OF, page
from bot.cli.common import clock_at
from bot.newsroom.collecting.indexing import index_missing
from bot.newsroom.finding.asked_headlines import candidates
from bot.settings import load_settings
from bot.wiring import open_house
from news.asking import Question
from news.model import PUBLIC
from store.database import Database
from summariser.answering.likelihood import signs
from summariser.asking.understanding import understand
from summariser.stories.matters import Among
from summariser.stories.newslines import Line
from summariser.words.trees import Trees
from summariser.words.vectors import DATA

KINDS: Final = ("list", "news")
FOLDS: Final = 8
NO_EVENT: Final = -1
ANY_OTHER: Final = "other AI"
"""Events of a row that say so are not one matter: whatever else was of AI."""
FIRST: Final = 7
DEEP: Final = 30
PERHAPS: Final = 0.2
LIKELIEST: Final = 45
PRECISE: Final = (0.9, 0.95)
REPORTS: Final = partial(
    GradientBoostingClassifier,
    n_estimators=110,
    max_depth=4,
    learning_rate=0.06,
    subsample=0.5,
    max_features=0.4,
    min_samples_leaf=20,
    random_state=1,
)
PAIRS: Final = partial(
    GradientBoostingClassifier,
    n_estimators=100,
    max_depth=4,
    learning_rate=0.1,
    subsample=0.3,
    min_samples_leaf=30,
    random_state=1,
)
Make = Callable[[], Any]


@dataclass
class Labelled:
    """A question and the reports that the search finds for it: of each its measures, and which of the row's events it tells."""

    row: dict[str, Any]
    lines: list[Line]
    x: Any
    events: Any

    @property
    def fold(self) -> int:
        return zlib.crc32(self.row["question"].encode()) % FOLDS


@dataclass
class Pairs:
    """Two headlines each of which one question might ask for; every two once."""

    names: list[str]
    x: Any
    same: Any
    folds: Any


async def labelled(row: dict[str, Any], database: Database, lines: dict[str, Line]) -> tuple[Labelled, list[str]]:
    """`lines`: those of the archive so far by their report, which are kept once."""
    now = datetime.fromisoformat(AS_OF[row["archive"]])
    understood = understand(row["question"], today=now.date())
    question = Question(row["id"], PUBLIC, None, row["question"], row["language"], now)
    asked, found = await candidates(question, understood, UTC, lists=row["kind"] == "list", database=database)
    measured = [signs(asked, one) for one in found]
    names = list(measured[0]) if measured else []
    of_page = {one: at for at, event in enumerate(row["events"]) for one in event["pages"]}
    events = [of_page.get(page(one.line.article.url), NO_EVENT) for one in found]
    kept = [lines.setdefault(one.line.article.id, one.line) for one in found]
    x = np.array([[one[name] for name in names] for one in measured], np.float32)
    return Labelled(row, kept, x, np.array(events)), names


async def gathered(rows: Sequence[dict[str, Any]], databases: dict[str, Path]) -> tuple[list[Labelled], list[str]]:
    found: list[Labelled] = []
    names: list[str] = []
    for archive, path in databases.items():
        os.environ["AINEWS_DATABASE_URL"] = f"sqlite:///{path.absolute()}"
        lines: dict[str, Line] = {}
        async with open_house(load_settings(), clock_at(AS_OF[archive])) as house:
            await index_missing(database=house.database)
            for row in rows:
                if row["archive"] == archive:
                    one, theirs = await labelled(row, house.database, lines)
                    names = names or theirs
                    if one.lines:
                        found.append(one)
    return found, names


def unseen(x: Any, y: Any, folds: Any, make: Make) -> Any:
    """The chance of each by what was fitted to the other folds."""
    chances = np.zeros(len(y))
    for fold in range(FOLDS):
        out = folds == fold
        if out.any():
            chances[out] = make().fit(x[~out], y[~out]).predict_proba(x[out])[:, 1]
    return chances


def in_order(one: Labelled, chances: Any) -> Iterator[int]:
    """The events of its reports, the likeliest first, each once; what is of none each time."""
    seen: set[int] = set()
    for at in np.argsort(-chances):
        event = int(one.events[at])
        if event == NO_EVENT or event not in seen:
            seen.add(event)
            yield event


def average_precision(one: Labelled, chances: Any) -> float | None:
    """Of the first thirty; none where no report is of an event."""
    every = len(set(one.events.tolist()) - {NO_EVENT})
    right, whole = 0, 0.0
    for place, event in enumerate(list(in_order(one, chances))[:DEEP], 1):
        if event != NO_EVENT:
            right += 1
            whole += right / place
    return whole / min(every, DEEP) if every else None


def musts_told(one: Labelled, chances: Any) -> float:
    """The share of what must be told among the first seven, of those too that the search did not find."""
    first = set(list(in_order(one, chances))[:FIRST])
    musts = [at for at, event in enumerate(one.row["events"]) if event["weight"] == "must"]
    return sum(at in first for at in musts) / len(musts) if musts else 1.0


def report_events(given: Sequence[Labelled], chances: Sequence[Any]) -> None:
    for kind in KINDS:
        ours = [(one, theirs) for one, theirs in zip(given, chances, strict=True) if one.row["kind"] == kind]
        if ours:
            precisions = [found for one in ours if (found := average_precision(*one)) is not None]
            told = np.mean([musts_told(*one) for one in ours])
            print(
                f"{kind:12} {len(ours):6} questions  mean average precision {np.mean(precisions):.3f}"
                f"  musts among the first {FIRST} {told:.3f}"
            )


def pairs_of(given: Sequence[Labelled], chances: Sequence[Any]) -> Pairs:
    found: dict[tuple[str, str], tuple[dict[str, float], bool, int]] = {}
    for one, theirs in zip(given, chances, strict=True):
        for ids, measures, same in pairs_in(one, theirs):
            found.setdefault(ids, (measures, same, one.fold))
    names = list(next(iter(found.values()))[0])
    x = np.array([[measures[name] for name in names] for measures, _, _ in found.values()], np.float32)
    told_of_one = np.array([int(same) for _, same, _ in found.values()])
    return Pairs(names, x, told_of_one, np.array([fold for _, _, fold in found.values()]))


def pairs_in(one: Labelled, chances: Any) -> Iterator[tuple[tuple[str, str], dict[str, float], bool]]:
    likeliest = [at for at in np.argsort(-chances, kind="stable") if chances[at] >= PERHAPS][:LIKELIEST]
    lines = [one.lines[at] for at in likeliest]
    events = [int(one.events[at]) for at in likeliest]
    among = Among(lines)
    loose = {at for at, event in enumerate(one.row["events"]) if ANY_OTHER in event["say"]}
    for second, line in enumerate(lines):
        for first in range(second):
            told = {events[first], events[second]}
            if told != {NO_EVENT} and not told & loose:
                mine, theirs = sorted((line.article.id, lines[first].article.id))
                yield (mine, theirs), among.shared(line, lines[first]), len(told) == 1


def report_pairs(pairs: Pairs, chances: Any) -> None:
    abroad = pairs.x[:, pairs.names.index("abroad")] > 0
    for name, here in (("pairs", abroad | ~abroad), ("in a script", ~abroad), ("across", abroad)):
        precision, recall, _ = precision_recall_curve(pairs.same[here], chances[here])
        recalls = ", ".join(f"{recall[precision >= least].max():.2f} at {least}" for least in PRECISE)
        print(
            f"{name:12} {here.sum():6} pairs ({pairs.same[here].sum()} of one matter)"
            f"  average precision {average_precision_score(pairs.same[here], chances[here]):.3f}"
            f"  recall at precision: {recalls}"
        )


def fitted(name: str, make: Make, x: Any, y: Any, names: Sequence[str], *, write: bool) -> None:
    """Fits to all, says how far what ships is from what was fitted, and puts it in place."""
    model = make().fit(x, y)
    made = shipped(model, names)
    ships = Trees(tuple(made["names"]), made["bias"], made["trees"])
    some = x[:: max(1, len(x) // 1000)]
    told = ships.of([dict(zip(names, map(float, row), strict=True)) for row in some])
    apart = np.abs(np.array(told) - model.decision_function(some)).mean()
    text = written(made)
    print(
        f"{name:12} {len(y):6} rows, {y.sum()} true; {len(text) >> 10} kB; the file is {apart:.5f} from the fit in mean"
    )
    if write:
        (DATA / f"{name}.json").write_text(text, "utf-8")


async def main() -> None:
    args = options(__doc__, "questions").parse_args()
    every = [json.loads(line) for line in args.questions.read_text("utf-8").splitlines()]
    rows = [row for row in every if row["kind"] in KINDS and not row["held"]]
    given, names = await gathered(rows, {"en": args.english, "asia": args.asian})
    x, y = np.vstack([one.x for one in given]), np.concatenate([one.events != NO_EVENT for one in given]).astype(int)
    folds = np.concatenate([np.full(len(one.lines), one.fold) for one in given])
    chances = np.split(unseen(x, y, folds, REPORTS), np.cumsum([len(one.lines) for one in given])[:-1])
    report_events(given, chances)
    fitted("asked_for", REPORTS, x, y, names, write=args.write)
    pairs = pairs_of(given, chances)
    report_pairs(pairs, unseen(pairs.x, pairs.same, pairs.folds, PAIRS))
    fitted("same_matter", PAIRS, pairs.x, pairs.same, pairs.names, write=args.write)


if __name__ == "__main__":
    asyncio.run(main())
