"""Is who a telling says reported something who reports it in the quote, and not whom it is reported of?

Pure, for English. "A said", ", A reported", "according to A" need A as the subject of a verb of speech in the quote; where that is "it"
or "the company", A must stand in the quote or in the sentence before it.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from news.text import STOP_WORDS, sentences
from summariser.facts import plain
from summariser.names import companies_in

_RUN: Final = r"(?:[A-Z]|[a-z]{1,2}[A-Z])[\w.&'-]*(?: (?:(?:of|the|and|for) )?(?:[A-Z][\w.&'-]*|\d[\w.]*))*"
_SAID: Final = r"(?:said|says|reported|reports|told|tells|wrote|writes)"
_AHEAD: Final = r"(?: (?:has|have|had|also|earlier|later|previously|first|already|separately|recently|then))*"
_TOLD: Final = (
    re.compile(rf"(?<![\w'-])(?P<name>{_RUN})(?:, [^,;.]{{1,60}},)?{_AHEAD} {_SAID}(?= that\b| on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\.?$|[,;]| (?:its?|the|a|an|it|he|she|they|[A-Z])\b)"),
    re.compile(rf"\b[Aa]ccording to (?:the )?(?P<name>{_RUN})(?=[,.;]|$)"),
)  # fmt: skip
_VERB: Final = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|report(?:s|ed|ing)?|told|tells?|telling|wr(?:ote|ites?|iting|itten)|stat(?:es?|ed|ing)|announc\w+|claim(?:s|ed|ing)?|"
    r"confirm\w*|den(?:y|ies|ied|ying)|warn\w*|argu\w+|reveal\w*|disclos\w+|add(?:s|ed)|not(?:es|ed)|explain\w*|describ\w+|insist\w*|predict\w*|"
    r"estimat\w+|call(?:s|ed)|ask(?:s|ed)|promis\w+|suggest\w*|f[io]u?nds?|found|accus\w+|alleg\w+|acknowledg\w+|admit\w*|post(?:s|ed)?|publish\w*|"
    r"tweet\w*|quot\w+|cit(?:es|ed|ing)|learn(?:s|ed|t)|declin\w+|respond\w*|boast\w*|tout\w*|point(?:s|ed)|comment\w*|cautio\w+|testif\w+|unveil\w*)\b"
)
"""What a true telling may call "said"."""
_SPEECH: Final = re.compile(
    r"\b(?:said|says?|reported|reports|told|tells|wrote|writes|stated|added|according to|announced|announces)\b"
)
_PLAIN: Final = re.compile(
    r"(?<![\w'])(?:[Ii]t|[Hh]e|[Ss]he|[Tt]hey|[Ww]e|I|who|which|(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|[Aa]n?|[Oo]ne|[Tt]wo|[Ss]ome|[Ss]everal|[Mm]any) [a-z][a-z' -]{0,60})$"
)
"""A subject that does not say its name."""
_CITED: Final = r"(?:told|tells|telling|interview with|(?:seen|reviewed|obtained|reported|published|conducted) by|according to|(?:report|survey|study|analysis|data|paper|figures) (?:from|by|of)|via|citing|cited) (?:the |an? )?(?:\w+ ){0,2}?"
_ITS: Final = r"(?:'s)? (?:\w+ ){0,3}?(?:report|interview|story|article|survey|study|analysis|data|filing|estimates?|blog|post|paper|statement|note|figures|spokes\w+)"
_CLAUSE: Final = re.compile(r"[;:]|[”\"] |\b(?:that|but|while|after|because|when|as|if|although|though)\b ")


def misreported(told: str, sources: Sequence[str], around: str) -> Iterator[tuple[str, bool]]:
    """ "speaker A" for each name that a telling lets report what its quote has another report, or nobody; unsure of who opens a quote
    in which nobody speaks: whose deed it is may have said so."""
    lines = [line for text in sources for part in text.split("\n") for line in sentences(plain(part), "en")]
    spoken = any(_SPEECH.search(line) for line in lines)
    for name in _speakers(told):
        if not _is_publisher(name, around) and not _speaks(_words(name), lines, around):
            opens = any(_holds(_words(name), " ".join(line.split()[:4])) for line in lines)
            yield f"speaker {name.casefold()}", spoken or not opens


@lru_cache(maxsize=2048)
def _speakers(told: str) -> tuple[str, ...]:
    found = [match["name"] for form in _TOLD for match in form.finditer(plain(told).rstrip())]
    return tuple(dict.fromkeys(name for name in found if _words(name)))


def _words(name: str) -> frozenset[str]:
    words = (word.strip(".'").casefold().removesuffix("'s") for word in name.split())
    return frozenset(word for word in words if word and word not in STOP_WORDS)


def _is_publisher(name: str, around: str) -> bool:
    """The article's own source, by its name or its address."""
    lines = around.split("\n")
    own = [line for at, line in enumerate(lines) if "http" in "".join(lines[at : at + 2])[: len(line) + 5]]
    return any(re.sub(r"\W|^the ", "", name.casefold()) in re.sub(r"\W", "", line.casefold()) for line in own)


def _speaks(named: frozenset[str], lines: Sequence[str], around: str) -> bool:
    """Whether the name, or who stands for it, is the subject of a verb of speech."""
    if any(_is_subject(named, line) for line in lines):
        return True
    if not any(_PLAIN.search(subject) for line in lines for subject in _subjects(line, _SPEECH)):
        return False
    return any(_holds(named, f"{_before(line, around)} {line}") for line in lines)


def _is_subject(named: frozenset[str], line: str) -> bool:
    word = rf"(?<!\w)(?:{'|'.join(re.escape(one) for one in named)})(?!\w)"
    if re.search(rf"\b{_CITED}{word}|{word}{_ITS}\b", line, re.IGNORECASE):
        return True
    return any(_holds(named, subject) for subject in _subjects(line, _VERB))


def _subjects(line: str, verbs: re.Pattern[str]) -> Iterator[str]:
    """What stands before each verb in its clause: behind the last comma, or before the appositive that a comma closes."""
    for verb in verbs.finditer(line):
        clause = _CLAUSE.split(line[: verb.start()])[-1].rstrip()
        parts = clause.rstrip(",").split(", ")
        subject = ", ".join(parts if clause.endswith(",") else parts[-1:])
        yield re.sub(rf"{_AHEAD}$", "", f" {subject}").strip()


def _holds(named: frozenset[str], text: str) -> bool:
    low = text.casefold()
    if any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", low) for word in named):
        return True
    mine = frozenset(companies_in(" ".join(named)))
    return bool(mine & frozenset(companies_in(text)))


def _before(line: str, around: str) -> str:
    """The sentence of the article before this one."""
    found = plain(around).find(line)
    return next(reversed(sentences(plain(around)[:found], "en")), "") if found > 0 else ""
