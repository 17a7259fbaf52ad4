"""What an opgave that was merged into another still does: what runs by law is answered here, and its heir hears it."""

from typing import Any

from domain.feit import Feit
from domain.stand import Stand
from domain.taal.splitsing import Afstamming

ERFGENAAM = "erfgenaam"
"""The opgave this one went into, as the addressee of an effect."""
_ANTWOORDEN = {"BeantwoordVerzoek": "verzoek", "LegAntwoordVast": "verzoek", "VerbeterAntwoord": "verzoek"}
_OPNIEUW = "VoegSamen"
_AFLOPEN = {"VerzoekBeantwoord": "verzoek", "AntwoordVerbeterd": "verzoek", "BesluitGenomen": "stap"}
"""Commands and facts by the field that names what they are about."""


def opgegaan(stand: Stand) -> Afstamming | None:
    """The link with the opgave that this one ended in; None when it did not.

    When it was given again because the first never arrived: the one that arrived, otherwise the last.
    """
    links = [a for a in stand.afstamming if (a.hoe, a.richting) == ("samenvoeging", "naar")]
    return next((a for a in links if a.aangekomen is not None), links[-1] if links else None)


def loopt_na(stand: Stand) -> tuple[str, ...]:
    """The requests and steps that stayed here because the law lets them run, after the opgave went into another."""
    link = opgegaan(stand)
    return link.blijft_lopen if link else ()


def mag_nog(stand: Stand, inhoud: Any) -> bool:
    """Whether this command answers what still runs here by law, or gives again what never arrived."""
    if inhoud.soort == _OPNIEUW:
        return nooit_aangekomen(stand)
    veld = _ANTWOORDEN.get(inhoud.soort)
    return veld is not None and getattr(inhoud, veld) in loopt_na(stand)


def hoort_afloop(stand: Stand, feit: Feit) -> tuple[str, ...]:
    """The heir, when this fact ends something that stayed here by law; otherwise nobody."""
    link, veld = opgegaan(stand), _AFLOPEN.get(feit.inhoud.soort)
    erft = link is not None and veld is not None and getattr(feit.inhoud, veld) in link.blijft_lopen
    return (link.opgave,) if link and erft else ()


def nooit_aangekomen(stand: Stand) -> bool:
    """Whether it is certain that the opgave this one went into never takes over what was given along.

    While that is only slow, giving it again to another would give it twice.
    """
    link = opgegaan(stand)
    return link is not None and link.aangekomen is None and bool(link.mislukt)


def wacht_op_aankomst(stand: Stand) -> bool:
    """Whether the opgave that this one went into has not yet said that everything arrived."""
    link = opgegaan(stand)
    return link is not None and link.aangekomen is None
