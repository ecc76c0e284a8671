"""`ainews subscribers`."""

import csv
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from bot.cli.brief import edition_of
from bot.cli.common import at_option, clock_at, json_option, load_settings, masked, print_json, run_async
from news.errors import BadInput
from news.model import PUBLIC, Subscription
from news.ports import Channel, ChannelContext
from news.timetable import Due, format_weekdays, local_date, parse_weekdays
from news.wishes import Subscribed, Wish

if TYPE_CHECKING:
    from bot.settings import Settings

_NEEDED: Final = ("channel", "to", "zone", "time", "language")
_OPTIONAL: Final = ("topics", "minutes", "weekdays", "secret")
_LAST_ZONE: Final = "Etc/GMT+12"
"""Where every date begins last: what has begun there has begun everywhere."""
_ONCE: Final = "this is shown once: the receiver checks our signature with it"


@click.group()
def subscribers() -> None:
    """Add, list, pause and remove who gets the brief."""


@subscribers.command("add")
@click.option("--channel", default="webhook", show_default=True)
@click.option("--to", required=True, metavar="URL|ID", help="Where the brief goes.")
@click.option("--zone", required=True, help="IANA time zone, such as Asia/Tokyo.")
@click.option("--time", "time", default="08:00", show_default=True, help="Local time.")
@click.option("--language", metavar="L", help="en, ja, zh-Hant, zh-Hans, ko or th.")
@click.option("--topics", default="", metavar="A,B", help="Only these topics.")
@click.option("--minutes", type=int, default=5, show_default=True)
@click.option("--weekdays", default="", metavar="DAYS", help="Such as mon-fri or mon,wed; every day when left out.")
@click.option("--secret", default="", help="whsec_…; made and shown once when left out.")
@click.option(
    "--quiet-line/--quiet-nothing",
    default=None,
    help="On a day without news: one line that says so, or nothing (nothing, or as it was, when left out).",
)
@click.option(
    "--tenant", default=PUBLIC, metavar="T", help="Of a workspace that installed the app, such as slack:T01AB."
)
@at_option
@json_option
@run_async
async def add(channel: str, at: str | None, as_json: bool, quiet_line: bool | None, tenant: str, **given: Any) -> None:
    """Subscribe an address. A new one gets today's brief at once; one that is there keeps its pause, and a suspension ends."""
    settings = load_settings()
    wish = _wish(settings, {**given, "minutes": str(given["minutes"]), "language": given["language"] or ""}, quiet_line)
    [done] = await _subscribe(settings, at, channel, [wish], tenant)
    one = done.subscription
    if as_json:
        print_json({**_row(one, done.due, clock_at(at).now()), "new": done.new, "secret": done.secret or None,
                    "resumed": bool(done.resumed)})  # fmt: skip
        return
    click.echo(f"{'Subscribed' if done.new else 'Changed'} {one.id}: {_told(one)}")
    if done.resumed:
        click.echo(f"It was suspended ({done.resumed}) and is on again.")
    if _state(one, clock_at(at).now()) == "paused":
        click.echo(f"It is still paused; `ainews subscribers resume {one.id}` ends that.")
    if done.secret:
        click.echo(f"Secret ({_ONCE}): {done.secret}")


@subscribers.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@at_option
@json_option
@run_async
async def import_(file: Path, at: str | None, as_json: bool) -> None:
    """Subscribe every line of a CSV file: channel,to,zone,time,language[,topics,minutes,weekdays,secret]."""
    settings = load_settings()
    wishes, problems = await _read(settings, file)
    done: list[Subscribed] = []
    for channel in sorted({name for name, _ in wishes}):
        done += await _subscribe(settings, at, channel, [wish for name, wish in wishes if name == channel])
    secrets = [(one.subscription, one.secret) for one in done if one.secret]
    if as_json:
        rows = [{"id": one.id, "to": one.address, "secret": secret} for one, secret in secrets]
        print_json({"new": sum(one.new for one in done), "changed": sum(not one.new for one in done),
                    "resumed": [one.subscription.id for one in done if one.resumed],
                    "problems": problems, "secrets": rows})  # fmt: skip
    else:
        if secrets:
            click.echo(f"id,to,secret  ({_ONCE})")
        for one, secret in secrets:
            click.echo(f"{one.id},{one.address},{secret}")
        new = sum(one.new for one in done)
        resumed = sum(bool(one.resumed) for one in done)
        on = f" ({resumed} suspended before and on again)" if resumed else ""
        click.echo(f"{new} subscribed, {len(done) - new} changed{on}, {len(problems)} lines refused.", err=True)
    if problems:
        for problem in problems:
            click.echo(f"ainews: {problem}", err=True)
        raise click.exceptions.Exit(1)


@subscribers.command("list")
@at_option
@json_option
@run_async
async def list_(at: str | None, as_json: bool) -> None:
    """Show who gets the brief, when next, and who does not and why."""
    from bot.newsroom.delivering.subscriptions import list_everywhere
    from bot.wiring import open_house

    now = clock_at(at).now()
    async with open_house(load_settings(), clock_at(at)) as house:
        found = await list_everywhere(database=house.database)
    if as_json:
        print_json([_row(one, due, now) for one, due in found])
        return
    for one, due in found:
        then = f"next {due.at:%Y-%m-%d %H:%M} UTC" if due else _state(one, now)
        click.echo(f"{one.id}  {_told(one)}; {then}" + (f" ({one.suspended})" if one.suspended else ""))
    if any(one.suspended for one, _ in found):
        click.echo("`ainews subscribers resume ID` goes on with one that is suspended, once the reason is gone.")
    if not found:
        click.echo("Nobody yet. `ainews subscribers add --to URL --zone Asia/Tokyo` adds somebody.")


@subscribers.command("pause")
@click.argument("ids", nargs=-1, required=True, metavar="ID|URL…")
@click.option("--until", type=click.DateTime(["%Y-%m-%d"]), help="The first date with a brief again.")
@at_option
@run_async
async def pause_(ids: Sequence[str], until: Any, at: str | None) -> None:
    """Send nothing for a while, or until it is resumed."""
    from bot.newsroom.delivering.subscriptions import pause
    from bot.wiring import open_house

    async with open_house(load_settings(), clock_at(at)) as house:
        last = until.date() if until else None
        if last and last <= local_date(_LAST_ZONE, house.clock.now()):
            raise BadInput(f"--until {last}", "is no date to come; name the first date with a brief again")
        changed = await pause(database=house.database, clock=house.clock, ids=ids, until=last, tenant=None)
    for one in changed:
        click.echo(f"Paused {one.id}{f' until {last}' if last else ''}.")


@subscribers.command("resume")
@click.argument("ids", nargs=-1, required=True, metavar="ID|URL…")
@at_option
@run_async
async def resume_(ids: Sequence[str], at: str | None) -> None:
    """End a pause, or a suspension once its reason is gone."""
    from bot.newsroom.delivering.subscriptions import resume
    from bot.wiring import open_house

    async with open_house(load_settings(), clock_at(at)) as house:
        for one in await resume(database=house.database, clock=house.clock, ids=ids, tenant=None):
            click.echo(f"Resumed {one.id}.")


@subscribers.command("remove")
@click.argument("ids", nargs=-1, required=True, metavar="ID|URL…")
@at_option
@run_async
async def remove_(ids: Sequence[str], at: str | None) -> None:
    """Forget somebody: the address, the secret and what was delivered."""
    from bot.newsroom.delivering.subscriptions import remove
    from bot.wiring import open_house

    async with open_house(load_settings(), clock_at(at)) as house:
        number = await remove(database=house.database, ids=ids, tenant=None)
    click.echo(f"Removed {number} {'subscription' if number == 1 else 'subscriptions'}.")


async def _subscribe(
    settings: "Settings", at: str | None, name: str, wishes: Sequence[Wish], tenant: str = PUBLIC
) -> list[Subscribed]:
    from bot.cli.handing import nudge
    from bot.newsroom.delivering.subscriptions import every_tenant, subscribe
    from bot.wiring import open_house

    async with _opened(settings, name) as channel, open_house(settings, clock_at(at)) as house:
        known = await every_tenant(house.database)
        if tenant not in known:
            raise BadInput(f"--tenant {tenant}", f"there is none; there are: {', '.join(known)}")
        done = await subscribe(
            database=house.database, clock=house.clock, channel=channel, wishes=wishes, tenant=tenant
        )
        if any(one.new for one in done):
            await nudge(house)
    return done


def _opened(settings: "Settings", name: str) -> Any:
    from channels.registry import open_channel

    return open_channel(name, ChannelContext(settings.base_url, settings.allow_private_hosts))


def _wish(settings: "Settings", given: dict[str, str], quiet_line: bool | None = None, where: str = "") -> Wish:
    """Raises BadInput naming what is wrong."""
    minutes = given.get("minutes") or "5"
    if not minutes.strip().isascii() or not minutes.strip().isdigit():
        raise BadInput(f"minutes {minutes!r}", "write a number, such as 5")
    topics = ",".join((given.get("topics") or "").replace(";", ",").replace("|", ",").split())
    return Wish(
        to=given["to"],
        zone=given["zone"],
        time=given["time"],
        edition=edition_of(settings, given.get("language") or None, int(minutes), topics),
        weekdays=parse_weekdays(given.get("weekdays") or ""),
        secret=given.get("secret") or "",
        quiet_line=quiet_line,
        where=where,
    )


async def _read(settings: "Settings", file: Path) -> tuple[list[tuple[str, Wish]], list[str]]:
    """The lines that can be met with their channel, and what is wrong with the others: a bad line costs itself alone."""
    from bot.newsroom.delivering.subscriptions import check_wish

    wishes: list[tuple[str, Wish]] = []
    problems: list[str] = []
    channels: dict[str, Channel] = {}
    for number, row in _rows(file):
        try:
            name = row["channel"].strip()
            if name not in channels:
                async with _opened(settings, name) as channel:
                    channels[name] = channel
            wish = _wish(settings, row, where=f"line {number}")
            check_wish(wish, channels[name])
            wishes.append((name, wish))
        except BadInput as error:
            problems.append(f"{file.name}, line {number}: {error}")
    return wishes, problems


def _rows(file: Path) -> Iterable[tuple[int, dict[str, str]]]:
    """Line number and values. Raises BadInput for a file that is no such table."""
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.DictReader(lines, restval="")
            header = [name.strip().lower() for name in reader.fieldnames or []]
            missing = [name for name in _NEEDED if name not in header]
            unknown = [name for name in header if name not in (*_NEEDED, *_OPTIONAL)]
            if missing or unknown:
                wrong = f"without {missing[0]!r}" if missing else f"with {unknown[0]!r}"
                raise BadInput(file.name, f"a header {wrong}; it must be {','.join(_NEEDED)}[,{','.join(_OPTIONAL)}]")
            reader.fieldnames = header
            for row in reader:
                yield reader.line_num, {name: value or "" for name, value in row.items() if name}
    except (UnicodeDecodeError, csv.Error) as error:
        raise BadInput(file.name, f"not a CSV file in UTF-8 ({error})") from error


def _told(one: Subscription) -> str:
    edition = one.edition
    topics = f", only {', '.join(edition.topics)}" if edition.topics else ""
    when = f"{format_weekdays(one.weekdays)} at {one.time} {one.zone}"
    of = "" if one.tenant == PUBLIC else f" of {one.tenant}"
    return f"{one.channel} {masked(one.address)}{of}, {when}, {edition.language}, {edition.minutes} min{topics}"


def _state(one: Subscription, now: datetime) -> str:
    if one.suspended:
        return "suspended"
    paused = one.paused_until is not None and one.paused_until > local_date(one.zone, now)
    return "paused" if paused else "active"


def _row(one: Subscription, due: Due | None, now: datetime) -> dict[str, Any]:
    from bot.newsroom.delivering.subscriptions import FOR_GOOD

    return {
        "id": one.id,
        "channel": one.channel,
        "to": masked(one.address),
        "tenant": one.tenant,
        "zone": one.zone,
        "time": one.time,
        "language": one.edition.language,
        "topics": list(one.edition.topics),
        "minutes": one.edition.minutes,
        "weekdays": format_weekdays(one.weekdays),
        "quiet_line": one.quiet_line,
        "state": _state(one, now),
        "reason": one.suspended,
        "paused_until": None if one.paused_until in (None, FOR_GOOD) else one.paused_until.isoformat(),
        "next": due.at.isoformat().replace("+00:00", "Z") if due else None,
    }
