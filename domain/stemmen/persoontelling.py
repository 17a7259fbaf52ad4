"""Checking a vote on persons, and refusing ballots that cannot be: every refusal names the field."""

from domain.reglement.model import Zetelverdeling
from domain.stemmen.persoongegevens import Personenstemming
from domain.stemmen.telling import bezetting, weiger


def tel_personen(stemming: Personenstemming, zetels: Zetelverdeling | None) -> int:
    """Check the numbers of a vote on persons against each other and the seats; gives the members in office.

    Raises:
        Weigering: see `domain.stemmen.personen.bereken_personen`.
    """
    _niet_negatief(stemming)
    _past_bij_keuze(stemming)
    _, zittend = bezetting(stemming, zetels if stemming.orgaan == "PS" else None)
    veld = "kandidaten" if stemming.kandidaten else "voor"
    geteld = stemming.deelnemers + stemming.art28
    if geteld > zittend:
        weiger(veld, f"Er zijn {geteld} leden geteld, maar er zijn er maar {zittend} in functie.")
    _past_bij_aanwezig(stemming, zittend)
    return zittend


def _niet_negatief(stemming: Personenstemming) -> None:
    velden = ("leden", "zittend", "aanwezig", "in_zaal", "voor", "tegen", "blanco", "ongeldig", "art28")
    getallen = [(veld, getattr(stemming, veld)) for veld in velden]
    for veld, getal in getallen + [(f"kandidaten.{k.label}", k.stemmen) for k in stemming.kandidaten]:
        if getal is not None and getal < 0:
            weiger(veld, f"Een aantal kan niet negatief zijn: {getal}.")


def _past_bij_keuze(stemming: Personenstemming) -> None:
    labels = [kandidaat.label for kandidaat in stemming.kandidaten]
    if len(set(labels)) < len(labels):
        weiger("kandidaten", "Een kandidaat staat er twee keer in.")
    if labels and (stemming.voor is not None or stemming.tegen is not None):
        weiger("kandidaten", "Geef de stemmen per kandidaat, of voor en tegen, niet allebei.")
    if (stemming.voor is None) != (stemming.tegen is None):
        weiger("tegen" if stemming.tegen is None else "voor", "Geef zowel het aantal voor als het aantal tegen.")
    if stemming.eerdere_staking and stemming.keuze in ("vrij", "tweede_vrij"):
        weiger("eerdere_staking", "Bij een vrije stemming telt een eerdere staking niet mee (PW 31 lid 2).")


def _past_bij_aanwezig(stemming: Personenstemming, zittend: int) -> None:
    """Nobody is in the room who did not sign the list, and nobody votes who is not there; fewer may vote."""
    grenzen = (("aanwezig", stemming.aanwezig), ("in_zaal", stemming.in_zaal))
    hoogstens = zittend
    for veld, aantal in grenzen:
        if aantal is None:
            continue
        if aantal > hoogstens:
            weiger(veld, f"Dit zijn {aantal} leden, maar er kunnen er hoogstens {hoogstens} zijn.")
        if stemming.deelnemers > aantal:
            weiger(veld, f"Er zijn {stemming.deelnemers} briefjes ingeleverd, maar er zijn maar {aantal} leden.")
        hoogstens = aantal
