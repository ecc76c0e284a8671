"""Why something was done: answered only where it is told that it was done, by whom the question says. Pure; six languages."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from news.asking import Passage
from news.scripts import CJK
from news.text import search_tokens
from summariser.asking.asked import Asked
from summariser.asking.support import is_unfit, lines_of
from summariser.words.aliases import mentions
from summariser.words.deeds import deed_in
from summariser.words.question_words import GENERIC_ELSEWHERE, without_asking
from summariser.words.wording import plainly

_WHY: Final = re.compile(
    r"\bwhy\b|\bhow come\b|\bfor what reason\b|なぜ|何故|どうして|なんで|理由は|[为為](?:什[么麼]|何|啥)|왜(?!곡)|어째서|이유[는가]|ทำไม|เหตุใด|เพราะอะไร",
    re.IGNORECASE,
)
_SAME: Final = (
    "fall drop slide tumble plunge decline sink sank slip slump dip dive crash lose lost lower fell",
    "rise rose jump soar surge climb gain grow grew increase rally rocket hike",
    "fire oust dismiss sack remove terminate",
    "cut slash reduce trim shrink lower limit",
    "ban block bar prohibit forbid restrict",
    "delay postpone hold held late defer",
    "leave left quit resign depart exit step",
    "criticize criticise slam blast attack condemn rebuke",
    "sue lawsuit suit accuse allege complaint",
    "buy bought acquire acquisition purchase take takeover",
    "fund invest back finance money raise",
    "stop end halt pause suspend shut discontinue scrap cancel kill drop pull",
    "order demand tell force require",
    "break split part separate divorce",
    "warn caution alarm fear",
    "fine penalty pay",
    "layoff lay laid job",
    "open-source open source release publish launch",
)
"""What a report may call the same deed. Unlike in a retelling, a near word is enough: it is only looked for."""


@cache
def _kin() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for group in _SAME:
        words = frozenset(search_tokens(group))
        found |= {word: found.get(word, frozenset()) | words for word in words}
    return found


def asks_why(question: str) -> bool:
    return _WHY.search(question) is not None


def tells_the_deed(asked: Asked, question: str, texts: Sequence[str]) -> bool:
    """Of a sentence and its title together: most of the words for what was done; and one that did it there, where two are named.

    True for a question that tells the event before it asks, and for a text in another script, whose words cannot be compared.
    """
    if asked.weights.keys() - asked.clause.keys():
        return True
    text = "\n".join(texts)
    deed = [word for word in _deed(asked, question) if word.isascii() or not text.isascii()]
    if not deed:
        return True
    there = frozenset((*search_tokens(text), *search_tokens(plainly(text.lower()))))
    met = [word for word in deed if word in there or _kin().get(word, frozenset()) & there]
    done = {token for verb in _DONE.findall(question) for token in search_tokens(verb)} & set(deed)
    most = _HALF if _PAIRED.search(question) else _MOST
    share = sum(asked.weights[word] for word in met) / sum(asked.weights[word] for word in deed)
    return done <= set(met) and share >= most and _is_doer(question, texts)


def _deed(asked: Asked, question: str) -> list[str]:
    """What is said to have been done, as search tokens: no name, and no verb that changes its form (올랐나, 伸びた)."""
    if question.isascii():
        return [word for word in asked.weights if word not in asked.named]
    told = _THAT_IS_WHY.sub(" ", _WHY.sub(" ", question))
    told = " ".join(map(_stem, told.split())) if _HANGUL.search(told) else without_asking(told)
    tokens = (token for token in search_tokens(GENERIC_ELSEWHERE.sub(" ", told)) if not _KANA.search(token))
    return [token for token in dict.fromkeys(tokens) if token not in asked.named and token in asked.weights]


def _stem(word: str) -> str:
    """Of a Korean word what stays: 인수 of 인수했나, 주가 of 주가는; nothing of a verb (만드나)."""
    made = _MADE.match(word)
    return made[1] if made else _PARTICLE.sub("", word) if _PARTICLE.search(word) or word.isascii() else ""


_MOST: Final = 0.6
"""Share of what is said to have been done, by weight, that must be told."""
_HALF: Final = 0.5
"""As that, where the words are pairs of characters and cross from one to the next."""
_THAT_IS_WHY: Final = re.compile("ถึง|จึง")
_PAIRED: Final = re.compile(f"[{CJK}]")
_DONE: Final = re.compile(
    "[가-힣]{2,}?(?=하|했|한|할|되|됐|된|될|시키|시켰|당하|당했)|[一-鿿]{2}(?=し[たてま]|する|され|させ)"
)
"""What was done, as a noun that a verb is made of: 인수했나, 解任した."""
_HANGUL: Final = re.compile("[가-힣]")
_KANA: Final = re.compile("[\u3041-\u309f]")
_MADE: Final = re.compile("([가-힣]{2,}?)(?:하|했|한|할|되|됐|된|될|시키|시켰|당하|당했)")
_PARTICLE: Final = re.compile("(?<=[가-힣]{2})(?:은|는|이|가|을|를|의|에|와|과|도|로|으로|에서)$")


def _is_doer(question: str, texts: Sequence[str]) -> bool:
    """Who the question says did something to another does it in one of the texts."""
    known = [one for one in mentions(question) if one.company]
    several = {one.company for one in known} - {known[0].company} if known else ()
    if not several or not _ACTIVE.search(question[: known[0].start]):
        return True
    doer = replace(known[0], start=0, end=0)
    return any(deed_in(text, doer) for text in texts)


_ACTIVE: Final = re.compile(r"\bwhy\s+(?:did|does|do|has|have|had|would|will)(?:\s+the)?\s+$", re.IGNORECASE)


def gives_reason(text: str) -> bool:
    """It says why, outright, by whose grounds, or by what came before: "sues after its engineer took …"."""
    return any(form.search(text) for form in (_GIVES, _GROUNDS, _FOLLOWS))


def may_give_reason(text: str) -> bool:
    """Nothing shows that it does not: an English headline gives one after "as", "for", "with" or "to" too, and other languages have more ways than
    are known."""
    return bool(_OTHER.search(text)) or gives_reason(text) or _LOOSELY.search(text) is not None


_OTHER: Final = re.compile(rf"[{CJK}\u0e00-\u0e7f]")
_LOOSELY: Final = re.compile(
    r"\b(?:as|for(?! (?:\w+ ){0,2}[$€£¥]?\d)|with|since|so|to|in order|thanks|fears?|concerns?|bets?|hopes?|aims?)\b",
    re.IGNORECASE,
)
_FOLLOWS: Final = re.compile(
    r"\b(?:after(?! (?:\d+|an?|one|two|three|four|five|six|several|many|just|only)\b[^,]{0,12}\b(?:year|month|week|day|hour)s?\b)|over|amid|alleg\w+|accus\w+)\b|後に|を巡り|をめぐ|因(?!此)|遭|涉|[嫌]|에 따라|논란|หลัง",
    re.IGNORECASE,
)


def by_reason(told: Sequence[tuple[Passage, str]]) -> list[tuple[Passage, str]]:
    """What gives the reason first; where no sentence does, the best with what its report says right behind it to that end."""
    giving = [one for one in told if _GIVES.search(one[1])]
    if giving or not told:
        return [*giving, *(one for one in told if one not in giving)]
    passage, best = told[0]
    lines = [line for line, _ in lines_of(passage.text, passage.language)]
    at = lines.index(best) if best in lines else -1
    behind = [line for line in lines[at + 1 : at + 1 + _BEHIND] if line != best and not is_unfit(line, passage)]
    reasons = (line for form in (_GIVES, _GROUNDS) for line in behind if form.search(line))
    reason = next(reasons, None)
    return [(passage, best), (passage, reason)] if reason else list(told)


_BEHIND: Final = 4
"""Sentences behind the one that tells the deed."""
_GIVES: Final = re.compile(
    r"\b(?:because|due to|owing to|citing|cited|on the grounds|in response to|so that|in order to|the reason|over concerns?)\b"
    r"|ため|原因|理由[でに]|を受け|懸念し|因为|因為|由于|由於|理由是|原因是|때문|탓에|이유로|우려(?:해|로)|위해|เพราะ|เนื่องจาก|จึง|เหตุผล|เพื่อ",
    re.IGNORECASE,
)
"""It says outright that this is why."""
_GROUNDS: Final = re.compile(
    r"\b(?:ruled|found|argu(?:es|ed)|not(?:es|ed)|explain(?:s|ed)) that\b|と(?:判断|指摘|説明|述べ)|[认認][为為]|指出|[说說]明|裁定|고 (?:판단|지적|설명|밝[혔히])|(?:ระบุ|ชี้|เห็น|อธิบาย|ยืน[^ ]{0,12})ว่า"
)
"""Somebody says on what grounds."""
