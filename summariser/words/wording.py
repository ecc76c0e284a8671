"""A retelling may say "bought" where its source says "acquired": words of one meaning are made one before the two are compared."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Final

from summariser.words.vectors import DATA

_WORD: Final = re.compile(r"(?<![\w$€£.-])[a-z]+(?:[.-][a-z]+)*")


@cache
def _same() -> Mapping[str, str]:
    groups = tomllib.loads((DATA / "synonyms.toml").read_text("utf-8"))["groups"].strip().splitlines()
    return {word: group.split()[0] for group in groups for word in group.split()}


def plainly(text: str) -> str:
    """The text with every known word written as the first of its group; names (capitals) and numbers stay."""
    same = _same()
    return _WORD.sub(lambda match: same.get(match.group(), match.group()), text)
