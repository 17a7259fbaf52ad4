"""Links in the register, on both databases: made, reused, found by hash only, forgotten."""

from datetime import UTC, date, datetime, timedelta

from sqlalchemy import select

from register import contacten, links, sessies
from register.linkpost import alleen_aan_hen, vraag_nieuwe, zelfde_mensen
from register.links import Link, Linkdoel, geef_uit
from register.rijen import Contact
from register.tabellen import UITGAAND
from register.tabellen_partners import LINK, LINKTOKEN, SESSIE
from register.verbinding import Register

NU = datetime(2026, 3, 10, 9, tzinfo=UTC)
DAG = date(2026, 3, 10)
DOEL = Linkdoel("FL-2026-01", "gemeente-urk", "partner", "verzoek", "V1", NU)
ADRES = "inbox@urk.example"


def _link(register: Register, token: str) -> Link:
    gevonden = links.zoek(register, token)
    assert gevonden is not None
    return gevonden


def test_zelfde_doel_zelfde_link(register: Register) -> None:
    """Every mail has its own token, all of one link while its time is long enough; case of an address means nothing."""
    een = geef_uit(register, DOEL, ADRES)
    twee = geef_uit(register, DOEL._replace(geldig_tot=NU - timedelta(days=2)), "Inbox@Urk.example")
    drie = geef_uit(register, DOEL, ADRES)
    assert len({een, twee, drie}) == 3
    assert len({_link(register, token).id for token in (een, twee, drie)}) == 1
    assert {_link(register, token).geldig_tot for token in (een, twee, drie)} == {NU}


def test_meer_tijd_is_een_andere_link(register: Register) -> None:
    """What was mailed before keeps its own end: a later mail never makes an old one work again."""
    oud = geef_uit(register, DOEL, ADRES)
    nieuw = geef_uit(register, DOEL._replace(geldig_tot=NU + timedelta(seconds=1)), ADRES)
    assert _link(register, oud).id != _link(register, nieuw).id
    assert _link(register, oud).geldig_tot == NU


def test_ander_doel_of_adres_is_een_andere_link(register: Register) -> None:
    """Another thing, function, partner or address is another link."""
    anders = [
        geef_uit(register, DOEL, ADRES),
        geef_uit(register, DOEL._replace(betreft="V2"), ADRES),
        geef_uit(register, DOEL._replace(functie="bestuurder"), ADRES),
        geef_uit(register, DOEL._replace(organisatie="gemeente-dronten"), ADRES),
        geef_uit(register, DOEL, "ander@urk.example"),
    ]
    assert len({_link(register, token).id for token in anders}) == 5


def test_token_en_adres_staan_nergens(register: Register) -> None:
    """Only hashes are kept; that of an address differs from link to link."""
    token = geef_uit(register, DOEL, ADRES)
    geef_uit(register, DOEL._replace(betreft="V2"), ADRES)
    with register.lees() as verbinding:
        rijen = str(verbinding.execute(select(LINK)).all()) + str(verbinding.execute(select(LINKTOKEN)).all())
        hashes = verbinding.execute(select(LINK.c.adres_hash)).scalars().all()
    assert token not in rijen
    assert ADRES not in rijen
    assert len(set(hashes)) == 2
    assert links.zoek(register, token[:-1]) is None


def test_wie_de_link_kreeg(register: Register) -> None:
    """A link for two people holds while both hold the function; a new one goes when nobody else would get it."""
    een, twee = (Contact("partner", "gemeente-urk", f"{n}@urk.example") for n in "ab")
    for contact in (een, twee):
        contacten.zet(register, contact)
    link = _link(register, geef_uit(register, DOEL, f"{een.email}, {twee.email}"))
    assert zelfde_mensen(register, link, DAG)
    assert alleen_aan_hen(register, link, DAG)
    contacten.zet(register, Contact("partner", "gemeente-urk", "c@urk.example"))
    assert zelfde_mensen(register, link, DAG)
    assert not alleen_aan_hen(register, link, DAG)


def test_vertrokken_contact(register: Register) -> None:
    """Someone whose period has ended opens nothing any more."""
    contacten.zet(register, Contact("partner", "gemeente-urk", ADRES, tot=DAG))
    link = _link(register, geef_uit(register, DOEL, ADRES))
    assert zelfde_mensen(register, link, DAG)
    assert not zelfde_mensen(register, link, DAG + timedelta(days=1))


def test_vergeten(register: Register) -> None:
    """Erasing a function ends its links and visits and forgets the hash of the address; others keep theirs."""
    token, ander = geef_uit(register, DOEL, ADRES), geef_uit(register, DOEL._replace(organisatie="x"), ADRES)
    sleutel = sessies.begin(register, _link(register, token), NU)
    with register.schrijf() as verbinding:
        links.vergeet(verbinding, "partner", "gemeente-urk")
    weg = _link(register, token)
    assert (weg.adres_hash, weg.ingetrokken_op is not None) == ("", True)
    assert sessies.zoek(register, sleutel, NU) is None
    assert _link(register, ander).ingetrokken_op is None
    assert _link(register, geef_uit(register, DOEL, ADRES)).id != weg.id


def test_bezoek_kent_zijn_grenzen(register: Register) -> None:
    """A visit lives for half an hour of silence and ten hours in all; a later one sweeps out what ended."""
    link = _link(register, geef_uit(register, DOEL, ADRES))
    sleutel = sessies.begin(register, link, NU)
    assert sessies.zoek(register, "iets anders", NU) is None
    assert sessies.zoek(register, sleutel, NU + timedelta(minutes=29)) is not None
    assert sessies.zoek(register, sleutel, NU + timedelta(minutes=58)) is not None
    assert sessies.zoek(register, sleutel, NU + timedelta(minutes=89)) is None
    sessies.begin(register, link, NU + timedelta(hours=11))
    with register.lees() as verbinding:
        assert len(verbinding.execute(select(SESSIE)).all()) == 1


def test_nieuwe_link_een_keer_per_uur(register: Register) -> None:
    """The mail with a new link stands in the outbox once an hour, without a token or an address."""
    contacten.zet(register, Contact(DOEL.functie, DOEL.organisatie, ADRES))
    link = _link(register, geef_uit(register, DOEL, ADRES))
    ander = _link(register, geef_uit(register, DOEL._replace(geldig_tot=NU + timedelta(days=1)), ADRES))
    brief = ("Uw nieuwe link", "Hierbij.", "{}")
    keren = [(link, 0), (link, 5), (ander, 6), (link, 61)]
    gedaan = [vraag_nieuwe(register, wie, "V1", NU + timedelta(minutes=m), brief) for wie, m in keren]
    assert gedaan == [True, False, False, True]
    with register.lees() as verbinding:
        rij = verbinding.execute(select(UITGAAND).limit(1)).mappings().one()
    assert (rij["soort"], rij["status"], rij["betreft"], rij["opgave"]) == ("link", "klaar", "V1", "FL-2026-01")
    assert ADRES not in str(dict(rij))


def test_links_van_meer_mails_in_een_keer_houden_hun_volgorde(register: Register) -> None:
    """As if they were asked for one by one: the same purpose gives the same link, each its own token."""
    ander = DOEL._replace(betreft="V2")
    tokens = links.geef_alle_uit(register, [(DOEL, ADRES), (ander, ADRES), (DOEL, ADRES)])
    een, twee, drie = (_link(register, token) for token in tokens)
    assert [een.betreft, twee.betreft, drie.betreft] == ["V1", "V2", "V1"]
    assert (len(set(tokens)), een.id == drie.id) == (3, True)
    assert links.geef_alle_uit(register, []) == ()
