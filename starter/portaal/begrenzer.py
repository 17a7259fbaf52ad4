"""How often one address or one link may do something. Kept in memory: after a restart everyone begins again."""

import ipaddress
import re
from collections import OrderedDict, deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from time import monotonic

from starlette.datastructures import Headers
from starlette.types import Scope

_MET_POORT = re.compile(r"\[(.*)\](?::\d+)?|([\d.]+):\d+", re.ASCII)
MEESTE_SLEUTELS = 20_000
"""How many addresses and links are remembered; the one that was quiet longest is forgotten first."""


@dataclass(frozen=True)
class Grens:
    """At most `aantal` times in `seconden`."""

    aantal: int
    seconden: int


PAGINAS = Grens(600, 300)
"""Pages of one address: an office of a partner may be behind one."""
MISSERS = Grens(20, 600)
"""Tokens that don't exist, of one address. Guessing one takes 2^255 tries."""
INZENDINGEN = Grens(60, 600)
"""Forms of one link, and visits that begin with it."""
NIEUWE_LINKS = Grens(3, 3600)
"""New links that are asked with one link."""


@dataclass
class Begrenzer:
    """Counts in a sliding window."""

    klok: Callable[[], float] = monotonic
    _keren: OrderedDict[str, deque[float]] = field(default_factory=OrderedDict)

    def wacht(self, soort: str, wie: str, grens: Grens) -> int:
        """Count this time. Gives 0 when it may, and otherwise how many seconds to wait; waiting is not counted."""
        nu, keren = self.klok(), self._van(f"{soort}:{wie}")
        while keren and keren[0] <= nu - grens.seconden:
            keren.popleft()
        if len(keren) >= grens.aantal:
            return max(1, int(keren[0] + grens.seconden - nu) + 1)
        keren.append(nu)
        return 0

    def vol(self, soort: str, wie: str, grens: Grens) -> int:
        """The same without counting."""
        nu, keren = self.klok(), self._van(f"{soort}:{wie}")
        tellend = [keer for keer in keren if keer > nu - grens.seconden]
        return max(1, int(tellend[0] + grens.seconden - nu) + 1) if len(tellend) >= grens.aantal else 0

    def _van(self, sleutel: str) -> deque[float]:
        keren = self._keren.setdefault(sleutel, deque())
        self._keren.move_to_end(sleutel)
        if len(self._keren) > MEESTE_SLEUTELS:
            self._keren.popitem(last=False)
        return keren


def adres_van(scope: Scope, proxies: Sequence[str]) -> str:
    """Who asks: the peer, or when that is a trusted proxy the last address it was given that is none.

    Of IPv6 the first 64 bits count, because one house has all the rest.
    """
    peer = (scope.get("client") or ("onbekend", 0))[0]
    if not _vertrouwd(peer, proxies):
        return _groep(peer)
    doorgegeven = [deel.strip() for kop in Headers(scope=scope).getlist("x-forwarded-for") for deel in kop.split(",")]
    anderen = [adres for adres in doorgegeven if not _vertrouwd(adres, proxies)]
    return _groep(anderen[-1] if anderen else peer)


def _vertrouwd(adres: str, proxies: Sequence[str]) -> bool:
    try:
        ip = _ip(adres)
        return any(ip in ipaddress.ip_network(proxy, strict=False) for proxy in proxies)
    except ValueError:
        return False


def _groep(adres: str) -> str:
    try:
        ip = _ip(adres)
    except ValueError:
        return adres[:64]
    return str(ipaddress.ip_network((ip, 64), strict=False)) if ip.version == 6 else str(ip)


def _ip(adres: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
    """Some proxies write a port behind it, and a socket for both kinds writes IPv4 as ::ffff:192.0.2.1."""
    met_poort = _MET_POORT.fullmatch(adres)
    ip = ipaddress.ip_address((met_poort[1] or met_poort[2]) if met_poort else adres)
    return getattr(ip, "ipv4_mapped", None) or ip
