"""Contacts: several per function, each with its period, and forgotten down to the last byte."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from proefleven import DRONTEN, Proefleven, leg_vast
from sqlalchemy import insert, update

from register import contacten, lezen, links
from register import verbinding as verbindingsmodule
from register.keuring import controleer_keten
from register.rijen import Contact
from register.tabellen import UITGAAND
from register.tabellen_partners import LINK
from register.verbinding import Register, open_register

URK = Contact("partner", "gemeente-urk", "post@urk.example", "Koen Zeldzaam")
GISTEREN, VANDAAG, MORGEN = (datetime.now(UTC).date() + timedelta(days=d) for d in (-2, 0, 2))
PARTNER = str(DRONTEN["partner"])


def adressen(register: Register, dag: date, functie: str = "partner", organisatie: str = "gemeente-urk") -> list[str]:
    with register.lees() as verbinding:
        return [c.email for c in contacten.op_dag(verbinding, functie, organisatie, dag)]


def zet(register: Register, *rij: Contact) -> list[str]:
    return [contacten.zet(register, contact) for contact in rij]


# ------------------------------------------------------------------------------------------------------- setting


def test_hetzelfde_adres_vervangt_en_een_ander_adres_komt_erbij(register: Register) -> None:
    """Capitals make no other address; what stays the same is said to be the same."""
    assert zet(register, URK, URK, replace(URK, email="Post@Urk.example", naam=None)) == [
        "nieuw",
        "gelijk",
        "gewijzigd",
    ]
    assert zet(register, replace(URK, email="tweede@urk.example")) == ["nieuw"]
    assert [(c.email, c.naam) for c in contacten.zoek(register)] == [
        ("Post@Urk.example", None),
        ("tweede@urk.example", "Koen Zeldzaam"),
    ]


def test_contacten_zijn_te_vinden_per_functie_en_organisatie(register: Register) -> None:
    """The list is in order of organisation and function."""
    zet(
        register, URK, Contact("griffier", "provincie", "griffie@voorbeeld.example"), replace(URK, functie="bestuurder")
    )
    assert [c.functie for c in contacten.zoek(register, organisatie="gemeente-urk")] == ["bestuurder", "partner"]
    assert [c.organisatie for c in contacten.zoek(register, functie="griffier")] == ["provincie"]
    assert contacten.zoek(register, "griffier", "gemeente-urk") == ()


def test_op_een_dag_gelden_alleen_de_contacten_van_die_dag(register: Register) -> None:
    """From `van` through `tot`, both days included; without them it always holds."""
    zet(
        register,
        replace(URK, email="vast@urk.example"),
        replace(URK, email="tot@urk.example", tot=date(2026, 3, 31)),
        replace(URK, email="van@urk.example", van=date(2026, 4, 1)),
        replace(URK, email="mei@urk.example", van=date(2026, 5, 1), tot=date(2026, 5, 31)),
    )
    assert adressen(register, date(2026, 3, 31)) == ["vast@urk.example", "tot@urk.example"]
    assert adressen(register, date(2026, 4, 1)) == ["vast@urk.example", "van@urk.example"]
    assert adressen(register, date(2026, 5, 31)) == ["vast@urk.example", "van@urk.example", "mei@urk.example"]
    assert adressen(register, date(2026, 4, 1), "griffier") == []


@pytest.mark.parametrize(
    "email",
    [
        "geen adres",
        "a@b@c.example",
        "@x.example",
        "x@",
        "x@a..b",
        "<x@y.example>",
        "x@y.example,z@y.example",
        "x\n@y.nl",
    ],
)
def test_wat_geen_adres_is_wordt_geweigerd_en_verandert_niets(register: Register, email: str) -> None:
    """Also in the middle of many."""
    with pytest.raises(ValueError, match="e-mailadres"):
        contacten.zet_alle(register, [URK, replace(URK, email=email)])
    assert contacten.zoek(register) == ()


def test_een_periode_die_eindigt_voor_zij_begint_wordt_geweigerd(register: Register) -> None:
    """One day is a period; less is not."""
    zet(register, replace(URK, van=VANDAAG, tot=VANDAAG))
    with pytest.raises(ValueError, match="tot ligt voor van"):
        zet(register, replace(URK, van=MORGEN, tot=VANDAAG))


def test_droog_zegt_wat_er_zou_gebeuren_en_doet_niets(register: Register) -> None:
    """The same answer as the real thing, twice."""
    zet(register, URK)
    rij = [URK, replace(URK, naam="Een Ander"), replace(URK, email="nieuw@urk.example")]
    assert contacten.zet_alle(register, rij, droog=True) == ("gelijk", "gewijzigd", "nieuw")
    assert contacten.zoek(register) == (URK,)
    assert contacten.zet_alle(register, rij) == ("gelijk", "gewijzigd", "nieuw")


def _statussen(register: Register) -> set[str]:
    return {rij.status for rij in lezen.post(register) if rij.organisatie == PARTNER}


@pytest.fixture
def met_post(register: Register) -> Register:
    """A partner without an address to whom a letter is written."""
    leven = Proefleven().begonnen()
    leven.geef("VraagPartner", aan=[PARTNER], vraag="Wat vindt u?")
    leg_vast(register, leven.alles())
    assert _statussen(register) == {"geen_adres"}
    return register


@pytest.mark.parametrize(
    ("van", "tot", "status"),
    [
        (None, None, "klaar"),
        (GISTEREN, MORGEN, "klaar"),
        (MORGEN, None, "geen_adres"),
        (None, GISTEREN, "geen_adres"),
    ],
)
def test_post_wordt_klaargezet_zodra_er_vandaag_iemand_is(
    met_post: Register, van: date | None, tot: date | None, status: str
) -> None:
    """A contact of later or earlier gets nothing now."""
    zet(met_post, Contact("partner", PARTNER, "post@dronten.example", None, van, tot))
    assert _statussen(met_post) == {status}


def test_wie_als_een_van_twee_gewist_wordt_houdt_de_post_niet_tegen(met_post: Register) -> None:
    """The other one still gets it; after the last one it waits."""
    een, twee = (Contact("partner", PARTNER, f"{naam}@dronten.example") for naam in ("een", "twee"))
    zet(met_post, een, twee)
    assert contacten.wis(met_post, "partner", PARTNER, "EEN@dronten.example") == (een,)
    assert (contacten.zoek(met_post), _statussen(met_post)) == ((twee,), {"klaar"})
    assert contacten.wis(met_post, "partner", PARTNER, "een@dronten.example") == ()
    assert contacten.wis(met_post, "partner", PARTNER) == (twee,)
    assert _statussen(met_post) == {"geen_adres"}


# ------------------------------------------------------------------------------------------------------- erasing

ADRES, NAAM = "zoek.mij@dronten.example", "Zoek Mijnaam"
WEG = Contact("partner", PARTNER, ADRES, NAAM)


def _vervuil(register: Register) -> None:
    """What a mail server can answer, also to another function, and a name that someone typed."""
    with register.schrijf() as verbinding:
        fout = f"550 <{ADRES.upper()}>: user unknown"
        verbinding.execute(update(UITGAAND).values(fout=fout, inhoud='{"aan": "' + NAAM + '"}'))


def test_na_wissen_staat_het_adres_nergens_meer_in_de_post(met_post: Register) -> None:
    """Answers of mail servers and typed text lose it too, also in the letters of others; the letters stay."""
    zet(met_post, WEG)
    voor = {rij.sleutel for rij in lezen.post(met_post)}
    _vervuil(met_post)
    contacten.wis(met_post, "partner", PARTNER)
    post = lezen.post(met_post)
    assert {rij.sleutel for rij in post} == voor
    assert not [v for v in (ADRES, ADRES.upper(), NAAM) if v in repr(post)]
    assert {rij.fout for rij in post if rij.organisatie == PARTNER} == {""}
    assert {rij.fout for rij in post if rij.organisatie != PARTNER} == {"550 <<gewist>>: user unknown"}
    assert {rij.inhoud for rij in post} == {'{"aan": "<gewist>"}'}


def test_een_gewone_brief_bevat_geen_adres_en_geen_naam(met_post: Register) -> None:
    """Letters greet functions; this is why only answers of mail servers have to be cleaned."""
    zet(met_post, WEG)
    assert not [v for v in (ADRES, NAAM) if v in repr(lezen.post(met_post))]


def test_de_links_van_een_gewist_contact_werken_niet_meer(register: Register) -> None:
    """The hash of the address goes as well; a link of another function stays."""
    doel = links.Linkdoel("FL-2026-01", PARTNER, "partner", "dossier", "dossier", datetime(2027, 1, 1, tzinfo=UTC))
    token = links.geef_uit(register, doel, ADRES)
    ander = links.geef_uit(register, doel._replace(functie="bestuurder"), ADRES)
    zet(register, WEG)
    contacten.wis(register, "partner", PARTNER)
    link, blijft = links.zoek(register, token), links.zoek(register, ander)
    assert link
    assert link.ingetrokken_op
    assert link.adres_hash == ""
    assert blijft
    assert blijft.ingetrokken_op is None


def test_nog_eens_wissen_haalt_ook_de_link_van_een_brief_die_onderweg_was(register: Register) -> None:
    """A mail that was taken just before gets its link just after; giving the command again forgets that one too."""
    zet(register, WEG)
    contacten.wis(register, "partner", PARTNER)
    doel = links.Linkdoel("FL-2026-01", PARTNER, "partner", "dossier", "dossier", datetime(2027, 1, 1, tzinfo=UTC))
    token = links.geef_uit(register, doel, ADRES)
    assert contacten.wis(register, "partner", PARTNER) == ()
    link = links.zoek(register, token)
    assert link
    assert link.adres_hash == ""


def test_wissen_meldt_de_feiten_waarin_iemand_het_adres_typte(register: Register) -> None:
    """The chain can't be changed, so people must know. A first name alone is no trace: it stands in many words."""
    leven = Proefleven().begonnen()
    leven.geef("VraagPartner", aan=[PARTNER], vraag=f"Mail naar {ADRES.title()} van Jan, in januari")
    leg_vast(register, leven.alles())
    zet(register, replace(WEG, naam="Jan"))
    weg = contacten.wis(register, "partner", PARTNER)
    gevonden = contacten.resten(register, contacten.sporen(weg))
    assert {opgave for opgave, _ in gevonden} == {"FL-2024-01"}
    feiten = {rij.seq: rij.tekst.lower() for rij in lezen.feiten(register, "FL-2024-01")}
    assert [seq for _, seq in gevonden] == [seq for seq, tekst in feiten.items() if ADRES in tekst] != []
    assert contacten.resten(register, contacten.sporen([URK])) == contacten.resten(register, ()) == ()
    assert controleer_keten(leven.begin, lezen.feiten(register, "FL-2024-01")) == ()


def _bytes(map_: Path) -> bytes:
    """Everything in the files of the database: the file itself, its write-ahead log and what may lie beside it."""
    return b"".join(pad.read_bytes() for pad in sorted(map_.iterdir()) if pad.is_file())


def _staat_er(map_: Path, waarden: Iterable[str] = (ADRES, NAAM)) -> list[str]:
    inhoud = _bytes(map_).lower()
    return [waarde for waarde in waarden if waarde.lower().encode() in inhoud]


@pytest.fixture
def bestand(tmp_path: Path) -> Path:
    return tmp_path / "r" / "register.db"


def test_in_het_bestand_blijft_geen_byte_van_het_adres_achter(bestand: Path) -> None:
    """Neither in free pages nor in the write-ahead log, also when the row was changed many times before."""
    register = open_register(f"sqlite:///{bestand}")
    for nummer in range(60):
        zet(
            register,
            replace(WEG, naam=f"{NAAM} {nummer}", tot=date(2030, 1, 1)),
            Contact("griffier", f"g-{nummer}", "g@x.example"),
        )
    _vervuil_vol(register)
    assert _staat_er(bestand.parent) == [ADRES, NAAM]
    contacten.wis(register, "partner", PARTNER)
    assert register.wis_sporen()
    assert _staat_er(bestand.parent) == []
    assert len(contacten.zoek(register)) == 60
    register.sluit()
    assert _staat_er(bestand.parent) == []


def test_een_naam_die_wordt_weggehaald_blijft_niet_in_de_vrije_ruimte_staan(bestand: Path) -> None:
    """Every deletion and change is overwritten, not only that of a whole contact."""
    register = open_register(f"sqlite:///{bestand}")
    zet(register, WEG)
    assert zet(register, replace(WEG, naam=None)) == ["gewijzigd"]
    register.sluit()
    assert _staat_er(bestand.parent) == [ADRES]


def test_elke_verbinding_overschrijft_wat_zij_wist(bestand: Path) -> None:
    """Also where SQLite was not built that way, which differs per system."""
    bestand.parent.mkdir()
    with closing(sqlite3.connect(bestand)) as verbinding:
        verbinding.execute("PRAGMA secure_delete=OFF")
        verbindingsmodule._bij_verbinden(verbinding, None)
        assert verbinding.execute("PRAGMA secure_delete").fetchone() == (1,)


def _vervuil_vol(register: Register) -> None:
    """A letter that was refused, its answer of the mail server long enough for a page of its own."""
    rij = {"sleutel": "s", "opgave": "o", "seq": 1, "functie": "griffier", "organisatie": "provincie", "onderwerp": "x"}
    rij |= {"tekst": "", "message_id": "m", "status": "geweigerd", "pogingen": 1, "aangemaakt_op": datetime.now(UTC)}
    with register.schrijf() as verbinding:
        verbinding.execute(insert(UITGAAND), {**rij, "fout": f"550 {ADRES} " * 400})


def test_ook_wat_een_oudere_versie_wiste_verdwijnt_uit_het_bestand(bestand: Path) -> None:
    """That version left deleted rows in the free space of the file; the next erasure, of whomever, clears it."""
    register = open_register(f"sqlite:///{bestand}")
    zet(register, WEG)
    register.sluit()
    with sqlite3.connect(bestand) as verbinding:
        verbinding.execute("PRAGMA secure_delete=OFF")
        verbinding.execute("DELETE FROM contact")
    verbinding.close()
    assert _staat_er(bestand.parent)
    register = open_register(f"sqlite:///{bestand}")
    assert register.wis_sporen()
    assert _staat_er(bestand.parent) == []
    register.sluit()


def test_een_lezer_houdt_het_wissen_niet_tegen(bestand: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who reads an old version keeps it for as long as that lasts; the caller hears that a trace can be left."""
    monkeypatch.setattr("register.verbinding.GEDULD_MS", 200)
    register, ander = (open_register(f"sqlite:///{bestand}") for _ in range(2))
    zet(register, WEG)
    with ander.lees() as lezer:
        assert len(contacten.op_dag(lezer, "partner", PARTNER, VANDAAG)) == 1
        assert contacten.wis(register, "partner", PARTNER) == (WEG,)
        assert not register.wis_sporen()
    assert register.wis_sporen()
    assert _staat_er(bestand.parent) == []
    for elk in (register, ander):
        elk.sluit()


def test_na_wissen_staat_er_niets_meer_in_de_tabellen(register: Register) -> None:
    """On both databases; the rows of the links stay, without the address."""
    doel = links.Linkdoel("FL-2026-01", PARTNER, "partner", "dossier", "dossier", datetime(2027, 1, 1, tzinfo=UTC))
    links.geef_uit(register, doel, ADRES)
    zet(register, WEG)
    contacten.wis(register, "partner", PARTNER)
    with register.lees() as verbinding:
        assert contacten.op_dag(verbinding, "partner", PARTNER, VANDAAG) == ()
        assert [rij.adres_hash for rij in verbinding.execute(LINK.select())] == [""]
