"""`opgave agenda`: begin one, put opgaven on it, look at it as a list, screen, board, calendar and meetings."""

import json
import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from test_cli_hulp import ID, NepOmgeving, Uitkomst, Wereld, halverwege, leeg_register, wereld

from domain.basis import Afzender
from domain.taal.besluiten import LegVoor
from register import lezen
from starter.agendakalender import als_ics, punten
from starter.cli.wie import afzender
from starter.invoer import maak_opdracht

__all__ = ["leeg_register", "wereld"]

REGIO = "AGENDA-FLEVOLAND"
WATER, LATER = "FL-2026-02", "FL-2026-03"
REDEN = ("--reden", "past bij de koers")
VER = "2027-06-16"
"""A meeting of PS far enough away for the path of the opgave to reach it."""
KALENDER = """
kalender:
  - orgaan: PS
    bekend_tot: 2026-12-31
    stukken_dagen: 10
    capaciteit: 1
    vergaderingen: [2026-03-25, 2026-04-22, 2026-06-24]
    reces: [{naam: meireces, van: 2026-04-25, tot: 2026-05-03}]
    bron: vergaderschema 2026
  - orgaan: GS
    bekend_tot: 2026-12-31
    vergaderingen: [2026-03-24]
    bron: vergaderschema 2026
"""


def goed(uitkomst: Uitkomst) -> Uitkomst:
    """It worked."""
    assert uitkomst.code == 0, uitkomst.alles
    return uitkomst


def data(uitkomst: Uitkomst) -> Any:
    return json.loads(goed(uitkomst).uit)


def plat(tekst: str) -> str:
    return " ".join(tekst.split())


def zeg(
    wereld: Wereld, soort: str, agenda: str = REGIO, als: str = "opgavemanager", uid: int = 1000, **velden: Any
) -> None:
    """One accepted command to the agenda."""
    omgeving = NepOmgeving(wereld)
    bewijs = omgeving.wacht_op(wereld.geef(agenda, maak_opdracht({"soort": soort, **velden}, afzender(als, None, uid))))
    omgeving.sluit()
    assert not bewijs.geweigerd, bewijs


@pytest.fixture
def regio(wereld: Wereld) -> Wereld:
    """An opgave in F3, and an agenda with that opgave, one that has not begun and one that is parked."""
    halverwege(wereld)
    goed(wereld("agenda", "nieuw", "--titel", "Flevolandse agenda", "--gebied", "Flevoland", "--periode", "2026-2029"))
    goed(wereld("agenda", "zet", REGIO, ID, "--periode", "2026-1", "--rijpheid", "uitgewerkt", *REDEN))
    eigen = ("--titel", "Water in de polder", "--thema", "water")
    goed(wereld("agenda", "zet", REGIO, WATER, "--periode", "2027-1", "--horizon", "straks", *eigen, *REDEN))
    goed(wereld("agenda", "zet", REGIO, LATER, "--periode", "2028-2", "--horizon", "later", *eigen, *REDEN))
    goed(wereld("agenda", "parkeer", REGIO, LATER, "--reden", "wacht op het Rijk"))
    goed(wereld("agenda", "raakvlak", REGIO, ID, WATER, "--omschrijving", "zelfde kavel"))
    wereld.nu += timedelta(hours=1)
    return wereld


def met_kalender(wereld: Wereld, tmp_path: Path) -> None:
    """PS and GS say when they meet and what fits."""
    pad = tmp_path / "kalender.yaml"
    pad.write_text(KALENDER, encoding="utf-8")
    goed(wereld("orgaan", "lees", str(pad), "--als", "griffier"))


def test_drie_vragen_en_een_agenda_loopt(wereld: Wereld) -> None:
    """The id follows from the area; the period from two years. A second one of the same area gets its year."""
    vragen = ("--titel", "Flevolandse agenda", "--gebied", "Noord Flevoland", "--periode", "2026-2029")
    assert "De agenda AGENDA-NOORD-FLEVOLAND loopt" in goed(wereld("agenda", "nieuw", *vragen)).uit
    agenda = wereld.standen["AGENDA-NOORD-FLEVOLAND"].agenda
    assert agenda is not None
    assert (agenda.van, agenda.tot) == (date(2026, 1, 1), date(2029, 12, 31))
    assert "AGENDA-NOORD-FLEVOLAND-2026" in goed(wereld("agenda", "nieuw", *vragen)).uit
    dagen = ("--periode", "2026-01-01..2028-06-30", "--id", "AGENDA-KORT")
    goed(wereld("agenda", "nieuw", "--titel", "Kort", "--gebied", "Almere", *dagen))
    assert wereld.standen["AGENDA-KORT"].agenda.halfjaren[-1] == "2028-1"  # type: ignore[union-attr]


FOUT: tuple[tuple[str, str], ...] = (
    ("agenda nieuw --titel A --gebied B --periode ooit", "2027-2030"),
    ("agenda nieuw --titel A --gebied B --periode 2027-2030 --id FL-1", "AGENDA-"),
    ("nieuw --id AGENDA-X --titel A --thema B --van C --betekenis D", "agenda nieuw"),
    (f"toon {REGIO}", f"opgave agenda toon {REGIO}"),
    (f"agenda toon {ID}", "geen regionale agenda"),
    (f"agenda zet {REGIO} AGENDA-ANDERS --periode 2026-1 --reden x", "geen opgave"),
    (f"agenda zet {REGIO} FL-2026-99 --periode 2026-1 --reden x", "--titel en --thema"),
    (f"agenda raakvlak {REGIO} {ID} {WATER}", "--omschrijving"),
    ("agenda toon AGENDA-NERGENS", "niet bekend"),
)


def test_wat_niet_kan_wordt_in_woorden_gezegd(regio: Wereld) -> None:
    """Wrong input names what to do instead, and nothing is sent."""
    gestuurd = len(regio.verstuurd)
    for regel, zin in FOUT:
        uit = regio(*regel.split())
        assert (uit.code, zin in plat(uit.fout)) == (2, True), (regel, uit.alles)
    assert len(regio.verstuurd) == gestuurd


def test_een_bestand_met_de_id_van_een_agenda_begint_geen_opgave(wereld: Wereld, tmp_path: Path) -> None:
    pad = tmp_path / "start.json"
    pad.write_text(json.dumps({"id": "AGENDA-X", "titel": "A", "thema": "B", "initiatief": {"door": "C"}}))
    uit = wereld("start", str(pad))
    assert (uit.code, "agenda nieuw" in uit.fout) == (2, True)


def test_een_half_jaar_dat_niet_bestaat_wordt_geweigerd_met_de_halve_jaren_die_er_zijn(regio: Wereld) -> None:
    uit = regio("agenda", "verplaats", REGIO, ID, "--periode", "2031-1", "--reden", "later")
    assert uit.code == 1
    assert "2026-1" in uit.fout
    assert "Geweigerd" in uit.fout


def test_verplaatsen_terughalen_en_afvoeren(regio: Wereld) -> None:
    """The easy forms change what they say and nothing else; a dry run changes nothing."""
    goed(regio("agenda", "verplaats", REGIO, ID, "--periode", "2026-2", "--reden", "meer tijd"))
    goed(regio("agenda", "haal-terug", REGIO, LATER, "--periode", "2029-1", "--reden", "het Rijk is zover"))
    goed(regio("agenda", "voer-af", REGIO, WATER, "--reden", "opgegaan in een andere", "--droog"))
    rijen = {r["opgave"]: r for r in data(regio("agenda", "lijst", REGIO, "--json"))}
    assert (rijen[ID]["periode"], rijen[ID]["horizon"], rijen[ID]["rijpheid"]) == ("2026-2", "nu", "uitgewerkt")
    assert (rijen[LATER]["status"], rijen[LATER]["periode"]) == ("op_agenda", "2029-1")
    assert rijen[WATER]["status"] == "op_agenda"
    goed(regio("agenda", "voer-af", REGIO, WATER, "--reden", "opgegaan in een andere"))
    assert data(regio("agenda", "lijst", REGIO, "--json"))[-1]["status"] == "afgevoerd"
    goed(regio("agenda", "raakvlak", REGIO, ID, LATER, "--omschrijving", "zelfde water"))
    goed(regio("agenda", "raakvlak", REGIO, ID, LATER, "--verbreek", "toch niet"))
    stand = regio.standen[REGIO].agenda
    assert stand is not None
    assert not [r for r in stand.raakvlakken if LATER in (r.opgave, r.andere)]


def test_een_agenda_is_geen_opgave_in_de_lijsten(regio: Wereld) -> None:
    """`lijst` has opgaven only; `agenda lijst` has agendas only; what waits says which of the two it is."""
    assert [r["id"] for r in data(regio("lijst", "--json"))] == [ID]
    assert [(r["id"], r["soort"]) for r in data(regio("agenda", "lijst", "--json"))] == [(REGIO, "agenda")]
    assert REGIO in regio("agenda", "lijst").uit
    rijen = data(regio("wacht", "--json"))
    assert {(r["opgave"], r["leven"]) for r in rijen} == {(ID, "opgave"), (REGIO, "agenda")}
    for regel in (["wacht"], ["mijn"]):
        assert "(regionale agenda)" in regio(*regel).uit
    assert "Flevolandse agenda" in regio("mijn").uit
    assert lezen.tellingen(regio.register).opgaven == 1


def test_de_lijst_van_een_agenda_zegt_hoe_ver_elke_opgave_is(regio: Wereld) -> None:
    """By horizon: half year, maturity, phase and who is up; also of what has not begun or is parked."""
    rijen = {r["opgave"]: r for r in data(regio("agenda", "lijst", REGIO, "--json"))}
    assert list(rijen) == [ID, WATER, LATER]
    assert (rijen[ID]["fase"], rijen[ID]["toestand"]) == ("F3", "lopend")
    assert rijen[ID]["aan_zet"]
    assert rijen[WATER]["toestand"] == "nog_niet_begonnen"
    uit = plat(regio("agenda", "lijst", REGIO).uit)
    assert "geparkeerd, nog" in uit
    assert "F3" in uit


def test_een_agenda_op_een_scherm(regio: Wereld) -> None:
    """Period, version, next herijking with its day, documents, adoption, items by horizon, raakvlakken, promises."""
    zeg(regio, "VoegPartnerToe", partner="gemeente-dronten", naam="gemeente Dronten", type="gemeente")
    zeg(
        regio,
        "StelDocumentVast",
        document="koers",
        documentsoort="koersdocument",
        titel="Koers 2030",
        versie="1.0",
        vaststeller="PS",
    )
    zeg(regio, "VraagVaststelling", overheden=["gemeente-dronten"], uiterlijk="2026-06-30")
    zeg(
        regio,
        "HoudConferentie",
        conferentie="BC1",
        titel="Conferentie voorjaar",
        deelnemers=["gemeente-dronten", "provincie"],
        onderschreven_door=["gemeente-dronten"],
        afspraken=[{"tekst": "Kavel vrijhouden", "wie": "gemeente-dronten", "uiterlijk": "2026-05-01"}],
    )
    uit = goed(regio("agenda", "toon", REGIO)).uit
    for deel in (
        *("Flevoland", "versie 1", "Herijking", "Koers 2030", "gemeente Dronten", "nog niet besloten"),
        *("Horizon nu (1)", "Horizon straks (1)", "Geparkeerd (1)", "zelfde kavel", "Kavel vrijhouden"),
        *("Conferentie voorjaar", "er is nog geen rapport"),
    ):
        assert deel in plat(uit), deel
    assert max(map(len, uit.splitlines())) <= 100
    gegeven = data(regio("agenda", "toon", REGIO, "--json"))
    assert (
        gegeven["herijking"]
        == max(t.einde for t in regio.standen[REGIO].termijnen.values() if t.code == "T20").isoformat()
    )
    assert [a["tekst"] for a in gegeven["afspraken"]] == ["Kavel vrijhouden"]
    assert "Tijdlijn" in regio("agenda", "toon", REGIO, "--tijdlijn").uit


def test_wie_welke_versie_vaststelde(regio: Wereld) -> None:
    """Each overheid for itself: who was asked, and what it decided."""
    zeg(regio, "VoegPartnerToe", partner="gemeente-dronten", naam="gemeente Dronten", type="gemeente")
    zeg(regio, "VraagVaststelling", overheden=["gemeente-dronten", "provincie"], uiterlijk="2026-06-30")
    besluit = {"overheid": "gemeente-dronten", "orgaan": "de raad", "besluit": "gewijzigd_vastgesteld"}
    zeg(regio, "LegVaststellingVast", **besluit, kanaal="tafel")
    assert "nog niet bevestigd" in plat(regio("agenda", "vaststelling", REGIO).uit)
    zeg(regio, "LegVaststellingVast", als="griffier", uid=1001, **besluit)
    rijen = {r["overheid"]: r for r in data(regio("agenda", "vaststelling", REGIO, "--json"))["besluiten"]}
    assert rijen["gemeente-dronten"]["besluit"] == "gewijzigd_vastgesteld"
    assert rijen["provincie"]["besluit"] is None
    uit = plat(regio("agenda", "vaststelling", REGIO).uit)
    assert "gewijzigd vastgesteld (per tafel) door de raad" in uit
    assert "nog niet besloten" in uit


def test_het_bord_heeft_een_kolom_per_fase(regio: Wereld, tmp_path: Path) -> None:
    """Six phases; what has not begun or is parked stands beside them; the page says the same without a script."""
    uit = goed(regio("agenda", "bord", REGIO, "--uit", str(tmp_path / "bord.html"))).uit
    kop = next(r for r in uit.splitlines() if r.startswith("F1"))
    assert all(fase in kop for fase in ("F1", "F2", "F3", "F4", "F5", "F6"))
    assert uit.index(ID) > uit.index("F6")
    assert "Geparkeerd (1)" in uit
    assert max(map(len, uit.splitlines())) <= 100
    pagina = (tmp_path / "bord.html").read_text(encoding="utf-8")
    assert "Energiehub Oostrand" in pagina
    assert "<script" not in pagina
    assert [k.partition(" ")[0] for k in re.findall(r"<h3[^>]*>(.*?) <span", pagina)][:6] == [
        f"F{n}" for n in range(1, 7)
    ]
    bord = data(regio("agenda", "bord", REGIO, "--json"))
    assert {k["code"]: len(k["kaarten"]) for k in bord["fasen"]} == {
        **{f"F{n}": int(n == 3) for n in range(1, 7)},
        "nog niet begonnen": 1,
        "afgelopen": 0,
    }
    assert [p["opgave"] for p in bord["geparkeerd"]] == [LATER]
    assert regio("agenda", "bord", REGIO, "--uit", str(tmp_path)).code == 2


def test_de_bladzijde_van_het_bord_zegt_alles_van_elke_opgave(regio: Wereld, tmp_path: Path) -> None:
    """Each column with its count, also an empty one; each card with its place, who is up, its state and what it touches."""
    regio.tik("Pauzeer", reden="wacht op geld", tot="2026-09-01")
    pad = tmp_path / "bord.html"
    goed(regio("agenda", "bord", REGIO, "--uit", str(pad)))
    pagina = pad.read_text(encoding="utf-8")
    koppen = [plat(re.sub("<[^>]+>", "", kop)) for kop in re.findall(r"<h3.*?</h3>", pagina)]
    assert koppen[1:3] == ["F2 verkenning en kaderstelling (0)", "F3 organiseervorm (1)"]
    assert koppen[6:] == ["Nog niet begonnen (1)", "Geparkeerd (1)", "Afgevoerd (0)", "Afgelopen (0)"]
    kaart = next(k for k in re.findall(r"<li class=.*?</li>", pagina, re.DOTALL) if ID in k and "Energiehub" in k)
    woorden = plat(re.sub("<[^>]+>", " ", kaart))
    for deel in ("Energiehub Oostrand", "Gepauzeerd", "2026-1, horizon nu", "uitgewerkt", "Aan zet", f"Raakt {WATER}"):
        assert deel in woorden, (deel, woorden)
    assert "<table" not in pagina
    goed(regio("agenda", "bord", REGIO, "--uit", str(tmp_path / "bord.pdf")))
    assert (tmp_path / "bord.pdf").read_bytes().startswith(b"%PDF-")


def test_de_kalender_is_een_bestand_dat_elke_agenda_leest(regio: Wereld, tmp_path: Path) -> None:
    """Meetings, reces, terms, pilot end, herijking, promise: whole days, each id once, and the same id next time."""
    met_kalender(regio, tmp_path)
    pad = tmp_path / "agenda.ics"
    goed(regio("agenda", "kalender", REGIO, "--uit", str(pad)))
    een = _gelezen(pad)
    assert een["vergadering.PS.2026-06-24@opgavenmotor"][0] == date(2026, 6, 24)
    assert een["reces.PS.2026-04-25@opgavenmotor"] == (date(2026, 4, 25), date(2026, 5, 4), "PS: meireces")
    assert een[f"{ID}.pilot.P1@opgavenmotor"][0] == date(2027, 4, 30)
    assert een[f"{ID}.afspraak.AF1@opgavenmotor"][0] == date(2026, 3, 13)
    assert f"{REGIO}.einde@opgavenmotor" in een
    soorten = {p["soort"] for p in data(regio("agenda", "kalender", REGIO, "--json"))}
    assert soorten == {"vergadering", "reces", "termijn", "pilot", "herijking", "afspraak", "agenda"}
    verwacht = [p for p in data(regio("agenda", "kalender", REGIO, "--verwacht", "--json")) if p["voorlopig"]]
    assert verwacht
    assert {p["soort"] for p in verwacht} == {"fase"}
    regio.nu += timedelta(hours=5)
    goed(regio("agenda", "kalender", REGIO, "--uit", str(pad)))
    assert _gelezen(pad) == een
    assert "meireces" in regio("agenda", "kalender", REGIO).uit


def _gelezen(pad: Path) -> dict[str, tuple[date, date, str]]:
    """The entries by id: first day, day after the last one, words."""
    alle = Calendar.from_ical(pad.read_bytes()).walk("VEVENT")
    gelezen: dict[str, tuple[date, date, str]] = {}
    for e in alle:
        van, tot = e.decoded("DTSTART"), e.decoded("DTEND")
        gelezen[str(e["UID"])] = (van, tot, str(e["SUMMARY"]))
    assert len(gelezen) == len(alle)
    return gelezen


def test_over_wat_geheim_is_staat_er_niets_in_de_kalender(regio: Wereld) -> None:
    """Neither the term of a step under geheimhouding, nor a promise made with it."""
    regio.tik("OpenBesluit", code="agenda", orgaan="GS", onderwerp="Grondaankoop kavel 7")
    regio.tik(
        "MaakAfspraak",
        afspraak="AF9",
        tekst="Kavel 7 taxeren",
        wie="opgavemanager",
        stap="B1",
        uiterlijk="2026-05-01",
    )
    voor = _kalender(regio)
    assert "Kavel 7 taxeren" in voor
    regio.tik(
        "LegGeheimhoudingOp",
        als="jurist",
        stap="B1",
        orgaan="GS",
        grond="Woo 5.1 lid 2 onder f",
        neutrale_titel="Besluit over grond",
        referentie="G-7",
    )
    na = _kalender(regio)
    assert "avel 7" not in na
    assert "Cijfers aanleveren" in na


def _kalender(wereld: Wereld) -> str:
    agenda, opgave = wereld.standen[REGIO], wereld.standen[ID]
    return als_ics("x", punten(agenda, (opgave,), (), wereld.nu.date()), wereld.nu).decode()


def test_de_capaciteit_waarschuwt_als_er_te_veel_komt(regio: Wereld, tmp_path: Path) -> None:
    """Two proposals for a meeting in which one fits: said in words, with the reces between the meetings."""
    met_kalender(regio, tmp_path)
    for nr in ("B1", "B2"):
        regio.tik("OpenBesluit", code="kader", orgaan="PS", onderwerp=f"Kader {nr}")
    for nr in ("B1", "B2"):
        regio.tik("LegVoor", stap=nr, vergadering_op="2026-04-22")
    ps = next(b for b in data(regio("agenda", "capaciteit", REGIO, "--json")) if b["orgaan"] == "PS")
    april = next(v for v in ps["vergaderingen"] if v["op"] == "2026-04-22")
    assert (april["gepland"], april["capaciteit"], april["te_veel"], april["van_de_agenda"]) == ([ID, ID], 1, 1, 2)
    uit = regio("agenda", "capaciteit", "alle")
    assert "1 TE VEEL" in uit.uit
    assert "meireces" in uit.uit
    assert "komen er 2 en passen er 1" in plat(uit.fout)


def test_vooruit_telt_wat_later_wordt_verwacht_en_niets_twee_keer(regio: Wereld, tmp_path: Path) -> None:
    """What lies there now counts as planned only; what the forecast adds makes the meeting too full, and that is said."""
    pad = tmp_path / "kalender.yaml"
    ver = KALENDER.replace("bekend_tot: 2026-12-31", "bekend_tot: 2027-12-31", 1).replace("2026-06-24]", f"{VER}]")
    pad.write_text(ver, encoding="utf-8")
    goed(regio("orgaan", "lees", str(pad), "--als", "griffier"))
    regio.tik("OpenBesluit", code="kader", orgaan="PS", onderwerp="Kader")
    regio.tik("LegVoor", stap="B1", vergadering_op=VER)
    rijen = data(regio("agenda", "verwachting", REGIO, "--json"))["rijen"]
    voor_ps = {r["id"]: r["waarschijnlijk"] for r in rijen if r["soort"] == "stap" and r["wie"] == "PS"}
    assert voor_ps == {"B1": VER, "V1.A8": VER}
    ps = _ps(regio, "--vooruit")
    juni = next(v for v in ps["vergaderingen"] if v["op"] == VER)
    assert (juni["gepland"], juni["verwacht"], juni["later"]) == ([ID], [], [ID])
    assert (juni["te_veel"], juni["van_de_agenda"], ps["later_buiten_kalender"]) == (1, 2, [])
    uit = goed(regio("agenda", "capaciteit", REGIO, "--vooruit"))
    assert "komen er waarschijnlijk 2 (1 later) en passen er 1" in plat(uit.fout)
    assert max(map(len, uit.uit.splitlines())) <= 100
    assert next(v for v in _ps(regio, "--vooruit", wie="alle")["vergaderingen"] if v["op"] == VER)["later"] == [ID]


def test_zonder_vooruit_blijft_de_capaciteit_zoals_zij_was(regio: Wereld, tmp_path: Path) -> None:
    met_kalender(regio, tmp_path)
    ps = _ps(regio)
    assert {"later", "later_buiten_kalender"}.isdisjoint({*ps, *ps["vergaderingen"][0]})
    assert "Later" not in goed(regio("agenda", "capaciteit", REGIO)).uit.split()


def test_wat_later_komt_dan_de_kalender_gaat_staat_er_ook(regio: Wereld, tmp_path: Path) -> None:
    """No meeting is made up: they are counted apart, with the days between which they come."""
    met_kalender(regio, tmp_path)
    buiten = _ps(regio, "--vooruit")["later_buiten_kalender"]
    assert [b["opgaven"] for b in buiten] == [[ID]]
    assert buiten[0]["op"] > "2026-12-31"
    assert "1 later verwacht" in plat(regio("agenda", "capaciteit", REGIO, "--vooruit").uit)


def _ps(wereld: Wereld, *opties: str, wie: str = REGIO) -> Any:
    """What PS get, as JSON."""
    return next(b for b in data(wereld("agenda", "capaciteit", wie, *opties, "--json")) if b["orgaan"] == "PS")


def test_zonder_kalender_zegt_de_capaciteit_dat_zij_niets_weet(regio: Wereld) -> None:
    uit = regio("agenda", "capaciteit", "alle")
    assert uit.code == 0
    assert "Van PS is geen vergaderkalender bekend" in plat(uit.fout)


def test_hoeveel_er_past_reist_niet_mee_met_een_voorstel(regio: Wereld, tmp_path: Path) -> None:
    """The capacity is a plan of the body: no decision of an opgave rests on it, and none holds it."""
    met_kalender(regio, tmp_path)
    regio.tik("OpenBesluit", code="kader", orgaan="PS", onderwerp="Kader")
    goed(regio("geef", ID, "LegVoor", "--stap", "B1"))
    gelegd = next(o.inhoud for o in reversed(regio.verstuurd) if isinstance(o.inhoud, LegVoor))
    assert gelegd.kalender is not None
    assert gelegd.kalender.capaciteit is None
    assert data(regio("orgaan", "toon", "PS", "--json"))[0]["capaciteit"] == 1


def test_een_opgave_staat_op_een_agenda_tegelijk(regio: Wereld) -> None:
    """The agenda can't know; the register does: the refusal names the other agenda."""
    ander = ("--titel", "Tweede", "--gebied", "Flevoland", "--periode", "2026-2029", "--id", "AGENDA-TWEE")
    goed(regio("agenda", "nieuw", *ander))
    zet = ("agenda", "zet", "AGENDA-TWEE", ID, "--periode", "2026-2", *REDEN)
    nee = regio(*zet)
    assert (nee.code, f"{ID} staat al op {REGIO}" in nee.fout) == (2, True)
    goed(regio("agenda", "voer-af", REGIO, ID, *REDEN))
    goed(regio(*zet))


def test_een_agenda_begint_op_de_eerste_dag_van_haar_periode(regio: Wereld) -> None:
    """So that what was decided since can be recorded with its own day; a period that is over says what to do."""
    goed(regio("agenda", "nieuw", "--titel", "x", "--gebied", "y", "--periode", "2025-2028", "--id", "AGENDA-B"))
    eerste = next(o for o in reversed(regio.verstuurd) if o.inhoud.soort == "StartAgenda")
    assert str(eerste.gebeurd_op) == "2025-01-01"
    oud = ("agenda", "nieuw", "--titel", "x", "--gebied", "y", "--periode", "1990-1991", "--id", "AGENDA-C")
    nee = regio(*oud)
    assert (nee.code, "eindigde op 31 december 1991" in nee.fout, "--op 1990-01-01" in nee.fout) == (2, True, True)
    leeg = regio("agenda", "nieuw", "--titel", "", "--gebied", "y", "--periode", "2026-2029")
    assert (leeg.code, "--titel: dit is leeg" in leeg.fout) == (2, True)


def test_een_raakvlak_leggen_en_verbreken_gaat_niet_tegelijk(regio: Wereld) -> None:
    beide = regio("agenda", "raakvlak", REGIO, ID, "FL-2", "--omschrijving", "a", "--verbreek", "b")
    assert (beide.code, "gaan niet samen" in beide.fout) == (2, True)


def test_de_herijking_wordt_geweigerd_zonder_rapport_en_lukt_ermee(regio: Wereld) -> None:
    """The refusal says what is missing; afterwards the agenda is the next version."""
    uit = regio("agenda", "herijk", REGIO, "--conclusie", "De koers blijft.")
    assert (uit.code, "Geweigerd" in uit.fout) == (1, True)
    stuk = {"titel": "Rapport", "referentie": "R-1"}
    zeg(regio, "BereidHerijkingVoor", stuk=stuk)
    goed(regio("agenda", "herijk", REGIO, "--conclusie", "De koers blijft."))
    assert "versie 2" in regio("agenda", "toon", REGIO).uit


def test_een_opgave_toont_haar_agenda_documenten_en_buren(regio: Wereld) -> None:
    """On which agenda, under which documents and versions it is judged, and what its neighbours last told."""
    systeem = {"functie": "systeem", "namens": "opgavenmotor", "zekerheid": "sleutel"}
    document = {
        "id": "koers",
        "documentsoort": "koersdocument",
        "titel": "Koers 2030",
        "versie": "2.0",
        "vaststeller": "PS",
        "vanaf": "2026-02-01",
    }
    for inhoud in (
        {"soort": "MeldAgendaplek", "agenda": REGIO, "bron": 3, "documenten": [document]},
        {"soort": "MeldRaakvlak", "agenda": REGIO, "bron": 4, "buur": WATER, "omschrijving": "zelfde kavel"},
        {"soort": "MeldBuurwijziging", "buur": WATER, "bron": 9, "wat": "Fase F4 begon", "op": "2026-03-02"},
    ):
        van = inhoud.get("agenda", WATER)
        _overgebracht(regio, inhoud, {**systeem, "subject": f"opgave.{van}"})
    uit = plat(regio("toon", ID).uit)
    for deel in (REGIO, "Koers 2030", "2.0", WATER, "zelfde kavel", "Fase F4 begon"):
        assert deel in uit, deel


def _overgebracht(wereld: Wereld, inhoud: dict[str, Any], door: dict[str, str]) -> None:
    omgeving = NepOmgeving(wereld)
    bewijs = omgeving.wacht_op(wereld.geef(ID, maak_opdracht(inhoud, Afzender.model_validate(door))))
    omgeving.sluit()
    assert not bewijs.geweigerd, bewijs


def test_wat_u_kunt_doen_met_een_agenda_heeft_geen_poorten(regio: Wereld) -> None:
    """`kan` knows an agenda; it has no phases, so no gates."""
    uit = goed(regio("kan", REGIO))
    assert "Poorten" not in uit.uit
    assert data(regio("kan", REGIO, "--json"))["poorten"] == []
    assert goed(regio("feiten", REGIO)).uit
