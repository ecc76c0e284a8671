"""Questions under a story that its telling already answers: what it is about, why it matters, whom it concerns, what comes next."""

import re
from collections.abc import Callable, Mapping
from typing import Final

from news.languages import Language
from news.model import SECTIONS, Section, Sentence, Summary
from news.text import search_tokens
from summariser.asking.bare_kinds import PLAIN, plain_kind
from summariser.asking.conversation import asks_alone
from summariser.asking.slots import OF_NEWS
from summariser.words.aliases import mentions
from summariser.words.question_words import GENERIC_ELSEWHERE, about, without_asking

_IT: Final = r"(?:it|this|that|(?:this|the) (?:story|news|article|piece|item|entry|report|one))"
_LEAD: Final = r"^(?:(?:so|and|but|ok(?:ay)?|please|now|can you|could you)[, ]+)*"
_END: Final = r"(?:[, ]+(?:please|then|now|exactly|here|briefly|for me))*[\s?.!]*$"


def _asking(english: str, elsewhere: str) -> re.Pattern[str]:
    return re.compile(rf"{_LEAD}(?:{english}){_END}|{elsewhere}", re.IGNORECASE)


_PARTS: Final[tuple[tuple[re.Pattern[str], tuple[Section, ...]], ...]] = (
    (
        _asking(
            rf"why (?:does|is|should|would|do)\b.*\b(?:matter|important|care|significant|news|big deal)|why it matters|so what|what(?:['’]s| is) (?:so )?(?:the )?(?:big deal|point|significance|importance|impact|relevance)(?: of {_IT})?|what does {_IT} mean(?: for .{{2,40}})?",
            r"なぜ(?:重要|大事|大切|問題)|重要なの|重要ですか|何が(?:重要|すごい|問題)|为什么(?:重要|要紧)|為什麼(?:重要|要緊)|(?:有)?(?:什么|什麼|何)(?:意义|意義|重要|影响|影響)|왜 중요|중요한 이유|무슨 의미|어떤 의미|ทำไม(?:จึง|ถึง)?(?:เรื่องนี้)?(?:จึง|ถึง)?สำคัญ|สำคัญอย่างไร|สำคัญยังไง",
        ),
        ("why_it_matters",),
    ),
    (
        _asking(
            rf"who(?:m)?(?:['’]s| is| are| will be| was| were| gets| might be| could be)? (?:most )?affected(?: by {_IT})?|who(?:m)? (?:does|will|do|did|would) {_IT} (?:affect|concern|hit|hurt|help|benefit)|who (?:benefits|loses|wins|suffers|should care)(?: from {_IT})?",
            r"誰(?:に|が)影響|影響を受けるのは|誰に関係|谁(?:会)?(?:受到?|被)影响|影响(?:到)?(?:了)?(?:谁|哪些人|什么人)|对谁(?:有|会)|誰(?:會)?(?:受到?|被)影響|影響(?:到)?(?:了)?(?:誰|哪些人|什麼人)|對誰(?:有|會)|누(?:가|구(?:에게|한테)?) 영향|영향(?:을)? 받는|ใคร(?:จะ)?(?:ได้รับ|โดน)ผลกระทบ|กระทบ(?:ต่อ|กับ)?ใคร|ใครเดือดร้อน",
        ),
        ("why_it_matters",),
    ),
    (
        _asking(
            r"what(?:['’]s| is| happens| comes| will happen| should (?:i|we) expect)? next(?: (?:for|with|in) .{2,40})?|what (?:will|is going to) happen(?: (?:now|then|next))?|what (?:to watch|should (?:i|we) watch|now)(?: for)?|now what|and (?:now|then)|what follows",
            r"今後|注目点|^次は[?？。\s]*$|지켜볼|จับตา|(?:この)?次は(?:どう|何)|この(?:先|後)(?:は|どう)|これからどう|接下来|接下來|后续|後續|之后(?:会|呢)|之後(?:會|呢)|下一步|앞으로|다음(?:은|에)|향후|ต่อไป(?:จะ)?|หลังจากนี้|จากนี้",
        ),
        ("what_to_watch",),
    ),
    (
        _asking(
            rf"(?:what(?:['’]s| is| was)|what['’]?s) (?:{_IT} (?:all )?about|(?:going on|happening)(?: (?:in|with) {_IT})?|in {_IT}|{_IT}|the (?:gist|story|summary|news)(?: (?:of|about) {_IT})?)|what happened(?: (?:in|with) {_IT})?|what does {_IT} (?:say|tell|cover)|(?:give me |in )?(?:a |the )?(?:quick |short |brief )?(?:summary|gist|overview|short|recap)(?: of {_IT})?|(?:summari[sz]e|explain|recap|sum up)(?: {_IT})?(?: (?:to|for) me)?(?: up)?|sum {_IT} up|tl;?dr|about",
            r"(?:何|なん)の(?:話|件|こと|ニュース|記事)|どんな(?:話|内容|ニュース|記事|こと)|どういう(?:話|こと|内容|ニュース)|何が(?:あった|起き|起こ)|何について|内容(?:は|を)|要約|まとめ|概要|要点|一言で|ひとことで|"
            r"(?:关于|關於)(?:什么|什麼|啥)|(?:讲|講|说|說|谈|談)(?:的)?(?:了|是)?(?:什么|什麼|啥)|怎么回事|怎麼回事|(?:发生|發生)(?:了)?(?:什么|什麼|啥)|(?:什么|什麼)(?:事|新闻|新聞|内容|內容)|总结|總結|概括|摘要|概述|[简簡](?:单|單)?(?:说|說|讲|講|述)|太[长長]不看|要[点點]|重[点點](?:是)?(?:什么|什麼|啥)|"
            r"(?:무슨|어떤) ?(?:내용|이야기|얘기|일|뉴스|소식|기사)|(?:무엇|뭐|뭘)에 ?(?:관한|대한)|요약|정리해|핵심(?:만|이|은|을)|간단히|เกี่ยวกับอะไร|เรื่องอะไร|เรื่องนี้คืออะไร|เกิดอะไรขึ้น|สรุป|ใจความ|เนื้อหา(?:คือ|ว่า)",
        ),
        ("what_happened",),
    ),
    (
        _asking(
            rf"(?:(?:tell|give|show) me )?(?:some |any )?(?:more|details?|the details)(?: (?:about|on|of) {_IT}| details?| info(?:rmation)?)?|go on|anything else|what else(?: (?:is there|do (?:we|they) (?:know|say)))?|elaborate",
            r"詳しく|もっと(?:教えて|知りたい)|続き(?:は|を)|详细|詳細|更多|多说|多說|자세히|더 (?:알려|말해|자세)|รายละเอียด|ขยายความ|เล่าเพิ่ม|บอกเพิ่ม|เพิ่มเติม",
        ),
        SECTIONS,
    ),
)  # fmt: skip
_MOST: Final = 4
_FEW: Final = 2
_FEW_PAIRS: Final = 3
_NAME: Final = re.compile(
    r"(?<=\s)(?!(?:AI|I)\b)[A-Z][\w’'-]*|(?<=[\u0e00-\u9fff\uac00-\ud7a3])\s?(?!AI\b)[A-Z][A-Za-z]+"
)
"""Behind another word, or in the middle of another script."""


ABOUT_IT: Final[Mapping[Language, str]] = {
    "en": "what is it about?",
    "ja": "何の話？",
    "ko": "무슨 내용이야?",
    "th": "เกี่ยวกับอะไร",
    "zh-Hans": "关于什么？",
    "zh-Hant": "關於什麼？",
}
"""What is meant where a story is pointed at, and nothing is asked of it."""


ALL_OF_IT: Final[Mapping[Language, str]] = {
    "en": "tell me more about it",
    "ja": "詳しく",
    "ko": "자세히",
    "th": "รายละเอียด",
    "zh-Hans": "详细",
    "zh-Hant": "詳細",
}
"""All parts of a telling are meant."""


def sections_asked(question: str) -> tuple[Section, ...]:
    """The parts of a telling that answer the question; none when it asks for something else."""
    return next((sections for pattern, sections in _PARTS if pattern.search(question.strip())), ())


def told_part(question: str) -> Callable[[Summary], tuple[Sentence, ...]] | None:
    """What of a story's telling answers the question, None when it asks for something else."""
    sections = sections_asked(question)
    return (lambda summary: told_of(summary, sections)) if sections else None


def is_of_a_story(question: str, *, shown: bool = False) -> bool:
    """It says nothing but what it asks, of one story: "when?", "why does this matter?". `shown`: stories stand where it is asked, so that "what
    happened?" is of one of them."""
    if names_something(question) or OF_NEWS.search(_OF_IT.sub(" ", question)):
        return False
    points = _OF_IT.search(question) is not None
    sections = sections_asked(question)
    if plain_kind(question) and not sections:
        return shown or points or asks_alone(question)
    left = GENERIC_ELSEWHERE.sub(" ", without_asking(_MATTERS.sub(" ", _OF_IT.sub(" ", question))))
    rest = [word for word in about(left) if word not in PLAIN]
    return bool(sections) and not rest and (shown or points or "what_happened" not in sections)


_OF_IT: Final = re.compile(
    r"\b(?:it|this|that)\b(?! (?:past |last )?(?:weeks?|weekend|months?|years?|morning|afternoon|evening|quarter|summer|time|day)\b)(?: (?:story|news|article|piece|item|entry|report|one))?\b|(?:この|その)(?:ニュース|記事|話|件)|これ|それ|[这這][个個件条條则則]?(?:事情?|新[闻聞]|消息)?|(?:이|그) ?(?:뉴스|소식|기사)|이게|이건|그게|그건|이거|(?:ข่าว|เรื่อง)?(?<!วัน)(?<!สัปดาห์)(?<!อาทิตย์)(?<!เดือน)(?<!ปี)นี้",
    re.IGNORECASE,
)
_MATTERS: Final = re.compile(
    r"\b(?:summar\w+|tl;?dr|gist|next|matters?|important|care|big deal|significan\w+|point|short|explain|recap|happen\w*|expect|watch)\b|重要|大事|大切|意[义義]|影[响響]|要約|まとめ\w*|概要|今後|次|どう|なる|[总總][结結]|概括|摘要|接下[来來]|后续|後續|下一步|[会會]|怎[么麼樣样]*|一下|중요\w*|의미|요약\w*|정리\w*|다음|앞으로|어떻게|해\s?줘|줘|สำคัญ|สรุป|ต่อไป|จะ|เป็น|อย่างไร|ยังไง|ให้|หน่อย|ถึง",
    re.IGNORECASE,
)
"""What asks for a part of a telling, and says of nothing else."""


def names_something(question: str) -> bool:
    """True when it can be looked for without the story; "when does it start?" can not."""
    return bool(mentions(question) or _NAME.search(question))


def is_brief(question: str) -> bool:
    """It asks for so little that only what is spoken of can be meant: "who is the judge?"; a longer one may be of something else."""
    words = search_tokens(without_asking(question))
    return len(words) <= (_FEW if question.isascii() else _FEW_PAIRS)


def told_of(summary: Summary, sections: tuple[Section, ...]) -> tuple[Sentence, ...]:
    """Of who asks for more, all parts. The lede stands first where it is asked what it is about, and for the weight that no part tells."""
    lede = (summary.lede,) if summary.lede else ()
    told = [part for name in sections if (part := summary.sections.get(name, ()))]
    if sections == SECTIONS:
        return tuple(dict.fromkeys((*lede, *(one for part in told for one in part))))[: _MOST + 1]
    led = sections == ("what_happened",) or (not told and sections != ("what_to_watch",))
    return (*(lede if led else ()), *(told[0] if told else ()))[:_MOST]
