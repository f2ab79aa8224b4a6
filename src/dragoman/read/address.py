"""Addresses of pages in the form in which one page has one: without what was added to follow its readers."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

_TRACKING = re.compile(
    r"utm_|fbclid$|gclid$|dclid$|msclkid$|mc_[ce]id$|igshid$|cmpid$|icid$|ito$|ref(?:_src|_url|errer)?$|source$|share$|smid$|s_cid$|ns_|at_|amp$|output$"
)
# parameters of campaigns and sharing, by what their makers document: Google Analytics, Facebook, Mailchimp, Matomo, BBC (at_), NYT (smid), CNN (cid)
_SHORT = re.compile(r"(?:/amp|/amp\.html|/index\.html?)$")


def canonical(url: str) -> str:
    """An address for comparison, not for fetching.

    Scheme, ``www.`` or ``m.`` or ``amp.`` before the host, fragment, tracking parameters, a trailing slash and AMP endings are taken off; what is
    left of the query is sorted.

    Args:
        url: an absolute http(s) address; anything else comes back as it is.
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return url
    host = re.sub(r"^(?:www\d?|m|mobile|amp)\.", "", parts.hostname)
    kept = sorted((k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.match(k.lower()))
    port = f":{parts.port}" if parts.port and parts.port not in (80, 443) else ""
    return urlunsplit(("", host + port, _SHORT.sub("", parts.path).rstrip("/"), urlencode(kept), "")).removeprefix("//")
