"""Reading a published besluitenlijst: CSV as the province publishes it, or JSON as this engine exports it."""

import json
import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from audit.rekenen.aansluiting import Gepubliceerd
from audit.rekenen.besluitregel import Orgaan
from domain.kalender import DAGNAMEN
from starter import csvbestand
from starter.cli.datums import lees_datum
from starter.csvbestand import MAX_BYTES, Csvregel
from starter.invoer import Invoerfout

VERPLICHT = ("orgaan", "datum", "titel")
OPTIONEEL = ("nummer", "uitkomst", "samenvatting", "portefeuillehouder", "beslispunten")
_ORGANEN: dict[str, Orgaan] = {
    **dict.fromkeys(("gs", "gedeputeerde staten", "college van gedeputeerde staten"), "GS"),
    **dict.fromkeys(("ps", "provinciale staten"), "PS"),
}
_WEEKDAG = re.compile(rf"^({'|'.join(DAGNAMEN)}),? +", re.IGNORECASE)
_BESLUIT = re.compile(r"^Besluit: (.*?)\.(?: |$)", re.DOTALL)
_NIET_VERGELEKEN = ("samenvatting:", "beslispunten:")
"""Long texts that are not compared may be as long as they like."""


def lees_lijst(pad: Path) -> tuple[Gepubliceerd, ...]:
    """All lines of the list.

    Raises:
        Invoerfout: the file can't be read; each line that is wrong is named by its number.
    """
    regels = _json(pad) if pad.suffix.lower() == ".json" else _csv(pad)
    gelezen, fouten = list[Gepubliceerd](), list[str]()
    for regel in regels:
        try:
            gelezen.append(_regel(regel))
        except Invoerfout as fout:
            fouten.append(f"{pad.name}, regel {regel.nr}: {fout}")
    if fouten:
        raise Invoerfout(*fouten)
    if not gelezen:
        raise Invoerfout(f"{pad.name}: hier staan geen besluiten in.")
    return tuple(gelezen)


def _csv(pad: Path) -> Iterable[Csvregel]:
    return csvbestand.lees(pad, VERPLICHT, OPTIONEEL).regels


def _json(pad: Path) -> Iterable[Csvregel]:
    """What `opgave besluitenlijst --json` gives (a list), or one meeting as `--uit` writes it."""
    try:
        if pad.stat().st_size > MAX_BYTES:
            raise Invoerfout(f"{pad.name}: dit is te groot: hoogstens {MAX_BYTES // 1_000_000} MB.")
        inhoud = json.loads(pad.read_text(encoding="utf-8-sig"))
    except OSError:
        raise Invoerfout(f"Het bestand {pad} is er niet, of is niet te lezen.") from None
    except (ValueError, RecursionError):
        raise Invoerfout(f"{pad.name}: dit is geen JSON.") from None
    vast = {}
    if isinstance(inhoud, dict):
        vast = {naam: inhoud.get(naam) for naam in ("orgaan", "datum")}
        inhoud = inhoud.get("besluiten")
    if not isinstance(inhoud, list) or not all(isinstance(rij, dict) for rij in inhoud):
        raise Invoerfout(f"{pad.name}: dit is geen besluitenlijst van de Opgavenmotor.")
    return [Csvregel(nr, _velden({**rij, **vast})) for nr, rij in enumerate(inhoud, start=1)]


def _velden(rij: dict[str, Any]) -> dict[str, str]:
    velden = {naam: str(rij.get(naam) or "") for naam in (*VERPLICHT, *OPTIONEEL)}
    velden["datum"] = velden["datum"] or str(rij.get("op") or "")
    besluit = _BESLUIT.match(velden["samenvatting"])
    return velden | ({} if velden["uitkomst"] or besluit is None else {"uitkomst": besluit[1]})


def _regel(regel: Csvregel) -> Gepubliceerd:
    if regel.fout and not regel.fout.startswith(_NIET_VERGELEKEN):
        raise Invoerfout(regel.fout)
    velden = regel.velden
    if not velden["titel"]:
        raise Invoerfout("titel: dit veld is leeg")
    return Gepubliceerd(
        nr=regel.nr,
        orgaan=_orgaan(velden["orgaan"]),
        op=_datum(velden["datum"]),
        nummer=velden.get("nummer", ""),
        titel=velden["titel"],
        uitkomst=velden.get("uitkomst", ""),
    )


def _orgaan(tekst: str) -> Orgaan:
    orgaan = _ORGANEN.get(tekst.casefold())
    if orgaan is None:
        raise Invoerfout(f"orgaan: '{tekst[:60]}' kennen we niet; schrijf GS of PS")
    return orgaan


def _datum(tekst: str) -> date:
    kaal = _WEEKDAG.sub("", tekst)
    if not any(teken.isdigit() for teken in kaal):
        raise Invoerfout(f"datum: '{tekst[:60]}' is geen datum; schrijf 31 januari 2026 of 31-1-2026")
    return lees_datum(kaal, date.max)
