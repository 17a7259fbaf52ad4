"""A matrix picture: a row per party, a field per column. A gap has a thick border and a sign, not only a colour."""

from collections.abc import Iterable

from documenten.grafiek import BREED, INKT, LICHT, RASTER, letters, tekening, veilig
from documenten.inhoud import Figuur, Tabel
from domain.beeld.samen.vel import Cel, Matrix

NAAMBREED, KOPHOOG, RIJHOOG, RAND = 200.0, 40.0, 36.0, 10.0
LETTERBREED = 7.0
"""The width that a letter of this size takes."""
LANGSTE = 26
"""How many letters of a party's name fit beside its row; the table has it whole."""


def matrix(id_: str, beeld: Matrix) -> Figuur:
    """The drawing with its table; `id_` is unique on the page."""
    zin = _in_woorden(beeld)
    hoogte = int(KOPHOOG + RIJHOOG * len(beeld.rijen) + RAND)
    delen = (*_koppen(beeld), *(deel for nr in range(len(beeld.rijen)) for deel in _rij(beeld, nr)))
    return Figuur(beeld.titel, zin, tekening(id_, beeld.titel, zin, hoogte, delen), _tabel(beeld))


def _in_woorden(beeld: Matrix) -> str:
    velden = (
        f"{naam}, {kolom}: {cel.tekst}"
        for naam, cellen in beeld.rijen
        for kolom, cel in zip(beeld.kolommen, cellen, strict=True)
        if cel.kloof
    )
    kloven = "; ".join(velden)
    return " ".join((beeld.uitleg, f"Kloof bij {kloven}." if kloven else "Er is geen kloof gemerkt.")).strip()


def _tabel(beeld: Matrix) -> Tabel:
    rijen = tuple((naam, *(_met_teken(cel) for cel in cellen)) for naam, cellen in beeld.rijen)
    return Tabel(f"Velden van {beeld.titel}", ("Partij", *beeld.kolommen), rijen, (4, *(3 for _ in beeld.kolommen)))


def _met_teken(cel: Cel) -> str:
    return f"{cel.tekst} !" if cel.kloof else cel.tekst


def _breed(beeld: Matrix) -> float:
    return (BREED - NAAMBREED - RAND) / max(len(beeld.kolommen), 1)


def _koppen(beeld: Matrix) -> Iterable[str]:
    for nr, naam in enumerate(beeld.kolommen):
        yield letters(NAAMBREED + _breed(beeld) * (nr + 0.5), KOPHOOG - 14, naam, anker="middle", vet=True)


def _rij(beeld: Matrix, nr: int) -> Iterable[str]:
    naam, cellen = beeld.rijen[nr]
    y, breed = KOPHOOG + RIJHOOG * nr, _breed(beeld)
    yield letters(RAND, y + 23, naam if len(naam) <= LANGSTE else f"{naam[: LANGSTE - 1]}…")
    for kolom, cel in enumerate(cellen):
        yield from _veld(NAAMBREED + breed * kolom, y, breed, cel)


def _veld(x: float, y: float, breed: float, cel: Cel) -> Iterable[str]:
    kleur, rand, dik = (LICHT, INKT, 3) if cel.kloof else ("#ffffff", RASTER, 1)
    yield (
        f'<rect x="{x + 3:.1f}" y="{y + 3:.1f}" width="{breed - 6:.1f}" height="{RIJHOOG - 6:.1f}" '
        f'fill="{kleur}" stroke="{rand}" stroke-width="{dik}"/>'
    )
    # Not `letters`: its white edge would eat into a coloured field.
    yield (
        f'<text x="{x + breed / 2:.1f}" y="{y + 23:.1f}" text-anchor="middle" fill="{INKT}">'
        f"{veilig(_passend(cel, breed))}</text>"
    )


def _passend(cel: Cel, breed: float) -> str:
    """The text of a field, cut to its width with its sign behind it; the table has it whole."""
    ruimte = int((breed - 14) / LETTERBREED) - (2 if cel.kloof else 0)
    kort = cel.tekst if len(cel.tekst) <= ruimte else f"{cel.tekst[: ruimte - 1].rstrip()}…"
    return _met_teken(Cel(tekst=kort, kloof=cel.kloof))
