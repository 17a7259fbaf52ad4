"""Effects of facts about working together: who must act hears it at once; reminders come from the terms."""

from collections.abc import Callable
from typing import Any

from domain.berichten import maak_bericht, meld
from domain.feit import Feit
from domain.gevolg import Gevolg
from domain.taal.omgeving import GEVRAAGD
from domain.woorden import datum

_KOP = 120  # letters


def _overheid(overheid: str) -> str:
    """Who is written to: for the province itself the opgavemanager."""
    return "opgavemanager" if overheid == "provincie" else overheid


def _intake(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    kop, vraag = f"Gezamenlijke intake: {f.vraag}"[:_KOP], f"Geef uw oordeel over dit initiatief (intake {f.intake})."
    meer = ("De initiatiefnemer krijgt van alle overheden samen een antwoord.",)
    wie = (_overheid(o) for o in f.overheden)
    return tuple(maak_bericht(feit, kop, w, meer=meer, vraag=vraag, uiterlijk=f.uiterlijk) for w in wie)


def _beoordeeld(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    """The manager hears it; an overheid hears what another recorded for it."""
    ontvangen = maak_bericht(feit, f"Oordeel over intake {f.intake}", "opgavemanager")
    if feit.door.functie == "partner" or f.overheid == "provincie":
        return (ontvangen,)
    meer = ("De opgavemanager legde dit voor u vast. Tot het gezamenlijke antwoord er is, kunt u het verbeteren.",)
    return (ontvangen, maak_bericht(feit, f"Uw oordeel over intake {f.intake} is vastgelegd", f.overheid, meer=meer))


def _beantwoord(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    """The letter to the initiatiefnemer is sent by the manager: the system knows no address of people outside."""
    vraag = f"Stuur dit antwoord aan {f.initiatiefnemer}."
    nieuw = "Verbeterd antwoord" if f.verbetert else "Antwoord"
    brief = maak_bericht(feit, f"{nieuw} op intake {f.intake}", "opgavemanager", meer=(f.antwoord,), vraag=vraag)
    anderen = tuple(o for o in f.overheden if o != "provincie")
    samen = "Verbeterd gezamenlijk antwoord" if f.verbetert else "Gezamenlijk antwoord"
    bericht = maak_bericht(feit, f"{samen} op intake {f.intake}", *anderen, meer=(f.antwoord,))
    return (brief, *((bericht,) if anderen else ()))


def _verandering(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    vraag = f"Zeg wat dit voor de opgave betekent: niets, bijsturen of herzien (verandering {f.verandering})."
    return (maak_bericht(feit, "Verandering van buiten", *GEVRAAGD, vraag=vraag, uiterlijk=f.uiterlijk),)


def _impact(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    """No news is no mail."""
    if f.gevolg == "geen":
        return ()
    vraag = "Besluit wat u hieraan doet."
    return (maak_bericht(feit, f"Gevolg van verandering {f.verandering}", "opgavemanager", vraag=vraag),)


def _review(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    vraag = f"Beantwoord deze vraag en rond review {f.review} af."
    meer = (f"De aanleiding: {f.aanleiding}",)
    kop = f"Review van de samenwerking: {f.review}"
    return (maak_bericht(feit, kop, "opgavemanager", meer=meer, vraag=vraag, uiterlijk=f.uiterlijk),)


def _accounthouder(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    """GS hear of an account that changed hands without a word (S3-27)."""
    if not f.zonder_overdracht:
        return ()
    vraag = "Zorg dat de vorige accounthouder alsnog overdraagt."
    return (maak_bericht(feit, f"Accounthouder van {f.partij} gewisseld", "bestuurssecretariaat", vraag=vraag),)


def _speldoel(feit: Feit, f: Any) -> tuple[Gevolg, ...]:
    vraag = f"Geef op {datum(f.meten_op)} opnieuw het spelniveau van uw eigen organisatie."
    return (maak_bericht(feit, "Doel voor het spelniveau", "opgavemanager", "partners", vraag=vraag),)


REGELS: dict[str, Callable[[Feit, Any], tuple[Gevolg, ...]]] = {
    "IntakeGestart": _intake,
    "IntakeBeoordeeld": _beoordeeld,
    "IntakeBeantwoord": _beantwoord,
    "VeranderingGemeld": _verandering,
    "ImpactBeantwoord": _impact,
    "ReviewGestart": _review,
    "ReviewAfgerond": meld("Review afgerond", "griffier", "provinciesecretaris", "portefeuillehouder"),
    "AccounthouderAangewezen": _accounthouder,
    "SpeldoelGesteld": _speldoel,
}
