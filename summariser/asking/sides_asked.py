"""Who is compared in a question: two or more that stand joined, also those in no table and those of which only the version is said. Pure; six languages."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from news.scripts import CJK, THAI, words
from news.text import search_tokens
from summariser.asking.sides import NUMBER, SORTS, SORTS_ELSEWHERE, Side, as_written
from summariser.words.aliases import Mention, mentions
from summariser.words.question_words import GENERIC

_COUNTER: Final = r"(?:차(?!이)|[분년월일위개배억조만]|[年月日季位倍億亿万萬兆個个]|ไตรมาส|ล้าน)"
_VERSION: Final = re.compile(
    rf"[ -]?(?:(?:{SORTS}[ -]?)?[A-Za-z]?{NUMBER}(?![\d%]|\.\d|\s?{_COUNTER}))(?:[ -]{SORTS})*(?![A-Za-z])|(?:[ -]{SORTS})+(?![A-Za-z])"
)
_ELLIPTIC: Final = re.compile(rf"(?<![\w.$€£¥])[A-Za-z]?{NUMBER}(?:[ -]{SORTS})*(?![\w%])")
_RUN: Final = re.compile(
    r"(?<![A-Za-z0-9])[A-Z][A-Za-z&+]*[가-힣]{2,}|(?<![A-Za-z0-9])[A-Z][\w.&+-]*\w(?:\s[A-Z][\w.&+-]*\w|\s[A-Z](?=\s\d))*|[\u30a1-\u30fa\u30fc・]{3,}(?![\u30a1-\u30fc\u4e00-\u9fff])",
    re.ASCII,
)
_SMALL: Final = re.compile(r"(?<![A-Za-z0-9.-])[a-z][A-Za-z0-9.+-]+[a-z0-9]", re.ASCII)
"""In a script without capitals a word in Latin letters is a name, small ones too."""
_CLINGS: Final = re.compile(r"(?:이?랑|하고|보다|에서|[의와과은는이가을를도])$")
_PRODUCT: Final = re.compile(r"(?:\s|(?<=[^\x00-\x7f]))(?P<name>[A-Z][\w.+-]*\w(?:\s[A-Z][\w.+-]*\w)*)", re.ASCII)
AND: Final = re.compile(
    r"\s*(?:,|/|&|、|，|・|·|vs\.?|versus|and|or|with|to|than|from|against|,\s*(?:and|or)|(?:is )?compared (?:with|to)|(?:(?:\w+ ){0,3}(?:\w+er|more|less|better|worse|as \w+) (?:\w+ )?(?:than|as)|ahead of|behind)|(?:compare|stack up|differ)s? (?:with|to|from|against)|と|や|か|和|与|與|跟|同|及|[对對]上?|比|[還还]是|와|과|랑|이랑|하고|보다|กับ|และ|หรือ|เทียบกับ|ต่างจาก|กว่า)\s*",
    re.IGNORECASE,
)
CUE: Final = re.compile(
    r"^(?:is|are|does|did|has|will|would|which|who)\b(?=.*\bor\b)|^when (?:do|did|will|are)\b|\beach\b|\bdifferences?\b|\bdiffers?\b|\bhow (?:do|does|are) [^?]{3,60} differ\w*|\bcompares?\b|\bstacks? up\b|\brespectively\b|\bwhich (?:is|one|of|has|model|company|costs?|raised)\b|\bwho (?:is|has|raised)\b.*\bor\b|\bor\b.*\bwho\b|\bwho (?:is|has) (?:ahead|more|the)\b|\b(?:bigger|larger|cheaper|faster|better|smaller|newer|more|higher)\b|\bas \w+ as\b|격차|差距|有什[麼么]不同|有何不同|[差分][别別異异]|[谁誰].{0,3}(?:[快強强高低大小先好優优]|[領领]先)|違[いうっ]|異な|다른"
    r"|それぞれ|どちら|どっち|各[社々]|分[别別]|各自|哪[个個家一款]?.{0,4}更|哪[个個家一款][^，。？?]{0,6}[多大高快早贵貴]|差(?:在?哪|了?多少|[别別])|哪[裡里]不同|[強强快好][嗎吗]|便宜[嗎吗]|(?:多い|高い|大きい|速い|安い|強い|上な|早い)のは|各(?=.{0,6}(?:多少|[幾几]))|[谁誰].{0,3}(?:[得拿花賺赚砸投賣卖].{0,2}[多少快])|[谁誰]更|更[高低大小多快贵貴便好强強]|哪[个個家]|(?<=\s)각(?=\s)|각각|뭐가 (?:달라|다른|다르|나아|더 ?나아|더|낫)|어느 (?:쪽|것|게)|중에?서? ?(?:\S+ )?(?:어디|뭐가|뭘|누가|누구|무엇|어느|어떤)|누가 (?:더 )?|어떻게 다[른르를]|달라(?=[\s?？요지]*$)|(?:앞서|다르|낫|나은|나아)[가-힣]* ?(?:있나)?|(?<= )중(?= )|더 ?(?:크|많|높|싸|비싸|빠르|좋)|แต่ละ|ดีกว่า|เร็วกว่า|อันไหน|ตัวไหน|ใคร|กว่ากัน|อย่างละ",
    re.IGNORECASE,
)
_MEASURE: Final = (
    r"(?:調達(?:額|金額)?|融[資资](?:[額额])?|募[資资]|売上高?|利益|業績|価格|料金|性能|時価総額|評価額|企業価値|パラメータ数?|[價价]格|[營营]收|估值|市值|[参參][数數]|利[潤润]|투자 ?유치액?|매출|영업이익|실적|가격|성능|시가총액|기업가치|매개변수"
    r"|funding|valuations?|revenues?|profits?|prices?|pricing|benchmarks?|parameters?|context windows?|market caps?|ราคา|มูลค่า|รายได้|กำไร|พารามิเตอร์|เงินระดมทุน|ระดมทุน)"
)
_MEASURED: Final = re.compile(rf"^(?:の|的|의|[’']s?)?\s*(?:\S*\d\S*\s+)?{_MEASURE}", re.IGNORECASE)
_MEASURED_BEFORE: Final = re.compile(rf"{_MEASURE}\s?(?:of|for|at|ของ)\s(?:the )?$", re.IGNORECASE)
_NO_SIDE: Final = words(
    """compare comparison which what how who is are does do did the difference between ai july june may august price
    ceo llm api us and vs"""
)
_STRUCTURES: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?:[请請]?(?:比[较較]|[对對]比)(?:一下)?)\s?(?P<a>.{2,24}?)\s?(?:和|与|與|跟|同)\s?(?P<b>.{2,24}?)(?:的|[？?。]|$)",
        r"^(?P<a>[^、。？?]{2,24}?)(?:と|や)(?P<b>[^、。？?]{2,24}?)(?:の違い|を比較|の比較|、どちら|ではどちら|はどちら|はどっち|を比べ|、[^。？?]{0,24}?(?:どちら|どっち))",
        r"^(?P<a>\S[^,.?]{1,20}?)(?:[와과]|이?랑|하고)\s?(?P<b>\S[^\s,.?]{1,20}?)(?:[을를의]?(?:\s[^,.?]{1,20}?)? ?(?:비교|차이)| 중)",
        r"เปรียบเทียบ\s?(?P<a>.{2,30}?)\s?(?:กับ|และ)\s?(?P<b>.{2,30}?)(?:$|\s|[?？])",
        r"^(?P<a>[^、。？?]{2,24}?)(?:と|や)(?P<b>[^、。？?]{2,24}?)(?:は|、|って)(?:何が|どう)(?:違|異)",
        r"^(?:which is \w+[,:]? |compare |how (?:do|does|is|are) |(?:what(?:[’']s| is) the )?differences? between )?(?P<a>[^,?]{2,24}?) (?:vs\.?|versus|and|or|with|to|than) (?P<b>[^\s?？]+(?: [^\s?？]+)??)(?=[?,:]| in | on | for | differ| compare|$)",
        r"^(?P<a>.{2,30}?)\s?(?:กับ|และ)\s?(?P<b>.{2,30}?)\s?(?:ต่างกัน|แตกต่าง)",
    )
)


_WHICH: Final = tuple(
    re.compile(pattern)
    for pattern in (
        r"^(?P<a>[^，。？?、]{2,10}?)[和与與跟](?P<b>[^，。？?、比]{2,10}?)(?:哪[个個家一款]|[谁誰])[^，。？?]{0,6}?(?:更|比[較较]|[多大高快早貴贵])",
        r"(?:^|\s)(?P<a>[가-힣][^\s,]{1,11}?)(?:[와과]|이?랑|하고)\s(?P<b>[가-힣][^\s,]{1,11}?)[이가은는을를]?\s(?:\S+\s){0,2}?(?:중(?:에서?)?\s(?:\S+\s)?(?:어디|누가|어느|뭐가)|각각|누가|어디가)",
        r"(?:^|\s)(?P<a>[가-힣][^,]{1,14}?)(?:[와과]|이?랑|하고)\s(?P<b>[가-힣A-Za-z][^,]{1,14}?)[은는]?\s(?:뭐가|어떻게|어디가|무엇이)\s?(?:달라|다른|다르|나아|더)",
    )
)
"""By its form alone it asks which of two unknown names."""
_PHRASES: Final = re.compile(r"^(?P<a>[^，,？?]{4,24}?)[和与與跟](?P<b>[^，,？?]{4,24}?)(?:[，,\s]\s?)(?=哪|[誰谁])")
"""Two deeds, each with whose it is: which of them is larger."""
_VERSUS: Final = re.compile(
    r"^(?:compare )?(?!then )(?P<all>[a-z][\w.&-]*(?: (?:vs\.?|versus) [a-z][\w.&-]*[\w])+)(?![\w.])"
)
"""Typed without capitals: of each the word beside the sign."""
_SORT_BEHIND: Final = re.compile(rf"[ -]?{SORTS_ELSEWHERE}(?![가-힣ァ-ヴー]{{2}})")


@dataclass(frozen=True, slots=True)
class _Span:
    start: int
    end: int
    side: Side


def sides_of(text: str, *, compares: bool) -> tuple[Side, ...]:
    """Those that stand joined in the question; none where it compares nothing. `compares`: it says that it does."""
    text = as_written(text)
    spans = list(_spans(text))
    joined = _joined(text, spans)
    if _OF_THAT.match(text):
        return ()
    if phrases := tuple(_of_phrases(text)):
        return phrases
    if not joined and (typed := _VERSUS.match(text)):
        names = re.split(r" (?:vs\.?|versus) ", typed["all"])
        known_in = [(name, mentions(name)) for name in names]
        return tuple(
            Side(name, known[0].id, known[0].company) if known else Side(name.title()) for name, known in known_in
        )
    if not compares and not (joined and _says_so(text, joined)):
        return tuple(_by_structure(text, _WHICH)) if not joined else ()
    found = joined or (spans if len(spans) > 1 else [])
    sides = tuple(dict.fromkeys(one.side for one in found))[:4]
    return sides if len(sides) > 1 else tuple(_by_structure(text, (*_WHICH, *_STRUCTURES))) if compares else ()


_OF_THAT: Final = re.compile(
    r"^\W*(?:and )?(?:is|are|was|were|does|did) (?:that|it|this|they|these|those)\b", re.IGNORECASE
)
"""One of them was told before: by itself it compares nothing."""


def of_each(text: str) -> bool:
    """News of each of two is theirs beside each other."""
    return _OF_EACH.search(text) is not None


_OF_EACH: Final = re.compile(r"\beach\b(?! other)|それぞれ|각각|各自|分[别別]|อย่างละ", re.IGNORECASE)


def _says_so(text: str, joined: Sequence[_Span]) -> bool:
    """Each is asked about, or one of them; or a measure of both."""
    before, behind = text[: joined[0].start], text[joined[-1].end :]
    between = " ".join(text[one.end : two.start] for one, two in pairwise(joined))
    return bool(
        CUE.search(f"{before} {between} {behind}") or _MEASURED.match(behind) or _MEASURED_BEFORE.search(before)
    )


def _joined(text: str, spans: Sequence[_Span]) -> list[_Span]:
    """The first run of names with nothing but a joining word between them."""
    run: list[_Span] = []
    for one in spans:
        if run and not AND.fullmatch(text[run[-1].end : one.start]):
            if len(run) > 1:
                break
            run = []
        run.append(one)
    return run if len(run) > 1 else []


def _of_known(text: str) -> list[_Span]:
    """Known names with their versions, or with a product named behind its maker."""
    taken: list[_Span] = []
    known = mentions(text)
    brands = {two.start: one for one, two in pairwise(known) if _is_brand_of(text, one, two)}
    for one in (one for one in known if one not in brands.values()):
        found = _VERSION.match(text[one.end :])
        end = one.end + (found.end() if found else 0)
        version = found[0].strip(" -") if found and re.search(r"\d", found[0]) else ""
        sort = _SORT_BEHIND.match(text, end) if version else None
        end = sort.end() if sort else end
        product = None if version or one.id != one.company else _product(text, one.end)
        if product is not None:
            side = Side(text[slice(*product)], company=one.company, maker=text[one.start : one.end])
            taken.append(_Span(one.start, product[1], side))
        else:
            brand = brands.get(one.start)
            start = brand.start if brand else one.start
            side = Side(text[start:end], one.id, one.company, version, brand=brand.id if brand else "")
            taken.append(_Span(start, end, side))
    return taken


def _spans(text: str) -> Iterator[_Span]:
    """Names with their versions, in reading order; a version alone goes on from the name before it."""
    taken = _of_known(text)
    for found in _ELLIPTIC.finditer(text):
        before = [span for span in taken if span.end <= found.start()]
        if before and before[-1].side.version and not _meets(taken, *found.span()):
            last = before[-1].side
            name = last.label.removesuffix(last.version).strip(" -")
            sort = re.search(rf"(?<=\d )(?:{SORTS}[ -]?)+$", last.version)
            version = f"{found[0]} ({sort[0]})" if sort and re.fullmatch(NUMBER, found[0]) else found[0]
            whole = replace(last, label=f"{name} {found[0]}".strip(), version=version)
            taken.append(_Span(*found.span(), whole))
    for found in _runs(text):
        at = _unasked(found)
        if found[0].isupper() and any(span.end + 1 == found.start() and not span.side.maker for span in taken):
            continue  # a sort of thing: SK하이닉스 HBM
        before = [span for span in taken if span.end <= found.start() and re.search(r"\d.*[A-Za-z]", span.side.version)]
        if before and re.fullmatch(rf"{SORTS}(?:[ -]{SORTS})*", found[0]) and not _meets(taken, *found.span()):
            last = before[-1].side
            number = re.match(rf"[A-Za-z]?{NUMBER}", last.version)
            lone = re.search("[ -]", found[0]) is not None  # Flash-Lite has numbers of its own
            version = found[0] if lone or not number else f"{number[0]} {found[0]}"
            label = f"{last.label.removesuffix(last.version)}{version}"
            taken.append(_Span(*found.span(), replace(last, label=label, version=version)))
            continue
        numbered = _NUMBERED.match(text, at[1]) if at is not None else None
        at = (at[0], numbered.end()) if at is not None and numbered else at
        if at is not None and not _meets(taken, *at) and not _IN_WHAT.search(text[: at[0]]):
            taken.append(_Span(*at, Side(text[at[0] : at[1]])))
    yield from _owned(text, sorted(taken, key=lambda span: span.start))


def _is_brand_of(text: str, one: Mention, two: Mention) -> bool:
    """ "Claude Opus 5" is one thing, by the name behind."""
    apart = text[one.end : two.start]
    return one.company == two.company and one.id not in (one.company, two.id) and apart in ("", " ")


def _runs(text: str) -> Iterator[re.Match[str]]:
    """What may be a name by its form; no sort by itself: プレビュー."""
    small = [] if text.isascii() or _SPACED.search(text) else _SMALL.finditer(text)
    return (found for found in (*_RUN.finditer(text), *small) if not re.fullmatch(SORTS_ELSEWHERE, found[0]))


def _owned(text: str, spans: Sequence[_Span]) -> Iterator[_Span]:
    """ "Tesla's Optimus" is one: what is compared is Optimus."""
    before: _Span | None = None
    for one in spans:
        between = text[before.end : one.start] if before is not None else ""
        if before is not None and (_OWNS.fullmatch(between) or _is_made_by(one.side, before.side, between)):
            one = _Span(before.start, one.end, replace(one.side, maker=before.side.label))
        elif before is not None:
            yield before
        before = one
    if before is not None:
        yield before


def _is_made_by(side: Side, maker: Side, between: str) -> bool:
    """ "Alibaba Qwen": the company right before what it makes."""
    return not between.strip() and maker.id == maker.company == side.company != side.id and maker.id != ""


_OWNS: Final = re.compile(r"[’']s\s|の|的|의\s?")
_SPACED: Final = re.compile(r"[A-Za-z]\s[a-z]+\s[a-z]")
"""An English sentence with a sign of another script in it."""


def _product(text: str, start: int) -> tuple[int, int] | None:
    """Where a company's product is named right behind it: "AMD Helios", whose name is in no table."""
    found = _PRODUCT.match(text, start)
    words = found["name"].split(" ") if found else []
    if found and found[0].startswith(" ") and words[0].isupper():
        return None  # a sort of thing: SK하이닉스 HBM
    if not words or any(word.casefold() in _NO_SIDE or set(search_tokens(word)) <= GENERIC for word in words):
        return None
    begin = found.start("name") if found else start
    end = begin + len(words[0] if mentions(" ".join(words)) else " ".join(words))
    return None if mentions(text[begin:end]) else (begin, end)


def _meets(taken: Sequence[_Span], start: int, end: int) -> bool:
    return any(span.start < end and start < span.end for span in taken)


_NUMBERED: Final = re.compile(
    rf"\s\d{{1,3}}(?:\.\d{{1,2}})?(?:[BT](?![A-Za-z]))?(?![\d%.]|\s?{_COUNTER}|\s?[A-Za-z]{{2,}} (?:of|per))"
)
_IN_WHAT: Final = re.compile(r"\b(?:better|best|faster|good|ahead|compare\w*|strong\w*) (?:at|in|on|for) $")
"""Before what they are compared in: "better at React"."""
_HANGUL: Final = 2
"""Syllables behind Latin letters that go on with a name: LG유플러스, and SKT와 not."""


def _unasked(found: re.Match[str]) -> tuple[int, int] | None:
    """A run of capitals without the asking words that it begins with."""
    start, words = found.start(), found[0].split(" ")
    if re.search("[가-힣]", found[0]):
        bare = _CLINGS.sub("", found[0])
        latin = re.match("[A-Za-z&+]+", found[0])
        short = latin is not None and len(bare) - latin.end() < _HANGUL
        return start, start + (latin.end() if latin and short else len(bare))
    while words and (words[0].casefold() in _NO_SIDE or words[0].casefold() in GENERIC):
        start += len(words[0]) + 1
        words = words[1:]
    return (start, start + len(" ".join(words))) if words and re.search(rf"[A-Za-z{CJK}{THAI}]", words[0]) else None


def asked_of_all(text: str) -> str:
    """The part of the question that is asked of each of two deeds: the whole where it compares none."""
    return text[found.end() :] if (found := _PHRASES.match(text)) and any(_of_phrases(text)) else text


def _of_phrases(text: str) -> Iterator[Side]:
    """Whose two deeds are compared: the first name of each, where each says more than a name."""
    found = _PHRASES.match(text)
    parts = [(found[part], mentions(found[part])) for part in "ab"] if found else []
    if all(known and _DEED.search(part[: known[0].start] + part[known[0].end :]) for part, known in parts):
        yield from (Side(part[one.start : one.end], one.id, one.company) for part, (one, *_) in parts)


_DEED: Final = re.compile(f"[{CJK}].*[{CJK}]")


def _by_structure(text: str, patterns: Sequence[re.Pattern[str]]) -> Iterator[Side]:
    """Names of scripts without capitals, by what stands between and behind them."""
    for pattern in patterns:
        if found := pattern.search(text):
            for name in (re.split("の|的|의 ", found[part].strip())[0] for part in "ab"):
                known = mentions(name)
                part = known and re.match(r"[A-Za-z0-9]", name[known[0].end :])  # 삼성SDS is not 삼성
                if part:
                    yield Side(name, company=known[0].company)
                else:
                    yield next((one.side for one in _of_known(name)), Side(name))
            return
