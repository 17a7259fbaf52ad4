"""Acts around the record: handing out, holds and destruction, and the trail in which all of it stands."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from typer import Exit

from archief.opslag import open_opslag
from archief.vertrouwelijk import ContainerFout, lees_ontvanger
from audit.zekerheid import WOORDEN
from domain.basis import Weigering
from domain.bewaring import GRONDEN
from domain.spoor import ALLE, Spoorregel
from domain.woorden import gewoon
from register import lezen
from register import spoor as spoorregister
from runtime.sleutels import Ondertekenaar, SleutelFout, lees_ondertekenaar
from starter.beheer_archief import Beheer, Besluit, Vernietiging
from starter.cli import scherm
from starter.cli.datums import kort, lees_datum
from starter.cli.fouten import GEWEIGERD
from starter.cli.gebeurtenissen import tijdstip
from starter.cli.omgeving import omgeving
from starter.cli.wie import afzender
from starter.invoer import Invoerfout

_KENMERK = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:/-]{0,79}")
MAX_TEKST = 500


def spoor(id_: str, json: bool) -> None:
    """The trail of one opgave."""
    regels = spoorregister.lijst(omgeving().register, id_)
    if not regels and id_ != ALLE and lezen.stand(omgeving().register, id_) is None:
        raise Invoerfout(f"Het register kent de opgave {id_[:40]} niet.")
    if json:
        return scherm.json_uit(regels)
    return scherm.tabel(
        ("Nr", "Wanneer", "Wat", "Waarover", "Door", "Uitkomst"),
        [(str(r.nr), tijdstip(r.tijdstip), gewoon(r.actie), r.object, _wie(r), _uitkomst(r)) for r in regels],
        "Rond dit dossier is nog niets gedaan.",
    )


def verstrek(id_: str, aan: str, reden: str, uit: Path, als: str | None, json: bool) -> None:
    """Hand out what is confidential."""
    from starter.verstrekking import pak_van

    ontvanger, beheer = _ontvanger(aan), _beheer(id_, als)
    reden = _tekst(reden, "--reden")
    with _geweigerd():
        beheer.mag("vertrouwelijk_verstrekt")
        doos = omgeving()
        gepakt = doos.wacht_op(pak_van(doos.instellingen, doos.register, beheer.tekenaar, id_, beheer.nu))
        gedaan = beheer.verstrek(gepakt, ontvanger, reden, uit)
    if json:
        return scherm.json_uit({"verstrekt": gedaan is not None, "wat": gedaan})
    if gedaan is None:
        return scherm.zeg(f"Van {id_} is niets vertrouwelijk: het hele pak ligt open. Er is niets verstrekt.")
    scherm.zeg(f"{len(gedaan.bestanden)} bestanden staan versleuteld in {gedaan.container}.")
    scherm.zeg(f"Het pak waar dit bij hoort: {gedaan.pak}. Het staat in het auditspoor. De auditor opent het zo:")
    return scherm.plakregel(f"opgave audit ontsluit {gedaan.pak.name} {gedaan.container.name} --sleutel ... --uit ...")


def bewaarplicht(id_: str, grond: str, kenmerk: str, tot: str | None, als: str | None, json: bool) -> None:
    """Put a hold on an opgave."""
    if grond not in GRONDEN:
        raise Invoerfout(f"--grond: kies uit {', '.join(GRONDEN)}.")
    dag = lees_datum(tot, omgeving().vandaag(), "--tot") if tot else None
    if dag and dag < omgeving().vandaag():
        raise Invoerfout("--tot: deze dag is al voorbij.")
    with _geweigerd():
        regel = _beheer(id_, als).leg_bewaarplicht(grond, _kenmerk(kenmerk, "--kenmerk"), dag)
    einde = f"tot en met {kort(dag)}" if dag else "tot de plicht wordt opgeheven"
    _meld(regel, f"Van {id_} wordt niets vernietigd, {einde}.", json)


def bewaarplicht_op(id_: str, kenmerk: str, als: str | None, json: bool) -> None:
    """Lift a hold."""
    with _geweigerd():
        beheer = _beheer(id_, als)
        regel = beheer.hef_bewaarplicht_op(_kenmerk(kenmerk, "--kenmerk"))
    rest = ", ".join(plicht.kenmerk for plicht in beheer.plichten())
    _meld(regel, f"Bewaarplicht {kenmerk} is opgeheven.{f' Er rust nog: {rest}.' if rest else ''}", json)


def vernietig(
    id_: str, documenten: str, alles: bool, besluit: tuple[str, str, str, str], als: str | None, droog: bool, json: bool
) -> None:
    """Destroy documents."""
    welke = tuple(deel.strip().lower() for deel in documenten.split(",") if deel.strip())
    if bool(welke) == alles:
        raise Invoerfout("Noem welke documenten met --documenten, of kies --alles; een van de twee.")
    opslag, instellingen = open_opslag(omgeving().instellingen), omgeving().instellingen
    with _geweigerd(proef=droog):
        gedaan = _beheer(id_, als).vernietig(welke, _besluit(*besluit), opslag, instellingen, droog=droog)
    if json:
        return scherm.json_uit(
            {"droog": droog, "weg": gedaan.weg, "in_opslag": gedaan.in_opslag, "regel": gedaan.regel}
        )
    return _vertel(gedaan, droog)


def _vertel(gedaan: Vernietiging, droog: bool) -> None:
    kop = "Dit zou vernietigd worden" if droog else "Vernietigd"
    scherm.tabel(
        (kop, "Soort", "Stap", "Titel"),
        [(k.sha256[:12], k.soort, k.stap, k.titel) for k in gedaan.weg],
        "Er is niets meer dat vernietigd kan worden.",
    )
    if droog:
        return
    scherm.zeg(f"In het archief zijn {gedaan.in_opslag} bestanden opgeruimd; de verklaring ligt in elk pak.")
    if not gedaan.schoon:
        scherm.let_op("Een ander programma is met het register bezig. Geef dit commando straks nog eens, dan is ook")
        scherm.let_op("het laatste spoor uit het bestand weg.")


def _besluit(besluit: str, categorie: str, datum: str, akkoord: str) -> Besluit:
    dag = lees_datum(datum, omgeving().vandaag(), "--datum")
    if dag > omgeving().vandaag():
        raise Invoerfout("--datum: dit besluit is nog niet genomen.")
    wie = _kenmerk(akkoord, "--akkoord")
    return Besluit(_tekst(besluit, "--besluit"), _kenmerk(categorie, "--categorie"), dag, wie)


def _beheer(id_: str, als: str | None) -> Beheer:
    doos = omgeving()
    return Beheer(doos.register, _tekenaar(), afzender(als, None, doos.uid()), id_, doos.nu())


def _tekenaar() -> Ondertekenaar:
    try:
        return lees_ondertekenaar(omgeving().instellingen.ondertekensleutel)
    except SleutelFout as fout:
        raise Invoerfout(str(fout)) from None


def _ontvanger(aan: str) -> str:
    """A recipient, or the file in which it stands."""
    if not aan.startswith("age1"):
        try:
            aan = Path(aan).read_text("utf-8")
        except (OSError, UnicodeDecodeError):
            raise Invoerfout("--aan: geef een sleutel die met age1 begint, of het bestand waar die in staat.") from None
    try:
        return lees_ontvanger(aan)
    except ContainerFout as fout:
        raise Invoerfout(f"--aan: {fout}") from None


def _kenmerk(tekst: str, veld: str) -> str:
    if not _KENMERK.fullmatch(tekst):
        raise Invoerfout(f"{veld}: letters, cijfers en _ . : / -, hoogstens 80 tekens.")
    return tekst


def _tekst(tekst: str, veld: str) -> str:
    schoon = tekst.strip()
    if not schoon or len(schoon) > MAX_TEKST or not schoon.isprintable():
        raise Invoerfout(f"{veld}: schrijf een korte zin, hoogstens {MAX_TEKST} tekens.")
    return schoon


@contextmanager
def _geweigerd(*, proef: bool = False) -> Iterator[None]:
    """Show a refusal with its rule; unless it was only tried out it stands in the trail by then. Raises Exit with 1."""
    try:
        yield
    except Weigering as nee:
        slot = "" if proef else " Dit staat in het auditspoor."
        scherm.meld_fout(f"Geweigerd ({nee.regel}): {nee}{slot}")
        raise Exit(GEWEIGERD) from None


def _wie(regel: Spoorregel) -> str:
    """Function and id; for whom when it was not the province, and how sure when nobody vouched for it."""
    namens, zekerheid = regel.gegevens.get("namens", ""), regel.gegevens.get("zekerheid", "")
    hoe = WOORDEN["opgegeven"] if zekerheid == "opgegeven" else zekerheid
    delen = (f"{regel.functie}:{regel.subject}", namens and f"namens {namens}", hoe)
    return ", ".join(deel for deel in delen if deel)


def _uitkomst(regel: Spoorregel) -> str:
    return f"{regel.resultaat} ({regel.gegevens['regel']})" if "regel" in regel.gegevens else regel.resultaat


def _meld(regel: Spoorregel, zin: str, json: bool) -> None:
    scherm.json_uit(regel) if json else scherm.zeg(zin)
