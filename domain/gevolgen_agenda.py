"""Effects of facts about the agenda and the place on it: who gets a message, and which other lives must hear."""

from collections.abc import Callable
from typing import Any

from domain.berichten import BETROKKEN, maak_bericht, meld
from domain.feit import Feit
from domain.gevolg import Gevolg, Overbrengen
from domain.regels.agenda_bevestiging import tweede
from domain.woorden import datum
from domain.zinnen import vertel

_KOP = 120


def _plek(naar: str) -> Overbrengen:
    """The place of one opgave, or of all; `domain.overbrengen` fills in what holds then."""
    return Overbrengen(naar=naar, inhoud={"soort": "MeldAgendaplek"})


def _punt(onderwerp: str, *, overbrengen: bool) -> Callable[[Feit, Any], tuple[Gevolg, ...]]:
    """A change of what is on the agenda: people hear it, and the opgave when other documents hold for it."""

    def regel(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
        bericht = maak_bericht(feit, f"{onderwerp}: {f.opgave}"[:_KOP], "opgavemanager", "partners")
        return (bericht, _plek(f.opgave)) if overbrengen else (bericht,)

    return regel


_NIEUWS = {
    ("documenten",): "Een document van de regionale agenda is nieuw",
    ("werkwijze",): "De werkwijze op de regionale agenda is veranderd",
    ("documenten", "werkwijze"): "Documenten en werkwijze van de agenda zijn veranderd",
}


def _plek_gewijzigd(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    """Told with what is other than before; an agenda that repeats what is known is no news."""
    if "niets" in f.nieuws:
        return ()
    kop = _NIEUWS.get(f.nieuws, "Plek op de regionale agenda")
    return (maak_bericht(feit, kop, "opgavemanager"),)


def _raakvlak(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    """Both opgaven hear of the other."""
    verbroken = f.soort == "RaakvlakVerbroken"
    wat = {"omschrijving": f.reden if verbroken else f.omschrijving, "verbroken": verbroken}
    paren = ((f.opgave, f.andere), (f.andere, f.opgave))
    kern = {"soort": "MeldRaakvlak", "agenda": feit.opgave, "bron": feit.seq, **wat}
    return tuple(Overbrengen(naar=naar, inhoud={**kern, "buur": buur}) for naar, buur in paren)


def _document(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    """The griffier hears of what PS adopted."""
    kop = f"Nieuwe versie van {f.titel}"[:_KOP]
    van_ps = ("griffier",) if f.vaststeller == "PS" else ()
    return (maak_bericht(feit, kop, "opgavemanager", *van_ps, "partners"), _plek("opgaven"))


def _gevraagd(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    vraag = f"Neem een besluit over versie {f.versie} van de regionale agenda en laat ons weten wat u besloot."
    return (maak_bericht(feit, "Vaststelling van de agenda", *f.overheden, vraag=vraag, uiterlijk=f.uiterlijk),)


def _vastgesteld(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    """What one person recorded, or came over a link, asks a second person to look."""
    if not (f.per_link or f.wacht):
        van_ps = ("griffier",) if (f.overheid, f.orgaan) == ("provincie", "PS") else ()
        return meld("Besluit over de regionale agenda", "opgavemanager", "portefeuillehouder", *van_ps)(feit, f)
    vraag = "Vraag na of dit besluit klopt. Leg het dan zelf ook vast; daarna telt het."
    wie = tweede(f, feit.door.functie)
    return (maak_bericht(feit, "Bevestig een gemeld besluit over de agenda", wie, vraag=vraag),)


def _voorbereid(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    vraag = "Lees het rapport en zeg wat er op de agenda moet veranderen."
    stuk = (f"Stuk: {f.stuk.titel} ({f.stuk.referentie})",)
    return (maak_bericht(feit, f"Herijking {f.nummer} voorbereid", "betrokkenen", meer=stuk, vraag=vraag),)


def _werkwijze(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    return (maak_bericht(feit, "Een les verandert onze werkwijze", "opgavemanager", "partners"), _plek("opgaven"))


def _gesloten(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    return (maak_bericht(feit, "Regionale agenda gesloten", "betrokkenen"), _plek("opgaven"))


def _buur(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    vraag = f"Kijk of de wijziging van {datum(f.op)} iets betekent voor deze opgave."
    return (maak_bericht(feit, f"Wijziging in buuropgave {f.buur}", "opgavemanager", vraag=vraag),)


def _aan_de_buren(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    """What happened here, told to every neighbour (S2-15); what came from a neighbour is never passed on."""
    op = feit.gebeurd_op.isoformat()
    inhoud = {"soort": "MeldBuurwijziging", "buur": feit.opgave, "bron": feit.seq, "wat": vertel(feit), "op": op}
    return (Overbrengen(naar="buren", inhoud=inhoud),)


VOOR_DE_BUREN = (
    *("FaseBegonnen", "OpgaveGepauzeerd", "OpgaveHervat", "OpgaveIngetrokken", "OpgaveAfgesloten"),
    *("OrganiseervormGekozen", "VormInWerking", "PilotGestart", "PilotGestopt", "PilotAfgerond", "VervolgBepaald"),
    *("OpgaveGesplitst", "OpgaveSamengevoegd"),
)
"""Facts of an opgave that its neighbours must know."""

REGELS: dict[str, Callable[[Feit, Any], tuple[Gevolg, ...]]] = {
    "AgendaGestart": meld("Nieuwe regionale agenda", *BETROKKEN),
    "OpAgendaGezet": _punt("Op de agenda", overbrengen=True),
    "OpAgendaVerplaatst": _punt("Verplaatst op de agenda", overbrengen=False),
    "OpgaveGeparkeerd": _punt("Geparkeerd op de agenda", overbrengen=False),
    "OpgaveTeruggehaald": _punt("Terug op de agenda", overbrengen=True),
    "OpgaveAfgevoerd": _punt("Van de agenda", overbrengen=True),
    "RaakvlakVastgelegd": _raakvlak,
    "RaakvlakVerbroken": _raakvlak,
    "DocumentVastgesteld": _document,
    "VaststellingGevraagd": _gevraagd,
    "AgendaVastgesteld": _vastgesteld,
    "ConferentieGehouden": meld("Conferentie gehouden", "betrokkenen"),
    "HerijkingVoorbereid": _voorbereid,
    "AgendaHerijkt": meld("Regionale agenda herijkt", "betrokkenen"),
    "WerkwijzeGewijzigd": _werkwijze,
    "AgendaGesloten": _gesloten,
    "AgendaplekGewijzigd": _plek_gewijzigd,
    "BuurGemeld": meld("Raakvlak met een andere opgave", "opgavemanager"),
    "BuurGewijzigd": _buur,
    **dict.fromkeys(VOOR_DE_BUREN, _aan_de_buren),
}
