"""`opgave contact`: who can be reached for a function. This is the one place with personal data; it can be erased."""

from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from shlex import quote
from typing import Any

from domain.kalender import dagtekst
from register import contacten, lezen, organisaties
from register.rijen import Contact
from starter.cli import scherm
from starter.cli.bezorgen import Bezorgd, bezorg
from starter.cli.datums import lees_periode
from starter.cli.fouten import GEDAAN, GEWEIGERD
from starter.cli.omgeving import omgeving
from starter.contactbestand import Contactlijst, Goederegel, lees, maak_contact, netjes
from starter.vergeten import schrijf_briefje, vergeet

_BRIEFJE = "Het briefje staat in {}. Er staan namen en adressen in: bewaar het in het personeelsdossier."


def zet(
    functie: str, email: str, organisatie: str, naam: str | None, van: str | None, tot: str | None, json: bool
) -> None:
    """Set an address of a function at an organisation, and send what waited for it."""
    begin, eind = lees_periode(van, tot, omgeving().vandaag())
    velden = {"functie": functie, "email": email, "organisatie": organisatie, "naam": naam, "van": begin, "tot": eind}
    contact = maak_contact(velden)
    contacten.zet(omgeving().register, contact)
    gedaan = _bezorg([contact])
    ook = [c for c in contacten.zoek(omgeving().register, contact.functie, contact.organisatie) if c != contact]
    if json:
        return scherm.json_uit({"gezet": contact, "ook": ook, "post": gedaan})
    scherm.zeg(f"{_gaat_naar(contact)}\n{gedaan.zin()}".rstrip())
    return _zeg_ook(contact, ook)


def _gaat_naar(contact: Contact) -> str:
    wie = f"Post voor {contact.functie} ({contact.organisatie})"
    periode = _periode(contact)
    return f"{wie} gaat {periode} naar dit adres." if periode else f"{wie} gaat voortaan naar dit adres."


def _zeg_ook(contact: Contact, ook: Sequence[Contact]) -> None:
    """A second address is easily meant as another one instead."""
    if not ook:
        return
    scherm.let_op(f"Deze functie heeft ook: {', '.join(c.email for c in ook)}. Geldt een adres niet meer, wis het dan:")
    for ander in ook:
        bij = "" if contact.organisatie == "provincie" else f" --organisatie {contact.organisatie}"
        scherm.plakregel(f"opgave contact wis {contact.functie}{bij} --email {quote(ander.email)}")


def wis(functie: str, organisatie: str, email: str | None, briefje: Path | None, json: bool) -> None:
    """Forget the people behind a function, everywhere that this program kept them."""
    doos, adres = omgeving(), (email or "").strip() or None
    map_, wie = doos.instellingen.gegevensmap, (netjes(functie), organisatie.strip(), adres)
    gedaan = vergeet(doos.register, map_, *wie, briefje)
    if json:
        return scherm.json_uit(
            {
                "gewist": bool(gedaan.contacten),
                "aantal": gedaan.contacten,
                "berichten": gedaan.berichten,
                "in_feiten": [{"opgave": opgave, "feit": seq} for opgave, seq in gedaan.feiten],
                "schoon": gedaan.schoon,
            }
        )
    scherm.zeg(_gewist(gedaan.contacten))
    if briefje:
        scherm.zeg(
            f"Het briefje staat in {briefje}. Er staan namen en adressen in: bewaar het in het personeelsdossier."
        )
    if gedaan.berichten:
        meer = "" if gedaan.berichten == 1 else "en"
        scherm.zeg(f"Ook weg: {gedaan.berichten} opgevangen bericht{meer} in de map met gegevens.")
    if gedaan.feiten:
        waar = ", ".join(f"{opgave} feit {seq}" for opgave, seq in gedaan.feiten)
        scherm.let_op(f"Iemand typte dit adres of deze naam in een tekst die niet te wissen is: {waar}.")
    if not gedaan.schoon:
        scherm.let_op("Een ander programma is met het register bezig. Geef dit commando straks nog eens, dan is ook")
        scherm.let_op("het laatste spoor uit het bestand weg.")
    return None


def briefje(functie: str, organisatie: str, email: str | None, uit: Path, json: bool) -> None:
    """Write the slip by which it can be proven later who held a function."""
    adres = (email or "").strip() or None
    aantal = schrijf_briefje(omgeving().register, netjes(functie), organisatie.strip(), adres, uit)
    if json:
        return scherm.json_uit({"briefje": str(uit), "contacten": aantal})
    return scherm.zeg(_BRIEFJE.format(uit))


def _gewist(aantal: int) -> str:
    if not aantal:
        return "Dit contact was er niet."
    wat = "Het contact is gewist" if aantal == 1 else f"{aantal} contacten zijn gewist"
    return f"{wat}. De feiten blijven: die noemen functies, geen personen."


def lijst(json: bool) -> None:
    """All contacts."""
    rijen = contacten.zoek(omgeving().register)
    if json:
        return scherm.json_uit(rijen)
    return scherm.tabel(
        ("Functie", "Organisatie", "E-mail", "Naam", ""),
        [(c.functie, c.organisatie, c.email, c.naam or "", _periode(c)) for c in rijen],
        "Er zijn nog geen contacten. Zet er een: opgave contact zet griffier griffie@provincie.example",
    )


def importeer(bestand: Path, droog: bool, json: bool) -> int:
    """Take all good rows of a file. Gives the exit code: refused when a row was."""
    register, gelezen = omgeving().register, lees(bestand)
    nieuwe = [regel.contact for regel in gelezen.goed]
    gedaan = contacten.zet_alle(register, nieuwe, droog=droog)
    post = Bezorgd() if droog else _bezorg(nieuwe)
    verslag = _verslag(gelezen, gedaan, droog)
    if json:
        scherm.json_uit({**verslag, "post": post})
    else:
        _toon(verslag, post)
    return GEWEIGERD if verslag["aantallen"]["niet overgenomen"] else GEDAAN


def _verslag(gelezen: Contactlijst, gedaan: Sequence[str], droog: bool) -> dict[str, Any]:
    """What became of every line; addresses and names are left out of it."""
    goed = [
        {"regel": r.regel, "lot": lot, "functie": r.contact.functie, "organisatie": r.contact.organisatie}
        for r, lot in zip(gelezen.goed, gedaan, strict=True)
    ]
    fout = [{"regel": r.regel, "lot": r.lot, "veld": r.veld, "reden": r.reden} for r in gelezen.fout]
    regels: list[dict[str, Any]] = sorted([*goed, *fout], key=lambda r: int(str(r["regel"])))
    loten = [r["lot"] for r in regels]
    soorten = ("nieuw", "gewijzigd", "gelijk", "dubbel", "niet overgenomen")
    return {
        "droog": droog,
        "tekenset": gelezen.tekenset,
        "aantallen": {soort: loten.count(soort) for soort in soorten},
        "regels": regels,
        "let_op": [*_kolommen(gelezen.onbekende_kolommen), *_twijfel(gelezen.goed)],
    }


def _kolommen(onbekend: Sequence[str]) -> list[str]:
    return [f"De kolom '{naam}' kennen we niet; die is overgeslagen." for naam in onbekend]


def _twijfel(goed: Sequence[Goederegel]) -> list[str]:
    """Organisations that differ a little from one that was imported: probably a typing error, so post gets nowhere."""
    bekend = [organisatie.id for organisatie in organisaties.lijst(omgeving().register)]
    zinnen = []
    for regel in goed:
        wie = regel.contact.organisatie
        lijkt = [] if wie in (*bekend, "provincie") else get_close_matches(wie, bekend, 1, 0.85)
        zinnen += [f"Regel {regel.regel}: de organisatie {wie} kennen we niet; bedoelt u {id_}?" for id_ in lijkt]
    return zinnen


def _toon(verslag: dict[str, Any], post: Bezorgd) -> None:
    for regel in verslag["regels"]:
        if "reden" in regel:
            veld = f"{regel['veld']}: " if regel["veld"] else ""
            scherm.zeg(f"Regel {regel['regel']}, {regel['lot']}. {veld}{regel['reden']}")
    for zin in verslag["let_op"]:
        scherm.let_op(zin)
    delen = ", ".join(f"{aantal} {soort}" for soort, aantal in verslag["aantallen"].items() if aantal)
    slot = " Dit was een proef: er is niets veranderd." if verslag["droog"] else ""
    scherm.zeg(f"{'Zou worden' if verslag['droog'] else 'Contacten'}: {delen or 'geen'}.{slot}\n{post.zin()}".rstrip())


def _bezorg(nieuwe: Sequence[Contact]) -> Bezorgd:
    """Send what was ready for these functions."""
    wie = {(contact.functie, contact.organisatie) for contact in nieuwe}
    klaar = lezen.post(omgeving().register, status="klaar") if wie else ()
    return bezorg([rij for rij in klaar if (rij.functie, rij.organisatie) in wie])


def _periode(contact: Contact) -> str:
    delen = [("vanaf", contact.van), ("tot en met", contact.tot)]
    return " ".join(f"{woord} {dagtekst(dag)}" for woord, dag in delen if dag)
