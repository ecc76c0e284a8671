"""The sentence that says best what something is, of all that was read: what sort of thing, and whose. Pure; six languages."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from news.asking import LISTED, Answer, Intent, Passage, Question, source_of
from news.model import Citation, Sentence
from news.phrases import phrase
from news.scripts import UNSPACED
from news.searching import search_tokens
from summariser.answering.answers import nearest_of
from summariser.answering.defining import asks_what_is, plainly_asked, thing_asked, told_as
from summariser.answering.more_of_it import as_written, leans, more_of, place_of, speaks_of
from summariser.answering.points import alike
from summariser.answering.sureness import RIGHT_OF_TOLD
from summariser.answering.terms import explains, holds, is_term
from summariser.asking.support import bare, is_unfit, plain_lines
from summariser.checking.grounding import check
from summariser.reading.fitness import speaks_as_we
from summariser.words.aliases import mentions
from summariser.words.misspelling import is_english
from summariser.words.question_words import GENERIC, about

_NOUNS: Final = (
    r"(?:models?|apps?|agents?|tools?|platform|service|start-?up|company|firm|lab|maker|robots?|chips?|processor|assistant|framework|library|benchmark"
    r"|browser|glasses|system|organi[sz]ation|alliance|consortium|project|programme|program|feature|engine|device|phone|editor|suite|fund|generator|project)"
)
_OPENS: Final = r"[“\"‘'「『《〈]?"
_CLOSES: Final = r"[”\"’'」』》〉]?(?:\s?[(（][^)）]{1,40}[)）])?"
_PLAIN: Final = (
    rf"NAME{_CLOSES} (?:is|was) (?:an?|its|their|one of|the (?!same|best|only|latest to))[\w “\"-]",
    rf"NAME{_CLOSES}, (?:an?|its|their|the (?!company|firm|startup|maker|lab|model))[^,.]{{4,120}}(?:[,.—;]|$)",
    rf"NAME{_CLOSES}: (?:An?|Our|Its|The) [\w“\"-]",
    rf"\b(?i:an?|its|their|the|new|first|latest) [\w ,'’/()$.%-]{{2,90}}\b(?:called|named|dubbed|known as),? {_OPENS}NAME",
    rf"\b(?:[\w'’./-]+ ){{1,6}}(?i:{_NOUNS}), {_OPENS}NAME{_CLOSES}(?:[,.;]|$| [a-z])",
    rf"NAME{_CLOSES} {_NOUNS}\b",
    r"NAME[”\"’'] (?:[a-z-]+ ){1,3}(?:for|that|which) [a-z]",
)
"""How a report says what sort of thing it is: by a copula, beside the name, behind a noun that is a sort."""
_PLAIN_ELSEWHERE: Final = (
    rf"NAME{_CLOSES} (?:프로젝트|서비스|플랫폼|모델|로봇|사업|앱)(?![가-힣]*\s?(?:출범식|개소식|기념식|행사|설명회|간담회))",
    rf"NAME{_CLOSES}(?:とは|は|って)、?[^。]{{4,120}}(?:です|である|だ|システム|モデル|サービス|ツール|企業|会社|組織|団体|エージェント)。?$",
    r"(?:AI|モデル|サービス|アプリ|ツール|エージェント|ロボット|システム|企業|会社|団体|連合|半導体|チップ|機能)[、「『]{1,2}NAME",
    rf"NAME{_CLOSES}(?:은|는|란|이란)\s.{{4,120}}(?:이다|입니다|다)[.。]?$",
    rf"(?:모델|로봇|서비스|플랫폼|앱|프로젝트|에이전트|칩|반도체|기업|회사|사업|솔루션|시스템|도구)(?:인|,)?\s?{_OPENS}NAME",
    rf"(?:묶은|일컫는|뜻하는|부르는|まとめた|指す|總稱|统称|เรียกว่า)\s?{_OPENS}NAME|NAME{_CLOSES}(?:(?:이?라고|으?로) 불리|と呼ばれ|と称され)",
    rf"NAME{_CLOSES}[，,]?\s?(?:是|為|为)(?:一|由|其|[^，。]{{2,12}}的)",
    rf"(?:名為|名为|叫做|稱為|称为|模型|機器人|机器人|平台|公司|手機|手机|晶片|芯片|應用|应用|[Aa][Pp][Pp]|系統|系统|組織|组织|企業|企业)\s?{_OPENS}NAME",
    rf"NAME{_CLOSES}\s?(?:คือ|เป็น(?!ครั้ง))|NAME{_CLOSES}\s?[—–-]\s?[\u0e01-\u0e4e]{{4,}}",
    rf"(?:โมเดล|แอป|บริการ|แพลตฟอร์ม|โครงการ|องค์กร|หุ่นยนต์|ระบบ|ชิป|เครื่องมือ|สตาร์ทอัพ|ผู้ช่วย)[\u0e01-\u0e4e ]{{0,40}}(?:AI\s?)?(?:โลก\s?)?[(]?{_OPENS}NAME",
)
"""These find nothing in a line without a letter of another script."""
_BROUGHT: Final = (
    r"^(?:[A-Z][\w.’'&-]* ){1,5}(?i:release|launch|unveil|introduc|detail|debut|open[- ]?sourc|announc|ship|buil|develop|preview|present|roll)\w* .{0,60}NAME"
    r"|\b(?:released|launched|unveiled|introduced|developed|made|built|created|founded|by|from)\b.{0,60}NAME"
    r"|NAME.{0,80}\b(?:by|from|developed|made|built|created)\b [A-Z]",
)
_BROUGHT_ELSEWHERE: Final = (
    r"(?:が|は|、)[^。]{0,80}NAME[^。]{0,40}(?:発表|公開|提供|開発|リリース|設立|発売|投入|利用可能)",
    r"(?:은|는|이|가|,|…|·)\s?.{0,120}NAME.{0,60}(?:출시|출범|공개|발표|선보|개발|내놓|가동)",
    r"(?:推出|發布|发布|釋出|公布|發表|发表|開發|开发|成立|上線|上线|上架|亮相).{0,40}NAME|NAME.{0,30}(?:亮相|推出|上線|上线)",
    r"(?:เปิดตัว|พัฒนา|ปล่อย|ก่อตั้ง|จัดตั้ง|ตั้ง|สร้าง).{0,60}NAME|NAME.{0,40}ของ",
)
"""How it says by whom."""
_BESIDES: Final = re.compile(
    r"\b(?:vs\.?|versus|nears?|beats?|surpass\w*|than|like|rivals?|unlike|and)\s+[“\"]?$|\b(?:vs|versus|against)\b",
    re.I,
)
_ELSEWHERE: Final = re.compile(f"[{UNSPACED}]")
_LONGEST: Final = 320
_LINES: Final = 40
_SORT: Final = 2.0
"""A sentence that says what sort of thing it is has so much."""
_PLAINLY: Final = 2.8
"""A sentence that says so much is told although nothing else answers."""
_OF_COINED: Final = 1.5
_BETTER: Final = 1.0
"""By so much another must say it better than what would be told first."""
_HEADLINE: Final = 0.2
"""What a headline is worth less than a sentence that says as much."""
_MOST: Final = 2
"""Sentences that say it."""
_TOLD: Final = 3
"""And with what else is told of it."""
_LETTERS: Final = 12


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    passage: Passage
    points: float


def led_by_what_it_is(answer: Answer, question: Question, passages: Sequence[Passage]) -> Answer:
    """Of what is asked what it is, first the sentence that says so best, and behind it only what says so too, no sentence twice."""
    name = thing_asked(question.text)
    if not name or is_general(name) or not (answer.intent is Intent.EXPLAIN or asks_what_is(question.text)):
        return answer
    whole = answer.intent not in LISTED and is_all(name, question.text)
    if not question.story and is_term(name, passages):
        explained = _explained(name, answer, question, passages)
        if whole:
            return explained
        if (
            answer.intent is Intent.EXPLAIN and explained.sentences
        ):  # what else is asked of it comes behind what it means
            rest = tuple(one for one in answer.sentences if one.text != explained.sentences[0].text)
            return replace(explained, sentences=(explained.sentences[0], *rest)[:_TOLD])
    name = as_written(name, passages)
    said = [one for one in answer.sentences if not whole or speaks_of(name, one.text)] or list(answer.sentences)
    told = {one.text: _points(name, one.text, _source_of(one, passages)) for one in said}
    spoken = {one.language for each in said for c in each.citations if (one := source_of(c, passages))}
    lines = [one for one in _lines(name, passages) if not spoken or one.passage.language in spoken]
    best = max(lines, key=lambda one: one.points, default=None)
    first = said[0] if said else None
    if best is not None and best.points >= (told[first.text] + _BETTER if first else _enough(name)):
        first = Sentence(best.text, (Citation(best.passage.url, best.text, best.passage.source),))
        told[best.text] = max(best.points, _SORT)
    if first is None or (told[first.text] < _SORT and not whole):
        return answer
    alone = [one for one in said if not leans(one.text, _source_of(one, passages))]
    if told[first.text] < _SORT:
        others = [one for one in alone if one.text != first.text]
        return replace(answer, sentences=(first, *others, *more_of(name, (first, *others), passages))[:_TOLD])
    beside = _beside(first, alone, told, {one.url: bare(one.title) for one in passages})[: _MOST - 1]
    beside += more_of(name, (first, *beside), passages) if whole else []
    sure, note = (RIGHT_OF_TOLD, "") if answer.abstained else (answer.confidence, answer.note)
    nearest = () if answer.abstained else answer.nearest
    told_so = (first, *beside)[:_TOLD]
    return replace(answer, sentences=told_so, abstained=False, confidence=sure, note=note, nearest=nearest)


def _enough(name: str) -> float:
    """What a sentence must have that is told alone: of a made-up word less, for no line with it is of anything else."""
    return _OF_COINED if name.isalpha() and name.isascii() and not is_english(name) else _PLAINLY


def _source_of(line: Sentence, passages: Sequence[Passage]) -> Passage | None:
    return next((one for cited in line.citations if (one := source_of(cited, passages))), None)


def is_all(name: str, question: str) -> bool:
    """Nothing else is asked about: neither "Orbita's valuation" nor the motto of the games in Paris."""
    alone = frozenset(about(question)) <= frozenset((*search_tokens(name), *_EXPLAINING))
    return alone or plainly_asked(question).casefold() == name.casefold()


def is_general(name: str) -> bool:
    """Of anything: AI."""
    return len(name.split()) == 1 and frozenset(search_tokens(name)) <= GENERIC


_EXPLAINING: Final = search_tokens(
    "explain explained describe define mean meaning exactly basically ai 何 なに わかりやすく 什么 什麼 说明 解释"
)


def _explained(name: str, answer: Answer, question: Question, passages: Sequence[Passage]) -> Answer:
    """What a term means is told by a sentence that says so, in one language, or not at all: to use it explains nothing."""
    found = [
        (passage, text)
        for passage in passages
        for text in (bare(passage.title), *plain_lines(passage.text, passage.language))
        if len(text) <= _LONGEST
        and explains(name, text)
        and not text.endswith(("?", "？"))
        and not is_unfit(text, passage)
        and not speaks_as_we(text, passage.language)
        and check(text, [passage.text, passage.title]).supported
    ]
    if not found:
        nearest = nearest_of([one for one in passages if holds(name, one)])
        note = phrase(question.language, "answer.not_in_archive")
        return replace(answer, sentences=(), abstained=True, confidence=0.0, nearest=nearest, note=note)
    own = [one for one in found if one[0].language == found[0][0].language]
    told = tuple(Sentence(text, (Citation(one.url, text, one.source),)) for one, text in dict.fromkeys(own))
    note = "" if answer.abstained else answer.note
    return replace(answer, sentences=told[:_MOST], abstained=False, confidence=RIGHT_OF_TOLD, note=note)


def _beside(
    first: Sentence, told: Sequence[Sentence], points: Mapping[str, float], titles: Mapping[str, str]
) -> list[Sentence]:
    """Of what was told what says it too, in other words, and is not the headline over it."""
    words, over = frozenset(search_tokens(first.text)), titles.get(first.citations[0].url)
    return [
        one
        for one in told
        if points[one.text] >= _SORT
        and one.text not in (first.text, over)
        and not alike(words, frozenset(search_tokens(one.text)))
    ]


def _lines(name: str, passages: Sequence[Passage]) -> list[_Line]:
    found = {}
    for passage in passages:
        for text in (bare(passage.title), *plain_lines(passage.text, passage.language)[:_LINES]):
            points = _points(name, text, passage) if len(text) <= _LONGEST and text not in found else 0.0
            points -= _HEADLINE * (text == bare(passage.title)) if points else 0.0
            if (
                points > 0
                and not leans(text, passage)
                and not is_unfit(text, passage)
                and check(text, [passage.text, passage.title]).supported
            ):
                found[text] = _Line(text, passage, points)
    return list(found.values())


def _points(name: str, text: str, passage: Passage | None) -> float:
    """How well it says it: the sort of thing, by whom, and of nothing else."""
    there = place_of(name, text)
    if there is None or text.rstrip().endswith(("?", "？")):
        return 0.0
    rest = f"{text[: there.start()]} {text[there.end() :]}"
    if len(re.findall(r"\w", rest)) < _LETTERS:  # a caption
        return 0.0
    kind = told_as(name, text)
    is_elsewhere = _ELSEWHERE.search(text) is not None
    plain = _is_said((*_PLAIN, *_PLAIN_ELSEWHERE) if is_elsewhere else _PLAIN, there[0], text)
    brought = (*_BROUGHT, *_BROUGHT_ELSEWHERE) if is_elsewhere else _BROUGHT
    made = any(one.company for one in mentions(rest)) or _is_said(brought, there[0], text)
    beside = bool(_BESIDES.search(text[: there.start()]))
    headed = 0.5 if passage is not None and place_of(name, passage.title) else 0.0
    sort = _SORT if plain else 0.5 if kind else 0.0
    late = there.start() / len(text)
    return max(0.0, sort + made + headed - late - beside) if sort or made else 0.0


def tells_what_it_is(name: str, text: str) -> float:
    """How well a line says it, wherever it stands."""
    return _points(name, text, None)


def _is_said(forms: Sequence[str], name: str, text: str) -> bool:
    return any(re.search(form.replace("NAME", re.escape(name)), text) for form in forms)
