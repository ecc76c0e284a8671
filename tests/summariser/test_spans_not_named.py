"""Numbers and words that are no time: such a question is of no span."""

from datetime import date

import pytest

from summariser.words.moments import span_in

WEDNESDAY = date(2026, 7, 22)

QUESTIONS = """
How do GPT-5.6 and 5.7 differ?
What are the top 10 AI startups?
Which startup raised between $13 to 19 million?
What is special about the 3 and 5 nm chips?
What do 18 and 19-year-olds use AI for?
Is Qwen 3 or 4 better?
Did they lay off 15 to 17 percent of the staff?
Which models have 13 and 19 billion parameters?
What are Claude Opus 4.5 and 4.6?
Who made the 7B-to-13B models?
What is the difference between Llama 3 and 4?
Who won the 16 to 18 age group at the AI olympiad?
Which GPUs have 16 and 24 GB of memory?
What do phases 1 and 2 of the AI Act demand?
Why do 12 to 15 states sue Meta?
How many of the 20 and more agents failed?
What is Friday, the AI assistant?
Which phones are the iPhone 17 and 18?
Who may march to Washington over AI?
What is the end of Moore's law?
Why was Sunday Robotics founded?
What can the first half of the network do?
GPT-5.6と5.7の違いは？
AIスタートアップのトップ10は？
1300万から1900万ドルを調達したのはどこ？
3ナノと5ナノのチップの違いは？
18歳と19歳はAIを何に使う？
Qwen 3と4はどちらがいい？
15から17パーセントを解雇した会社は？
13Bと19Bのモデルは？
Claude 4.5から4.6への変更点は？
社員の15〜17％を削減するのは？
16GBと24GBのメモリのGPUは？
第1段階と第2段階の規制とは？
iPhone 17と18の違いは？
12から15の州がMetaを訴えた理由は？
AIエージェントとは何ですか？
20社と契約したのは誰？
月面ロボットを作る会社は？
日本と中国のAIの違いは？
金融からAIまで扱う会社は？
モデルを最初から最後まで学習するには？
GPT-5.6과 5.7의 차이는?
상위 10개 AI 스타트업은?
1300만에서 1900만 달러를 투자받은 곳은?
3나노와 5나노 칩의 차이는?
18세와 19세는 AI를 어디에 써?
Qwen 3과 4 중 뭐가 나아?
직원 15~17%를 해고한 회사는?
13B와 19B 모델은 뭐야?
Claude 4.5부터 4.6까지 바뀐 점은?
16GB와 24GB 메모리 GPU는?
1단계와 2단계 규제는 뭐야?
아이폰 17과 18의 차이는?
12개에서 15개 주가 메타를 고소한 이유는?
AI 에이전트가 뭐야?
20개사와 계약한 곳은?
일본과 중국의 AI 차이는?
금융부터 의료까지 AI를 쓰는 회사는?
화웨이와 수출 통제의 관계는?
목표가 뭐야?
GPT-5.6 กับ 5.7 ต่างกันอย่างไร
10 อันดับสตาร์ทอัป AI คืออะไร
ใครระดมทุน 13 ถึง 19 ล้านดอลลาร์
ชิป 3 และ 5 นาโนเมตรต่างกันอย่างไร
คนอายุ 18 และ 19 ปีใช้ AI ทำอะไร
Qwen 3 กับ 4 อันไหนดีกว่า
บริษัทไหนปลดพนักงาน 15 ถึง 17 เปอร์เซ็นต์
โมเดล 13B กับ 19B คืออะไร
Claude 4.5 ถึง 4.6 เปลี่ยนอะไรบ้าง
GPU แรม 16 และ 24 GB ราคาเท่าไร
กฎระยะที่ 1 และ 2 คืออะไร
iPhone 17 กับ 18 ต่างกันอย่างไร
ทำไม 12 ถึง 15 รัฐจึงฟ้อง Meta
AI Agent คืออะไร
ใครทำสัญญากับ 20 บริษัท
ดาวอังคารมีหุ่นยนต์ AI ของใคร
แผงโซลาร์และพลังงานแสงอาทิตย์เกี่ยวกับ AI อย่างไร
ยานสำรวจดวงจันทร์ใช้ AI อย่างไร
ญี่ปุ่นกับจีนต่างกันอย่างไรเรื่อง AI
ใช้ AI ตั้งแต่ต้นจนจบได้อย่างไร
GPT-5.6和5.7有什麼不同？
前10名的AI新創是誰？
誰募得1300萬到1900萬美元？
3奈米和5奈米晶片差在哪？
18、19歲的人用AI做什麼？
Qwen 3和4哪個好？
裁掉15到17%員工的是哪家公司？
13B和19B的模型是什麼？
Claude 4.5到4.6改了什麼？
16GB和24GB的顯卡價格？
第一階段和第二階段的法規是什麼？
iPhone 17和18差在哪？
12到15個州為何告Meta？
什麼是AI代理？
哪家公司和20家企業簽約？
日本和中國的AI有何不同？
從金融到醫療都用AI的公司是？
中國大陸和台灣的晶片差距？
太陽能和AI有什麼關係？
登月機器人是誰做的？
GPT-5.6和5.7有什么不同？
前10名的AI创业公司是谁？
谁融了1300万到1900万美元？
3纳米和5纳米芯片差在哪？
18、19岁的人用AI做什么？
Qwen 3和4哪个好？
裁掉15到17%员工的是哪家公司？
13B和19B的模型是什么？
Claude 4.5到4.6改了什么？
16GB和24GB的显卡价格？
第一阶段和第二阶段的法规是什么？
iPhone 17和18差在哪？
12到15个州为什么告Meta？
什么是AI智能体？
哪家公司和20家企业签约？
日本和中国的AI有何不同？
从金融到医疗都用AI的公司是？
周鸿祎和李彦宏谁说得对？
太阳能和AI有什么关系？
DeepSeek V3和V4谁做的？
"""


@pytest.mark.parametrize("question", QUESTIONS.strip().splitlines())
def test_numbers_that_are_no_dates_name_no_time(question: str) -> None:
    assert span_in(question, WEDNESDAY) is None
