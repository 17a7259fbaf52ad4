"""The core is pure and complete: no clock, no chance, no world; every word has a sentence, a right and a handler."""

import ast
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from random import Random

import pytest
import test_agenda_regionaal
import test_agendaplek
import test_splitsing
import verhaal as v
from leven_leren import leren
from leven_samen import samen
from pydantic import ValidationError
from willekeur import inhoud

from domain import kern
from domain.basis import Weigering
from domain.bevoegdheidstabel import TABEL
from domain.concept import concept
from domain.feit import FEITEN, Feit
from domain.gevolgen import gevolgen
from domain.opdracht import OPDRACHTEN, Opdracht
from domain.stand import Begin
from domain.toestanden import NA_AFLOOP, TIJDENS_PAUZE
from domain.zinnen import ZINNEN, vertel

WORTEL = Path(__file__).parents[2] / "domain"
MODULES = sorted(WORTEL.rglob("*.py"))
BOMEN = {str(pad.relative_to(WORTEL)): ast.parse(pad.read_text()) for pad in MODULES}

VERBODEN_AANROEP = {
    *("now", "today", "utcnow", "time", "time_ns", "monotonic", "perf_counter", "fromtimestamp", "localtime"),
    *("uuid1", "uuid4", "random", "randint", "choice", "shuffle", "token_hex", "urandom"),
    *("open", "read_text", "write_text", "getenv", "putenv", "print", "input", "exec", "eval", "hash", "id"),
}
VERBODEN_MODULE = {
    *("os", "io", "time", "random", "secrets", "uuid", "zoneinfo", "locale", "pathlib", "socket", "subprocess"),
    *("threading", "asyncio", "logging", "tempfile", "platform"),
}
# `time(uur, minuut)` of datetime is a value, not a clock.
MAG = {("kalender.py", "time")}


def _importen(boom: ast.Module) -> set[str]:
    namen = set()
    for knoop in ast.walk(boom):
        if isinstance(knoop, ast.Import):
            namen |= {a.name.split(".")[0] for a in knoop.names}
        elif isinstance(knoop, ast.ImportFrom):
            assert knoop.level == 0
            namen.add((knoop.module or "").split(".")[0])
    return namen


@pytest.mark.parametrize("module", BOMEN)
def test_een_module_kent_alleen_de_standaardbibliotheek_pydantic_en_het_domein(module: str) -> None:
    vreemd = {n for n in _importen(BOMEN[module]) if n not in {"pydantic", "domain"} | sys.stdlib_module_names}
    assert not vreemd
    assert not _importen(BOMEN[module]) & VERBODEN_MODULE


@pytest.mark.parametrize("module", BOMEN)
def test_een_module_leest_geen_klok_toeval_bestand_of_omgeving(module: str) -> None:
    for knoop in ast.walk(BOMEN[module]):
        if isinstance(knoop, ast.Call):
            doel = knoop.func
            naam = doel.id if isinstance(doel, ast.Name) else doel.attr if isinstance(doel, ast.Attribute) else ""
            assert naam not in VERBODEN_AANROEP or (module, naam) in MAG, f"{module}:{knoop.lineno} {naam}"
        assert not (isinstance(knoop, ast.Attribute) and knoop.attr == "environ")
        assert not isinstance(knoop, ast.Global)


@pytest.mark.parametrize("module", [m for m in BOMEN if not m.endswith("__init__.py")])
def test_een_module_zegt_waar_ze_voor_is(module: str) -> None:
    assert ast.get_docstring(BOMEN[module])


def test_geen_verzameling_bepaalt_een_volgorde() -> None:
    """Iterating over a set literal or set() call would differ between processes; facts must not."""
    for module, boom in BOMEN.items():
        for knoop in ast.walk(boom):
            bron = knoop.iter if isinstance(knoop, ast.For | ast.comprehension) else None
            zet = isinstance(bron, ast.Set | ast.SetComp) or (
                isinstance(bron, ast.Call) and isinstance(bron.func, ast.Name) and bron.func.id in ("set", "frozenset")
            )
            assert not zet, f"{module}: loop over a set"


def test_namen_van_opdrachten_en_feiten_zijn_uniek_en_verschillen_van_elkaar() -> None:
    namen = Counter([*OPDRACHTEN, *FEITEN])
    assert [n for n, keer in namen.items() if keer > 1] == []
    assert all(model.__name__ == naam for naam, model in (OPDRACHTEN | FEITEN).items())


def test_elk_feit_en_elke_opdracht_hoort_bij_een_begrip_met_woorden_en_regels_onder_die_naam() -> None:
    """Timeline and help group by it. Only Bevestig has none: it wraps the command of another concept."""
    namen = {naam: concept(model) for naam, model in (OPDRACHTEN | FEITEN).items()}
    assert [naam for naam, begrip in namen.items() if not begrip] == ["Bevestig"]
    begrippen = sorted(set(namen.values()) - {""})
    assert [b for b in begrippen if not {f"taal/{b}.py", f"regels/{b}.py"} <= BOMEN.keys()] == []


@pytest.mark.parametrize("soort", OPDRACHTEN)
def test_elke_opdracht_heeft_uitleg_en_iemand_die_haar_mag_geven(soort: str) -> None:
    assert getattr(OPDRACHTEN[soort], "uitleg", "").endswith(".")
    assert TABEL[soort]


def test_de_tabel_van_bevoegdheden_noemt_geen_opdracht_die_er_niet_is() -> None:
    assert set(TABEL) == set(OPDRACHTEN)
    assert set(OPDRACHTEN) >= TIJDENS_PAUZE
    assert set(OPDRACHTEN) >= NA_AFLOOP


@pytest.mark.parametrize("soort", OPDRACHTEN)
def test_elke_opdracht_heeft_een_handler(soort: str) -> None:
    """Handed straight to the rules, past rights and state: facts or a refusal, never an unhandled kind."""
    leven, geraakt = v.in_f5(), False
    for zaad in range(40):
        ruw = inhoud(Random(zaad), leven.stand, leven.vandaag, soort)
        try:
            opdracht = Opdracht.model_validate({"id": "x", "door": v.manager.door, "inhoud": ruw})
        except ValidationError:
            continue
        geraakt = True
        try:
            assert kern.decide(leven.stand, opdracht, leven.context())
        except Weigering:
            continue
    assert geraakt, "this test builds at least one of each"


@pytest.mark.parametrize("soort", FEITEN)
def test_elk_feit_heeft_een_zin(soort: str) -> None:
    assert soort in ZINNEN


def _levens() -> list[Feit]:
    """Facts of several lives that together hold every kind of fact."""
    m, zwaar = v.manager, "GEMEENSCHAPPELIJK_ORGAAN"
    levens = (
        v.in_f6("stoppen")
        .gegeven(
            m("WijzigLesstatus", les="L1", status="vastgesteld", toelichting="er is haast"),
            m("SluitAf", uitkomst="stoppen", reden="klaar"),
        )
        .later(weeks=23)
        .gegeven(m("ControleerLes", les="L1", in_praktijk_gebracht="ja")),
        v.pilot_loopt().gegeven(
            m("WijzigPilotafspraak", pilot="P1", plan={**v.PLAN, "doelgroep": "allen"}, reden="beter"),
            m("SchortPilotOp", pilot="P1", reden="onveilig"),
            m("HervatPilot", pilot="P1", reden="veilig"),
            m("StopPilotNu", pilot="P1", reden="brand"),
            m("MeldSignaal", ernst=3, omschrijving="stroef"),
            m("VangSignaalOp", signaal="S1", opgevangen_door="opdrachtgever"),
            m("SluitSignaal", signaal="S1", ingreep="gesprek", ingreep_door="gedeputeerde"),
            m("RondAfspraakAf", afspraak="ontvangstbevestiging", resultaat="gedaan"),
            m("Noteer", tekst="gebeld"),
            m("Bevestig", notitie="N1", opdracht={"soort": "Pauzeer", "reden": "formatie"}),
            m("Hervat"),
            m("DraagOver", functie="opgavemanager", naar="s-2"),
            m("BoekGeld", geldsoort="krediet", bedrag=5, bron="provincie", referentie="K1"),
            m("WijsTrekkerAan", trekker=v.DRONTEN, reden="afspraak"),
            m("LaatPartnerUittreden", partner=v.DRONTEN, reden="stopt"),
            m("VoegPartnersSamen", partner=v.ZEEWOLDE, gaat_over_in=v.NETBEHEER, reden="fusie"),
            m("TrekIn", reden="klaar"),
        ),
        v.in_werking(zwaar).gegeven(
            m("WijzigVorm", traject="VT1", reden="verlengen"),
            m("BeeindigVormtraject", traject="VT1", reden="toch niet"),
            v.opdrachtgever("VraagPartner", aan=[v.DRONTEN, v.ZEEWOLDE], vraag="x", bij_stilte="doorgaan_na_besluit"),
            m("TrekVerzoekIn", verzoek="V2", reden="x"),
            m("OpenBesluit", code="agenda", orgaan="GS", onderwerp="agenda"),
            m("LegVoor", stap="B2"),
            v.secretariaat("HoudAan", stap="B2", reden="meer tijd"),
            v.secretariaat("LegBesluitVast", stap="B2", uitkomst="conform"),
            v.secretariaat("MaakBekend", stap="B2", waar="besluitenlijst"),
            *v.vorm("CONVENANT", traject="VT2"),
            m("BepaalStap", stap="VT2.A13", van_toepassing=False, reden="geen geld"),
        ),
    )
    uit = v.gegeven(*v.BEGONNEN, v.BETEKENIS).gegeven(m("GaNaarFase", naar="F2", reden="haast", passeer=["F1/S1-31"]))
    stilte = v.opdrachtgever("VraagPartner", aan=[v.DRONTEN], vraag="x", bij_stilte="doorgaan_na_besluit")
    wacht = v.gegeven(*v.BEGONNEN, stilte)
    for _ in range(60):
        wacht = wacht.later(days=1)
    wacht = wacht.gegeven(
        m("GaDoorZonderReactie", verzoek="V1", reden="genoeg"), m("VraagPartner", aan=[v.DRONTEN], vraag="y")
    )
    antwoord = wacht.gegeven(m("BeantwoordVerzoek", verzoek="V2", antwoord="ja")).als(m("Hervat"))
    eerder = (*levens, uit, antwoord, *_bestuurlijk(), _overgestapt(), _met_partners())
    return [f for leven in (*eerder, *_op_de_agenda(), *_verdeeld(), samen(), leren()) for f in leven.alles]


def _op_de_agenda() -> tuple[v.Verhaal, ...]:
    """An agenda in which everything happens, and an opgave that hears of its place and of its neighbours."""
    zetten = (test_agendaplek.plek(1), test_agendaplek.raakvlak(2), test_agendaplek.wijziging(3))
    return test_agenda_regionaal.alles(), test_agendaplek.begonnen(*zetten)


def _verdeeld() -> tuple[v.Verhaal, ...]:
    """An opgave that splits off another and then goes into a third, and the one that was split off."""
    gever = test_splitsing.vol()
    gever = gever.gegeven(test_splitsing.splits(gever.stand))
    nieuw = test_splitsing.nieuw_leven(gever, test_splitsing.feit_van(gever, "OpgaveGesplitst"))
    gever = test_splitsing.kom_aan(nieuw, gever, test_splitsing.feit_van(nieuw, "DelenOntvangen"))
    return gever.gegeven(test_splitsing.voeg_samen(gever.stand)), nieuw


def _bestuurlijk() -> tuple[v.Verhaal, ...]:
    """Lives in which everything happens that can come over a decision."""
    griffier, jurist, secretariaat = v.griffier, v.jurist, v.secretariaat
    bron = {"titel": "vastgestelde besluitenlijst", "referentie": "PS-2025-12"}
    stap, zonder = "VT1.A6.PS", {"wijze": "zonder_stemming"}
    stil = v.gekozen("GEMEENSCHAPPELIJK_ORGAAN").loop_pad("VT1", tot="A6").gegeven(v.manager("LegVoor", stap=stap))
    stil = stil.gegeven(griffier("LegBesluitVast", stap=stap, uitkomst="verdaagd", motivering="reces")).later(weeks=30)
    stil = stil.gegeven(jurist("StelRechtswegeVast", stap=stap, oordeel="bevestigd", motivering="Awb 10:31"))
    zet = griffier("LegBesluitVast", stap="B1", stemming=zonder)
    verhaal = v.gegeven(
        *v.BEGONNEN,
        v.manager("OpenBesluit", code="agenda", orgaan="PS", onderwerp="agenda"),
        secretariaat(
            "LegGeheimhoudingOp",
            stap="B1",
            orgaan="GS",
            grond="Woo 5.1 lid 2 f",
            neutrale_titel="stuk 12",
            referentie="K1",
        ),
        secretariaat("HefGeheimhoudingOp", stap="B1", orgaan="GS", reden="niet meer nodig"),
        v.manager("MeldHalte", stap="B1", halte="concept"),
        griffier("VerklaarControversieel", stap="B1", reden="demissionair"),
        griffier("HefControversieelOp", stap="B1", reden="nieuw college"),
        v.manager("LegVoor", stap="B1"),
        v.secretaris(
            "RegelVervanging",
            functie="griffier",
            vorm="waarneming",
            door="s-wnd",
            van=v.EERSTE_DAG,
            grondslag="besluit",
        ),
        v.secretaris("BeeindigVervanging", vervanging="VV1", reden="terug"),
        v.secretaris("WijsPortefeuilleToe", portefeuille="wonen", grondslag="portefeuilleverdeling"),
    ).alleen(zet)
    verhaal = verhaal.gegeven(
        v.tweede("KeurVastleggingAf", vastlegging="B1.v1", reden="niet goed"),
        zet,
        griffier("MeldVergissing", stap="B1", fractie="VVD", melding="bedoelde tegen"),
        griffier("MeldBetrokkenheid", stap="B1", fractie="VVD", reden="x", beraadslaging=True, stemming=False),
        jurist("MeldRechtsmiddel", stap="B1", middel="bezwaar", door="vereniging", referentie="Z-1"),
        jurist("SluitRechtsmiddel", rechtsmiddel="RM1", uitkomst="ongegrond", motivering="termijn voorbij"),
    )
    a3 = {"stap": "VT1.A3", "stemming": {"wijze": "hoofdelijk", "voor": 20, "tegen": 20}}
    gebouwd = (
        v.gekozen("COOPERATIE")
        .loop_pad("VT1", tot="A16")
        .gegeven(
            griffier("HerstelVastlegging", besluit=a3, besluitenlijst=bron, reden="de stemmen staakten"),
            jurist("BeoordeelGrondslag", stap="VT1.A0b", oordeel="blijft", motivering="maakt niet uit"),
            griffier("BeoordeelGrondslag", stap="VT1.A0b", oordeel="blijft", motivering="eens"),
        )
    )
    return stil, verhaal, gebouwd


def _met_partners() -> v.Verhaal:
    """A life in which everything happens that can come over a term, a reminder and a request."""
    m, dronten, bron = v.manager, v.partner(v.DRONTEN), "besluit gelijkstelling"
    t17, tot = "V1/T17", date(2025, 3, 20)
    verhaal = v.gegeven(
        *v.BEGONNEN,
        m("VraagPartner", aan=[v.DRONTEN], vraag="cijfers"),
        m("SchortTermijnOp", termijn=t17, reden="wacht op het rapport"),
        m("HervatTermijn", termijn=t17, reden="rapport is er"),
        m("VulKalenderAan", dagen=[{"datum": date(2025, 3, 31), "bron": bron}], reden="nieuw besluit"),
        m("StuurHerinneringBij", termijn=t17, doe="zin", zin="Bel gerust.", tot=tot, reden="nieuwe collega"),
        m("HefBijsturingOp", bijsturing="BS1"),
        m("VraagUitstel", verzoek="V1", tot=date(2025, 4, 10), reden="drukte"),
        m("BeslisUitstel", verzoek="V1", akkoord=True),
        m("VraagPartner", aan=[v.DRONTEN], vraag="mening"),
        m("VraagUitstel", verzoek="V2", tot=date(2025, 4, 10), reden="drukte"),
        m("BeslisUitstel", verzoek="V2", akkoord=False, reden="kan niet wachten"),
        v.opdrachtgever("BepaalStilte", verzoek="V2", bij_stilte="escaleren", reden="het is nodig"),
        dronten("BeantwoordVerzoek", verzoek="V2", antwoord="goed idee"),
        dronten("VerbeterAntwoord", verzoek="V2", antwoord="heel goed idee"),
        dronten("BrengIn", inbrengsoort="vraag", onderwerp="planning", tekst="Wanneer begint het?"),
        m("BehandelInbreng", inbreng="I1", oordeel="beantwoord", antwoord="In mei."),
    )
    for _ in range(75):
        verhaal = verhaal.later(days=1)
    return verhaal.gegeven(m("BeslisEscalatie", escalatie="ESC2", akkoord=True))


def _overgestapt() -> v.Verhaal:
    """A life that began under the first reglement, where one person was enough, and moved on."""
    oud = v.Verhaal(stand=kern.begin(Begin(opgave="FL-2024-09", reglement="r2026_1")))
    return oud.gegeven(
        v.START,
        v.manager("OpenBesluit", code="agenda", orgaan="GS", onderwerp="agenda"),
        v.manager("LegVoor", stap="B1"),
        v.secretariaat("HoudAan", stap="B1", reden="meer tijd"),
        v.jurist("StapOverOpReglement", reglement="r2026_2", reden="nieuwe regels"),
    )


def test_elk_feit_dat_kan_gebeuren_wordt_verteld_en_heeft_gevolgen_die_te_maken_zijn() -> None:
    gezien = set()
    for feit in _levens():
        zin = vertel(feit)
        assert zin[0].isupper()
        assert "None" not in zin
        gevolgen(feit)
        gezien.add(feit.inhoud.soort)
    assert set(FEITEN) - gezien == set()
