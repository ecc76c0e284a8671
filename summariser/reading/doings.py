"""Whose news are asked for, and what of a report is theirs: how far they take part, what they made known, what they brought out. Pure; six languages."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Final

from news.asking import Intent, Question
from news.text import search_tokens
from summariser.words.acting import acts
from summariser.words.aliases import Mention, mentions, spelled_out
from summariser.words.bearers import asked_name, goes_on
from summariser.words.deeds import (
    ANOTHER,
    ASKED_RELEASE,
    MARKED,
    TO_COME,
    UNSPACED,
    asks_for_release,
    belongs,
    deed_in,
    is_release,
    jointly,
    named_for,
    out_in,
    unknown_name,
    who_did,
)
from summariser.words.facts import names as proper_names
from summariser.words.question_words import GENERIC_ELSEWHERE, about
from summariser.words.versions import versioned_in

_OF_A_FIELD: Final = re.compile(
    r"\b(?:about|on|in|for|at|with|regarding)\s+(?!the (?:past|last)|this|last|(?-i:[A-Z])|\d)\w*[a-z]"
    r"|\b(?:chips?|models?|robots?|agents?|products?|tools?|papers?|phones?|deals?|polic(?:y|ies)|research|hardware|software)\b"
    r"|芯片|晶片|チップ|半[導导][体體]|モデル|模型|ロボット|[機机]器人|칩|반도체|모델|로봇|ชิป|โมเดล|หุ่นยนต์",
    re.IGNORECASE,
)
"""Of all that they did only a part is asked for."""
_STOP: Final = re.compile(r"[,:;，：；。]|\s[—–-]+\s|\bbut\b")
_ASIDE: Final = re.compile(
    r"[,:;，：；。]|\b(?:as|at|in|on|to|for|with|like|than|amid|after|targeting|threatening)\b", re.IGNORECASE
)
"""Where an English sentence has said what came out."""
_UNNAMED: Final = frozenset({"new", "a", "an", "its", "the", "first", "another", "more", "ai"})
_SMALL: Final = 3
"""Letters of a word that titles write small."""
_ANNOUNCE: Final = re.compile(r"\b(?:announce|unveil)\w*|発表|宣[布佈]|[发發]表|발표|ประกาศ", re.IGNORECASE)
_OFFERED: Final = re.compile(
    r"\bnow (?:generally )?available\b|\bin (?:public |private )?(?:preview|beta)\b", re.IGNORECASE
)
HEARSAY: Final = re.compile(
    r"\b(?:reportedly|report:|sources?:|rumou?r\w*|in talks|considers?|considering|mulls?|explor\w+|hunts?|wants|weighs|eyes|plans|allegedly|working on|could|may|might|said to|hits?|shares|stock|analysts?)\b"
    r"|[傳传](?!統|统|送|奇|感)|據悉|据悉|か$|検討|観測|검토|전망|설$|거론|คาดว่า|ข่าวลือ",
    re.IGNORECASE,
)
"""Told of them by others: no word of their own."""
_BEFELL: Final = re.compile(
    r"\b(?:su(?:es|ed|ing)|countersu\w+|lawsuits?|legal|letters?|courts?|judges?|settle(?:s|d|ments?)|fine[sd]?|accus\w+|appeals?|probe[sd]?|(?:ordered|told|forced|required|asked|urged|demanded) (?:by|to)|hit (?:with|by)|fac(?:es|ing)|unseat\w*|overtak\w+|most valuable|shares|stocks?|demands?|(?:is|are|was|were) (?!\w+ing\b|now\b|also\b))\b"
    r"|提訴|訴訟|[和罰罚]金|和解|株[価安高]|時価総額|起[诉訴]|[诉訴][讼訟]|判[决決]|股[价價]|市值|[下暴]跌|[上大][涨漲]|소송|제소|판결|주가|시가총액|하락|급락|급등|동반 상승|ฟ้อง|คดี|ศาล|ค่าปรับ|ราคาหุ้น",
    re.IGNORECASE,
)
"""What befalls a company, or what it does to another before a court, is nothing that it announces."""


_BRACKETS: Final = re.compile(r"\s?[(（][^()（）]*[)）]")
ACTS: Final = 3
TAKES_PART: Final = 2
_BARELY: Final = 1
_COMPARED: Final = re.compile(
    r"\b(?:rivals?|than|like|unlike|versus|vs\.?|competitors?|alternatives?|challeng\w+|comparisons? (?:with|to)|(?:threat|answer|challenge) to|the next|(?:its|their|an?|another) own|former|between|using|including|such as|outperform\w*)\s+(?:to |of |the |its |an? )?(?:[A-Z][\w.-]*(?:,| and| or| &)\s+)*$"
    r"|(?:\s/|(?:成[為为]|[當当做作])[「“『]?[\u4e00-\u9fff]{0,3}|比|超[越过過]|[媲匹][美敌敵]|类似|類似|対|より|보다|叫板|比肩|[对對][标標]|[挑][战戰]|追[赶趕]|逼近|看[齐齊])\s?$"
)
"""Before a name that is only what something else is measured by, made with or done on."""


_LIKENED: Final = re.compile(
    r"\s?(?:[’'”\"]\s?)?(?:[- ](?:like|style|level|class|killer)\b|(?:['’]s)?\s(?:moments?|shock|flashbacks?|rivals?|competitors?|alternatives?|backyard)\b)"
    r"|[^\s,，、。]{0,6}?(?:(?:를|을)? ?(?:뛰어넘|능가|제쳤|제치|앞섰|앞지르|맞먹|따라잡|겨냥)|보다 ?(?:더|싸|빠르|낫)|급 (?:성능|모델)|の(?:次|対抗)|(?:に|と)(?:匹敵|並ぶ)|を(?:上回|超え|抜))",
    re.IGNORECASE,
)
"""And behind it: a "DeepSeek moment" is somebody else's, as is a model that outdoes theirs."""


def _measures(text: str, one: Mention) -> bool:
    """It is only what something else is measured by."""
    return _COMPARED.search(text[: one.start]) is not None or _LIKENED.match(text, one.end) is not None


def _owns(text: str, one: Mention, after: Mention | None) -> bool:
    """The company stands there only as whose its product behind it is."""
    return (
        after is not None
        and one.id == one.company != after.id
        and _OWNS.fullmatch(text[one.end : after.start]) is not None
    )


_LEFT: Final = re.compile(r"(?:\bformer |\bex-|元|前)$", re.IGNORECASE)
_ALUMNI: Final = re.compile(r"\s?(?:出身|出の|출신|alum\w*|veterans?\b|ex-\w+)", re.IGNORECASE)
_BY: Final = re.compile(r"\b(?:from|by|with)\s[^.;:]*$", re.IGNORECASE)
_PEOPLE: Final = re.compile(
    r"(?:,? (?:and|or) [A-Z][\w.]*)? (?:researchers|employees|engineers|executives|founders|investors)\b"
)


def _is_of_people(text: str, one: Mention) -> bool:
    """Who once worked there, or puts money in beside others, is not the company."""
    before, behind = text[: one.start], text[one.end :]
    if _LEFT.search(before) or _ALUMNI.match(behind):
        return True
    return _BY.search(before) is not None and _PEOPLE.match(behind) is not None


@dataclass(frozen=True, slots=True)
class Doings:
    """Whose news are asked for, and whether only what they did, or only what they brought out."""

    doer: Mention
    did: bool
    release: bool
    announced: bool = False
    """Only what they made known of their own: no suit, no court's word, no fine, no place in a ranking."""
    unnamed: bool = False
    """Also what came out without its name: "a new model"."""

    def part_in(self, text: str) -> int:
        """How far they take part in what it tells: 3 they act, 2 they are in it, 1 they are one of several, or named at last; 0 not at all."""
        text = _BRACKETS.sub("", text)
        named = named_for(text, self.doer)
        ours = [one for one in named if belongs(one, self.doer)]
        if all(_is_of_people(text, one) for one in ours):
            return _BARELY if ours else 0
        ours = [one for one, after in zip(ours, [*ours[1:], None], strict=True) if not _owns(text, one, after)]
        if all(_measures(text, one) for one in ours):
            return _BARELY if ours else 0
        if any(jointly(text, named[0], one) for one in ours if one is not named[0]) or self._acts(text, named, ours):
            return ACTS
        parts = [one for one in ours if not ANOTHER.match(text[one.end :]) and not _measures(text, one)]
        if not parts:
            return 0
        others = {one.company for one in named if one.company and not belongs(one, self.doer)}
        return TAKES_PART if self._is_doer(parts[0]) and len(others) <= 1 else _BARELY

    def _acts(self, text: str, named: Sequence[Mention], ours: Sequence[Mention]) -> bool:
        if not UNSPACED.search(text):
            places = [(one.start, one.end) for one in ours if not ANOTHER.match(text[one.end :])]
            others = [(one.start, one.end) for one in named if one not in ours]
            told = acts(text, places, others)
            if told is not None:
                return told
        return bool(deed_in(text, self.doer))

    def names_another(self, text: str) -> bool:
        return any(one.id == one.company and not belongs(one, self.doer) for one in named_for(text, self.doer))

    def fits(self, text: str, *, own: bool = False) -> bool:
        """It tells what is asked of them: whatever it is, what they made known, or what they brought out."""
        if self.release:
            out = self.brings_out(text) if self.unnamed else self.tells_release(text)
            return out or (own and is_release(text) and not TO_COME.search(text))
        if not self.announced:
            return not self.did or self.part_in(text) > _BARELY
        return own or (self.part_in(text) == ACTS and not self.befell(text) and not HEARSAY.search(text))

    def makes_known(self, text: str) -> bool:
        """In so many words."""
        return is_release(text) or _ANNOUNCE.search(text) is not None or _OFFERED.search(text) is not None

    def befell(self, text: str) -> bool:
        """It tells what they did not announce, where that is asked for."""
        return self.announced and _BEFELL.search(text) is not None

    def _is_doer(self, one: Mention) -> bool:
        return (one.id, one.company) == (self.doer.id, self.doer.company)

    def named_in(self, text: str) -> bool:
        """They stand there, or what is theirs."""
        return any(belongs(one, self.doer) for one in named_for(text, self.doer))

    def tells_release(self, text: str) -> bool:
        """They brought something out that has a name, and it is out."""
        deed = deed_in(text, self.doer)
        out = out_in(deed)
        return out is not None and self.brings_out(text) and self._names_it(deed, out)

    def brings_out(self, text: str) -> bool:
        """They did, and neither plan nor rumour says so."""
        deed = deed_in(text, self.doer)
        out = out_in(deed)
        if out is None:
            return False
        stop = _STOP.search(deed, out.end())
        told = deed[: stop.start() if stop else len(deed)]
        begun = text[: len(text) - len(deed)] if text.endswith(deed) else text[: text.find(deed)]
        return not TO_COME.search(begun + told)

    def _names_it(self, deed: str, out: re.Match[str]) -> bool:
        """By a version, by a product of theirs, or by a proper name behind the verb."""
        product = any(one.id != one.company and belongs(one, self.doer) for one in named_for(deed, self.doer))
        if product or any(one.known for one in versioned_in(deed)):
            return True
        behind = _ASIDE.split(deed[out.end() :], maxsplit=1)[0]
        if MARKED.search(deed):  # where the verb stands last
            return (
                re.search("[A-Z《「『“‘']", deed[: out.start()].partition("、")[2] or deed[: out.start()]) is not None
            )
        if UNSPACED.search(deed):
            return re.search("[A-Z《「『“]", behind) is not None
        words = re.findall(r"[^\W\d_][\w.-]*", behind)
        if words and all(word[0].isupper() for word in words if len(word) > _SMALL):  # capitals as titles have them
            return words[0].casefold() not in _UNNAMED
        return bool(proper_names(behind))


def whose_news(question: Question, core: Collection[str]) -> Doings | None:
    """Of a question for nothing but the news, or the deeds, of one company or person; `core`: the search tokens that must be met."""
    if _OF_A_FIELD.search(_without_names(question.text)):
        return None
    doer = who_did(question) if question.intent is Intent.NEWS else None
    if doer is None and question.intent is Intent.WHATS_NEW:
        known = _narrowed(question.text)
        doer = known[0] if len(known) == 1 else None if known else unknown_name(question.text)
    elif doer is not None:
        doer = next((one for one in _narrowed(question.text) if one.start == doer.start), doer)
    if doer is None or goes_on(question.text, doer.start, doer.end) or _asks_more(question.text, doer, core):
        doer = _written(question)
    if doer is None or not core:
        return None
    doer = _as_company(_in_full(doer, question.text), question.text)
    did = question.intent is not Intent.WHATS_NEW
    announced = did and _ANNOUNCE.search(question.text) is not None
    return Doings(replace(doer, start=0, end=0), did, did and asks_for_release(question.text), announced)


def _in_full(doer: Mention, text: str) -> Mention:
    """Who is called by a short name that only here is no common word: Moonshot."""
    known = [] if doer.id else mentions(spelled_out(text))
    whole = len(known) == 1 and doer.company in spelled_out(text)[known[0].start : known[0].end].casefold()
    return known[0] if whole else doer


def _as_company(doer: Mention, text: str) -> Mention:
    """A company is meant by what it makes: "Kimi 这家公司"."""
    is_product = bool(doer.company) and doer.id != doer.company
    meant = is_product and _A_COMPANY.match(text, doer.end) is not None
    return replace(doer, id=doer.company) if meant else doer


_A_COMPANY: Final = re.compile(
    r"\s?[这這]?(?:家|[个個])?公司|\s?(?:という|って)?(?:会社|企業)|\s?(?:이라는|라는)? ?회사|,? (?:the|as a) company\b"
)


def _narrowed(text: str) -> list[Mention]:
    """The names of a question, a company that only says whose a thing is as that thing: 阿里千问, "GitHub's Copilot", 月之暗面的 Kimi."""
    kept: list[Mention] = []
    for one in mentions(text):
        owner = kept[-1] if kept else None
        owned = owner is not None and owner.company == one.company != "" and one.id != one.company
        if owner is not None and owned and _OWNS.fullmatch(text[owner.end : one.start]):
            kept[-1] = replace(one, start=owner.start)
        else:
            kept.append(one)
    return kept


_OWNS: Final = re.compile(r"['’]s\s|\s?|\s?[的の의]\s?|\s?ของ\s?")


def _without_names(text: str) -> str:
    """Known names as "X", so that one that begins small is no field: "news about xAI"."""
    for one in reversed(mentions(text)):
        text = f"{text[: one.start]}X{text[one.end :]}"
    return text


def _written(question: Question) -> Mention | None:
    """A name in no table, by its place before what asks for news of it: 신한은행 소식, 宇树科技发布了什么."""
    if question.intent not in (Intent.NEWS, Intent.WHATS_NEW):
        return None
    name = asked_name(question.text)
    known = mentions(name)
    if len(known) == 1 and (known[0].start, known[0].end) == (0, len(name)):
        return known[0]
    return Mention("", name.casefold(), 0, 0) if name else None


def _asks_more(text: str, doer: Mention, core: Collection[str]) -> bool:
    """Than what they did: words are left beside the name and the deed."""
    behind = _CORPORATE.sub("", text[doer.end :])
    own, rest = search_tokens(text[doer.start : doer.end]), f"{text[: doer.start]} {behind}"
    bare = about(GENERIC_ELSEWHERE.sub(" ", ASKED_RELEASE.sub(" ", rest)))
    return bool(set(core).difference(own) & set(bare))


_CORPORATE: Final = re.compile(
    r"^\s?(?:集[团團]|[这這]?(?:家|[个個])?公司|科技|控股|그룹|グループ|社|ホールディングス|(?:Inc|Corp|Labs?|Group|AI)\b\.?)"
)


def lists_models(question: Question) -> bool:
    return question.intent is Intent.LIST and _MODELS.search(question.text) is not None


def lists_new_models(question: Question, core: Collection[str]) -> bool:
    """Of whoever released them, and no more is asked of them."""
    if not lists_models(question) or not asks_for_release(question.text) or mentions(question.text):
        return False
    bare = about(GENERIC_ELSEWHERE.sub(" ", ASKED_RELEASE.sub(" ", _MODELS.sub(_between, question.text))))
    return not set(core) & set(bare)


def _between(found: re.Match[str]) -> str:
    """Chinese names the maker there: 列出百川发布的模型."""
    return f" {found['between'] or ''} "


def tells_a_release(headline: str) -> bool:
    """It names a company that brought something out, and what."""
    makers = (replace(one, start=0, end=0) for one in mentions(headline) if one.company)
    return any(Doings(maker, did=True, release=True).tells_release(headline) for maker in dict.fromkeys(makers))


def tells_a_model(headline: str) -> bool:
    """It names a model that a company brought out."""
    return tells_a_release(headline) and names_a_model(headline)


def names_a_model(text: str) -> bool:
    """By the word, or by a name that has a version."""
    return _MODEL.search(text) is not None or any(one.known for one in versioned_in(text))


_MODELS: Final = re.compile(
    r"\b(?:list|name|which|what|all)\b.{0,20}?\bmodels\b"
    r"|(?:列出|列[舉举]|有?哪些|有什[么麼])(?P<between>.{0,12})模型|模型.{0,6}(?:有哪些|列表)|(?:どの|どんな)モデル|モデル.{0,14}(?:一覧|リスト|挙げ|教え)"
    r"|(?:어떤|무슨) ?모델|모델.{0,14}(?:목록|나열|알려)|โมเดล.{0,30}(?:อะไรบ้าง|ใดบ้าง|ไหนบ้าง)|รายชื่อโมเดล",
    re.IGNORECASE,
)
_MODEL: Final = re.compile(r"\b(?:models?|LLMs?|MoE)\b|모델|モデル|模型", re.IGNORECASE)
