"""What else a question for a list asks beside its deed, its names and its kind: the words that tell something of it. Pure; six languages."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from news.text import search_tokens
from summariser.asking.asked_deeds import LIGHT
from summariser.words.question_words import GENERIC, GENERIC_ELSEWHERE, about, without_asking
from summariser.words.senses import Tongue, kinds
from summariser.words.tagging import base_of

PLANS: Final = re.compile(
    r"\b(?:plan\w*|to come|will|upcoming|going to|set to|seek\w*|considering)\b|計[劃划画]|[准準筹籌][备備]|[打预預]算|[冲衝]刺|计划|[擬拟]|予定|検討|예정|계획|추진|준비|เตรียม|จะ|วางแผน",
    re.IGNORECASE,
)
_LEFT: Final = re.compile(
    "(?:的|の|에?서?의? ?)?(?:事件|事例|案例|[动動]き|ケース|사례|사건|경우)|できれば|金額も?|資金|[资資]金|대표적인|해외|국내|포함|관련(?:된|한)?|현재|지금|새로|있음|있나|뭐뭐|어디어디|정리해줘?|최신|並べて|結果|กรณี|เหตุการณ์|ช่วงนี้|ตอนนี้|ください|リスト|一覧|挙げて|教えて|どこ|어디야?|알려줘?|알려|목록|[获獲]得|哪些|[请請]|列出|[这這]些|所有|全部|主要|宣[布佈]|曝光|爆出|安全|セキュリティ|보안|其[他它]|체결|맺은|遭[到受]|受到|被|締結|[签簽][署订訂]|[達达]成|[计計][划劃畫]|[拟擬]|[进進]行|出[现現]|เดือน|บ้าง|กำลัง|ไหน|ใด|ได้|ที่|ใน|ใคร|มี|อะไร|本周|本週|[上這这本]個?月|[月日年]に|[をがはのでにと]"
)
_RUNS: Final = re.compile(
    r"[一-鿿]{2,}|[ァ-ヴー]{2,}|[가-힣]{2,}|(?<![\u0e01-\u0e5b])[\u0e01-\u0e2e\u0e40-\u0e44][\u0e01-\u0e5b]{3,}|[A-Za-z][A-Za-z0-9.-]+"
)


_OR: Final = re.compile(r"或者?|および|または|또는|หรือ")
_FILLERS: Final[dict[Tongue, re.Pattern[str]]] = {
    "en": re.compile(
        r"\b(?:(?:and )?(?:for )?how (?:much|many)(?: (?:billions?|millions?|dollars?|money))?|right now|at the moment|these days|of late|lately|so far|recently|currently|nowadays|this time|pl[sz]|pls|thx|thanks|kindly|whom|whose|exactly|actually|really|basically|right)\b",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        r"目前|[现現]在|如今|[当當][前下]|近[来來期日]|最近|[这這]?[一几幾]?[陣阵]子|[刚剛][刚剛才]?|正在|[开開]始|[已曾]?[经經]|一直|有[关關]的?|相[关關]的?|[关關][于於]|[关關]的|[业業]界|行[业業]|圈[子内內]?|[业業][内內]"
        r"|[请請麻][问問烦煩]?|[帮幫]我|告[诉訴]|[谁誰]|什[么麼]|[怎多][么麼少]|哪[里裡兒儿些个個家]?|(?:或者?|[还還]|就|又|都)?[是把被][将將]?|或[是者]?|[还還]有|以及|等等?|之[类類]|[类類]的|[这這那]?些|[个個家款次起件案宗](?=$|[\s，。？?])"
        r"|[在的了跟]"
    ),
    "ja": re.compile(
        r"最近|現在|今|ここ(?:数|最近)?|近頃|直近|関連|関する|よう|など|という|どんな|業界|例|まとめ|一体|ちなみに"
    ),
    "ko": re.compile(
        r"(?<![가-힣])(?:요즘|최근|현재|지금|요새|우리|자체|같은|관련|대해|대한|이번|그동안|혹시|좀|각종|여러|다른|업계|분야|곳|데|거|것|건|사례|경우|중|등|및)(?:[은는이가을를도의에]|에서|들)?(?![가-힣])"
    ),
    "th": re.compile(r"เพิ่ง|ช่วง|ตอนนี้|ล่าสุด|เมื่อเร็ว\s?ๆ\s?นี้|เร็วๆนี้|ปัจจุบัน|วงการ|เกี่ยวกับ|ระหว่าง|ใหญ่\s?ๆ?|ๆ|ราย"),
}
"""What only places the question in time, asks politely, joins or counts: no item need say it."""


def rest_of(text: str, tongue: Tongue, verb: str, named: Sequence[str]) -> str:
    for row in kinds().values():
        text = row.asks.sub(" ", text) if row.tells or tongue != "en" else text
    text = _FILLERS[tongue].sub(" ", PLANS.sub(" ", _OR.sub(" ", text)))
    if tongue == "en":
        return " ".join(_telling(_ASKS_FIRST.sub(" ", text), {*named, *search_tokens(verb)}))
    if tongue == "ko":
        parts = (
            _PARTICLES.sub("", word) for word in re.findall(r"[가-힣A-Za-z]{2,}", _LEFT.sub(" ", without_asking(text)))
        )
        return " ".join(
            word
            for word in parts
            if len(word) > 1
            and not _OF_A_VERB.search(word)
            and not GENERIC_ELSEWHERE.fullmatch(word)
            and word.casefold() != "ai"
        )
    text = GENERIC_ELSEWHERE.sub(" ", _LEFT.sub(" ", without_asking(text)))
    return " ".join(word for word in _RUNS.findall(text) if word.casefold() not in ("ai", "the"))


_ASKS_FIRST: Final = re.compile(
    r"^\W*(?:which|what|who|list|name|show|give|tell|find|any|all|are|were|is|have|do|does|did)\b", re.IGNORECASE
)


def _telling(text: str, known: Collection[str]) -> Iterator[str]:
    """English words that say something of what is asked."""
    for word in re.findall(r"[\w’'.&-]*\w", text):
        tokens = about(word)
        if not tokens or (base_of(word.casefold())[0] or word.casefold()) in LIGHT:
            continue
        if not any(token in GENERIC or token in known or token in _VAGUE for token in tokens):
            yield word


_PARTICLES: Final = re.compile(r"(?:에서|에게|으로|하거나|이나|[을를은는이가에의와과도로한된])$")
_OF_A_VERB: Final = re.compile(
    r"^(?:했|하|됐|되)[가-힣]{0,3}$|(?:하는|되는|됐거나|했거나|되거나|하거나|[가-힣]할|[가-힣]될|됐던|했던|만한|있어|있나요?|주는)$"
)
"""In Korean what only describes how: 응모할 만한."""
_VAGUE: Final = frozenset(
    search_tokens(
        "new full complete all any other one ones recently currently out big major kind month july time far public another us united "
        "someone somebody anyone anybody biggest largest become became becam hit trade start begin states security come came there feature people staff workers employees own"
    )
)
