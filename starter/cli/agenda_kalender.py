"""`opgave agenda kalender`: what comes on which day, on the screen or as a file for one's own calendar."""

from collections.abc import Iterator
from pathlib import Path

from domain.stand import Stand
from register import lezen, organen
from starter.agendakalender import als_ics, punten
from starter.cli import scherm
from starter.cli.agenda_geven import agendastand
from starter.cli.datums import kort, nog
from starter.cli.omgeving import omgeving
from starter.invoer import Invoerfout

STATUS = ("op_agenda", "geparkeerd")


def kalender(id_: str, uit: Path | None, json: bool) -> None:
    """Show what comes, and write the file where that is asked."""
    doos, stand = omgeving(), agendastand(id_)
    bekend = (organen.kalender(doos.register, orgaan) for orgaan in organen.bekend(doos.register))
    alle = punten(stand, _opgaven(stand), [k for k in bekend if k], doos.vandaag())
    if uit:
        try:
            uit.write_bytes(als_ics(stand.leven.titel, alle, doos.nu()))
        except OSError as fout:
            raise Invoerfout(f"--uit: {uit} kan niet worden geschreven ({fout.strerror}).") from None
    if json:
        return scherm.json_uit(alle)
    scherm.zeg(f"{stand.opgave}  {stand.leven.titel}: wat eraan komt", "bold")
    vandaag = doos.vandaag()
    rijen = [
        (f"{kort(p.van)}{f' t/m {kort(p.tot)}' if p.tot > p.van else ''}", p.soort, p.titel, nog(p.van, vandaag))
        for p in alle
    ]
    scherm.tabel(("Dag", "Soort", "Wat", ""), rijen, "Er is niets gepland.")
    return scherm.zeg(f"\n{len(alle)} punten geschreven in {uit}.") if uit else None


def _opgaven(agenda: Stand) -> Iterator[Stand]:
    """The opgaven on the agenda that have begun and have not ended, as the register has them."""
    for punt in agenda.agenda.punten.values() if agenda.agenda else ():
        stand = lezen.stand(omgeving().register, punt.opgave) if punt.status in STATUS else None
        if stand is not None and not stand.leven.voorbij:
            yield stand
