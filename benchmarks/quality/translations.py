"""How many right translations the check across languages tells, and how many wrong ones.

    python benchmarks/quality/translations.py DATA.jsonl [--stories N]

DATA holds human translations, a row per sentence: {"id", "en": {"text"}, "ja": …, "zh": …, "ko": …, "th": …}. Prints as JSON per pair
of languages the share that is told (`good`), told beside its original (`unchecked`) and replaced (`bad`): of all rows, and of those
whose names all stand in our table, as a model that keeps to the prompt would write them. `empty`: sentences that could be said of any
news, against every human quote. `swapped`: invented stories with a name, a weekday or both exchanged, in one language and across two.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Final

sys.path.insert(0, str(Path(__file__).parents[2]))
sys.path.insert(0, str(Path(__file__).parents[1]))

import llm_stories as invented

from news.languages import LANGUAGES, Language
from summariser.checking import crossing
from summariser.checking.claims import judge
from summariser.checking.prompting import Material
from summariser.checking.replies import Claim, Support

KEYS: Final[dict[str, Language]] = {"en": "en", "ja": "ja", "zh": "zh-Hant", "ko": "ko", "th": "th"}
Shares = Mapping[str, Any]


def standing(told: str, language: Language, quote: str, spoken: Language, *, text: str = "", title: str = "") -> str:
    material = Material("A1", "https://wire.example/1", "Wire", title, text or quote, spoken, date(2026, 7, 17))
    return judge(Claim(told, (Support("A1", quote),)), {"A1": material}, language).standing


def shares(standings: Iterator[str]) -> Shares:
    counts = Counter(standings)
    total = sum(counts.values())
    return {"sentences": total, **{name: round(n / total, 4) for name, n in sorted(counts.items())}}


def human(rows: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, Shares]]:
    for one in KEYS:
        for other in KEYS:
            both = [row for row in rows if one in row and other in row]
            if both and "en" in (one, other) and one != other:
                yield f"{one}>{other}", shares(_translated(row, one, other) for row in both)


def _translated(row: Mapping[str, Any], one: str, other: str) -> str:
    return standing(row[other]["text"].strip(), KEYS[other], row[one]["text"].strip(), KEYS[one])


def named(row: Mapping[str, Any]) -> bool:
    """Whether every name of the English sentence stands in our table, and there is something to compare."""
    text = crossing._text(row["en"]["text"])
    return bool(text.anchors) and not text.latin


def empty(rows: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for row in rows:
        for key in KEYS.keys() & row.keys():
            for language in LANGUAGES:
                for told in invented.EMPTY[language]:
                    yield standing(told, language, row[key]["text"].strip(), KEYS[key])


def swapped(count: int, *, same: bool) -> Iterator[str]:
    pairs = [(one, one) for one in invented.LANGUAGES] if same else list(invented.PAIRS)
    for seed in range(count):
        event = invented.facts(seed)
        names = invented.changed(event, "names")
        other = next(name for name in invented.COMPANIES[seed % 7 :] if name not in (event.a, event.b))
        weekday = invented.changed(event, "date").weekday
        false = [
            names,
            replace(names, weekday=weekday),
            replace(event, a=other),
            replace(event, a=other, weekday=weekday),
        ]
        for spoken, language in pairs:
            text, title = invented.article(event, spoken), invented.said("acquire", event, spoken).rstrip(".。")
            for kind in invented.SENTENCES.keys() - {"decide"}:  # a deal "between A and B" is one between B and A
                right = invented.told(kind, event, language, same=same)
                told = {invented.told(kind, one, language, same=same) for one in false} - {right}
                quote = invented.said(kind, event, spoken)
                yield from (standing(one, language, quote, spoken, text=text, title=title) for one in told)  # type: ignore[arg-type]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--stories", type=int, default=60)
    options = parser.parse_args()
    rows = [json.loads(line) for line in options.data.read_text("utf-8").splitlines() if line.strip()]
    found = {
        "human": dict(human(rows)),
        "names_of_the_table": dict(human([row for row in rows if named(row)])),
        "empty": shares(empty(rows)),
        "swapped": {"one language": shares(swapped(options.stories, same=True)), "across two": shares(swapped(options.stories, same=False))},
    }  # fmt: skip
    print(json.dumps(found, indent=1))


if __name__ == "__main__":
    main()
