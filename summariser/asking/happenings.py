"""What happened, for a list of it: who raised money, bought or brought out what, by the form that a headline tells it in. Pure; six languages."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, Literal

from news.languages import Language
from news.scripts import CJK, THAI
from news.text import search_tokens
from summariser.words.aliases import mentions
from summariser.words.names import is_family
from summariser.words.vectors import DATA, fold
from summariser.words.versions import located

Kind = Literal["raise", "buy", "release"]
KINDS: Final[tuple[Kind, ...]] = ("raise", "buy", "release")
_LATIN_WORD: Final = r"[A-Z0-9][\w.&+-]*\w|[A-Z]|[a-z]{1,2}[A-Z]\w+"
_NAME: Final = (
    rf"(?<![A-Za-z0-9$€£¥])(?:{_LATIN_WORD})(?:[’'](?=s\s[A-Z])s)?(?:\s(?:{_LATIN_WORD}|of(?=\s[A-Z])|&))*(?!\w)"
)
SUM: Final = (
    r"(?:(?:[$€£¥₩]|US\$|NT\$)\s?\d[\d,.]*(?:\s?(?i:[kmbt]n?|million|billion|trillion)\b)?|\d[\d,.]*\s?(?:[百千十]?[万萬億亿兆]|만|억|조|천만|백만|ล้าน|พันล้าน|(?i:million|billion))*\s?"
    r"(?:米?ドル|円|ユーロ|ポンド|[美欧歐日港]?元|人民[币幣]|달러|원|유로|ดอลลาร์|บาท|(?i:dollars|euros|yuan|yen|won)))"
)
_NOT_YET: Final = re.compile(
    r"\b(?:to|will|would|could|may|might|plans?|planning|set|expected|talks|reportedly|seeks?|seeking|aims?|aiming|nears|delays?|delayed|not|n[’']t|never|if|how|why|ahead of)\s(?:\S+\s){0,1}$",
    re.IGNORECASE,
)
"""Before the verb: it has not happened, or is only wondered at."""
_STILL_TO_COME: Final = re.compile(
    r"\b(?:in (?:two|three|four|\d+) (?:weeks|months)|next (?:week|month|year)|later this (?:week|month|year)|coming soon)\b|予定|来週|来月|예정|다음 ?(?:주|달)|即[将將]|下周|下週|เร็วๆ นี้"
)
_QUESTION: Final = re.compile(r"[?？]\s*$")
_QUOTED: Final = re.compile(r"[「『“‘《\"']([^」』”’》\"']{2,40})[」』”’》\"']")
_MODEL_WORD: Final = re.compile(
    r"\b(?:models?|LLMs?|MoE|VLMs?|\d+(?:\.\d+)?[BT]\b(?=[ -]parameter))|모델|モデル|模型|โมเดล", re.IGNORECASE
)
_APPOSED: Final = re.compile(
    r"\s(?:that|which|of|to|for|with|using|on|via|by|from|into|in|at|but|after|as|runs?)\s", re.I
)
"""Behind it an English phrase speaks of something else than what came out."""
_PREVIEW: Final = re.compile(r"^(?:an? |the )?(?:\w+ )?(?:previews?|versions?|famil(?:y|ies)) of ", re.IGNORECASE)
_NO_MODELS: Final = frozenset(
    [
        "ios",
        "ipados",
        "macos",
        "android",
        "windows",
        "iphone",
        "pixel",
        "galaxy",
        "rtx",
        "python",
        "node",
        "rubin",
        "blackwell",
        "ascend",
        "codex",
        "copilot",
    ]
)
_NO_NAMES: Final = frozenset(
    ["ai", "llm", "api", "new", "the", "a", "an", "its", "first", "ai技術", "gpu", "cli", "ide", "saas", "cpu", "web"]
)
_UNNAMED: Final = re.compile(
    r"^(?:new|its?|the|an?|first|another|more|ai|robotics|models?|three|two|several|open|fresh)$", re.I
)
_CLAUSE: Final = re.compile(r"[,:;，：；]|\s[—–-]+\s")
_ASIAN: Final = re.compile(f"[{CJK}{THAI}]")
_VERB_LAST: Final = frozenset({"ja", "ko"})
_TAIL: Final = 8
"""Characters between a name and the verb behind it, where the verb stands last."""
_LETTERED: Final = re.compile(r"[A-Z](\d+(?:\.\d+)?)(?![A-Za-z\d])")
"""K3, V4: a version of what the company named before it makes."""
_LETTERS: Final = r"[A-Za-z0-9À-ÿ_.+-]"
_RUN: Final = re.compile(rf"(?<![A-Za-z0-9$€£¥])[A-Z]{_LETTERS}*(?:[\s-](?:[A-Z0-9]{_LETTERS}*))*")


@dataclass(frozen=True, slots=True)
class Happening:
    """Who did it to what, as the text has them; "" where it does not say. `key`: equal for two texts of one item; `maker`: by whose id or
    letters it goes; `name`: of what came out."""

    who: str
    what: str
    key: str
    maker: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """What is asked and told by which words: see `data/happenings.toml`."""

    asks: re.Pattern[str]
    nouns: re.Pattern[str]
    words: tuple[str, ...]
    forms: Mapping[str, tuple[re.Pattern[str], ...]]


@cache
def rows() -> Mapping[Kind, Row]:
    read = tomllib.loads((DATA / "happenings.toml").read_text("utf-8"))
    return {
        kind: Row(
            re.compile(read[kind]["asks"], re.IGNORECASE),
            re.compile(read[kind]["nouns"], re.IGNORECASE),
            tuple(dict.fromkeys(search_tokens(read[kind]["words"]))),
            {tongue: tuple(map(_form, read[kind][tongue])) for tongue in ("en", "zh", "ja", "ko", "th")},
        )
        for kind in KINDS
    }


@cache
def countries() -> Mapping[str, str]:
    """Company id → the id of its country, of the makers in the table."""
    read = tomllib.loads((DATA / "happenings.toml").read_text("utf-8"))["countries"]
    return {company: country for country, companies in read.items() for company in companies}


def _form(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern.replace("NAME", _NAME).replace("SUM", SUM))


@lru_cache(maxsize=4096)
def happening(kind: Kind, text: str, language: Language) -> Happening | None:
    """What of that kind the text tells as done; None where it tells none, asks, or speaks of what is to come."""
    if _QUESTION.search(text) or _STILL_TO_COME.search(text):
        return None
    tongue = language[:2] if _ASIAN.search(text) else "en"
    text = text.replace("'", "’") if tongue == "en" else text
    for form in rows()[kind].forms[tongue]:
        for found in form.finditer(text):
            parts = found.groupdict()
            who, what = (parts.get("who") or "").strip(), (parts.get("what") or "").strip()
            if tongue == "en" and _is_undone(kind, text, found, who):
                continue
            told = _release(who, what, text, tongue) if kind == "release" else _deed(kind, who, what)
            if told is not None:
                return told
    return None


def _is_undone(kind: Kind, text: str, found: re.Match[str], who: str) -> bool:
    """The verb is an infinitive, denied or only planned; a purchase that is asked about stands all the same."""
    return kind in ("raise", "release") and bool(who) and bool(_NOT_YET.search(f"{text[: found.start('who')]}{who} "))


def _deed(kind: Kind, who: str, what: str) -> Happening | None:
    doer = _own(_BACKED.sub("", who))
    if kind == "raise":
        return Happening(who, what, doer, doer) if doer else None
    other = next(iter(_known(what)), "") or _latin(what)  # what is bought has a name
    return Happening(who, what, other, doer) if doer and other else None


_BACKED: Final = re.compile(r"^\S+-(?:backed|based|owned|founded|led|born|focused) (?=\S)", re.IGNORECASE)
"""Whose money it has, or where it sits, before a name."""


def _known(text: str) -> list[str]:
    return [one.company for one in mentions(text) if one.company]


def _latin(text: str) -> str:
    runs = [run for run in _RUN.findall(text) if run.casefold() not in _NO_NAMES]
    return _folded(runs[-1]) if runs else ""


def _own(name: str) -> str:
    """What a name goes by: its company's id where that is known, else its Latin letters, else its last word."""
    known = _known(name)
    return known[-1] if known else _latin(name) or _folded(name.split()[-1] if name.split() else "")


def _folded(name: str) -> str:
    return re.sub(r"[\s'’._-]", "", fold(name)).removesuffix("ai")


def _release(who: str, what: str, text: str, tongue: str) -> Happening | None:
    name = next(_names(what, tongue), "")
    if not name:
        return None
    maker = next(iter((*reversed(_known(who)), *_known(what), *_known(text))), "") or _own(who)
    lettered = _LETTERED.match(name)
    key = f"{maker}:{lettered[1]}" if lettered and maker else _product(name)
    return Happening(who, what, key, maker, name)


def _names(what: str, tongue: str) -> Iterator[str]:
    """What a phrase names, the surest first: a known family with its number, what is quoted, a run of Latin letters with capitals."""
    reach = what if tongue in _VERB_LAST else _CLAUSE.split(what, maxsplit=1)[0]
    reach = _APPOSED.split(_PREVIEW.sub("", reach), maxsplit=1)[0] if tongue == "en" else reach
    last = len(reach) - _TAIL if tongue in _VERB_LAST else 0
    for one in mentions(reach):
        number = re.match(
            r"[\s-]?(?:[A-Za-z가-힣ァ-ヴー]+[\s-]?){0,2}[vVkK]?\d+(?:\.\d+)*(?:[\s-]?[A-Za-z가-힣ァ-ヴー]+)*",
            reach[one.end :],
        )
        if number and one.company and (one.id != one.company or is_family(reach[one.start : one.end])):
            yield reach[one.start : one.end + number.end()]
    yield from (found[1] for found in _QUOTED.finditer(reach) if found.end() >= last and _tells_apart(found[1]))
    for found in _RUN.finditer(reach):
        if found.end() < last:
            continue
        words = [word for word in found[0].split() if not _UNNAMED.match(word)]
        if words and words[0] == found[0].split()[0] and _tells_apart(found[0]):
            yield found[0]


def _tells_apart(name: str) -> bool:
    return name.casefold() not in _NO_NAMES and not _MODEL_WORD.fullmatch(name) and any(map(str.isalpha, name))


def _product(name: str) -> str:
    """Known families by id and number, others by their letters."""
    known = mentions(name)
    number = re.search(r"\d+(?:\.\d+)*", name[known[0].end :]) if known else None
    if known and number:
        rest = _folded(re.sub(r"[^A-Za-z]", " ", name[known[0].end + number.end() :]))
        return f"{known[0].company or known[0].id}:{number[0]}:{rest[:5]}"
    return _folded(name)


def is_of_model(told: Happening, lead: str, language: Language) -> bool:
    """What came out is a model: by that word in its own phrase, by a version of a family of models, or as its report's first lines call it."""
    what = told.what
    if _is_known_model(what) or (told.maker and _LETTERED.match(told.name)):
        return True
    if not _ASIAN.search(what):
        own = _MODEL_WORD.search(_APPOSED.split(_PREVIEW.sub("", what), maxsplit=1)[0]) is not None
    else:
        own = _OWN_WORD[language[:2]].search(_heads(what) if language == "ja" else what) is not None
    return own or _is_called_model(told.name, lead)


_OWN_WORD: Final = {
    "ja": re.compile(r"(?:モデル|LLM)"),
    "ko": re.compile(r"(?:모델|LLM)(?=[\s'‘\"“]|$)"),
    "zh": re.compile(r"(?:模型|LLM)(?=[\s\"“「《（(：:，,A-Z]|$)"),
    "th": re.compile("^[^\u0e01-\u0e5b]*\\S{0,6}?โมเดล"),
}
"""Where a phrase says that its own head is a model, and not what that is for."""


def _is_called_model(name: str, lead: str) -> bool:
    """ "모델 ‘K-엑사원 2.0’", "Inkling, a model": the word stands beside the name."""
    spelled = r"\s?(?:[(（][^)）]{1,20}[)）]\s?)?".join(map(re.escape, name.split()))
    for found in re.finditer(spelled, lead):
        before, behind = lead[: found.start()], lead[found.end() :]
        if _CALLED_BEFORE.search(before) or _CALLED_BEHIND.match(behind):
            return True
    return False


_CALLED_BEFORE: Final = re.compile(r"(?:\bmodels?|모델|モデル|模型|โมเดล|LLM),?\s?[「『“‘《\"'(（]?$", re.IGNORECASE)
_CALLED_BEHIND: Final = re.compile(
    r"[」』”’》\"')）]?(?:,? (?:is |was )?(?:an?|the|its|our) (?:[\w.-]+ ){0,5}?(?:model|LLM|MoE)\b| ?(?:模型|모델|モデル)|(?:は|是|은|는)[^。.]{0,14}(?:モデル|模型|모델))",
    re.IGNORECASE,
)


def _heads(what: str) -> str:
    """Of a Japanese phrase what stands right before a name, and behind the last particle."""
    quoted = _QUOTED.search(what)
    before = what[: quoted.start()] if quoted else what
    return re.split(r"[をにがはで、]|による|向け", before)[-1]


def _is_known_model(what: str) -> bool:
    """GPT-5.6, Gemini Robotics 2: a known family, or a known product, with a number near it."""
    if any(one.known and one.head not in _NO_MODELS for one, _, _ in located(what)):
        return True
    return any(
        one.company not in ("", one.id)
        and _folded(what[one.start : one.end]) not in _NO_MODELS
        and _NUMBERED.match(what[one.end :])
        for one in mentions(what)
    )


_NUMBERED: Final = re.compile(r"(?:[\s-]?[A-Za-z가-힣ァ-ヴー]+){0,2}[\s-]?\d")
