"""The sources that a question wants to hear ("according to Reuters", 日経によると), found by their names. Pure; six languages."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from summariser.asking.outlets import SHORTEST, Call, calls_of, folded, forms_of
from summariser.words.aliases import mentions, places
from summariser.words.question_words import GENERIC


@dataclass(frozen=True, slots=True)
class Asked:
    """`sources` are the ids of what is read of them; `called`: the names of the read ones, `unread`: of the others; `text`: the question
    without them; `outlets`: whatever they are called by, read or not."""

    sources: tuple[str, ...]
    called: tuple[str, ...]
    unread: tuple[str, ...]
    text: str
    outlets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Named:
    """An outlet where the question names it, from `start` to `end`; `surely`: only where nothing else can be meant."""

    call: Call
    start: int
    end: int
    surely: bool = False


_THE: Final = r"(?:the )?"
_SURELY_BEFORE: Final = re.compile(
    rf"(?:\b(?:as )?(?:according to|(?:reported|said|told|published|covered|written) (?:by|in)|as per|per|via) {_THE}"
    rf"|\b(?:news|articles?|stories|coverage|reports?|reporting|pieces?|headlines) (?P<by>(?:by|from|in|at|on) {_THE})"
    rf"|\bonly (?:from |by |in )?{_THE}|(?:据|據|根据|根據|来自|來自|援引|引述|只看|只要|[仅僅]限?)\s?"
    r"|(?:ตาม(?:ที่)?(?:รายงาน(?:ของ|จาก)?)?|รายงานจาก|รายงานของ)\s?(?:เว็บ(?:ไซต์)?|สำนักข่าว|หนังสือพิมพ์|สื่อ|นิตยสาร)?\s?)$"
)
_BEFORE: Final = re.compile(
    rf"(?:\b(?:from|in|at) {_THE}|(?<!attack)(?<!lawsuit)(?<!ban)(?<!news)(?<!pressure)\b on {_THE}"
    r"|(?:(?:จาก|โดย|ของ|ใน|บน)\s?(?:เว็บ(?:ไซต์)?|สำนักข่าว|หนังสือพิมพ์|สื่อ|นิตยสาร)?|เว็บ(?:ไซต์)?|สำนักข่าว|หนังสือพิมพ์|นิตยสาร)\s?)$"
)
_SAYS: Final = r"(?:reports?|reported|reporting|says?|said|writes?|wrote|written|publish(?:ed|es)?|covers?|covered)\b(?: that\b)?(?! (?:the |its )?layoffs)"
_PAPERS: Final = r"(?:articles?|coverage|stories|reporting|pieces?|headlines|reports)\b"
_SURELY_AFTER: Final = re.compile(
    rf"^(?:(?:'s)? (?:own |latest |recent )?(?:{_PAPERS}|(?:{_SAYS}))"
    r"|(?:紙|誌|さん)?(?:によると|によれば|による(?=.{0,30}(?:記事|報道|ニュース))|が(?:報じ|伝え|書い)[たて]?(?:いる)?|の報道で?は?、?|[はが](?=.{0,40}?(?:報じ|伝え|書い|書か|報道し)))、?"
    r"|(?: only|だけ(?:で|の|から)?|のみ(?:で|の)?|만|의 ?기사만| ?เท่านั้น)(?![a-z가-힣])|(?:的)?(?:报道|報道|報導)(?:中|里|裡)?(?:了|称|稱|说|說)?[，,、]?|(?:称|稱)[，,]"
    r"|\s?(?:에 따르면|에 의하면)|(?:이|가|은|는|에서|에서는|에)? ?(?:보도한|보도된|보도에 따르면|쓴|전한|다룬|실린)|(?:이|가|은|는)(?= .{1,40}(?:보도|전했|썼|다뤘))"
    r"|\s?(?:ได้)?(?:รายงาน|เขียน|ลงข่าว|เสนอข่าว)(?:ว่า|ข่าว)?\s?(?:อะไร)?(?:เรื่อง|เกี่ยวกับ|ถึง)?)"
)
_AFTER: Final = re.compile(
    r"^(?:(?:'s)? (?=(?:(?:ai|tech|latest|recent|new) )*(?:news|take|view|opinion)\b)"
    r"|(?:では?、?|での|の(?=.{0,16}?(?:記事|報道|ニュース|見出し))|は(?=.{0,30}?(?:何と|どう)))"
    r"|\s?(?:网站|網站|的|上|里|裡|中)*(?:关于|關於|有关|有關|对于|對於|对|對|就)\s?(?=.{1,30}(?:报道|報道|報導|新闻|新聞|文章|消息|看法|评论|評論|怎|说|說))"
    r"|\s?是?(?:怎么|怎麼|如何|怎样|怎樣)(?:说|說|看待?|评价|評價|写|寫)|\s?(?:网站|網站|上|里|裡|中)*的?(?=.{0,16}(?:新闻|新聞|报道|報道|報導|文章|消息))|[说說]了?(?:什么|什麼|啥)"
    r"|(?:이|가|은|는|의)?(?= ?.{0,16}(?:기사|뉴스|보도|소식))|(?:은|는|이|가)(?= .{1,30}(?:뭐라고|어떻게))"
    r"|\s?(?:พูด|บอก|กล่าว|ว่า)(?:ว่า|อย่างไร|อะไร)?(?:เรื่อง|เกี่ยวกับ|ถึง)?)"
)
_HEADS: Final = re.compile(
    rf"^(?:'s)? (?=(?:on|about|regarding|over)\b)|^: |^ (?=(?:[\w.-]+ ){{1,3}}(?:news|{_PAPERS}))"
)
_OPENS: Final = re.compile(rf"^\W*(?:(?:show me|give me|any|tell me) )?{_THE}$")
_COMMA: Final = re.compile(r"^\s?[，,、](?=.)")
_ITSELF: Final = re.compile(
    r"^(?:'s)? (?:case|(?:law)?suit|trial|deal|v\.?|vs|versus|copyright|partnership|agreement|journalists?|reporters?|staff|union|ceo|editors?|app|website|paywall|owners?|shares?|stock|and (?:openai|microsoft|amazon|google|meta|anthropic|perplexity))\b"
    r"|^(?:による|に対する|への|との|を)(?:提訴|訴訟|提携|契約|買収)|^[的对對]?.{0,6}(?:诉讼|訴訟|起诉|起訴|合作协议)|^(?:와|과|의)? ?(?:소송|제휴|계약)"
)
"""It is what is asked about."""
_BLOG: Final = re.compile(
    r"^(?:'s)? ?(?:の|의 ?|的)?(?:(?:official|own|company|公式|官方|공식) ?)*(?:blog(?: ?posts?)?|newsroom|ブログ|博客|部落格|블로그|บล็อก)(?:によると|에 따르면)?"
)
_BLOG_SAID: Final = re.compile(r"\bblog|\bnewsroom\b|ブログ|博客|部落格|블로그|บล็อก", re.IGNORECASE)
_AND: Final = re.compile(rf"\s?(?:,|、|，|/|&|\band\b|\bor\b|,? and|と|や|和|与|與|及|와|과|및|และ|หรือ|กับ)\s?{_THE}")

_PRESS: Final = re.compile(
    r"(?<![\w.])(?P<a>(?:[A-Z][\w'&.]+ ){1,3}(?:Times|Post|Herald|Journal|Tribune|Gazette|Telegraph|Chronicle|Observer|Courier|Inquirer|Examiner|Daily|Weekly|Magazine|Dispatch|Bulletin|Sentinel|News Agency))\b"
    r"|(?<![\w.-])(?P<b>(?:[\w-]+\.)+(?:com|org|net|news|co\.jp|jp|co\.kr|kr|com\.tw|tw|cn|fr|de|co\.uk|uk|co\.th|th))(?![\w.])"
    r"|(?P<c>[一-鿿ァ-ヴー]{1,8}(?:新聞|新報|日報|通信社|テレビ|放送|タイムズ|タイムス|ジャーナル|ポスト))(?=紙?(?:によると|によれば|が(?:報じ|伝え)|は.{0,40}(?:報じ|伝え)|の(?:記事|報道)))"
    r"|(?<=[据據])(?P<d>[一-鿿A-Za-z]{2,8}?)(?=[报報][道導])|(?P<e>[一-鿿]{2,6}(?:日报|时报|時報|晚报|晚報|周刊|週刊|通讯社|通訊社|电视台|電視台|早报|邮报|郵報))"
    r"|(?<![가-힣])(?P<f>[가-힣]{2,6}(?:일보|신문|경제|방송|타임스|타임즈|투데이|저널))"
    r"|\breported by (?:the )?(?P<g>[A-Z][\w'&.-]+(?: [A-Z][\w'&.-]+){0,3})|(?P<h>[ァ-ヴー・]{3,12})(?=紙?が報じ)|(?<![가-힣])(?P<i>[가-힣]{2,8}?)(?=[이가] 보도한)"
)
"""A name that can only be of the press, whoever that is."""
_NOBODY: Final = re.compile(
    r"メディア|各社|外電|媒体|媒體|外媒|언론|외신|매체|^(?:the )?(?:media|sources?|press)$", re.IGNORECASE
)


def speaks_of_a_blog(text: str) -> bool:
    return _BLOG_SAID.search(text) is not None


def sources_asked(text: str, sources: Mapping[str, str], own: Mapping[str, str] | None = None) -> Asked:
    """`sources`: name → id of those that can be asked for by name; `own`: of companies' own pages, which have to be called so."""
    low = folded(text)
    named = [*_known(text, low, calls_of(sources, own or {}))]
    named += [one for one in _press(text) if all(one.end <= other.start or one.start >= other.end for other in named)]
    named.sort(key=lambda one: one.start)
    cuts: dict[int, tuple[int, int]] = {}
    for at, one in enumerate(named):
        cut = _cut(one, low)
        if cut is not None:
            cuts[at] = cut
    for at in (*range(1, len(named)), *range(len(named) - 1, 0, -1)):
        one, other = (at - 1, at) if at - 1 in cuts else (at, at - 1)
        between = low[named[at - 1].end : named[at].start]
        if one in cuts and other not in cuts and _AND.fullmatch(between) and not named[other].call.blog:
            cuts[other] = (named[at - 1].end if other == at else named[other].start, named[other].end)
            if other < one:
                cuts[other] = (named[other].start, named[one].start)
    told = [named[at] for at in sorted(cuts)]
    ids = dict.fromkeys(id for one in told for id in one.call.sources)
    called = dict.fromkeys(_said(one, text) for one in told if one.call.sources)
    unread = dict.fromkeys(_said(one, text) for one in told if not one.call.sources)
    bare = _without(text, [cuts[at] for at in sorted(cuts)])
    outlets = dict.fromkeys(form for one in told if not one.call.blog for form in forms_of(one.call.name))
    return Asked(tuple(ids), tuple(called), tuple(unread), bare, tuple(outlets))


def named_sources(text: str, sources: Mapping[str, str], before: tuple[str, ...] = ()) -> tuple[tuple[str, ...], str]:
    """The ids alone, those of `before` where there are some, and the question without their names."""
    asked = sources_asked(text, sources)
    return before or asked.sources, asked.text


def _said(one: _Named, text: str) -> str:
    """By its own name; in another script as the question has it."""
    written = text[one.start : one.end]
    return one.call.name if written.isascii() and one.call.name.isascii() else written


def _without(text: str, cuts: list[tuple[int, int]]) -> str:
    """What somebody said about another is news of that other, whoever did it."""
    if not cuts:
        return text
    for start, end in reversed(cuts):
        text = f"{text[:start]} {text[end:]}"
    text = _SAID_ABOUT.sub("news about ", text.strip(" ，,、:："))
    for said, news in _SAID_OF:
        text = said.sub(news, text)
    return text


_SAID_OF: Final = (
    (re.compile(r"(?:について|に関して)は?(?:何[とを]|どう|どのように)?(?:報じ|書い|伝え|言っ|述べ|評価し|報道し)[^、。]{0,6}[?？。]?$"), "のニュース"),
    (re.compile(r"에 대해서?\s?(?:뭐라고|무엇을|어떻게|뭘)?\s?(?:보도|전했|썼|쓰|다뤘|말|평가)\S*$"), " 소식"),
    (re.compile(r"(?:の|に関する)?記事[?？。]?$"), "のニュース"),
    (re.compile(r"\s?기사[?.]?$"), " 뉴스"),
    (re.compile(r"(?:的)?文章[?？。]?$"), "的消息"),
    (re.compile(r"\s?ว่า(?:อย่างไร|อะไร|ยังไง)(?:บ้าง)?$"), " ข่าว"),
)  # fmt: skip
_SAID_ABOUT: Final = re.compile(
    r"^\W*(?:what (?:did|has|have|does|do)\s+)?(?:had to say\s+)?(?:about|on|regarding|over)\b\s*", re.IGNORECASE
)


def _known(text: str, low: str, calls: Mapping[str, list[Call]]) -> Iterator[_Named]:
    """Outlets that the table or the archive knows, none over another."""
    at = 0
    while at < len(low):
        call = next((one for one in calls.get(low[at : at + SHORTEST], ()) if _stands(one, text, low, at)), None)
        if call is None:
            at += 1
            continue
        yield _Named(call, at, at + len(call.form), surely=bool(call.written))
        at += len(call.form)


def _stands(call: Call, text: str, low: str, at: int) -> bool:
    end = at + len(call.form)
    if not low.startswith(call.form, at) or (call.written and text[at:end] != call.written):
        return False
    before, after = low[at - 1 : at] if at else "", low[end : end + 1]
    if call.form[0].isascii() and _is_letter(before):
        return False
    hangul = "가" <= call.form[0] <= "힣" and "가" <= before <= "힣"
    return not hangul and not (call.form[-1].isascii() and _is_letter(after))


def _is_letter(char: str) -> bool:
    return char.isascii() and char.isalnum()


def _press(text: str) -> Iterator[_Named]:
    for match in _PRESS.finditer(text):
        name = match.lastgroup or "a"
        written = match[name]
        if not mentions(written) and not _NOBODY.search(written):
            yield _Named(Call(written, written), match.start(name), match.end(name), surely=True)


def _cut(one: _Named, low: str) -> tuple[int, int] | None:
    """From where to where the question asks for it; None where it only names it."""
    before, after = low[: one.start], low[one.end :]
    if one.call.blog:
        blog = _BLOG.match(after)
        lead = _SURELY_BEFORE.search(before) or _BEFORE.search(before)
        return (lead.start() if lead else one.start, one.end + blog.end()) if blog else None
    if _ITSELF.match(after):
        return None
    lead, tail = _SURELY_BEFORE.search(before), _SURELY_AFTER.match(after)
    heads = _HEADS.match(after) if _OPENS.match(before) else None
    if not one.surely:
        lead, tail = lead or _BEFORE.search(before), tail or heads or _AFTER.match(after)
    elif not lead and not tail:
        tail = heads
    if lead is None and tail is None:
        return None
    if lead and tail is None:
        tail = _COMMA.match(after)
    if lead is None and (opens := _OPENS.match(before)):
        lead = opens
    start = one.start
    if lead is not None:
        start = lead.start("by") if lead.groupdict().get("by") else lead.start()
    return start, one.end + (tail.end() if tail else 0)


def source_called(text: str, sources: Mapping[str, str]) -> bool:
    """It is what an outlet is called by, read here or not, and nobody else's name."""
    plain = text.strip(" ?？.!。，、")
    low = folded(plain)
    found = (low[4:] if low.startswith("the ") else low, low)
    calls = calls_of(sources, {})
    called = any(one.form in found for start in found for one in calls.get(start[:SHORTEST], ()))
    return (called or any(one.start == 0 and one.end == len(plain) for one in _press(plain))) and not _is_somebody(
        plain
    )


def source_in(text: str, sources: Mapping[str, str]) -> tuple[int, int] | None:
    """Where an outlet stands that is called by its name, however it is asked for. None of a name that is also a company's."""
    for one in (*_known(text, folded(text), calls_of(sources, {})), *_press(text)):
        name = text[one.start : one.end]
        if not one.call.blog and not _is_somebody(name) and folded(name) not in GENERIC:
            return one.start, one.end
    return None


def _is_somebody(text: str) -> bool:
    """It is, or begins by, the name of a company or a person: 日本経済新聞 is not Japan."""
    named = mentions(text)
    return any(one.id not in places() or one.end - one.start >= len(text) for one in named)
