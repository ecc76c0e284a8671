"""What contradicts itself, its page or an earlier day is not told. Companies, people and events are invented."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from news.languages import Language
from summariser.reading.formats import form_of
from summariser.reading.material import candidates
from summariser.reading.timing import is_dated_before, is_usual
from summariser.reading.trusting import is_borne_out
from summariser.stories.releases import is_press_release
from summariser.stories.retold import comes_round, echo, same_journey, same_office_first
from summariser.telling.frame import Frame
from summariser.telling.placing import fits
from summariser.words.weekdays import misdated
from tests.summariser.pieces import article

MARCH = date(2026, 3, 4)  # a Wednesday


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Orbit spoke on Sunday, March 2 in Oslo.", True),
        ("Orbit spoke on Sunday, March 1 in Oslo.", False),
        ("Orbit opens on Friday 13 March.", False),
        ("Sun 3 models may open in March 2030.", False),
        ("ให้สัมภาษณ์วันอาทิตย์ 2 มี.ค. ว่า", True),
        ("ให้สัมภาษณ์วันอาทิตย์ที่ 1 มี.ค. ว่า", False),
        ("3月2日（日）に発表した。", True),
        ("3月2日（月）に発表した。", False),
        ("3月2日星期日宣布。", True),
        ("3月1日星期日宣布。", False),
        ("오는 6일(금) 공개한다.", False),
        ("오는 6일(월) 공개한다.", False),  # 6 April is a Monday
        ("3월 6일(월) 공개한다.", True),
    ],
)
def test_a_weekday_and_a_date_that_contradict_each_other(text: str, wrong: bool) -> None:
    assert misdated(text, MARCH) is wrong


@pytest.mark.parametrize(
    ("title", "text", "borne"),
    [
        ('ซีอีโอ Quill เรียกวงการว่า "feudal"', 'เขียนว่า "There are feudal habits in the way we work" ' + "ก" * 120, False),
        ('ซีอีโอ Quill เรียกวงการว่า "feudal"', 'เขียนว่าวงการนี้ "feudal" ' + "ก" * 120, True),
        ('ซีอีโอ Quill เรียกวงการว่า "feudal"', "", True),
        ("Nimbus ถอด Harbour AI ในวันเดียว", "Nimbus ถอดฟีเจอร์ใหม่ใน Nimbus Harbour หลังผู้ทดสอบสร้างภาพปลอม " + "ก" * 80, False),
        ("Nimbus ถอด Harbour AI ในวันเดียว", "Nimbus ถอด Harbour AI หลังผู้ทดสอบสร้างภาพปลอม " + "ก" * 80, True),
        ("Nimbus ทำข้อมูลหลุดหลักพัน", "Nimbus เปิดบทสนทนาหลายร้อยรายการ และเก็บ 11,241 ข้อความ ตั้งแต่ปี 2026", False),
        ("Nimbus ทำข้อมูลหลุดหลักพัน", "Nimbus เปิดบทสนทนาหลายร้อยรายการ และเก็บ 1,241 ข้อความ", True),
        ("Nimbus ทำข้อมูลหลุดหลักพัน", "Nimbus เปิดบทสนทนา 240 รายการ", True),
        ("Nimbus、数千人を削減", "Nimbus cuts hundreds, perhaps thousands, of jobs", True),
        ("님버스, 수천 명 감원", "님버스가 수백 명을 내보낸다.", False),
        ("님버스, 점수만 공개", "님버스가 수백 명을 내보낸다.", True),
        ("Ada Quill ลาออก", "CEO Quill ลาออกจาก Nimbus " + "ก" * 120, True),
    ],
)  # fmt: skip
def test_a_title_that_its_own_page_speaks_against_is_not_trusted(title: str, text: str, borne: bool) -> None:
    assert is_borne_out(title, text) is borne


def test_a_line_of_another_day_is_known_by_its_names_and_number_in_any_script() -> None:
    told = echo([article("문샷, 알리바바서 엔비디아 GPU 7만개 공급받아", language="ko")])
    assert comes_round(echo([article("アリババ、NVIDIA製GPU7万個を月之暗面に提供か", language="ja")]), told)
    assert not comes_round(echo([article("アリババ、NVIDIA製GPU9万個を月之暗面に提供か", language="ja")]), told)


def test_the_same_long_quotation_is_the_same_news() -> None:
    said = 'Quill "ready": "We will wait for the harbour to fill before we sail again"'
    assert comes_round(
        echo([article("ก", text=f"โพสต์ว่า {said}", language="th")]),
        echo([article("ข", text=said.replace("We", "we"), language="th")]),
    )
    assert not comes_round(echo([article("ก", text='"ready"')]), echo([article("ข", text='"ready"')]))


def test_one_journey_of_one_head_of_state_is_one_line() -> None:
    first, second = "김 대통령, AI 투자 협력 강화", "김 대통령, 외교 성과 거두고 귀국"
    assert same_office_first(first, second)
    assert not same_office_first(first, "박 장관, AI 투자 협력 강화")
    told = [article(first, language="ko", hours=20)]
    assert same_journey(second, [article(second, language="ko", hours=2)], first, told)
    late = replace(article(second, language="ko"), published=told[0].published + timedelta(days=3))
    assert not same_journey(second, [late], first, told)


@pytest.mark.parametrize(
    ("text", "title", "before"),
    [
        ("님버스 주가는 1월 6일 최고치를 기록한 이후 18% 하락했다.", "님버스 사상 최고", True),
        ("Nimbus shares have fallen 18% since their peak on January 6.", "Nimbus at a record", True),
        ("株価は1月6日の最高値から18%下がった。", "Nimbusが最高値", True),
        ("หุ้นลดลง 18% จาก 6 ม.ค.", "Nimbus ทำสถิติ", True),
        ("Nimbus shares have fallen 18% since their peak on January 6.", "January 6 was the peak, says Nimbus", False),
        ("Nimbus shares rose on March 3 to what they were on January 6.", "Nimbus at a record", False),
        ("Nimbus shares may 6 times rise, and Quill 5 opens on 20 March.", "Nimbus at a record", False),
    ],
)
def test_what_its_own_date_puts_weeks_before_is_background(text: str, title: str, before: bool) -> None:
    """Neither what happened nor a lede, unless the title names that day too."""
    page = replace(article(title), published=datetime(2026, 3, 4, tzinfo=UTC))
    assert is_dated_before(text, page) is before


def test_what_a_named_body_announces_is_a_release_unless_something_is_at_stake() -> None:
    text = "님버스(대표 김하늘)는 물류 AI 비서를 내놓았다고 3일 밝혔다. 고객 40곳이 쓴다."
    assert is_press_release([article("님버스, 물류 AI 비서 내놓아", text=text, language="ko")])
    assert not is_press_release([article("정부, 물류 AI 규제 강화", text=text, language="ko")])
    assert not is_press_release([article("오픈AI, 물류 AI 비서 내놓아", text=text, language="ko")])
    assert not is_press_release([article("Nimbus offers an assistant", text=text)])
    papers = [article(f"푸른군, AI 등대 {at}곳 운영", source=f"p{at}", language="ko") for at in range(3)]
    assert is_press_release(papers)
    assert not is_press_release(papers[:1])


def test_a_call_for_entries_is_known_by_its_text() -> None:
    call = article("등대 104곳, AI 영상으로 알린다", text="이번 공모전은 등대를 소개하기 위해 마련됐다.", language="ko")
    assert form_of(call) == "promo"


def test_rules_and_what_a_firm_is_are_no_event() -> None:
    assert is_usual("참가자 전원이 같은 장비로 속도를 끌어올려야 한다.")
    assert is_usual("님버스는 서울 소재 AI 연구기업으로, 신약 개발 연구를 수행하고 있다.")
    assert not is_usual("님버스는 3일 새 AI 모델을 공개했다.")


def told(text: str, title: str, language: Language) -> list[str]:
    return [one.text for one in candidates([article(title, text=text, language=language)], language)]


def test_a_lede_says_what_happened_and_a_reason_is_no_aim() -> None:
    title = "님버스, AI 등대 '하늘' 개발"
    page = article(
        title,
        text="AI 등대 '하늘' 개발이 이번 사업의 핵심이다. 배를 지키는 AI 등대를 완성한다는 목표다.",
        language="ko",
    )
    core, aim = candidates([page], "ko")
    assert not Frame(title, "ko").opens(core)
    assert not fits(aim, "why_it_matters", "ko")


def test_a_fall_since_january_is_neither_what_happened_today_nor_a_lede() -> None:
    title = "님버스, 시총 첫 3조달러 돌파"
    page = article(title, text="님버스 주가는 1월 6일 최고치를 기록한 이후 18% 하락했다.", language="ko")
    page = replace(page, published=datetime(2026, 3, 4, tzinfo=UTC))
    (fall,) = candidates([page], "ko")
    assert not Frame(title, "ko").opens(fall)
    assert not fits(fall, "what_happened", "ko")
    (rise,) = candidates([replace(page, text=page.text.replace("1월 6일", "3월 3일"))], "ko")
    assert fits(rise, "what_happened", "ko")


def test_a_thai_list_that_a_number_announces_is_told_whole() -> None:
    items = "การเดินเรือในน้ำตื้นและน้ำลึก การพยากรณ์คลื่นสูงชายฝั่ง การวางแผนเส้นทางอ้อม การตรวจซ่อมใต้น้ำลึก การสื่อสารระหว่างเรือ"
    text = f"นิมบัสเผย 6 ผลลัพธ์จากโมเดลใหม่ของบริษัทซึ่งช่วยแก้ปัญหาสำคัญด้าน{items} และการคำนวณเชื้อเพลิง โดยทีมวิจัยตรวจแล้ว"
    sentences = told(text, "นิมบัสเผย 6 ผลลัพธ์", "th")
    assert not any("เดินเรือ" in one and "เชื้อเพลิง" not in one for one in sentences)
