"""The quality benchmarks run, write what they promise and see no gold when they predict."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.summariser.scripts import SCRIPTS, load, run

EVENTS = [
    {
        "id": "1",
        "topic": 1,
        "cluster": "a",
        "title": "Ferry runs aground off Skagen",
        "text": "The ferry Nora ran aground off Skagen at dawn.",
    },
    {
        "id": "2",
        "topic": 1,
        "cluster": "a",
        "title": "Nora aground",
        "text": "Passengers left the ferry Nora, aground off Skagen, by boat.",
    },
    {
        "id": "3",
        "topic": 2,
        "cluster": "b",
        "title": "Cheese prize",
        "text": "A dairy in Gruyere won the cheese prize of the canton.",
    },
]
ITEMS = [
    {
        "url": "u1",
        "title": "OpenAI opens its language model",
        "source": "Gazette",
        "published": "2026-03-04T10:00:00Z",
        "ai": True,
    },
    {"url": "u2", "title": "Best vacuum deals", "source": "Gazette", "first_seen": "2026-03-04T11:00:00Z", "ai": False},
    {"url": "u3", "title": "Silent title", "source": "Gazette", "published": "2026-03-09T11:00:00Z"},
]


def test_clustering_writes_a_story_per_row_and_its_metrics(tmp_path: Path) -> None:
    """Two reports of one event share a story; agreement and speed are printed."""
    metrics, predictions = run("clustering", EVENTS, tmp_path)
    stories = {row["id"]: row["story"] for row in predictions}
    assert stories["1"] == stories["2"] != stories["3"]
    assert metrics["b3_f1"] == metrics["pair_f1"] == 1.0
    assert metrics["texts_per_second"] > 0


def test_clustering_predicts_the_same_without_gold(tmp_path: Path) -> None:
    """The gold fields change nothing but the metrics."""
    bare = [{"id": row["id"], "text": row["text"], "title": row["title"]} for row in EVENTS]
    stories, metrics = load("clustering").measure(bare)
    assert stories == load("clustering").measure(EVENTS)[0]
    assert "b3_f1" not in metrics


@pytest.mark.parametrize(
    ("gold", "found", "f1"), [("aab", "xxy", 1.0), ("aabb", "xxxx", 2 / 3), ("aabb", "wxyz", 2 / 3)]
)
def test_b_cubed_is_what_the_papers_say(gold: str, found: str, f1: float) -> None:
    """One for agreement, two thirds for all in one and for all alone with pairs of two."""
    assert load("clustering").b_cubed(gold, found)["b3_f1"] == pytest.approx(f1)


def test_relevance_writes_a_verdict_per_row_inside_the_dates(tmp_path: Path) -> None:
    """Rows outside the dates are left out, rows without a flag count for nothing."""
    metrics, predictions = run("relevance", ITEMS, tmp_path, "--until", "2026-03-05")
    assert predictions == [{"url": "u1", "ai": True}, {"url": "u2", "ai": False}]
    assert metrics["f1"] == 1.0
    assert load("relevance").measure(ITEMS)[1]["flagged"] == 2


def test_a_day_is_grouped_and_briefed_on_the_clock(tmp_path: Path) -> None:
    """Only what is AI is grouped; the seconds and their ratio to one pass over the words are printed."""
    data = tmp_path / "items.jsonl"
    items = [item | {"published": "2026-03-04T10:00:00Z"} for item in ITEMS]
    data.write_text("".join(json.dumps(item) + "\n" for item in items), "utf-8")
    command = [sys.executable, str(SCRIPTS / "day.py"), str(data), "--articles", "3"]
    metrics = json.loads(subprocess.run(command, capture_output=True, text=True, check=True, cwd=tmp_path).stdout)
    assert (metrics["articles"], metrics["ai"], metrics["told"]) == (3, 1, 1)
    assert metrics["times_one_pass"] > 0


def test_translations_are_told_and_exchanged_names_are_not(tmp_path: Path) -> None:
    """A row of two languages, both ways; no sentence that says nothing or names another is told, and nearly all are refused."""
    data = tmp_path / "rows.jsonl"
    row = {
        "id": "1",
        "en": {"text": "Microsoft hired 120 people in July."},
        "ja": {"text": "マイクロソフトは7月に120人を採用した。"},
    }
    data.write_text(json.dumps(row) + "\n", "utf-8")
    command = [sys.executable, str(SCRIPTS / "translations.py"), str(data), "--stories", "1"]
    found = json.loads(subprocess.run(command, capture_output=True, text=True, check=True, cwd=tmp_path).stdout)
    assert found["human"] == {"en>ja": {"sentences": 1, "good": 1.0}, "ja>en": {"sentences": 1, "good": 1.0}}
    assert found["swapped"]["across two"]["bad"] > 0.9
    assert "good" not in found["swapped"]["across two"]


def test_the_weights_of_grounding_can_be_fitted_again(tmp_path: Path) -> None:
    """Every set left out in turn; the fit ranks what is carried above what is not."""
    source = "The ferry Nora ran aground off Skagen at dawn. Eighty passengers left it by boat. Nobody was hurt."
    told = [
        ("The ferry Nora ran aground off Skagen.", 1),
        ("The ferry sank with eighty passengers.", 0),
        ("Nora burnt.", 0),
    ]
    rows = [
        {"id": f"{name}-{at}", "set": name, "source": source, "claim": claim, "label": label}
        for name in ("one", "other")
        for at, (claim, label) in enumerate(told)
    ]
    rows += [{"id": "free", "set": "other", "source": source, "claim": "A boat trip ended early.", "label": 0}] * 4
    data = tmp_path / "rows.jsonl"
    data.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    command = [sys.executable, str(SCRIPTS / "fit_grounding.py"), str(data)]
    found = json.loads(subprocess.run(command, capture_output=True, text=True, check=True, cwd=tmp_path).stdout)
    assert found["weights"]["copied"]["weights"]["carried"] > 0
    assert found["shipped"]["mean"][0] > 0.5
    assert set(found["a set left out"]) == {"mean", "one", "other"}
