"""What becomes of true and false sentences that were written freely over recorded articles: told, asked about, or refused.

    python benchmarks/quality/retellings.py NEWSROOM.jsonl [NEWSROOM.jsonl ...] [--json] [--show CLASS] [--rows made|unseen] [--labelled ROWS.jsonl]

`retellings.jsonl` beside this file names for each row an article (`url`), the sentence in it that is quoted (`start` and `end` in its
text), a true sentence near its wording and one far from it, or a translation, and false twins of these by what is wrong with them. The
articles are the caller's. `cut` is false by what it leaves out of its quote's words. A number, a month or a weekday is changed in every
true sentence besides.

Per class and column: `told` without another look, `beside` its original (marked), `asked` (the entailment pass decides, where it is on;
without it the sentence is replaced), `refused`; and `told as fact` with the pass off and by each stand-in for its model (`judges.py`): one
that is right, one that always says yes, one that looks for the words alone, and that one where it knows a denial. `--rows unseen` takes the rows that were written when the check was finished.
`--labelled`: sentences that systems wrote and people labelled, {"source", "claim", "label"}, each quoting the sentences nearest to it.
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

sys.path.insert(0, str(Path(__file__).parents[2]))
sys.path.insert(0, str(Path(__file__).parent))

from judges import told_by

from news.languages import Language
from summariser.checking.claims import Judged, judge
from summariser.checking.closeness import closeness
from summariser.checking.prompting import CHARACTERS, Material, cleaned
from summariser.checking.replies import Claim, Support

ROWS: Final = Path(__file__).with_name("retellings.jsonl")
TRUE: Final = ("near", "free", "translation")
_NUMBER: Final = re.compile(r"(?<![A-Za-z0-9.,-])\d+(?:[.,]\d+)*")
_DAYS: Final = (
    ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"),
    ("月曜", "火曜", "水曜", "木曜", "金曜", "土曜", "日曜"), ("周一", "周二", "周三", "周四", "周五", "周六", "周日"),
    ("週一", "週二", "週三", "週四", "週五", "週六", "週日"), ("월요일", "화요일", "수요일", "목요일", "금요일", "토요일", "일요일"),
)  # fmt: skip


@dataclass(frozen=True)
class Told:
    """A sentence over an article: `kind` is "near", "free", "translation", or what is wrong with it."""

    kind: str
    text: str
    language: Language
    quote: str
    article: Mapping[str, Any]

    @property
    def spoken(self) -> Language:
        language: Language = self.article.get("language") or "en"
        return language

    @property
    def column(self) -> str:
        return "one language" if self.language == self.spoken else "across two"

    def judged(self) -> Judged:
        words = words_of(self.article)
        text = cleaned(words, self.spoken, max(CHARACTERS, words.find(self.quote[-20:]) + CHARACTERS))
        shown = Material(
            "A1",
            self.article["url"],
            self.article["source"],
            self.article["title"],
            text,
            self.spoken,
            date(2026, 7, 17),
        )
        return judge(Claim(self.text, (Support("A1", self.quote),)), {"A1": shown}, self.language)


def words_of(article: Mapping[str, Any]) -> str:
    return str(article.get("body") or article.get("summary") or "")


def changed(text: str) -> Iterator[tuple[str, str]]:
    """The sentence with another number, with another day or month."""
    number = _NUMBER.search(text)
    if number:
        yield "number", f"{text[: number.start()]}{_other(number.group())}{text[number.end() :]}"
    for names in _DAYS:
        for at, name in enumerate(names):
            if re.search(rf"{name}(?![a-z])", text):
                yield "date", text.replace(name, names[(at + 3) % len(names)])
                return


def _other(number: str) -> str:
    first = next(at for at, char in enumerate(number) if char in "123456789")
    return f"{number[:first]}{int(number[first]) % 9 + 1}{number[first + 1 :]}"


def sentences(articles: Mapping[str, Mapping[str, Any]], rows: str) -> Iterator[Told]:
    for line in ROWS.read_text("utf-8").splitlines():
        row = json.loads(line)
        article = articles.get(row["url"])
        if article is None or (rows and (rows == "unseen") != row.get("unseen", False)):
            continue
        quote = " ".join(words_of(article)[row["start"] : row["end"]].split())
        for kind in TRUE:
            if kind in row:
                yield Told(kind, row[kind], row["language"], quote, article)
                for what, text in changed(row[kind]):
                    yield Told(what, text, row["language"], quote, article)
        for kind, text in row["false"].items():
            yield Told(kind.removesuffix(" again"), text, row["language"], quote, article)


def labelled(path: Path) -> Iterator[tuple[str, Judged]]:
    """What people called supported or not, as judged."""
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        lines = cleaned(row["source"], "en", CHARACTERS * 4).split("\n")
        windows = ["\n".join(lines[at : at + 2]) for at in range(len(lines))]
        quote = max(windows, key=lambda window: closeness(row["claim"], window))
        shown = Material("A1", "https://wire.example/1", "Wire", "", "\n".join(lines), "en", date(2026, 7, 17))
        claim = Claim(row["claim"].replace("`", "'"), (Support("A1", quote.replace("\n", " ")),))
        yield "supported" if row["label"] else "not supported", judge(claim, {"A1": shown}, "en")


def bands(told: list[tuple[Judged, Language]], *, true: bool) -> dict[str, Any]:
    names = {"good": "told", "unchecked": "beside", "grey": "asked", "bad": "refused"}
    counts = Counter(names[one.standing] for one, _ in told)
    judges = Counter(
        name for one, language in told for name, is_told in told_by(one, language, true=true).items() if is_told
    )
    by_judge = {"told as fact": {name: judges[name] for name in ("off", "right", "yes", "words", "words, no denials")}}
    return {"sentences": len(told), **{name: counts[name] for name in names.values()}, **by_judge}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("newsroom", type=Path, nargs="+")
    parser.add_argument("--json", action="store_true", dest="as_json")
    parser.add_argument("--show", default="", help="print the sentences of this class as well")
    parser.add_argument("--rows", default="", choices=("made", "unseen"))
    parser.add_argument("--labelled", type=Path)
    options = parser.parse_args()
    articles: dict[str, Mapping[str, Any]] = {}
    for path in options.newsroom:
        for line in path.read_text("utf-8").splitlines():
            item = json.loads(line)
            if words_of(item):
                articles.setdefault(item["url"], item)
    found: dict[tuple[str, str], list[tuple[Judged, Language]]] = {}
    for one in sentences(articles, options.rows):
        judged = one.judged()
        found.setdefault((one.column, one.kind), []).append((judged, one.language))
        if one.kind == options.show:
            print(f"{judged.standing:9} {', '.join(judged.faults)} | {one.quote} => {one.text}")
    for label, person in labelled(options.labelled) if options.labelled else ():
        found.setdefault(("labelled", label), []).append((person, "en"))
    rows = [
        {"column": column, "class": kind, **bands(told, true=kind in (*TRUE, "supported"))}
        for (column, kind), told in sorted(found.items())
    ]
    if options.as_json:
        print(json.dumps(rows, indent=1))
        return
    for row in sorted(rows, key=lambda row: (row["column"], row["class"] not in TRUE)):
        print(
            f"{row['column']:13} {row['class']:12} {row['sentences']:4}  "
            + "  ".join(f"{k} {row[k]:3}" for k in ("told", "beside", "asked", "refused"))
            + "   as fact: "
            + "  ".join(f"{name} {count:3}" for name, count in row["told as fact"].items())
        )


if __name__ == "__main__":
    main()
