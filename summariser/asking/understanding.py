"""What a question wants: its intent, its time, topics and sources, and what it is about. Pure; six languages; nothing in it is obeyed."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from news.asking import LISTED, Intent
from news.languages import Language
from news.scripts import HAN
from news.text import search_tokens
from summariser.asking.conversation import ONE_THING, beside_names, continued
from summariser.asking.field_followed import field_asked_of
from summariser.asking.fields import field_of
from summariser.asking.intents import is_news, is_of_all, learnt
from summariser.asking.news_frames import unframed
from summariser.asking.one_thing import asks_for_one, asks_what_it_is
from summariser.asking.only_time import asks_of_all, speaks_of_its_writer
from summariser.asking.sides import Side
from summariser.asking.sides_asked import of_each, sides_of
from summariser.asking.slots import OF_NEWS, VERSION
from summariser.asking.small_talk import SMALL_TALK
from summariser.asking.sources_asked import named_sources
from summariser.asking.sums import asks_a_sum_of
from summariser.asking.themes import theme_of
from summariser.asking.value_kinds import kind_of
from summariser.asking.values import value_asked
from summariser.reading.topics import topics_of
from summariser.words.aliases import in_words_of, mentions, spellings
from summariser.words.bywords import in_other_words, is_byword
from summariser.words.han_names import han_name
from summariser.words.moments import Span, span_in, timeless
from summariser.words.question_words import (
    GENERIC,
    GENERIC_ELSEWHERE,
    about,
    asked_about,
    asks_unmarked,
    without_asking,
)
from summariser.words.tongues import languages_asked_for
from summariser.words.vectors import simplify, traditional
from summariser.words.versions import versioned_in


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


_CATCH_UP: Final = _any(
    r"\b(?:did|have|what|had) (?:i|we)(?:'ve)? miss(?:ed)?\b|\bcatch (?:me|us) up\b|\bcatch[- ]up\b|\bwhat i(?:'ve)? missed\b",
    r"見逃|見落と|キャッチアップ|错过|錯過|漏掉|놓친|놓쳤|พลาด",
)


def catches_up(asked: str) -> bool:
    """Somebody says in so many words that they missed it: they want the course of it."""
    return _CATCH_UP.search(asked) is not None


_RELATED: Final = re.compile(
    r"(?:関連|に関連?する|に関して)(?:で|の)?|[的]?相[关關](?:的)?|(?:에 )?관련(?:해서?|된|한)?|เกี่ยวกับ|\brelated\b"
)
"""That what was missed has to do with somebody says no more than the name."""
_COMPARISON: Final = _any(
    r"\bcompar\w+\b|\bversus\b|\bvs\.?(?= |$)|\bdifferen(?:ce|t)s? (?:between|from)\b|\b(?:better|faster|cheaper|larger|bigger) than\b|^(?:is|are)\b.+\b(?:ahead of|behind) (?:the )?(?-i:[A-Z])",
    r"^(?!what|did|will|when|where|why|has|have|can|do|should|any)[^?？]{2,40} or (?-i:[A-Z])[^,?？]{1,30}[?？]?$|\b(?:stacks?|measures?|holds?) up (?:against|to|with)\b|\bdifferent from\b| v (?-i:[A-Z])",
    r"比較|比べ|違い|何が違|どう違|どちら|どっち|差[在到]?哪|對上|对上|ต่างจาก|对比|對比|比较|相比|区别|區別|差异|差異|差別|差别|[和與与跟].+有(?:什[麼么]|何)不同|비교|차이|เปรียบเทียบ|แตกต่าง|ต่างกัน",
)
_COMPARED: Final = _any(
    r"(?:の|を)?(?:比較(?:して|する)?|比べて?|違い)|どちらが?|(?:请|請)?(?:比较|比較|对比|對比|相比)(?:一下)?|的?(?:有(?:什[麼么]|何)不同|区别|區別|差异|差異|差[別别]|不同)"
    r"|[을를의]? ?비교(?:해 ?줘|해 ?주세요|하면|해)?|의? 차이점?|เปรียบเทียบ|(?:แตก)?ต่างกัน(?:อย่างไร|ยังไง)?|ความแตกต่าง(?:ระหว่าง)?|(?<=\s)(?:กับ|และ)(?=\s)"
)
"""Nothing that a text would have: what clings to the names that are compared."""
_EXPLAIN: Final = _any(
    r"\bexplain\b|^what(?:'s| is| are) (?!new|the latest|happening|going)(?:a |an |the )?[\w .-]+\?*$|\bwhat does .+ mean\b|\bbackground (?:on|of)\b",
    r"(?:何を(?:する|してい?る|やってい?る)|どんな|どういう|どのような|何の)(?:会社|企業|組織|団体|もの|サービス|製品|ツール|モデル)(?:ですか|なの|か)?[?？。]?$|(?:무엇을|뭘|뭐) ?하는 (?:회사|기업|곳)|とは(?:何|\?|？|$)|とは何|説明して|って何|什么是|什麼是|是什么|是什麼|解释|解釋|介绍一下|介紹一下|설명|이란|란 무엇|[이가] (?:뭐|뭔)|คืออะไร|อธิบาย",
)
_WHATS_NEW: Final = _any(
    r"\bwhat(?:'?s| is| are)? (?:the )?(?:new|latest|happening|going on)\b|\b(?:the )?latest (?:on|about|from|news|developments?)\b|\bany (?:news|updates?)\b|\b(?:any ?thing|something|much) (?:new|interesting|happening|going on)\b|\bupdates? (?:on|about|from)\b|\bupdates?\s*(?:[-–—:,?]|$)|\bwhat(?:'s|’s| has| have) changed\b|\bnews (?:on|about|from)\b|^tell me about\b|\bnews$",
    r"最新|について(?:教えて)?[?？。]?$|近況|動向|ニュースは|ニュースを|ニュースある|新闻|新聞|有什么新|有什麼新|动态|動態|消息|进展|進展|소식|뉴스|근황|동향|มีอะไรใหม่|ล่าสุด|ข่าว",
)
_LIST: Final = _any(
    r"^(?:list|name) |\blist (?:of|all|the)\b|\bwhich (?:companies|models|labs|countries|startups|products|firms|tools|papers)\b|\bwhat (?:companies|models|labs|startups|products|tools|papers)\b|\ball (?:the )?(?:models|releases|announcements|deals)\b",
    r"一覧|リスト|挙げて|どんな(?:モデル|企業|製品)|どの(?:企業|会社|モデル)が|哪些|列出|목록|어떤 (?:회사|기업|모델|제품)|รายชื่อ|อะไรบ้าง|บริษัทใดบ้าง",
)
_FACT: Final = _any(
    r"是谁|是誰|多少|几[个名年月日位家]|幾[個名年月日位家]|什么时候|什麼時候|何时|何時|在哪(?!些)|誰(?:が|です|だ)|いつ|どこ[でにの]|いくら|누구|언제|어디|얼마",
    r"(?<!เ)กี่|เท่าไร|เท่าไหร่|ที่ไหน|เมื่อไร|เมื่อไหร่|เมื่อใด",
)
"""Who, when, where, how many: one thing is asked for, whatever news the rest of the question speaks of."""
_NEWS: Final = _any(
    r"^(?:did|has|have) .+ (?:announc|releas|launch|publish|ship|say|said|buy|bought|do|done)\w* (?:any|some)thing\b|\bwhat happened\b|\bwhat (?:did|has|have|is|was) .+ (?:announce|release|launch|say|said|unveil|publish|ship|reveal|open|introduce|report|do)(?:d|ed|s)?\b|\bwhat (?:does|do|did) .+ (?:think|say|want|propose|believe|plan|argue|demand|suggest|call for|warn|predict|expect)\b|\bheadlines?\b|\bwhat's up\b",
    r"何(?:が|を)(?:発表|公開|発売|あった|起き|リリース|出し|した|しました|して|やっ|行っ)|(?:做|干|幹)了?(?:些|点|點)?(?:什么|什麼|啥)|(?:무엇을|뭘|뭐) ?(?:했|하고)|ทำอะไร|どうなった|(?:发布|發布|發表|推出|宣布|公布|发生|發生)了?(?:什么|什麼|哪些|啥)|发生什么|出了?(?:些)?(?:什[么麼]|啥)大?事|[后後][来來]怎[么麼]|怎[么麼]看|怎[么麼][说說]|[说說]了什[么麼]|怎[么麼][评評][价價]|何と(?:言|述べ|発言|語)|どう(?:見て|考え|評価|述べ)|뭐라고|어떻게 ?(?:보|평가|생각|말|됨|됐|되었|되고|돼)|พูดอะไร|ว่าอย่างไร|คิดอย่างไร|무엇을 (?:발표|공개|출시)|뭘 (?:발표|공개|출시)|무슨 일|(?:ประกาศ|เปิดตัว|เผยแพร่|ปล่อย)อะไร|เกิดอะไรขึ้น",
)
_NEWS_ELSEWHERE: Final = _any(r"ニュース|記事|新闻|新聞|뉴스|소식|기사|ข่าว")
_HOW_TO: Final = _any(
    r"\bhow (?:do|can|should|would|could) (?:i|we|you|one)\b|\bhow to\b|(?<!why )\bshould i\b|^(?:please )?(?:write|generate|translate|draw|code|fix|debug|create|summari[sz]e this|solve)\b|\bcan you (?:write|generate|translate|draw|code|fix|make)\b",
    r"使い方|(?:[ァ-ヶー一-鿿]の|を)?[一-鿿]?(?<!考)(?<!見)(?<!働)[いきしちりびみえけせてべめれ]方(?:を|は)?(?:教え|知りた|[?？。]?$)|方法を教え|(?:す|る|う|む|ぶ|く)べき(?:です|でしょう)?か?[?？。]?$|たら(?:いい|よい|良い)(?:です|でしょう)?か|書いて(?:ください|くれ|$)|作って(?:ください|くれ)|翻訳して|コードを(?:書|教え|作|直し|くだ|ちょうだい)|怎么(?:用|做|安装|使用|写|设置)|^(?:怎[么麼样樣]|如何)[\u4e00-\u9fff]{1,8}最?(?:快|好|有效|省[钱錢])[？?]?$|怎麼(?:用|做|安裝|使用|寫|設定)|如何(?:使用|安装|安裝|编写|編寫|设置|設定|写|寫)|帮我(?:写|做|翻译)|幫我(?:寫|做|翻譯)|^(?:请|請|给我|給我)*(?:写|寫|画|畫|编|編|创作|創作|作)[一个個几幾]?[首篇段张張个個]|我(?:们|們)?(?:应该|應該|该|該)",
    r"하는 (?:방법|법)|만드는 (?:방법|법)|사용법|(?:해야|하면|사야) (?:할까|하나|좋을까|될까)|(?:써|작성해|번역해|만들어) ?(?:줘|주세요)|วิธี(?:ใช้|ทำ|ติดตั้ง|เขียน)|ช่วย(?:เขียน|แปล|ทำ|แต่ง)|^(?:เขียน|แต่ง)|สอน(?:เขียน|ใช้|ทำ)|(?:ฉัน|ผม|เรา|ดิฉัน)ควร|ควร[^\s]*ดี(?:ไหม|ครับ|คะ)?$|ทำอย่างไร(?:ถึง|จึง)",
)
_PATTERNS: Final[Mapping[str, re.Pattern[str]]] = {
    "catchup": _CATCH_UP, "comparison": _COMPARISON, "explain": _EXPLAIN, "whatsnew": _WHATS_NEW, "list": _LIST, "fact": _FACT,
    "news": _NEWS, "elsewhere": _NEWS_ELSEWHERE, "howto": _HOW_TO, "smalltalk": SMALL_TALK,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Understood:
    """`text` is the question as searched: a follow-up goes on from what was asked before; without its time and its asking words.

    `subject` are the search tokens of what it is about, `general` is True when that is nothing beyond news, AI or a topic.
    """

    text: str
    intent: Intent
    subject: tuple[str, ...]
    general: bool
    span: Span | None = None
    topics: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    sides: tuple[Side, ...] = ()
    languages: tuple[Language, ...] = ()
    """Of the reports that are wanted; empty is any."""
    learnt: bool = False
    """No pattern says what is wanted: each of its words may be what is asked about."""


_COMPARING: Final = frozenset(
    search_tokens("compare comparison compared difference different differ versus vs better cheaper")
)


_OF_ALL: Final = frozenset({Intent.NEWS, Intent.WHATS_NEW, Intent.CATCH_UP})
_OF_THE_TRADE: Final = re.compile(rf"(?<![A-Za-z])AI(?![A-Za-z])|{OF_NEWS.pattern}", re.IGNORECASE)
_COMPARABLE: Final = frozenset({Intent.COMPARISON, Intent.FACT, Intent.EXPLAIN})


def understand(
    text: str,
    *,
    today: date,
    before: Sequence[str] = (),
    sources: Mapping[str, str] | None = None,
    asked: tuple[str, ...] = (),
) -> Understood:
    """`before`: the questions of this conversation, the latest first. `sources`: name → id of those that can be asked for by name; `asked`: the
    ids of those that were."""
    whole = text = continued(text, before, today, sources) if before else text
    span = _span_of(whole, text, today)
    spoken, bare = languages_asked_for(whole.replace(span.words, " ", 1) if span else whole)
    named, bare = named_sources(bare, sources or {}, asked)
    intent = Intent.WHATS_NEW if named and _OF_A_REPORT.search(bare) else _intent(text, bare)
    if intent is Intent.CATCH_UP:
        bare = _RELATED.sub(" ", _CATCH_UP.sub(" ", unframed(bare) or bare))
        intent = Intent.WHATS_NEW if mentions(bare) else intent
    sides = sides_of(bare, compares=intent is Intent.COMPARISON) if intent in _COMPARABLE or of_each(bare) else ()
    if len(sides) == _TOGETHER and _is_of_maker(*sides) and not _COMPARISON.search(bare):
        intent, sides = Intent.FACT, ()
    if intent is Intent.COMPARISON and not sides and (kind_of(bare) or not _COMPARISON.search(text)):
        intent = Intent.FACT
    if sides or intent is Intent.COMPARISON:
        intent, bare = Intent.COMPARISON, _COMPARED.sub(" ", bare)
    intent, bare = _as_news(intent, bare)
    words = tuple(dict.fromkeys(about(bare)))
    general = not mentions(bare) and not _subject_of(bare, words)
    alone = span is not None and asks_of_all(timeless(whole, today))
    of_trade = intent in _OF_ALL and (span is not None or _OF_THE_TRADE.search(whole))
    if alone or (not general and of_trade and _is_of_nothing(text, bare)):
        general, bare, words, sides = True, "AI", (), ()  # whatever else it says is about nothing
    asks_news = (span is not None and not ONE_THING.search(whole)) or OF_NEWS.search(whole) or _is_field(bare)
    if general:
        intent = _of_all(intent, text, alone=alone, asks_news=bool(asks_news))
    topics = topics_of(bare, "") if intent not in (Intent.FACT, Intent.EXPLAIN) else ()
    wanted = _fields(topics) if general or intent is Intent.CATCH_UP else ()
    words = tuple(word for word in words if not sides or word not in _COMPARING)
    is_learnt = intent in LISTED and _by_rule(text, bare) not in LISTED
    return Understood(bare, intent, words, general, span, wanted, named, sides, spoken, is_learnt)


def _span_of(whole: str, text: str, today: date) -> Span | None:
    """The time that it names; of one thing that is told of 2026 the year is a part."""
    span = span_in(whole, today)
    return None if span and span.is_year and _intent(text, text.replace(span.words, " ", 1)) not in LISTED else span


def _of_all(intent: Intent, asked: str, *, alone: bool, asks_news: bool) -> Intent:
    """What a question wants that is of nothing beyond news and AI; `alone`: and names its time."""
    if alone and speaks_of_its_writer(asked):
        return Intent.CATCH_UP
    is_news = (alone and intent not in _OF_ALL) or (asks_news and intent in (Intent.FACT, Intent.EXPLAIN))
    return Intent.WHATS_NEW if is_news or (intent is Intent.CATCH_UP and not _CATCH_UP.search(asked)) else intent


def _is_of_maker(one: Side, other: Side) -> bool:
    """A company and what it makes are one that is asked about: OpenAI's GPT."""
    return (
        bool(one.company) and one.company == other.company and (one.sort == "company") is not (other.sort == "company")
    )


def _is_of_nothing(asked: str, bare: str) -> bool:
    """Whatever happened is asked for, and nothing is named."""
    return not mentions(bare) and is_of_all(asked, marks_of(asked)) and theme_of(bare) is None


_OPEN: Final = frozenset({Intent.NEWS, Intent.WHATS_NEW, Intent.CATCH_UP, Intent.FACT, Intent.EXPLAIN})


def _as_news(intent: Intent, text: str) -> tuple[Intent, str]:
    """Where all that is asked of somebody, or of a field, is what is new: that, and whom or which alone."""
    bare = unframed(text) if intent in _OPEN else None
    if bare is None and intent is Intent.FACT and _asks_nothing(text):
        bare = text
    if bare is None or (bare and not search_tokens(bare)):
        return intent, text
    if intent in (Intent.CATCH_UP, Intent.WHATS_NEW):
        return intent, bare or text
    field = field_of(bare)
    alone = is_name_and_no_more(bare) or (field is not None and bool(field.named) and not mentions(bare))
    return (Intent.WHATS_NEW, bare) if alone else (intent, text)


def _asks_nothing(text: str) -> bool:
    """It is a subject in a few words: "AI lawsuits", 生成AIの著作権; Han words set apart are to be found together, whoever writes of them."""
    if _KEYWORDS.fullmatch(text.strip()):
        return False
    return len(text.split()) <= _SUBJECT and not (ONE_THING.search(text) or asks_unmarked(text) or "?" in text)


_SUBJECT: Final = 4
_KEYWORDS: Final = re.compile(rf"[{HAN}ァ-ヴー]+(?: [{HAN}ァ-ヴー]+)+")


def _fields(topics: tuple[str, ...]) -> tuple[str, ...]:
    """The topics that a question names; that something was brought out is a topic only where there is no other."""
    return tuple(topic for topic in topics if topic != "products") or topics


def _subject_of(text: str, words: Sequence[str]) -> list[str]:
    """What a question is about beyond news, AI and its fields. Pairs of characters cross from word to word: there whole words are left out."""
    rest = [word for word in words if word not in GENERIC]
    bare = GENERIC_ELSEWHERE.sub(" ", without_asking(text))
    return [word for word in about(bare) if word not in GENERIC] if rest else []


def marks_of(text: str) -> frozenset[str]:
    """What is known of a question beyond its words: which patterns it meets, and how many known names it holds."""
    plain = text.strip()
    met = (f"={wish}" for wish, pattern in _PATTERNS.items() if pattern.search(plain))
    return frozenset((*met, f"=names{min(_TOGETHER, len(mentions(plain)))}"))


def _intent(asked: str, bare: str) -> Intent:
    asked = languages_asked_for(asked)[1] or asked  # in which language says nothing of what is wanted
    told = _by_rule(asked, bare)
    if told is Intent.EXPLAIN and is_news(asked, marks_of(asked)):
        return Intent.WHATS_NEW
    if told is None and field_asked_of(asked):
        return Intent.WHATS_NEW
    return told or _wished(asked, bare)


def _by_rule(asked: str, bare: str) -> Intent | None:
    """By what it says first and most plainly, how-to before all, even with a product's name in it; None where no pattern knows."""
    order = (
        (_CATCH_UP, Intent.CATCH_UP), (_HOW_TO, Intent.HOW_TO), (_COMPARISON, Intent.COMPARISON), (_NEWS, Intent.NEWS),
        (_FACT, Intent.FACT),
        (_WHATS_NEW, Intent.WHATS_NEW), (_LIST, Intent.LIST), (_EXPLAIN, Intent.EXPLAIN),
    )  # fmt: skip
    for pattern, intent in order:
        if pattern.search(asked.strip()) or pattern.search(bare.strip()):
            if intent in _OF_SEVERAL and asks_what_it_is(asked):
                return Intent.EXPLAIN
            kind = kind_of(bare)  # what is it worth? the latest version is no news
            is_value = (intent is Intent.EXPLAIN and value_asked(bare, english=True)) or (
                intent in _OF_SEVERAL and (kind == "version" or asks_for_one(asked))
            )
            return Intent.FACT if is_value else intent
    if _is_of_deeds(bare):
        return Intent.NEWS
    if is_bare(bare) and not asks_for_one(asked):
        return Intent.WHATS_NEW
    if _NEWS_ELSEWHERE.search(asked) and not ONE_THING.search(asked):
        return Intent.WHATS_NEW
    return None


def _wished(asked: str, bare: str) -> Intent:
    wish = learnt(asked, marks_of(asked))
    if wish in (Intent.EXPLAIN, Intent.LIST) and asks_a_sum_of(bare):
        return Intent.FACT
    return Intent.FACT if wish in _OF_SEVERAL and (kind_of(bare) or asks_for_one(asked)) else wish


_OF_SEVERAL: Final = frozenset({Intent.NEWS, Intent.WHATS_NEW, Intent.CATCH_UP, Intent.LIST})
"""None of them is answered by one value."""


def is_bare(text: str) -> bool:
    """A name or a subject and nothing that asks ("Nvidia", "robotaxis?", "OpenAI latest"): its latest news are meant."""
    bare = text.strip(_MARKS)
    if ONE_THING.search(bare) or asks_unmarked(bare) or value_asked(bare, english=True):
        return False
    asks_of_it = _PARTICLE.search(bare) is not None and is_byword(_PARTICLE.sub("", bare))  # 가격은?
    return is_name_and_no_more(bare) or (_ALONE.fullmatch(bare) is not None and not asks_of_it)


def _is_field(text: str) -> bool:
    """A field of the trade in a few words that ask nothing: "AI chips"."""
    bare = text.strip(_MARKS)
    return (
        _FEW.fullmatch(bare) is not None
        and bool(about(bare))
        and not ONE_THING.search(bare)
        and not _EXPLAIN.search(text)
    )


def is_name_and_no_more(text: str) -> bool:
    """One known name, with its version, and beside it nothing but words for news."""
    known = mentions(text)
    if len(known) != 1:
        return False
    rest = VERSION.sub(" ", text[known[0].end :], count=1)
    return not beside_names(f"{text[: known[0].start]} {rest}")


_MARKS: Final = " \t?？!！.。…"
_PARTICLE: Final = re.compile(r"(?<=[가-힣]{2})[은는이가]$")
_FEW: Final = re.compile(r"[A-Za-z-]+(?: [A-Za-z-]+){0,2}")
_ALONE: Final = re.compile(r"[A-Za-z][A-Za-z0-9.-]{3,}|[ァ-ヴー]{3,}|[가-힣]{2,8}|[\u4e00-\u9fff]{2,6}")


def _is_of_deeds(text: str) -> bool:
    """What did A and B agree? Of two that are known whatever they did together is news, by what word the question may call it."""
    if _WHAT_DID.search(text.strip()) is None or len({one.company for one in mentions(text)}) < _TOGETHER:
        return False
    return len(beside_names(text)) <= 1


_WHAT_DID: Final = re.compile(r"^what (?:did|has|have) ", re.IGNORECASE)
_TOGETHER: Final = 2


_OF_A_REPORT: Final = re.compile(r"^\W*(?:what (?:did|has|have|does)\s+|news )(?:about|on)\b", re.IGNORECASE)
"""What a source reported about somebody is news of them, whoever did it."""


def elsewhere(understood: Understood, language: Language) -> Understood:
    """The question for reports in another language: names as they are written there; of news of somebody, the names alone."""
    text = in_other_words(in_words_of(understood.text, language), language)
    if language in _CHINESE:
        text = simplify(text) if language == "zh-Hans" else traditional(text)
    names = " ".join(text[one.start : one.end] for one in mentions(text))
    alone = understood.intent in LISTED and names and language not in _CHINESE and not beside_names(understood.text)
    words = about(names) if alone else about(text)
    return replace(understood, text=text, subject=tuple(dict.fromkeys(words)))


_CHINESE: Final = frozenset({"zh-Hans", "zh-Hant"})


def expanded(words: Sequence[str], text: str) -> tuple[str, ...]:
    """The search tokens with those of every name's other spellings: グーグル is looked for as Google too."""
    more = (token for one in mentions(text) for alias in spellings(one.id) for token in search_tokens(alias))
    numbered = (token for one in versioned_in(text) for way in one.spellings() for token in search_tokens(way))
    return tuple(dict.fromkeys((*words, *more, *numbered)))


def core(understood: Understood) -> list[str]:
    """What has to be met: where news of somebody is asked for, the verbs of announcing say nothing."""
    if understood.intent not in LISTED or understood.learnt:
        return list(understood.subject)
    text = understood.text
    if not text.isascii():  # particles and verbs cling to what is asked about: the names are what can be met
        names = " ".join(text[one.start : one.end] for one in mentions(text))
        latin = " ".join(re.findall(r"[A-Za-z][A-Za-z0-9.+-]*", text)) if names else ""
        telling = [*about(f"{names} {latin}"), *beside_names(text)]
        han = about(han_name(text)) if not names else []
        return list(dict.fromkeys(telling)) if names else han or list(understood.subject)
    wanted = asked_about(text)
    telling = [word for word in understood.subject if word not in GENERIC or word in wanted]
    return telling or list(understood.subject)
