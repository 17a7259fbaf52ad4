"""What comes back from mail servers is noted at the messages it is about, whatever it looks like."""

from email.message import EmailMessage, MIMEPart
from pathlib import Path

import pytest
from adressen import zet_adressen
from herinnerleven import Herinnerleven
from mailserver import Mailserver
from proefleven import leg_vast

from activities.notificaties import Notificaties
from activities.retour import lees, lees_berichten, verwerk
from register import lezen, mislukt
from register.rijen import Postrij
from register.verbinding import Register
from runtime.instellingen import Smtp

OPGAVE = "FL-2024-01"


def _rapport(message_id: str, actie: str = "failed", status: str = "5.1.1", kop_alleen: bool = False) -> bytes:
    """A report as Postfix writes it."""
    bericht = EmailMessage()
    bericht["From"] = "MAILER-DAEMON@mail.dronten.example"
    bericht["Subject"] = "Undelivered Mail Returned to Sender"
    bericht.set_type("multipart/report")
    bericht.set_param("report-type", "delivery-status")
    uitleg = MIMEPart()
    uitleg.set_content("This is the mail system at host mail.dronten.example.\n")
    status_ = (
        "Reporting-MTA: dns; mail.dronten.example\n\n"
        "Final-Recipient: rfc822; post@dronten.example\n"
        f"Action: {actie}\nStatus: {status}\n"
        "Diagnostic-Code: smtp; 550 5.1.1 <post@dronten.example>:\n    Recipient address rejected: Jan@dronten.example\n"
    )
    soort = "text/rfc822-headers" if kop_alleen else "message/rfc822"
    delen = (
        f"Content-Type: text/plain\n\n{uitleg.get_content()}",
        f"Content-Type: message/delivery-status\n\n{status_}",
        f"Content-Type: {soort}\n\nMessage-ID: {message_id}\nSubject: x\n" + ("" if kop_alleen else "\nBeste lezer\n"),
    )
    grens = "GRENS"
    bericht.set_boundary(grens)
    kop = "".join(f"{naam}: {waarde}\n" for naam, waarde in bericht.items())
    return (kop + "\n" + "".join(f"--{grens}\n{deel}\n" for deel in delen) + f"--{grens}--\n").encode()


@pytest.fixture
async def verzonden(register: Register, mailserver: Mailserver) -> Herinnerleven:
    """Requests and a bundle of two reminders, all sent."""
    zet_adressen(register)
    leven = Herinnerleven()
    leg_vast(register, leven.alles())
    leg_vast(register, leven.eerste_herinnering())
    assert await Notificaties(register, Smtp(poort=mailserver.poort)).bezorg(OPGAVE, 5) == 0
    return leven


def _rij(register: Register, sleutel: str) -> Postrij:
    return next(r for r in lezen.post(register) if r.sleutel == sleutel)


def _verzoekmail(register: Register) -> Postrij:
    return next(r for r in lezen.post(register) if r.betreft == "V1" and r.functie == "partner" and not r.bundel)


@pytest.mark.parametrize("kop_alleen", [False, True])
def test_onbestelbare_post_staat_er_met_de_code_en_zonder_adres(
    register: Register, verzonden: Herinnerleven, kop_alleen: bool
) -> None:
    """With the whole mail in the report, or with its headers only."""
    mail = _verzoekmail(register)
    (regel,) = verwerk(register, [_rapport(mail.message_id, kop_alleen=kop_alleen)])
    assert (regel.uitkomst, regel.sleutels) == ("onbestelbaar", (mail.sleutel,))
    na = _rij(register, mail.sleutel)
    assert na.status == "onbestelbaar"
    assert na.fout == "5.1.1 550 5.1.1 <<adres>>: Recipient address rejected: <adres>"


def test_hetzelfde_rapport_twee_keer_verandert_niets(register: Register, verzonden: Herinnerleven) -> None:
    rapport = _rapport(_verzoekmail(register).message_id)
    verwerk(register, [rapport])
    eerst = lezen.post(register)
    verwerk(register, [rapport, rapport])
    assert lezen.post(register) == eerst


def test_een_vertraging_wordt_genoteerd_en_een_latere_mislukking_wint(
    register: Register, verzonden: Herinnerleven
) -> None:
    mail = _verzoekmail(register)
    verwerk(register, [_rapport(mail.message_id, "delayed", "4.4.1")])
    assert (_rij(register, mail.sleutel).status, _rij(register, mail.sleutel).fout[:5]) == ("verzonden", "4.4.1")
    verwerk(register, [_rapport(mail.message_id), _rapport(mail.message_id, "delayed", "4.4.1")])
    assert (_rij(register, mail.sleutel).status, _rij(register, mail.sleutel).fout[:5]) == ("onbestelbaar", "5.1.1")


def test_een_bundel_die_terugkomt_raakt_al_haar_berichten(register: Register, verzonden: Herinnerleven) -> None:
    bundel = [r for r in lezen.post(register) if r.bundel and r.functie == "partner"]
    (zending,) = {r.zending for r in bundel}
    (regel,) = verwerk(register, [_rapport(str(zending))])
    assert regel.sleutels == tuple(r.sleutel for r in bundel)
    assert {_rij(register, r.sleutel).status for r in bundel} == {"onbestelbaar"}


def test_post_van_een_ander_verandert_niets(register: Register, verzonden: Herinnerleven) -> None:
    voor = lezen.post(register)
    (regel,) = verwerk(register, [_rapport("<onbekend@elders.example>")])
    assert (regel.uitkomst, regel.sleutels) == ("onbekend", ())
    assert lezen.post(register) == voor


@pytest.mark.parametrize(
    "ruw",
    [
        b"",
        b"\xff\xfe\x00rommel",
        b"Subject: afwezig\n\nIk ben er even niet.\n",
        _rapport("<m@x>", "delivered", "2.0.0"),
        _rapport("<m@x>", "relayed", "2.0.0"),
        _rapport("<m@x>").replace(b"Message-ID", b"X-Anders"),
        _rapport("<m@x>").replace(b"message/delivery-status", b"text/plain"),
    ],
)
def test_wat_geen_melding_van_een_mislukking_is_wordt_overgeslagen(ruw: bytes) -> None:
    assert lees(ruw) is None


def test_een_maildir_en_een_gewone_map_worden_gelezen(tmp_path: Path) -> None:
    for map_ in ("new", "cur", "tmp"):
        (tmp_path / map_).mkdir()
        (tmp_path / map_ / "1.host").write_bytes(map_.encode())
    assert sorted(lees_berichten(tmp_path)) == [b"cur", b"new"]
    assert list(lees_berichten(tmp_path / "tmp")) == [b"tmp"]
    assert list(lees_berichten(tmp_path / "tmp" / "1.host")) == [b"tmp"]


async def test_wat_onbestelbaar_was_gaat_na_verbetering_opnieuw(
    register: Register, verzonden: Herinnerleven, mailserver: Mailserver
) -> None:
    """Under the same key; a report about the first attempt that comes late finds it ready, and leaves it."""
    mail = _verzoekmail(register)
    verwerk(register, [_rapport(mail.message_id)])
    assert mail.sleutel in [r.sleutel for r in mislukt.mislukt(register, OPGAVE)]
    assert mislukt.zet_opnieuw(register, [mail.sleutel]) == (mail.sleutel,)
    verwerk(register, [_rapport(mail.message_id)])
    assert (_rij(register, mail.sleutel).status, _rij(register, mail.sleutel).fout) == ("klaar", "")
    mailserver.berichten.clear()
    await Notificaties(register, Smtp(poort=mailserver.poort)).bezorg(OPGAVE, 5)
    assert mailserver.sleutels == [mail.sleutel]
    assert mail.sleutel not in [r.sleutel for r in mislukt.mislukt(register)]


def test_opnieuw_raakt_alleen_wat_mislukte_en_een_adres_heeft(register: Register, verzonden: Herinnerleven) -> None:
    """What arrived is not sent again, and the griffier still has no address."""
    goed = _verzoekmail(register).sleutel
    zonder = next(r.sleutel for r in lezen.post(register) if r.status == "geen_adres")
    assert mislukt.zet_opnieuw(register, [goed, zonder, "bestaat-niet"]) == ()
    assert mislukt.zet_opnieuw(register) == ()
    assert (_rij(register, goed).status, _rij(register, zonder).status) == ("verzonden", "geen_adres")
