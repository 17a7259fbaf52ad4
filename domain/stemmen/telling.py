"""Counting a vote, and refusing votes that cannot be: every refusal names the field."""

from collections.abc import Iterator
from typing import NamedTuple, NoReturn, Protocol

from domain.basis import Weigering
from domain.reglement.model import Zetelverdeling
from domain.stemmen.gegevens import Fractiestem, Stemming


class Telling(NamedTuple):
    """The checked numbers of a vote. `aanwezig` is None when nothing was recorded about it."""

    leden: int
    zittend: int
    aanwezig: int | None
    voor: int
    tegen: int
    blanco: int
    ongeldig: int
    art28: int

    @property
    def uitgebracht(self) -> int:
        """Votes that count for the majority: no blank or invalid ballots (PW 30 lid 2)."""
        return self.voor + self.tegen

    @property
    def deelnemers(self) -> int:
        """Members who took part: a ballot handed in counts, also a blank one (PW 28 lid 3)."""
        return self.uitgebracht + self.blanco + self.ongeldig

    @property
    def afwezig(self) -> int:
        """Members in office who neither took part nor had to abstain."""
        return self.zittend - self.deelnemers - self.art28


def tel(stemming: Stemming, zetels: Zetelverdeling | None) -> Telling:
    """Check the numbers of a vote against each other and against the seats.

    Args:
        stemming: what is known of the vote.
        zetels: the seats of PS on the date of the vote; ignored for GS.

    Raises:
        Weigering: see `domain.stemmen.zaken.bereken`.
    """
    _niet_negatief(stemming)
    _past_bij_wijze(stemming)
    tabel = zetels if stemming.orgaan == "PS" else None
    leden, zittend = bezetting(stemming, tabel)
    if stemming.per_fractie:
        _past_bij_zetels(stemming, tabel, zittend)
    voor, tegen, art28 = _totalen(stemming)
    deelnemers = voor + tegen + stemming.blanco + stemming.ongeldig
    _aantekening(stemming, tabel)
    if deelnemers + art28 > zittend:
        weiger("voor", f"Er zijn {deelnemers + art28} leden geteld, maar er zijn er maar {zittend} in functie.")
    aanwezig = _aanwezig(stemming, deelnemers, art28, zittend)
    _past_in_zaal(stemming, deelnemers, art28, zittend)
    return Telling(leden, zittend, aanwezig, voor, tegen, stemming.blanco, stemming.ongeldig, art28)


class Zaal(Protocol):
    """The size of the body as it was handed in; None where it was left out."""

    @property
    def leden(self) -> int | None:
        """The number the body consists of."""

    @property
    def zittend(self) -> int | None:
        """Members in office."""


def weiger(veld: str, reden: str) -> NoReturn:
    """Refuse, with the field in the rule and in the text."""
    raise Weigering(f"stemming.{veld}", f"{reden} (veld: {veld})")


def _getallen(stemming: Stemming) -> Iterator[tuple[str, int | None]]:
    for veld in ("leden", "zittend", "aanwezig", "in_zaal", "voor", "tegen", "blanco", "ongeldig", "art28"):
        yield veld, getattr(stemming, veld)
    for rij in stemming.per_fractie:
        for veld in ("voor", "tegen", "afwezig", "art28"):
            yield f"per_fractie.{rij.fractie}.{veld}", getattr(rij, veld)


def _niet_negatief(stemming: Stemming) -> None:
    for veld, getal in _getallen(stemming):
        if getal is not None and getal < 0:
            weiger(veld, f"Een aantal kan niet negatief zijn: {getal}.")


def _past_bij_wijze(stemming: Stemming) -> None:
    totalen = stemming.voor is not None or stemming.tegen is not None
    briefjes = stemming.blanco or stemming.ongeldig
    if stemming.wijze == "zonder_stemming" and (stemming.per_fractie or totalen or briefjes):
        weiger("wijze", "Zonder stemming zijn er geen stemmen.")
    if stemming.wijze != "schriftelijk_geheim" and briefjes:
        weiger("blanco", "Blanco of ongeldige stemmen bestaan alleen bij een schriftelijke stemming.")
    if stemming.wijze == "schriftelijk_geheim" and stemming.per_fractie:
        weiger("per_fractie", "Een geheime stemming kent geen stemmen per fractie.")
    if stemming.orgaan == "GS" and stemming.per_fractie:
        weiger("per_fractie", "Gedeputeerde Staten besluiten als college. Geef alleen de totalen.")
    if stemming.per_fractie and (totalen or stemming.art28):
        weiger("per_fractie", "Geef de stemmen per fractie of de totalen, niet allebei.")
    if (stemming.voor is None) != (stemming.tegen is None):
        weiger("tegen" if stemming.tegen is None else "voor", "Geef zowel het aantal voor als het aantal tegen.")


def bezetting(stemming: Zaal, zetels: Zetelverdeling | None) -> tuple[int, int]:
    """The number the body consists of and the number in office.

    Raises:
        Weigering: one of them is missing or does not fit the seats.
    """
    leden = stemming.leden if stemming.leden is not None else zetels.leden if zetels else None
    if leden is None or leden == 0:
        weiger("leden", "Geef het aantal leden waaruit het orgaan bestaat.")
    if zetels and leden != zetels.leden:
        weiger("leden", f"Provinciale Staten bestaan op deze datum uit {zetels.leden} leden, niet uit {leden}.")
    grens = min(leden, zetels.zittend) if zetels else leden
    zittend = grens if stemming.zittend is None else stemming.zittend
    if not 0 < zittend <= grens:
        weiger("zittend", f"Er kunnen niet {zittend} leden in functie zijn: er zijn {grens} zetels.")
    return leden, zittend


def _past_bij_zetels(stemming: Stemming, zetels: Zetelverdeling | None, zittend: int) -> None:
    """Each fractie adds up to its seats; with vacant seats it may be fewer, but all together they are `zittend`."""
    if zetels is None:
        weiger("per_fractie", "Voor stemmen per fractie is de zetelverdeling van de datum nodig.")
    tabel = zetels.per_fractie
    gezien: set[str] = set()
    for rij in stemming.per_fractie:
        _past_bij_fractie(rij, tabel, gezien, vacatures=zetels.zittend - zittend)
        gezien.add(rij.fractie)
    ontbreekt = sorted(set(tabel) - gezien)
    if ontbreekt and zittend == zetels.zittend:
        weiger("per_fractie", f"Deze fracties ontbreken: {', '.join(ontbreekt)}.")
    totaal = sum(rij.totaal for rij in stemming.per_fractie)
    if totaal != zittend:
        weiger("per_fractie", f"De fracties tellen samen {totaal} leden, maar er zijn er {zittend} in functie.")


def _past_bij_fractie(rij: Fractiestem, tabel: dict[str, int], gezien: set[str], vacatures: int) -> None:
    veld = f"per_fractie.{rij.fractie}"
    if rij.fractie not in tabel:
        weiger(veld, f"De fractie '{rij.fractie}' heeft op deze datum geen zetels.")
    if rij.fractie in gezien:
        weiger(veld, f"De fractie '{rij.fractie}' staat er twee keer in.")
    zetels = tabel[rij.fractie]
    if not zetels - vacatures <= rij.totaal <= zetels:
        weiger(veld, f"De stemmen van {rij.fractie} tellen op tot {rij.totaal}, maar de fractie heeft {zetels} zetels.")


def _totalen(stemming: Stemming) -> tuple[int, int, int]:
    """Voor, tegen and art. 28 over the whole body."""
    if not stemming.per_fractie:
        return stemming.voor or 0, stemming.tegen or 0, stemming.art28
    rijen = stemming.per_fractie
    return sum(r.voor for r in rijen), sum(r.tegen for r in rijen), sum(r.art28 for r in rijen)


def _aanwezig(stemming: Stemming, deelnemers: int, art28: int, zittend: int) -> int | None:
    """The number on the presentielijst; without one, who took part or had to abstain was there."""
    if stemming.aanwezig is None:
        gestemd = bool(stemming.per_fractie) or stemming.voor is not None
        return deelnemers + art28 if gestemd else None
    if stemming.aanwezig > zittend:
        weiger("aanwezig", f"Er zijn {stemming.aanwezig} leden aanwezig, maar er zijn er maar {zittend} in functie.")
    if deelnemers > stemming.aanwezig:
        weiger("aanwezig", f"Er deden {deelnemers} leden mee, maar er staan er {stemming.aanwezig} op de lijst.")
    return stemming.aanwezig


def _past_in_zaal(stemming: Stemming, deelnemers: int, art28: int, zittend: int) -> None:
    """Who is in the room signed the list; at a roll-call in PS each of them votes or must abstain (PW 32 lid 2)."""
    zaal = stemming.in_zaal
    if zaal is None:
        return
    grens = zittend if stemming.aanwezig is None else stemming.aanwezig
    if zaal > grens:
        weiger("in_zaal", f"Er zijn {zaal} leden in de zaal, maar er kunnen er hoogstens {grens} zijn.")
    if deelnemers > zaal:
        weiger("in_zaal", f"Er deden {deelnemers} leden mee, maar er zijn er {zaal} in de zaal.")
    gestemd = stemming.orgaan == "PS" and stemming.wijze == "hoofdelijk" and deelnemers > 0
    if gestemd and deelnemers + art28 != zaal:
        wie = f"voor, tegen en art28 zijn samen {deelnemers + art28}, en in de zaal zijn {zaal} leden"
        weiger("in_zaal", f"Bij hoofdelijke stemming stemt ieder in de zaal die mag (PW 32 lid 2): {wie}.")


def _aantekening(stemming: Stemming, zetels: Zetelverdeling | None) -> None:
    """Only fracties of PS can have it on record, each once, and only where no vote was taken."""
    namen = stemming.aantekening_tegen
    if not namen:
        return
    veld = "aantekening_tegen"
    if stemming.wijze != "zonder_stemming" or stemming.orgaan != "PS":
        weiger(veld, "Een aantekening hoort bij een voorstel dat PS zonder stemming aannemen.")
    if zetels is None:
        weiger(veld, "Voor een aantekening is de zetelverdeling van de datum nodig.")
    vreemd = [naam for naam in namen if naam not in zetels.per_fractie]
    if vreemd:
        weiger(veld, f"De fractie '{vreemd[0]}' heeft op deze datum geen zetels.")
    if len(set(namen)) < len(namen):
        weiger(veld, "Een fractie staat er twee keer in.")
