"""A regionale agenda: what stood on it, its documents, what each overheid decided, its conferences and raakvlakken."""

from collections.abc import Iterator

from audit.dossier.bron import Bron, kort
from documenten.inhoud import Alinea, Blok, Deel, Tabel
from domain.beeld.agendabord import in_woorden
from domain.taal.agenda import Agenda
from domain.taal.agenda_vaststelling import Overheidsbesluit
from domain.woorden import gewoon


def agenda(bron: Bron) -> Iterator[Deel]:
    """The parts of an agenda; an opgave has none."""
    inhoud = bron.stand.agenda
    if inhoud is None:
        return
    tabellen: tuple[Blok | None, ...] = (
        _punten(bron, inhoud),
        _raakvlakken(bron, inhoud),
        _documenten(bron, inhoud),
        _conferenties(bron, inhoud),
    )
    blokken = tuple(t for t in tabellen if t) or (Alinea("Er stond nog niets op de agenda."),)
    yield Deel("Wat er op de agenda stond", blokken, anker="agenda")
    besluiten = _vaststellingen(bron, inhoud)
    yield Deel("Wat elke overheid besloot", (besluiten or Alinea("Aan geen overheid is iets gevraagd."),), anker="vast")


def _punten(bron: Bron, inhoud: Agenda) -> Tabel | None:
    rijen = tuple(
        (
            p.opgave,
            p.titel,
            p.periode,
            p.horizon,
            p.rijpheid,
            f"{gewoon(p.status)}, {kort(p.sinds)}",
            bron.namen(p.reden),
        )
        for p in inhoud.punten.values()
    )
    kolommen = ("Opgave", "Titel", "Half jaar", "Horizon", "Rijpheid", "Status", "Reden")
    return Tabel("Opgaven", kolommen, rijen, (3, 4, 2, 2, 2, 3, 5), breed=True) if rijen else None


def _raakvlakken(bron: Bron, inhoud: Agenda) -> Tabel | None:
    rijen = tuple((r.opgave, r.andere, bron.namen(r.omschrijving), kort(r.sinds)) for r in inhoud.raakvlakken)
    return Tabel("Raakvlakken", ("Opgave", "Raakt", "Hoe", "Sinds"), rijen, (3, 3, 6, 2)) if rijen else None


def _documenten(bron: Bron, inhoud: Agenda) -> Tabel | None:
    rijen = tuple(
        (d.titel, gewoon(d.documentsoort), d.versie, kort(d.vanaf), bron.naam(d.vaststeller))
        for d in inhoud.documenten.values()
    )
    kolommen = ("Document", "Soort", "Versie", "Geldt vanaf", "Vastgesteld door")
    return Tabel("Documenten, met hun laatste versie", kolommen, rijen, (5, 3, 2, 2, 4)) if rijen else None


def _conferenties(bron: Bron, inhoud: Agenda) -> Tabel | None:
    rijen = tuple(
        (
            c.titel,
            kort(c.op),
            ", ".join(map(bron.naam, c.onderschreven_door)) or "niemand",
            ", ".join(c.afspraken) or "-",
        )
        for c in inhoud.conferenties.values()
    )
    kolommen = ("Conferentie", "Dag", "Onderschreven door", "Afspraken")
    return Tabel("Conferenties", kolommen, rijen, (4, 2, 4, 3)) if rijen else None


def _vaststellingen(bron: Bron, inhoud: Agenda) -> Tabel | None:
    rijen = tuple(
        (
            bron.naam(v.overheid),
            str(v.versie),
            kort(v.gevraagd_op) if v.gevraagd_op else "niet gevraagd",
            kort(v.uiterlijk) if v.uiterlijk else "-",
            _besluit(v),
        )
        for v in sorted(inhoud.vaststellingen.values(), key=lambda v: (v.versie, v.overheid))
    )
    kolommen = ("Overheid", "Versie", "Gevraagd", "Uiterlijk", "Besluit")
    return Tabel("Vaststelling per overheid en versie", kolommen, rijen, (4, 1, 2, 2, 5)) if rijen else None


def _besluit(v: Overheidsbesluit) -> str:
    return f"{in_woorden(v)} door {v.orgaan}, {kort(v.op)}" if v.besluit else "niet besloten"
