"""What was typed after `opgave termijn`: read, and refused in one sentence that names the option."""

import re
from dataclasses import dataclass, fields
from datetime import date, datetime

from domain.basis import EERSTE_JAAR, LAATSTE_JAAR, Weigering
from domain.duur import Duur
from domain.reglement.model import Termijnsoort
from domain.reglement.register import nieuwste
from domain.uren import Uren, klok
from starter.cli.datums import lees_datum
from starter.cli.omgeving import omgeving
from starter.foutzin import lijkt_op
from starter.invoer import Invoerfout

_TIJDSTIP = re.compile(r"(.+?)(?:T| +)([0-9]{2}:[0-9]{2})(Z|[+-][0-9]{2}:[0-9]{2})?", re.IGNORECASE)
_NIET_SAMEN = (
    ("voor", ("van", "duur", "soort", "terug", "zonder_atw", "startdag_telt", "wacht"), "een vaste datum telt niet af"),
    ("terug", ("wacht",), "een termijn die terugtelt, hoeft niet te verstrijken"),
    ("terug", ("startdag_telt",), "Awb 3:16 lid 2 gaat over een termijn die vooruit telt"),
    ("soort", ("terug", "zonder_atw", "startdag_telt"), "de termijntabel bepaalt dat zelf"),
)


@dataclass(frozen=True)
class Vraag:
    """The options; their names are those on the command line."""

    van: str | None = None
    duur: str | None = None
    soort: str | None = None
    voor: str | None = None
    terug: bool = False
    zonder_atw: bool = False
    startdag_telt: bool = False
    wacht: bool = False

    def toets(self) -> None:
        """Raise Invoerfout when these options make no question together."""
        leeg = next((f.name for f in fields(self) if getattr(self, f.name) == ""), None)
        if leeg:
            raise Invoerfout(f"{_vlag(leeg)}: hier staat niets.")
        for naam, anderen, waarom in _NIET_SAMEN:
            ander = next((a for a in anderen if getattr(self, a)), None)
            if getattr(self, naam) and ander:
                raise Invoerfout(f"{_vlag(ander)} gaat niet samen met {_vlag(naam)}: {waarom}.")
        if not self.voor and not (self.duur or self.soort):
            raise Invoerfout("--duur ontbreekt: geef --van met --duur of --soort, of een vaste datum met --voor.")


def _vlag(naam: str) -> str:
    return f"--{naam.replace('_', '-')}"


def lees_dag(tekst: str | None, vlag: str = "--van") -> date:
    """A day within the years that terms are counted in."""
    if tekst is None:
        raise Invoerfout(f"{vlag} ontbreekt: geef de dag van de gebeurtenis, bijvoorbeeld 2026-03-10.")
    if _TIJDSTIP.fullmatch(tekst.strip()):
        raise Invoerfout(f"{vlag}: laat de tijd weg; deze termijn telt in hele dagen.")
    dag = lees_datum(tekst, omgeving().vandaag(), vlag)
    if not EERSTE_JAAR <= dag.year <= LAATSTE_JAAR:
        raise Invoerfout(f"{vlag}: kies een jaar van {EERSTE_JAAR} tot en met {LAATSTE_JAAR}.")
    return dag


def lees_moment(tekst: str | None) -> tuple[datetime, bool]:
    """The moment in `--van`, on the clock of Amsterdam; and whether its zone was typed too."""
    treffer = _TIJDSTIP.fullmatch((tekst or "").strip())
    if treffer is None:
        raise Invoerfout("--van: geef bij uren ook de tijd, bijvoorbeeld 2026-03-10T14:00.")
    dag, zone = lees_dag(treffer[1]), treffer[3]
    try:
        tijdstip = datetime.fromisoformat(f"{dag.isoformat()}T{treffer[2]}{(zone or '').upper()}")
        return (tijdstip, True) if zone else (klok(dag, tijdstip.hour, tijdstip.minute), False)
    except Weigering as fout:
        raise Invoerfout(f"--van: {fout}") from None
    except ValueError:
        raise Invoerfout("--van: deze tijd bestaat niet; schrijf bijvoorbeeld 2026-03-10T14:00.") from None


def lees_lengte(tekst: str) -> Duur | Uren:
    """The length in `--duur`: in days, weeks, months, years or working days, or in hours."""
    kort = tekst.strip()
    try:
        return Uren.lees(kort) if kort.endswith("u") else Duur.lees(kort)
    except ValueError:
        raise Invoerfout(
            "--duur: schrijf een getal van 1 tot en met 9999 met d, w, m, j, wd of u erachter, zoals 8w, 20wd of 48u."
        ) from None


def lees_soort(tekst: str, duur: str | None) -> tuple[Termijnsoort, Duur]:
    """The row of the term table with its length: its own, that of the variant named, or where it has none `--duur`."""
    code, _, variant = tekst.strip().partition(":")
    rijen = {t.code: t for t in nieuwste().termijnen}
    soort = rijen.get(code.upper())
    if soort is None:
        raise Invoerfout(f"--soort: {code[:40]} staat niet in de termijntabel.{lijkt_op(code.upper(), list(rijen))}")
    if soort.richting == "vaste_datum":
        dagen = " of ".join(f"voor {j.dag}-{j.maand} ({j.wat})" for j in soort.voor)
        raise Invoerfout(f"--soort: {soort.code} is een vaste datum, {dagen}; reken die uit met --voor.")
    vast = _variant(soort, variant) if variant else soort.duur
    if vast is not None and duur:
        raise Invoerfout(f"--duur gaat niet samen met --soort {soort.code}: die duurt {vast.voluit}.")
    return soort, vast or _eigen(soort, duur)


def _variant(soort: Termijnsoort, variant: str) -> Duur:
    lengten = dict(soort.varianten)
    if variant not in lengten:
        kies = f"kies uit {', '.join(lengten)}" if lengten else "die heeft er geen"
        raise Invoerfout(f"--soort: {soort.code} kent geen variant {variant[:40]}; {kies}.")
    return lengten[variant]


def _eigen(soort: Termijnsoort, duur: str | None) -> Duur:
    lengte = lees_lengte(duur) if duur else None
    if not isinstance(lengte, Duur):
        raise Invoerfout(f"--duur: de lengte van {soort.code} ligt niet vast; geef die in dagen, weken of maanden.")
    return lengte
