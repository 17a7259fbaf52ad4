"""The outcome of a vote on a proposal in PS or GS: always computed, never typed in (domain.md 3.4).

For GS only PW 28 lid 1-4, 30, 56 and 59 apply (PW 58): no minimum for validity, no duty to vote, no "voltallig".
Votes on persons (PW 31) are another computation: see `personen`.
"""

from typing import NamedTuple

from domain.basis import Weigering
from domain.reglement.model import Zetelverdeling
from domain.stemmen import drempels
from domain.stemmen.gegevens import Fractiestem, Quorum, Stemming, Stemuitslag, Uitkomst, Wijze
from domain.stemmen.telling import Telling, tel

__all__ = ["Fractiestem", "Quorum", "Stemming", "Stemuitslag", "Uitkomst", "Wijze", "bereken", "met_amendementen"]

_ONGELDIG = ("stemming_ongeldig", "geen_quorum")


class _Oordeel(NamedTuple):
    """An outcome with the articles that decided it and a sentence that says why."""

    uitkomst: Uitkomst
    grondslag: tuple[str, ...]
    zin: str


def bereken(stemming: Stemming, zetels: Zetelverdeling | None = None) -> Stemuitslag:
    """Compute the outcome of a vote on a proposal.

    Args:
        stemming: what is known of the vote.
        zetels: the seats of PS on the date of the vote. Needed for votes per fractie; not used for GS.

    Raises:
        Weigering: a number is negative or missing, a fractie is unknown, or the votes don't fit the seats; `regel` is
            "stemming." and the name of the field.
    """
    telling = tel(stemming, zetels)
    quorum = _quorum(stemming, telling)
    if quorum.gehaald is False:
        return _uitslag(stemming, telling, quorum, _geen_quorum(stemming, quorum))
    if stemming.wijze == "zonder_stemming":
        return _uitslag(stemming, telling, quorum, _zonder_stemming(stemming))
    if telling.deelnemers == 0:
        raise Weigering("stemming.voor", "Er is geen enkele stem ingevuld. (veld: voor)")
    oordeel = _oordeel_ps(stemming, telling) if stemming.orgaan == "PS" else _oordeel_gs(stemming, telling)
    return _uitslag(stemming, telling, quorum, oordeel)


def met_amendementen(uitkomst: str, aangenomen: int) -> str:
    """The outcome of a proposal in PS: `aangenomen` becomes `aangenomen_gewijzigd` when amendments were adopted."""
    return "aangenomen_gewijzigd" if uitkomst == "aangenomen" and aangenomen > 0 else uitkomst


def _quorum(stemming: Stemming, telling: Telling) -> Quorum:
    return drempels.quorum(stemming.orgaan, telling.zittend, telling.aanwezig, na_geen_quorum=stemming.na_geen_quorum)


def _geen_quorum(stemming: Stemming, quorum: Quorum) -> _Oordeel:
    artikel = "PW 20 lid 1" if stemming.orgaan == "PS" else "PW 56 lid 1"
    zin = f"Er zijn {quorum.aanwezig} leden aanwezig en er zijn er {quorum.vereist} nodig. Er kan niet worden besloten."
    return _Oordeel("geen_quorum", (artikel,), zin)


def _zonder_stemming(stemming: Stemming) -> _Oordeel:
    artikelen = ("PW 32 lid 3",) if stemming.orgaan == "PS" else ()
    return _Oordeel("aangenomen", artikelen, "Niemand vraagt om stemming, dus is het voorstel aangenomen.")


def _minimum(stemming: Stemming, telling: Telling) -> int | None:
    """The smallest number of participants for a valid vote in PS (PW 29 lid 1), or None where it does not apply."""
    if stemming.orgaan == "GS" or stemming.wijze == "zonder_stemming":
        return None
    if stemming.na_geen_quorum or stemming.opnieuw_na_ongeldig:
        return None
    return drempels.geldig_minimum(telling.zittend, telling.art28)


def _voltallig(telling: Telling) -> bool:
    """All members PS consist of, except those who must abstain, cast a vote (PW 32 lid 6)."""
    return telling.uitgebracht + telling.art28 == telling.leden


def _oordeel_ps(stemming: Stemming, telling: Telling) -> _Oordeel:
    minimum = _minimum(stemming, telling)
    if minimum is not None and telling.deelnemers < minimum:
        zin = f"Er deden {telling.deelnemers} leden mee en er zijn er {minimum} nodig. De stemming is niet geldig."
        return _Oordeel("stemming_ongeldig", ("PW 29 lid 1",), zin)
    if telling.voor == telling.tegen > 0:
        return _staking_ps(stemming, telling)
    return _meerderheid(telling)


def _staking_ps(stemming: Stemming, telling: Telling) -> _Oordeel:
    staking = f"De stemmen staken: {telling.voor} voor en {telling.tegen} tegen."
    if stemming.eerdere_staking:
        zin = f"{staking} Het is de tweede keer, dus is het voorstel niet aangenomen."
        return _Oordeel("niet_aangenomen_staking", ("PW 32 lid 5",), zin)
    if _voltallig(telling):
        zin = f"{staking} De vergadering is voltallig, dus is het voorstel niet aangenomen."
        return _Oordeel("niet_aangenomen_staking", ("PW 32 lid 5", "PW 32 lid 6"), zin)
    zin = f"{staking} De vergadering is niet voltallig, dus volgt een nieuwe stemming in een volgende vergadering."
    return _Oordeel("uitgesteld_staking", ("PW 32 lid 4", "PW 32 lid 6"), zin)


def _oordeel_gs(stemming: Stemming, telling: Telling) -> _Oordeel:
    if telling.voor != telling.tegen or telling.voor == 0:
        return _meerderheid(telling)
    staking = f"De stemmen staken: {telling.voor} voor en {telling.tegen} tegen."
    if not stemming.eerdere_staking:
        return _Oordeel("herstemmen", ("PW 59 lid 1",), f"{staking} Er wordt opnieuw gestemd.")
    if stemming.voorzitter_stem is None:
        veld = "voorzitter_stem"
        raise Weigering(f"stemming.{veld}", f"Bij de tweede staking beslist de stem van de voorzitter. (veld: {veld})")
    zin = f"{staking} De voorzitter stemt {stemming.voorzitter_stem} en dat beslist."
    return _Oordeel("aangenomen" if stemming.voorzitter_stem == "voor" else "verworpen", ("PW 59 lid 2",), zin)


def _meerderheid(telling: Telling) -> _Oordeel:
    """Absolute majority of the votes cast (PW 30)."""
    cijfers = f"{telling.voor} voor en {telling.tegen} tegen"
    if 2 * telling.voor > telling.uitgebracht:
        return _Oordeel("aangenomen", ("PW 30 lid 1",), f"{cijfers}: meer dan de helft is voor.")
    return _Oordeel("verworpen", ("PW 30 lid 1",), f"{cijfers}: niet meer dan de helft is voor.")


def _uitslag(stemming: Stemming, telling: Telling, quorum: Quorum, oordeel: _Oordeel) -> Stemuitslag:
    gestemd = stemming.wijze != "zonder_stemming" and oordeel.uitkomst != "geen_quorum"
    return Stemuitslag(
        uitkomst=oordeel.uitkomst,
        geldig=oordeel.uitkomst not in _ONGELDIG,
        geldig_minimum=_minimum(stemming, telling) if gestemd else None,
        quorum=quorum,
        voltallig=_voltallig(telling) if gestemd and stemming.orgaan == "PS" else None,
        voor=telling.voor if gestemd else None,
        tegen=telling.tegen if gestemd else None,
        blanco=telling.blanco,
        ongeldig=telling.ongeldig,
        afwezig=telling.afwezig if gestemd else None,
        art28=telling.art28,
        grondslag=_grondslag(stemming, telling, quorum, oordeel, gestemd),
        uitleg=_uitleg(quorum, oordeel),
    )


def _grondslag(
    stemming: Stemming, telling: Telling, quorum: Quorum, oordeel: _Oordeel, gestemd: bool
) -> tuple[str, ...]:
    """The articles in the order in which they were applied."""
    ps = stemming.orgaan == "PS"
    regels = (
        ("PW 58", not ps),
        ("PW 20 lid 3" if ps else "PW 56 lid 3", stemming.na_geen_quorum),
        ("PW 20 lid 1" if ps else "PW 56 lid 1", quorum.gehaald is True),
        ("PW 28", telling.art28 > 0),
        ("PW 28 lid 3", gestemd and ps and telling.deelnemers > telling.uitgebracht),
        ("PW 29 lid 2 a", gestemd and ps and stemming.opnieuw_na_ongeldig),
        ("PW 29 lid 2 b", gestemd and ps and stemming.na_geen_quorum),
        ("PW 29 lid 1", _minimum(stemming, telling) is not None and oordeel.uitkomst not in _ONGELDIG),
        ("PW 30 lid 2", gestemd and telling.deelnemers > telling.uitgebracht),
        ("PW 32 lid 2", gestemd and ps and stemming.wijze == "hoofdelijk"),
    )
    return tuple(artikel for artikel, geldt in regels if geldt) + oordeel.grondslag


def _uitleg(quorum: Quorum, oordeel: _Oordeel) -> str:
    if quorum.vereist is not None and quorum.aanwezig is None:
        return f"{oordeel.zin} Het aantal aanwezigen is niet opgegeven; het quorum is niet getoetst."
    return oordeel.zin
