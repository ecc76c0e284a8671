"""Sums that reports tell by other words than a question asks by: "raise" as "exits stealth with $32 million". Pure; six languages."""

import re
from typing import Final

from news.text import search_tokens
from summariser.asking.asked import Asked
from summariser.asking.values import value_asked
from summariser.words.aliases import mentions
from summariser.words.counting import asks_how_much, tells_money
from summariser.words.deeds import unknown_name

_FUNDING: Final = r"\brais(?:e[sd]?|ing)\b|\bfund(?:s|ed|ing|rais\w+)?\b|\bfinancing\b|[募融][資资]|[籌筹][資资得措]|資金調達|調達|투자 ?유치|유치|조달|ระดมทุน"
_SUMS: Final = tuple(
    (
        re.compile(asks, re.IGNORECASE),
        re.compile(rf"{asks}|{tells}" if tells else asks, re.IGNORECASE),
        frozenset(search_tokens(words)),
    )
    for asks, tells, words in (
        (
            _FUNDING,
            r"\binvest(?:s|ed|ors?|ment)\b|\bround\b|\bseries [a-h]\b|\bseed\b|\bstealth\b|\bback(?:s|ed|ing)\b|\bsecur(?:es|ed)\b|\b(?:lands?|bags?|nabs?|nets?|closes|snags?|scores?|hauls?)\b"
            r"|\bcapital\b|\bled by\b|[輪轮][融募]|投[資资]|[獲获][得投]|吸金|出資|増資|투자|시리즈|시드|ลงทุน|ได้เงิน|ปิด(?:รอบ|ดีล)?\s?(?=[$\d])|シード|シリーズ",
            "ai raise funding fund funds money capital investment round get receive secure cash venture startup far total",
        ),
        (
            r"\bworth\b|\bvalu(?:e[ds]?|ation)\b|\bmarket cap\w*|估值|市值|企業価値|評価額|時価総額|기업가치|시가총액|มูลค่า",
            r"",
            "ai worth value valued valuation market cap capitalization company",
        ),
        (
            r"\bfin(?:e[sd]?|ing)\b|\bpenalt(?:y|ies)\b|[罰罚]款|罰金|制裁金|課徴金|과징금|벌금|ค่าปรับ|ปรับเงิน",
            r"\b(?:must|to|ordered to) pay\b",
            "ai fine fined penalty pay",
        ),
        (
            r"\bcosts?\b|\bpric(?:e[sd]?|ing)\b|\bcharges?\b|[価价價]格|値段|[費费]用|가격|ราคา",
            r"\bavailable (?:now )?(?:for|at|from)\b|\bstart(?:s|ing)? (?:at|from)\b|\b(?:sells?|retails?|goes|launch\w*) (?:for|at)\b|\bfees?\b|\bto pay\b|\b(?:a|per) (?:month|year|seat|user)\b|\bruns? [$€£]",
            "cost price priced pricing charge much pay new subscription plan",
        ),
    )
)


def told_otherwise(question: str, line: str) -> bool:
    """The line has the sum's own word, or another that tells it: what was raised is told by who "closes $3.5B", "seed"."""
    found = next((row for row in _SUMS if row[0].search(question)), None)
    return found is not None and found[1].search(line) is not None


def tells_asked_sum(asked: Asked, text: str, title: str) -> bool:
    """A sum of money beside a word for what it was, where a name and nothing else is asked about; the names stand in this sentence, or
    in its title."""
    found = next((row for row in _SUMS if row[0].search(asked.text)), None)
    if found is None or not asked.musts or not (asked.kind == "amount" or asked.money or asks_how_much(asked.text)):
        return False
    _, tells, words = found
    rest = [word for word in asked.weights if word not in asked.named and word not in words and word.isascii()]
    if rest or not tells_money(text) or not tells.search(text):
        return False
    return asked.missing(frozenset((*search_tokens(text), *search_tokens(title)))) == 0


def asks_a_sum_of(question: str) -> bool:
    """Of somebody who is named: "Orbita's valuation"."""
    value = value_asked(question, english=True)
    return value is not None and value.kind == "sum" and bool(mentions(question) or unknown_name(question))
