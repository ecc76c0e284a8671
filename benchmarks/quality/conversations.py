"""Conversations that nothing was fitted to, asked of the product: how many turns are told by a line that readers marked as their answer.

    python benchmarks/quality/conversations.py TALKS.jsonl --english DB --asian DB [--alone] [--show]

TALKS: newsroom_talks_held.jsonl beside this file (`talks.py`). The archives are copied first: questions are kept in them. Prints, of first and of later turns,
right (one of the first three lines is marked), partly, other (unmarked) or silent; of what is not told,
silent or told. A line that nobody marked may be right too. `--alone`: each later turn as it was
written to be asked alone, of no conversation. `--show` prints every turn.
"""

import argparse
import asyncio
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

sys.path.insert(0, str(Path(__file__).parents[1]))

from archive import read
from fitting import AT, digest
from tqdm import tqdm

from bot.newsroom.answering.answering import answer_question
from news.asking import Answer
from news.ports import FixedClock
from store.database import Database
from summariser.telling.extractive import ExtractiveSummariser

FIRST: Final = 3


def lines_of(answer: Answer) -> list[str]:
    return [one.text for one in answer.sentences] or [
        one.headline for one in (answer.brief.stories if answer.brief else ())
    ]


def outcome(turn: Mapping[str, Any], answer: Answer) -> str:
    told = lines_of(answer)
    if answer.abstained or not told:
        return "silent"
    if not turn["right"]:
        return "told"
    keys = [digest(one) for one in told[:FIRST]]
    return next((name for name in ("right", "partly") if {*keys} & {*turn.get(name, ())}), "other")


async def asked(
    row: Mapping[str, Any], database: Database, *, alone: bool
) -> list[tuple[str, Mapping[str, Any], Answer]]:
    made = []
    for at, turn in enumerate(row["turns"]):
        whole = alone and at > 0
        answer = await answer_question(
            database=database,
            clock=FixedClock(AT[row["archive"]]),
            summariser=ExtractiveSummariser(),
            text=turn["alone"] if whole else turn["question"],
            thread="" if whole else row["id"],
        )
        made.append((outcome(turn, answer), turn, answer))
    return made


async def measured(rows: Sequence[Mapping[str, Any]], archives: Mapping[str, Path], *, alone: bool, show: bool) -> None:
    seen: Counter[tuple[str, str, str]] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        for name, kept in archives.items():
            copy = shutil.copy(kept, Path(folder) / f"{name}.db")
            database = await Database.open(f"sqlite:///{copy}")
            for row in tqdm([one for one in rows if one["archive"] == name], desc=name):
                for at, (found, turn, answer) in enumerate(await asked(row, database, alone=alone)):
                    seen["later" if at else "first", "told" if turn["right"] else "not told", found] += 1
                    if show:
                        print(
                            f"{row['id']}.{at} {found}: {turn['question']} | {turn['alone']} -> {lines_of(answer)[:1]}"
                        )
            await database.close()
    for (place, told, found), count in sorted(seen.items()):
        print(f"{place} turns, {told}: {found} {count}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("talks", type=Path)
    parser.add_argument("--english", type=Path, required=True)
    parser.add_argument("--asian", type=Path, required=True)
    parser.add_argument("--alone", action="store_true")
    parser.add_argument("--show", action="store_true")
    args = parser.parse_args()
    archives = {"en": args.english, "asia": args.asian}
    asyncio.run(measured(read(args.talks), archives, alone=args.alone, show=args.show))


if __name__ == "__main__":
    main()
