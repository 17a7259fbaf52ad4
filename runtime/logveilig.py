"""What may appear in a log: known fields, short values, no addresses, and errors without their text.

The text of an error is the usual leak: a refused mail names the recipient, a failed validation quotes its input.
So an error is logged as its class and the places it passed, which is what one needs to find it.
"""

import re
import sys
import traceback
from types import TracebackType

from structlog.types import EventDict, WrappedLogger

VELDEN = frozenset(
    {
        # what every line has
        "event", "level", "logger", "timestamp", "fout", "spoor", "weggelaten",
        # where in Temporal
        "workflow_id", "workflow_type", "workflow_run_id", "run_id", "task_queue", "namespace", "activity_id",
        "activity_type", "attempt", "update_id", "update_name", "versie",
        # what it is about: ids and kinds, never the content
        "opgave_id", "seq", "hash", "sleutel", "feit", "opdracht", "gevolg", "orgaan", "functie", "fase", "soort",
        "grond", "bron", "rol",
        # how it went
        "aantal", "poging", "duur_ms", "wacht_seconden", "status", "code", "poort", "pid", "adres_server", "bestand",
    }
)  # fmt: skip
"""Add a name here only when no person can be read from any value it will ever have."""

LANGSTE_WAARDE = 200
_MAILADRES = re.compile(r"[^\s<>@,;:\"']+@[^\s<>@,;:\"']+")
_VAN_TEMPORAL = ("_", "temporal_")
_VAN_ANDERE_VORMERS = ("message", "asctime")
"""What another handler's formatter leaves behind on a record: the same text once more."""
_BEGIN_VAN_INHOUD = re.compile(r"[{\[]")
EIGEN = "opgave"
"""First part of the name of our own loggers; everything else is foreign."""


def maak_veilig(_: WrappedLogger, __: str, regel: EventDict) -> EventDict:
    """Keep the known fields; tell which names were dropped, so that the programmer notices."""
    _noem_fout(regel)
    onbekend = sorted(regel.keys() - VELDEN)
    veilig = {naam: _kort(waarde) for naam, waarde in regel.items() if naam in VELDEN}
    namen = [naam for naam in onbekend if not naam.startswith(_VAN_TEMPORAL)]
    return veilig | ({"weggelaten": namen} if namen else {})


def _kort(waarde: object) -> object:
    """Mask addresses in texts and cut long ones; leave numbers and our own lists alone."""
    if not isinstance(waarde, str):
        return waarde
    zonder = _MAILADRES.sub("<adres>", waarde)
    return zonder if len(zonder) <= LANGSTE_WAARDE else zonder[:LANGSTE_WAARDE] + "…"


def _noem_fout(regel: EventDict) -> None:
    """`exc_info` is an error, the triple of the standard library, or True for "the one being handled"."""
    fout = regel.pop("exc_info", None)
    fout = sys.exc_info() if fout is True else fout
    fout = fout[1] if isinstance(fout, tuple) else fout
    if isinstance(fout, BaseException):
        regel["fout"] = type(fout).__name__
        regel["spoor"] = _spoor(fout.__traceback__)


def _spoor(terug: TracebackType | None) -> list[str]:
    """The last places the error passed: file name, line, function; no paths of this machine."""
    plekken = traceback.extract_tb(terug)[-8:]
    return [f"{plek.filename.rpartition('/')[2]}:{plek.lineno} {plek.name}" for plek in plekken]


def kort_vreemd(_: WrappedLogger, __: str, regel: EventDict) -> EventDict:
    """Cut a foreign text where data begins: Temporal's core once dumped a whole history into one line."""
    naam = regel["_record"].name
    if not naam.startswith(EIGEN):
        kop, rest = _kop(str(regel["event"]))
        regel["event"] = kop + _BEGIN_VAN_INHOUD.split(rest, maxsplit=1)[0].rstrip()
    return regel


def _kop(tekst: str) -> tuple[str, str]:
    """Split off the `[sdk_core::...]` label, which is not data."""
    eind = tekst.find("] ") + 2 if tekst.startswith("[sdk_core::") else 0
    return tekst[:eind], tekst[eind:]


def plat(_: WrappedLogger, __: str, regel: EventDict) -> EventDict:
    """Lift the workflow's or activity's own details, which Temporal adds as one dictionary, to the top."""
    for naam in _VAN_ANDERE_VORMERS:
        regel.pop(naam, None)
    for naam in ("temporal_workflow", "temporal_activity"):
        regel.update(regel.pop(naam, {}))
    return regel
