"""The yearly learning report, for PS, GS and partners."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from documenten.grafiek import getal, verloop
from documenten.inhoud import Alinea, Blok, Deel, Document, Figuur, Gegevens, Tabel
from domain.beeld.leren.hergebruik import Oordeel
from domain.reglement.register import nieuwste
from domain.woorden import gewoon
from rapporten.leer_cijfers import Antwoord, Balanspunt, Leercijfers, Telling
from rapporten.leven import Gezeefd, kenmerk, moment
from rapporten.opmaak import ZEEF, dag, deel, tabel

SOORT = "Leerverslag"


def document(c: Leercijfers, levens: Sequence[Gezeefd]) -> Document:
    """The report of these numbers."""
    kop = Gegevens(
        (
            ("Jaar", str(c.jaar)),
            ("Stand op", dag(c.op)),
            ("Opgaven", str(c.opgaven)),
            ("Voor", "Provinciale Staten, Gedeputeerde Staten en partners"),
        )
    )
    delen = (
        _kort(c),
        _lessen(c),
        _hergebruik(c),
        _verhalen(c),
        _reflectie(c),
        deel("Leervragen", tabel("Antwoorden", ("Leervraag", "Opgave", "Antwoord"), _vragen(c), _GEEN, 3, 3, 5)),
        deel("Dilemma's", *_dilemmas(c.dilemmas)),
        _leeracties(c),
        deel(
            "Successen",
            tabel("Successen om te delen", ("Succes", "Opgave", "Wat werkte"), _successen(c), _GEEN, 3, 3, 5),
        ),
        _gesprekken(c),
    )
    return Document(SOORT, f"Wat de regio leerde in {c.jaar}", kop, delen, kenmerk(levens), moment(c.op))


HERGEBRUIK: dict[Oordeel, str] = {
    "nooit_getoond": "nooit ergens anders getoond",
    "wacht_op_antwoord": "elders getoond, nog geen antwoord",
    "getoond_niet_gebruikt": "elders getoond en niet toegepast",
    "toegepast": "elders toegepast",
}
"""Every lesson falls in one of these."""
_GEEN = "Hierover is dit jaar niets vastgelegd."


def _kort(c: Leercijfers) -> Deel:
    acties = len(c.leeracties)
    zinnen = (
        f"Nieuwe lessen: {c.lessen.nieuw}. Toegepast: {c.lessen.toegepast}. "
        f"Na een half jaar praktijk: {c.lessen.praktijk_ja}.",
        f"Openbare lessen tot nu toe: {c.hergebruik.lessen}. Elders toegepast: {_elders(c)}.",
        f"Reflectiemomenten: {c.reflectie.gehouden} gehouden, {c.reflectie.overgeslagen} overgeslagen.",
        f"Bronverhalen: {sum(c.verhalen.values())}. Leeracties: {acties}.",
    )
    return deel("In het kort", Alinea("\n".join(zinnen)), Alinea(ZEEF))


def _elders(c: Leercijfers) -> int:
    return dict(c.hergebruik.per_oordeel)["toegepast"]


def _lessen(c: Leercijfers) -> Deel:
    namen = {
        "nieuw": "vastgelegd",
        "gevalideerd": "gevalideerd door partners",
        "toegepast": "toegepast",
        "praktijk_ja": "na een half jaar praktijk: ja",
        "praktijk_deels": "na een half jaar praktijk: deels",
        "praktijk_nee": "na een half jaar praktijk: nee",
    }
    rijen = ((naam, getattr(c.lessen, veld)) for veld, naam in namen.items())
    return deel("Lessen", tabel(f"Lessen in {c.jaar}", ("Wat", "Aantal"), rijen, _GEEN, 4, 1))


def _hergebruik(c: Leercijfers) -> Deel:
    """Every public lesson in exactly one row, and their sum."""
    rijen = ((HERGEBRUIK[oordeel], aantal) for oordeel, aantal in c.hergebruik.per_oordeel)
    bijschrift = f"Alle openbare lessen tot en met {dag(c.op)}"
    alle = (*rijen, ("samen", c.hergebruik.lessen))
    return deel("Hergebruik van lessen", tabel(bijschrift, ("Wat ermee gebeurde", "Lessen"), alle, _GEEN, 4, 1))


def _verhalen(c: Leercijfers) -> Deel:
    principes = nieuwste().samen.flevoprincipes
    namen = {str(nr): f"{nr} {naam}" for nr, naam in enumerate(principes, start=1)}
    delen: tuple[tuple[str, Telling], ...] = (
        ("waardering", c.verhalen),
        ("kernwaarde", c.waarden),
        ("Flevo-principe", {namen.get(k, k): n for k, n in c.principes.items()}),
        ("rol van de provincie", c.rollen),
    )
    rijen = [(soort, gewoon(naam), aantal) for soort, telling in delen for naam, aantal in telling.items()]
    kolommen = ("Label", "Waarde", "Bronverhalen")
    return deel("Bronverhalen", tabel("Bronverhalen per label", kolommen, rijen, _GEEN, 3, 4, 2))


def _reflectie(c: Leercijfers) -> Deel:
    rijen = (("gehouden", c.reflectie.gehouden), ("overgeslagen", c.reflectie.overgeslagen))
    waarden = ((naam, n) for naam, n in c.reflectiewaarden.items())
    blokken = [
        tabel("Reflectiemomenten", ("Wat", "Aantal"), rijen, _GEEN, 4, 1),
        tabel("Kernwaarden bij reflecties", ("Kernwaarde", "Keer"), waarden, "Er zijn geen kernwaarden genoemd.", 4, 1),
    ]
    return deel("Reflectie", *blokken, _balans(c))


def _balans(c: Leercijfers) -> Blok:
    if not c.balans:
        return Alinea("Bij reflecties is dit jaar geen balans van inhoud, proces en relatie gegeven.")
    kolommen = ("Kwartaal", "Reflecties", "Inhoud", "Proces", "Relatie")
    rijen = tuple(
        (f"kwartaal {b.kwartaal}", str(b.aantal), *map(_tiende, (b.inhoud, b.proces, b.relatie))) for b in c.balans
    )
    titel = "Balans van inhoud, proces en relatie"
    uitleg = "Het gemiddelde cijfer van de drie per kwartaal, van 1 tot en met 5. De tabel geeft ze alle drie."
    punten = [(_midden(c.jaar, b), Decimal(b.gemiddeld) / 10) for b in c.balans]
    svg = verloop("balans", titel, uitleg, punten, ())
    return Figuur(titel, uitleg, svg, Tabel(titel, kolommen, rijen, (2, 1, 1, 1, 1)))


def _midden(jaar: int, b: Balanspunt) -> date:
    return date(jaar, b.kwartaal * 3 - 1, 15)


def _tiende(waarde: int) -> str:
    return getal(Decimal(waarde) / 10)


def _vragen(c: Leercijfers) -> Iterable[tuple[str, ...]]:
    vragen: Mapping[str, str] = dict(nieuwste().samen.leervragen)
    return ((f"{a.soort} {vragen.get(a.soort, '')}".strip(), a.titel, a.tekst) for a in c.leervragen)


def _dilemmas(dilemmas: Sequence[Antwoord]) -> tuple[Blok, ...]:
    rijen = ((gewoon(d.soort), d.titel, d.tekst, d.hoe) for d in dilemmas)
    kolommen = ("Soort", "Opgave", "Dilemma", "Hoe ermee is omgegaan")
    return (tabel("Dilemma's en hoe ermee is omgegaan", kolommen, rijen, _GEEN, 2, 2, 4, 4),)


def _leeracties(c: Leercijfers) -> Deel:
    per_rol = ((a.voor, a.tekst, a.uiterlijk, a.klaar) for a in c.leeracties if a.leersoort == "governancestijl")
    andere = ((gewoon(a.leersoort), a.tekst, a.voor, a.uiterlijk, a.klaar) for a in c.leeracties)
    return deel(
        "Leeracties",
        tabel("Alle leeracties", ("Soort", "Wat", "Voor", "Uiterlijk", "Klaar"), andere, _GEEN, 2, 4, 2, 2, 1),
        tabel(
            "Leeracties over governancestijl, per rol",
            ("Voor", "Wat", "Uiterlijk", "Klaar"),
            per_rol,
            "Over governancestijl zijn geen leeracties begonnen.",
            *(2, 4, 2, 1),
        ),
    )


def _successen(c: Leercijfers) -> Iterable[tuple[str, ...]]:
    return ((s.soort, s.titel, s.tekst) for s in c.successen)


def _gesprekken(c: Leercijfers) -> Deel:
    rijen = ((groep, n) for groep, n in c.gesprekken.items())
    niet = ", ".join(c.niet_gehoord)
    zin = f"Nog niet gehoord: {niet}." if niet else "Met alle vier de groepen is gesproken."
    blok = tabel("Gesprekken per groep", ("Groep", "Gesprekken"), rijen, "Er zijn geen gesprekken vastgelegd.", 4, 1)
    return deel("Gesprekken", blok, Alinea(zin))
