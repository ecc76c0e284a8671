"""`ainews subscribers`, `deliver` and `deliveries` as whoever runs an install uses them."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.bot.cli.commands import Shell
from tests.fakes.receivers import SECRET, Receivers, receiving

AT = "2026-07-17T08:30Z"
MORNING = ("--zone", "UTC", "--time", "08:00", "--quiet-line")


@contextmanager
def world() -> Iterator[Receivers]:
    """Receivers beside a command that has the test's thread to itself."""
    ready, end = threading.Event(), asyncio.Event()
    found: list[Receivers] = []
    loop = asyncio.new_event_loop()

    async def serve() -> None:
        async with receiving() as receivers:
            found.append(receivers)
            ready.set()
            await end.wait()

    thread = threading.Thread(target=lambda: loop.run_until_complete(serve()))
    thread.start()
    try:
        assert ready.wait(60)
        yield found[0]
    finally:
        loop.call_soon_threadsafe(end.set)
        thread.join(60)
        loop.close()


def test_the_whole_way_of_a_webhook(ainews: Shell) -> None:
    """Added with a secret made and shown once, delivered at its hour, signed, listed, paused, resumed, removed."""
    with world() as receivers:
        url = receivers.url()
        added = ainews("subscribers", "add", "--to", url, *MORNING, "--at", "2026-07-10T12:00Z", "--json").json
        assert added["secret"].startswith("whsec_")
        assert added["next"] == "2026-07-10T12:00:00Z"
        again = ainews("subscribers", "add", "--to", url, *MORNING, "--at", "2026-07-10T12:30Z", "--json").json
        assert (again["new"], again["secret"], again["next"]) == (False, None, "2026-07-11T08:00:00Z")
        assert ainews("deliver", "--at", AT, "--json").json["sent"] == 1
        assert ainews("deliver", "--at", AT, "--json").json["sent"] == 1
    [attempt] = receivers.attempts
    assert attempt.is_signed_with(added["secret"])
    assert attempt.json["type"] == "brief"
    [row] = ainews("deliveries", "--json").json
    assert (row["state"], row["to"], row["id"]) == ("sent", url, attempt.id)
    assert added["secret"] not in ainews("subscribers", "list", "--json").out
    assert ainews("subscribers", "pause", url).code == 0
    assert ainews("subscribers", "list", "--json").json[0]["state"] == "paused"
    assert ainews("subscribers", "resume", url).code == 0
    assert ainews("subscribers", "list", "--json").json[0]["state"] == "active"
    assert ainews("subscribers", "remove", url).code == 0
    assert ainews("subscribers", "list", "--json").json == []


@pytest.mark.usefixtures("made_here")
def test_what_was_given_up_is_listed_filtered_and_retried(ainews: Shell) -> None:
    """With the reason; a retry puts the subscription on again and sends what it missed under the same id."""
    with world() as receivers:
        gone, good = receivers.answer("/gone", 410, 204), receivers.url("/good")
        for url in (gone, good):
            ainews("subscribers", "add", "--to", url, *MORNING, "--secret", SECRET, "--at", "2026-07-10T12:00Z")
        counts = ainews("deliver", "--at", AT, "--json").json
        assert (counts["sent"], counts["unreachable"]) == (1, 1)
        [row] = ainews("deliveries", "--state", "unreachable", "--json").json
        assert (row["to"], row["error"]) == (gone, "it is gone (410)")
        assert "it is gone (410)" in ainews("deliveries").out
        [off] = [one for one in ainews("subscribers", "list", "--json").json if one["to"] == gone]
        assert (off["state"], off["reason"], off["next"]) == ("suspended", "it is gone (410)", None)
        assert "`ainews subscribers resume ID`" in ainews("subscribers", "list").out
        [again] = ainews("deliveries", "retry", "--at", AT, "--json").json
        assert (again["id"], again["state"]) == (row["id"], "sent")
        assert {attempt.id for attempt in receivers.calls("/gone")} == {row["id"]}
        assert ainews("deliveries", "retry", "--at", AT).out == "Nothing was given up.\n"
        ainews("deliveries", "retry", "dlv_nothing").refused("dlv_nothing", "ainews deliveries")


@pytest.mark.usefixtures("made_here")
def test_who_adds_a_suspended_address_again_is_told_that_it_is_on_again(ainews: Shell) -> None:
    """And why nothing came until then."""
    with world() as receivers:
        add = ("subscribers", "add", "--to", receivers.answer("/gone", 410), *MORNING, "--secret", SECRET)
        ainews(*add, "--at", "2026-07-10T12:00Z")
        ainews("deliver", "--at", AT)
        assert "It was suspended (it is gone (410)) and is on again." in ainews(*add, "--at", AT).out
        assert ainews("subscribers", "list", "--at", AT, "--json").json[0]["state"] == "active"


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (("--zone", "Mars/Olympus"), ("Mars/Olympus", "IANA")),
        (("--zone", "UTC", "--time", "25:00"), ("25:00", "08:00")),
        (("--zone", "UTC", "--to", "http://10.0.0.1/hook"), ("10.0.0.1", "AINEWS_ALLOW_PRIVATE_HOSTS")),
        (("--zone", "UTC", "--to", "ftp://example.com"), ("ftp://example.com", "https://")),
        (("--zone", "UTC", "--secret", "short"), ("secret", "whsec_")),
        (("--zone", "UTC", "--language", "klingon"), ("klingon", "en, ja")),
        (("--zone", "UTC", "--weekdays", "someday"), ("someday",)),
        (("--zone", "UTC", "--topics", "cooking"), ("cooking",)),
        (("--zone", "UTC", "--channel", "pigeon"), ("pigeon", "webhook")),
    ],
)
def test_what_cannot_be_met_is_named_with_its_remedy(
    tmp_path: Path, given: tuple[str, ...], told: tuple[str, ...]
) -> None:
    """And nothing is stored."""
    ainews = Shell(tmp_path, private=False)
    ainews("subscribers", "add", "--to", "https://example.com/hook", *given).refused(*told)
    assert ainews("subscribers", "list", "--json").json == []


def test_a_file_of_subscribers_is_read_line_by_line(ainews: Shell, tmp_path: Path) -> None:
    """A bad line costs itself alone and is named with its number; made secrets are printed once; a second run changes nobody's."""
    rows = [
        "channel,to,zone,time,language,topics,minutes,weekdays,secret",
        f"webhook,https://example.com/1,Asia/Tokyo,08:00,ja,,5,,{SECRET}",
        'webhook,https://example.com/2,America/New_York,7:30,en,"chips;models",3,mon-fri,',
        "webhook,https://example.com/3,Mars/Olympus,08:00,en,,,,",
        "webhook,https://example.com/4,UTC,25:00,en,,,,",
        "webhook,not a url,UTC,08:00,en,,,,",
        "webhook,https://example.com/6,UTC,08:00,en,,five,,",
        "pigeon,roof,UTC,08:00,en,,,,",
    ]
    file = tmp_path / "people.csv"
    file.write_text("\n".join(rows) + "\n", encoding="utf-8-sig")
    first = ainews("subscribers", "import", str(file))
    assert first.code == 1
    assert "2 subscribed, 0 changed, 5 lines refused" in first.err
    for number, word in ((4, "Mars/Olympus"), (5, "25:00"), (6, "not a url"), (7, "five"), (8, "pigeon")):
        assert any(f"line {number}" in line and word in line for line in first.err.splitlines())
    assert first.out.count("whsec_") == 1
    listed = {one["to"]: one for one in ainews("subscribers", "list", "--json").json}
    assert sorted(listed) == ["https://example.com/1", "https://example.com/2"]
    assert listed["https://example.com/2"]["topics"] == ["chips", "models"]
    assert listed["https://example.com/2"]["time"] == "07:30"
    second = ainews("subscribers", "import", str(file))
    assert ("whsec_" in second.out, "0 subscribed, 2 changed" in second.err) == (False, True)


def test_an_address_on_two_lines_is_new_once_and_its_made_secret_is_printed_once(ainews: Shell, tmp_path: Path) -> None:
    """The later line holds; nobody is left with a secret that was never shown, and the first brief comes at once."""
    file = tmp_path / "people.csv"
    one, two = "webhook,https://example.com/1,UTC", "webhook,https://example.com/2,UTC,08:00,en"
    file.write_text(f"channel,to,zone,time,language\n{one},08:00,en\n{two}\n{one},09:30,en\n")
    done = ainews("subscribers", "import", str(file), "--at", AT, "--json").json
    assert (done["new"], done["changed"]) == (2, 0)
    assert sorted(row["to"][-1] for row in done["secrets"]) == ["1", "2"]
    assert all(row["secret"].startswith("whsec_") for row in done["secrets"])
    listed = {row["to"][-1]: row for row in ainews("subscribers", "list", "--json").json}
    assert (listed["1"]["time"], listed["1"]["next"]) == ("09:30", "2026-07-17T08:30:00Z")


def test_a_pause_until_a_date_that_has_come_is_refused(ainews: Shell) -> None:
    """It would pause nothing. No moment is none either."""
    ainews("subscribers", "add", "--to", "https://example.com/1", "--zone", "UTC", "--secret", SECRET, "--at", AT)
    pause = ("subscribers", "pause", "https://example.com/1", "--until")
    ainews(*pause, "2026-07-16", "--at", AT).refused("2026-07-16", "to come")
    assert ainews(*pause, "2026-07-18", "--at", AT).code == 0
    ainews("subscribers", "list", "--at", "").refused("--at ''", "not a moment")


@pytest.mark.usefixtures("made_here")
def test_the_password_of_an_address_is_shown_nowhere(ainews: Shell) -> None:
    """Neither in the list nor in the ledger."""
    with world() as receivers:
        url = receivers.url().replace("://", "://me:pass%2Fw@")
        added = ainews("subscribers", "add", "--to", url, *MORNING, "--secret", SECRET, "--at", "2026-07-10T12:00Z")
        assert added.code == 0, added.err
        ainews("deliver", "--at", AT)
        for words in (("subscribers", "list"), ("deliveries",)):
            told = ainews(*words).out + ainews(*words, "--json").out
            assert (told.count("://***@127.0.0.1"), "pass" in told) == (2, False)


def test_a_change_keeps_a_pause_and_the_quiet_line(ainews: Shell) -> None:
    """Unless the quiet line is given; that it is still paused is said."""
    add = ("subscribers", "add", "--to", "https://example.com/1", "--zone", "UTC", "--secret", SECRET)
    ainews(*add, "--quiet-line", "--at", AT)
    ainews("subscribers", "pause", "https://example.com/1", "--until", "2026-08-01", "--at", AT)
    changed = ainews(*add, "--time", "09:00", "--at", AT)
    assert "It is still paused; `ainews subscribers resume sub_" in changed.out
    [row] = ainews("subscribers", "list", "--at", AT, "--json").json
    assert (row["state"], row["paused_until"], row["next"]) == ("paused", "2026-08-01", "2026-08-01T09:00:00Z")
    assert row["quiet_line"] is True
    assert ainews(*add, "--quiet-nothing", "--at", AT, "--json").json["quiet_line"] is False


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (b"channel,to,zone\n", "without 'time'"),
        (b"channel,to,zone,time,language,shoe\n", "with 'shoe'"),
        (b"\xff\xfe\x00", "UTF-8"),
        (b"", "without 'channel'"),
    ],
)
def test_a_file_that_is_no_such_table_is_refused_whole(ainews: Shell, tmp_path: Path, text: bytes, told: str) -> None:
    """With the header that it must have."""
    file = tmp_path / "people.csv"
    file.write_bytes(text)
    ainews("subscribers", "import", str(file)).refused("people.csv", told)


def test_a_header_in_any_order_and_case_is_known(ainews: Shell, tmp_path: Path) -> None:
    """Lines may end early, spaces do not matter, an empty file of people is no error."""
    file = tmp_path / "people.csv"
    file.write_text("Language,Channel,To,Time,Zone,Topics\nen,webhook, https://example.com/1 ,08:00,UTC\n")
    assert ainews("subscribers", "import", str(file), "--json").json["new"] == 1
    file.write_text("channel,to,zone,time,language\n")
    assert ainews("subscribers", "import", str(file), "--json").json["new"] == 0
