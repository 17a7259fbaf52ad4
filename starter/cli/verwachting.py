"""`opgave verwachting`: what comes and when, and what moves if something is held over or comes later."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from documenten.gantt import gantt
from documenten.inhoud import Document
from documenten.verwachting import banden, ganttrijen, van_agenda, van_opgave
from domain import kern
from domain.basis import Model, is_agenda
from domain.duur import Duur
from domain.kalender import lokale_datum
from domain.stand import Stand
from domain.verwachting.agenda import Agendaverwachting, bundel
from domain.verwachting.model import Rij, Verwachting, Vraag, Watals
from domain.verwachting.verwacht import per_kandidaat, verwacht
from domain.verwachting.watals import houd_aan, later
from domain.woorden import gewoon, met_namen
from register import agendapunten, doorlooptijden, lezen
from starter.cli import scherm
from starter.cli.datums import kort, lees_datum
from starter.cli.geven import geldig_id, stand_van
from starter.cli.omgeving import omgeving
from starter.cli.organiseervorm import vorm_van
from starter.invoer import Invoerfout, lees_model

_DAGEN = {"d": 1.0, "w": 7.0, "m": 30.44, "j": 365.25, "wd": 1.4}
_VERVALT = ("afgevoerd",)


class _Later(Model):
    """How much later, as people type it."""

    duur: Duur


@dataclass(frozen=True)
class Watalsvraag:
    """What is asked besides: a step that is held over (until a day, or so many meetings), or who comes later."""

    houd_aan: str | None = None
    tot: str | None = None
    keer: int = 1
    later: str | None = None


def toon(id_: str, uit: Path | None, watals: Watalsvraag, vorm: str | None, haltes: bool, json: bool) -> None:
    """The forecast of one opgave, or what moves in it."""
    stand = stand_van(_geen_agenda(id_))
    vraag = vraag_voor(stand, vorm_van(vorm).code if vorm else None)
    if (gevolg := _watals(stand, vraag, watals)) is not None:
        return scherm.json_uit(_als_json_watals(gevolg)) if json else _toon_watals(stand, gevolg, haltes=haltes)
    beeld = verwacht(stand, vraag)
    bestanden = _bestanden(stand, beeld, vraag) if uit else {}
    if json:
        kandidaten = {} if vorm else {c: v.einde_waarschijnlijk for c, v in per_kandidaat(stand, vraag).items()}
        scherm.json_uit(_als_json(beeld) | {"per_kandidaat": kandidaten})
    else:
        _toon(stand, beeld, haltes=haltes)
        if not vorm:
            _toon_kandidaten(stand, vraag)
    if uit:
        _schrijf(uit, bestanden, stil=json)
    return None


def agenda(id_: str, uit: Path | None, json: bool) -> None:
    """The forecast of all opgaven that are on an agenda, in one table by date."""
    stand = stand_van(id_)
    vraag = vraag_voor(stand)
    samen = agendaverwachting(stand, vraag)
    if json:
        scherm.json_uit(_als_json_agenda(samen))
    else:
        _toon_agenda(stand, samen)
    if uit:
        document = van_agenda(samen, stand.leven.titel, vraag.kalenders, omgeving().nu(), _kenmerk(stand))
        _schrijf(uit, _als_bestanden(f"verwachting-{stand.opgave}", document), stil=json)


def agendaverwachting(stand: Stand, vraag: Vraag) -> Agendaverwachting:
    """The forecast of what is on an agenda; an opgave that has not begun has none yet."""
    register = omgeving().register
    rijen = (r for r in agendapunten.van_agenda(register, stand.opgave) if r.status not in _VERVALT)
    standen = (lezen.stand(register, rij.opgave) for rij in rijen)
    return bundel(stand.opgave, vraag, (verwacht(s, vraag) for s in standen if s is not None and not s.leven.voorbij))


def vraag_voor(stand: Stand, vorm: str | None = None) -> Vraag:
    """What is known now beside the state; today as this life counts it."""
    doos = omgeving()
    return doorlooptijden.vraag(doos.register, lokale_datum(kern.klok(stand, doos.nu())), vorm)


def _geen_agenda(id_: str) -> str:
    opgave = geldig_id(id_)
    if is_agenda(opgave):
        raise Invoerfout(f"{opgave} is een regionale agenda. Gebruik: opgave agenda verwachting {opgave}")
    return opgave


def _watals(stand: Stand, vraag: Vraag, wens: Watalsvraag) -> Watals | None:
    if wens.houd_aan and wens.later:
        raise Invoerfout("Kies --houd-aan of --later, niet allebei.")
    if (wens.tot or wens.keer != 1) and not wens.houd_aan:
        raise Invoerfout("--tot en --keer horen bij --houd-aan.")
    if wens.houd_aan:
        tot = lees_datum(wens.tot, vraag.vandaag, "--tot") if wens.tot else None
        if tot is not None and tot < vraag.vandaag:
            raise Invoerfout("--tot ligt in het verleden.")
        return houd_aan(stand, vraag, wens.houd_aan, wens.keer, tot)
    return later(stand, vraag, *_lees_later(wens.later)) if wens.later else None


def _lees_later(tekst: str) -> tuple[str, int]:
    wie, is_, duur = tekst.rpartition("=")
    if not (wie and is_):
        raise Invoerfout("--later: schrijf wie en hoeveel later, zoals waterschap=4w.")
    gelezen = lees_model(_Later, {"duur": duur.strip()}).duur
    return wie.strip(), round(gelezen.aantal * _DAGEN[gelezen.eenheid])


def _als_json(beeld: Verwachting) -> dict[str, Any]:
    einden = {"einde_vroegst": beeld.einde_vroegst, "einde_waarschijnlijk": beeld.einde_waarschijnlijk}
    partners = [r.sleutel for r in beeld.kritieke_partners]
    return beeld.model_dump(mode="json") | einden | {"kritieke_partners": partners}


def _als_json_watals(gevolg: Watals) -> dict[str, Any]:
    rijen = [r.model_dump(mode="json") | {"dagen": r.dagen} for r in gevolg.rijen]
    return gevolg.model_dump(mode="json") | {"rijen": rijen}


def _als_json_agenda(samen: Agendaverwachting) -> dict[str, Any]:
    druk = [d.model_dump(mode="json") | {"vol": d.vol} for d in samen.vergaderingen]
    rijen = [{"opgave": r.opgave, "titel": r.titel, **r.rij.model_dump(mode="json")} for r in samen.rijen]
    waarschuwingen = {v.opgave: list(v.waarschuwingen) for v in samen.verwachtingen}
    return {"agenda": samen.agenda, "op": samen.op, "rijen": rijen, "vergaderingen": druk, "let_op": waarschuwingen}


def _toon(stand: Stand, beeld: Verwachting, *, haltes: bool) -> None:
    scherm.zeg(f"Verwachting van {beeld.opgave}: {beeld.titel}", "bold")
    if not beeld.rijen:
        scherm.zeg_onder("Er komt niets meer." if stand.leven.voorbij else "Er is nog niets te verwachten.")
    else:
        rijen = [_regel(stand, r) for r in beeld.rijen if haltes or r.soort != "halte"]
        scherm.tabel(("Vroegst", "Verwacht", "", "Wat", "Wie", "Waarop dit rust"), rijen)
        scherm.zeg_onder("Verwacht is de waarschijnlijke dag. Een ! bepaalt mee wanneer de opgave af is.", "dim")
    for rij in beeld.kritieke_partners:
        wie = met_namen(rij.wie, stand)
        scherm.zeg_onder(f"Bepaalt het einde: {wie}, {rij.wat} ({kort(rij.waarschijnlijk)}).", "bold")
    _gronden(beeld.aannames, beeld.waarschuwingen)


def _regel(stand: Stand, rij: Rij) -> tuple[str, ...]:
    wat, wie = f"{rij.fase.value} {rij.wat}", met_namen(rij.wie, stand)
    dagen = (_dag(rij.vroegst), _dag(rij.waarschijnlijk), "!" if rij.kritiek else "")
    return (*dagen, wat, wie, met_namen(rij.rust_op, stand))


def _dag(dag: date) -> str:
    """A date without the name of the day: there are two in every row."""
    return f"{dag.day:02}-{dag.month:02}-{dag.year}"


def _gronden(aannames: tuple[str, ...], waarschuwingen: tuple[str, ...]) -> None:
    if aannames:
        scherm.kop("Wat is aangenomen")
        for zin in aannames:
            scherm.punt(zin)
    for zin in waarschuwingen:
        scherm.let_op(f"Let op: {zin}")


def _toon_kandidaten(stand: Stand, vraag: Vraag) -> None:
    """What each candidate of a choice that is still open would mean for the end."""
    if (kandidaten := per_kandidaat(stand, vraag)) and len(kandidaten) > 1:
        scherm.kop("Per kandidaat")
        rijen = [(c, kort(v.einde_vroegst), kort(v.einde_waarschijnlijk)) for c, v in kandidaten.items()]
        scherm.tabel(("Vorm", "Einde op zijn vroegst", "Einde waarschijnlijk"), rijen)


def _toon_watals(stand: Stand, gevolg: Watals, *, haltes: bool) -> None:
    """First what it does to the end, then every step that moves; halts of proposals only when asked for."""
    scherm.zeg(f"Wat er schuift. {met_namen(gevolg.ingreep, stand)}.", "bold")
    laatste = max((r for r in gevolg.later if r.wordt), key=lambda r: r.wordt or date.min, default=None)
    if laatste is not None and laatste.dagen:
        scherm.zeg(f"De laatste stap komt {_later(laatste.dagen)}: {kort(laatste.wordt)}.")
    schuift = (r for r in gevolg.later if haltes or not _is_halte(r.sleutel))
    rijen = [(r.wat, met_namen(r.wie, stand), kort(r.was), kort(r.wordt), _later(r.dagen)) for r in schuift]
    scherm.tabel(("Wat", "Wie", "Was", "Wordt", "Verschil"), rijen, "Er schuift niets.")
    for v in gevolg.verstrijkt:
        scherm.let_op(
            f"Let op: deze termijn ({gewoon(v.soort)}) verstrijkt dan op {kort(v.einde)}: {met_namen(v.wat, stand)}."
        )
    for zin in gevolg.waarschuwingen:
        scherm.let_op(f"Let op: {zin}")


def _is_halte(sleutel: str) -> bool:
    return sleutel.startswith("stap:") and sleutel.count(":") == 2


def _later(dagen: int) -> str:
    return f"{abs(dagen)} dag{'en' if abs(dagen) != 1 else ''} {'later' if dagen > 0 else 'eerder'}"


def _toon_agenda(stand: Stand, samen: Agendaverwachting) -> None:
    scherm.zeg(f"Verwachting van de agenda {stand.opgave}: {stand.leven.titel}", "bold")
    levens = {v.opgave: lezen.stand(omgeving().register, v.opgave) or stand for v in samen.verwachtingen}
    kolommen = ("Verwacht", "Vroegst", "Opgave", "Wat", "Wie")
    rijen = [
        (_dag(r.rij.waarschijnlijk), _dag(r.rij.vroegst), r.opgave, r.rij.wat, met_namen(r.rij.wie, levens[r.opgave]))
        for r in samen.rijen
        if r.rij.soort != "halte"
    ]
    scherm.tabel(kolommen, rijen, "Van de opgaven op deze agenda is nog niets te verwachten.")
    for d in samen.druk:
        zin = f"{d.orgaan} krijgt op {kort(d.op)} waarschijnlijk {d.aantal} voorstellen; er passen er {d.capaciteit}."
        scherm.let_op(f"Let op: {zin}")
    _gronden((), tuple(dict.fromkeys(w for v in samen.verwachtingen for w in v.waarschuwingen)))


def _kenmerk(stand: Stand) -> str:
    return f"{stand.opgave} feit {stand.seq}, {stand.kop[:16]}"


def _bestanden(stand: Stand, beeld: Verwachting, vraag: Vraag) -> dict[str, bytes]:
    naam = f"verwachting-{stand.opgave}"
    document = van_opgave(beeld, vraag.kalenders, omgeving().nu(), _kenmerk(stand))
    bestanden = _als_bestanden(naam, document)
    if beeld.rijen:
        rijen = ganttrijen(beeld)
        bestanden[f"{naam}.svg"] = gantt("verwachting", beeld.titel, rijen, beeld.op, banden(vraag.kalenders)).encode()
    return bestanden


def _als_bestanden(naam: str, document: Document) -> dict[str, bytes]:
    from rapporten.uitvoer import bestanden  # only who wants a file waits for Typst

    return bestanden(naam, document)


def _schrijf(uit: Path, bestanden: dict[str, bytes], *, stil: bool) -> None:
    """Into a folder; or, when `uit` names a file of one of these kinds, only that file."""
    een = next((inhoud for naam, inhoud in bestanden.items() if uit.suffix and naam.endswith(uit.suffix)), None)
    doel = {uit: een} if een is not None else {uit / naam: inhoud for naam, inhoud in bestanden.items()}
    try:
        for pad, inhoud in doel.items():
            pad.parent.mkdir(parents=True, exist_ok=True)
            pad.write_bytes(inhoud)
    except OSError as fout:
        raise Invoerfout(f"--uit: in {uit} kan niet worden geschreven ({fout.strerror}).") from None
    if not stil:
        for pad in doel:
            scherm.zeg(f"Geschreven: {pad}")
