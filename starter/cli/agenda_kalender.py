"""`opgave agenda kalender`: what comes on which day, on the screen or as a file for one's own calendar."""

from collections.abc import Iterator
from pathlib import Path

from domain.stand import Stand
from domain.woorden import tel
from register import lezen, organen
from starter.agendakalender import Kalenderpunt, als_ics, punten, verwachte
from starter.cli import scherm
from starter.cli.agenda_geven import agendastand
from starter.cli.datums import kort, nog
from starter.cli.omgeving import omgeving
from starter.invoer import Invoerfout
from starter.schijffout import waarom

STATUS = ("op_agenda", "geparkeerd")


ORGANEN = ("GS", "PS")
"""Bodies without whose calendar the meetings are missing."""


def kalender(id_: str, uit: Path | None, json: bool, verwacht: bool = False) -> None:
    """Show what comes, and write the file where that is asked; with `verwacht` also what is only expected."""
    doos, stand = omgeving(), agendastand(id_)
    bekend = [k for o in organen.bekend(doos.register) if (k := organen.kalender(doos.register, o))]
    alle = punten(stand, _opgaven(stand), bekend, doos.vandaag())
    if verwacht:
        alle = tuple(sorted((*alle, *_verwacht(stand)), key=lambda p: (p.van, p.id)))
    if uit:
        try:
            uit.write_bytes(als_ics(stand.leven.titel, alle, doos.nu()))
        except OSError as fout:
            raise Invoerfout(f"--uit: {uit} kan niet worden geschreven ({waarom(fout)}).") from None
    if json:
        return scherm.json_uit(alle)
    scherm.zeg(f"{stand.opgave}  {stand.leven.titel}: wat eraan komt", "bold")
    vandaag = doos.vandaag()
    rijen = [
        (f"{kort(p.van)}{f' t/m {kort(p.tot)}' if p.tot > p.van else ''}", p.soort, p.titel, nog(p.van, vandaag))
        for p in alle
    ]
    scherm.tabel(("Dag", "Soort", "Wat", ""), rijen, "Er is niets gepland.")
    if zonder := [orgaan for orgaan in ORGANEN if orgaan not in {k.orgaan for k in bekend}]:
        zin = f"Let op: van {' en '.join(zonder)} is geen kalender ingevoerd; hun vergaderingen staan er niet bij."
        scherm.let_op(f"{zin} Zie: opgave orgaan lees --help")
    return scherm.zeg(f"\n{tel(len(alle), 'punt', 'punten')} geschreven in {uit}.") if uit else None


def _verwacht(agenda: Stand) -> tuple[Kalenderpunt, ...]:
    """What the forecast says of phases; it takes seconds for every ten opgaven."""
    from starter.cli.verwachting_agenda import agendaverwachting
    from starter.cli.verwachting_samen import vraag_voor

    return verwachte(agendaverwachting(agenda, vraag_voor(agenda)).rijen)


def _opgaven(agenda: Stand) -> Iterator[Stand]:
    """The opgaven on the agenda that have begun and have not ended, as the register has them."""
    for punt in agenda.agenda.punten.values() if agenda.agenda else ():
        stand = lezen.stand(omgeving().register, punt.opgave) if punt.status in STATUS else None
        if stand is not None and not stand.leven.voorbij:
            yield stand
