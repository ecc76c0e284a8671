"""A question that asks two things: "how much did it raise and who led it?" Each part by itself, with the name that both are about. Pure; six languages."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from summariser.asking.conversation import continued
from summariser.words import facts
from summariser.words.aliases import mentions

_ASKS: Final = re.compile(
    r"\b(?:who|whom|whose|when|where|how|why|which|what)\b|誰|いつ|どこ|どの|何|いくら|いくつ|なぜ|谁|什[么麼]|何[时時]|多少|几|幾|哪|怎[么麼]|누구|누가|언제|어디|얼마|몇|왜|무엇|뭐|어떤|어느"
    r"|ใคร|ที่ไหน|เมื่อไ|เท่าไ|(?<!เ)กี่|ทำไม|อะไร",
    re.IGNORECASE,
)
_JOINS: Final = re.compile(
    r"[?？]\s*(?=\S)|,?\s+and\s+(?=(?:by |for |at |to |from |with )?(?:who|whom|whose|what|when|where|why|which|how)\b)|(?<=[가-힣])고,?\s+|[、，,]\s*(?:また|そして|และ)?|\s(?:และ|แล้ว)",
    re.IGNORECASE,
)
_TOPIC: Final = re.compile(
    r"^(?P<ja>[^はがの、？]{2,24}?)(?:は|が)|^(?P<ko>\S{2,}(?: \S+)?)[은는이가] |^(?P<zh>[^，？的]{2,16}?)(?:的|融[资資]|花|[获獲])"
    r"|^(?P<bare>\S+(?: \S+){0,3})(?= [가-힣]+ (?:얼마|몇))"
)
"""In Korean also without a particle: all before the word for what is counted."""
_LEAST: Final = 2


@dataclass(frozen=True, slots=True)
class Part:
    """`said` as it is written, `text` as a whole question."""

    said: str
    text: str


def parts_asked(text: str, today: date) -> tuple[Part, Part] | None:
    """Both; None where one thing is asked."""
    for found in _JOINS.finditer(text):
        first, said = text[: found.start()].strip(), text[found.end() :].strip(" ?？。")
        asks = _ASKS.search(first) and (_ASKS.search(said) or _TOPIC_ALONE.search(said))
        if asks and len(said) >= _LEAST and not _JOINS.search(said):
            whole = f"{first}{'나' if found[0].startswith('고') else ''}?"
            return Part(f"{first}{'고' if found[0].startswith('고') else ''}", whole), Part(
                said, _whole(f"{said}?", whole, today)
            )
    return None


_TOPIC_ALONE: Final = re.compile(r"(?:は|呢|는|은|ล่ะ)$")


def _whole(second: str, first: str, today: date) -> str:
    """With whom the first part is about, where it names nobody itself."""
    if mentions(second) or facts.names(second):
        return second
    topic = _TOPIC.match(first)
    if topic is None or _ASKS.search(topic[0]):
        whole = continued(second, [first], today)
        named = [first[one.start : one.end] for one in mentions(first)] or facts.names(first)
        return whole if whole != second or not named else f"{second.rstrip('?')} {named[0]}?"
    name = next(filter(None, topic.groups()))
    between = "" if topic["zh"] else " " if topic["ko"] or topic["bare"] else "は" if _ASKS.match(second) else "の"
    return f"{name}{between}{second}"
