"""`opgave post vooruit`: the reminders that will leave, with the lines by which people steer them."""

import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from domain.beeld.vooruit import Voorgenomen
from domain.beeld.vooruit import vooruit as voorgenomen
from domain.kalender import lokale_datum
from domain.zinnen_partners import wie
from register import lezen
from register.rijen import Postrij
from starter.cli import scherm
from starter.cli.datums import kort
from starter.cli.gebeurtenissen import tijdstip
from starter.cli.geven import geldig_id
from starter.cli.omgeving import omgeving

LOPEND = ("lopend", "gepauzeerd")
LANGER = timedelta(days=7)
"""How much later the line to hold a reminder proposes."""


@dataclass(frozen=True)
class Regel:
    """A reminder of one opgave."""

    opgave: str
    wat: Voorgenomen

    @property
    def dag(self) -> date:
        """The day on which it leaves, or that of the term while it waits for consent."""
        return lokale_datum(self.wat.moment) if self.wat.moment else self.wat.einde


def vooruit(opgave: str | None, dagen: int, json: bool) -> None:
    """What will be sent, and what waits in the outbox for its moment."""
    regels, wachtend = list(_regels(opgave, dagen)), list(_wachtend(opgave))
    if json:
        return scherm.json_uit({"vooruit": [_als_json(r) for r in regels], "wachtend": [_wacht(r) for r in wachtend]})
    scherm.zeg("Wat er gaat komen", "bold")
    if not regels:
        scherm.zeg_onder("In deze dagen staat er geen herinnering klaar.")
    for regel in regels:
        scherm.kop(_kop(regel))
        for zin in _bijzonder(regel.wat):
            scherm.zeg_onder(zin, "dim")
        for plak in _plakregels(regel):
            scherm.plakregel(plak)
    scherm.kop("Wacht in de uitgaande post")
    rijen = [(r.opgave, f"{r.functie}@{r.organisatie}", r.onderwerp, _vanaf(r)) for r in wachtend]
    return scherm.tabel(("Opgave", "Aan", "Onderwerp", "Vanaf"), rijen, "Daar wacht niets.")


def _regels(opgave: str | None, dagen: int) -> Iterator[Regel]:
    """Over all opgaven that run, those that wait for consent first, then by time."""
    register, nu = omgeving().register, omgeving().nu()
    wie = [geldig_id(opgave)] if opgave else [o.id for o in lezen.levens(register) if o.toestand in LOPEND]
    standen = ((id_, lezen.stand(register, id_)) for id_ in wie)
    alle = [Regel(id_, v) for id_, stand in standen if stand for v in voorgenomen(stand, nu, dagen)]
    yield from sorted(alle, key=lambda regel: (regel.wat.moment is not None, regel.wat.moment or nu))


def _wachtend(opgave: str | None) -> Iterator[Postrij]:
    rijen = lezen.post(omgeving().register, geldig_id(opgave) if opgave else None, "klaar")
    return (rij for rij in rijen if rij.niet_voor is not None)


def _kop(regel: Regel) -> str:
    v = regel.wat
    if v.moment is None:
        wanneer = "Wacht op akkoord"
    else:
        wanneer = tijdstip(v.moment) + (" (vraagt dan akkoord)" if v.vraagt_akkoord else "")
    return f"{wanneer}: {regel.opgave} {v.trede} aan {wie(v.aan)}. {v.wat}"


def _bijzonder(v: Voorgenomen) -> Iterator[str]:
    yield f"Termijn {v.termijn}, laatste dag {kort(v.einde)}."
    if v.wettelijk:
        yield "Wettelijke termijn: dit bericht kunt u niet aanhouden of omleiden."
    if v.aangehouden_tot:
        yield f"Aangehouden tot en met {kort(v.aangehouden_tot)}."
    if v.omgeleid_van:
        yield f"Omgeleid; eerst was dit voor {wie(v.omgeleid_van)}."
    if v.zin:
        yield f"Met de zin: {v.zin}"


def _plakregels(regel: Regel) -> Iterator[str]:
    """Every line that works for this one."""
    v = regel.wat
    if v.moment is None:
        yield _plak("akkoord", regel.opgave, v.escalatie)
        yield _plak("akkoord", regel.opgave, v.escalatie, "--nee", "--reden", "WAAROM")
        return
    tot = ("--tot", (regel.dag + LANGER).isoformat(), "--reden", "WAAROM")
    welke = (regel.opgave, v.termijn, "--trede", v.trede)
    if not v.wettelijk:
        yield _plak("houd", *welke, *tot)
        yield _plak("leid", *welke, "--naar", _ander(v.aan), *tot)
    yield _plak("zin", *welke, "--zin", "TEKST", *tot)
    yield from (_plak("vrij", regel.opgave, id_) for id_ in v.bijsturingen)


def _ander(aan: str) -> str:
    """Someone else than who gets it now."""
    return "ambtelijk_opdrachtgever" if aan == "opgavemanager" else "opgavemanager"


def _plak(*woorden: str) -> str:
    return shlex.join(["opgave", "post", *woorden])


def _vanaf(rij: Postrij) -> str:
    return tijdstip(rij.niet_voor) if rij.niet_voor else ""


def _als_json(regel: Regel) -> dict[str, Any]:
    return {"opgave": regel.opgave, **regel.wat.model_dump(mode="json")}


def _wacht(rij: Postrij) -> dict[str, Any]:
    velden = ("sleutel", "opgave", "functie", "organisatie", "onderwerp", "wettelijk", "niet_voor", "bundel")
    return {naam: getattr(rij, naam) for naam in velden}
