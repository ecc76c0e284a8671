"""How a sentence that cannot stand as it is may still be told: with its speaker, for a maker's "we"; with its day, for a "today".

The source's words stay as they are and are cited as they stand on the page; only speaker and day come before them.
"""

import re
from datetime import timedelta
from typing import Final

from news.languages import Language
from news.model import Article, Tier
from news.phrases import format_day, phrase
from summariser.reading.fitness import fault
from summariser.reading.voices import address_of, own_companies, speaks_for_itself
from summariser.words.names import companies_in
from summariser.words.roles import strengths

_I: Final = re.compile(r"\b(?:I|I’m|I’ve|I’d|I’ll|[Mm]y|[Mm]ine|me|[Mm]yself|you|[Yy]ours?|[Ll]et’s)\b")
_AUXILIARY: Final = {"’re": " is", "’ve": " has", "’ll": " will", "’d": " would"}
_WE: Final = re.compile(r"\b[Ww]e(’re|’ve|’ll|’d)?\b")
_OURS: Final = re.compile(r"\b[Oo]urs?\b|\b(?:us|ourselves)\b")
_OPENING_DAY: Final = re.compile(r"^Today,?\s+(?=we\b)")
_LINK: Final = re.compile(
    r"^(?:(?:But|And),? |(?:Plus|Also|Crucially|Notably|Importantly|Significantly|Additionally|Moreover|Furthermore|In addition|Meanwhile|However|Still), )(?=[A-Za-z])"
)
_TRAIL: Final = re.compile(r",? (?:too|as well)\.$")
_THAT: Final = re.compile(r"\b(?:that|this|those|these) [a-z]+(?=[,.;])")
_PRAISE: Final = re.compile(
    r"(?i)\b(?:excited|proud|thrilled|delighted|believe|think|hope|love|leaves us|no evidence|not affected|need to|can|could)\b"
)
_LATER: Final = re.compile(
    r"(?i)\b(?:tonight|tomorrow|later today|just now|right now|(?:hours|minutes) ago|today’s)\b|^today\b"
)
_TODAY: Final[dict[str, re.Pattern[str]]] = {
    "zh-Hant": re.compile("今天|今日(?!頭條)"),
    "zh-Hans": re.compile("今天|今日(?!头条)"),
    "ja": re.compile("今日(?!的)|きょう|本日"),
}
_NEAR_TODAY: Final = re.compile("^[起後前早晚的に]|^(?:开始|開始|以降|まで|凌晨|上午|下午)")
_DATELINE_DAY: Final = re.compile(r"^\s*[（(〔【][^）)〕】]{0,24}?(\d{1,2})日[^）)〕】]{0,20}[）)〕】]")
"""An agency's dateline: place and day before its first sentence."""
_CHANNEL: Final = re.compile(r"\s+(?:Official )?(?:Blog|News|Newsroom|Updates|RSS|The Keyword)$|\s*[(（].*[)）]$")
_EVENT: Final = 0.6
_LOCAL_MORNING: Final = 6
"""Hours UTC: what appears earlier is of the evening before where most of these newsrooms are."""


def attributed(article: Article, text: str, why: str, language: Language, *, follows: bool = False) -> str | None:
    """The sentence as it may be told though `fault` gives `why`; None when it may not. `follows`: the one before it was told."""
    if why == "passing" and language in _TODAY:
        return _with_its_day(article, text, language)
    if language != "en":
        return None
    if why == "passing":
        return _dated(article, text) if _is_over(text) or _reports(text) else None
    if why != "first_person" or not speaks_as_maker(article):
        return None
    named, own = frozenset(companies_in(text)), own_companies(article) | guests(article)
    if named and own and not named & own:
        return None
    plain = text.replace("'", "’")
    if _I.search(plain) or _PRAISE.search(plain):
        return None
    rest = impersonal(_OPENING_DAY.sub("", plain))
    rest = rest[:1].upper() + rest[1:]
    left = fault(rest, language)
    if left and not (left == "passing" and _is_over(text)) and not (follows and left == "dangling"):
        return None
    dated = left == "passing" or bool(_OPENING_DAY.search(plain))
    if dated and not _day_is_known(article):
        return None
    quote = text.replace("“", "‘").replace("”", "’")
    if dated:
        day = format_day(article.published.date(), language)
        return phrase(language, "brief.said_on", speaker=speaker(article), day=day, original=quote)
    return phrase(language, "brief.said", speaker=speaker(article), original=quote)


def unlinked(text: str, language: Language) -> str:
    """The sentence without the "but" or "in addition" that ties it to the one before; "" where more than that does."""
    match = _LINK.match(text) if language == "en" else None
    if match is None:
        return ""
    rest = text[match.end() :]
    if _THAT.search(rest):
        return ""
    told = rest[:1].upper() + rest[1:]
    return "" if fault(told, language) else told


def untrailed(text: str, language: Language) -> str:
    """The words of the sentence before a ", too" that ties it to the one before; "" where it has none or more than that ties it."""
    match = _TRAIL.search(text) if language == "en" else None
    bare = text[: match.start()] if match else ""
    return "" if not bare or fault(f"{bare}.", language) else bare


def impersonal(text: str) -> str:
    """ "We're releasing our model" as others would write it: what the cues of roles and faults are made for."""
    return _OURS.sub("Its", _WE.sub(lambda we: "Acme" + _AUXILIARY.get(we[1] or "", ""), text.replace("'", "’")))


def speaks_as_maker(article: Article) -> bool:
    """Whether "we" in it is who the title is about: the maker's own page, or the guest whose page the address says it is."""
    if article.tier is not Tier.OFFICIAL:
        return speaks_for_itself(article)
    named = frozenset(companies_in(article.title))
    return speaks_for_itself(article) or not named or bool(named & (guests(article) or own_companies(article)))


def guests(article: Article) -> frozenset[str]:
    """Other companies that the path names: huggingface.co/blog/nvidia/… is NVIDIA's word."""
    path = " ".join(address_of(article.url)[1:]).replace("-", " ")
    return frozenset(companies_in(path)) - own_companies(article)


def speaker(article: Article) -> str:
    """Who says "we" on the page, as it writes its name; a channel's "Blog" or "News" left out."""
    hosted = guests(article)
    if hosted:
        words = re.findall(r"[^\W_][\w.&-]*", f"{article.title} {article.words}")
        return next((word for word in words if hosted & frozenset(companies_in(word))), article.source_name)
    name = article.source_name.removeprefix("www.").strip()
    return _CHANNEL.sub("", name) or name


def _is_over(text: str) -> bool:
    return not _LATER.search(text.replace("'", "’"))


def _reports(text: str) -> bool:
    """ "Today, the Commission ordered": of that day, not of these days."""
    return text.startswith("Today, ") and strengths(text, "en")["what_happened"] >= _EVENT


def _day_is_known(article: Article) -> bool:
    return article.dated and article.published.hour >= _LOCAL_MORNING


def _dated(article: Article, text: str) -> str | None:
    if not _day_is_known(article) or text.endswith(":"):
        return None
    return phrase("en", "brief.of_day", day=format_day(article.published.date(), "en"), original=text)


def _with_its_day(article: Article, text: str, language: Language) -> str | None:
    """An agency's "today" with the day of its dateline after it, as newspapers print it; told only where nothing else hangs on it."""
    today, dateline = list(_TODAY[language].finditer(text)), _DATELINE_DAY.match(article.words)
    if len(today) != 1 or dateline is None or _NEAR_TODAY.match(text[today[0].end() :]):
        return None
    day = min(
        (article.published.date() + timedelta(days=near) for near in (0, 1, -1)),
        key=lambda one: abs(one.day - int(dateline[1])),
    )
    if day.day != int(dateline[1]) or fault(text[: today[0].start()] + text[today[0].end() :], language):
        return None
    return f"{text[: today[0].end()]}（{format_day(day, language)}）{text[today[0].end() :]}"
