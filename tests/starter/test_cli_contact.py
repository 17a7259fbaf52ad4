"""Contacts on the command line: several per function, read from a spreadsheet, and forgotten without a trace."""

import asyncio
import base64
import json
import shlex
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from test_cli_hulp import Wereld, begonnen, leeg_register, wereld

from archief.pak import open_pak
from audit.controle import controleer
from register import contacten
from register.rijen import Contact
from register.verbinding import open_register
from starter.cli.hoofd import draai
from starter.cli.omgeving import Omgeving
from starter.scenario import simuleer

__all__ = ["leeg_register", "wereld"]
DRONTEN = ("--organisatie", "gemeente-dronten")
KOP = "functie;organisatie;email;naam;van;tot"
GOED = f"""{KOP}
griffier;;griffie@provincie.example;;;
partner;gemeente-dronten;energie@dronten.example;Zoë Zuiderzee;1-3-2026;2026-12-31
Ambtelijk opdrachtgever;gemeente-dronten;ao@dronten.example;;;
"""


@pytest.fixture(autouse=True)
def gegevensmap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of the test alone: erasing also looks there."""
    monkeypatch.setenv("OPGAVE_GEGEVENSMAP", str(tmp_path))
    monkeypatch.setenv("OPGAVE_SMTP__POORT", "1")
    return tmp_path


def csv(map_: Path, tekst: str | bytes) -> str:
    pad = map_ / "contacten.csv"
    pad.write_bytes(tekst.encode() if isinstance(tekst, str) else tekst)
    return str(pad)


def lijst(wereld: Wereld) -> list[dict[str, Any]]:
    return json.loads(wereld("contact", "lijst", "--json").uit)


# ------------------------------------------------------------------------------------------------------ one by one


def test_een_tweede_adres_komt_erbij_en_de_oude_is_met_een_plakregel_te_wissen(wereld: Wereld) -> None:
    """A first contact is simple; with a second one people hear that both get mail, and how to drop the old one."""
    eerste = wereld("contact", "zet", "partner", "oud@dronten.example", *DRONTEN)
    assert (eerste.code, eerste.fout) == (0, "")
    tweede = wereld("contact", "zet", "partner", "nieuw@dronten.example", *DRONTEN)
    assert "Deze functie heeft ook: oud@dronten.example" in tweede.fout
    (regel,) = [r.strip() for r in tweede.uit.splitlines() if r.startswith("    opgave ")]
    assert wereld(*regel.split()[1:]).code == 0
    assert [c["email"] for c in lijst(wereld)] == ["nieuw@dronten.example"]


def test_een_plakregel_voert_niets_uit_van_wat_in_een_adres_staat(wereld: Wereld, tmp_path: Path) -> None:
    """An address out of someone else's file may hold signs that mean something to a shell."""
    raar = "a|reboot&`id`$HOME'@dronten.example"
    assert wereld("contact", "importeer", csv(tmp_path, f"{KOP}\npartner;gemeente-dronten;{raar};;;\n")).code == 0
    uit = wereld("contact", "zet", "partner", "b@dronten.example", *DRONTEN).uit
    (regel,) = [r.strip() for r in uit.splitlines() if r.startswith("    opgave ")]
    woorden = list(shlex.shlex(regel, posix=True, punctuation_chars=True))
    assert raar in woorden
    assert not {"|", "&", "`"} & set(woorden)


def test_een_periode_staat_in_de_lijst(wereld: Wereld) -> None:
    """Dates as people type them; the list reads them back in words."""
    zet = ["contact", "zet", "coordinator", "c@dronten.example", *DRONTEN, "--van", "1-4-2026", "--tot", "2026-05-31"]
    assert "gaat vanaf 1 april 2026 tot en met 31 mei 2026 naar dit adres" in " ".join(wereld(*zet).uit.split())
    assert (lijst(wereld)[0]["van"], lijst(wereld)[0]["tot"]) == ("2026-04-01", "2026-05-31")
    assert "vanaf 1 april 2026 tot en met 31 mei 2026" in " ".join(wereld("contact", "lijst").uit.split())


@pytest.mark.parametrize(
    ("regel", "zin"),
    [
        ("contact zet partner a@b.example", "organisatie: noem de partner"),
        ("contact zet jurist a@b.example --organisatie gemeente-urk", "dit kan bij een partner: partner, coordinator"),
        ("contact zet bestuurder a@b.example", "functie: kies uit"),
        ("contact zet griffier a@b.example --van 2026-05-01 --tot 2026-04-01", "--tot ligt voor --van"),
        ("contact zet griffier a@b.example --organisatie gemeente/urk!", "organisatie: schrijf de id"),
        ("contact zet griffier a@b@c.example", "email: schrijf hier één e-mailadres"),
    ],
)
def test_wat_geen_contact_kan_zijn_wordt_geweigerd(wereld: Wereld, regel: str, zin: str) -> None:
    """With the name of the field, and without doing anything."""
    uit = wereld(*regel.split())
    assert uit.code == 2
    assert zin in uit.fout
    assert lijst(wereld) == []


# ---------------------------------------------------------------------------------------------------- from a file


def test_een_bestand_met_goede_regels_gaat_er_helemaal_in(wereld: Wereld, tmp_path: Path) -> None:
    """The same file twice changes nothing the second time."""
    pad = csv(tmp_path, GOED)
    assert wereld("contact", "importeer", pad, "--droog").code == 0
    assert lijst(wereld) == []
    eerste = json.loads(wereld("contact", "importeer", pad, "--json").uit)
    assert eerste["aantallen"] == {"nieuw": 3, "gewijzigd": 0, "gelijk": 0, "dubbel": 0, "niet overgenomen": 0}
    assert [(c["functie"], c["organisatie"], c["naam"], c["van"], c["tot"]) for c in lijst(wereld)] == [
        ("ambtelijk_opdrachtgever", "gemeente-dronten", None, None, None),
        ("partner", "gemeente-dronten", "Zoë Zuiderzee", "2026-03-01", "2026-12-31"),
        ("griffier", "provincie", None, None, None),
    ]
    voor = lijst(wereld)
    nog_eens = wereld("contact", "importeer", pad)
    assert (nog_eens.code, nog_eens.uit) == (0, "Contacten: 3 gelijk.\n")
    assert lijst(wereld) == voor


@pytest.mark.parametrize(
    ("inhoud", "tekenset"),
    [
        (GOED.encode(), "utf-8"),
        (GOED.encode("utf-8-sig"), "utf-8"),
        (GOED.encode("cp1252"), "cp1252"),
        (GOED.encode("utf-16"), "utf-16"),
        (GOED.replace("\n", "\r\n").encode("cp1252"), "cp1252"),
        (GOED.replace(";", ",").encode(), "utf-8"),
        (GOED.replace(";", "\t").encode(), "utf-8"),
        (b"sep=;\n" + GOED.encode().rstrip(), "utf-8"),
        (GOED.replace("Zoë Zuiderzee", '"Zoë Zuiderzee"').upper().replace("PARTNER", "partner").encode(), "utf-8"),
    ],
    ids=["utf-8", "met BOM", "cp1252", "utf-16", "Windows", "komma", "tab", "Excel zonder einde", "hoofdletters"],
)
def test_elk_gewoon_csv_bestand_is_te_lezen(wereld: Wereld, tmp_path: Path, inhoud: bytes, tekenset: str) -> None:
    """However a spreadsheet saved it: separator, encoding, end of line, case of the header."""
    verslag = json.loads(wereld("contact", "importeer", csv(tmp_path, inhoud), "--json").uit)
    assert verslag["tekenset"] == tekenset
    goed = [r for r in verslag["regels"] if r["lot"] == "nieuw"]
    assert len(goed) >= 2
    assert [c["naam"].casefold() for c in lijst(wereld) if c["naam"]] == ["zoë zuiderzee"]


FOUT = f"""{KOP}
griffier;;griffie@fl.example;;;
koning;;k@x.example;;;
griffier;;geen adres;;;
partner;;p@x.example;;;
;gemeente-urk;p@urk.example;;;
griffier;;;;;

partner;gemeente-urk;een@urk.example;;31-2-2026;
partner;gemeente-urk;twee@urk.example;;2026-05-02;2026-05-01
partner;gemeente-urk;drie@urk.example;;gisteren;
partner;gemeente-urk;vier@urk.example
partner;gemeente-urk;"vijf@urk.example;;;
griffier;;GRIFFIE@fl.example;Iemand Anders;;
griffier;;griffie@fl.example;;;
partner;gemeente urk;zes@urk.example;;;
partner;gemeente-urk;zeven@urk.example;na\x07am;;
partner;gemeente-urk;acht@urk.example;;;
"""
REDENEN = {
    3: ("functie", "kies uit"),
    4: ("email", "e-mailadres"),
    5: ("organisatie", "noem de partner"),
    6: ("functie", "leeg"),
    7: ("email", "leeg"),
    9: ("van", "niet te lezen"),
    10: ("tot", "ligt voor van"),
    11: ("van", "niet te lezen"),
    12: ("", "3 velden in plaats van 6"),
    13: ("", "aanhalingsteken"),
    14: ("email", "andere gegevens op regel 2"),
    15: ("email", "staat al op regel 2"),
    16: ("organisatie", "schrijf de id"),
    17: ("naam", "onleesbaar teken"),
}


def test_elke_foute_regel_staat_met_nummer_veld_en_reden_in_het_verslag(wereld: Wereld, tmp_path: Path) -> None:
    """The good rows are kept, each bad one is told; the exit code says that there were some."""
    uit = wereld("contact", "importeer", csv(tmp_path, FOUT), "--json")
    verslag = json.loads(uit.uit)
    assert uit.code == 1
    fout = {r["regel"]: (r["veld"], r["reden"]) for r in verslag["regels"] if "reden" in r}
    assert {nr: veld for nr, (veld, _) in fout.items()} == {nr: veld for nr, (veld, _) in REDENEN.items()}
    assert not [nr for nr, (_, reden) in REDENEN.items() if reden not in fout[nr][1]]
    assert [c["email"] for c in lijst(wereld)] == ["acht@urk.example", "griffie@fl.example"]
    assert verslag["aantallen"] == {"nieuw": 2, "gewijzigd": 0, "gelijk": 0, "dubbel": 1, "niet overgenomen": 13}


def test_het_verslag_voor_mensen_noemt_de_regels_maar_geen_adres(wereld: Wereld, tmp_path: Path) -> None:
    """It is often sent on; the file itself has the addresses."""
    mens = wereld("contact", "importeer", csv(tmp_path, FOUT))
    assert mens.code == 1
    assert "Regel 3, niet overgenomen. functie: kies uit" in mens.uit
    assert "Regel 15, dubbel. email: staat al op regel 2" in mens.uit
    assert "Contacten: 2 nieuw, 1 dubbel, 13 niet overgenomen." in mens.uit
    assert not [woord for woord in ("@urk", "@fl.", "Iemand Anders") if woord in mens.alles]


def test_een_los_teken_in_een_andere_tekenset_kost_alleen_zichzelf(wereld: Wereld, tmp_path: Path) -> None:
    """A file that was pasted together: each line is read on its own, and what can't be read is told."""
    regels = [
        KOP.encode(),
        "partner;gemeente-urk;een@urk.example;Renée Een;;".encode(),
        "partner;gemeente-urk;twee@urk.example;Renée Twee;;".encode("cp1252"),
        b"partner;gemeente-urk;drie@urk.example;Ren\x81e;;",
    ]
    uit = wereld("contact", "importeer", csv(tmp_path, b"\n".join(regels)), "--json")
    assert [c["naam"] for c in lijst(wereld)] == ["Renée Een", "Renée Twee"]
    (fout,) = [r for r in json.loads(uit.uit)["regels"] if "reden" in r]
    assert (fout["regel"], "niet te lezen" in fout["reden"]) == (4, True)


def test_een_kolom_die_we_niet_kennen_en_een_id_met_een_typefout_worden_gemeld(wereld: Wereld, tmp_path: Path) -> None:
    """Neither stops the import; both are said."""
    lijst_ = tmp_path / "partners.csv"
    lijst_.write_text("Deelnemer,Gemeenschappelijke regeling\nDronten,R\nUrk,R\n")
    assert wereld("partners", "importeer", str(lijst_)).code == 0
    pad = csv(tmp_path, "functie,email,organisatie,mobiel\npartner,a@dronten.example,gemeente-dronte,06\n")
    uit = wereld("contact", "importeer", pad)
    assert uit.code == 0
    assert "De kolom 'mobiel' kennen we niet" in uit.fout
    assert "Regel 2: de organisatie gemeente-dronte kennen we niet; bedoelt u gemeente-dronten?" in uit.fout


@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [
        ("", "is leeg"),
        ("naam;adres\nJan;x\n", "minstens: functie, email"),
        ("functie;email;email\n", "staat er twee keer"),
        ("x" * 5_000_001, "te groot"),
    ],
)
def test_een_bestand_dat_geen_contacten_kan_bevatten_wordt_geweigerd(
    wereld: Wereld, tmp_path: Path, inhoud: str, zin: str
) -> None:
    """Before anything is done."""
    uit = wereld("contact", "importeer", csv(tmp_path, inhoud))
    assert (uit.code, zin in uit.fout) == (2, True)
    assert "Het bestand" in wereld("contact", "importeer", str(tmp_path / "weg.csv")).fout


def test_een_nieuw_adres_uit_een_bestand_zet_de_wachtende_post_klaar(wereld: Wereld, tmp_path: Path) -> None:
    """What waited goes at once, or as soon as the mail server is there."""
    begonnen(wereld)
    assert "geen adres bekend" in wereld("post").uit
    uit = wereld("contact", "importeer", csv(tmp_path, GOED))
    assert "De mailserver is er nu niet voor 2 berichten" in uit.uit


# -------------------------------------------------------------------------------------------------------- erasing

ADRES, NAAM = "zoek.mij@flevoland.example.org", "Zoek Mijnaam"


def _brief(aan: str, tekst: str) -> bytes:
    brief = EmailMessage()
    brief["To"], brief["Subject"] = aan, "Verzoek"
    brief.set_content(tekst)
    brief.add_alternative(f"<p>{tekst}</p>", subtype="html", cte="base64")
    return bytes(brief)


def test_wissen_haalt_ook_opgevangen_berichten_en_het_foutenboek_leeg(wereld: Wereld, gegevensmap: Path) -> None:
    """Mails to this address go, those to others stay; the file with errors only loses the address."""
    (gegevensmap / "post").mkdir()
    for naam, inhoud in {
        "een.eml": _brief(f"{NAAM} <{ADRES}>", "Dag"),
        "twee.eml": _brief("ander@x.example", f"Stuur het naar {ADRES.upper()}."),
        "drie.eml": _brief("ander@x.example", "Dag"),
        "vier.eml": b"\xff\x00 geen bericht",
    }.items():
        (gegevensmap / "post" / naam).write_bytes(inhoud)
    (gegevensmap / "fouten.log").write_text(f"ValueError: {ADRES} bij {NAAM}\n")
    wereld("contact", "zet", "partner", ADRES, *DRONTEN, "--naam", NAAM)
    uit = wereld("contact", "wis", "partner", *DRONTEN)
    assert "Ook weg: 2 opgevangen berichten" in uit.uit
    assert sorted(pad.name for pad in (gegevensmap / "post").iterdir()) == ["drie.eml", "vier.eml"]
    assert (gegevensmap / "fouten.log").read_text() == "ValueError: <gewist> bij <gewist>\n"
    assert wereld("contact", "wis", "partner", *DRONTEN).uit == "Dit contact was er niet.\n"


def test_wissen_zegt_dat_een_ander_programma_nog_met_het_bestand_bezig_is(
    wereld: Wereld, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The row is gone at once; the last trace in the write-ahead log goes when the command is given again."""
    monkeypatch.setattr("register.verbinding.GEDULD_MS", 100)
    wereld("contact", "zet", "partner", ADRES, *DRONTEN)
    ander = open_register(f"sqlite:///{tmp_path / 'register.db'}")
    with ander.lees() as lezer:
        assert contacten.op_dag(lezer, "partner", "gemeente-dronten", wereld.nu.date())
        eerste = wereld("contact", "wis", "partner", *DRONTEN)
    ander.sluit()
    assert (eerste.code, "Geef dit commando straks nog eens" in eerste.fout, lijst(wereld)) == (0, True, [])
    nog_eens = json.loads(wereld("contact", "wis", "partner", *DRONTEN, "--json").uit)
    assert (nog_eens["gewist"], nog_eens["schoon"]) == (False, True)


def test_wissen_zegt_waar_iemand_het_adres_in_een_tekst_typte(wereld: Wereld) -> None:
    """What stands in the chain can't be erased, so it must be known."""
    begonnen(wereld)
    wereld.tik("VoegPartnerToe", partner="gemeente-urk", naam=f"Urk {ADRES}", type="gemeente")
    wereld("contact", "zet", "partner", ADRES, *DRONTEN)
    uit = json.loads(wereld("contact", "wis", "partner", *DRONTEN, "--email", ADRES, "--json").uit)
    assert (uit["gewist"], uit["aantal"], [f["opgave"] for f in uit["in_feiten"]]) == (True, 1, ["FL-2026-01"])
    nog_eens = wereld("contact", "wis", "partner", *DRONTEN, "--email", ADRES)
    assert "niet te wissen is: FL-2026-01 feit" in nog_eens.fout


LEVEN = f"""
opgave: {{id: FL-2026-92}}
contacten: {{opgavemanager: {ADRES}, 'partner@gemeente-urk': {ADRES}}}
opdrachten:
  - {{op: 2026-03-02, als: opgavemanager, opdracht: StartOpgave, titel: Schone haven, thema: water,
     initiatief: {{door: vissersvereniging}}}}
  - {{op: 2026-03-03, als: opgavemanager, opdracht: VoegPartnerToe, partner: gemeente-urk, naam: gemeente Urk, type: gemeente}}
  - {{op: 2026-03-03, als: opgavemanager, opdracht: VraagPartner, aan: gemeente-urk, vraag: Doet u mee?, termijn: 10wd}}
  - {{op: 2026-04-01, als: opgavemanager, opdracht: TrekIn, reden: De haven is al schoon.}}
"""


def _platte_bytes(map_: Path) -> Iterator[tuple[str, bytes]]:
    """Every file of the dossier, and what is encoded inside the exported history."""
    for pad in sorted(p for p in map_.rglob("*") if p.is_file()):
        inhoud = pad.read_bytes()
        yield pad.name, inhoud
        if pad.parent.name == "geschiedenis":
            yield pad.name, b"\n".join(_gegevens(json.loads(inhoud)))


def _gegevens(waarde: Any) -> Iterator[bytes]:
    if isinstance(waarde, list):
        for deel in waarde:
            yield from _gegevens(deel)
    if isinstance(waarde, dict):
        if isinstance(waarde.get("data"), str):
            yield base64.b64decode(waarde["data"])
        for deel in waarde.values():
            yield from _gegevens(deel)


def _waar(map_: Path) -> set[str]:
    namen = {
        naam
        for naam, inhoud in _platte_bytes(map_)
        for woord in (ADRES, NAAM)
        if woord.lower().encode() in inhoud.lower()
    }
    return {naam.rpartition(".")[2] for naam in namen}


def test_na_wissen_is_er_nergens_een_spoor_en_klopt_de_keten_nog(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """A life that was really played and mailed: database, write-ahead log, mails, log and Temporal's history."""
    leven = tmp_path / "leven.yaml"
    leven.write_text(LEVEN)
    asyncio.run(simuleer(leven, tmp_path / "uit"))
    dossier = tmp_path / "uit" / "FL-2026-92"
    (dossier / "worker.log").write_text("".join(capfd.readouterr()))
    register = open_register(f"sqlite:///{dossier / 'register.db'}")
    contacten.zet(register, Contact("opgavemanager", "provincie", ADRES, NAAM))
    voor = _waar(dossier)
    assert "eml" in voor, "it was mailed, so there is something to erase"
    assert voor & {"db", "db-wal"}
    monkeypatch.setenv("OPGAVE_GEGEVENSMAP", str(dossier))
    monkeypatch.setattr("starter.cli.omgeving.maak_omgeving", Omgeving)
    for wis in (["opgavemanager"], ["partner", "--organisatie", "gemeente-urk"]):
        assert draai(["contact", "wis", *wis]) == 0
    assert _waar(dossier) == set()
    register.sluit()
    assert _waar(dossier) == set()
    oordeel = controleer(open_pak(dossier), sleutels=[dossier / "ondertekensleutel.pub"])
    assert oordeel.bevindingen == ()
    assert oordeel.tot_seq > 5
