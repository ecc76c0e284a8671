"""What becomes of sentences in which two numbers, a ratio or the ends of a relation were exchanged, or which were cut out of their quote.

    python benchmarks/quality/exchanges.py [--json] [--show] [--rows made|unseen]

`exchanges.jsonl` beside this file holds invented quotes, each with true tellings of it and false twins. `rows`: `unseen` ones were written
when the check stood and were then used to mend it. Per kind and truth: `told` without another look, `asked` about (the entailment
pass decides, where it is on), `refused`; and told as fact with the pass `off` and by the stand-ins for its model (`judges.py`): `right`, `yes`
to everything, `words` alone, and those where it knows a denial.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).parents[2]))
sys.path.insert(0, str(Path(__file__).parent))

from judges import told_by

from summariser.checking.claims import Judged, judge
from summariser.checking.prompting import Material
from summariser.checking.replies import Claim, Support

ROWS: Final = Path(__file__).with_name("exchanges.jsonl")
BANDS: Final = {"good": "told", "unchecked": "asked", "grey": "asked", "bad": "refused"}


def judged(told: str, quote: str) -> Judged:
    text = f"{quote}\nThe news came on a busy day for the industry."
    shown = Material("A1", "https://wire.example/1", "Wire", "A day in technology", text, "en", date(2026, 7, 17))
    return judge(Claim(told, (Support("A1", quote),)), {"A1": shown}, "en")


def pairs(rows: str) -> Iterator[tuple[str, str, str, str]]:
    """Kind, "true" or "false", quote, telling."""
    for line in ROWS.read_text("utf-8").splitlines():
        row = json.loads(line)
        if rows in ("", row["rows"]):
            for truth in ("true", "false"):
                yield from ((row["kind"], truth, row["quote"], told) for told in row[truth])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true", dest="as_json")
    parser.add_argument(
        "--show", action="store_true", help="print what is asked about or told though false, and refused though true"
    )
    parser.add_argument("--rows", default="", choices=("made", "unseen"))
    options = parser.parse_args()
    counts: dict[tuple[str, str], Counter[str]] = {}
    for kind, truth, quote, told in pairs(options.rows):
        one = judged(told, quote)
        seen = counts.setdefault((kind, truth), Counter())
        seen[BANDS[one.standing]] += 1
        told_as_fact = told_by(one, "en", true=truth == "true")
        seen.update(f"by {name}" for name, is_told in told_as_fact.items() if is_told)
        if options.show and (one.standing == "bad") == (truth == "true"):
            print(f"{kind} {truth} {BANDS[one.standing]} {', '.join(one.faults)} | {quote} => {told}")
    rows = [
        {
            "kind": kind, "truth": truth, "sentences": sum(found[band] for band in set(BANDS.values())),
            **{band: found[band] for band in ("told", "asked", "refused")},
            **{f"by {name}": found[f"by {name}"] for name in ("off", "right", "yes", "words", "words, no denials")},
        }
        for (kind, truth), found in sorted(counts.items())
    ]  # fmt: skip
    if options.as_json:
        print(json.dumps(rows, indent=1))
        return
    for row in rows:
        print(
            "  ".join(f"{value:>9}" if isinstance(value, str) else f"{name} {value:3}" for name, value in row.items())
        )


if __name__ == "__main__":
    main()
