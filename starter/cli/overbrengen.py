"""`opgave overbrengen`: what one life has to say to another and has not arrived, and letting it go once more."""

from dataclasses import asdict
from datetime import datetime

from register import niet_overgebracht
from register.niet_overgebracht import Achterblijver
from register.overbrengrij import TERUG
from starter.cli import scherm
from starter.cli.fouten import GEDAAN, GEWEIGERD
from starter.cli.gebeurtenissen import tijdstip
from starter.cli.geven import geldig_id
from starter.cli.omgeving import omgeving
from starter.invoer import Invoerfout

WAT = {
    "StartOpgave": "Een nieuwe opgave begint vanuit {van}.",
    "OntvangDelen": "{van} geeft onderdelen mee.",
    "BevestigAankomst": "{van} zegt dat de onderdelen aankwamen.",
    "MeldBuurwijziging": "Bij {van} veranderde iets.",
    "MeldAgendaplek": "{van} zegt welke documenten en werkwijze gelden.",
    "MeldRaakvlak": "{van} zegt welke opgaven elkaar raken.",
    "MeldHergebruik": "{van} antwoordde op een les van {naar}.",
    "BiedLessenAan": "Lessen van andere opgaven worden aangeboden.",
    "BereidHerijkingVoor": "Het rapport voor de herijking is gemaakt.",
}
"""What is said, by the command that is carried."""
_TERUG = "Onderdelen die {van} niet kreeg, gaan terug."
_NIET_OPNIEUW = {
    "geweigerd": "is geweigerd; de andere opgave zegt dan weer nee.",
    "klaar": "wacht nog, en gaat vanzelf.",
    "vervallen": "kan niet opnieuw, want de onderdelen gingen terug of het begin is geweigerd.",
}
_ONBEKEND = "bestaat niet, of kwam aan."


def lijst(opgave: str | None, json: bool) -> None:
    """What has not arrived, and how to let it go again."""
    rijen = niet_overgebracht.achterblijvers(omgeving().register, geldig_id(opgave) if opgave else None)
    if json:
        return scherm.json_uit([asdict(rij) | {"wat": wat(rij)} for rij in rijen])
    nu = omgeving().nu()
    scherm.tabel(
        ("Van en naar", "Wat", "Stand"),
        [(f"{rij.van}\naan {rij.naar}", f"{wat(rij)}\n{_sinds(rij)}", stand(rij, nu)) for rij in rijen],
        "Alles wat opgaven elkaar te zeggen hadden, is aangekomen.",
    )
    if weer := [rij.sleutel for rij in rijen if rij.kan_opnieuw]:
        scherm.zeg("\nNeem zo nodig eerst de oorzaak weg. Daarna opnieuw brengen:", "dim")
        for sleutel in weer[:10]:
            scherm.plakregel(f"opgave overbrengen opnieuw {sleutel}")
        scherm.plakregel("opgave overbrengen opnieuw --alle")
    return None


def wat(rij: Achterblijver) -> str:
    """What is said, in a sentence."""
    zin = _TERUG if rij.sleutel.endswith(TERUG) else WAT.get(rij.soort, "Opdracht {soort}.")
    return zin.format(van=rij.van, naar=rij.naar, soort=rij.soort)


def _sinds(rij: Achterblijver) -> str:
    return f"sinds {tijdstip(rij.sinds)}, {rij.pogingen} keer"


def stand(rij: Achterblijver, nu: datetime) -> str:
    """How it stands with it, and why."""
    if rij.status != "klaar":
        return f"{'geweigerd' if rij.status == 'geweigerd' else 'opgegeven'}: {rij.fout}"
    if rij.niet_voor is None or rij.niet_voor <= nu:
        return "wacht" + (f": {rij.fout}" if rij.fout else "")
    return f"wacht tot {tijdstip(rij.niet_voor)}: {rij.fout}" if rij.fout else "wordt nu gebracht"


def opnieuw(sleutels: list[str], alle: bool, json: bool) -> int:
    """Let what was given up be carried again. Gives 1 when a key was named that can't be."""
    if alle == bool(sleutels):
        raise Invoerfout("Noem de sleutels, of geef --alle. Zie: opgave overbrengen lijst.")
    register = omgeving().register
    gaat = niet_overgebracht.zet_opnieuw(register, None if alle else sleutels)
    staat = {rij.sleutel: rij.status for rij in niet_overgebracht.achterblijvers(register)}
    niet = {s: _NIET_OPNIEUW.get(staat.get(s, ""), _ONBEKEND) for s in sleutels if s not in gaat}
    if json:
        scherm.json_uit({"opnieuw": gaat, "niet": niet})
        return GEWEIGERD if niet else GEDAAN
    scherm.zeg("Dit gaat bij de volgende ronde mee:" if gaat else "Er gaat niets opnieuw.")
    for sleutel in gaat:
        scherm.punt(sleutel)
    for sleutel, waarom in niet.items():
        scherm.punt(f"{sleutel}: {waarom}")
    return GEWEIGERD if niet else GEDAAN
