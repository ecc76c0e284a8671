"""Fits summariser/data/reading.json: how likely a line of the reports in hand answers what is asked of them.

    python benchmarks/quality/fit_reading.py TALKS.jsonl ATTENTION.json --english DB --asian DB [--write]

TALKS: newsroom_talks.jsonl beside this file (`talks.py`). ATTENTION: what fit_attention.py says of each line by weights that saw nothing of its matter.
Prints what five folds by matter would tell. Needs scikit-learn.
"""

import asyncio
import json
import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Final

import numpy as np
from sklearn.ensemble import GradientBoostingClassifier

sys.path.insert(0, str(Path(__file__).parents[1]))

from fitting import Table, digest, fit, options
from talks import Turn, turns

from summariser.answering.among_lines import compared

BARS: Final = (0.2, 0.3, 0.4, 0.5, 0.6)
COUNTS: Final = {"right": 1.0, "partly": 0.5, "wrong": 1.0, "unread": 0.4}
"""What a line counts: one that tells a half, as one that does not answer, half; and one that nobody read."""


def make() -> Any:
    return GradientBoostingClassifier(
        n_estimators=300, max_depth=4, learning_rate=0.05, min_samples_leaf=25, subsample=0.7, max_features=0.2, random_state=1
    )  # fmt: skip


def with_attention(given: Sequence[Turn], said: Mapping[str, Mapping[str, float]]) -> list[Turn]:
    """Each turn with what weights said that had not seen its matter, instead of those that ship."""
    for one in given:
        attends = (said[one.id][digest(line.text)] for line in one.lines)
        one.rows = [{**row, "attends": value} for row, value in zip(one.rows, attends, strict=True)]
        compared(one.rows)
    return list(given)


async def gathered(args: Namespace) -> list[Turn]:
    given = await turns(args.talks, {"en": args.english, "asia": args.asian})
    said = json.loads(args.attention.read_text("utf-8"))
    return with_attention([one for one in given if one.lines], said)


def table(given: Sequence[Turn], names: Sequence[str]) -> Table:
    rows = [(one, at) for one in given for at in range(len(one.marks))]
    x = np.array([[one.rows[at][name] for name in names] for one, at in rows], np.float32)
    y = np.array([one.marks[at] == "right" for one, at in rows])
    weights = np.array([COUNTS[one.marks[at]] for one, at in rows])
    return x, y, weights, np.array([one.fold for one, _ in rows])


def report(given: Sequence[Turn]) -> None:
    for follows in (False, True):
        for told in (True, False):
            ours = [one for one in given if one.follows == follows and one.told == told]
            print(f"{'later' if follows else 'first'} turns, {'told' if told else 'not told'}: {len(ours)}")
            for bar in BARS:
                print("  ", bar, dict(sorted(Counter(outcome(one, bar) for one in ours).items())))
    best = [(float(one.chances.max()), outcome(one, 0) == "right") for one in given if one.follows]
    for least in np.arange(0.0, 1.0, 0.1):
        at = [pair for pair in best if least <= pair[0] < least + 0.1]
        if at:
            print(
                f"   said {np.mean([one for one, _ in at]):.2f}, right {np.mean([was for _, was in at]):.2f} of {len(at)}"
            )


def outcome(one: Turn, bar: float) -> str:
    at = int(np.argmax(one.chances))
    return one.marks[at] if one.chances[at] >= bar else "silent"


def main() -> None:
    args = options(__doc__, "talks", "attention").parse_args()
    given = asyncio.run(gathered(args))
    pools = [(one.fold, one) for one in given]
    fit("reading", make, pools, partial(table, given), partial(report, given), write=args.write)


if __name__ == "__main__":
    main()
