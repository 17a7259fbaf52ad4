"""The checkpoint as a worker makes it, with a stamp when there is an authority, and at the foot of every mail."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from adressen import zet_adressen
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from mailserver import OK, Mailserver, platte_tekst
from proefleven import SLEUTEL, Proefleven, leg_vast
from sqlalchemy import select
from structlog.testing import capture_logs
from temporalio.testing import ActivityEnvironment
from tijdstempeldienst import Tijdstempeldienst, tijdstempeldienst

from activities import controlepunt as controlepuntwerk
from activities.controlepunt import Controlepuntmaker
from activities.notificaties import Notificaties
from activities.weekoverzicht import leg_klaar
from domain.basis import Afzender
from domain.controlepunt import UITLEG, Controlepunt
from domain.gevolg import Adres
from register import contacten, controlepunten, sleutels
from register.schrijver import Brief, zet_los
from register.sleutels import SleutelAfgelost
from register.tabellen import UITGAAND
from register.tabellen_archief import CONTROLEPUNT
from register.verbinding import Register
from runtime.instellingen import Archief, Instellingen, Smtp
from runtime.sleutels import Ondertekenaar
from runtime.tijdstempel import controleer_stempel

OPGAVE = "FL-2024-01"
TEKENAAR = Ondertekenaar(SLEUTEL)
NU = datetime(2026, 5, 3, 1, tzinfo=UTC)


@pytest.fixture
def dienst(tmp_path: Path) -> Iterator[Tijdstempeldienst]:
    with tijdstempeldienst(tmp_path / "tsa") as draait:
        yield draait


def _maker(register: Register, map_: Path, dienst: Tijdstempeldienst | None = None) -> Controlepuntmaker:
    archief = Archief(tijdstempel_url=dienst.url, tijdstempel_ca=dienst.ca) if dienst else Archief()
    return Controlepuntmaker(register, Instellingen(gegevensmap=map_, archief=archief), TEKENAAR)


def _stempels(register: Register) -> list[bytes | None]:
    with register.lees() as verbinding:
        return list(verbinding.execute(select(CONTROLEPUNT.c.stempel).order_by(CONTROLEPUNT.c.nr)).scalars())


async def test_een_dag_geeft_een_controlepunt_ook_als_het_twee_keer_wordt_gevraagd(
    elk_register: Register, tmp_path: Path
) -> None:
    """The attempt whose answer got lost is made again, and finds what it made."""
    leg_vast(elk_register, Proefleven().begonnen().alles())
    werk = _maker(elk_register, tmp_path).maak_controlepunt
    assert [await ActivityEnvironment().run(werk) for _ in range(2)] == [1, 1]
    (punt,) = controlepunten.lijst(elk_register)
    assert (punt.aantal, punt.sleutel_id) == (1, TEKENAAR.sleutel_id)
    assert punt.op.microsecond == 0


async def test_een_stempel_van_buiten_hoort_bij_het_controlepunt(
    register: Register, tmp_path: Path, dienst: Tijdstempeldienst
) -> None:
    await ActivityEnvironment().run(_maker(register, tmp_path, dienst).maak_controlepunt)
    (punt,), (stempel,) = controlepunten.lijst(register), _stempels(register)
    assert stempel is not None
    assert controleer_stempel(stempel, punt.stempelbytes, dienst.ca).over == punt.eigen_hash


async def test_een_dienst_die_zwijgt_houdt_niets_tegen_en_krijgt_het_later_alsnog(
    register: Register, tmp_path: Path, dienst: Tijdstempeldienst
) -> None:
    dienst.kapot = True
    maker = _maker(register, tmp_path, dienst)
    with capture_logs() as regels:
        assert await ActivityEnvironment().run(maker.maak_controlepunt) == 1
    assert [r["event"] for r in regels] == ["tijdstempel mislukt"]
    assert _stempels(register) == [None]
    dienst.kapot = False
    assert maker.maak().punt.nr == 2
    assert maker.stempel(2) == 2
    assert None not in _stempels(register)
    assert maker.stempel(2) == 0


async def test_een_register_dat_is_teruggezet_valt_op_aan_het_nummer(register: Register, tmp_path: Path) -> None:
    """The copy in the archive says what this number was before; the same again says nothing; no archive, a warning."""
    werk = _maker(register, tmp_path).maak_controlepunt
    with capture_logs() as regels:
        assert [await ActivityEnvironment().run(werk) for _ in range(2)] == [1, 1]
    assert regels == []
    ligt_er = (tmp_path / "archief" / "controlepunten" / "000001.json").read_text()
    assert [Controlepunt.model_validate_json(ligt_er)] == list(controlepunten.lijst(register))
    with register.schrijf() as verbinding:
        verbinding.execute(CONTROLEPUNT.delete())
    leg_vast(register, Proefleven().begonnen().alles())
    with capture_logs() as regels:
        assert await ActivityEnvironment().run(werk) == 1
    assert [(r["log_level"], r["seq"], "teruggezet" in r["event"]) for r in regels] == [("error", 1, True)]
    (tmp_path / "bestand").write_text("")
    with capture_logs() as regels:
        assert await ActivityEnvironment().run(_maker(register, tmp_path / "bestand").maak_controlepunt) == 1
    assert [r["event"] for r in regels] == ["controlepunt niet in het archief"]


async def test_een_dienst_die_druppelt_houdt_niets_op(
    register: Register, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its answer never ends; the checkpoint is there and the work of the day goes on."""
    maker, klaar = _maker(register, tmp_path), Event()
    monkeypatch.setattr(controlepuntwerk, "STEMPEL_SECONDEN", 0.05)
    monkeypatch.setattr(Controlepuntmaker, "stempel", lambda *_: klaar.wait(60))
    with capture_logs() as regels:
        assert await ActivityEnvironment().run(maker.maak_controlepunt) == 1
    assert not klaar.is_set()
    klaar.set()
    assert [r["event"] for r in regels] == ["tijdstempel duurt te lang"]


def test_een_werker_met_een_afgeloste_sleutel_maakt_er_geen(register: Register, tmp_path: Path) -> None:
    """It still runs with the old key in its memory; another worker takes over, and the log tells."""
    nieuw = Ondertekenaar(Ed25519PrivateKey.generate())
    sleutels.wissel(register, TEKENAAR, nieuw, Afzender(functie="beheerder", subject="b-1"), "Gelekt.", NU)
    with pytest.raises(SleutelAfgelost):
        _maker(register, tmp_path).maak()
    assert controlepunten.lijst(register) == ()


def _punt(register: Register, dag: int = 0) -> Controlepunt:
    return controlepunten.maak(register, TEKENAAR, NU + timedelta(days=dag)).punt


def _met_verzoek(register: Register) -> Proefleven:
    zet_adressen(register)
    leven = Proefleven().begonnen()
    leven.geef("VraagPartner", aan=["gemeente-dronten"], vraag="Kunt u de cijfers geven?", termijn="20wd")
    leg_vast(register, leven.alles())
    return leven


def _post(register: Register, mailserver: Mailserver) -> Notificaties:
    return Notificaties(register, Smtp(poort=mailserver.poort, afzender="opgaven@provincie.example"))


def _nummers(register: Register, status: str = "verzonden") -> set[Any]:
    with register.lees() as verbinding:
        return set(verbinding.execute(select(UITGAAND.c.controlepunt).where(UITGAAND.c.status == status)).scalars())


async def test_onder_elke_mail_staat_het_nieuwste_controlepunt(elk_register: Register, mailserver: Mailserver) -> None:
    """In text and in HTML, with half a sentence about what it is for; the outbox remembers which."""
    _met_verzoek(elk_register)
    _punt(elk_register)
    punt = _punt(elk_register, 1)
    await _post(elk_register, mailserver).bezorg(OPGAVE, 20)
    assert mailserver.berichten
    for bericht in mailserver.berichten:
        html = bericht.get_body(("html",))
        assert html is not None
        assert platte_tekst(bericht).endswith(f"\n\n{punt.kort}\n{UITLEG}\n")
        assert f'<p class="controlepunt">{punt.kort}<br>' in str(html.get_content())
    assert _nummers(elk_register) == {2}
    gezien = [p.gezien_door for p in controlepunten.voor_pak(elk_register, OPGAVE)]
    assert gezien == [(), ("gemeente-dronten",)]


async def test_zonder_controlepunt_staat_er_niets_onder(register: Register, mailserver: Mailserver) -> None:
    _met_verzoek(register)
    await _post(register, mailserver).bezorg(OPGAVE, 20)
    assert mailserver.berichten
    assert all("ontrolepunt" not in platte_tekst(bericht) for bericht in mailserver.berichten)
    assert _nummers(register) == {None}


async def test_het_weekoverzicht_en_een_kale_mail_hebben_het_ook(register: Register, mailserver: Mailserver) -> None:
    _met_verzoek(register)
    post = _post(register, mailserver)
    await post.bezorg(None, 20)
    mailserver.berichten.clear()
    punt = _punt(register)
    assert leg_klaar(register, date(2024, 1, 15)) > 0
    with register.schrijf() as verbinding:
        zet_los(verbinding, "los", Brief(aan=Adres(functie="opgavemanager"), onderwerp="Los", tekst="Een regel."))
    await post.bezorg(None, 20)
    assert {"Los"} < {str(b["Subject"]) for b in mailserver.berichten}
    assert all(platte_tekst(b).endswith(f"\n\n{punt.kort}\n{UITLEG}\n") for b in mailserver.berichten)


async def test_een_mail_die_opnieuw_gaat_is_dezelfde_brief(register: Register, mailserver: Mailserver) -> None:
    """What was put together stays as it was, also when there is a newer checkpoint by then."""
    _met_verzoek(register)
    eerste = _punt(register)
    mailserver.ontvanger = lambda adres: "451 even niet"
    await _post(register, mailserver).bezorg(OPGAVE, 20)
    _punt(register, 1)
    mailserver.ontvanger = lambda adres: OK
    assert await _post(register, mailserver).bezorg(OPGAVE, 20) == 0
    assert mailserver.berichten
    assert all(eerste.kort in platte_tekst(bericht) for bericht in mailserver.berichten)
    assert _nummers(register) == {1}


async def test_een_gewist_contact_verandert_niets_aan_wie_het_zag(register: Register, mailserver: Mailserver) -> None:
    """A pack made after the person was forgotten names the organisation, or nobody, but never breaks."""
    _met_verzoek(register)
    _punt(register)
    await _post(register, mailserver).bezorg(OPGAVE, 20)
    voor = controlepunten.voor_pak(register, OPGAVE)
    contacten.wis(register, "partner", "gemeente-dronten")
    na = controlepunten.voor_pak(register, OPGAVE)
    assert [p.controlepunt for p in na] == [p.controlepunt for p in voor]
    assert set(na[0].gezien_door) <= {"gemeente-dronten"}
    assert "dronten.example" not in json.dumps([str(p) for p in na])
