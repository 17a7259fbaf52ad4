"""What the past rests on, written down: `python -m tests.gouden.vingerafdruk` adds what is new. It never overwrites.

Three files: `vingerafdrukken.json` (the command order of each workflow), `reglementen.json` (the hash of each landed
reglement) and `vormen.json` (the shape of everything that was stored). The tests beside this compare; this only adds
what may be added: another command order beside the old one, a new reglement, a new model, an optional empty field.
"""

import hashlib
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from archief import formaat
from archief.verklaring import Verklaring
from domain.beeld.mijnlijst import Weekronde
from domain.briefje import Briefjes
from domain.bundel import Bundel, Postronde, Verwerkt
from domain.controlepunt import Controlepunt
from domain.feit import Bewijs, Feit
from domain.opdracht import Opdracht
from domain.reglement.model import Reglement
from domain.reglement.register import LANDED, reglement
from domain.sleutelwissel import Sleutelwissel
from domain.spoor import Spoorregel
from register.grootboek import Grootboekregel
from tests.gouden.opdrachtvolgorde import volgorde
from tests.gouden.vormen import breuken, vormen
from workflows.staat import Start

HIER = Path(__file__).parent
WORKFLOWS = Path(__file__).parents[2] / "workflows"
MODULES = ("opgave", "agenda", "bezorging", "weekoverzicht", "onderhoud")
VOLGORDEN, REGLEMENTEN, VORMEN = (HIER / naam for naam in ("vingerafdrukken.json", "reglementen.json", "vormen.json"))
IN_HISTORIE: tuple[type[BaseModel], ...] = (Start, Opdracht, Bewijs, Bundel, Postronde, Verwerkt, Weekronde)
IN_PAK: tuple[type[BaseModel], ...] = (
    *(Feit, Bewijs, Grootboekregel, Spoorregel, Controlepunt, Sleutelwissel, Reglement),
    *(formaat.Manifest, formaat.Handtekening, formaat.Sleutelbos, formaat.Documentregel),
    *(formaat.Controlepuntregel, formaat.Bekledingsregel, Verklaring, Briefjes),
)
ANDERE_VOLGORDE = """
De workflow {naam} stuurt haar commando's nu anders: {verschil}
Lopende opgaven kunnen dan niet meer worden nagespeeld. Kies:
- zet de oude weg terug; of
- laat de oude weg staan achter `workflow.patched("...")` en neem een nieuwe gouden geschiedenis op:
  python -m tests.gouden.maak NAAM-2
Leg daarna de nieuwe volgorde vast naast de oude: python -m tests.gouden.vingerafdruk "waarom dit kan"
"""
ANDER_REGLEMENT = """
Het reglement {code} is al in gebruik en is veranderd. Daarmee verandert het verleden van elke opgave die eronder leeft.
Zet het terug en maak een nieuw reglement naast het oude (domain/reglement/). Kwam er alleen een veld bij in het model?
Geef dat dan een lege standaard: None, "" of (), geen ja of nee.
"""


def volgorden(map_: Path = WORKFLOWS) -> dict[str, list[str]]:
    """The command order of every workflow, from the text of its module."""
    namen, schil = ((map_ / naam).read_text(encoding="utf-8") for naam in ("namen.py", "schil.py"))
    return {
        naam: regels
        for module in MODULES
        for naam, regels in volgorde((map_ / f"{module}.py").read_text(encoding="utf-8"), namen, schil).items()
    }


def som(regels: Reglement) -> str:
    """The hash over a whole reglement, as it lies in a pack."""
    return hashlib.sha256(formaat.reglementbytes(regels)).hexdigest()


def alle_vormen() -> dict[str, Any]:
    """The shape of everything that is stored."""
    return vormen(list(dict.fromkeys((*IN_HISTORIE, *IN_PAK))))


def andere_volgorden(nu: dict[str, list[str]], bekend: dict[str, Any]) -> list[str]:
    """What to do about every workflow whose commands are not those that were written down last."""
    return [
        ANDERE_VOLGORDE.format(naam=naam, verschil=_verschil(bekend[naam][-1]["volgorde"], regels))
        for naam, regels in nu.items()
        if naam in bekend and bekend[naam][-1]["volgorde"] != regels
    ] + [ANDERE_VOLGORDE.format(naam=naam, verschil="zij is weg") for naam in bekend if naam not in nu]


def andere_reglementen(nu: dict[str, str], bekend: dict[str, str]) -> list[str]:
    """What to do about every landed reglement that is not what it was."""
    return [ANDER_REGLEMENT.format(code=code) for code, hash_ in bekend.items() if nu.get(code) != hash_]


def lees(pad: Path) -> dict[str, Any]:
    """One of the three files."""
    inhoud: dict[str, Any] = json.loads(pad.read_text(encoding="utf-8")) if pad.exists() else {}
    return inhoud


def _verschil(toen: Sequence[str], nu: Sequence[str]) -> str:
    """The first place where they part."""
    for een, ander in zip(toen, nu, strict=False):
        if een != ander:
            return f"waar stond '{een}', staat nu '{ander}'."
    lang, wat = (toen, "weg is") if len(toen) > len(nu) else (nu, "erbij kwam")
    return f"{wat} '{lang[min(len(toen), len(nu))]}'."


def voeg_toe(reden: str) -> list[str]:
    """Write down what is new. Gives what was refused, because it would change the past."""
    bekend, nu = lees(VOLGORDEN), volgorden()
    for naam, regels in nu.items():
        eerder = bekend.setdefault(naam, [])
        if not eerder or eerder[-1]["volgorde"] != regels:
            eerder.append({"nr": len(eerder) + 1, "reden": reden, "volgorde": regels})
    _schrijf(VOLGORDEN, bekend)
    sommen, bekende = {code: som(reglement(code)) for code in LANDED}, lees(REGLEMENTEN)
    _schrijf(REGLEMENTEN, {**sommen, **bekende})
    toen, vormen_nu = lees(VORMEN), alle_vormen()
    fouten = breuken(toen, vormen_nu)
    if not fouten:
        regels = (f"{json.dumps(naam)}: {json.dumps(vorm, sort_keys=True)}" for naam, vorm in vormen_nu.items())
        VORMEN.write_text("{\n" + ",\n".join(regels) + "\n}\n", encoding="utf-8")  # one model a line
    return andere_reglementen(sommen, bekende) + fouten


def _schrijf(pad: Path, inhoud: dict[str, Any]) -> None:
    pad.write_text(json.dumps(inhoud, indent=1, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")


def hoofd(argumenten: Sequence[str]) -> int:
    """Entry point: 0 written, 1 something was refused, 2 no reason was given."""
    if len(argumenten) != 1 or not argumenten[0].strip():
        print('Zeg waarom dit kan: python -m tests.gouden.vingerafdruk "nieuw veld in het manifest"', file=sys.stderr)
        return 2
    geweigerd = voeg_toe(argumenten[0].strip())
    for regel in geweigerd:
        print(regel, file=sys.stderr)
    return 1 if geweigerd else 0


if __name__ == "__main__":
    sys.exit(hoofd(sys.argv[1:]))
