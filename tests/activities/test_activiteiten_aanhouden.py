"""Mail about a step that is `op_onjuiste_grondslag` waits in the house, and nobody keeps trying to send it."""

import pytest
from mailserver import Mailserver, platte_tekst
from proefleven import leg_vast
from temporalio.testing import ActivityEnvironment
from twijfelleven import OPGAVE, Twijfelleven

from activities.notificaties import Notificaties
from domain.bundel import Postronde
from register import contacten, lezen
from register.rijen import Contact
from register.verbinding import Register
from runtime.instellingen import Smtp

FUNCTIES = ("bestuurssecretariaat", "opgavemanager", "portefeuillehouder", "jurist", "griffier")


@pytest.fixture
def post(register: Register, mailserver: Mailserver) -> Notificaties:
    """Everyone at the province can be reached, but the mail server is down."""
    for functie in FUNCTIES:
        contacten.zet(register, Contact(functie, "provincie", f"{functie}@provincie.example"))
    mailserver.stop()
    return Notificaties(register, Smtp(poort=mailserver.poort, afzender="opgaven@provincie.example"))


def _onderwerpen(mailserver: Mailserver) -> list[str]:
    return [str(bericht["Subject"]) for bericht in mailserver.berichten]


VOORGELEGD = f"[{OPGAVE}] Voorgelegd: toch niet"


@pytest.mark.parametrize(("oordeel", "komt"), [("blijft", True), ("opnieuw", False)])
async def test_post_over_een_stap_in_twijfel_gaat_pas_na_de_beslissing_of_nooit(
    register: Register, mailserver: Mailserver, post: Notificaties, oordeel: str, komt: bool
) -> None:
    """The activity does not fail over mail that people hold: only what the mail server owes is waited for."""
    leven = Twijfelleven()
    leg_vast(register, leven.besloten())
    leg_vast(register, leven.hersteld())
    mailserver.start()
    verwerkt = await ActivityEnvironment().run(post.bezorg_post, Postronde(opgave=OPGAVE))
    assert verwerkt.wachtend == 0
    assert f"[{OPGAVE}] Vastlegging hersteld" in _onderwerpen(mailserver)
    assert VOORGELEGD not in _onderwerpen(mailserver)
    leg_vast(register, leven.beslist(oordeel))
    await ActivityEnvironment().run(post.bezorg_post, Postronde(opgave=OPGAVE))
    assert _onderwerpen(mailserver).count(VOORGELEGD) == int(komt)
    assert f"[{OPGAVE}] Beslist over stap B2" in _onderwerpen(mailserver)
    assert lezen.post(register, OPGAVE, "klaar") == lezen.post(register, OPGAVE, "aangehouden") == ()


async def test_wie_moet_oordelen_leest_in_gewone_taal_wat_er_is_gebeurd_en_wat_er_wordt_gevraagd(
    register: Register, mailserver: Mailserver, post: Notificaties
) -> None:
    leven = Twijfelleven()
    leg_vast(register, leven.besloten())
    leg_vast(register, leven.hersteld())
    mailserver.start()
    await post.bezorg(OPGAVE, 5)
    (brief, _) = (b for b in mailserver.berichten if "onjuiste grondslag" in str(b["Subject"]))
    tekst = " ".join(platte_tekst(brief).split())
    assert "Onze vastlegging van stap B1 is hersteld volgens besluitenlijst GS 9 januari 2024" in tekst
    assert "Er is niets teruggedraaid. Post over deze stappen wacht tot u samen hebt beslist." in tekst
    assert "Beoordeel of deze stappen blijven of opnieuw moeten: B2." in tekst
    assert "None" not in tekst
