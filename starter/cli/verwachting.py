"""`opgave verwachting`: what comes and when, for one opgave."""

from pathlib import Path
from typing import Any, NamedTuple

from documenten.gantt import gantt
from documenten.verwachting import banden, ganttrijen, van_opgave
from domain.basis import is_agenda
from domain.stand import Stand
from domain.verwachting.model import Rij, Verwachting, Vraag
from domain.verwachting.verwacht import per_kandidaat, verwacht
from domain.woorden import met_namen
from starter.cli import scherm, verwachting_watals
from starter.cli.datums import kort
from starter.cli.geven import geldig_id, stand_van
from starter.cli.omgeving import omgeving
from starter.cli.organiseervorm import vorm_van
from starter.cli.verwachting_samen import als_bestanden, in_cijfers, kenmerk, noemer, schrijf, toon_gronden, vraag_voor
from starter.cli.verwachting_watals import Watalsvraag
from starter.invoer import Invoerfout

__all__ = ["Kolommen", "Watalsvraag", "toon"]


class Kolommen(NamedTuple):
    """What the table has besides: a row for each halt, a column with the code of each step."""

    haltes: bool = False
    codes: bool = False


def toon(id_: str, uit: Path | None, watals: Watalsvraag, vorm: str | None, meer: Kolommen, json: bool) -> None:
    """The forecast of one opgave, or what moves in it."""
    stand = stand_van(_geen_agenda(id_))
    vraag = vraag_voor(stand, vorm_van(vorm).code if vorm else None)
    if (gevolg := verwachting_watals.reken(stand, vraag, watals)) is not None:
        if json:
            return scherm.json_uit(verwachting_watals.als_json(gevolg))
        return verwachting_watals.toon(stand, gevolg, haltes=meer.haltes)
    beeld = verwacht(stand, vraag)
    bestanden = _bestanden(stand, beeld, vraag) if uit else {}
    if json:
        kandidaten = {} if vorm else {c: v.einde_waarschijnlijk for c, v in per_kandidaat(stand, vraag).items()}
        scherm.json_uit(_als_json(beeld) | {"per_kandidaat": kandidaten})
    else:
        _toon(stand, beeld, meer)
        if not vorm:
            _toon_kandidaten(stand, vraag)
    if uit:
        schrijf(uit, bestanden, stil=json)
    return None


def _geen_agenda(id_: str) -> str:
    opgave = geldig_id(id_)
    if is_agenda(opgave):
        raise Invoerfout(f"{opgave} is een regionale agenda. Gebruik: opgave agenda verwachting {opgave}")
    return opgave


def _als_json(beeld: Verwachting) -> dict[str, Any]:
    einden = {"einde_vroegst": beeld.einde_vroegst, "einde_waarschijnlijk": beeld.einde_waarschijnlijk}
    partners = [r.sleutel for r in beeld.kritieke_partners]
    return beeld.model_dump(mode="json") | einden | {"kritieke_partners": partners}


def _toon(stand: Stand, beeld: Verwachting, meer: Kolommen) -> None:
    scherm.zeg(f"Verwachting van {beeld.opgave}: {beeld.titel}", "bold")
    if not beeld.rijen:
        scherm.zeg_onder("Er komt niets meer." if stand.leven.voorbij else "Er is nog niets te verwachten.")
    else:
        rijen = [_regel(stand, r, meer) for r in beeld.rijen if meer.haltes or r.soort != "halte"]
        code = "Code" if meer.codes else ""
        scherm.tabel(("Vroegst", "Verwacht", "Speling", code, "Wat", "Wie", "Waarop dit rust"), rijen)
        scherm.zeg_onder("Verwacht is de waarschijnlijke dag. Een ! bepaalt mee wanneer de opgave af is.", "dim")
        scherm.zeg_onder(
            "Speling is hoeveel dagen later kan zonder dat het einde schuift. Leeg: het einde wacht er niet op.", "dim"
        )
        if not meer.codes:
            scherm.zeg_onder("Met --codes staat erbij hoe een stap heet, voor --houd-aan en --later.", "dim")
    for rij in beeld.kritieke_partners:
        wie = met_namen(rij.wie, stand)
        scherm.zeg_onder(f"Bepaalt het einde: {wie}, {rij.wat} ({kort(rij.waarschijnlijk)}).", "bold")
    toon_gronden(beeld.aannames, beeld.waarschuwingen)


def _regel(stand: Stand, rij: Rij, meer: Kolommen) -> tuple[str, ...]:
    wat, wie = f"{rij.fase.value} {rij.wat}", met_namen(rij.wie, stand)
    dagen = (in_cijfers(rij.vroegst), in_cijfers(rij.waarschijnlijk), _speling(rij))
    return (*dagen, code(rij) if meer.codes else "", wat, wie, met_namen(rij.rust_op, stand))


def code(rij: Rij) -> str:
    """What a step is called in `--houd-aan` and `--later`; empty for what only people plan."""
    return rij.sleutel.partition(":")[2] if rij.soort == "stap" else ""


def _speling(rij: Rij) -> str:
    """The room of a step: a mark where there is none, empty where the end does not wait for it."""
    return "!" if rij.kritiek else "" if rij.speling is None else f"{rij.speling} d"


def _toon_kandidaten(stand: Stand, vraag: Vraag) -> None:
    """What each candidate of a choice that is still open would mean for the end."""
    if (kandidaten := per_kandidaat(stand, vraag)) and len(kandidaten) > 1:
        scherm.kop("Per kandidaat")
        rijen = [(c, kort(v.einde_vroegst), kort(v.einde_waarschijnlijk)) for c, v in kandidaten.items()]
        scherm.tabel(("Vorm", "Einde op zijn vroegst", "Einde waarschijnlijk"), rijen)


def _bestanden(stand: Stand, beeld: Verwachting, vraag: Vraag) -> dict[str, bytes]:
    naam = f"verwachting-{stand.opgave}"
    document = van_opgave(beeld, vraag.kalenders, omgeving().nu(), kenmerk(stand), noemer(stand))
    bestanden = als_bestanden(naam, document)
    if beeld.rijen:
        rijen = ganttrijen(beeld, noemer(stand))
        bestanden[f"{naam}.svg"] = gantt("verwachting", beeld.titel, rijen, beeld.op, banden(vraag.kalenders)).encode()
    return bestanden
