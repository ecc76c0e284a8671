"""The benchmarks of searching and answering run and write what they promise."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

SCRIPTS = Path(__file__).parents[2] / "benchmarks"
DOCS = [
    {"id": "d1", "title": "Ferry runs aground off Skagen", "date": "2026/07/15", "text": "The ferry Nora ran aground off Skagen at dawn. Its captain is Ida Holm."},
    {"id": "d2", "title": "Cheese prize", "date": "2026/07/15", "text": "A dairy in Gruyere won the cheese prize of the canton."},
]  # fmt: skip
QUERIES = [
    {"id": "q1", "week": "20260717", "query": "Which ferry ran aground off Skagen?", "answer": "Nora", "relevant": ["d1"], "pool": ["d1"]},
]  # fmt: skip
PASSAGES = [
    {"id": "ja-1", "lang": "ja", "title": "", "text": "東京で新しい橋が開通した。", "questions": [{"q": "東京で何が開通した？", "a": "橋"}]},
    {"id": "ja-2", "lang": "ja", "title": "", "text": "大阪の工場が閉鎖された。", "questions": []},
]  # fmt: skip
CHINESE = [
    {
        "id": "z1",
        "query": "奥比塔裁员多少人",
        "answer": ["800"],
        "positive": ["奥比塔公司裁员800人。"],
        "negative": ["天气很好。"],
    }
]


def run(script: str, folder: Path, *files: list[dict[str, Any]], more: tuple[str, ...] = ()) -> tuple[Any, list[Any]]:
    """What it printed and what it predicted."""
    names = []
    for number, rows in enumerate(files):
        path = folder / f"{number}.jsonl"
        path.write_text("\n".join(json.dumps(row) for row in rows))
        names.append(str(path))
    out = folder / "out.jsonl"
    predictions = [] if script == "search_speed.py" else ["--predictions", str(out)]
    command = [sys.executable, str(SCRIPTS / script), *names, *predictions, *more]
    done = subprocess.run(command, capture_output=True, text=True, timeout=110)
    assert done.returncode == 0, done.stderr
    rows = [json.loads(line) for line in out.read_text().splitlines()] if predictions else []
    return json.loads(done.stdout), rows


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ((DOCS, QUERIES), {"q1": "d1"}),
        ((PASSAGES,), {"ja-1/q0": "ja-1"}),
        ((CHINESE,), {"z1": "z1/p0"}),
    ],
)
def test_retrieval_ranks_what_is_asked_for_first(tmp_path: Path, files: Any, expected: dict[str, str]) -> None:
    metrics, rows = run("retrieval.py", tmp_path, *files)
    assert metrics["mrr@10"] == 1
    assert {row["id"]: row["ranked"][0] for row in rows} == expected


def test_answers_hold_the_answer_and_keep_silence_without_it(tmp_path: Path) -> None:
    metrics, [row] = run("answers.py", tmp_path, DOCS, QUERIES)
    assert metrics["answer_inside"] == 1
    assert "Nora" in row["answer"]
    metrics, [row] = run("answers.py", tmp_path, DOCS, QUERIES, more=("--without-passages",))
    assert row == {"id": "q1", "answer": "", "abstained": True, "confidence": 0.0}


def test_the_speed_of_searching_is_measured(tmp_path: Path) -> None:
    metrics, _ = run("search_speed.py", tmp_path, DOCS, QUERIES, more=("--articles", "50", "--whole", "9"))
    assert metrics["hits@4"] == metrics["whole_hits@4"]
    assert min(metrics["p95_ms"], metrics["floor_p95_ms"]) > 0
