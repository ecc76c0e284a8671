"""What becomes of sentences across languages whose source denies, doubts, plans or attributes in ways that no list of the check holds.

    python benchmarks/quality/crossings.py [--json] [--show CLASS]

Per class: `told` as fact without another look, `beside` its original (marked), `asked` (replaced where the entailment pass is off),
`refused` whatever that pass would say; and told as fact by the stand-ins for its model (`judges.py`): `right`, `yes` to everything, `words`
alone, and those where it knows a denial. False: `not so` (a plain telling of what its source denies, doubts, plans or attributes, and the
other way round), `roles`, `cut`. True: `honest`, which a pass that is right keeps unless it is refused, and `plain`.
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

from crossing_pairs import CUT, DONE, HONEST, NOT_SO, ROLES, Row
from judges import told_by

from news.languages import LANGUAGES
from summariser.checking.claims import Judged, judge
from summariser.checking.prompting import Material
from summariser.checking.replies import Claim, Support

NAMES: Final = {"good": "told", "unchecked": "beside", "grey": "asked", "bad": "refused"}


def judged(row: Row) -> Judged:
    """A source that ends like a sentence stands in an article, any other is a title."""
    spoken, source, language, told = row
    is_title = source[-1] not in ".。" and source != DONE[spoken][1]
    title, text = (source, "") if is_title else ("", source)
    shown = Material("A1", "https://wire.example/1", "Wire", title, text, spoken, date(2026, 7, 17))
    return judge(Claim(told, (Support("A1", source),)), {"A1": shown}, language)


def rows() -> Iterator[tuple[str, Row]]:
    for spoken in LANGUAGES:
        for language in LANGUAGES:
            if spoken == language:
                continue
            for said in NOT_SO[spoken]:
                yield "not so", (spoken, said, language, DONE[language][said.endswith((".", "。"))])
            for told in NOT_SO[language]:
                yield "added", (spoken, DONE[spoken][told.endswith((".", "。"))], language, told)
            yield from (
                ("plain", (spoken, *pair)) for pair in zip(DONE[spoken], (language,) * 2, DONE[language], strict=True)
            )
    yield from (("roles", row) for row in ROLES)
    yield from (("cut, one language" if row[0] == row[2] else "cut, across two", row) for row in CUT)
    yield from (("honest", row) for row in HONEST)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true", dest="as_json")
    parser.add_argument("--show", default="", help="print the sentences of this class as well")
    options = parser.parse_args()
    counts: dict[str, Counter[str]] = {}
    for kind, row in rows():
        found = judged(row)
        seen = counts.setdefault(kind, Counter())
        seen[NAMES[found.standing]] += 1
        told_as_fact = told_by(found, row[2], true=kind in ("honest", "plain"))
        seen.update(f"by {name}" for name, is_told in told_as_fact.items() if is_told)
        if kind == options.show:
            print(f"{found.standing:9} {', '.join(found.faults)} | {row[0]} {row[1]} => {row[2]} {row[3]}")
    table = [
        {
            "class": kind,
            "pairs": sum(count[name] for name in NAMES.values()),
            **{name: count[name] for name in NAMES.values()},
            **{f"by {name}": count[f"by {name}"] for name in ("right", "yes", "words", "words, no denials")},
        }
        for kind, count in counts.items()
    ]
    if options.as_json:
        print(json.dumps(table, indent=1))
        return
    for line in table:
        print("  ".join(f"{line[key]:18}" if key == "class" else f"{key} {line[key]:4}" for key in line))


if __name__ == "__main__":
    main()
