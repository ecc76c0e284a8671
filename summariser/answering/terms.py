"""A term of the trade ("mixture of experts", 強化学習) is explained by a sentence that says what it is or how it works, and not by one that uses it; a name
is another matter. Pure; six languages."""

import re
from collections.abc import Sequence
from typing import Final

from news.asking import Passage
from summariser.words.aliases import mentions
from summariser.words.lexicon import concepts_in

_READ: Final = 4000
"""Characters of a report in which it is looked how a thing is written."""
_NAMED: Final = 0.25
"""Of what is a word hardly more is written as a name is."""
_ACRONYM: Final = re.compile(r"[A-Z][A-Za-z]?[A-Z]{1,4}s?")
_PARENS: Final = r"(?:s|es)?[”\"’']?(?:\s?[(（][^)）]{1,60}[)）])?"
_BEGINS: Final = r"^[“\"‘'「『]?(?:(?:An?|The|In(?: AI| machine learning)?,|So-called|Known as|所谓的?|所謂的?|いわゆる)\s?)?[“\"‘'「『]?"
_VERBS: Final = (
    r"(?:(?:is|are) (?!no\b|not\b|now\b|also\b|still\b|being\b|expected\b|set\b|getting\b|becoming\b|here\b)|means?\b|refers? to\b|stands? for\b|works? by\b|(?:lets?|allows?|enables?|helps?)\b"
    r"|uses?\b|happens? when\b|occurs? when\b|involves?\b|combines?\b|consists? of\b|describes?\b|activates?\b|trains?\b|teach(?:es)?\b|tricks?\b|gives?\b|splits?\b|has (?:emerged|become) as?\b)"
)
_EXPLAINS: Final = (
    rf"{_BEGINS}NAME{_PARENS}(?: (?:models?|systems?|attacks?|agents?|techniques?|methods?|architectures?))?{_PARENS},? {_VERBS}",
    rf"^(?:An? |The )?[A-Za-z][\w-]*(?: [\w-]+){{0,5}} [(（]NAME[)）],? {_VERBS}",
    rf"NAME(?:[)）]|{_PARENS})(?:,| —| –|:) (?:an? (?!lot|few)|the (?:practice|process|technique|method|idea|use|art)\b|where\b|in which\b|when\b|which (?:is|are|means|uses|lets|allows)\b|also (?:known|called)\b|meaning\b)",
    r"\b(?:technique|method|approach|architecture|attack|process|practice|idea|design|concept|system|field)s?,? (?:called|known as|dubbed|termed|named) [“\"‘']?NAME",
    r"^[「『]?NAME[」』]?(?:[（(][^）)]{1,40}[）)])?(?:とは|というのは)|^[「『]?NAME[」』]?(?:[（(][^）)]{1,40}[）)])?は、?[^。]{6,160}(?:こと|もの|技術|手法|仕組み|方式|概念|システム|指す|意味する)(?:です|である|だ)?。?$",
    r"^[‘'“\"]?NAME[’'”\"]?(?:\s?\([^)]{1,40}\))?(?:이란|란|은|는)\s.{6,160}(?:이다|을 말한다|를 말한다|을 뜻한다|를 뜻한다|것이다|기술|방식|의미한다|개념)[.。]?$",
    rf"{_BEGINS}NAME[」』”\"]?(?:[（(][^）)]{{1,40}}[）)])?，?(?:就?是(?:指|一[种種个個类類项項])|指的?是|意指|即)",
    r"NAME(?:\s?\([^)]{1,40}\))?\s?(?:คือ|หมายถึง)",
)
"""How a sentence says what a term means."""


def is_term(name: str, passages: Sequence[Passage]) -> bool:
    """It is a word of the trade and nobody's name: the lexicon has it or reports use it as a noun, and they do not write it as they write names."""
    texts = [f"{one.title}\n{one.text[:_READ]}" for one in passages]
    known = any(one.start == 0 and one.end == len(name) for one in concepts_in(name))
    if not name.isascii():
        quoted = [bool(re.search(rf"[「『‘'“\"《]{re.escape(name)}", text)) for text in texts if name in text]
        return known and sum(quoted) <= _NAMED * len(quoted)
    if _ACRONYM.fullmatch(name):
        own = re.escape(name)
        used = re.compile(rf"\b(?:[Aa]n?|\d+\+?) (?:[a-z][\w-]* ){{0,2}}{own}\b(?! [A-Z])|\b{own}s\b")
        return known or any(used.search(text) for text in texts)
    if mentions(name) or (known and len(name.split()) > 1):
        return known
    alone = re.compile(rf"(?<=[^\W\dA-Z][ ,]){_spelt(name)}", re.IGNORECASE)
    written = [one[0] for text in texts for one in alone.finditer(text)]
    small = sum(one[:1].islower() for one in written)
    return small > (1 - _NAMED) * len(written) if written else known and name.islower()


def explains(name: str, text: str) -> bool:
    """It says what the term means, or how it works."""
    if name.isascii() and re.search(rf"[一-鿿ァ-ヴー]{{2,}}[「『]{re.escape(name)}[」』]", text):
        return True  # its sort stands right before it: 基地局「HAPS」
    plain = _spelt(name.removesuffix("s") if name.isascii() and len(name) > _SHORT else name)
    return any(re.search(form.replace("NAME", f"(?i:{plain})"), text) for form in _EXPLAINS)


_SHORT: Final = 4


def holds(name: str, passage: Passage) -> bool:
    return re.search(_spelt(name), f"{passage.title}\n{passage.text}", re.IGNORECASE) is not None


def _spelt(name: str) -> str:
    """With a dash or a space between its words."""
    return r"[\s-]?".join(re.escape(part) for part in re.split(r"[\s-]+", name))
