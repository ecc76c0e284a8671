"""Fits summariser/data/attention.npz: how well the tokens of a line answer those of a question.

    python benchmarks/quality/fit_attention.py TALKS.jsonl PARAGRAPHS.jsonl --english DB --asian DB --out ATTENTION.json [--write]

TALKS: newsroom_talks.jsonl beside this file (`talks.py`). PARAGRAPHS: questions on paragraphs in five languages, with the words that answer. Writes what
weights that saw nothing of its matter say of every line, by turn and digest, for fit_reading.py; some half an hour of two cores. Needs jax and optax.
"""

import asyncio
import json
import random
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import jax
import jax.numpy as jnp
import numpy as np
import optax

sys.path.insert(0, str(Path(__file__).parents[1]))

from archive import read
from fitting import digest, options
from talks import FOLDS, Turn, turns
from tqdm import tqdm

from summariser.asking.support import plain_lines
from summariser.words.token_embeddings import token_embeddings
from summariser.words.vectors import DATA

NARROW: Final = 320
"""Directions of the token embeddings that are kept while fitting."""
SIZE: Final = 64
HIDDEN: Final = 48
LINES: Final = 12
LINE: Final = 56
QUESTION: Final = 32
BATCH: Final = 16
EPOCHS: Final = 4
RATE: Final = 4e-3
DROPPED: Final = 0.25
STRANGE: Final = 4
"""Lines of other paragraphs among those of a question's own."""
PARAGRAPHS_LATER: Final = 2500
NOWHERE: Final = -1e4
LANGUAGES: Final[Mapping[str, Any]] = {"zh": "zh-Hans"}


@dataclass
class Example:
    question: str
    lines: Sequence[tuple[str, float]]
    weight: float


class Tokens:
    """Every text's token embeddings, in the directions in which they differ most."""

    def __init__(self, texts: Sequence[str]) -> None:
        some = [*token_embeddings(random.Random(0).sample(list(texts), min(6000, len(texts))))]
        sample = np.concatenate(some)
        self.mean = sample.mean(0)
        spread, ways = np.linalg.eigh(np.cov((sample - self.mean).T))
        order = np.argsort(-spread)[:NARROW]
        self.ways = (ways[:, order] / np.sqrt(spread[order] + 0.05 * spread.max())).astype(np.float32)
        read_ = tqdm(token_embeddings(list(texts)), total=len(texts), desc="tokens")
        self.kept = {
            text: ((one - self.mean) @ self.ways).astype(np.float16) for text, one in zip(texts, read_, strict=True)
        }

    def batch(self, given: Sequence[Example]) -> tuple[Any, ...]:
        count = len(given)
        asked, there = np.zeros((count, QUESTION, NARROW), np.float32), np.zeros((count, QUESTION), np.float32)
        lines, told = np.zeros((count, LINES, LINE, NARROW), np.float32), np.zeros((count, LINES, LINE), np.float32)
        right, real = np.zeros((count, LINES), np.float32), np.zeros((count, LINES), np.float32)
        for at, one in enumerate(given):
            self._put(one.question, asked[at], there[at])
            for k, (text, is_right) in enumerate(one.lines[:LINES]):
                self._put(text, lines[at, k], told[at, k])
                right[at, k], real[at, k] = is_right, 1
        return asked, there, lines, told, right, real, np.array([one.weight for one in given], np.float32)

    def _put(self, text: str, rows: Any, there: Any) -> None:
        tokens = self.kept[text][: len(rows)]
        rows[: len(tokens)], there[: len(tokens)] = tokens, 1


def started(key: Any) -> dict[str, Any]:
    keys = iter(jax.random.split(key, 20))

    def drawn(rows: int, columns: int) -> Any:
        return jax.random.normal(next(keys), (rows, columns)) / np.sqrt(rows)

    return {
        "question": drawn(NARROW, SIZE), "line": drawn(NARROW, SIZE), "weight": drawn(SIZE, 1), "sought": drawn(SIZE, SIZE),
        "asking": drawn(3 * SIZE, HIDDEN), "asking_bias": jnp.zeros(HIDDEN),
        "telling": drawn(4 * SIZE, HIDDEN), "telling_bias": jnp.zeros(HIDDEN),
        "both": drawn(4 * HIDDEN, HIDDEN), "both_bias": jnp.zeros(HIDDEN),
        "last": drawn(HIDDEN, 1) * 0.3, "last_bias": jnp.zeros(1), "sharpness": jnp.array(2.0),
    }  # fmt: skip


def normal(rows: Any) -> Any:
    rows = rows - rows.mean(-1, keepdims=True)
    return rows / jnp.sqrt((rows * rows).mean(-1, keepdims=True) + 1e-5)


def scores(p: Mapping[str, Any], asked: Any, there: Any, lines: Any, told: Any, key: Any = None) -> Any:
    """As `summariser/answering/attention.py` reads the weights; with a `key` a share of every layer is dropped."""

    def kept(rows: Any, own: Any) -> Any:
        return rows if own is None else rows * jax.random.bernoulli(own, 1 - DROPPED, rows.shape) / (1 - DROPPED)

    keys = [None] * 4 if key is None else list(jax.random.split(key, 4))
    q, lines = normal(kept(asked, keys[0]) @ p["question"]), normal(kept(lines, keys[1]) @ p["line"])
    alike = jnp.einsum("md,knd->kmn", q, lines) / np.sqrt(SIZE) * p["sharpness"]
    found = jax.nn.softmax(jnp.where(told[:, None, :] > 0, alike, NOWHERE), -1) @ lines
    meant = jnp.einsum("kmn,md->knd", jax.nn.softmax(jnp.where(there[None, :, None] > 0, alike, NOWHERE), 1), q)
    weight = jax.nn.softmax(jnp.where(there > 0, (q @ p["weight"])[:, 0] * 0.3, NOWHERE))
    asking = jnp.broadcast_to(q, found.shape)
    ours = jax.nn.relu(jnp.concatenate([asking, found, asking * found], -1) @ p["asking"] + p["asking_bias"])
    sought = weight @ q @ p["sought"]
    beside = jnp.concatenate([lines, meant, lines * meant, lines * sought], -1)
    theirs = jax.nn.relu(beside @ p["telling"] + p["telling_bias"]) * told[:, :, None]
    count = jnp.maximum(told.sum(1), 1)[:, None]
    most = (ours * there[None, :, None]).max(1)
    whole = jnp.concatenate([weight @ ours, most, theirs.sum(1) / count, theirs.max(1)], -1)
    both = jax.nn.relu(kept(whole, keys[2]) @ p["both"] + p["both_bias"])
    return (kept(both, keys[3]) @ p["last"] + p["last_bias"])[:, 0]


def loss(said: Any, right: Any, real: Any, weight: Any) -> Any:
    """That a right line stands first, and how likely each is one."""
    shown = jnp.where(real > 0, said, NOWHERE)
    first = jax.nn.logsumexp(shown, 1) - jax.nn.logsumexp(jnp.where(right > 0, shown, NOWHERE), 1)
    each = (optax.sigmoid_binary_cross_entropy(said, right) * real).sum(1) / jnp.maximum(real.sum(1), 1) * 4
    return ((jnp.where(right.sum(1) > 0, first, 0.0) + each) * weight).mean()


judged = jax.jit(jax.vmap(scores, (None, 0, 0, 0, 0)))


def fitted(given: Sequence[Turn], paragraphs: Sequence[Example], tokens: Tokens, seed: int) -> dict[str, Any]:
    rng, key = random.Random(seed), jax.random.PRNGKey(seed)
    plan = [examples(given if epoch else (), paragraphs, epoch, rng) for epoch in range(EPOCHS)]
    steps = sum(len(one) // BATCH for one in plan)
    optimiser = optax.adamw(optax.warmup_cosine_decay_schedule(1e-4, RATE, 100, steps), weight_decay=2e-2)
    p = started(key)
    state = optimiser.init(p)

    @jax.jit
    def step(p: Any, state: Any, key: Any, asked: Any, there: Any, lines: Any, told: Any, *rest: Any) -> Any:
        def cost(p: Any) -> Any:
            keys = jax.random.split(key, len(asked))
            return loss(jax.vmap(scores, (None, 0, 0, 0, 0, 0))(p, asked, there, lines, told, keys), *rest)

        slope = jax.grad(cost)(p)
        change, state = optimiser.update(slope, state, p)
        return optax.apply_updates(p, change), state

    bar = tqdm(total=steps, desc=f"weights {seed}")
    for epoch in plan:
        for at in range(0, len(epoch) - BATCH + 1, BATCH):
            key, own = jax.random.split(key)
            p, state = step(p, state, own, *tokens.batch(epoch[at : at + BATCH]))
            bar.update()
    return p


def examples(given: Sequence[Turn], paragraphs: Sequence[Example], epoch: int, rng: random.Random) -> list[Example]:
    """Each turn as it was typed, and as it is asked alone."""
    made = list(paragraphs) if not epoch else rng.sample(list(paragraphs), min(PARAGRAPHS_LATER, len(paragraphs)))
    for turn in given:
        marked = [
            (line.text, float(mark == "right"))
            for line, mark in zip(turn.lines, turn.marks, strict=True)
            if mark in ("right", "wrong")
        ]
        rng.shuffle(marked)
        marked.sort(key=lambda pair: -pair[1])
        lines = [*marked[:4], *(pair for pair in marked[4:] if not pair[1])]
        if lines:
            made += [Example(text, lines, 1.5) for text in {turn.heard.text, turn.alone}]
    rng.shuffle(made)
    return made


def of_paragraphs(path: Path) -> list[Example]:
    """A sentence is right that has the words that answer."""
    rng, made = random.Random(2), list[Example]()
    cut = [(row, plain_lines(row["text"], LANGUAGES.get(row["lang"], row["lang"]))) for row in read(path)]
    others = {
        lang: [text for row, lines in cut if row["lang"] == lang for text in lines]
        for lang in {row["lang"] for row, _ in cut}
    }
    for row, lines in cut:
        for asked in row["questions"] if len(lines) > 1 else ():
            own = sorted(((text, float(asked["a"] in text)) for text in lines), key=lambda pair: -pair[1])[:LINES]
            if own[0][1]:
                strange = [(rng.choice(others[row["lang"]]), 0.0) for _ in range(min(STRANGE, LINES - len(own)))]
                made.append(Example(asked["q"], [*own, *strange], 1.0))
    return made


def said_of(p: Mapping[str, Any], turn: Turn, tokens: Tokens) -> dict[str, float]:
    texts = [line.text for line in turn.lines]
    parts = [
        Example(turn.heard.text, [(text, 0.0) for text in texts[at : at + LINES]], 1.0)
        for at in range(0, len(texts), LINES)
    ]
    told = [float(one) for part in parts for one in judged(p, *tokens.batch([part])[:4])[0][: len(part.lines)]]
    return {digest(text): round(one, 4) for text, one in zip(texts, told, strict=True)}


def written(p: Mapping[str, Any], tokens: Tokens) -> dict[str, Any]:
    """With the directions folded into the first layers: they read token embeddings as they are."""
    given = {name: np.asarray(one, np.float64) for name, one in p.items()}
    for name in ("question", "line"):
        given[name] = tokens.ways @ given[name]
        given[f"{name}_bias"] = -tokens.mean @ given[name]
    return {name: one.astype(np.float16) for name, one in given.items()}


def main() -> None:
    parser = options(__doc__, "talks", "paragraphs")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    given = asyncio.run(turns(args.talks, {"en": args.english, "asia": args.asian}))
    paragraphs = of_paragraphs(args.paragraphs)
    asked = [text for one in given for text in (one.heard.text, one.alone, *(line.text for line in one.lines))]
    texts = [*asked, *(text for one in paragraphs for text in (one.question, *(line for line, _ in one.lines)))]
    tokens = Tokens(list(dict.fromkeys(texts)))
    told: dict[str, dict[str, float]] = {}
    for fold in range(FOLDS):
        p = fitted([one for one in given if one.fold != fold], paragraphs, tokens, fold)
        told |= {one.id: said_of(p, one, tokens) for one in given if one.fold == fold and one.lines}
    args.out.write_text(json.dumps(told), "utf-8")
    marked = [one for one in given if one.follows and one.told and one.lines]
    first = [max(one.lines, key=lambda line: told[one.id][digest(line.text)]).text for one in marked]
    right = sum(
        one.marks[[line.text for line in one.lines].index(text)] == "right"
        for one, text in zip(marked, first, strict=True)
    )
    print(f"of {len(marked)} later turns that are told a right line stands first in {right}")
    if args.write:
        np.savez_compressed(DATA / "attention.npz", **written(fitted(given, paragraphs, tokens, FOLDS), tokens))


if __name__ == "__main__":
    main()
