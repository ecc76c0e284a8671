"""What a second look is taken at: each sentence that words cannot settle among false twins of it. Pure.

A model that believes a twin as well does not judge but nods, or reads the words and not who does what: its yes says nothing of the sentence.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypedDict

from news.languages import Language
from summariser.checking.claims import Judged
from summariser.checking.twins import twins


class Item(TypedDict):
    """What stands in the prompt for one passage."""

    passage: str
    context: str
    sentences: list[str]


@dataclass(frozen=True, slots=True)
class SecondLook:
    """`unsure`: what is asked about; `others`: the twins of each; `items`: what the model is shown, once for each passage."""

    unsure: tuple[Judged, ...]
    others: tuple[tuple[str, ...], ...]
    items: tuple[Item, ...]
    places: tuple[int, ...]

    @classmethod
    def at(cls, judged: Sequence[Judged], language: Language) -> "SecondLook":
        unsure = tuple(one for one in judged if one.is_asked)
        others = tuple(twins(one.sentence.text, language, one.passage, one.faults) for one in unsure)
        shown: dict[tuple[str, str], set[str]] = {}
        for one, false in zip(unsure, others, strict=True):
            shown.setdefault((one.passage, one.context), set()).update((one.sentence.text, *false))
        items: list[Item] = [
            {"passage": passage, "context": context, "sentences": sorted(texts, key=_place)}
            for (passage, context), texts in shown.items()
        ]
        keys = list(shown)
        return cls(unsure, others, tuple(items), tuple(keys.index((one.passage, one.context)) for one in unsure))

    @property
    def counts(self) -> tuple[int, ...]:
        """How many verdicts each item needs."""
        return tuple(len(item["sentences"]) for item in self.items)

    def settled(self, verdicts: Sequence[Sequence[bool | None]]) -> dict[int, Judged]:
        """By identity, each as judged: it holds where its own verdict is yes and that of every twin no."""
        said = [
            dict(zip(item["sentences"], given, strict=True)) for item, given in zip(self.items, verdicts, strict=True)
        ]
        found = {}
        for one, false, place in zip(self.unsure, self.others, self.places, strict=True):
            own, theirs = said[place][one.sentence.text], [said[place][twin] for twin in false]
            if own and any(theirs):
                found[id(one)] = one.confused()
            else:
                found[id(one)] = one.settled(None if own and None in theirs else own)
        return found


def _place(text: str) -> str:
    """An order that does not tell which is the original, and is the same for the same text: a reply is kept by what was asked."""
    return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()
