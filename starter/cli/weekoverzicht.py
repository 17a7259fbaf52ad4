"""`opgave weekoverzicht`: the letters of this week, shown or put in the outbox."""

from activities.brief.opbouw import Onderdeel
from activities.brief.tekst import als_tekst
from activities.weekoverzicht import Weekbrief, leg_klaar, maak_brieven
from starter.cli import scherm
from starter.cli.omgeving import omgeving
from starter.invoer import Invoerfout


def weekoverzicht(droog: bool, json: bool) -> None:
    """With `droog` show what would be sent; without it, put there what was not sent yet this week."""
    if droog:
        return _toon(maak_brieven(omgeving().register, omgeving().vandaag()), json)
    if not omgeving().instellingen.post.weekoverzicht:
        raise Invoerfout("Het weekoverzicht staat uit (instelling post.weekoverzicht).")
    nieuw = leg_klaar(omgeving().register, omgeving().vandaag())
    if json:
        return scherm.json_uit({"klaargezet": nieuw})
    zin = "1 weekoverzicht staat klaar" if nieuw == 1 else f"{nieuw} weekoverzichten staan klaar"
    return scherm.zeg(f"{zin} voor verzending." if nieuw else "Voor deze week is er niets meer te sturen.")


def _toon(brieven: tuple[Weekbrief, ...], json: bool) -> None:
    if json:
        return scherm.json_uit([{"aan": str(b.brief.aan), "onderwerp": b.brief.onderwerp} for b in brieven])
    if not brieven:
        return scherm.zeg("Er wacht niets op iemand; er gaat geen weekoverzicht uit.")
    for b in brieven:
        scherm.kop(f"Aan {b.brief.aan}: {b.brief.onderwerp}")
        scherm.zeg_onder(als_tekst((Onderdeel(b.inhoud),)))
    return None
