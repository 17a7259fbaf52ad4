"""`opgave partners`: the organisations around an opgave, and the joint arrangements they take part in."""

from collections.abc import Sequence
from pathlib import Path
from shlex import quote
from typing import Any

from domain.kalender import dagtekst
from domain.tooi import Lichaam, met_id, vind
from register import contacten, organisaties
from register.organisaties import Organisatie, Telling
from starter.cli import scherm
from starter.cli.fouten import GEDAAN, GEWEIGERD
from starter.cli.omgeving import omgeving
from starter.foutzin import lijkt_op
from starter.invoer import Invoerfout
from starter.partnerbestand import Lot, Partnerlijst, Verslagregel, lees

LOTEN: tuple[Lot, ...] = ("overgenomen", "met opmerking", "dubbel", "niet overgenomen")


def importeer(bestand: Path, droog: bool, json: bool) -> int:
    """Take what a list holds, and tell what is odd about it. Gives the exit code: refused when a line was."""
    doos, lijst_ = omgeving(), lees(bestand)
    telling = organisaties.zet(doos.register, lijst_.organisaties, lijst_.deelnemingen, doos.nu(), droog=droog)
    if json:
        scherm.json_uit(_verslag(lijst_, telling, droog))
    else:
        _toon_verslag(lijst_, telling, droog)
    return GEWEIGERD if lijst_.aantal("niet overgenomen") else GEDAAN


def _verslag(lijst_: Partnerlijst, telling: Telling, droog: bool) -> dict[str, Any]:
    return {
        "droog": droog,
        "tekenset": lijst_.tekenset,
        "onbekende_kolommen": lijst_.onbekende_kolommen,
        "aantallen": {lot: lijst_.aantal(lot) for lot in LOTEN},
        "register": telling._asdict(),
        "regels": lijst_.verslag,
    }


def _toon_verslag(lijst_: Partnerlijst, telling: Telling, droog: bool) -> None:
    """The lines with the same thing to say stand together: a list repeats its mistakes."""
    for kolom in lijst_.onbekende_kolommen:
        scherm.let_op(f"De kolom '{kolom}' kennen we niet; die is overgeslagen.")
    for lot in LOTEN[1:]:
        regels = [regel for regel in lijst_.verslag if regel.lot == lot]
        if regels:
            scherm.kop(f"{lot.capitalize()}: {_regels(len(regels))}")
        for redenen, samen in _per_reden(regels).items():
            scherm.zeg_onder(f"Regel {', '.join(str(r.regel) for r in samen)}: {_wie(samen)}")
            for reden in redenen:
                scherm.punt(reden)
    if droog:
        scherm.zeg("Dit was een proef: er is niets veranderd.")
    scherm.zeg(_slot(lijst_, telling, droog))


def _per_reden(regels: Sequence[Verslagregel]) -> dict[tuple[str, ...], list[Verslagregel]]:
    groepen: dict[tuple[str, ...], list[Verslagregel]] = {}
    for regel in regels:
        groepen.setdefault(regel.redenen, []).append(regel)
    return groepen


def _wie(regels: Sequence[Verslagregel]) -> str:
    deelnemers = ", ".join(dict.fromkeys(regel.deelnemer or "(leeg)" for regel in regels))
    return f"{deelnemers} in {', '.join(dict.fromkeys(regel.regeling or '(leeg)' for regel in regels))}"


def _regels(aantal: int) -> str:
    return "1 regel" if aantal == 1 else f"{aantal} regels"


def _slot(lijst_: Partnerlijst, telling: Telling, droog: bool) -> str:
    twijfel = lijst_.aantal("met opmerking")
    goed = lijst_.aantal("overgenomen") + twijfel
    waarvan = f", waarvan {twijfel} met een opmerking" if twijfel else ""
    nieuw = f"{telling.organisaties_nieuw} nieuwe organisaties, {telling.deelnemingen_nieuw} nieuwe deelnemingen"
    anders = f", {telling.organisaties_gewijzigd} organisaties gewijzigd" if telling.organisaties_gewijzigd else ""
    dubbel = f", {lijst_.aantal('dubbel')} dubbel" if lijst_.aantal("dubbel") else ""
    begin = "Zou overnemen" if droog else "Overgenomen"
    return f"{begin}: {goed} van de {_regels(len(lijst_.verslag))}{waarvan}{dubbel}. In het register: {nieuw}{anders}."


def lijst(regeling: str | None, json: bool) -> None:
    """The organisations, or those of an arrangement."""
    register = omgeving().register
    regelingen = _regelingen(regeling) if regeling else ()
    rijen = organisaties.lijst(register, regeling)
    if json:
        return scherm.json_uit([_beeld(organisatie) for organisatie in rijen])
    for naam in regelingen:
        scherm.kop(f"{naam}{_tooi_van(naam)}")
    return scherm.tabel(
        ("Id", "Naam", "Soort", "TOOI", ""),
        [(o.id, o.naam, o.type.replace("_", " "), o.tooi.rsplit("/", 1)[-1], _nu(met_id(o.id))) for o in rijen],
        "Er zijn nog geen organisaties. Lees een lijst in: opgave partners importeer BESTAND.csv",
    )


def _regelingen(zoek: str) -> tuple[str, ...]:
    """The arrangements that a word means. Raises Invoerfout when there are none."""
    register = omgeving().register
    gevonden = dict.fromkeys(d.regeling for d in organisaties.deelnemingen(register, regeling=zoek))
    if not gevonden:
        alle = list(dict.fromkeys(d.regeling for d in organisaties.deelnemingen(register)))
        raise Invoerfout(f"--regeling: '{zoek[:80]}' kennen we niet.{lijkt_op(zoek, alle)}")
    return tuple(gevonden)


def toon(id_: str, json: bool) -> None:
    """One organisation: what it is, what it takes part in, and the line that makes it a partner."""
    register = omgeving().register
    organisatie = organisaties.zoek(register, id_.strip().lower())
    if organisatie is None:
        namen = [o.id for o in organisaties.lijst(register)]
        raise Invoerfout(f"De organisatie '{id_[:80]}' kennen we niet.{lijkt_op(id_.lower(), namen)}")
    beeld = _beeld(organisatie)
    beeld["bereikbaar"] = sorted({c.functie for c in contacten.zoek(register, organisatie=organisatie.id)})
    if json:
        return scherm.json_uit(beeld)
    return _toon(organisatie, beeld)


def _toon(organisatie: Organisatie, beeld: dict[str, Any]) -> None:
    scherm.kop(f"{organisatie.naam} ({organisatie.id})")
    zet = f"opgave contact zet partner <e-mail> --organisatie {organisatie.id}"
    bereikbaar = ", ".join(beeld["bereikbaar"]) or f"nog niemand; {zet}"
    scherm.koppeltabel(
        (
            ("Soort", organisatie.type.replace("_", " ")),
            ("TOOI", organisatie.tooi or "niet bekend"),
            ("Bereikbaar", bereikbaar),
            ("Bron", organisatie.bron),
        )
    )
    lichaam = met_id(organisatie.id)
    for naam in beeld["regelingen"]:
        scherm.punt(f"neemt deel aan {naam}{_tooi_van(naam)}")
    _toon_partnerregel((lichaam and met_id(lichaam.opgegaan_in)) or organisatie, _nu(lichaam))


def _toon_partnerregel(organisatie: Organisatie | Lichaam, nu: str) -> None:
    """The line to paste; of a gemeente that is no more, the one for its successor."""
    if nu:
        scherm.let_op(f"Deze gemeente bestaat niet meer: {nu}.")
    scherm.zeg(f"Zo wordt {organisatie.naam} partner van een opgave:")
    velden = f"--partner {organisatie.id} --naam {quote(organisatie.naam)} --type {organisatie.type}"
    scherm.plakregel(f"opgave geef <ID> VoegPartnerToe {velden}")


def _beeld(organisatie: Organisatie) -> dict[str, Any]:
    lichaam = met_id(organisatie.id)
    deelnemingen = organisaties.deelnemingen(omgeving().register, organisatie=organisatie.id)
    return {
        "id": organisatie.id,
        "naam": organisatie.naam,
        "type": organisatie.type,
        "tooi": organisatie.tooi,
        "bron": organisatie.bron,
        "opgeheven_op": lichaam.tot if lichaam else None,
        "opgegaan_in": lichaam.opgegaan_in if lichaam else "",
        "regelingen": [d.regeling for d in deelnemingen],
    }


def _nu(lichaam: Lichaam | None) -> str:
    """What became of a body that is no more; empty for one that is."""
    return f"sinds {dagtekst(lichaam.tot)} {lichaam.opgegaan_in}" if lichaam and lichaam.tot else ""


def _tooi_van(regeling: str) -> str:
    """The identifier of an arrangement that is a public body of its own."""
    lichaam = vind(regeling)
    return f" ({lichaam.tooi.rsplit('/', 1)[-1]})" if lichaam else ""
