"""Words that turn a statement into its opposite when one stands for the other."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

_PAIRS: Final = """
    rise fall; rises falls; rose fell; rising falling; risen fallen; increase decrease; increases decreases; increased decreased; increasing decreasing;
    increase reduce; increased reduced; gain loss; gains losses; gained lost; grow shrink; grew shrank; growth decline; growing declining; up down; higher lower;
    highest lowest; high low; more less; more fewer; most least; best worst; better worse; good bad; win lose; wins loses; won lost; winning losing; winner loser;
    winners losers; success failure; succeed fail; succeeded failed; successful unsuccessful; accept reject; accepted rejected; accepts rejects; approve reject;
    approved rejected; allow ban; allowed banned; allows bans; allow forbid; allowed forbidden; legal illegal; support oppose; supports opposes; supported opposed;
    supporters opponents; open close; opened closed; opens closes; opening closing; start stop; started stopped; starts stops; begin end; began ended; begins ends;
    beginning end; buy sell; bought sold; buys sells; buying selling; buyer seller; before after; early late; earlier later; first last; large small; larger smaller;
    largest smallest; big small; bigger smaller; biggest smallest; great small; long short; longer shorter; strong weak; stronger weaker; strongest weakest;
    strength weakness; strengthen weaken; fast slow; faster slower; fastest slowest; quick slow; quickly slowly; cheap expensive; cheaper costlier; new old; newer older;
    young old; younger older; youngest oldest; rich poor; easy difficult; easier harder; hard easy; hot cold; safe dangerous; safe unsafe; likely unlikely;
    possible impossible; able unable; public private; internal external; domestic foreign; male female; men women; man woman; add remove; added removed;
    arrive leave; arrived left; enter leave; join leave; joined left; joins leaves; hire fire; hired fired; attack defend; positive negative; optimistic pessimistic;
    confirm deny; confirmed denied; confirms denies; agree disagree; agreed disagreed; love hate; include exclude; included excluded; includes excludes; including excluding;
    minimum maximum; minor major; top bottom; above below; over under; inside outside; north south; east west; left right; always never; all none; many few; majority minority;
    expand contract; expanded contracted; raise lower; raised lowered; raises lowers; raise cut; raised cut; launch cancel; launched cancelled; guilty innocent; known unknown;
    popular unpopular; true false; correct incorrect; right wrong; expected unexpected; happy unhappy; fair unfair; future past; next previous; import export; imports exports;
    profit loss; profits losses; profitable unprofitable; asset liability; surplus deficit; upgrade downgrade; ahead behind; forward backward; with without; same different;
    famous unknown; alive dead; life death; peace war; friend enemy; hope fear; day night; morning evening; light dark; light heavy; full empty; wide narrow; deep shallow;
    thick thin; clean dirty; rare common; simple complex; temporary permanent; voluntary compulsory; responsible irresponsible; improve worsen; improved worsened;
    improving worsening; recover deteriorate; boost cut; boosted cut; boost hit; advance retreat; demand supply; borrow lend; teach learn; ask answer; question answer;
    remember forget; find lose; found lost; save waste; saved wasted; create destroy; created destroyed; build destroy; protect harm; reveal hide; push pull; send receive;
    sent received; lead follow; led followed; leading trailing; quiet loud; active inactive; encourage discourage; encouraged discouraged; praise criticise; praised criticised;
    praised criticized; welcomed condemned; optimism pessimism; surge plunge; surged plunged; soared plunged; soared slumped; jump drop; jumped dropped; climbed dropped; climbed fell;
    上升 下降; 上涨 下跌; 上漲 下跌; 增加 减少; 增加 減少; 增长 下降; 提高 降低; 支持 反对; 支持 反對; 成功 失败; 成功 失敗; 买入 卖出; 最高 最低; 最大 最小; 盈利 亏损; 合法 非法;
    増加 減少; 上昇 下落; 拡大 縮小; 賛成 反対; 成功 失敗; 黒字 赤字; 最大 最小; 最高 最低; 開始 終了; 증가 감소; 상승 하락; 확대 축소; 찬성 반대; 성공 실패; 흑자 적자; 최대 최소; 최고 최저
"""


@cache
def _table() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for pair in _PAIRS.split(";"):
        one, other = pair.split()
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return {word: frozenset(others) for word, others in found.items()}


def opposed(told: Sequence[str], source: Sequence[str]) -> Iterator[str]:
    """Words told whose opposite the source has in their stead: the source lacks the word, the telling lacks the opposite."""
    said, written = frozenset(told), frozenset(source)
    for word in dict.fromkeys(told):
        others = opposites(word)
        if others and word not in written and (others & written) - said:
            yield word


def opposites(word: str) -> frozenset[str]:
    """What turns a statement around in its stead."""
    return _table().get(word, frozenset())
