"""From options to the content of a command: `--plan.hypothese tekst` becomes a nested field of the right kind.

The tokens are first gathered into a tree of texts, then each text is read by the kind of its field. What doesn't fit
is left as it is: the strict reader says what is wrong with it, with the name of the field.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from starter.cli.bedragen import euronaam, is_geld, lees_bedrag, lees_euro
from starter.cli.datums import lees_datum
from starter.foutzin import lijkt_op
from starter.invoer import MAX_DIEPTE, Invoerfout, lees_yaml

Boom = dict[str, Any]
_JA = {"ja": True, "nee": False, "true": True, "false": False, "waar": True, "onwaar": False}
_HEEL = re.compile(r"[+-]?\d{1,18}")
STUK = 5
"""So many letters in a row make a name look like another."""
_KOMMA = re.compile(r"[+-]?\d{1,18},\d{1,18}")


def uit_opties(model: type[BaseModel], tokens: Sequence[str], vandaag: date) -> Boom:
    """The content fields that these options give. Raises Invoerfout for an option that doesn't exist."""
    boom: Boom = {}
    for naam, waarde in _paren(tokens):
        _hang(boom, naam, waarde)
    return _velden(model, boom, vandaag, "")


def kaal(soort: Any) -> Any:
    """A kind of field without `Annotated` and without `| None`."""
    while True:
        if get_origin(soort) is Annotated:
            soort = get_args(soort)[0]
        elif len(rest := _leden(soort)) == 1 and rest[0] is not soort:
            soort = rest[0]
        else:
            return soort


def modellen(soort: Any) -> tuple[type[BaseModel], ...]:
    """The models a field may hold: one, several for a choice of sheets, none for a plain value."""
    leden = (kaal(lid) for lid in _leden(kaal(soort)))
    return tuple(lid for lid in leden if isinstance(lid, type) and issubclass(lid, BaseModel))


def deelsoort(soort: Any) -> Any:
    """The kind of the items of a list field; None for what is no list."""
    return get_args(kaal(soort))[0] if get_origin(kaal(soort)) is tuple else None


def _leden(soort: Any) -> tuple[Any, ...]:
    if get_origin(soort) in (Union, UnionType):
        return tuple(lid for lid in get_args(soort) if lid is not NoneType)
    return (soort,)


def _paren(tokens: Sequence[str]) -> list[tuple[str, str | None]]:
    paren: list[tuple[str, str | None]] = []
    rest = list(tokens)
    while rest:
        kop = rest.pop(0)
        if not kop.startswith("--") or len(kop) < 3:
            raise Invoerfout(f"'{kop[:60]}' hoort nergens bij. Schrijf een veld als --naam waarde.")
        naam, is_, waarde = kop[2:].partition("=")
        if is_:
            paren.append((naam, waarde))
        elif rest and not rest[0].startswith("--"):
            paren.append((naam, rest.pop(0)))
        else:
            paren.append((naam, None))
    return paren


def _hang(boom: Boom, naam: str, waarde: str | None) -> None:
    *pad, blad = naam.split(".")
    if len(pad) > MAX_DIEPTE:
        raise Invoerfout("De velden zitten te diep in elkaar.")
    for deel in pad:
        boom = boom.setdefault(deel.replace("-", "_") if deel.islower() else deel, {})
        if not isinstance(boom, dict):
            raise Invoerfout(f"--{naam[:60]}: geef een veld in zijn geheel of per onderdeel, niet allebei.")
    teksten = boom.setdefault(blad.replace("-", "_") if blad.islower() else blad, [])
    if not isinstance(teksten, list):
        raise Invoerfout(f"--{naam[:60]}: geef een veld in zijn geheel of per onderdeel, niet allebei.")
    teksten.append(waarde)


def _velden(model: type[BaseModel], boom: Boom, vandaag: date, voor: str) -> Boom:
    uit: Boom = {}
    geld = {euronaam(naam): naam for naam, veld in model.model_fields.items() if is_geld(veld)}
    for naam, waarde in boom.items():
        plek, veld = f"{voor}{naam}", geld.get(naam, naam)
        if veld not in model.model_fields:
            raise Invoerfout(f"--{plek[:80]}: dit veld bestaat hier niet.{_er_is(model, naam)}")
        if veld in uit:
            raise Invoerfout(f"--{plek}: dit bedrag staat er twee keer.")
        if veld in geld.values() and isinstance(waarde, list):
            uit[veld] = (lees_euro if naam in geld else lees_bedrag)(_enige(waarde, plek), plek)
        else:
            uit[veld] = _waarde(model.model_fields[veld].annotation, waarde, vandaag, plek)
    return uit


def _er_is(model: type[BaseModel], naam: str) -> str:
    namen = [n.replace("_", "-") for n in model.model_fields if n != "soort"]
    return lijkt_op(naam.replace("_", "-"), namen) or f" Er is: {', '.join(namen)}."


def _enige(teksten: Sequence[str | None], plek: str) -> str:
    if len(teksten) > 1:
        raise Invoerfout(f"--{plek}: dit veld staat er twee keer.")
    return _gevuld(teksten[0], plek)


def _waarde(soort: Any, waarde: Any, vandaag: date, plek: str) -> Any:
    keuzes = modellen(soort)
    deel = deelsoort(soort)
    if isinstance(waarde, dict):
        return _groep(soort, waarde, vandaag, plek)
    if deel is not None:
        return _lijst(deel, waarde, vandaag, plek)
    if len(waarde) > 1:
        raise Invoerfout(f"--{plek}: dit veld staat er twee keer.")
    if keuzes:
        return _met_punt(keuzes[0], lees_yaml(_gevuld(waarde[0], plek)))
    return _enkel(kaal(soort), waarde[0], vandaag, plek)


def _groep(soort: Any, boom: Boom, vandaag: date, plek: str) -> Any:
    """Sub-fields of a model; for a choice of models its tag (`blad`, `instrument`, `soort`) says which one is meant."""
    keuzes = modellen(soort)
    if not keuzes:
        raise Invoerfout(f"--{plek}: dit veld heeft geen onderdelen.")
    gekozen = next((k for k in keuzes if _past(k, boom)), None)
    if gekozen is None:
        veld, merken = _merk(keuzes[0])[0], [_merk(k)[1] for k in keuzes]
        raise keuzefout(f"--{plek}.{veld}", str((boom.get(veld) or [""])[0] or ""), merken)
    return _velden(gekozen, boom, vandaag, f"{plek}.")


def keuzefout(vlag: str, gevraagd: str, namen: Sequence[str]) -> Invoerfout:
    """What to say when none of these kinds was meant: that the one typed isn't there, and the nearest names first."""
    veld = vlag.rpartition(".")[2]
    kop = f"{'deze' if veld == 'soort' else 'dit'} {veld} bestaat niet." if gevraagd else "noem dit erbij."
    naast = _deelt_stuk(gevraagd, namen) or lijkt_op(gevraagd, list(namen))
    bladen = "Alle bladen ziet u met: opgave geef LegBladVast --help"
    alle = bladen if veld == "blad" else f"Kies uit {', '.join(namen)}."
    return Invoerfout(f"{vlag}: {kop}{naast} {alle}")


def _deelt_stuk(gevraagd: str, namen: Sequence[str]) -> str:
    """Names with a long piece in common: who types `governancestijl` may mean `stijl_passend`."""
    stukken = {gevraagd[i : i + STUK] for i in range(len(gevraagd) - STUK + 1)}
    naast = [naam for naam in namen if any(stuk in naam for stuk in stukken)]
    return f" Bedoelt u {' of '.join(repr(n) for n in naast[:3])}?" if naast else ""


def _past(model: type[BaseModel], boom: Boom) -> bool:
    veld, merk = _merk(model)
    return not veld or boom.get(veld) == [merk]


def _merk(model: type[BaseModel]) -> tuple[str, str]:
    """The field and the word by which a model is told from its sisters."""
    for veld in ("blad", "instrument", "soort"):
        info = model.model_fields.get(veld)
        if info is not None and get_origin(info.annotation) is Literal and len(get_args(info.annotation)) == 1:
            return veld, get_args(info.annotation)[0]
    return "", ""


def _lijst(deel: Any, teksten: Sequence[str | None], vandaag: date, plek: str) -> Any:
    gevuld = [_gevuld(tekst, plek) for tekst in teksten]
    if soorten := modellen(deel):
        return _lijst_van_groepen(soorten[0], [_met_punt(soorten[0], lees_yaml(t)) for t in gevuld])
    if len(gevuld) == 1 and gevuld[0].startswith("["):
        return lees_yaml(gevuld[0])
    if kaal(deel) is int or zonder_komma(deel):
        gevuld = [stuk for tekst in gevuld for stuk in tekst.split(",")]
    return [_enkel(kaal(deel), tekst.strip(), vandaag, plek) for tekst in gevuld]


def zonder_komma(deel: Any) -> bool:
    """Whether a comma can be no part of such an item: ids and words to choose from."""
    return get_origin(kaal(deel)) is Literal or any(getattr(merk, "pattern", None) for merk in get_args(deel)[1:])


def _lijst_van_groepen(model: type[BaseModel], delen: list[Any]) -> Any:
    """Items one by one, all at once as a list, or a table by name (`{BBB: [9, 0, 1, 0]}`) as votes are written."""
    if len(delen) == 1 and isinstance(delen[0], list):
        return delen[0]
    if len(delen) == 1 and isinstance(delen[0], Mapping) and not set(delen[0]) & set(model.model_fields):
        return delen[0]
    return delen


def _enkel(soort: Any, tekst: str | None, vandaag: date, plek: str) -> Any:
    if soort is bool:
        return True if tekst is None else _JA.get(tekst.strip().lower(), tekst)
    gevuld = _gevuld(tekst, plek)
    if soort is date:
        return lees_datum(gevuld, vandaag, f"--{plek}")
    if soort is Decimal:
        return _punt(gevuld)
    getallen = soort is int or (get_origin(soort) is Literal and all(isinstance(k, int) for k in get_args(soort)))
    if getallen and _HEEL.fullmatch(gevuld.strip()):
        return int(gevuld)
    return gevuld


def _punt(tekst: str) -> str:
    """A number with a decimal comma, as the model reads it."""
    return tekst.replace(",", ".") if _KOMMA.fullmatch(tekst.strip()) else tekst


def _met_punt(model: type[BaseModel], waarde: Any) -> Any:
    """The same for the numbers in a group that was written as `{naam: ..., nulmeting: "12,4"}`."""
    if not isinstance(waarde, dict):
        return waarde
    getallen = {naam for naam, veld in model.model_fields.items() if kaal(veld.annotation) is Decimal}
    return {n: _punt(w) if n in getallen and isinstance(w, str) else w for n, w in waarde.items()}


def _gevuld(tekst: str | None, plek: str) -> str:
    if tekst is None:
        raise Invoerfout(f"--{plek}: hier ontbreekt de waarde achter.")
    return tekst
