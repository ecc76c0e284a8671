"""Fits the weights of summariser/data/answers.json: which sentence answers, and whether anything does.

    python benchmarks/quality/fit_answers.py QUIZ_DOCS.jsonl QUIZ_QUERIES.jsonl NEWS.jsonl PARAGRAPHS.jsonl [--each 120]

Rows as for benchmarks/retrieval.py: an English quiz with its reports, Chinese news, paragraphs in five languages (`--each` questions of
every language). Each question is asked with all passages and with those removed that answer it. Prints the weights, the held-back
figures of five folds by question, and how far the shipped weights are, as JSON. The bar is where `SILENT` of the quiz is met with silence;
for Chinese, and for Japanese, Korean and Thai, where so much of their own questions is.
"""

import argparse
import json
import random
import sys
import time
import zlib
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from datetime import time as midnight
from pathlib import Path
from typing import Any, Final
from unittest.mock import patch

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))

from answers import holds, plain, removed, wanted
from archive import archive, asked_at, documents, passages_with_questions, read, run

from bot.newsroom.finding.evidence import passages_for, terms_of
from news.asking import Passage, Question
from news.model import PUBLIC, Article
from store.search import Hit, Search, SearchQuery
from summariser.answering import answers
from summariser.asking import support
from summariser.asking.asked import Asked
from summariser.asking.asked import asked as what_is_asked
from summariser.asking.support import Unit
from summariser.asking.understanding import understand
from summariser.words.logistic import Weights, models

FOLDS: Final = 5
SILENT: Final = {"": 0.0965, "chinese": 0.09, "asian": 0.09}
"""A tenth is what is wanted; a little less is aimed at, for a question or two falls otherwise when it is asked in earnest."""
DEEPEST: Final = 600
CONSIDERED: Final = 24
LANGUAGES: Final = ("chinese", "asian")
ELSEWHERE: Final = {
    ("quiz", "full"): 1.5, ("quiz", "answers gone"): 0.9, ("quiz", "relevant gone"): 0.45, ("quiz", "all gone"): 0.3,
    ("quiz", "removed"): 0.5,
    ("news", "full"): 0.7, ("news", "relevant gone"): 0.7, ("paragraphs", "full"): 1.2, ("paragraphs", "relevant gone"): 1.2,
}  # fmt: skip
ENGLISH: Final = {
    ("quiz", "full"): 1.5, ("quiz", "answers gone"): 0.9, ("quiz", "relevant gone"): 0.0, ("quiz", "all gone"): 0.3,
    ("quiz", "removed"): 0.5,
    ("news", "full"): 0.35, ("news", "relevant gone"): 0.35, ("paragraphs", "full"): 0.6, ("paragraphs", "relevant gone"): 0.6,
}  # fmt: skip
"""What each kind of question counts for in whether anything answers, however many there are of it: where another language is asked
in, and in English. A quiz question whose labelled reports alone are gone is mostly answered by others: in English it says nothing."""


@dataclass(frozen=True)
class Case:
    """A question with what was found for it; `right`: which units hold the answer."""

    kind: str
    variant: str
    row: Mapping[str, Any]
    question: Question
    asked: Asked
    passages: Sequence[Passage]
    units: Sequence[Unit]
    measures: Any
    right: Any

    @property
    def group(self) -> str:
        return str(self.row["language"]) if self.kind == "paragraphs" else self.kind

    @property
    def fold(self) -> int:
        return zlib.crc32(str(self.row["id"]).split("/")[0].encode()) % FOLDS


@dataclass(frozen=True)
class Model:
    """`answers`: whether anything answers, by name as it is shipped."""

    sentence: Mapping[str, float]
    answers: Mapping[str, Weights]

    def found(self, case: Case) -> tuple[list[Unit], float]:
        """The best units, and the log-odds that they answer."""
        scored = [replace(one, score=sum(self.sentence[n] * v for n, v in one.measures.items())) for one in case.units]
        ranked = sorted(scored, key=lambda unit: -unit.score)[:CONSIDERED]
        if not ranked:
            return [], -99.0
        measures = support.evidence(case.asked, case.question, ranked, case.passages)
        return ranked, self.answers["elsewhere" if tongue(case) else "answer"].of(measures)


@contextmanager
def without(gone: Collection[str]) -> Iterator[None]:
    """The archive is searched as if these had never been collected."""
    find = Search.find

    async def found(self: Search, query: SearchQuery, *, tenant: str, limit: int) -> list[Hit]:
        hits = await find(self, query, tenant=tenant, limit=min(DEEPEST, limit + len(gone)))
        return [hit for hit in hits if hit.article not in gone][:limit]

    with patch.object(Search, "find", found):
        yield


def removals(kind: str, row: Mapping[str, Any], texts: Mapping[str, str], every: set[str]) -> dict[str, set[str]]:
    relevant = set(row["relevant"])
    if kind != "quiz":
        return {"full": set(), "relevant gone": relevant}
    told = [plain(one) for one in wanted(row) if plain(one)]
    holding = {id for id, text in texts.items() if any(one in text for one in told)}
    answering = relevant | set(row["pool"]) | holding
    return {"full": set(), "relevant gone": relevant, "answers gone": answering, "all gone": every}


async def cases(
    kind: str, articles: Sequence[Article], questions: Sequence[Mapping[str, Any]], variant: str = ""
) -> list[Case]:
    """`variant`: what these articles are, where nothing is to be removed from them."""
    texts = {one.id: plain(f"{one.title} {one.text}") for one in articles} if kind == "quiz" else {}
    every = {id for row in questions for id in (*row["relevant"], *row.get("pool", ()))}
    made = []
    async with archive(articles) as database:
        for row in questions:
            at, language = asked_at(row), row.get("language", "en")
            understood = understand(row["query"], today=at.date())
            since = datetime.combine(understood.span.start, midnight(), UTC) if understood.span else None
            terms = await terms_of(understood, database=database, tenant=PUBLIC)
            question = Question(
                row["id"], PUBLIC, None, understood.text, language, at, intent=understood.intent, terms=terms, since=since
            )  # fmt: skip
            for name, gone in ({variant: set()} if variant else removals(kind, row, texts, every)).items():
                with without(gone):
                    passages = await passages_for(question, understood, language, UTC, database=database)
                made.append(case(kind, name, row, question, passages))
    return made


def case(kind: str, variant: str, row: Mapping[str, Any], question: Question, passages: Sequence[Passage]) -> Case:
    asked = what_is_asked(question, passages)
    with patch.object(support, "_CONSIDERED", sys.maxsize):  # whatever the shipped weights think of them
        units = support.units(asked, question, passages)
    measures = np.array([[one.measures[name] for name in sentence_measures()] for one in units])
    right = np.array([holds(row, one.text) for one in units], float)
    return Case(kind, variant, row, question, asked, passages, units, measures, right)


def sentence_measures() -> list[str]:
    return list(models("answers")["sentence"].weights)


def fit_sentences(given: Sequence[Case], *, ridge: float = 0.02, steps: int = 250) -> dict[str, float]:
    """Softmax over each question's units: the likelihood that one that holds the answer comes first; by Adam."""
    lists = [one for one in given if one.variant == "full" and 0 < one.right.sum() < len(one.right)]
    x, right = np.concatenate([one.measures for one in lists]), np.concatenate([one.right for one in lists])
    sizes = [len(one.right) for one in lists]
    starts = np.cumsum([0, *sizes[:-1]])
    counts = np.repeat([0.5 if one.kind == "paragraphs" else 1.0 for one in lists], sizes) / len(lists)
    mean, spread = x.mean(0), x.std(0) + 1e-9
    x = (x - mean) / spread
    weights = first = second = np.zeros(x.shape[1])
    for step in range(1, steps + 1):
        z = x @ weights
        e = np.exp(z - np.repeat(np.maximum.reduceat(z, starts), sizes))
        ours = e / np.repeat(np.add.reduceat(e, starts), sizes)
        best = e * right / np.repeat(np.add.reduceat(e * right, starts), sizes)
        slope = ridge * weights - x.T @ ((best - ours) * counts)
        first, second = 0.9 * first + 0.1 * slope, 0.999 * second + 0.001 * slope * slope
        weights = weights - 0.05 * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return dict(zip(sentence_measures(), (weights / spread).tolist(), strict=True))


def fit(given: Sequence[Case]) -> Model:
    """Sentences first; then, of the best three of each question, whether they answer."""
    shipped = models("answers")
    nothing = Weights(0.0, {})
    start = Model(fit_sentences(given), {"answer": nothing, "elsewhere": nothing})
    ranked = [(one, start.found(one)[0]) for one in given]
    found = [(one, support.evidence(one.asked, one.question, units, one.passages)) for one, units in ranked if units]
    answered = np.array([one.variant == "full" for one, _ in found], float)
    sizes = {kind: len({one.row["id"] for one in given if one.kind == kind}) for kind, _ in ENGLISH}
    made = {}
    for of, shares in (("answer", ENGLISH), ("elsewhere", ELSEWHERE)):
        names = list(dict.fromkeys((*shipped[of].weights, *LANGUAGES)))
        x = np.array([[measures[name] for name in names] for _, measures in found])
        counts = np.array([400 * shares[one.kind, one.variant] / sizes[one.kind] for one, _ in found])
        weights, bias = regressed(x, answered, counts)
        made[of] = Weights(bias, dict(zip(names, weights.tolist(), strict=True)))
    return Model(start.sentence, made)


def regressed(x: Any, answered: Any, counts: Any, *, ridge: float = 3.0) -> tuple[Any, float]:
    """Weights and bias of a logistic regression, by Newton's steps."""
    mean, spread = x.mean(0), x.std(0) + 1e-9
    z = np.c_[(x - mean) / spread, np.ones(len(x))]
    weights = np.zeros(z.shape[1])
    held = np.diag([ridge] * x.shape[1] + [0.0])
    for _ in range(30):
        p = 1 / (1 + np.exp(-z @ weights))
        bent = (z * (counts * p * (1 - p))[:, None]).T @ z + held
        weights = weights - np.linalg.solve(bent, z.T @ (counts * (p - answered)) + held @ weights)
    scaled = weights[:-1] / spread
    return scaled, float(weights[-1] - scaled @ mean)


def figures(found: Sequence[tuple[Case, list[Unit], float]]) -> dict[str, dict[str, float]]:
    """Of each group, from log-odds 0 on: how often the answer is inside the answer given, and silence where all is there and where not."""
    seen: defaultdict[str, defaultdict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for one, units, odds in found:
        silent = odds < 0
        seen[one.group][f"silent, {one.variant}"].append(silent)
        if one.variant == "full":
            told = "" if silent else " ".join(unit.text for unit in answers._diverse(units, one.asked))
            seen[one.group]["answer inside"].append(holds(one.row, told))
    return {group: {name: round(float(np.mean(v)), 3) for name, v in of.items()} for group, of in seen.items()}


def tongue(one: Case) -> str:
    return (
        "chinese"
        if one.question.language in ("zh-Hans", "zh-Hant")
        else "asian"
        if one.question.language != "en"
        else ""
    )


def bar_of(found: Sequence[tuple[Case, list[Unit], float]], of: str) -> float:
    """Log-odds below which `SILENT` of what can be answered is; English by the quiz alone."""
    full = [
        odds for one, _, odds in found if one.variant == "full" and tongue(one) == of and (of or one.kind == "quiz")
    ]
    return float(np.quantile(full, SILENT[of]))


def report(given: Sequence[Case]) -> dict[str, Any]:
    folds = [fit([one for one in given if one.fold != number]) for number in range(FOLDS)]
    held_back = [(one, *folds[one.fold].found(one)) for one in given]
    bars = {of: bar_of(held_back, of) for of in ("", "chinese", "asian")}
    model, shipped = fit(given), models("answers")
    made = {"sentence": rounded(0.0, model.sentence)}
    for of, fitted in model.answers.items():
        # English has a model, and so a bar, of its own; the others' bars are in the weights of what language it is.
        if of == "answer":
            weights = {name: weight for name, weight in fitted.weights.items() if name not in bars}
            made[of] = rounded(fitted.bias - bars[""], weights)
        else:
            weights = {name: weight - bars.get(name, 0.0) for name, weight in fitted.weights.items()}
            made[of] = rounded(fitted.bias, weights)
    at_bars = [(one, units, odds - bars[tongue(one)]) for one, units, odds in held_back]
    told, rows = reliability(at_bars)
    made["told"] = rounded(told.bias, told.weights)
    there = Model(shipped["sentence"].weights, shipped)
    away = {
        name: {key: round(one["weights"][key] - old, 2) for key, old in shipped[name].weights.items()}
        for name, one in made.items()
    }
    return {
        "weights": made,
        "held back": figures(at_bars),
        "told, held back": rows,
        "shipped": figures([(one, *there.found(one)) for one in given]),
        "away from the shipped": away,
    }


def reliability(found: Sequence[tuple[Case, list[Unit], float]]) -> tuple[Weights, dict[str, dict[str, float]]]:
    """Of the log-odds of what is told those that it holds the answer, where a question without one counts a third; and by tenths how many do.

    Right is what holds the answer's very words: a paraphrase counts as wrong.
    """
    asked = {"full": 1.0, "removed": 1 / 3, "relevant gone": 1 / 3}
    some = [
        (one, units, odds)
        for one, units, odds in found
        if odds >= 0 and one.variant in asked and (one.kind, one.variant) != ("quiz", "relevant gone")
    ]
    x = np.array([[odds] for _, _, odds in some])
    shown = [answers._diverse(support.to_the_point(one.asked, units), one.asked) for one, units, _ in some]
    right = np.array(
        [holds(case.row, " ".join(u.text for u in of)) for (case, _, _), of in zip(some, shown, strict=True)], float
    )
    counts = np.array([asked[one.variant] for one, _, _ in some])
    weights, bias = regressed(x, right, counts, ridge=0.0)
    told = 1 / (1 + np.exp(-(x @ weights + bias)))
    rows = {}
    for of, ours in (("English", False), ("others", True)):
        theirs = np.array([bool(tongue(one)) == ours for one, _, _ in some])
        for least in (0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
            at = theirs & (told >= least) & (told < least + 0.1)
            if at.any():
                said, were = (float(np.average(one[at], weights=counts[at])) for one in (told, right))
                rows[f"{of}, {least} to {least + 0.1:.1f}"] = {
                    "answers": int(at.sum()),
                    "said": round(said, 2),
                    "right": round(were, 2),
                }
    return Weights(bias, {"odds": float(weights[0])}), rows


def rounded(bias: float, weights: Mapping[str, float]) -> dict[str, Any]:
    return {"bias": round(bias, 2), "weights": {name: round(one, 2) for name, one in weights.items()}}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("quiz_documents", "quiz_queries", "news", "paragraphs"):
        parser.add_argument(name)
    parser.add_argument("--each", type=int, default=120)
    args = parser.parse_args()
    started = time.perf_counter()
    reports, quiz = documents(read(args.quiz_documents)), read(args.quiz_queries)
    given = run(cases("quiz", reports, quiz))
    given += run(cases("quiz", removed(reports, quiz), quiz, "removed"))
    given += run(cases("news", *passages_with_questions(read(args.news))))
    articles, questions = passages_with_questions(read(args.paragraphs))
    draw, some = random.Random(7), []
    for language in ("en", "ja", "ko", "th", "zh-Hans"):
        own = [row for row in questions if row["language"] == language]
        some += draw.sample(own, min(args.each, len(own)))
    given += run(cases("paragraphs", articles, some))
    prepared = time.perf_counter() - started
    told = report(given)
    seconds = {"prepared": round(prepared), "all": round(time.perf_counter() - started)}
    print(json.dumps({**told, "cases": len(given), "seconds": seconds}, indent=2, ensure_ascii=False))


if __name__ == "__main__":
    main()
