"""`opgave dossier`: the record of one decision in eighteen elements, with what is missing marked."""

from typing import Any

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from domain.beeld.besluitdossier import Besluitdossier, Element, besluitdossier
from domain.stand import Stand
from domain.woorden import met_namen, orgaan
from register import lezen
from starter.cli import scherm
from starter.cli.geven import stand_van
from starter.cli.omgeving import omgeving
from starter.invoer import Invoerfout

ONTBREEKT = "ONTBREEKT"
NAAMBREEDTE = 34


def dossier(opgave: str, nummer: str, json: bool) -> None:
    """Show the record of a step, from the state and the facts as the register has them."""
    stand = stand_van(opgave)
    stap = stand.stappen.get(nummer)
    if stap is None:
        bekend = ", ".join(stand.stappen) or "geen"
        raise Invoerfout(f"Stap {nummer[:80]} is er niet. Stappen van {stand.opgave}: {bekend}.")
    rijen = lezen.feiten(omgeving().register, stand.opgave)
    gevonden = besluitdossier(stand, [rij.feit for rij in rijen if rij.seq <= stand.seq], stap)
    if json:
        return scherm.json_uit(_als_json(gevonden))
    if len(rijen) < stand.seq:
        scherm.let_op("Het register loopt nog achter; probeer het zo opnieuw als er iets ontbreekt.")
    return _toon(stand, gevonden)


def _toon(stand: Stand, gevonden: Besluitdossier) -> None:
    scherm.zeg(f"{gevonden.opgave} {gevonden.stap}  {gevonden.naam}", "bold")
    delen = (orgaan(gevonden.orgaan), gevonden.onderwerp, "" if gevonden.besloten else "nog niet besloten")
    scherm.zeg(met_namen(" · ".join(deel for deel in delen if deel), stand), "dim")
    if gevonden.geheim:
        scherm.zeg("Op deze stap rust geheimhouding; de tekst staat alleen in het stuk.", "yellow")
    for element in gevonden.elementen:
        _element(stand, element)
    mist = len(gevonden.ontbreekt)
    scherm.zeg()
    zin = f"Er ontbreken {mist} gegevens; zoek op {ONTBREEKT}." if mist else "Het dossier is compleet."
    scherm.zeg(zin, "yellow" if mist else "bold green")


def _element(stand: Stand, element: Element) -> None:
    scherm.kop(f"{element.nr:2} {element.naam}")
    if not (element.waarden or element.ontbreekt):
        return scherm.zeg_onder(f" {element.leeg}", "dim")
    raster = Table.grid(padding=(0, 2, 0, 0))
    raster.add_column(width=NAAMBREEDTE)
    raster.add_column(overflow="fold")
    for waarde in element.waarden:
        raster.add_row(scherm.schoon(waarde.naam), Text(scherm.schoon(met_namen(waarde.waarde, stand))))
    for naam in element.ontbreekt:
        raster.add_row(scherm.schoon(naam), Text(ONTBREEKT, style="bold yellow"))
    return scherm.druk(Padding(raster, (0, 0, 0, 3), expand=False))


def _als_json(gevonden: Besluitdossier) -> dict[str, Any]:
    return {**gevonden.model_dump(mode="json"), "ontbreekt": list(gevonden.ontbreekt)}
