"""Every fact counts once: in one half year and in one year, also when it was recorded after the end of the period."""

from datetime import date

import rapportwereld as w
import verhaal as v

from domain.beeld.leren.hergebruik import gebruik, telling
from rapporten import agenda_cijfers, agenda_rapport, agenda_wijzigingen, leer_cijfers, verbonden
from rapporten.fasetijden import fasetijden
from rapporten.leven import grenzen
from rapporten.verantwoording_cijfers import besluiten

HALVEN = ("2025-1", "2025-2", "2026-1")


def _laat() -> v.Verhaal:
    """Of December, recorded in January: a lesson, a conversation, an answer, a reflection, and time that was spent."""
    toen = date(2025, 12, 30)
    vragen = dict.fromkeys(("waarom_doen_we_dit", "doen_we_het_goed", "hoe_gaat_de_samenwerking"), "goed")
    waarom = {"nodig": "ja", "bijdrage_publieke_taak": "water", "bijdrage_opgave": "ruimte"}
    zetten = (
        v.manager("LegLesVast", les="L2", titel="te laat", actie="eerder"),
        v.manager("LegGesprekVast", doelgroep="bestuur", gelegenheid="diner", opbrengst="rust"),
        v.manager("BeantwoordWaarom", partij="WBF", **waarom, alternatief_zelf="nee"),
        v.blad("reflectie", fase="F3", balans={"inhoud": 1, "proces": 1, "relatie": 1}, waarden=[], **vragen),
        v.blad("overlegtijd", nr="3", overleg="stuurgroep", op="2025-12-30", minuten_inhoud=7, minuten_structuur=11),
    )
    op_tijd = (v.Zet(z.door, z.inhoud, toen) for z in zetten)
    return w.water().later(date(2026, 1, 6)).gegeven(*op_tijd)


def test_wat_na_het_jaar_werd_vastgelegd_telt_in_het_volgende_en_maar_een_keer() -> None:
    leven = _laat()
    jaren = {j: leer_cijfers.cijfers([w.gezeefd(leven, date(j, 12, 31))], j, date(j, 12, 31)) for j in (2025, 2026)}
    assert [c.lessen.nieuw for c in jaren.values()] == [1, 1]
    assert [sum(c.gesprekken.values()) for c in jaren.values()] == [1, 1]
    assert [c.reflectie.gehouden for c in jaren.values()] == [2, 1]
    assert [(b.kwartaal, b.aantal) for b in jaren[2026].balans] == [(1, 1)]
    partijen = (verbonden.cijfers([w.gezeefd(leven, date(j, 12, 31))], j, date(j, 12, 31)) for j in (2025, 2026))
    assert [len(p.partijen[0].waarom) for p in partijen] == [1, 1]


def test_de_halve_jaren_samen_zijn_alle_minuten_en_alle_wijzigingen() -> None:
    """Nothing falls between two half years, and nothing counts twice."""
    leven = _laat()
    agenda = w.agenda().later(date(2026, 1, 6))
    agenda = agenda.gegeven(
        v.Zet(
            v.manager("X").door,
            v.manager("ParkeerOpgave", opgave=w.WARMTE, reden="geen geld").inhoud,
            date(2025, 12, 29),
        )
    )
    minuten, wijzigingen = [], 0
    for half in HALVEN:
        op = grenzen(half)[1]
        cijfers = agenda_cijfers.cijfers(w.gezeefd(agenda, op), {w.WATER: w.gezeefd(leven, op)}, {}, half)
        minuten.append((cijfers.minuten_inhoud, cijfers.minuten_structuur))
        wijzigingen += len(cijfers.wijzigingen)
    assert minuten == [(60, 30), (10, 90), (7, 11)]
    assert wijzigingen == sum(f.inhoud.soort in agenda_wijzigingen.WIJZIGINGEN for f in agenda.alles)


def test_het_rapport_zegt_hoeveel_opgaven_op_de_agenda_zelf_al_voorbij_zijn() -> None:
    """WATER runs, WARMTE was withdrawn but is still on the agenda, and WONEN was parked."""
    weg = w.warmte().gegeven(v.manager("TrekIn", reden="het kan niet"))
    levens = {w.WATER: w.gezeefd(w.water()), w.WARMTE: w.gezeefd(weg)}
    agenda = w.gezeefd(w.agenda())
    html, _ = w.gelezen(agenda_rapport.document(agenda_cijfers.cijfers(agenda, levens, {}, "2025-2"), agenda, levens))
    assert "Op de agenda: 2 (1 ingetrokken, 1 lopend). Geparkeerd: 1." in html


def test_de_laatste_fase_eindigt_met_de_opgave() -> None:
    """Closed after F6: that stay counts; one that was withdrawn says nothing about its phase."""
    klaar = v.in_f6("stoppen").gegeven(v.manager("SluitAf", uitkomst="stoppen", reden="klaar"))
    tijden = {f.fase: f for f in fasetijden([w.gezeefd(klaar)])}
    assert len(tijden["F6"].dagen) == 1
    assert tijden["F6"].lopend == ()
    weg = w.warmte().gegeven(v.manager("TrekIn", reden="het kan niet"))
    assert [f for f in fasetijden([w.gezeefd(weg)]) if f.dagen or f.lopend] == []


def test_een_besluit_heet_niet_twee_keer_hetzelfde() -> None:
    """The subject of a step is often its own name."""
    stand = w.water().stand
    genomen = next(s for s in stand.stappen.values() if s.afloop != "open")
    zelfde = stand.met(stappen={genomen.id: genomen.met(onderwerp=genomen.naam)})
    assert [b.titel for b in besluiten(zelfde)] == [genomen.naam]


def test_een_spreadsheet_voert_niets_uit_wat_op_een_bedrag_lijkt() -> None:
    """Typed text that begins as an amount, after spaces, or with wide signs is text; a loss stays a number."""
    velden = {
        "openbaar_belang": "-€1+cmd|' /C calc'!A0",
        "bestuurlijk_belang": " =1+1",
        "financieel_belang": "\uff1d1+1",
    }
    partij = v.manager("LegVerbondenPartijVast", partij="WBF", inhoud=w.WATERSCHAP | velden)
    leven = w.gezeefd(w.water().gegeven(partij))
    csv = verbonden.als_csv(verbonden.cijfers([leven], 2025, date(2025, 12, 31))).decode()
    for tekst in velden.values():
        assert f"'{tekst.strip()}" in csv
    assert ";-€ 1.250,00;" in csv


def test_een_vervallen_les_is_niet_nooit_getoond() -> None:
    """Nobody has to be shown it any more; the command line counts the same."""
    leven = w.water().gegeven(
        v.manager("LegLesVast", les="L2", titel="vergeet dit", actie="niets"),
        v.manager("WijzigLesstatus", les="L2", status="vervallen", toelichting="het klopte niet"),
    )
    assert dict(leer_cijfers.hergebruik([w.gezeefd(leven)]).per_oordeel)["nooit_getoond"] == 1
    assert dict(telling(gebruik([leven.stand])).per_oordeel)["nooit_getoond"] == 1
