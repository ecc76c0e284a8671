"""What a telling that keeps its quote's words left out of the quote's sentence, and whether that may be left out unseen.

Pure, for English. Words in the source's order prove little: "Udio, a competitor to Suno, has been accused of scraping" holds every
word of "Suno has been scraping", and "In a parody video, …" frames what follows by words that no list holds. So a sentence is kept whole
or looked at again; a bare day that opens it, and a plain adverb, are nobody's loss.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final, Literal

from news.text import search_tokens, sentences
from summariser.closeness import in_usual_order, opening_last
from summariser.facts import plain
from summariser.wording import plainly

Cut = Literal["clean", "doubtful", "claim dropped"]
_ORDER: Final[tuple[Cut, ...]] = ("clean", "doubtful", "claim dropped")

_WORD: Final = re.compile(r"[^\W_]+(?:[.,'&+-][^\W_]+)*(?:'(?!\w))?")
_SAYS: Final = re.compile(
    r"^(?P<who>[A-Z][^,;:]{2,60}? (?:said|says|announced|reported|confirmed)) (?:that )?(?P<rest>.{20,})$", re.DOTALL
)
_POINTERS: Final = frozenset({"a", "an", "the", "this", "that", "these", "those"})
_IS: Final = re.compile(r"\b(it|he|she|that|there|who|what)'s\b", re.IGNORECASE)
_PLAIN_ADVERBS: Final = frozenset(
    {"also", "now", "already", "newly", "recently", "today", "then", "currently", "officially"}
)
"""Those that neither hedge nor narrow; any other is a word like the rest."""
_DATED: Final = re.compile(
    r"(?:(?:On|In|Last|This|Earlier|Late|Early) )+(?:last |this )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|week|month|year|quarter|"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{1,2})?)"
)
"""A bare day or month that opens a sentence; no "by" or "until", and no year, which may tell what is to come."""
_LINKS: Final = re.compile(r"(?:and|so|then|also|now|meanwhile|today)", re.IGNORECASE)
_CLAIMED: Final = re.compile(
    r"\b(?:alleg\w+|accus\w+|purported\w*)\b|\bclaim(?:s|ed|ing)?(?: that)?\W*$|\bclaims? (?:that|to|of)\b",
    re.IGNORECASE,
)
_OWNED: Final = re.compile(
    r"\b(?:alleg\w+|accus\w+|claim\w*|purported\w*|report\w*|sa(?:y|ys|id|ying)|accord\w+|argu\w+|su(?:e[sd]?|ing|its?)|lawsuits?|complaints?|den\w+)\b",
    re.IGNORECASE,
)
"""A telling with it is somebody's word."""
_HARDLY: Final = re.compile(
    r"(?:almost|nearly|hardly|barely|scarcely|narrowly|supposedly|seemingly|potentially|theoretically)", re.IGNORECASE
)
_ATTITUDE: Final = (
    r"claims?|believes?|thinks?|thought|argues?|insists?|alleges?|suggests?|predicts?|expects?|hopes?|fears?|warns?|doubts?|suspects?|implies|wonders?|"
    r"worries|worry|guess(?:es)?|estimates?|den(?:y|ies)|disputes?|asks?|wants?|seeks?|threatens?|promises?|vows?|offers?|likely|unlikely|set|due|meant"
)
_GOVERNED: Final = re.compile(
    rf"(?:(?:has |have |had )?(?P<verb>{_ATTITUDE}|[a-z]+ed) (?:that|whether)(?: it| he| she| they)?"
    rf"|(?P<to>(?:is|are|was|were) [a-z]+|{_ATTITUDE}|[a-z]+ed)(?: [\w' ]+?)? to(?: let| help| make| have)?(?: it| them| him| her)?)"
)
"""A verb that governs what the telling goes on with: "denied that it", "is said to", "asked the judge to let it"."""
_HAPPENS: Final = re.compile(
    r"beg[aiu]n|start(?:s|ed)|continu(?:es|ed)|went|goes|manage[sd]|help(?:s|ed)|ha[ds]|have|used|able|got|gets|c[ao]mes?|came|forced|proceed(?:s|ed)|"
    r"allow(?:s|ed)|enable[sd]|caus(?:es|ed)|le(?:ads?|d)|return(?:s|ed)|prove[sd]|known|shown|found"
)
"""Verbs after whose "to" it is so."""
_UNREAL: Final = re.compile(
    r"(?:In theory|On paper|In principle|According to|In (?:his|her|its|their) (?:view|words|opinion)|Hardly|Barely|Scarcely)\b",
    re.IGNORECASE,
)
_SOME: Final = re.compile(
    r"\b(?:only|some|few|several|half|most|many|part|none|one|two|three|four|five|six|seven|eight|nine|ten|\d+|third|quarter|percent) of (?:the |its |their )?(?:\w+ )?$|^only$|\bonly $",
    re.IGNORECASE,
)
_CLAUSE: Final = re.compile(
    rf"^[^,;:]{{2,80}}? (?:(?P<says>say|says|said|writes?|wrote)|(?P<verb>{_ATTITUDE}|[a-z]+ed)(?: (?:the |its |his |her )?\w+)?)(?: that)?$"
    rf"|^It (?:is|was|remains) (?:not|un)\b.* (?:whether|if|that)$|^[^,;:]{{2,80}} (?:{_ATTITUDE}|rumou?rs?|reports?|idea|notion|myth|theory|speculation) that$"
)
"""Somebody and a verb, right before what is told as if nobody had said it."""
_FACTIVE: Final = re.compile(
    r"(?:sa(?:ys?|id)|announce[sd]|confirm(?:s|ed)|show(?:s|ed|n)?|f(?:inds?|ound)|reveal(?:s|ed)|report(?:s|ed)|t(?:ells?|old)|wr(?:ites?|ote)|posted|"
    r"disclose[sd]|admit(?:s|ted)|acknowledge[sd]|note[sd]|add(?:s|ed)|explain(?:s|ed)|state[sd]|learn(?:s|ed)|kn(?:ows?|ew)|prove[sd]|demonstrate[sd]|"
    r"determined|established|see[sn]?|saw|means?|meant|reali[sz]e[sd]|discover(?:s|ed)|remember(?:s|ed)|how|why|so|such|now|where|when|because|since|and|but|also|then|is|are|was|were)"
)
_PARTISAN: Final = re.compile(
    r"\b(?:critics?|opponents?|lawsuits?|suits?|complaints?|plaintiffs?|prosecutors?|rivals?|petitions?|filings?|analysts?|rumou?rs?|sources?|supporters?|"
    r"advocates|lawyers?|skeptics|sceptics|believes?|thinks?|thought)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Part:
    """Left out of the source: its text with the marks around it; `inside` when telling goes on behind it."""

    text: str
    words: tuple[str, ...]
    inside: bool
    leads: bool


def cut(told: str, sources: Sequence[str]) -> Cut:
    """`clean`: each told sentence is one source sentence, whole but for what cannot frame it."""
    found = [_best(line, sources) for line in sentences(_bare(told), "en")]
    return max(found, key=_ORDER.index, default="doubtful")


def _speaker_last(text: str) -> str:
    found = _SAYS.match(text)
    return f"{found['rest'].rstrip(' .')}, {found['who']}." if found else text


def _bare(text: str) -> str:
    return _IS.sub(r"\1 is", plain(text))


def _best(told: str, sources: Sequence[str]) -> Cut:
    lines = [line for source in sources for line in sentences(_bare(source), "en")]
    cuts = {
        _one(turned(told), turned(line))
        for line in lines
        for turned in (str, opening_last, in_usual_order, _speaker_last)
    }
    if "clean" in cuts:
        return "clean"
    return "claim dropped" if "claim dropped" in cuts else "doubtful"


def _one(told: str, source: str) -> Cut:
    parts = _left_out(told, source)
    if parts is None:
        return "doubtful"
    if not _OWNED.search(told) and any(_CLAIMED.search(_near(part)) for part in parts if part.inside or part.leads):
        return "claim dropped"
    if any(_unsays(part, told, source) for part in parts if part.inside or part.leads) or _joins(told, source, parts):
        return "claim dropped"
    return "clean" if all(map(_is_let_go, parts)) else "doubtful"


def _unsays(part: _Part, told: str, source: str) -> bool:
    """Whether what is left out right before the telling, or inside it, makes the rest unsure, untrue, or true of some only.

    A frame inside the telling is the rest's own: each of its words stands in the source.
    """
    text = re.sub(r"(?: (?:the|an?))+$", "", part.text.strip())
    behind = source[source.index(part.text) + len(part.text) :].lstrip()[:1]
    if part.inside:
        governed = _GOVERNED.fullmatch(text)
        dropped = bool(
            governed
            and not _HAPPENS.fullmatch((governed["to"] or "").split(" ")[-1])
            and not _FACTIVE.fullmatch(governed["verb"] or "")
        )
        return dropped or (bool(_HARDLY.fullmatch(text)) and not behind.isdigit())
    if _SOME.search(part.text):
        return True
    if _OWNED.search(told):
        return False
    clause = _CLAUSE.match(text)
    if _UNREAL.match(text) or clause is None:
        return bool(_UNREAL.match(text))
    if clause["says"]:
        return bool(_PARTISAN.search(text))
    return not (clause["verb"] and _FACTIVE.fullmatch(clause["verb"]))


def _joins(told: str, source: str, parts: Sequence[_Part]) -> bool:
    """Whether a word of an aside ("unlike its rival,") became the subject of the verb behind it: its first comma is left out, its second
    stands inside the telling, which has none there."""
    leads = next((part for part in parts if part.leads), None)
    if any(part.inside and part.text.lstrip().startswith(",") for part in parts):
        return False  # the asides that follow are left out whole
    if leads is None or not re.search(r", [^,]*\w[^,]*$", leads.text) or "," in told:
        return False
    return bool(re.search(r",(?!\d)", source[len(leads.text) :].rstrip(" .")))


def _near(part: _Part) -> str:
    """What stands right before the telling's next word: of what leads, its last clause."""
    return part.text if part.inside else re.split(r"[;:.–—]|, (?=and |but )", part.text.rstrip(' ,;:–—"'))[-1]


def _is_let_go(part: _Part) -> bool:
    """Whether what is left out cannot frame the rest, by its form alone: signs, a plain adverb, a day or a link word that opens it."""
    if not part.words or (part.inside and " ".join(part.words) in _PLAIN_ADVERBS):
        return True
    core = part.text.strip(" \"',")
    return part.leads and bool(_DATED.fullmatch(core) or _LINKS.fullmatch(core))


def _left_out(told: str, source: str) -> list[_Part] | None:
    """None when the telling holds a word that the source does not have there."""
    mine, theirs = list(_words(told)), list(_words(source))
    blocks = SequenceMatcher(None, [key for key, _, _ in mine], [key for key, _, _ in theirs], autojunk=False)
    runs = [block for block in blocks.get_matching_blocks() if block.size]
    if not runs or sum(block.size for block in runs) < len(mine):
        return None
    edges = [0, *(edge for run in runs for edge in (run.b, run.b + run.size)), len(theirs)]
    parts = []
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        before = theirs[start - 1][2] if start else 0
        after = theirs[end][1] if end < len(theirs) else len(source)
        words = tuple(key for key, _, _ in theirs[start:end])
        parts.append(_Part(source[before:after], words, bool(start) and end < len(theirs), not start))
    return parts


def _words(text: str) -> Iterator[tuple[str, int, int]]:
    """Words without articles and pointers, those of one meaning as one, with their place."""
    for match in _WORD.finditer(text):
        word = match[0].rstrip("'").casefold()
        if word not in _POINTERS:
            yield " ".join(search_tokens(plainly(word))) or word, match.start(), match.end()
