"""A list that one report tells in a sentence: who all met, which banks, the four companies. Which sentences enumerate those asked for. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from news.asking import Question
from news.languages import Language
from news.model import Article
from summariser.answering.likelihood import told_share
from summariser.asking.asked_for import Asked
from summariser.asking.list_forms import form_of
from summariser.asking.support import is_unfit_line, plain_lines
from summariser.lists.members import is_fragment
from summariser.words.meaning import likenesses, meanings
from summariser.words.placed_names import placed_names
from summariser.words.senses import tongue_of

_ASKS: Final = re.compile(
    r"누구|어디(?!에|서|로)|(?:어느|어떤|무슨|몇)\s?(?:기업|회사|업체|은행|나라|곳|군데|스타트업|대학)|[네세두]\s?(?:군데|곳)"
    r"|どこ(?![でにへのま])|誰|だれ|(?:どの|どんな|何という)(?:会社|企業|銀行|工場|国|大学|チーム|メーカー)"
    r"|哪[些幾几]|哪\w?[家間间國国位]|[誰谁]|有[谁誰]|什[么麼](?:公司|企[业業]|[银銀]行|人)"
    r"|(?:ไหน|ใด)(?:บ้าง|$|\W)|ใคร"
)
_OF_PEOPLE: Final = re.compile(r"\bwho(?:m)?\b|누구|誰|だれ|谁|ใคร", re.IGNORECASE)
_SEVERAL: Final = re.compile(
    r"\b[Ww]ho (?:all|else)\b|누구누구|어디어디|[네세두\d]\s?(?:군데|곳)|들(?:은|이|을)|どこどこ|誰と誰|各社|(?:工場|会社|企業|銀行)(?:は)?(?:どこ|どの)|どの(?:会社|企業|工場|銀行)|哪[些幾几]|บ้าง"
)
"""In so many words it asks for more than one."""
_READ: Final = 3000
_LONGEST: Final = 320
_ENCODED: Final = 60
_FEWEST: Final = 3
_OF_A_TITLE: Final = 2
_A_NAME: Final = (0.08, 0.03)
_MOST: Final = 5
_CUT: Final = -0.05
"""For what a feed cut off behind the names."""
BAR: Final = 1.05
_OF_BEST: Final = 0.95
_SHOWN: Final = 3


@dataclass(frozen=True, slots=True)
class Enumerated:
    """`line`: word for word from the report; `names`: who is named there beside whom the question names."""

    line: str
    article: Article
    names: frozenset[str]
    score: float


def asks_for_names(text: str) -> bool:
    return asks_for_several(text) or _ASKS.search(text) is not None


def asks_for_several(text: str) -> bool:
    return _SEVERAL.search(text) is not None or (tongue_of(text) == "en" and form_of(text, "en") is not None)


def names_in_line(line: str, language: Language, around: str, question: Question) -> frozenset[str]:
    """Bodies, or people where these are asked for, whom the question does not name itself; two that a dot joins are two."""
    asked = {key for one in placed_names(question.text, question.language) for key in (one.key, one.owner)}
    people = _OF_PEOPLE.search(question.text) is not None
    found = (one for one in placed_names(line, language, around) if one.kind != "place")
    whose = [
        one.key if one.kind == "person" else one.owner or one.key for one in found if people or one.kind != "person"
    ]
    return frozenset(part for name in whose for part in name.split("・") if len(part) > 1) - asked


def enumerated(asked: Asked, question: Question, found: Sequence[tuple[Article, float]]) -> list[Enumerated]:
    """`found`: reports, with how likely each tells what is asked for. The best sentences of them that name several; each adds names."""
    lines = [
        (line, article, chance, names)
        for article, chance in found
        for line, least in _lines(article)
        if len(names := names_in_line(line, article.language, article.words[:_READ], question)) >= least
    ][:_ENCODED]
    if not lines:
        return []
    cosines = likenesses(meanings([question.text]), meanings([line for line, *_ in lines]))[0]
    scored = [
        Enumerated(line, article, names, _score(asked, line, article, chance, names, float(cosine)))
        for (line, article, chance, names), cosine in zip(lines, cosines, strict=True)
    ]
    return _told(sorted(scored, key=lambda one: (one.article.language != question.language, -one.score)))


def _score(asked: Asked, line: str, article: Article, chance: float, names: frozenset[str], cosine: float) -> float:
    cover = told_share(asked, article.title, line)["cover"]
    cut = _CUT * line.endswith(("...", "…"))
    a_name = _A_NAME[line == article.title]
    return cut + cosine + 0.5 * chance + 0.5 * cover + a_name * min(_MOST, len(names))


def _told(scored: Sequence[Enumerated]) -> list[Enumerated]:
    enough = [one for one in scored if one.score >= BAR]
    told: list[Enumerated] = []
    seen: frozenset[str] = frozenset()
    for one in enough:
        least = min(_FEWEST, len(told[0].names)) if told else 0
        again = told and (len(one.names - seen) < least or one.score < _OF_BEST * told[0].score)
        if not again and len(told) < _SHOWN:
            told.append(one)
            seen |= one.names
    return told


def _lines(article: Article) -> list[tuple[str, int]]:
    """Each with how many it must name."""
    title = [] if is_unfit_line(article.title, article.language) else [(article.title, _OF_A_TITLE)]
    body = dict.fromkeys(plain_lines(article.words[:_READ], article.language))
    whole = (one for one in body if len(one) <= _LONGEST and not is_fragment(one))
    return [*title, *((one, _FEWEST) for one in whole if one != article.title)]
