"""The approvals of GS and PS: a proposal is put before a body, and what the body decided is made public.

Both run inside the one transaction of the facts they follow from, so the inbox and the besluitenlijst can't differ
from the chain. The message that goes with each (to bestuurssecretariaat or griffie, to those concerned) is an effect
of the same fact, named by the core, and is written in the same transaction by `notificaties`.
"""

from activities.documenten.maken import maak_stukken
from domain.feit import Feit
from domain.gevolg import Bekendmaken, Voorleggen
from domain.stand import Stand
from register.documenten import bewaar
from register.schrijver import Schrijver


def leg_voor(schrijver: Schrijver, stand: Stand, feit: Feit, nr: int, voorstel: Voorleggen) -> None:
    """Put the proposal in the inbox of the body, with the statenvoorstel or GS-nota it will read.

    An entry that already lay there for this step makes room; its documents stay, each with its own fact.
    """
    schrijver.leg_voor(feit, nr, voorstel)
    for stuk in maak_stukken(stand, feit, voorstel):
        bewaar(schrijver.verbinding, feit, nr, voorstel.stap, stuk)


def maak_bekend(schrijver: Schrijver, stand: Stand, feit: Feit, nr: int, besluit: Bekendmaken) -> None:
    """Put the decision on the besluitenlijst of the body, in the fields that Flevoland publishes (domain.md 3.5)."""
    schrijver.maak_bekend(feit, nr, besluit, stand.leven.portefeuille)
