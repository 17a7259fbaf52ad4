"""The ladders of reminders (domain.md 4.3). Data."""

from domain.reglement.model import Ladder, Trede

LADDERS = (
    Ladder(
        naam="partner",
        treden=(
            Trede(code="T-10", dagen=-10, eenheid="werkdag", aan="geadresseerde", toon="vriendelijk"),
            Trede(code="T-3", dagen=-3, eenheid="werkdag", aan="geadresseerde", toon="zakelijk"),
            Trede(code="T", dagen=0, eenheid="werkdag", aan="geadresseerde", toon="vandaag"),
            Trede(code="T+2", dagen=2, eenheid="werkdag", aan="geadresseerde", toon="herinnering"),
            Trede(code="T+2", dagen=2, eenheid="werkdag", aan="opgavemanager", toon="herinnering"),
            Trede(code="T+5", dagen=5, eenheid="werkdag", aan="geadresseerde", toon="escalatie"),
            Trede(code="T+5", dagen=5, eenheid="werkdag", aan="ambtelijk_opdrachtgever", toon="escalatie"),
            Trede(code="T+10", dagen=10, eenheid="werkdag", aan="portefeuillehouder", toon="escalatie"),
            Trede(code="T+15", dagen=15, eenheid="werkdag", aan="portefeuillehouder", toon="bestuurlijk"),
        ),
    ),
    Ladder(
        naam="wettelijk",
        treden=(
            Trede(code="T-28", dagen=-28, eenheid="kalenderdag", aan="geadresseerde", toon="vriendelijk"),
            Trede(code="T-14", dagen=-14, eenheid="kalenderdag", aan="geadresseerde", toon="zakelijk"),
            Trede(code="T-7", dagen=-7, eenheid="kalenderdag", aan="geadresseerde", toon="zakelijk"),
            Trede(code="T-2", dagen=-2, eenheid="kalenderdag", aan="geadresseerde", toon="herinnering"),
        ),
    ),
    Ladder(
        naam="huis",
        treden=(
            Trede(code="T-3", dagen=-3, eenheid="werkdag", aan="geadresseerde", toon="vriendelijk"),
            Trede(code="T", dagen=0, eenheid="werkdag", aan="geadresseerde", toon="vandaag"),
            Trede(code="T+5", dagen=5, eenheid="werkdag", aan="geadresseerde", toon="herinnering"),
            Trede(code="T+5", dagen=5, eenheid="werkdag", aan="opgavemanager", toon="herinnering"),
        ),
    ),
)
