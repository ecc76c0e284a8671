"""Invented sentences that a careless writer turns: denied, planned, rumoured, conditional, some, large, after.

Beside `llm_stories`: what the article says, in six languages, and what is told of it when the frame is dropped or something is added.
`behind` is a sentence that follows in the article and takes the first one back.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final


@dataclass(frozen=True)
class Frame:
    said: Mapping[str, str]
    false: Mapping[str, str]
    behind: Mapping[str, str] = field(default_factory=dict)


_WILL_BUY: Final = {
    "en": "{A} will buy {B} for {sum}.", "ja": "{A}は{B}を{sum}で買収する。", "zh-Hant": "{A}將以{sum}收購{B}。",
    "zh-Hans": "{A}将以{sum}收购{B}。", "ko": "{A}는 {B}를 {sum}에 인수한다.", "th": "{A} จะซื้อ {B} ด้วยมูลค่า {sum}",
}  # fmt: skip
HEADLINES: Final[Mapping[str, tuple[str, ...]]] = {
    "en": ("{A} buys {B} for {sum}", "{A} scraps {sum} purchase of {B}", "{A} will not buy {B} for {sum}", "{A} calls off {sum} purchase of {B}", "{A} walks away from {sum} purchase of {B}"),
    "ja": ("{A}、{B}を{sum}で買収", "{A}、{B}を{sum}で買収せず", "{A}、{sum}の{B}買収を見送り", "{A}、{sum}の{B}買収を断念", "{A}、{sum}の{B}買収は白紙に"),
    "zh-Hant": ("{A}以{sum}收購{B}", "{A}不以{sum}收購{B}", "{A}放棄以{sum}收購{B}", "{A}擱置以{sum}收購{B}", "{A}取消以{sum}收購{B}"),
    "zh-Hans": ("{A}以{sum}收购{B}", "{A}不以{sum}收购{B}", "{A}放弃以{sum}收购{B}", "{A}搁置以{sum}收购{B}", "{A}取消以{sum}收购{B}"),
    "ko": ("{A}, {B} {sum}에 인수", "{A}, {B} {sum}에 인수하지 않기로", "{A}, {B} {sum} 인수 무산", "{A}, {B} {sum} 인수 철회", "{A}, {B} {sum} 인수 보류"),
    "th": ("{A} ซื้อ {B} มูลค่า {sum}", "{A} ไม่ซื้อ {B} มูลค่า {sum}", "{A} ยกเลิกการซื้อ {B} มูลค่า {sum}", "{A} พับแผนซื้อ {B} มูลค่า {sum}", "{A} ล้มเลิกการซื้อ {B} มูลค่า {sum}"),
}  # fmt: skip
"""A purchase, and as many ways to say that it will not be."""
FRAMES: Final = {
    "denial dropped": Frame(
        {
            "en": "{A} denied a report that it will buy {B} for {sum}.",
            "ja": "{A}は、{B}を{sum}で買収するとの報道を否定した。",
            "zh-Hant": "{A}否認將以{sum}收購{B}的報導。",
            "zh-Hans": "{A}否认将以{sum}收购{B}的报道。",
            "ko": "{A}는 {B}를 {sum}에 인수한다는 보도를 부인했다.",
            "th": "{A} ปฏิเสธรายงานว่าจะซื้อ {B} ด้วยมูลค่า {sum}",
        },
        _WILL_BUY,
    ),
    "denied next": Frame(
        {
            "en": "A newspaper wrote that {A} will buy {B} for {sum}.",
            "ja": "ある新聞は、{A}が{B}を{sum}で買収すると報じた。",
            "zh-Hant": "有報紙報導，{A}將以{sum}收購{B}。",
            "zh-Hans": "有报纸报道，{A}将以{sum}收购{B}。",
            "ko": "한 신문은 {A}가 {B}를 {sum}에 인수한다고 보도했다.",
            "th": "หนังสือพิมพ์ฉบับหนึ่งรายงานว่า {A} จะซื้อ {B} ด้วยมูลค่า {sum}",
        },
        _WILL_BUY,
        {
            "en": "Its spokesman said the report was false.",
            "ja": "同社の広報担当者はこの報道を否定した。",
            "zh-Hant": "該公司發言人否認了這一報導。",
            "zh-Hans": "该公司发言人否认了这一报道。",
            "ko": "회사 대변인은 이 보도를 부인했다.",
            "th": "โฆษกของบริษัทปฏิเสธข่าวนี้",
        },
    ),
    "refusal dropped": Frame(
        {
            "en": "{A} refused to pay {B} {damages}.",
            "ja": "{A}は{B}に{damages}を支払うことを拒否した。",
            "zh-Hant": "{A}拒絕向{B}支付{damages}。",
            "zh-Hans": "{A}拒绝向{B}支付{damages}。",
            "ko": "{A}는 {B}에 {damages}를 지급하는 것을 거부했다.",
            "th": "{A} ปฏิเสธที่จะจ่าย {damages} ให้ {B}",
        },
        {
            "en": "{A} paid {B} {damages}.",
            "ja": "{A}は{B}に{damages}を支払った。",
            "zh-Hant": "{A}已向{B}支付{damages}。",
            "zh-Hans": "{A}已向{B}支付{damages}。",
            "ko": "{A}는 {B}에 {damages}를 지급했다.",
            "th": "{A} จ่าย {damages} ให้ {B} แล้ว",
        },
    ),
    "plan told as done": Frame(
        {
            "en": "{A} plans to hire {people} people in {place} by {year}.",
            "ja": "{A}は{year}年までに{place}で{people}人を採用する計画だ。",
            "zh-Hant": "{A}計劃在{year}年前於{place}招募{people}人。",
            "zh-Hans": "{A}计划在{year}年前于{place}招募{people}人。",
            "ko": "{A}는 {year}년까지 {place}에서 {people}명을 채용할 계획이다.",
            "th": "{A} มีแผนจะจ้างคน {people} คนใน{place}ภายในปี {year}",
        },
        {
            "en": "{A} hired {people} people in {place} by {year}.",
            "ja": "{A}は{year}年までに{place}で{people}人を採用した。",
            "zh-Hant": "{A}已於{year}年前在{place}招募{people}人。",
            "zh-Hans": "{A}已于{year}年前在{place}招募{people}人。",
            "ko": "{A}는 {year}년까지 {place}에서 {people}명을 채용했다.",
            "th": "{A} จ้างคน {people} คนใน{place}แล้วภายในปี {year}",
        },
    ),
    "rumour told as fact": Frame(
        {
            "en": "{A} is said to have trained {M} on data of {B}.",
            "ja": "{A}は{B}のデータで{M}を訓練したとされる。",
            "zh-Hant": "據傳{A}用{B}的資料訓練了{M}。",
            "zh-Hans": "据传{A}用{B}的数据训练了{M}。",
            "ko": "{A}가 {B}의 데이터로 {M}을 학습시켰다는 의혹이 있다.",
            "th": "มีข่าวลือว่า {A} ฝึก {M} ด้วยข้อมูลของ {B}",
        },
        {
            "en": "{A} trained {M} on data of {B}.",
            "ja": "{A}は{B}のデータで{M}を訓練した。",
            "zh-Hant": "{A}用{B}的資料訓練了{M}。",
            "zh-Hans": "{A}用{B}的数据训练了{M}。",
            "ko": "{A}가 {B}의 데이터로 {M}을 학습시켰다.",
            "th": "{A} ฝึก {M} ด้วยข้อมูลของ {B}",
        },
    ),
    "condition dropped": Frame(
        {
            "en": "If regulators in {place} agree, {A} will take over {B} in {later}.",
            "ja": "{place}の規制当局が同意すれば、{A}は{later}に{B}を傘下に収める。",
            "zh-Hant": "如果{place}監管機構同意，{A}將於{later}接管{B}。",
            "zh-Hans": "如果{place}监管机构同意，{A}将于{later}接管{B}。",
            "ko": "{place} 규제 당국이 동의하면 {A}는 {later} {B}를 넘겨받는다.",
            "th": "หากหน่วยงานกำกับดูแลใน{place}เห็นชอบ {A} จะเข้าควบคุม {B} ในเดือน{later}",
        },
        {
            "en": "{A} will take over {B} in {later}.",
            "ja": "{A}は{later}に{B}を傘下に収める。",
            "zh-Hant": "{A}將於{later}接管{B}。",
            "zh-Hans": "{A}将于{later}接管{B}。",
            "ko": "{A}는 {later} {B}를 넘겨받는다.",
            "th": "{A} จะเข้าควบคุม {B} ในเดือน{later}",
        },
    ),
    "all for some": Frame(
        {
            "en": "Some of the {people} employees of {B} will move to {A} in {later}.",
            "ja": "{B}の従業員{people}人の一部は{later}に{A}へ移る。",
            "zh-Hant": "{B}的{people}名員工中，部分將於{later}轉到{A}。",
            "zh-Hans": "{B}的{people}名员工中，部分将于{later}转到{A}。",
            "ko": "{B} 직원 {people}명 가운데 일부가 {later} {A}로 옮긴다.",
            "th": "พนักงานบางส่วนจาก {people} คนของ {B} จะย้ายไป {A} ในเดือน{later}",
        },
        {
            "en": "All of the {people} employees of {B} will move to {A} in {later}.",
            "ja": "{B}の従業員{people}人の全員が{later}に{A}へ移る。",
            "zh-Hant": "{B}的{people}名員工將於{later}全部轉到{A}。",
            "zh-Hans": "{B}的{people}名员工将于{later}全部转到{A}。",
            "ko": "{B} 직원 {people}명 모두가 {later} {A}로 옮긴다.",
            "th": "พนักงานทั้งหมด {people} คนของ {B} จะย้ายไป {A} ในเดือน{later}",
        },
    ),
    "a superlative": Frame(
        {
            "en": "{A} has a factory in {place} with {people} machines.",
            "ja": "{A}は{place}に機械{people}台の工場を持つ。",
            "zh-Hant": "{A}在{place}有一座擁有{people}台機器的工廠。",
            "zh-Hans": "{A}在{place}有一座拥有{people}台机器的工厂。",
            "ko": "{A}는 {place}에 기계 {people}대를 갖춘 공장이 있다.",
            "th": "{A} มีโรงงานใน{place}ที่มีเครื่องจักร {people} เครื่อง",
        },
        {
            "en": "{A} has the world's largest factory in {place} with {people} machines.",
            "ja": "{A}は{place}に世界最大となる機械{people}台の工場を持つ。",
            "zh-Hant": "{A}在{place}有一座全球最大、擁有{people}台機器的工廠。",
            "zh-Hans": "{A}在{place}有一座全球最大、拥有{people}台机器的工厂。",
            "ko": "{A}는 {place}에 기계 {people}대를 갖춘 세계 최대 공장이 있다.",
            "th": "{A} มีโรงงานที่ใหญ่ที่สุดในโลกใน{place}ที่มีเครื่องจักร {people} เครื่อง",
        },
    ),
    "a cause": Frame(
        {
            "en": "{B} closed its office in {place} in {month}.",
            "ja": "{B}は{month}、{place}の事務所を閉鎖した。",
            "zh-Hant": "{B}於{month}關閉了{place}辦公室。",
            "zh-Hans": "{B}于{month}关闭了{place}办公室。",
            "ko": "{B}는 {month} {place} 사무소를 닫았다.",
            "th": "{B} ปิดสำนักงานใน{place}ในเดือน{month}",
        },
        {
            "en": "{B} closed its office in {place} in {month} because sales fell.",
            "ja": "{B}は{month}、販売不振のため{place}の事務所を閉鎖した。",
            "zh-Hant": "{B}於{month}因銷售下滑關閉了{place}辦公室。",
            "zh-Hans": "{B}于{month}因销售下滑关闭了{place}办公室。",
            "ko": "{B}는 {month} 판매 부진 때문에 {place} 사무소를 닫았다.",
            "th": "{B} ปิดสำนักงานใน{place}ในเดือน{month}เพราะยอดขายตก",
        },
    ),
    "cut from the quote": Frame(
        {
            "en": "Critics claim that {A} copied the designs of {B}.",
            "ja": "批判者は、{A}が{B}の設計を模倣したと主張している。",
            "zh-Hant": "批評者聲稱{A}抄襲了{B}的設計。",
            "zh-Hans": "批评者声称{A}抄袭了{B}的设计。",
            "ko": "비판자들은 {A}가 {B}의 설계를 베꼈다고 주장한다.",
            "th": "ผู้วิจารณ์อ้างว่า {A} ลอกแบบของ {B}",
        },
        {
            "en": "{A} copied the designs of {B}.",
            "ja": "{A}が{B}の設計を模倣した。",
            "zh-Hant": "{A}抄襲了{B}的設計。",
            "zh-Hans": "{A}抄袭了{B}的设计。",
            "ko": "{A}가 {B}의 설계를 베꼈다.",
            "th": "{A} ลอกแบบของ {B}",
        },
    ),
    "another currency": Frame(
        {
            "en": "{A} invested ${share} million in {B} in {month}.",
            "ja": "{A}は{month}、{B}に{share}00万ドルを投資した。",
            "zh-Hant": "{A}於{month}向{B}投資{share}00萬美元。",
            "zh-Hans": "{A}于{month}向{B}投资{share}00万美元。",
            "ko": "{A}는 {month} {B}에 {share}00만 달러를 투자했다.",
            "th": "{A} ลงทุน {share} ล้านดอลลาร์ใน {B} ในเดือน{month}",
        },
        {
            "en": "{A} invested €{share} million in {B} in {month}.",
            "ja": "{A}は{month}、{B}に{share}00万ユーロを投資した。",
            "zh-Hant": "{A}於{month}向{B}投資{share}00萬歐元。",
            "zh-Hans": "{A}于{month}向{B}投资{share}00万欧元。",
            "ko": "{A}는 {month} {B}에 {share}00만 유로를 투자했다.",
            "th": "{A} ลงทุน {share} ล้านยูโรใน {B} ในเดือน{month}",
        },
    ),
}  # fmt: skip
