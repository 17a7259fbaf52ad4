"""Holding recorded decisions against a published besluitenlijst, both ways; every match says why and how sure it is.

Lines are matched in four rounds, the surest first: same body, day and title; same body and day with a title that
shares most of its words; same body and title on another day within two weeks; same body, day and outcome with at least
one long word of the title in common. What is left on either side is a gap. A match that is not the surest is always
named as such.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal, NamedTuple

from audit.bevinding import Bevinding, Code
from audit.rekenen.besluitregel import Besluiten, Orgaan, Vastgelegd
from domain.basis import Model
from domain.woorden import gewoon

Zekerheid = Literal["zeker", "waarschijnlijk", "onzeker", ""]
Oordeel = Literal[
    "klopt",
    "anders",
    "niet vastgelegd",
    "niet gepubliceerd",
    "verwacht afwezig",
    "niet op deze lijst",
    "geheim gepubliceerd",
]
DAGEN = 14
"""So far apart two lines with one title may lie to be held for one decision."""
GELIJKENIS = 0.6
"""The share of words that two titles of one day must have in common."""
LANG_WOORD = 6
"""From so many letters on a word says something about a subject."""
_GAT: dict[str, Code] = {
    "anders": "publicatie_anders",
    "niet vastgelegd": "niet_vastgelegd",
    "niet gepubliceerd": "niet_gepubliceerd",
    "geheim gepubliceerd": "publicatie_anders",
}
_ZELFDE = {
    **dict.fromkeys(("akkoord", "conform besloten", "conform voorstel", "conform advies", "ingestemd"), "conform"),
    **dict.fromkeys(("voor kennisgeving aangenomen", "kennisgenomen", "ter kennisname aangenomen"), "ter kennisname"),
    **dict.fromkeys(("geamendeerd aangenomen", "aangenomen met amendement"), "gewijzigd aangenomen"),
    **dict.fromkeys(("niet aangenomen", "afgestemd"), "verworpen"),
    **dict.fromkeys(("gewijzigd besloten", "gewijzigd vastgesteld"), "gewijzigd"),
}
"""Words on lists for outcomes that are recorded otherwise; that one was used stands in the explanation."""


class Gepubliceerd(Model):
    """One line of the published list. `nr` is its line in the file; `uitkomst` is empty when the list gives none."""

    nr: int
    orgaan: Orgaan
    op: date
    nummer: str = ""
    titel: str
    uitkomst: str = ""


class Regel(Model):
    """One decision on either side or both, with the verdict and why."""

    oordeel: Oordeel
    zekerheid: Zekerheid = ""
    gepubliceerd: Gepubliceerd | None = None
    vastgelegd: Vastgelegd | None = None
    verschillen: tuple[str, ...] = ()
    uitleg: str

    @property
    def is_gat(self) -> bool:
        """Whether somebody has to look at this."""
        return self.oordeel in _GAT

    @property
    def waar(self) -> str:
        """The line of the list, or else the fact."""
        if self.gepubliceerd is not None:
            return f"regel {self.gepubliceerd.nr}"
        return self.vastgelegd.waar if self.vastgelegd else ""


class Aansluiting(Model):
    """All lines of both sides, those of the list first."""

    regels: tuple[Regel, ...]
    afgeschermd: int = 0

    @property
    def sluit_aan(self) -> bool:
        return not any(regel.is_gat for regel in self.regels)

    @property
    def bevindingen(self) -> tuple[Bevinding, ...]:
        """A finding for each gap."""
        return tuple(
            Bevinding(code=_GAT[r.oordeel], waar=r.waar, zin=r.uitleg) for r in self.regels if r.oordeel in _GAT
        )


class _Paar(NamedTuple):
    """A possible match: its round, how alike the titles are, how many days apart."""

    ronde: int
    anders: float
    dagen: int
    links: int
    rechts: int


def sluit_aan(lijst: Sequence[Gepubliceerd], pakken: Sequence[Besluiten]) -> Aansluiting:
    """Match the lines of the list with the recorded decisions of these packs."""
    vast = [regel for pak in pakken for regel in pak.regels]
    gekozen = dict[int, tuple[_Paar, int]]()
    bezet = set[int]()
    for paar in sorted(_paren(lijst, vast)):
        if paar.links not in gekozen and paar.rechts not in bezet:
            gekozen[paar.links] = (paar, paar.rechts)
            bezet.add(paar.rechts)
    dicht = sum(len(pak.afgeschermd) for pak in pakken)
    regels = [_regel(g, vast, gekozen[i]) if i in gekozen else _niet_vast(g, dicht) for i, g in enumerate(lijst)]
    regels += [_zonder(v, lijst) for i, v in enumerate(vast) if i not in bezet]
    return Aansluiting(regels=tuple(regels), afgeschermd=dicht)


def _paren(lijst: Sequence[Gepubliceerd], vast: Sequence[Vastgelegd]) -> Iterator[_Paar]:
    for links, g in enumerate(lijst):
        for rechts, v in enumerate(vast):
            if g.orgaan != v.orgaan:
                continue
            dagen, gelijk = abs((g.op - v.op).days), gelijkenis(g.titel, v.titel)
            # Of two decisions with one title on one day the one with the published outcome goes first.
            anders = 1 - gelijk + (0.001 if _andere_uitkomst(g, v)[0] else 0)
            if dagen == 0 and _kaal(g.titel) == _kaal(v.titel):
                yield _Paar(1, anders, 0, links, rechts)
            elif dagen == 0 and gelijk >= GELIJKENIS:
                yield _Paar(2, anders, 0, links, rechts)
            elif 0 < dagen <= DAGEN and _kaal(g.titel) == _kaal(v.titel):
                yield _Paar(3, anders, dagen, links, rechts)
            elif dagen == 0 and _deelt_een_woord(g, v):
                yield _Paar(4, anders, 0, links, rechts)


def _deelt_een_woord(g: Gepubliceerd, v: Vastgelegd) -> bool:
    """A last resort: one long word in both titles, and nothing in the outcome that speaks against it."""
    samen = _woorden(g.titel) & _woorden(v.titel)
    return any(len(woord) >= LANG_WOORD for woord in samen) and not _andere_uitkomst(g, v)[0]


def _niet_vast(g: Gepubliceerd, afgeschermd: int) -> Regel:
    zin = f"{g.orgaan} {g.op}, '{g.titel}': gepubliceerd, maar in deze pakken niet vastgelegd."
    if afgeschermd:
        zin += f" Let op: {afgeschermd} feiten zijn afgeschermd en niet vergeleken; dit kan er een van zijn."
    return Regel(oordeel="niet vastgelegd", gepubliceerd=g, uitleg=zin)


def _regel(g: Gepubliceerd, vast: Sequence[Vastgelegd], keus: tuple[_Paar, int]) -> Regel:
    (paar, rechts), zekerheid = keus, _zekerheid(keus[0])
    v = vast[rechts]
    verschillen, gelezen = _verschillen(g, v)
    hoe = " ".join(filter(None, (_hoe(paar, g, v), gelezen)))
    oordeel: Oordeel = "anders" if verschillen else "klopt"
    if v.geheim:
        hoe += f" Er rust geheimhouding op; de titel is {'neutraal' if v.neutraal else 'NIET neutraal'}."
        oordeel = oordeel if v.neutraal else "geheim gepubliceerd"
    zin = f"{v.waar} ({v.stap}): {'; '.join(verschillen) or oordeel}. {hoe}"
    return Regel(
        oordeel=oordeel, zekerheid=zekerheid, gepubliceerd=g, vastgelegd=v, verschillen=verschillen, uitleg=zin
    )


def _zonder(v: Vastgelegd, lijst: Sequence[Gepubliceerd]) -> Regel:
    """A decision that is not on the list: expected under geheimhouding, and when the list is of other days."""
    dagen = [g.op for g in lijst if g.orgaan == v.orgaan]
    wat = f"{v.waar}, {v.orgaan} {v.op}, '{v.titel}'"
    if v.geheim:
        return Regel(oordeel="verwacht afwezig", vastgelegd=v, uitleg=f"{wat}: er rust geheimhouding op.")
    if v.wacht:
        zin = f"{wat}: wacht nog op bevestiging door een tweede persoon."
        return Regel(oordeel="verwacht afwezig", vastgelegd=v, uitleg=zin)
    if not dagen or not min(dagen) <= v.op <= max(dagen):
        zin = f"{wat}: de lijst gaat niet over deze dag van {v.orgaan}."
        return Regel(oordeel="niet op deze lijst", vastgelegd=v, uitleg=zin)
    return Regel(oordeel="niet gepubliceerd", vastgelegd=v, uitleg=f"{wat}: vastgelegd, maar niet gepubliceerd.")


def _zekerheid(paar: _Paar) -> Zekerheid:
    return "zeker" if paar.ronde == 1 else "waarschijnlijk" if paar.ronde == 2 else "onzeker"


def _hoe(paar: _Paar, g: Gepubliceerd, v: Vastgelegd) -> str:
    if paar.ronde == 1:
        return "Zeker: zelfde orgaan, dag en titel."
    if paar.ronde == 3:
        return f"Onzeker: zelfde orgaan en titel, {paar.dagen} dagen uit elkaar."
    links, rechts = _woorden(g.titel), _woorden(v.titel)
    sterk = "Waarschijnlijk" if paar.ronde == 2 else "Onzeker"
    return (
        f"{sterk}: zelfde orgaan en dag, {len(links & rechts)} van {len(links | rechts)} woorden van de titel gelijk."
    )


def _verschillen(g: Gepubliceerd, v: Vastgelegd) -> tuple[tuple[str, ...], str]:
    """What differs, and how the published outcome was read."""
    uitkomst, gelezen = _andere_uitkomst(g, v)
    alle = (
        "gepubliceerd, maar een tweede persoon heeft het nog niet bevestigd" if v.wacht else "",
        f"andere datum: gepubliceerd {g.op}, vastgelegd {v.op}" if g.op != v.op else "",
        f"andere titel: '{g.titel}' en '{v.titel}'" if _kaal(g.titel) != _kaal(v.titel) else "",
        uitkomst,
    )
    return tuple(wat for wat in alle if wat), gelezen


def _andere_uitkomst(g: Gepubliceerd, v: Vastgelegd) -> tuple[str, str]:
    if not g.uitkomst:
        return "", "De lijst noemt geen uitkomst."
    gezegd = _kaal(gewoon(g.uitkomst))
    gelezen = _ZELFDE.get(gezegd, gezegd)
    mag = {_kaal(w) for u in (v.uitkomst, v.resultaat, *v.ook) if u for w in (u, gewoon(u))}
    hoe = f"'{g.uitkomst}' is gelezen als {gelezen}." if gelezen != gezegd and gezegd not in mag else ""
    if gezegd in mag or gelezen in mag:
        return "", hoe
    return f"andere uitkomst: gepubliceerd '{g.uitkomst}', vastgelegd '{gewoon(v.uitkomst)}'", hoe


def gelijkenis(een: str, ander: str) -> float:
    """The share of words that two titles have in common, from 0 to 1."""
    links, rechts = _woorden(een), _woorden(ander)
    return len(links & rechts) / len(links | rechts) if links | rechts else 0.0


def _woorden(tekst: str) -> set[str]:
    return set(_kaal(tekst).split())


def _kaal(tekst: str) -> str:
    """Without capitals, accents and punctuation."""
    zonder = "".join(t for t in unicodedata.normalize("NFKD", tekst.casefold()) if not unicodedata.combining(t))
    return " ".join(re.findall(r"[a-z0-9]+", zonder))
