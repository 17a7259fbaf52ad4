"""From an expected error to one clear message and an exit code; matched by name, so that nothing need be loaded."""

import os
import time
import traceback
from pathlib import Path

GEDAAN, GEWEIGERD, INVOER, ONBEREIKBAAR, ONVERWACHT = 0, 1, 2, 3, 70

_CODES = {
    "starter.invoer.Invoerfout": INVOER,
    "starter.scenariobestand.ScenarioFout": INVOER,
    "activities.toegang.OnbekendeOpgave": INVOER,
    "activities.toegang.OpgaveGesloten": GEWEIGERD,
    "audit.keuring.sleutelbos.SleutelOnleesbaar": INVOER,
    "audit.keuring.ankertekst.Ankerfout": INVOER,
    "runtime.tijdstempel.StempelFout": INVOER,
    "domain.basis.Weigering": GEWEIGERD,
    "domain.verwachting.watals.OnbekendeStap": INVOER,
    "archief.vertrouwelijk.ContainerFout": INVOER,
    "archief.bronnen.PakFout": INVOER,
    "audit.gebeurtenis.OnleesbareGeschiedenis": INVOER,
    "audit.tijd.moment.MomentFout": INVOER,
    "audit.mdto.keuren.MdtoFout": INVOER,
    "documenten.pdf.PdfFout": INVOER,
    "runtime.sleutels.SleutelFout": INVOER,
    "archief.schrijven.PlekBezet": INVOER,
    "archief.inhoud.GeenPak": INVOER,
    "archief.opslag.OpslagFout": ONBEREIKBAAR,
    "archief.geschiedenis.RunVerdwenen": ONBEREIKBAAR,
    "runtime.instelfout.InstellingenFout": INVOER,
    "runtime.temporal.Onbereikbaar": ONBEREIKBAAR,
    "runtime.programma.ServerFout": ONBEREIKBAAR,
    "runtime.poorten.PoortBezet": ONBEREIKBAAR,
    "register.migreren.RegisterTeNieuw": ONBEREIKBAAR,
}
_REGISTER = "Het register (de database) is niet bereikbaar. Klopt database_url, en draait de database?"
_VREEMD = {
    "sqlalchemy.exc.OperationalError": (ONBEREIKBAAR, _REGISTER),
    "temporalio.service.RPCError": (ONBEREIKBAAR, "De Temporal-server gaf geen antwoord op deze vraag."),
    "sqlalchemy.exc.ArgumentError": (INVOER, "De instelling database_url is geen adres van een database."),
    "sqlalchemy.exc.NoSuchModuleError": (INVOER, "De instelling database_url noemt een onbekend soort database."),
    "builtins.ModuleNotFoundError": (INVOER, "Dit onderdeel is niet geinstalleerd."),
}


def verwacht(fout: BaseException) -> tuple[int, str] | None:
    """The exit code and message of an error we know, or None."""
    for soort in type(fout).__mro__:
        naam = f"{soort.__module__}.{soort.__qualname__}"
        if naam in _CODES:
            return _CODES[naam], "\n- ".join((str(fout), *getattr(fout, "ontbreekt", ())))
        if naam in _VREEMD:
            return _VREEMD[naam]
    return None


def onverwacht(fout: BaseException) -> str:
    """Write the whole story to a file, and say where it is."""
    if os.environ.get("OPGAVE_DEBUG") == "1":
        return "".join(traceback.format_exception(fout))
    verhaal = "".join(traceback.format_exception(fout))
    pad = Path(os.environ.get("OPGAVE_GEGEVENSMAP", "opgave-data"), "fouten.log")
    try:
        pad.parent.mkdir(parents=True, exist_ok=True)
        with pad.open("a", encoding="utf-8", errors="replace") as bestand:
            bestand.write(f"--- {time.strftime('%Y-%m-%d %H:%M:%S')}\n{verhaal}")
    except OSError:
        return f"Er ging iets mis dat niet had mogen gebeuren ({type(fout).__name__})."
    return f"Er ging iets mis dat niet had mogen gebeuren ({type(fout).__name__}). Het hele verhaal staat in {pad}."
