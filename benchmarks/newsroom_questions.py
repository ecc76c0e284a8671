"""Answers to questions that were labelled before anything was asked: are the events told that must be, each once, and nothing beside them?

    python benchmarks/newsroom_questions.py benchmarks/quality/newsroom_questions.jsonl --english DATABASE --asian DATABASE [--held] [--verbose]

DATABASE: an SQLite archive that read the replayed newsroom (July 2026, English and Chinese, asked as of 22 July 06:00 UTC; July to August,
Japanese, Korean, Thai and Chinese, as of 3 August 12:00 UTC); use a copy. Rows: `{"id", "archive", "held", "kind", "question", "language",
"events": [{"say", "weight": must|may, "pages": [...]}], "contains": [[...], ...]}`; a page is the first ten hexadecimal digits of the SHA-1 of its address.
A line counts by the pages that it cites. Right: three quarters of the musts, four fifths of the lines to the point, no event twice, each group of
`contains` met. Wrong: no must, or fewer than half of the lines to the point. Silent: abstained though it is there. What is absent is right in silence.
Labels are people's: about one in thirty was found doubtful. `--held`: the rows alone that nothing was mended by or
fitted to; once they were looked at their `held` is false, and others take their place.
"""

import argparse
import asyncio
import hashlib
import json
import os
import urllib.parse
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from bot.cli.common import clock_at
from bot.newsroom.answering.answering import answer_question
from bot.settings import load_settings
from bot.wiring import open_house
from news.asking import Answer

AS_OF: Final = {"en": "2026-07-22T06:00Z", "asia": "2026-08-03T12:00Z"}
ENOUGH: Final = 0.75
TO_THE_POINT: Final = {"list": 0.8, "news": 0.8, "catchup": 0.8, "comparison": 0.6, "what": 0.6, "fact": 0.6}
SEVERAL: Final = ("list", "news", "catchup")


@dataclass
class Verdict:
    name: str
    recall: float = 0.0
    precision: float = 0.0
    twice: int = 0
    notes: list[str] = field(default_factory=list)


def page(url: str) -> str:
    """As rows name it: without the replay's own address before it."""
    address = urllib.parse.unquote(url.split("/page/", 1)[-1]).rstrip("/")
    return hashlib.sha1(address.encode(), usedforsecurity=False).hexdigest()[:10]


def lines_of(answer: Answer) -> list[tuple[str, set[str]]]:
    if answer.brief is not None:
        return [(story.headline, {page(source.url) for source in story.sources}) for story in answer.brief.stories]
    return [(one.text, {page(cited.url) for cited in one.citations}) for one in answer.sentences]


def judge(row: dict[str, Any], answer: Answer) -> Verdict:
    if row["kind"] == "absent":
        return Verdict("right" if answer.abstained else "wrong", 1.0, 1.0)
    events, lines = row["events"], lines_of(answer)
    if not lines:
        return Verdict("silent", notes=[f"nearest: {link.headline[:80]}" for link in answer.nearest[:2]])
    told: Counter[int] = Counter()
    verdict = Verdict("partly")
    for text, pages in lines:
        hit = next((at for at, event in enumerate(events) if pages & set(event["pages"])), None)
        if hit is None:
            verdict.notes.append(f"beside: {text[:120]}")
        else:
            told[hit] += 1
    musts = [at for at, event in enumerate(events) if event["weight"] == "must"]
    verdict.notes += [f"missing: {events[at]['say']}" for at in musts if not told[at]]
    said = " ".join([answer.note, *(text for text, _ in lines)]).casefold()
    lacking = [group for group in row["contains"] if not any(word.casefold() in said for word in group)]
    verdict.notes += [f"lacks: {group}" for group in lacking]
    several = row["kind"] in SEVERAL
    verdict.twice = sum(times - 1 for times in told.values()) if several else 0
    verdict.recall = sum(bool(told[at]) for at in musts) / len(musts) if musts else 1.0
    if not several and row["contains"]:
        verdict.recall = 1 - len(lacking) / len(row["contains"])
    verdict.precision = sum(told.values()) / len(lines)
    verdict.name = named(row["kind"], verdict, bool(lacking))
    return verdict


def named(kind: str, verdict: Verdict, lacking: bool) -> str:
    if verdict.recall >= ENOUGH and verdict.precision >= TO_THE_POINT[kind] and not verdict.twice and not lacking:
        return "right"
    return "wrong" if verdict.recall == 0 or verdict.precision < 0.5 else "partly"


async def asked(rows: Sequence[dict[str, Any]], archive: str, database: Path) -> list[tuple[dict[str, Any], Answer]]:
    os.environ["AINEWS_DATABASE_URL"] = f"sqlite:///{database}"
    found = []
    async with open_house(load_settings(), clock_at(AS_OF[archive])) as house:
        for row in rows:
            answer = await answer_question(
                database=house.database, clock=house.clock, summariser=house.summariser, text=row["question"]
            )
            found.append((row, answer))
    return found


def report(verdicts: dict[str, list[Verdict]]) -> None:
    print(
        f"{'kind':12}{'n':>4}{'right':>7}{'partly':>7}{'wrong':>7}{'silent':>7}{'recall':>8}{'precision':>10}{'twice':>6}"
    )
    whole = [one for ours in verdicts.values() for one in ours]
    for kind, some in [*verdicts.items(), ("all", whole)]:
        counts = Counter(one.name for one in some)
        told = [one for one in some if one.name != "silent"]
        recall = sum(one.recall for one in some) / len(some)
        precision = sum(one.precision for one in told) / len(told) if told else 0.0
        shown = "".join(f"{counts[name]:7}" for name in ("right", "partly", "wrong", "silent"))
        print(f"{kind:12}{len(some):4}{shown}{recall:8.2f}{precision:10.2f}{sum(one.twice for one in some):6}")


async def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--english", type=Path, help="an absolute path")
    parser.add_argument("--asian", type=Path)
    parser.add_argument("--held", action="store_true")
    parser.add_argument("--verbose", action="store_true")
    args = parser.parse_args()
    rows = [json.loads(line) for line in args.questions.read_text("utf-8").splitlines()]
    verdicts: dict[str, list[Verdict]] = defaultdict(list)
    for archive, database in (("en", args.english), ("asia", args.asian)):
        if database is None:
            print(f"{archive}: no archive given, skipped")
            continue
        ours = [row for row in rows if row["archive"] == archive and (row["held"] or not args.held)]
        for row, answer in await asked(ours, archive, database):
            verdict = judge(row, answer)
            verdicts[row["kind"]].append(verdict)
            if args.verbose:
                print(f"\n{verdict.name:7} {row['id']} {row['question']}\n  note: {answer.note}")
                print("\n".join(f"  - {text}" for text, _ in lines_of(answer)))
                print("\n".join(f"      {note}" for note in verdict.notes))
    if verdicts:
        report(verdicts)


if __name__ == "__main__":
    asyncio.run(main())
