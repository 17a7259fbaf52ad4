"""The half-year report of an agenda: every number can be counted again from the facts."""

from collections import Counter
from datetime import date

import pytest
import rapportwereld as w
import verhaal as v

from rapporten import agenda_cijfers, agenda_rapport
from rapporten.agenda_cijfers import Agendacijfers
from rapporten.agenda_wijzigingen import WIJZIGINGEN
from rapporten.leven import grenzen, halfjaar_van, volgende


def _cijfers(halfjaar: str, op: date | None = None) -> Agendacijfers:
    levens = {w.WATER: w.gezeefd(w.water(), op), w.WARMTE: w.gezeefd(w.warmte(), op)}
    kalenders = {"PS": w.kalender("PS", "2025-03-19", "2025-10-15", capaciteit=1), "GS": w.kalender("GS")}
    return agenda_cijfers.cijfers(w.gezeefd(w.agenda(), op), levens, kalenders, halfjaar)


@pytest.mark.parametrize("halfjaar", ["2025-1", "2025-2"])
def test_wat_er_veranderde_is_wat_de_feiten_zeggen(halfjaar: str) -> None:
    """Of both half years: the same kinds, days and reasons, no more and no fewer."""
    van, tot = grenzen(halfjaar)
    feiten = [f for f in w.agenda().alles if f.inhoud.soort in WIJZIGINGEN and van <= f.gebeurd_op <= tot]
    gezegd = [(x.op, x.opgave, x.wat, x.door) for x in _cijfers(halfjaar).wijzigingen]
    soorten = Counter(f.inhoud.soort for f in feiten)
    eerste = {"OpAgendaGezet": 3, "RaakvlakVastgelegd": 1}
    assert soorten == (eerste if halfjaar == "2025-1" else {"OpAgendaVerplaatst": 1, "OpgaveGeparkeerd": 1})
    assert gezegd == [
        (f.gebeurd_op, f.inhoud.opgave, WIJZIGINGEN[f.inhoud.soort], f.door.functie)
        for f in feiten
        if hasattr(f.inhoud, "opgave")
    ]


def test_elke_opgave_staat_er_met_fase_en_wie_aan_zet_is() -> None:
    """Also one that never began; and of the others the phase and since when."""
    punten = {p.opgave: p for p in _cijfers("2025-2").punten}
    assert (punten[w.WATER].fase, punten[w.WATER].fase_sinds) == ("F3", date(2025, 3, 3))
    assert punten[w.WATER].aan_zet is not None
    assert punten[w.WARMTE].fase == "F1"
    assert (punten[w.WONEN].toestand, punten[w.WONEN].status) == ("", "geparkeerd")


def test_een_eerder_half_jaar_toont_hoe_het_toen_stond() -> None:
    """At the end of June nothing was parked and no second measurement was made."""
    punten = {p.opgave: p for p in _cijfers("2025-1", date(2025, 6, 30)).punten}
    assert punten[w.WONEN].status == "op_agenda"
    assert punten[w.WARMTE].rijpheid == "signaal"


def test_afspraken_van_een_conferentie_zijn_klaar_open_of_te_laat() -> None:
    """Counted against the day of the report."""
    assert [(a.afspraak, a.status) for a in _cijfers("2025-2").afspraken] == [("C1.A1", "te laat"), ("C1.A2", "open")]
    vroeg = _cijfers("2025-1", date(2025, 4, 1))
    assert [a.status for a in vroeg.afspraken] == ["open", "open"]


def test_tijd_voor_structuur_telt_de_minuten_van_het_half_jaar() -> None:
    """Of the first half year 30 of 90 minutes, of the second 90 of 100; without any minutes nothing is claimed."""
    assert (_cijfers("2025-1").minuten_inhoud, _cijfers("2025-1").deel_structuur) == (60, 33)
    assert _cijfers("2025-2").deel_structuur == 90
    assert _cijfers("2026-1").deel_structuur is None


def test_alleen_voorstellen_van_partners_tellen() -> None:
    """Not the question, and not what the province proposed to itself (S2-14)."""
    telling = next(i.telling for i in _cijfers("2025-2").inbreng if i.opgave == w.WATER)
    assert (telling.voorgesteld, telling.overgenomen, telling.open) == (1, 1, 0)


def test_een_vergadering_toont_hoeveel_erin_past() -> None:
    """A meeting with two proposals and room for one is too full; meetings that have been are not ahead."""
    water = w.water().gegeven(
        *(v.manager("OpenBesluit", code="kader", orgaan="PS", onderwerp=f"kader {nr}") for nr in (1, 2)),
    )
    open_ = [s.id for s in water.stand.stappen.values() if s.status == "open"]
    water = water.gegeven(*(v.manager("LegVoor", stap=s, vergadering_op="2025-10-15") for s in open_))
    kalenders = {"PS": w.kalender("PS", "2025-03-19", "2025-10-15", capaciteit=1)}
    agenda = w.gezeefd(w.agenda())
    cijfers = agenda_cijfers.cijfers(agenda, {w.WATER: w.gezeefd(water)}, kalenders, "2025-2")
    assert [(x.op, x.gepland, x.capaciteit) for x in cijfers.vergaderingen] == [(date(2025, 10, 15), 2, 1)]
    html, _ = w.gelezen(agenda_rapport.document(cijfers, agenda, {w.WATER: w.gezeefd(water)}))
    assert "nee, te vol" in html


def test_de_doorlooptijd_per_fase_volgt_uit_de_fasen() -> None:
    """WATER went through F1 and F2 on one day; both are in F3 or F1 still."""
    tijden = {f.fase: f for f in _cijfers("2025-2").fasetijden}
    assert tijden["F1"].dagen == (0,)
    assert len(tijden["F1"].lopend) == 1
    assert tijden["F3"].lopend == ((date(2025, 9, 1) - date(2025, 3, 3)).days,)
    assert tijden["F6"].dagen == ()


def test_het_rapport_is_een_toegankelijke_pagina_en_pdf() -> None:
    """PDF/A-3a with tags, and everything of the page in it."""
    agenda, levens = w.gezeefd(w.agenda()), {w.WATER: w.gezeefd(w.water()), w.WARMTE: w.gezeefd(w.warmte())}
    document = agenda_rapport.document(_cijfers("2025-2"), agenda, levens)
    html, pdf = w.gelezen(document)
    assert w.is_toegankelijke_pdf(pdf)
    for zin in ("zelfde grond", "geen mensen", "een plan voor de dijk", "te laat"):
        assert zin in html
        assert zin.replace(" ", "") in pdf.tekst


def test_half_jaren_sluiten_op_elkaar_aan() -> None:
    """Every day is in exactly one half year."""
    half = halfjaar_van(date(2025, 6, 30))
    assert (half, volgende(half), volgende(volgende(half))) == ("2025-1", "2025-2", "2026-1")
    assert grenzen("2025-1")[1].toordinal() + 1 == grenzen("2025-2")[0].toordinal()
    assert grenzen("2025-2")[1].toordinal() + 1 == grenzen("2026-1")[0].toordinal()
