"""The outcome of a vote on persons: a benoeming, voordracht, aanbeveling or ontslag (PW 31, 35, 49).

Such a vote is secret (PW 31 lid 1), so this module knows labels and counts, never who voted what. The law settles two
things: who is elected (more than half of the proper ballots, PW 30), and a tie over persons to whom the choice is
limited by a voordracht or a herstemming: once more in the same meeting (PW 31 lid 2), then the lot (lid 3). What
follows on a free vote without a majority is left to the reglement van orde; the usual order is kept here: a second free
vote, then a herstemming between the two with most votes, with a tussenstemming when it is not clear who those two are.
A vote of yes or no on a person (one candidate; an ontslag, PW 49) can only be a limited choice.

For GS only PW 28 and 30 apply (PW 58), and PW 59 (vote again, the chair decides) is not meant for persons: without a
majority GS decide nothing.
"""

from collections.abc import Mapping
from typing import NamedTuple

from domain.reglement.model import Zetelverdeling
from domain.stemmen import drempels
from domain.stemmen.gegevens import Quorum
from domain.stemmen.persoongegevens import (
    Kandidaat,
    Keuze,
    Personenstemming,
    Personenuitkomst,
    Personenuitslag,
)
from domain.stemmen.persoontelling import tel_personen
from domain.stemmen.telling import weiger

__all__ = ["Kandidaat", "Keuze", "Personenstemming", "Personenuitkomst", "Personenuitslag", "bereken_personen"]

_NIET_GELDIG = ("stemming_ongeldig", "geen_quorum")


class _Oordeel(NamedTuple):
    uitkomst: Personenuitkomst
    grondslag: tuple[str, ...]
    zin: str
    tussen: tuple[str, ...] = ()
    gekozen: str = ""


def bereken_personen(stemming: Personenstemming, zetels: Zetelverdeling | None = None) -> Personenuitslag:
    """Compute the outcome of a vote on persons. A lot is announced, never drawn: the draw is recorded by people.

    Args:
        stemming: the ballots.
        zetels: the seats of PS on the date of the vote; not needed when `leden` is given, not used for GS.

    Raises:
        Weigering: a number is negative or missing or the ballots don't fit; `regel` is "stemming." and the field.
    """
    zittend = tel_personen(stemming, zetels)
    quorum = drempels.quorum(stemming.orgaan, zittend, stemming.aanwezig, na_geen_quorum=stemming.na_geen_quorum)
    minimum = _minimum(stemming, zittend)
    oordeel = _oordeel(stemming, quorum, minimum)
    gestemd = oordeel.uitkomst != "geen_quorum"
    return Personenuitslag(
        uitkomst=oordeel.uitkomst,
        geldig=oordeel.uitkomst not in _NIET_GELDIG,
        geldig_minimum=minimum if gestemd else None,
        quorum=quorum,
        kandidaten=stemming.kandidaten,
        voor=stemming.voor if gestemd else None,
        tegen=stemming.tegen if gestemd else None,
        blanco=stemming.blanco,
        ongeldig=stemming.ongeldig,
        afwezig=zittend - stemming.deelnemers - stemming.art28 if gestemd else None,
        art28=stemming.art28,
        gekozen=oordeel.gekozen,
        tussen=oordeel.tussen,
        grondslag=_grondslag(stemming, quorum, minimum, gestemd) + oordeel.grondslag,
        uitleg=_uitleg(quorum, oordeel),
    )


def _minimum(stemming: Personenstemming, zittend: int) -> int | None:
    """The smallest number of ballots for a valid vote (PW 29 lid 1), or None where it does not apply (lid 2, PW 58)."""
    vrijgesteld = stemming.orgaan == "GS" or stemming.na_geen_quorum or stemming.opnieuw_na_ongeldig
    return None if vrijgesteld else drempels.geldig_minimum(zittend, stemming.art28)


def _oordeel(stemming: Personenstemming, quorum: Quorum, minimum: int | None) -> _Oordeel:
    if quorum.gehaald is False:
        return _geen_quorum(stemming, quorum)
    if stemming.deelnemers == 0:
        weiger("kandidaten", "Er is geen enkele stem ingevuld.")
    if minimum is not None and stemming.deelnemers < minimum:
        zin = f"Er zijn {stemming.deelnemers} briefjes ingeleverd en er zijn er {minimum} nodig."
        return _Oordeel("stemming_ongeldig", ("PW 29 lid 1",), f"{zin} De stemming is niet geldig.")
    if stemming.uitgebracht == 0:
        artikelen = ("PW 30 lid 1", "PW 30 lid 2")
        return _Oordeel("geen_besluit", artikelen, "Geen enkel briefje is behoorlijk ingevuld. Er is niets besloten.")
    meeste = _meeste(stemming.keuzes)
    if 2 * stemming.keuzes[meeste[0]] > stemming.uitgebracht:
        return _meerderheid(stemming, meeste[0])
    return _geen_meerderheid_ps(stemming, meeste) if stemming.orgaan == "PS" else _geen_meerderheid_gs(stemming, meeste)


def _geen_quorum(stemming: Personenstemming, quorum: Quorum) -> _Oordeel:
    artikel = "PW 20 lid 1" if stemming.orgaan == "PS" else "PW 56 lid 1"
    zin = f"Er zijn {quorum.aanwezig} leden aanwezig en er zijn er {quorum.vereist} nodig. Er kan niet worden gestemd."
    return _Oordeel("geen_quorum", (artikel,), zin)


def _meeste(keuzes: Mapping[str, int]) -> tuple[str, ...]:
    """Who shares the largest number of ballots."""
    hoogste = max(keuzes.values())
    return tuple(label for label, aantal in keuzes.items() if aantal == hoogste)


def _cijfers(stemming: Personenstemming) -> str:
    if not stemming.kandidaten:
        return f"{stemming.voor} voor en {stemming.tegen} tegen"
    volgorde = sorted(stemming.kandidaten, key=lambda kandidaat: -kandidaat.stemmen)
    return ", ".join(f"{kandidaat.label}: {kandidaat.stemmen}" for kandidaat in volgorde)


def _meerderheid(stemming: Personenstemming, label: str) -> _Oordeel:
    zin = f"{_cijfers(stemming)}. Meer dan de helft van de {stemming.uitgebracht} uitgebrachte stemmen is"
    if stemming.kandidaten:
        return _Oordeel("aangenomen", ("PW 30 lid 1",), f"{zin} voor {label}, die is gekozen.", gekozen=label)
    return _Oordeel("aangenomen" if label == "voor" else "verworpen", ("PW 30 lid 1",), f"{zin} {label}.")


def _geen_meerderheid_gs(stemming: Personenstemming, meeste: tuple[str, ...]) -> _Oordeel:
    reden = "De stemmen staken" if len(meeste) > 1 else "Niemand heeft meer dan de helft van de stemmen"
    zin = f"{_cijfers(stemming)}. {reden}. Over personen stemmen GS niet opnieuw en beslist de voorzitter niet."
    return _Oordeel("geen_besluit", ("PW 30 lid 1", "PW 59 lid 1"), f"{zin} Er is niets besloten.")


def _geen_meerderheid_ps(stemming: Personenstemming, meeste: tuple[str, ...]) -> _Oordeel:
    vrij = bool(stemming.kandidaten) and stemming.keuze in ("vrij", "tweede_vrij")
    if len(meeste) == 1 or vrij:
        return _volgende_ronde(stemming)
    tussen = meeste if stemming.kandidaten else ()
    staking = f"{_cijfers(stemming)}. De stemmen staken" + (f" tussen {_opsomming(tussen)}." if tussen else ".")
    if stemming.eerdere_staking:
        zin = f"{staking} Het is de tweede keer, dus beslist meteen het lot. Leg de trekking vast."
        return _Oordeel("lot", ("PW 31 lid 3",), zin, tussen)
    zin = f"{staking} In dezelfde vergadering volgt een herstemming" + (" tussen hen." if tussen else ".")
    if tussen and stemming.keuze is None:
        zin += " Was de keuze vrij, niet beperkt door een voordracht, dan komt er eerst een tweede vrije stemming."
    return _Oordeel("herstemming_personen", ("PW 31 lid 2",), zin, tussen)


def _volgende_ronde(stemming: Personenstemming) -> _Oordeel:
    """No majority, and no tie the law settles: what follows stands in the reglement van orde."""
    zin = f"{_cijfers(stemming)}. Niemand heeft meer dan de helft van de stemmen."
    match stemming.keuze:
        case "vrij":
            return _opnieuw(f"{zin} Er volgt een tweede vrije stemming (reglement van orde).")
        case None:
            vervolg = "Na een eerste vrije stemming volgt een tweede, daarna een herstemming tussen de twee hoogste"
            return _opnieuw(f"{zin} {vervolg} (reglement van orde).")
        case _:
            return _tussen_twee(zin, stemming.keuzes)


def _opnieuw(zin: str, tussen: tuple[str, ...] = ()) -> _Oordeel:
    return _Oordeel("herstemming_personen", ("PW 30 lid 1",), zin, tussen)


def _tussen_twee(zin: str, keuzes: Mapping[str, int]) -> _Oordeel:
    """The herstemming is between the two with most ballots; a tussenstemming decides who they are when that is open."""
    meeste = _meeste(keuzes)
    if len(meeste) > 2:
        return _opnieuw(
            f"{zin} Een tussenstemming wijst uit wie van {_opsomming(meeste)} in de herstemming komen.", meeste
        )
    if len(meeste) == 2:
        return _opnieuw(f"{zin} Er volgt een herstemming tussen {_opsomming(meeste)}.", meeste)
    volgende = _meeste({label: aantal for label, aantal in keuzes.items() if label not in meeste})
    if len(volgende) == 1:
        return _opnieuw(f"{zin} Er volgt een herstemming tussen {_opsomming(meeste + volgende)}.", meeste + volgende)
    keuze = f"Een tussenstemming wijst uit wie van {_opsomming(volgende)} met {meeste[0]} in de herstemming komt."
    return _opnieuw(f"{zin} {keuze}", volgende)


def _opsomming(labels: tuple[str, ...]) -> str:
    return f"{', '.join(labels[:-1])} en {labels[-1]}"


def _grondslag(stemming: Personenstemming, quorum: Quorum, minimum: int | None, gestemd: bool) -> tuple[str, ...]:
    """The articles in the order in which they were applied, up to the one that decided."""
    ps = stemming.orgaan == "PS"
    niet_ingevuld = gestemd and stemming.deelnemers > stemming.uitgebracht
    regels = (
        ("PW 58", not ps),
        ("PW 20 lid 3" if ps else "PW 56 lid 3", stemming.na_geen_quorum),
        ("PW 20 lid 1" if ps else "PW 56 lid 1", quorum.gehaald is True),
        ("PW 31 lid 1", gestemd and ps),
        ("PW 28", stemming.art28 > 0),
        ("PW 28 lid 3", niet_ingevuld and ps),
        ("PW 29 lid 2 a", gestemd and ps and stemming.opnieuw_na_ongeldig),
        ("PW 29 lid 2 b", gestemd and ps and stemming.na_geen_quorum),
        ("PW 29 lid 1", gestemd and minimum is not None and stemming.deelnemers >= minimum),
        ("PW 30 lid 2", niet_ingevuld and stemming.uitgebracht > 0),
    )
    return tuple(artikel for artikel, geldt in regels if geldt)


def _uitleg(quorum: Quorum, oordeel: _Oordeel) -> str:
    if quorum.vereist is not None and quorum.aanwezig is None:
        return f"{oordeel.zin} Het aantal aanwezigen is niet opgegeven; het quorum is niet getoetst."
    return oordeel.zin
