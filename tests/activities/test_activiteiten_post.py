"""Every message arrives once, or it is visible why not."""

import asyncio
import time
from collections.abc import Sequence
from email.message import EmailMessage

import pytest
from adressen import ADRESSEN, zet_adressen
from mailserver import OK, Mailserver, platte_tekst
from proefleven import START, Proefleven, leg_vast
from temporalio.exceptions import ApplicationError
from temporalio.testing import ActivityEnvironment

from activities import notificaties
from activities.notificaties import Notificaties
from domain.bundel import Postronde
from register import contacten, lezen, postbus
from register.rijen import Contact
from register.verbinding import Register
from runtime.instellingen import Smtp

OPGAVE = "FL-2024-01"


def _post(register: Register, mailserver: Mailserver) -> Notificaties:
    return Notificaties(register, Smtp(poort=mailserver.poort, afzender="opgaven@provincie.example"))


def _met_verzoek(register: Register) -> Proefleven:
    zet_adressen(register)
    leven = Proefleven().begonnen()
    leven.geef("VraagPartner", aan=["gemeente-dronten"], vraag="Kunt u de cijfers geven?", termijn="20wd")
    leg_vast(register, leven.alles())
    return leven


def _status(register: Register, status: str) -> list[str]:
    return [rij.sleutel for rij in lezen.post(register, OPGAVE) if rij.status == status]


async def test_een_verzoek_komt_aan_met_vraag_termijn_en_bewijs(register: Register, mailserver: Mailserver) -> None:
    """A partner reads in plain Dutch what is asked, by when, how to answer, and can prove it was asked."""
    leven = _met_verzoek(register)
    await _post(register, mailserver).bezorg(OPGAVE, 5)
    feit = next(feit for feit in leven.feiten if feit.inhoud.soort == "VerzoekGedaan")
    sleutel = f"{OPGAVE}:{feit.seq}:1:partner@gemeente-dronten"
    bericht = mailserver.berichten[mailserver.sleutels.index(sleutel)]
    assert str(bericht["Subject"]) == "[FL-2024-01] Verzoek: Kunt u de cijfers geven?"
    assert str(bericht["To"]) == "Jan Jansen <post@dronten.example>"
    assert str(bericht["From"]) == "Opgavenmotor <opgaven@provincie.example>"
    assert bericht["Message-ID"] == lezen.post(register, OPGAVE)[_index(register, sleutel)].message_id
    assert (bericht["Auto-Submitted"], bericht["Content-Language"]) == ("auto-generated", "nl")
    assert bericht["Date"].datetime == feit.vastgelegd_op
    tekst = platte_tekst(bericht)
    assert tekst.startswith("Beste contactpersoon van gemeente Dronten,\n\n")
    assert "Wat vragen we van u?\nKunt u de cijfers geven?\n" in tekst
    assert "Wanneer?\nUiterlijk " in tekst
    assert "2024" in tekst
    assert f"\nBewijs: feit {feit.seq}, {feit.hash}\n" in tekst
    assert "Jan" not in tekst


def _index(register: Register, sleutel: str) -> int:
    return [rij.sleutel for rij in lezen.post(register, OPGAVE)].index(sleutel)


async def test_een_ronde_gebruikt_een_verbinding_en_verstuurt_op_volgorde(
    register: Register, mailserver: Mailserver
) -> None:
    """Messages go out in the order of the facts, over one connection, and are marked."""
    _met_verzoek(register)
    assert await _post(register, mailserver).bezorg(OPGAVE, 5) == 0
    assert mailserver.verbindingen == 1
    assert mailserver.sleutels == _status(register, "verzonden")
    assert await _post(register, mailserver).bezorg(OPGAVE, 5) == 0
    assert mailserver.verbindingen == 1


async def test_een_geweigerd_adres_is_definitief_en_de_rest_gaat_door(
    register: Register, mailserver: Mailserver
) -> None:
    """A 550 is final, is shown with its reason but without the address, and holds up nobody else."""
    mailserver.ontvanger = lambda adres: f"550 5.1.1 <{adres}> unknown" if "dronten" in adres else OK
    _met_verzoek(register)
    assert await _post(register, mailserver).bezorg(OPGAVE, 5) == 0
    geweigerd = [rij for rij in lezen.post(register, OPGAVE) if rij.status == "geweigerd"]
    assert geweigerd
    assert all(rij.organisatie == "gemeente-dronten" for rij in geweigerd)
    assert geweigerd[0].fout == "550 5.1.1 <<adres>> unknown"
    assert mailserver.berichten


async def test_een_tijdelijke_weigering_wacht_en_de_rest_gaat_door(register: Register, mailserver: Mailserver) -> None:
    """A 451 is for later: the message stays ready and goes out in the next round."""
    mailserver.ontvanger = lambda adres: "451 try later" if "dronten" in adres else OK
    _met_verzoek(register)
    wachtend = await _post(register, mailserver).bezorg(OPGAVE, 5)
    assert wachtend == len(_status(register, "klaar")) > 0
    mailserver.ontvanger = lambda adres: OK
    assert await _post(register, mailserver).bezorg(OPGAVE, 5) == 0
    assert sorted(mailserver.sleutels) == sorted(set(mailserver.sleutels)) == sorted(_status(register, "verzonden"))


async def test_een_inhoud_die_de_server_nooit_neemt_is_definitief(register: Register, mailserver: Mailserver) -> None:
    """A 554 after the text is about this message alone."""
    mailserver.inhoud = lambda bericht: "554 refused" if "Verzoek" in str(bericht["Subject"]) else OK
    _met_verzoek(register)
    assert await _post(register, mailserver).bezorg(OPGAVE, 5) == 0
    assert len(_status(register, "geweigerd")) == 1


async def test_post_wacht_op_een_mailserver_die_weg_is_en_komt_daarna_een_keer(
    register: Register, mailserver: Mailserver
) -> None:
    """Down is temporary: the activity fails so that Temporal tries again; up again, all arrives once."""
    mailserver.stop()
    _met_verzoek(register)
    activiteit = _post(register, mailserver).bezorg_post
    with pytest.raises(ApplicationError, match="wachten nog") as gevangen:
        await ActivityEnvironment().run(activiteit, Postronde(opgave=OPGAVE))
    assert not gevangen.value.non_retryable
    assert next(rij.pogingen for rij in lezen.post(register, OPGAVE, "klaar")) == 1
    assert "mailserver" in lezen.post(register, OPGAVE, "klaar")[0].fout
    mailserver.start()
    verwerkt = await ActivityEnvironment().run(activiteit, Postronde(opgave=OPGAVE))
    assert (verwerkt.wachtend, verwerkt.tot_seq) == (0, lezen.tot_seq(register, OPGAVE))
    assert mailserver.sleutels == _status(register, "verzonden")


async def test_een_klap_tussen_aannemen_en_afvinken_geeft_hetzelfde_message_id(
    register: Register, mailserver: Mailserver, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The one case in which a message goes out twice: the receiver can tell that it is the same, byte for byte."""
    _met_verzoek(register)
    echt, kapot = postbus.meld_verzonden, [True]

    def een_keer_stuk(register: Register, sleutels: Sequence[str], fout: str = "") -> None:
        if kapot:
            kapot.clear()
            raise RuntimeError("stroom weg")
        echt(register, sleutels, fout)

    monkeypatch.setattr(postbus, "meld_verzonden", een_keer_stuk)
    with pytest.raises(RuntimeError):
        await _post(register, mailserver).bezorg(OPGAVE, 5)
    assert await _post(register, mailserver).bezorg(OPGAVE, 5) == 0
    assert mailserver.sleutels[0] == mailserver.sleutels[1]
    assert _kaal(mailserver.berichten[0]) == _kaal(mailserver.berichten[1])
    assert len(mailserver.sleutels) == len(set(mailserver.sleutels)) + 1


def _kaal(bericht: EmailMessage) -> bytes:
    """The message as we sent it, without what the receiving server put on top."""
    for toegevoegd in ("X-Peer", "X-MailFrom", "X-RcptTo", "Received"):
        del bericht[toegevoegd]
    return bericht.as_bytes()


async def test_bezorgers_die_tegelijk_werken_sturen_elk_bericht_een_keer(
    elk_register: Register, mailserver: Mailserver
) -> None:
    """Four deliverers at once, on both databases."""
    mailserver.traagheid = 0.02
    _met_verzoek(elk_register)
    rondes = [_post(elk_register, mailserver).bezorg(OPGAVE, 5) for _ in range(4)]
    await asyncio.gather(*rondes)
    assert sorted(mailserver.sleutels) == sorted(set(mailserver.sleutels)) == sorted(_status(elk_register, "verzonden"))


async def test_een_bericht_zonder_adres_wacht_zichtbaar_en_gaat_zodra_er_een_adres_is(
    elk_register: Register, mailserver: Mailserver
) -> None:
    """Nobody has to wait for it: it does not count as waiting until there is an address."""
    leg_vast(elk_register, Proefleven().begonnen().alles())
    post = _post(elk_register, mailserver)
    assert await post.bezorg(OPGAVE, 5) == 0
    assert mailserver.berichten == []
    assert _status(elk_register, "klaar") == []
    contacten.zet(elk_register, Contact("opgavemanager", "provincie", "manager@provincie.example"))
    klaar = _status(elk_register, "klaar")
    assert await post.bezorg(OPGAVE, 5) == 0
    assert mailserver.sleutels == klaar != []


async def test_een_contact_dat_gewist_is_krijgt_niets_meer(register: Register, mailserver: Mailserver) -> None:
    """Erased means erased, also for what was already written."""
    _met_verzoek(register)
    contacten.wis(register, "partner", "gemeente-dronten")
    assert await _post(register, mailserver).bezorg(OPGAVE, 5) == 0
    assert not [s for s in mailserver.sleutels if "dronten" in s]


async def test_een_trage_server_houdt_de_ronde_niet_langer_op_dan_afgesproken(
    register: Register, mailserver: Mailserver
) -> None:
    """A server that hangs is given up in time, and the rows are free again."""
    mailserver.traagheid = 3
    _met_verzoek(register)
    begin = time.monotonic()
    assert await _post(register, mailserver).bezorg(OPGAVE, 0.3) > 0
    assert time.monotonic() - begin < 1.5
    mailserver.traagheid = 0
    assert await _post(register, mailserver).bezorg(OPGAVE, 5) == 0


async def test_een_mail_die_al_onderweg_is_als_de_ronde_eindigt_gaat_niet_nog_eens(
    register: Register, mailserver: Mailserver
) -> None:
    """Each round ends while the server has a mail and is slow to say so: that answer is waited for."""
    mailserver.traag_antwoord = 0.3
    _met_verzoek(register)
    post = _post(register, mailserver)
    for _ in range(10):
        if not await post.bezorg(OPGAVE, 0.4):
            break
    assert (
        len(mailserver.sleutels) == len(set(mailserver.sleutels)) == len(lezen.post(register, status="verzonden")) > 1
    )


async def test_een_bezorger_die_wegvalt_geeft_zijn_berichten_na_zijn_tijd_vrij(
    register: Register, mailserver: Mailserver, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a killed worker had taken is not lost, and not sent by another while the lease runs."""
    _met_verzoek(register)
    monkeypatch.setattr(notificaties, "SPELING_SECONDEN", 0.0)
    gepakt = postbus.pak(register, OPGAVE, notificaties.timedelta(seconds=0.4))
    post = _post(register, mailserver)
    assert await post.bezorg(OPGAVE, 5) == len(gepakt) > 0
    assert mailserver.berichten == []
    await asyncio.sleep(0.5)
    assert await post.bezorg(OPGAVE, 5) == 0
    assert len(mailserver.sleutels) == len(gepakt)


@pytest.mark.parametrize("adres", ["pé@dronten.example", "jan@@dronten.example", "<x>@dronten.example"])
async def test_een_raar_adres_houdt_de_anderen_niet_op(
    register: Register, mailserver: Mailserver, adres: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever stands in the contacts, the round goes on."""
    monkeypatch.setattr(contacten, "_controleer", lambda email: None)
    _met_verzoek(register)
    contacten.zet(register, Contact("partner", "gemeente-dronten", adres, "Een\nnaam"))
    assert await _post(register, mailserver).bezorg(OPGAVE, 5) == 0
    assert {rij.status for rij in lezen.post(register) if rij.functie == "opgavemanager"} == {"verzonden"}


async def test_lange_teksten_en_vreemde_tekens_komen_heel_aan(register: Register, mailserver: Mailserver) -> None:
    """Line breaks in a title make no second header; accents and long lines survive."""
    zet_adressen(register)
    leven = Proefleven("FL-" + "9" * 37)
    titel = "Één\r\nBcc: x@y.example \u2014 " + "lang " * 30
    bundel = leven.geef("StartOpgave", **(START | {"titel": titel}))
    leg_vast(register, bundel)
    assert await _post(register, mailserver).bezorg(leven.begin.opgave, 5) == 0
    bericht = mailserver.berichten[0]
    assert bericht["Bcc"] is None
    assert "Één" in platte_tekst(bericht)
    assert set(mailserver.sleutels) == {r.sleutel for r in lezen.post(register, status="verzonden")}
    assert {str(b["To"]) for b in mailserver.berichten} <= set(ADRESSEN.values())
