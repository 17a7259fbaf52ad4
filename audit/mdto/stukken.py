"""The pieces of an opgave as the archive sees them: decisions, evaluations, lessons, documents, the record."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from pydantic import BaseModel

from archief.formaat import Documentregel
from archief.pak import PakFout
from audit.dossier.bron import Bron
from audit.mdto.gebeurd import besluitevents, events_van
from audit.mdto.model import Beperking, Informatieobject, Verwijzing
from domain.beeld.besluitdossier import besluitdossier
from domain.kalender import lokale_datum
from domain.taal.besluiten import Besluitstap
from domain.taal.evaluaties import EvaluatieGestart, EvaluatieOpgesteld, VervolgBepaald
from domain.taal.lessen import LesGecontroleerd, LesstatusGewijzigd, LesVastgelegd
from domain.tooi import met_id
from domain.woorden import gewoon

ARCHIEFVORMER = "provincie-flevoland"
TOOI_LIJST = "TOOI"


@dataclass(frozen=True)
class Archiefstuk:
    """A piece with the files that represent it, by path."""

    object: Informatieobject
    bestanden: Mapping[str, bytes]


def archiefvormer() -> Verwijzing:
    """Whose record it is, by its identifier in TOOI."""
    lichaam = met_id(ARCHIEFVORMER)
    if lichaam is None:
        raise LookupError(ARCHIEFVORMER)
    return Verwijzing(lichaam.naam, lichaam.tooi, TOOI_LIJST)


def stukken(bron: Bron, leesbaar: Mapping[str, bytes], categorie: str) -> Iterator[Archiefstuk]:
    """All pieces. `leesbaar` are the files of the dossier; `categorie` the category of the selectielijst."""
    kaal = _kaal(bron, categorie)
    yield from (_besluit(bron, kaal, stap) for stap in bron.stand.stappen.values() if stap.behandelingen)
    yield from _evaluaties(bron, kaal)
    yield from _lessen(bron, kaal)
    yield from _documenten(bron, kaal)
    wat = "Het dossier om te lezen, als pagina en als PDF/A, en de feiten als JSON Lines."
    yield Archiefstuk(
        replace(kaal, kenmerk=f"{kaal.kenmerk}/dossier", naam="Leesbaar dossier", omschrijving=wat), leesbaar
    )
    wat = "De lijst van alles in het ondertekende pak, met vingerafdrukken; het pak zelf wordt ernaast bewaard."
    bewijs = replace(kaal, kenmerk=f"{kaal.kenmerk}/bewijs", naam="Ondertekend bewijspak", omschrijving=wat)
    yield Archiefstuk(bewijs, {"manifest.json": bron.pak.manifestbytes})


def _kaal(bron: Bron, categorie: str) -> Informatieobject:
    """What all pieces share; MDTO knows no inheritance, so each says it again."""
    leven = bron.stand.leven
    return Informatieobject(
        kenmerk=bron.pak.manifest.opgave,
        naam="",
        niveau="Archiefstuk",
        waardering="B",
        archiefvormer=archiefvormer(),
        beperking=Beperking(),
        van=leven.begonnen_op or bron.tot,
        tot=bron.tot,
        thema=gewoon(leven.thema),
        gebied=leven.gebied,
        categorie=categorie,
    )


def _besluit(bron: Bron, kaal: Informatieobject, stap: Besluitstap) -> Archiefstuk:
    dossier = besluitdossier(bron.stand, bron.feiten, stap)
    dagen = [b.op for b in stap.behandelingen]
    stuk = replace(
        kaal,
        kenmerk=f"{kaal.kenmerk}/besluit/{stap.id}",
        naam=bron.namen(f"Besluit {stap.id} {stap.naam}: {dossier.onderwerp}"),
        omschrijving=f"Vastgelegd in achttien punten; orgaan: {bron.naam(stap.orgaan)}.",
        van=min(dagen),
        tot=max(dagen),
        events=besluitevents(bron, stap.id),
        beperking=beperking(bron, stap.id),
    )
    return Archiefstuk(stuk, {f"stukken/besluit-{_plat(stap.id)}.json": als_json(dossier)})


def _evaluaties(bron: Bron, kaal: Informatieobject) -> Iterator[Archiefstuk]:
    soorten = (EvaluatieGestart, EvaluatieOpgesteld, VervolgBepaald)
    for e in bron.stand.evaluaties.values():
        events = events_van(bron, soorten, partial(_is_van, e.id))
        dagen = [lokale_datum(x.tijd) for x in events] or [kaal.van]
        stuk = replace(kaal, kenmerk=f"{kaal.kenmerk}/evaluatie/{e.id}", naam=f"Evaluatie {e.id}", events=events)
        stuk = replace(stuk, van=min(dagen), tot=max(dagen))
        yield Archiefstuk(stuk, {f"stukken/evaluatie-{_plat(e.id)}.json": als_json(e)})


def _is_van(evaluatie: str, inhoud: object) -> bool:
    return getattr(inhoud, "evaluatie", "") == evaluatie


def _lessen(bron: Bron, kaal: Informatieobject) -> Iterator[Archiefstuk]:
    lessen = tuple(bron.stand.lessen.values())
    if not lessen:
        return
    events = events_van(bron, (LesVastgelegd, LesstatusGewijzigd, LesGecontroleerd), lambda _: True)
    dicht = [les.id for les in lessen if not les.openbaar]
    grens = Beperking("Overig", f"Niet openbaar: {', '.join(dicht)}.") if dicht else Beperking()
    stuk = replace(kaal, kenmerk=f"{kaal.kenmerk}/lessen", naam="Lessen", events=events, beperking=grens)
    inhoud = json.dumps([les.model_dump(mode="json") for les in lessen], ensure_ascii=False, indent=1)
    yield Archiefstuk(stuk, {"stukken/lessen.json": f"{inhoud}\n".encode()})


def _documenten(bron: Bron, kaal: Informatieobject) -> Iterator[Archiefstuk]:
    """One piece per document, also of what is confidential or lies elsewhere; named twice is still one piece."""
    gehad = set[str]()
    for d in bron.pak.documenten:
        naam = d.pad.rpartition("/")[2] or d.sha256[:12]
        if naam not in gehad:
            gehad.add(naam)
            yield _document(bron, replace(kaal, kenmerk=f"{kaal.kenmerk}/document/{naam}"), d)


def _document(bron: Bron, kaal: Informatieobject, d: Documentregel) -> Archiefstuk:
    feit = next((f for f in bron.feiten if f.seq == d.seq), None)
    dag = feit.gebeurd_op if feit else kaal.van
    bestanden = _inhoud(bron, d)
    stuk = replace(
        kaal,
        naam=f"{d.titel} ({d.bestandsnaam})" if d.bestandsnaam else d.titel,
        omschrijving="" if bestanden else f"{_waarom_niet(d)} Vingerafdruk: {d.sha256}.",
        waardering="N" if d.soort == "genoemd" else "B",
        van=dag,
        tot=dag,
        beperking=_grens(bron, d),
    )
    return Archiefstuk(stuk, bestanden)


def _inhoud(bron: Bron, d: Documentregel) -> dict[str, bytes]:
    if d.vertrouwelijk or not d.pad:
        return {}
    try:
        return {d.pad: bron.pak.lees(d.pad)}
    except PakFout:
        return {}


def _waarom_niet(d: Documentregel) -> str:
    if d.vertrouwelijk:
        return "Het bestand is vertrouwelijk en wordt apart verstrekt."
    return "Het bestand zelf ligt niet meer in het pak." if d.pad else "Het bestand ligt elders."


def _grens(bron: Bron, d: Documentregel) -> Beperking:
    grens = beperking(bron, d.stap)
    if d.vertrouwelijk and grens.type == "Geen beperking":
        return Beperking("Overig", "Vertrouwelijk volgens het pak; de grond is hier niet te zien.")
    return grens


def beperking(bron: Bron, stap: str) -> Beperking:
    """Whether geheimhouding rests on what belongs to this step."""
    g = bron.stand.geheim.get(stap)
    if g is None or not g.rust:
        return Beperking()
    return Beperking(
        "Overig", f"Geheimhouding op grond van {g.grond}, opgelegd door {bron.naam(g.orgaan)}.", g.opgelegd_op
    )


def als_json(model: BaseModel) -> bytes:
    """A value as a readable file."""
    return f"{model.model_dump_json(indent=1)}\n".encode()


def _plat(id_: str) -> str:
    """An id as part of a file name."""
    return id_.replace("/", "_").replace(":", "_")
