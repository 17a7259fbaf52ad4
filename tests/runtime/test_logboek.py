"""The log: one shape, known fields, and nothing in it by which a person can be found."""

import io
import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest

from runtime.logboek import KERN, activiteitlog, kernlog, log, stel_logboek_in


@pytest.fixture
def uit() -> Iterator[io.StringIO]:
    stroom = io.StringIO()
    stel_logboek_in("json", "INFO", stroom)
    yield stroom
    stel_logboek_in()


def _regels(stroom: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(regel) for regel in stroom.getvalue().splitlines()]


def test_alleen_bekende_velden(uit: io.StringIO) -> None:
    """A field that is not on the list loses its value; only its name shows, for the programmer."""
    log("register").info("projectie geschreven", opgave_id="RA-1", seq=7, naam="J. Jansen")
    [regel] = _regels(uit)
    assert (regel["event"], regel["opgave_id"], regel["seq"]) == ("projectie geschreven", "RA-1", 7)
    assert (regel["level"], regel["logger"], regel["weggelaten"]) == ("info", "opgave.register", ["naam"])
    assert "Jansen" not in uit.getvalue()


def test_adres_en_lange_tekst_verdwijnen(uit: io.StringIO) -> None:
    """An address is masked wherever it stands, and a long text is cut."""
    log("x").warning("niet bezorgd bij jan@gemeente.example", grond="t" * 500)
    [regel] = _regels(uit)
    assert regel["event"] == "niet bezorgd bij <adres>"
    assert len(regel["grond"]) == 201


def test_fout_zonder_haar_tekst(uit: io.StringIO) -> None:
    """An error shows its class and the places it passed, not its text: that quotes what people typed."""
    try:
        raise ValueError("550 jan@gemeente.example onbekend, Kerkstraat 1")
    except ValueError:
        log("post").exception("bezorgen mislukt")
        logging.getLogger("temporalio.activity").warning("Completing activity as failed", exc_info=True)
    for regel in _regels(uit):
        assert regel["fout"] == "ValueError"
        assert regel["spoor"][-1].startswith("test_logboek.py:")
    assert "Kerkstraat" not in uit.getvalue()
    assert "jan@" not in uit.getvalue()


def test_kern_lekt_geen_inhoud(uit: io.StringIO) -> None:
    """What Temporal's core or another library dumps is cut where the data begins."""
    inhoud = 'History { events: [Payload { data: "Kerkstraat 1" }] }'
    logging.getLogger(KERN).error(f"[sdk_core::temporalio] Failing task {inhoud}")
    logging.getLogger("sqlalchemy.engine").warning("parameters %s", ["Kerkstraat 1"])
    assert [regel["event"] for regel in _regels(uit)] == ["[sdk_core::temporalio] Failing task History", "parameters"]
    assert kernlog().forwarding is not None
    assert not kernlog().forwarding.append_log_fields_to_message


def test_anderen_pas_vanaf_waarschuwing(uit: io.StringIO) -> None:
    """Mail and database libraries name addresses below WARNING, so those lines stay out."""
    logging.getLogger("mail.log").info("envelope recipients jan")
    log("x").debug("te fijn")
    assert uit.getvalue() == ""


def test_tweemaal_instellen_logt_eenmaal(uit: io.StringIO) -> None:
    """Setting up again replaces the way out, it does not add one."""
    stel_logboek_in("json", "INFO", uit)
    log("x").info("een keer")
    assert len(_regels(uit)) == 1


def test_activiteitlog_werkt_ook_buiten_een_activiteit(uit: io.StringIO) -> None:
    """Code that runs both inside and outside an activity can log the same way, bound fields included."""
    activiteitlog().bind(opgave_id="RA-2").info("gestuurd", soort="mail")
    [regel] = _regels(uit)
    assert (regel["event"], regel["opgave_id"], regel["soort"]) == ("gestuurd", "RA-2", "mail")


def test_console_is_leesbaar() -> None:
    """The console shape is one line with the message and the fields."""
    stroom = io.StringIO()
    stel_logboek_in("console", "INFO", stroom)
    log("x").info("gereed", aantal=3)
    stel_logboek_in()
    assert "gereed" in stroom.getvalue()
    assert "aantal=3" in stroom.getvalue()
