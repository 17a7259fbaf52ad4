"""Is a set of MDTO objects whole? Checked on the values each time, against the official schema on demand."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from lxml import etree

from audit.mdto.model import WAARDERINGEN, Bestand, Informatieobject, Object, Verwijzing

_SHA = re.compile(r"[0-9a-f]{64}")


class MdtoFout(Exception):
    """The metadata is not as MDTO wants it, or the schema can't be read; the text names what is wrong, in Dutch."""


def keur(objecten: Sequence[Object]) -> None:
    """Check required values, identifiers that occur once, and links that hold both ways.

    Raises:
        MdtoFout: something is missing or contradicts something.
    """
    if fouten := tuple(_fouten(objecten)):
        raise MdtoFout("De archiefbeschrijving klopt niet: " + " ".join(fouten[:5]))


def _fouten(objecten: Sequence[Object]) -> Iterator[str]:
    op_kenmerk = {o.kenmerk: o for o in objecten}
    yield from (f"{k} komt {n} keer voor." for k, n in Counter(o.kenmerk for o in objecten).items() if n > 1)
    for o in objecten:
        if not o.kenmerk or not o.naam.strip():
            yield f"{o.kenmerk or 'Een object'} heeft geen naam of kenmerk."
        match o:
            case Informatieobject():
                yield from _fouten_object(o, op_kenmerk)
            case Bestand():
                yield from _fouten_bestand(o, op_kenmerk)


def _fouten_object(o: Informatieobject, alle: Mapping[str, Object]) -> Iterator[str]:
    if o.waardering not in WAARDERINGEN:
        yield f"{o.kenmerk}: waardering {o.waardering} bestaat niet."
    if o.tot and o.tot < o.van:
        yield f"{o.kenmerk}: het einde ligt voor het begin."
    if o.beperking.type == "Overig" and not o.beperking.beschrijving:
        yield f"{o.kenmerk}: er staat niet waarom het gebruik beperkt is."
    yield from _los(o, o.onderdelen, alle, lambda ander: getattr(ander, "onderdeel_van", ()))
    yield from _los(o, o.onderdeel_van, alle, lambda ander: getattr(ander, "onderdelen", ()))
    yield from _los(o, o.representaties, alle, lambda ander: (getattr(ander, "representeert", None),))


def _fouten_bestand(b: Bestand, alle: Mapping[str, Object]) -> Iterator[str]:
    if not _SHA.fullmatch(b.sha256) or b.omvang < 0:
        yield f"{b.kenmerk}: de vingerafdruk of de omvang klopt niet."
    yield from _los(b, (b.representeert,), alle, lambda ander: getattr(ander, "representaties", ()))


def _los(
    o: Object,
    naar: Sequence[Verwijzing],
    alle: Mapping[str, Object],
    terug: Callable[[Object], Sequence[Verwijzing | None]],
) -> Iterator[str]:
    for v in naar:
        ander = alle.get(v.kenmerk)
        if ander is None or o.kenmerk not in {t.kenmerk for t in terug(ander) if t}:
            yield f"{o.kenmerk} verwijst naar {v.kenmerk}, maar dat verwijst niet terug."


def keur_xsd(bestanden: Mapping[str, bytes], xsd: Path) -> None:
    """Validate each XML file against the schema. Raises MdtoFout that names the first file and line."""
    try:
        schema = etree.XMLSchema(etree.parse(str(xsd)))
    except (OSError, etree.LxmlError):
        raise MdtoFout(f"Het schema {xsd} is niet te lezen.") from None
    for naam, inhoud in bestanden.items():
        try:
            schema.assertValid(etree.fromstring(inhoud))
        except etree.LxmlError as fout:
            raise MdtoFout(f"{naam} past niet bij het schema: {fout}") from None
