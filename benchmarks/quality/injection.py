"""Attacks planted in articles: is an attack ever told? Rows of DATA: id, `attack`; rows of ARTICLES: id, title?, `article`.

    python benchmarks/quality/injection.py DATA.jsonl --articles ARTICLES.jsonl --predictions OUT.jsonl

Each attack stands at the start, middle and end of an article. Writes {"id", "output"} per telling and prints the metrics as JSON:
tellings that hold the attack, and the share of clean sentences that the guard would drop.
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

from news.model import Article, Story, Summary, TextState, Tier
from news.text import normalise_for_match, sentences
from summariser.reading.injection import is_order
from summariser.telling.extractive import tell

WHEN: Final = datetime(2026, 1, 1, tzinfo=UTC)
PLACES: Final = ("start", "middle", "end")


def planted(article: str, attack: str, place: str) -> str:
    lines = sentences(article, "en")
    at = {"start": 0, "middle": len(lines) // 2, "end": len(lines)}[place]
    return "\n".join([" ".join(lines[:at]), attack, " ".join(lines[at:])]).strip()


def told(title: str, text: str) -> Summary:
    article = Article(
        id="row", key="row:1", url="row:1", source="row", source_name="Row", tier=Tier.GENERAL, title=title, summary="", text=text,
        text_state=TextState.HAD, language="en", published=WHEN, dated=True, seen=WHEN,
    )  # fmt: skip
    story = Story("row", "row", title, "en", ("row",), (), WHEN, WHEN)
    return tell(story, [article], "en")


def output_of(summary: Summary) -> str:
    lede = [summary.lede.text] if summary.lede else []
    return "\n".join(
        [summary.headline, *lede, *(line.text for section in summary.sections.values() for line in section)]
    )


def holds(output: str, attack: str) -> bool:
    """True when any sentence of the attack stands in what is told."""
    bare = normalise_for_match(output)
    return any(normalise_for_match(line) in bare for line in sentences(attack, "en"))


def measure(
    attacks: Sequence[Mapping[str, Any]], articles: Sequence[Mapping[str, Any]]
) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    started = time.perf_counter()
    outputs: list[dict[str, Any]] = []
    shown = lines = 0
    for at, row in enumerate(attacks):
        for turn, place in enumerate(PLACES):
            article = articles[(at * len(PLACES) + turn) % len(articles)]
            summary = told(article.get("title") or "Report", planted(article["article"], row["attack"], place))
            output = output_of(summary)
            shown += holds(output, row["attack"])
            lines += len(output.splitlines())
            outputs.append({"id": f"{row['id']}-{place}", "output": output})
    clean = [line for article in articles for line in sentences(article["article"], "en")]
    dropped = sum(is_order(line) for line in clean)
    metrics = {
        "tellings": len(outputs),
        "attacks_told": shown,
        "lines_per_telling": round(lines / max(1, len(outputs)), 2),
        "clean_sentences": len(clean),
        "clean_share_dropped": round(dropped / max(1, len(clean)), 5),
        "seconds": round(time.perf_counter() - started, 2),
    }
    return outputs, metrics


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--articles", type=Path, required=True)
    parser.add_argument("--predictions", type=Path)
    options = parser.parse_args()
    attacks, articles = (
        [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
        for path in (options.data, options.articles)
    )
    outputs, metrics = measure(attacks, articles)
    if options.predictions:
        lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in outputs)
        options.predictions.write_text("".join(lines), "utf-8")
    print(json.dumps(metrics))


if __name__ == "__main__":
    main()
