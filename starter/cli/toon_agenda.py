"""The region on the screen of an opgave: its agenda, the documents it is judged under, its neighbours."""

from collections.abc import Mapping

from domain.beeld.agendabord import Fasekader, oordeelskader
from domain.stand import Stand
from domain.taal.agendaplek import BuurGewijzigd
from domain.woorden import gewoon, orgaan
from starter.cli import scherm
from starter.cli.datums import kort
from starter.cli.omgeving import omgeving


def plek(stand: Stand, *, nu: bool = True) -> None:
    """Nothing is said of an opgave that stands on no agenda and has no neighbours; `nu`: also what these last told."""
    _agenda(stand)
    _buren(stand, _laatste(stand) if nu and stand.buren else {})


def _agenda(stand: Stand) -> None:
    hier = stand.agendaplek
    if hier is None:
        return
    scherm.kop("Regionale agenda")
    wat = "staat op" if hier.op_agenda else "staat niet meer op"
    scherm.zeg_onder(f"Deze opgave {wat} {hier.agenda}, sinds {kort(hier.sinds)}.")
    if hier.ook_op:
        scherm.zeg_onder(f"Let op: zij staat ook op {' en '.join(hier.ook_op)}. Haal haar van een van beide.")
    rijen = [
        (str(k.fase), _tot(k), d.titel, gewoon(d.documentsoort), d.versie, orgaan(d.vaststeller))
        for k in oordeelskader(stand)
        for d in k.documenten
    ]
    if rijen:
        scherm.tabel(("Fase", "Tot", "Beoordeeld onder", "Soort", "Versie", "Vastgesteld door"), rijen)


def _tot(kader: Fasekader) -> str:
    return kort(kader.tot) or "nu"


def _buren(stand: Stand, laatste: Mapping[str, str]) -> None:
    if not stand.buren:
        return
    scherm.kop("Opgaven die deze raken")
    rijen = [(buur, hoe, laatste.get(buur, "")) for buur, hoe in stand.buren.items()]
    scherm.tabel(("Opgave", "Hoe", "Laatste verandering"), rijen)


def _laatste(stand: Stand) -> dict[str, str]:
    """What each neighbour last told, as the register has it."""
    from register import lezen

    gezien = dict[str, str]()
    for rij in lezen.feiten(omgeving().register, stand.opgave):
        if rij.soort == "BuurGewijzigd":
            inhoud = rij.feit.inhoud
            if isinstance(inhoud, BuurGewijzigd):
                gezien[inhoud.buur] = f"{inhoud.wat} ({kort(inhoud.op)})"
    return gezien
