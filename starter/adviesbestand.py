"""Reading the answers for the adviser: a YAML or JSON file whose fields are the criteria C1 to C16.

Each field may be called by its code (C5, c5) or by its name (bevoegdheden); words count in any case. Whatever the file
holds, the outcome is answers that fit or an `Invoerfout` that names the field and what it allows.
"""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from domain.advies.criteria import MEESTE_PARTNERS, POORT, VRAGEN, Criteria, Vraag
from domain.reglement.adviesregel import Waarde
from starter.foutzin import MEESTE, lijkt_op
from starter.invoer import Invoerfout, lees_bestand, lees_model

KOPPEN = ("titel", "toelichting")
"""Fields that only say what the file is about."""
STIJL_TREDE_ROL = "C15"
_LEES_ALS_TEKST = (
    "Zet een antwoord als '> 5' tussen aanhalingstekens, of schrijf: langer dan 5 jaar; > heeft in YAML een betekenis."
)


class Adviesvraag(NamedTuple):
    """What the file asks: a title for people, and the answers."""

    titel: str
    criteria: Criteria


class _Fout(Exception):
    """One field that can't be read."""


def lees_adviesvraag(pad: Path) -> Adviesvraag:
    """The answers in a file. Raises Invoerfout."""
    try:
        velden = lees_bestand(pad)
    except Invoerfout as fout:
        hulp = (_LEES_ALS_TEKST,) if "YAML" in str(fout) else ()
        raise Invoerfout(*fout.regels, *hulp) from None
    try:
        return lees_antwoorden(velden)
    except Invoerfout as fout:
        raise Invoerfout(*(f"{pad.name}: {regel}" for regel in fout.regels)) from None


def lees_antwoorden(velden: Mapping[str, Any]) -> Adviesvraag:
    """The answers in a mapping of fields. Raises Invoerfout with a line for every field that is wrong."""
    gelezen: dict[str, Any] = {}
    genoemd: dict[str, str] = {}
    fouten: list[str] = []
    for naam, ruw in _uitgepakt(velden, fouten):
        try:
            veld, waarde = _veld(naam, ruw)
        except _Fout as fout:
            fouten.append(str(fout))
            continue
        if veld in genoemd:
            fouten.append(f"{veld}: dit staat er twee keer, als {genoemd[veld]} en als {naam}")
        genoemd[veld] = naam
        gelezen[veld] = waarde
    if fouten:
        meer = [f"En nog {len(fouten) - MEESTE} andere fouten."] if len(fouten) > MEESTE else []
        raise Invoerfout(*fouten[:MEESTE], *meer)
    titel = gelezen.pop("titel", None)
    gelezen.pop("toelichting", None)
    return Adviesvraag(str(titel or ""), lees_model(Criteria, gelezen))


def _uitgepakt(velden: Mapping[str, Any], fouten: list[str]) -> list[tuple[str, Any]]:
    """The fields, with C15 taken apart: its parts by name, or its words by what they can only mean."""
    paren: list[tuple[str, Any]] = []
    for naam, ruw in velden.items():
        if _kaal(naam) not in ("c15", "rolkeuze", "past_bij_stijl_trede_rol"):
            paren.append((naam, ruw))
        elif isinstance(ruw, Mapping):
            paren += [(deel, waarde) for deel, waarde in ruw.items() if _hoort_bij_c15(naam, deel, fouten)]
        elif ruw is not None:
            woorden = ruw if isinstance(ruw, list) else re.split(r"[,;/]| en ", str(ruw))
            paren += [paar for woord in woorden if (paar := _c15_woord(naam, woord, fouten))]
    return paren


def _hoort_bij_c15(naam: str, deel: str, fouten: list[str]) -> bool:
    if _NAMEN.get(_kaal(deel)) in _c15_velden():
        return True
    fouten.append(f"{naam}.{deel}: dit veld bestaat hier niet; hier horen {', '.join(_c15_velden())}")
    return False


def _c15_woord(naam: str, woord: object, fouten: list[str]) -> tuple[str, Any] | None:
    vragen = [v for v in VRAGEN if v.code == STIJL_TREDE_ROL]
    for vraag in vragen:
        if _kies(vraag, woord) is not None:
            return vraag.veld, woord
    keuzes = ", ".join(k.naam for v in vragen for k in v.keuzes)
    fouten.append(f"{naam}: schrijf stijl, trede en rol apart, of kies uit {keuzes}")
    return None


def _c15_velden() -> tuple[str, ...]:
    return tuple(v.veld for v in VRAGEN if v.code == STIJL_TREDE_ROL)


def _veld(naam: str, ruw: object) -> tuple[str, Any]:
    """The field a name stands for and its value. Raises _Fout."""
    veld = _NAMEN.get(_kaal(naam))
    if veld is None:
        toonbaar = [*(v.veld for v in VRAGEN), *(v.code for v in VRAGEN), *POORT, *KOPPEN]
        hint = lijkt_op(naam, toonbaar) or f" Kies uit {', '.join(dict.fromkeys(v.veld for v in VRAGEN))}."
        raise _Fout(f"{naam[:80]}: dit veld bestaat hier niet.{hint}")
    if ruw is None:
        return veld, None
    if veld in KOPPEN:
        return veld, str(ruw)
    if veld in POORT:
        return veld, _uitleg(naam, ruw)
    vraag = next(v for v in VRAGEN if v.veld == veld)
    return veld, _LEZERS[vraag.soort](naam, vraag, ruw)


def _getal(naam: str, vraag: Vraag, ruw: object) -> int:
    van, tot = (1, MEESTE_PARTNERS) if vraag.soort == "aantal" else (0, 3)
    tekst = str(ruw).strip()
    if (
        isinstance(ruw, bool | float)
        or not re.fullmatch(r"[0-9]{1,6}", tekst, re.ASCII)
        or not van <= int(tekst) <= tot
    ):
        raise _Fout(f"{_noem(naam, vraag)}: schrijf een heel getal van {van} tot en met {tot}")
    return int(tekst)


def _woord(naam: str, vraag: Vraag, ruw: object) -> Waarde:
    waarde = _zwaarste(naam, vraag, ruw) if vraag.veld == "stijl" and isinstance(ruw, Mapping) else _kies(vraag, ruw)
    if waarde is None:
        raise _Fout(f"{_noem(naam, vraag)}: kies uit {_keuzes(vraag)}")
    return waarde


def _motivering(naam: str, vraag: Vraag, ruw: object) -> bool | str:
    kort = _kies(vraag, ruw)
    if isinstance(kort, bool):
        return kort
    if isinstance(ruw, str) and ruw.strip():
        return ruw.strip()
    raise _Fout(f"{_noem(naam, vraag)}: schrijf de motivering, of ja of nee")


_LEZERS: dict[str, Callable[[str, Vraag, object], Waarde]] = {
    "score": _getal,
    "aantal": _getal,
    "keuze": _woord,
    "ja_nee": _woord,
    "tekst": _motivering,
}


def _uitleg(naam: str, ruw: object) -> bool | str:
    """The content or the why: a text, yes or no, or a whole sheet of which something is filled in."""
    if isinstance(ruw, Mapping | list):
        return any(_gevuld(deel) for deel in (ruw.values() if isinstance(ruw, Mapping) else ruw))
    ja_nee = next(v for v in VRAGEN if v.soort == "tekst")
    kort = _kies(ja_nee, ruw)
    if isinstance(kort, bool):
        return kort
    if isinstance(ruw, str) and ruw.strip():
        return ruw.strip()
    raise _Fout(f"{naam}: schrijf een paar zinnen, of ja of nee")


def _gevuld(deel: object) -> bool:
    return bool(deel.strip()) if isinstance(deel, str) else bool(deel)


def _zwaarste(naam: str, vraag: Vraag, gewichten: Mapping[str, Any]) -> Waarde:
    """The dominant style of a division as the rolkeuze sheet has it: hierarchie, netwerk and markt, together 100."""
    per_stijl = {_kies(vraag, stijl): gewicht for stijl, gewicht in gewichten.items()}
    getallen = [g for g in per_stijl.values() if isinstance(g, int) and not isinstance(g, bool) and g >= 0]
    if None in per_stijl or len(getallen) != len(gewichten) or sum(getallen) != 100:
        raise _Fout(f"{_noem(naam, vraag)}: {_keuzes(vraag)} zijn gehele getallen en samen 100, of noem er een")
    hoogste = [stijl for stijl, gewicht in per_stijl.items() if gewicht == max(getallen)]
    if len(hoogste) > 1 or hoogste[0] is None:
        raise _Fout(f"{_noem(naam, vraag)}: twee stijlen wegen even zwaar; noem de dominante")
    return hoogste[0]


def _kies(vraag: Vraag, ruw: object) -> Waarde | None:
    """The answer that was meant, None when there is no such answer."""
    if isinstance(ruw, bool):
        return next((k.waarde for k in vraag.keuzes if k.waarde is ruw), None)
    if not isinstance(ruw, str):
        return None
    gezocht = _kern(ruw)
    for keuze in vraag.keuzes:
        if gezocht in (_kern(str(keuze.waarde)), _kern(keuze.naam), *(_kern(woord) for woord in keuze.ook)):
            return keuze.waarde
    return None


def _keuzes(vraag: Vraag) -> str:
    return ", ".join(keuze.naam for keuze in vraag.keuzes)


def _noem(naam: str, vraag: Vraag) -> str:
    """The field as the file calls it, with its other name."""
    ander = vraag.veld if _kaal(naam) == vraag.code.lower() else vraag.code
    return f"{naam} ({ander})"


def _alle_namen() -> dict[str, str]:
    """Every name a field may have, with the field it stands for; C15 is made of three."""
    per_naam = {veld: veld for veld in (*KOPPEN, *POORT)}
    for vraag in VRAGEN:
        eigen = (vraag.veld, *vraag.ook) if vraag.code == STIJL_TREDE_ROL else (vraag.veld, vraag.code, *vraag.ook)
        per_naam |= {_kaal(naam): vraag.veld for naam in eigen}
    return per_naam


def _kaal(naam: str) -> str:
    """A name in small letters with every other sign as an underscore."""
    return re.sub(r"[^a-z0-9]+", "_", naam.lower()).strip("_")


def _kern(woord: str) -> str:
    """A word without spaces, signs between letters and the unit of years, so that "< 2 jr" equals "<2"."""
    kaal = re.sub(r"[\s_]+|(?<=[a-z])-(?=[a-z])", "", woord.lower().replace("–", "-"))
    return re.sub(r"(jaren|jaar|jr\.?)$", "", kaal)


_NAMEN = _alle_namen()
