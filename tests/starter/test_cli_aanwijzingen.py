"""What the command line says when something is missing or wrong: the option to type, the form, the line that helps."""

from pathlib import Path

import pytest
from test_cli_hulp import ID, Wereld, begonnen, leeg_register, wereld

from domain.taal.agenda_vaststelling import VraagVaststelling
from domain.taal.agendaplek import Agendaplek
from domain.taal.bladen_leren import Checklistpunt
from domain.taal.lesaanbod import Aanbod
from domain.taal.verbonden import LegVerbondenPartijVast
from starter.cli.plakken import geefregel, met_regel
from starter.cli.regelnaam import regelnaam
from starter.cli.velden import uit_opties
from starter.cli.wie import afzender

__all__ = ["leeg_register", "wereld"]

REGIO = "AGENDA-FLEVOLAND"
BLAD = ("geef", ID, "LegBladVast", "--inhoud.blad")


def zin(wereld: Wereld, *regel: str, code: int = 2) -> str:
    """What is said on standard error, on one line."""
    uit = wereld(*regel)
    assert uit.code == code, uit.alles
    return " ".join(uit.fout.split())


@pytest.fixture
def regio(wereld: Wereld) -> Wereld:
    """An agenda on which one opgave stands."""
    uit = wereld("agenda", "nieuw", "--titel", "Agenda", "--gebied", "Flevoland", "--periode", "2026-2029")
    assert uit.code == 0, uit.alles
    eigen = ("--titel", "Water", "--thema", "water", "--periode", "2026-1", "--reden", "x")
    assert wereld("agenda", "zet", REGIO, ID, *eigen).code == 0
    return wereld


@pytest.mark.parametrize("commando", ["verplaats", "parkeer", "voer-af"])
def test_wat_ontbreekt_heet_zoals_men_het_typt(wereld: Wereld, commando: str) -> None:
    """The option, not the word that stands for its value."""
    assert "Er ontbreekt iets: --reden." in zin(wereld, "agenda", commando, REGIO, ID)


@pytest.mark.parametrize(
    ("regel", "deel"),
    [
        (("rapport", "leerverslag", "volgend"), "JAAR kan hier niet. Schrijf een heel getal"),
        (("verwachting", ID, "--keer", "90"), "--keer kan hier niet. Schrijf een heel getal van 1 tot en met 26"),
        (("agenda", "verplaats", REGIO, ID, "--periode", "volgend", "--reden", "x"), "een half jaar als 2027-1"),
        (("agenda", "nieuw", "--titel", "x", "--gebied", "x", "--periode", "2030-2027"), "--periode: het einde ligt"),
        (
            ("agenda", "nieuw", "--titel", "x", "--gebied", "x", "--periode", "2027-2030", "--id", "PROEF"),
            "--id: kies een id die begint met AGENDA-, bijvoorbeeld AGENDA-PROEF",
        ),
        (("agenda", "toon", "AGENDA-NERGENS"), "De agenda AGENDA-NERGENS is niet bekend. Kijk met 'opgave agenda"),
        (("toon", "FL-NERGENS"), "De opgave FL-NERGENS is niet bekend. Kijk met 'opgave lijst'"),
    ],
)
def test_een_fout_zegt_welke_vorm_wel_kan(wereld: Wereld, regel: tuple[str, ...], deel: str) -> None:
    assert deel in zin(wereld, *regel)


@pytest.mark.parametrize("scores", ["2,2,3,1,2", "2,2,3,1,2,3,1"])
def test_een_verkeerd_aantal_scores_zegt_hoeveel_het_er_zijn(wereld: Wereld, scores: str) -> None:
    begonnen(wereld)
    gezegd = zin(wereld, *BLAD, "toets_flevo", "--inhoud.moment", "F1", "--inhoud.scores", scores)
    assert gezegd.startswith("inhoud.scores: geef zes scores, een per Flevo-principe, elk 0 tot en met 3")
    assert gezegd.count("scores:") == 1


@pytest.mark.parametrize(
    ("blad", "velden", "deel"),
    [
        (
            "kaderpunt",
            ("--inhoud.nr", "K1", "--inhoud.tekst", "x", "--inhoud.concreetheid", "nader_uit_te_werken"),
            "inhoud.uiterlijk: noem de dag",
        ),
        ("ja_mits", ("--inhoud.kader-ref", "x", "--inhoud.antwoord", "ja_mits"), "inhoud: bij ja_mits of nee_tenzij"),
    ],
)
def test_een_fout_in_een_blad_noemt_het_veld_en_niet_het_blad(
    wereld: Wereld, blad: str, velden: tuple[str, ...], deel: str
) -> None:
    begonnen(wereld)
    assert zin(wereld, *BLAD, blad, *velden).startswith(deel)


def test_ids_mogen_met_een_komma_en_teksten_houden_de_hunne(wereld: Wereld) -> None:
    """An id has no comma in it; a sentence may have one."""
    vandaag = wereld.nu.date()
    velden = uit_opties(VraagVaststelling, ["--overheden", "provincie, gemeente-dronten"], vandaag)
    assert velden["overheden"] == ["provincie", "gemeente-dronten"]
    velden = uit_opties(LegVerbondenPartijVast, ["--inhoud.risicos", "rente, en inflatie"], vandaag)
    assert velden["inhoud"]["risicos"] == ["rente, en inflatie"]


def test_een_fout_id_in_een_lijst_heet_niet_te_weinig(regio: Wereld) -> None:
    """That none is left follows from the first error; it is not said as well."""
    gezegd = zin(regio, "geef", REGIO, "VraagVaststelling", "--overheden", "de raad", "--uiterlijk", "2027-03-31")
    assert "overheden.1: gebruik letters" in gezegd
    assert "minstens" not in gezegd


def test_bedragen_van_een_partij_gaan_in_euros_ook_onder_nul(wereld: Wereld) -> None:
    """Euros with the option for euros, cents where only digits stand; a loss has a minus."""
    opties = [
        "--inhoud.eigen-vermogen-begin-euro",
        "1000",
        "--inhoud.resultaat-euro",
        "-12,50",
        "--inhoud.jaar",
        "2026",
    ]
    inhoud = uit_opties(LegVerbondenPartijVast, opties, wereld.nu.date())["inhoud"]
    assert inhoud == {"eigen_vermogen_begin": 100_000, "resultaat": -1_250, "jaar": 2026}
    kaal = uit_opties(LegVerbondenPartijVast, ["--inhoud.resultaat", "-500"], wereld.nu.date())
    assert kaal["inhoud"]["resultaat"] == -500


def test_de_hulp_van_bladen_toont_namen_of_een_blad(wereld: Wereld) -> None:
    """A list without the fields; with a name only the fields of that sheet; a wrong name is refused."""
    lijst = wereld("geef", ID, "LegBladVast", "--help").uit
    assert "draagvlak" in lijst
    assert "--inhoud.score" not in lijst
    assert "spelniveau " not in lijst
    een = wereld(*BLAD, "draagvlak", "--help").uit
    assert "0 geen, 1 weinig, 2 voldoende, 3 veel" in een
    assert "toets_flevo" not in een
    assert "ScoorSpelniveau" in wereld("geef", ID, "LegBladVast", "--inhoud.blad=spelniveau", "--help").uit
    assert "Bedoelt u 'draagvlak'" in zin(wereld, *BLAD, "draagvlk", "--help")


def test_een_keuze_is_nooit_leeg_en_een_standaard_is_ja(wereld: Wereld) -> None:
    assert "kies uit F1, F2" in wereld("geef", ID, "WijzigWerkwijze", "--help").uit
    assert "anders ja" in wereld("geef", ID, "LegLesVast", "--help").uit


def test_een_huisregel_zegt_waar_zij_vandaan_komt() -> None:
    """A code says nothing to who reads it; an article of a law does."""
    assert regelnaam("S4-10") == "S4-10, een huisregel uit 'Opgaven gestuurd werken'"
    assert regelnaam("poort F1/S1-04").endswith("uit 'Mensen maken Flevoland'")
    assert regelnaam("PW 158 lid 2") == "PW 158 lid 2"


def test_een_weigering_noemt_de_regel_die_verder_helpt(regio: Wereld) -> None:
    """What is missing is a command: then the line that explains it stands there."""
    gezegd = zin(regio, "agenda", "herijk", REGIO, "--conclusie", "x", code=1)
    assert f"BereidHerijkingVoor: opgave geef {REGIO} BereidHerijkingVoor --help" in gezegd
    assert "Het systeem maakt het rapport zelf" in gezegd
    eigen = ("--titel", "Water", "--thema", "water", "--periode", "2026-1", "--reden", "x")
    gezegd = zin(regio, "agenda", "zet", REGIO, ID, *eigen, code=1)
    assert gezegd.startswith(f"Geweigerd: {ID} staat al op deze agenda. Verander haar plek.")
    assert "VerplaatsOpAgenda: opgave agenda verplaats --help" in gezegd
    assert met_regel(ID, "een reden") == "een reden"


def test_wie_iets_verplaatst_dat_er_niet_staat_hoort_wat_er_wel_staat(regio: Wereld) -> None:
    gezegd = zin(regio, "agenda", "parkeer", REGIO, "FL-X-1", "--reden", "x", code=1)
    assert f"FL-X-1 staat niet op deze agenda. Wel: {ID}." in gezegd


def test_wat_op_een_agenda_kan_heeft_de_korte_vorm(regio: Wereld) -> None:
    """Every line that is shown can be given; the short forms are those of `opgave agenda`."""
    uit = regio("kan", REGIO).uit
    assert f"opgave agenda verplaats {REGIO} {ID} --horizon" in uit
    assert f"opgave agenda parkeer {REGIO} {ID} --reden" in uit
    assert "toetreden tot de opgave" not in uit
    weg = {"soort": "VerbreekRaakvlak", "opgave": ID, "andere": "FL-2", "reden": "klaar"}
    regel = geefregel(REGIO, weg, afzender(None, None, 1000))
    assert regel == f"opgave agenda raakvlak {REGIO} {ID} FL-2 --verbreek klaar"


def test_wat_een_les_veranderde_staat_op_het_scherm_van_de_agenda(regio: Wereld) -> None:
    """A question on a checklist and the length of a term, each with the lesson and in words."""
    wijzig = ("geef", REGIO, "WijzigWerkwijze", "--les", f"{ID}/L1", "--reden", "x")
    niets = regio(*wijzig, "--wijziging", "W1", "--fase", "F2", "--vraag", "Is er een loket?")
    assert (niets.code, f"{ID}/L1 is niet bekend" in niets.fout) == (2, True)
    eigen = ("--titel", "x", "--thema", "water", "--van", "gemeente", "--betekenis", "droge voeten")
    assert regio("nieuw", "--id", ID, *eigen).code == 0
    les = ("--titel", "Loket", "--type", "relatie", "--aanbeveling", "een loket", "--eigenaar", "opgavemanager")
    assert regio("geef", ID, "LegLesVast", *les, "--actie", "open het").code == 0
    assert regio(*wijzig, "--wijziging", "W1", "--fase", "F2", "--vraag", "Is er een loket?").code == 0
    assert regio(*wijzig, "--wijziging", "W2", "--termijn", "T18", "--duur", "3wd").code == 0
    scherm = " ".join(regio("agenda", "toon", REGIO).uit.split())
    assert "checklist van F2 Is er een loket?" in scherm
    assert "termijn T18, " in scherm
    assert "3 werkdagen" in scherm


def test_een_verslag_over_een_leeg_jaar_zegt_dat(wereld: Wereld, tmp_path: Path) -> None:
    uit = wereld("rapport", "leerverslag", "2020", "--uit", str(tmp_path))
    assert (uit.code, "in 2020 was er nog geen opgave" in uit.fout) == (0, True)


def test_een_poort_over_lessen_geeft_de_regel_om_te_plakken(wereld: Wereld) -> None:
    """For each question of the checklist of this phase, and each lesson that was offered, the line that answers it."""
    stand = begonnen(wereld).standen[ID]
    punt = Checklistpunt(punt="W1", vraag="Is er een loket?", les="FL-2025-01/L1")
    ander = punt.met(punt="W2")
    plek = Agendaplek(agenda=REGIO, bron=1, sinds=wereld.nu.date(), checklist=(("F1", punt), ("F2", ander)))
    les = Aanbod(les="FL-2025-01/L1", titel="Vraag vroeg", moment="F1", aangeboden_op=wereld.nu.date())
    wereld.standen[ID] = stand.met(agendaplek=plek, lesaanbod={"F1:FL-2025-01/L1": les})
    gezegd = wereld("kan", ID)
    assert gezegd.code == 0, gezegd.alles
    uit = gezegd.uit
    blad = f"opgave geef {ID} LegBladVast --inhoud.blad checklist --inhoud.punt"
    assert f"{blad} W1 --inhoud.antwoord '<antwoord>'" in uit
    assert f"{blad} W2" not in uit
    assert uit.count(f"BeantwoordLesaanbod --les {les.les} --moment F1") == 2
