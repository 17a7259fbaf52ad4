"""The advice on an organiseervorm, as a programme manager reads it: what fits, why, and what would change it."""

from collections.abc import Iterable
from pathlib import Path

from domain.advies.advies import adviseer
from domain.advies.criteria import VRAGEN
from domain.advies.uitkomst import Advies, Afvaller, Kandidaat, Naaste, Open, Punt
from domain.reglement.register import nieuwste
from starter.adviesbestand import Adviesvraag, lees_adviesvraag
from starter.cli import scherm

CODES = tuple(dict.fromkeys(v.code for v in VRAGEN))
VOLUIT = 3
"""So many candidates are written out; the rest stand in a table."""


def advies(bestand: Path, alle: bool, json: bool) -> None:
    """Advise on the answers in a file. Raises Invoerfout when it can't be read."""
    vraag = lees_adviesvraag(bestand)
    uitkomst = adviseer(vraag.criteria, nieuwste(), nieuwste().adviesboek)
    if json:
        return scherm.json_uit(als_json(vraag, uitkomst))
    _kop(vraag, uitkomst)
    _eerst(uitkomst.eerst)
    _kandidaten(uitkomst, alle)
    _afgevallen(uitkomst.afgevallen)
    _lijst("Wat het advies verandert", (v.zin for v in uitkomst.wat_verandert))
    _onbeantwoord(uitkomst.onbeantwoord)
    return None


def als_json(vraag: Adviesvraag, uitkomst: Advies) -> dict[str, object]:
    """The advice for programs, with the answers it rests on."""
    antwoorden = vraag.criteria.model_dump(mode="json", exclude_none=True)
    return {"titel": vraag.titel, "antwoorden": antwoorden, **uitkomst.model_dump(mode="json")}


def _kop(vraag: Adviesvraag, uitkomst: Advies) -> None:
    scherm.koppeltabel(
        [
            ("Advies", vraag.titel or "organiseervorm"),
            ("In het kort", _kort(uitkomst)),
            ("Reglement", f"{uitkomst.reglement}; dit advies besluit niets, de keuze is aan GS."),
        ],
        "bold",
    )


def _kort(uitkomst: Advies) -> str:
    codes = [k.code for k in uitkomst.kandidaten]
    vooraf = "Doe eerst wat hieronder bij Eerst staat. " if uitkomst.eerst else ""
    if uitkomst.te_weinig is not None:
        naaste = " en ".join(n.code for n in uitkomst.te_weinig.naaste)
        return f"{vooraf}{uitkomst.te_weinig.zin} Het dichtst bij: {naaste}."
    meer = len(codes) - 2
    rest = f" Er {'past' if meer == 1 else 'passen'} nog {meer} andere." if meer else ""
    return f"{vooraf}Vergelijk {'daarna' if vooraf else 'eerst'} {codes[0]} en {codes[1]}.{rest}"


def _eerst(punten: tuple[Punt, ...]) -> None:
    if punten:
        _lijst("Eerst, voor de keuze van een vorm", (_punt(p) for p in punten))


def _kandidaten(uitkomst: Advies, alle: bool) -> None:
    voluit = uitkomst.kandidaten if alle else uitkomst.kandidaten[:VOLUIT]
    rest = uitkomst.kandidaten[len(voluit) :]
    for nr, kandidaat in enumerate(voluit, start=1):
        _kandidaat(nr, kandidaat)
    if rest:
        scherm.kop("Passen ook (helemaal uitgeschreven met --alle)")
        scherm.tabel(("Nr", "Vorm", "Zwaarte", "Duurt", "Wat ertegen spreekt"), _rijen(rest, len(voluit) + 1))
    if uitkomst.te_weinig is not None:
        _lijst("Dichtstbij van wat afviel", (_naast(n) for n in uitkomst.te_weinig.naaste))


def _naast(naaste: Naaste) -> str:
    return " ".join([naaste.zin, *(f"{n.regel}: {n.reden} ({n.grond})" for n in naaste.nodig)])


def _kandidaat(nr: int, kandidaat: Kandidaat) -> None:
    duurt = kandidaat.doorlooptijd.voluit if kandidaat.doorlooptijd else "duur niet geschat"
    scherm.kop(f"{nr}. {kandidaat.code}  {kandidaat.naam}")
    paren = [
        ("     zwaarte", f"{kandidaat.zwaarte} van 5; {duurt}"),
        *_paren("voor", (_kort_punt(p) for p in kandidaat.plus)),
        *_paren("tegen", (_kort_punt(p) for p in kandidaat.min)),
        *_paren("let op", (*(_punt(p) for p in kandidaat.aandachtspunten), *kandidaat.vooraf)),
        ("     sturing", " of ".join(kandidaat.netwerksturing)),
        ("     route", kandidaat.route_kort),
    ]
    scherm.koppeltabel(paren)


def _paren(naam: str, regels: Iterable[str]) -> list[tuple[str, str]]:
    """The name before the first line only."""
    return [(f"     {naam}" if nr == 0 else "", regel) for nr, regel in enumerate(regels)]


def _rijen(rest: tuple[Kandidaat, ...], vanaf: int) -> Iterable[tuple[str, ...]]:
    for nr, k in enumerate(rest, start=vanaf):
        weken = f"{k.doorlooptijd.weken_min}-{k.doorlooptijd.weken_max} wk" if k.doorlooptijd else ""
        yield str(nr), k.code, str(k.zwaarte), weken, _zwaarste_bezwaar(k)


def _zwaarste_bezwaar(kandidaat: Kandidaat) -> str:
    """What the answers say against it, or else what always speaks against it."""
    uit_antwoorden = (p for p in kandidaat.min if p.regel)
    return next((p.tekst for p in (*uit_antwoorden, *kandidaat.min)), "")


def _afgevallen(afgevallen: tuple[Afvaller, ...]) -> None:
    """The forms that fell off, together by reason."""
    per_reden: dict[tuple[str, str, str], list[str]] = {}
    for a in afgevallen:
        per_reden.setdefault((a.regel, a.reden, a.grond), []).append(a.code)
    if per_reden:
        scherm.kop(f"Afgevallen ({len({a.code for a in afgevallen})})")
    for (regel, reden, grond), codes in sorted(per_reden.items(), key=lambda p: CODES.index(p[0][0])):
        scherm.koppeltabel([(f"  {regel:<4}", f"{reden} ({grond})"), ("", ", ".join(codes))])


def _onbeantwoord(onbeantwoord: tuple[Open, ...]) -> None:
    telt = [o for o in onbeantwoord if o.kan]
    stil = [f"{o.criterium} {o.naam}" for o in onbeantwoord if not o.kan]
    regels = [f"{o.criterium} {o.naam} ({', '.join(o.antwoorden)}): {o.zin}." for o in telt]
    if stil:
        regels.append(f"Maakt nu niet uit: {', '.join(stil)}.")
    _lijst("Nog niet beantwoord", regels)


def _lijst(titel: str, regels: Iterable[str]) -> None:
    for nr, regel in enumerate(regels):
        if nr == 0:
            scherm.kop(titel)
        scherm.punt(regel)


def _kort_punt(punt: Punt) -> str:
    """A reason with the criterion it comes from; its ground is in the JSON."""
    return f"{punt.tekst} ({punt.regel})" if punt.regel else punt.tekst


def _punt(punt: Punt) -> str:
    bron = ", ".join(deel for deel in (punt.regel if punt.regel in CODES else "", punt.grond) if deel)
    return f"{punt.tekst} ({bron})" if bron else punt.tekst
