"""`opgave contact`: who can be reached for a function. This is the one place with personal data; it can be erased."""

from register import contacten, lezen
from register.rijen import Contact, Postrij
from starter.cli import scherm
from starter.cli.bezorgen import bezorg
from starter.cli.omgeving import omgeving
from starter.cli.wie import FUNCTIES
from starter.invoer import Invoerfout, controleer


def zet(functie: str, email: str, organisatie: str, naam: str | None, json: bool) -> None:
    """Set the address of a function at an organisation, and send what waited for it."""
    contact = Contact(functie=_functie(functie), organisatie=organisatie, email=email, naam=naam)
    controleer([organisatie, email, naam])
    if not organisatie or len(organisatie) > 80 or len(email) > 254 or len(naam or "") > 200:
        raise Invoerfout("organisatie, email of naam is leeg of te lang.")
    try:
        contacten.zet(omgeving().register, contact)
    except ValueError as fout:
        raise Invoerfout(f"email: {fout}.") from None
    gedaan = bezorg([r for r in lezen.post(omgeving().register, status="klaar") if _voor(r, contact)])
    zin = f"Post voor {contact.functie} ({organisatie}) gaat voortaan naar dit adres."
    _meld(f"{zin}\n{gedaan.zin()}".rstrip(), {"gezet": contact, "post": gedaan}, json)


def _voor(rij: Postrij, contact: Contact) -> bool:
    return (rij.functie, rij.organisatie) == (contact.functie, contact.organisatie)


def wis(functie: str, organisatie: str, json: bool) -> None:
    """Forget the person behind a function."""
    gewist = contacten.wis(omgeving().register, _functie(functie), organisatie)
    zin = "Het contact is gewist. De feiten blijven: die noemen functies, geen personen."
    _meld(zin if gewist else "Dit contact was er niet.", {"gewist": gewist}, json)


def lijst(json: bool) -> None:
    """All contacts."""
    rijen = contacten.zoek(omgeving().register)
    if json:
        return scherm.json_uit(rijen)
    return scherm.tabel(
        ("Functie", "Organisatie", "E-mail", "Naam"),
        [(c.functie, c.organisatie, c.email, c.naam or "") for c in rijen],
        "Er zijn nog geen contacten. Zet er een: opgave contact zet griffier griffie@provincie.example",
    )


def _functie(naam: str) -> str:
    functie = naam.strip().lower().replace("-", "_")
    if functie not in FUNCTIES:
        raise Invoerfout(f"functie: kies uit {', '.join(FUNCTIES)}.")
    return functie


def _meld(zin: str, data: dict[str, object], json: bool) -> None:
    scherm.json_uit(data) if json else scherm.zeg(zin)
