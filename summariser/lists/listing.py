"""A list of what happened ("which startups raised money this week?"): what it is of, and from reports its items, one line each. Pure."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final, Literal

from news.asking import Intent, Passage
from news.languages import Language
from news.text import search_tokens
from summariser.asking.happenings import KINDS, Happening, Kind, happening, is_of_model, rows
from summariser.asking.membership import SORTS, asks_of_family, countrymen, families, places_in, sort_asked
from summariser.asking.support import bare, is_unfit, lines_of, of_story
from summariser.stories.each_once import one_event
from summariser.words.aliases import Mention, mentions, spellings
from summariser.words.facts import names as proper_names
from summariser.words.names import Number, names_in, numbers_in
from summariser.words.quantities import quantities
from summariser.words.question_words import FIELDS, GENERIC, GENERIC_ELSEWHERE, about, without_asking

Things = Literal["models", "makers", "any"]
SHOWN: Final = 10
"""Lines of a list, at most."""
_MIXED: Final = 6
"""So many with those in other languages than the asker's."""
_LEADING: Final = 3
"""Of a report so many sentences may tell it where its title does not."""
_LEAD: Final = 700
_LONGEST: Final = 300
"""Characters of a line; a longer one tells a day's news."""
_SAME_EVENT: Final = timedelta(days=4)
_COUNTING: Final = re.compile(
    r"\bhow many\b(?! (?:[mb]illions|dollars))|何(?:社|件|個|つ|本)|いくつ|多少|(?<!哪)[几幾][个個家款]|몇 ?(?:개|곳|건|군데)|(?<!เ)กี่",
    re.IGNORECASE,
)
_ONE_THING: Final = re.compile(
    r"\b(?:who|whom|when|where|how|why)\b|誰|いつ|どこ|いくら|なぜ|谁|什[么麼][时時]候|何时|哪里|哪裡|누구|누가|언제|(?<!어디)어디(?!어디)|얼마|왜|ใคร|ที่ไหน|เมื่อไ|เท่าไ|ทำไม",
    re.IGNORECASE,
)
_MODELS: Final = re.compile(r"\b(?:models|llms)\b|モデル|模型|모델|โมเดล", re.IGNORECASE)
_MAKERS: Final = re.compile(
    r"\b(?:which|what|list|name|how many)\b[\w\s-]{0,20}\b(?:companies|labs|firms|startups)\b|(?:どの|どんな)(?:企業|会社)|何社|哪[些家](?:公司|企[业業])|[几幾]家|어떤 ?(?:회사|기업)|บริษัท(?:ไหน|ใด)",
    re.IGNORECASE,
)
_OPEN: Final = re.compile(
    r"\bopen(?:ly)?[- ](?:source|weights?)d?\b(?=[\w\s-]{0,20}\bmodels?\b)|オープン(?:ソース|ウェイト|モデル)|[开開](?:源|放[权權]重)(?:[的了過过])?(?:AI)?(?:大)?模型|오픈 ?(?:소스|웨이트)|โอเพนซอร์ส|open[- ]?(?:source|weight)",
    re.IGNORECASE,
)
_IS_OPEN: Final = re.compile(r"\bopen\b|オープン|[开開]源|[开開]放(?:[权權]重|模型|原始)|오픈|โอเพน", re.IGNORECASE)
_VAGUE: Final = frozenset(
    search_tokens(
        "money capital fund funds full complete names all ever far one ones first round rounds sum sums venture recent currently last past "
        "anyone someone team teams group unit people other others new come came brought bring market public weeks days"
    )
)
_LEFT: Final = re.compile(
    "[获獲取]得|拿到|完成|[资資]金|ください|リスト|一覧|企業数|자금|전체|所有|全部|公布|案件|[请請][问問]|주요|公司|企业|[这這]些|以[来來]|[上下]半年|[一二三四五六七八九十]+月"
)
_FIELD: Final = re.compile("로봇|반도체|ロボット|半[導导][体體]|[机機]器人|芯片|晶片|หุ่นยนต์|ชิป")
"""Of any company's news they say nothing; of a list's items they are what is asked for."""
_WORDS: Final = re.compile(r"[一-鿿]{2,}|[ァ-ヴー]{2,}|[가-힣]{2,}")


@dataclass(frozen=True, slots=True)
class Listing:
    """`whose`: each of these known names must take part, by id and company; `named`: as search tokens, in all spellings.

    `rest`: search tokens of what else is asked of the items; `terms`: what is searched.
    """

    kind: Kind
    things: Things
    whose: tuple[Mention, ...] = ()
    named: tuple[str, ...] = ()
    rest: tuple[str, ...] = ()
    open: bool = False
    counts: bool = False
    months: frozenset[int] = frozenset()
    places: frozenset[str] = frozenset()
    """Ids of the countries of one of which its makers must be."""
    sort: str = ""
    """Of what sort whoever did it must be: see `SORTS`."""

    @property
    def names(self) -> tuple[tuple[str, ...], ...]:
        """Spellings that a report has one of; none where nobody is named."""
        ids = {part for one in self.whose[:1] for part in (one.id, one.company) if part}
        known = [tuple(search_tokens(name)) for id in sorted(ids) for name in spellings(id)]
        return tuple(known) or tuple((name,) for name in self.named[:1])

    @property
    def terms(self) -> tuple[str, ...]:
        return (*rows()[self.kind].words, *(token for name in self.names for token in name), *self.rest)


@dataclass(slots=True)
class Item:
    """One thing of the list: the line that tells it, from which report, and every report of it."""

    happening: Happening
    line: str
    passage: Passage
    weight: tuple[int, ...]
    keys: set[str] = field(default_factory=set)
    reports: set[str] = field(default_factory=set)
    sources: set[str] = field(default_factory=set)


def listing_of(text: str, intent: Intent) -> Listing | None:
    """What the question wants a list of; None where it wants none, or of what no headline's form can tell."""
    if intent not in (Intent.LIST, Intent.WHATS_NEW, Intent.FACT, Intent.NEWS):
        return None
    kind = next((kind for kind in KINDS if rows()[kind].asks.search(text)), None)
    counts = asks_how_many(text)
    if kind == "raise" and _RAISES_ELSE.search(text):
        return None
    if kind is None or not _asks_for_items(text, kind, intent, counts=counts):
        return None
    known = tuple(one for one in mentions(text) if one.company or one.id in _people(text))
    things: Things = "any"
    if kind == "release":
        things = "models" if _MODELS.search(text) or families(known) else "any"
        if things == "any" or (_MAKERS.search(text) and not _MODELS.search(text)):
            return None  # what else comes out has too many forms
        things = "makers" if _MAKERS.search(text) else things
    row = rows()[kind]
    named = () if known else tuple(_unknown(row.nouns.sub(" ", row.asks.sub(" ", without_asking(text)))))
    is_open = kind == "release" and _OPEN.search(text) is not None
    places = [one for one in mentions(text) if one.id in places_in(text)] if kind in ("raise", "release") else []
    named = () if places else named
    rest = tuple(
        dict.fromkeys(
            one
            for one in _rest(text, kind, sorted((*known, *places), key=lambda one: one.start), named)
            if one not in row.words
        )
    )
    sort = sort_asked(text)
    of = frozenset(one.id for one in places)
    return Listing(kind, things, known, named, rest, is_open, counts, places=of, sort=sort)


_RAISES_ELSE: Final = re.compile(
    r"\brais\w+ (?:the |its |their )?(?:\w+ )?(?:prices?|fees?|rates?|wages?|salar|tariffs?|tax|concerns?|alarms?|questions?|guidance|forecasts?|outlook|limits?)",
    re.IGNORECASE,
)


def asks_how_many(text: str) -> bool:
    return _COUNTING.search(text) is not None


def _asks_for_items(text: str, kind: Kind, intent: Intent, *, counts: bool) -> bool:
    """Its items are named as several, and are what is asked for."""
    nouns = rows()[kind].nouns.search(text)
    if kind == "release" and intent is Intent.NEWS and not _MAKERS.search(text):
        return asks_of_family(text)
    if intent is Intent.LIST:
        return nouns is not None
    if counts:
        return nouns is not None and _COUNTED.search(text) is not None
    asked_for = nouns is not None and _WANTED.search(text) is not None
    return asked_for and _ONE_THING.search(text) is None


_COUNTED: Final = re.compile(
    r"\bhow many (?:[\w-]+ ){0,3}?(?:compan|start-?up|firm|lab|model|llm|lawsuit|suit|acquisition|round|deal)"
    r"|何(?:社|件|個|つ|本)|(?:モデル|企業|会社|訴訟|買収)(?:は|が)?いくつ|(?:多少|几|幾)[个個家款]?(?:AI)?(?:大)?(?:模型|公司|企[业業]|[诉訴][讼訟])"
    r"|몇 ?(?:개|곳|건|군데)|กี่(?:โมเดล|บริษัท|คดี|ราย|ตัว|แห่ง|รุ่น)|(?:โมเดล|บริษัท|คดี)[^?？]{0,40}กี่",
    re.IGNORECASE,
)
_WANTED: Final = re.compile(
    r"^(?:what|which|show|give|tell|list|name)\b.*\b(?:models|companies|startups|firms|labs|lawsuits|acquisitions|deals|banks|hospitals|schools|universities|cities)\b"
    r"|(?:され|し|てい|た)(?:る|た)?(?:AI|生成AI)?の?(?:大規模言語)?(?:モデル|企業|会社|スタートアップ|訴訟|銀行|病院|大学|自治体)(?:を|は|には|って|$|[?？])|(?:モデル|企業|会社|スタートアップ|訴訟|買収)(?:を|は)?(?:教え|一覧|まとめ|挙げ|リスト)"
    r"|哪[些几幾]+[个個款家]?(?:AI)?(?:大)?(?:模型|公司|企[业業])|(?:的|了)(?:AI)?(?:大)?(?:模型|公司|企[业業]|[初新][创創](?:公司|企[业業])?)(?:有|是|$|[?？])|(?:된|한|는|은|받은|하는) ?(?:AI ?)?(?:[가-힣]{1,4} )?(?:모델|기업|회사|스타트업|소송|은행|병원|대학)(?:[은는을를이가]|$|[?？ ])"
    r"|(?:โมเดล|บริษัท|สตาร์[ตท]อ[ัั]?[ปพ]|คดี)\S*\s?(?:ที่|ไหน|ใด|อะไร)",
    re.IGNORECASE,
)
"""The items stand as what is wanted, with what happened to them before or behind them: 公開されたモデルを教えて."""


def of_field(listing: Listing, text: str) -> bool:
    """What else is asked of an item stands there, most of it at least."""
    found = set(search_tokens(text))
    return 2 * sum(_stands(token, found) for token in listing.rest) >= len(listing.rest)


def _people(text: str) -> set[str]:
    return {one.id for one in names_in(text) if one.kind == "person"}


def _unknown(text: str) -> Iterator[str]:
    """Names in no table, as search tokens."""
    nouns = {"ai", "list", "name", "which", "what", "show", "give", "llm", "llms", "startups", "companies", "july"}
    for name in proper_names(text):
        tokens = search_tokens(name)
        if name.casefold() not in nouns and tokens and not GENERIC.issuperset(tokens):
            yield from tokens[:1]


def _rest(text: str, kind: Kind, known: Sequence[Mention], named: Sequence[str]) -> Iterator[str]:
    """What else is asked of the items: "robotics", 医療."""
    left = text
    for one in reversed(known):
        left = f"{left[: one.start]} {left[one.end :]}"
    for word in _FIELD.findall(left):
        yield from search_tokens(word)
    row = rows()[kind]
    left = _COUNTING.sub(" ", _OPEN.sub(" ", without_asking(left)))
    left = GENERIC_ELSEWHERE.sub(" ", _LEFT.sub(" ", row.nouns.sub(" ", row.asks.sub(" ", left))))
    for token in about(left):
        if (
            token.isascii()
            and (token not in GENERIC or token in FIELDS)
            and token not in _VAGUE
            and token not in named
            and len(token) > 1
        ):
            yield token
    for word in _WORDS.findall(left):
        yield from (token for token in search_tokens(word) if len(token) > 1)


def items_of(listing: Listing, passages: Iterable[Passage], order: Sequence[Language | None] = ()) -> list[Item]:
    """Each thing once, with all reports of it, told in the first language of the `order` that tells it."""
    read = list(passages)
    found = [one for passage in read if (one := _item(listing, passage, order)) is not None]
    if listing.places:
        ours = countrymen((f"{one.title}\n{one.text[:_LEAD]}" for one in read), listing.places)
        found = [one for one in found if one.happening.maker in ours]
    kept: list[Item] = []
    for one in sorted(found, key=lambda item: item.passage.published):
        _merge(kept, one, listing)
    return [one for one in kept if not _is_unspecific(one, kept)]


def _merge(kept: list[Item], one: Item, listing: Listing) -> None:
    """Into every item that it is one with: by key, by story, or by what both tell."""
    own = {mine.company or mine.id for mine in listing.whose}
    same = [
        other
        for other in kept
        if other.keys & one.keys
        or other.reports & one.reports
        or (listing.kind != "release" and one_event((one.line, one.passage), (other.line, other.passage), own))
    ]
    if not same:
        kept.append(one)
        return
    into = same[0]
    for other in (*same[1:], one):
        if other.weight > into.weight:
            into.happening, into.line, into.passage, into.weight = (
                other.happening, other.line, other.passage, other.weight,
            )  # fmt: skip
        into.keys |= other.keys
        into.reports |= other.reports
        into.sources |= other.sources
    for other in same[1:]:
        kept.remove(other)


def _is_unspecific(one: Item, kept: Sequence[Item]) -> bool:
    """It names no version where others of the same maker do in those days: "three new Gemini models"."""
    told = one.happening
    if not told.name or any(map(str.isdigit, told.name)):
        return False
    known = mentions(told.name)
    return bool(known) and any(
        other is not one
        and other.happening.maker == told.maker
        and any(map(str.isdigit, other.happening.name))
        and abs(other.passage.published - one.passage.published) <= _SAME_EVENT
        for other in kept
    )


def _item(listing: Listing, passage: Passage, order: Sequence[Language | None]) -> Item | None:
    lines = lines_of(passage.text[:_LEAD], passage.language)
    lead = [line for line, _ in lines[:_LEADING]]
    title = bare(passage.title)
    whole = f"{title}\n" + "\n".join(lead)
    if not _meets(listing, whole):
        return None
    for place, line in enumerate((title, *lead)):
        if is_unfit(line, passage) or len(line) > _LONGEST:
            continue
        told = happening(listing.kind, line, passage.language)
        if told is None or not _takes_part(listing, told, line) or _is_of_another_time(listing, line):
            continue
        if listing.sort and not SORTS[listing.sort][1].search(told.who):
            continue
        if listing.kind == "release" and not is_of_model(told, whole, passage.language):
            continue
        if listing.open and not _tells_open(told, (title, *lead)):
            continue
        keys = {told.key, told.maker} - {""} if listing.things == "makers" else {told.key}
        plainest = any(map(str.isdigit, told.name)) if listing.kind == "release" else bool(told.what)
        rank = order.index(passage.language) if passage.language in order else len(order)
        weight = (-rank, plainest, place == 0, passage.text != passage.title)
        return Item(told, line, passage, weight, keys, {of_story(passage)}, {passage.source})
    return None


def _meets(listing: Listing, text: str) -> bool:
    """What else is asked of the items stands in the title or the first lines; every named one too."""
    if listing.open and not _IS_OPEN.search(text):
        return False
    found = set(search_tokens(text)) if listing.named else set()
    if any(token not in found for token in listing.named):
        return False
    if not of_field(listing, text):
        return False
    there = {part for one in mentions(text) for part in (one.id, one.company)} if listing.whose else set()
    return all(one.id in there or (one.company == one.id and one.company in there) for one in listing.whose)


def _tells_open(told: Happening, lines: Iterable[str]) -> bool:
    """A line that names it says that it is open, and not that it will be."""
    return any(
        _IS_OPEN.search(line) and not _OPEN_LATER.search(line)
        for line in lines
        if told.name in line or told.what in line
    )


_OPEN_LATER: Final = re.compile(
    r"\bwill\b[^.]{0,40}\bopen|\bopen[- ]?\w* (?:it )?soon|[將将](?:[會会])?(?:[開开]源|[開开]放)|即[將将][開开]|オープン\S{0,8}予定|오픈\S{0,12}예정",
    re.IGNORECASE,
)


def _stands(token: str, found: set[str]) -> bool:
    return token in found or (len(token) > 5 and any(one.startswith(token[:5]) for one in found))


def _is_of_another_time(listing: Listing, line: str) -> bool:
    """It names months, and none that is asked for: a report of July on a round of March."""
    told = quantities(line).months
    return bool(listing.months and told) and not told & listing.months


def _takes_part(listing: Listing, told: Happening, line: str) -> bool:
    """Who is named did it, or had it done to them, as the question has it."""
    wanted = {one.company or one.id for one in listing.whose}
    if not wanted:
        return True
    if listing.kind == "release":
        ours = {one.id for one in mentions(line)}
        return told.maker in wanted and all(one.id in ours for one in families(listing.whose))
    return wanted <= {one.company or one.id for one in mentions(line)}


def shown(found: Sequence[Item], order: Sequence[Language | None] = (), *, by_sum: bool = False) -> list[Item]:
    """Those in the first languages of the `order` first; of one the largest sums where `by_sum`, the most reported, the newest."""

    def rank(one: Item) -> tuple[float, ...]:
        last = order.index(one.passage.language) if one.passage.language in order else len(order)
        worth = largest_sum(one.line) if by_sum else 0.0
        return (last, -worth, -len(one.sources), -one.passage.published.timestamp())

    told = sorted(found, key=rank)
    mine = [one for one in told if order and one.passage.language == order[0]]
    return mine[:SHOWN] + [one for one in told if one not in mine][: max(0, _MIXED - len(mine))]


_DOLLARS: Final = {"usd": 1.0, "eur": 1.1, "gbp": 1.3, "cny": 0.14, "jpy": 0.0067, "krw": 0.0007, "thb": 0.03}
"""About: sums are put in order by it, and never told."""


def largest_sum(line: str) -> float:
    """The largest sum of money that stands there, in dollars or thereabouts."""
    return max((dollars(one) for one in numbers_in(line)), default=0.0)


def dollars(number: Number) -> float:
    """About; 0 for what is no money."""
    return number.value * _DOLLARS.get(number.unit, 0.0)
