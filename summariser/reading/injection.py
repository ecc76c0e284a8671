"""Sentences that talk to a model or give the reader orders instead of telling news: they are never told.

A sentence *about* injection reports ("researchers showed that 'ignore previous instructions' works") and stays: there the
order stands inside a report, with somebody who said, showed or found it. Detection by words leaks by nature; the defence
is that nothing told was written by a model, and that questions, orders and second-person requests are unfit anyway.
"""

import re
from typing import Final

from summariser.reading.commanding import commands_machines

_ORDERS: Final = re.compile(
    r"\b(?:ignore|disregard|forget|override|bypass)\b.{0,30}\b(?:previous|prior|above|earlier|preceding|all|any|your|these|system)\b.{0,30}"
    r"\b(?:instructions?|prompts?|rules?|directions?|messages?|context|guidelines?|text)\b"
    r"|\b(?:system|developer|hidden) prompt\b.{0,40}\b(?:reveal|print|show|repeat|output)|\b(?:reveal|print|repeat|output)\b.{0,40}\b(?:system|hidden) prompt\b"
    r"|\byour (?:(?:own |next |final |entire |whole )?(?:response|answer|reply|output|summary|task|instructions?|messages?|text))\b"
    r"|\byou are (?:now|no longer|a helpful|an? (?:AI|assistant|language model|expert))\b|\bact as (?:an?|the)\b.{0,40}\b(?:assistant|expert|model|linux|terminal)\b"
    r"|\b(?:AI|LLM|language model|assistant|chatbot)s?(?: reading| processing| summari[sz]ing)\b.{0,40}\b(?:must|should|please)\b"
    r"|\b(?:dear|attention|note to|instructions? (?:to|for)) (?:the )?(?:AI|LLM|assistant|model|chatbot|summari[sz]er|agent)\b"
    r"|\b(?:instead of|do not|don't|never|rather than) summari[sz](?:e|ing)\b|\bwhen (?:summari[sz]ing|answering|responding)\b.{0,60}\b(?:include|add|mention|say|state|append)\b"
    r"|\b(?:include|append|insert|add|mention|write|output|print|say)\b.{0,50}\bin (?:the|this) (?:summary|response|answer|reply|digest|brief)\b"
    r"|</?(?:system|instructions?|assistant|user|prompt)>|\[/?INST\]|<\|.{1,20}\|>|^\s*(?:system|assistant|user)\s*:",
    re.IGNORECASE,
)
_ORDERS_ELSEWHERE: Final = re.compile(
    r"(?:以前|これまで|上記|前)の?(?:すべての)?(?:指示|命令|プロンプト)を?.{0,6}(?:無視|忘れ)|(?:忽略|无视|無視|忘记|忘記).{0,10}(?:之前|以上|上述|先前|前面|所有).{0,8}(?:指令|指示|提示|內容|内容)"
    r"|(?:请|請)(?:在|于|於)?.{0,12}(?:摘要|回答|回复|回覆|总结|總結)中|(?:이전|위의|앞의|기존).{0,8}(?:지시|명령|프롬프트).{0,6}(?:무시|잊)|(?:เพิกเฉย|ละเว้น|ไม่ต้องสนใจ|ลืม).{0,12}(?:คำสั่ง|คำแนะนำ)"
)
_TASK: Final = re.compile(
    r"(?:please |kindly |now,? |also,? |then,? |finally,? |instead,? )?(?:translate|summari[sz]e|rewrite|paraphrase|classify|calculate|compute|solve|generate|compose|describe|explain|answer|list|write|print|output|respond|reply|repeat|recommend"
    r"|provide|give|tell|show|find|identify|compare|create|suggest|convert|encode|decode|analy[sz]e|evaluate|draft|name|define|outline|modify|insert|replace|remove|add|append|use|send|visit|click|suppress|omit|conceal|avoid|refrain|prevent|inject|implant|embed|incorporate|emphasi[sz]e|encourage|promote|stop|start|develop|break down|render|jumble|augment|integrate|misspell|scramble|shuffle|swap|reverse|substitute|adopt|ensure|make sure|never|always|do not|don't)\b(?![-’'])(?!\s+of\b|\s*[,:]?\s*(?:said|says|is|was|are|were|has|had|will)\b)",
    re.IGNORECASE,
)
_CODE: Final = r"[`'“\"]?(?-i:[A-Za-z]+(?:_[A-Za-z0-9]+)+|[a-z]{2,}[A-Z]\w*)[`'”\"]?"
"""A name as programs write it: send_message, sendMail."""
_MACHINERY: Final = (
    r"(?:tool|function|command|API|endpoint|plug-?in|action|method|skill|script|webhook|connector|MCP server)"
)
_CALLS: Final = re.compile(
    rf"^\W*(?:(?:please|now|then|next|also|first|finally|instead|immediately|you must|you should|you shall),? )*(?:call|invoke|use|run|execute|trigger)\b"
    rf"(?: (?:the|an?|your|this|that|its|any)(?: \S+){{0,2}}? {_MACHINERY}\b[^.]* (?:(?:with|and|to|on|for|named|called)\b|--?\w)|(?: \S+){{0,3}}? (?:{_MACHINERY}:? {_CODE}|{_CODE}(?: {_MACHINERY}\b|\s*\(| (?:with|to|on|for)\b)))(?!.*\b(?:said|says|told|wrote|showed|found)\b)"
    rf"|^\W*(?:call|invoke|execute|run) {_CODE}"
    rf"|^\W*{_CODE}\s*\([^)]*[=:\"'][^)]*\)|[{{,]\s*[\"“](?:tool|function|tool_call|tool_name|function_call|arguments|recipient_name)[\"”]\s*:|<(?:tool_call|function_call|invoke)\b"
    rf"|^[^。！？.]{{0,40}}(?:ツール|関数|コマンド|工具|函数|函數|도구|함수|명령|เครื่องมือ|ฟังก์ชัน|คำสั่ง)[^。！？.]{{0,8}}{_CODE}[^。！？]{{0,60}}(?:(?:呼び出|実行|使用|使っ)[^。]{{0,4}}(?:ください|下さい|なさい|せよ)|호출하(?:세요|십시오|라)|실행하(?:세요|십시오|라))"
    rf"|^(?:请|請|立即|现在|現在)?(?:调用|調用|呼叫|执行|執行|使用|运行|運行|(?:โปรด|กรุณา|จง)?(?:เรียกใช้|ใช้|รัน))[^。！？]{{0,8}}(?:工具|函数|函數|命令|指令|接口|介面|เครื่องมือ|ฟังก์ชัน|คำสั่ง)[^。！？]{{0,8}}{_CODE}",
    re.IGNORECASE,
)
"""A machine's tool is to be called, or the call itself: an order at a sentence's start. Who tells of it begins with who did it."""
_ASKED: Final = re.compile(
    r"(?:what|who|whom|whose|where|when|why|which|how|is|are|was|were|do|does|did|can|could|would|will|should|may)\b[^.!]*\?\W*$",
    re.IGNORECASE,
)
_REPORTED: Final = re.compile(
    r"\b(?:said|says|told|researchers?|attack(?:s|ers?)?|injections?|jailbreaks?|instruct(?:s|ed|ing)|trick(?:s|ed|ing)?|such as|like|called|hidden|embedded|reads?|contain(?:s|ed)|"
    r"prompted|showed|shows|found|exploit(?:s|ed)?|vulnerabilit(?:y|ies)|demonstrat\w+|tests?|asked|according)\b"
    r"|攻撃|研究|脆弱|インジェクション|注入|攻击|攻擊|研究|漏洞|공격|연구|취약|โจมตี|นักวิจัย|ช่องโหว่",
    re.IGNORECASE,
)
_ENCODED: Final = re.compile(r"[A-Za-z0-9+/=]{40,}|(?:[0-9a-f]{2}\s?){24,}", re.IGNORECASE)
_QUOTED: Final = re.compile(r"[\"“”'‘’「」『』]")


def is_order(sentence: str) -> bool:
    """True for text that addresses a model or asks the reader for something. A report about such text is not one."""
    text = sentence.strip()
    if _ENCODED.search(text) or _TASK.match(text) or _ASKED.match(text) or commands_machines(text):
        return True
    if calls_tools(text):
        return True
    if _ORDERS.search(text) or _ORDERS_ELSEWHERE.search(text):
        return not (_REPORTED.search(text) and (_QUOTED.search(text) or len(text.split()) > 12))
    return False


def calls_tools(sentence: str) -> bool:
    """True for an order to call a machine's tool, in words or as the call itself; False for a report of one."""
    return bool(_CALLS.search(sentence.strip()))
