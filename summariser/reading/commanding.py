"""Text that tells an assistant what to say: no sentence of it is told, nor what stands in its paragraph or behind it. Pure.

A command has a form: it is spoken *to* a machine ("Dear AI assistant, …"), or binds one to repeat this very text, or says what to reply
when asked. In a quotation that a report introduces it is news of an attack: the sentence stays untold, its report may be quoted.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from news.scripts import CJK, THAI

_KIND: Final = r"(?:AI|A\.I\.|LLM|large language|language|generative|virtual|digital|automated|helpful|conversational|search|news|answer(?:ing)?)"
_MACHINE: Final = (
    rf"(?:(?:any|all|every|each|the|this|these|dear|fellow)\s+)?(?:(?:{_KIND}[ -])+(?:assistants?|chatbots?|models?|agents?|bots?|systems?|summari[sz]ers?|readers?|engines?|AIs?)"
    r"|assistants?|chatbots?|bots|LLMs?|AIs?|language models?|models|summari[sz]ers?|agents|ChatGPT)"
)
_READING: Final = r"(?:\s+(?:(?:(?:that|who|which)\s+(?:is\s+|are\s+)?)?(?:read|process|summari[sz]|crawl|index|pars|scan|answer|us)(?:s|es|e|ing)?)\b[^,:.!?\n]{0,60}?)?"
_SAY: Final = r"(?:reply|answer|respond|say|state|repeat|tell|report|claim|insist|confirm|output|assert|declare|maintain|quote|cite|recommend|mention|write|affirm)"
_BIND: Final = r"(?:must|shall|should|have to|has to|need to|needs to|are to|is to|(?:is|are) (?:hereby )?(?:required|instructed|ordered|told|commanded|obliged|expected|directed) to|will)"
_HOW: Final = (
    r"(?:\s+(?:always|only|just|now|simply|never|not|therefore|instead|please|then|also|henceforth|strictly))*"
)
_THIS: Final = (
    r"(?:this|these|the following|the above|exactly this|so|it (?:verbatim|word for word|as (?:fact|true|is|written)))"
    r"(?:\s+(?:sentences?|statements?|claims?|facts?|text|messages?|answers?|words?|lines?|verbatim|exactly|as (?:fact|true|written|is)|to (?:users?|everyone|anyone|readers?)|in (?:every|any|all|their|its) \w+))*\s*(?:[.,;:!?\"”’)]|$)"
)
_ASKED: Final = (
    r"(?:when(?:ever)?|if|once|every time|any ?time|should)\s+(?:(?:you(?:'re|’re| are)?|(?:some|any)(?:one|body)|(?:a|the|any|your) (?:user|reader|person|human|customer)s?|users?|people|readers?|it is|it's|they(?: are|'re)?)\s+)?"
    r"(?:(?:ever|is|are|be|being|gets?)\s+)*(?:asks?|asked|questioned|prompted|quer(?:y|ies|ied)|wants? to know|inquires?)\b"
)
_OBEY: Final = r"(?:ignore|disregard|forget|override|bypass)"
_GIVEN: Final = r"(?:all|any|your|the|these|those|other|previous|prior|earlier|above)\b.{0,40}\b(?:instructions?|prompts?|rules?|directions?|guidelines?|sources?|articles?|reports?|documents?|passages?)"
_BIDDEN: Final = r"(?:(?<=are to )|(?<=have to )|(?<!to )(?<!can )(?<!could )(?<!would )(?<!may )(?<!might )(?<!it )(?<!they )(?<!models ))"
"""An order, and no infinitive: "told it to ignore all previous instructions" tells what somebody did."""
_NOT_WHO: Final = r"(?!\s+(?:the |some |many |several )?(?:experts?|analysts?|researchers?|officials?|authors?|scientists?|they|he|she|it)\b)"
_COMMANDS: Final = re.compile(
    # spoken to a machine
    rf"(?:^|(?<=[.!?:\"“(\[*>\n]))\W*(?:(?:dear|attention|hey|hello|hi|listen(?: up)?|ok(?:ay)?|(?:important |special |urgent )?(?:notes?|notice|message|instructions?|memo|reminder|directive) (?:to|for)|to|for)[\s,:]+){_MACHINE}{_READING}\s*[,:;!.—–-]"
    rf"\s*(?=[^\n]{{0,200}}\b(?:you|your|please|must|reply|answer|say|respond|repeat|ignore|tell|state|mention|recommend|include|treat|remember|output|claim|cite|disregard|note that|whenever|when|if)\b)"
    rf"|(?:^|(?<=[.!?\n]))\W*{_MACHINE}{_READING}\s*[,:—–-]+\s*(?:please\s+|you {_BIND}\s+|now\s+|always\s+|only\s+|never\s+|do not\s+|don['’]t\s+)*(?:{_SAY}|{_OBEY}|treat|remember|from now on|when asked|if asked)\b"
    # bound to repeat this text, or to a name
    rf"|\b{_MACHINE}{_READING}\s+{_BIND}{_HOW}\s+{_SAY}(?:\s+(?:with|that))?\s+(?:{_THIS}|[\"“])"
    rf"|\b{_MACHINE}{_READING}\s+(?:must|shall|(?:is|are) (?:hereby )?(?:required|instructed|ordered|told|commanded|obliged|directed) to){_HOW}\s+{_SAY}\s+(?-i:that (?!AI\b|It\b|They\b)[A-Z][a-z]\w*)"
    rf"|\b{_MACHINE}{_READING}\s+{_BIND}{_HOW}\s+{_OBEY}\s+{_GIVEN}"
    rf"|\b(?:anyone|everyone|anything|any(?: \w+)? (?:system|model|tool|program)|whoever|whatever|(?:every|any|all) (?:readers?|users?))\s+(?:who |that |which |is |are )*(?:reading|reads?|summari[sz]ing|summari[sz]es?|processing|processes|answering (?:from|with)|using) this\b[^.!?\n]{{0,60}}?\b{_BIND}{_HOW}\s+(?:{_SAY}|{_OBEY})\b"
    # what to reply when asked
    rf"|\b{_ASKED}[^.!?\n]{{0,140}}?[,:—–\"”’?-]?\s+(?:then\s+)?(?:you|{_MACHINE})\s+{_BIND}{_HOW}\s+{_SAY}\b"
    rf"|\b{_ASKED}[^.!?\n]{{0,140}}?[,:—–\"”’?-]\s*(?:then\s+)?(?:please\s+|always\s+|only\s+|just\s+|simply\s+|never\s+)*{_SAY}\b{_NOT_WHO}\s+(?:that|with|only|exactly|as|them|users?|the user|everyone|anyone|him|her|[\"“:]|(?-i:[A-Z]))"
    rf"|(?:^|(?<=[.!?:;\n\"“]))\s*(?:please\s+|always\s+|you {_BIND}\s+(?:\w+\s+)?)?{_SAY}\b[^.!?\n]{{2,120}}?\b(?:when(?:ever)?|if|every time)\s+(?:you(?:'re|’re| are)|(?:some|any)(?:one|body)|users?|a user|the user)\s+(?:asks?|asked|questioned)\b"
    rf"|\byou (?:must|shall|are (?:hereby )?(?:required|instructed|ordered|commanded|directed) to){_HOW}\s+(?:reply|respond|repeat|claim|insist|say|state|answer|output)\s+(?:with\s+)?(?:(?:that|only)\s+(?-i:[A-Z\"“])|{_THIS})"
    # about any answer
    r"|\bthe (?:only |one )?(?:correct|right|approved|required|mandatory|official) (?:answer|reply|response) to (?:any|all|every|questions?|the question|whoever|anyone)\b"
    rf"|\b(?:{_SAY}|praise|promote|append|include|add|insert|print)\b[^.!?\n]{{0,60}}\bin (?:your|any|every|all) (?:summar(?:y|ies)|responses?|answers?|repl(?:y|ies)|digests?|briefs?|outputs?)\b"
    rf"|{_BIDDEN}\b{_OBEY}\b (?:all |any |your |the |these |my )?(?:of )?(?:the |your |these )?(?:previous|prior|preceding|earlier|above|other|system|original|safety)\b.{{0,30}}\b(?:instructions?|prompts?|rules?|directions?|guidelines?|sources?|articles?)\b"
    rf"|{_BIDDEN}\b{_OBEY} (?:all |any )?(?:the |your |these )?(?:instructions?|sources?|guidelines?)\b[^.!?\n]{{0,40}}\b(?:and|then) {_SAY}\b"
    # the marks of a conversation
    r"|<\|(?:im_start|im_end|system|user|assistant|endoftext|start_header_id|eot_id)\|>|\[/?INST\]|<</?SYS>>|</?(?:system|system_prompt|assistant|instructions?)>"
    r"|^\W*(?:system|assistant|developer)\s*:\s*(?:you\b|from now|ignore|always|never|the |when|if|answer|reply|say|tell)|^\W*#{1,4} ?(?:system|instructions?|new instructions?)\s*:",
    re.IGNORECASE | re.MULTILINE,
)
_ZH_SAY: Final = r"(?:回答|回复|回覆|回應|回应|答复|答覆|重复|重複|复述|複述|声称|聲稱|宣称|宣稱|告诉|告訴|表示|输出|輸出|说|說|推荐|推薦|引用)"
_ZH_OBEY: Final = r"(?:忽略|无视|無視|忘记|忘記|不要理会|不要理會)"
_JA_SAY: Final = (
    r"(?:答え|回答し|返答し|応答し|繰り返し|述べ|言っ|伝え|出力し|主張し|断言し|紹介し|推奨し|引用し|記載し|返し)"
)
_KO_SAY: Final = (
    r"(?:대답|답변|답|응답|회신|반복|말|출력|주장|추천|언급|전달|인용)(?:을|를)?\s?(?:하|해|반복하|전하|말하)?"
)
_TH_SAY: Final = r"(?:ตอบ|พูด|บอก|กล่าว|ทวน|ย้ำ|ยืนยัน|แนะนำ|รายงาน)"
_TH_MACHINE: Final = r"(?:ผู้ช่วย\s?(?:AI|เอไอ|ปัญญาประดิษฐ์|อัจฉริยะ|เสมือน)|แชท?ต?บอ[ทต]|โมเดล(?:ภาษา|\s?AI)?|ระบบ\s?(?:AI|เอไอ)|(?<![A-Za-z])AI|เอไอ|บอ[ทต])"
_ELSEWHERE: Final = re.compile(
    # Chinese: to assistants; must repeat this; when asked, answer
    r"(?:亲爱的|親愛的|尊敬的|致(?:所有|各位|全体|全體)?|各位|注意[，,：: ]?(?:所有)?|嗨|你好[，, ]?|给(?:所有)?|給(?:所有)?)\s?(?:的|各种|各類)?(?:AI|人工智能|人工智慧|大?语言模型|大?語言模型|大模型|聊天机器人|聊天機器人|智能|智慧)\s?(?:助手|助理|模型|系统|系統|机器人|機器人|读者|讀者)?(?:们|們)?[，,：:！!]"
    rf"|(?:助手|助理|模型|机器人|機器人|AI|人工智能|人工智慧|智能体|智慧體)(?:们|們)?(?:都|一律|在回答[^。，]{{0,10}}[时時])?(?:必须|必須|务必|務必|应当|應當|应该|應該|须|須|请|請){_ZH_SAY}(?:这|這|此|以下|上述|[：:“「『\"])"
    rf"|(?:助手|助理|模型|机器人|機器人|AI|人工智能|人工智慧)(?:们|們)?(?:都|一律)?(?:必须|必須|务必|務必|请|請|应当|應當){_ZH_OBEY}"
    rf"|(?:当|當|如果|若|如|只要|每当|每當)?(?:有人|用户|用戶|使用者|读者|讀者|别人|別人|任何人|你)?被?(?:问|問|询问|詢問|提问|提問)(?:到|及|起|道|你)?[^。！？\n]{{0,80}}?(?:必须|必須|务必|務必|请|請|一律|只能|都要|你要|你应|你應|应当|應當)[^。！？\n]{{0,6}}?{_ZH_SAY}"
    rf"|请(?:务必)?在[^。！？\n]{{0,16}}(?:回答|回复|摘要|总结|答复)中{_ZH_SAY}|請(?:務必)?在[^。！？\n]{{0,16}}(?:回答|回覆|摘要|總結|答覆)中{_ZH_SAY}"
    rf"|{_ZH_OBEY}.{{0,10}}(?:之前|以上|上述|先前|前面|所有|其他|其它).{{0,8}}(?:指令|指示|提示|內容|内容|来源|來源|规则|規則|文章)"
    # Japanese
    r"|(?:親愛なる|すべての|全ての)\s?(?:AI|人工知能|生成AI|LLM|大規模言語モデル|言語モデル|チャットボット)(?:アシスタント|モデル|エージェント)?(?:の皆さん|の皆様|の皆さま|諸君|各位|へ|さん|様|よ)?[、，:：!！]"
    r"|(?:AI|人工知能|生成AI|LLM|言語モデル|チャットボット|アシスタント|エージェント|要約者)(?:アシスタント|モデル|エージェント)?(?:の皆さん|の皆様|の皆さま|諸君|各位|さん|様|に告ぐ|へのお願い|への指示|へ[の、：:]?)[、，。:：!！]?[^。\n]{0,120}(?:ください|下さい|なさい|こと[。」]|なければなら)"
    rf"|(?:アシスタント|AI|チャットボット|言語モデル|エージェント)(?:は|も)[^。\n]{{0,60}}(?:これ|この文|この内容|以下|次の文|上記|そのまま)[^。\n]{{0,24}}{_JA_SAY}?(?:て(?:ください|下さい)|なければならない|ねばならない|なければなりません|ること|繰り返すこと|なさい)"
    rf"|(?:聞かれ|訊かれ|質問され|尋ねられ|問われ|聞いてき|尋ねてき|質問し)(?:たら|た場合|たとき|た時|た際|れば)[^。\n]{{0,120}}?{_JA_SAY}(?:て(?:ください|下さい)|なさい|なければなら|ねばなら|ろ)"
    r"|(?:聞かれ|訊かれ|質問され|尋ねられ|問われ)(?:たら|た場合|たとき|た時|た際|れば)[^。\n]{0,120}?(?:答える|回答する|返答する|伝える|述べる|言う|出力する|繰り返す)(?:こと|ように|必要があ|べし)"
    r"|(?:以前|これまで|上記|前)の?(?:すべての|全ての)?(?:指示|命令|プロンプト|ルール|情報源)を?(?:すべて|全て)?.{0,6}(?:無視|忘れ)(?:して|し、|ろ|せよ|なさい|てください)"
    # Korean
    r"|(?:친애하는|모든|안녕하세요,?)\s?(?:AI|인공지능|챗봇|언어 ?모델|LLM)\s?(?:어시스턴트|비서|모델|도우미|에이전트)?(?:들|여러분|님|에게|께|여)*[,:!]"
    rf"|(?:AI|인공지능|챗봇|어시스턴트|언어 ?모델|비서|도우미|에이전트)(?:들|님)?(?:은|는|이|가|도)\s[^.!?\n]{{0,60}}(?:이 문장|이 내용|이 사실|이를|이것을|다음|그대로)[^.!?\n]{{0,24}}(?:반복|대답|답변|말|출력|전달)[^.!?\n]{{0,4}}(?:해야|하라(?!고|는)|십시오|세요|할 것)"
    rf"|(?:물으면|물어보면|물어 ?오면|질문하면|질문받으면|질문을 받으면|묻거든|물을 때|질문할 때|물었을 때|문의하면)[^.!?\n]{{0,100}}?{_KO_SAY}(?:라)?(?:십시오|시오|세요|해야|하라(?!고|는)|해라|라[.!]|할 것)"
    r"|(?:이전|위의|앞의|기존|모든).{0,8}(?:지시|명령|프롬프트|출처).{0,8}(?:무시하(?:고|라(?!고|는)|십시오|세요)|무시해라|잊(?:어라|으십시오|고))"
    # Thai
    rf"|(?:^|(?<=[\s:(“\"]))(?:เรียน|ถึง|สวัสดี|โปรดทราบ)\s?(?:คุณ)?{_TH_MACHINE}(?:\s?ทุก(?:ตัว|ระบบ|คน)|ทั้งหลาย|ที่(?:รัก|เคารพ|อ่าน[^\n]{{0,20}}))?[\s,:]"
    rf"|{_TH_MACHINE}(?:\s?ทุก(?:ตัว|ระบบ)|ทั้งหลาย)?\s?(?:จะ)?(?:ต้อง|จง|โปรด|กรุณา)\s?{_TH_SAY}(?:ซ้ำ)?\s?(?:ข้อความ|ประโยค|ข้อมูล|เรื่อง|คำ|สิ่ง)?(?:นี้|ว่า|ดังนี้|ต่อไปนี้)"
    rf"|(?:เมื่อ|หาก|ถ้า|เวลา)(?:มี)?(?:คน|ใคร|ผู้ใช้|ผู้อ่าน|คุณ)?\s?(?:ถูก)?ถาม[^\n]{{0,100}}?(?:ต้อง|จง|โปรด|กรุณา|ให้|ก็)\s?{_TH_SAY}"
    rf"|(?:เพิกเฉย|ละเว้น|ไม่ต้องสนใจ|ลืม|ละทิ้ง)(?:ต่อ)?.{{0,12}}(?:คำสั่ง|คำแนะนำ|แหล่งข่าว|แหล่งที่มา).{{0,6}}(?:ก่อนหน้า|ทั้งหมด|เดิม|ข้างต้น|อื่น)",
    re.IGNORECASE,
)
_OTHER: Final = re.compile(f"[{CJK}{THAI}]")
"""In whatever `_ELSEWHERE` finds."""
_NOUN: Final = (
    r"(?:assistant|chatbot|model|agent|bot|system|summari[sz]er|reader|engine|ai|llm)s?(?![a-z0-9])|chatgpt(?![a-z0-9])"
)
"""What `_MACHINE` ends with, in small letters."""
_NEEDED: Final = tuple(
    re.compile(pattern)
    for pattern in (
        # spoken to a machine
        rf"(?:dear|attention|hey|hello|hi|listen|ok|notes?|notice|message|instructions?|memo|reminder|directive|to|for)[^\n]{{0,8}}[\s,:]+{_MACHINE.lower()}{_READING}\s*[,:;!.—–-]",
        rf"(?:{_NOUN}){_READING}\s*[,:—–-]+\s*(?:please\s+|you {_BIND}\s+|now\s+|always\s+|only\s+|never\s+|do not\s+|don['’]t\s+)*(?:{_SAY}|{_OBEY}|treat|remember|from now on|when asked|if asked)\b",
        # bound to repeat this text
        rf"(?:{_NOUN}){_READING}\s+{_BIND}{_HOW}\s+(?:{_SAY}|{_OBEY})",
        r"(?:reading|reads?|summari[sz]ing|summari[sz]es?|processing|processes|answering (?:from|with)|using) this\b",
        # what to reply when asked
        rf"{_ASKED}[\s\S]{{0,240}}?(?:{_BIND}{_HOW}\s+{_SAY}\b|[,:—–\"”’?-]\s*(?:then\s+)?(?:please\s+|always\s+|only\s+|just\s+|simply\s+|never\s+)*{_SAY}\b)",
        r"(?:when|whenever|if|every time)\s+(?:you(?:'re|’re| are)|(?:some|any)(?:one|body)|users?|a user|the user)\s+(?:asks?|asked|questioned)\b",
        r"you (?:must|shall|are (?:hereby )?(?:required|instructed|ordered|commanded|directed) to)\b",
        # about any answer
        r"(?:answer|reply|response) to (?:any|all|every|questions?|the question|whoever|anyone)\b",
        r"in (?:your|any|every|all) (?:summar|response|answer|repl|digest|brief|output)",
        rf"{_OBEY} .{{0,90}}(?:instruction|prompt|rule|direction|guideline|source|article|report|document|passage)",
        # the marks of a conversation
        r"<\||\[/?inst\]|<</?sys|</?(?:system|assistant|instruction)|(?:system|assistant|developer|instructions?)\s*:",
    )
)
"""Of each way that `_COMMANDS` finds what it cannot do without: looked for in small letters, in a tenth of the time."""
_ODD: Final = re.compile("[\u0130\u0131\u017f]")
"""An i, or an s, to `_COMMANDS`, and none in small letters."""
_OPENS: Final = re.compile(r"[“「『《]")
_CLOSES: Final = re.compile(r"[”」』》]")
_SINGLE: Final = re.compile(r"(?<!\w)['‘]|['’](?!\w)")
_REPORTS: Final = re.compile(
    r"\b(?:said|says|told|tells|reads?|wrote|writes|written|instruct(?:s|ed|ing|ions?)|prompt(?:s|ed)?|researchers?|attack(?:s|ers?)?|injections?|jailbreaks?|embedded|hidden|hid|hides?|contain(?:s|ed|ing)|includ(?:es?|ed|ing)"
    r"|such as|like|example|called|test(?:s|ed)?|show(?:s|ed)|found|demonstrat\w+|trick(?:s|ed)?|malicious|asked|typed|entered|command(?:s|ed)?|according)\b"
    r"|攻撃|研究|脆弱|インジェクション|プロンプト|指示|命令|と(?:書|記|述べ|入力)|注入|攻击|攻擊|研究|漏洞|提示|指令|写道|寫道|공격|연구|취약|프롬프트|지시|주입|라고|โจมตี|นักวิจัย|ช่องโหว่|คำสั่ง|ระบุ",
    re.IGNORECASE,
)
_BEFORE: Final = 400
"""Characters before a command in which a report introduces it."""
_CLIP: Final = 20_000
"""Characters of a text that are read."""


def is_command(sentence: str) -> bool:
    """It tells a machine what to say, quoted or not: never told."""
    return _found(sentence) is not None


def commands_machines(text: str) -> bool:
    """True for a text that holds such a command in its own voice; False where it only reports one."""
    return _commanded_from(text) is not None


def before_commands(text: str) -> str:
    """The text as far as it may be quoted: its paragraphs before the first that holds such a command in its own voice."""
    start = _commanded_from(text)
    return text if start is None else text[: text.rfind("\n", 0, start) + 1].rstrip()


@lru_cache(maxsize=4096)
def _commanded_from(text: str) -> int | None:
    """Where the first begins. Looked at once a text."""
    read = text[:_CLIP]
    spots = (spot for pattern in _worth_trying(read) for spot in pattern.finditer(read))
    starts = (spot.end() - len(spot[0].lstrip()) for spot in spots if not _is_reported(read, spot.start()))
    return min(starts, default=None)


def _found(text: str) -> re.Match[str] | None:
    return next((found for pattern in _worth_trying(text) if (found := pattern.search(text))), None)


def _worth_trying(text: str) -> Iterator[re.Pattern[str]]:
    """What may find anything there: each reads a text a hundred times as slowly as what rules it out."""
    small = text.lower()
    if any(pattern.search(small) for pattern in _NEEDED) or _ODD.search(text):
        yield _COMMANDS
    if _OTHER.search(text):
        yield _ELSEWHERE


def _is_reported(text: str, start: int) -> bool:
    """It stands within quotation marks, and what comes before them, or the line itself, reports."""
    begins = text.rfind("\n", 0, start) + 1
    before, line_end = text[max(0, start - _BEFORE) : start], text.find("\n", start)
    line = text[begins : line_end if line_end > 0 else len(text)]
    mine = text[begins : start + 3]
    quoted = (
        len(_OPENS.findall(mine)) > len(_CLOSES.findall(mine))
        or mine.count('"') % 2 == 1
        or len(_SINGLE.findall(mine)) % 2 == 1
    )
    block = line.lstrip().startswith((">", "```", "- ", "* ", "|", "“", '"', "「", "`"))
    own = line[: start - begins]
    outside = own if quoted else before
    return (quoted or block) and bool(_REPORTS.search(outside) or _REPORTS.search(before))
