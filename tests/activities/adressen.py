"""Who can be reached in these tests, and who not."""

from register import contacten
from register.rijen import Contact
from register.verbinding import Register

ADRESSEN = {
    ("opgavemanager", "provincie"): "manager@provincie.example",
    ("portefeuillehouder", "provincie"): "gedeputeerde@provincie.example",
    ("partner", "gemeente-dronten"): "post@dronten.example",
}


def zet_adressen(register: Register) -> None:
    """Addresses for three functions; the griffier and the secretariaat have none."""
    for (functie, organisatie), email in ADRESSEN.items():
        contacten.zet(register, Contact(functie, organisatie, email, "Jan Jansen" if functie == "partner" else None))
