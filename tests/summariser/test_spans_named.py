"""Ways in which people name the time of a catch-up or of news, asked on Wednesday 22 July 2026: first day, last day (the 22nd: until now)."""

from datetime import date, timedelta

import pytest

from news.asking import Intent
from summariser.asking.understanding import understand
from summariser.words.moments import span_in

WEDNESDAY = date(2026, 7, 22)

ENGLISH = """
07-17 07-22 I logged off Friday evening and I'm only back now. what did I miss in AI?
07-15 07-16 catch me up on 15 and 16 July please, I was on a plane
07-13 07-19 Busy week for me, 13 to 19 July. what actually mattered in AI?
07-20 07-22 what happened from Monday to now?
07-20 07-22 anything big between Monday and Wednesday?
07-20 07-22 the past 48 hours in AI, please
07-01 07-15 what were the main things in the first half of July?
07-11 07-20 what went on in mid-July?
06-21 06-30 what was going on at the end of last month?
07-21 07-22 AI news of yesterday and today
07-18 07-19 did anything happen over the weekend?
07-17 07-22 I've been offline since Friday, what's new?
07-16 07-22 haven't looked at the news since Thursday. anything big?
07-14 07-22 been away since 14 July - what did I miss?
07-14 07-22 been away since 7/14, what did I miss?
07-13 07-17 I was away July 13-17. What AI news did I miss?
07-13 07-17 July 13–17 AI news
07-13 07-17 what did I miss from 7/13 to 7/17?
07-14 07-22 7/14之後我錯過了什麼AI新聞？
07-14 07-22 ตั้งแต่ 14/7 พลาดข่าว AI อะไรไปบ้าง
07-14 07-22 I left on July 14 and just got back. What have I missed?
07-17 07-17 what happened on Friday?
07-17 07-19 what did I miss from Friday to Sunday?
07-16 07-18 what was announced July 16-18?
07-16 07-18 July 16th through the 18th: the main AI stories
07-16 07-18 between the 16th and the 18th, what mattered?
06-28 07-03 catch me up on June 28 to July 3
07-16 07-17 Thursday and Friday I was ill. What did the AI world do?
07-01 07-22 What has happened in AI since the start of the month?
07-01 07-10 what were the big stories in early July?
06-21 06-30 late June in AI: what mattered?
07-18 07-22 I stopped reading on Saturday, bring me up to date
07-13 07-22 what happened last week and this week?
07-18 07-19 Sat and Sun I was hiking; what happened in AI?
07-13 07-19 what mattered in the week of 13 July?
07-19 07-22 the last three days in AI, briefly
07-13 07-15 Monday to Wednesday last week: the big stories?
07-20 07-21 what happened on the 20th and 21st?
07-15 07-17 Wednesday through Friday of last week, what were the main things?
07-10 07-22 From 10 July until today, the important stuff please
07-18 07-22 I haven't read anything after 18 July
07-09 07-14 Been off the grid from the 9th till the 14th. Anything I should know about AI?
07-16 07-19 So what did I miss Thursday through Sunday?
07-16 07-22 Haven't checked the news since last Thursday, give me the essentials
07-01 07-10 What happened in AI between 1 and 10 July?
07-12 07-22 I've been in hospital since the 12th. what's the big stuff?
07-13 07-19 Key AI developments, July 13th – July 19th
07-18 07-19 The highlights of Saturday and Sunday please
07-20 07-22 Any major AI news in the last 36 hours?
07-20 07-22 what's been going on the last couple of days
07-11 07-22 My holiday started on July 11; bring me up to speed
07-15 07-22 Back at my desk after being away since Wednesday the 15th. What's the news?
07-18 07-19 What did the AI world get up to over the weekend?
06-16 06-30 Give me a recap of the second half of June
07-21 07-22 Anything I need to know from yesterday evening until this morning?
07-11 07-22 since about the middle of the month, what's mattered?
"""

JAPANESE = """
07-20 07-22 月曜から今日まで、AI業界で何がありましたか？
07-20 07-22 今週月曜から今までの主なニュースを教えて
07-17 07-22 金曜の夜から休んでいて、何も見ていません。何がありましたか？
07-15 07-16 7月15日と16日のAIニュースをまとめて
07-15 07-16 15日と16日は飛行機でした。大事なことだけ教えて
07-13 07-19 7月13日から19日まで忙しくて見られませんでした。重要な話は？
07-13 07-19 13〜19日に何があった？
07-18 07-19 週末に何か大きなニュースはありましたか？
07-18 07-19 先週末の出来事を教えて
07-21 07-22 昨日と今日のAIニュース
07-21 07-22 昨日から今日にかけて何があった？
07-20 07-22 一昨日から今日までの話をまとめて
07-20 07-22 過去48時間のAIニュース
07-18 07-19 土日にスマホを見ていなかったんだけど、AIで何かあった？
07-17 07-22 先週の金曜日からニュースを追えていません。何を見逃した？
07-17 07-17 金曜日に何がありましたか？
07-01 07-10 7月上旬のAIの動きは？
07-11 07-20 7月中旬に何があった？
07-11 07-20 今月の中旬に大事なことはあった？
06-21 06-30 先月末のAIニュースを教えて
06-21 06-30 6月下旬の主な話題は？
07-01 07-15 7月前半の大きな動きは？
07-01 07-10 今月の初めに何があった？
07-01 07-22 今月に入ってからのAIの大きな話は？
07-14 07-22 14日以降のニュースをまとめて
07-14 07-22 7月14日から旅行で、今日戻りました。何がありましたか？
07-20 07-22 月曜と火曜と今日、何が起きた？
07-16 07-17 木曜と金曜は寝込んでいました。AIで何がありましたか？
06-28 07-03 6月28日から7月3日までのAIニュース
07-13 07-22 先週から今日までに何がありましたか？
07-17 07-19 金曜から日曜までの出来事
07-20 07-22 月曜から水曜の間に発表されたことは？
07-11 07-13 11日から13日まで出張で、ニュースを見ていません。主な話だけお願いします
07-18 07-22 先週末からバタバタしていて…AI関連で大きな話あった？
07-21 07-22 火曜と水曜のAIニュースを要約して
07-19 07-22 ここ3日間で重要だったことは？
07-13 07-19 7/13〜7/19のAIニュースの要点は？
07-18 07-20 連休で18日から20日まで休みでした。何か大きなことはありましたか
07-01 07-07 7月の第1週、AI界で何が起きた？
"""

KOREAN = """
07-20 07-22 월요일부터 오늘까지 AI 업계에 무슨 일이 있었어?
07-15 07-17 15일부터 17일까지 AI 뉴스 정리해 줘
07-15 07-17 7월 15일~17일 주요 소식 알려줘
07-15 07-16 7월 15일과 16일에 비행기를 탔어. 뭐가 중요했어?
07-15 07-16 15일, 16일 AI 소식 요약해줘
07-18 07-19 지난 주말에 AI 쪽에 무슨 일 있었어?
07-18 07-19 주말 동안 큰 뉴스 있었나요?
07-17 07-22 금요일부터 뉴스를 못 봤어. 뭐가 있었어?
07-17 07-22 지난주 금요일 퇴근하고 나서 아무것도 못 봤는데 무슨 일 있었어?
07-17 07-17 금요일에 무슨 일이 있었어?
07-21 07-22 어제와 오늘 AI 뉴스
07-21 07-22 어제랑 오늘 무슨 일이 있었어?
07-20 07-22 그저께부터 지금까지 뭐가 있었어?
07-20 07-22 지난 48시간 동안의 AI 뉴스
07-01 07-10 7월 초에 무슨 일이 있었지?
07-11 07-20 7월 중순 AI 소식 알려줘
06-21 06-30 지난달 말에 중요한 일이 뭐였어?
06-21 06-30 6월 하순 AI 주요 뉴스
07-01 07-15 7월 전반의 큰 소식은?
07-01 07-22 이번 달 들어 AI에서 중요한 일은?
07-14 07-22 14일 이후로 뉴스를 안 봤어, 중요한 것만 알려줘
07-14 07-22 7월 14일부터 휴가였어. 놓친 게 뭐야?
07-18 07-19 토요일이랑 일요일에 뭐가 나왔어?
07-18 07-19 토일 이틀 동안 AI 뉴스
07-16 07-17 목요일과 금요일에 아팠어. AI 쪽은 어땠어?
07-20 07-22 월요일에서 수요일 사이에 발표된 것들
07-20 07-22 이번 주 월요일부터 지금까지 중요한 소식
06-28 07-03 6월 28일부터 7월 3일까지 AI 뉴스
07-13 07-22 지난주부터 지금까지 무슨 일이 있었나요?
07-13 07-19 지난주에 뭐가 중요했어?
07-13 07-19 13일에서 19일 사이 바빴어. 큰일 있었어?
07-11 07-13 11일에서 13일까지 출장이었는데 주요 소식 알려줘
07-15 07-17 수요일부터 금요일까지 무슨 일이 있었나요
07-19 07-22 지난 사흘 동안 AI 쪽 큰 뉴스
07-18 07-20 휴가 다녀왔어요. 18일부터 20일까지 뭐가 중요했나요?
07-18 07-19 주말 내내 자느라 못 봤는데 AI 소식 정리 좀
07-21 07-22 어제 저녁부터 오늘 아침까지 새로운 소식 있어?
"""

THAI = """
07-20 07-22 ตั้งแต่วันจันทร์ถึงวันนี้ วงการ AI มีอะไรบ้าง
07-20 07-22 วันจันทร์ถึงวันนี้มีข่าว AI อะไรสำคัญ
07-20 07-22 จันทร์ถึงพุธ มีอะไรเกิดขึ้นบ้าง
07-15 07-17 วันที่ 15 ถึง 17 กรกฎาคม มีข่าว AI อะไรสำคัญ
07-15 07-17 15-17 ก.ค. มีอะไรเกิดขึ้น
07-15 07-16 วันที่ 15 และ 16 กรกฎาคม ฉันอยู่บนเครื่องบิน มีข่าวอะไรบ้าง
07-15 07-16 วันที่ 15 กับ 16 มีข่าวอะไรบ้าง
07-18 07-19 สุดสัปดาห์ที่ผ่านมามีข่าว AI อะไรบ้าง
07-18 07-19 เสาร์อาทิตย์ไม่ได้ดูมือถือ มีอะไรเกิดขึ้นใน AI
07-17 07-22 ไม่ได้ตามข่าวตั้งแต่วันศุกร์ มีอะไรสำคัญ
07-17 07-22 ตั้งแต่เย็นวันศุกร์ที่แล้วไม่ได้ดูข่าวเลย พลาดอะไรไปบ้าง
07-17 07-22 หยุดงานตั้งแต่วันศุกร์ เพิ่งกลับมา มีข่าวอะไรบ้าง
07-17 07-17 วันศุกร์มีข่าวอะไรบ้าง
07-21 07-22 เมื่อวานกับวันนี้มีข่าว AI อะไรบ้าง
07-21 07-22 เมื่อวานและวันนี้มีอะไรใหม่
07-20 07-22 ตั้งแต่เมื่อวานซืนจนถึงตอนนี้มีอะไรบ้าง
07-20 07-22 48 ชั่วโมงที่ผ่านมามีข่าว AI อะไรบ้าง
07-01 07-10 ต้นเดือนกรกฎาคมมีข่าวอะไรสำคัญ
07-01 07-10 ต้นเดือนนี้มีข่าวอะไรสำคัญ
07-11 07-20 กลางเดือนกรกฎาคมเกิดอะไรขึ้นบ้าง
06-21 06-30 ปลายเดือนที่แล้วมีข่าว AI อะไรบ้าง
06-21 06-30 สิ้นเดือนมิถุนายนมีข่าวอะไรสำคัญ
07-01 07-15 ครึ่งแรกของเดือนกรกฎาคมมีอะไรสำคัญ
07-14 07-22 ตั้งแต่วันที่ 14 ยังไม่ได้อ่านข่าวเลย มีอะไรสำคัญบ้าง
07-14 07-22 หลังวันที่ 14 กรกฎาคมมีข่าวอะไรบ้าง
07-16 07-17 วันพฤหัสกับวันศุกร์ป่วย มีข่าว AI อะไรบ้าง
06-28 07-03 28 มิถุนายน ถึง 3 กรกฎาคม มีข่าวอะไรบ้าง
07-13 07-19 สัปดาห์ที่แล้วมีอะไรสำคัญ
07-13 07-22 ตั้งแต่สัปดาห์ที่แล้วจนถึงวันนี้มีอะไรสำคัญ
07-13 07-19 ช่วง 13 ถึง 19 ก.ค. ยุ่งมาก มีอะไรใหญ่ ๆ ไหม
07-17 07-19 ศุกร์ถึงอาทิตย์เกิดอะไรขึ้นบ้าง
07-01 07-22 ตั้งแต่ต้นเดือนมีเรื่องใหญ่อะไรบ้าง
07-18 07-19 ช่วงวันหยุดเสาร์อาทิตย์ที่ผ่านมา AI มีอะไรใหม่
07-11 07-13 ระหว่างวันที่ 11 ถึง 13 ผมไปต่างจังหวัด มีข่าว AI อะไรสำคัญบ้าง
07-19 07-22 สามวันที่ผ่านมามีอะไรเด่นบ้าง
07-19 07-22 สรุปข่าว AI สองสามวันนี้ให้ที
07-19 07-22 最近两三天的AI新闻
07-10 07-22 ตั้งแต่วันที่ 10 ก.ค. เป็นต้นมา มีข่าวอะไรใหญ่บ้าง
07-14 07-16 อังคารถึงพฤหัสที่แล้วมีอะไรเกิดขึ้นในวงการ AI
"""

TRADITIONAL = """
07-20 07-22 這週一到現在 AI 圈有什麼重要的事？
07-20 07-22 從星期一到今天有什麼大新聞？
07-20 07-22 週一至週三之間發生了什麼？
07-18 07-19 18、19號沒看新聞，AI有什麼大事？
07-15 07-16 7月15日和16日我在飛機上，幫我補一下AI新聞
07-15 07-16 15號跟16號有什麼重點？
07-13 07-19 7月13日至19日AI有哪些大事？
07-13 07-19 13號到19號我很忙，有什麼重要的？
07-17 07-22 上週五下班後就沒看新聞，錯過了什麼？
07-17 07-22 我從週五開始休假，今天才回來，AI發生了什麼？
07-17 07-22 禮拜五以後都沒追新聞，有什麼大事？
07-17 07-17 週五有什麼AI新聞？
07-17 07-17 上週五發生了什麼？
07-18 07-19 週末AI圈發生了什麼？
07-18 07-19 上週末有什麼大事嗎？
07-18 07-19 週六週日沒看手機，AI有什麼新消息？
07-20 07-22 這兩天AI有什麼大事？
07-21 07-22 昨天和今天有什麼AI新聞？
07-21 07-22 昨天到現在發生了什麼？
07-20 07-22 前天到今天的重點新聞
07-20 07-22 過去48小時有什麼AI新聞？
07-01 07-10 月初有什麼重要的AI新聞？
07-01 07-10 七月上旬AI有哪些大事？
07-11 07-20 7月中旬發生了什麼？
06-21 06-30 上個月底有什麼大事？
06-21 06-30 6月下旬的AI新聞
07-01 07-15 7月上半月有什麼大事？
07-14 07-22 自7月14日以來有什麼新聞？
07-14 07-22 14號之後我就沒看了，有什麼重要的？
06-28 07-03 6月28日到7月3日之間有什麼重點？
07-16 07-17 星期四和星期五我生病了，AI有什麼新聞？
07-13 07-22 上週到現在有什麼重要的？
07-13 07-19 上禮拜有什麼大事？
07-11 07-13 11號到13號出差，AI有什麼大新聞？
07-18 07-22 上週末到現在AI圈的重點
07-20 07-22 禮拜一到禮拜三有什麼AI消息
07-10 07-22 從7月10號開始我就沒看新聞，有什麼重要的嗎
07-21 07-22 週二、週三的AI新聞
"""

SIMPLIFIED = """
07-18 07-19 周末两天（18、19号）没看手机，AI这边发生了什么？
07-20 07-22 从周一到现在AI圈有什么大事？
07-20 07-22 这周一到今天有什么重要新闻？
07-20 07-22 周一到周三之间发生了什么？
07-18 07-19 18、19号AI有什么大事？
07-15 07-16 7月15日和16日我在飞机上，帮我补补AI新闻
07-15 07-16 15号跟16号有什么重点？
07-13 07-19 7月13日至19日AI有哪些大事？
07-13 07-19 7.13-7.19 AI有什么大事？
07-13 07-19 13号到19号特别忙，有什么重要的？
07-17 07-22 上周五下班后就没看新闻了，错过了什么？
07-17 07-22 周五开始放假，今天刚回来，AI发生了什么？
07-17 07-22 星期五以后一直没看，有什么大事？
07-17 07-17 周五有什么AI新闻？
07-17 07-17 上周五发生了什么？
07-18 07-19 周末AI圈发生了什么？
07-18 07-19 上周末有什么大事吗？
07-18 07-19 周六周日没看手机，AI有什么新消息？
07-20 07-22 这两天AI有什么大事？
07-21 07-22 昨天和今天有什么AI新闻？
07-21 07-22 从昨天到现在发生了什么？
07-20 07-22 前天到今天的重点新闻
07-20 07-22 过去48小时有什么AI新闻？
07-01 07-10 月初有什么重要的AI新闻？
07-01 07-10 七月上旬AI有哪些大事？
07-11 07-20 7月中旬发生了什么？
06-21 06-30 上个月底有什么大事？
06-21 06-30 6月下旬的AI新闻
07-01 07-15 7月上半月有什么大事？
07-14 07-22 自7月14日以来有什么新闻？
07-14 07-22 14号之后我就没看了，有什么重要的？
06-28 07-03 6月28日到7月3日之间有什么重点？
07-16 07-17 星期四和星期五我生病了，AI有什么新闻？
07-13 07-22 上周到现在有什么重要的？
07-13 07-15 七月十三号到十五号有什么大事？
07-19 07-22 三天没上网，AI有啥大事
07-11 07-13 11号到13号出差了，AI圈有什么大新闻
07-16 07-20 从上周四到这周一发生了什么
07-01 07-22 7月初到现在AI有什么重大进展
07-17 07-19 周五晚上到周日晚上AI发生了啥
07-19 07-22 这三天AI圈有什么大事
06-21 07-10 6月底到7月初的AI大事
07-19 07-22 近3天AI要闻
07-06 07-19 上上周到上周AI有什么事
"""

ROWS = [
    line.split(" ", 2)
    for table in (ENGLISH, JAPANESE, KOREAN, THAI, TRADITIONAL, SIMPLIFIED)
    for line in table.strip().splitlines()
]


@pytest.mark.parametrize(("first", "last", "question"), ROWS)
def test_a_catch_up_is_of_the_days_that_a_careful_reader_takes_it_for(first: str, last: str, question: str) -> None:
    span = span_in(question, WEDNESDAY)
    assert span is not None
    until = span.end - timedelta(days=1) if span.end else WEDNESDAY
    assert (f"{span.start:%m-%d}", f"{until:%m-%d}") == (first, last)


@pytest.mark.parametrize("question", [row[2] for row in ROWS])
def test_a_question_of_a_time_alone_asks_for_all_that_happened_in_it(question: str) -> None:
    found = understand(question, today=WEDNESDAY)
    assert (found.general, found.intent in (Intent.CATCH_UP, Intent.NEWS, Intent.WHATS_NEW)) == (True, True)


@pytest.mark.parametrize(
    "question",
    [
        "What mattered in robotics last week?",
        "What happened to layoffs last week?",
        "Which models came out last week?",
        "I was ill last week. What did Nvidia announce?",
        "先週の半導体の動きは？",
        "지난주 로봇 업계에 무슨 일이 있었어?",
        "สัปดาห์ที่แล้วมีข่าวหุ่นยนต์อะไรบ้าง",
        "上周芯片行业有什么大事？",
        "上週機器人有什麼新聞？",
    ],
)
def test_a_field_or_a_name_is_asked_about_beside_the_time(question: str) -> None:
    found = understand(question, today=WEDNESDAY)
    assert found.topics or not found.general
