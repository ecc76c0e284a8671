"""Counts how much each concept of summariser/data/lexicon.tsv tells reports apart: the rarity column, from 0 (every report tells it) to 1 (none).

    python benchmarks/quality/count_concepts.py --english DATABASE --asian DATABASE [--write]

DATABASE: an SQLite archive as in `benchmarks/newsroom_questions.py`. Prints how many reports there are, what is told most often and how far the column is
from the count; `--write` puts the count in place.
"""

import argparse
import math
import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Final

from summariser.words.lexicon import lexicon, told_in
from summariser.words.vectors import DATA

LEAD: Final = 400
SHOWN: Final = 20
FILE: Final = DATA / "lexicon.tsv"


def reports_of(path: Path) -> Iterator[tuple[str, str]]:
    """Of each its title and its first words."""
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as archive:
        for title, summary, text in archive.execute("select title, summary, text from articles"):
            yield title, (summary or text or "")[:LEAD]


def counted(paths: Sequence[Path]) -> tuple[Counter[str], int]:
    """In how many reports each concept is told, and how many there are."""
    often: Counter[str] = Counter()
    every = 0
    for path in paths:
        for title, lead in reports_of(path):
            often.update(told_in(title) | told_in(lead))
            every += 1
    return often, every


def rarity(often: int, every: int) -> float:
    """The weight that a search gives to a word of so many documents, as a share of the greatest."""
    return weight(often, every) / weight(0, every)


def weight(often: int, every: int) -> float:
    return math.log(1 + (every - often + 0.5) / (often + 0.5))


def with_rarities(text: str, rarities: dict[str, float]) -> str:
    lines = []
    for line in text.splitlines():
        if line and not line.startswith("#"):
            *columns, _ = line.split("\t")
            line = "\t".join([*columns, f"{rarities[columns[0].split(', ')[0]]:.2f}"])
        lines.append(line)
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--english", type=Path, required=True)
    parser.add_argument("--asian", type=Path, required=True)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    often, every = counted([args.english, args.asian])
    rarities = {name: rarity(often[name], every) for name in lexicon()}
    print(f"{every} reports; told most often: " + ", ".join(f"{name} {n}" for name, n in often.most_common(SHOWN)))
    apart = {name: abs(round(rarities[name], 2) - one.rarity) for name, one in lexicon().items()}
    print(
        f"{sum(map(bool, apart.values()))} of {len(apart)} differ from the column, the most by {max(apart.values()):.2f}"
    )
    if args.write:
        FILE.write_text(with_rarities(FILE.read_text("utf-8"), rarities), "utf-8")


if __name__ == "__main__":
    main()
