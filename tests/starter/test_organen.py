"""Bodies at the gateway: a file goes in whole or not at all, and what is known of a body travels with a command."""

import inspect
import json
import textwrap
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from test_cli_hulp import ID, Wereld, begonnen, leeg_register, wereld

from domain.basis import Afzender
from domain.orgaan import Bezetting, Orgaankalender
from domain.taal.behandeling import Behandeling
from domain.taal.besluiten import LegBesluitVast, LegVoor
from register import organen as register_organen
from starter import organen
from starter.cli import app_organen
from starter.invoer import Invoerfout, lees_model

__all__ = ["leeg_register", "wereld"]
VOORBEELD = Path(__file__).parents[2] / "examples" / "organen-flevoland.yaml"
GRIFFIER = Afzender(functie="griffier", subject="s-17")
PS = """
bezetting:
  - {orgaan: ps, vanaf: 2023-03-29, leden: 41, fracties: {BBB: 10, VVD: 31}, bron: verkiezing}
  - {orgaan: PS, vanaf: 2026-01-01, leden: 41, fracties: {BBB: 8, Groep Oost: 2, VVD: 30}, bron: splitsing}
kalender:
  orgaan: PS
  bekend_tot: 2027-12-31
  vergaderingen: [2026-06-24, 2026-03-18, 2026-02-25, 2026-02-18, 2027-09-01]
  reces: [{naam: zomerreces, van: 2026-07-04, tot: 2026-08-30}, {naam: zomerreces, van: 2027-07-10, tot: 2027-09-05}]
  bron: vergaderschema
"""


def bestand(map_: Path, tekst: str) -> Path:
    """A file with this text."""
    pad = map_ / "organen.yaml"
    pad.write_text(tekst, "utf-8")
    return pad


def gevuld(wereld: Wereld, map_: Path) -> Wereld:
    """A world whose register knows PS."""
    register_organen.zet(wereld.register, organen.lees(bestand(map_, PS)), GRIFFIER, wereld.nu)
    return wereld


# ------------------------------------------------------------------------------------------------- the file


def test_het_voorbeeld_van_flevoland_is_te_lezen_en_spreekt_zichzelf_niet_tegen() -> None:
    """PS and the commissies on Wednesday, GS on Tuesday, none in a reces, all marked as an example."""
    gegevens = organen.lees(VOORBEELD)
    zetels = [g for g in gegevens if isinstance(g, Bezetting)]
    kalenders = {g.orgaan: g for g in gegevens if isinstance(g, Orgaankalender)}
    assert [(b.orgaan, b.in_functie, len(b.fracties)) for b in zetels] == [("PS", 41, 15)]
    assert set(kalenders) == {"PS", "GS", "RND", "EMS"}
    for naam, kalender in kalenders.items():
        assert {dag.weekday() for dag in kalender.vergaderingen} == {1 if naam == "GS" else 2}
        assert len(kalender.vergaderingen) > 25
        assert "voorbeeld" in kalender.bron
        assert {r.naam.split("reces")[0] for r in kalender.reces} == {"zomer", "herfst", "kerst", "voorjaars", "mei"}
    assert organen.opmerkingen(gegevens) == ()


def test_het_voorbeeld_in_de_uitleg_is_te_lezen(tmp_path: Path) -> None:
    """A split and a merger as the help shows them; the seats still add up."""
    uitleg = inspect.getdoc(app_organen.lees) or ""
    tekst = uitleg[uitleg.index("bezetting:") : uitleg.index("Een verbetering")]
    zetels, kalender = organen.lees(bestand(tmp_path, textwrap.dedent(tekst)))
    assert isinstance(zetels, Bezetting)
    assert isinstance(kalender, Orgaankalender)
    assert organen.opmerkingen((zetels, kalender)) == ()
    assert kalender.vergaderingen[:4] == tuple(
        map(date.fromisoformat, ("2026-06-24", "2026-09-09", "2026-10-07", "2026-10-21"))
    )


def test_een_vaste_dag_slaat_reces_en_uitzonderingen_over(tmp_path: Path) -> None:
    """`elke` starts on the first such day, keeps its rhythm over a reces, and ends where the calendar ends."""
    tekst = """
kalender:
  orgaan: GS
  bekend_tot: 2026-08-01
  vergaderingen: [2026-06-05]
  elke: {dag: dinsdag, van: 2026-06-03, om_de_weken: 2, behalve: [2026-06-23], tot: 2026-07-31}
  reces: [{naam: zomer, van: 2026-07-01, tot: 2026-07-14}]
  bron: x
"""
    [kalender] = organen.lees(bestand(tmp_path, tekst))
    assert isinstance(kalender, Orgaankalender)
    assert [str(dag) for dag in kalender.vergaderingen] == ["2026-06-05", "2026-06-09", "2026-07-21"]


_B = "{orgaan: PS, vanaf: 2026-01-01, leden: 41, bron: x"
_K = "{orgaan: PS, bekend_tot: 2026-12-31, bron: x"


@pytest.mark.parametrize(
    ("tekst", "zin"),
    [
        ("bezetingen: []", "bezetingen: dit veld bestaat hier niet. Bedoelt u 'bezetting'?"),
        ("kalender: []", "er staat geen bezetting en geen kalender in"),
        (f"bezetting: [{_B}, kleur: rood}}]", "bezetting.1.kleur: dit veld bestaat hier niet"),
        (f"bezetting: [{_B}}}, {{orgaan: PS}}]", "bezetting.2.vanaf: dit ontbreekt"),
        ("bezetting: [tekst]", "bezetting.1: "),
        (f"bezetting: {_B}, fracties: {{BBB: 10, VVD: veel}}}}", "bezetting.1.fracties.VVD: "),
        (f"bezetting: {_B}, fracties: {{BBB: 0}}}}", "bezetting.1.fracties.BBB: "),
        (
            f"bezetting: {_B}, fracties: {{BBB: 30, VVD: 12}}}}",
            "bezetting.1.fracties: er zijn 42 zetels en maar 41 leden",
        ),
        (f"bezetting: {_B}, fracties: [BBB]}}", "bezetting.1.fracties: schrijf de zetels per fractie"),
        (f"bezetting: {_B}, fracties: {{BBB: 3, BBB: 4}}}}", "Het veld 'BBB' staat er twee keer"),
        (f"bezetting: [{_B}}}, {_B}}}]", "bezetting: PS vanaf 2026-01-01 staat er twee keer in"),
        (f"kalender: [{_K}}}, {_K}, stukken_dagen: 7}}]", "kalender: PS staat er twee keer in"),
        (f"kalender: {_K}, vergaderingen: [20260624]}}", "kalender.1.vergaderingen.1: "),
        (
            f"kalender: {_K}, reces: [{{naam: r, van: 2026-07-02, tot: 2026-07-01}}]}}",
            "kalender.1.reces.1.tot: het reces",
        ),
        (f"kalender: {_K}, elke: {{dag: dins, van: 2026-01-01}}}}", "kalender.1.elke.dag: kies uit maandag"),
        (f"kalender: {_K}, elke: {{dag: dinsdag, van: 1950-01-01}}}}", "kalender.1.vergaderingen: "),
        (f"kalender: {_K}, elke: dinsdag}}", "kalender.1.elke: "),
    ],
)
def test_wat_niet_klopt_wordt_genoemd_met_zijn_veld(tmp_path: Path, tekst: str, zin: str) -> None:
    """Every message names the file and the field; nothing unknown is let through."""
    with pytest.raises(Invoerfout) as fout:
        organen.lees(bestand(tmp_path, tekst))
    assert any(regel.startswith("organen.yaml: ") and zin in regel for regel in fout.value.regels), fout.value.regels


def test_alle_fouten_staan_er_in_een_keer(tmp_path: Path) -> None:
    """So that a long file is not mended one line at a time."""
    with pytest.raises(Invoerfout) as fout:
        organen.lees(
            bestand(tmp_path, f"bezetting: [{_B}, leeg: 1}}, {{}}]\nkalender: {_K}, stukken_dagen: -1}}\nx: 1")
        )
    assert len(fout.value.regels) == 7


# ------------------------------------------------------------------------------------------------- the command line


def test_een_bestand_invoeren_laat_zien_wat_er_nieuw_is(wereld: Wereld, tmp_path: Path) -> None:
    """Dry nothing changes; the second time there is nothing new; who entered it stands with it."""
    pad = str(bestand(tmp_path, PS))
    droog = wereld("orgaan", "lees", pad, "--droog")
    assert (droog.code, register_organen.alles(wereld.register)) == (0, ())
    assert "Er is niets veranderd." in droog.uit
    uit = wereld("orgaan", "lees", pad, "--als", "griffier:s-17")
    assert uit.code == 0, uit.alles
    assert "41 van de 41 leden in functie, 2 fracties" in uit.uit
    assert "Let op, PS: van de 41 zetels niet bezet: 1." in uit.fout
    assert "PS: De vergadering van woensdag 1 september 2027 telt niet mee: dan is het zomerreces." in uit.fout
    rijen = register_organen.alles(wereld.register)
    assert {(rij.door_functie, rij.door_subject, rij.ingevoerd_op) for rij in rijen} == {
        ("griffier", "s-17", wereld.nu)
    }
    weer = wereld("orgaan", "lees", pad)
    assert "Dit staat er allemaal al in." in weer.uit
    assert len(register_organen.alles(wereld.register)) == len(rijen) == 3


def test_een_fout_in_het_bestand_laat_het_register_zoals_het_was(wereld: Wereld, tmp_path: Path) -> None:
    """All or nothing, with the Dutch reason, readable by programs too."""
    pad = str(bestand(tmp_path, PS + "  stukken_dagen: 99\n"))
    uit = wereld("orgaan", "lees", pad, "--json")
    assert uit.code == 2
    assert "kalender.1.stukken_dagen" in json.loads(uit.uit)["fout"]["melding"]
    assert register_organen.alles(wereld.register) == ()


def test_toon_geeft_de_zetels_van_een_dag_met_het_quorum(wereld: Wereld, tmp_path: Path) -> None:
    """40 sitting of 41: 21 must be there (PW 20); 9 of 41 can ask for a meeting (PW 17 lid 2)."""
    gevuld(wereld, tmp_path)
    uit = wereld("orgaan", "toon", "ps").uit
    for zin in (
        "Provinciale Staten (PS)",
        "40 van de 41 leden",
        "Quorum: 21",
        "minstens 9 leden",
        "Groep Oost",
        "18 maart",
    ):
        assert zin in uit
    toen = json.loads(wereld("orgaan", "toon", "PS", "--op", "2025-12-31", "--json").uit)[0]
    assert [f["naam"] for f in toen["bezetting"]["fracties"]] == ["BBB", "VVD"]
    assert toen["vergaderingen"][0] == {"op": "2026-02-18", "stukken_op": "2026-02-08"}
    ervoor = wereld("orgaan", "toon", "--op", "2020-01-01")
    assert "Wie er zitting had op wo 1 januari 2020, is niet bekend." in ervoor.uit


def test_het_quorum_van_gs_is_minstens_de_helft(wereld: Wereld, tmp_path: Path) -> None:
    """PW 56: 4 of 7. Of a commissie no law is known, so no number is given."""
    tekst = "bezetting:\n" + "".join(
        f"  - {{orgaan: {o}, vanaf: 2026-01-01, leden: 7, bron: x}}\n" for o in ("gs", "RND")
    )
    assert wereld("orgaan", "lees", str(bestand(tmp_path, tekst))).code == 0
    assert "Quorum: 4 leden aanwezig (PW 56 lid 1)." in wereld("orgaan", "toon", "GS").uit
    rnd = wereld("orgaan", "toon", "rnd").uit
    assert "Quorum" not in rnd
    assert "reces onbekend" in rnd


def test_vergaderingen_noemt_de_laatste_dag_voor_de_stukken(wereld: Wereld, tmp_path: Path) -> None:
    """In order, with what can't be made any more, and without the meeting in the reces."""
    gevuld(wereld, tmp_path)
    uit = wereld("orgaan", "vergaderingen", "PS", "--vanaf", "2026-02-20")
    regels = [regel.split() for regel in uit.uit.splitlines()[2:]]
    assert [" ".join(regel[:4]) for regel in regels] == ["wo 25 februari 2026", "wo 18 maart 2026", "wo 24 juni 2026"]
    assert [" ".join(regel[4:8]) for regel in regels] == ["zo 15 februari 2026", "zo 8 maart 2026", "zo 14 juni 2026"]
    assert [" ".join(regel[8:]) for regel in regels] == ["geweest", "te laat voor stukken", ""]
    assert "woensdag 1 september 2027 telt niet mee" in uit.fout
    data = json.loads(wereld("orgaan", "vergaderingen", "PS", "--vanaf", "2028-01-01", "--json").uit)
    assert data["vergaderingen"] == []
    assert data["waarschuwing"].endswith("reces onbekend.")


def test_van_een_onbekend_orgaan_is_er_geen_lijst(wereld: Wereld, tmp_path: Path) -> None:
    """Empty: how to fill it. Unknown: exit code 2, with what it could have been."""
    leeg = wereld("orgaan", "toon")
    assert (leeg.code, "opgave orgaan lees" in leeg.uit) == (0, True)
    gevuld(wereld, tmp_path)
    for regel in (("toon", "PSS"), ("vergaderingen", "PSS")):
        uit = wereld("orgaan", *regel)
        assert (uit.code, "Bedoelt u 'PS'?" in uit.fout) == (2, True)
    assert "--op: deze datum bestaat niet" in wereld("orgaan", "toon", "--op", "31-2-2026").fout


# ------------------------------------------------------------------------------------------------- with a command


def met_stappen(wereld: Wereld) -> Wereld:
    """Two open steps: B1 of PS, of which everything is known, and B2 of GS, of which nothing is."""
    begonnen(wereld)
    for orgaan, code in (("PS", "kader"), ("GS", "agenda")):
        wereld.tik("OpenBesluit", code=code, orgaan=orgaan, onderwerp="warmte")
    return wereld


def vul_aan(wereld: Wereld, op: str = "2026-03-10", **inhoud: Any) -> dict[str, Any]:
    """What would be sent."""
    return organen.vul_aan(wereld.register, wereld.standen[ID], inhoud, date.fromisoformat(op))


def test_een_voorstel_krijgt_een_uittreksel_van_de_kalender_mee(wereld: Wereld, tmp_path: Path) -> None:
    """From two weeks back to sixty weeks on, with the reces in it, and no more knowledge than that."""
    met_stappen(gevuld(wereld, tmp_path))
    kalender = lees_model(LegVoor, vul_aan(wereld, soort="LegVoor", stap="B1")).kalender
    assert kalender is not None
    assert [str(dag) for dag in kalender.vergaderingen] == ["2026-02-25", "2026-03-18", "2026-06-24"]
    assert [str(reces.van) for reces in kalender.reces] == ["2026-07-04"]
    assert (kalender.orgaan, kalender.bekend_tot, kalender.bron) == ("PS", date(2027, 5, 4), "vergaderschema")


RECES = """
kalender:
  - orgaan: gemeente-a
    bekend_tot: 2026-12-31
    vergaderingen: [2026-04-01]
    reces: [{naam: meivakantie, van: 2026-04-25, tot: 2026-05-10}, {naam: vroeger, van: 2025-01-01, tot: 2025-01-02}]
    bron: schema
"""


def test_een_vraag_aan_partners_krijgt_hun_reces_mee(wereld: Wereld, tmp_path: Path) -> None:
    """Of each partner that is known, once, without its meetings; what was given, or is no list, stays."""
    begonnen(wereld)
    register_organen.zet(wereld.register, organen.lees(bestand(tmp_path, RECES)), GRIFFIER, wereld.nu)
    vraag: dict[str, Any] = {
        "soort": "VraagPartner",
        "aan": ["gemeente-a", "gemeente-b", "gemeente-a", 7],
        "vraag": "cijfers",
    }
    (kalender,) = vul_aan(wereld, **vraag)["kalenders"]
    assert (kalender["orgaan"], kalender["vergaderingen"]) == ("gemeente-a", ())
    assert [r["naam"] for r in kalender["reces"]] == ["meivakantie"]
    for anders in ({"aan": ["gemeente-b"]}, {"aan": "gemeente-a"}, {"kalenders": [kalender]}):
        gevraagd: dict[str, Any] = {**vraag, **anders}
        assert vul_aan(wereld, **gevraagd) == gevraagd


@pytest.mark.parametrize(("op", "fracties"), [("2025-12-31", 2), ("2026-01-01", 3)])
def test_een_besluit_krijgt_de_bezetting_van_zijn_dag_mee(
    wereld: Wereld, tmp_path: Path, op: str, fracties: int
) -> None:
    """Not of the day on which it is recorded."""
    met_stappen(gevuld(wereld, tmp_path))
    bezetting = lees_model(LegBesluitVast, vul_aan(wereld, op, soort="LegBesluitVast", stap="B1")).bezetting
    assert bezetting is not None
    assert len(bezetting.fracties) == fracties


@pytest.mark.parametrize(
    "inhoud",
    [
        {"soort": "LegVoor", "stap": "B2"},
        {"soort": "LegVoor", "stap": "B9"},
        {"soort": "LegVoor", "stap": ["B1"]},
        {"soort": "LegVoor"},
        {"soort": "LegVoor", "stap": "B1", "kalender": {"orgaan": "PS"}},
        {"soort": "LegBesluitVast", "stap": "B2"},
        {"soort": "LegBesluitVast", "stap": "B1", "bezetting": {"orgaan": "PS"}},
        {"soort": "HerstelVastlegging", "reden": "besluit ontbreekt"},
        {"soort": "HoudAan", "stap": "B1"},
        {"soort": "Bevestig", "opdracht": {"soort": "Pauzeer"}},
        {"soort": "Bevestig", "opdracht": "tekst"},
        {},
    ],
)
def test_wat_niet_bekend_is_of_al_gegeven_blijft_zoals_het_was(
    wereld: Wereld, tmp_path: Path, inhoud: dict[str, Any]
) -> None:
    """Another body, an unknown step, a table of one's own, another command."""
    met_stappen(gevuld(wereld, tmp_path))
    assert vul_aan(wereld, **inhoud) == inhoud


@pytest.mark.parametrize("op", [date.min, date.max, date(2020, 1, 1)])
def test_een_dag_buiten_bereik_voegt_niets_toe(wereld: Wereld, tmp_path: Path, op: date) -> None:
    """Before the first bezetting there is none; a date no command can have is left to the strict reader."""
    met_stappen(gevuld(wereld, tmp_path))
    for inhoud in ({"soort": "LegBesluitVast", "stap": "B1"}, {"soort": "LegVoor", "stap": "B2"}):
        assert organen.vul_aan(wereld.register, wereld.standen[ID], inhoud, op) == inhoud


def test_een_bevestigde_notitie_krijgt_hetzelfde_mee(wereld: Wereld, tmp_path: Path) -> None:
    """The command inside it is the one that counts."""
    met_stappen(gevuld(wereld, tmp_path))
    gevraagd = {"soort": "LegVoor", "stap": "B1"}
    assert vul_aan(wereld, soort="Bevestig", opdracht=gevraagd)["opdracht"] == vul_aan(wereld, **gevraagd) != gevraagd


def test_een_herstel_krijgt_de_bezetting_van_de_dag_van_het_besluit(wereld: Wereld, tmp_path: Path) -> None:
    """A correction weeks later counts with the seats of the vote itself."""
    met_stappen(gevuld(wereld, tmp_path))
    stand = wereld.standen[ID]
    toen = Behandeling(op=date(2025, 12, 17), uitkomst="aangenomen", afloop="positief")
    stand = stand.met(stappen={"B1": stand.stappen["B1"].met(behandelingen=(toen,))})
    inhoud = {"soort": "HerstelVastlegging", "besluit": {"stap": "B1"}}
    hersteld = organen.vul_aan(wereld.register, stand, inhoud, date(2026, 3, 10))
    assert [f["naam"] for f in hersteld["besluit"]["bezetting"]["fracties"]] == ["BBB", "VVD"]


def test_de_opdrachtregel_stuurt_kalender_en_bezetting_mee(wereld: Wereld, tmp_path: Path) -> None:
    """The same way for `geef` and `besluit`; a dry run takes it too and sends nothing."""
    met_stappen(gevuld(wereld, tmp_path))
    droog = wereld("geef", ID, "LegVoor", "--stap", "B1", "--vergadering-op", "2026-03-18", "--droog")
    assert droog.code == 0, droog.alles
    assert not any(isinstance(opdracht.inhoud, LegVoor) for opdracht in wereld.verstuurd)
    uit = wereld("geef", ID, "LegVoor", "--stap", "B1", "--vergadering-op", "2026-03-18")
    assert uit.code == 0, uit.alles
    gestuurd = wereld.verstuurd[-1].inhoud
    assert isinstance(gestuurd, LegVoor)
    assert gestuurd.kalender is not None
    wereld("besluit", ID, "B1", "--wijze", "zonder_stemming", "--als", "griffier")
    besluit = wereld.verstuurd[-1].inhoud
    assert isinstance(besluit, LegBesluitVast)
    assert besluit.bezetting is not None
    assert besluit.bezetting.vanaf == date(2026, 1, 1)


def test_zonder_gegevens_in_het_register_verandert_er_niets_aan_een_opdracht(wereld: Wereld) -> None:
    """No calendar and no seats are sent along, and the command is carried out as before."""
    met_stappen(wereld)
    assert wereld("geef", ID, "LegVoor", "--stap", "B1").code == 0
    gestuurd = wereld.verstuurd[-1].inhoud
    assert isinstance(gestuurd, LegVoor)
    assert gestuurd.kalender is None
