"""`opgave rapport`: reports over many lives, written as files. Reads the register only."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from domain.basis import Model, is_agenda
from rapporten import (
    agenda_cijfers,
    agenda_rapport,
    leer_cijfers,
    lezen,
    verbonden,
)
from rapporten import (
    leerverslag as leerverslag_,
)
from rapporten import (
    statuspagina as statuspagina_,
)
from rapporten import (
    verantwoording as verantwoording_,
)
from rapporten.leven import Gezeefd, grenzen, halfjaar_van
from rapporten.uitvoer import bestanden
from starter.cli import scherm
from starter.cli.agenda_geven import geldige_agenda
from starter.cli.geven import geldig_id
from starter.cli.omgeving import omgeving
from starter.client import OnbekendeOpgave
from starter.invoer import Invoerfout
from starter.schijffout import waarom

_HALFJAAR = re.compile(r"[12][0-9]{3}-[12]", re.ASCII)


def agenda(id_: str, halfjaar: str | None, uit: Path, json: bool) -> None:
    """The report of one half year; as things stood at its end, or now when it has not ended."""
    vandaag = omgeving().vandaag()
    gekozen = halfjaar or halfjaar_van(vandaag)
    if not _HALFJAAR.fullmatch(gekozen):
        raise Invoerfout("--halfjaar: schrijf een jaar en 1 of 2, bijvoorbeeld 2027-1.")
    op = _op(*grenzen(gekozen), vandaag)
    leven = _agenda(id_, op)
    id_, register = leven.id, omgeving().register
    levens = lezen.van_agenda(register, leven, op)
    cijfers = agenda_cijfers.cijfers(leven, levens, lezen.kalenders(register), gekozen)
    document = agenda_rapport.document(cijfers, leven, levens)
    _schrijf(bestanden(f"agenda-{id_}-{gekozen}", document), uit, cijfers, json)


def leerverslag(jaar: int, uit: Path, json: bool) -> None:
    """The learning report of one year."""
    op, levens = _jaar(jaar)
    cijfers = leer_cijfers.cijfers(levens, jaar, op)
    _schrijf(bestanden(f"leerverslag-{jaar}", leerverslag_.document(cijfers, levens)), uit, cijfers, json)


def verantwoording(id_: str, uit: Path, json: bool) -> None:
    """The accountability report of one opgave."""
    leven = _opgave(id_)
    cijfers = verantwoording_.cijfers(leven)
    _schrijf(bestanden(f"verantwoording-{leven.id}", verantwoording_.document(cijfers, leven)), uit, cijfers, json)


def verbonden_partijen(jaar: int, uit: Path, json: bool) -> None:
    """The paragraph on verbonden partijen, and its list as CSV."""
    op, levens = _jaar(jaar)
    cijfers, naam = verbonden.cijfers(levens, jaar, op), f"verbonden-partijen-{jaar}"
    gemaakt = bestanden(naam, verbonden.document(cijfers, levens))
    _schrijf({**gemaakt, f"{naam}.csv": verbonden.als_csv(cijfers)}, uit, cijfers, json)


def statuspagina(id_: str | None, agenda_: str | None, uit: Path, json: bool) -> None:
    """The public page of one opgave, or the pages of a whole agenda."""
    if (id_ is None) == (agenda_ is None):
        raise Invoerfout("Noem een opgave, of met --agenda een agenda.")
    if agenda_ is not None:
        vandaag = omgeving().vandaag()
        leven = _agenda(agenda_, vandaag)
        return _schrijf(
            statuspagina_.site(leven, lezen.van_agenda(omgeving().register, leven, vandaag)), uit, None, json
        )
    een = _opgave(id_ or "")
    return _schrijf({f"{een.id}.html": statuspagina_.pagina(een)}, uit, None, json)


def _op(van: date, tot: date, vandaag: date) -> date:
    """The last day a report over this period can speak of."""
    if van > vandaag:
        raise Invoerfout("Deze periode is nog niet begonnen.")
    return min(tot, vandaag)


def _jaar(jaar: int) -> tuple[date, Sequence[Gezeefd]]:
    op = _op(date(jaar, 1, 1), date(jaar, 12, 31), omgeving().vandaag())
    levens = lezen.alle(omgeving().register, op)
    if all(is_agenda(leven.id) for leven in levens):
        scherm.let_op(f"Let op: in {jaar} was er nog geen opgave. Het rapport is leeg.")
    return op, levens


def _opgave(id_: str) -> Gezeefd:
    id_ = geldig_id(id_)
    if is_agenda(id_):
        raise Invoerfout(f"{id_} is een agenda. Gebruik: opgave rapport agenda {id_}")
    leven = lezen.leven(omgeving().register, id_, omgeving().vandaag())
    if leven is None:
        raise OnbekendeOpgave(id_)
    return leven


def _agenda(id_: str, op: date) -> Gezeefd:
    id_ = geldige_agenda(id_)
    leven = lezen.leven(omgeving().register, id_, op)
    if leven is None or leven.stand.agenda is None:
        raise Invoerfout(f"Agenda {id_} kennen we niet, of zij was er in deze periode nog niet.")
    return leven


def _schrijf(gemaakt: Mapping[str, bytes], uit: Path, cijfers: Model | None, json: bool) -> None:
    """Write the files; a report that is made again takes the place of the one before."""
    try:
        uit.mkdir(parents=True, exist_ok=True)
        for naam, inhoud in gemaakt.items():
            (uit / naam).write_bytes(inhoud)
    except OSError as fout:
        raise Invoerfout(f"--uit: in {uit} is niet te schrijven ({waarom(fout)}).") from None
    plekken = [str(uit / naam) for naam in gemaakt]
    if json:
        return scherm.json_uit({"bestanden": plekken, **({"cijfers": cijfers} if cijfers else {})})
    scherm.zeg(f"{'Dit bestand is' if len(plekken) == 1 else 'Deze bestanden zijn'} gemaakt:")
    for plek in plekken:
        scherm.plakregel(plek)
    return None
