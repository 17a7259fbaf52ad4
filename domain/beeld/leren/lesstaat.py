"""Where each lesson of an opgave stands: who agreed, what changes, whether it is practice, who used it."""

from datetime import date

from domain.basis import Model
from domain.stand import Stand
from domain.taal.lesaanbod import Toepassing
from domain.taal.lessen import Les


class Lesstaat(Model):
    """One lesson. `nog_te_horen` are partners that take part and did not say that it holds."""

    les: Les
    gevalideerd_door: tuple[str, ...] = ()
    nog_te_horen: tuple[str, ...] = ()
    actie_af: bool = False
    controle_voor: date | None = None
    elders: tuple[tuple[str, Toepassing], ...] = ()


def lesstaten(stand: Stand) -> tuple[Lesstaat, ...]:
    """Every lesson, in the order in which it was recorded."""
    return tuple(_staat(stand, les) for les in stand.lessen.values())


def _staat(stand: Stand, les: Les) -> Lesstaat:
    meedoen = [p.id for p in stand.partners.values() if p.doet_mee]
    actie = stand.afspraken.get(f"{les.id}.actie")
    controle = stand.termijnen.get(f"{les.id}/T22")
    return Lesstaat(
        les=les,
        gevalideerd_door=les.gevalideerd_door,
        nog_te_horen=tuple(p for p in meedoen if p not in les.gevalideerd_door) if les.status == "concept" else (),
        actie_af=actie is not None and actie.afgerond_op is not None,
        controle_voor=controle.einde if controle is not None and controle.loopt else None,
        elders=tuple((h.in_opgave, h.antwoord) for h in stand.hergebruik if h.les == les.id),
    )
