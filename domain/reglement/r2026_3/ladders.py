"""The ladders of reminders (domain.md 4.3): what partners owe escalates by function, on both sides. Data."""

from domain.reglement.model import Ladder, Trede
from domain.reglement.r2026_2 import REGLEMENT as TWEEDE

_PARTNER = Ladder(
    naam="partner",
    treden=(
        Trede(code="T-10", dagen=-10, eenheid="werkdag", aan="geadresseerde", toon="vriendelijk"),
        Trede(code="T-3", dagen=-3, eenheid="werkdag", aan="geadresseerde", toon="zakelijk"),
        Trede(code="T", dagen=0, eenheid="werkdag", aan="geadresseerde", toon="vandaag"),
        Trede(code="T+2", dagen=2, eenheid="werkdag", aan="geadresseerde", toon="herinnering"),
        Trede(code="T+2", dagen=2, eenheid="werkdag", aan="opgavemanager", toon="herinnering"),
        Trede(code="T+5", dagen=5, eenheid="werkdag", aan="geadresseerde", toon="escalatie"),
        Trede(code="T+5", dagen=5, eenheid="werkdag", aan="opdrachtgever_geadresseerde", toon="escalatie"),
        Trede(code="T+5", dagen=5, eenheid="werkdag", aan="ambtelijk_opdrachtgever", toon="escalatie"),
        Trede(
            code="T+10",
            dagen=10,
            eenheid="werkdag",
            aan="bestuurder_geadresseerde",
            toon="escalatie",
            akkoord=True,
            signaal=True,
        ),
        Trede(code="T+10", dagen=10, eenheid="werkdag", aan="portefeuillehouder", toon="escalatie", akkoord=True),
        Trede(
            code="T+15", dagen=15, eenheid="werkdag", aan="bestuurder_geadresseerde", toon="bestuurlijk", akkoord=True
        ),
        Trede(code="T+15", dagen=15, eenheid="werkdag", aan="portefeuillehouder", toon="bestuurlijk", akkoord=True),
    ),
)

_AKKOORD = Ladder(
    naam="akkoord",
    treden=(
        Trede(code="T", dagen=0, eenheid="werkdag", aan="opgavemanager", toon="vandaag"),
        Trede(code="T+1", dagen=1, eenheid="werkdag", aan="ambtelijk_opdrachtgever", toon="herinnering"),
    ),
)

LADDERS = (*(x for x in TWEEDE.ladders if x.naam != "partner"), _PARTNER, _AKKOORD)
