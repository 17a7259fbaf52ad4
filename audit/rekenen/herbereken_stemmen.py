"""Counting votes again, from the articles and not with the rules of the engine (PW 20, 28-30, 32, 56, 58, 59).

Each step says in words what is compared with what, so that a person with the tellijst in hand can follow it.
"""

from dataclasses import dataclass, field
from typing import Literal

from domain.stemmen.gegevens import Stemming


class Onrekenbaar(Exception):
    """The recorded numbers allow no count; the text says which, in Dutch."""


@dataclass(frozen=True)
class Telling:
    """The numbers of one vote. `aanwezig` is None when nothing was recorded about it."""

    orgaan: Literal["PS", "GS"]
    leden: int
    zittend: int
    aanwezig: int | None
    voor: int
    tegen: int
    briefjes: int
    art28: int

    @property
    def uitgebracht(self) -> int:
        """Blank and invalid ballots don't count (PW 30 lid 2)."""
        return self.voor + self.tegen

    @property
    def deelnemers(self) -> int:
        """Who handed in a ballot took part (PW 28 lid 3)."""
        return self.uitgebracht + self.briefjes


@dataclass
class Rekening:
    """The outcome and the way to it."""

    uitkomst: str = ""
    artikelen: list[str] = field(default_factory=list)
    stappen: list[str] = field(default_factory=list)

    def stap(self, zin: str, *artikelen: str) -> None:
        """One comparison, with the articles it rests on."""
        self.stappen.append(f"{zin} ({', '.join(artikelen)})" if artikelen else zin)
        self.artikelen += artikelen

    def uit(self, uitkomst: str, zin: str, *artikelen: str) -> "Rekening":
        """The last comparison, and what comes out."""
        self.stap(zin, *artikelen)
        self.uitkomst = uitkomst
        return self


def tel(stemming: Stemming, leden: int | None, fracties: dict[str, int] | None) -> Telling:
    """Add up the votes and hold them against the seats.

    Args:
        leden: the number PS consist of, from the table of the day; what was recorded with the vote goes first.
        fracties: the seats of PS on the day; None when unknown or for GS.

    Raises:
        Onrekenbaar: a number is missing, or more members voted than there are.
    """
    leden = stemming.leden if stemming.leden is not None else leden
    if leden is None:
        raise Onrekenbaar("het aantal leden is niet bekend")
    bezet = min(leden, sum(fracties.values())) if fracties else leden
    zittend = bezet if stemming.zittend is None else stemming.zittend
    rijen = stemming.per_fractie
    voor, tegen = (
        (sum(r.voor for r in rijen), sum(r.tegen for r in rijen)) if rijen else (stemming.voor, stemming.tegen)
    )
    art28 = sum(r.art28 for r in rijen) if rijen else stemming.art28
    gestemd = voor is not None and tegen is not None
    telling = Telling(
        orgaan=stemming.orgaan,
        leden=leden,
        zittend=zittend,
        aanwezig=stemming.aanwezig,
        voor=voor or 0,
        tegen=tegen or 0,
        briefjes=stemming.blanco + stemming.ongeldig,
        art28=art28,
    )
    _past(stemming, telling, fracties)
    if telling.aanwezig is None and gestemd:
        return Telling(**{**telling.__dict__, "aanwezig": telling.deelnemers + art28})
    return telling


def _past(stemming: Stemming, t: Telling, fracties: dict[str, int] | None) -> None:
    if t.deelnemers + t.art28 > t.zittend or t.zittend > t.leden:
        raise Onrekenbaar(f"{t.deelnemers + t.art28} leden geteld, {t.zittend} in functie, {t.leden} zetels")
    if stemming.per_fractie and fracties is not None:
        for rij in stemming.per_fractie:
            if rij.totaal > fracties.get(rij.fractie, 0):
                raise Onrekenbaar(
                    f"{rij.fractie} telt {rij.totaal} leden en heeft {fracties.get(rij.fractie, 0)} zetels"
                )
        if (samen := sum(rij.totaal for rij in stemming.per_fractie)) != t.zittend:
            raise Onrekenbaar(f"de fracties tellen samen {samen} leden, er zijn er {t.zittend} in functie")


def reken(stemming: Stemming, t: Telling) -> Rekening:
    """The outcome of a vote on a proposal: quorum, validity, tie, majority, in that order."""
    r = Rekening()
    if not _quorum(stemming, t, r):
        return r.uit("geen_quorum", "zonder quorum kan niet worden besloten")
    if stemming.wijze == "zonder_stemming":
        artikel = ("PW 32 lid 3",) if t.orgaan == "PS" else ()
        return r.uit("aangenomen", "niemand vroeg om stemming: aangenomen", *artikel)
    if not _geldig(stemming, t, r):
        return r.uit("stemming_ongeldig", "dus is de stemming niet geldig")
    if t.voor == t.tegen > 0:
        return _staking_ps(stemming, t, r) if t.orgaan == "PS" else _staking_gs(stemming, t, r)
    meer = 2 * t.voor > t.uitgebracht
    vergelijk = f"{t.voor} voor van {t.uitgebracht} uitgebrachte stemmen: {'' if meer else 'niet '}meer dan de helft"
    return r.uit("aangenomen" if meer else "verworpen", vergelijk, "PW 30")


def _quorum(stemming: Stemming, t: Telling, r: Rekening) -> bool:
    """PS: more than half of who is in office; GS: at least half. Not in a meeting after one without quorum."""
    ps = t.orgaan == "PS"
    if stemming.na_geen_quorum:
        r.stap("tweede vergadering na een zonder quorum: geen quorum nodig", "PW 20 lid 3" if ps else "PW 56 lid 3")
        return True
    if t.aanwezig is None:
        r.stap("het aantal aanwezigen is niet vastgelegd: het quorum is niet na te rekenen")
        return True
    genoeg = 2 * t.aanwezig > t.zittend if ps else 2 * t.aanwezig >= t.zittend
    maat = "meer dan de helft" if ps else "ten minste de helft"
    zin = f"{t.aanwezig} aanwezig van {t.zittend} zittende leden: {'' if genoeg else 'niet '}{maat}"
    r.stap(zin, "PW 20 lid 1" if ps else "PW 56 lid 1")
    return genoeg


def _geldig(stemming: Stemming, t: Telling, r: Rekening) -> bool:
    """PS only: more than half of who may vote took part (PW 29 lid 1); not at the second try (lid 2)."""
    if t.orgaan == "GS":
        return True
    if stemming.na_geen_quorum or stemming.opnieuw_na_ongeldig:
        r.stap("tweede keer: geen minimum aan stemmers", "PW 29 lid 2")
        return True
    mogen = t.zittend - t.art28
    genoeg = 2 * t.deelnemers > mogen
    zin = f"{t.deelnemers} stemden van {mogen} die mochten: {'' if genoeg else 'niet '}meer dan de helft"
    r.stap(zin, "PW 29 lid 1", *(("PW 28",) if t.art28 else ()))
    return genoeg


def _staking_ps(stemming: Stemming, t: Telling, r: Rekening) -> Rekening:
    r.stap(f"{t.voor} voor en {t.tegen} tegen: de stemmen staken")
    if stemming.eerdere_staking:
        return r.uit("niet_aangenomen_staking", "tweede staking: niet aangenomen", "PW 32 lid 5")
    voltallig = t.uitgebracht + t.art28 == t.leden
    hoe = "voltallig" if voltallig else "niet voltallig"
    zin = f"{t.uitgebracht} stemmen en {t.art28} die niet mochten, van {t.leden} leden: {hoe}"
    r.stap(zin, "PW 32 lid 6")
    if voltallig:
        return r.uit("niet_aangenomen_staking", "voltallig en staking: niet aangenomen", "PW 32 lid 5")
    return r.uit("uitgesteld_staking", "een volgende vergadering stemt opnieuw", "PW 32 lid 4")


def _staking_gs(stemming: Stemming, t: Telling, r: Rekening) -> Rekening:
    r.stap(f"{t.voor} voor en {t.tegen} tegen: de stemmen staken")
    if not stemming.eerdere_staking:
        return r.uit("herstemmen", "eerste staking: opnieuw stemmen", "PW 59 lid 1")
    if stemming.voorzitter_stem is None:
        raise Onrekenbaar("tweede staking in GS zonder stem van de voorzitter")
    uitkomst = "aangenomen" if stemming.voorzitter_stem == "voor" else "verworpen"
    return r.uit(uitkomst, f"tweede staking: de voorzitter stemt {stemming.voorzitter_stem}", "PW 59 lid 2")
