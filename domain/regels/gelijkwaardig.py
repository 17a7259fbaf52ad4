"""Partners on an equal footing (S2-05): such an opgave ends only when all of them agree."""

from domain.regels.hulp import eis
from domain.stand import Stand
from domain.taal.verzoeken import AFSLUITING, Verzoek
from domain.woorden import gewoon


def toets_einde(stand: Stand) -> None:
    """Raise Weigering while a partner that takes part did not agree with the end of a gelijkwaardige opgave."""
    if not stand.leven.gelijkwaardig:
        return
    reden = "De partners zijn gelijkwaardig: niemand sluit deze opgave alleen. Dit akkoord ontbreekt nog:"
    mist = nog_niet_akkoord(stand)
    eis(not mist, "S2-05", reden, *mist)


def nog_niet_akkoord(stand: Stand) -> tuple[str, ...]:
    """The partners that did not agree when they were last asked about the end: how that stands, one line each."""
    return tuple(
        f"{p.naam}: {hoe}" for p in stand.partners.values() if p.doet_mee and (hoe := _wat_ontbreekt(stand, p.id))
    )


def nog_te_vragen(stand: Stand) -> tuple[str, ...]:
    """The partners that take part, did not agree with the end, and are not being asked now."""
    return tuple(
        p.id
        for p in stand.partners.values()
        if p.doet_mee and (not (v := _laatst_gevraagd(stand, p.id)) or (v.status != "open" and v.oordeel != "akkoord"))
    )


def _laatst_gevraagd(stand: Stand, partner: str) -> Verzoek | None:
    gevraagd = (v for v in stand.verzoeken.values() if v.aan == partner and v.betreft == AFSLUITING)
    return next(reversed([v for v in gevraagd if v.status != "ingetrokken"]), None)


def _wat_ontbreekt(stand: Stand, partner: str) -> str:
    """Empty when this partner agreed. Going on without an answer, or agreeing with a reserve, is no agreement."""
    verzoek = _laatst_gevraagd(stand, partner)
    if verzoek is None:
        return "is nog niet gevraagd (VraagPartner, betreft afsluiting)"
    if verzoek.oordeel is None:
        return f"antwoordde nog niet op verzoek {verzoek.id}; zwijgen is geen akkoord"
    return "" if verzoek.oordeel == "akkoord" else f"antwoordde op verzoek {verzoek.id}: {gewoon(verzoek.oordeel)}"
