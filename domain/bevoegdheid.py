"""Whether a sender may do what it does, by the tables. A partner that is the trekker gives the trekker's commands."""

from domain.basis import Afzender, Functie, Weigering
from domain.beeld import bevoegd_op
from domain.bevoegdheidstabel import BEVESTIGERS, BUREAUS, MANAGER, NA_VERTREK, OVERDRAGERS, TABEL, TWEEDEN, VASTLEGGERS
from domain.opdracht import Enkelvoudig
from domain.regels.hulp import Context
from domain.stand import Stand
from domain.taal.leven import DraagOver, StartOpgave
from domain.toestanden import OVERGEBRACHT


def is_trekker(stand: Stand, door: Afzender) -> bool:
    """Whether this sender speaks for the partner that is the trekker."""
    return door.functie == "partner" and door.namens == stand.leven.trekker


def mag(stand: Stand, door: Afzender, opdracht: str) -> bool:
    """Whether this sender may give a command of this name at all."""
    toegestaan = TABEL[opdracht]
    return door.functie in toegestaan or (is_trekker(stand, door) and "opgavemanager" in toegestaan)


def toets(stand: Stand, inhoud: Enkelvoudig, ctx: Context) -> None:
    """Raise Weigering unless this sender may give this command, on the day it is about."""
    door, opdracht = ctx.door, inhoud.soort
    if isinstance(inhoud, DraagOver) and ctx.reglement.besluitvorming is not None:
        _toets_overdracht(stand, door, inhoud.functie)
    elif not mag(stand, door, opdracht) and not _splitst_af(inhoud, ctx):
        wie = tuple(sorted(TABEL[opdracht]))
        raise Weigering("bevoegdheid", f"Als {door.functie} mag u de opdracht {opdracht} niet geven.", wie)
    if opdracht in OVERGEBRACHT:
        _toets_bode(inhoud, door)
    elif door.functie == "systeem":
        toets_zeker(door, "Spreken als het systeem")
    if door.functie == "partner" and door.namens not in stand.partners:
        raise Weigering("bevoegdheid", f"{door.namens} is geen partner van deze opgave.", tuple(stand.partners))
    if door.functie == "partner" and opdracht not in NA_VERTREK and not stand.partners[door.namens].doet_mee:
        raise Weigering("bevoegdheid", f"{door.namens} doet niet meer mee; {opdracht} kan dan niet meer.")
    bevoegd_op.toets(stand, inhoud, ctx)


def _splitst_af(inhoud: Enkelvoudig, ctx: Context) -> bool:
    """Whether the system begins an opgave that was split off; since the fourth reglement."""
    if not isinstance(inhoud, StartOpgave) or ctx.door.functie != "systeem" or ctx.reglement.samenwerken is None:
        return False
    uit = f"opgave.{inhoud.herkomst[0].opgave}" if inhoud.herkomst else ""
    return ctx.door.zekerheid == "sleutel" and ctx.door.subject == uit and inhoud.herkomst[0].soort == "splitsing"


_NAMENS = {
    **dict.fromkeys(("MeldAgendaplek", "MeldRaakvlak"), "agenda"),
    **dict.fromkeys(("BevestigAankomst", "MeldHergebruik"), "in_opgave"),
    **{"MeldBuurwijziging": "buur", "OntvangDelen": "van"},
}
"""By what is carried over, the field that names the life it comes from."""


def _toets_bode(inhoud: Enkelvoudig, door: Afzender) -> None:
    """Raise Weigering unless the system carries it, in the name of the very life that has something to say."""
    van = getattr(inhoud, _NAMENS[inhoud.soort])
    eigen = door.zekerheid == "sleutel" and door.subject == f"opgave.{van}"
    if not eigen:
        raise Weigering("zekerheid", f"Alleen het systeem brengt iets over uit {van}; dat kan niemand namens haar.")


def _toets_overdracht(stand: Stand, door: Afzender, functie: Functie) -> None:
    """Who holds a function hands it over, or who stands above it; the trekker speaks as the opgavemanager."""
    als: Functie = "opgavemanager" if is_trekker(stand, door) else door.functie
    wie = {functie, *OVERDRAGERS[functie]} if functie in OVERDRAGERS else set()
    if als not in wie:
        nee = f"Als {door.functie} draagt u de functie {functie} niet over."
        raise Weigering("bevoegdheid", nee, tuple(sorted(wie)))


def toets_zeker(door: Afzender, wat: str) -> None:
    """Raise Weigering when only the sender's own word says who this is; `wat` begins the sentence that refuses."""
    if door.zekerheid == "opgegeven":
        raise Weigering("zekerheid", f"{wat} kan niet met alleen een opgegeven naam. Meld u aan.")


def toets_vastlegger(stand: Stand, door: Afzender, orgaan: str) -> None:
    """Raise Weigering unless this sender may record a decision of this body, surely enough known."""
    toets_zeker(door, "Een besluit vastleggen")
    if orgaan in stand.partners:
        _toets_partner(stand, door, orgaan)
    elif door.functie not in VASTLEGGERS.get(orgaan, BUREAUS):
        wie = tuple(sorted(VASTLEGGERS.get(orgaan, BUREAUS)))
        raise Weigering("bevoegdheid", f"Een besluit van {orgaan} legt {wie[0]} vast, niet {door.functie}.", wie)


def toets_tweede(stand: Stand, door: Afzender, orgaan: str) -> None:
    """Raise Weigering unless this sender may be the second person for a decision of this body, surely known."""
    toets_zeker(door, "Een besluit bevestigen")
    wie = BEVESTIGERS.get(orgaan, TWEEDEN)
    if door.functie not in wie and not (door.functie == "partner" and door.namens == orgaan):
        raise Weigering(
            "bevoegdheid", f"Een besluit van {orgaan} bevestigt u niet als {door.functie}.", tuple(sorted(wie))
        )


def _toets_partner(stand: Stand, door: Afzender, partner: str) -> None:
    eigen = door.functie == "partner" and (door.namens == partner or is_trekker(stand, door))
    if not (eigen or door.functie in MANAGER | BUREAUS):
        raise Weigering("bevoegdheid", f"Een besluit van {partner} legt die partner zelf vast, of de opgavemanager.")
