"""The activity that keeps the register in step with the facts."""

import pytest
from adressen import zet_adressen
from mailserver import Mailserver
from proefleven import SLEUTEL, Proefleven
from sqlalchemy import text
from temporalio import activity
from temporalio.exceptions import ApplicationError
from temporalio.testing import ActivityEnvironment

from activities import namen
from activities.alle import maak_activiteiten
from register import lezen
from register.verbinding import Register
from runtime.instellingen import Instellingen, Smtp
from runtime.sleutels import Ondertekenaar
from workflows import namen as workflownamen


def _verwerk(register: Register, mailserver: Mailserver):  # type: ignore[no-untyped-def]
    alle = maak_activiteiten(register, Instellingen(smtp=Smtp(poort=mailserver.poort)), Ondertekenaar(SLEUTEL))
    return alle[0]


async def test_feiten_verwerken_legt_vast_en_bezorgt_meteen(register: Register, mailserver: Mailserver) -> None:
    """One activity per batch is enough when the mail server answers."""
    zet_adressen(register)
    leven = Proefleven().begonnen()
    verwerkt = await ActivityEnvironment().run(_verwerk(register, mailserver), leven.alles())
    assert (verwerkt.tot_seq, verwerkt.wachtend) == (leven.stand.seq, 0)
    assert mailserver.sleutels == [rij.sleutel for rij in lezen.post(register, status="verzonden")] != []


async def test_een_mailserver_die_weg_is_houdt_het_register_niet_op(register: Register, mailserver: Mailserver) -> None:
    """The facts are in; the workflow hears how many messages still wait."""
    mailserver.stop()
    zet_adressen(register)
    leven = Proefleven().begonnen()
    verwerkt = await ActivityEnvironment().run(_verwerk(register, mailserver), leven.alles())
    assert verwerkt.tot_seq == leven.stand.seq
    assert verwerkt.wachtend == len(lezen.post(register, status="klaar")) > 0


async def test_een_breuk_in_de_keten_wordt_niet_opnieuw_geprobeerd(register: Register, mailserver: Mailserver) -> None:
    """It is an alarm: trying again would only hide it."""
    leven = Proefleven().begonnen()
    with pytest.raises(ApplicationError) as gevangen:
        await ActivityEnvironment().run(_verwerk(register, mailserver), leven.bundel(*leven.feiten[1:]))
    assert gevangen.value.non_retryable
    assert gevangen.value.type == "KetenBreuk"


async def test_een_fout_van_de_database_noemt_niet_wat_er_geschreven_werd(
    elk_register: Register, mailserver: Mailserver
) -> None:
    """Error texts travel into histories and logs; PostgreSQL would quote the row. It is tried again."""
    with elk_register.schrijf() as verbinding:
        verbinding.execute(text("DROP TABLE uitgaand"))
    with pytest.raises(ApplicationError) as gevangen:
        await ActivityEnvironment().run(_verwerk(elk_register, mailserver), Proefleven().begonnen().alles())
    assert not gevangen.value.non_retryable
    assert "Warmte" not in repr(gevangen.value)
    assert gevangen.value.__cause__ is None


def test_activiteiten_heten_zoals_de_workflow_ze_roept(register: Register, mailserver: Mailserver) -> None:
    """Two rooms that may not import each other hold the same names."""
    bekend = ("VERWERK", "BEZORG", "BEZORG_RONDEN", "MAAK_WEEKOVERZICHT", "MAAK_CONTROLEPUNT", "VEEG_ARCHIEF")
    eigen = tuple(getattr(namen, naam) for naam in bekend)
    assert eigen == tuple(getattr(workflownamen, naam) for naam in bekend)
    alle = maak_activiteiten(register, Instellingen(smtp=Smtp(poort=mailserver.poort)), Ondertekenaar(SLEUTEL))
    assert {activity._Definition.must_from_callable(een).name for een in alle} == set(eigen)
