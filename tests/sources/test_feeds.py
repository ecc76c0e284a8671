"""Feeds to entries: formats, encodings, and documents that are none."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news.errors import SourceError, Unreadable
from news.model import Entry, Fetched, Source, Validators
from sources.feeds import parse_feed
from tests.sources.serving import FEED

SOURCE = Source("daily", "Norderwick Daily", "https://daily.example/feed", language="en")
SENTENCE = "The Heron model was trained for nine weeks in Norderwick, and its weights may be used by anybody. "
PARAGRAPHS = "".join(f"<p>Part {number}. {SENTENCE * 3}</p>" for number in range(4))


def document(body: bytes | str, content_type: str = "application/xml") -> Fetched:
    raw = body.encode() if isinstance(body, str) else body
    return Fetched("https://daily.example/feed.xml", raw, content_type, Validators())


def entries(body: bytes | str, content_type: str = "application/xml", source: Source = SOURCE) -> list[Entry]:
    return list(parse_feed(source, document(body, content_type)))


def rss(items: str, declaration: str = '<?xml version="1.0" encoding="UTF-8"?>') -> str:
    spaces = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    return f'{declaration}<rss version="2.0" {spaces}><channel><title>D</title><link>https://daily.example/</link>{items}</channel></rss>'


def item(title: str = "Heron opens", link: str = "https://daily.example/heron", more: str = "") -> str:
    return f"<item><title>{title}</title><link>{link}</link>{more}</item>"


def test_an_rss_item_becomes_an_entry() -> None:
    """Title, link, lead and date, under the source's id."""
    assert entries(FEED) == [
        Entry(
            "daily",
            "https://daily.example/heron",
            "Norderwick Labs opens its Heron model",
            "The weights of Heron are free to use.",
            "",
            datetime(2026, 7, 17, 5, tzinfo=UTC),
        )
    ]


def test_an_atom_entry_becomes_an_entry() -> None:
    """Links are resolved, a plain title keeps its angle brackets, the content is the article."""
    (entry,) = entries(
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://base.example/x/"><title>D</title><entry>'
        '<title type="text">List&lt;int&gt; for models</title><link rel="alternate" href="../heron"/>'
        "<updated>2026-07-17T14:00:00+09:00</updated><summary>In short.</summary>"
        f'<content type="html">{PARAGRAPHS.replace("<", "&lt;")}</content></entry></feed>'
    )
    assert (entry.title, entry.url) == ("List<int> for models", "https://base.example/heron")
    assert entry.published == datetime(2026, 7, 17, 5, tzinfo=UTC)
    assert entry.text.split("\n")[0] == f"Part 0. {SENTENCE * 3}".strip()
    assert len(entry.text.split("\n")) == 4


def test_an_rdf_item_becomes_an_entry() -> None:
    """RSS 1.0, as Japanese sites still write it."""
    (entry,) = entries(
        '<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>D</title></channel><item rdf:about="x">'
        "<title>ヘロン公開</title><link>https://daily.example/j</link><dc:date>2026-07-17T14:00:00+09:00</dc:date></item></rdf:RDF>"
    )
    assert (entry.title, entry.published) == ("ヘロン公開", datetime(2026, 7, 17, 5, tzinfo=UTC))


def test_a_video_has_its_description_as_lead() -> None:
    """YouTube puts it into media:group."""
    (entry,) = entries(
        '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"><title>D</title><entry>'
        '<title>Heron explained</title><link href="https://www.youtube.com/watch?v=abcdef1"/><media:group><media:title>x</media:title>'
        "<media:description>How the Heron model reads a map.</media:description></media:group></entry></feed>"
    )
    assert entry.summary == "How the Heron model reads a map."


def test_a_json_feed_becomes_entries() -> None:
    """HTML or text, a date, and a title where a short post has none."""
    first, second = entries(
        '{"version": "https://jsonfeed.org/version/1.1", "title": "D", "items": ['
        '{"id": "1", "url": "/heron", "title": "Heron opens", "content_html": "<p>The weights are <b>free</b> to use.</p>",'
        ' "date_published": "2026-07-17T05:00:00Z"},'
        '{"id": "https://daily.example/2", "content_text": "Heron reads maps. a < b holds."}, {"title": "leads nowhere"}, 7]}',
        "application/feed+json",
    )
    assert (first.url, first.summary) == ("https://daily.example/heron", "The weights are free to use.")
    assert first.published == datetime(2026, 7, 17, 5, tzinfo=UTC)
    assert (second.url, second.title) == ("https://daily.example/2", "Heron reads maps. a < b holds.")


def test_markup_and_what_cannot_be_seen_are_taken_out() -> None:
    """Scripts, tags, controls and text-direction tricks; entities are decoded, paragraphs are kept apart."""
    content = "<p>One&nbsp;&amp;&#8217;s</p><script>alert(1)</script><style>p{}</style><p onclick='x()'>Two<br>three &lt;b&gt;</p>"
    text = content + PARAGRAPHS
    (entry,) = entries(
        rss(
            item(
                "Heron\u202e \u200bopens &amp;amp; &lt;b&gt;wins&lt;/b&gt;\x07",
                more=f"<content:encoded><![CDATA[{text}]]></content:encoded>",
            )
        )
    )
    assert entry.title == "Heron opens & wins"
    assert entry.text.split("\n")[:3] == ["One &’s", "Two", "three <b>"]
    assert "alert" not in entry.text


@pytest.mark.parametrize(
    "content",
    [
        PARAGRAPHS + "<p>Continue reading at Norderwick Daily…</p>",
        PARAGRAPHS[:500] + "…",
        "<p>A short lead about maps.</p>",
        PARAGRAPHS + "<p>[&hellip;]</p>",
    ],
)
def test_a_beginning_is_not_the_whole_article(content: str) -> None:
    """Content that breaks off or is short leaves the text to be read from the page; its beginning is the lead."""
    (entry,) = entries(rss(item(more=f"<content:encoded><![CDATA[{content}]]></content:encoded>")))
    assert entry.text == ""
    assert entry.summary


def test_a_long_description_is_the_article() -> None:
    """Many blogs put everything there; the lead is then its first sentences, as written."""
    (entry,) = entries(rss(item(more=f"<description><![CDATA[{PARAGRAPHS * 2}]]></description>")))
    assert len(entry.text.split("\n")) == 8
    assert entry.text.replace("\n", " ").startswith(entry.summary)
    assert 0 < len(entry.summary) <= 600
    assert entry.summary.endswith(".")


@pytest.mark.parametrize(
    "lead",
    [
        "Heron opens",
        "Heron opens  Norderwick",
        "submitted by /u/heron [link] [comments]",
        "Comments",
        "<p>Article URL: <a href='x'>https://daily.example/heron</a></p><p>Points: 12</p><p># Comments: 3</p>",
    ],
)
def test_a_lead_that_says_nothing_new_is_dropped(lead: str) -> None:
    """The title again, or what the site's software puts under every item."""
    (entry,) = entries(rss(item(more=f"<description><![CDATA[{lead}]]></description>")))
    assert entry.summary == ""


def test_an_arxiv_lead_is_the_abstract() -> None:
    """Without the announcement before it."""
    lead = "arXiv:2607.01234v1 Announce Type: new \nAbstract: We train Heron on maps."
    (entry,) = entries(rss(item(more=f"<description>{lead}</description>")))
    assert entry.summary == "We train Heron on maps."


@pytest.mark.parametrize(
    "broken",
    [
        "<item><title>No link</title></item>",
        "<item><link>https://daily.example/untitled</link></item>",
        "<item><title>Mail</title><link>mailto:desk@daily.example</link></item>",
        "<item><title>Bad</title><link>http://[::1</link></item>",
    ],
)
def test_an_item_that_leads_nowhere_costs_only_itself(broken: str) -> None:
    """The items before and after it are read."""
    found = entries(rss(item("One") + broken + item("Two")))
    assert [entry.title for entry in found] == ["One", "Two"]


def test_an_item_may_have_only_a_permanent_id_for_a_link() -> None:
    """And a relative link is resolved by the site."""
    found = entries(rss("<item><title>A</title><guid>https://daily.example/a</guid></item>" + item("B", "/b")))
    assert [entry.url for entry in found] == ["https://daily.example/a", "https://daily.example/b"]


@pytest.mark.parametrize("codec", ["shift_jis", "euc_jp", "iso2022_jp", "utf-16", "utf-8-sig", "utf-8"])
@pytest.mark.parametrize("way", ["header", "declaration", "undeclared"])
def test_japanese_is_read_in_every_encoding(codec: str, way: str) -> None:
    """Named by the server, named by the document, or named by nobody."""
    label = codec.replace("utf-8-sig", "utf-8").replace("iso2022_jp", "iso-2022-jp")
    declaration = f'<?xml version="1.0" encoding="{label}"?>' if way == "declaration" else '<?xml version="1.0"?>'
    lead = "<description>新しいモデル「ヘロン」は地図を読み、重みは誰でも無料で使えます。発表は金曜日でした。</description>"
    body = rss(item("ノルデルウィック研究所、新型モデルを公開", more=lead) * 3, declaration).encode(codec)
    content_type = f"application/xml; charset={label}" if way == "header" else "application/xml"
    found = entries(body, content_type)
    assert [entry.title for entry in found] == ["ノルデルウィック研究所、新型モデルを公開"] * 3
    assert found[0].summary.startswith("新しいモデル「ヘロン」は")


@pytest.mark.parametrize(
    ("codec", "title", "lead"),
    [
        ("euc-kr", "노르데르윅 연구소, 새 모델 공개", "새로운 모델 헤론은 지도를 읽으며 누구나 무료로 사용할 수 있다고 연구소가 금요일 밝혔다."),
        ("gb2312", "诺德维克实验室发布新模型", "新模型能够阅读地图，任何人都可以免费使用，实验室在星期五表示。"),
        ("big5", "諾德維克實驗室發表新模型", "新模型能夠閱讀地圖，任何人都可以免費使用，實驗室在星期五表示。"),
        ("tis-620", "ห้องปฏิบัติการเปิดตัวโมเดลใหม่", "โมเดลใหม่สามารถอ่านแผนที่ได้และทุกคนใช้งานได้ฟรี ห้องปฏิบัติการกล่าวเมื่อวันศุกร์"),
    ],
)  # fmt: skip
def test_other_asian_encodings_are_read_by_their_label(codec: str, title: str, lead: str) -> None:
    """The label is the document's own."""
    body = rss(item(title, more=f"<description>{lead}</description>"), f'<?xml version="1.0" encoding="{codec}"?>')
    (entry,) = entries(body.encode(codec))
    assert (entry.title, entry.summary) == (title, lead)


@pytest.mark.parametrize(
    ("codec", "language", "title"),
    [
        ("shift_jis", "ja", "日経平均株価"),
        ("euc_jp", "ja", "地図を読む"),
        ("euc-kr", "ko", "새 모델 공개"),
        ("gb2312", "zh-Hans", "发布新模型"),
        ("big5", "zh-Hant", "發表新模型"),
        ("tis-620", "th", "เปิดตัวโมเดล"),
    ],
)
def test_the_source_s_language_settles_an_undeclared_encoding(codec: str, language: str, title: str) -> None:
    """A few characters are too little for any detector."""
    source = Source("s", "S", "https://s.example/feed", language=language)
    (entry,) = entries(rss(item(title), "").encode(codec), source=source)
    assert entry.title == title


def test_a_mislabelled_feed_is_read_as_what_it_is() -> None:
    """UTF-8 sent as ISO-8859-1, which servers say by default."""
    (entry,) = entries(rss(item("Café für alle")), "text/xml; charset=ISO-8859-1")
    assert entry.title == "Café für alle"


def test_a_local_clock_is_the_country_s() -> None:
    """A date without a zone in a Korean feed means Seoul."""
    source = Source("k", "K", "https://k.example/feed", language="ko", region="KR")
    found = entries(rss(item(more="<pubDate>2026-07-17 14:00:00</pubDate>")), source=source)
    assert found[0].published == datetime(2026, 7, 17, 5, tzinfo=UTC)


def test_an_item_without_a_usable_date_is_undated() -> None:
    """Never the date of something else."""
    (entry,) = entries(rss(item(more="<pubDate>next Tuesday</pubDate>")))
    assert entry.published is None


def test_a_feed_that_breaks_off_gives_what_is_whole() -> None:
    """The item in which it breaks off is left out: nothing is cut mid-word."""
    whole = rss(item("One") + item("Two") + item("A third one", "https://daily.example/3"))
    found = entries(whole[: whole.index("third") + 3])
    assert [entry.title for entry in found] == ["One", "Two"]
    assert [entry.title for entry in entries(whole.removesuffix("</channel></rss>"))] == ["One", "Two", "A third one"]


def test_an_ill_formed_feed_is_read_all_the_same() -> None:
    """An unescaped ampersand does not cost a title its rest."""
    found = entries(rss(item("Maps & models") + item("Two")))
    assert [entry.title for entry in found] == ["Maps & models", "Two"]


def test_a_feed_without_items_is_no_error() -> None:
    """A quiet source is not a broken one."""
    assert entries(rss("")) == []
    assert entries('{"version": "https://jsonfeed.org/version/1", "items": []}') == []


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("", "the document is empty"),
        ("  \n ", "the document is empty"),
        ("<!DOCTYPE html><html><body>Please enable JavaScript</body></html>", "a web page, not a feed"),
        ("<note><to>You</to></note>", "not a feed"),
        ("Service unavailable", "neither XML nor JSON"),
        ('{"error": "no"}', "JSON, but not a JSON Feed"),
        ('{"items": [', "JSON that cannot be read to its end"),
        ("[" * 100_000, "JSON that cannot be read to its end"),
        (rss(item("Heron opens"))[:-60], "the document breaks off before its first entry ends"),
    ],
)
def test_what_is_no_feed_says_what_it_is(body: str, reason: str) -> None:
    """A reason that a person can act on."""
    with pytest.raises(Unreadable) as caught:
        entries(body)
    assert (caught.value.subject, caught.value.reason) == ("Norderwick Daily", reason)


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;&lol;">]>',
        '<!DOCTYPE rss [<!ENTITY file SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE rss [\n<!-- <x> -->\n<!ENTITY % p SYSTEM "http://x.example/"> %p; ]>',
        '<!doctype rss SYSTEM "x.dtd" [<!entity a "b">]>',
    ],
)
def test_an_entity_bomb_is_refused_unparsed(doctype: str) -> None:
    """In any spelling, with or without a declaration before it."""
    for declaration in ('<?xml version="1.0"?>', "", "<!-- a <comment> -->"):
        with pytest.raises(Unreadable, match="declares entities"):
            entries(rss(item("&lol2;")).replace('<?xml version="1.0" encoding="UTF-8"?>', declaration + doctype))


def test_a_harmless_doctype_and_an_article_about_entities_are_read() -> None:
    """RSS 0.91 names a DTD, and text may speak of <!ENTITY."""
    doctype = '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://my.example/rss-0.91.dtd">'
    body = rss(item("Bombs", more="<description><![CDATA[How <!ENTITY a> works in a document]]></description>"))
    assert entries(body.replace("?><rss", f"?>{doctype}<rss"))[0].title == "Bombs"


def test_deep_nesting_is_survived() -> None:
    """Markup ten thousand tags deep gives text or none, no crash."""
    deep = "<div>" * 10_000 + "deep down" + "</div>" * 10_000
    (entry,) = entries(rss(item(more=f"<description><![CDATA[{deep}]]></description>")))
    assert entry.title == "Heron opens"


pieces = st.sampled_from(
    [b"<rss>", b"<item>", b"</item>", b"<title>", b"<![CDATA[", b"]]>", b"<!DOCTYPE x [", b"&#x110000;", b"&amp;", b"<link>",
     b"http://[", b"<?xml encoding='utf-7'?>", b"{\"items\":[{", b"\xff\xfe", b"\x00", b"\x81\x40", b"<feed xmlns='http://www.w3.org/2005/Atom'>",
     b"<entry>", b"<content type='xhtml'>", b"<content type='base64'>", b"<pubDate>", b"2026-99-99"]
)  # fmt: skip


@given(
    st.one_of(st.binary(max_size=300), st.lists(st.one_of(pieces, st.binary(max_size=8)), max_size=25).map(b"".join))
)
def test_no_bytes_raise_anything_but_a_source_error(body: bytes) -> None:
    """Whatever a server sends, a run goes on; and every entry that comes out is whole."""
    try:
        found = parse_feed(SOURCE, document(body, "text/xml; charset=x-unknown"))
    except SourceError:
        return
    assert all(entry.title and entry.url.startswith("http") for entry in found)
