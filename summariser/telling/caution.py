"""Does a sentence say more surely than another voice of its story that something is done? "Open-weight" where the maker says "soon"; a
plan as a fact where the next sentence names it a report; one cause of several. English only, where a sentence opens a story by itself.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Final

from news.model import Article, Tier
from news.text import STOP_WORDS, search_tokens
from summariser.reading.material import Candidate
from summariser.reading.quoting import COMMON, telling_words
from summariser.reading.voices import owner, speaks_for_itself
from summariser.words.names import name_terms

_READ: Final = 500
_STALE: Final = timedelta(hours=12)
"""What somebody called "soon" so long before may have come true since."""
_BEFORE: Final = 4
_AFTER: Final = 4
_SEVERAL: Final = 2
_SOON: Final = re.compile(r"\b(?:soon|shortly|in the coming (?:days|weeks|months))\b")
_TO_DO: Final = re.compile(
    r"\b(?:plan(?:s|ning)?|intend(?:s|ing)?|aim(?:s|ing)?|hop(?:es|ing)|prepar(?:es|ing)|(?:is|are) (?:set|expected|due|slated)) to\b"
)
_HEDGED: Final = re.compile(
    rf"{_SOON.pattern}|{_TO_DO.pattern}|\b(?:plans?|planned|proposed|proposals?|expected|expects?|upcoming|coming|next|will|would|could|may|might|must|should|later|"
    r"wants?|wanted|asks?|asked|demand\w*|order(?:s|ed)?|require[sd]?|consider\w*|weigh(?:s|ed|ing)?|talks|seek\w*|yet|to be|going to|about to|preview\w*|beta|pilot\w*|test(?:s|ed|ing)?|announc\w+|unveil\w*|promis\w+|prospects?)\b",
    re.IGNORECASE,
)
_CLAUSE: Final = re.compile(r"[,;:.!?()—–\n]|\b(?:and|but|while|which)\b")
_OUT: Final = re.compile(
    r"\b(?:releas(?:es|ed)|launch(?:es|ed)|unveil(?:s|ed)|introduc(?:es|ed)|roll(?:s|ed|ing) out|(?:is|are) (?:now )?available|ships|shipped)\b"
)
_PREVIEW: Final = re.compile(
    r"\b(?:in|as an?|an?) (?:\w+ )?(?:preview|beta|pilot)\b|-[Pp]review\b|\bwaitlist\b|\b(?:preview|beta) of\b"
)
_CAUSE: Final = re.compile(r"\b(?:over|due to|because of|amid|citing|blaming) ((?:[^;:.—–]|\.\d)+)")
_ITEM: Final = re.compile(r",(?: and)? |\band ")


def outruns(candidate: Candidate, articles: Sequence[Article]) -> bool:
    """Whether a voice that knows (the maker, a page with a text) or another newsroom's title calls to come what it tells as done."""
    text = candidate.quote.replace("'", "’")
    others = [one for one in articles if one.id != candidate.article.id and owner(one) != owner(candidate.article)]
    recent = [one for one in others if one.published > candidate.article.published - _STALE]
    if not _HEDGED.search(text):
        words = telling_words(text) - name_terms()
        if any(_matches(hedged, words) for one in recent for hedged in _to_come(_opening(one))):
            return True
    told = _OUT.search(text) and not re.search(r"(?i)\b(?:preview|beta|pilot|test|waitlist|soon)", text)
    return bool(told) and any(_first_hand(one) and _PREVIEW.search(_opening(one)) for one in recent)


def sole_cause(candidate: Candidate, articles: Sequence[Article]) -> bool:
    """Whether it tells one cause ("over robots") where another title lists it with others ("over wages, AI and robots")."""
    for cause in _CAUSE.findall(candidate.quote):
        mine = frozenset(search_tokens(cause))
        for other in articles:
            for listed in _CAUSE.findall(other.title) if other.id != candidate.article.id else ():
                items = [frozenset(search_tokens(item)) - COMMON for item in _ITEM.split(listed)]
                items = [item for item in items if item]
                left_out = [item for item in items if item.isdisjoint(search_tokens(candidate.quote))]
                if len(items) >= _SEVERAL and left_out and any(item & mine for item in items):
                    return True
    return False


def _opening(article: Article) -> str:
    return f"{article.title}\n{article.words[:_READ]}".replace("'", "’")


def _first_hand(article: Article) -> bool:
    return article.tier is Tier.OFFICIAL or speaks_for_itself(article)


def _to_come(text: str) -> Iterator[frozenset[str]]:
    """The telling words of each thing that a text says is still to come."""
    for match in _SOON.finditer(text):
        before = _CLAUSE.split(text[: match.start()])[-1].split()
        yield _what(before[-_BEFORE:])
    for match in _TO_DO.finditer(text):
        yield _what(_CLAUSE.split(text[match.end() :])[0].split()[:_AFTER])


def _what(words: Sequence[str]) -> frozenset[str]:
    plain = " ".join(word for word in words if word.lower() not in STOP_WORDS)
    return frozenset(search_tokens(plain)) - COMMON - name_terms()


def _matches(hedged: frozenset[str], words: frozenset[str]) -> bool:
    return len(hedged & words) >= _SEVERAL
