"""`opgave agenda verwachting`: the forecast of all opgaven that are on an agenda."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from documenten.verwachting import van_agenda
from domain.stand import Stand
from domain.verwachting.agenda import Agendaverwachting, bundel
from domain.verwachting.model import Vraag
from domain.verwachting.verwacht import verwacht
from domain.woorden import met_namen
from register import agendapunten, doorlooptijden, lezen
from starter.cli import scherm
from starter.cli.datums import kort
from starter.cli.geven import stand_van
from starter.cli.omgeving import omgeving
from starter.cli.verwachting_samen import als_bestanden, in_cijfers, kenmerk, noemer, schrijf, toon_gronden, vraag_voor

_VERVALT = ("afgevoerd",)


def toon(id_: str, uit: Path | None, json: bool) -> None:
    """The forecast of all opgaven that are on an agenda, in one table by date."""
    stand = stand_van(id_)
    vraag = vraag_voor(stand)
    samen = agendaverwachting(stand, vraag)
    if json:
        scherm.json_uit(_als_json(samen))
    else:
        _toon(stand, samen)
    if uit:
        schrijf(uit, _bestanden(stand, samen, vraag), stil=json)


def _bestanden(stand: Stand, samen: Agendaverwachting, vraag: Vraag) -> dict[str, bytes]:
    titel, moment = stand.leven.titel, omgeving().nu()
    namen = {opgave: noemer(leven) for opgave, leven in _levens(samen).items()}
    document = van_agenda(samen, titel, vraag.kalenders, moment, kenmerk(stand), namen)
    return als_bestanden(f"verwachting-{stand.opgave}", document)


def _levens(samen: Agendaverwachting) -> dict[str, Stand]:
    """The states of the opgaven in a forecast, for the names of their partners."""
    standen = (lezen.stand(omgeving().register, v.opgave) for v in samen.verwachtingen)
    return {stand.opgave: stand for stand in standen if stand is not None}


def agendaverwachting(stand: Stand, vraag: Vraag) -> Agendaverwachting:
    """The forecast of what is on an agenda; an opgave that has not begun has none yet."""
    rijen = agendapunten.van_agenda(omgeving().register, stand.opgave)
    return _samen(stand.opgave, vraag, (rij.opgave for rij in rijen if rij.status not in _VERVALT))


def van_agenda_of_alle(agenda: str | None) -> Agendaverwachting:
    """The forecast of what is on one agenda, or of all opgaven; it takes seconds for every ten of them."""
    if agenda:
        stand = stand_van(agenda)
        return agendaverwachting(stand, vraag_voor(stand))
    doos = omgeving()
    vraag = doorlooptijden.vraag(doos.register, doos.vandaag())
    return _samen("alle", vraag, (rij.id for rij in lezen.lijst(doos.register)))


def _samen(naam: str, vraag: Vraag, opgaven: Iterable[str]) -> Agendaverwachting:
    standen = (lezen.stand(omgeving().register, opgave) for opgave in opgaven)
    return bundel(naam, vraag, (verwacht(s, vraag) for s in standen if s is not None and not s.leven.voorbij))


def _als_json(samen: Agendaverwachting) -> dict[str, Any]:
    druk = [d.model_dump(mode="json") | {"vol": d.vol} for d in samen.vergaderingen]
    rijen = [{"opgave": r.opgave, "titel": r.titel, **r.rij.model_dump(mode="json")} for r in samen.rijen]
    waarschuwingen = {v.opgave: list(v.waarschuwingen) for v in samen.verwachtingen}
    return {"agenda": samen.agenda, "op": samen.op, "rijen": rijen, "vergaderingen": druk, "let_op": waarschuwingen}


def _toon(stand: Stand, samen: Agendaverwachting) -> None:
    scherm.zeg(f"Verwachting van de agenda {stand.opgave}: {stand.leven.titel}", "bold")
    levens = _levens(samen)
    kolommen = ("Verwacht", "Vroegst", "Opgave", "Wat", "Wie")
    rijen = [
        (in_cijfers(r.waarschijnlijk), in_cijfers(r.vroegst), opgave, r.wat, met_namen(r.wie, levens[opgave]))
        for opgave, r in ((rij.opgave, rij.rij) for rij in samen.rijen)
        if r.soort != "halte"
    ]
    scherm.tabel(kolommen, rijen, "Van de opgaven op deze agenda is nog niets te verwachten.")
    for d in samen.druk:
        zin = f"{d.orgaan} krijgt op {kort(d.op)} waarschijnlijk {d.aantal} voorstellen; er passen er {d.capaciteit}."
        scherm.let_op(f"Let op: {zin}")
    toon_gronden((), tuple(dict.fromkeys(w for v in samen.verwachtingen for w in v.waarschuwingen)))
