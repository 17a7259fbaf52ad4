"""Who may say what an overheid decided about the agenda, and when a second person must say the same (S0-20).

An overheid that speaks for itself, surely known, is believed. What another records for it, what the griffier records of
PS, and what came over a link in a mail all wait for someone else.
"""

from domain import bevoegdheid
from domain.basis import Functie, Weigering
from domain.bevoegdheidstabel import MANAGER
from domain.regels.hulp import Context, eis
from domain.stand import Stand
from domain.taal.agenda_vaststelling import AgendaVastgesteld, LegVaststellingVast, Overheidsbesluit
from domain.woorden import datum, gewoon

PROVINCIE = "provincie"
VAN_DE_PROVINCIE: dict[str, Functie] = {"PS": "bestuurssecretariaat", "GS": "griffier"}
"""The bodies that decide for the province, with who is asked to be the second person."""
MET_STUK = ("brief", "e-mail")


def naam(stand: Stand, overheid: str) -> str:
    """What an overheid is called."""
    return stand.partners[overheid].naam if overheid in stand.partners else f"de {overheid}"


def eigen_woord(ctx: Context) -> bool:
    """Whether an overheid says itself what it decided, and is surely known."""
    return ctx.door.functie == "partner" and ctx.door.zekerheid != "link"


def toets(stand: Stand, al: Overheidsbesluit | None, opdracht: LegVaststellingVast, ctx: Context) -> None:
    """Raise Weigering unless this sender may record this, or confirm what is recorded."""
    bevoegdheid.toets_zeker(ctx.door, "Een vaststelling vastleggen")
    if ctx.door.functie == "partner":
        return _toets_partner(stand, al, opdracht, ctx)
    if opdracht.overheid == PROVINCIE:
        nee = "Voor de provincie besluit PS of GS. Noem dat orgaan."
        eis(opdracht.orgaan in VAN_DE_PROVINCIE, "orgaan", nee, *VAN_DE_PROVINCIE)
    wie = opdracht.orgaan if opdracht.overheid == PROVINCIE else opdracht.overheid
    if al is not None and bevestigt(al, opdracht, ctx):
        return bevoegdheid.toets_tweede(stand, ctx.door, wie)
    bevoegdheid.toets_vastlegger(stand, ctx.door, wie)
    return _toets_wachtend(stand, al, opdracht, ctx)


def bevestigt(al: Overheidsbesluit, opdracht: LegVaststellingVast, ctx: Context) -> bool:
    """Whether someone of the province says the same as another reported or recorded before."""
    zelfde_orgaan = opdracht.overheid != PROVINCIE or opdracht.orgaan == al.orgaan
    ander = al.per_link or al.door != ctx.door.subject
    return bool(al.onbevestigd and ander and zelfde_orgaan and al.besluit == opdracht.besluit)


def _toets_partner(stand: Stand, al: Overheidsbesluit | None, opdracht: LegVaststellingVast, ctx: Context) -> None:
    """Raise Weigering when a partner speaks for another, or says over a link what it said over a link before."""
    if ctx.door.namens != opdracht.overheid:
        wie = naam(stand, ctx.door.namens or "")
        nee = f"Elke overheid stelt de agenda zelf vast; {wie} is niet {naam(stand, opdracht.overheid)}."
        raise Weigering("bevoegdheid", nee)
    if al is None or not al.per_link or eigen_woord(ctx):
        return
    zelfde = (al.besluit, al.orgaan, al.op) == (opdracht.besluit, opdracht.orgaan, ctx.op)
    nee = f"Dit besluit is al gemeld ({gewoon(opdracht.besluit)}). Het telt als een ander het bevestigt."
    eis(not zelfde, "vaststelling", nee)


def _toets_wachtend(stand: Stand, al: Overheidsbesluit | None, opdracht: LegVaststellingVast, ctx: Context) -> None:
    """Raise Weigering when something waits for a second person, and this is neither that nor a correction of it.

    Only the overheid itself corrects what it reported over a link.
    """
    if al is None or not al.onbevestigd:
        return
    wat = gewoon(al.besluit or "")
    wie = naam(stand, al.overheid)
    link = f"{wie} meldde per link een ander besluit: {wat}. Bevestig dat, of laat het opnieuw melden."
    eis(not al.per_link, "vaststelling", link, wat)
    zelf = al.door == ctx.door.subject
    zelfde = (al.besluit, al.orgaan, al.op) == (opdracht.besluit, opdracht.orgaan, ctx.op)
    eis(not (zelf and zelfde), "vier ogen", "U legde dit zelf vast. Een ander bevestigt het; daarna telt het.")
    nee = f"Een ander legde iets anders vast: {wat} door {al.orgaan}. Bevestig dat, of verbeter het met een reden."
    eis(zelf or bool(opdracht.verbetering), "vaststelling", nee, "verbetering")


def toets_herkomst(stand: Stand, al: Overheidsbesluit | None, opdracht: LegVaststellingVast, ctx: Context) -> None:
    """Raise Weigering when someone records for another overheid, and does not say how it came."""
    if ctx.door.functie == "partner" or opdracht.overheid == PROVINCIE or (al and bevestigt(al, opdracht, ctx)):
        return
    hoe = f"Zeg hoe u weet wat {naam(stand, opdracht.overheid)} besloot: brief, e-mail, telefoon, tafel of balie."
    eis(opdracht.kanaal is not None, "kanaal", f"{hoe} Noem ook het stuk.", "kanaal")
    stuk = opdracht.stuk is not None or opdracht.kanaal not in MET_STUK
    eis(stuk, "stuk", f"Noem het stuk waar het besluit in staat; bij {opdracht.kanaal} hoort een stuk.", "stuk")


def toets_verbetering(stand: Stand, al: Overheidsbesluit | None, opdracht: LegVaststellingVast, ctx: Context) -> None:
    """Raise Weigering when this takes the place of an adoption that counts, without a reason."""
    if al is None or al.besluit is None:
        return eis(not opdracht.verbetering, "verbetering", "Er is nog niets vastgelegd om te verbeteren.")
    klaar = al.telt in ("vastgesteld", "gewijzigd_vastgesteld")
    loopt = al.onbevestigd and (bevestigt(al, opdracht, ctx) or al.door == ctx.door.subject)
    nee = f"{naam(stand, al.overheid)} heeft versie {al.versie} al vastgesteld, op {datum(al.op)}."
    met = f"{nee[0].upper()}{nee[1:]} Klopt dat niet? Leg het goed vast en noem bij verbetering waarom."
    return eis(not klaar or loopt or bool(opdracht.verbetering), "vaststelling", met, "verbetering")


def tweede(feit: AgendaVastgesteld | Overheidsbesluit, functie: str) -> Functie:
    """Who is asked to look at what waits; `functie` recorded it."""
    if feit.overheid == PROVINCIE and feit.orgaan in VAN_DE_PROVINCIE:
        return VAN_DE_PROVINCIE[feit.orgaan]
    return "griffier" if functie in MANAGER else "opgavemanager"
