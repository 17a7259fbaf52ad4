"""`--droog`: what a command would do, computed here with the same core, and nothing sent or changed."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from domain import kern
from domain.feit import Bewijs, Feit
from domain.gevolg import Bekendmaken, Bericht, Voorleggen
from domain.gevolgen import adressen, gevolgen
from domain.opdracht import Opdracht
from domain.stand import Stand
from domain.taal.termijnen import TermijnGestart
from domain.woorden import datum, gewoon, met_namen, orgaan
from domain.zinnen import vertel
from starter.cli import scherm


def probeer(stand: Stand, nu: datetime, opdracht: Opdracht) -> tuple[Bewijs, dict[str, Any]]:
    """The receipt it would give, and the facts, messages, proposals, publications and terms it would cause."""
    na, feiten = kern.stap(stand, nu, opdracht)
    eigen = [feit for feit in feiten if feit.opdracht == opdracht.id]
    delen = [(gevolg, feit) for feit in feiten for gevolg in gevolgen(feit)]
    uitkomst = {
        "feiten": eigen,
        "verstreken_tijd": [feit for feit in feiten if feit.opdracht is None],
        "berichten": [_bericht(na, g) for g, _ in delen if isinstance(g, Bericht)],
        "voorleggen": [g for g, _ in delen if isinstance(g, Voorleggen)],
        "bekendmaken": [g for g, _ in delen if isinstance(g, Bekendmaken)],
        "termijnen": [_termijn(feit.inhoud) for feit in feiten if isinstance(feit.inhoud, TermijnGestart)],
    }
    return kern.bewijs(na, opdracht.id), uitkomst


def toon(uitkomst: dict[str, Any], stand: Stand) -> None:
    """The outcome on the screen, with the names of the partners that take part in this state."""

    def zin(feit: Feit) -> str:
        return met_namen(vertel(feit), stand)

    scherm.zeg("Droog geoefend: er is niets vastgelegd en niets verstuurd.", "bold")
    _blok("Feiten die erbij zouden komen", map(zin, uitkomst["feiten"]))
    _blok("Wat de tijd vooraf of daarna nog zegt", map(zin, uitkomst["verstreken_tijd"]))
    _blok("Berichten", (f"{', '.join(b['aan'])}: {b['onderwerp']}" for b in uitkomst["berichten"]))
    _blok("Op tafel bij", (f"{orgaan(v.orgaan)}: {v.onderwerp or v.code}" for v in uitkomst["voorleggen"]))
    _blok("Op de besluitenlijst van", (f"{orgaan(b.orgaan)}: {b.titel}" for b in uitkomst["bekendmaken"]))
    _blok("Termijnen", (f"{t['voor']}: {t['wat']}, tot en met {datum(t['einde'])}" for t in uitkomst["termijnen"]))


def _bericht(stand: Stand, bericht: Bericht) -> dict[str, Any]:
    aan = dict.fromkeys(str(adres) for rol in bericht.aan for adres in adressen(stand, rol))
    return {"aan": list(aan), "onderwerp": bericht.onderwerp, "uiterlijk": bericht.uiterlijk}


def _termijn(gestart: TermijnGestart) -> dict[str, Any]:
    t = gestart.termijn
    return {"voor": gewoon(orgaan(t.geadresseerde)), "wat": t.wat, "einde": t.einde, "grondslag": t.grondslag}


def _blok(titel: str, regels: Iterable[str]) -> None:
    gevuld = list(regels)
    if gevuld:
        scherm.kop(titel)
    for regel in gevuld:
        scherm.punt(regel)
