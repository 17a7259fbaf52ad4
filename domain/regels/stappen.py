"""Decision steps as such: found and open for a decision, lapsing with their terms, put back into the state."""

from domain import afstamming, pad, rechtsstand
from domain.feit import FeitInhoud
from domain.regels import termijnen
from domain.regels.besluitvorming import wachtend
from domain.regels.hulp import eis, zoek
from domain.reglement.register import reglement
from domain.stand import Stand
from domain.taal.besluiten import Besluitstap, BesluitstapVervallen
from domain.taal.vormen import Vormtraject


def open_stap(stand: Stand, id_: str) -> Besluitstap:
    """The step, if its body can still decide on it. Raises Weigering when it is done, lapsed or not its turn."""
    stap = zoek("stap", stand.stappen, id_)
    eis(stap.status != "vervallen", "stap", f"Stap {id_} is vervallen.")
    eis(stap.afloop != "positief", "stap", f"Over {id_} is al besloten. Een nieuw besluit vraagt een nieuwe stap.")
    blijft = blijft_gevraagd(stap) or stap.id in stand.vastleggingen or stap.id in afstamming.loopt_na(stand)
    eis(not stand.leven.voorbij or blijft, "toestand", "Na het einde rest alleen een gevraagde bekrachtiging.")
    pad.toets_beurt(stand, stap)
    _toets_dragers(stand, stap)
    return stap


def _toets_dragers(stand: Stand, stap: Besluitstap) -> None:
    """Raise Weigering while something before this step in its path no longer holds."""
    traject = stand.trajecten.get(stap.traject or "")
    if traject is None or stap.ronde != traject.ronde:
        return
    dragers = (*weggevallen(stand, traject), *rechtsstand.getroffen(stand, traject))
    weg = tuple(dict.fromkeys(rechtsstand.noem(s) for s in dragers if _ervoor(s, stap)))
    reden = f"{rechtsstand.noem(stap)} rust op een besluit dat niet meer geldt. Eerst moet opnieuw zijn besloten over:"
    eis(not weg, "volgorde", reden, *weg)


def _ervoor(s: Besluitstap, stap: Besluitstap) -> bool:
    return (s.ronde, s.volgorde) < (stap.ronde, stap.volgorde)


def weggevallen(stand: Stand, traject: Vormtraject) -> tuple[Besluitstap, ...]:
    """The steps that carry the present round and no longer hold.

    Those of an earlier round of which the record was corrected to something else than a yes, and those that the body
    itself withdrew. Advice that was withdrawn carried nothing.
    """
    dragers = rechtsstand.dragend(stand, traject)
    return tuple(s for s in dragers if (s.ronde < traject.ronde and not s.klaar) or _ingetrokken(stand, s))


def _ingetrokken(stand: Stand, stap: Besluitstap) -> bool:
    advies = reglement(stand.reglement).staptype(stap.code).instrument in ("wensen_en_bedenkingen", "zienswijze")
    return stap.ingetrokken_door is not None and not advies


def laat_vervallen(stand: Stand, orgaan: str, reden: str) -> tuple[FeitInhoud, ...]:
    """The steps that a body no longer has to take lapse, with their terms.

    Raises Weigering while a record of one of them waits for a second person: that was decided too.
    """
    open_ = [stap for stap in stand.stappen.values() if stap.orgaan == orgaan and not stap.klaar]
    for stap in open_:
        wachtend.toets_vrij(stand, stap)
    return tuple(feit for stap in open_ for feit in vervalt(stand, stap, reden))


def laat_alles_vervallen(stand: Stand, reden: str) -> tuple[FeitInhoud, ...]:
    """The life ends: every step that waits on a body or on its turn lapses, with its terms.

    What a body decided and one person recorded still waits for the second: it was decided, whatever comes of the life.
    """
    open_ = (s for s in stand.stappen.values() if not s.klaar and s.status != "besloten")
    weg = (s for s in open_ if not blijft_gevraagd(s) and s.id not in stand.vastleggingen)
    return tuple(feit for stap in weg for feit in vervalt(stand, stap, reden))


def blijft_gevraagd(stap: Besluitstap) -> bool:
    """A ratification that was asked of GS stays asked, also when the life ends first."""
    return stap.code == "bekrachtiging" and stap.status in ("voorgelegd", "aangehouden")


def vervalt(stand: Stand, stap: Besluitstap, reden: str) -> tuple[FeitInhoud, ...]:
    """One step lapses, with its terms."""
    return (BesluitstapVervallen(stap=stap.id, reden=reden), *termijnen.vervallen(stand, stap.id, reden))


def zet(stand: Stand, stap: Besluitstap) -> Stand:
    """The state with this step in it."""
    return stand.met(stappen={**stand.stappen, stap.id: stap})
