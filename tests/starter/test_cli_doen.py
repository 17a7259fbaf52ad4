"""The commands that change something: they do, they refuse with the reason, and `--droog` changes nothing."""

import io
import json
import re
import shlex
import socket
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_cli_hulp import ID, Wereld, begonnen, halverwege, leeg_register, wereld

from domain.opdracht import OPDRACHTEN
from domain.reglement.register import nieuwste
from runtime.temporal import Onbereikbaar

__all__ = ["leeg_register", "wereld"]
NIEUW = ["--titel", "Warmte", "--thema", "energie", "--van", "gemeente Urk", "--betekenis", "warme huizen"]


def test_nieuw_zonder_vragen(wereld: Wereld) -> None:
    """With all answers given nothing is asked; ids count up from what there is."""
    uit = wereld("nieuw", *NIEUW)
    assert uit.code == 0, uit.alles
    assert wereld.standen["FL-2026-01"].leven.betekenis_voor_flevolander == "warme huizen"
    assert wereld("nieuw", *NIEUW).code == 0
    assert set(wereld.standen) == {"FL-2026-01", "FL-2026-02"}


def test_nieuw_met_vier_vragen(wereld: Wereld, monkeypatch: pytest.MonkeyPatch) -> None:
    """Four answers and an opgave is on its way."""
    monkeypatch.setattr("sys.stdin", io.StringIO("Warmte\nenergie\ngemeente Urk\nwarme huizen\n"))
    uit = wereld("nieuw")
    assert uit.code == 0, uit.alles
    assert wereld.standen["FL-2026-01"].leven.titel == "Warmte"
    assert "opgave kan FL-2026-01" in uit.uit
    assert uit.uit.startswith("Vastgelegd.")
    assert uit.fout.splitlines()[0] == "Hoe heet de opgave?: "


def test_nieuw_zonder_antwoord(wereld: Wereld, monkeypatch: pytest.MonkeyPatch) -> None:
    """No answer is no opgave."""
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    uit = wereld("nieuw")
    assert uit.code == 2
    assert "Afgebroken" in uit.fout
    assert not wereld.standen


def test_start_uit_bestand(wereld: Wereld, tmp_path: Path) -> None:
    """A file with the fields begins an opgave; a second start of the same id is refused."""
    pad = tmp_path / "o.yaml"
    pad.write_text("id: FL-2026-07\ngebeurd_op: 2026-03-09\ntitel: T\nthema: t\ninitiatief: {door: gemeente Urk}\n")
    assert wereld("start", str(pad)).code == 0
    assert str(wereld.standen["FL-2026-07"].leven.begonnen_op) == "2026-03-09"
    tweede = wereld("start", str(pad))
    assert tweede.code == 1
    assert "bestaat al" in tweede.fout
    pad.write_text("titel: T\nkleur: rood\n")
    fout = wereld("start", str(pad))
    assert fout.code == 2
    assert "kleur: dit veld bestaat hier niet" in fout.fout
    assert "thema: dit ontbreekt" in fout.fout


def test_start_die_niet_mag_begint_niets(wereld: Wereld) -> None:
    """A life that may not begin leaves nothing behind."""
    assert wereld("nieuw", *NIEUW, "--als", "jurist").code == 1
    assert not wereld.standen


def test_geef_met_velden(wereld: Wereld) -> None:
    """Flat, nested and repeated fields from options, dates as people write them."""
    begonnen(wereld)
    vraag = ["--aan", "gemeente-dronten", "--aan", "netbeheerder", "--vraag", "Wat vindt u?", "--termijn", "10d"]
    assert wereld("geef", ID, "VraagPartner", *vraag, "--op", "10-3-2026").code == 0
    assert len(wereld.standen[ID].verzoeken) == 2
    plan = ["--titel", "Proef", "--plan.hypothese", "als, dan", "--plan.eind", "1 mei 2027", "--plan.avg-getoetst"]
    meet = ["--plan.indicatoren", "{naam: piek, eenheid: MW, nulmeting: 12.4}"]
    assert wereld("geef", ID, "stelpilotplanop", *plan, *meet).code == 0
    pilot = wereld.standen[ID].pilots["P1"]
    assert (str(pilot.plan.eind), pilot.plan.avg_getoetst, str(pilot.plan.indicatoren[0].nulmeting)) == (
        "2027-05-01",
        True,
        "12.4",
    )


def test_geef_uit_bestand(wereld: Wereld, tmp_path: Path) -> None:
    """Fields from a file; options go before them."""
    begonnen(wereld)
    pad = tmp_path / "b.yaml"
    pad.write_text("partner: gemeente-urk\nnaam: Urk\ntype: gemeente\n")
    uit = wereld("geef", ID, "VoegPartnerToe", "--bestand", str(pad), "--naam", "gemeente Urk", "--json")
    assert uit.code == 0, uit.alles
    assert json.loads(uit.uit)["feiten"][0]["inhoud"]["naam"] == "gemeente Urk"
    assert wereld("geef", ID, "Pauzeer", "--bestand", str(pad)).code == 2


def test_bewijs_in_json(wereld: Wereld) -> None:
    """A receipt has stable keys; a refusal has them too, with exit code 1."""
    begonnen(wereld)
    goed = json.loads(wereld("noteer", ID, "een", "belletje", "--json").uit)
    assert set(goed) == {"bewijs", "feiten"}
    assert goed["bewijs"]["feiten"] == ["Genoteerd"]
    nee = wereld("geef", ID, "GaNaarFase", "--naar", "F2", "--json")
    assert nee.code == 1
    assert json.loads(nee.uit)["bewijs"]["geweigerd"] is True


def test_weigering_zegt_waarom(wereld: Wereld) -> None:
    """Refused: the reason, the rule, and what is missing, on standard error."""
    begonnen(wereld)
    uit = wereld("geef", ID, "GaNaarFase", "--naar", "F2")
    assert (uit.code, uit.uit) == (1, "")
    assert "Geweigerd: De poort is dicht" in uit.fout
    assert "  - F1/S1-04" in uit.fout
    assert "Regel: poort F1/S1-04" in uit.fout


@pytest.mark.parametrize(
    ("regel", "zin"),
    [
        ("lijsr", "Bedoelt u lijst?"),
        ("toon", "Er ontbreekt iets: ID."),
        ("toon FL-2026-01 --kleur", "De optie --kleur bestaat hier niet."),
        ("toon x", "opgave: gebruik 3 tot 40 hoofdletters"),
        ("toon FL-2030-01", "De opgave FL-2030-01 is niet bekend"),
        ("toon FL-2026-01 extra", "Dit hoort er niet bij"),
        ("lijst --fase F9", "--fase: kies uit F1"),
        ("kan FL-2026-01 --als griffie", "Bedoelt u 'griffier'?"),
        ("kan FL-2026-01 --als partner", "noem de partner"),
        ("geef FL-2026-01 StartPilo --pilot P1", "Bedoelt u 'StartPilot'"),
        ("geef FL-2026-01 StartPilot --pilto P1", "Bedoelt u 'pilot'?"),
        ("geef FL-2026-01 StartPilot --pilot", "hier ontbreekt de waarde"),
        ("geef FL-2026-01 BoekGeld --bedrag veel", "--bedrag: schrijf een bedrag als 1250,50"),
        ("geef FL-2026-01 BoekGeld --bedrag 1 --euro 1", "dit bedrag staat er twee keer"),
        ("geef FL-2026-01 StartPilot P1", "hoort nergens bij"),
        ("geef FL-2026-01 StartPilot", "pilot: dit ontbreekt"),
        ("geef FL-2026-01 StartPilot --pilot P1 --pilot P2", "staat er twee keer"),
        ("geef FL-2026-01", "Noem de opgave en de opdracht"),
        ("geef FL-2026-01 LegBladVast --inhoud.tekst x", "--inhoud.blad: noem dit erbij"),
        ("geef FL-2026-01 LegBladVast --inhoud.blad nonsens", "dit blad bestaat niet. Alle bladen ziet u met: opgave"),
        ("geef FL-2026-01 LegBladVast --inhoud.blad governancestijl", "bestaat niet. Bedoelt u 'stijl_passend'?"),
        ("geef FL-2026-01 StelPilotplanOp --titel x --plan x --plan.eind x", "niet allebei"),
        ("geef FL-2026-01 StelPilotplanOp --titel x --plan [", "geen geldige YAML"),
        ("geef FL-2026-01 ZetInWerking --traject V1 --per 31-2-2026", "--per: deze datum bestaat niet"),
        ("noteer FL-2026-01 x --op 2026-13-01", "--op: deze datum bestaat niet"),
        ("noteer FL-2026-01 x --bron fax", "bron: kies uit telefoon"),
        ("besluit FL-2026-01 B1 --stemmen BBB=1,2", "--wijze: zeg erbij"),
        ("besluit FL-2026-01 B1 --wijze hoofdelijk --stemmen BBB=1=2", "is niet te lezen"),
        ("besluit FL-2026-01 B1 --wijze hoofdelijk --stemmen weg.yaml", "is er niet"),
        ("besluit FL-2026-01 B1 --aanwezig 40", "--wijze: zeg erbij"),
        ("besluit FL-2026-01 B1 --punt a --wens b", "gaan niet samen"),
        ("besluit FL-2026-01 B1 --strijd-met recht", "--toestemming: zeg erbij"),
        ("besluit FL-2026-01 B1 --toestemming onthouden --overleg-met GS", "--overleg-op: bij een overleg"),
        ("besluit FL-2026-01 B1 --toestemming misschien", "kies uit verleend"),
        ("besluit FL-2026-01 B1 --reactie prima", "--reactie: 'prima' is niet te lezen"),
        ("besluit FL-2026-01 B1 --toezegging brief", "--toezegging: 'brief' is niet te lezen"),
        ("besluit FL-2026-01 B1 --amendement 'A1: x'", "--amendement: 'A1: x' is niet te lezen"),
        ("besluit FL-2026-01 B1 --motie 'M1: x = misschien'", "--motie: na het = staan"),
        ("besluit FL-2026-01 B1 --bestand weg.yaml", "is er niet"),
        ("bevestig-besluit FL-2026-01 B1.v1", "Er wacht niets op bevestiging"),
        ("persoon maak J.Jansen", "KENMERK: gebruik hoogstens"),
        ("persoon", "Er ontbreekt een commando"),
        ("besluitenlijst PS --van 2026-03-01 --tot 2026-02-01", "--tot ligt voor --van"),
        ("contact zet griffier geen-adres", "één e-mailadres"),
        ("contact zet koning a@b.nl", "functie: kies uit"),
        ("contact", "Er ontbreekt een commando"),
        ("start weg.yaml", "is er niet"),
        ("draag-over FL-2026-01 koning s-1", "functie: kies uit"),
    ],
)
def test_verkeerde_invoer(wereld: Wereld, regel: str, zin: str) -> None:
    """Wrong input: exit code 2, one Dutch message that names what is wrong, nothing sent."""
    begonnen(wereld)
    stuurde = len(wereld.verstuurd)
    uit = wereld(*shlex.split(regel))
    assert uit.code == 2, uit.alles
    assert zin in uit.fout
    assert uit.uit == ""
    assert len(wereld.verstuurd) == stuurde


def test_toekomst_wordt_geweigerd(wereld: Wereld) -> None:
    """What still has to happen can't be recorded as done."""
    begonnen(wereld)
    uit = wereld("noteer", ID, "straks", "--op", "morgen")
    assert uit.code == 1
    assert "toekomst" in uit.fout


def test_onbereikbaar(wereld: Wereld) -> None:
    """A server that is down: exit code 3, and how to repeat without doing it twice."""
    begonnen(wereld)
    wereld.kapot = Onbereikbaar("De Temporal-server geeft geen antwoord.")
    uit = wereld("noteer", ID, "x")
    assert uit.code == 3
    assert "--opdracht-id cli-" in uit.fout
    assert wereld("toon", ID).code == 3
    kenmerk = uit.fout.split("--opdracht-id ")[1].split(";")[0]
    wereld.kapot = None
    een, twee = (wereld("noteer", ID, "x", "--opdracht-id", kenmerk, "--json").uit for _ in range(2))
    assert json.loads(een)["bewijs"] == json.loads(twee)["bewijs"]


def test_iets_onverwachts(wereld: Wereld, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The unexpected: exit code 70, where the story is, no traceback unless it is asked for."""
    begonnen(wereld)
    wereld.kapot = ZeroDivisionError("o nee")
    monkeypatch.delenv("OPGAVE_DEBUG", raising=False)
    uit = wereld("toon", ID)
    assert uit.code == 70
    assert "Traceback" not in uit.alles
    assert "o nee" in (tmp_path / "fouten.log").read_text()
    monkeypatch.setenv("OPGAVE_DEBUG", "1")
    assert "Traceback" in wereld("toon", ID).fout


DROOG: list[list[str]] = [
    ["nieuw", *NIEUW],
    ["geef", ID, "VraagPartner", "--aan", "gemeente-dronten", "--vraag", "Wat vindt u?"],
    ["noteer", ID, "x"],
    ["bevestig", ID, "N1", *"BoekGeld --geldsoort krediet --bedrag 5 --bron provincie --referentie K".split()],  # noqa: SIM905
    ["draag-over", ID, "opgavemanager", "s-22"],
    ["geef", ID, "OpenBesluit", "--code", "agenda", "--orgaan", "GS", "--onderwerp", "x"],
]


@pytest.mark.parametrize("regel", DROOG, ids=lambda r: " ".join(r[:3]))
def test_droog_verandert_niets(wereld: Wereld, regel: list[str]) -> None:
    """A dry run shows facts, messages and terms; nothing is sent or changed. Afterwards it can really be done."""
    halverwege(wereld)
    voor, verstuurd = dict(wereld.standen), len(wereld.verstuurd)
    uit = wereld(*regel, "--droog")
    assert uit.code == 0, uit.alles
    assert "niets vastgelegd en niets verstuurd" in uit.uit
    data = json.loads(wereld(*regel, "--droog", "--json").uit)
    assert {"droog", "bewijs", "feiten", "berichten", "termijnen", "voorleggen", "bekendmaken"} <= set(data)
    assert wereld.standen == voor
    assert len(wereld.verstuurd) == verstuurd
    assert wereld(*regel).code == 0


def test_droog_noemt_mail_en_termijn(wereld: Wereld) -> None:
    """Who would get mail, and which term would run."""
    begonnen(wereld)
    uit = wereld("geef", ID, "VraagPartner", "--aan", "gemeente-dronten", "--vraag", "Wat vindt u?", "--droog").uit
    assert "partner@gemeente-dronten: Verzoek: Wat vindt u?" in uit
    assert "Termijnen" in uit


_INGEVULD = {
    "<zes keer 0 tot en met 3 met een komma ertussen>": "2,1,3,2,0,2",
    "<begindatum>": "2027-01-04",
    "<einddatum>": "2027-12-31",
    "<datum>": "2026-03-10",
    "<brief|e-mail|telefoon|tafel|balie>": "telefoon",
    "<datum na de termijn>": "2026-04-01",
    "<datum vanaf vandaag>": "2026-04-01",
    "<getal>": "12,4",
    "<korte-id>": "gemeente-urk",
    "<procent hierarchie, samen 100>": "20",
    "<procent netwerk, samen 100>": "60",
    "<procent markt, samen 100>": "20",
}


def vul_in(woord: str) -> str:
    """Make the choices a reader has to make; texts stay as they are."""
    for leeg, vol in _INGEVULD.items():
        woord = woord.replace(leeg, vol)
    return re.sub(r"<([^<>|]+)(\|[^<>]*)>", r"\1", woord)


def test_kan_kiest_niet_voor_iemand(wereld: Wereld) -> None:
    """Nobody agrees, scores or chooses a role by pasting: such a line is refused until the choice is made."""
    halverwege(wereld)
    uit = wereld("kan", ID).uit
    for keuze in ("--oordeel '<akkoord|", "--inhoud.scores '<zes keer", "--inhoud.provincie-rol '<"):
        assert keuze in uit
    regel = next(r for r in uit.splitlines() if "--oordeel" in r)
    assert wereld(*shlex.split(regel)[1:]).code == 2


@pytest.mark.parametrize("maak", [begonnen, halverwege])
@pytest.mark.parametrize("als", [[], ["--als", "griffier"], ["--als", "partner:gemeente-dronten"]], ids=str)
def test_kan_regels_zijn_te_plakken(wereld: Wereld, maak: Any, als: list[str]) -> None:
    """Every line under "Dit kan nu" and under a gate is accepted once its choices are made."""
    maak(wereld)
    voor = dict(wereld.standen)
    data = json.loads(wereld("kan", ID, *als, "--json").uit)
    regels = [m["regel"] for m in data["mogelijkheden"] if m["kan"]]
    regels += [regel for poort in data["poorten"] for regel in poort["regels"]]
    assert regels
    for regel in regels:
        woorden = [vul_in(woord) for woord in shlex.split(regel)]
        assert woorden[0] == "opgave"
        uit = wereld(*woorden[1:], "--droog")
        assert uit.code == 0, (regel, uit.alles)
    assert wereld.standen == voor


def test_plan_wijzigen_laat_de_rest_staan(wereld: Wereld, tmp_path: Path) -> None:
    """Options change what they name, in a plan and in an indicator; a file is the whole plan."""
    halverwege(wereld)
    voor = wereld.standen[ID].pilots["P1"]
    meer = ["--plan.exitplan", "het contract stopt", "--plan.indicatoren", '{naam: piekbelasting, nulmeting: "13,5"}']
    assert wereld("geef", ID, "StelPilotplanOp", "--pilot", "P1", *meer).code == 0
    na = wereld.standen[ID].pilots["P1"]
    assert (na.titel, na.traject, na.plan.hypothese) == (voor.titel, voor.traject, voor.plan.hypothese)
    assert (na.plan.exitplan, str(na.plan.indicatoren[0].nulmeting)) == ("het contract stopt", "13.5")
    assert na.plan.indicatoren[0].streefwaarde == voor.plan.indicatoren[0].streefwaarde
    pad = tmp_path / "plan.yaml"
    pad.write_text("titel: Oostrand\npilot: P1\nplan: {hypothese: anders, evaluator: rekenkamer}\n")
    assert wereld("geef", ID, "StelPilotplanOp", "--bestand", str(pad), "--plan.schaal", "klein").code == 0
    plan = wereld.standen[ID].pilots["P1"].plan
    assert (plan.hypothese, plan.schaal, plan.evaluator, plan.indicatoren) == ("anders", "klein", "rekenkamer", ())


def test_lopende_pilot_wijzigen_laat_de_rest_staan(wereld: Wereld) -> None:
    """The same for a pilot that runs, also when a note is confirmed."""
    halverwege(wereld)
    stand = wereld.standen[ID]
    loopt = stand.pilots["P1"].met(status="loopt")
    wereld.standen[ID] = stand.met(pilots={"P1": loopt})
    wijzig = ["WijzigPilotafspraak", "--pilot", "P1", "--plan.eind", "2027-06-30", "--reden", "later begonnen"]
    for regel in (["geef", ID], ["bevestig", ID, "N1"]):
        wereld.standen[ID] = wereld.standen[ID].met(pilots={"P1": loopt})
        uit = wereld(*regel, *wijzig, "--droog", "--json")
        feit = next(f for f in json.loads(uit.uit)["feiten"] if f["inhoud"]["soort"] == "PilotafspraakGewijzigd")
        assert feit["inhoud"]["onderdelen"] == ["eind"]


@pytest.mark.parametrize(
    ("optie", "centen"),
    [
        ("--bedrag=125050", 125050),
        ("--bedrag=1250,50", 125050),
        ("--bedrag=€ 250.000", 25000000),
        ("--bedrag=€ 250.000,-", 25000000),
        ("--euro=1250", 125000),
        ("--euro=1.250,5", 125050),
    ],
)
def test_bedragen(wereld: Wereld, optie: str, centen: int) -> None:
    """Digits alone are eurocents, as before; written as money, or with --euro, they are euros."""
    begonnen(wereld)
    geld = ["--geldsoort", "krediet", "--bron", "provincie", "--referentie", "K"]
    uit = wereld("geef", ID, "BoekGeld", *geld, optie)
    assert uit.code == 0, uit.alles
    assert wereld.standen[ID].geld[-1].bedrag == centen


def test_bedrag_in_een_plan_en_meting_met_komma(wereld: Wereld) -> None:
    """Also a budget can be given in euros, and a measured value with a comma."""
    halverwege(wereld)
    assert wereld("geef", ID, "StelPilotplanOp", "--pilot", "P1", "--plan.budget-euro", "40.000").code == 0
    assert wereld.standen[ID].pilots["P1"].plan.budget == 4000000
    stand = wereld.standen[ID]
    wereld.standen[ID] = stand.met(pilots={"P1": stand.pilots["P1"].met(status="loopt")})
    meet = ["--pilot", "P1", "--indicator", "piekbelasting", "--waarde", "11,25"]
    uit = wereld("geef", ID, "MeetIndicator", *meet, "--droog", "--json")
    assert json.loads(uit.uit)["feiten"][0]["inhoud"]["waarde"] == "11.25"


def test_besluit_van_ps(wereld: Wereld) -> None:
    """The griffier records the votes; the outcome is computed, and it is on the besluitenlijst."""
    begonnen(wereld)
    wereld.tik("OpenBesluit", code="kader", orgaan="PS", onderwerp="Kaders voor de energiehub")
    wereld.tik("LegVoor", als="griffier", stap="B1")
    assert "Kaders voor de energiehub" in wereld("voorstellen", "ps").uit
    stemmen = "BBB=9,0,1,0 VVD=4 PVV=0,3 PvdA=3 GL=3 CU=2 D66=2 CDA=2 JA21=0,2 PvdD=2 FvD=0,2 SP=2 SGP=2 SLF=1 50PLUS=1"
    regel = ["besluit", ID, "B1", "--wijze", "handopsteken_per_fractie", "--stemmen", stemmen, "--als", "griffier"]
    zonder_keuze = wereld(*regel)
    assert zonder_keuze.code == 1
    assert "Vul in welke keuze is gemaakt" in zonder_keuze.fout
    uit = wereld(*regel, "--resultaat", "kader", "--beslispunt", "De kaders vaststellen.")
    assert uit.code == 0, uit.alles
    for deel in (
        "Vastgelegd, nog niet geldig: een tweede persoon moet bevestigen.",
        "33 voor, 7 tegen, 1 afwezig",
        "PW 30 lid 1",
        "    opgave bevestig-besluit FL-2026-01 B1.v1 --als griffier\n",
    ):
        assert deel in uit.uit
    assert wereld.standen[ID].stappen["B1"].afloop == "open"
    assert "aangenomen" not in wereld("besluitenlijst", "PS").uit
    assert "vastgelegd, wacht op" in wereld("toon", ID).uit
    wereld.uid = 1001
    assert wereld("bevestig-besluit", ID, "B1.v1", "--als", "griffier", "--ja").code == 0
    assert wereld.standen[ID].stappen["B1"].afloop == "positief"
    assert "aangenomen" in wereld("besluitenlijst", "PS").uit


def test_nieuw_leven_volgt_het_nieuwste_reglement(wereld: Wereld, tmp_path: Path) -> None:
    """A life begins under the newest rules, unless its file names others."""
    assert wereld("nieuw", *NIEUW).code == 0
    assert wereld.standen["FL-2026-01"].reglement == nieuwste().code == "r2026_4"
    pad = tmp_path / "o.yaml"
    pad.write_text("reglement: r2026_1\nid: OUD\ntitel: T\nthema: t\ninitiatief: {door: gemeente Urk}\n")
    assert wereld("start", str(pad)).code == 0
    assert wereld.standen["OUD"].reglement == "r2026_1"


def test_besluit_met_opgegeven_naam(wereld: Wereld) -> None:
    """Somebody else's id is only a claim; a decision needs more."""
    begonnen(wereld)
    wereld.tik("OpenBesluit", code="agenda", orgaan="GS", onderwerp="x")
    wereld.tik("LegVoor", als="bestuurssecretariaat", stap="B1")
    uit = wereld("besluit", ID, "B1", "--uitkomst", "conform", "--als", "bestuurssecretariaat:s-9")
    assert uit.code == 1
    assert "Regel: zekerheid" in uit.fout
    assert wereld("besluit", ID, "B1", "--uitkomst", "conform", "--als", "bestuurssecretariaat").code == 0
    assert wereld.verstuurd[-1].door.subject == "os-1000"


def test_draag_over_toont_dossier(wereld: Wereld) -> None:
    """The hand-over shows all that is open."""
    halverwege(wereld)
    uit = wereld("draag-over", ID, "opgavemanager", "s-22")
    assert uit.code == 0
    assert "Overdrachtsdossier van FL-2026-01" in uit.uit
    assert "Cijfers aanleveren" in uit.uit


def test_wachtende_post_gaat_meteen(wereld: Wereld, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new address sends what waited for it; without a mail server it goes later, or when it is asked again."""
    begonnen(wereld)
    zet = ["contact", "zet", "griffier", "griffie@provincie.example"]
    poort = vrije_poort()
    monkeypatch.setenv("OPGAVE_SMTP__POORT", str(poort))
    assert "dat gaat later" in wereld(*zet).uit
    bewaker = Controller(Emmer(), hostname="127.0.0.1", port=poort)
    bewaker.start()
    try:
        assert json.loads(wereld(*zet, "--json").uit)["post"]["verzonden"] == 1
        assert wereld("contact", "zet", "bestuurssecretariaat", "bs@provincie.example").uit.count("Verstuurd: 1") == 1
        assert "Er wachtte geen post" in wereld("post", "--bezorg").uit
        assert "verzonden" in wereld("post").uit
    finally:
        bewaker.stop()


class Emmer:
    """Takes all mail, keeps nothing."""

    async def handle_DATA(self, *_: object) -> str:  # noqa: N802  # named by aiosmtpd
        return "250 OK"


def vrije_poort() -> int:
    """A port on which nobody listens."""
    with socket.socket() as stopcontact:
        stopcontact.bind(("127.0.0.1", 0))
        return int(stopcontact.getsockname()[1])


def test_contact_zetten_en_wissen(wereld: Wereld) -> None:
    """An address makes waiting post ready; erased, nothing of the person is left."""
    begonnen(wereld)
    assert "geen adres bekend" in wereld("post").uit
    zet = ["contact", "zet", "griffier", "griffie@provincie.example", "--naam", "J. Jansen"]
    assert wereld(*zet).code == 0
    assert "wacht op verzending" in wereld("post").uit
    assert "J. Jansen" in wereld("contact", "lijst").uit
    assert wereld("contact", "wis", "griffier").code == 0
    assert "J. Jansen" not in wereld("contact", "lijst").uit


def test_als_uit_de_omgeving(wereld: Wereld, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who always works as griffier sets that once."""
    begonnen(wereld)
    monkeypatch.setenv("OPGAVE_ALS", "griffier")
    wereld("noteer", ID, "x")
    assert wereld.verstuurd[-1].door.functie == "griffier"


_WOORDEN = st.sampled_from(
    [
        *("geef", "noteer", "besluit", "toon", "kan", "mijn", "lijst", "nieuw", "contact", "zet", "bevestig", "start"),
        *("besluit", "bevestig-besluit", "persoon", "maak", "B1.v1", "--ja", "--wens", "--amendement"),
        *(
            "--droog",
            "--json",
            "--als",
            "--op",
            "--help",
            "--",
            "-",
            "--plan.eind",
            "--reden",
            "--aan",
            "--inhoud.blad",
        ),
        *(ID, "griffier", "gisteren", "N1", "[", "{a: 1}", "betekenis", "F2", "", "\0", "\ud800", "é" * 300),
        *OPDRACHTEN,
    ]
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_WOORDEN | st.text(max_size=12), max_size=8))
def test_wat_men_ook_typt(wereld: Wereld, woorden: list[str]) -> None:
    """Whatever is typed: done, refused or wrong input; never a traceback."""
    if not wereld.standen:
        begonnen(wereld)
    if {"serve", "worker", "portaal", "simuleer", "demo"} & set(woorden):
        return
    uit = wereld(*woorden)
    assert uit.code in (0, 1, 2), uit.alles
    assert "Traceback" not in uit.alles


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(sorted(OPDRACHTEN)), st.data())
def test_wat_men_ook_geeft(wereld: Wereld, soort: str, data: st.DataObject) -> None:
    """Any command with any text in its fields: done, refused or wrong input."""
    if not wereld.standen:
        halverwege(wereld)
    velden = sorted(OPDRACHTEN[soort].model_fields)
    woord = st.text(max_size=10) | _WOORDEN | st.just("[1, 2]")
    paren = data.draw(st.lists(st.tuples(st.sampled_from(velden), woord), max_size=4))
    opties = [deel for veld, waarde in paren for deel in (f"--{veld}", waarde)]
    uit = wereld("geef", ID, soort, *opties)
    assert uit.code in (0, 1, 2), uit.alles
