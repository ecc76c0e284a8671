"""Sentence ends and reading time in six languages, on parallel sentences: rows with id, doc and {"text"} per language.

    python benchmarks/quality/languages.py DATA.jsonl --predictions OUT.jsonl

Sentences are joined in runs of eight and cut again. Writes {"id", "language", "ends", "minutes"} per run and prints as JSON the F1 of
the ends, the minutes per language, and how far a five-minute edition made of these sentences comes to its budget (never over 1).
"""

import argparse
import json
import sys
import time
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

sys.path.insert(0, str(Path(__file__).parents[2]))

from news.languages import Language
from news.model import BriefStory, Citation, Score, Sentence
from news.text import reading_seconds, spans
from summariser.stories.selection import select

LANGUAGES: Final[dict[str, Language]] = {"en": "en", "ja": "ja", "zh": "zh-Hant", "ko": "ko", "th": "th"}
SPACED: Final = {"en", "ko", "th"}
RUN: Final = 8
WHEN: Final = datetime(2026, 1, 1, tzinfo=UTC)
CHARACTERS: Final = {"ja": 500, "zh": 400, "ko": 480, "th": 1080}


def joined(texts: Sequence[str], key: str) -> tuple[str, set[int]]:
    text, ends = "", set()
    for sentence in texts:
        text += (" " if text and key in SPACED else "") + sentence
        ends.add(len(text))
    return text, ends


def bare_minutes(texts: Sequence[str], key: str) -> float:
    """Reading time counted anew: words at 238 a minute, or every character that is not a space at the language's rate."""
    if key == "en":
        return sum(len(text.split()) for text in texts) / 238
    return sum(len("".join(text.split())) for text in texts) / CHARACTERS[key]


def edition(texts: Sequence[str], key: str) -> float:
    """Minutes, counted anew, of a five-minute edition told from these sentences."""
    language = LANGUAGES[key]
    stories = []
    for at in range(0, len(texts) - 4, 4):
        head, lede, *rest = texts[at : at + 4]
        told = [Sentence(text, (Citation("row", text),)) for text in (lede, *rest)]
        stories.append(
            BriefStory(
                id=str(at), slug=str(at), headline=head, language=language, lede=told[0],
                sections={"what_happened": tuple(told[1:]), "why_it_matters": (), "what_to_watch": ()},
                topics=(), sources=(), articles=(str(at),), score=Score(0.0, {}),
            )
        )  # fmt: skip
    chosen = select(stories, language=language, minutes=5)
    shown = [
        text
        for story in chosen
        for text in (story.headline, *(s.text for s in [story.lede, *story.sections["what_happened"]] if s))
    ]
    return bare_minutes(shown, key)


def measure(rows: Sequence[Mapping[str, Any]]) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    outputs: list[dict[str, Any]] = []
    metrics: dict[str, Any] = {"rows": len(rows)}
    started = time.perf_counter()
    for key, language in LANGUAGES.items():
        held = [row for row in rows if row.get(key)]
        texts = [row[key]["text"].strip() for row in held]
        hits = wrong = missed = 0
        for at in range(0, len(texts), RUN):
            text, gold = joined(texts[at : at + RUN], key)
            ends = {end for _, end in spans(text, language)}
            hits, wrong, missed = hits + len(ends & gold), wrong + len(ends - gold), missed + len(gold - ends)
            minutes = reading_seconds(text, language) / 60
            outputs.append({"id": held[at]["id"], "language": key, "ends": sorted(ends), "minutes": round(minutes, 4)})
        if texts:
            total = sum(reading_seconds(text, language) for text in texts) / 60
            metrics[key] = {
                "f1": round(2 * hits / (2 * hits + wrong + missed), 4),
                "minutes": round(total, 2),
                "edition_share_of_five_minutes": round(edition(texts, key) / 5, 3),
            }
    metrics["seconds"] = round(time.perf_counter() - started, 2)
    return outputs, metrics


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--predictions", type=Path)
    options = parser.parse_args()
    rows = [json.loads(line) for line in options.data.read_text("utf-8").splitlines() if line.strip()]
    outputs, metrics = measure(rows)
    if options.predictions:
        options.predictions.write_text("".join(json.dumps(row) + "\n" for row in outputs), "utf-8")
    print(json.dumps(metrics))


if __name__ == "__main__":
    main()
