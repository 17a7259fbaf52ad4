"""The gelijkgestelde dagen that opgaven got to know after their reglement had landed."""

from datetime import date

from sqlalchemy import select

from domain.feit import Feit
from domain.kalender import GelijkgesteldeDag
from domain.taal.termijnen import KalenderAangevuld
from register.tabellen import FEIT
from register.verbinding import Register


def toegevoegd(register: Register) -> tuple[GelijkgesteldeDag, ...]:
    """Every such day once, in order; of two sources the one that was recorded first."""
    vraag = (
        select(FEIT.c.tekst).where(FEIT.c.soort == "KalenderAangevuld").order_by(FEIT.c.vastgelegd_op, FEIT.c.opgave)
    )
    with register.lees() as verbinding:
        teksten = verbinding.execute(vraag).scalars().all()
    dagen: dict[date, GelijkgesteldeDag] = {}
    for tekst in teksten:
        inhoud = Feit.model_validate_json(tekst).inhoud
        for dag in inhoud.dagen if isinstance(inhoud, KalenderAangevuld) else ():
            dagen.setdefault(dag.datum, dag)
    return tuple(sorted(dagen.values(), key=lambda dag: dag.datum))
