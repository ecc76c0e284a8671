"""Text to tokens: what searching, clustering and overlap measures compare. Pure; the libraries load at first use."""

import re
import threading
import unicodedata
from functools import lru_cache
from itertools import chain
from typing import Any, Final

from news.scripts import CJK, HAN, HANGUL, THAI, words

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
_VARIANTS: Final = str.maketrans("臺裏爲羣峯衞綫啓麪祕説産内黄録", "台裡為群峰衛線啟麵秘說產內黃錄")
"""Two ways to write one character within one language."""
_VARIANT: Final = re.compile(f"[{''.join(map(chr, _VARIANTS))}]")

FINE: Final = "~"
"""Begins a token that is smaller than a word: see `index_tokens`."""
_LIGHT: Final = 0.5
_CHARACTERS: Final = re.compile(f"[{HAN}{HANGUL}\u30a1-\u30fa]")
_CLUSTER: Final = re.compile(
    r"[\u0e40-\u0e44]?[\u0e01-\u0e2e\u0e30\u0e32\u0e33\u0e45](?:[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])*|."
)
"""What Thai writes as one unit: a consonant with the vowels and tones around it."""
_THAI_RUN: Final = re.compile(f"[{THAI}]+")
_YEARED: Final = re.compile(r"(?<![a-z0-9])([a-z]{2,})((?:19|20)\d\d)(?![a-z0-9])")
_YEAR: Final = re.compile(r"(?:19|20)\d\d(?![a-z0-9])")
"""Looked for first: where there is none, looking at every word for one takes a fifth of all the cutting."""
_WORD_LENGTH: Final = 30
_LINE: Final = 200
_GRAMMAR: Final = frozenset("的了是在吗嗎呢")

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
        text = unicodedata.normalize("NFKC", text).replace("’", "'").replace("ʼ", "'")
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
    """Content words with English ones stemmed: the same for a document and for a query. Of a line they are kept: a title is read again
    with every question."""
    return [*_of_line(text)] if len(text) <= _LINE else _searched(text)


def _searched(text: str) -> list[str]:
    return _cut(text.casefold() if text.isascii() else _plain(text))


@lru_cache(maxsize=16_384)
def _of_line(text: str) -> tuple[str, ...]:
    return tuple(_searched(text))


def _cut(plain: str) -> list[str]:
    """No token goes across a blank, and most of what stands between two blanks was seen before."""
    parts = plain.split()
    if max(map(len, parts), default=0) <= _WORD_LENGTH:
        return [*chain.from_iterable(map(_seen, parts))]
    return [token for part in parts for token in (_seen(part) if len(part) <= _WORD_LENGTH else _parts(part))]


def _plain(text: str) -> str:
    return _unvaried(unicodedata.normalize("NFKC", text).replace("’", "'").replace("ʼ", "'")).casefold()


def _parts(text: str) -> tuple[str, ...]:
    """The search tokens of a text that is folded already."""
    if _OTHER.search(text) is None:
        return tuple(stem for run in _WORD.findall(text) for stem in _stems(run))
    found: list[str] = []
    for match in _TOKEN.finditer(text):
        run = match.group()
        if match.lastgroup == "latin":
            found.extend(_stems(run))
        elif match.lastgroup == "cjk":
            found.extend(run[at : at + 2] for at in range(max(1, len(run) - 1)))
        else:
            found.extend(_thai_words(run))
    return tuple(found)


_seen: Final = lru_cache(maxsize=200_000)(_parts)


def _unvaried(text: str) -> str:
    """To translate goes through a text character by character, and few texts need it."""
    return text if _VARIANT.search(text) is None else text.translate(_VARIANTS)


def index_tokens(text: str) -> list[str]:
    """Search tokens, and after them what is smaller than a word: see `finer_tokens`."""
    plain = text.casefold() if text.isascii() else _plain(text)
    return [*_cut(plain), *_fine(plain)]


def finer_tokens(text: str) -> list[str]:
    """What finds a word that was cut otherwise in the text than in the question, each beginning with FINE: the characters of
    Chinese, Japanese and Korean, Thai's triples of written units. And a name that a year clings to ("cvpr2022"), as two tokens.
    """
    return _fine(text.casefold() if text.isascii() else _plain(text))


def _fine(plain: str) -> list[str]:
    found: list[str] = []
    if any(year.start() and plain[year.start() - 1].isalpha() for year in _YEAR.finditer(plain)):
        found.extend(token for match in _YEARED.finditer(plain) for token in (*_stems(match[1]), match[2]))
    if plain.isascii():
        return found
    found.extend(FINE + one for one in _CHARACTERS.findall(plain))
    for run in _THAI_RUN.findall(plain):
        units = _CLUSTER.findall(run)
        found.extend(FINE + "".join(units[at : at + 3]) for at in range(max(1, len(units) - 2)))
    return found


def lightness(token: str) -> float:
    """What a token's weight is taken by: half for what is smaller than a word, and for a pair with a grammatical character."""
    return _LIGHT if token[:1] == FINE or (len(token) == 2 and not _GRAMMAR.isdisjoint(token)) else 1.0


def _stems(run: str) -> list[str]:
    """The search tokens of one written word."""
    found: list[str] = []
    _latin(run, found)
    return stemmed([token for token in found if token not in STOP_WORDS])


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
