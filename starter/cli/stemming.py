"""`opgave stemming`: a vote from a file, computed, with the articles and every input it used."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from domain.basis import Weigering
from domain.reglement.model import Zetelverdeling
from domain.reglement.register import nieuwste, reglement
from domain.stemmen.gegevens import Stemming, Stemuitslag
from domain.stemmen.personen import Personenstemming, Personenuitslag, bereken_personen
from domain.stemmen.zaken import bereken
from domain.woorden import datum as voluit
from domain.woorden import gewoon, orgaan
from starter.cli import scherm
from starter.invoer import Invoerfout
from starter.stemmingbestand import Stemmingbestand, lees_stemming

REGLEMENT = nieuwste().code

_GEDEELD = (
    *("orgaan", "leden", "zittend", "aanwezig", "in_zaal", "voor", "tegen", "blanco", "ongeldig", "art28"),
    *("na_geen_quorum", "opnieuw_na_ongeldig", "eerdere_staking"),
)
_KOPPEN = {
    "uitgesteld_staking": "uitgesteld: de stemmen staken",
    "niet_aangenomen_staking": "niet aangenomen: de stemmen staken",
    "stemming_ongeldig": "de stemming is niet geldig",
    "herstemmen": "opnieuw stemmen: de stemmen staken",
    "herstemming_personen": "herstemming: er is geen meerderheid",
    "lot": "het lot beslist",
}
_OVER = {"zaak": "een zaak", "persoon": "personen"}

Zetelbron = Callable[[date], Zetelverdeling]


def zetels_op(datum: date, code: str = REGLEMENT) -> Zetelverdeling:
    """The seats of PS on a day, by the reglement with this code. Raises Weigering before its first table."""
    return reglement(code).zetels_op(datum)


def stemming(pad: Path, json: bool) -> None:
    """Print the outcome of the vote in a file, for people or as JSON with every key in it."""
    bestand = lees_stemming(pad)
    uitkomst = bereken_bestand(bestand)
    if json:
        return scherm.json_uit(uitkomst)
    scherm.koppeltabel(_regels(uitkomst), stijl="bold")
    scherm.kop("Waarmee is gerekend")
    return scherm.koppeltabel(_invoerregels(uitkomst["invoer"]))


def bereken_bestand(bestand: Stemmingbestand, bron: Zetelbron = zetels_op) -> dict[str, Any]:
    """The outcome with all its keys, ready for JSON.

    Args:
        bestand: the vote.
        bron: gives the seats of PS on a day, where the file holds none itself.

    Raises:
        Invoerfout: the votes don't fit; the message names the field.
    """
    zetels = _zetels(bestand, bron)
    try:
        uitslag = _bereken(bestand, zetels)
    except Weigering as fout:
        raise Invoerfout(fout.reden.replace("(veld: per_fractie", "(veld: stemmen")) from None
    if uitslag.uitkomst == "geen_quorum" and bestand.aanwezig is None:
        # Fewer may vote than signed the list, so too few votes alone don't prove that the meeting could not open.
        raise Invoerfout(
            "aanwezig: geef het aantal namen op de presentielijst; zonder dat is het quorum niet te toetsen."
        )
    return _sleutels(bestand, uitslag, zetels, bron)


def _bereken(bestand: Stemmingbestand, zetels: Zetelverdeling | None) -> Stemuitslag | Personenuitslag:
    velden = {naam: getattr(bestand, naam) for naam in _GEDEELD} | _omvang(bestand, zetels)
    if bestand.soort == "persoon":
        return bereken_personen(Personenstemming(**velden, kandidaten=bestand.kandidaten, keuze=bestand.keuze), zetels)
    zaak = {naam: getattr(bestand, naam) for naam in ("wijze", "voorzitter_stem", "aantekening_tegen")}
    return bereken(Stemming(**velden, **zaak, per_fractie=bestand.stemmen), zetels)


def _omvang(bestand: Stemmingbestand, zetels: Zetelverdeling | None) -> dict[str, int | None]:
    """The size of the body: as written, else by the seats, else everyone is in office."""
    bezetting = bestand.bezetting
    leden, zittend = bestand.leden, bestand.zittend
    if leden is None:
        leden = bezetting.leden if bezetting else zetels.leden if zetels else None
    if zittend is None:
        zittend = bezetting.in_functie if bezetting else zetels.zittend if zetels else leden
    return {"leden": leden, "zittend": zittend}


def _zetels(bestand: Stemmingbestand, bron: Zetelbron) -> Zetelverdeling | None:
    """The seats to count with: those in the file, or of the day. Totals with `leden` beside them need none."""
    if bestand.orgaan == "GS":
        return None
    if bestand.bezetting is not None:
        return bestand.bezetting.zetelverdeling if bestand.bezetting.fracties else None
    if bestand.leden is not None and not bestand.stemmen and not bestand.aantekening_tegen:
        return None
    if bestand.datum is None:
        raise Invoerfout("datum: geef de dag van de stemming; daarbij hoort de zetelverdeling.")
    try:
        return bron(bestand.datum)
    except Weigering as fout:
        raise Invoerfout(f"datum: {fout.reden} Zet de zetels van die dag in het veld bezetting.") from None


def _sleutels(
    bestand: Stemmingbestand,
    uitslag: Stemuitslag | Personenuitslag,
    zetels: Zetelverdeling | None,
    bron: Zetelbron,
) -> dict[str, Any]:
    """Every key of the contract, null where it doesn't apply."""
    alles = uitslag.model_dump(mode="json")
    geheim = bestand.wijze == "schriftelijk_geheim"
    velden = ("uitkomst", "geldig", "quorum", "voltallig", "voor", "tegen", "grondslag", "uitleg", "geldig_minimum")
    return {
        **{veld: alles.get(veld) for veld in velden},
        "uitleg": uitslag.uitleg + _let_op(bestand, zetels, bron),
        "blanco": uitslag.blanco if geheim else None,
        "ongeldig": uitslag.ongeldig if geheim else None,
        "art28": uitslag.art28,
        "afwezig": uitslag.afwezig,
        "kandidaten": {k.label: k.stemmen for k in bestand.kandidaten} or None,
        "gekozen": alles.get("gekozen") or None,
        "tussen": alles.get("tussen") or None,
        "invoer": _invoer(bestand, zetels),
    }


def _let_op(bestand: Stemmingbestand, zetels: Zetelverdeling | None, bron: Zetelbron) -> str:
    """A number of members that is not that of the day is used, and said."""
    if bestand.orgaan == "GS" or bestand.datum is None or zetels is not None:
        return ""
    try:
        leden = bron(bestand.datum).leden
    except Weigering:
        return ""
    if leden == bestand.leden:
        return ""
    return f" Let op: op deze dag bestaan PS uit {leden} leden; hier is gerekend met {bestand.leden}."


def _invoer(bestand: Stemmingbestand, zetels: Zetelverdeling | None) -> dict[str, Any]:
    """What was handed in and what was filled in: the size of the body, and the seats with their source."""
    gegeven = bestand.model_dump(mode="json", exclude={"stemmen", "kandidaten", "bezetting"}, exclude_none=True)
    per_fractie = {r.fractie: [r.voor, r.tegen, r.afwezig, r.art28] for r in bestand.stemmen}
    return {
        **gegeven,
        **_omvang(bestand, zetels),
        "stemmen": per_fractie or None,
        "kandidaten": {k.label: k.stemmen for k in bestand.kandidaten} or None,
        "zetels": zetels.per_fractie if zetels else None,
        "bron_zetels": _bron_zetels(bestand, zetels),
    }


def _bron_zetels(bestand: Stemmingbestand, zetels: Zetelverdeling | None) -> str | None:
    if bestand.bezetting is not None:
        return f"{bestand.bezetting.bron}, vanaf {bestand.bezetting.vanaf.isoformat()}"
    return f"reglement {REGLEMENT}, vanaf {zetels.vanaf.isoformat()}" if zetels else None


def _regels(uit: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The outcome line by line; what does not apply is left out."""
    yield "Uitslag", _kop(uit)
    if uit["kandidaten"]:
        stemmen = sorted(uit["kandidaten"].items(), key=lambda paar: (-paar[1], paar[0]))
        yield "Stemmen", ", ".join(f"{label}: {aantal}" for label, aantal in stemmen)
    elif uit["voor"] is not None:
        yield "Stemmen", f"{uit['voor']} voor, {uit['tegen']} tegen"
    if uit["blanco"] or uit["ongeldig"]:
        yield "Briefjes", f"{uit['blanco']} blanco, {uit['ongeldig']} ongeldig"
    if uit["afwezig"] is not None:
        yield "Niet gestemd", f"{uit['afwezig']} afwezig, {uit['art28']} onthouden wegens persoonlijk belang (PW 28)"
    yield "Quorum", _quorum(uit["quorum"])
    if uit["geldig_minimum"] is not None:
        yield "Geldig", f"{_ja(uit['geldig'])}; minstens {uit['geldig_minimum']} leden moeten meedoen"
    if uit["voltallig"] is not None:
        yield "Voltallig", _ja(uit["voltallig"])
    yield "Grondslag", ", ".join(uit["grondslag"]) or "geen artikel nodig"
    yield "Uitleg", uit["uitleg"]


def _kop(uit: dict[str, Any]) -> str:
    if uit["gekozen"]:
        return f"Gekozen: {uit['gekozen']}"
    kop = _KOPPEN.get(uit["uitkomst"], gewoon(uit["uitkomst"]))
    return kop[:1].upper() + kop[1:]


def _quorum(quorum: dict[str, Any]) -> str:
    if quorum["vereist"] is None:
        return "niet nodig: opnieuw belegde vergadering"
    if quorum["aanwezig"] is None:
        return f"niet getoetst; {quorum['vereist']} nodig"
    oordeel = "gehaald" if quorum["gehaald"] else "niet gehaald"
    return f"{oordeel}: {quorum['aanwezig']} aanwezig, {quorum['vereist']} nodig"


def _ja(waar: bool) -> str:
    return "ja" if waar else "nee"


def _invoerregels(invoer: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The circumstances that decided, in words."""
    dag = f", {voluit(date.fromisoformat(invoer['datum']))}" if "datum" in invoer else ""
    yield "Stemming", f"{orgaan(invoer['orgaan'])}{dag}, over {_OVER[invoer['soort']]}, {gewoon(invoer['wijze'])}"
    yield "Leden", f"{invoer['leden']} leden, {invoer['zittend']} in functie"
    bijzonder = [gewoon(veld) for veld in ("na_geen_quorum", "opnieuw_na_ongeldig", "eerdere_staking") if invoer[veld]]
    if bijzonder:
        yield "Bijzonder", ", ".join(bijzonder)
    if "voorzitter_stem" in invoer:
        yield "Voorzitter", f"stemt {invoer['voorzitter_stem']}"
    if invoer["aantekening_tegen"]:
        yield "Aantekening", f"geacht tegen te hebben gestemd: {', '.join(invoer['aantekening_tegen'])}"
    if invoer["bron_zetels"]:
        yield "Zetels", invoer["bron_zetels"]
