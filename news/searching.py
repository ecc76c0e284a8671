"""Text to tokens: what searching, clustering and overlap measures compare. Pure; the libraries load at first use."""

import re
import threading
import unicodedata
from functools import lru_cache
from typing import Any, Final

from news.scripts import CJK, THAI, words

_LATIN: Final = rf"[^\W_{CJK}{THAI}]"
_TOKEN: Final = re.compile(
    rf"(?P<latin>{_LATIN}+(?:['’.+#_-]+{_LATIN}+)*(?:\+\+|#)?)|(?P<cjk>[{CJK}]+)|(?P<thai>[{THAI}]+)"
)
_OTHER: Final = re.compile(f"[{CJK}{THAI}]")
_WORD: Final = re.compile(r"[^\W_]+(?:['’.+#_-]+[^\W_]+)*(?:\+\+|#)?")
"""What `_TOKEN` finds where there is no other script, in a third of the time."""
_PART: Final = re.compile(r"[.+#_-]+")
_DIGIT: Final = re.compile(r"\d")
_DOTTED: Final = re.compile(r"[a-z](?:\.[a-z])+")
_CLEAN: Final = str.maketrans({"’": "'", "ʼ": "'"})

STOP_WORDS: Final = words(
    """a about above after again against all also am an and any are aren't as at be because been before being below between both but by
    can can't cannot could couldn't did didn't do does doesn't doing don't down during each few for from further had hadn't has hasn't have
    haven't having he he'd he'll he's her here hers herself him himself his how i i'd i'll i'm i've if in into is isn't it it's its itself
    just let's me more most my myself no nor not of off on once only or other our ours ourselves out over own same she she's should
    shouldn't so some such than that that's the their theirs them themselves then there there's these they they'd they'll they're they've
    this those through to too under until up us very was wasn't we we'd we'll we're we've were weren't what what's when where which while
    who whom why will with won't would wouldn't you you'd you'll you're you've your yours yourself"""
)


def tokens(text: str) -> list[str]:
    """Casefolded words in reading order; names with a version stay whole (`gpt-5.6`), runs of Chinese, Japanese and
    Korean characters become overlapping pairs, Thai is cut into words."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).translate(_CLEAN)
    found: list[str] = []
    for match in _TOKEN.finditer(text.casefold()):
        run = match.group()
        if match.lastgroup == "latin":
            _latin(run, found)
        elif match.lastgroup == "cjk":
            found.extend(run[at : at + 2] for at in range(max(1, len(run) - 1)))
        else:
            found.extend(_thai_words(run))
    return found


def content_words(text: str) -> list[str]:
    """Tokens without English stop words, unstemmed, repeats kept."""
    return [token for token in tokens(text) if token not in STOP_WORDS]


def search_tokens(text: str) -> list[str]:
    """Content words with English ones stemmed: the same for a document and for a query."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).replace("’", "'").replace("ʼ", "'")
    text = text.casefold()
    if _OTHER.search(text) is None:
        return [stem for run in _WORD.findall(text) for stem in _stems(run)]
    found: list[str] = []
    for match in _TOKEN.finditer(text):
        run = match.group()
        if match.lastgroup == "latin":
            found.extend(_stems(run))
        elif match.lastgroup == "cjk":
            found.extend(run[at : at + 2] for at in range(max(1, len(run) - 1)))
        else:
            found.extend(_thai_words(run))
    return found


@lru_cache(maxsize=200_000)
def _stems(run: str) -> tuple[str, ...]:
    """The search tokens of one written word: most words of a text were seen before."""
    found: list[str] = []
    _latin(run, found)
    return tuple(stemmed([token for token in found if token not in STOP_WORDS]))


def stemmed(found: list[str]) -> list[str]:
    """English stems of content words; words of other languages as they are."""
    stems: list[str] = _stemmer().stemWords(found) if found else []
    return [stem or word for stem, word in zip(stems, found, strict=True)]


def _latin(run: str, found: list[str]) -> None:
    """One written word: kept whole when it carries a version or is an initialism, else cut at its hyphens."""
    if run.isalnum():
        found.append(run)
        return
    word = run.removesuffix("'s")
    if _PART.search(word) is None or _DIGIT.search(word) or _DOTTED.fullmatch(word) or word.endswith(("+", "#")):
        found.append(word)
    else:
        found.extend(part for part in _PART.split(word) if part)


@lru_cache(maxsize=1)
def _thai_parser() -> Any:
    import budoux

    return budoux.load_default_thai_parser()


@lru_cache(maxsize=4096)
def _thai_words(run: str) -> tuple[str, ...]:
    return tuple(_thai_parser().parse(run))


class _Stemmers(threading.local):
    """A stemmer keeps state, so each thread has its own."""

    english: Any = None


_STEMMERS: Final = _Stemmers()


def _stemmer() -> Any:
    if _STEMMERS.english is None:
        import Stemmer

        _STEMMERS.english = Stemmer.Stemmer("english")
    return _STEMMERS.english
