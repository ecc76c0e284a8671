"""When are two links the same article? The canonical form of a URL is an identity, never a link to follow."""

import re
from typing import Final
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlsplit

from news.scripts import words

TRACKING: Final = words(
    """
    _ga _gl _hsenc _hsmi _openstat abcmc_newsid action_object_map action_ref_map action_type_map at_campaign at_medium
    campaign_id campaignid cmp cmpid cn-reloaded cndid dclid dm_i ef_id epik esrc fb_action_ids fb_action_types fb_ref
    fb_source fbclid feature ftag from gaa_at gaa_n gaa_sig gaa_ts gad_source gbraid gclid gclsrc gs_lcrp guccounter
    guce_referrer guce_referrer_sig icid ig_rid igsh igshid intcid irclickid isappinstalled li_fat_id linkid mc_cid
    mc_eid mibextid mkt_tok msclkid mtrref nr_email_referer ns_campaign ns_mchannel ns_source oc outputtype partner
    rdt_cid recruiter ref ref_ ref_src ref_url referer referrer rss s_cid s_kwcid sc_campaign sc_channel sc_content
    sc_country sc_geo sc_medium sc_outcome share share_from share_id share_source share_token sharetype smid source
    spm spm_id_from srnd src srsltid taid trackingcode trk ttclid twclid vero_conv vero_id wbraid wickedid wt_mc wt.mc_id
    xtor yclid ysclid zanpid __twitter_impression __s amp si
    """
)
"""Parameters that say where a reader came from, never what is read."""

_TRACKING_PREFIXES: Final = (
    "utm_",
    "hsa_",
    "pk_",
    "piwik_",
    "mtm_",
    "matomo_",
    "oly_",
    "stm_",
    "itm_",
    "cm_mmc",
    "aff_",
)
_REDIRECTORS: Final = {
    ("google.com", "/url"): ("q", "url"),
    ("news.url.google.com", "/url"): ("q", "url"),
    ("bing.com", "/news/apiclick.aspx"): ("url",),
    ("feedproxy.google.com", "/redirect"): ("url",),
    ("l.facebook.com", "/l.php"): ("u",),
    ("lm.facebook.com", "/l.php"): ("u",),
    ("l.instagram.com", "/"): ("u",),
    ("out.reddit.com", "/"): ("url",),
    ("youtube.com", "/redirect"): ("q",),
    ("linkedin.com", "/redir/redirect"): ("url",),
    ("slack-redir.net", "/link"): ("url",),
    ("t.umblr.com", "/redirect"): ("z",),
    ("getpocket.com", "/redirect"): ("url",),
    ("link.zhihu.com", "/"): ("target",),
    ("link.juejin.cn", "/"): ("target",),
    ("oschina.net", "/action/gotolink"): ("url",),
    ("href.li", "/"): (),
}
"""Pages that only forward: (host, path) → the parameters that may name the target; () = the whole query."""

_DEFAULT_PORT: Final = {"http": 80, "https": 443}
_HOST: Final = re.compile(r"[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?|\[[0-9a-f:.]+\]")
_ESCAPE: Final = re.compile(r"%([0-9A-Fa-f]{2})")
_STRAY_PERCENT: Final = re.compile(r"%(?![0-9A-Fa-f]{2})")
_UNRESERVED: Final = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_SESSION: Final = re.compile(r";(?:jsessionid|phpsessid|sid)=[^/?#;]*", re.IGNORECASE)
_AMP_CACHE: Final = re.compile(r"/(?:c|v|a)/(s/)?(.+)")
_ARXIV: Final = re.compile(r"/(?:abs|pdf|html)/((?:[a-z-]+(?:\.[a-z]{2})?/)?[\d.]+?)(?:v\d+)?(?:\.pdf)?", re.IGNORECASE)
_VIDEO: Final = re.compile(r"/([\w-]{6,})")
_YOUTUBE: Final = re.compile(r"/(?:shorts|live|embed|v)/([\w-]{6,})")


def is_http(url: str) -> bool:
    """True for an absolute http or https URL with a host."""
    parts = _split(url.strip())
    return parts is not None and parts.scheme in _DEFAULT_PORT and bool(parts.hostname)


def canonical(url: str) -> str:
    """The identity of an http(s) link: https, bare host, clean path, sorted query without tracking, no fragment.

    Forwarding links (AMP caches, google.com/url, …) become their target. Anything else comes back stripped.
    Idempotent; never raises.
    """
    url = url.strip()
    while (target := _unwrapped(url)) is not None:
        url = target
    parts = _split(url)
    host = _host(parts) if parts else ""
    if parts is None or not host:
        return url
    path, query = _path(parts.path), _query(parts.query)
    host, path, query = _one_name(host, path, query)
    fragment = f"#{_escape(parts.fragment)}" if parts.fragment.startswith("!") else ""
    return f"https://{host}{path}{'?' if query else ''}{query}{fragment}"


def _split(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(url)
        _ = parts.port, parts.hostname
    except ValueError:
        return None
    return parts


def _host(parts: SplitResult) -> str:
    """Lower-case host with a port that is not the scheme's own, "" when this is no http(s) URL with a proper host."""
    if parts.scheme not in _DEFAULT_PORT:
        return ""
    host = (parts.hostname or "").lower().rstrip(".")
    if not host.isascii():
        try:
            host = host.encode("idna").decode("ascii")
        except UnicodeError:
            return ""
    if ":" in host:
        host = f"[{host}]"
    if not _HOST.fullmatch(host):
        return ""
    while host.startswith("www.") and "." in host[4:]:
        host = host[4:]
    # The key is always https, so both default ports go: http://x:443 is not a thing that feeds print.
    return host if parts.port in (None, 0, *_DEFAULT_PORT.values()) else f"{host}:{parts.port}"


def _escape(text: str) -> str:
    """One spelling for each character: unreserved ones bare, the rest as upper-case escapes, reserved ones kept."""
    text = quote(_STRAY_PERCENT.sub("%25", text), safe="%/:@!$&'()*+,;=~?", errors="replace")
    return _ESCAPE.sub(_unescape, text)


def _unescape(match: re.Match[str]) -> str:
    character = chr(int(match[1], 16))
    return character if character in _UNRESERVED else match[0].upper()


def _path(path: str) -> str:
    """Dot segments resolved, session ids, a trailing slash and a trailing /amp removed; "" for the root."""
    kept: list[str] = []
    for segment in _SESSION.sub("", _escape(path)).split("/")[1:]:
        if segment == "..":
            kept = kept[:-1]
        elif segment != ".":
            kept.append(segment)
    while kept and (kept[-1] == "" or (kept[-1] == "amp" and any(kept[:-1]))):
        kept.pop()
    return "".join(f"/{segment}" for segment in kept)


def _query(query: str) -> str:
    pairs = sorted(_escape(pair).replace("+", "%20") for pair in query.split("&") if pair)
    return "&".join(pair for pair in pairs if not _is_tracking(unquote(pair.partition("=")[0]).lower()))


def _is_tracking(name: str) -> bool:
    return name in TRACKING or name.startswith(_TRACKING_PREFIXES)


def _one_name(host: str, path: str, query: str) -> tuple[str, str, str]:
    """Sites that show one thing under several addresses: YouTube videos, arXiv papers."""
    if host == "youtu.be" and (match := _VIDEO.fullmatch(path)):
        return "youtube.com", "/watch", f"v={match[1]}"
    if host in ("youtube.com", "m.youtube.com"):
        if match := _YOUTUBE.fullmatch(path):
            return "youtube.com", "/watch", f"v={match[1]}"
        return "youtube.com", path, query
    if host in ("arxiv.org", "export.arxiv.org") and (match := _ARXIV.fullmatch(path)):
        return "arxiv.org", f"/abs/{match[1]}", ""
    return host, path, query


def _unwrapped(url: str) -> str | None:
    """The target of a link that only forwards, None for any other. The target is always shorter."""
    parts = _split(url)
    host = _host(parts) if parts else ""
    if parts is None or not host:
        return None
    if match := _amp_path(host, parts.path):
        tail = f"?{parts.query}" if parts.query else ""
        return _target(f"{'https' if match[1] else 'http'}://{match[2]}{tail}", url)
    names = _REDIRECTORS.get((host, parts.path.lower() or "/"))
    if names is None:
        return None
    if not names:
        return _target(parts.query, url)
    given = dict(parse_qsl(parts.query))
    return next((found for name in names if (found := _target(given.get(name, ""), url))), None)


def _amp_path(host: str, path: str) -> re.Match[str] | None:
    if host.endswith(".cdn.ampproject.org"):
        return _AMP_CACHE.fullmatch(path)
    return re.fullmatch(r"/amp/(s/)?(.+)", path) if host == "google.com" else None


def _target(found: str, wrapper: str) -> str | None:
    found = found.strip()
    return found if is_http(found) and len(found) < len(wrapper) else None
