"""`opgave lessen hergebruik` and `casussen`: what came of lessons over all opgaven, and the library of cases."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, get_args

from domain.beeld.leren.casussen import Keuze
from domain.beeld.leren.casussen import casussen as casussen_
from domain.beeld.leren.hergebruik import Lesgebruik, gebruik, telling
from domain.stand import Stand
from domain.taal.bladen_rollen import ProvincieRol
from domain.taal.bladen_waarden import Kernwaarde
from domain.taal.leren import Waardering
from domain.woorden import gewoon, tel
from register import lezen
from register.lessen import niet_meer_openbaar
from starter.cli import scherm
from starter.cli.datums import kort
from starter.cli.geven import stand_van
from starter.cli.lessen import NIET_OPENBAAR
from starter.cli.omgeving import omgeving
from starter.invoer import Invoerfout

KEUZES: dict[str, tuple[str, ...]] = {
    "rol": get_args(ProvincieRol),
    "waarde": get_args(Kernwaarde),
    "waardering": get_args(Waardering),
}


def hergebruik(opgave: str | None, json: bool) -> None:
    """Per lesson how often it was shown and what was said; the totals under it."""
    eigen = stand_van(opgave).opgave if opgave is not None else None
    gebruikt = [g for g in gebruik(_standen()) if eigen in (None, g.opgave, *(k.split("/")[0] for k in g.kopieen))]
    if eigen is None:
        gebruikt = _zonder_besloten_titels(gebruikt)
    totaal = telling(gebruikt)
    if json:
        lessen = [{**g.model_dump(mode="json"), "oordeel": g.oordeel} for g in gebruikt]
        return scherm.json_uit({"lessen": lessen, "totaal": totaal})
    scherm.tabel(
        ("Les", "Titel", "Oordeel", "Getoond", "Toegepast", "Niet", "N.v.t.", "Open"),
        [
            (
                *(f"{g.opgave}/{g.les}", g.titel, gewoon(g.oordeel), str(g.getoond), str(g.toegepast)),
                *(str(g.niet_toegepast), str(g.niet_van_toepassing), str(g.zonder_antwoord)),
            )
            for g in gebruikt
        ],
        "Er zijn nog geen lessen.",
    )
    delen = ", ".join(f"{gewoon(oordeel)} {aantal}" for oordeel, aantal in totaal.per_oordeel)
    scherm.zeg(f"Van {tel(totaal.lessen, 'les', 'lessen')}: {delen}.")
    openbaar = telling(g for g in gebruikt if g.openbaar)
    if openbaar.lessen < totaal.lessen:
        delen = ", ".join(f"{gewoon(oordeel)} {aantal}" for oordeel, aantal in openbaar.per_oordeel)
        scherm.zeg(f"Daarvan openbaar: {openbaar.lessen} ({delen}). Het leerverslag telt alleen die.", "dim")
    return None


def _zonder_besloten_titels(lessen: Sequence[Lesgebruik]) -> list[Lesgebruik]:
    """A list over all opgaven counts every lesson, and names those that are for other eyes."""
    weg = niet_meer_openbaar(omgeving().register, (f"{g.opgave}/{g.les}" for g in lessen))
    return [g.met(titel=NIET_OPENBAAR) if f"{g.opgave}/{g.les}" in weg else g for g in lessen]


def casussen(keuze: Mapping[str, Any], json: bool) -> None:
    """The stories that fit."""
    _toets(keuze)
    opgave = keuze["opgave"]
    eigen = {"opgave": stand_van(opgave).opgave} if opgave is not None else {}
    gevonden = casussen_(_standen(), Keuze.model_validate({**keuze, **eigen}))
    if json:
        return scherm.json_uit(gevonden)
    if not gevonden:
        return scherm.zeg_onder("Er zijn geen verhalen die hierbij passen.")
    scherm.zeg(f"Verhalen die hierbij passen: {len(gevonden)}", "bold")
    for casus in gevonden:
        i = casus.inhoud
        scherm.kop(f"{casus.opgave}/{casus.verhaal}  {i.titel}")
        kenmerken = (*(f"principe {p}" for p in i.principes), *i.rollen, *i.waarden)
        regels = (
            ("Verteld door", f"{gewoon(i.verteller_functie)}, {kort(casus.op)}"),
            ("Context", i.context),
            ("Praktijk", i.praktijk),
            ("Wat werkte", i.wat_werkte),
            ("Wat niet", i.wat_niet),
            ("Waardering", gewoon(i.waardering) + (", een succes om te delen" if i.succes else "")),
            ("Kenmerken", ", ".join(kenmerken)),
            ("Lessen", ", ".join(casus.lessen)),
        )
        scherm.koppeltabel((naam, tekst) for naam, tekst in regels if tekst)
    return None


def _toets(keuze: Mapping[str, Any]) -> None:
    for naam, codes in KEUZES.items():
        waarde = keuze[naam]
        if waarde is not None and waarde not in codes:
            raise Invoerfout(f"--{naam}: '{waarde[:40]}' kennen we niet. Kies uit: {', '.join(codes)}.")


def _standen() -> Iterator[Stand]:
    """Opgaven and agendas: a story can be told on either."""
    register = omgeving().register
    for rij in lezen.levens(register):
        stand = lezen.stand(register, rij.id)
        if stand is not None:
            yield stand
